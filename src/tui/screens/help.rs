//! Help: the live key table of the screen one came from.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::messages::Label;
use crate::tui::app::{Go, Shared, header};
use crate::tui::keymap::{self, Command, Context};
use crate::tui::widgets::text::{fit, wrap};

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
                let rows = u16::try_from(keymap::bindings(self.of).count()).unwrap_or(u16::MAX);
                self.scroll = (self.scroll + 1).min(rows);
            }
            _ => return Go::Back,
        }
        Go::Stay
    }

    pub fn draw(&self, frame: &mut Frame, area: Rect, shared: &Shared) {
        header(frame, area, shared, &shared.say(&Label::HelpTitle), "");
        let mut lines: Vec<Line> = keymap::bindings(self.of)
            .map(|(command, keys)| {
                let name = shared.say(&keymap::label(command));
                Line::from(vec![Span::styled(fit(&name, 18), shared.theme.strong()), Span::raw(keys.join("  "))])
            })
            .collect();
        lines.push(Line::raw(""));
        // In the field letters are letters.
        let note = if self.of.is_typing() { Label::HelpField } else { Label::HelpKorean };
        lines.extend(wrap(&[(shared.say(&note), shared.theme.faint())], area.width.into()));
        let body = Rect { y: area.y + 3, height: area.height.saturating_sub(3), ..area };
        let last = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_sub(body.height);
        frame.render_widget(Paragraph::new(lines).scroll((self.scroll.min(last), 0)), body);
    }
}
