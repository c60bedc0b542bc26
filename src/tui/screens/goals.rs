//! Goals: how each stands, set and taken away.

use crossterm::event::KeyEvent;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::reading::note;
use crate::deck::ArticleId;
use crate::korean::keyboard::Keyboard;
use crate::messages::{Fault, GoalFault, GoalLabel as Say, Label, printable};
use crate::reader::{Goal, MOST, Measure, aim};
use crate::tasks::GoalStanding;
use crate::tui::app::{Go, Shared, header};
use crate::tui::keymap::{Command, Context};
use crate::tui::screens::planning::GOAL;
use crate::tui::widgets::field::{self, Field};
use crate::tui::widgets::rows::Rows;
use crate::tui::widgets::text::{clip, wrap};

/// Days that an article is given where the learner names none.
const USUAL_DAYS: i32 = 21;

/// What is being set.
enum Asked {
    Daily(Measure),
    Article(ArticleId, String),
}

pub struct Goals {
    rows: Vec<GoalStanding>,
    at: usize,
    seen: Rows,
    asked: Option<Asked>,
    field: Field,
    /// What was taken away here, for undo.
    removed: Vec<Goal>,
}

impl Goals {
    /// `article`, with its title: a goal is to be set for it.
    pub fn new(shared: &Shared, article: Option<(ArticleId, String)>) -> Result<Self, Fault> {
        let rows = shared.desk.goals()?;
        let mut goals =
            Self { rows, at: 0, seen: Rows::default(), asked: None, field: Field::default(), removed: Vec::new() };
        if let Some((article, title)) = article {
            let by = shared.desk.calendar.day(shared.desk.now()).plus(USUAL_DAYS);
            goals.field.insert(&format!("{GOAL} {}", shared.desk.calendar.date(by)));
            goals.asked = Some(Asked::Article(article, title));
        }
        Ok(goals)
    }

    pub const fn context(&self) -> Context {
        if self.asked.is_some() { Context::Aiming } else { Context::Goals }
    }

    pub fn key(&mut self, event: &KeyEvent, keyboard: Keyboard) {
        if self.asked.is_some() {
            self.field.key(event, keyboard);
        }
    }

    pub fn paste(&mut self, text: &str) {
        if self.asked.is_some() {
            self.field.insert(text);
        }
    }

    pub fn obey(&mut self, command: Command, shared: &mut Shared) -> Go {
        let done = match command {
            Command::Back if self.asked.is_none() => return Go::Back,
            Command::Back => {
                self.asked = None;
                Ok(())
            }
            Command::Up => {
                self.at = self.at.saturating_sub(1);
                Ok(())
            }
            Command::Down => {
                self.at = (self.at + 1).min(self.rows.len().saturating_sub(1));
                Ok(())
            }
            Command::GoalOf(measure) => {
                self.field.clear();
                self.asked = Some(Asked::Daily(measure));
                Ok(())
            }
            Command::Plan => return self.plan(),
            Command::Submit => self.set(shared),
            Command::Remove => self.remove(shared),
            Command::Undo => self.take_back(shared),
            _ => Ok(()),
        };
        if let Err(fault) = done {
            shared.fault = Some(fault);
        }
        Go::Stay
    }

    /// What to learn for the article of the goal under the cursor.
    fn plan(&self) -> Go {
        let Some(found) = self.rows.get(self.at) else { return Go::Stay };
        match (found.goal, &found.standing) {
            (Goal::Article { article, .. }, crate::tasks::Standing::Article { title, .. }) => {
                Go::Plan(Some(article), title.clone())
            }
            _ => Go::Stay,
        }
    }

    fn set(&mut self, shared: &mut Shared) -> Result<(), Fault> {
        let text = self.field.text();
        let goal = match &self.asked {
            None => return Ok(()),
            Some(Asked::Daily(measure)) => {
                let amount = text.trim().parse().ok().filter(|amount| (1..=MOST).contains(amount));
                let amount = amount.ok_or_else(|| GoalFault::BadAmount { text: printable(&text), most: MOST })?;
                Goal::Daily { measure: *measure, amount }
            }
            Some(Asked::Article(article, _)) => {
                let today = shared.desk.calendar.day(shared.desk.now());
                let usual = u8::try_from(GOAL).unwrap_or(100);
                let (percent, by) = aim(&text, usual)
                    .filter(|(_, day)| *day >= today)
                    .ok_or_else(|| GoalFault::BadAim { text: printable(&text) })?;
                Goal::Article { article: *article, percent, by }
            }
        };
        let id = shared.desk.set_goal(&goal)?;
        self.asked = None;
        self.field.clear();
        self.refresh(shared)?;
        self.at = self.rows.iter().position(|row| row.id == id).unwrap_or(0);
        if let Some(row) = self.rows.get(self.at) {
            let goal = row.name(&shared.desk.calendar).text(shared.lang);
            tell(shared, &Say::Set { goal });
        }
        Ok(())
    }

