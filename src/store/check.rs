//! Whether the file is whole, and what is wrong where it is not.

use super::{Store, StoreError};

/// What a look at every page, index and reference found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// What SQLite says of pages and indexes where they are not whole.
    pub damage: Option<String>,
    /// Rows that refer to a row that is not there.
    pub dangling: usize,
}

impl Check {
    pub const fn is_sound(&self) -> bool {
        self.damage.is_none() && self.dangling == 0
    }
}

impl Store {
    /// Reads all of the file.
    pub fn check(&self) -> Result<Check, StoreError> {
        let pages = || -> Result<String, StoreError> {
            Ok(self.conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?)
        };
        let dangling = || -> Result<usize, StoreError> {
            Ok(self.conn.prepare("PRAGMA foreign_key_check")?.query_map([], |_| Ok(()))?.count())
        };
        let damage = match pages() {
            Ok(verdict) => Some(verdict).filter(|verdict| verdict != "ok"),
            Err(StoreError::Damaged(detail)) => Some(detail),
            Err(other) => return Err(other),
        };
        match dangling() {
            Ok(dangling) => Ok(Check { damage, dangling }),
            Err(StoreError::Damaged(detail)) => Ok(Check { damage: damage.or(Some(detail)), dangling: 0 }),
            Err(other) => Err(other),
        }
    }
}
