//! An article's whole way: text, sentences, morphemes, terms, clozes, one transaction.

use std::collections::HashSet;

use super::copies::{Copies, CopyOf};
use super::{Assessment, Prepared, TaskError, assess};
use crate::article::{Article, Facts};
use crate::deck::{DeckFile, DeckFileError};
use crate::import::{self, Note};
use crate::korean::analyzer::Analyzer;
use crate::reader::Coverage;
use crate::store::{Store, Updated};
use crate::time::Timestamp;
use crate::vocab::Kind;
use crate::vocab::correct::Corrections;

/// What an import did, for the user and for `--json`.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    pub deck: String,
    /// Decks that were archived, and are no more.
    pub unarchived: Vec<String>,
    pub title: String,
    pub date: Option<String>,
    pub sentences: usize,
    /// Terms of the article, names apart.
    pub terms: usize,
    /// Those that no article before it had.
    pub new_terms: usize,
    /// What of it the reader knows already.
    pub coverage: Coverage,
    /// The same text was here already; nothing changed.
    pub duplicate: bool,
    /// Another article with much the same text: another outlet's, or an earlier version.
    pub copy_of: Option<CopyOf>,
    /// What it costs this reader, where that was asked for and the text is new.
    pub assessment: Option<Assessment>,
    /// The text took the place of that article's.
    pub updated: Option<Updated>,
    /// What a reader should know about the source; with its first article.
    pub notes: Vec<Note>,
    /// Corrections of the deck file that were taken over with this article, its first.
    pub corrections: usize,
}

/// Imports articles. Opens the analyzer with the first one that needs it.
pub struct Importer<'a> {
    store: &'a mut Store,
    analyzer: Option<Analyzer>,
    now: Timestamp,
    update: bool,
    pace: Option<u32>,
    /// Decks that each article goes into as well.
    also: Vec<String>,
    /// What the articles are like; read with the first text that is new.
    copies: Option<Copies>,
}

impl<'a> Importer<'a> {
    pub const fn new(store: &'a mut Store, now: Timestamp) -> Self {
        Self { store, analyzer: None, now, update: false, pace: None, also: Vec::new(), copies: None }
    }

    /// Whether a copy of an article takes its place instead of standing beside it.
    #[must_use]
    pub const fn updating(mut self, update: bool) -> Self {
        self.update = update;
        self
    }

    /// Whether each article is assessed, for a reader who begins so many terms a day.
    #[must_use]
    pub const fn assessing(mut self, pace: Option<u32>) -> Self {
        self.pace = pace;
        self
    }

    /// Further decks that each article goes into, also one that takes another's place.
    #[must_use]
    pub fn also_into(mut self, decks: &[String]) -> Self {
        self.also = decks.to_vec();
        self
    }

    /// Begins to store several articles with one commit.
    pub fn begin_batch(&mut self) -> Result<(), TaskError> {
        Ok(self.store.begin_batch()?)
    }

    /// Commits them.
    pub fn end_batch(&mut self) -> Result<(), TaskError> {
        Ok(self.store.end_batch()?)
    }

    /// Whether a batch is open.
    pub fn in_batch(&self) -> bool {
        self.store.in_batch()
    }

    /// Takes back what the open batch stored.
    pub fn cancel_batch(&mut self) -> Result<(), TaskError> {
        Ok(self.store.cancel_batch()?)
    }

    /// Imports one text into `deck`. `name` says where it came from; `title` stands in where it has no headline.
    pub fn text(&mut self, text: &str, deck: &str, name: &str, title: Option<&str>) -> Result<Imported, TaskError> {
        self.article(article_of(text, name, title)?, deck)
    }

    /// Imports every article of a deck file into the deck it names, or into `deck`.
    pub fn deck_file(&mut self, file: &DeckFile, deck: Option<&str>, name: &str) -> Result<Vec<Imported>, TaskError> {
        let deck = deck.unwrap_or(&file.name);
        let read = |(facts, text): (&Facts, &str)| {
            let source = |source| TaskError::Import { name: name.to_owned(), source };
            import::body(text, facts.clone()).map_err(source)
        };
        // All of them are read before the first is stored: a bad article leaves nothing behind.
        let articles = file.articles.iter().map(|article| read((&article.facts, &article.text)));
        let articles = articles.collect::<Result<Vec<_>, _>>()?;
        // Corrections read every article anew, in a transaction of their own.
        self.store.end_batch()?;
        // Corrections come first, so that the articles are read with them; one that makes no sense is the file's mistake.
        let taken = super::take_over(self.store, &file.corrections, self.now).map_err(|error| match error {
            TaskError::Correction(error) => {
                TaskError::DeckFile { name: name.to_owned(), source: DeckFileError::Syntax(error.to_string()) }
            }
            other => other,
        })?;
        let mut imported =
            articles.into_iter().map(|article| self.article(article, deck)).collect::<Result<Vec<_>, _>>()?;
        if let Some(first) = imported.first_mut() {
            first.corrections = taken;
        }
        Ok(imported)
    }

