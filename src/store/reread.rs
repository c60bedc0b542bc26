//! What came of the words of articles that were read.

use rusqlite::named_params;

use super::values::size;
use super::{Store, StoreError};
use crate::deck::ArticleId;
use crate::reader::{Grown, MATURE, Share};
use crate::time::StudyDay;

impl Store {
    /// The articles that were read to their end, with their titles and what came of their words since the last time.
    pub fn grown(&self, today: StudyDay) -> Result<Vec<(ArticleId, String, Grown)>, StoreError> {
        self.rows(include_str!("reread.sql"), named_params! {":mature": MATURE}, |row| {
            let day: StudyDay = row.get("day")?;
            let words = size(row, "words")?;
            let grown = Grown {
                then: Share { known: size(row, "then_known")?, all: size(row, "then_words")? },
                now: Share { known: size(row, "now_known")?, all: words },
                mature: Share { known: size(row, "mature")?, all: words },
                days: today.days_since(day),
                looked_up: size(row, "looked_up")?,
            };
            Ok((row.get("id")?, row.get("title")?, grown))
        })
    }
}
