//! The articles: what is known of each; sorted, filtered, searched, and acted on one by one or many at once.
//!
//! Thousands of rows are kept together; a frame builds the lines that it shows and no others.

mod draw;
mod filter;

use std::collections::{BTreeSet, HashMap};

use crossterm::event::KeyEvent;

use self::filter::Facets;
use crate::deck::{Arrangement, ArticleFilter, ArticleId, ArticleSort, DeckId, Shelving, turned};
use crate::korean::jamo;
use crate::messages::{Fault, Label, ListLabel as List, ReadingLabel as Say};
use crate::reader::Grown;
use crate::store::ArticleRow;
use crate::tasks::{ArticleQuery, SearchKeys, find_articles};
use crate::tui::app::{Go, Shared};
use crate::tui::keymap::{Command, Context};
use crate::tui::screens::reading::note;
use crate::tui::steps::ArticleStep;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::panel::Menu;
use crate::tui::widgets::picked::Picked;
use crate::tui::widgets::rows::Rows;

/// Lines that `PgUp` and `PgDn` turn.
const PAGE: usize = 15;

/// What is done with articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Put,
    TakeOut,
    Archive,
    Delete,
}

impl Act {
    const ALL: [Self; 4] = [Self::Put, Self::TakeOut, Self::Archive, Self::Delete];

    const fn name(self) -> List {
        match self {
            Self::Put => List::ActPut,
            Self::TakeOut => List::ActTakeOut,
            Self::Archive => List::ActArchive,
            Self::Delete => List::ActDelete,
        }
    }
}

/// A deck's name, while it is typed.
struct Naming {
    act: Act,
    field: Field,
    /// The decks that there are, and which of them stands in the field.
    decks: Vec<String>,
    at: usize,
}

/// What lies over the list.
enum Panel {
    Filter(Facets),
    Act(Menu),
    Name(Naming),
}

pub struct Library {
    rows: Vec<ArticleRow>,
    /// What a search compares, for each row; empty before the first search.
    keys: Vec<SearchKeys>,
    query: ArticleQuery,
    /// Articles whose terms the search means.
    by_terms: BTreeSet<ArticleId>,
    /// Indexes into `rows`, and the articles there: what is shown, in its order.
    shown: Vec<usize>,
    ids: Vec<ArticleId>,
    at: usize,
    seen: Rows,
    /// What came of the words of those that are worth reading again.
    again: HashMap<ArticleId, Grown>,
    field: Field,
    finding: bool,
    picked: Picked<ArticleId>,
    panel: Option<Panel>,
}

impl Library {
    pub fn new(shared: &Shared, deck: Option<DeckId>) -> Result<Self, Fault> {
        let filter = ArticleFilter { deck, shelving: Some(Shelving::Open), ..ArticleFilter::default() };
        let mut library = Self {
            rows: Vec::new(),
            keys: Vec::new(),
            query: ArticleQuery { filter, ..ArticleQuery::default() },
            by_terms: BTreeSet::new(),
            shown: Vec::new(),
            ids: Vec::new(),
            at: 0,
            seen: Rows::default(),
            again: HashMap::new(),
            field: Field::default(),
            finding: false,
            picked: Picked::default(),
            panel: None,
        };
        library.refresh(shared)?;
        Ok(library)
    }

    pub const fn context(&self) -> Context {
        match self.panel {
            Some(Panel::Filter(_)) => Context::Filtering,
            Some(Panel::Act(_)) => Context::Acting,
            Some(Panel::Name(_)) => Context::Naming,
            None if self.finding => Context::Finding,
            None => Context::Library,
        }
    }

    pub fn key(&mut self, event: &KeyEvent, shared: &mut Shared) {
        if let Some(Panel::Name(naming)) = &mut self.panel {
            naming.field.key(event, shared.keyboard);
        } else if self.finding {
            self.field.key(event, shared.keyboard);
            self.search(shared);
        }
    }

    pub fn paste(&mut self, text: &str, shared: &mut Shared) {
        if let Some(Panel::Name(naming)) = &mut self.panel {
            naming.field.insert(text);
        } else if self.finding {
            self.field.insert(text);
            self.search(shared);
        }
    }

    /// Chooses the row on a line of the screen. Whether it was chosen before.
    pub fn click(&mut self, y: u16) -> bool {
        let Some(row) = self.seen.at(y).filter(|_| self.panel.is_none()) else { return false };
        std::mem::replace(&mut self.at, row) == row
    }

