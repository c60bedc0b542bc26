//! What of the words is shown: conditions to turn one by one, and all of them in a line.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::rows::kind;
use crate::deck::{ArticleId, DeckId, KINDS, WordFilter, WordSort, WordState, turned};
use crate::messages::{Domain, Fault, Label, ListLabel as Say, ReadingLabel, printable};
use crate::tui::app::Shared;
use crate::tui::keymap::Command;
use crate::tui::widgets::panel;

/// Levels that are offered; 0 stands for words without one.
const LEVELS: [u8; 7] = [1, 2, 3, 4, 5, 6, 0];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Facet {
    State,
    Kind,
    Level,
    Domain,
    Deck,
    Article,
}

/// The box in which conditions are turned.
pub struct Facets {
    at: usize,
    domains: Vec<String>,
    decks: Vec<(DeckId, String)>,
    /// The article whose words are shown, with its title.
    article: Option<(ArticleId, String)>,
}

impl Facets {
    pub fn new(article: Option<(ArticleId, String)>, shared: &Shared) -> Result<Self, Fault> {
        let decks = shared.desk.deck_names()?;
        Ok(Self { at: 0, domains: shared.desk.domains()?, decks, article })
    }

    fn facets(&self) -> Vec<Facet> {
        let mut facets = vec![Facet::State, Facet::Kind, Facet::Level, Facet::Domain, Facet::Deck];
        if self.article.is_some() {
            facets.push(Facet::Article);
        }
        facets
    }

    /// Says whether the filter is another one now.
    pub fn obey(&mut self, command: Command, filter: &mut WordFilter) -> bool {
        let facets = self.facets();
        match command {
            Command::Up => self.at = self.at.saturating_sub(1),
            Command::Down => self.at = (self.at + 1).min(facets.len().saturating_sub(1)),
            Command::Clear => {
                let cleared = WordFilter::default();
                return std::mem::replace(filter, cleared.clone()) != cleared;
            }
            Command::ValueOn | Command::ValueBack => {
                let Some(facet) = facets.get(self.at) else { return false };
                let before = filter.clone();
                self.turn(*facet, command == Command::ValueOn, filter);
                return before != *filter;
            }
            _ => {}
        }
        false
    }

    fn turn(&self, facet: Facet, on: bool, filter: &mut WordFilter) {
        match facet {
            Facet::State => filter.state = turned(filter.state.as_ref(), &WordState::ALL, on),
            Facet::Kind => filter.kind = turned(filter.kind.as_ref(), &KINDS, on),
            Facet::Level => filter.level = turned(filter.level.as_ref(), &LEVELS, on),
            Facet::Domain => filter.domain = turned(filter.domain.as_ref(), &self.domains, on),
            Facet::Deck => {
                let ids: Vec<DeckId> = self.decks.iter().map(|(id, _)| *id).collect();
                filter.deck = turned(filter.deck.as_ref(), &ids, on);
            }
            Facet::Article => {
                let ids: Vec<ArticleId> = self.article.iter().map(|(id, _)| *id).collect();
                filter.article = turned(filter.article.as_ref(), &ids, on);
            }
        }
    }

    pub fn draw(&self, frame: &mut Frame, area: Rect, filter: &WordFilter, shared: &Shared) {
        let say = |text: &Say| text.text(shared.lang);
        let row = |facet: Facet| {
            let (name, value) = match facet {
                Facet::State => (Say::FacetState, filter.state.map(|of| state(of, shared))),
                Facet::Kind => (Say::FacetKind, filter.kind.map(|of| shared.say(&kind(of)))),
                Facet::Level => (Say::FacetLevel, filter.level.map(|of| level(of, shared))),
                Facet::Domain => (Say::FacetDomain, filter.domain.as_deref().map(|of| domain(of, shared))),
                Facet::Deck => (Say::FacetDeck, filter.deck.and_then(|of| self.deck(of))),
                Facet::Article => {
                    let article = self.article.as_ref().filter(|(id, _)| filter.article == Some(*id));
                    (Say::FacetArticle, article.map(|(_, title)| printable(title)))
                }
            };
            (say(&name), value.unwrap_or_else(|| say(&Say::All)))
        };
        let rows: Vec<(String, String)> = self.facets().into_iter().map(row).collect();
        panel::conditions(frame, area, &say(&Say::Filters), &rows, self.at, &say(&Say::FilterHelp), shared);
    }

    fn deck(&self, id: DeckId) -> Option<String> {
        self.decks.iter().find(|(own, _)| *own == id).map(|(_, name)| printable(name))
    }
}

/// The conditions but deck and article, which stand in the title; `None` where there are none.
pub fn in_words(filter: &WordFilter, shared: &Shared) -> Option<String> {
    let named = |name: &Say, value: String| format!("{} {value}", name.text(shared.lang));
    let all: Vec<String> = [
        filter.state.map(|of| named(&Say::FacetState, state(of, shared))),
        filter.kind.map(|of| named(&Say::FacetKind, shared.say(&kind(of)))),
        filter.level.map(|of| if of == 0 { level(of, shared) } else { named(&Say::FacetLevel, level(of, shared)) }),
        filter.domain.as_deref().map(|of| named(&Say::FacetDomain, domain(of, shared))),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!all.is_empty()).then(|| all.join(" · "))
}

fn state(state: WordState, shared: &Shared) -> String {
    let of = |label: ReadingLabel| label.text(shared.lang);
    let own = |label: Say| label.text(shared.lang);
    match state {
        WordState::New => of(ReadingLabel::New),
        WordState::Learning => of(ReadingLabel::Learning),
        WordState::Young => of(ReadingLabel::Young),
        WordState::Mature => of(ReadingLabel::Mature),
        WordState::Known => of(ReadingLabel::Known),
        WordState::Ignored => of(ReadingLabel::Ignored),
        WordState::Suspended => own(Say::Suspended),
        WordState::Due => own(Say::Due),
        WordState::Leech => own(Say::Leech),
        WordState::Flagged => own(Say::Flagged),
    }
}

fn level(level: u8, shared: &Shared) -> String {
    if level == 0 { Say::NoLevel.text(shared.lang) } else { shared.say(&Label::LevelShown { level }) }
}

fn domain(name: &str, shared: &Shared) -> String {
    match name {
        "" => Say::NoDomain.text(shared.lang),
        "general" => Say::General.text(shared.lang),
        name => Domain::named(name).text(shared.lang),
    }
}

pub fn sort_name(sort: WordSort) -> Say {
    match sort {
        WordSort::Rank => Say::SortRank,
        WordSort::Due => Say::SortDue,
        WordSort::Stability => Say::SortStability,
        WordSort::Recall => Say::SortRecall,
        WordSort::Alphabet => Say::SortAlphabet,
        WordSort::Added => Say::SortAdded,
        WordSort::Count => Say::SortCount,
        WordSort::Level => Say::SortLevel,
    }
}
