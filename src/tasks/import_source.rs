//! From what the user named (files, folders, standard input) to texts, and on to the importer.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::import_article::article_of;
use super::import_files::{Target, import_files};
use super::{Imported, Importer, TaskError};
use crate::article::Article;
use crate::deck::DeckFile;
use crate::import;
use crate::store::Store;
use crate::time::Timestamp;

/// Where a text comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    Path(PathBuf),
    StandardInput,
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
    deck: Option<&str>,
    default_deck: &str,
    now: Timestamp,
    mut done: impl FnMut(Result<Imported, Failure>),
) {
    let files = sources.iter().flat_map(|source| match files(source) {
        Ok(files) => files.into_iter().map(Ok).collect(),
        Err(error) => vec![Err(error)],
    });
    let files = files.collect();
    let target = Target { deck, default_deck };
    import_files(&mut Importer::new(store, now), files, target, |outcome| {
        done(outcome.map_err(|error| Failure { error }));
    });
}

/// The files of a source: itself, or a folder's text and deck files in the order of their names.
fn files(source: &Source) -> Result<Vec<Source>, TaskError> {
    let Source::Path(path) = source else { return Ok(vec![source.clone()]) };
    let io = |source: std::io::Error| TaskError::Io { path: path.clone(), source };
    if !fs::metadata(path).map_err(io)?.is_dir() {
        return Ok(vec![source.clone()]);
    }
    let mut found = Vec::new();
    for entry in WalkDir::new(path).sort_by_file_name().into_iter().filter_entry(|entry| !is_hidden(entry)) {
        let entry = entry.map_err(|e| {
            let path = e.path().map_or_else(|| path.clone(), Path::to_path_buf);
            TaskError::Io { path, source: e.into() }
        })?;
        if entry.file_type().is_file() && is_text(entry.path()) {
            found.push(Source::Path(entry.into_path()));
        }
    }
    if found.is_empty() { Err(TaskError::EmptyFolder { path: path.clone() }) } else { Ok(found) }
}

fn is_hidden(entry: &walkdir::DirEntry) -> bool {
    entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.')
}

/// In a folder only files that say they are text are taken; a file that is named itself is taken whatever its ending.
fn is_text(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    matches!(ending.as_deref(), Some("txt" | "text" | "md" | "toml"))
}

/// What a source holds, decoded.
pub(super) enum Text {
    Deck { file: DeckFile, name: String },
    Article { article: Article, dropped: usize },
}

/// Reads and decodes a source: the part of an import that needs neither analyzer nor store.
pub(super) fn text_of(source: &Source) -> Result<Text, TaskError> {
    let (name, bytes) = read(source)?;
    let decoded = import::decode(&bytes).map_err(|source| TaskError::Decode { name: name.clone(), source })?;
    if DeckFile::is_one(&decoded.text) {
        let file =
            DeckFile::parse(&decoded.text).map_err(|source| TaskError::DeckFile { name: name.clone(), source })?;
        return Ok(Text::Deck { file, name });
    }
    let stem = match source {
        Source::Path(path) => path.file_stem().map(|stem| crate::korean::jamo::nfc(&stem.to_string_lossy())),
        Source::StandardInput => None,
    };
    let article = article_of(&decoded.text, &name, stem.as_deref())?;
    Ok(Text::Article { article, dropped: decoded.dropped })
}

/// A source's bytes, within the limit, and what to call it.
fn read(source: &Source) -> Result<(String, Vec<u8>), TaskError> {
    let (name, path, mut reader): (String, PathBuf, Box<dyn Read>) = match source {
        Source::Path(path) => {
            let io = |source: std::io::Error| TaskError::Io { path: path.clone(), source };
            let name = crate::korean::jamo::nfc(&path.to_string_lossy());
            let file = File::open(path).map_err(io)?;
            let size = file.metadata().map_err(io)?.len();
            import::check_size(size).map_err(|source| TaskError::Import { name: name.clone(), source })?;
            (name, path.clone(), Box::new(file))
        }
        Source::StandardInput => ("-".to_owned(), PathBuf::from("-"), Box::new(std::io::stdin())),
    };
    let mut bytes = Vec::new();
    // A pipe tells no size: one byte over the limit is enough to know.
    let read = reader.by_ref().take(import::MAX_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|source| TaskError::Io { path, source })?;
    import::check_size(bytes.len() as u64).map_err(|source| TaskError::Import { name: name.clone(), source })?;
    Ok((name, bytes))
}
