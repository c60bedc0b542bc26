//! The answer's side of a card: what was right, what it means, and how to grade it.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::cloze::Verdict;
use crate::deck::{Grade, Mode, Term};
use crate::messages::{Answering, Label, Sitting};
use crate::study::{Attempt, Interval, Session};
use crate::tasks;
use crate::tui::app::Shared;
use crate::tui::keymap::{self, Command, Context};
use crate::tui::widgets::text::{around, wrap};

/// Lines of the sentence that are kept on the smallest screen.
const LEAST: usize = 2;

/// Sentence with its answer, verdict, dictionary form, meaning and source, in at most `height` lines: where they are too
/// many, empty lines go first, then what of the sentence is far from the answer, and the last lines last.
pub fn lines(session: &Session, attempt: &Attempt, shared: &Shared, width: usize, height: usize) -> Vec<Line<'static>> {
    let (Some(prompt), Some(item), Some(question)) = (session.prompt(), session.item(), session.question()) else {
        return Vec::new();
    };
    let theme = shared.theme;
    let plain = Style::new();
    let sentence = [
        (prompt.before.to_owned(), plain),
        (prompt.answer.to_owned(), theme.answer()),
        (prompt.after.to_owned(), plain),
    ];
    let sentence = wrap(&sentence, width);
    let mut lines = vec![Line::raw("")];
    lines.extend(verdict(attempt, &item.term, prompt.answer, shared, width));
    let meaning = shared.desk.meaning(&item.term);
    let mut head = vec![(item.term.term.clone(), theme.title())];
    head.push((format!(" {}", shared.desk.pronunciation(&item.term)), theme.faint()));
    if let Some(hanja) = meaning.as_ref().and_then(|meaning| meaning.hanja.as_ref()) {
        head.push((format!(" {hanja}"), plain));
    }
    if let Some(level) = meaning.as_ref().and_then(|meaning| meaning.level) {
        head.push((format!(" {}", shared.say(&Label::LevelShown { level })), theme.faint()));
    }
    lines.extend(wrap(&head, width));
    let gloss = meaning.map_or_else(|| shared.say(&Label::NoGloss), |meaning| meaning.gloss);
    lines.extend(wrap(&[(gloss, plain)], width));
    if let Some(composition) = tasks::composition(&item.term, shared.lang) {
        lines.extend(wrap(&[(composition, theme.faint())], width));
    }
    let mixed = shared.desk.mixed_up_with(session, &item.term);
    if !mixed.is_empty() {
        let words = Answering::MixedUpWith { words: mixed.join(", ") }.text(shared.lang);
        lines.extend(wrap(&[(words, theme.faint())], width));
    }
    lines.push(Line::raw(""));
    let outlet = question.outlet.as_ref().map_or_else(String::new, |outlet| format!("({outlet})"));
    let source = Label::Source { title: question.title.clone(), outlet };
    lines.extend(wrap(&[(shared.say(&source), theme.faint())], width));
    let (passed, contexts) = item.contexts();
    lines.push(Line::styled(Sitting::Contexts { passed, contexts }.text(shared.lang), theme.faint()));
    if sentence.len() + lines.len() > height {
        lines.retain(|line| line.width() > 0);
    }
    let room = height.saturating_sub(lines.len()).max(LEAST);
    let mut shown = shortened(sentence, theme.answer(), room, shared);
    shown.extend(lines);
    shown.truncate(height);
    shown
}

