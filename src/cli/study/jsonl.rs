//! `study --jsonl`: the session for programs. One line of JSON out for each question, one or more lines in.

use std::io::BufRead;

use serde::{Deserialize, Serialize};

use super::Desk;
use crate::cli::{Outcome, json, print};
use crate::cloze::Verdict;
use crate::deck::{Grade, Mode, Status};
use crate::messages::{Fault, Line};
use crate::study::{Action, Phase};

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Out {
    Question {
        id: String,
        deck: Option<String>,
        prompt: String,
        mode: Mode,
        choices: Option<Vec<String>>,
        hints: Vec<&'static str>,
        left: usize,
    },
    Answer {
        id: String,
        /// Sentences in which the term was recalled, and in which it can be asked.
        contexts: (usize, usize),
        answer: String,
        term: String,
        sentence: String,
        pronunciation: String,
        hanja: Option<String>,
        gloss: Option<String>,
        proposed: Grade,
        intervals: Vec<f64>,
    },
    Hint {
        id: String,
        hint: String,
    },
    Result {
        id: String,
        verdict: Verdict,
        answer: String,
        grade: Grade,
        due: Option<String>,
        interval_days: f64,
        stored: bool,
    },
    Undone {
        id: String,
    },
    Set {
        id: String,
        status: &'static str,
        stored: bool,
    },
    Error {
        message: String,
    },
    Done {
        answered: usize,
        again: usize,
    },
}

/// One line in. Exactly one field is expected.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "the protocol's fields")]
struct In {
    answer: Option<String>,
    reveal: bool,
    grade: Option<Grade>,
    hint: bool,
    undo: bool,
    redo: bool,
    suspend: bool,
    bury: bool,
    known: bool,
    quit: bool,
}

pub fn run(desk: &mut Desk, deck: Option<&str>) -> Outcome {
    // A line may answer a question in another mode than it was asked in; the next one is asked as was chosen.
    let mode = desk.session.mode();
    let mut input = std::io::stdin().lock();
    let mut asked = None;
    let mut line = Vec::new();
    loop {
        if matches!(desk.session.phase(), Phase::Finished) {
            break;
        }
        // A question is told once, and again after an undo or a hint's return to it.
        if matches!(desk.session.phase(), Phase::Asking { .. }) && asked.is_none() {
            desk.session.set_mode(mode);
            say(&question(desk, deck))?;
            asked = Some(());
        }
        line.clear();
        match input.read_until(b'\n', &mut line) {
            Ok(0) => break,
            Ok(_) => {}
            Err(e) => return Err(Some(Fault::Output { reason: e.to_string() })),
        }
        let text = String::from_utf8_lossy(&line);
        if text.trim().is_empty() {
            continue;
        }
        let command = match serde_json::from_str::<In>(text.trim()) {
            Ok(command) => command,
            Err(e) => {
                let detail = e.to_string();
                say(&Out::Error { message: Line::JsonNotUnderstood { detail }.text(desk.context.lang) })?;
                continue;
            }
        };
        if command.quit {
            break;
        }
        if obey(desk, &command)? {
            asked = None;
        }
    }
    let tally = desk.session.tally();
    say(&Out::Done { answered: tally.answered, again: tally.again })
}

/// Does what a line asked. Says whether another question stands now.
fn obey(desk: &mut Desk, command: &In) -> Result<bool, Option<Fault>> {
    if let Some(answer) = &command.answer {
        return answered(desk, answer);
    }
    if command.reveal {
        return reveal(desk);
    }
    if let Some(grade) = command.grade {
        return graded(desk, grade);
    }
    if command.hint {
        return hint(desk);
    }
    if command.undo {
        return undo(desk);
    }
    if command.redo {
        return redo(desk);
    }
    let set = [(command.suspend, Action::Suspend), (command.bury, Action::Bury), (command.known, Action::Known)];
    match set.into_iter().find(|(asked, _)| *asked) {
        Some((_, action)) => set_aside(desk, action),
        None => {
            say(&Out::Error { message: Line::JsonNotUnderstood { detail: "{}".to_owned() }.text(desk.context.lang) })?;
            Ok(false)
        }
    }
}

