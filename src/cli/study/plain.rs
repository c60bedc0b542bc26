//! `study --plain`: the session in lines, for screen readers and dumb terminals. Everything that the screens show is
//! here, in words and signs.

use super::Desk;
use super::lines::Lines;
use crate::cli::{Outcome, print};
use crate::cloze::Verdict;
use crate::deck::{Grade, Mode, ModeChoice};
use crate::messages::{Answering, Fault, Label, Lang, Line, Sitting};
use crate::study::{Action, Attempt, Effect, Interval, Phase};
use crate::tasks::{self, explain};

pub fn run(desk: &mut Desk) -> Outcome {
    let lang = desk.context.lang;
    let left = desk.session.left().total();
    if left == 0 {
        return if desk.session.is_practice() {
            say(&Label::PracticeNothing.text(lang))
        } else {
            tell(&Line::PlainNothing, lang)
        };
    }
    if desk.session.is_practice() {
        say(&Answering::PracticeNote.text(lang))?;
    }
    say(&match desk.session.wish() {
        ModeChoice::Auto => Answering::PlainIntroAuto { left }.text(lang),
        ModeChoice::Always(Mode::Reveal) => Line::PlainIntro { left }.text(lang),
        ModeChoice::Always(Mode::Choice) => Answering::PlainIntroChoice { left }.text(lang),
        ModeChoice::Always(Mode::Type) => Line::PlainIntroType { left }.text(lang),
    })?;
    if !desk.session.is_practice() {
        say(&Sitting::PlainFlag.text(lang))?;
    }
    let input = Lines::new();
    let mut told = false;
    let mut done = false;
    loop {
        let finished = matches!(desk.session.phase(), Phase::Finished);
        if finished && !done {
            say_done(desk)?;
            done = true;
            if desk.session.can_undo() {
                say(&Sitting::PlainAfterDone.text(lang))?;
            }
        }
        if finished && !desk.session.can_undo() && !desk.session.can_redo() {
            break;
        }
        if !finished && !told {
            show(desk)?;
            (told, done) = (true, false);
        }
        let Some(line) = input.next(finished)? else { break };
        match std::str::from_utf8(&line) {
            Ok(line) if finished && line.trim().is_empty() => break,
            Ok(line) => told = !obey(desk, line.trim())?,
            Err(_) => tell(&Line::PlainUnknown { text: "\u{FFFD}".to_owned() }, lang)?,
        }
    }
    if done { Ok(()) } else { say_done(desk) }
}

fn say_done(desk: &Desk) -> Outcome {
    let (tally, lang) = (desk.session.tally(), desk.context.lang);
    if desk.session.is_practice() {
        return say(&Answering::PracticeDone { answered: tally.answered, again: tally.again }.text(lang));
    }
    tell(&Line::PlainDone { answered: tally.answered, again: tally.again }, lang)
}

/// The question or the answer that stands.
fn show(desk: &Desk) -> Outcome {
    match desk.session.phase() {
        Phase::Answered(attempt) => show_answer(desk, attempt),
        _ => show_question(desk),
    }
}

fn show_question(desk: &Desk) -> Outcome {
    let (lang, session) = (desk.context.lang, &desk.session);
    let Some(prompt) = session.prompt() else { return Ok(()) };
    let number = session.tally().answered + 1;
    let flag =
        if session.item().is_some_and(|item| item.card.flagged) { Sitting::Flag.text(lang) } else { String::new() };
    let prompt = prompt.text();
    let prompt = if flag.is_empty() { prompt } else { format!("{prompt} [{flag}]") };
    tell(&Line::PlainQuestion { number, prompt }, lang)?;
    for (at, option) in session.choices().into_iter().flat_map(|choices| choices.options.iter().enumerate()) {
        say(&Answering::PlainOption { number: at + 1, option: option.clone() }.text(lang))?;
    }
    Ok(())
}

