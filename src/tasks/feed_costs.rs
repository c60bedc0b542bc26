//! What the entries of feeds would cost to learn: their articles are fetched, a few at once, and assessed before the learner
//! chooses. What was fetched is kept, so that the article that is taken is not asked for again.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Instant;

use super::import_files::{Made, Shared, make};
use super::{Assessment, Prepared, Source, TaskError, assess};
use crate::import::{Limits, Stop};
use crate::store::{Listing, Store};
use crate::vocab::correct::Corrections;

/// Articles that are fetched at the same time: enough that one slow server does not hold up all, few enough to be no burden.
const AT_ONCE: usize = 4;

/// What one entry comes to.
#[derive(Debug)]
pub enum EntryCost {
    Told(Box<Assessment>),
    /// Its text is stored already.
    Known,
    Failed(TaskError),
    /// Nobody looked: there are more entries than the limits allow, or there was no time left.
    NotAsked,
}

/// What each of `entries` would cost, in their order; the first `feed_articles` of them within `feed_seconds`. `done` hears
/// of each that is through. To drop `stop`'s work is to set it; what was told by then counts.
pub fn cost_entries(
    store: &mut Store,
    entries: &[Listing],
    new_per_day: u32,
    limits: &Limits,
    stop: &Stop,
    mut done: impl FnMut(),
) -> Result<Vec<EntryCost>, TaskError> {
    let most = usize::try_from(limits.feed_articles).unwrap_or(usize::MAX).min(entries.len());
    let mut costs: Vec<EntryCost> = entries.iter().map(|_| EntryCost::NotAsked).collect();
    let asked = entries.get(..most).unwrap_or(entries);
    let sources = asked.iter().map(|entry| source_of_entry(store, entry)).collect::<Result<Vec<_>, _>>()?;
    let rows = store.corrections()?;
    let corrections = Corrections::of(rows.iter().map(|row| &row.correction));
    let work = Arc::new(Work {
        shared: Shared { known: store.fingerprints()?, corrections, limits: limits.clone(), stop: stop.clone() },
        sources,
        next: AtomicUsize::new(0),
    });
    let (send, outcomes) = channel();
    for _ in 0..AT_ONCE.min(most) {
        let (work, send) = (Arc::clone(&work), send.clone());
        // None is waited for: one that a server holds ends by itself, within the time of a fetch.
        thread::spawn(move || work.go_on(&send));
    }
    drop(send);
    let end = Instant::now() + limits.feed_time();
    for _ in 0..most {
        let (index, made) = match outcomes.recv_timeout(end.saturating_duration_since(Instant::now())) {
            Ok(outcome) => outcome,
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
        };
        let (Some(entry), Some(cost)) = (asked.get(index), costs.get_mut(index)) else { continue };
        *cost = match made {
            Ok(prepared) => weighed(store, entry, &prepared, new_per_day)?,
            Err(error) => EntryCost::Failed(error),
        };
        done();
    }
    stop.set();
    Ok(costs)
}

/// What an entry's article is taken from: what was fetched before, or its address.
pub fn source_of_entry(store: &Store, entry: &Listing) -> Result<Source, TaskError> {
    let address = entry.address.clone();
    Ok(match store.fetched(entry.id)? {
        Some(articles) => Source::Read { address, articles },
        None => Source::Address(address),
    })
}

fn weighed(
    store: &mut Store,
    entry: &Listing,
    prepared: &[Prepared],
    new_per_day: u32,
) -> Result<EntryCost, TaskError> {
    let articles: Vec<_> = prepared.iter().map(|one| &one.article).collect();
    store.keep_fetched(entry.id, &articles)?;
    let new: Vec<&Prepared> = prepared.iter().filter(|one| one.shingles.is_some()).collect();
    if new.is_empty() {
        return Ok(EntryCost::Known);
    }
    Ok(EntryCost::Told(Box::new(assess(store, &new, new_per_day)?)))
}

struct Work {
    shared: Shared,
    sources: Vec<Source>,
    next: AtomicUsize,
}

type Outcome = (usize, Result<Vec<Prepared>, TaskError>);

impl Work {
    /// Takes one source after another until there are none left or nobody waits.
    fn go_on(&self, send: &Sender<Outcome>) {
        let mut analyzer = None;
        while !self.shared.stop.is_set() {
            let index = self.next.fetch_add(1, Ordering::Relaxed);
            let Some(source) = self.sources.get(index) else { return };
            let made = make(&self.shared, &mut analyzer, source, |_, _| !self.shared.stop.is_set());
            let made = made.and_then(|made| match made {
                Made::Articles { prepared, .. } => Ok(prepared),
                Made::Deck { name, .. } => Err(TaskError::NotOneArticle { name, count: 0 }),
            });
            if send.send((index, made)).is_err() {
                return;
            }
        }
    }
}
