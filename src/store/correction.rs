//! Corrections: append-only, as reviews are. Undo strikes one out, and only what stands counts.

use rusqlite::{Connection, Row, params};

use super::{Store, StoreError};
use crate::deck::{CorrectionId, Status, TermId};
use crate::time::Timestamp;
use crate::vocab::TermKey;
use crate::vocab::correct::{Correction, Corrections};

/// A stored correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorrectionRow {
    pub id: CorrectionId,
    pub correction: Correction,
    pub at: Timestamp,
}

impl Store {
    /// Every correction that stands, oldest first.
    pub fn corrections(&self) -> Result<Vec<CorrectionRow>, StoreError> {
        standing(&self.conn)
    }

    /// Undoes decisions about attention (ignore, unignore), all or none: they change no article.
    pub fn undo_attention(&mut self, ids: &[CorrectionId], now: Timestamp) -> Result<(), StoreError> {
        let tx = self.conn.transaction()?;
        for id in ids {
            strike_out(&tx, *id, now)?;
        }
        ignore_cards(&tx)?;
        Ok(tx.commit()?)
    }

    /// Those that were undone, oldest first.
    pub fn undone_corrections(&self) -> Result<Vec<CorrectionRow>, StoreError> {
        let sql = "SELECT * FROM correction JOIN correction_undone ON correction = id ORDER BY id";
        self.rows(sql, [], correction_from)
    }
}

pub(super) fn standing(conn: &Connection) -> Result<Vec<CorrectionRow>, StoreError> {
    let mut select = conn.prepare_cached("SELECT * FROM standing_correction ORDER BY id")?;
    select.query_and_then([], correction_from)?.collect()
}

/// The corrections that stand, resolved.
pub(super) fn resolved(conn: &Connection) -> Result<Corrections, StoreError> {
    let rows = standing(conn)?;
    Ok(Corrections::of(rows.iter().map(|row| &row.correction)))
}

fn correction_from(row: &Row<'_>) -> Result<CorrectionRow, StoreError> {
    let payload: String = row.get("payload")?;
    let correction =
        serde_json::from_str(&payload).map_err(|error| StoreError::Damaged(format!("a correction: {error}")))?;
    Ok(CorrectionRow { id: row.get("id")?, correction, at: row.get("at")? })
}

pub(super) fn insert(conn: &Connection, correction: &Correction, at: Timestamp) -> Result<CorrectionId, StoreError> {
    let payload =
        serde_json::to_string(correction).map_err(|_| StoreError::Inconsistent("a correction that is no JSON"))?;
    conn.prepare_cached("INSERT INTO correction (kind, payload, at) VALUES (?1, ?2, ?3)")?.execute(params![
        correction.kind(),
        payload,
        at
    ])?;
    Ok(CorrectionId(conn.last_insert_rowid()))
}

pub(super) fn strike_out(conn: &Connection, id: CorrectionId, at: Timestamp) -> Result<(), StoreError> {
    let sql = "INSERT INTO correction_undone (correction, at) SELECT id, ?2 FROM standing_correction WHERE id = ?1";
    let struck = conn.prepare_cached(sql)?.execute(params![id, at])?;
    if struck == 0 { Err(StoreError::NoCorrection(id)) } else { Ok(()) }
}

/// Gives every card the status that the corrections that stand ask for: ignored, or what it was before. Says whether any
/// card may have changed.
pub(super) fn ignore_cards(conn: &Connection) -> Result<bool, StoreError> {
    let corrections = resolved(conn)?;
    let ignored = |key: &String| corrections.ignored().contains(&TermKey::of(key));
    let mut select = conn.prepare_cached("SELECT term.id, key FROM ignored JOIN term ON term.id = ignored.term")?;
    let were: Vec<(TermId, String)> =
        select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    for (term, _) in were.iter().filter(|(_, key)| !ignored(key)) {
        conn.prepare_cached("UPDATE card SET status = (SELECT before FROM ignored WHERE term = ?1) WHERE term = ?1")?
            .execute([term])?;
        conn.prepare_cached("DELETE FROM ignored WHERE term = ?1")?.execute([term])?;
    }
    for key in corrections.ignored() {
        conn.prepare_cached(
            "INSERT OR IGNORE INTO ignored (term, before) SELECT card.term, status FROM card JOIN term ON term.id = card.term WHERE key = ?1",
        )?
        .execute([key.as_str()])?;
        conn.prepare_cached("UPDATE card SET status = ?2 WHERE term IN (SELECT id FROM term WHERE key = ?1)")?
            .execute(params![key.as_str(), Status::Ignored])?;
    }
    Ok(!were.is_empty() || !corrections.ignored().is_empty())
}
