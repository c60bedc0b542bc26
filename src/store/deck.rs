//! Decks: named sets of articles, with the counts that the home screen shows.

use rusqlite::{OptionalExtension, Transaction, named_params, params};

use super::{Store, StoreError};
use crate::deck::DeckId;
use crate::time::{StudyDay, Timestamp};

/// A deck and where the learner stands with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeckRow {
    pub id: DeckId,
    pub name: String,
    pub articles: usize,
    /// Terms that can be asked.
    pub terms: usize,
    /// Never answered, and open.
    pub new: usize,
    /// To be asked today, new ones apart.
    pub due: usize,
    /// Remembered over days, or known.
    pub learned: usize,
    /// New terms met today.
    pub new_today: usize,
    /// Other reviews of today.
    pub reviewed_today: usize,
}

impl Store {
    /// All decks in the order of their making.
    pub fn decks(&self, today: StudyDay, now: Timestamp) -> Result<Vec<DeckRow>, StoreError> {
        let mut query = self.connection.prepare_cached(include_str!("decks.sql"))?;
        let rows = query.query_map(
            named_params! { ":today": today.number(), ":soon": super::card::soon(now).as_millis() },
            |row| {
                Ok(DeckRow {
                    id: DeckId(row.get("id")?),
                    name: row.get("name")?,
                    articles: row.get("articles")?,
                    terms: row.get("terms")?,
                    new: row.get("new")?,
                    due: row.get("due")?,
                    learned: row.get("learned")?,
                    new_today: 0,
                    reviewed_today: 0,
                })
            },
        )?;
        let mut decks: Vec<DeckRow> = rows.collect::<Result<_, _>>()?;
        for deck in &mut decks {
            let done = self.answered_today(Some(deck.id), today)?;
            (deck.new_today, deck.reviewed_today) = (done.new, done.reviews);
        }
        Ok(decks)
    }

    pub fn deck_named(&self, name: &str) -> Result<Option<DeckId>, StoreError> {
        let mut query = self.connection.prepare_cached("SELECT id FROM deck WHERE name = ?1")?;
        Ok(query.query_row([name], |row| row.get(0).map(DeckId)).optional()?)
    }
}

/// The deck called `name`, made if it is not there.
pub(super) fn ensure(transaction: &Transaction, name: &str, now: Timestamp) -> Result<DeckId, StoreError> {
    transaction
        .execute("INSERT OR IGNORE INTO deck (name, created_at) VALUES (?1, ?2)", params![name, now.as_millis()])?;
    Ok(transaction.query_row("SELECT id FROM deck WHERE name = ?1", [name], |row| row.get(0).map(DeckId))?)
}