fn show_answer(desk: &Desk, attempt: &Attempt) -> Outcome {
    let (lang, session) = (desk.context.lang, &desk.session);
    let (Some(item), Some(question), Some(prompt)) = (session.item(), session.question(), session.prompt()) else {
        return Ok(());
    };
    let term = &item.term;
    if let Some(judgement) = &attempt.judgement {
        say(&verdict(judgement.verdict).text(lang))?;
        if judgement.verdict != Verdict::Correct {
            let typed = attempt.typed.clone().unwrap_or_default();
            say(&match attempt.mode {
                Mode::Choice => Answering::Picked { chosen: typed }.text(lang),
                _ => Label::YouTyped { typed }.text(lang),
            })?;
        }
        for reason in tasks::reasons(judgement, term, prompt.answer, lang) {
            say(&reason)?;
        }
        if let Some(word) = attempt.accepted.clone() {
            say(&Answering::Accepted { word, key: "a".to_owned() }.text(lang))?;
        } else if judgement.other.is_some() && judgement.verdict == Verdict::FitsNotHere {
            say(&Answering::AcceptOffer { key: "a".to_owned() }.text(lang))?;
        } else if attempt.mode == Mode::Choice && judgement.verdict == Verdict::Wrong {
            say(&Answering::FitsOffer { key: "f".to_owned() }.text(lang))?;
        }
    }
    let meaning = desk.meaning(term)?;
    let gloss = meaning.map_or_else(String::new, |m| format!("{} {}", m.hanja.unwrap_or_default(), m.gloss));
    let answer = prompt.answer.to_owned();
    let said = crate::lexicon::pronunciation(&term.term, term.pos, &term.parts);
    let (shown, gloss) = (term.term.clone(), gloss.trim().to_owned());
    tell(&Line::PlainAnswer { answer, term: shown, said, gloss }, lang)?;
    if let Some(composition) = tasks::composition(term, lang) {
        say(&composition)?;
    }
    let mixed = tasks::mixed_up_with(&desk.context.store, term, session.mark()).map_err(|e| explain::stored(&e))?;
    if !mixed.is_empty() {
        say(&Answering::MixedUpWith { words: mixed.join(", ") }.text(lang))?;
    }
    say(&question.sentence)?;
    let outlet = question.outlet.as_ref().map_or_else(String::new, |outlet| format!("({outlet})"));
    say(Answering::PlainSource { title: question.title.clone(), outlet }.text(lang).trim_end())?;
    let (passed, contexts) = item.contexts();
    say(&Sitting::Contexts { passed, contexts }.text(lang))?;
    let proposed = attempt.proposed.number();
    if session.is_practice() {
        return say(&Answering::PlainNoDates { proposed }.text(lang));
    }
    let [again, hard, good, easy] = Grade::ALL.map(|grade| interval(attempt.preview.next(grade).interval, lang));
    tell(&Line::PlainGrades { again, hard, good, easy, proposed }, lang)
}

/// Does what a line asks. Says whether there is something new to show.
fn obey(desk: &mut Desk, line: &str) -> Result<bool, Option<Fault>> {
    let lang = desk.context.lang;
    let Some(action) = action(desk, line) else {
        tell(&Line::PlainUnknown { text: line.to_owned() }, lang)?;
        return Ok(false);
    };
    match action {
        Asked::Mode => {
            desk.session.set_wish(desk.session.wish().next());
            desk.bring_words()?;
            let mode = mode_name(desk.session.wish(), lang);
            say(&Answering::PlainMode { mode }.text(lang))?;
            Ok(true)
        }
        Asked::Action(Action::Hint) => hint(desk).map(|()| false),
        Asked::Action(action) => carry_out(desk, action),
    }
}

enum Asked {
    Action(Action),
    /// Another mode.
    Mode,
}

