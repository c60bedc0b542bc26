//! `study --jsonl`: the session for programs. One line of JSON out for each question, one or more lines in.

mod out;

use super::Desk;
use super::lines::Lines;
use crate::cli::{Outcome, json, print};
use crate::cloze::Verdict;
use crate::deck::{Grade, Mode, Status};
use crate::messages::{Fault, Line};
use crate::study::{Action, Effect, Item, Phase};

pub use self::out::Facts;
use self::out::{In, Out, Reasons};

pub fn run(desk: &mut Desk, deck: Option<&str>) -> Outcome {
    let mut input = Lines::new();
    let mut asked = None;
    let mut done = None;
    loop {
        let finished = matches!(desk.session.phase(), Phase::Finished);
        // Told again where another grade changed what it says.
        let tally = desk.session.tally();
        if finished && done != Some(tally) {
            say_done(desk)?;
            done = Some(tally);
        }
        // Behind the last question its answer can still be taken back.
        if finished && !desk.session.can_undo() && !desk.session.can_redo() {
            break;
        }
        // A question is told once, and again after an undo or a hint's return to it.
        if matches!(desk.session.phase(), Phase::Asking { .. }) && asked.is_none() {
            say(&question(desk, deck))?;
            (asked, done) = (Some(()), None);
        }
        let Some(line) = input.next(finished)? else { break };
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
        if command.stay {
            input.stays = true;
            continue;
        }
        if obey(desk, &command)? {
            asked = None;
        }
    }
    if done.is_none() { say_done(desk) } else { Ok(()) }
}

fn say_done(desk: &Desk) -> Outcome {
    let tally = desk.session.tally();
    say(&Out::Done { answered: tally.answered, again: tally.again })
}

