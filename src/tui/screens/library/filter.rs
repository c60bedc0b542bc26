//! What of the articles is shown: conditions to turn one by one, and all of them in a line.

use std::collections::BTreeSet;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::deck::{ArticleFilter, ArticleSort, DeckId, ReadState, Shelving, turned};
use crate::messages::{Fault, ListLabel as Say, Subject, printable};
use crate::store::ArticleRow;
use crate::tui::app::Shared;
use crate::tui::keymap::Command;
use crate::tui::widgets::panel;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Facet {
    Shelf,
    Deck,
    Subject,
    Outlet,
    Read,
}

const FACETS: [Facet; 5] = [Facet::Shelf, Facet::Deck, Facet::Subject, Facet::Outlet, Facet::Read];

/// The box in which conditions are turned, with the values that the articles have.
pub struct Facets {
    at: usize,
    decks: Vec<(DeckId, String)>,
    subjects: Vec<String>,
    outlets: Vec<String>,
}

impl Facets {
    pub fn new(rows: &[ArticleRow], shared: &Shared) -> Result<Self, Fault> {
        let decks = shared.desk.deck_names()?;
        let subjects: BTreeSet<&String> = rows.iter().flat_map(|row| &row.subjects).collect();
        let outlets: BTreeSet<&String> = rows.iter().filter_map(|row| row.outlet.as_ref()).collect();
        Ok(Self {
            at: 0,
            decks,
            subjects: subjects.into_iter().cloned().collect(),
            outlets: outlets.into_iter().cloned().collect(),
        })
    }

    /// Says whether the filter is another one now.
    pub fn obey(&mut self, command: Command, filter: &mut ArticleFilter) -> bool {
        let before = filter.clone();
        match command {
            Command::Up => self.at = self.at.saturating_sub(1),
            Command::Down => self.at = (self.at + 1).min(FACETS.len() - 1),
            Command::Clear => *filter = ArticleFilter::default(),
            Command::ValueOn | Command::ValueBack => {
                if let Some(facet) = FACETS.get(self.at) {
                    self.turn(*facet, command == Command::ValueOn, filter);
                }
            }
            _ => {}
        }
        before != *filter
    }

    fn turn(&self, facet: Facet, on: bool, filter: &mut ArticleFilter) {
        match facet {
            Facet::Shelf => filter.shelving = turned(filter.shelving.as_ref(), &Shelving::ALL, on),
            Facet::Deck => {
                let ids: Vec<DeckId> = self.decks.iter().map(|(id, _)| *id).collect();
                filter.deck = turned(filter.deck.as_ref(), &ids, on);
            }
            Facet::Subject => filter.subject = turned(filter.subject.as_ref(), &self.subjects, on),
            Facet::Outlet => filter.outlet = turned(filter.outlet.as_ref(), &self.outlets, on),
            Facet::Read => filter.read = turned(filter.read.as_ref(), &ReadState::ALL, on),
        }
    }

    pub fn draw(&self, frame: &mut Frame, area: Rect, filter: &ArticleFilter, shared: &Shared) {
        let say = |text: &Say| text.text(shared.lang);
        let row = |facet: Facet| {
            let (name, value) = match facet {
                Facet::Shelf => (Say::FacetShelf, filter.shelving.map(|of| say(&shelf_name(of)))),
                Facet::Deck => {
                    let deck = self.decks.iter().find(|(id, _)| filter.deck == Some(*id));
                    (Say::FacetDeck, deck.map(|(_, name)| printable(name)))
                }
                Facet::Subject => (Say::FacetSubject, filter.subject.as_deref().map(|of| subject(of, shared))),
                Facet::Outlet => (Say::FacetOutlet, filter.outlet.as_deref().map(printable)),
                Facet::Read => (Say::FacetRead, filter.read.map(|of| say(&read_name(of)))),
            };
            (say(&name), value.unwrap_or_else(|| say(&Say::All)))
        };
        let rows: Vec<(String, String)> = FACETS.into_iter().map(row).collect();
        panel::conditions(frame, area, &say(&Say::Filters), &rows, self.at, &say(&Say::FilterHelp), shared);
    }
}

/// The conditions in a line; `None` where only what is in open decks is shown, as at first.
pub fn in_words(filter: &ArticleFilter, shared: &Shared) -> Option<String> {
    let say = |text: &Say| text.text(shared.lang);
    let named = |name: &Say, value: String| format!("{} {value}", say(name));
    let shelf = match filter.shelving {
        Some(Shelving::Open) => None,
        Some(shelf) => Some(named(&Say::FacetShelf, say(&shelf_name(shelf)))),
        None => Some(named(&Say::FacetShelf, say(&Say::All))),
    };
    let deck = filter.deck.and_then(|id| shared.desk.deck_name(id));
    let all: Vec<String> = [
        shelf,
        deck.map(|name| named(&Say::FacetDeck, printable(&name))),
        filter.subject.as_deref().map(|of| named(&Say::FacetSubject, subject(of, shared))),
        filter.outlet.as_deref().map(|of| named(&Say::FacetOutlet, printable(of))),
        filter.read.map(|of| named(&Say::FacetRead, say(&read_name(of)))),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!all.is_empty()).then(|| all.join(" · "))
}

fn subject(name: &str, shared: &Shared) -> String {
    Subject::of(name).map_or_else(|| name.to_owned(), |subject| subject.text(shared.lang))
}

const fn shelf_name(shelf: Shelving) -> Say {
    match shelf {
        Shelving::Open => Say::ShelfOpen,
        Shelving::Archived => Say::ShelfArchived,
        Shelving::Gone => Say::ShelfGone,
    }
}

const fn read_name(read: ReadState) -> Say {
    match read {
        ReadState::Unread => Say::ReadUnread,
        ReadState::Begun => Say::ReadBegun,
        ReadState::Finished => Say::ReadFinished,
    }
}

pub fn sort_name(sort: ArticleSort) -> Say {
    match sort {
        ArticleSort::Recent => Say::SortRecent,
        ArticleSort::Date => Say::SortDate,
        ArticleSort::Title => Say::SortTitle,
        ArticleSort::Coverage => Say::SortCoverage,
        ArticleSort::Difficulty => Say::SortDifficulty,
        ArticleSort::Length => Say::SortLength,
        ArticleSort::Unread => Say::SortUnread,
    }
}
