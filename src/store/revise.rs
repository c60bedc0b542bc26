//! Corrections made or undone, with all that follows from them in what is stored already: one transaction.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, params};

use super::article_rows::{TermRows, insert_terms};
use super::at_hand::AtHand;
use super::values::number;
use super::{Store, StoreError, correction, identity, term};
use crate::cloze::Cloze;
use crate::deck::{ArticleId, ClozeId, CorrectionId, SentenceId, TermId};
use crate::time::Timestamp;
use crate::vocab::correct::Correction;
use crate::vocab::{ArticleTerm, TermKey};

/// What other processes have stored so far: two stamps are equal if nothing came between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp(i64);

/// An article whose terms are to be replaced.
#[derive(Debug, Clone, PartialEq)]
pub struct Reread {
    pub article: ArticleId,
    pub terms: Vec<ArticleTerm>,
    pub clozes: Vec<Cloze>,
}

/// What the learner decided, and the articles as they are then.
#[derive(Debug, Clone, PartialEq)]
pub struct Revision {
    pub add: Vec<Correction>,
    pub undo: Option<CorrectionId>,
    pub articles: Vec<Reread>,
}

impl Store {
    /// Taken before a revision is worked out, and given to [`Store::revise`].
    pub fn stamp(&self) -> Result<Stamp, StoreError> {
        stamp(&self.conn)
    }

    /// Stores the corrections and replaces the terms, occurrences and clozes of the articles. Cards and reviews stay, and
    /// clozes that are asked no more are only retired. Gives the ids of the new corrections.
    pub fn revise(
        &mut self,
        since: Stamp,
        revision: &Revision,
        now: Timestamp,
    ) -> Result<Vec<CorrectionId>, StoreError> {
        let tx = self.conn.transaction()?;
        if stamp(&tx)? != since {
            return Err(StoreError::Changed);
        }
        let before = correction::resolved(&tx)?;
        if let Some(id) = revision.undo {
            correction::strike_out(&tx, id, now)?;
        }
        let ids = revision.add.iter().map(|one| correction::insert(&tx, one, now)).collect::<Result<_, _>>()?;
        let after = correction::resolved(&tx)?;
        let mut touched: BTreeSet<TermId> = identity::settle(&tx, &before, &after)?.into_iter().collect();
        let reread: BTreeSet<ArticleId> = revision.articles.iter().map(|one| one.article).collect();
        for term in &touched {
            let articles = ids_of(&tx, "SELECT article FROM article_term WHERE term = ?1", term.0)?;
            if !articles.into_iter().map(ArticleId).all(|article| reread.contains(&article)) {
                return Err(StoreError::Inconsistent("a term that moved stands in an article that was not read anew"));
            }
        }
        for one in &revision.articles {
            replace(&tx, one, &mut touched)?;
        }
        for term in touched {
            term::tell_anew(&tx, term)?;
        }
        correction::ignore_cards(&tx)?;
        tx.commit()?;
        Ok(ids)
    }

    /// The articles that have a term with one of these keys, or such a key inside a longer one.
    pub fn articles_with(&self, key: &TermKey, inside: bool) -> Result<Vec<ArticleId>, StoreError> {
        let sql = "SELECT DISTINCT article FROM article_term JOIN term ON term.id = article_term.term WHERE key = ?1 OR (?2 AND instr(key, ?1) > 0) ORDER BY article";
        self.rows(sql, params![key.as_str(), inside], |row| Ok(row.get("article")?))
    }

    /// Every article's id.
    pub fn articles(&self) -> Result<Vec<ArticleId>, StoreError> {
        self.rows("SELECT id FROM present_article ORDER BY id", [], |row| Ok(row.get("id")?))
    }
}

/// SQLite counts what other connections commit.
fn stamp(conn: &Connection) -> Result<Stamp, StoreError> {
    Ok(Stamp(conn.query_row("PRAGMA data_version", [], |row| row.get(0))?))
}

/// Terms, occurrences and clozes of one article anew; the terms that had or have to do with it go to `touched`. Gives how
/// many cards were made.
pub(super) fn replace(conn: &Connection, reread: &Reread, touched: &mut BTreeSet<TermId>) -> Result<usize, StoreError> {
    let id = reread.article;
    let sentences: Vec<SentenceId> =
        ids_of(conn, "SELECT id FROM sentence WHERE article = ?1 AND position >= 0 ORDER BY position", id.0)?
            .into_iter()
            .map(SentenceId)
            .collect();
    conn.prepare_cached("INSERT OR IGNORE INTO uncovered VALUES (?1)")?.execute([id])?;
    touched.extend(ids_of(conn, "SELECT term FROM article_term WHERE article = ?1", id.0)?.into_iter().map(TermId));
    conn.prepare_cached("DELETE FROM article_term WHERE article = ?1")?.execute([id])?;
    // Those that are gone from the text as well.
    for sentence in ids_of(conn, "SELECT id FROM sentence WHERE article = ?1", id.0)? {
        conn.prepare_cached("DELETE FROM occurrence WHERE sentence = ?1")?.execute([sentence])?;
        conn.prepare_cached("UPDATE cloze SET retired = 1 WHERE sentence = ?1")?.execute([sentence])?;
    }
    let TermRows { ids, new_terms, .. } = insert_terms(conn, &mut AtHand::default(), id, &sentences, &reread.terms)?;
    touched.extend(&ids);
    for cloze in &reread.clozes {
        let (Some(term), Some(sentence)) = (ids.get(cloze.term), sentences.get(cloze.sentence)) else {
            return Err(StoreError::Inconsistent("a cloze without its term or sentence"));
        };
        ask(conn, *term, *sentence, cloze)?;
    }
    Ok(new_terms)
}

/// The cloze that was retired comes back with its answers; otherwise a new one is made.
fn ask(conn: &Connection, term: TermId, sentence: SentenceId, cloze: &Cloze) -> Result<(), StoreError> {
    let (start, end) = (number(cloze.range.start), number(cloze.range.end));
    let known: Option<ClozeId> = conn
        .prepare_cached("SELECT id FROM cloze WHERE term = ?1 AND sentence = ?2 AND start = ?3 AND end = ?4")?
        .query_row(params![term, sentence, start, end], |row| row.get(0))
        .optional()?;
    match known {
        Some(id) => conn
            .prepare_cached("UPDATE cloze SET retired = 0, score = ?2 WHERE id = ?1")?
            .execute(params![id, cloze.score])?,
        None => conn
            .prepare_cached("INSERT INTO cloze (term, sentence, start, end, score) VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![term, sentence, start, end, cloze.score])?,
    };
    Ok(())
}

fn ids_of(conn: &Connection, sql: &str, of: i64) -> Result<Vec<i64>, StoreError> {
    Ok(conn.prepare_cached(sql)?.query_map([of], |row| row.get(0))?.collect::<Result<_, _>>()?)
}
