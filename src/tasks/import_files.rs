//! Many files at once: worker threads read and analyze them, the caller's thread stores them in their order.
//!
//! Storing is the one thing that only one thread can do, and takes about as long as the rest; the two go on side by
//! side. Each worker has every n-th file and a lane of its own, so that the order of the files is the order of the rows.

use std::collections::HashSet;
use std::num::NonZero;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use super::import_source::{Source, Text, text_of};
use super::{Imported, Importer, Prepared, TaskError};
use crate::deck::DeckFile;
use crate::import::{Limits, Note, Stop};
use crate::korean::analyzer::Analyzer;
use crate::vocab::correct::Corrections;

/// Files that are stored with one commit.
const BATCH: usize = 256;

/// Prepared files that may wait in a lane: enough to keep both sides busy while a commit waits for the disk, few enough to
/// need little memory.
const AHEAD: usize = 16;

/// More threads than this have to wait for the one that stores.
const MOST_WORKERS: usize = 4;

/// The deck that was asked for, and the one for articles where none was.
#[derive(Clone, Copy)]
pub(super) struct Target<'a> {
    pub deck: Option<&'a str>,
    pub default_deck: &'a str,
}

/// A file as a worker hands it over.
pub(super) enum Made {
    Deck { file: DeckFile, name: String },
    Articles { prepared: Vec<Prepared>, book: Option<String>, notes: Vec<Note> },
}

type Listed = Result<Source, TaskError>;
type Outcome = Result<Made, TaskError>;

/// Imports `files` in their order, and tells `done` of each article when it is on disk.
pub(super) fn import_files(
    importer: &mut Importer,
    files: Vec<Listed>,
    target: Target,
    limits: &Limits,
    mut done: impl FnMut(Result<Imported, TaskError>),
) {
    let shared = importer.fingerprints().and_then(|known| {
        Ok(Shared { known, corrections: importer.corrections()?, limits: limits.clone(), stop: Stop::default() })
    });
    let shared = match shared {
        Ok(shared) => shared,
        Err(error) => return done(Err(error)),
    };
    let count = files.len();
    // No lock is held while a server is waited for.
    let waits = files.iter().any(|file| matches!(file, Ok(Source::Address(_))));
    let most = if waits { 1 } else { BATCH };
    let workers = thread::available_parallelism().map_or(1, NonZero::get).min(MOST_WORKERS).min(count);
    let mut shares: Vec<Vec<Listed>> = (0..workers).map(|_| Vec::new()).collect();
    for (index, file) in files.into_iter().enumerate() {
        shares[index % workers].push(file);
    }
    thread::scope(|scope| {
        let shared = &shared;
        let lanes: Vec<Receiver<Outcome>> = shares
            .into_iter()
            .map(|share| {
                let (send, lane) = sync_channel(AHEAD);
                scope.spawn(move || work(shared, share, &send));
                lane
            })
            .collect();
        store_all(importer, (count, most), &lanes, target, &mut done);
    });
}

/// What the workers know of the store.
pub(super) struct Shared {
    pub known: HashSet<String>,
    pub corrections: Corrections,
    pub limits: Limits,
    pub stop: Stop,
}

/// Prepares a share of the files. Ends early when nobody takes them any more.
fn work(shared: &Shared, share: Vec<Listed>, lane: &SyncSender<Outcome>) {
    let mut analyzer = None;
    for file in share {
        let made = file.and_then(|source| make(shared, &mut analyzer, &source, |_, _| true));
        if lane.send(made).is_err() {
            return;
        }
    }
}

/// Reads a source and analyzes its articles. `stage` hears how many of them are done, and says whether to go on.
pub(super) fn make(
    shared: &Shared,
    analyzer: &mut Option<Analyzer>,
    source: &Source,
    stage: impl Fn(usize, usize) -> bool,
) -> Outcome {
    let (articles, book, notes) = match text_of(source, &shared.limits, &shared.stop)? {
        Text::Deck { file, name } => return Ok(Made::Deck { file, name }),
        Text::Articles { articles, book, notes } => (articles, book, notes),
    };
    let of = articles.len();
    let mut prepared = Vec::with_capacity(of);
    for article in articles {
        if !stage(prepared.len(), of) {
            return Err(TaskError::Stopped);
        }
        // A known text is not analyzed again.
        if shared.known.contains(&article.fingerprint()) {
            prepared.push(Prepared::known(article));
            continue;
        }
        let analyzer = match &mut *analyzer {
            Some(analyzer) => analyzer,
            none => none.insert(Analyzer::open()?),
        };
        prepared.push(Prepared::read(analyzer, article, &shared.corrections)?);
    }
    Ok(Made::Articles { prepared, book, notes })
}

/// Stores what the workers hand over, some files with each commit.
fn store_all(
    importer: &mut Importer,
    (count, most): (usize, usize),
    lanes: &[Receiver<Outcome>],
    target: Target,
    done: &mut impl FnMut(Result<Imported, TaskError>),
) {
    let mut storing = Storing { target, stale: false };
    for start in (0..count).step_by(most) {
        let batch = start..count.min(start + most);
        let mut outcomes = Vec::with_capacity(batch.len());
        let mut stored = if batch.len() > 1 { importer.begin_batch() } else { Ok(()) };
        if stored.is_ok() {
            for index in batch {
                // A lane that is cut off belongs to a worker that panicked; the scope passes its panic on.
                let Ok(made) = lanes[index % lanes.len()].recv() else { break };
                // A deck file ends the batch itself.
                let together = importer.in_batch() && !matches!(made, Ok(Made::Deck { .. }));
                let outcome = made.and_then(|made| storing.store(importer, made));
                match outcome {
                    // The file of the data failed, and with it all that was stored since the last commit.
                    Err(error) if together && !importer.in_batch() => return done(Err(error)),
                    outcome => outcomes.push(outcome),
                }
            }
            stored = importer.end_batch();
        }
        match stored {
            Ok(()) => outcomes.into_iter().for_each(|outcome| match outcome {
                Ok(imported) => imported.into_iter().for_each(|one| done(Ok(one))),
                Err(error) => done(Err(error)),
            }),
            // What cannot be written now cannot be written for the next file either.
            Err(error) => return done(Err(error)),
        }
    }
}

struct Storing<'a> {
    target: Target<'a>,
    /// A deck file brought corrections that the workers do not know.
    stale: bool,
}

impl Storing<'_> {
    fn store(&mut self, importer: &mut Importer, made: Made) -> Result<Vec<Imported>, TaskError> {
        match made {
            Made::Deck { file, name } => {
                let imported = importer.deck_file(&file, self.target.deck, &name)?;
                self.stale |= imported.iter().any(|one| one.corrections > 0);
                Ok(imported)
            }
            Made::Articles { prepared, book, notes } => {
                let deck = self.target.deck.or(book.as_deref()).unwrap_or(self.target.default_deck);
                // A book is there whole or not at all.
                let own_batch = prepared.len() > 1 && !importer.in_batch();
                if own_batch {
                    importer.begin_batch()?;
                }
                let stored = prepared.into_iter().map(|prepared| {
                    if self.stale {
                        importer.article(prepared.article, deck)
                    } else {
                        importer.prepared(prepared, deck)
                    }
                });
                let stored = stored.collect::<Result<Vec<_>, _>>();
                if own_batch && stored.is_err() {
                    importer.cancel_batch()?;
                } else if own_batch {
                    importer.end_batch()?;
                }
                let mut stored = stored?;
                if let Some(first) = stored.first_mut() {
                    first.notes = notes;
                }
                Ok(stored)
            }
        }
    }
}
