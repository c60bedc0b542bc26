//! What the learner decided about the schedule, and what the schedule needs to know of a day.

use std::collections::{HashMap, HashSet};
use std::ops::RangeInclusive;

use rusqlite::{named_params, params};

use super::{Store, StoreError};
use crate::deck::{ArticleId, DeckId, TermId};
use crate::time::StudyDay;
use crate::vocab::TermKey;

/// Keys of `meta`.
const PARAMETERS: &str = "parameters";
const VACATION: &str = "vacation";

/// A term that was answered on a day, with the sentence it was asked in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MetRow {
    pub key: TermKey,
    pub parts: Vec<String>,
    pub article: ArticleId,
    pub sentence: String,
}

impl Store {
    /// FSRS's weights as they were fitted to the learner's reviews; none before that.
    pub fn parameters(&self) -> Result<Option<Vec<f32>>, StoreError> {
        self.stored(PARAMETERS)
    }

    pub fn set_parameters(&mut self, parameters: &[f32]) -> Result<(), StoreError> {
        self.set_meta(PARAMETERS, &serde_json::json!(parameters).to_string())
    }

    /// Days off, both included.
    pub fn vacation(&self) -> Result<Option<RangeInclusive<StudyDay>>, StoreError> {
        let days: Option<Option<(StudyDay, StudyDay)>> = self.stored(VACATION)?;
        Ok(days.flatten().map(|(from, to)| from..=to))
    }

    pub fn set_vacation(&mut self, days: Option<(StudyDay, StudyDay)>) -> Result<(), StoreError> {
        self.set_meta(VACATION, &serde_json::json!(days).to_string())
    }

    fn stored<T: serde::de::DeserializeOwned>(&self, key: &str) -> Result<Option<T>, StoreError> {
        let read =
            |text: String| serde_json::from_str(&text).map_err(|error| StoreError::Damaged(format!("{key}: {error}")));
        self.meta(key)?.map(read).transpose()
    }

    /// The chance of recall that a deck wishes for; `None` for the usual one.
    pub fn deck_retention(&self, deck: DeckId) -> Result<Option<f32>, StoreError> {
        let found = self.first("SELECT retention FROM deck WHERE id = ?1", [deck], |row| Ok(row.get("retention")?))?;
        Ok(found.flatten())
    }

    pub fn set_deck_retention(&mut self, deck: DeckId, retention: Option<f32>) -> Result<(), StoreError> {
        self.conn.execute("UPDATE deck SET retention = ?2 WHERE id = ?1", params![deck, retention])?;
        Ok(())
    }

    /// The terms of decks that wish for a retention of their own; of several decks the highest counts.
    pub fn retentions(&self) -> Result<HashMap<TermId, f32>, StoreError> {
        let sql = "SELECT article_term.term, max(deck.retention) AS retention FROM deck JOIN deck_article ON deck_article.deck = deck.id JOIN article_term ON article_term.article = deck_article.article WHERE deck.retention IS NOT NULL GROUP BY article_term.term";
        Ok(self.rows(sql, [], |row| Ok((row.get("term")?, row.get("retention")?)))?.into_iter().collect())
    }

    /// The mean retention that is wished for over all cards in review, `usual` where a deck wishes for none of its own;
    /// `None` where no card is in review.
    pub fn wished_retention(&self, usual: f32) -> Result<Option<f64>, StoreError> {
        let found =
            self.first(include_str!("wished.sql"), named_params! {":usual": usual}, |row| Ok(row.get("wished")?))?;
        Ok(found.flatten())
    }

    /// What was answered on a day.
    pub fn met_on(&self, today: StudyDay) -> Result<Vec<MetRow>, StoreError> {
        self.rows(include_str!("met.sql"), named_params! {":today": today}, |row| {
            let parts: String = row.get("parts")?;
            Ok(MetRow {
                key: TermKey::of(&row.get::<_, String>("key")?),
                parts: serde_json::from_str(&parts).map_err(|error| StoreError::Damaged(format!("parts: {error}")))?,
                article: row.get("article")?,
                sentence: row.get("sentence")?,
            })
        })
    }

    /// The terms of the article that came into a deck, or into any, last: the one that is read next.
    pub fn next_article(&self, deck: Option<DeckId>) -> Result<HashSet<TermId>, StoreError> {
        let terms =
            self.rows(include_str!("next_article.sql"), named_params! {":deck": deck}, |row| Ok(row.get("term")?))?;
        Ok(terms.into_iter().collect())
    }
}
