//! `dokpa next`: what to read next.

use serde::Serialize;

use super::context::Context;
use super::{Outcome, deck, explain, json, print};
use crate::messages::{Lang, LibraryLine, printable};
use crate::tasks::{self, NextRow};
use crate::vocab::difficulty::{Difficulty, Measures};

#[derive(Serialize)]
struct Row<'a> {
    id: i64,
    title: &'a str,
    outlet: Option<&'a str>,
    date: Option<&'a str>,
    decks: &'a [String],
    tags: &'a [&'static str],
    #[serde(flatten)]
    difficulty: &'a Difficulty,
    #[serde(flatten)]
    measures: Measures,
    new_terms: usize,
    days: usize,
}

/// Articles that a terminal shows.
const SHOWN: usize = 20;

pub fn run(context: &Context, deck: Option<&str>, as_json: bool) -> Outcome {
    let deck = context.deck(deck)?;
    let rows =
        tasks::read_next(&context.store, deck, context.config.new_per_day).map_err(|e| explain::plain_task(&e))?;
    if as_json {
        return json::lines(rows.iter().map(row));
    }
    if rows.is_empty() {
        return print(&format!("{}\n", LibraryLine::NoArticles.text(context.lang)));
    }
    print(&rows.iter().take(SHOWN).map(|row| line(row, context.lang)).collect::<String>())
}

fn row(row: &NextRow) -> Row<'_> {
    Row {
        id: row.id.0,
        title: &row.facts.title,
        outlet: row.facts.outlet.as_deref(),
        date: row.facts.date.as_deref(),
        decks: &row.decks,
        tags: &row.tags,
        difficulty: &row.difficulty,
        measures: row.measures,
        new_terms: row.new_terms,
        days: row.days,
    }
}

fn line(row: &NextRow, lang: Lang) -> String {
    let cost = LibraryLine::Cost { level: row.difficulty.level, new: row.new_terms, days: row.days }.text(lang);
    let reasons = row.difficulty.reasons.iter().filter(|reason| reason.points > 0.0).take(2);
    let why = reasons.map(|reason| tasks::why(reason).text(lang)).collect::<Vec<_>>().join(", ");
    let tags = deck::tags(&row.tags, lang);
    let facts: Vec<String> = [cost, why, tags].into_iter().filter(|text| !text.is_empty()).collect();
    format!("{:>5}  {}\n       {}\n", row.id.0, printable(&row.facts.title), facts.join(" · "))
}