/// A typed answer: judged, and stored at once with the grade it proposes.
fn answered(desk: &mut Desk, answer: &str) -> Result<bool, Option<Fault>> {
    if !matches!(desk.session.phase(), Phase::Asking { .. }) {
        return not_now(desk, "answer");
    }
    desk.session.set_mode(Mode::Type);
    let now = desk.now();
    desk.session.update(Action::Submit(answer.to_owned()), now);
    let verdict = match desk.session.phase() {
        Phase::Answered(attempt) => attempt.judgement.as_ref().map_or(Verdict::Wrong, |judgement| judgement.verdict),
        _ => return not_now(desk, "answer"),
    };
    let effects = desk.session.update(Action::Accept, now);
    store(desk, &effects, verdict)
}

fn reveal(desk: &mut Desk) -> Result<bool, Option<Fault>> {
    let now = desk.now();
    desk.session.set_mode(Mode::Reveal);
    desk.session.update(Action::Reveal, now);
    let Phase::Answered(attempt) = desk.session.phase() else { return not_now(desk, "reveal") };
    let proposed = attempt.proposed;
    let (Some(item), Some(question)) = (desk.session.item(), desk.session.question()) else {
        return not_now(desk, "reveal");
    };
    let meaning = crate::lexicon::meaning(&item.term.term, item.term.pos, &item.term.parts);
    let preview = desk.session.preview();
    let intervals = preview.map(|p| Grade::ALL.map(|grade| p.next(grade).interval.days()).to_vec());
    say(&Out::Answer {
        id: id(desk),
        contexts: item.contexts(),
        answer: question.sentence.get(question.range.clone()).unwrap_or_default().to_owned(),
        term: item.term.term.clone(),
        sentence: question.sentence.clone(),
        pronunciation: crate::lexicon::pronunciation(&item.term.term, item.term.pos, &item.term.parts),
        hanja: meaning.as_ref().and_then(|meaning| meaning.hanja.clone()),
        gloss: meaning.map(|meaning| meaning.gloss),
        proposed,
        intervals: intervals.unwrap_or_default(),
    })?;
    Ok(false)
}

/// The grade of a revealed answer, or another grade for the answer that was stored last.
fn graded(desk: &mut Desk, grade: Grade) -> Result<bool, Option<Fault>> {
    let now = desk.now();
    let action = match desk.session.phase() {
        Phase::Answered(_) => Action::Grade(grade),
        _ => Action::Regrade(grade),
    };
    let regrade = matches!(action, Action::Regrade(_));
    let verdict = match (regrade, desk.session.last()) {
        (true, Some(last)) => last.answer.verdict,
        _ => None,
    };
    let effects = desk.session.update(action, now);
    if effects.is_empty() {
        return not_now(desk, "grade");
    }
    let recalled = if grade == Grade::Again { Verdict::Wrong } else { Verdict::Correct };
    store(desk, &effects, verdict.unwrap_or(recalled))
}

/// Stores and tells the result; `stored` is said only after the transaction is on disk.
fn store(desk: &mut Desk, effects: &[crate::study::Effect], verdict: Verdict) -> Result<bool, Option<Fault>> {
    if let Err(fault) = desk.carry_out(effects) {
        say(&Out::Error { message: fault.text(desk.context.lang) })?;
        return Ok(false);
    }
    let Some(last) = desk.session.last() else { return Ok(true) };
    let answer = &last.answer;
    let calendar = &desk.context.calendar;
    let due = answer.after.due.map(|due| match due {
        crate::deck::Due::At(at) => calendar.rfc3339(at),
        crate::deck::Due::On(day) => calendar.rfc3339(calendar.start(day)),
    });
    say(&Out::Result {
        id: format!("{}-{}", answer.before.term.0, answer.cloze.0),
        verdict,
        answer: last.shown.clone(),
        grade: answer.grade,
        due,
        interval_days: answer.interval_days,
        stored: true,
    })?;
    Ok(true)
}

