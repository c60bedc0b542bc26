//! Search in imported dictionaries: by the beginning of a word, by its initial consonants, by its hanja, by English.

use rusqlite::named_params;

use super::dictionary::sense_from;
use super::values::number;
use super::{SenseRow, Store, StoreError};

/// Rows that a search looks at before it orders them: enough for every word of more than a letter, few enough for a
/// search at each key.
const CANDIDATES: i64 = 400;

impl Store {
    /// Entries, by their first sense, whose key is not before `from` and before `until`.
    pub fn search_keys(&self, from: &str, until: &str, limit: usize) -> Result<Vec<SenseRow>, StoreError> {
        self.between(include_str!("search_keys.sql"), from, until, limit)
    }

    /// The same by initial consonants.
    pub fn search_chosung(&self, from: &str, until: &str, limit: usize) -> Result<Vec<SenseRow>, StoreError> {
        self.between(include_str!("search_chosung.sql"), from, until, limit)
    }

    /// Senses whose gloss has all `words`, the last one perhaps not written out yet. Those that begin with them come
    /// first.
    pub fn search_english(&self, words: &[String], limit: usize) -> Result<Vec<SenseRow>, StoreError> {
        // Words in quotation marks are never read as operators of the query language.
        let quoted: Vec<String> = words.iter().map(|word| format!("\"{}\"", word.replace('"', ""))).collect();
        let mut found = self.matching(&format!("^{}*", quoted.join(" + ")), limit)?;
        if found.len() < limit {
            let more = self.matching(&(quoted.join(" ") + "*"), limit)?;
            let new: Vec<SenseRow> = more.into_iter().filter(|row| !found.contains(row)).collect();
            found.extend(new);
        }
        found.truncate(limit);
        Ok(found)
    }

    /// Entries, by their first sense, that are written with `hanja`.
    pub fn search_hanja(&self, hanja: &str, limit: usize) -> Result<Vec<SenseRow>, StoreError> {
        let params = named_params! {":hanja": hanja, ":limit": number(limit)};
        self.rows(include_str!("search_hanja.sql"), params, sense_from)
    }

    fn between(&self, sql: &str, from: &str, until: &str, limit: usize) -> Result<Vec<SenseRow>, StoreError> {
        let params = named_params! {":from": from, ":until": until, ":candidates": CANDIDATES, ":limit": number(limit)};
        self.rows(sql, params, sense_from)
    }

    fn matching(&self, query: &str, limit: usize) -> Result<Vec<SenseRow>, StoreError> {
        let params = named_params! {":query": query, ":candidates": CANDIDATES, ":limit": number(limit)};
        self.rows(include_str!("search_english.sql"), params, sense_from)
    }
}
