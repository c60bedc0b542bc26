//! The words of the list in the order that is wanted, and what is shown of some of them.

use super::{Meanings, TaskError, list_anew};
use crate::deck::{Card, DeckId, Term, TermId};
use crate::reader::Knowledge;
use crate::store::{Store, WordQuery};
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
    /// When the first article that has it came in.
    pub added_at: Option<Timestamp>,
}

impl WordLine {
    pub fn knowledge(&self) -> Knowledge {
        let card = self.card.map(|card| (card.status, card.state));
        Knowledge::of(self.term.kind, card, self.card.and_then(|card| card.memory).map(|memory| memory.stability))
    }
}

/// The words that are wanted, words before names: their ids only, so that a list of 200,000 is there in a moment.
pub fn find_words(store: &Store, query: &WordQuery, today: StudyDay, now: Timestamp) -> Result<Vec<TermId>, TaskError> {
    list_anew(store)?;
    Ok(store.listed(query, today, now)?)
}

/// What is shown of these words; one that is gone is left out.
pub fn word_lines(store: &Store, words: &[TermId], deck: Option<DeckId>) -> Result<Vec<WordLine>, TaskError> {
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
            added_at: store.met_at(*id)?,
            term,
        });
    }
    Ok(lines)
}
