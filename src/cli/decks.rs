//! `dokpa decks`

use serde::Serialize;

use super::context::Context;
use super::{Outcome, explain, json, print};
use crate::messages::{Line, MemoryLine};
use crate::tasks;

#[derive(Serialize)]
struct Row<'a> {
    deck: &'a str,
    articles: usize,
    terms: usize,
    new: usize,
    due: usize,
    learned: usize,
}

pub fn run(context: &Context, as_json: bool) -> Outcome {
    let now = context.clock.now();
    let decks = context.store.decks(context.calendar.day(now), now).map_err(|e| explain::stored(&e))?;
    if as_json {
        return json::lines(decks.iter().map(|deck| Row {
            deck: &deck.name,
            articles: deck.articles,
            terms: deck.terms,
            new: deck.new,
            due: deck.due,
            learned: deck.learned,
        }));
    }
    if decks.is_empty() {
        return print(&format!("{}\n", Line::NoDecks.text(context.lang)));
    }
    let mut out = String::new();
    for deck in decks {
        let counts = Line::DeckCounts {
            articles: deck.articles,
            terms: deck.terms,
            new: deck.new,
            due: deck.due,
            learned: deck.learned,
        };
        out.push_str(&format!("{}\n    {}\n", deck.name, counts.text(context.lang)));
    }
    if tasks::should_optimize(&context.store).map_err(|e| explain::plain_task(&e))? {
        out.push_str(&format!("{}\n", MemoryLine::Suggested.text(context.lang)));
    }
    print(&out)
}
