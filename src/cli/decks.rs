//! `dokpa decks`

use serde::Serialize;

use super::context::Context;
use super::{Outcome, explain, json, print};
use crate::messages::{LibraryLine, Line, MemoryLine};
use crate::tasks;

#[derive(Serialize)]
struct Row<'a> {
    deck: &'a str,
    articles: usize,
    terms: usize,
    new: usize,
    due: usize,
    learned: usize,
    archived: bool,
    /// What its articles are about, as the lexicon's codes.
    tags: Vec<&'static str>,
}

pub fn run(context: &Context, as_json: bool) -> Outcome {
    let now = context.clock.now();
    let decks = context.store.decks(context.calendar.day(now), now).map_err(|e| explain::stored(&e))?;
    let tags = tasks::deck_subjects(&context.store).map_err(|e| explain::plain_task(&e))?;
    let tags_of = |deck| tags.get(&deck).cloned().unwrap_or_default();
    if as_json {
        return json::lines(decks.iter().map(|deck| Row {
            deck: &deck.name,
            articles: deck.articles,
            terms: deck.terms,
            new: deck.new,
            due: deck.due,
            learned: deck.learned,
            archived: deck.archived,
            tags: tags_of(deck.id),
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
        let archived = LibraryLine::Archived.text(context.lang);
        let mark = if deck.archived { format!(" ({archived})") } else { String::new() };
        out.push_str(&format!("{}{mark}\n    {}\n", deck.name, counts.text(context.lang)));
        let tags = super::deck::tags(&tags_of(deck.id), context.lang);
        if !tags.is_empty() {
            out.push_str(&format!("    {}\n", LibraryLine::Tags { tags }.text(context.lang)));
        }
    }
    if tasks::should_optimize(&context.store).map_err(|e| explain::plain_task(&e))? {
        out.push_str(&format!("{}\n", MemoryLine::Suggested.text(context.lang)));
    }
    print(&out)
}
