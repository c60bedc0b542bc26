//! Articles with their sentences, terms and clozes: written in one transaction.

use rusqlite::{OptionalExtension, Transaction, named_params, params};

use super::{Store, StoreError, deck, term};
use crate::article::{Article, Facts, SentenceKind};
use crate::cloze::Cloze;
use crate::deck::{ArticleId, DeckId, SentenceId, TermId};
use crate::time::Timestamp;
use crate::vocab::{ArticleTerm, Kind};

/// What saving an article came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saved {
    pub article: ArticleId,
    pub deck: DeckId,
    /// Terms that no article before it had, names apart.
    pub new_terms: usize,
    /// The text was here already, and nothing was written but perhaps its place in another deck.
    pub duplicate: bool,
}

impl Store {
    /// Saves an article into the deck called `deck`, which is made if it is not there.
    pub fn save_article(
        &mut self,
        deck: &str,
        article: &Article,
        terms: &[ArticleTerm],
        clozes: &[Cloze],
        now: Timestamp,
    ) -> Result<Saved, StoreError> {
        let fingerprint = article.fingerprint();
        let known = self.fingerprint_known(&fingerprint)?;
        let transaction = self.connection.transaction()?;
        let deck = deck::ensure(&transaction, deck, now)?;
        let saved = match known {
            Some(article) => Saved { article, deck, new_terms: 0, duplicate: true },
            None => {
                let id = insert_article(&transaction, article, &fingerprint, now)?;
                let sentences = insert_sentences(&transaction, id, article)?;
                let (ids, new_terms) = insert_terms(&transaction, id, terms, &sentences)?;
                insert_clozes(&transaction, clozes, &ids, &sentences)?;
                Saved { article: id, deck, new_terms, duplicate: false }
            }
        };
        transaction
            .execute("INSERT OR IGNORE INTO deck_article (deck, article) VALUES (?1, ?2)", [deck.0, saved.article.0])?;
        transaction.commit()?;
        Ok(saved)
    }

    /// The article with this fingerprint.
    pub fn fingerprint_known(&self, fingerprint: &str) -> Result<Option<ArticleId>, StoreError> {
        let mut query = self.connection.prepare_cached("SELECT id FROM article WHERE fingerprint = ?1")?;
        Ok(query.query_row([fingerprint], |row| row.get(0).map(ArticleId)).optional()?)
    }

    /// How many terms of an article can be asked.
    pub fn askable_terms(&self, article: ArticleId) -> Result<usize, StoreError> {
        let sql = "SELECT count(*) FROM article_term JOIN term ON term.id = article_term.term
                   WHERE article = ?1 AND kind <> 'name'";
        Ok(self.connection.query_row(sql, [article.0], |row| row.get(0))?)
    }

    /// The articles of a deck in the order in which they came, with facts and text.
    pub fn deck_articles(&self, deck: DeckId) -> Result<Vec<(ArticleId, Facts, String)>, StoreError> {
        let mut query = self.connection.prepare_cached(
            "SELECT article.* FROM article JOIN deck_article ON deck_article.article = article.id
             WHERE deck_article.deck = ?1 ORDER BY article.id",
        )?;
        let rows = query.query_map([deck.0], |row| {
            let facts = Facts {
                title: row.get("title")?,
                outlet: row.get("outlet")?,
                reporter: row.get("reporter")?,
                date: row.get("date")?,
                copyright: row.get("copyright")?,
                source: row.get("source")?,
            };
            Ok((ArticleId(row.get("id")?), facts, row.get("text")?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn insert_article(
    transaction: &Transaction,
    article: &Article,
    fingerprint: &str,
    now: Timestamp,
) -> Result<ArticleId, StoreError> {
    let facts = &article.facts;
    transaction.execute(
        "INSERT INTO article (fingerprint, title, outlet, reporter, date, copyright, source, text, imported_at)
         VALUES (:fingerprint, :title, :outlet, :reporter, :date, :copyright, :source, :text, :now)",
        named_params! {
            ":fingerprint": fingerprint, ":title": facts.title, ":outlet": facts.outlet, ":reporter": facts.reporter,
            ":date": facts.date, ":copyright": facts.copyright, ":source": facts.source, ":text": article.text,
            ":now": now.as_millis(),
        },
    )?;
    Ok(ArticleId(transaction.last_insert_rowid()))
}

fn insert_sentences(
    transaction: &Transaction,
    id: ArticleId,
    article: &Article,
) -> Result<Vec<SentenceId>, StoreError> {
    let mut insert = transaction.prepare_cached(
        "INSERT INTO sentence (article, position, paragraph, start, end, kind, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    let mut ids = Vec::with_capacity(article.sentences.len());
    for (position, sentence) in article.sentences.iter().enumerate() {
        let kind = match sentence.kind {
            SentenceKind::Body => "body",
            SentenceKind::Headline => "headline",
        };
        let (start, end) = (sentence.range.start, sentence.range.end);
        insert.execute(params![
            id.0,
            position,
            sentence.paragraph,
            start,
            end,
            kind,
            article.sentence_text(sentence)
        ])?;
        ids.push(SentenceId(transaction.last_insert_rowid()));
    }
    Ok(ids)
}

/// Writes the terms with their occurrences; gives their rows, and how many are new.
fn insert_terms(
    transaction: &Transaction,
    article: ArticleId,
    terms: &[ArticleTerm],
    sentences: &[SentenceId],
) -> Result<(Vec<TermId>, usize), StoreError> {
    let mut of_article = transaction.prepare_cached(
        "INSERT INTO article_term (article, term, count, nested, in_title) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    let mut occurrence =
        transaction.prepare_cached("INSERT INTO occurrence (term, sentence, start, end) VALUES (?1, ?2, ?3, ?4)")?;
    let mut ids = Vec::with_capacity(terms.len());
    let mut new = 0;
    for one in terms {
        let (id, is_new) = term::ensure(transaction, one)?;
        new += usize::from(is_new && one.kind != Kind::Name);
        of_article.execute(params![article.0, id.0, one.occurrences.len(), one.nested, one.in_title])?;
        for found in &one.occurrences {
            if let Some(sentence) = sentences.get(found.sentence) {
                occurrence.execute(params![id.0, sentence.0, found.range.start, found.range.end])?;
            }
        }
        ids.push(id);
    }
    Ok((ids, new))
}

fn insert_clozes(
    transaction: &Transaction,
    clozes: &[Cloze],
    terms: &[TermId],
    sentences: &[SentenceId],
) -> Result<(), StoreError> {
    let mut insert = transaction
        .prepare_cached("INSERT INTO cloze (term, sentence, start, end, score) VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for cloze in clozes {
        if let (Some(term), Some(sentence)) = (terms.get(cloze.term), sentences.get(cloze.sentence)) {
            insert.execute(params![term.0, sentence.0, cloze.range.start, cloze.range.end, f64::from(cloze.score)])?;
        }
    }
    Ok(())
}
