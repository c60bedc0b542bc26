//! What is done with decks: an append-only log, and the rows of decks that follow from it.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Store, StoreError};
use crate::deck::{Arrangement, ArticleId, DeckChangeId, DeckFacts, DeckId, Edit, Shelf, Shelved};
use crate::time::Timestamp;

/// A step as it was stored.
#[derive(Debug, Clone, PartialEq)]
pub struct DeckChange {
    pub id: DeckChangeId,
    pub wish: Arrangement,
    pub at: Timestamp,
    edits: Vec<Edit>,
}

impl Store {
    /// All decks with their articles.
    pub fn shelf(&self) -> Result<Shelf, StoreError> {
        shelf(&self.conn)
    }

    /// Does what is wished, all or nothing, and notes it in the log.
    pub fn arrange(&mut self, wish: &Arrangement, now: Timestamp) -> Result<DeckChange, StoreError> {
        let tx = self.conn.transaction()?;
        let edits = shelf(&tx)?.arrange(wish, now)?;
        write(&tx, &edits)?;
        let id = note(&tx, wish, &edits, now)?;
        tx.commit()?;
        Ok(DeckChange { id, wish: wish.clone(), at: now, edits })
    }

    /// Takes back a step that stands, the last one where none is named. One that a later step builds on waits for it.
    pub fn undo_arrangement(&mut self, id: Option<DeckChangeId>, now: Timestamp) -> Result<DeckChange, StoreError> {
        let tx = self.conn.transaction()?;
        let found = tx
            .prepare_cached("SELECT * FROM standing_deck_change WHERE ?1 IS NULL OR id = ?1 ORDER BY id DESC LIMIT 1")?
            .query_and_then([id], change_from)?
            .next();
        let change = found.ok_or(StoreError::NoDeckChange(id))??;
        let later = "SELECT max(later.id) FROM standing_deck_change AS later JOIN deck_touched ON deck_touched.change = later.id WHERE later.id > ?1 AND deck_touched.deck IN (SELECT deck FROM deck_touched WHERE change = ?1)";
        let later: Option<DeckChangeId> = tx.query_row(later, [change.id], |row| row.get(0))?;
        if let Some(later) = later {
            return Err(StoreError::BuiltOn { change: change.id, later });
        }
        write(&tx, &shelf(&tx)?.undo(&change.edits)?)?;
        tx.execute("INSERT INTO deck_change_undone (change, at) VALUES (?1, ?2)", params![change.id, now])?;
        tx.commit()?;
        Ok(change)
    }

    /// The steps that stand, oldest first.
    pub fn deck_changes(&self) -> Result<Vec<DeckChange>, StoreError> {
        self.rows("SELECT * FROM standing_deck_change ORDER BY id", [], change_from)
    }
}

/// Takes a deck out of the archive, as a step of its own in the log; says whether it was there.
pub(super) fn unarchive(conn: &Connection, name: &str, now: Timestamp) -> Result<bool, StoreError> {
    let mut find = conn.prepare_cached("SELECT 1 FROM deck WHERE name = ?1 AND archived")?;
    if !find.exists([name])? {
        return Ok(false);
    }
    let wish = Arrangement::Unarchive { deck: name.to_owned() };
    let edits = shelf(conn)?.arrange(&wish, now)?;
    write(conn, &edits)?;
    note(conn, &wish, &edits, now)?;
    Ok(true)
}

/// The id for a deck that is made: one that no deck ever had.
pub(super) fn next_deck(conn: &Connection) -> Result<DeckId, StoreError> {
    let sql =
        "SELECT 1 + max(coalesce((SELECT max(id) FROM deck), 0), coalesce((SELECT max(deck) FROM deck_touched), 0))";
    Ok(conn.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

fn shelf(conn: &Connection) -> Result<Shelf, StoreError> {
    let mut decks: BTreeMap<DeckId, Shelved> = conn
        .prepare_cached("SELECT * FROM deck ORDER BY id")?
        .query_and_then([], |row| Ok((row.get("id")?, Shelved { facts: facts_from(row)?, articles: [].into() })))?
        .collect::<Result<_, StoreError>>()?;
    let mut links = conn.prepare_cached("SELECT deck, article FROM deck_article")?;
    let links = links.query_and_then([], |row| Ok::<(DeckId, ArticleId), StoreError>((row.get(0)?, row.get(1)?)))?;
    for link in links {
        let (deck, article) = link?;
        if let Some(deck) = decks.get_mut(&deck) {
            deck.articles.insert(article);
        }
    }
    Ok(Shelf { decks, next: next_deck(conn)? })
}

fn facts_from(row: &Row<'_>) -> Result<DeckFacts, StoreError> {
    Ok(DeckFacts {
        name: row.get("name")?,
        created_at: row.get("created_at")?,
        retention: row.get("retention")?,
        archived: row.get("archived")?,
    })
}

fn change_from(row: &Row<'_>) -> Result<DeckChange, StoreError> {
    let damaged = |error| StoreError::Damaged(format!("what was done with decks: {error}"));
    let (payload, edits): (String, String) = (row.get("payload")?, row.get("edits")?);
    Ok(DeckChange {
        id: row.get("id")?,
        wish: serde_json::from_str(&payload).map_err(damaged)?,
        edits: serde_json::from_str(&edits).map_err(damaged)?,
        at: row.get("at")?,
    })
}

fn note(conn: &Connection, wish: &Arrangement, edits: &[Edit], now: Timestamp) -> Result<DeckChangeId, StoreError> {
    let bad = |_| StoreError::Inconsistent("a step that is no JSON");
    let (payload, list) = (serde_json::to_string(wish).map_err(bad)?, serde_json::to_string(edits).map_err(bad)?);
    conn.prepare_cached("INSERT INTO deck_change (kind, payload, edits, at) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![wish.kind(), payload, list, now])?;
    let id = DeckChangeId(conn.last_insert_rowid());
    for edit in edits {
        conn.prepare_cached("INSERT INTO deck_touched (change, deck) VALUES (?1, ?2)")?
            .execute(params![id, edit.deck])?;
    }
    Ok(id)
}

/// Articles leave before decks go, and come when decks are there.
fn write(conn: &Connection, edits: &[Edit]) -> Result<(), StoreError> {
    for edit in edits {
        for article in &edit.lost {
            conn.prepare_cached("DELETE FROM deck_article WHERE deck = ?1 AND article = ?2")?
                .execute(params![edit.deck, article])?;
        }
        if edit.after.is_none() {
            conn.prepare_cached("DELETE FROM deck WHERE id = ?1")?.execute([edit.deck])?;
        }
    }
    for edit in edits {
        let Some(facts) = &edit.after else { continue };
        let DeckFacts { name, created_at, retention, archived } = facts;
        let sql = "INSERT INTO deck (id, name, created_at, retention, archived) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (id) DO UPDATE SET name = ?2, retention = ?4, archived = ?5";
        conn.prepare_cached(sql)?.execute(params![edit.deck, name, created_at, retention, archived])?;
        for article in &edit.gained {
            let gone: Option<bool> = conn
                .prepare_cached("SELECT gone FROM article WHERE id = ?1")?
                .query_row([article], |row| row.get(0))
                .optional()?;
            // One that was deleted since comes back to its decks when that is undone.
            if gone.ok_or(StoreError::NoArticle(*article))? {
                continue;
            }
            conn.prepare_cached("INSERT OR IGNORE INTO deck_article (deck, article) VALUES (?1, ?2)")?
                .execute(params![edit.deck, article])?;
        }
    }
    Ok(())
}
