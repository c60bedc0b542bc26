//! Feeds, and what they have listed so far.

use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Row, params};

use super::{Store, StoreError};
use crate::article::Article;
use crate::time::Timestamp;

/// The row of a feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FeedId(pub i64);

impl FromSql for FeedId {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        i64::column_result(value).map(Self)
    }
}

impl ToSql for FeedId {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedRow {
    pub id: FeedId,
    pub address: String,
    pub title: String,
    pub updated_at: Option<Timestamp>,
}

/// An entry of a feed that is no article here yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// By which the learner chooses it.
    pub id: i64,
    /// The feed's title.
    pub feed: String,
    pub title: String,
    pub address: String,
    /// `YYYY-MM-DD`
    pub date: Option<String>,
}

impl Store {
    /// Adds a feed. `None` if its address is there already.
    pub fn add_feed(&mut self, address: &str, title: &str, now: Timestamp) -> Result<Option<FeedId>, StoreError> {
        let sql = "INSERT INTO feed (address, title, added_at) VALUES (?1, ?2, ?3) ON CONFLICT (address) DO NOTHING";
        let added = self.conn.execute(sql, params![address, title, now])?;
        Ok((added > 0).then(|| FeedId(self.conn.last_insert_rowid())))
    }

    pub fn feeds(&self) -> Result<Vec<FeedRow>, StoreError> {
        self.rows("SELECT * FROM feed ORDER BY id", [], |row| {
            Ok(FeedRow {
                id: row.get("id")?,
                address: row.get("address")?,
                title: row.get("title")?,
                updated_at: row.get("updated_at")?,
            })
        })
    }

    /// Removes a feed and its list; articles stay.
    pub fn remove_feed(&mut self, feed: FeedId) -> Result<(), StoreError> {
        self.conn.execute("DELETE FROM feed WHERE id = ?1", [feed])?;
        Ok(())
    }

    /// Notes what a feed lists now: key, title, address, date of each entry, the oldest first.
    pub fn note_entries<'a>(
        &mut self,
        feed: FeedId,
        entries: impl Iterator<Item = (&'a str, &'a str, &'a str, Option<&'a str>)>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let tx = self.conn.transaction()?;
        {
            let mut insert = tx.prepare(
                "INSERT INTO feed_entry (feed, key, title, address, date) VALUES (?1, ?2, ?3, ?4, ?5) \
                 ON CONFLICT (feed, key) DO UPDATE SET title = excluded.title, address = excluded.address",
            )?;
            for (key, title, address, date) in entries {
                insert.execute(params![feed, key, title, address, date])?;
            }
        }
        tx.execute("UPDATE feed SET updated_at = ?2 WHERE id = ?1", params![feed, now])?;
        Ok(tx.commit()?)
    }

    /// What no learner has been shown yet, the newest first.
    pub fn new_entries(&self) -> Result<Vec<Listing>, StoreError> {
        self.listings("shown_at IS NULL")
    }

    /// What can be chosen by `all`: what is new, and what was shown last.
    pub fn choosable_entries(&self) -> Result<Vec<Listing>, StoreError> {
        self.listings("(shown_at IS NULL OR shown_at = (SELECT max(shown_at) FROM feed_entry))")
    }

    /// What was ever listed and is no article yet.
    pub fn entries_left(&self) -> Result<Vec<Listing>, StoreError> {
        self.listings("TRUE")
    }

    fn listings(&self, which: &str) -> Result<Vec<Listing>, StoreError> {
        let sql = format!(
            "SELECT feed_entry.*, feed.title AS feed_title FROM feed_entry JOIN feed ON feed.id = feed_entry.feed \
             WHERE imported_at IS NULL AND {which} ORDER BY feed_entry.id DESC"
        );
        self.rows(&sql, [], listing_from)
    }

    /// The learner has seen these.
    pub fn show_entries(&mut self, entries: &[Listing], now: Timestamp) -> Result<(), StoreError> {
        let tx = self.conn.transaction()?;
        for entry in entries {
            tx.prepare_cached("UPDATE feed_entry SET shown_at = ?2 WHERE id = ?1")?.execute(params![entry.id, now])?;
        }
        Ok(tx.commit()?)
    }

    /// Keeps what stands behind an entry.
    pub fn keep_fetched(&mut self, entry: i64, articles: &[&Article]) -> Result<(), StoreError> {
        let text =
            serde_json::to_string(articles).map_err(|_| StoreError::Inconsistent("articles that are no JSON"))?;
        let sql = "INSERT OR REPLACE INTO feed_text (entry, articles) VALUES (?1, ?2)";
        self.conn.prepare_cached(sql)?.execute(params![entry, text])?;
        Ok(())
    }

    /// What stands behind an entry, if it was fetched before.
    pub fn fetched(&self, entry: i64) -> Result<Option<Vec<Article>>, StoreError> {
        let sql = "SELECT articles FROM feed_text WHERE entry = ?1";
        let Some(text) = self.first(sql, [entry], |row| Ok(row.get::<_, String>(0)?))? else { return Ok(None) };
        let damaged = || StoreError::Damaged("an article behind a feed's entry".into());
        let articles: Vec<Article> = serde_json::from_str(&text).map_err(|_| damaged())?;
        let is_whole = |one: &Article| one.sentences.iter().all(|at| one.text.get(at.range.clone()).is_some());
        if articles.is_empty() || !articles.iter().all(is_whole) {
            return Err(damaged());
        }
        Ok(Some(articles))
    }

    /// Forgets what stands behind entries that cannot be chosen by `all` any more.
    pub fn forget_fetched(&mut self) -> Result<(), StoreError> {
        let sql = "DELETE FROM feed_text WHERE entry NOT IN (SELECT id FROM feed_entry WHERE imported_at IS NULL \
                   AND (shown_at IS NULL OR shown_at = (SELECT max(shown_at) FROM feed_entry)))";
        self.conn.execute(sql, [])?;
        Ok(())
    }

    /// This entry is an article now.
    pub fn mark_imported(&mut self, entry: i64, now: Timestamp) -> Result<(), StoreError> {
        let sql = "UPDATE feed_entry SET imported_at = ?2 WHERE id = ?1";
        self.conn.execute(sql, params![entry, now])?;
        self.conn.execute("DELETE FROM feed_text WHERE entry = ?1", [entry])?;
        Ok(())
    }
}

fn listing_from(row: &Row<'_>) -> Result<Listing, StoreError> {
    Ok(Listing {
        id: row.get("id")?,
        feed: row.get("feed_title")?,
        title: row.get("title")?,
        address: row.get("address")?,
        date: row.get("date")?,
    })
}
