//! Why a task failed, with what was being worked on.

use std::path::PathBuf;

use crate::clipboard::ClipboardError;
use crate::deck::DeckFileError;
use crate::dictionary::DictionaryError;
use crate::fetch::FetchError;
use crate::import::ImportError;
use crate::korean::analyzer::AnalyzerError;
use crate::schedule::BadSettings;
use crate::schedule::optimize::OptimizeError;
use crate::store::StoreError;
use crate::vocab::correct::{BadCorrection, Correction};

#[derive(Debug, thiserror::Error)]
pub enum TaskError {
    #[error("{path}: {source}")]
    Io { path: PathBuf, source: std::io::Error },
    #[error("{address}: {source}")]
    Fetch { address: String, source: FetchError },
    #[error(transparent)]
    Clipboard(#[from] ClipboardError),
    #[error("{name}: {source}")]
    Import { name: String, source: ImportError },
    #[error("{name}: {source}")]
    DeckFile { name: String, source: DeckFileError },
    #[error("{name}: {source}")]
    Dictionary { name: String, source: DictionaryError },
    /// The same bytes were brought in before.
    #[error("{path}: the same as {name}")]
    SameDictionary { path: String, name: String },
    #[error("{path}: {name} is taken")]
    DictionaryName { path: String, name: String },
    #[error("{name}: no such dictionary")]
    NoDictionary { name: String },
    #[error("{path}: no file")]
    NoFile { path: String },
    #[error("{path}: no text files")]
    EmptyFolder { path: PathBuf },
    #[error("{address}: there already")]
    KnownFeed { address: String },
    #[error("{name}: no such feed")]
    UnknownFeed { name: String },
    #[error("{id}: no such entry")]
    UnknownEntry { id: String },
    /// No article has it.
    #[error("{term}: no such term")]
    UnknownTerm { term: String },
    #[error("{name}: no such article")]
    NoArticle { name: String },
    /// Several titles hold it.
    #[error("{name}: {}", found.join(", "))]
    ManyArticles { name: String, found: Vec<String> },
    /// A source that is to give one article gives another number; 0 for a deck file.
    #[error("{name}: {count} articles")]
    NotOneArticle { name: String, count: usize },
    /// Only nouns are split.
    #[error("{term}: no noun")]
    NotNoun { term: String },
    #[error("it is so already")]
    AlreadySo { correction: Correction },
    #[error("no correction stands")]
    NothingToUndo,
    /// The work ended before its time.
    #[error("stopped")]
    Stopped,
    #[error(transparent)]
    Correction(#[from] BadCorrection),
    #[error(transparent)]
    Analyzer(#[from] AnalyzerError),
    #[error(transparent)]
    Settings(#[from] BadSettings),
    #[error(transparent)]
    Optimize(#[from] OptimizeError),
    #[error(transparent)]
    Store(#[from] StoreError),
}
