//! The home screen: decks and what waits in them.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::deck::{DeckId, Mode, ModeChoice};
use crate::messages::{Answering, Fault, GoalLabel, Label, ReadingLabel, printable};
use crate::store::DeckRow;
use crate::tasks::{GoalStanding, Rereading};
use crate::tui::app::{Go, Shared, header};
use crate::tui::keymap::Command;
use crate::tui::widgets::rows::Rows;
use crate::tui::widgets::text::{clip, fit, fit_right, wrap};

/// Cells of a column of counts.
const COUNT: usize = 9;

pub struct Home {
    decks: Vec<DeckRow>,
    /// All decks taken together; shown where there are several.
    all: Option<DeckRow>,
    goals: Vec<GoalStanding>,
    again: Option<Rereading>,
    /// Row under the cursor; 0 stands for all decks where there are several.
    at: usize,
    seen: Rows,
}

/// A line of the table.
struct Row {
    deck: Option<DeckId>,
    name: String,
    counts: [usize; 4],
}

impl Home {
    pub fn new(shared: &Shared) -> Result<Self, Fault> {
        Ok(Self {
            decks: shown(shared)?,
            all: shared.desk.all_decks()?,
            goals: shared.desk.goals()?,
            again: again(shared)?,
            at: 0,
            seen: Rows::default(),
        })
    }

    pub fn refresh(&mut self, shared: &Shared) -> Result<(), Fault> {
        self.decks = shown(shared)?;
        self.all = shared.desk.all_decks()?;
        self.goals = shared.desk.goals()?;
        self.again = again(shared)?;
        Ok(())
    }

    pub fn obey(&mut self, command: Command, shared: &mut Shared) -> Go {
        let rows = self.rows(shared).len();
        match command {
            Command::Up => self.at = self.at.saturating_sub(1),
            Command::Down => self.at = (self.at + 1).min(rows.saturating_sub(1)),
            Command::Import => return Go::Import,
            Command::Mode => {
                shared.mode = shared.mode.next();
            }
            Command::Library => {
                let deck = self.rows(shared).into_iter().nth(self.at).and_then(|row| row.deck);
                return Go::Library(deck);
            }
            Command::Placement => return Go::Placement,
            Command::Progress => return Go::Progress,
            Command::Reread => return self.again.as_ref().map_or(Go::Stay, |again| Go::Read(again.article)),
            Command::Goals => return Go::Goals(None),
            Command::Study | Command::Words => {
                if let Some(row) = self.rows(shared).into_iter().nth(self.at) {
                    return if command == Command::Study { Go::Study(row.deck) } else { Go::Words(row.deck, row.name) };
                }
            }
            _ => {}
        }
        Go::Stay
    }

    fn rows(&self, shared: &Shared) -> Vec<Row> {
        let limit = |deck: &DeckRow| {
            let room = (shared.desk.limits.new_per_day as usize).saturating_sub(deck.new_today);
            deck.new.min(room)
        };
        let of_deck = |deck: &'_ DeckRow| [limit(deck), deck.due, deck.learned, deck.articles];
        let mut rows: Vec<Row> = self
            .decks
            .iter()
            .map(|deck| Row { deck: Some(deck.id), name: printable(&deck.name), counts: of_deck(deck) })
            .collect();
        if let Some(all) = self.all.as_ref().filter(|_| self.decks.len() > 1) {
            rows.insert(0, Row { deck: None, name: shared.say(&Label::AllDecks), counts: of_deck(all) });
        }
        rows
    }

    /// Chooses the row on a line of the screen. Whether it was chosen before.
    pub fn click(&mut self, y: u16) -> bool {
        let Some(row) = self.seen.at(y) else { return false };
        std::mem::replace(&mut self.at, row) == row
    }

