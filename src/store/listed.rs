//! The list of words: what it is sorted and searched by, brought up to date term by term, and the terms in some order.

use rusqlite::{named_params, params};

use super::term::{parts_from, term_from};
use super::values::{number, size};
use super::{Store, StoreError};
use crate::deck::{ArticleId, Term, TermId};
use crate::time::Timestamp;
use crate::vocab::Kind;

/// Key of `meta`: what the list was made with.
const LISTED: &str = "listed";
/// Stands for a level that no dictionary tells.
pub(super) const NO_LEVEL: u8 = 9;

/// A term with what the articles tell of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedFacts {
    pub term: Term,
    /// In a deck that is not archived.
    pub open: bool,
    pub count: usize,
    /// Inside longer terms.
    pub nested: usize,
    pub in_title: bool,
}

/// A line of the list, to be stored.
#[derive(Debug, Clone, PartialEq)]
pub struct NewListed<'a> {
    pub facts: &'a ListedFacts,
    pub level: Option<u8>,
    pub domain: &'static str,
    /// A compound's parts through which it speaks for its kin.
    pub telling: Vec<&'a str>,
    /// What finds it: see [`crate::vocab::find`].
    pub texts: Vec<String>,
}

impl Store {
    /// Does `work` in one transaction, all or nothing; inside another one it is a part of that.
    pub fn at_once<T, E: From<StoreError>>(&self, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        if !self.conn.is_autocommit() {
            return work();
        }
        self.conn.execute_batch("BEGIN IMMEDIATE").map_err(StoreError::from)?;
        let done = work();
        let end = if done.is_ok() { "COMMIT" } else { "ROLLBACK" };
        let ended = self.conn.execute_batch(end).map_err(StoreError::from);
        done.and_then(|value| Ok(ended.map(|()| value)?))
    }

    /// The terms that are to be listed anew: those that something touched, or all where the list was not made with
    /// `stamp`.
    pub fn unlisted(&self, stamp: &str) -> Result<Vec<TermId>, StoreError> {
        let sql = if self.meta(LISTED)?.as_deref() == Some(stamp) {
            "SELECT term FROM unlisted_term UNION SELECT article_term.term FROM unlisted_article CROSS JOIN article_term ON article_term.article = unlisted_article.article"
        } else {
            "SELECT term FROM article_term UNION SELECT term FROM listed"
        };
        self.rows(sql, [], |row| Ok(row.get(0)?))
    }

