//! Help: the live key table of the screen that it lies over, and how its field is edited.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::messages::Label;
use crate::tui::app::{Go, Shared};
use crate::tui::keymap::{self, Command, Context};
use crate::tui::widgets::field::keys;
use crate::tui::widgets::text::{fit, wrap};

/// Cells of the popup, its border with it, and of the column of names.
const WIDTH: u16 = 64;
const NAMES: usize = 20;

pub struct Help {
    of: Context,
    scroll: u16,
}

impl Help {
    pub const fn new(of: Context) -> Self {
        Self { of, scroll: 0 }
    }

    pub fn obey(&mut self, command: Command) -> Go {
        match command {
            Command::Up => self.scroll = self.scroll.saturating_sub(1),
            Command::Down => {
                let edits = if self.of.is_typing() { keys::TABLE.len() } else { 0 };
                let rows = u16::try_from(keymap::bindings(self.of).count() + edits).unwrap_or(u16::MAX);
                self.scroll = (self.scroll + 1).min(rows);
            }
            _ => return Go::Back,
        }
        Go::Stay
    }

    /// Cells that the popup needs for all of it.
    pub fn size(&self, shared: &Shared) -> (u16, u16) {
        let rows = u16::try_from(self.lines(shared, usize::from(WIDTH - 4)).len()).unwrap_or(u16::MAX);
        (WIDTH, rows.saturating_add(2))
    }

    fn lines(&self, shared: &Shared, width: usize) -> Vec<Line<'static>> {
        let line = |name: &str, keys: &[String]| {
            Line::from(vec![Span::styled(fit(name, NAMES), shared.theme.strong()), Span::raw(keys.join("  "))])
        };
        let mut lines: Vec<Line> = keymap::bindings(self.of)
            .map(|(command, keys)| line(&shared.say(&keymap::label_in(self.of, command)), &keys))
            .collect();
        if self.of.is_typing() {
            lines.push(Line::raw(""));
            let edits = keys::TABLE.iter();
            lines.extend(edits.map(|(edit, chords)| line(&keys::label(*edit).text(shared.lang), &keys::names(chords))));
        }
        lines.push(Line::raw(""));
        // In the field letters are letters.
        let note = if self.of.is_typing() { Label::HelpField } else { Label::HelpKorean };
        lines.extend(wrap(&[(shared.say(&note), shared.theme.faint())], width));
        if shared.mouse {
            lines.extend(wrap(&[(shared.say(&Label::HelpMouse), shared.theme.faint())], width));
        }
        lines
    }

    pub fn draw(&self, frame: &mut Frame, inside: Rect, shared: &Shared) {
        let lines = self.lines(shared, inside.width.into());
        let last = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_sub(inside.height);
        frame.render_widget(Paragraph::new(lines).scroll((self.scroll.min(last), 0)), inside);
    }
}
