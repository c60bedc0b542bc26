//! `dokpa feed`

use serde::Serialize;

use super::args::FeedVerb;
use super::context::Context;
use super::{Outcome, complain, explain, import, json, print};
use crate::messages::{Fault, SourceFault, SourceNote};
use crate::store::{FeedRow, Listing};
use crate::tasks::{self, Choice, Source};

#[derive(Serialize)]
struct FeedJson<'a> {
    feed: i64,
    title: &'a str,
    address: &'a str,
}

#[derive(Serialize)]
struct EntryJson<'a> {
    id: i64,
    feed: &'a str,
    title: &'a str,
    date: Option<&'a str>,
    address: &'a str,
}

pub fn run(context: &mut Context, verb: &FeedVerb, as_json: bool) -> Outcome {
    match verb {
        FeedVerb::Add { address } => add(context, address),
        FeedVerb::List => list(context, as_json),
        FeedVerb::Remove { feed } => remove(context, feed),
        FeedVerb::Update { import, deck } => update(context, import.as_deref(), deck.as_deref(), as_json),
    }
}

fn add(context: &mut Context, address: &str) -> Outcome {
    let now = context.clock.now();
    let (title, entries) = tasks::add_feed(&mut context.store, address, &context.config.limits, now)
        .map_err(|e| explain::plain_task(&e))?;
    say(context, &SourceNote::FeedAdded { title, entries })
}

fn list(context: &Context, as_json: bool) -> Outcome {
    let feeds = context.store.feeds().map_err(|e| explain::stored(&e))?;
    if as_json {
        return json::lines(feeds.iter().map(|feed| FeedJson {
            feed: feed.id.0,
            title: &feed.title,
            address: &feed.address,
        }));
    }
    if feeds.is_empty() {
        return Err(Some(SourceFault::NoFeeds.into()));
    }
    let line = |feed: &FeedRow| format!("{}\t{}\t{}\n", feed.id.0, feed.title, feed.address);
    print(&feeds.iter().map(line).collect::<Vec<_>>().concat())
}

fn remove(context: &mut Context, feed: &str) -> Outcome {
    let feed =
        tasks::feed_named(&context.store, &crate::korean::jamo::nfc(feed)).map_err(|e| explain::plain_task(&e))?;
    context.store.remove_feed(feed.id).map_err(|e| explain::stored(&e))?;
    say(context, &SourceNote::FeedRemoved { title: feed.title })
}

/// Asks the feeds, then shows what is new, or imports what was chosen.
fn update(context: &mut Context, choice: Option<&str>, deck: Option<&str>, as_json: bool) -> Outcome {
    if context.store.feeds().map_err(|e| explain::stored(&e))?.is_empty() {
        return Err(Some(SourceFault::NoFeeds.into()));
    }
    let choice = choice.map(parse).transpose()?;
    let now = context.clock.now();
    let failed =
        tasks::update_feeds(&mut context.store, &context.config.limits, now).map_err(|e| explain::plain_task(&e))?;
    for error in &failed {
        complain(&explain::plain_task(error), context.lang);
    }
    let mut whole = failed.is_empty();
    match choice {
        None => show(context, as_json)?,
        Some(choice) => {
            for entry in tasks::chosen(&context.store, &choice).map_err(|e| explain::plain_task(&e))? {
                let source = [Source::Address(entry.address)];
                if import::import(context, &source, deck, false, as_json)? {
                    context.store.mark_imported(entry.id, now).map_err(|e| explain::stored(&e))?;
                } else {
                    whole = false;
                }
            }
        }
    }
    if whole { Ok(()) } else { Err(None) }
}

fn show(context: &mut Context, as_json: bool) -> Outcome {
    let entries = context.store.new_entries().map_err(|e| explain::stored(&e))?;
    if as_json {
        json::lines(entries.iter().map(|entry| EntryJson {
            id: entry.id,
            feed: &entry.feed,
            title: &entry.title,
            date: entry.date.as_deref(),
            address: &entry.address,
        }))?;
    } else if entries.is_empty() {
        say(context, &SourceNote::NothingNew)?;
    } else {
        let line = |entry: &Listing| {
            let date = entry.date.as_deref().unwrap_or("          ");
            format!("{:>5}  {date}  {}  ({})\n", entry.id, entry.title, entry.feed)
        };
        print(&entries.iter().map(line).collect::<String>())?;
        say(context, &SourceNote::HowToChoose)?;
    }
    let now = context.clock.now();
    context.store.show_entries(&entries, now).map_err(|e| Some(explain::stored(&e)))
}

/// `all`, or numbers with commas between.
fn parse(choice: &str) -> Result<Choice, Fault> {
    if choice.eq_ignore_ascii_case("all") {
        return Ok(Choice::All);
    }
    let number = |text: &str| {
        text.trim().parse::<i64>().map_err(|_| Fault::from(SourceFault::UnknownEntry { id: text.trim().to_owned() }))
    };
    Ok(Choice::Numbers(choice.split(',').filter(|text| !text.trim().is_empty()).map(number).collect::<Result<_, _>>()?))
}

fn say(context: &Context, note: &SourceNote) -> Outcome {
    if context.quiet { Ok(()) } else { print(&(note.text(context.lang) + "\n")) }
}