/// A sentence in at most `height` lines: what is near its blank or its answer, which has `style`, and a word about the
/// rest.
pub fn shortened(sentence: Vec<Line<'static>>, style: Style, height: usize, shared: &Shared) -> Vec<Line<'static>> {
    if sentence.len() <= height {
        return sentence;
    }
    let mut lines = around(sentence, style, height.saturating_sub(1).max(1));
    lines.push(Line::styled(shared.say(&Label::SentenceCut), shared.theme.faint()));
    lines
}

/// What the typed answer was worth, with a sign, and what was typed where it was not right.
fn verdict(attempt: &Attempt, term: &Term, answer: &str, shared: &Shared, width: usize) -> Vec<Line<'static>> {
    let theme = shared.theme;
    let Some(judgement) = &attempt.judgement else { return Vec::new() };
    let (sign, style, label) = match judgement.verdict {
        Verdict::Correct => ("O", theme.good(), Label::VerdictCorrect),
        Verdict::CorrectOtherForm => ("O", theme.good(), Label::VerdictOtherForm),
        Verdict::Spelling => ("~", theme.fair(), Label::VerdictSpelling),
        Verdict::FitsNotHere => ("~", theme.fair(), Label::VerdictFits),
        Verdict::Wrong => ("X", theme.bad(), Label::VerdictWrong),
    };
    let mut lines = vec![Line::styled(format!("{sign} {}", shared.say(&label)), style)];
    let typed = attempt.typed.clone().unwrap_or_default();
    if judgement.verdict != Verdict::Correct {
        let given = match attempt.mode {
            Mode::Choice => Answering::Picked { chosen: typed }.text(shared.lang),
            _ => shared.say(&Label::YouTyped { typed }),
        };
        lines.extend(wrap(&[(given, Style::new())], width));
        let answer = answer.to_owned();
        lines.extend(wrap(&[(shared.say(&Label::RightAnswer { answer }), theme.strong())], width));
    }
    for reason in tasks::reasons(judgement, term, answer, shared.lang) {
        lines.extend(wrap(&[(reason, theme.faint())], width));
    }
    if let Some(word) = attempt.accepted.clone() {
        lines.extend(wrap(
            &[(Answering::Accepted { word, key: key(Command::AcceptWord) }.text(shared.lang), theme.good())],
            width,
        ));
    } else if judgement.verdict == Verdict::FitsNotHere {
        lines.extend(wrap(
            &[(Answering::AcceptOffer { key: key(Command::AcceptWord) }.text(shared.lang), theme.fair())],
            width,
        ));
    } else if attempt.mode == Mode::Choice && judgement.verdict == Verdict::Wrong {
        lines.extend(wrap(
            &[(Answering::FitsOffer { key: key(Command::Fits) }.text(shared.lang), theme.faint())],
            width,
        ));
    }
    lines.push(Line::raw(""));
    lines
}

/// The first key of a command, which every input method lets through.
fn key(command: Command) -> String {
    let keys = keymap::bindings(Context::Answered).find(|(other, _)| *other == command);
    keys.and_then(|(_, keys)| keys.into_iter().next()).unwrap_or_default()
}

/// The grades that can be given, with their intervals, of which practice has none; the proposed one is marked.
pub fn buttons(attempt: &Attempt, grades: &[Grade], shared: &Shared, practice: bool) -> Line<'static> {
    let names = [Label::GradeAgain, Label::GradeHard, Label::GradeGood, Label::GradeEasy];
    let mut spans = Vec::new();
    for (grade, name) in Grade::ALL.into_iter().zip(names) {
        if !grades.contains(&grade) {
            continue;
        }
        let interval = interval(attempt.preview.next(grade).interval, shared);
        let interval = if practice { String::new() } else { format!(" {interval}") };
        let text = format!("{} {}{interval}", grade.number(), shared.say(&name));
        if grade == attempt.proposed {
            spans.push(Span::styled(format!("[{text}]"), shared.theme.selected()));
        } else {
            spans.push(Span::raw(format!(" {text} ")));
        }
        spans.push(Span::raw(" "));
    }
    spans.into()
}

/// An interval as a button has it: minutes, days, months and years.
fn interval(interval: Interval, shared: &Shared) -> String {
    let label = match interval {
        Interval::Minutes(count) => Label::Minutes { count },
        Interval::Days(count) if count < 31 => Label::Days { count },
        Interval::Days(count) if count < 365 => Label::Months { count: format!("{:.1}", f64::from(count) / 30.4) },
        Interval::Days(count) => Label::Years { count: format!("{:.1}", f64::from(count) / 365.0) },
    };
    shared.say(&label)
}
