//! Boxes over a list: one of several things to do, and conditions to turn.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::popup;
use super::text::{cells, fit};
use crate::tui::app::Shared;

/// Lines of which one is chosen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Menu {
    pub at: usize,
}

impl Menu {
    /// One up or down, staying inside `count` lines.
    pub fn step(&mut self, down: bool, count: usize) {
        self.at = if down { (self.at + 1).min(count.saturating_sub(1)) } else { self.at.saturating_sub(1) };
    }

    /// The lines with their numbers, which are their keys, and below them what to do.
    pub fn draw(self, frame: &mut Frame, area: Rect, title: &str, lines: &[String], help: &str, shared: &Shared) {
        let numbered: Vec<String> = lines.iter().zip(1..).map(|(line, number)| format!("{number} {line}")).collect();
        boxed(frame, area, title, &numbered, self.at, help, shared);
    }
}

/// Conditions in two columns, the one at `at` between arrows.
pub fn conditions(
    frame: &mut Frame,
    area: Rect,
    title: &str,
    rows: &[(String, String)],
    at: usize,
    help: &str,
    shared: &Shared,
) {
    let wide = rows.iter().map(|(name, _)| cells(name)).max().unwrap_or(0);
    let line = |(index, (name, value)): (usize, &(String, String))| {
        let value = if index == at { format!("< {value} >") } else { format!("  {value}") };
        format!("{} {value}", fit(name, wide))
    };
    let lines: Vec<String> = rows.iter().enumerate().map(line).collect();
    boxed(frame, area, title, &lines, at, help, shared);
}

fn boxed(frame: &mut Frame, area: Rect, title: &str, lines: &[String], at: usize, help: &str, shared: &Shared) {
    let widest = lines.iter().map(|line| cells(line)).chain([cells(help), cells(title) + 4]).max().unwrap_or(0) + 3;
    let size = (u16::try_from(widest + 4).unwrap_or(u16::MAX), u16::try_from(lines.len() + 4).unwrap_or(u16::MAX));
    let inside = popup::draw(frame, area, size, title, shared.theme.title());
    let width = usize::from(inside.width);
    let mut drawn: Vec<Line> = lines
        .iter()
        .enumerate()
        .map(|(index, line)| {
            let mark = if index == at { "> " } else { "  " };
            let style = if index == at { shared.theme.selected() } else { Style::new() };
            Line::styled(fit(&format!("{mark}{line}"), width), style)
        })
        .collect();
    drawn.push(Line::default());
    drawn.push(Line::styled(help.to_owned(), shared.theme.faint()));
    frame.render_widget(Paragraph::new(drawn), inside);
}
