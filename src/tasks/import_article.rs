//! An article's whole way: text, sentences, morphemes, terms, clozes, one transaction.

use super::{ArticleWords, TaskError};
use crate::article::{Article, Facts};
use crate::cloze;
use crate::deck::{DeckFile, DeckFileError};
use crate::import::{self, ImportError, Note, Reading};
use crate::korean::analyzer::Analyzer;
use crate::store::Store;
use crate::time::Timestamp;
use crate::vocab::correct::Corrections;
use crate::vocab::{ArticleTerm, Kind};

/// What an import did, for the user and for `--json`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    pub deck: String,
    pub title: String,
    pub date: Option<String>,
    pub sentences: usize,
    /// Terms of the article, names apart.
    pub terms: usize,
    /// Those that no article before it had.
    pub new_terms: usize,
    /// The same text was here already; nothing changed.
    pub duplicate: bool,
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
}

impl<'a> Importer<'a> {
    pub const fn new(store: &'a mut Store, now: Timestamp) -> Self {
        Self { store, analyzer: None, now }
    }

    /// Begins to store several articles with one commit.
    pub fn begin_batch(&mut self) -> Result<(), TaskError> {
        Ok(self.store.begin_batch()?)
    }

    /// Commits them.
    pub fn end_batch(&mut self) -> Result<(), TaskError> {
        Ok(self.store.end_batch()?)
    }

    /// Imports one text into `deck`. `name` says where it came from; `title` stands in where it has no headline.
    pub fn text(&mut self, text: &str, deck: &str, name: &str, title: Option<&str>) -> Result<Imported, TaskError> {
        let mut article =
            import::article(text, title).map_err(|source| TaskError::Import { name: name.to_owned(), source })?;
        article.facts.source.get_or_insert_with(|| name.to_owned());
        self.article(&article, deck)
    }

    /// Imports all that a source holds into `deck`, all or nothing. `name` says where it came from. Of several documents
    /// those without Korean are passed over.
    pub fn reading(&mut self, reading: &Reading, deck: &str, name: &str) -> Result<Vec<Imported>, TaskError> {
        let error = |source| TaskError::Import { name: name.to_owned(), source };
        let mut articles = Vec::with_capacity(reading.documents.len());
        for document in &reading.documents {
            match document.article() {
                Ok(article) => articles.push(article),
                Err(ImportError::NoKorean | ImportError::Empty) if reading.documents.len() > 1 => {}
                Err(source) => return Err(error(source)),
            }
        }
        if articles.is_empty() {
            return Err(error(ImportError::NoKorean));
        }
        let own_batch = articles.len() > 1 && !self.store.in_batch();
        if own_batch {
            self.begin_batch()?;
        }
        let imported = articles.iter_mut().map(|article| {
            article.facts.source.get_or_insert_with(|| name.to_owned());
            self.article(article, deck)
        });
        let imported = imported.collect::<Result<Vec<_>, _>>();
        if own_batch && imported.is_err() {
            self.store.cancel_batch()?;
        } else if own_batch {
            self.end_batch()?;
        }
        let mut imported = imported?;
        if let Some(first) = imported.first_mut() {
            first.notes.clone_from(&reading.notes);
        }
        Ok(imported)
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
        let mut imported = articles.iter().map(|article| self.article(article, deck)).collect::<Result<Vec<_>, _>>()?;
        if let Some(first) = imported.first_mut() {
            first.corrections = taken;
        }
        Ok(imported)
    }

    fn article(&mut self, article: &Article, deck: &str) -> Result<Imported, TaskError> {
        // A known text is not analyzed again.
        let known = self.store.fingerprint_known(&article.fingerprint())?.is_some();
        let terms = if known { Vec::new() } else { self.terms(article)? };
        let clozes = cloze::build(article, &terms);
        let saved = self.store.save_article(deck, article, &terms, &clozes, self.now)?;
        Ok(Imported {
            deck: deck.to_owned(),
            title: article.facts.title.clone(),
            date: article.facts.date.clone(),
            sentences: article.sentences.len(),
            terms: if known {
                self.store.askable_terms(saved.article)?
            } else {
                terms.iter().filter(|term| term.kind != Kind::Name).count()
            },
            new_terms: saved.new_terms,
            duplicate: saved.duplicate,
            notes: Vec::new(),
            corrections: 0,
        })
    }

    fn terms(&mut self, article: &Article) -> Result<Vec<ArticleTerm>, TaskError> {
        let analyzer = match &mut self.analyzer {
            Some(analyzer) => analyzer,
            none => none.insert(Analyzer::open()?),
        };
        let rows = self.store.corrections()?;
        let corrections = Corrections::of(rows.iter().map(|row| &row.correction));
        Ok(ArticleWords::read(analyzer, article)?.terms(&corrections))
    }
}
