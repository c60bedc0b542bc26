//! How a field is shown.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;

use super::Field;
use crate::korean::keyboard::Keyboard;
use crate::messages::Typing;
use crate::tui::app::Shared;
use crate::tui::widgets::text::cells;

/// Cells for a syllable under composition, which the terminal paints over what stands at the caret.
const SPARE: usize = 2;

/// What of a field is seen.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct View {
    pub before: String,
    /// The unfinished syllable of our own composer, right before the caret.
    pub composing: String,
    pub after: String,
    /// The cell of the caret.
    pub caret: usize,
}

/// Draws `label`, the sign of our own keyboard where it is on, and the field, on one line with nothing to its right; the
/// hardware cursor stands at the caret.
pub fn draw(frame: &mut Frame, area: Rect, label: &str, field: &Field, shared: &Shared) {
    let mut label = label.to_owned();
    if shared.keyboard == Keyboard::Dubeolsik {
        let space = if label.is_empty() { "" } else { " " };
        label = format!("{label}{space}[{}]", Typing::KeyboardSign.text(shared.lang));
    }
    let label = if label.is_empty() { "> ".to_owned() } else { format!("{label} > ") };
    let indent = cells(&label);
    let view = field.view(usize::from(area.width).saturating_sub(indent));
    let column = u16::try_from(indent + view.caret).unwrap_or(0).min(area.width.saturating_sub(1));
    let spans = vec![
        Span::styled(label, shared.theme.strong()),
        Span::raw(view.before),
        Span::styled(view.composing, Style::new().add_modifier(Modifier::UNDERLINED)),
        Span::raw(view.after),
    ];
    frame.render_widget(Line::from(spans), area);
    if !shared.covered {
        frame.set_cursor_position(Position::new(area.x + column, area.y));
    }
}

impl Field {
    /// What of the text is seen in `width` cells. The view moves so that the caret is always in it, with room for a
    /// syllable under composition, and something of what follows where there is more.
    pub fn view(&self, width: usize) -> View {
        let line = &self.line;
        let sizes: Vec<usize> = line.graphemes.iter().map(|grapheme| cells(grapheme)).collect();
        let until = |end: usize| sizes.iter().take(end).sum::<usize>();
        let (caret, whole) = (until(line.caret), until(sizes.len()));
        let context = if line.caret == sizes.len() { 0 } else { (whole - caret).min(width / 4) };
        let room = width.saturating_sub(SPARE + context);
        let mut hidden = 0;
        let mut first = 0;
        while caret - hidden > room
            && let Some(size) = sizes.get(first)
        {
            hidden += size;
            first += 1;
        }
        let mut used = 0;
        let fits = |size: &&usize| {
            used += **size;
            used <= width
        };
        let last = first + sizes.iter().skip(first).take_while(fits).count();
        let preedit = self.composition.as_ref().map_or(0, |c| c.composer.preedit().graphemes(true).count());
        let start = line.caret.saturating_sub(preedit).max(first);
        let part = |from: usize, to: usize| -> String {
            line.graphemes.iter().take(to.min(last)).skip(from).map(String::as_str).collect()
        };
        View {
            before: part(first, start),
            composing: part(start, line.caret),
            after: part(line.caret, last),
            caret: caret - hidden,
        }
    }
}
