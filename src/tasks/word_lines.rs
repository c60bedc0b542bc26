//! The words of the list in the order that is wanted, and what is shown of some of them.

use super::{Meanings, TaskError, list_anew};
use crate::deck::{Card, Term, TermId, WordFilter, WordSort};
use crate::reader::Knowledge;
use crate::store::{Store, TermSet, WordQuery};
use crate::time::{StudyDay, Timestamp};

/// A word as a list shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct WordLine {
    pub term: Term,
    /// `None` for names, which are never asked.
    pub card: Option<Card>,
    pub hanja: Option<String>,
    pub gloss: Option<String>,
    /// 1 to 6, by a dictionary.
    pub level: Option<u8>,
    /// Occurrences, in the deck that is looked at or in all articles.
    pub count: usize,
    /// When the first article that has it came in; only where that was asked for.
    pub added_at: Option<Timestamp>,
}

impl WordLine {
    pub fn knowledge(&self) -> Knowledge {
        let card = self.card.map(|card| (card.status, card.state));
        Knowledge::of(self.term.kind, card, self.card.and_then(|card| card.memory).map(|memory| memory.stability))
    }
}

/// The words that are wanted, words before names: their ids only.
pub fn find_words(store: &Store, query: &WordQuery, today: StudyDay, now: Timestamp) -> Result<Vec<TermId>, TaskError> {
    WordFinder::default().find(store, query, today, now)
}

/// Finds words again and again: while one types, the order and the filter stay, and only what the letters find is read.
#[derive(Debug, Default)]
pub struct WordFinder {
    /// The order that was read last, with what it was asked by: sort, reverse, and whether archived decks are in it.
    order: Option<((WordSort, bool, bool), Vec<TermId>)>,
    /// What the filter leaves.
    kept: Option<(WordFilter, Option<TermSet>)>,
}

impl WordFinder {
    /// What was read may be true no longer.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    pub fn find(
        &mut self,
        store: &Store,
        query: &WordQuery,
        today: StudyDay,
        now: Timestamp,
    ) -> Result<Vec<TermId>, TaskError> {
        let closed = query.filter.deck.is_some();
        let asked = (query.sort, query.reverse, closed);
        if self.order.is_none() && self.kept.is_none() {
            list_anew(store)?;
        }
        let (_, order) = match self.order.take().filter(|(by, _)| *by == asked) {
            Some(order) => self.order.insert(order),
            None => self.order.insert((asked, store.word_order(query.sort, query.reverse, closed, now)?)),
        };
        let (_, kept) = match self.kept.take().filter(|(by, _)| *by == query.filter) {
            Some(kept) => self.kept.insert(kept),
            None => self.kept.insert((query.filter.clone(), store.words_that(&query.filter, today, now)?)),
        };
        let found = store.words_found_by(&query.search)?;
        let fits = |set: &Option<TermSet>, term: TermId| set.as_ref().is_none_or(|set| set.has(term));
        Ok(order.iter().copied().filter(|term| fits(kept, *term) && fits(&found, *term)).collect())
    }
}

/// What is shown of these words; one that is gone is left out.
pub fn word_lines(store: &Store, words: &[TermId], query: &WordQuery) -> Result<Vec<WordLine>, TaskError> {
    let deck = query.filter.deck;
    let meanings = Meanings::of(store)?;
    let mut lines = Vec::with_capacity(words.len());
    for id in words {
        let Some(term) = store.term(*id)? else { continue };
        let meaning = meanings.meaning(&term)?;
        let card = store.card(*id)?.filter(|_| term.kind != crate::vocab::Kind::Name);
        let count = match deck {
            Some(_) => store.occurrences_of(*id, deck)?,
            None => store.listed_count(*id)?,
        };
        lines.push(WordLine {
            card,
            level: meaning.as_ref().and_then(|meaning| meaning.level),
            hanja: meaning.as_ref().and_then(|meaning| meaning.hanja.clone()),
            gloss: meaning.map(|meaning| meaning.gloss),
            count,
            added_at: if query.sort == WordSort::Added { store.met_at(*id)? } else { None },
            term,
        });
    }
    Ok(lines)
}
