//! What is remembered of the word, and the sentences in which it was met: laid out around the cursor, so that a word that
//! was met a thousand times is drawn as quickly as another.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::{Meaning, PAGE, View};
use crate::messages::{Fault, TermLabel as Say, printable};
use crate::store::MetSentence;
use crate::tasks::memory_said;
use crate::tui::app::{Go, Shared};
use crate::tui::keymap::Command;
use crate::tui::screens::study::MEASURE;
use crate::tui::widgets::text::{clip, wrap};

impl Meaning {
    pub(super) fn scroll(&mut self, command: Command, shared: &Shared) -> Result<(), Fault> {
        let View { head, height } = self.laid.get();
        // The line above the sentences is the last one to be seen before the cursor goes among them.
        let most = (head + 1).saturating_sub(height);
        let down = matches!(command, Command::Down | Command::PageDown);
        let step = match command {
            Command::PageUp | Command::PageDown => height.saturating_sub(1).max(1),
            _ => 1,
        };
        let jump = if step == 1 { 1 } else { PAGE };
        match command {
            Command::First => (self.cursor, self.scrolled) = (0, 0),
            Command::Last => (self.cursor, self.scrolled) = (self.met.read.len(), most),
            _ if self.cursor == 0 && down && self.scrolled < most => self.scrolled = (self.scrolled + step).min(most),
            _ if self.cursor == 0 && !down => self.scrolled = self.scrolled.min(most).saturating_sub(step),
            _ if down => self.cursor = (self.cursor + jump).min(self.met.read.len()),
            _ => self.cursor = self.cursor.saturating_sub(jump),
        }
        if let Some(view) = &self.view {
            shared.desk.more_met(&mut self.met, &view.term, self.cursor)?;
        }
        Ok(())
    }

    /// The reader at the sentence under the cursor. Above the sentences there is none: the cursor goes to the first.
    pub(super) fn visit(&mut self) -> Go {
        match (self.cursor.checked_sub(1).and_then(|at| self.met.read.get(at)), self.term()) {
            (Some(met), Some(term)) => Go::Visit { article: met.article, sentence: met.position, term: term.id },
            _ => {
                self.cursor = self.met.read.len().min(1);
                Go::Stay
            }
        }
    }

    pub(super) fn draw_body(&self, frame: &mut Frame, body: Rect, shared: &Shared) {
        let (width, height) = (usize::from(body.width), usize::from(body.height));
        let mut head = self.senses_lines(width, shared);
        head.extend(self.memory_lines(width, shared));
        head.extend(self.family_lines(width, shared));
        if let Some(view) = &self.view {
            let (sentences, articles) = view.met;
            let met = Say::Met { sentences, articles }.text(shared.lang);
            head.extend([Line::raw(""), Line::styled(clip(&met, width), shared.theme.faint())]);
        }
        self.laid.set(View { head: head.len(), height });
        let block = |at: usize| self.met.read.get(at).map(|met| sentence(met, at + 1 == self.cursor, width, shared));
        let mut lines: Vec<Line>;
        let mut next = 0;
        if let Some(at) = self.cursor.checked_sub(1) {
            // What stands before the sentence under the cursor fills the upper half.
            lines = Vec::new();
            let mut before = at;
            while lines.len() < height / 2 {
                match before.checked_sub(1) {
                    Some(above) => {
                        lines.splice(0..0, block(above).unwrap_or_default());
                        before = above;
                    }
                    None => {
                        let room = height / 2 - lines.len();
                        let tail = head.split_off(head.len().saturating_sub(room));
                        lines.splice(0..0, tail);
                        break;
                    }
                }
            }
            let over = lines.len().saturating_sub(height / 2);
            lines.drain(..over);
            next = at;
        } else {
            let most = head.len().saturating_sub(1).min((head.len() + 1).saturating_sub(height));
            lines = head.split_off(self.scrolled.min(most));
        }
        while lines.len() < height
            && let Some(more) = block(next)
        {
            lines.extend(more);
            next += 1;
        }
        lines.truncate(height);
        frame.render_widget(Paragraph::new(lines), body);
    }

    /// Memory and note.
    fn memory_lines(&self, width: usize, shared: &Shared) -> Vec<Line<'static>> {
        let Some(view) = &self.view else { return Vec::new() };
        let theme = shared.theme;
        let desk = &shared.desk;
        let today = desk.calendar.day(desk.now());
        let mut lines = vec![Line::raw(""), Line::styled(Say::Memory.text(shared.lang), theme.faint())];
        for said in memory_said(view, &desk.calendar, today, shared.lang) {
            lines.extend(indented(wrap(&[(said, Style::new())], width.saturating_sub(2)), "  "));
        }
        if let Some(note) = &view.note {
            let said = Say::Note { text: printable(note) }.text(shared.lang);
            lines.extend(indented(wrap(&[(said, theme.strong())], width.saturating_sub(2)), "  "));
        }
        lines
    }
}

/// Title and date of the article, and the sentence with the term marked.
fn sentence(met: &MetSentence, selected: bool, width: usize, shared: &Shared) -> Vec<Line<'static>> {
    let theme = shared.theme;
    let date = met.date.as_deref().unwrap_or_default();
    let head = format!("{} {} {date}", if selected { ">" } else { " " }, printable(&met.title));
    let style = if selected { theme.selected() } else { theme.faint() };
    let mut lines = vec![Line::styled(clip(head.trim_end(), width), style)];
    let mut spans = Vec::new();
    let mut from = 0;
    let mut push = |text: Option<&str>, style: Style| {
        spans.extend(text.filter(|text| !text.is_empty()).map(|text| (printable(text), style)));
    };
    for range in &met.ranges {
        push(met.text.get(from..range.start), Style::new());
        push(met.text.get(range.clone()), theme.answer());
        from = from.max(range.end);
    }
    push(met.text.get(from..), Style::new());
    lines.extend(indented(wrap(&spans, width.saturating_sub(4).min(MEASURE.into())), "    "));
    lines
}

fn indented(lines: Vec<Line<'static>>, margin: &'static str) -> impl Iterator<Item = Line<'static>> {
    lines.into_iter().map(move |line| {
        let mut spans = vec![Span::raw(margin)];
        spans.extend(line.spans);
        Line::from(spans)
    })
}
