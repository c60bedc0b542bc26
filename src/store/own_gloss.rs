//! What the learner says a term means: in words of their own, or by choosing one of the senses that there are.

use rusqlite::params;

use super::{Store, StoreError};
use crate::time::Timestamp;
use crate::vocab::{Pos, TermKey};

/// A sense that was chosen, by what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// A layer's name, or `dictionary:` and the dictionary's.
    pub source: String,
    pub hanja: Option<String>,
    pub gloss: String,
}

impl Store {
    pub fn own_gloss(&self, key: &TermKey, pos: Pos) -> Result<Option<String>, StoreError> {
        let sql = "SELECT gloss FROM own_gloss WHERE key = ?1 AND pos = ?2";
        self.first(sql, params![key.as_str(), pos], |row| Ok(row.get("gloss")?))
    }

    /// Every part of speech of a term that has a gloss of the learner's.
    pub fn own_glosses(&self, key: &TermKey) -> Result<Vec<(Pos, String)>, StoreError> {
        let sql = "SELECT pos, gloss FROM own_gloss WHERE key = ?1";
        self.rows(sql, [key.as_str()], |row| Ok((row.get("pos")?, row.get("gloss")?)))
    }

    /// Sets the learner's gloss, which is then the term's first meaning whatever was chosen before; `None` takes it back.
    pub fn set_own_gloss(
        &mut self,
        key: &TermKey,
        pos: Pos,
        gloss: Option<&str>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let tx = self.conn.transaction()?;
        match gloss {
            Some(gloss) => {
                let sql = "INSERT OR REPLACE INTO own_gloss (key, pos, gloss, at) VALUES (?1, ?2, ?3, ?4)";
                tx.execute(sql, params![key.as_str(), pos, gloss, now])?;
                tx.execute("DELETE FROM chosen WHERE key = ?1 AND pos = ?2", params![key.as_str(), pos])?;
            }
            None => {
                tx.execute("DELETE FROM own_gloss WHERE key = ?1 AND pos = ?2", params![key.as_str(), pos])?;
            }
        }
        Ok(tx.commit()?)
    }

    pub fn chosen(&self, key: &TermKey, pos: Pos) -> Result<Option<Choice>, StoreError> {
        let sql = "SELECT source, hanja, gloss FROM chosen WHERE key = ?1 AND pos = ?2";
        self.first(sql, params![key.as_str(), pos], |row| {
            Ok(Choice { source: row.get("source")?, hanja: row.get("hanja")?, gloss: row.get("gloss")? })
        })
    }

    /// Remembers which sense is meant; `None` forgets it.
    pub fn choose(
        &mut self,
        key: &TermKey,
        pos: Pos,
        choice: Option<&Choice>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        match choice {
            Some(Choice { source, hanja, gloss }) => self.conn.execute(
                "INSERT OR REPLACE INTO chosen (key, pos, source, hanja, gloss, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![key.as_str(), pos, source, hanja, gloss, now],
            )?,
            None => self.conn.execute("DELETE FROM chosen WHERE key = ?1 AND pos = ?2", params![key.as_str(), pos])?,
        };
        Ok(())
    }
}
