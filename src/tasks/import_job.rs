//! An import that somebody watches: one source is read and analyzed in a thread of its own, and nothing is stored until
//! the learner has seen what it would cost. To drop the job is to cancel it; it leaves nothing behind.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread;

use super::import_files::{Made, Shared, make};
use super::import_source::Source;
use super::open_source::is_readable;
use super::{CopyOf, Imported, Importer, Prepared, TaskError};
use crate::deck::DeckFile;
use crate::fetch;
use crate::import::{Limits, Note, Stop};
use crate::korean::jamo;
use crate::store::Store;
use crate::time::Timestamp;
use crate::vocab::correct::Correction;

/// Where articles go from the screens, and what they may bring.
#[derive(Debug, Clone, Default)]
pub struct Intake {
    pub limits: Limits,
    /// The deck for articles that name none.
    pub deck: String,
}

/// One line of so many characters, with spaces, is a text and no path.
const TEXT: usize = 40;

/// What the thread is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Fetching, reading and taking apart.
    Reading,
    /// So many of so many articles are analyzed.
    Analyzing { done: usize, of: usize },
}

/// What a source holds, read and analyzed.
pub enum Harvest {
    Articles { prepared: Vec<Prepared>, book: Option<String>, notes: Vec<Note> },
    Deck { file: DeckFile, name: String },
}

enum Told {
    Stage(Stage),
    Done(Result<Harvest, TaskError>),
}

/// A source at work.
pub struct ImportJob {
    told: Receiver<Told>,
    stage: Stage,
    stop: Stop,
}

impl Drop for ImportJob {
    fn drop(&mut self) {
        self.stop.set();
    }
}

/// How a job stands.
pub enum Progress {
    /// Nothing new since the last time.
    Same,
    Moved,
    Done(Result<Harvest, TaskError>),
}

impl ImportJob {
    pub fn begin(store: &mut Store, source: Source, limits: &Limits, now: Timestamp) -> Result<Self, TaskError> {
        let importer = Importer::new(store, now);
        let stop = Stop::default();
        let shared = Shared {
            known: importer.fingerprints()?,
            corrections: importer.corrections()?,
            limits: limits.clone(),
            stop: stop.clone(),
        };
        let (send, told) = channel();
        thread::spawn(move || work(&shared, &source, &send));
        Ok(Self { told, stage: Stage::Reading, stop })
    }

    pub const fn stage(&self) -> Stage {
        self.stage
    }

    /// Takes what the thread has told since the last time. Never waits.
    pub fn poll(&mut self) -> Progress {
        let mut moved = false;
        loop {
            match self.told.try_recv() {
                Ok(Told::Stage(stage)) => {
                    self.stage = stage;
                    moved = true;
                }
                Ok(Told::Done(outcome)) => return Progress::Done(outcome),
                Err(TryRecvError::Empty) => return if moved { Progress::Moved } else { Progress::Same },
                // A parser that panics is caught where it is called; what is left is a mistake of ours.
                Err(TryRecvError::Disconnected) => return Progress::Done(Err(TaskError::Stopped)),
            }
        }
    }
}

/// A learner who left is told nothing, and the work ends with the article at hand.
fn work(shared: &Shared, source: &Source, send: &Sender<Told>) {
    let stage = |done, of| send.send(Told::Stage(Stage::Analyzing { done, of })).is_ok();
    let made = make(shared, &mut None, source, stage).map(|made| match made {
        Made::Deck { file, name } => Harvest::Deck { file, name },
        Made::Articles { prepared, book, notes } => Harvest::Articles { prepared, book, notes },
    });
    let _ = send.send(Told::Done(made));
}

/// What the learner decided about what was read.
#[derive(Debug, Clone, Copy, Default)]
pub struct Taking<'a> {
    /// Keys of terms that are not to be learned.
    pub left: &'a [String],
    /// A copy of an article takes its place.
    pub update: bool,
    /// The decks that the learner chose, instead of the book's or the usual one; none: not chosen.
    pub decks: &'a [String],
}

/// What a learner typed, pasted or dropped into a field: an address, a path, or a text.
pub fn source_of(text: &str) -> Source {
    let text = text.trim();
    if fetch::is_address(text) && !text.contains(char::is_whitespace) {
        return Source::Address(text.to_owned());
    }
    let quoted = |mark| text.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
    let name = quoted('\'').or_else(|| quoted('"')).unwrap_or(text);
    let path = match (name.strip_prefix("~/"), std::env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(name),
    };
    let is_text = text.contains('\n') || (text.contains(' ') && text.chars().count() >= TEXT);
    if is_text && !path.exists() { Source::Text(text.to_owned()) } else { Source::Path(path) }
}

/// The article that what was read is a copy of, if it is one article.
pub fn copy_in(store: &mut Store, harvest: &Harvest, now: Timestamp) -> Result<Option<CopyOf>, TaskError> {
    match harvest {
        Harvest::Articles { prepared, .. } => match prepared.as_slice() {
            [only] => Importer::new(store, now).copy_of(only),
            _ => Ok(None),
        },
        Harvest::Deck { .. } => Ok(None),
    }
}

/// Stores what was read: all of it or nothing. Terms that the learner left are ignored from then on.
pub fn store_harvest(
    store: &mut Store,
    harvest: Harvest,
    deck: &str,
    Taking { left, update, decks }: Taking,
    now: Timestamp,
) -> Result<Vec<Imported>, TaskError> {
    let mut importer = Importer::new(store, now).updating(update).also_into(decks);
    let imported = match harvest {
        Harvest::Deck { file, name } => importer.deck_file(&file, None, &name)?,
        Harvest::Articles { prepared, book, notes } => {
            let deck = decks.first().map(String::as_str).or(book.as_deref()).unwrap_or(deck);
            importer.begin_batch()?;
            let stored: Result<Vec<_>, _> =
                prepared.into_iter().map(|prepared| importer.prepared(prepared, deck)).collect();
            if stored.is_err() {
                importer.cancel_batch()?;
            } else {
                importer.end_batch()?;
            }
            let mut stored = stored?;
            if let Some(first) = stored.first_mut() {
                first.notes = notes;
            }
            stored
        }
    };
    for term in left {
        super::correct(store, Correction::Ignore { term: term.clone() }, now)?;
    }
    super::mark_newcomers(store)?;
    Ok(imported)
}

/// An entry of a folder that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderEntry {
    /// As it is shown: NFC.
    pub name: String,
    pub path: PathBuf,
    pub is_folder: bool,
}

/// The folders in a folder and then the files that can be read, each by name; hidden ones are left out.
pub fn folder_entries(folder: &Path) -> Result<Vec<FolderEntry>, TaskError> {
    let io = |source| TaskError::Io { path: folder.to_owned(), source };
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(io)? {
        let path = entry.map_err(io)?.path();
        let name = jamo::nfc(&path.file_name().unwrap_or_default().to_string_lossy());
        let is_folder = path.is_dir();
        if !name.starts_with('.') && (is_folder || is_readable(&path)) {
            entries.push(FolderEntry { name, path, is_folder });
        }
    }
    entries.sort_by(|a, b| b.is_folder.cmp(&a.is_folder).then_with(|| a.name.cmp(&b.name)));
    Ok(entries)
}

#[cfg(test)]
#[path = "import_job_tests.rs"]
mod tests;
