//! The application: a stack of screens over one desk.

use std::collections::HashMap;

use crossterm::event::Event;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::Theme;
use super::desk::Desk;
use super::keymap::{self, Command, Context};
use super::screens::corrections::Corrections;
use super::screens::help::Help;
use super::screens::home::Home;
use super::screens::study::Study;
use super::screens::words::Words;
use super::widgets::text::{cells, fit, wrap};
use crate::deck::{DeckId, ModeChoice};
use crate::messages::{Fault, Label, Lang};
use crate::tasks::Practice;

/// Smaller than this nothing is drawn but a request for more.
const SMALLEST: (u16, u16) = (60, 16);

/// Where a sitting begins.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Start {
    pub mode: ModeChoice,
    /// Decks that are asked in a mode of their own.
    pub modes: HashMap<DeckId, ModeChoice>,
    /// Go straight into a deck, `Some(None)` being all of them, and leave the program with it.
    pub study: Option<Option<DeckId>>,
    /// Go straight into practice.
    pub practice: Option<Practice>,
}

/// What all screens share.
pub struct Shared {
    pub desk: Desk,
    pub lang: Lang,
    pub theme: Theme,
    pub mode: ModeChoice,
    pub modes: HashMap<DeckId, ModeChoice>,
    /// What went wrong last; shown until the next key.
    pub fault: Option<Fault>,
    /// Good news, shown in the same place.
    pub notice: Option<Label>,
}

impl Shared {
    pub fn say(&self, label: &Label) -> String {
        label.text(self.lang)
    }

    /// How a deck is asked.
    pub fn mode_of(&self, deck: Option<DeckId>) -> ModeChoice {
        deck.and_then(|deck| self.modes.get(&deck).copied()).unwrap_or(self.mode)
    }

    /// Keeps, for this sitting, how a deck is asked: its own mode if it has one, else that of all.
    pub fn set_mode_of(&mut self, deck: Option<DeckId>, wish: ModeChoice) {
        match deck.and_then(|deck| self.modes.get_mut(&deck)) {
            Some(own) => *own = wish,
            None => self.mode = wish,
        }
    }
}

enum Screen {
    Home(Home),
    Study(Box<Study>),
    Words(Words),
    Corrections(Corrections),
    Help(Help),
}

/// Where a command leads.
pub enum Go {
    Stay,
    Back,
    Quit,
    Study(Option<DeckId>),
    Words(Option<DeckId>, String),
    Corrections,
}

pub struct App {
    shared: Shared,
    screens: Vec<Screen>,
    done: bool,
}

impl App {
    pub fn new(desk: Desk, lang: Lang, theme: Theme, start: Start) -> Result<Self, Fault> {
        let Start { mode, modes, study, practice } = start;
        let shared = Shared { desk, lang, theme, mode, modes, fault: None, notice: None };
        let first = match study {
            _ if practice.is_some() => {
                Screen::Study(Box::new(Study::practising(&shared, practice.unwrap_or_default())?))
            }
            Some(deck) => Screen::Study(Box::new(Study::new(&shared, deck)?)),
            None => Screen::Home(Home::new(&shared)?),
        };
        Ok(Self { shared, screens: vec![first], done: false })
    }

    pub const fn is_done(&self) -> bool {
        self.done
    }

    /// Whether letters go to the field.
    pub fn is_typing(&self) -> bool {
        self.context().is_typing()
    }

    pub fn context(&self) -> Context {
        match self.screens.last() {
            Some(Screen::Study(study)) => study.context(),
            Some(Screen::Words(words)) => words.context(),
            Some(Screen::Corrections(_)) => Context::Corrections,
            Some(Screen::Help(_)) => Context::Help,
            Some(Screen::Home(_)) | None => Context::Home,
        }
    }

    /// Takes one event of the terminal.
    pub fn handle(&mut self, event: &Event) {
        match event {
            Event::Key(key) => match keymap::command(self.context(), key) {
                Some(command) => self.obey(command),
                None if !key.is_release() => match self.screens.last_mut() {
                    Some(Screen::Study(study)) => study.key(key),
                    Some(Screen::Words(words)) => words.key(key),
                    _ => {}
                },
                None => {}
            },
            Event::Paste(text) => match self.screens.last_mut() {
                Some(Screen::Study(study)) => study.paste(text),
                Some(Screen::Words(words)) => words.paste(text),
                _ => {}
            },
            _ => {}
        }
    }

    fn obey(&mut self, command: Command) {
        self.shared.fault = None;
        self.shared.notice = None;
        if command == Command::Help {
            self.screens.push(Screen::Help(Help::new(self.context())));
            return;
        }
        let shared = &mut self.shared;
        let go = match self.screens.last_mut() {
            _ if command == Command::Quit => Go::Quit,
            Some(Screen::Home(home)) => home.obey(command, shared),
            Some(Screen::Study(study)) => study.obey(command, shared),
            Some(Screen::Words(words)) => words.obey(command, shared),
            Some(Screen::Corrections(corrections)) => corrections.obey(command, shared),
            Some(Screen::Help(help)) => help.obey(command),
            None => Go::Quit,
        };
        self.go(go);
    }