    /// Shows what the field finds.
    fn search(&mut self, shared: &mut Shared) {
        let text = self.field.text();
        if text == self.query.search {
            return;
        }
        match shared.desk.articles_by_terms(&text) {
            Ok(found) => self.by_terms = found,
            Err(fault) => shared.fault = Some(fault),
        }
        self.query.search = text;
        self.begin_at_top();
    }

    /// Reads the articles anew; the cursor stays with its article, or in its place where it is gone.
    pub fn refresh(&mut self, shared: &Shared) -> Result<(), Fault> {
        let under = self.ids.get(self.at).copied();
        self.rows = shared.desk.library(None)?;
        self.again = shared.desk.rereadings()?.into_iter().map(|again| (again.article, again.grown)).collect();
        self.keys.clear();
        self.choose();
        let found = under.and_then(|under| self.ids.iter().position(|id| *id == under));
        self.at = found.unwrap_or(self.at).min(self.ids.len().saturating_sub(1));
        Ok(())
    }

    fn choose(&mut self) {
        // They are made when somebody searches.
        if self.keys.is_empty() && !self.query.search.trim().is_empty() {
            self.keys = self.rows.iter().map(SearchKeys::of).collect();
        }
        self.shown = find_articles(&self.rows, &self.keys, &self.query, &self.by_terms);
        self.ids = self.shown.iter().filter_map(|at| self.rows.get(*at)).map(|row| row.id).collect();
    }

    /// Another order or choice of articles begins at its top.
    fn begin_at_top(&mut self) {
        self.at = 0;
        self.choose();
    }

    fn under(&self) -> Option<&ArticleRow> {
        self.shown.get(self.at).and_then(|at| self.rows.get(*at))
    }

    pub fn obey(&mut self, command: Command, shared: &mut Shared) -> Go {
        let go = match self.context() {
            Context::Filtering => {
                self.filter(command);
                Ok(Go::Stay)
            }
            Context::Acting => self.choose_act(command, shared),
            Context::Naming => self.name_deck(command, shared),
            Context::Finding => {
                self.find(command, shared);
                Ok(Go::Stay)
            }
            _ => self.turn(command, shared),
        };
        go.unwrap_or_else(|fault| {
            shared.fault = Some(fault);
            Go::Stay
        })
    }

    fn filter(&mut self, command: Command) {
        let Some(Panel::Filter(facets)) = &mut self.panel else { return };
        if command == Command::Back {
            self.panel = None;
        } else if facets.obey(command, &mut self.query.filter) {
            self.begin_at_top();
        }
    }

    fn find(&mut self, command: Command, shared: &mut Shared) {
        match command {
            Command::Submit => self.finding = false,
            Command::Back => {
                self.finding = false;
                self.field.clear();
                self.search(shared);
            }
            motion => self.scroll(motion),
        }
    }

    fn turn(&mut self, command: Command, shared: &mut Shared) -> Result<Go, Fault> {
        match command {
            Command::Sort => {
                self.query.sort = turned(Some(&self.query.sort), &ArticleSort::ALL, true).unwrap_or_default();
                self.query.reverse = false;
                self.begin_at_top();
            }
            Command::Reverse => {
                self.query.reverse = !self.query.reverse;
                self.begin_at_top();
            }
            Command::Find => self.finding = true,
            Command::Filter => self.panel = Some(Panel::Filter(Facets::new(&self.rows, shared)?)),
            Command::Mark => {
                if let Some(id) = self.ids.get(self.at) {
                    self.picked.toggle(*id);
                }
                self.scroll(Command::Down);
            }
            Command::MarkRange => self.picked.range(self.at, &self.ids),
            Command::MarkAll => self.picked.all(&self.ids),
            Command::Act if self.under().is_some() => self.panel = Some(Panel::Act(Menu::default())),
            Command::Undo => self.take_back(shared)?,
            Command::Back if self.picked.count() > 0 => self.picked.clear(),
            Command::Back if !self.field.text().is_empty() => {
                self.field.clear();
                self.search(shared);
            }
            Command::Back => return Ok(Go::Back),
            Command::Read => return Ok(self.under().map_or(Go::Stay, |row| Go::Read(row.id))),
            Command::SeeWords => {
                return Ok(self.under().map_or(Go::Stay, |row| Go::WordsOf(row.id, row.title.clone())));
            }
            Command::Plan => {
                return Ok(self.under().map_or(Go::Stay, |row| Go::Plan(Some(row.id), row.title.clone())));
            }
            motion => self.scroll(motion),
        }
        Ok(Go::Stay)
    }

