//! Feeds: added by their address, asked for what is new, chosen from.

use super::TaskError;
use crate::fetch;
use crate::import::{self, Feed, ImportError, Limits};
use crate::store::{FeedRow, Listing, Store};
use crate::time::Timestamp;

/// What of a feed's list is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// All that is new, and all that was shown last.
    All,
    /// By the numbers shown.
    Numbers(Vec<i64>),
}

/// Adds the feed at an address, or the one that a page there leads to. Returns its title and how many entries it lists.
pub fn add_feed(
    store: &mut Store,
    address: &str,
    limits: &Limits,
    now: Timestamp,
) -> Result<(String, usize), TaskError> {
    let (address, feed) = match read(address, limits)? {
        (address, Ok(feed)) => (address, feed),
        (address, Err(error)) => {
            let Some(link) = error.1 else { return Err(TaskError::Import { name: address, source: error.0 }) };
            let (address, feed) = read(&link, limits)?;
            let feed = feed.map_err(|(source, _)| TaskError::Import { name: address.clone(), source })?;
            (address, feed)
        }
    };
    let title = if feed.title.is_empty() { address.clone() } else { feed.title.clone() };
    let id = store.add_feed(&address, &title, now)?.ok_or_else(|| TaskError::KnownFeed { address: address.clone() })?;
    note(store, id, &feed, now)?;
    Ok((title, feed.entries.len()))
}

/// Asks every feed what it lists. A feed that fails does not stop the others.
pub fn update_feeds(store: &mut Store, limits: &Limits, now: Timestamp) -> Result<Vec<TaskError>, TaskError> {
    let mut failed = Vec::new();
    for row in store.feeds()? {
        match read(&row.address, limits) {
            Ok((_, Ok(feed))) => note(store, row.id, &feed, now)?,
            Ok((name, Err((source, _)))) => failed.push(TaskError::Import { name, source }),
            Err(error) => failed.push(error),
        }
    }
    Ok(failed)
}

/// The entries of a choice, oldest first, so that articles come in the order in which they were written.
pub fn chosen(store: &Store, choice: &Choice) -> Result<Vec<Listing>, TaskError> {
    let mut listings = match choice {
        Choice::All => store.choosable_entries()?,
        Choice::Numbers(numbers) => {
            let left = store.entries_left()?;
            let find = |number: &i64| {
                let found = left.iter().find(|listing| listing.id == *number).cloned();
                found.ok_or(TaskError::UnknownEntry { id: number.to_string() })
            };
            numbers.iter().map(find).collect::<Result<Vec<_>, _>>()?
        }
    };
    listings.sort_by_key(|listing| listing.id);
    listings.dedup();
    Ok(listings)
}

/// The feed that a user means: its number in the list, its address or its title.
pub fn feed_named(store: &Store, name: &str) -> Result<FeedRow, TaskError> {
    let feeds = store.feeds()?;
    let number = name.parse::<i64>().ok();
    let is_meant = |feed: &FeedRow| Some(feed.id.0) == number || feed.address == name || feed.title == name;
    feeds.into_iter().find(is_meant).ok_or_else(|| TaskError::UnknownFeed { name: name.to_owned() })
}

/// The feed at an address; or why it is none, and where the page there says that one is.
type Answer = (String, Result<Feed, (ImportError, Option<String>)>);

fn read(address: &str, limits: &Limits) -> Result<Answer, TaskError> {
    let fetched =
        fetch::fetch(address, limits).map_err(|source| TaskError::Fetch { address: address.to_owned(), source })?;
    let link = import::feed_link(&fetched.bytes, &fetched.address);
    let feed = import::listed(fetched.bytes, limits).map_err(|error| (error, link));
    Ok((fetched.address, feed))
}

fn note(store: &mut Store, id: crate::store::FeedId, feed: &Feed, now: Timestamp) -> Result<(), TaskError> {
    // Feeds have the newest first, numbers grow with time.
    let entries = feed.entries.iter().rev().filter_map(|entry| {
        let address = entry.address.as_deref()?;
        let title = if entry.title.is_empty() { address } else { &entry.title };
        Some((entry.key.as_str(), title, address, entry.date.as_deref()))
    });
    Ok(store.note_entries(id, entries, now)?)
}
