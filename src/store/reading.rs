//! What is kept of reading: places, bookmarks, sittings, and what was read past.

use std::ops::Range;

use rusqlite::{OptionalExtension, Row, named_params, params};

use super::values::{number, size};
use super::{Store, StoreError, card};
use crate::deck::{ArticleId, Status, TermId};
use crate::reader::{Coverage, Knowledge, Mark, Place, Share, outermost};
use crate::time::{StudyDay, Timestamp};

/// A sitting with an article, to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReading {
    pub article: ArticleId,
    pub at: Timestamp,
    pub day: StudyDay,
    /// Milliseconds, pauses left out.
    pub millis: i64,
    /// Of the sentences that were read.
    pub syllables: usize,
    /// Positions of the sentences that were read; not empty.
    pub read: Vec<Range<usize>>,
    pub finished: bool,
    /// When the sitting began.
    pub coverage: Coverage,
    pub looked_up: Vec<TermId>,
}

/// A sitting that was stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingRow {
    pub article: ArticleId,
    pub title: String,
    pub day: StudyDay,
    pub millis: i64,
    pub syllables: usize,
    pub finished: bool,
    /// Coverage of running words when it began.
    pub words: Share,
    pub terms: Share,
}

impl Store {
    /// The terms of some sentences of an article where they stand, none inside another: one list for each sentence from
    /// `first` on, `count` of them.
    pub fn marks(
        &self,
        article: ArticleId,
        first: usize,
        count: usize,
        today: StudyDay,
        now: Timestamp,
    ) -> Result<Vec<Vec<Mark>>, StoreError> {
        let params = named_params! {
            ":article": article,
            ":first": number(first),
            ":end": number(first + count),
            ":today": today,
            ":now": now,
        };
        let mut marks = vec![Vec::new(); count];
        for (position, mark) in self.rows(include_str!("marks.sql"), params, mark_from)? {
            if let Some(of_sentence) = position.checked_sub(first).and_then(|at| marks.get_mut(at)) {
                of_sentence.push(mark);
            }
        }
        Ok(marks.into_iter().map(|marks| outermost(marks, |mark: &Mark| mark.range.clone())).collect())
    }

    pub fn place(&self, article: ArticleId) -> Result<Option<Place>, StoreError> {
        self.first("SELECT sentence, word FROM reading_place WHERE article = ?1", [article], |row| {
            Ok(Place { sentence: size(row, "sentence")?, word: size(row, "word")? })
        })
    }

    pub fn set_place(&mut self, article: ArticleId, place: Place, now: Timestamp) -> Result<(), StoreError> {
        let sql = "INSERT OR REPLACE INTO reading_place (article, sentence, word, at) VALUES (?1, ?2, ?3, ?4)";
        self.conn.prepare_cached(sql)?.execute(params![article, number(place.sentence), number(place.word), now])?;
        Ok(())
    }

    /// The article that was read last.
    pub fn last_read(&self) -> Result<Option<ArticleId>, StoreError> {
        self.first("SELECT article FROM reading_place JOIN present_article ON present_article.id = article ORDER BY at DESC, article DESC LIMIT 1", [], |row| {
            Ok(row.get("article")?)
        })
    }

    /// Positions of the sentences with a bookmark, in reading order.
    pub fn bookmarks(&self, article: ArticleId) -> Result<Vec<usize>, StoreError> {
        self.rows("SELECT sentence FROM bookmark WHERE article = ?1 ORDER BY sentence", [article], |row| {
            size(row, "sentence")
        })
    }

    /// Sets the bookmark of a sentence, or takes it away where there is one. Says whether there is one now.
    pub fn toggle_bookmark(&mut self, article: ArticleId, sentence: usize, now: Timestamp) -> Result<bool, StoreError> {
        let sentence = number(sentence);
        let removed = self
            .conn
            .execute("DELETE FROM bookmark WHERE article = ?1 AND sentence = ?2", params![article, sentence])?;
        if removed == 0 {
            let sql = "INSERT INTO bookmark (article, sentence, at) VALUES (?1, ?2, ?3)";
            self.conn.execute(sql, params![article, sentence, now])?;
        }
        Ok(removed == 0)
    }

    /// Stores a sitting, and the terms that were read past with it.
    pub fn record_reading(&mut self, reading: &NewReading) -> Result<(), StoreError> {
        let tx = self.conn.transaction()?;
        tx.prepare_cached(include_str!("reading_insert.sql"))?.execute(named_params! {
            ":article": reading.article,
            ":at": reading.at,
            ":day": reading.day,
            ":duration_ms": reading.millis,
            ":syllables": number(reading.syllables),
            ":first": number(reading.read.first().map_or(0, |range| range.start)),
            ":last": number(reading.read.last().map_or(0, |range| range.end.saturating_sub(1))),
            ":finished": reading.finished,
            ":known_words": number(reading.coverage.words.known),
            ":words": number(reading.coverage.words.all),
            ":known_terms": number(reading.coverage.terms.known),
            ":terms": number(reading.coverage.terms.all),
        })?;
        let id = tx.last_insert_rowid();
        for range in &reading.read {
            tx.prepare_cached(include_str!("exposure_insert.sql"))?.execute(named_params! {
                ":reading": id,
                ":article": reading.article,
                ":first": number(range.start),
                ":end": number(range.end),
            })?;
        }
        for term in &reading.looked_up {
            tx.prepare_cached("UPDATE exposure SET looked_up = 1 WHERE reading = ?1 AND term = ?2")?
                .execute(params![id, term])?;
        }
        Ok(tx.commit()?)
    }

    /// The sittings with an article, or with all, oldest first.
    pub fn readings(&self, article: Option<ArticleId>) -> Result<Vec<ReadingRow>, StoreError> {
        let sql = "SELECT reading.*, article.title FROM reading JOIN article ON article.id = reading.article WHERE ?1 IS NULL OR reading.article = ?1 ORDER BY reading.id";
        self.rows(sql, [article], reading_from)
    }

    /// Whether the article with this id is there, and its title.
    pub fn title(&self, article: ArticleId) -> Result<Option<String>, StoreError> {
        Ok(self
            .conn
            .prepare_cached("SELECT title FROM present_article WHERE id = ?1")?
            .query_row([article], |row| row.get(0))
            .optional()?)
    }
}

fn mark_from(row: &Row<'_>) -> Result<(usize, Mark), StoreError> {
    let card = match row.get::<_, Option<Status>>("status")? {
        Some(status) => Some((status, card::state_from(row)?)),
        None => None,
    };
    let mark = Mark {
        range: size(row, "start")?..size(row, "end")?,
        term: row.get("term")?,
        knowledge: Knowledge::of(row.get("kind")?, card, row.get("stability")?),
        due: row.get("due")?,
    };
    Ok((size(row, "position")?, mark))
}

fn reading_from(row: &Row<'_>) -> Result<ReadingRow, StoreError> {
    Ok(ReadingRow {
        article: row.get("article")?,
        title: row.get("title")?,
        day: row.get("day")?,
        millis: row.get("duration_ms")?,
        syllables: size(row, "syllables")?,
        finished: row.get("finished")?,
        words: Share { known: size(row, "known_words")?, all: size(row, "words")? },
        terms: Share { known: size(row, "known_terms")?, all: size(row, "terms")? },
    })
}
