//! The articles: what is known of each, sorted and searched.

use std::collections::HashMap;

use crossterm::event::KeyEvent;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::deck::{ArticleId, DeckId};
use crate::korean::jamo;
use crate::korean::keyboard::Keyboard;
use crate::messages::{Fault, ReadingLabel as Say, printable};
use crate::reader::Grown;
use crate::store::ArticleRow;
use crate::tui::app::{Go, Shared, header};
use crate::tui::keymap::{Command, Context};
use crate::tui::widgets::field::{self, Field};
use crate::tui::widgets::rows::Rows;
use crate::tui::widgets::text::{fit, fit_right, wrap};

/// Lines that `PgUp` and `PgDn` turn.
const PAGE: usize = 15;
/// Cells of a number's column, and of a date.
const NUMBER: usize = 8;
const DATE: usize = 11;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// Last read first, then last imported.
    Recent,
    Date,
    /// What is known best first: it is read most easily.
    Coverage,
    Title,
    /// What was never read through first.
    Unread,
}

impl Sort {
    const ALL: [Self; 5] = [Self::Recent, Self::Date, Self::Coverage, Self::Title, Self::Unread];

    fn next(self) -> Self {
        let at = Self::ALL.iter().position(|sort| *sort == self).unwrap_or(0);
        Self::ALL.get(at + 1).copied().unwrap_or(Self::Recent)
    }

    const fn name(self) -> Say {
        match self {
            Self::Recent => Say::ByRecent,
            Self::Date => Say::ByDate,
            Self::Coverage => Say::ByCoverage,
            Self::Title => Say::ByTitle,
            Self::Unread => Say::ByUnread,
        }
    }
}

pub struct Library {
    deck: Option<DeckId>,
    rows: Vec<ArticleRow>,
    /// What came of the words of those that are worth reading again.
    again: HashMap<ArticleId, Grown>,
    /// What a search compares: the titles in small letters, and their initial consonants.
    keys: Vec<(String, String)>,
    /// Indexes into `rows`: what is shown, in its order.
    shown: Vec<usize>,
    at: usize,
    seen: Rows,
    sort: Sort,
    field: Field,
    finding: bool,
}

impl Library {
    pub fn new(shared: &Shared, deck: Option<DeckId>) -> Result<Self, Fault> {
        let mut library = Self {
            deck,
            rows: Vec::new(),
            again: HashMap::new(),
            keys: Vec::new(),
            shown: Vec::new(),
            at: 0,
            seen: Rows::default(),
            sort: Sort::Recent,
            field: Field::default(),
            finding: false,
        };
        library.refresh(shared)?;
        Ok(library)
    }

    pub const fn context(&self) -> Context {
        if self.finding { Context::Finding } else { Context::Library }
    }

    pub fn key(&mut self, event: &KeyEvent, keyboard: Keyboard) {
        if self.finding {
            self.field.key(event, keyboard);
            self.choose();
        }
    }

    pub fn paste(&mut self, text: &str) {
        if self.finding {
            self.field.insert(text);
            self.choose();
        }
    }

    /// Reads the articles anew; the cursor stays with its article.
    pub fn refresh(&mut self, shared: &Shared) -> Result<(), Fault> {
        let under = self.under().map(|row| row.id);
        self.rows = shared.desk.library(self.deck)?;
        self.again = shared.desk.rereadings()?.into_iter().map(|again| (again.article, again.grown)).collect();
        self.keys = self.rows.iter().map(|row| (row.title.to_lowercase(), jamo::chosung(&row.title))).collect();
        self.choose();
        let found = self.shown.iter().position(|at| self.rows.get(*at).map(|row| row.id) == under && under.is_some());
        self.at = found.unwrap_or(0);
        Ok(())
    }

    fn under(&self) -> Option<&ArticleRow> {
        self.shown.get(self.at).and_then(|at| self.rows.get(*at))
    }

    /// What the search finds, in the order that is wished for.
    fn choose(&mut self) {
        let text = jamo::nfc(self.field.text().trim()).to_lowercase();
        let found = |(title, chosung): &(String, String)| title.contains(&text) || chosung.contains(&text);
        self.shown = (0..self.rows.len()).filter(|at| self.keys.get(*at).is_some_and(found)).collect();
        let row = |at: &usize| self.rows.get(*at);
        match self.sort {
            Sort::Recent => self
                .shown
                .sort_by_key(|at| std::cmp::Reverse(row(at).map(|row| (row.read_at, row.imported_at, row.id)))),
            Sort::Date => self.shown.sort_by_key(|at| std::cmp::Reverse(row(at).map(|row| (row.date.clone(), row.id)))),
            Sort::Coverage => self.shown.sort_by(|a, b| {
                let part = |at| row(at).map_or(0.0, |row| row.coverage.words.part());
                part(b).total_cmp(&part(a))
            }),
            Sort::Title => self.shown.sort_by_key(|at| row(at).map(|row| row.title.clone())),
            Sort::Unread => self.shown.sort_by_key(|at| row(at).map(|row| (row.finished, row.read_at, row.id))),
        }
        self.at = self.at.min(self.shown.len().saturating_sub(1));
    }

