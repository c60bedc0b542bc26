//! `study --plain`: the session in lines, for screen readers and dumb terminals.

use std::io::BufRead;

use super::Desk;
use crate::cli::{Outcome, print};
use crate::cloze::Verdict;
use crate::deck::{Grade, Mode};
use crate::messages::{Fault, Label, Lang, Line};
use crate::study::{Action, Interval, Phase};

pub fn run(desk: &mut Desk) -> Outcome {
    let lang = desk.context.lang;
    let left = desk.session.left();
    let left = left.new + left.learning + left.review;
    if left == 0 {
        return tell(&Line::PlainNothing, lang);
    }
    let intro =
        if desk.session.mode() == Mode::Type { Line::PlainIntroType { left } } else { Line::PlainIntro { left } };
    tell(&intro, lang)?;
    let mut input = std::io::stdin().lock();
    let mut line = String::new();
    let mut told = false;
    while !matches!(desk.session.phase(), Phase::Finished) {
        if !told {
            show(desk)?;
            told = true;
        }
        line.clear();
        match input.read_line(&mut line) {
            Ok(0) => break,
            Ok(_) => told = !obey(desk, line.trim())?,
            Err(e) if e.kind() == std::io::ErrorKind::InvalidData => {
                tell(&Line::PlainUnknown { text: "\u{FFFD}".to_owned() }, lang)?;
            }
            Err(e) => return Err(Some(Fault::Output { reason: e.to_string() })),
        }
    }
    let tally = desk.session.tally();
    tell(&Line::PlainDone { answered: tally.answered, again: tally.again }, lang)
}

/// The question or the answer that stands.
fn show(desk: &Desk) -> Outcome {
    let (lang, session) = (desk.context.lang, &desk.session);
    let (Some(item), Some(question)) = (session.item(), session.question()) else { return Ok(()) };
    let Some(prompt) = session.prompt() else { return Ok(()) };
    let Phase::Answered(attempt) = session.phase() else {
        let number = session.tally().answered + 1;
        return tell(&Line::PlainQuestion { number, prompt: prompt.text() }, lang);
    };
    if let Some(judgement) = &attempt.judgement {
        print(&format!("{}\n", verdict(judgement.verdict).text(lang)))?;
        if let Some(text) = judgement.read_as.clone() {
            print(&format!("{}\n", Label::ReadAs { text }.text(lang)))?;
        }
    }
    let meaning = desk.meaning(&item.term)?;
    let gloss = meaning.map_or_else(String::new, |m| format!("{} {}", m.hanja.unwrap_or_default(), m.gloss));
    let answer = prompt.answer.to_owned();
    let said = crate::lexicon::pronunciation(&item.term.term, item.term.pos, &item.term.parts);
    let (term, gloss) = (item.term.term.clone(), gloss.trim().to_owned());
    tell(&Line::PlainAnswer { answer, term, said, gloss }, lang)?;
    print(&format!("{}\n", question.sentence))?;
    let Some(preview) = session.preview() else { return Ok(()) };
    let [again, hard, good, easy] = Grade::ALL.map(|grade| interval(preview.next(grade).interval, lang));
    tell(&Line::PlainGrades { again, hard, good, easy, proposed: attempt.proposed.number() }, lang)
}

/// Does what a line asks. Says whether there is something new to show.
fn obey(desk: &mut Desk, line: &str) -> Result<bool, Option<Fault>> {
    let (lang, now) = (desk.context.lang, desk.now());
    let answered = matches!(desk.session.phase(), Phase::Answered(_));
    let typing = desk.session.mode() == Mode::Type && !answered;
    let command = if typing { line.strip_prefix(':') } else { Some(line) };
    let key = command.map(|text| text.chars().next().map(crate::korean::keyboard::shortcut));
    let action = match key {
        None => Action::Submit(line.to_owned()),
        Some(None) if answered => Action::Accept,
        Some(None) => Action::Reveal,
        Some(Some('h')) => Action::Hint,
        Some(Some('u')) => Action::Undo,
        Some(Some('s')) => Action::Suspend,
        Some(Some('b')) => Action::Bury,
        Some(Some('x')) => Action::Known,
        Some(Some('q')) => Action::Quit,
        Some(Some(digit)) => match digit.to_digit(10).and_then(|n| Grade::from_number(u8::try_from(n).ok()?)) {
            Some(grade) if answered => Action::Grade(grade),
            _ => {
                tell(&Line::PlainUnknown { text: line.to_owned() }, lang)?;
                return Ok(false);
            }
        },
    };
    let is_hint = action == Action::Hint;
    let is_undo = action == Action::Undo;
    let effects = desk.session.update(action, now);
    match desk.carry_out(&effects) {
        Ok(true) if is_undo => tell(&Line::PlainUndone, lang)?,
        Ok(false) if is_undo => tell(&Line::PlainNoUndo, lang)?,
        Ok(_) => {}
        Err(fault) => print(&format!("{}\n", fault.text(lang)))?,
    }
    if is_hint {
        if let Some(hint) = desk.session.hints().last() {
            tell(&Line::PlainHint { hint: hint.text() }, lang)?;
        }
        return Ok(false);
    }
    Ok(true)
}

fn interval(interval: Interval, lang: Lang) -> String {
    match interval {
        Interval::Minutes(count) => Label::Minutes { count }.text(lang),
        Interval::Days(count) => Label::Days { count }.text(lang),
    }
}

const fn verdict(verdict: Verdict) -> Label {
    match verdict {
        Verdict::Correct => Label::VerdictCorrect,
        Verdict::CorrectOtherForm => Label::VerdictOtherForm,
        Verdict::Spelling => Label::VerdictSpelling,
        Verdict::FitsNotHere => Label::VerdictFits,
        Verdict::Wrong => Label::VerdictWrong,
    }
}

fn tell(line: &Line, lang: Lang) -> Outcome {
    print(&format!("{}\n", line.text(lang)))
}
