//! Imported dictionaries: brought in and removed whole, looked up by a term's key.

use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use super::values::{number, size};
use super::{Store, StoreError};
use crate::deck::DictionaryId;
use crate::dictionary::{Entry, Item};
use crate::korean::jamo;
use crate::time::Timestamp;
use crate::vocab::TermKey;

/// A dictionary in the list of dictionaries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DictionaryRow {
    pub id: DictionaryId,
    pub name: String,
    pub licence: Option<String>,
    pub format: String,
    /// Of the file's bytes.
    pub fingerprint: String,
    /// From 1; the smallest speaks first.
    pub priority: usize,
    pub language: Option<String>,
    pub entries: usize,
    pub skipped: usize,
    pub added_at: Timestamp,
}

/// What is known of a dictionary before its entries are read.
#[derive(Debug, Clone, Copy)]
pub struct NewDictionary<'a> {
    pub name: &'a str,
    pub licence: Option<&'a str>,
    pub format: &'a str,
    pub fingerprint: &'a str,
    pub language: Option<&'a str>,
}

/// A sense of an imported dictionary, with the entry that it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SenseRow {
    pub dictionary: String,
    pub word: String,
    pub hanja: Option<String>,
    pub pos: Option<String>,
    pub level: Option<u8>,
    pub pronunciation: Option<String>,
    pub gloss: String,
    pub definition: Option<String>,
    pub example: Option<String>,
}

/// Which of the tables about meanings hold anything.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Beside {
    pub dictionaries: bool,
    pub own: bool,
    pub chosen: bool,
}

impl Store {
    /// All dictionaries, those that speak first in front.
    pub fn dictionaries(&self) -> Result<Vec<DictionaryRow>, StoreError> {
        self.rows("SELECT * FROM dictionary ORDER BY priority, id", [], dictionary_from)
    }

    /// Begins to bring a dictionary in, behind those that are there; with `instead` in the place of that one. Nothing of
    /// it is there before `finish`, and nothing at all if the filling is dropped.
    pub fn fill_dictionary(
        &mut self,
        new: &NewDictionary<'_>,
        instead: Option<DictionaryId>,
        now: Timestamp,
    ) -> Result<Filling<'_>, StoreError> {
        let tx = self.conn.transaction()?;
        let place: Option<i64> = match instead {
            Some(old) => {
                let place = tx.query_row("SELECT priority FROM dictionary WHERE id = ?1", [old], |row| row.get(0));
                let place = place.optional()?;
                tx.execute("DELETE FROM dictionary WHERE id = ?1", [old])?;
                place
            }
            None => None,
        };
        tx.execute(
            "INSERT INTO dictionary (name, licence, format, fingerprint, language, entries, skipped, added_at, priority)
             VALUES (?1, ?2, ?3, ?4, ?5, 0, 0, ?6, coalesce(?7, (SELECT count(*) + 1 FROM dictionary)))",
            params![new.name, new.licence, new.format, new.fingerprint, new.language, now, place],
        )?;
        let id = DictionaryId(tx.last_insert_rowid());
        Ok(Filling { tx, id })
    }

    /// Removes a dictionary with all that it brought.
    pub fn remove_dictionary(&mut self, id: DictionaryId) -> Result<(), StoreError> {
        let tx = self.conn.transaction()?;
        tx.execute("DELETE FROM dictionary WHERE id = ?1", [id])?;
        renumber(&tx, None)?;
        Ok(tx.commit()?)
    }

    /// Puts a dictionary to a place from 1; a place behind the last is the last.
    pub fn order_dictionary(&mut self, id: DictionaryId, place: usize) -> Result<(), StoreError> {
        let tx = self.conn.transaction()?;
        renumber(&tx, Some((id, place)))?;
        Ok(tx.commit()?)
    }

    /// What there is beside the embedded layers: most learners have none of it, and need not look for every term.
    pub fn beside(&self) -> Result<Beside, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM dictionary) AS dictionaries, EXISTS (SELECT 1 FROM own_gloss) AS own,
                   EXISTS (SELECT 1 FROM chosen) AS chosen";
        let read = |row: &Row<'_>| {
            Ok(Beside { dictionaries: row.get("dictionaries")?, own: row.get("own")?, chosen: row.get("chosen")? })
        };
        Ok(self.first(sql, [], read)?.unwrap_or_default())
    }

    /// The senses of all entries with this key, by the priority of their dictionaries and in the order of their files.
    pub fn senses(&self, key: &TermKey) -> Result<Vec<SenseRow>, StoreError> {
        self.rows(include_str!("senses.sql"), [key.as_str()], sense_from)
    }

    /// How frequent a word is, by the first dictionary that knows.
    pub fn frequency(&self, key: &TermKey) -> Result<Option<String>, StoreError> {
        let sql = "SELECT shown FROM frequency JOIN dictionary ON dictionary.id = dictionary
                   WHERE key = ?1 ORDER BY priority, rank LIMIT 1";
        self.first(sql, [key.as_str()], |row| Ok(row.get("shown")?))
    }
}

