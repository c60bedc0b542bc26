//! An article with all its rows as they stand, and putting them back: what undo needs. Kept as JSON, column by column under
//! their names, so that columns that come with later releases do not matter.

use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, params_from_iter};
use serde::{Deserialize, Serialize};

use super::StoreError;
use crate::deck::{ArticleId, TermId};

/// One value. A real number is kept by its bits: written in digits it might come back as its neighbour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
enum Cell {
    Null(()),
    Integer(i64),
    Text(String),
    Real { real: u64 },
    Blob { bytes: Vec<u8> },
}

impl ToSql for Cell {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null(()) => ValueRef::Null,
            Self::Integer(value) => ValueRef::Integer(*value),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Real { real } => ValueRef::Real(f64::from_bits(*real)),
            Self::Blob { bytes } => ValueRef::Blob(bytes),
        }))
    }
}

/// Rows of one table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Rows {
    columns: Vec<String>,
    rows: Vec<Vec<Cell>>,
}

/// All that is stored of an article but answers and readings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Snapshot {
    article: Rows,
    sentence: Rows,
    cloze: Rows,
    article_term: Rows,
    occurrence: Rows,
    likeness: Rows,
    deck_article: Rows,
}

impl Snapshot {
    /// `None` where there is no such article.
    pub fn take(conn: &Connection, id: ArticleId) -> Result<Option<Self>, StoreError> {
        let rows = |sql: &str| Rows::take(conn, sql, id);
        let snapshot = Self {
            article: rows("SELECT * FROM present_article WHERE id = ?1")?,
            sentence: rows("SELECT * FROM sentence WHERE article = ?1 ORDER BY id")?,
            cloze: rows(
                "SELECT * FROM cloze WHERE sentence IN (SELECT id FROM sentence WHERE article = ?1) ORDER BY id",
            )?,
            article_term: rows("SELECT * FROM article_term WHERE article = ?1 ORDER BY term")?,
            occurrence: rows(
                "SELECT * FROM occurrence WHERE sentence IN (SELECT id FROM sentence WHERE article = ?1)",
            )?,
            likeness: rows("SELECT * FROM likeness WHERE article = ?1")?,
            deck_article: rows("SELECT * FROM deck_article WHERE article = ?1 ORDER BY deck")?,
        };
        Ok((!snapshot.article.rows.is_empty()).then_some(snapshot))
    }

    /// Text of the article's own row.
    pub fn text(&self, column: &str) -> Option<&str> {
        let at = self.article.columns.iter().position(|name| name == column)?;
        match self.article.rows.first()?.get(at)? {
            Cell::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Puts everything back. Sentences that came since are gone from the text, and their clozes retired: answers may
    /// refer to them. Decks only where `decks` says so, and those that are gone or have the article are passed over.
    pub fn put_back(&self, conn: &Connection, id: ArticleId, decks: bool) -> Result<(), StoreError> {
        leave(conn, id)?;
        self.article.overwrite(conn, "article")?;
        self.sentence.overwrite(conn, "sentence")?;
        self.cloze.overwrite(conn, "cloze")?;
        self.article_term.insert(conn, "article_term")?;
        self.occurrence.insert(conn, "occurrence")?;
        self.likeness.insert(conn, "likeness")?;
        if decks {
            for deck in self.deck_article.column("deck") {
                let sql = "INSERT OR IGNORE INTO deck_article (deck, article) SELECT id, ?2 FROM deck WHERE id = ?1";
                conn.execute(sql, (deck, id))?;
            }
        }
        Ok(())
    }

    /// The terms that stood in the article.
    pub fn terms(&self) -> impl Iterator<Item = TermId> {
        self.article_term.column("term").filter_map(|cell| match cell {
            Cell::Integer(id) => Some(TermId(*id)),
            _ => None,
        })
    }
}

/// Takes an article's words away: its sentences are gone from the text, their clozes retired.
pub(super) fn leave(conn: &Connection, id: ArticleId) -> Result<(), StoreError> {
    for sql in [
        "DELETE FROM occurrence WHERE sentence IN (SELECT id FROM sentence WHERE article = ?1)",
        "UPDATE cloze SET retired = 1 WHERE sentence IN (SELECT id FROM sentence WHERE article = ?1)",
        "UPDATE sentence SET position = -id WHERE article = ?1",
        "DELETE FROM article_term WHERE article = ?1",
        "DELETE FROM likeness WHERE article = ?1",
    ] {
        conn.prepare_cached(sql)?.execute([id])?;
    }
    Ok(())
}

impl Rows {
    fn take(conn: &Connection, sql: &str, id: ArticleId) -> Result<Self, StoreError> {
        let mut select = conn.prepare_cached(sql)?;
        let columns: Vec<String> = select.column_names().into_iter().map(str::to_owned).collect();
        let count = columns.len();
        let cell = |value: ValueRef<'_>| -> Result<Cell, StoreError> {
            Ok(match value {
                ValueRef::Null => Cell::Null(()),
                ValueRef::Integer(value) => Cell::Integer(value),
                ValueRef::Real(value) => Cell::Real { real: value.to_bits() },
                ValueRef::Text(text) => Cell::Text(
                    String::from_utf8(text.to_vec()).map_err(|_| StoreError::Damaged("a text that is none".into()))?,
                ),
                ValueRef::Blob(bytes) => Cell::Blob { bytes: bytes.to_vec() },
            })
        };
        let rows = select
            .query_and_then([id], |row| (0..count).map(|at| cell(row.get_ref(at)?)).collect())?
            .collect::<Result<_, StoreError>>()?;
        Ok(Self { columns, rows })
    }

    /// The columns' names go into statements, so they must be names and nothing else.
    fn names(&self) -> Result<&[String], StoreError> {
        let is_name = |name: &String| !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        let whole = self.rows.iter().all(|row| row.len() == self.columns.len());
        if whole && self.columns.iter().all(is_name) {
            Ok(&self.columns)
        } else {
            Err(StoreError::Damaged("an article as it was".into()))
        }
    }

    fn column(&self, name: &str) -> impl Iterator<Item = &Cell> {
        let at = self.columns.iter().position(|column| column == name);
        self.rows.iter().filter_map(move |row| row.get(at?))
    }

    /// Gives rows that are there still, by their ids, the values that they had.
    fn overwrite(&self, conn: &Connection, table: &str) -> Result<(), StoreError> {
        let names = self.names()?;
        let id = names.iter().position(|name| name == "id").ok_or(StoreError::Inconsistent("rows without an id"))?;
        let set: Vec<String> = names.iter().enumerate().map(|(at, name)| format!("{name} = ?{}", at + 1)).collect();
        let sql = format!("UPDATE {table} SET {} WHERE id = ?{}", set.join(", "), id + 1);
        let mut update = conn.prepare(&sql)?;
        for row in &self.rows {
            if update.execute(params_from_iter(row))? == 0 {
                return Err(StoreError::Inconsistent("a row that is gone"));
            }
        }
        Ok(())
    }

    fn insert(&self, conn: &Connection, table: &str) -> Result<(), StoreError> {
        let names = self.names()?;
        let places: Vec<String> = (1..=names.len()).map(|at| format!("?{at}")).collect();
        let sql = format!("INSERT INTO {table} ({}) VALUES ({})", names.join(", "), places.join(", "));
        let mut insert = conn.prepare(&sql)?;
        for row in &self.rows {
            insert.execute(params_from_iter(row))?;
        }
        Ok(())
    }
}
