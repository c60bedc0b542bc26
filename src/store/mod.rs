//! SQLite's only home: one file, one noun a module, each with its SQL beside it.
//!
//! Every write is one transaction that takes the write lock at its start: after a kill it is there whole or not at
//! all. Reviews are never changed or deleted; the schema itself refuses it. Nothing here asks for the time.

mod article;
mod article_change;
mod article_rows;
mod at_hand;
mod bulk;
mod card;
mod check;
mod cloze;
mod comprehension;
mod correction;
mod covered;
mod deck;
mod dictionary;
mod error;
mod feed;
mod goal;
mod identity;
mod likeness;
mod met;
mod meta;
mod library;
mod listed;
mod open;
mod own_gloss;
mod own_words;
mod plan;
mod practice;
mod reading;
mod removed;
mod reread;
mod review;
mod revise;
mod search;
mod tally;
mod shelf;
mod snapshot;
mod spread;
mod term;
mod term_set;
#[cfg(test)]
mod tests;
mod update;
mod values;
mod word_query;

use std::path::Path;

use rusqlite::{Connection, Params, Row};

use self::at_hand::AtHand;

pub use article::{OccurrenceRow, Saved};
pub use article_change::{ArticleChange, ArticleDeed};
pub use check::Check;
pub use cloze::ClozeRow;
pub use comprehension::CheckTally;
pub use correction::CorrectionRow;
pub use deck::DeckRow;
pub use dictionary::{Beside, DictionaryRow, Filling, NewDictionary, SenseRow};
pub use error::StoreError;
pub use feed::{FeedId, FeedRow, Listing};
pub use goal::GoalRow;
pub use library::{ArticleRow, Unknown};
pub use listed::{ListedFacts, NewListed};
pub use met::{MetSentence, PastAnswer};
pub use own_gloss::Choice;
pub use plan::MetRow;
pub use reading::{NewReading, ReadingRow};
pub use review::Today;
pub use revise::{Reread, Revision, Stamp};
pub use shelf::DeckChange;
pub use spread::{LibraryRow, SpreadTerm};
pub use tally::{AnsweredTerm, Flow, HardTerm, Parts, Tally};
pub use term::TermStats;
pub use term_set::TermSet;
pub use update::Updated;
pub use word_query::WordQuery;

/// Everything that dokpa remembers.
#[derive(Debug)]
pub struct Store {
    conn: Connection,
    /// Filled while a batch is open.
    at_hand: AtHand,
}

impl Store {
    /// Opens the file at `path`, and makes it and its folder where there are none.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        open::file(path, open::PATIENCE).map(Self::over)
    }

    /// A store that is gone when it is dropped, with the real schema: for tests and dry runs.
    pub fn in_memory() -> Result<Self, StoreError> {
        open::memory().map(Self::over)
    }

    fn over(conn: Connection) -> Self {
        Self { conn, at_hand: AtHand::default() }
    }

    /// Whether the file is whole: every page, index and reference. Reads all of it.
    pub fn integrity(&self) -> Result<bool, StoreError> {
        let whole = || -> Result<bool, StoreError> {
            let verdict: String = self.conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
            let dangling = self.conn.prepare("PRAGMA foreign_key_check")?.exists([])?;
            Ok(verdict == "ok" && !dangling)
        };
        match whole() {
            Err(StoreError::Damaged(_)) => Ok(false),
            other => other,
        }
    }

    /// Moves what stands in the write-ahead log into the file, so that the file alone is the whole store.
    pub fn checkpoint(&self) -> Result<(), StoreError> {
        let busy: bool = self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if busy { Err(StoreError::Locked) } else { Ok(()) }
    }

    /// Writes a whole copy, as of this moment, to `path`, which must not exist yet.
    pub fn copy_to(&self, path: &Path) -> Result<(), StoreError> {
        let name = path.to_str().ok_or(StoreError::Inconsistent("a path that is not UTF-8"))?;
        self.conn.execute("VACUUM INTO ?1", [name])?;
        Ok(())
    }

    /// All rows of a query, each through the one function that knows its type.
    fn rows<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        self.conn.prepare_cached(sql)?.query_and_then(params, read)?.collect()
    }

    /// The first row, if there is one.
    fn first<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        rows.next()?.map(read).transpose()
    }
}
