//! Looking a word up, from anywhere: what is typed finds while it is typed.

use crossterm::event::KeyEvent;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::meaning::{Looked, source};
use crate::messages::{Fault, Label, Sense as Say};
use crate::tasks::Sense;
use crate::tui::app::{Go, Shared, header};
use crate::tui::keymap::Command;
use crate::tui::widgets::field::{self, Field};
use crate::tui::widgets::text::{cells, fit, wrap};

/// Results that are found for one text: more than anybody reads.
const MOST: usize = 100;
/// Cells of a word and of its hanja.
const WORD: usize = 16;
const HANJA: usize = 10;

#[derive(Default)]
pub struct LookUp {
    field: Field,
    /// What `found` was found for.
    asked: String,
    found: Vec<Sense>,
    at: usize,
}

impl LookUp {
    pub fn key(&mut self, event: &KeyEvent, shared: &mut Shared) {
        self.field.key(event, shared.keyboard);
        self.find_or_say(shared);
    }

    pub fn paste(&mut self, text: &str, shared: &mut Shared) {
        self.field.insert(text);
        self.find_or_say(shared);
    }

    fn find_or_say(&mut self, shared: &mut Shared) {
        if let Err(fault) = self.find(shared) {
            shared.fault = Some(fault);
        }
    }

    fn find(&mut self, shared: &Shared) -> Result<(), Fault> {
        let text = self.field.text();
        let text = text.trim();
        if text != self.asked {
            self.found = shared.desk.search(text, MOST)?;
            self.at = 0;
            text.clone_into(&mut self.asked);
        }
        Ok(())
    }

    pub fn obey(&mut self, command: Command) -> Go {
        let last = self.found.len().saturating_sub(1);
        match command {
            Command::Up => self.at = self.at.saturating_sub(1),
            Command::Down => self.at = (self.at + 1).min(last),
            Command::Meaning => {
                if let Some(sense) = self.found.get(self.at) {
                    return Go::Meaning(Looked::of(sense));
                }
            }
            Command::Back => return Go::Back,
            _ => {}
        }
        Go::Stay
    }

    pub fn draw(&self, frame: &mut Frame, area: Rect, shared: &Shared) {
        let say = |text: &Say| text.text(shared.lang);
        let place = Label::Position { at: (self.at + 1).min(self.found.len()), of: self.found.len() };
        header(frame, area, shared, &say(&Say::LookUpTitle), &shared.say(&place));
        field::draw(frame, Rect { y: area.y + 2, height: 1, ..area }, &say(&Say::LookUpField), &self.field, shared);
        let body = Rect { y: area.y + 4, height: area.height.saturating_sub(4), ..area };
        let width = usize::from(area.width);
        if self.found.is_empty() {
            let text = if self.asked.is_empty() {
                say(&Say::LookUpHelp)
            } else {
                say(&Say::LookUpNothing { text: crate::messages::printable(&self.asked) })
            };
            frame.render_widget(Paragraph::new(wrap(&[(text, shared.theme.faint())], width)), body);
            return;
        }
        let height = usize::from(body.height);
        let first = self.at.saturating_sub(height / 2).min(self.found.len().saturating_sub(height));
        let line = |(index, sense): (usize, &Sense)| {
            let selected = index == self.at;
            let text = row(sense, width, shared);
            let sign = if selected { ">" } else { " " };
            Line::styled(format!("{sign} {text}"), if selected { shared.theme.selected() } else { Style::new() })
        };
        let lines: Vec<Line> = self.found.iter().enumerate().skip(first).take(height).map(line).collect();
        frame.render_widget(Paragraph::new(lines), body);
    }
}

/// Word, hanja, gloss and, at the end, who says it.
fn row(sense: &Sense, width: usize, shared: &Shared) -> String {
    let source = source(&sense.source, shared);
    let room = width.saturating_sub(2 + WORD + 1 + HANJA + 1 + cells(&source) + 1);
    let hanja = sense.hanja.as_deref().unwrap_or_default();
    format!("{} {} {} {source}", fit(&sense.word, WORD), fit(hanja, HANJA), fit(&sense.gloss, room))
}
