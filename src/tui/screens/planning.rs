//! What to learn for an article: the shortest list of terms that makes it readable.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::reading::note;
use crate::deck::{ArticleId, TermId};
use crate::messages::{Fault, Label, ReadingLabel as Say, printable};
use crate::tasks::Planned;
use crate::tui::app::{Go, Shared, header};
use crate::tui::keymap::Command;
use crate::tui::widgets::rows::Rows;
use crate::tui::widgets::text::{fit, fit_right, wrap};

/// Running words of which so many per cent are known can be read without a dictionary, by most studies.
pub const GOAL: usize = 95;

pub struct Planning {
    article: Option<ArticleId>,
    title: String,
    planned: Planned,
    at: usize,
    seen: Rows,
    /// What was put first here, for undo.
    put: Vec<TermId>,
}

impl Planning {
    pub fn new(shared: &Shared, article: Option<ArticleId>, title: &str) -> Result<Self, Fault> {
        let planned = shared.desk.plan(article, GOAL)?;
        Ok(Self { article, title: printable(title), planned, at: 0, seen: Rows::default(), put: Vec::new() })
    }

    pub fn obey(&mut self, command: Command, shared: &mut Shared) -> Go {
        let last = self.planned.gains.len().saturating_sub(1);
        let done = match command {
            Command::Up => {
                self.at = self.at.saturating_sub(1);
                Ok(())
            }
            Command::Down => {
                self.at = (self.at + 1).min(last);
                Ok(())
            }
            Command::PutFirst => self.put_first(shared),
            Command::Undo => self.take_back(shared),
            Command::Goals => {
                return Go::Goals(self.article.map(|article| (article, self.title.clone())));
            }
            Command::Back => return Go::Back,
            _ => Ok(()),
        };
        if let Err(fault) = done {
            shared.fault = Some(fault);
        }
        Go::Stay
    }

    fn put_first(&mut self, shared: &mut Shared) -> Result<(), Fault> {
        let terms = self.planned.new_terms();
        shared.desk.learn_first(&terms)?;
        note(shared, &Say::PlanPut { count: terms.len() });
        self.put = terms;
        Ok(())
    }

    fn take_back(&mut self, shared: &mut Shared) -> Result<(), Fault> {
        let terms = std::mem::take(&mut self.put);
        if terms.is_empty() {
            note(shared, &Say::NothingToUndo);
            return Ok(());
        }
        shared.desk.learn_in_turn(&terms)?;
        note(shared, &Say::TakenBack);
        Ok(())
    }

    /// Chooses the row on a line of the screen. Whether it was chosen before.
    pub fn click(&mut self, y: u16) -> bool {
        let Some(row) = self.seen.at(y) else { return false };
        std::mem::replace(&mut self.at, row) == row
    }

    pub fn draw(&self, frame: &mut Frame, area: Rect, shared: &Shared) {
        let say = |text: &Say| text.text(shared.lang);
        let place = Label::Position { at: (self.at + 1).min(self.planned.gains.len()), of: self.planned.gains.len() };
        header(frame, area, shared, &say(&Say::PlanTitle { title: self.title.clone() }), &shared.say(&place));
        let width = usize::from(area.width);
        let mut lines = wrap(
            &[(summary(&self.planned).iter().map(say).collect::<Vec<_>>().join(" "), shared.theme.strong())],
            width,
        );
        lines.push(Line::raw(""));
        let head = u16::try_from(lines.len()).unwrap_or(2);
        let height = usize::from(area.height.saturating_sub(2 + head));
        let count = self.planned.gains.len();
        let first = self.at.saturating_sub(height / 2).min(count.saturating_sub(height));
        self.seen.show(area.y + 2 + head, first, height.min(count - first));
        for (index, (unknown, gain)) in self.planned.gains.iter().enumerate().skip(first).take(height) {
            let selected = index == self.at;
            let meaning = shared.desk.meaning(&unknown.term);
            let (hanja, gloss) =
                meaning.map_or_else(Default::default, |meaning| (meaning.hanja.unwrap_or_default(), meaning.gloss));
            let text = format!(
                "{}{} {} {} {} {gloss}",
                if selected { "> " } else { "  " },
                fit(&unknown.term.term, 18),
                fit_right(&say(&Say::PlanWords { count: gain.words }), 6),
                fit_right(&say(&Say::PlanAfter { percent: gain.after.percent() }), 8),
                fit(&hanja, 9),
            );
            let style = if selected { shared.theme.selected() } else { Style::new() };
            lines.push(Line::styled(fit(&text, width), style));
        }
        frame.render_widget(
            Paragraph::new(lines),
            Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area },
        );
    }
}

/// What a plan comes to, in one or two sentences.
pub fn summary(planned: &Planned) -> Vec<Say> {
    let (from, to) = (planned.words.percent(), planned.after().percent());
    if planned.gains.is_empty() && from >= planned.goal {
        return vec![Say::PlanDone { percent: from, goal: planned.goal }];
    }
    let mut said = vec![Say::PlanGain { count: planned.gains.len(), from, to }];
    if to < planned.goal {
        said.push(Say::PlanShort { goal: planned.goal });
    }
    said
}
