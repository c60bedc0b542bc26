//! The corrections that stand, the latest first; each can be taken back.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use crate::messages::{Fault, Label, printable};
use crate::store::CorrectionRow;
use crate::tasks::explain;
use crate::tui::app::{Go, Shared, header};
use crate::tui::keymap::Command;
use crate::tui::widgets::rows::Rows;
use crate::tui::widgets::text::{fit, fit_right, wrap};

pub struct Corrections {
    rows: Vec<CorrectionRow>,
    at: usize,
    seen: Rows,
}

impl Corrections {
    pub fn new(shared: &Shared) -> Result<Self, Fault> {
        Ok(Self { rows: rows(shared)?, at: 0, seen: Rows::default() })
    }

    pub fn obey(&mut self, command: Command, shared: &mut Shared) -> Go {
        match command {
            Command::Up => self.at = self.at.saturating_sub(1),
            Command::Down => self.at = (self.at + 1).min(self.rows.len().saturating_sub(1)),
            Command::Undo => {
                if let Err(fault) = self.undo(shared) {
                    shared.fault = Some(fault);
                }
            }
            Command::Back => return Go::Back,
            _ => {}
        }
        Go::Stay
    }

    /// Takes back the correction under the cursor.
    fn undo(&mut self, shared: &mut Shared) -> Result<(), Fault> {
        let Some(row) = self.rows.get(self.at) else { return Ok(()) };
        let done = shared.desk.undo_correction(Some(row.id))?;
        shared.notice = Some(Label::Uncorrected { what: explain::decision(&done.row.correction, shared.lang) });
        self.rows = rows(shared)?;
        self.at = self.at.min(self.rows.len().saturating_sub(1));
        Ok(())
    }

    /// Chooses the row on a line of the screen. Whether it was chosen before.
    pub fn click(&mut self, y: u16) -> bool {
        let Some(row) = self.seen.at(y) else { return false };
        std::mem::replace(&mut self.at, row) == row
    }

    pub fn draw(&self, frame: &mut Frame, area: Rect, shared: &Shared) {
        let count = self.rows.len();
        let place = Label::Position { at: (self.at + 1).min(count), of: count };
        header(frame, area, shared, &shared.say(&Label::CorrectionsTitle { count }), &shared.say(&place));
        let body = Rect { y: area.y + 3, height: area.height.saturating_sub(3), ..area };
        let width = usize::from(area.width);
        if self.rows.is_empty() {
            let text = wrap(&[(shared.say(&Label::CorrectionsEmpty), shared.theme.strong())], width);
            frame.render_widget(Paragraph::new(text), body);
            return;
        }
        let height = usize::from(body.height);
        let first = self.at.saturating_sub(height / 2).min(count.saturating_sub(height));
        let line = |(index, row): (usize, &CorrectionRow)| {
            let selected = index == self.at;
            let what = printable(&explain::decision(&row.correction, shared.lang));
            let mark = if selected { ">" } else { " " };
            let text = format!("{mark} {}  {what}", fit_right(&row.id.0.to_string(), 4));
            Line::styled(fit(&text, width), if selected { shared.theme.selected() } else { Style::new() })
        };
        self.seen.show(body.y, first, height.min(count - first));
        let lines: Vec<Line> = self.rows.iter().enumerate().skip(first).take(height).map(line).collect();
        frame.render_widget(Paragraph::new(lines), body);
    }
}

fn rows(shared: &Shared) -> Result<Vec<CorrectionRow>, Fault> {
    let mut rows = shared.desk.corrections()?;
    rows.reverse();
    Ok(rows)
}
