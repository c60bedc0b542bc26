//! An article whose text changed: the new text takes the place of the old one.

use std::collections::{BTreeSet, HashMap, VecDeque};

use rusqlite::{Connection, named_params, params};

use super::revise::{Reread, replace};
use super::values::number;
use super::{ArticleDeed, Store, StoreError, article_change, correction, term};
use crate::article::Article;
use crate::cloze::Cloze;
use crate::deck::{ArticleId, SentenceId};
use crate::time::Timestamp;
use crate::vocab::ArticleTerm;

/// What an update came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Updated {
    /// Sentences that stand in both versions.
    pub kept: usize,
    pub new: usize,
    pub gone: usize,
    /// Cards made.
    pub new_terms: usize,
}

impl Store {
    /// Puts `article` in the place of the article `id`. Sentences that stand in both keep their rows, and so their
    /// clozes and answers. Those that are gone are kept at a negative position with their clozes retired, because reviews
    /// refer to them, and come back with a version that has them again. Cards and reviews are not touched. The article as it was goes into the log
    /// ([`Store::undo_article_change`]).
    pub fn update_article(
        &mut self,
        id: ArticleId,
        article: &Article,
        terms: Vec<ArticleTerm>,
        clozes: Vec<Cloze>,
        now: Timestamp,
    ) -> Result<Updated, StoreError> {
        // Inside a batch an update is a savepoint, as an article is.
        if !self.conn.is_autocommit() {
            // It tells terms anew.
            self.at_hand.clear();
            let part = self.conn.savepoint()?;
            let updated = update(&part, id, article, terms, clozes, now)?;
            part.commit()?;
            return Ok(updated);
        }
        let tx = self.conn.transaction()?;
        let updated = update(&tx, id, article, terms, clozes, now)?;
        tx.commit()?;
        Ok(updated)
    }
}

fn update(
    conn: &Connection,
    id: ArticleId,
    article: &Article,
    terms: Vec<ArticleTerm>,
    clozes: Vec<Cloze>,
    now: Timestamp,
) -> Result<Updated, StoreError> {
    article_change::note(conn, ArticleDeed::Update, id, now)?;
    let facts = &article.facts;
    let changed = conn.prepare_cached(include_str!("article_update.sql"))?.execute(named_params! {
        ":id": id,
        ":fingerprint": article.fingerprint(),
        ":title": facts.title,
        ":outlet": facts.outlet,
        ":reporter": facts.reporter,
        ":date": facts.date,
        ":copyright": facts.copyright,
        ":source": facts.source,
        ":text": article.text,
        ":removed": article.removed.join("\n"),
    })?;
    if changed == 0 {
        return Err(StoreError::NoArticle(id));
    }
    let (kept, new, gone) = sentences(conn, id, article)?;
    let mut touched = BTreeSet::new();
    let new_terms = replace(conn, &Reread { article: id, terms, clozes }, &mut touched)?;
    for term in touched {
        term::tell_anew(conn, term)?;
    }
    correction::ignore_cards(conn)?;
    Ok(Updated { kept, new, gone, new_terms })
}

/// Gives each sentence its row: that of an old one with the same text, the first of them that is free, or a new one.
fn sentences(conn: &Connection, id: ArticleId, article: &Article) -> Result<(usize, usize, usize), StoreError> {
    let mut old: HashMap<String, VecDeque<SentenceId>> = HashMap::new();
    let stood: i64 =
        conn.query_row("SELECT count(*) FROM sentence WHERE article = ?1 AND position >= 0", [id], |row| row.get(0))?;
    {
        // Those that stand in the text come before those that are gone already.
        let mut select =
            conn.prepare_cached("SELECT id, text FROM sentence WHERE article = ?1 ORDER BY position < 0, position")?;
        let rows = select.query_map([id], |row| Ok((row.get::<_, SentenceId>(0)?, row.get::<_, String>(1)?)))?;
        for row in rows {
            let (sentence, text) = row?;
            old.entry(text).or_default().push_back(sentence);
        }
    }
    conn.prepare_cached("UPDATE sentence SET position = -id WHERE article = ?1")?.execute([id])?;
    let (mut kept, mut new) = (0, 0);
    for (position, sentence) in article.sentences.iter().enumerate() {
        let range = &sentence.range;
        let text = article.text.get(range.clone()).ok_or(StoreError::Inconsistent("a sentence outside its article"))?;
        let (position, start, end) = (number(position), number(range.start), number(range.end));
        let (kind, paragraph) = (sentence.kind, number(sentence.paragraph));
        if let Some(row) = old.get_mut(text).and_then(VecDeque::pop_front) {
            kept += 1;
            conn.prepare_cached(
                "UPDATE sentence SET position = ?2, start = ?3, end = ?4, kind = ?5, paragraph = ?6 WHERE id = ?1",
            )?
            .execute(params![row, position, start, end, kind, paragraph])?;
        } else {
            new += 1;
            conn.prepare_cached(
                "INSERT INTO sentence (article, position, start, end, kind, paragraph, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute(params![id, position, start, end, kind, paragraph, text])?;
        }
    }
    let gone = usize::try_from(stood).unwrap_or_default().saturating_sub(kept);
    Ok((kept, new, gone))
}
