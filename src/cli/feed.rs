//! `dokpa feed`

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;

use super::args::FeedVerb;
use super::context::Context;
use super::{Outcome, complain, explain, import, json, print};
use crate::import::Stop;
use crate::messages::{Fault, Lang, SourceFault, SourceNote, printable};
use crate::store::{FeedRow, Listing};
use crate::tasks::{self, Choice, EntryCost};

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
    /// Its text is stored already.
    duplicate: bool,
    /// What it would cost to learn; `null` where nobody looked or it could not be read.
    cost: Option<CostJson<'a>>,
    /// Why it could not be read.
    problem: Option<String>,
}

#[derive(Serialize)]
struct CostJson<'a> {
    terms: usize,
    new_terms: usize,
    #[serde(flatten)]
    cost: import::Cost<'a>,
}

pub fn run(context: &mut Context, verb: &FeedVerb, as_json: bool) -> Outcome {
    match verb {
        FeedVerb::Add { address } => add(context, address),
        FeedVerb::List => list(context, as_json),
        FeedVerb::Remove { feed } => remove(context, feed),
        FeedVerb::Update { import, no_cost, deck } => {
            update(context, import.as_deref(), *no_cost, deck.as_deref(), as_json)
        }
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
fn update(context: &mut Context, choice: Option<&str>, no_cost: bool, deck: Option<&str>, as_json: bool) -> Outcome {
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
        None => show(context, no_cost, as_json)?,
        Some(choice) => {
            for entry in tasks::chosen(&context.store, &choice).map_err(|e| explain::plain_task(&e))? {
                let source = tasks::source_of_entry(&context.store, &entry).map_err(|e| explain::plain_task(&e))?;
                let source = [source];
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

fn show(context: &mut Context, no_cost: bool, as_json: bool) -> Outcome {
    let entries = context.store.new_entries().map_err(|e| explain::stored(&e))?;
    let costs = if no_cost || !context.config.feed_cost { Vec::new() } else { costs(context, &entries)? };
    let lang = context.lang;
    if as_json {
        json::lines(entries.iter().enumerate().map(|(at, entry)| entry_json(entry, costs.get(at), lang)))?;
    } else if entries.is_empty() {
        say(context, &SourceNote::NothingNew)?;
    } else {
        let line = |(at, entry): (usize, &Listing)| {
            let date = entry.date.as_deref().unwrap_or("          ");
            let (title, feed) = (printable(&entry.title), printable(&entry.feed));
            let cost = costs.get(at).map(|cost| format!("{:>19}{}\n", "", printable(&told(cost, lang))));
            format!("{:>5}  {date}  {title}  ({feed})\n{}", entry.id, cost.unwrap_or_default())
        };
        print(&entries.iter().enumerate().map(line).collect::<String>())?;
        say(context, &SourceNote::HowToChoose)?;
    }
    let now = context.clock.now();
    let shown = if entries.is_empty() { Ok(()) } else { context.store.show_entries(&entries, now) };
    shown.and_then(|()| context.store.forget_fetched()).map_err(|e| Some(explain::stored(&e)))
}

/// Fetches what is new and tells how far it is on standard error. An interrupt leaves it all new for the next time.
fn costs(context: &mut Context, entries: &[Listing]) -> Result<Vec<EntryCost>, Fault> {
    let bar = if context.quiet || entries.is_empty() || !std::io::stderr().is_terminal() {
        ProgressBar::hidden()
    } else {
        ProgressBar::new(entries.len() as u64)
    };
    let template = ProgressStyle::with_template("{prefix} {pos}/{len}");
    bar.set_style(template.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar.set_prefix(SourceNote::Weighing.text(context.lang));
    let (pace, limits) = (context.config.new_per_day, &context.config.limits);
    let costs = tasks::cost_entries(&mut context.store, entries, pace, limits, &Stop::default(), || bar.inc(1));
    bar.finish_and_clear();
    costs.map_err(|e| explain::plain_task(&e))
}

fn told(cost: &EntryCost, lang: Lang) -> String {
    match cost {
        EntryCost::Told(found) => SourceNote::EntryCost {
            percent: found.measures.coverage * 100.0,
            level: found.difficulty.level,
            new: found.new_terms,
            days: found.days,
        },
        EntryCost::Known => SourceNote::EntryKnown,
        EntryCost::NotAsked => SourceNote::EntryNotAsked,
        EntryCost::Failed(error) => return explain::plain_task(error).text(lang),
    }
    .text(lang)
}

fn entry_json<'a>(entry: &'a Listing, cost: Option<&'a EntryCost>, lang: Lang) -> EntryJson<'a> {
    EntryJson {
        id: entry.id,
        feed: &entry.feed,
        title: &entry.title,
        date: entry.date.as_deref(),
        address: &entry.address,
        duplicate: matches!(cost, Some(EntryCost::Known)),
        cost: match cost {
            Some(EntryCost::Told(found)) => {
                Some(CostJson { terms: found.terms, new_terms: found.new_terms, cost: import::cost(found) })
            }
            _ => None,
        },
        problem: match cost {
            Some(EntryCost::Failed(error)) => Some(explain::plain_task(error).text(lang)),
            _ => None,
        },
    }
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