/// What a line means here: while an answer is typed, commands stand behind a colon.
fn action(desk: &Desk, line: &str) -> Option<Asked> {
    let answered = match desk.session.phase() {
        Phase::Answered(attempt) => Some(attempt),
        _ => None,
    };
    let finished = matches!(desk.session.phase(), Phase::Finished);
    let typing = !finished && answered.is_none() && desk.session.mode() == Mode::Type;
    let bare = line.strip_prefix(':');
    let command = if typing { bare } else { Some(bare.filter(|_| finished).unwrap_or(line)) };
    let Some(command) = command else { return Some(Asked::Action(Action::Submit(line.to_owned()))) };
    let choices = desk.session.choices().filter(|_| answered.is_none());
    // A whole word is a choice, or an answer after all.
    if choices.is_some() && command.chars().count() > 1 {
        return Some(Asked::Action(Action::Submit(command.to_owned())));
    }
    let key = command.chars().next().map(crate::korean::keyboard::shortcut);
    let number = key.and_then(|key| key.to_digit(10));
    Some(Asked::Action(match key {
        None if answered.is_some() => Action::Accept,
        None => Action::Reveal,
        Some('h') => Action::Hint,
        Some('u') => Action::Undo,
        Some('r') => Action::Redo,
        Some('s') => Action::Suspend,
        Some('b') => Action::Bury,
        Some('x') => Action::Known,
        Some('g') => Action::Flag,
        Some('q') => Action::Quit,
        Some('m') if answered.is_none() => return Some(Asked::Mode),
        Some('a') => Action::AcceptWord,
        Some('f') => Action::Fits(answered?.chosen?),
        Some(_) if choices.is_some() => Action::Choose(usize::try_from(number?).ok()?.checked_sub(1)?),
        Some(_) if answered.is_some() => Action::Grade(Grade::from_number(u8::try_from(number?).ok()?)?),
        Some(_) => return None,
    }))
}

fn carry_out(desk: &mut Desk, action: Action) -> Result<bool, Option<Fault>> {
    let (lang, now) = (desk.context.lang, desk.now());
    let is_undo = action == Action::Undo;
    let remark = match &action {
        Action::Fits(index) => desk.session.choices().and_then(|choices| choices.options.get(*index).cloned()),
        _ => None,
    };
    let needs_effect = matches!(
        action,
        Action::AcceptWord
            | Action::Fits(_)
            | Action::Redo
            | Action::Suspend
            | Action::Bury
            | Action::Known
            | Action::Flag
    );
    let before = std::mem::discriminant(desk.session.phase());
    let effects = desk.session.update(action, now);
    if needs_effect && effects.is_empty() {
        say(&Answering::PlainNotThat.text(lang))?;
        return Ok(false);
    }
    let flag = match (effects.as_slice(), is_undo) {
        ([Effect::Flag { card }], false) => Some(if card.flagged { Sitting::Flagged } else { Sitting::Unflagged }),
        _ => None,
    };
    match desk.carry_out(&effects) {
        Ok(true) if is_undo => tell(&Line::PlainUndone, lang)?,
        Ok(false) if is_undo => tell(&Line::PlainNoUndo, lang)?,
        Ok(true) => {
            if let Some(flag) = flag {
                say(&flag.text(lang))?;
                // The question or the answer stands as it was told.
                return Ok(false);
            }
            if let Some(word) = remark {
                say(&Label::FitsNoted { word }.text(lang))?;
            }
        }
        Ok(false) if before == std::mem::discriminant(desk.session.phase()) => {
            say(&Answering::PlainNotThat.text(lang))?;
            return Ok(false);
        }
        Ok(false) => {}
        Err(fault) => print(&format!("{}\n", fault.text(lang)))?,
    }
    Ok(true)
}

fn hint(desk: &mut Desk) -> Outcome {
    let (lang, now) = (desk.context.lang, desk.now());
    let before = desk.session.hints().len();
    desk.session.update(Action::Hint, now);
    match desk.session.hints().get(before) {
        Some(hint) => tell(&Line::PlainHint { hint: tasks::hint_text(hint, lang) }, lang),
        None => say(&Answering::PlainNoHint.text(lang)),
    }
}

fn mode_name(wish: ModeChoice, lang: Lang) -> String {
    match wish {
        ModeChoice::Auto => Answering::ModeAuto.text(lang),
        ModeChoice::Always(Mode::Reveal) => Label::ModeReveal.text(lang),
        ModeChoice::Always(Mode::Choice) => Answering::ModeChoice.text(lang),
        ModeChoice::Always(Mode::Type) => Label::ModeType.text(lang),
    }
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
    say(&line.text(lang))
}

fn say(text: &str) -> Outcome {
    print(&format!("{text}\n"))
}
