//! Articles, stored whole with their sentences, terms and clozes.

use std::collections::HashSet;
use std::ops::Range;

use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

use super::article_rows::{TermRows, insert_clozes, insert_facts, insert_sentences, insert_terms};
use super::at_hand::AtHand;
use super::values::size;
use super::{Store, StoreError, card, correction, deck, shelf};
use crate::article::{Article, Facts, Sentence};
use crate::cloze::Cloze;
use crate::deck::{ArticleId, DeckId, State, Status, TermId};
use crate::reader::Coverage;
use crate::time::Timestamp;
use crate::vocab::{ArticleTerm, Kind};

/// What storing an article came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saved {
    pub article: ArticleId,
    pub deck: DeckId,
    /// Cards made: terms that no article before had, names not counted.
    pub new_terms: usize,
    /// The text was there already. It may be new to the deck; nothing else changed.
    pub duplicate: bool,
    /// What of it the reader knows, where storing it told: [`Store::coverage`] says the same.
    pub coverage: Option<Coverage>,
    /// The deck was archived: who puts an article into it wants to study it.
    pub unarchived: bool,
}

/// A term where it stands in an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OccurrenceRow {
    /// Index into `Article::sentences`.
    pub sentence: usize,
    /// Bytes of the sentence's text.
    pub range: Range<usize>,
    pub term: TermId,
    pub kind: Kind,
    /// `None` for names, which have no card.
    pub card: Option<(Status, State)>,
}

impl Store {
    /// Stores `article` in the deck called `deck`, which is made if there is none.
    ///
    /// An article that makes no sense is refused before anything of it is written. Any other error takes back what was
    /// stored: inside a batch all of it, which is open no more.
    pub fn save_article(
        &mut self,
        deck: &str,
        article: &Article,
        terms: &[ArticleTerm],
        clozes: &[Cloze],
        now: Timestamp,
    ) -> Result<Saved, StoreError> {
        check(article, terms, clozes)?;
        if self.in_batch() {
            // No savepoint: it would copy every page that the article touches, and it touches most of the indexes.
            let saved = save(&self.conn, &mut self.at_hand, deck, article, terms, clozes, now);
            if saved.is_err() {
                self.cancel_batch()?;
            }
            return saved;
        }
        let tx = self.conn.transaction()?;
        let saved = save(&tx, &mut AtHand::default(), deck, article, terms, clozes, now)?;
        tx.commit()?;
        Ok(saved)
    }

    /// Begins a batch: what is stored until [`Self::end_batch`] is on disk with it, all or nothing. Many articles touch
    /// the same pages of the indexes, and one commit writes each of them once. References are not checked meanwhile: the
    /// rows refer to others that were written a moment before.
    pub fn begin_batch(&mut self) -> Result<(), StoreError> {
        if self.conn.is_autocommit() {
            self.at_hand.clear();
            self.conn.execute_batch("PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE")?;
        }
        Ok(())
    }

    /// Whether a batch is open.
    pub fn in_batch(&self) -> bool {
        !self.conn.is_autocommit()
    }

    /// Takes back all that the open batch stored. After some errors SQLite has done so itself.
    pub fn cancel_batch(&mut self) -> Result<(), StoreError> {
        self.at_hand.clear();
        if self.in_batch() {
            self.conn.execute_batch("ROLLBACK")?;
        }
        Ok(self.conn.execute_batch("PRAGMA foreign_keys = ON")?)
    }

    /// Ends a batch, if one is open.
    pub fn end_batch(&mut self) -> Result<(), StoreError> {
        if self.conn.is_autocommit() {
            return Ok(());
        }
        self.at_hand.clear();
        let committed = self.conn.execute_batch("COMMIT");
        if committed.is_err() && !self.conn.is_autocommit() {
            self.conn.execute_batch("ROLLBACK")?;
        }
        self.conn.execute_batch("PRAGMA foreign_keys = ON")?;
        Ok(committed?)
    }

    pub fn fingerprint_known(&self, fingerprint: &str) -> Result<Option<ArticleId>, StoreError> {
        with_fingerprint(&self.conn, fingerprint)
    }

    /// The fingerprints of all articles.
    pub fn fingerprints(&self) -> Result<HashSet<String>, StoreError> {
        let all = self.rows("SELECT fingerprint FROM present_article", [], |row| Ok(row.get("fingerprint")?))?;
        Ok(all.into_iter().collect())
    }

    /// Articles with this title, or else with these words in their title.
    pub fn articles_titled(&self, title: &str) -> Result<Vec<ArticleId>, StoreError> {
        let find = |sql: &str| self.rows(sql, [title], |row| Ok(row.get("id")?));
        let exact: Vec<ArticleId> = find("SELECT id FROM present_article WHERE title = ?1 ORDER BY id")?;
        if exact.is_empty() {
            find("SELECT id FROM present_article WHERE instr(title, ?1) > 0 ORDER BY id")
        } else {
            Ok(exact)
        }
    }

    pub fn article_count(&self) -> Result<usize, StoreError> {
        self.conn
            .query_row_and_then("SELECT count(*) AS articles FROM present_article", [], |row| size(row, "articles"))
    }

    /// How many terms of an article have a card.
    pub fn askable_terms(&self, article: ArticleId) -> Result<usize, StoreError> {
        let sql = "SELECT count(*) AS terms FROM article_term JOIN card USING (term) JOIN term ON term.id = article_term.term WHERE article = ?1 AND term.kind <> 'name'";
        self.conn.query_row_and_then(sql, [article], |row| size(row, "terms"))
    }

