//! Decks: named sets of articles.

use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

use super::values::size;
use super::{Store, StoreError, article, shelf};
use crate::article::Facts;
use crate::deck::{ArticleId, DeckId};
use crate::time::{StudyDay, Timestamp};

/// A deck in the list of decks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeckRow {
    pub id: DeckId,
    pub name: String,
    pub articles: usize,
    /// Terms that can be asked: with a card and at least one cloze.
    pub terms: usize,
    /// Of these, never answered and open today.
    pub new: usize,
    /// Of these, due today or within the twenty minutes that a session looks ahead: what studying would ask.
    pub due: usize,
    /// Of these, in review or known from the start.
    pub learned: usize,
    /// Terms answered for the first time today.
    pub new_today: usize,
    /// Answers today to cards that were in review.
    pub reviewed_today: usize,
    /// Left out of the home screen and of the study of all.
    pub archived: bool,
}

/// The row of `decks.sql` that stands for all decks; SQLite numbers rows from 1.
const ALL: DeckId = DeckId(0);

impl Store {
    /// All decks, oldest first.
    pub fn decks(&self, today: StudyDay, now: Timestamp) -> Result<Vec<DeckRow>, StoreError> {
        let mut rows = self.decks_and_all(today, now)?;
        rows.retain(|row| row.id != ALL);
        Ok(rows)
    }

    /// All decks but archived ones taken together, each term counted once; the name is empty.
    pub fn all_decks(&self, today: StudyDay, now: Timestamp) -> Result<Option<DeckRow>, StoreError> {
        Ok(self.decks_and_all(today, now)?.into_iter().find(|row| row.id == ALL))
    }

    fn decks_and_all(&self, today: StudyDay, now: Timestamp) -> Result<Vec<DeckRow>, StoreError> {
        let until = now.plus_seconds(super::card::AHEAD);
        let mut rows =
            self.rows(include_str!("decks.sql"), named_params! {":today": today, ":now": until}, deck_from)?;
        // In a vacation nothing is due and nothing new begins.
        if self.vacation()?.is_some_and(|days| days.contains(&today)) {
            for row in &mut rows {
                (row.due, row.new) = (0, 0);
            }
        }
        Ok(rows)
    }

    pub fn deck_named(&self, name: &str) -> Result<Option<DeckId>, StoreError> {
        named(&self.conn, name)
    }

    /// What the decks are called, oldest first: without counting what is in them.
    pub fn deck_names(&self) -> Result<Vec<(DeckId, String)>, StoreError> {
        self.rows("SELECT id, name FROM deck ORDER BY id", [], |row| Ok((row.get("id")?, row.get("name")?)))
    }

    pub fn deck_name(&self, deck: DeckId) -> Result<Option<String>, StoreError> {
        self.first("SELECT name FROM deck WHERE id = ?1", [deck], |row| Ok(row.get("name")?))
    }

    /// Puts an article into one more deck, which is made if there is none. Says whether it was archived, and is no more.
    pub fn put_in_deck(&mut self, article: ArticleId, name: &str, now: Timestamp) -> Result<bool, StoreError> {
        let put = |conn: &Connection| {
            let deck = named_or_new(conn, name, now)?;
            conn.execute("INSERT OR IGNORE INTO deck_article (deck, article) VALUES (?1, ?2)", params![deck, article])?;
            shelf::unarchive(conn, name, now)
        };
        if !self.conn.is_autocommit() {
            let part = self.conn.savepoint()?;
            let unarchived = put(&part)?;
            part.commit()?;
            return Ok(unarchived);
        }
        let tx = self.conn.transaction()?;
        let unarchived = put(&tx)?;
        tx.commit()?;
        Ok(unarchived)
    }

    /// The articles of a deck in the order in which they were imported.
    pub fn deck_articles(&self, deck: DeckId) -> Result<Vec<(ArticleId, Facts, String)>, StoreError> {
        let sql = "SELECT article.* FROM deck_article JOIN article ON article.id = article WHERE deck = ?1 ORDER BY article.id";
        self.rows(sql, [deck], |row| {
            let (facts, text) = article::facts_and_text(row)?;
            Ok((row.get("id")?, facts, text))
        })
    }
}

fn deck_from(row: &Row<'_>) -> Result<DeckRow, StoreError> {
    Ok(DeckRow {
        id: row.get("id")?,
        name: row.get("name")?,
        articles: size(row, "articles")?,
        terms: size(row, "terms")?,
        new: size(row, "new")?,
        due: size(row, "due")?,
        learned: size(row, "learned")?,
        new_today: size(row, "new_today")?,
        reviewed_today: size(row, "reviewed_today")?,
        archived: row.get("archived")?,
    })
}

fn named(conn: &Connection, name: &str) -> Result<Option<DeckId>, StoreError> {
    let mut find = conn.prepare_cached("SELECT id FROM deck WHERE name = ?1")?;
    Ok(find.query_row([name], |row| row.get(0)).optional()?)
}

pub(super) fn named_or_new(conn: &Connection, name: &str, now: Timestamp) -> Result<DeckId, StoreError> {
    if let Some(id) = named(conn, name)? {
        return Ok(id);
    }
    let id = shelf::next_deck(conn)?;
    conn.execute("INSERT INTO deck (id, name, created_at) VALUES (?1, ?2, ?3)", params![id, name, now])?;
    Ok(id)
}