    pub fn obey(&mut self, command: Command) -> Go {
        let last = self.shown.len().saturating_sub(1);
        match command {
            Command::Up => self.at = self.at.saturating_sub(1),
            Command::Down => self.at = (self.at + 1).min(last),
            Command::PageUp => self.at = self.at.saturating_sub(PAGE),
            Command::PageDown => self.at = (self.at + PAGE).min(last),
            Command::First => self.at = 0,
            Command::Last => self.at = last,
            Command::Sort => {
                self.sort = self.sort.next();
                self.at = 0;
                self.choose();
            }
            Command::Find => self.finding = true,
            Command::Submit => self.finding = false,
            Command::Back if self.finding => {
                self.finding = false;
                self.field.clear();
                self.choose();
            }
            Command::Back => return Go::Back,
            Command::Read => return self.under().map_or(Go::Stay, |row| Go::Read(row.id)),
            Command::Plan => {
                return self.under().map_or(Go::Stay, |row| Go::Plan(Some(row.id), row.title.clone()));
            }
            _ => {}
        }
        Go::Stay
    }

    /// Chooses the row on a line of the screen. Whether it was chosen before.
    pub fn click(&mut self, y: u16) -> bool {
        let Some(row) = self.seen.at(y) else { return false };
        std::mem::replace(&mut self.at, row) == row
    }

    pub fn draw(&self, frame: &mut Frame, area: Rect, shared: &Shared) {
        let say = |text: &Say| text.text(shared.lang);
        let sorted = say(&Say::Sorted { by: say(&self.sort.name()) });
        header(frame, area, shared, &say(&Say::LibraryTitle { count: self.shown.len() }), &sorted);
        let mut body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        if self.finding || !self.field.text().is_empty() {
            let row = Rect { height: 1, ..body };
            if self.finding {
                field::draw(frame, row, &say(&Say::Find), &self.field, shared);
            } else {
                let text = format!("{} > {}", say(&Say::Find), printable(&self.field.text()));
                frame.render_widget(Span::styled(text, shared.theme.faint()), row);
            }
            body = Rect { y: body.y + 1, height: body.height.saturating_sub(1), ..body };
        }
        let width = usize::from(area.width);
        if self.shown.is_empty() {
            let text = say(if self.rows.is_empty() { &Say::LibraryEmpty } else { &Say::LibraryNone });
            frame.render_widget(Paragraph::new(wrap(&[(text, shared.theme.strong())], width)), body);
            return;
        }
        let wide = width.saturating_sub(2 + DATE + 3 * NUMBER);
        let columns = [Say::ColumnWords, Say::ColumnTerms, Say::ColumnRead];
        let heading = format!("  {}{}", fit(&say(&Say::ColumnTitle), wide), fit(&say(&Say::ColumnDate), DATE))
            + &columns.iter().map(|label| fit_right(&say(label), NUMBER)).collect::<String>();
        frame.render_widget(Span::styled(heading, shared.theme.faint()), Rect { height: 1, ..body });
        body = Rect { y: body.y + 1, height: body.height.saturating_sub(1), ..body };
        let height = usize::from(body.height);
        let first = self.at.saturating_sub(height / 2).min(self.shown.len().saturating_sub(height));
        let line = |(index, at): (usize, &usize)| {
            let row = self.rows.get(*at)?;
            let selected = index == self.at;
            let again = self.again.get(&row.id);
            let read = match row.place {
                _ if again.is_some() => again.map_or_else(String::new, |grown| {
                    say(&Say::Grown { then: grown.then.percent(), now: grown.now.percent() })
                }),
                _ if row.finished => say(&Say::Done),
                Some(place) => format!("{}%", (place + 1) * 100 / row.sentences.max(1)),
                None => String::new(),
            };
            let mark = if selected { "> " } else { "  " };
            let text = format!(
                "{mark}{} {}{}{}{}",
                fit(&printable(&row.title), wide.saturating_sub(1)),
                fit(row.date.as_deref().unwrap_or_default(), DATE),
                fit_right(&format!("{}%", row.coverage.words.percent()), NUMBER),
                fit_right(&format!("{}%", row.coverage.terms.percent()), NUMBER),
                fit_right(&read, NUMBER),
            );
            Some(Line::styled(text, if selected { shared.theme.selected() } else { Style::new() }))
        };
        self.seen.show(body.y, first, height.min(self.shown.len() - first));
        let lines: Vec<Line> = self.shown.iter().enumerate().skip(first).take(height).filter_map(line).collect();
        frame.render_widget(Paragraph::new(lines), body);
    }
}
