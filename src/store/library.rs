//! Articles as a reader chooses among them: what is known of each, and what is not.

use rusqlite::{Row, named_params, params};

use std::collections::HashMap;

use super::covered::{coverage_from, sums_from};
use super::term::term_from;
use super::values::{number, size};
use super::{Store, StoreError};
use crate::deck::{ArticleId, DeckId, Term, TermId};
use crate::reader::Coverage;
use crate::time::Timestamp;
use crate::vocab::difficulty::{Measures, Sums};

/// An article in the library.
#[derive(Debug, Clone, PartialEq)]
pub struct ArticleRow {
    pub id: ArticleId,
    pub title: String,
    pub outlet: Option<String>,
    /// `YYYY-MM-DD`
    pub date: Option<String>,
    pub imported_at: Timestamp,
    /// Its decks, the oldest first.
    pub in_decks: Vec<DeckId>,
    /// Their names, with dots between.
    pub decks: String,
    /// One of them is not archived.
    pub open: bool,
    pub coverage: Coverage,
    pub sentences: usize,
    /// Position of the sentence at which reading stopped, and when that was.
    pub place: Option<usize>,
    pub read_at: Option<Timestamp>,
    pub finished: bool,
    /// Eojeols of the body.
    pub eojeols: usize,
    /// What makes it hard for this reader: see [`crate::vocab::difficulty`].
    pub measures: Measures,
    /// What it is about, as the lexicon's short names.
    pub subjects: Vec<String>,
}

/// A term that the reader does not know yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    pub term: Term,
    /// Running words.
    pub words: usize,
    /// Never answered, so that it can be put first.
    pub new: bool,
}

impl Store {
    /// The articles of a deck, or all, in the order in which they were imported.
    pub fn library(&self, deck: Option<DeckId>) -> Result<Vec<ArticleRow>, StoreError> {
        self.library_rows(None, deck)
    }

    /// One article as the library shows it.
    pub fn article_row(&self, article: ArticleId) -> Result<Option<ArticleRow>, StoreError> {
        Ok(self.library_rows(Some(article), None)?.pop())
    }

    fn library_rows(&self, article: Option<ArticleId>, deck: Option<DeckId>) -> Result<Vec<ArticleRow>, StoreError> {
        self.settle_coverage()?;
        let sql = "SELECT article, deck, name, archived FROM deck_article JOIN deck ON deck.id = deck WHERE ?1 IS NULL OR article = ?1 ORDER BY deck";
        let mut decks: HashMap<ArticleId, Decks> = HashMap::new();
        let links = self.rows(sql, [article], |row| {
            let name = (row.get::<_, String>("name")?, row.get::<_, bool>("archived")?);
            Ok((row.get::<_, ArticleId>("article")?, row.get::<_, DeckId>("deck")?, name))
        })?;
        for (article, deck, (name, archived)) in links {
            let of = decks.entry(article).or_default();
            of.ids.push(deck);
            of.names.push(name);
            of.open |= !archived;
        }
        self.rows(include_str!("library.sql"), named_params! {":article": article, ":deck": deck}, |row| {
            let id: ArticleId = row.get("id")?;
            article_from(row, id, decks.remove(&id).unwrap_or_default())
        })
    }

    /// What of an article's whole text is known.
    pub fn coverage(&self, article: ArticleId) -> Result<Coverage, StoreError> {
        Ok(self.first(include_str!("coverage.sql"), [article], coverage_from)?.unwrap_or_default())
    }

    /// The terms of an article, of a deck or of all that are not known, the most frequent first.
    pub fn unknown(&self, article: Option<ArticleId>, deck: Option<DeckId>) -> Result<Vec<Unknown>, StoreError> {
        self.rows(include_str!("unknown.sql"), named_params! {":article": article, ":deck": deck}, |row| {
            Ok(Unknown {
                term: term_from(row)?,
                words: size(row, "words")?,
                new: row.get::<_, String>("state")? == "new",
            })
        })
    }

    /// Articles whose title holds `text`, the last imported first.
    pub fn titles_with(&self, text: &str) -> Result<Vec<(ArticleId, String)>, StoreError> {
        let sql = "SELECT id, title FROM present_article WHERE instr(lower(title), lower(?1)) > 0 ORDER BY id DESC";
        self.rows(sql, [text], |row| Ok((row.get("id")?, row.get("title")?)))
    }

    /// Puts terms before all other new ones, in this order, and behind those that were put first before.
    pub fn learn_first(&mut self, terms: &[TermId]) -> Result<(), StoreError> {
        let tx = self.conn.transaction()?;
        let last: i64 = tx.query_row("SELECT coalesce(max(place), 0) FROM learn_first", [], |row| row.get(0))?;
        for (at, term) in terms.iter().enumerate() {
            tx.prepare_cached("INSERT OR IGNORE INTO learn_first (term, place) VALUES (?1, ?2)")?
                .execute(params![term, last + 1 + number(at)])?;
        }
        Ok(tx.commit()?)
    }

    /// Takes terms back into their own place among the new ones.
    pub fn learn_in_turn(&mut self, terms: &[TermId]) -> Result<(), StoreError> {
        let tx = self.conn.transaction()?;
        for term in terms {
            tx.execute("DELETE FROM learn_first WHERE term = ?1", [term])?;
        }
        Ok(tx.commit()?)
    }

    /// The terms that the learner wants first, in their order.
    pub fn wanted_first(&self) -> Result<Vec<TermId>, StoreError> {
        self.rows("SELECT term FROM learn_first ORDER BY place", [], |row| Ok(row.get("term")?))
    }
}

/// The decks of an article.
#[derive(Default)]
struct Decks {
    ids: Vec<DeckId>,
    names: Vec<String>,
    open: bool,
}

fn article_from(row: &Row<'_>, id: ArticleId, decks: Decks) -> Result<ArticleRow, StoreError> {
    let place = match row.get::<_, Option<i64>>("place")? {
        Some(_) => Some(size(row, "place")?),
        None => None,
    };
    let sums: Sums = sums_from(row)?;
    let subjects: String = row.get("subjects")?;
    Ok(ArticleRow {
        id,
        title: row.get("title")?,
        outlet: row.get("outlet")?,
        date: row.get("date")?,
        imported_at: row.get("imported_at")?,
        in_decks: decks.ids,
        decks: decks.names.join(" · "),
        open: decks.open,
        coverage: coverage_from(row)?,
        sentences: row.get::<_, Option<i64>>("sentences")?.and_then(|n| usize::try_from(n).ok()).unwrap_or(0),
        place,
        read_at: row.get("read_at")?,
        finished: row.get("finished")?,
        eojeols: sums.eojeols,
        measures: sums.measures(),
        subjects: subjects.split_whitespace().map(str::to_owned).collect(),
    })
}
