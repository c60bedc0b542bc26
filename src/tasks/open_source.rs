//! From what the user named to what it holds: the bytes of a file, of standard input or of an address, taken apart.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::{Source, TaskError, source_of};
use crate::clipboard::{self, ClipboardError};
use crate::deck::DeckFile;
use crate::fetch;
use crate::import::{self, Format, ImportError, Limit, Limits, Reading, Stop};
use crate::korean::jamo;

/// A source that was opened.
#[derive(Debug)]
pub struct Opened {
    /// What to call it: its path or address.
    pub name: String,
    pub content: Content,
}

#[derive(Debug)]
pub enum Content {
    Deck(DeckFile),
    Reading(Reading),
}

/// Bytes with what came along with them.
struct Raw {
    name: String,
    bytes: Vec<u8>,
    charset: Option<String>,
    /// A file's name without its ending.
    stem: Option<String>,
}

/// Opens one file, standard input or address.
pub fn open_source(source: &Source, limits: &Limits, stop: &Stop) -> Result<Opened, TaskError> {
    if *source == Source::Clipboard {
        return open_source(&copied(limits, stop)?, limits, stop);
    }
    let Raw { name, bytes, charset, stem } = match source {
        Source::Path(path) => file(path, limits)?,
        Source::Text(text) => {
            Raw { name: "-".to_owned(), bytes: pasted(text, limits)?, charset: Some("utf-8".to_owned()), stem: None }
        }
        Source::StandardInput | Source::Clipboard | Source::Read { .. } => {
            let io = |source| TaskError::Io { path: PathBuf::from("-"), source };
            Raw { name: "-".to_owned(), bytes: all(std::io::stdin(), limits).map_err(io)?, charset: None, stem: None }
        }
        Source::Address(address) => {
            let fetched = fetch::fetch(address, limits)
                .map_err(|source| TaskError::Fetch { address: address.clone(), source })?;
            Raw { name: fetched.address, bytes: fetched.bytes, charset: fetched.charset, stem: None }
        }
    };
    let error = |source| TaskError::Import { name: name.clone(), source };
    let mut reading = import::read(bytes, charset.as_deref(), limits, stop).map_err(error)?;
    if let [only] = reading.documents.as_slice()
        && only.format == Format::Text
        && DeckFile::is_one(&only.text)
    {
        let file = DeckFile::parse(&only.text).map_err(|source| TaskError::DeckFile { name: name.clone(), source })?;
        return Ok(Opened { name, content: Content::Deck(file) });
    }
    for document in &mut reading.documents {
        document.stand_in = document.stand_in.take().or_else(|| stem.clone());
        // What a page says of its own address is only taken from the page's server.
        if fetch::is_address(&name) && document.format == Format::Html {
            let own = document.facts.source.take().filter(|own| host(own) == host(&name) && has_path(own));
            document.facts.source = own.or_else(|| Some(name.clone()));
        }
    }
    Ok(Opened { name, content: Content::Reading(reading) })
}

/// What stands in the clipboard. Only a path that leads somewhere is taken for one: a line of text is copied as often.
fn copied(limits: &Limits, stop: &Stop) -> Result<Source, TaskError> {
    let name = || "clipboard".to_owned();
    let bytes = clipboard::read(limits.file_bytes(), limits.clipboard_time(), || stop.is_set()).map_err(|error| {
        let size = ImportError::Limit { limit: Limit::File, allowed: limits.of(Limit::File) };
        match error {
            ClipboardError::TooLarge => TaskError::Import { name: name(), source: size },
            other => other.into(),
        }
    })?;
    let decoded = import::decode(&bytes);
    let text = decoded.map_err(|error| TaskError::Import { name: name(), source: error.into() })?.text;
    Ok(match source_of(&text) {
        Source::Path(path) if !path.exists() => Source::Text(text),
        other => other,
    })
}

fn pasted(text: &str, limits: &Limits) -> Result<Vec<u8>, TaskError> {
    import::check_size(text.len() as u64, limits)
        .map_err(|source| TaskError::Import { name: "-".to_owned(), source })?;
    Ok(text.as_bytes().to_vec())
}

fn file(path: &Path, limits: &Limits) -> Result<Raw, TaskError> {
    let io = |source: std::io::Error| TaskError::Io { path: path.to_owned(), source };
    let name = jamo::nfc(&path.to_string_lossy());
    let opened = File::open(path).map_err(io)?;
    let size = opened.metadata().map_err(io)?.len();
    import::check_size(size, limits).map_err(|source| TaskError::Import { name: name.clone(), source })?;
    let bytes = all(opened, limits).map_err(io)?;
    let stem = path.file_stem().map(|stem| jamo::nfc(&stem.to_string_lossy()));
    Ok(Raw { name, bytes, charset: None, stem })
}

/// Everything up to the limit and one byte more: a pipe tells no size, and one byte over it is enough to know.
fn all(reader: impl Read, limits: &Limits) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(limits.file_bytes().saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// `host:port` of an address.
fn host(address: &str) -> Option<&str> {
    address.split_once("://")?.1.split(['/', '?', '#']).next()
}

fn has_path(address: &str) -> bool {
    address.split_once("://").and_then(|(_, rest)| rest.split_once('/')).is_some_and(|(_, path)| !path.is_empty())
}

/// The sources in a source: itself, or a folder's files in the order of their names.
pub fn sources_in(source: &Source, limits: &Limits) -> Result<Vec<Source>, TaskError> {
    let Source::Path(path) = source else { return Ok(vec![source.clone()]) };
    let io = |source: std::io::Error| TaskError::Io { path: path.clone(), source };
    if !fs::metadata(path).map_err(io)?.is_dir() {
        return Ok(vec![source.clone()]);
    }
    let passed = |limit: Limit| {
        let source = ImportError::Limit { limit, allowed: limits.of(limit) };
        TaskError::Import { name: path.display().to_string(), source }
    };
    let mut found = Vec::new();
    for entry in WalkDir::new(path).sort_by_file_name().into_iter().filter_entry(|entry| !is_hidden(entry)) {
        let entry = entry.map_err(|e| {
            let path = e.path().map_or_else(|| path.clone(), Path::to_path_buf);
            TaskError::Io { path, source: e.into() }
        })?;
        if entry.depth() as u64 > limits.folder_depth {
            return Err(passed(Limit::FolderDepth));
        }
        if entry.file_type().is_file() && is_readable(entry.path()) {
            if found.len() as u64 >= limits.folder_files {
                return Err(passed(Limit::FolderFiles));
            }
            found.push(Source::Path(entry.into_path()));
        }
    }
    if found.is_empty() { Err(TaskError::EmptyFolder { path: path.clone() }) } else { Ok(found) }
}

fn is_hidden(entry: &walkdir::DirEntry) -> bool {
    entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.')
}

/// In a folder only files that say they are something to read are taken; a file that is named itself is taken whatever
/// its ending.
pub(super) fn is_readable(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    ending.is_some_and(|ending| import::ENDINGS.contains(&ending.as_str()))
}