    /// What is known of an article besides its text.
    pub fn facts(&self, id: ArticleId) -> Result<Option<Facts>, StoreError> {
        self.first("SELECT * FROM present_article WHERE id = ?1", [id], facts_from)
    }

    /// The article as it was stored.
    pub fn article(&self, id: ArticleId) -> Result<Option<Article>, StoreError> {
        let Some((facts, text)) = self.first("SELECT * FROM present_article WHERE id = ?1", [id], facts_and_text)?
        else {
            return Ok(None);
        };
        let sentences = self.rows(
            "SELECT * FROM sentence WHERE article = ?1 AND position >= 0 ORDER BY position",
            [id],
            sentence_from,
        )?;
        let removed = self.removed(id)?;
        Ok(Some(Article { facts, text, sentences, removed }))
    }

    /// Every term of an article where it stands, in reading order.
    pub fn occurrences(&self, article: ArticleId) -> Result<Vec<OccurrenceRow>, StoreError> {
        self.rows(include_str!("occurrences.sql"), named_params! {":article": article}, occurrence_from)
    }
}

fn save(
    conn: &Connection,
    at_hand: &mut AtHand,
    name: &str,
    article: &Article,
    terms: &[ArticleTerm],
    clozes: &[Cloze],
    now: Timestamp,
) -> Result<Saved, StoreError> {
    let fingerprint = article.fingerprint();
    let deck = deck::named_or_new(conn, name, now)?;
    let unarchived = shelf::unarchive(conn, name, now)?;
    let known = with_fingerprint(conn, &fingerprint)?;
    let (id, new_terms, mut coverage) = match known {
        Some(id) => (id, 0, None),
        None => insert(conn, at_hand, article, &fingerprint, terms, clozes, now)?,
    };
    // Some of the new cards may be ignored now, which is not what was told of them.
    if new_terms > 0 && correction::ignore_cards(conn)? {
        at_hand.clear();
        coverage = None;
    }
    conn.prepare_cached("INSERT OR IGNORE INTO deck_article (deck, article) VALUES (?1, ?2)")?
        .execute(params![deck, id])?;
    Ok(Saved { article: id, deck, new_terms, duplicate: known.is_some(), coverage, unarchived })
}

/// Facts and text of an `article` row.
pub(super) fn facts_and_text(row: &Row<'_>) -> Result<(Facts, String), StoreError> {
    Ok((facts_from(row)?, row.get("text")?))
}

fn facts_from(row: &Row<'_>) -> Result<Facts, StoreError> {
    Ok(Facts {
        title: row.get("title")?,
        outlet: row.get("outlet")?,
        reporter: row.get("reporter")?,
        date: row.get("date")?,
        copyright: row.get("copyright")?,
        source: row.get("source")?,
    })
}

fn sentence_from(row: &Row<'_>) -> Result<Sentence, StoreError> {
    Ok(Sentence {
        range: size(row, "start")?..size(row, "end")?,
        kind: row.get("kind")?,
        paragraph: size(row, "paragraph")?,
    })
}

fn occurrence_from(row: &Row<'_>) -> Result<OccurrenceRow, StoreError> {
    let card = match row.get::<_, Option<Status>>("status")? {
        Some(status) => Some((status, card::state_from(row)?)),
        None => None,
    };
    Ok(OccurrenceRow {
        sentence: size(row, "position")?,
        range: size(row, "start")?..size(row, "end")?,
        term: row.get("term")?,
        kind: row.get("kind")?,
        card,
    })
}

fn with_fingerprint(conn: &Connection, fingerprint: &str) -> Result<Option<ArticleId>, StoreError> {
    let mut find = conn.prepare_cached("SELECT id FROM article WHERE fingerprint = ?1")?;
    Ok(find.query_row([fingerprint], |row| row.get(0)).optional()?)
}

/// Whether sentences, occurrences and clozes refer to what is there.
fn check(article: &Article, terms: &[ArticleTerm], clozes: &[Cloze]) -> Result<(), StoreError> {
    let sentences = article.sentences.len();
    let outside = |range: &Range<usize>| article.text.get(range.clone()).is_none();
    if article.sentences.iter().any(|sentence| outside(&sentence.range)) {
        return Err(StoreError::Inconsistent("a sentence outside its article"));
    }
    if terms.iter().flat_map(|term| &term.occurrences).any(|at| at.sentence >= sentences) {
        return Err(StoreError::Inconsistent("an occurrence without its sentence"));
    }
    if clozes.iter().any(|cloze| cloze.term >= terms.len() || cloze.sentence >= sentences) {
        return Err(StoreError::Inconsistent("a cloze without its term or sentence"));
    }
    Ok(())
}

/// The new article, how many cards it made, and its coverage. Runs inside the caller's transaction.
fn insert(
    conn: &Connection,
    at_hand: &mut AtHand,
    article: &Article,
    fingerprint: &str,
    terms: &[ArticleTerm],
    clozes: &[Cloze],
    now: Timestamp,
) -> Result<(ArticleId, usize, Option<Coverage>), StoreError> {
    let id = insert_facts(conn, article, fingerprint, now)?;
    let sentences = insert_sentences(conn, id, article)?;
    let TermRows { ids, new_terms, coverage } = insert_terms(conn, at_hand, id, &sentences, terms)?;
    insert_clozes(conn, &sentences, clozes, &ids)?;
    Ok((id, new_terms, coverage))
}
