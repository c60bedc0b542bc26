//! What was done with articles, an append-only log: a text that took another's place, an article that was deleted. Undo
//! gives the rows back as they were.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::snapshot::{self, Snapshot};
use super::{Store, StoreError, correction, term};
use crate::deck::{ArticleChangeId, ArticleId, TermId};
use crate::time::Timestamp;

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArticleDeed {
    /// Another text took its place.
    Update,
    Delete,
}

impl ArticleDeed {
    /// As it stands in the log.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Update => "update",
            Self::Delete => "delete",
        }
    }
}

/// A step as it was stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleChange {
    pub id: ArticleChangeId,
    pub deed: ArticleDeed,
    pub article: ArticleId,
    /// What the article was called before it.
    pub title: String,
    pub at: Timestamp,
    /// Corrections were made or undone since: the terms that come back must be found anew.
    pub stale: bool,
}

impl Store {
    /// The steps that stand, oldest first.
    pub fn article_changes(&self) -> Result<Vec<ArticleChange>, StoreError> {
        let stamp = correction_stamp(&self.conn)?;
        self.rows("SELECT * FROM standing_article_change ORDER BY id", [], |row| Ok(change_from(row, stamp)?.0))
    }

    /// Deletes an article: it leaves its decks and every list, and nothing of it is asked. Cards and reviews stay.
    pub fn delete_article(&mut self, id: ArticleId, now: Timestamp) -> Result<ArticleChange, StoreError> {
        let tx = self.conn.transaction()?;
        let before = note(&tx, ArticleDeed::Delete, id, now)?;
        snapshot::leave(&tx, id)?;
        tx.execute("DELETE FROM deck_article WHERE article = ?1", [id])?;
        // The fingerprint is free for the same text, should it come in again.
        let sql =
            "UPDATE article SET gone = 1, fingerprint = 'gone ' || id || ' ' || fingerprint, text = '' WHERE id = ?1";
        tx.execute(sql, [id])?;
        tell_anew(&tx, before.terms())?;
        let change = last_of(&tx, id)?;
        tx.commit()?;
        Ok(change)
    }

    /// Takes back a step that stands, the last one where none is named. One behind which the same article was changed
    /// again waits for that. Answers that were given meanwhile stay.
    pub fn undo_article_change(
        &mut self,
        id: Option<ArticleChangeId>,
        now: Timestamp,
    ) -> Result<ArticleChange, StoreError> {
        let tx = self.conn.transaction()?;
        let stamp = correction_stamp(&tx)?;
        let found = tx
            .prepare_cached(
                "SELECT * FROM standing_article_change WHERE ?1 IS NULL OR id = ?1 ORDER BY id DESC LIMIT 1",
            )?
            .query_and_then([id], |row| change_from(row, stamp))?
            .next();
        let (change, before) = found.ok_or(StoreError::NoArticleChange(id))??;
        let later = "SELECT max(id) FROM standing_article_change WHERE article = ?1 AND id > ?2";
        let later: Option<ArticleChangeId> =
            tx.query_row(later, params![change.article, change.id], |row| row.get(0))?;
        if let Some(later) = later {
            return Err(StoreError::ArticleBuiltOn { change: change.id, later });
        }
        let holder: Option<ArticleId> = tx
            .query_row(
                "SELECT id FROM article WHERE fingerprint = ?1 AND id <> ?2",
                params![before.text("fingerprint"), change.article],
                |row| row.get(0),
            )
            .optional()?;
        if let Some(article) = holder {
            return Err(StoreError::SameText { article });
        }
        let mut touched: BTreeSet<TermId> = terms_of(&tx, change.article)?;
        before.put_back(&tx, change.article, change.deed == ArticleDeed::Delete)?;
        touched.extend(before.terms());
        tell_anew(&tx, touched.into_iter())?;
        tx.execute("INSERT INTO article_change_undone (change, at) VALUES (?1, ?2)", params![change.id, now])?;
        tx.commit()?;
        Ok(change)
    }
}

/// Writes an article as it is into the log, before it changes. Inside the caller's transaction.
pub(super) fn note(
    conn: &Connection,
    deed: ArticleDeed,
    id: ArticleId,
    now: Timestamp,
) -> Result<Snapshot, StoreError> {
    let snapshot = Snapshot::take(conn, id)?.ok_or(StoreError::NoArticle(id))?;
    let before =
        serde_json::to_string(&snapshot).map_err(|_| StoreError::Inconsistent("an article that is no JSON"))?;
    let stamp = correction_stamp(conn)?;
    conn.prepare_cached(
        "INSERT INTO article_change (kind, article, before, corrections, at) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![deed.name(), id, before, stamp, now])?;
    Ok(snapshot)
}

fn tell_anew(conn: &Connection, terms: impl Iterator<Item = TermId>) -> Result<(), StoreError> {
    for id in terms {
        term::tell_anew(conn, id)?;
    }
    correction::ignore_cards(conn)?;
    Ok(())
}

fn terms_of(conn: &Connection, article: ArticleId) -> Result<BTreeSet<TermId>, StoreError> {
    let mut select = conn.prepare_cached("SELECT term FROM article_term WHERE article = ?1")?;
    Ok(select.query_map([article], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Changes with every correction that is made or undone.
fn correction_stamp(conn: &Connection) -> Result<i64, StoreError> {
    let sql = "SELECT (SELECT count(*) FROM correction) + (SELECT count(*) FROM correction_undone)";
    Ok(conn.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

fn last_of(conn: &Connection, article: ArticleId) -> Result<ArticleChange, StoreError> {
    let stamp = correction_stamp(conn)?;
    let mut select =
        conn.prepare_cached("SELECT * FROM standing_article_change WHERE article = ?1 ORDER BY id DESC LIMIT 1")?;
    let found = select.query_and_then([article], |row| change_from(row, stamp))?.next();
    Ok(found.ok_or(StoreError::NoArticleChange(None))??.0)
}

fn change_from(row: &Row<'_>, stamp: i64) -> Result<(ArticleChange, Snapshot), StoreError> {
    let damaged = || StoreError::Damaged("what was done with articles".into());
    let (kind, before): (String, String) = (row.get("kind")?, row.get("before")?);
    let before: Snapshot = serde_json::from_str(&before).map_err(|_| damaged())?;
    let deeds = [ArticleDeed::Update, ArticleDeed::Delete];
    let change = ArticleChange {
        id: row.get("id")?,
        deed: deeds.into_iter().find(|deed| deed.name() == kind).ok_or_else(damaged)?,
        article: row.get("article")?,
        title: before.text("title").unwrap_or_default().to_owned(),
        at: row.get("at")?,
        stale: row.get::<_, i64>("corrections")? != stamp,
    };
    Ok((change, before))
}
