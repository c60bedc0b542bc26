//! `dokpa library`

use serde::Serialize;

use super::context::Context;
use super::{Outcome, explain, json, print};
use crate::messages::printable;
use crate::store::ArticleRow;

#[derive(Serialize)]
struct Row<'a> {
    article: i64,
    title: &'a str,
    outlet: Option<&'a str>,
    date: Option<&'a str>,
    decks: &'a str,
    sentences: usize,
    words: usize,
    known_words: usize,
    coverage_tokens: f64,
    terms: usize,
    known_terms: usize,
    coverage_terms: f64,
    names: usize,
    ignored: usize,
    /// The sentence at which reading stopped, from 1.
    place: Option<usize>,
    finished: bool,
}

pub fn run(context: &Context, deck: Option<&str>, as_json: bool) -> Outcome {
    let rows = context.store.library(context.deck(deck)?).map_err(|e| explain::stored(&e))?;
    if as_json {
        return json::lines(rows.iter().map(row));
    }
    let line = |row: &ArticleRow| {
        let percent = row.coverage.words.percent();
        let date = row.date.as_deref().unwrap_or("-");
        format!("{}\t{date}\t{percent}%\t{}%\t{}\n", row.id.0, row.coverage.terms.percent(), printable(&row.title))
    };
    print(&rows.iter().map(line).collect::<String>())
}

fn row(row: &ArticleRow) -> Row<'_> {
    let coverage = row.coverage;
    Row {
        article: row.id.0,
        title: &row.title,
        outlet: row.outlet.as_deref(),
        date: row.date.as_deref(),
        decks: &row.decks,
        sentences: row.sentences,
        words: coverage.words.all,
        known_words: coverage.words.known,
        coverage_tokens: json::rounded(coverage.words.part()),
        terms: coverage.terms.all,
        known_terms: coverage.terms.known,
        coverage_terms: json::rounded(coverage.terms.part()),
        names: coverage.names,
        ignored: coverage.ignored,
        place: row.place.map(|place| place + 1),
        finished: row.finished,
    }
}