    fn go(&mut self, go: Go) {
        let opened = match go {
            Go::Stay => return,
            Go::Quit => {
                self.done = true;
                return;
            }
            Go::Back => {
                self.screens.pop();
                self.done = self.screens.is_empty();
                // What was studied shows in the counts, what was taken back in the words.
                match self.screens.last_mut() {
                    Some(Screen::Home(home)) => home.refresh(&self.shared).map(|()| None),
                    Some(Screen::Words(words)) => words.refresh(&self.shared).map(|()| None),
                    _ => Ok(None),
                }
            }
            Go::Study(deck) => Study::new(&self.shared, deck).map(|study| Some(Screen::Study(Box::new(study)))),
            Go::Corrections => Corrections::new(&self.shared).map(|list| Some(Screen::Corrections(list))),
            Go::Words(deck, name) => Words::new(&self.shared, deck, &name).map(|words| Some(Screen::Words(words))),
        };
        match opened {
            Ok(screen) => self.screens.extend(screen),
            Err(fault) => self.shared.fault = Some(fault),
        }
    }

    pub fn draw(&self, frame: &mut Frame) {
        let area = frame.area();
        let (width, height) = SMALLEST;
        if area.width < width || area.height < height {
            let text = self.shared.say(&Label::TooSmall { width, height });
            frame.render_widget(Line::raw(super::widgets::text::clip(&text, area.width.into())), area);
            return;
        }
        let said = self.said(usize::from(area.width - 4));
        let rows = u16::try_from(said.len()).unwrap_or(1);
        let inner = Rect { x: area.x + 2, y: area.y, width: area.width - 4, height: area.height - 1 - rows };
        match self.screens.last() {
            Some(Screen::Home(home)) => home.draw(frame, inner, &self.shared),
            Some(Screen::Study(study)) => study.draw(frame, inner, &self.shared),
            Some(Screen::Words(words)) => words.draw(frame, inner, &self.shared),
            Some(Screen::Corrections(corrections)) => corrections.draw(frame, inner, &self.shared),
            Some(Screen::Help(help)) => help.draw(frame, inner, &self.shared),
            None => {}
        }
        let last = area.y + area.height - 1;
        frame.render_widget(Paragraph::new(said), Rect { y: last - rows, height: rows, ..inner });
        frame.render_widget(self.footer(inner.width.into()), Rect { y: last, height: 1, ..inner });
    }

    /// What went wrong, else what went well, in one to three lines: a path may be long, and what to do stands behind it.
    fn said(&self, width: usize) -> Vec<Line<'static>> {
        let shared = &self.shared;
        let mut lines = match (&shared.fault, &shared.notice) {
            (Some(fault), _) => {
                let text = crate::messages::printable(&fault.text(shared.lang));
                wrap(&[(format!("! {text}"), shared.theme.bad())], width)
            }
            (None, Some(notice)) => wrap(&[(shared.say(notice), shared.theme.good())], width),
            (None, None) => vec![Line::default()],
        };
        lines.truncate(3);
        lines
    }

    /// The keys that work now, as many as fit.
    fn footer(&self, width: usize) -> Line<'static> {
        let mut spans: Vec<Span> = Vec::new();
        let mut used = 0;
        for (command, keys) in keymap::bindings(self.context()) {
            let works = match self.screens.last() {
                Some(Screen::Study(study)) => study.works(command),
                _ => true,
            };
            let Some(key) = keys.first().filter(|_| works && !is_plain(command)) else { continue };
            let label = self.shared.say(&keymap::label(command));
            let size = cells(key) + 1 + cells(&label) + 3;
            if used + size > width {
                continue;
            }
            used += size;
            spans.push(Span::styled(key.clone(), self.shared.theme.strong()));
            spans.push(Span::styled(format!(" {label}   "), self.shared.theme.faint()));
        }
        spans.into()
    }
}

/// Arrows explain themselves; grades have buttons, and choices and what can be practised stand with their keys.
const fn is_plain(command: Command) -> bool {
    use Command as C;
    keymap::is_motion(command)
        || matches!(command, C::Choose(_) | C::Again | C::Hard | C::Good | C::Easy | C::AcceptWord | C::Fits)
        || matches!(command, C::PracticeDeck | C::PracticeArticle | C::PracticeMistakes | C::PracticeMixedUp)
}

/// A title at the left and a note at the right end of a line, and a rule under them.
pub fn header(frame: &mut Frame, area: Rect, shared: &Shared, title: &str, note: &str) {
    let width = usize::from(area.width);
    let room = width.saturating_sub(cells(note) + 1);
    let line = Line::from(vec![
        Span::styled(fit(title, room), shared.theme.title()),
        Span::raw(" "),
        Span::styled(note.to_owned(), shared.theme.faint()),
    ]);
    frame.render_widget(line, Rect { height: 1, ..area });
    let rule = Span::styled("─".repeat(width), shared.theme.faint());
    frame.render_widget(rule, Rect { y: area.y + 1, height: 1, ..area });
}

#[cfg(test)]
#[path = "answering_tests.rs"]
mod answering_tests;
#[cfg(test)]
#[path = "app_tests.rs"]
mod tests;
