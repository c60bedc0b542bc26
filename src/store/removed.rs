//! What was taken out of an article when it was imported.

use super::{Store, StoreError};
use crate::deck::ArticleId;

impl Store {
    /// What stood on an article's page and is no part of its text, a line each.
    pub fn removed(&self, article: ArticleId) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT removed FROM article WHERE id = ?1";
        let text: Option<String> = self.first(sql, [article], |row| Ok(row.get("removed")?))?;
        Ok(text.unwrap_or_default().lines().map(str::to_owned).collect())
    }
}