    pub fn draw(&self, frame: &mut Frame, area: Rect, shared: &Shared) {
        let name = shared.say(&Label::AppName);
        let title = format!("{name} · {}", shared.say(&Label::HomeTitle));
        header(frame, area, shared, &title, &shared.say(&Label::ModeShown { mode: mode_name(shared, shared.mode) }));
        let body = Rect { y: area.y + 3, height: area.height.saturating_sub(3), ..area };
        if self.decks.is_empty() {
            let text = wrap(&[(shared.say(&Label::HomeEmpty), shared.theme.strong())], body.width.into());
            frame.render_widget(Paragraph::new(text), body);
            return;
        }
        let wide = usize::from(area.width).saturating_sub(4 * COUNT + 2);
        let columns = [Label::ColumnNew, Label::ColumnDue, Label::ColumnLearned, Label::ColumnArticles];
        let mut lines = vec![Line::from(Span::styled(
            format!("  {}", fit(&shared.say(&Label::ColumnDeck), wide))
                + &columns.iter().map(|label| fit_right(&shared.say(label), COUNT)).collect::<String>(),
            shared.theme.faint(),
        ))];
        let rows = self.rows(shared);
        let below = 3 + usize::from(!self.goals.is_empty()) + usize::from(self.again.is_some());
        let shown = usize::from(body.height).saturating_sub(below).max(1);
        let first = self.at.saturating_sub(shown.saturating_sub(1));
        self.seen.show(body.y + 1, first, shown.min(rows.len().saturating_sub(first)));
        for (index, row) in rows.iter().enumerate().skip(first).take(shown) {
            let mark = if index == self.at { "> " } else { "  " };
            let text = format!("{mark}{}", fit(&row.name, wide))
                + &row.counts.iter().map(|count| fit_right(&count.to_string(), COUNT)).collect::<String>();
            let style = match (index == self.at, row.deck) {
                (true, _) => shared.theme.selected(),
                (false, None) => shared.theme.strong(),
                (false, Some(_)) => ratatui::style::Style::new(),
            };
            lines.push(Line::from(Span::styled(text, style)));
        }
        if let Some(all) = &self.all {
            lines.push(Line::default());
            let today = Label::Today { new: all.new_today, reviews: all.reviewed_today };
            lines.push(Line::styled(format!("  {}", shared.say(&today)), shared.theme.faint()));
        }
        if !self.goals.is_empty() {
            let goals: Vec<String> = self.goals.iter().map(|goal| goal.short().text(shared.lang)).collect();
            let line = GoalLabel::Home { goals: goals.join(" · ") }.text(shared.lang);
            lines.push(Line::styled(clip(&format!("  {line}"), area.width.into()), shared.theme.faint()));
        }
        if let Some(again) = &self.again {
            let (then, now) = (again.grown.then.percent(), again.grown.now.percent());
            let line = ReadingLabel::Again { title: printable(&again.title), then, now }.text(shared.lang);
            lines.push(Line::styled(clip(&format!("  {line}"), area.width.into()), shared.theme.good()));
        }
        frame.render_widget(Paragraph::new(lines), body);
    }
}

/// The article that is worth reading again most.
fn again(shared: &Shared) -> Result<Option<Rereading>, Fault> {
    Ok(shared.desk.rereadings()?.into_iter().next())
}

/// Archived decks are out of the way.
fn shown(shared: &Shared) -> Result<Vec<DeckRow>, Fault> {
    let mut decks = shared.desk.decks()?;
    decks.retain(|deck| !deck.archived);
    Ok(decks)
}

pub fn mode_name(shared: &Shared, wish: ModeChoice) -> String {
    match wish {
        ModeChoice::Auto => Answering::ModeAuto.text(shared.lang),
        ModeChoice::Always(Mode::Reveal) => shared.say(&Label::ModeReveal),
        ModeChoice::Always(Mode::Choice) => Answering::ModeChoice.text(shared.lang),
        ModeChoice::Always(Mode::Type) => shared.say(&Label::ModeType),
    }
}
