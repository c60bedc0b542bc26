//! The words of a deck, of an article or of all: sorted, filtered, searched, and acted on one by one or many at once.
//!
//! A list of 200,000 words is 200,000 ids; what a line shows is read where the line is drawn, and kept.

mod draw;
mod filter;
mod rows;

use std::cell::RefCell;
use std::collections::HashMap;

use crossterm::event::KeyEvent;

use self::filter::Facets;
use crate::deck::{ArticleId, DeckId, Status, Term, TermId, WordFilter, WordSort, turned};
use crate::messages::{Fault, Label, ListLabel as Say, printable};
use crate::store::WordQuery;
use crate::tasks::{WordAct, WordFinder, WordLine, explain};
use crate::tui::app::{Go, Shared};
use crate::tui::keymap::{Command, Context};
use crate::tui::screens::correcting::Correcting;
use crate::tui::screens::meaning::Looked;
use crate::tui::steps::WordStep;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::panel::Menu;
use crate::tui::widgets::picked::Picked;
use crate::tui::widgets::rows::Rows;
use crate::vocab::correct::Correction;
use crate::vocab::{Kind, TermKey, find};

/// Lines of the page that `PgUp` and `PgDn` turn.
const PAGE: usize = 15;
/// Lines that are kept when they are out of sight.
const KEPT: usize = 1_000;

/// What lies over the list.
enum Panel {
    Filter(Facets),
    Act(Menu),
}

pub struct Words {
    query: WordQuery,
    finder: WordFinder,
    /// What the title says where neither deck nor article is chosen.
    all: String,
    /// The article whose words are shown.
    article: Option<(ArticleId, String)>,
    deck: Option<String>,
    /// What the list shows, in its order.
    ids: Vec<TermId>,
    at: usize,
    seen: Rows,
    /// The word under the cursor.
    under: Option<WordLine>,
    lines: RefCell<HashMap<TermId, WordLine>>,
    picked: Picked<TermId>,
    detail: bool,
    field: Field,
    finding: bool,
    panel: Option<Panel>,
    correcting: Option<Correcting>,
}

impl Words {
    /// The words of a deck, or of all.
    pub fn new(shared: &Shared, deck: Option<DeckId>, name: &str) -> Result<Self, Fault> {
        let filter = WordFilter { deck, ..WordFilter::default() };
        Self::of(shared, filter, None, deck.map(|_| printable(name)))
    }

    /// The words of an article.
    pub fn of_article(shared: &Shared, id: ArticleId, title: &str) -> Result<Self, Fault> {
        let filter = WordFilter { article: Some(id), ..WordFilter::default() };
        Self::of(shared, filter, Some((id, printable(title))), None)
    }

    fn of(
        shared: &Shared,
        filter: WordFilter,
        article: Option<(ArticleId, String)>,
        deck: Option<String>,
    ) -> Result<Self, Fault> {
        let mut words = Self {
            query: WordQuery { filter, ..WordQuery::default() },
            finder: WordFinder::default(),
            all: shared.say(&Label::AllDecks),
            article,
            deck,
            ids: Vec::new(),
            at: 0,
            seen: Rows::default(),
            under: None,
            lines: RefCell::default(),
            picked: Picked::default(),
            detail: false,
            field: Field::default(),
            finding: false,
            panel: None,
            correcting: None,
        };
        words.refresh(shared)?;
        Ok(words)
    }

    /// The term under the cursor.
    pub fn term(&self) -> Option<&Term> {
        self.under.as_ref().map(|line| &line.term)
    }

    pub const fn context(&self) -> Context {
        match self.panel {
            Some(Panel::Filter(_)) => Context::Filtering,
            Some(Panel::Act(_)) => Context::Acting,
            None if self.correcting.is_some() => Context::Correcting,
            None if self.finding => Context::Finding,
            None => Context::Words,
        }
    }

    pub fn key(&mut self, event: &KeyEvent, shared: &mut Shared) {
        if let Some(correcting) = &mut self.correcting {
            correcting.field.key(event, shared.keyboard);
        } else if self.finding {
            self.field.key(event, shared.keyboard);
            self.search(shared);
        }
    }

    pub fn paste(&mut self, text: &str, shared: &mut Shared) {
        if let Some(correcting) = &mut self.correcting {
            correcting.field.insert(text);
        } else if self.finding {
            self.field.insert(text);
            self.search(shared);
        }
    }

    /// Chooses the row on a line of the screen. Whether it was chosen before.
    pub fn click(&mut self, y: u16, shared: &Shared) -> Result<bool, Fault> {
        let Some(row) = self.seen.at(y).filter(|_| self.panel.is_none()) else { return Ok(false) };
        let before = std::mem::replace(&mut self.at, row) == row;
        self.arrive(shared)?;
        Ok(before)
    }