    /// Remembers that all is listed.
    pub fn set_listed(&self, stamp: &str) -> Result<(), StoreError> {
        self.conn.execute("DELETE FROM unlisted_term", [])?;
        self.conn.execute("DELETE FROM unlisted_article", [])?;
        self.conn.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2)", [LISTED, stamp])?;
        Ok(())
    }

    /// What the articles tell of a term; `None` where none has it any more.
    pub fn listed_facts(&self, term: TermId) -> Result<Option<ListedFacts>, StoreError> {
        self.first(include_str!("listed_facts.sql"), named_params! {":term": term}, |row| {
            Ok(ListedFacts {
                term: term_from(row)?,
                open: row.get("open")?,
                count: size(row, "count")?,
                nested: size(row, "nested")?,
                in_title: row.get("in_title")?,
            })
        })
    }

    /// Takes a term off the list and gives the parts through which it spoke for its kin.
    pub fn unlist(&self, term: TermId) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT texts FROM listed WHERE term = ?1";
        let Some(texts) = self.first(sql, [term], |row| Ok(row.get::<_, String>("texts")?))? else {
            return Ok(Vec::new());
        };
        for text in texts.lines() {
            self.conn
                .prepare_cached("DELETE FROM found_by WHERE text = ?1 AND term = ?2")?
                .execute(params![text, term])?;
        }
        self.conn.prepare_cached("DELETE FROM listed WHERE term = ?1")?.execute([term])?;
        Ok(texts.lines().filter_map(|text| text.strip_prefix('+')).map(str::to_owned).collect())
    }

    /// Puts a term on the list, from which it was taken before; its score follows.
    pub fn list(&self, new: &NewListed) -> Result<(), StoreError> {
        let ListedFacts { term, open, count, .. } = new.facts;
        let mut texts = new.texts.clone();
        texts.extend(new.telling.iter().map(|part| format!("+{part}")));
        texts.sort_unstable();
        texts.dedup();
        for text in &texts {
            self.conn
                .prepare_cached("INSERT OR IGNORE INTO found_by (text, term) VALUES (?1, ?2)")?
                .execute(params![text, term.id])?;
        }
        let parts = if term.kind == Kind::Compound { term.parts.as_slice() } else { &[] };
        let parts = serde_json::to_string(parts).map_err(|_| StoreError::Inconsistent("parts that are no text"))?;
        let sql = "INSERT INTO listed (term, shelf, open, key, kind, score, count, level, domain, parts, texts) VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6, ?7, ?8, ?9, ?10)";
        self.conn.prepare_cached(sql)?.execute(params![
            term.id,
            term.kind == Kind::Name,
            open,
            term.key.as_str(),
            term.kind,
            number(*count),
            new.level.unwrap_or(NO_LEVEL),
            new.domain,
            parts,
            texts.join("\n"),
        ])?;
        Ok(())
    }

    pub fn set_score(&self, term: TermId, score: f64) -> Result<(), StoreError> {
        self.conn
            .prepare_cached("UPDATE listed SET score = ?2 WHERE term = ?1 AND score <> ?2")?
            .execute(params![term, score])?;
        Ok(())
    }

    /// The compounds of open decks that speak through a part: their parts and occurrences.
    pub fn kin(&self, part: &str) -> Result<Vec<(TermId, Vec<String>, usize)>, StoreError> {
        let sql = "SELECT listed.term, listed.parts, listed.count FROM found_by CROSS JOIN listed ON listed.term = found_by.term WHERE found_by.text = '+' || ?1 AND listed.open";
        self.rows(sql, [part], |row| {
            Ok((row.get("term")?, parts_from(&row.get::<_, String>("parts")?)?, size(row, "count")?))
        })
    }

    /// The articles that have, for each of the bounds, a term that it finds; of terms the first few hundred.
    pub fn articles_found(&self, search: &[(String, String)]) -> Result<Vec<ArticleId>, StoreError> {
        let mut found: Option<Vec<ArticleId>> = None;
        for (from, until) in search {
            let sql = "SELECT DISTINCT article FROM article_term WHERE term IN (SELECT term FROM found_by WHERE text >= ?1 AND text < ?2 LIMIT 300) ORDER BY article";
            let own = self.rows(sql, [from, until], |row| Ok(row.get(0)?))?;
            found = Some(match found {
                Some(before) => before.into_iter().filter(|article| own.binary_search(article).is_ok()).collect(),
                None => own,
            });
        }
        Ok(found.unwrap_or_default())
    }

    /// The words, names and ignored ones apart, that have a text between the bounds.
    pub fn words_found(&self, from: &str, until: &str) -> Result<Vec<Term>, StoreError> {
        let sql = "SELECT id AS term_id, key, pos, kind, term AS shown, parts FROM term WHERE id IN (SELECT term FROM found_by WHERE text >= ?1 AND text < ?2) AND kind <> 'name' AND EXISTS (SELECT 1 FROM card WHERE card.term = term.id AND card.status <> 'ignored') ORDER BY id";
        self.rows(sql, [from, until], term_from)
    }

    /// Occurrences of a term as the list counts them.
    pub fn listed_count(&self, term: TermId) -> Result<usize, StoreError> {
        let found = self.first("SELECT count FROM listed WHERE term = ?1", [term], |row| size(row, "count"))?;
        Ok(found.unwrap_or(0))
    }

    /// When the first article that has a term came in.
    pub fn met_at(&self, term: TermId) -> Result<Option<Timestamp>, StoreError> {
        let sql = "SELECT imported_at FROM article WHERE id = (SELECT min(article) FROM article_term WHERE term = ?1)";
        self.first(sql, [term], |row| Ok(row.get(0)?))
    }

    /// The fields that words of the list belong to, by their names.
    pub fn listed_domains(&self) -> Result<Vec<String>, StoreError> {
        self.rows("SELECT DISTINCT domain FROM listed ORDER BY domain", [], |row| Ok(row.get("domain")?))
    }
}
