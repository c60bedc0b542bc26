//! Answers: append-only. Taking one back adds a row that says so.

use rusqlite::{Transaction, named_params, params};

use super::card::{due_columns, write};
use super::{Store, StoreError};
use crate::deck::{Answer, Card, DeckId, ReviewId};
use crate::time::{StudyDay, Timestamp};

/// Answers of a study day that stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Today {
    /// Terms met for the first time.
    pub new: usize,
    /// Answers on cards that were in review.
    pub reviews: usize,
}

impl Store {
    /// Stores an answer: card and review in one transaction, on disk when this returns.
    pub fn record(&mut self, answer: &Answer) -> Result<ReviewId, StoreError> {
        let transaction = self.connection.transaction()?;
        let id = insert(&transaction, answer)?;
        transaction.commit()?;
        Ok(id)
    }

    /// Takes an answer back: the card is as it was, the review stays and is marked.
    pub fn undo(&mut self, review: ReviewId, restore: &Card, now: Timestamp) -> Result<(), StoreError> {
        let transaction = self.connection.transaction()?;
        mark_undone(&transaction, review, now)?;
        write(&transaction, restore)?;
        Ok(transaction.commit()?)
    }

    /// Puts another answer in the place of one, in one transaction.
    pub fn replace(&mut self, review: ReviewId, answer: &Answer, now: Timestamp) -> Result<ReviewId, StoreError> {
        let transaction = self.connection.transaction()?;
        mark_undone(&transaction, review, now)?;
        let id = insert(&transaction, answer)?;
        transaction.commit()?;
        Ok(id)
    }

    /// What was answered on `today`, in a deck or in all.
    pub fn answered_today(&self, deck: Option<DeckId>, today: StudyDay) -> Result<Today, StoreError> {
        let mut query = self.connection.prepare_cached(include_str!("answered_today.sql"))?;
        let parameters = named_params! { ":deck": deck.map(|deck| deck.0), ":today": today.number() };
        let read = |row: &rusqlite::Row| Ok(Today { new: row.get("new")?, reviews: row.get("reviews")? });
        Ok(query.query_row(parameters, read)?)
    }
}

fn mark_undone(transaction: &Transaction, review: ReviewId, now: Timestamp) -> Result<(), StoreError> {
    let sql = "INSERT INTO review_undone (review, at) VALUES (?1, ?2)";
    transaction.prepare_cached(sql)?.execute(params![review.0, now.as_millis()])?;
    Ok(())
}

fn insert(transaction: &Transaction, answer: &Answer) -> Result<ReviewId, StoreError> {
    let mut insert = transaction.prepare_cached(include_str!("insert_review.sql"))?;
    let (before, after) = (&answer.before, &answer.after);
    let (due_at, due_day) = due_columns(before.due);
    insert.execute(named_params! {
        ":term": before.term.0,
        ":cloze": answer.cloze.0,
        ":at": answer.at.as_millis(),
        ":day": answer.day.number(),
        ":zone_minutes": answer.zone_minutes,
        ":mode": answer.mode.name(),
        ":grade": answer.grade.number(),
        ":proposed": answer.proposed.map(crate::deck::Grade::number),
        ":typed": answer.typed,
        ":verdict": answer.verdict.map(crate::cloze::Verdict::name),
        ":hints": answer.hints,
        ":duration_ms": answer.duration_ms,
        ":interval_days": answer.interval_days,
        ":before_state": before.state.name(),
        ":before_step": before.state.step(),
        ":before_stability": before.memory.map(|memory| f64::from(memory.stability)),
        ":before_difficulty": before.memory.map(|memory| f64::from(memory.difficulty)),
        ":before_due_at": due_at,
        ":before_due_day": due_day,
        ":before_last_review": before.last_review.map(Timestamp::as_millis),
        ":before_reps": before.reps,
        ":before_lapses": before.lapses,
        ":after_state": after.state.name(),
        ":after_stability": after.memory.map(|memory| f64::from(memory.stability)),
        ":after_difficulty": after.memory.map(|memory| f64::from(memory.difficulty)),
    })?;
    let id = ReviewId(transaction.last_insert_rowid());
    write(transaction, after)?;
    Ok(id)
}