fn hint(desk: &mut Desk) -> Result<bool, Option<Fault>> {
    let before = desk.session.hints().len();
    let now = desk.now();
    desk.session.update(Action::Hint, now);
    let hints = desk.session.hints();
    if hints.len() == before {
        return not_now(desk, "hint");
    }
    let text = hints.last().map(crate::study::Hint::text).unwrap_or_default();
    say(&Out::Hint { id: id(desk), hint: text })?;
    Ok(false)
}

fn undo(desk: &mut Desk) -> Result<bool, Option<Fault>> {
    let now = desk.now();
    let effects = desk.session.update(Action::Undo, now);
    if effects.is_empty() {
        return not_now(desk, "undo");
    }
    match desk.carry_out(&effects) {
        Ok(_) => {
            say(&Out::Undone { id: id(desk) })?;
            Ok(true)
        }
        Err(fault) => {
            say(&Out::Error { message: fault.text(desk.context.lang) })?;
            Ok(false)
        }
    }
}

/// What was undone last is stored again and told as it was then.
fn redo(desk: &mut Desk) -> Result<bool, Option<Fault>> {
    let now = desk.now();
    let effects = desk.session.update(Action::Redo, now);
    match effects.as_slice() {
        [] => not_now(desk, "redo"),
        [crate::study::Effect::Record(answer)] => {
            let recalled = if answer.grade == Grade::Again { Verdict::Wrong } else { Verdict::Correct };
            let verdict = answer.verdict.unwrap_or(recalled);
            store(desk, &effects, verdict)
        }
        _ => {
            let id = id(desk);
            match desk.carry_out(&effects) {
                Ok(_) => {
                    say(&Out::Set { id, status: "redone", stored: true })?;
                    Ok(true)
                }
                Err(fault) => {
                    say(&Out::Error { message: fault.text(desk.context.lang) })?;
                    Ok(false)
                }
            }
        }
    }
}

fn set_aside(desk: &mut Desk, action: Action) -> Result<bool, Option<Fault>> {
    let status = match action {
        Action::Suspend => Status::Suspended.name(),
        Action::Known => Status::Known.name(),
        _ => "buried",
    };
    let id = id(desk);
    let now = desk.now();
    let effects = desk.session.update(action, now);
    if effects.is_empty() {
        return not_now(desk, status);
    }
    match desk.carry_out(&effects) {
        Ok(_) => {
            say(&Out::Set { id, status, stored: true })?;
            Ok(true)
        }
        Err(fault) => {
            say(&Out::Error { message: fault.text(desk.context.lang) })?;
            Ok(false)
        }
    }
}

fn question(desk: &Desk, deck: Option<&str>) -> Out {
    let session = &desk.session;
    let prompt = session.prompt().map(|prompt| prompt.text());
    let left = session.left();
    Out::Question {
        id: id(desk),
        deck: deck.map(str::to_owned),
        prompt: prompt.unwrap_or_default(),
        mode: session.mode(),
        choices: None,
        hints: crate::study::Hint::LADDER.to_vec(),
        left: left.new + left.learning + left.review,
    }
}

/// Term and cloze of the question that stands.
fn id(desk: &Desk) -> String {
    let term = desk.session.item().map_or(0, |item| item.term.id.0);
    let cloze = desk.session.question().map_or(0, |question| question.cloze.0);
    format!("{term}-{cloze}")
}

fn not_now(desk: &Desk, what: &str) -> Result<bool, Option<Fault>> {
    say(&Out::Error { message: Line::JsonNotNow { what: what.to_owned() }.text(desk.context.lang) })?;
    Ok(false)
}

fn say(out: &Out) -> Outcome {
    print(&json::line(out)?)
}