    fn scroll(&mut self, command: Command) {
        let last = self.shown.len().saturating_sub(1);
        match command {
            Command::Up => self.at = self.at.saturating_sub(1),
            Command::Down => self.at = (self.at + 1).min(last),
            Command::PageUp => self.at = self.at.saturating_sub(PAGE),
            Command::PageDown => self.at = (self.at + PAGE).min(last),
            Command::First => self.at = 0,
            Command::Last => self.at = last,
            _ => {}
        }
    }

    fn choose_act(&mut self, command: Command, shared: &mut Shared) -> Result<Go, Fault> {
        let Some(Panel::Act(menu)) = &mut self.panel else { return Ok(Go::Stay) };
        match command {
            Command::Up | Command::Down => menu.step(command == Command::Down, Act::ALL.len()),
            Command::Back => self.panel = None,
            Command::Submit | Command::Choose(_) => {
                let at = if let Command::Choose(at) = command { usize::from(at) } else { menu.at };
                let Some(act) = Act::ALL.get(at) else { return Ok(Go::Stay) };
                self.panel = None;
                self.act(*act, shared)?;
            }
            _ => {}
        }
        Ok(Go::Stay)
    }

    /// Does it with all that are marked, or with the article under the cursor; where a deck must be named, asks for it.
    fn act(&mut self, act: Act, shared: &mut Shared) -> Result<(), Fault> {
        let articles = self.picked.or_at(self.at, &self.ids);
        match act {
            Act::Put | Act::TakeOut => {
                let all = shared.desk.deck_names()?;
                // To be taken out of, only a deck in which one of them stands.
                let has = |deck: DeckId| {
                    let stands = |row: &&ArticleRow| articles.contains(&row.id) && row.in_decks.contains(&deck);
                    self.rows.iter().any(|row| stands(&row))
                };
                let decks = all.into_iter().filter(|(id, _)| act == Act::Put || has(*id)).map(|(_, name)| name);
                let mut naming = Naming { act, field: Field::default(), decks: decks.collect(), at: 0 };
                naming.fill();
                self.panel = Some(Panel::Name(naming));
                Ok(())
            }
            Act::Archive => {
                self.arrange(&Arrangement::Shelve { deck: List::ArchiveDeck.text(shared.lang), articles }, act, shared)
            }
            Act::Delete => {
                let steps = shared.desk.delete_articles(&articles)?;
                self.did(ArticleStep::Deleted(steps), act, shared)
            }
        }
    }

    fn name_deck(&mut self, command: Command, shared: &mut Shared) -> Result<Go, Fault> {
        let Some(Panel::Name(naming)) = &mut self.panel else { return Ok(Go::Stay) };
        match command {
            Command::Previous | Command::Next => naming.suggest(command == Command::Next),
            Command::Back => self.panel = None,
            Command::Submit => {
                let (act, deck) = (naming.act, jamo::nfc(naming.field.text().trim()));
                let articles = self.picked.or_at(self.at, &self.ids);
                let wish = match act {
                    Act::TakeOut => Arrangement::TakeOut { deck: Some(deck), articles },
                    _ => Arrangement::Put { deck, articles },
                };
                self.arrange(&wish, act, shared)?;
                self.panel = None;
            }
            _ => {}
        }
        Ok(Go::Stay)
    }

    fn arrange(&mut self, wish: &Arrangement, act: Act, shared: &mut Shared) -> Result<(), Fault> {
        let step = shared.desk.arrange(wish)?;
        self.did(ArticleStep::Decks(step), act, shared)
    }

    /// Says what was done, and remembers it for undo.
    fn did(&mut self, step: ArticleStep, act: Act, shared: &mut Shared) -> Result<(), Fault> {
        let count = self.picked.or_at(self.at, &self.ids).len();
        shared.article_steps.push(step);
        let what = act.name().text(shared.lang);
        shared.notice = Some(Label::Note { text: List::ActedArticles { what, count }.text(shared.lang) });
        self.picked.clear();
        self.refresh(shared)
    }

    /// Takes back what was done last with articles in this sitting.
    fn take_back(&mut self, shared: &mut Shared) -> Result<(), Fault> {
        let Some(step) = shared.article_steps.last() else {
            note(shared, &Say::NothingToUndo);
            return Ok(());
        };
        shared.desk.take_back_articles(step)?;
        shared.article_steps.pop();
        note(shared, &Say::TakenBack);
        self.refresh(shared)
    }
}

impl Naming {
    /// Puts the next or the previous deck into the field.
    fn suggest(&mut self, next: bool) {
        let count = self.decks.len();
        if count > 0 {
            self.at = (self.at + if next { 1 } else { count - 1 }) % count;
            self.fill();
        }
    }

    fn fill(&mut self) {
        self.field.clear();
        self.field.insert(self.decks.get(self.at).map_or("", String::as_str));
    }
}