    /// Analyzes an article and stores it. A known text is not analyzed again.
    pub fn article(&mut self, article: Article, deck: &str) -> Result<Imported, TaskError> {
        let prepared = if self.store.fingerprint_known(&article.fingerprint())?.is_some() {
            Prepared::known(article)
        } else {
            let corrections = self.corrections()?;
            let analyzer = match &mut self.analyzer {
                Some(analyzer) => analyzer,
                none => none.insert(Analyzer::open()?),
            };
            Prepared::read(analyzer, article, &corrections)?
        };
        self.prepared(prepared, deck)
    }

    /// Stores what was made on another thread. A copy of another article is told of, or put in its place.
    pub fn prepared(&mut self, prepared: Prepared, deck: &str) -> Result<Imported, TaskError> {
        let copy_of = self.copy_of(&prepared)?;
        let assessment = match (self.pace, &prepared.shingles) {
            (Some(pace), Some(_)) => Some(assess(self.store, &[&prepared], pace)?),
            _ => None,
        };
        let Prepared { article, terms, clozes, shingles } = prepared;
        let mut imported = Imported {
            deck: deck.to_owned(),
            unarchived: Vec::new(),
            title: article.facts.title.clone(),
            date: article.facts.date.clone(),
            sentences: article.sentences.len(),
            terms: terms.iter().filter(|term| term.kind != Kind::Name).count(),
            new_terms: 0,
            coverage: Coverage::default(),
            duplicate: false,
            copy_of,
            assessment,
            updated: None,
            notes: Vec::new(),
            corrections: 0,
        };
        let id = if let Some(copy) = imported.copy_of.as_ref().filter(|_| self.update) {
            let updated = self.store.update_article(copy.article, &article, terms, clozes, self.now)?;
            imported.new_terms = updated.new_terms;
            imported.updated = Some(updated);
            imported.coverage = self.store.coverage(copy.article)?;
            copy.article
        } else {
            let saved = self.store.save_article(deck, &article, &terms, &clozes, self.now)?;
            (imported.new_terms, imported.duplicate) = (saved.new_terms, saved.duplicate);
            imported.coverage = match saved.coverage {
                Some(coverage) => coverage,
                None => self.store.coverage(saved.article)?,
            };
            imported.unarchived.extend(saved.unarchived.then(|| deck.to_owned()));
            if saved.duplicate {
                imported.terms = self.store.askable_terms(saved.article)?;
                imported.copy_of = None;
            }
            saved.article
        };
        for name in &self.also {
            if self.store.put_in_deck(id, name, self.now)? {
                imported.unarchived.push(name.clone());
            }
        }
        if let Some(shingles) = shingles.filter(|_| !imported.duplicate) {
            self.copies.get_or_insert_default().put(self.store, id, shingles)?;
        }
        Ok(imported)
    }

    /// The stored article that is most like this one, if any is a copy of it.
    pub fn copy_of(&mut self, prepared: &Prepared) -> Result<Option<CopyOf>, TaskError> {
        let Some(shingles) = &prepared.shingles else { return Ok(None) };
        let copies = match &mut self.copies {
            Some(copies) => copies,
            none => none.insert(Copies::read(self.store)?),
        };
        copies.of(self.store, shingles)
    }

    /// The corrections that stand.
    pub fn corrections(&self) -> Result<Corrections, TaskError> {
        let rows = self.store.corrections()?;
        Ok(Corrections::of(rows.iter().map(|row| &row.correction)))
    }

    /// The fingerprints of all articles that are stored.
    pub fn fingerprints(&self) -> Result<HashSet<String>, TaskError> {
        Ok(self.store.fingerprints()?)
    }
}

/// The article of one text. `name` says where it came from; `title` stands in where it has no headline.
pub fn article_of(text: &str, name: &str, title: Option<&str>) -> Result<Article, TaskError> {
    let mut article =
        import::article(text, title).map_err(|source| TaskError::Import { name: name.to_owned(), source })?;
    article.facts.source.get_or_insert_with(|| name.to_owned());
    Ok(article)
}
