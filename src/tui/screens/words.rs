//! The words of a deck, best first.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::deck::{DeckId, State, Status};
use crate::messages::{Fault, Label};
use crate::tasks::WordRow;
use crate::tui::app::{Go, Shared, header};
use crate::tui::keymap::Command;
use crate::tui::widgets::text::{cells, fit, fit_right, wrap};
use crate::vocab::Kind;

/// Lines of the page that `PgUp` and `PgDn` turn.
const PAGE: usize = 15;

pub struct Words {
    name: String,
    rows: Vec<WordRow>,
    at: usize,
    detail: bool,
}

impl Words {
    pub fn new(shared: &Shared, deck: Option<DeckId>, name: String) -> Result<Self, Fault> {
        Ok(Self { name, rows: shared.desk.words(deck)?, at: 0, detail: false })
    }

    pub fn obey(&mut self, command: Command) -> Go {
        let last = self.rows.len().saturating_sub(1);
        match command {
            Command::Up => self.at = self.at.saturating_sub(1),
            Command::Down => self.at = (self.at + 1).min(last),
            Command::PageUp => self.at = self.at.saturating_sub(PAGE),
            Command::PageDown => self.at = (self.at + PAGE).min(last),
            Command::First => self.at = 0,
            Command::Last => self.at = last,
            Command::Detail => self.detail = !self.detail,
            _ => return Go::Back,
        }
        Go::Stay
    }

    pub fn draw(&self, frame: &mut Frame, area: Rect, shared: &Shared) {
        let title = shared.say(&Label::WordsTitle { deck: self.name.clone(), count: self.rows.len() });
        let place = Label::Position { at: (self.at + 1).min(self.rows.len()), of: self.rows.len() };
        header(frame, area, shared, &title, &shared.say(&place));
        let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        let detail = if self.detail { 7.min(body.height / 2) } else { 0 };
        let height = usize::from(body.height - detail);
        // The cursor keeps to the middle while there is more on both sides.
        let first = self.at.saturating_sub(height / 2).min(self.rows.len().saturating_sub(height));
        let width = usize::from(area.width);
        let lines: Vec<Line> = self
            .rows
            .iter()
            .enumerate()
            .skip(first)
            .take(height)
            .map(|(index, row)| line(row, index == self.at, width, shared))
            .collect();
        frame.render_widget(Paragraph::new(lines), Rect { height: body.height - detail, ..body });
        if let Some(row) = self.rows.get(self.at).filter(|_| self.detail) {
            let below = Rect { y: body.y + body.height - detail, height: detail, ..body };
            frame.render_widget(Paragraph::new(details(row, width, shared)), below);
        }
    }
}

/// A line of the table.
fn line(row: &WordRow, selected: bool, width: usize, shared: &Shared) -> Line<'static> {
    let (sign, state) = state(row);
    let mark = if selected { ">" } else { " " };
    let front = format!(
        "{mark} {sign} {} {} {} ",
        fit(&row.term.term, 20),
        fit(&shared.say(&kind(row.term.kind)), 9),
        fit_right(&shared.say(&Label::Count { count: row.count }), 5)
    );
    let hanja = row.hanja.clone().unwrap_or_default();
    let tail = format!("{} {}", shared.say(&state), hanja);
    let gloss = row.gloss.clone().unwrap_or_default();
    let room = width.saturating_sub(cells(&front));
    let text = front + &fit(&format!("{} {gloss}", fit(&tail, 18)), room);
    Line::styled(text, if selected { shared.theme.selected() } else { Style::new() })
}

/// The term under the cursor in full.
fn details(row: &WordRow, width: usize, shared: &Shared) -> Vec<Line<'static>> {
    let theme = shared.theme;
    let mut lines = vec![Line::styled("─".repeat(width), theme.faint())];
    let mut head = vec![(row.term.term.clone(), theme.title())];
    if let Some(hanja) = &row.hanja {
        head.push((format!(" {hanja}"), Style::new()));
    }
    if let Some(level) = row.level {
        head.push((format!(" {}", shared.say(&Label::LevelShown { level })), theme.faint()));
    }
    if !row.term.parts.is_empty() {
        head.push((format!(" {}", shared.say(&Label::Parts { parts: row.term.parts.join(" + ") })), theme.faint()));
    }
    lines.extend(wrap(&head, width));
    let gloss = row.gloss.clone().unwrap_or_else(|| shared.say(&Label::NoGloss));
    lines.extend(wrap(&[(gloss, Style::new())], width));
    if let Some(example) = &row.example {
        lines.extend(wrap(&[(example.clone(), theme.faint())], width));
    }
    lines
}

pub const fn kind(kind: Kind) -> Label {
    match kind {
        Kind::Compound => Label::KindCompound,
        Kind::Noun => Label::KindNoun,
        Kind::Verb => Label::KindVerb,
        Kind::Adjective => Label::KindAdjective,
        Kind::Adverb => Label::KindAdverb,
        Kind::Name => Label::KindName,
    }
}

/// Where a term stands, as a sign and in words.
fn state(row: &WordRow) -> (Span<'static>, Label) {
    let (sign, label) = match (row.status, row.state) {
        (Status::Suspended, _) => ("-", Label::StatusSuspended),
        (Status::Known, _) => ("=", Label::StatusKnown),
        (Status::Ignored, _) => ("-", Label::StatusIgnored),
        (Status::Active, _) if row.term.kind == Kind::Name => ("@", Label::KindName),
        (Status::Active, State::New) => (" ", Label::StateNew),
        (Status::Active, State::Learning { .. } | State::Relearning { .. }) => ("~", Label::StateLearning),
        (Status::Active, State::Review) => ("+", Label::StateReview),
    };
    (Span::raw(sign), label)
}
