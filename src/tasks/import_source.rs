//! From what the user named (files, folders, standard input, addresses) to texts, and on to the importer.

use std::path::PathBuf;

use super::open_source::{Content, Opened, open_source, sources_in};
use super::{Imported, Importer, TaskError};
use crate::import::Limits;
use crate::store::Store;
use crate::time::Timestamp;

/// Files of a folder that are stored with one commit.
const BATCH: usize = 32;

/// Where a text comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    Path(PathBuf),
    StandardInput,
    /// `http` or `https`
    Address(String),
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
    limits: &Limits,
    now: Timestamp,
    mut done: impl FnMut(Result<Imported, Failure>),
) {
    let mut importer = Importer::new(store, now);
    for source in sources {
        match sources_in(source, limits) {
            Ok(files) => {
                for batch in files.chunks(BATCH) {
                    import_batch(&mut importer, batch, deck, default_deck, limits, &mut done);
                }
            }
            Err(error) => done(Err(Failure { error })),
        }
    }
}

/// Imports some files with one commit, and tells of each when it is on disk.
fn import_batch(
    importer: &mut Importer,
    files: &[Source],
    deck: Option<&str>,
    default_deck: &str,
    limits: &Limits,
    done: &mut impl FnMut(Result<Imported, Failure>),
) {
    let mut outcomes = Vec::with_capacity(files.len());
    let mut stored = if files.len() > 1 { importer.begin_batch() } else { Ok(()) };
    if stored.is_ok() {
        outcomes.extend(files.iter().map(|file| import_file(importer, file, deck, default_deck, limits)));
        stored = importer.end_batch();
    }
    match stored {
        Ok(()) => outcomes.into_iter().for_each(|outcome| match outcome {
            Ok(imported) => imported.into_iter().for_each(|one| done(Ok(one))),
            Err(error) => done(Err(Failure { error })),
        }),
        Err(error) => done(Err(Failure { error })),
    }
}

fn import_file(
    importer: &mut Importer,
    source: &Source,
    deck: Option<&str>,
    default_deck: &str,
    limits: &Limits,
) -> Result<Vec<Imported>, TaskError> {
    let Opened { name, content } = open_source(source, limits)?;
    match content {
        Content::Deck(file) => importer.deck_file(&file, deck, &name),
        Content::Reading(reading) => {
            let deck = deck.or(reading.book.as_deref()).unwrap_or(default_deck);
            importer.reading(&reading, deck, &name)
        }
    }
}