/// Does what a line asked. Says whether another question stands now.
fn obey(desk: &mut Desk, command: &In) -> Result<bool, Option<Fault>> {
    if let Some(answer) = &command.answer {
        return answered(desk, answer);
    }
    if let Some(number) = command.choice {
        return chosen(desk, number);
    }
    if let Some(number) = command.fits {
        return fits(desk, number);
    }
    if let Some(wish) = command.mode {
        desk.session.set_wish(wish);
        desk.bring_words()?;
        return Ok(matches!(desk.session.phase(), Phase::Asking { .. }));
    }
    if command.accept {
        return accept(desk);
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
    let set = [
        (command.suspend, Action::Suspend),
        (command.bury, Action::Bury),
        (command.known, Action::Known),
        (command.flag, Action::Flag),
    ];
    match set.into_iter().find(|(asked, _)| *asked) {
        Some((_, action)) => set_card(desk, action),
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
    // What was typed counts as typed, in whichever mode the question was asked; the text of a choice is that choice.
    if desk.session.choices().is_none() {
        desk.session.ask_in(Mode::Type);
    }
    judged(desk, Action::Submit(answer.to_owned()), "answer")
}

/// A choice by its number.
fn chosen(desk: &mut Desk, number: usize) -> Result<bool, Option<Fault>> {
    match number.checked_sub(1) {
        Some(index) => judged(desk, Action::Choose(index), "choice"),
        None => not_now(desk, "choice"),
    }
}

fn judged(desk: &mut Desk, action: Action, what: &str) -> Result<bool, Option<Fault>> {
    let now = desk.now();
    desk.session.update(action, now);
    desk.bring_words()?;
    let verdict = match desk.session.phase() {
        Phase::Answered(attempt) => attempt.judgement.as_ref().map_or(Verdict::Wrong, |judgement| judgement.verdict),
        _ => return not_now(desk, what),
    };
    desk.facts = facts(desk)?;
    let effects = desk.session.update(Action::Accept, now);
    store(desk, &effects, verdict)
}

/// "My answer is right as well": kept for good, and the answer that was stored last gets the grade of a right one.
fn accept(desk: &mut Desk) -> Result<bool, Option<Fault>> {
    let now = desk.now();
    if !remark(desk, Action::AcceptWord, "accept")? {
        return Ok(false);
    }
    let only_length = desk.session.last().is_none_or(|last| last.answer.aid.hints.iter().all(|hint| hint == "length"));
    let grade = if only_length { Grade::Good } else { Grade::Hard };
    let effects = desk.session.update(Action::Regrade(grade), now);
    if effects.is_empty() {
        return Ok(false);
    }
    // The question that stands is not told again: only the last answer changed.
    store(desk, &effects, Verdict::Correct).map(|_| false)
}

fn fits(desk: &mut Desk, number: usize) -> Result<bool, Option<Fault>> {
    let before = desk.session.choices().cloned();
    let Some(index) = number.checked_sub(1) else { return not_now(desk, "fits") };
    let stored = remark(desk, Action::Fits(index), "fits")?;
    // The question is told again with its new choices.
    Ok(stored && before != desk.session.choices().cloned())
}

/// Stores what was said of a word and tells so.
fn remark(desk: &mut Desk, action: Action, what: &str) -> Result<bool, Option<Fault>> {
    let now = desk.now();
    let effects = desk.session.update(action, now);
    let Some(Effect::Remark { word, remark, .. }) = effects.first() else {
        not_now(desk, what)?;
        return Ok(false);
    };
    let out = Out::Remark { id: id(desk), remark: remark.name(), word: word.clone(), stored: true };
    match desk.carry_out(&effects) {
        Ok(_) => say(&out).map(|()| true),
        Err(fault) => {
            say(&Out::Error { message: fault.text(desk.context.lang) })?;
            Ok(false)
        }
    }
}

/// What is told of the question that stands, once it was attempted.
fn facts(desk: &Desk) -> Result<Option<Facts>, Option<Fault>> {
    let meaning = match desk.session.item() {
        Some(item) => desk.meaning(&item.term)?,
        None => None,
    };
    Ok(Facts::of(&desk.session, meaning))
}

fn reveal(desk: &mut Desk) -> Result<bool, Option<Fault>> {
    let now = desk.now();
    desk.session.ask_in(Mode::Reveal);
    desk.session.update(Action::Reveal, now);
    let Phase::Answered(attempt) = desk.session.phase() else { return not_now(desk, "reveal") };
    let proposed = attempt.proposed;
    let (Some(question), Some(facts)) = (desk.session.question(), facts(desk)?) else {
        return not_now(desk, "reveal");
    };
    // Practice moves no dates.
    let preview = desk.session.preview().filter(|_| !desk.session.is_practice());
    let intervals = preview.map(|p| Grade::ALL.map(|grade| p.next(grade).interval.days()).to_vec());
    desk.facts = Some(facts.clone());
    say(&Out::Answer {
        id: id(desk),
        contexts: desk.session.item().map_or((0, 0), Item::contexts),
        answer: question.sentence.get(question.range.clone()).unwrap_or_default().to_owned(),
        facts,
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
    let parts = desk.facts.as_ref().map_or_else(Vec::new, Facts::part_names);
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
        mode: answer.mode,
        practice: answer.aid.practice,
        typed: answer.typed.clone(),
        hints: answer.aid.hints.clone(),
        reasons: Reasons::of(last.judgement.as_ref(), &parts),
        facts: desk.facts.clone(),
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
    let Some(last) = hints.last() else { return not_now(desk, "hint") };
    say(&Out::Hint { id: id(desk), hint: last.text(), name: last.name() })?;
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
    desk.facts = facts(desk)?;
    match effects.as_slice() {
        [] => not_now(desk, "redo"),
        [Effect::Record(answer)] => {
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

/// Sets the card of the question that stands aside, or puts a flag on it or takes it off; a question that only got a flag
/// stands as it was told.
fn set_card(desk: &mut Desk, action: Action) -> Result<bool, Option<Fault>> {
    let status = match action {
        Action::Suspend => Status::Suspended.name(),
        Action::Known => Status::Known.name(),
        Action::Flag => "flag",
        _ => "buried",
    };
    let (id, now) = (id(desk), desk.now());
    let effects = desk.session.update(action, now);
    let (status, goes) = match effects.as_slice() {
        [] => return not_now(desk, status),
        [Effect::Flag { card }] => (if card.flagged { "flagged" } else { "unflagged" }, false),
        _ => (status, true),
    };
    match desk.carry_out(&effects) {
        Ok(_) => {
            say(&Out::Set { id, status, stored: true })?;
            Ok(goes)
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
        choices: session.choices().map(|choices| choices.options.clone()),
        hints: session.ladder(),
        left: left.new + left.learning + left.review,
        practice: session.is_practice(),
        flagged: session.item().is_some_and(|item| item.card.flagged),
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
