//! The decks that an import goes into: existing ones, found as one types, or a new one by its name.

use crossterm::event::KeyEvent;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use crate::korean::jamo;
use crate::korean::keyboard::Keyboard;
use crate::messages::{Fault, ImportLabel, printable};
use crate::tui::app::{Shared, header};
use crate::tui::keymap::Command;
use crate::tui::widgets::field::{self, Field};
use crate::tui::widgets::text::{fit, wrap};

/// A deck that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    name: String,
    archived: bool,
    articles: usize,
}

pub struct DeckPicker {
    decks: Vec<Row>,
    field: Field,
    /// Names that are marked, in the order in which they were.
    marked: Vec<String>,
    at: usize,
}

/// What became of a command.
pub enum Picked {
    Open,
    Left,
    /// At least one name.
    Decks(Vec<String>),
}

/// A row as it is shown.
enum Shown<'a> {
    Deck(&'a Row),
    /// The name in the field, which no deck has.
    New(String),
}

impl Shown<'_> {
    fn name(&self) -> &str {
        match self {
            Self::Deck(row) => &row.name,
            Self::New(name) => name,
        }
    }
}

impl DeckPicker {
    /// The cursor stands at the first of the decks that are chosen so far.
    pub fn new(shared: &Shared, chosen: &[String]) -> Result<Self, Fault> {
        let row = |row: crate::store::DeckRow| Row { name: row.name, archived: row.archived, articles: row.articles };
        let decks: Vec<Row> = shared.desk.decks()?.into_iter().map(row).collect();
        let at = decks.iter().position(|row| chosen.first() == Some(&row.name)).unwrap_or(0);
        // One deck is the cursor's; of several each has its mark.
        let marked = if chosen.len() > 1 { chosen.to_vec() } else { Vec::new() };
        Ok(Self { decks, field: Field::default(), marked, at })
    }

    pub fn key(&mut self, event: &KeyEvent, keyboard: Keyboard) {
        if self.field.key(event, keyboard) {
            self.at = 0;
        }
    }

    pub fn paste(&mut self, text: &str) {
        self.field.insert(text);
        self.at = 0;
    }

    /// The decks that the field finds, by a part of the name to the letter, so that an unfinished syllable finds too, or
    /// by initial consonants; behind them the new one.
    fn shown(&self) -> Vec<Shown<'_>> {
        let name = jamo::nfc(self.field.text().trim());
        let text = name.to_lowercase();
        let letters = jamo::jamo(&text);
        let finds = |row: &&Row| {
            let own = row.name.to_lowercase();
            let by_letters = letters.is_empty() || jamo::jamo(&own).windows(letters.len()).any(|part| part == letters);
            by_letters || jamo::chosung(&own).contains(&text)
        };
        let mut shown: Vec<Shown> = self.decks.iter().filter(finds).map(Shown::Deck).collect();
        if !name.is_empty() && self.decks.iter().all(|row| row.name != name) {
            shown.push(Shown::New(name));
        }
        // A name that is marked and new stays in sight.
        for marked in &self.marked {
            if self.decks.iter().all(|row| row.name != *marked) && shown.iter().all(|row| row.name() != marked) {
                shown.push(Shown::New(marked.clone()));
            }
        }
        shown
    }

    pub fn obey(&mut self, command: Command) -> Picked {
        let shown: Vec<String> = self.shown().iter().map(|row| row.name().to_owned()).collect();
        let under = shown.get(self.at).cloned();
        match command {
            Command::Up => self.at = self.at.saturating_sub(1),
            Command::Down => self.at = (self.at + 1).min(shown.len().saturating_sub(1)),
            Command::Take => {
                if let Some(name) = under {
                    let before = self.marked.len();
                    self.marked.retain(|marked| *marked != name);
                    if self.marked.len() == before {
                        self.marked.push(name);
                        self.field.clear();
                        self.at = 0;
                    }
                }
            }
            Command::Submit if !self.marked.is_empty() => return Picked::Decks(self.marked.clone()),
            Command::Submit => return under.map_or(Picked::Open, |name| Picked::Decks(vec![name])),
            Command::Back => return Picked::Left,
            _ => {}
        }
        Picked::Open
    }

    pub fn draw(&self, frame: &mut Frame, area: Rect, shared: &Shared) {
        let say = |label: ImportLabel| label.text(shared.lang);
        header(frame, area, shared, &say(ImportLabel::DecksTitle), "");
        let width = usize::from(area.width);
        field::draw(
            frame,
            Rect { y: area.y + 2, height: 1, ..area },
            &say(ImportLabel::DeckField),
            &self.field,
            shared,
        );
        let help = wrap(&[(say(ImportLabel::DecksHelp), shared.theme.faint())], width);
        let lines = u16::try_from(help.len()).unwrap_or(1);
        frame.render_widget(Paragraph::new(help), Rect { y: area.y + 4, height: lines, ..area });
        let top = 5 + lines;
        let body = Rect { y: area.y + top, height: area.height.saturating_sub(top), ..area };
        let height = usize::from(body.height);
        let shown = self.shown();
        let first = self.at.saturating_sub(height / 2).min(shown.len().saturating_sub(height));
        let line = |(index, row): (usize, &Shown)| {
            let sign = if index == self.at { ">" } else { " " };
            let mark = if self.marked.iter().any(|name| name == row.name()) { "[x]" } else { "[ ]" };
            let text = match row {
                Shown::New(name) => say(ImportLabel::NewDeck { name: printable(name) }),
                Shown::Deck(Row { name, archived: true, .. }) => {
                    say(ImportLabel::ArchivedDeck { name: printable(name) })
                }
                Shown::Deck(row) => say(ImportLabel::OpenDeck { name: printable(&row.name), articles: row.articles }),
            };
            let style = if index == self.at { shared.theme.selected() } else { Style::new() };
            Line::styled(fit(&format!("{sign} {mark} {text}"), width), style)
        };
        let lines: Vec<Line> = shown.iter().enumerate().skip(first).take(height).map(line).collect();
        frame.render_widget(Paragraph::new(lines), body);
    }
}
