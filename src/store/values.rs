//! How our types stand in columns. A word in the file that no enum knows is an error of that column.

use rusqlite::Row;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

use super::StoreError;
use crate::article::SentenceKind;
use crate::cloze::{Remark, Verdict};
use crate::deck::{
    ArticleChangeId, ArticleId, ClozeId, CorrectionId, DeckChangeId, DeckId, DictionaryId, GoalId, Grade, Mode,
    ReviewId, SentenceId, Status, TermId,
};
use crate::time::{StudyDay, Timestamp};
use crate::vocab::{Kind, Pos};

macro_rules! ids {
    ($($type:ident),*) => {$(
        impl ToSql for $type {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(self.0.into())
            }
        }

        impl FromSql for $type {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                value.as_i64().map(Self)
            }
        }
    )*};
}

ids!(
    DeckId,
    ArticleId,
    ArticleChangeId,
    SentenceId,
    TermId,
    ClozeId,
    ReviewId,
    CorrectionId,
    DeckChangeId,
    DictionaryId,
    GoalId
);

impl ToSql for Timestamp {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.as_millis().into())
    }
}

impl FromSql for Timestamp {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_i64().map(Self::from_millis)
    }
}

impl ToSql for StudyDay {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.number().into())
    }
}

impl FromSql for StudyDay {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        i32::column_result(value).map(Self::new)
    }
}

macro_rules! words {
    ($($type:ident),*) => {$(
        impl ToSql for $type {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(self.name().into())
            }
        }

        impl FromSql for $type {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                let name = value.as_str()?;
                Self::from_name(name).ok_or_else(|| unknown(stringify!($type), name))
            }
        }
    )*};
}

words!(Pos, Kind, Status, Mode, Verdict, Remark);

impl ToSql for SentenceKind {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Body => "body",
            Self::Headline => "headline",
        }
        .into())
    }
}

impl FromSql for SentenceKind {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "body" => Ok(Self::Body),
            "headline" => Ok(Self::Headline),
            other => Err(unknown("SentenceKind", other)),
        }
    }
}

/// By its number, as FSRS and Anki count.
impl ToSql for Grade {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.number().into())
    }
}

impl FromSql for Grade {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let number = u8::column_result(value)?;
        Self::from_number(number).ok_or_else(|| unknown("Grade", &number.to_string()))
    }
}

fn unknown(type_name: &str, word: &str) -> FromSqlError {
    FromSqlError::Other(format!("no {type_name} is called {word:?}").into())
}

/// A length, position or count, for a column.
pub(super) fn number(value: usize) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

/// A length, position or count out of a column.
pub(super) fn size(row: &Row<'_>, column: &str) -> Result<usize, StoreError> {
    let value: i64 = row.get(column)?;
    usize::try_from(value).map_err(|_| StoreError::Damaged(format!("{column} is {value}")))
}
