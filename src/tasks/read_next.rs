//! What to read next: the library by how hard each article is for this reader.

use std::collections::HashMap;

use super::TaskError;
use crate::article::Facts;
use crate::deck::{ArticleId, DeckId, State, Status, Term};
use crate::messages::WhyHard;
use crate::store::{LibraryRow, Store};
use crate::vocab::Kind;
use crate::vocab::difficulty::{Cause, Difficulty, Measures, Reason, Word, difficulty, measure};
use crate::vocab::subject::subjects;

/// An article with what reading it would cost.
#[derive(Debug, Clone, PartialEq)]
pub struct NextRow {
    pub id: ArticleId,
    pub facts: Facts,
    pub decks: Vec<String>,
    pub tags: Vec<&'static str>,
    pub difficulty: Difficulty,
    pub measures: Measures,
    /// Terms that were never answered and are neither known nor ignored.
    pub new_terms: usize,
    /// Days that these take at so many a day.
    pub days: usize,
}

/// A term, how often an article has it, and its card if it has one.
type Spread = (Term, usize, Option<(Status, State)>);

/// Whether a reader knows a word with such a card. What is ignored is nothing to learn.
pub fn is_known(card: Option<(Status, State)>) -> bool {
    card.is_some_and(|(status, state)| {
        matches!(status, Status::Known | Status::Ignored) || matches!(state, State::Review)
    })
}

/// The days that `new_terms` take.
pub fn days(new_terms: usize, new_per_day: u32) -> usize {
    new_terms.div_ceil((new_per_day as usize).max(1))
}

/// The articles of a deck, or of all decks that are not archived: those with something to learn first, the easiest
/// before harder ones; those that hold nothing new behind them.
pub fn read_next(store: &Store, deck: Option<DeckId>, new_per_day: u32) -> Result<Vec<NextRow>, TaskError> {
    let mut words: HashMap<ArticleId, Vec<Spread>> = HashMap::new();
    for spread in store.spread_terms()? {
        for (article, count) in spread.articles {
            words.entry(article).or_default().push((spread.term.clone(), count, spread.card));
        }
    }
    let row = |row: LibraryRow| {
        let own = words.get(&row.id).map(Vec::as_slice).unwrap_or_default();
        let terms = || own.iter().filter(|(term, ..)| term.kind != Kind::Name);
        let measures = measure(
            terms().map(|(term, count, card)| Word {
                term: &term.term,
                pos: term.pos,
                parts: &term.parts,
                count: *count,
                known: is_known(*card),
            }),
            row.sentences,
            row.eojeols,
        );
        let is_new = |card: &Option<(Status, State)>| *card == Some((Status::Active, State::New));
        let new_terms = terms().filter(|(_, _, card)| is_new(card)).count();
        NextRow {
            id: row.id,
            tags: subjects(own.iter().map(|(term, count, _)| (term.term.as_str(), term.pos, *count))),
            facts: row.facts,
            decks: row.decks,
            difficulty: difficulty(&measures),
            measures,
            new_terms,
            days: days(new_terms, new_per_day),
        }
    };
    let mut rows: Vec<NextRow> =
        store.articles_listed(deck)?.into_iter().filter(|row| deck.is_some() || row.open).map(row).collect();
    rows.sort_by(|a, b| {
        let key = |row: &NextRow| (row.new_terms == 0, row.id);
        let (a_known, a_id) = key(a);
        let (b_known, b_id) = key(b);
        a_known.cmp(&b_known).then(a.difficulty.points.total_cmp(&b.difficulty.points)).then(a_id.cmp(&b_id))
    });
    Ok(rows)
}

/// A reason in a few words.
pub fn why(reason: &Reason) -> WhyHard {
    match reason.reason {
        Cause::Coverage => WhyHard::Coverage { percent: reason.value * 100.0 },
        Cause::SentenceLength => WhyHard::SentenceLength { eojeols: reason.value },
        Cause::SinoShare => WhyHard::SinoShare { percent: reason.value * 100.0 },
        Cause::UnknownLevel => WhyHard::UnknownLevel { level: reason.value },
    }
}
