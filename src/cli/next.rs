//! `dokpa next`: what to read next.

use serde::Serialize;

use super::context::Context;
use super::{Outcome, deck, explain, json, print};
use crate::deck::ArticleId;
use crate::messages::{Lang, LibraryLine, ReadingLabel, printable};
use crate::reader::Grown;
use crate::tasks::{self, NextRow, Rereading};
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
    /// Where its words came to stay since it was read: what was known then, what is known now.
    reread: Option<Again>,
}

#[derive(Serialize)]
struct Again {
    then: f64,
    now: f64,
    days_ago: i32,
    /// Terms that were looked up then and are mature now.
    looked_up: usize,
}

/// Articles that a terminal shows.
const SHOWN: usize = 20;

pub fn run(context: &Context, deck: Option<&str>, as_json: bool) -> Outcome {
    let deck = context.deck(deck)?;
    let rows =
        tasks::read_next(&context.store, deck, context.config.new_per_day).map_err(|e| explain::plain_task(&e))?;
    let again = tasks::rereadings(&context.store, context.calendar.day(context.clock.now()))
        .map_err(|e| explain::plain_task(&e))?;
    let grown = |id: ArticleId| again.iter().find(|one| one.article == id).map(|one| one.grown);
    if as_json {
        return json::lines(rows.iter().map(|of| row(of, grown(of.id))));
    }
    if rows.is_empty() {
        return print(&format!("{}\n", LibraryLine::NoArticles.text(context.lang)));
    }
    let mine = again.iter().filter(|one| rows.iter().any(|row| row.id == one.article));
    let mut out: String = mine.take(3).map(|one| again_line(one, context.lang)).collect();
    out.extend(rows.iter().take(SHOWN).map(|row| line(row, context.lang)));
    print(&out)
}

fn row(row: &NextRow, grown: Option<Grown>) -> Row<'_> {
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
        reread: grown.map(|grown| Again {
            then: json::rounded(grown.then.part()),
            now: json::rounded(grown.now.part()),
            days_ago: grown.days,
            looked_up: grown.looked_up,
        }),
    }
}

fn again_line(one: &Rereading, lang: Lang) -> String {
    let Grown { then, now, days, looked_up, .. } = one.grown;
    let days = usize::try_from(days).unwrap_or(0);
    let said = ReadingLabel::AgainLine { then: then.percent(), now: now.percent(), days, looked_up }.text(lang);
    format!("{:>5}  {}\n       {said}\n", one.article.0, printable(&one.title))
}

fn line(row: &NextRow, lang: Lang) -> String {
    let cost = LibraryLine::Cost { level: row.difficulty.level, new: row.new_terms, days: row.days }.text(lang);
    let reasons = row.difficulty.reasons.iter().filter(|reason| reason.points > 0.0).take(2);
    let why = reasons.map(|reason| tasks::why(reason).text(lang)).collect::<Vec<_>>().join(", ");
    let tags = deck::tags(&row.tags, lang);
    let facts: Vec<String> = [cost, why, tags].into_iter().filter(|text| !text.is_empty()).collect();
    format!("{:>5}  {}\n       {}\n", row.id.0, printable(&row.facts.title), facts.join(" · "))
}
