//! The terms of a deck, ranked, with what dictionaries and the learner know about them.

use super::{Meanings, TaskError};
use crate::deck::{DeckId, State, Status, Term};
use crate::store::Store;
use crate::vocab::rank::{Features, Score, scores};

/// A line of a deck's vocabulary.
#[derive(Debug, Clone, PartialEq)]
pub struct WordRow {
    pub term: Term,
    pub hanja: Option<String>,
    pub gloss: Option<String>,
    /// 1 to 6, by the lexicon.
    pub level: Option<u8>,
    /// The long form of an abbreviation, by whichever article introduced it.
    pub short_for: Option<String>,
    pub count: usize,
    pub score: Score,
    pub status: Status,
    pub state: State,
    pub flagged: bool,
    pub example: Option<String>,
}

/// The terms of `deck`, or of all decks, best first; names at the end.
pub fn list_words(store: &Store, deck: Option<DeckId>) -> Result<Vec<WordRow>, TaskError> {
    let stats = store.term_stats(deck)?;
    let features: Vec<Features> = stats
        .iter()
        .map(|row| Features {
            term: &row.term.term,
            pos: row.term.pos,
            kind: row.term.kind,
            parts: &row.term.parts,
            count: row.count,
            nested: row.nested,
            in_title: row.in_title,
        })
        .collect();
    let scores = scores(&features);
    let meanings = Meanings::of(store)?;
    let mut rows: Vec<WordRow> = stats
        .into_iter()
        .zip(scores)
        .map(|(row, score)| {
            let meaning = meanings.meaning(&row.term)?;
            Ok(WordRow {
                hanja: meaning.as_ref().and_then(|meaning| meaning.hanja.clone()),
                level: meaning.as_ref().and_then(|meaning| meaning.level),
                gloss: meaning.map(|meaning| meaning.gloss),
                short_for: row.short_for,
                count: row.count,
                score,
                status: row.status,
                state: row.state,
                flagged: row.flagged,
                example: row.example,
                term: row.term,
            })
        })
        .collect::<Result<_, TaskError>>()?;
    // Equal scores stand in the order in which the terms were met.
    rows.sort_by(|a, b| b.score.total.total_cmp(&a.score.total).then(a.term.id.cmp(&b.term.id)));
    Ok(rows)
}
