//! Practice: answers that move no card. Append-only like reviews, and apart from them.

use rusqlite::{Connection, named_params, params};

use super::{Store, StoreError, review};
use crate::deck::{Answer, ReviewId};
use crate::time::Timestamp;

impl Store {
    /// Stores an answer of practice; its card stays as it is. The number is one of practice, not of reviews.
    pub fn practise(&mut self, answer: &Answer) -> Result<ReviewId, StoreError> {
        let tx = self.conn.transaction()?;
        let id = insert(&tx, answer)?;
        tx.commit()?;
        Ok(id)
    }

    /// Strikes an answer of practice out.
    pub fn undo_practice(&mut self, practice: ReviewId, now: Timestamp) -> Result<(), StoreError> {
        strike_out(&self.conn, practice, now)
    }

    /// Stores `answer` instead of `practice`.
    pub fn replace_practice(
        &mut self,
        practice: ReviewId,
        answer: &Answer,
        now: Timestamp,
    ) -> Result<ReviewId, StoreError> {
        let tx = self.conn.transaction()?;
        strike_out(&tx, practice, now)?;
        let id = insert(&tx, answer)?;
        tx.commit()?;
        Ok(id)
    }
}

fn insert(conn: &Connection, answer: &Answer) -> Result<ReviewId, StoreError> {
    conn.prepare_cached(
        "INSERT INTO practice (term, cloze, at, day, zone_minutes, mode, grade, proposed, typed, verdict, hints, choices, duration_ms)
         VALUES (:term, :cloze, :at, :day, :zone_minutes, :mode, :grade, :proposed, :typed, :verdict, :hints, :choices, :duration_ms)",
    )?
    .execute(named_params! {
        ":term": answer.before.term,
        ":cloze": answer.cloze,
        ":at": answer.at,
        ":day": answer.day,
        ":zone_minutes": answer.zone_minutes,
        ":mode": answer.mode,
        ":grade": answer.grade,
        ":proposed": answer.proposed,
        ":typed": answer.typed,
        ":verdict": answer.verdict,
        ":hints": review::list(&answer.aid.hints),
        ":choices": review::list(&answer.aid.choices),
        ":duration_ms": answer.duration_ms,
    })?;
    Ok(ReviewId(conn.last_insert_rowid()))
}

fn strike_out(conn: &Connection, practice: ReviewId, now: Timestamp) -> Result<(), StoreError> {
    let sql = "INSERT INTO practice_undone (practice, at) SELECT id, ?2 FROM standing_practice WHERE id = ?1";
    let struck = conn.prepare_cached(sql)?.execute(params![practice, now])?;
    if struck == 0 { Err(StoreError::NotLast(practice)) } else { Ok(()) }
}