    /// Shows what the field finds.
    fn search(&mut self, shared: &mut Shared) {
        let wanted = find::wanted(&self.field.text());
        if wanted != self.query.search {
            self.query.search = wanted;
            self.begin_at_top(shared);
        }
    }

    pub fn obey(&mut self, command: Command, shared: &mut Shared) -> Go {
        let go = match self.context() {
            Context::Filtering => {
                self.filter(command, shared);
                Ok(Go::Stay)
            }
            Context::Acting => self.choose_act(command, shared),
            Context::Correcting => self.write_correction(command, shared),
            Context::Finding => self.find(command, shared),
            _ => self.turn(command, shared),
        };
        go.unwrap_or_else(|fault| {
            shared.fault = Some(fault);
            Go::Stay
        })
    }

    fn filter(&mut self, command: Command, shared: &mut Shared) {
        let Some(Panel::Filter(facets)) = &mut self.panel else { return };
        if command == Command::Back {
            self.panel = None;
        } else if facets.obey(command, &mut self.query.filter) {
            // Counts are those of the deck.
            self.lines.borrow_mut().clear();
            let deck = self.query.filter.deck.and_then(|id| shared.desk.deck_name(id));
            self.deck = deck.as_deref().map(printable);
            self.begin_at_top(shared);
        }
    }

    fn find(&mut self, command: Command, shared: &mut Shared) -> Result<Go, Fault> {
        match command {
            Command::Submit => self.finding = false,
            Command::Back => {
                self.finding = false;
                self.field.clear();
                self.search(shared);
            }
            motion => return self.scroll(motion, shared),
        }
        Ok(Go::Stay)
    }

    fn choose_act(&mut self, command: Command, shared: &mut Shared) -> Result<Go, Fault> {
        let Some(Panel::Act(menu)) = &mut self.panel else { return Ok(Go::Stay) };
        let count = WordAct::ALL.len() + 1;
        match command {
            Command::Up | Command::Down => menu.step(command == Command::Down, count),
            Command::Back => self.panel = None,
            Command::Submit | Command::Choose(_) => {
                let at = if let Command::Choose(at) = command { usize::from(at) } else { menu.at };
                if at < count {
                    self.panel = None;
                    return self.act(WordAct::ALL.get(at).copied(), shared);
                }
            }
            _ => {}
        }
        Ok(Go::Stay)
    }

    /// Does something with all that are marked, or with the word under the cursor; `None` is to practise them.
    fn act(&mut self, act: Option<WordAct>, shared: &mut Shared) -> Result<Go, Fault> {
        let words = self.picked.or_at(self.at, &self.ids);
        let Some(act) = act else {
            return Ok(Go::Ask(Box::new(shared.desk.practise_words(&words, shared.mode)?)));
        };
        let acted = shared.desk.act_on_words(&words, act)?;
        let what = act.name().text(shared.lang);
        let said = match acted.changed {
            0 => Say::NothingChanged { what },
            count => Say::Acted { what, count },
        };
        if acted.changed > 0 {
            shared.word_steps.push(WordStep::Act(acted));
            self.picked.clear();
        }
        shared.notice = Some(Label::Note { text: said.text(shared.lang) });
        self.refresh(shared)?;
        Ok(Go::Stay)
    }

    fn write_correction(&mut self, command: Command, shared: &mut Shared) -> Result<Go, Fault> {
        match (&mut self.correcting, command) {
            (_, Command::Back) => self.correcting = None,
            (Some(correcting), Command::Previous | Command::Next) => correcting.suggest(command == Command::Next),
            (Some(correcting), Command::Submit) => {
                let correction = correcting.correction(|key: &TermKey| shared.desk.is_term(key));
                self.correct(correction, shared)?;
            }
            _ => {}
        }
        Ok(Go::Stay)
    }

    fn turn(&mut self, command: Command, shared: &mut Shared) -> Result<Go, Fault> {
        match command {
            Command::Sort => {
                self.query.sort = turned(Some(&self.query.sort), &WordSort::ALL, true).unwrap_or_default();
                self.query.reverse = false;
                // What a line shows depends on the order.
                self.lines.borrow_mut().clear();
                self.begin_at_top(shared);
            }
            Command::Reverse => {
                self.query.reverse = !self.query.reverse;
                self.begin_at_top(shared);
            }
            Command::Find => self.finding = true,
            Command::Filter => self.panel = Some(Panel::Filter(Facets::new(self.article.clone(), shared)?)),
            Command::Mark => {
                if let Some(id) = self.ids.get(self.at) {
                    self.picked.toggle(*id);
                }
                return self.scroll(Command::Down, shared);
            }
            Command::MarkRange => self.picked.range(self.at, &self.ids),
            Command::MarkAll => self.picked.all(&self.ids),
            Command::Act if self.under.is_some() => self.panel = Some(Panel::Act(Menu::default())),
            Command::Corrections => return Ok(Go::Corrections),
            Command::Undo => {
                shared.take_back_step()?;
                self.refresh(shared)?;
            }
            Command::Back if self.picked.count() > 0 => self.picked.clear(),
            Command::Back if !self.field.text().is_empty() => {
                self.field.clear();
                self.search(shared);
            }
            Command::Back => return Ok(Go::Back),
            _ => return self.of_word(command, shared),
        }
        Ok(Go::Stay)
    }

