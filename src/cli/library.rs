//! `dokpa library`

use serde::Serialize;

use super::args::ListArgs;
use super::context::Context;
use super::{Outcome, explain, json, listing, print};
use crate::messages::printable;
use crate::store::ArticleRow;
use crate::tasks::{self, SearchKeys};

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

pub fn run(context: &Context, deck: Option<&str>, list: &ListArgs, as_json: bool) -> Outcome {
    let deck = context.deck(deck)?;
    let mut rows = context.store.library(deck).map_err(|e| explain::stored(&e))?;
    if list.is_given() {
        let query = listing::articles(deck, list)?;
        let keys: Vec<SearchKeys> = rows.iter().map(SearchKeys::of).collect();
        let by_terms = tasks::articles_by_terms(&context.store, &query.search).map_err(|e| explain::plain_task(&e))?;
        let found = tasks::find_articles(&rows, &keys, &query, &by_terms);
        rows = found.into_iter().filter_map(|at| rows.get(at).cloned()).collect();
    }
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
