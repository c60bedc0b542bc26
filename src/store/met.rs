//! One term: where it was met, how it was answered, and what the learner noted of it.

use std::ops::Range;

use rusqlite::params;

use super::values::{number, size};
use super::{Store, StoreError};
use crate::deck::{ArticleId, Grade, TermId};
use crate::time::{StudyDay, Timestamp};
use crate::vocab::{Pos, TermKey};

/// A sentence in which a term was met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MetSentence {
    pub article: ArticleId,
    pub title: String,
    /// `YYYY-MM-DD`
    pub date: Option<String>,
    /// Its position in the article.
    pub position: usize,
    pub text: String,
    /// Bytes of `text` at which the term stands, in their order.
    pub ranges: Vec<Range<usize>>,
}

/// An answer that stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PastAnswer {
    pub day: StudyDay,
    pub grade: Grade,
    /// Until the next one, in days; a fraction while in steps.
    pub interval_days: f64,
}

impl Store {
    /// The articles that have a term, the last imported first.
    pub fn articles_of(&self, term: TermId) -> Result<Vec<ArticleId>, StoreError> {
        let sql = "SELECT article FROM article_term WHERE term = ?1 ORDER BY article DESC";
        self.rows(sql, [term], |row| Ok(row.get(0)?))
    }

    /// The sentences of an article in which a term stands, in reading order.
    pub fn met_in(&self, term: TermId, article: ArticleId) -> Result<Vec<MetSentence>, StoreError> {
        let sql = "SELECT article.title, article.date, sentence.position, sentence.text, occurrence.start, occurrence.end FROM article CROSS JOIN sentence ON sentence.article = article.id AND sentence.position >= 0 CROSS JOIN occurrence ON occurrence.sentence = sentence.id AND occurrence.term = ?1 WHERE article.id = ?2 ORDER BY sentence.position, occurrence.start";
        let places = self.rows(sql, params![term, article], |row| {
            Ok(MetSentence {
                article,
                title: row.get("title")?,
                date: row.get("date")?,
                position: size(row, "position")?,
                text: row.get("text")?,
                ranges: std::iter::once(size(row, "start")?..size(row, "end")?).collect(),
            })
        })?;
        let mut met: Vec<MetSentence> = Vec::new();
        for place in places {
            match met.last_mut() {
                Some(last) if last.position == place.position => last.ranges.extend(place.ranges),
                _ => met.push(place),
            }
        }
        Ok(met)
    }

    /// How often a term occurs, in how many articles.
    pub fn met_count(&self, term: TermId) -> Result<(usize, usize), StoreError> {
        let sql = "SELECT coalesce(sum(count), 0) AS times, count(*) AS articles FROM article_term WHERE term = ?1";
        let found = self.first(sql, [term], |row| Ok((size(row, "times")?, size(row, "articles")?)))?;
        Ok(found.unwrap_or_default())
    }

    /// The last answers of a term that stand, the newest first, at most so many.
    pub fn past_answers(&self, term: TermId, most: usize) -> Result<Vec<PastAnswer>, StoreError> {
        let sql = "SELECT day, grade, interval_days FROM standing WHERE term = ?1 ORDER BY id DESC LIMIT ?2";
        self.rows(sql, params![term, number(most)], |row| {
            Ok(PastAnswer { day: row.get("day")?, grade: row.get("grade")?, interval_days: row.get("interval_days")? })
        })
    }

    /// What the learner noted of a term.
    pub fn note(&self, key: &TermKey, pos: Pos) -> Result<Option<String>, StoreError> {
        let sql = "SELECT text FROM note WHERE key = ?1 AND pos = ?2";
        self.first(sql, params![key.as_str(), pos], |row| Ok(row.get("text")?))
    }

    /// Keeps a note; `None` takes it away.
    pub fn set_note(&mut self, key: &TermKey, pos: Pos, text: Option<&str>, now: Timestamp) -> Result<(), StoreError> {
        match text {
            Some(text) => self.conn.execute(
                "INSERT OR REPLACE INTO note (key, pos, text, at) VALUES (?1, ?2, ?3, ?4)",
                params![key.as_str(), pos, text, now],
            )?,
            None => self.conn.execute("DELETE FROM note WHERE key = ?1 AND pos = ?2", params![key.as_str(), pos])?,
        };
        Ok(())
    }
}
