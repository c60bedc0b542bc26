//! Reviews: append-only. Undo strikes one out, and only what stands counts.

use rusqlite::{Connection, Row, named_params, params};

use super::card::{self, Columns};
use super::values::size;
use super::{Store, StoreError};
use crate::deck::{Answer, Card, DeckId, Review, ReviewId, TermId};
use crate::time::{StudyDay, Timestamp};

/// What was answered on one day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Today {
    /// Terms answered for the first time.
    pub new: usize,
    /// Answers to cards that were in review: what a limit of reviews a day counts.
    pub reviews: usize,
    /// All answers, those in steps of minutes included.
    pub answers: usize,
}

impl Store {
    /// Stores the answer and its card together.
    pub fn record(&mut self, answer: &Answer) -> Result<ReviewId, StoreError> {
        let tx = self.conn.transaction()?;
        let id = insert(&tx, answer)?;
        tx.commit()?;
        Ok(id)
    }

    /// Strikes a review out and puts its card back as it was.
    pub fn undo(&mut self, review: ReviewId, restore: &Card, now: Timestamp) -> Result<(), StoreError> {
        let tx = self.conn.transaction()?;
        strike_out(&tx, review, restore.term, now)?;
        card::update(&tx, restore)?;
        Ok(tx.commit()?)
    }

    /// Stores `answer` instead of `review`, on the same card.
    pub fn replace(&mut self, review: ReviewId, answer: &Answer, now: Timestamp) -> Result<ReviewId, StoreError> {
        let tx = self.conn.transaction()?;
        strike_out(&tx, review, answer.before.term, now)?;
        let id = insert(&tx, answer)?;
        tx.commit()?;
        Ok(id)
    }

    /// What was answered on `today` in a deck, or in all.
    pub fn answered_today(&self, deck: Option<DeckId>, today: StudyDay) -> Result<Today, StoreError> {
        let counts = self.first(include_str!("today.sql"), named_params! {":deck": deck, ":today": today}, |row| {
            Ok(Today { new: size(row, "new")?, reviews: size(row, "reviews")?, answers: size(row, "answers")? })
        })?;
        Ok(counts.unwrap_or_default())
    }

    /// How many reviews stand.
    pub fn review_count(&self) -> Result<usize, StoreError> {
        let count = self.first("SELECT count(*) AS reviews FROM standing", [], |row| size(row, "reviews"))?;
        Ok(count.unwrap_or(0))
    }

    /// Every review that stands, of a deck or of all, oldest first.
    pub fn reviews(&self, deck: Option<DeckId>) -> Result<Vec<Review>, StoreError> {
        self.rows(include_str!("reviews.sql"), named_params! {":deck": deck}, review_from)
    }
}

fn review_from(row: &Row<'_>) -> Result<Review, StoreError> {
    Ok(Review {
        id: row.get("id")?,
        term: row.get("term")?,
        cloze: row.get("cloze")?,
        grade: row.get("grade")?,
        at: row.get("at")?,
        day: row.get("day")?,
        was_new: row.get("was_new")?,
        head_start: row.get("head_start")?,
    })
}

fn insert(conn: &Connection, answer: &Answer) -> Result<ReviewId, StoreError> {
    if answer.before.term != answer.after.term {
        return Err(StoreError::Inconsistent("an answer of two cards"));
    }
    card::update(conn, &answer.after)?;
    let (before, after) = (Columns::of(&answer.before), Columns::of(&answer.after));
    conn.prepare_cached(include_str!("review_insert.sql"))?.execute(named_params! {
        ":term": answer.after.term,
        ":cloze": answer.cloze,
        ":at": answer.at,
        ":day": answer.day,
        ":zone_minutes": answer.zone_minutes,
        ":mode": answer.mode,
        ":grade": answer.grade,
        ":proposed": answer.proposed,
        ":typed": answer.typed,
        ":verdict": answer.verdict,
        ":hints": answer.hints,
        ":duration_ms": answer.duration_ms,
        ":interval_days": answer.interval_days,
        ":before_state": before.state,
        ":before_step": before.step,
        ":before_stability": before.stability,
        ":before_difficulty": before.difficulty,
        ":before_due_at": before.due_at,
        ":before_due_day": before.due_day,
        ":before_last_review_at": answer.before.last_review,
        ":before_reps": answer.before.reps,
        ":before_lapses": answer.before.lapses,
        ":before_status": answer.before.status,
        ":before_buried_until": answer.before.buried_until,
        ":before_leech": answer.before.leech,
        ":before_flagged": answer.before.flagged,
        ":after_state": after.state,
        ":after_step": after.step,
        ":after_stability": after.stability,
        ":after_difficulty": after.difficulty,
        ":after_due_at": after.due_at,
        ":after_due_day": after.due_day,
        ":after_reps": answer.after.reps,
        ":after_lapses": answer.after.lapses,
        ":head_start": answer.aid.head_start,
    })?;
    let id = ReviewId(conn.last_insert_rowid());
    if !answer.aid.hints.is_empty() || !answer.aid.choices.is_empty() {
        let sql = "INSERT INTO review_aid (review, hints, choices) VALUES (?1, ?2, ?3)";
        conn.prepare_cached(sql)?.execute(params![id, list(&answer.aid.hints), list(&answer.aid.choices)])?;
    }
    Ok(id)
}

/// A JSON list.
pub(super) fn list(words: &[String]) -> String {
    serde_json::Value::from(words).to_string()
}

fn strike_out(conn: &Connection, review: ReviewId, term: TermId, now: Timestamp) -> Result<(), StoreError> {
    let struck = conn.prepare_cached(include_str!("review_undo.sql"))?.execute(named_params! {
        ":review": review,
        ":term": term,
        ":at": now,
    })?;
    if struck == 0 { Err(StoreError::NotLast(review)) } else { Ok(()) }
}
