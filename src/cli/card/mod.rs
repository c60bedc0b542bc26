//! `dokpa card`: what is remembered of a term, and what the learner decides about it.

mod show;

use serde::Serialize;

use super::args::CardVerb;
use super::context::Context;
use super::{Outcome, explain, json, print};
use crate::deck::{Due, Status};
use crate::messages::{MemoryLine, printable};
use crate::tasks::{self, CardChange, CardRow};
use crate::vocab::correct::Correction;

#[derive(Serialize)]
struct Row<'a> {
    term: &'a str,
    pos: &'static str,
    /// A decision of the learner, buried, or where the card stands.
    status: &'static str,
    due: Option<String>,
    stability: Option<f32>,
    difficulty: Option<f32>,
    /// The chance that it is recalled today.
    recall: Option<f32>,
    answers: u32,
    lapses: u32,
    leech: bool,
    flagged: bool,
    contexts_passed: usize,
    contexts: usize,
    parts: &'a [String],
    hanja: Option<String>,
}

pub fn run(context: &mut Context, verb: &CardVerb, as_json: bool) -> Outcome {
    let (term, change) = match verb {
        CardVerb::Leeches => return leeches(context, as_json),
        CardVerb::Ignore { term } => {
            // A decision about the word itself, which fix undo takes back.
            let correction = Correction::Ignore { term: nfc(term) };
            let now = context.clock.now();
            tasks::correct(&mut context.store, correction, now).map_err(|e| explain::plain_task(&e))?;
            (term, None)
        }
        CardVerb::Show { term } => (term, None),
        CardVerb::Known { term } => (term, Some(CardChange::Known)),
        CardVerb::Suspend { term } => (term, Some(CardChange::Suspend)),
        CardVerb::Bury { term } => (term, Some(CardChange::Bury)),
        CardVerb::Wake { term } => (term, Some(CardChange::Wake)),
        CardVerb::Reset { term } => (term, Some(CardChange::Reset)),
        CardVerb::Flag { term } => (term, Some(CardChange::Flag)),
        CardVerb::Unflag { term } => (term, Some(CardChange::Unflag)),
        CardVerb::Relieve { term } => (term, Some(CardChange::Relieve)),
    };
    let term = nfc(term);
    let today = context.calendar.day(context.clock.now());
    if let Some(change) = change {
        tasks::change_cards(&mut context.store, &term, change, today).map_err(|e| explain::plain_task(&e))?;
    }
    let rows = tasks::cards_of(&context.store, &term, &context.config.schedule, &context.calendar, today)
        .map_err(|e| explain::plain_task(&e))?;
    if matches!(verb, CardVerb::Show { .. }) {
        return show::run(context, &rows, as_json);
    }
    if as_json {
        return json::lines(rows.iter().map(|card| row(context, card)));
    }
    if change.is_some() && context.quiet {
        return Ok(());
    }
    print(&rows.iter().map(|card| line(context, card) + "\n").collect::<String>())
}

fn nfc(term: &str) -> String {
    crate::korean::jamo::nfc(term.trim())
}

fn status(context: &Context, row: &CardRow) -> &'static str {
    let today = context.calendar.day(context.clock.now());
    match row.card.status {
        Status::Active if !row.card.is_open(today) => "buried",
        Status::Active => row.card.state.name(),
        decided => decided.name(),
    }
}

fn row<'a>(context: &Context, row: &'a CardRow) -> Row<'a> {
    let (contexts_passed, contexts) = contexts(row);
    let meaning = crate::lexicon::meaning(&row.term.term, row.term.pos, &row.term.parts);
    Row {
        term: &row.term.term,
        pos: row.term.pos.name(),
        status: status(context, row),
        due: row.card.due.map(|due| match due {
            Due::At(at) => context.calendar.rfc3339(at),
            Due::On(day) => context.calendar.rfc3339(context.calendar.start(day)),
        }),
        stability: row.card.memory.map(|memory| memory.stability),
        difficulty: row.card.memory.map(|memory| memory.difficulty),
        recall: row.recall,
        answers: row.card.reps,
        lapses: row.card.lapses,
        leech: row.card.leech,
        flagged: row.card.flagged,
        contexts_passed,
        contexts,
        parts: &row.term.parts,
        hanja: meaning.and_then(|meaning| meaning.hanja),
    }
}

fn contexts(row: &CardRow) -> (usize, usize) {
    (row.questions.iter().filter(|question| question.passed).count(), row.questions.len())
}

fn line(context: &Context, row: &CardRow) -> String {
    let due = row.card.due.map_or_else(
        || "–".to_owned(),
        |due| {
            let day = match due {
                Due::At(at) => context.calendar.day(at),
                Due::On(day) => day,
            };
            context.calendar.date(day).to_string()
        },
    );
    let (passed, contexts) = contexts(row);
    let line = MemoryLine::Card {
        term: row.term.term.clone(),
        status: status(context, row).to_owned(),
        due,
        reps: row.card.reps,
        lapses: row.card.lapses,
        passed,
        contexts,
    };
    printable(&line.text(context.lang))
}

/// The leeches, each with what to do about it.
fn leeches(context: &Context, as_json: bool) -> Outcome {
    let today = context.calendar.day(context.clock.now());
    let rows = tasks::leeches(&context.store, &context.config.schedule, &context.calendar, today)
        .map_err(|e| explain::plain_task(&e))?;
    if as_json {
        return json::lines(rows.iter().map(|card| row(context, card)));
    }
    if rows.is_empty() {
        return print(&format!("{}\n", MemoryLine::NoLeeches.text(context.lang)));
    }
    let mut out = String::new();
    for card in &rows {
        out.push_str(&(line(context, card) + "\n"));
        for advice in advice(card) {
            out.push_str(&(printable(&advice.text(context.lang)) + "\n"));
        }
    }
    print(&out)
}

fn advice(row: &CardRow) -> Vec<MemoryLine> {
    let count = row.questions.len();
    let mut advice = vec![match count {
        0 | 1 => MemoryLine::LeechMoreSentences,
        count => MemoryLine::LeechOtherSentence { count },
    }];
    let meaning = crate::lexicon::meaning(&row.term.term, row.term.pos, &row.term.parts);
    advice.extend(meaning.and_then(|meaning| meaning.hanja).map(|hanja| MemoryLine::LeechHanja { hanja }));
    if row.term.parts.len() > 1 {
        advice.push(MemoryLine::LeechParts { parts: row.term.parts.join(" + ") });
    }
    advice.push(MemoryLine::LeechSuspend { term: row.term.term.clone() });
    advice
}
