//! Which row a term has, where corrections make one term of several (re-lemma, merge).
//!
//! Reviews refer to the rows of their term and are never changed, so that a card cannot be moved to another row. The row
//! with the most answers goes under the common key instead, and the row that had it waits under the key of the first.
//! Where a row belongs by itself stands in `moved`, so that undo brings every row back to its own key.

use std::collections::{BTreeMap, HashMap, HashSet};

use rusqlite::{Connection, params};

use super::StoreError;
use super::values::size;
use crate::deck::TermId;
use crate::vocab::correct::Corrections;
use crate::vocab::{Pos, TermKey};

type Identity = (TermKey, Pos);

/// A row with the identity it has now and the one it has of itself.
struct Row {
    id: TermId,
    now: Identity,
    home: Identity,
}

/// Puts the rows where the corrections want them and gives those that went elsewhere. Which row has a term's card is
/// settled when terms become one or part again, and not changed in between.
pub(super) fn settle(conn: &Connection, before: &Corrections, after: &Corrections) -> Result<Vec<TermId>, StoreError> {
    let concerned: HashSet<&TermKey> = before.renamed().chain(after.renamed()).collect();
    if concerned.is_empty() {
        return Ok(Vec::new());
    }
    let rows = rows(conn)?;
    let mut classes: BTreeMap<Identity, Class> = BTreeMap::new();
    for row in rows.iter().filter(|row| concerned.contains(&row.home.0)) {
        let end = |all: &Corrections| all.identity(&row.home.0, row.home.1);
        classes.entry(end(before)).or_default().before.push(row.id);
        classes.entry(end(after)).or_default().after.push(row.id);
    }
    let mut wanted: HashMap<TermId, Identity> = HashMap::new();
    let homes: HashMap<&Identity, TermId> = rows.iter().map(|row| (&row.home, row.id)).collect();
    let by_id: HashMap<TermId, &Row> = rows.iter().map(|row| (row.id, row)).collect();
    for (target, class) in classes.iter().filter(|(_, class)| !class.after.is_empty()) {
        let own = homes.get(target).copied();
        let current = class.after.iter().copied().find(|id| by_id.get(id).is_some_and(|row| row.now == *target));
        let carrier = match current.filter(|_| class.before == class.after) {
            Some(current) => current,
            None => most_answered(conn, &class.after, own)?,
        };
        if own != Some(carrier) {
            wanted.insert(carrier, target.clone());
            if let (Some(own), Some(row)) = (own, by_id.get(&carrier)) {
                wanted.insert(own, row.home.clone());
            }
        }
    }
    store(conn, &rows, &wanted)
}

/// The rows that are one term, as it was and as it is to be.
#[derive(Default)]
struct Class {
    before: Vec<TermId>,
    after: Vec<TermId>,
}

fn rows(conn: &Connection) -> Result<Vec<Row>, StoreError> {
    let sql = "SELECT term.id, term.key, term.pos, moved.key AS home_key, moved.pos AS home_pos FROM term LEFT JOIN moved ON moved.term = term.id ORDER BY term.id";
    let mut select = conn.prepare_cached(sql)?;
    let read = |row: &rusqlite::Row<'_>| -> Result<Row, StoreError> {
        let now = (TermKey::of(&row.get::<_, String>("key")?), row.get::<_, Pos>("pos")?);
        let home = match (row.get::<_, Option<String>>("home_key")?, row.get::<_, Option<Pos>>("home_pos")?) {
            (Some(key), Some(pos)) => (TermKey::of(&key), pos),
            _ => now.clone(),
        };
        Ok(Row { id: row.get("id")?, now, home })
    };
    select.query_and_then([], read)?.collect()
}

/// The row with the most answers that stand; among equals the term's own, then the oldest.
fn most_answered(conn: &Connection, rows: &[TermId], own: Option<TermId>) -> Result<TermId, StoreError> {
    let mut count = conn.prepare_cached("SELECT count(*) AS answers FROM standing WHERE term = ?1")?;
    let mut best = None;
    for id in rows {
        let answers = count.query_row([id], |row| Ok(size(row, "answers")))??;
        let rank = (answers, own == Some(*id));
        if best.is_none_or(|(most, _)| rank > most) {
            best = Some((rank, *id));
        }
    }
    best.map(|(_, id)| id).ok_or(StoreError::Inconsistent("a term without rows"))
}

/// Stores the identities in two steps: two rows may change places, and no two may ever have one.
fn store(conn: &Connection, rows: &[Row], wanted: &HashMap<TermId, Identity>) -> Result<Vec<TermId>, StoreError> {
    let target = |row: &Row| wanted.get(&row.id).unwrap_or(&row.home).clone();
    let changed: Vec<&Row> = rows.iter().filter(|row| row.now != target(row)).collect();
    for row in &changed {
        // No term has a key of this kind: it begins with what is no letter.
        conn.prepare_cached("UPDATE term SET key = ?2 WHERE id = ?1")?
            .execute(params![row.id, format!("\u{1}{}", row.id.0)])?;
    }
    for row in &changed {
        let (key, pos) = target(row);
        conn.prepare_cached("UPDATE term SET key = ?2, pos = ?3 WHERE id = ?1")?.execute(params![
            row.id,
            key.as_str(),
            pos
        ])?;
        if wanted.contains_key(&row.id) {
            conn.prepare_cached("INSERT OR REPLACE INTO moved (term, key, pos) VALUES (?1, ?2, ?3)")?
                .execute(params![row.id, row.home.0.as_str(), row.home.1])?;
        } else {
            conn.prepare_cached("DELETE FROM moved WHERE term = ?1")?.execute([row.id])?;
        }
    }
    Ok(changed.into_iter().map(|row| row.id).collect())
}
