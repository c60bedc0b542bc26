//! SQLite's only home: one file holds everything a learner has.
//!
//! Every write is one transaction that is on disk when the call returns (`synchronous = FULL`), so that a program
//! killed at any moment loses no stored answer.

mod article;
mod card;
mod deck;
mod error;
mod meta;
mod question;
mod review;
mod term;

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use rusqlite_migration::{M, Migrations};

pub use article::Saved;
pub use deck::DeckRow;
pub use error::StoreError;
pub use question::ClozeRow;
pub use review::Today;
pub use term::TermStats;

/// Append-only: a migration that was released is never changed.
const MIGRATIONS: &[M] = &[M::up(include_str!("migrations/0001_initial.sql"))];

/// How long a write waits for another program to finish its own.
const PATIENCE: Duration = Duration::from_secs(2);

/// A learner's data.
pub struct Store {
    connection: Connection,
}

impl Store {
    /// Opens the file at `path`, or makes it with its folder. A file that is damaged or of a newer version is left
    /// as it is.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder).map_err(|source| StoreError::Folder { path: folder.to_owned(), source })?;
        }
        if path.exists() {
            check(path)?;
        }
        Self::prepare(Connection::open(path)?)
    }

    /// A store that is gone with the process, with the real migrations: for tests.
    pub fn in_memory() -> Result<Self, StoreError> {
        Self::prepare(Connection::open_in_memory()?)
    }

    fn prepare(mut connection: Connection) -> Result<Self, StoreError> {
        connection.busy_timeout(PATIENCE)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.set_prepared_statement_cache_capacity(64);
        connection.set_transaction_behavior(TransactionBehavior::Immediate);
        Migrations::from_slice(MIGRATIONS).to_latest(&mut connection)?;
        Ok(Self { connection })
    }

    /// Whether SQLite finds the file sound.
    pub fn is_sound(&self) -> Result<bool, StoreError> {
        let verdict: String = self.connection.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
        Ok(verdict == "ok")
    }
}

/// Looks at an existing file without writing to it.
fn check(path: &Path) -> Result<(), StoreError> {
    let metadata = std::fs::metadata(path).map_err(|source| StoreError::Folder { path: path.to_owned(), source })?;
    // SQLite takes an empty file for a new database; so do we.
    if metadata.len() == 0 {
        return Ok(());
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let known = i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX);
    if version > known {
        return Err(StoreError::Newer { found: version, known });
    }
    // A database of another program has tables of its own and no version of ours.
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if version == 0 && tables > 0 {
        return Err(StoreError::Damaged);
    }
    // A file that was cut short has a sound front: its last page tells.
    if version > 0 {
        let pages: i64 = connection.query_row("PRAGMA page_count", [], |row| row.get(0))?;
        let size: i64 = connection.query_row("PRAGMA page_size", [], |row| row.get(0))?;
        let length = i64::try_from(metadata.len()).unwrap_or(i64::MAX);
        let logged = path.with_extension("sqlite3-wal").metadata().is_ok_and(|wal| wal.len() > 0);
        if pages.saturating_mul(size) > length && !logged {
            return Err(StoreError::Damaged);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