    /// What is done with the word under the cursor.
    fn of_word(&mut self, command: Command, shared: &mut Shared) -> Result<Go, Fault> {
        let Some(line) = &self.under else { return Ok(Go::Stay) };
        let term = line.term.term.clone();
        match command {
            Command::Meaning => return Ok(Go::Meaning(Looked::term(&line.term))),
            Command::Join | Command::Split | Command::Rename => {
                let followers =
                    if command == Command::Join { shared.desk.followers(line.term.id)? } else { Vec::new() };
                self.correcting = Some(Correcting::new(command, &line.term, followers));
            }
            Command::Name => {
                let named = line.term.kind == Kind::Name;
                self.correct(if named { Correction::Term { term } } else { Correction::Name { term } }, shared)?;
            }
            Command::Ignore => {
                let ignored = line.card.is_some_and(|card| card.status == Status::Ignored);
                self.correct(
                    if ignored { Correction::Unignore { term } } else { Correction::Ignore { term } },
                    shared,
                )?;
            }
            command => return self.scroll(command, shared),
        }
        Ok(Go::Stay)
    }

    /// Stores a correction; what was typed stays where it could not be.
    fn correct(&mut self, correction: Correction, shared: &mut Shared) -> Result<(), Fault> {
        let done = shared.desk.correct(correction)?;
        let what = explain::decision(&done.row.correction, shared.lang);
        shared.notice = Some(Label::Corrected { what, articles: done.articles, sentences: done.sentences });
        shared.word_steps.push(WordStep::Correction(done.row.id));
        self.correcting = None;
        self.refresh(shared)
    }

    /// Reads the words anew; the cursor stays with its term, or in its place where the term is gone.
    pub fn refresh(&mut self, shared: &Shared) -> Result<(), Fault> {
        self.finder.forget();
        self.lines.borrow_mut().clear();
        self.choose(shared)
    }

    /// The words that are wanted now.
    fn choose(&mut self, shared: &Shared) -> Result<(), Fault> {
        let under = self.ids.get(self.at).copied();
        self.ids = shared.desk.find_words(&mut self.finder, &self.query)?;
        let found = under.and_then(|under| self.ids.iter().position(|id| *id == under));
        self.at = found.unwrap_or(self.at).min(self.ids.len().saturating_sub(1));
        self.arrive(shared)
    }

    /// Another order or choice of words begins at its top.
    fn begin_at_top(&mut self, shared: &mut Shared) {
        self.ids.clear();
        self.at = 0;
        if let Err(fault) = self.choose(shared) {
            shared.fault = Some(fault);
        }
    }

    /// After each motion: the word under the cursor.
    fn arrive(&mut self, shared: &Shared) -> Result<(), Fault> {
        self.under = match self.ids.get(self.at) {
            Some(id) => self.read(&[*id], shared)?.pop(),
            None => None,
        };
        Ok(())
    }

    fn scroll(&mut self, command: Command, shared: &Shared) -> Result<Go, Fault> {
        let last = self.ids.len().saturating_sub(1);
        match command {
            Command::Up => self.at = self.at.saturating_sub(1),
            Command::Down => self.at = (self.at + 1).min(last),
            Command::PageUp => self.at = self.at.saturating_sub(PAGE),
            Command::PageDown => self.at = (self.at + PAGE).min(last),
            Command::First => self.at = 0,
            Command::Last => self.at = last,
            Command::Detail => self.detail = !self.detail,
            _ => return Ok(Go::Stay),
        }
        self.arrive(shared)?;
        Ok(Go::Stay)
    }

    /// The lines of these words, those that were not read before from the store.
    fn read(&self, ids: &[TermId], shared: &Shared) -> Result<Vec<WordLine>, Fault> {
        let mut lines = self.lines.borrow_mut();
        let missing: Vec<TermId> = ids.iter().copied().filter(|id| !lines.contains_key(id)).collect();
        if !missing.is_empty() {
            if lines.len() > KEPT {
                lines.clear();
            }
            let missing = if lines.is_empty() { ids } else { &missing };
            let read = shared.desk.word_lines(missing, &self.query)?;
            lines.extend(read.into_iter().map(|line| (line.term.id, line)));
        }
        Ok(ids.iter().filter_map(|id| lines.get(id).cloned()).collect())
    }
}
