//! Terms, and what the articles say about them.

use rusqlite::{OptionalExtension, Row, Transaction, params};

use super::{Store, StoreError};
use crate::deck::{DeckId, State, Status, Term, TermId};
use crate::vocab::{ArticleTerm, Kind, Pos, TermKey};

/// A term with its counts over the articles of a deck.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermStats {
    pub term: Term,
    /// Occurrences.
    pub count: usize,
    /// Occurrences inside longer terms.
    pub nested: usize,
    /// Articles that have it.
    pub articles: usize,
    pub in_title: bool,
    pub status: Status,
    pub state: State,
    /// The sentence of its best cloze, or the first it stands in.
    pub example: Option<String>,
}

impl Store {
    /// The terms of a deck, or of all, names included.
    pub fn term_stats(&self, deck: Option<DeckId>) -> Result<Vec<TermStats>, StoreError> {
        let mut query = self.connection.prepare_cached(include_str!("term_stats.sql"))?;
        let rows = query.query_map([deck.map(|deck| deck.0)], |row| {
            let state: Option<String> = row.get("state")?;
            let status: Option<String> = row.get("status")?;
            Ok(TermStats {
                term: read(row)?,
                count: row.get("count")?,
                nested: row.get("nested")?,
                articles: row.get("articles")?,
                in_title: row.get("in_title")?,
                status: status.as_deref().and_then(Status::from_name).unwrap_or(Status::Active),
                state: state.as_deref().and_then(|state| State::from_parts(state, 0)).unwrap_or(State::New),
                example: row.get("example")?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// A term from the columns `id, key, pos, kind, term, parts`.
pub(super) fn read(row: &Row) -> rusqlite::Result<Term> {
    let pos: String = row.get("pos")?;
    let kind: String = row.get("kind")?;
    let parts: String = row.get("parts")?;
    let key: String = row.get("key")?;
    Ok(Term {
        id: TermId(row.get("id")?),
        key: TermKey::of(&key),
        term: row.get("term")?,
        pos: Pos::from_name(&pos).ok_or_else(|| unknown(&pos))?,
        kind: Kind::from_name(&kind).ok_or_else(|| unknown(&kind))?,
        parts: serde_json::from_str(&parts).map_err(|_| unknown(&parts))?,
    })
}

/// A word in the file that this version does not know.
pub(super) fn unknown(word: &str) -> rusqlite::Error {
    rusqlite::Error::InvalidParameterName(word.to_owned())
}

/// The row of a term, made with its card if it is not there. What was a name before and is a word now gets its card.
pub(super) fn ensure(transaction: &Transaction, term: &ArticleTerm) -> Result<(TermId, bool), StoreError> {
    let mut find = transaction.prepare_cached("SELECT id, kind FROM term WHERE key = ?1 AND pos = ?2")?;
    let found: Option<(i64, String)> =
        find.query_row([term.key.as_str(), term.pos.name()], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let (id, is_new) = match found {
        Some((id, kind)) => {
            let becomes_word = kind == Kind::Name.name() && term.kind != Kind::Name;
            if becomes_word {
                let parts = parts(term);
                let sql = "UPDATE term SET kind = ?2, parts = ?3 WHERE id = ?1";
                transaction.prepare_cached(sql)?.execute(params![id, term.kind.name(), parts])?;
            }
            (TermId(id), becomes_word)
        }
        None => {
            let sql = "INSERT INTO term (key, pos, kind, term, parts) VALUES (?1, ?2, ?3, ?4, ?5)";
            let (key, pos, kind) = (term.key.as_str(), term.pos.name(), term.kind.name());
            transaction.prepare_cached(sql)?.execute(params![key, pos, kind, term.term, parts(term)])?;
            (TermId(transaction.last_insert_rowid()), true)
        }
    };
    if term.kind != Kind::Name {
        transaction
            .prepare_cached(
                "INSERT OR IGNORE INTO card (term, state, step, reps, lapses, status) VALUES (?1, 'new', 0, 0, 0, 'active')",
            )?
            .execute([id.0])?;
    }
    Ok((id, is_new))
}

fn parts(term: &ArticleTerm) -> String {
    serde_json::Value::from(term.parts.clone()).to_string()
}
