//! Why a task failed, with what was being worked on.

use std::path::PathBuf;

use crate::deck::DeckFileError;
use crate::import::{DecodeError, ImportError};
use crate::korean::analyzer::AnalyzerError;
use crate::schedule::BadSettings;
use crate::store::StoreError;

#[derive(Debug, thiserror::Error)]
pub enum TaskError {
    #[error("{path}: {source}")]
    Io { path: PathBuf, source: std::io::Error },
    #[error("{name}: {source}")]
    Decode { name: String, source: DecodeError },
    #[error("{name}: {source}")]
    Import { name: String, source: ImportError },
    #[error("{name}: {source}")]
    DeckFile { name: String, source: DeckFileError },
    #[error("{path}: no text files")]
    EmptyFolder { path: PathBuf },
    #[error(transparent)]
    Analyzer(#[from] AnalyzerError),
    #[error(transparent)]
    Settings(#[from] BadSettings),
    #[error(transparent)]
    Store(#[from] StoreError),
}