/// A dictionary that is being brought in, one transaction.
pub struct Filling<'a> {
    tx: Transaction<'a>,
    id: DictionaryId,
}

impl Filling<'_> {
    pub fn put(&self, item: &Item) -> Result<(), StoreError> {
        match item {
            Item::Entry(entry) => self.entry(entry),
            Item::Frequency(frequency) => {
                let sql = "INSERT INTO frequency (dictionary, key, rank, shown) VALUES (?1, ?2, ?3, ?4)";
                let key = TermKey::of(&frequency.word);
                let row = params![self.id, key.as_str(), frequency.rank, frequency.shown];
                self.tx.prepare_cached(sql)?.execute(row)?;
                Ok(())
            }
        }
    }

    fn entry(&self, entry: &Entry) -> Result<(), StoreError> {
        let key = TermKey::of(&entry.word);
        let sql = "INSERT INTO entry (dictionary, key, chosung, word, hanja, pos, level, pronunciation)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        self.tx.prepare_cached(sql)?.execute(params![
            self.id,
            key.as_str(),
            jamo::chosung(key.as_str()),
            entry.word,
            entry.hanja,
            entry.pos,
            entry.level,
            entry.pronunciation
        ])?;
        let id = self.tx.last_insert_rowid();
        for sense in &entry.senses {
            let sql = "INSERT INTO sense (entry, gloss, definition, example) VALUES (?1, ?2, ?3, ?4)";
            self.tx.prepare_cached(sql)?.execute(params![id, sense.gloss, sense.definition, sense.example])?;
        }
        Ok(())
    }

    /// Commits it.
    pub fn finish(self, entries: usize, skipped: usize) -> Result<DictionaryId, StoreError> {
        let sql = "UPDATE dictionary SET entries = ?2, skipped = ?3 WHERE id = ?1";
        self.tx.execute(sql, params![self.id, number(entries), number(skipped)])?;
        self.tx.commit()?;
        Ok(self.id)
    }
}

/// Gives all dictionaries the places from 1 on, one of them the place that is asked for.
fn renumber(conn: &Connection, moved: Option<(DictionaryId, usize)>) -> Result<(), StoreError> {
    let mut select = conn.prepare_cached("SELECT id FROM dictionary ORDER BY priority, id")?;
    let mut order: Vec<DictionaryId> = select.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    if let Some((id, place)) = moved
        && let Some(at) = order.iter().position(|other| *other == id)
    {
        order.remove(at);
        order.insert(place.saturating_sub(1).min(order.len()), id);
    }
    for (at, id) in order.iter().enumerate() {
        conn.prepare_cached("UPDATE dictionary SET priority = ?2 WHERE id = ?1")?
            .execute(params![id, number(at + 1)])?;
    }
    Ok(())
}

fn dictionary_from(row: &Row<'_>) -> Result<DictionaryRow, StoreError> {
    Ok(DictionaryRow {
        id: row.get("id")?,
        name: row.get("name")?,
        licence: row.get("licence")?,
        format: row.get("format")?,
        fingerprint: row.get("fingerprint")?,
        priority: size(row, "priority")?,
        language: row.get("language")?,
        entries: size(row, "entries")?,
        skipped: size(row, "skipped")?,
        added_at: row.get("added_at")?,
    })
}

pub(super) fn sense_from(row: &Row<'_>) -> Result<SenseRow, StoreError> {
    Ok(SenseRow {
        dictionary: row.get("dictionary_name")?,
        word: row.get("word")?,
        hanja: row.get("hanja")?,
        pos: row.get("pos")?,
        level: row.get("level")?,
        pronunciation: row.get("pronunciation")?,
        gloss: row.get("gloss")?,
        definition: row.get("definition")?,
        example: row.get("example")?,
    })
}
