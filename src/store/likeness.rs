//! Sketches of the articles' texts, by which copies are noticed.

use rusqlite::params;

use super::values::{number, size};
use super::{Store, StoreError};
use crate::article::likeness::Sketch;
use crate::deck::ArticleId;

impl Store {
    /// All sketches that are stored.
    pub fn sketches(&self) -> Result<Vec<(ArticleId, Sketch)>, StoreError> {
        self.rows("SELECT likeness.* FROM likeness JOIN present_article ON present_article.id = likeness.article ORDER BY article", [], |row| {
            let bytes: Vec<u8> = row.get("hashes")?;
            let (hashes, rest) = bytes.as_chunks::<4>();
            if !rest.is_empty() {
                return Err(StoreError::Damaged("a sketch that is cut off".into()));
            }
            let hashes = hashes.iter().map(|four| u32::from_le_bytes(*four)).collect();
            Ok((row.get("article")?, Sketch { shingles: size(row, "shingles")?, hashes }))
        })
    }

    /// Articles without a sketch: those that came in before there were any.
    pub fn unsketched(&self) -> Result<Vec<ArticleId>, StoreError> {
        let sql = "SELECT id FROM present_article WHERE id NOT IN (SELECT article FROM likeness) ORDER BY id";
        self.rows(sql, [], |row| Ok(row.get("id")?))
    }

    pub fn put_sketch(&mut self, article: ArticleId, sketch: &Sketch) -> Result<(), StoreError> {
        let bytes: Vec<u8> = sketch.hashes.iter().flat_map(|hash| hash.to_le_bytes()).collect();
        self.conn
            .prepare_cached("INSERT OR REPLACE INTO likeness (article, shingles, hashes) VALUES (?1, ?2, ?3)")?
            .execute(params![article, number(sketch.shingles), bytes])?;
        Ok(())
    }
}
