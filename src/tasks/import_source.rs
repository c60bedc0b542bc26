//! From what the user named (files, folders, standard input, addresses) to texts, and on to the importer.

use std::path::PathBuf;

use super::import_files::{Target, import_files};
use super::open_source::{Content, Opened, open_source, sources_in};
use super::{Imported, Importer, TaskError};
use crate::article::Article;
use crate::deck::DeckFile;
use crate::import::{ImportError, Limits, Note, Stop};
use crate::store::Store;
use crate::time::Timestamp;

/// Where a text comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    Path(PathBuf),
    StandardInput,
    /// `http` or `https`
    Address(String),
    /// What was pasted.
    Text(String),
    /// What was copied: an address, a file's path or a text.
    Clipboard,
    /// Read already: what stands behind an entry of a feed.
    Read {
        address: String,
        articles: Vec<Article>,
    },
}

/// Where articles go, and what becomes of copies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish<'a> {
    pub deck: Option<&'a str>,
    /// For articles where no deck is named.
    pub default_deck: &'a str,
    /// A copy of an article takes its place.
    pub update: bool,
    /// New terms a day: each article is told with what it costs.
    pub pace: Option<u32>,
}

/// A source that could not be imported, beside others that were.
#[derive(Debug)]
pub struct Failure {
    pub error: TaskError,
}

/// Imports every source in turn and tells `done` after each article. A source that fails leaves nothing behind and
/// does not stop the others.
pub fn import_sources(
    store: &mut Store,
    sources: &[Source],
    Wish { deck, default_deck, update, pace }: Wish,
    limits: &Limits,
    now: Timestamp,
    mut done: impl FnMut(Result<Imported, Failure>),
) {
    let files = sources.iter().flat_map(|source| match sources_in(source, limits) {
        Ok(files) => files.into_iter().map(Ok).collect(),
        Err(error) => vec![Err(error)],
    });
    let files = files.collect();
    let target = Target { deck, default_deck };
    import_files(&mut Importer::new(store, now).updating(update).assessing(pace), files, target, limits, |outcome| {
        done(outcome.map_err(|error| Failure { error }));
    });
    if let Err(error) = super::mark_newcomers(store) {
        done(Err(Failure { error }));
    }
}

/// What a source holds, decoded.
pub(super) enum Text {
    Deck {
        file: DeckFile,
        name: String,
    },
    /// At least one.
    Articles {
        articles: Vec<Article>,
        /// A book's title: its deck, where the user names none.
        book: Option<String>,
        notes: Vec<Note>,
    },
}

/// Reads and decodes a source: the part of an import that needs neither analyzer nor store. Of several documents those
/// without Korean are passed over.
pub(super) fn text_of(source: &Source, limits: &Limits, stop: &Stop) -> Result<Text, TaskError> {
    if let Source::Read { articles, .. } = source {
        return Ok(Text::Articles { articles: articles.clone(), book: None, notes: Vec::new() });
    }
    let Opened { name, content } = open_source(source, limits, stop)?;
    let reading = match content {
        Content::Deck(file) => return Ok(Text::Deck { file, name }),
        Content::Reading(reading) => reading,
    };
    let several = reading.documents.len() > 1;
    let mut articles = Vec::with_capacity(reading.documents.len());
    for document in &reading.documents {
        match document.article() {
            Ok(mut article) => {
                article.facts.source.get_or_insert_with(|| name.clone());
                articles.push(article);
            }
            Err(ImportError::NoKorean | ImportError::Empty) if several => {}
            Err(source) => return Err(TaskError::Import { name, source }),
        }
    }
    if articles.is_empty() {
        return Err(TaskError::Import { name, source: ImportError::NoKorean });
    }
    Ok(Text::Articles { articles, book: reading.book, notes: reading.notes })
}
