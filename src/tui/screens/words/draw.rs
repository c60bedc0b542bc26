//! How the list of words is drawn: what it shows, what of it, and the lines that are seen.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::filter::{in_words, sort_name};
use super::rows::{Columns, details};
use super::{Panel, Words};
use crate::messages::{Label, ListLabel as Say};
use crate::tasks::{WordAct, WordLine};
use crate::tui::app::{Shared, header};
use crate::tui::widgets::conditions::Conditions;
use crate::tui::widgets::text::wrap;

impl Words {
    pub fn draw(&self, frame: &mut Frame, area: Rect, shared: &Shared) {
        self.draw_header(frame, area, shared);
        let mut body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        let filters = in_words(&self.query.filter, shared);
        Conditions { field: &self.field, finding: self.finding, filters }.draw(frame, &mut body, shared);
        if let Some(correcting) = &self.correcting {
            body.height = body.height.saturating_sub(2);
            correcting.draw(frame, Rect { y: body.y + body.height, height: 2, ..area }, shared);
        }
        if self.ids.is_empty() {
            let wished = in_words(&self.query.filter, shared).is_some() || !self.query.search.is_empty();
            let text = if wished { Say::NothingFound.text(shared.lang) } else { shared.say(&Label::WordsEmpty) };
            let lines = wrap(&[(text, shared.theme.strong())], body.width.into());
            let body = Rect { y: body.y + 1, height: body.height.saturating_sub(1), ..body };
            frame.render_widget(Paragraph::new(lines), body);
        } else {
            self.draw_lines(frame, body, shared);
        }
        match &self.panel {
            Some(Panel::Filter(facets)) => facets.draw(frame, area, &self.query.filter, shared),
            Some(Panel::Act(menu)) => {
                let count = self.picked.or_at(self.at, &self.ids).len();
                let acts = WordAct::ALL.map(WordAct::name).into_iter().chain([Say::ActPractise]);
                let acts: Vec<String> = acts.map(|act| act.text(shared.lang)).collect();
                let title = Say::ActTitle { count }.text(shared.lang);
                menu.draw(frame, area, &title, &acts, &Say::MenuHelp.text(shared.lang), shared);
            }
            None => {}
        }
    }

    fn draw_header(&self, frame: &mut Frame, area: Rect, shared: &Shared) {
        let say = |text: Say| text.text(shared.lang);
        let by = say(sort_name(self.query.sort));
        let mut note = vec![
            say(if self.query.reverse { Say::SortedBack { by } } else { Say::SortedBy { by } }),
            say(Say::Place { at: (self.at + 1).min(self.ids.len()), of: self.ids.len() }),
        ];
        if self.picked.count() > 0 {
            note.insert(0, say(Say::Marked { count: self.picked.count() }));
        }
        let article = self.article.as_ref().filter(|(id, _)| self.query.filter.article == Some(*id));
        let name = article.map(|(_, title)| title).or(self.deck.as_ref()).unwrap_or(&self.all).clone();
        let title = shared.say(&Label::WordsTitle { deck: name, count: self.ids.len() });
        header(frame, area, shared, &title, &note.join(" · "));
    }

    fn draw_lines(&self, frame: &mut Frame, body: Rect, shared: &Shared) {
        let width = usize::from(body.width);
        let columns = Columns::new(self.query.sort, shared);
        let heading = Span::styled(columns.heading(width, shared), shared.theme.faint());
        frame.render_widget(heading, Rect { height: 1, ..body });
        let body = Rect { y: body.y + 1, height: body.height.saturating_sub(1), ..body };
        let under = self.under.as_ref().filter(|_| self.detail);
        let below = under.map_or_else(Vec::new, |row| details(row, width, shared));
        let detail = u16::try_from(below.len()).unwrap_or(u16::MAX).min(body.height / 2);
        let height = usize::from(body.height - detail);
        // The cursor keeps to the middle while there is more on both sides.
        let first = self.at.saturating_sub(height / 2).min(self.ids.len().saturating_sub(height));
        self.seen.show(body.y, first, height.min(self.ids.len() - first));
        let shown = self.ids.get(first..(first + height).min(self.ids.len())).unwrap_or_default();
        let under = self.ids.get(self.at).copied();
        // A store that cannot be read is told of at the next key.
        let read = self.read(shown, shared).unwrap_or_default();
        let line = |row: &WordLine| {
            let id = row.term.id;
            columns.line(row, Some(id) == under, self.picked.has(id), width, shared)
        };
        let lines: Vec<Line> = read.iter().map(line).collect();
        frame.render_widget(Paragraph::new(lines), Rect { height: body.height - detail, ..body });
        let place = Rect { y: body.y + body.height - detail, height: detail, ..body };
        frame.render_widget(Paragraph::new(below), place);
    }
}
