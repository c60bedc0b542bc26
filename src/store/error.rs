//! What can go wrong with the store, sorted by what a user can do about it.

use std::path::PathBuf;

use rusqlite::ErrorCode;
use rusqlite::ffi::{SQLITE_IOERR_CORRUPTFS, SQLITE_IOERR_SHMSIZE, SQLITE_IOERR_SHORT_READ};

use crate::deck::{ArticleChangeId, ArticleId, CorrectionId, DeckChangeId, ReviewId, ShelfError, TermId};

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The folder or the file cannot be made or opened.
    #[error("cannot open {}: {source}", path.display())]
    Folder { path: PathBuf, source: std::io::Error },
    /// Another process holds the file for longer than we wait.
    #[error("locked by another process")]
    Locked,
    /// Not our file, or no longer whole. Nothing was written to it.
    #[error("damaged: {0}")]
    Damaged(String),
    /// Written by a later release.
    #[error("store version {found}, known up to {known}")]
    Newer { found: i64, known: i64 },
    #[error("read-only")]
    ReadOnly,
    #[error("disk full")]
    Full,
    /// A term without a card: a name, or none of ours.
    #[error("term {} has no card", .0.0)]
    NoCard(TermId),
    /// Only the last review of a card that stands can be undone, and only once.
    #[error("review {} is not the last that stands", .0.0)]
    NotLast(ReviewId),
    /// Another process stored something since the change was worked out.
    #[error("changed meanwhile by another process")]
    Changed,
    /// None of ours, or undone already.
    #[error("correction {} does not stand", .0.0)]
    NoCorrection(CorrectionId),
    #[error("no article {}", .0.0)]
    NoArticle(ArticleId),
    /// None of ours, or undone already; or there is none at all.
    #[error("no such step stands")]
    NoArticleChange(Option<ArticleChangeId>),
    /// The same article was changed again later.
    #[error("step {} is built on by {}", change.0, later.0)]
    ArticleBuiltOn { change: ArticleChangeId, later: ArticleChangeId },
    /// Another article has the text.
    #[error("article {} has the same text", article.0)]
    SameText { article: ArticleId },
    /// None of ours, or undone already; or there is none at all.
    #[error("no such step stands")]
    NoDeckChange(Option<DeckChangeId>),
    /// A later step touched the same decks.
    #[error("step {} is built on by {}", change.0, later.0)]
    BuiltOn { change: DeckChangeId, later: DeckChangeId },
    #[error(transparent)]
    Shelf(#[from] ShelfError),
    /// What is to be stored contradicts itself: a mistake of ours, and nothing was stored.
    #[error("inconsistent: {0}")]
    Inconsistent(&'static str),
    #[error(transparent)]
    Sql(rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error as E;
        match &error {
            E::SqliteFailure(failure, _) => match failure.code {
                ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt => Self::Damaged(error.to_string()),
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed => {
                    Self::Locked
                }
                // A file that was there when the store was opened and cannot be opened now has lost its rights.
                ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen => Self::ReadOnly,
                ErrorCode::DiskFull => Self::Full,
                ErrorCode::SystemIoFailure => match failure.extended_code {
                    SQLITE_IOERR_SHORT_READ | SQLITE_IOERR_CORRUPTFS => Self::Damaged(error.to_string()),
                    SQLITE_IOERR_SHMSIZE => Self::Full, // the shared index next to the file could not grow
                    _ => Self::Sql(error),
                },
                _ => Self::Sql(error),
            },
            // A value that its column cannot hold: the file was not written by us.
            E::FromSqlConversionFailure(..)
            | E::IntegralValueOutOfRange(..)
            | E::InvalidColumnType(..)
            | E::Utf8Error(..) => Self::Damaged(error.to_string()),
            _ => Self::Sql(error),
        }
    }
}

impl From<rusqlite_migration::Error> for StoreError {
    fn from(error: rusqlite_migration::Error) -> Self {
        match error {
            rusqlite_migration::Error::RusqliteError { err, .. } => err.into(),
            other => Self::Damaged(other.to_string()),
        }
    }
}
