//! How the list of articles is drawn.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::filter::{in_words, sort_name};
use super::{Act, Library, Panel};
use crate::deck::ArticleSort;
use crate::messages::{ListLabel as List, ReadingLabel as Say, printable};
use crate::store::ArticleRow;
use crate::tui::app::{Shared, header};
use crate::tui::widgets::conditions::Conditions;
use crate::tui::widgets::field;
use crate::tui::widgets::text::{fit, fit_right, wrap};
use crate::vocab::difficulty::difficulty;

/// Cells of a number's column, and of a date.
const NUMBER: usize = 8;
const DATE: usize = 11;

impl Library {
    pub fn draw(&self, frame: &mut Frame, area: Rect, shared: &Shared) {
        let say = |text: &Say| text.text(shared.lang);
        let of_list = |text: List| text.text(shared.lang);
        let by = of_list(sort_name(self.query.sort));
        let mut about = vec![of_list(if self.query.reverse { List::SortedBack { by } } else { List::SortedBy { by } })];
        if self.picked.count() > 0 {
            about.insert(0, of_list(List::Marked { count: self.picked.count() }));
        }
        header(frame, area, shared, &say(&Say::LibraryTitle { count: self.shown.len() }), &about.join(" · "));
        let mut body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        let filters = in_words(&self.query.filter, shared);
        Conditions { field: &self.field, finding: self.finding, filters }.draw(frame, &mut body, shared);
        if let Some(Panel::Name(naming)) = &self.panel {
            body.height = body.height.saturating_sub(2);
            let row = Rect { y: body.y + body.height, height: 1, ..area };
            let ask = if naming.act == Act::Put { List::PutAsk } else { List::TakeOutAsk };
            frame.render_widget(Line::styled(of_list(ask), shared.theme.faint()), row);
            field::draw(frame, Rect { y: row.y + 1, ..row }, &of_list(List::FacetDeck), &naming.field, shared);
        }
        if self.shown.is_empty() {
            let text = say(if self.rows.is_empty() { &Say::LibraryEmpty } else { &Say::LibraryNone });
            frame.render_widget(Paragraph::new(wrap(&[(text, shared.theme.strong())], body.width.into())), body);
        } else {
            self.draw_lines(frame, body, shared);
        }
        match &self.panel {
            Some(Panel::Filter(facets)) => facets.draw(frame, area, &self.query.filter, shared),
            Some(Panel::Act(menu)) => {
                let acts: Vec<String> = Act::ALL.map(|act| of_list(act.name())).to_vec();
                let count = self.picked.or_at(self.at, &self.ids).len();
                let title = of_list(List::ActArticles { count });
                menu.draw(frame, area, &title, &acts, &of_list(List::MenuHelp), shared);
            }
            Some(Panel::Name(_)) | None => {}
        }
    }

    fn draw_lines(&self, frame: &mut Frame, body: Rect, shared: &Shared) {
        let say = |text: &Say| text.text(shared.lang);
        let width = usize::from(body.width);
        let wide = width.saturating_sub(2 + DATE + 3 * NUMBER);
        let terms = match self.query.sort {
            ArticleSort::Difficulty => List::ColumnDifficulty.text(shared.lang),
            ArticleSort::Length => List::ColumnLength.text(shared.lang),
            _ => say(&Say::ColumnTerms),
        };
        let columns = [say(&Say::ColumnWords), terms, say(&Say::ColumnRead)];
        let heading = format!("  {}{}", fit(&say(&Say::ColumnTitle), wide), fit(&say(&Say::ColumnDate), DATE))
            + &columns.iter().map(|label| fit_right(label, NUMBER)).collect::<String>();
        frame.render_widget(Span::styled(heading, shared.theme.faint()), Rect { height: 1, ..body });
        let body = Rect { y: body.y + 1, height: body.height.saturating_sub(1), ..body };
        let height = usize::from(body.height);
        let first = self.at.saturating_sub(height / 2).min(self.shown.len().saturating_sub(height));
        self.seen.show(body.y, first, height.min(self.shown.len() - first));
        let shown = self.shown.iter().enumerate().skip(first).take(height);
        let lines: Vec<Line> = shown
            .filter_map(|(index, at)| Some(self.line(self.rows.get(*at)?, index == self.at, wide, shared)))
            .collect();
        frame.render_widget(Paragraph::new(lines), body);
    }

    fn line(&self, row: &ArticleRow, selected: bool, wide: usize, shared: &Shared) -> Line<'static> {
        let again = self.again.get(&row.id);
        let read = match row.place {
            _ if again.is_some() => again.map_or_else(String::new, |grown| {
                Say::Grown { then: grown.then.percent(), now: grown.now.percent() }.text(shared.lang)
            }),
            _ if row.finished => Say::Done.text(shared.lang),
            Some(place) => format!("{}%", (place + 1) * 100 / row.sentences.max(1)),
            None => String::new(),
        };
        let terms = match self.query.sort {
            ArticleSort::Difficulty => format!("{}/6", difficulty(&row.measures).level),
            ArticleSort::Length => row.eojeols.to_string(),
            _ => format!("{}%", row.coverage.terms.percent()),
        };
        let (cursor, mark) = (if selected { '>' } else { ' ' }, if self.picked.has(row.id) { '*' } else { ' ' });
        let text = format!(
            "{cursor}{mark}{} {}{}{}{}",
            fit(&printable(&row.title), wide.saturating_sub(1)),
            fit(row.date.as_deref().unwrap_or_default(), DATE),
            fit_right(&format!("{}%", row.coverage.words.percent()), NUMBER),
            fit_right(&terms, NUMBER),
            fit_right(&read, NUMBER),
        );
        Line::styled(text, if selected { shared.theme.selected() } else { Style::new() })
    }
}
