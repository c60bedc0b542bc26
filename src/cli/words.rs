//! `dokpa words`

use std::collections::HashMap;

use serde::Serialize;

use super::args::ListArgs;
use super::context::Context;
use super::{Outcome, explain, json, listing, print};
use crate::deck::{DeckId, TermId};
use crate::messages::Fault;
use crate::tasks::{self, WordRow};
use crate::vocab::rank::Score;

#[derive(Serialize)]
struct Row<'a> {
    term: &'a str,
    pos: &'static str,
    kind: &'static str,
    parts: &'a [String],
    pronunciation: String,
    hanja: Option<&'a str>,
    gloss: Option<&'a str>,
    level: Option<u8>,
    short_for: Option<&'a str>,
    count: usize,
    score: f64,
    /// The factors of the score.
    why: Score,
    status: &'static str,
    flagged: bool,
    example: Option<&'a str>,
}

pub fn run(
    context: &Context,
    deck: Option<&str>,
    top: Option<usize>,
    flagged: bool,
    list: &ListArgs,
    as_json: bool,
) -> Outcome {
    let deck = context.deck(deck)?;
    let mut rows = tasks::list_words(&context.store, deck).map_err(|e| explain::plain_task(&e))?;
    if list.is_given() {
        rows = wished(context, deck, list, rows)?;
    }
    let rows = rows.iter().filter(|word| word.flagged || !flagged).take(top.unwrap_or(usize::MAX));
    if as_json {
        return json::lines(rows.map(row));
    }
    let mut out = String::new();
    for word in rows {
        let hanja = word.hanja.as_deref().unwrap_or_default();
        let gloss = word.gloss.as_deref().unwrap_or_default();
        out.push_str(&format!(
            "{}\t{}\t{}\t{}\t{hanja}\t{gloss}\n",
            word.term.term,
            word.term.kind.name(),
            word.count,
            status(word)
        ));
    }
    print(&out)
}

/// The rows that are wished, in the order in which the list of words has them.
fn wished(context: &Context, deck: Option<DeckId>, list: &ListArgs, rows: Vec<WordRow>) -> Result<Vec<WordRow>, Fault> {
    let query = listing::words(context, deck, list)?;
    let now = context.clock.now();
    let found = tasks::find_words(&context.store, &query, context.calendar.day(now), now);
    let mut rows: HashMap<TermId, WordRow> = rows.into_iter().map(|row| (row.term.id, row)).collect();
    Ok(found.map_err(|e| explain::plain_task(&e))?.into_iter().filter_map(|id| rows.remove(&id)).collect())
}

fn row(word: &WordRow) -> Row<'_> {
    Row {
        term: &word.term.term,
        pos: word.term.pos.name(),
        kind: word.term.kind.name(),
        parts: &word.term.parts,
        pronunciation: crate::lexicon::pronunciation(&word.term.term, word.term.pos, &word.term.parts),
        hanja: word.hanja.as_deref(),
        gloss: word.gloss.as_deref(),
        level: word.level,
        short_for: word.short_for.as_deref(),
        count: word.count,
        score: word.score.total,
        why: word.score,
        status: status(word),
        flagged: word.flagged,
        example: word.example.as_deref(),
    }
}

/// What the learner knows of a term: a decision of theirs, or where its card stands.
fn status(word: &WordRow) -> &'static str {
    match word.status {
        crate::deck::Status::Active => word.state.name(),
        decided => decided.name(),
    }
}