    fn remove(&mut self, shared: &mut Shared) -> Result<(), Fault> {
        let Some(row) = self.rows.get(self.at) else { return Ok(()) };
        let goal = row.name(&shared.desk.calendar).text(shared.lang);
        shared.desk.remove_goal(row.id)?;
        self.removed.push(row.goal);
        tell(shared, &Say::Removed { goal });
        self.refresh(shared)
    }

    fn take_back(&mut self, shared: &mut Shared) -> Result<(), Fault> {
        let Some(goal) = self.removed.pop() else {
            note(shared, &crate::messages::ReadingLabel::NothingToUndo);
            return Ok(());
        };
        shared.desk.set_goal(&goal)?;
        tell(shared, &Say::BroughtBack);
        self.refresh(shared)
    }

    pub fn refresh(&mut self, shared: &Shared) -> Result<(), Fault> {
        self.rows = shared.desk.goals()?;
        self.at = self.at.min(self.rows.len().saturating_sub(1));
        Ok(())
    }

    /// Chooses the row on a line of the screen. Whether it was chosen before.
    pub fn click(&mut self, y: u16) -> bool {
        let Some(row) = self.seen.at(y) else { return false };
        std::mem::replace(&mut self.at, row) == row
    }

    pub fn draw(&self, frame: &mut Frame, area: Rect, shared: &Shared) {
        let say = |text: &Say| text.text(shared.lang);
        let date = shared.desk.calendar.date(shared.desk.calendar.day(shared.desk.now())).to_string();
        header(frame, area, shared, &say(&Say::Title), &date);
        let mut body = Rect { y: area.y + 3, height: area.height.saturating_sub(3), ..area };
        let width = usize::from(area.width);
        if let Some(asked) = &self.asked {
            let (label, title) = match asked {
                Asked::Daily(Measure::Minutes) => (Say::AskMinutes, None),
                Asked::Daily(Measure::Cards) => (Say::AskCards, None),
                Asked::Daily(Measure::Terms) => (Say::AskTerms, None),
                Asked::Article(_, title) => (Say::AskArticle, Some(title)),
            };
            if let Some(title) = title {
                let line = Line::styled(clip(&printable(title), width), shared.theme.strong());
                frame.render_widget(line, Rect { height: 1, ..body });
                body = Rect { y: body.y + 1, height: body.height.saturating_sub(1), ..body };
            }
            field::draw(frame, Rect { height: 1, ..body }, &say(&label), &self.field, shared);
            body = Rect { y: body.y + 2, height: body.height.saturating_sub(2), ..body };
        }
        let mut lines = Vec::new();
        let mut seen = 0;
        let mut heights = Vec::new();
        for (index, row) in self.rows.iter().enumerate() {
            let selected = index == self.at && self.asked.is_none();
            let mark = if selected { "> " } else { "  " };
            let name = format!("{mark}{}", row.headline(&shared.desk.calendar, shared.lang));
            let style = if selected { shared.theme.selected() } else { shared.theme.strong() };
            lines.push(Line::styled(clip(&name, width), style));
            let said: Vec<String> = row.said(&shared.desk.calendar).iter().map(say).collect();
            let (sign, style) = match row.suffices() {
                Some(true) => ("O ", shared.theme.good()),
                Some(false) => ("! ", shared.theme.fair()),
                None => ("  ", Style::new()),
            };
            for (at, line) in wrap(&[(said.join(" "), Style::new())], width.saturating_sub(5)).into_iter().enumerate() {
                let mut spans =
                    vec![ratatui::text::Span::styled(if at == 0 { format!("  {sign}") } else { "    ".into() }, style)];
                spans.extend(line.spans);
                lines.push(Line::from(spans));
            }
            lines.push(Line::default());
            heights.push(lines.len() - heights.iter().sum::<usize>());
            if index == self.at {
                seen = lines.len();
            }
        }
        if self.rows.is_empty() {
            lines = wrap(&[(say(&Say::Nothing), shared.theme.strong())], width);
        }
        let skip = seen.saturating_sub(usize::from(body.height));
        self.seen.show_tall(body.y, skip, heights);
        frame.render_widget(Paragraph::new(lines.split_off(skip.min(lines.len()))), body);
    }
}

fn tell(shared: &mut Shared, said: &Say) {
    shared.notice = Some(Label::Note { text: said.text(shared.lang) });
}
