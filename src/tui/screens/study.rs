//! Study: the question, the field, the answer, the grades.

use crossterm::event::KeyEvent;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::answer;
use crate::cloze::BLANK;
use crate::deck::{DeckId, Grade, Mode};
use crate::messages::{Fault, Label};
use crate::study::{Action, Effect, Hint, Phase, Session};
use crate::tui::app::{Go, Shared, header};
use crate::tui::keymap::{Command, Context};
use crate::tui::widgets::field::Field;
use crate::tui::widgets::text::{cells, wrap};

/// Cells of a line that are read easily.
const MEASURE: u16 = 70;

pub struct Study {
    session: Session,
    field: Field,
    /// There was nothing to ask from the beginning.
    empty: bool,
}

impl Study {
    pub fn new(shared: &Shared, deck: Option<DeckId>) -> Result<Self, Fault> {
        let session = shared.desk.begin(deck, shared.mode)?;
        let empty = matches!(session.phase(), Phase::Finished);
        Ok(Self { session, field: Field::default(), empty })
    }

    pub fn context(&self) -> Context {
        match self.session.phase() {
            Phase::Asking { .. } if self.session.mode() == Mode::Reveal => Context::Asking,
            Phase::Asking { .. } => Context::Typing,
            Phase::Answered(_) | Phase::Storing(_) => Context::Answered,
            Phase::Finished => Context::Finished,
        }
    }

    /// A key that is no command: it edits the field.
    pub fn key(&mut self, key: &KeyEvent) {
        if self.context() == Context::Typing {
            self.field.key(key);
        }
    }

    pub fn paste(&mut self, text: &str) {
        if self.context() == Context::Typing {
            self.field.insert(text);
        }
    }

    pub fn obey(&mut self, command: Command, shared: &mut Shared) -> Go {
        let action = match command {
            Command::Reveal => Action::Reveal,
            Command::Submit => Action::Submit(self.field.text()),
            Command::Accept => Action::Accept,
            Command::Again => Action::Grade(Grade::Again),
            Command::Hard => Action::Grade(Grade::Hard),
            Command::Good => Action::Grade(Grade::Good),
            Command::Easy => Action::Grade(Grade::Easy),
            Command::Hint => Action::Hint,
            Command::Undo => Action::Undo,
            Command::Suspend => Action::Suspend,
            Command::Bury => Action::Bury,
            Command::Known => Action::Known,
            Command::Mode => {
                let mode = if self.session.mode() == Mode::Type { Mode::Reveal } else { Mode::Type };
                self.session.set_mode(mode);
                shared.mode = mode;
                return Go::Stay;
            }
            Command::Back => {
                self.session.update(Action::Quit, shared.desk.now());
                return Go::Back;
            }
            _ => return Go::Stay,
        };
        let effects = self.session.update(action, shared.desk.now());
        self.store(&effects, shared);
        Go::Stay
    }

    /// Stores what the session asked to store; it moves on only then, and the field begins anew with it.
    fn store(&mut self, effects: &[Effect], shared: &mut Shared) {
        for effect in effects {
            let (outcome, fault) = shared.desk.apply(effect);
            if fault.is_none() {
                self.field.clear();
            }
            shared.fault = fault;
            self.session.confirm(outcome, shared.desk.now());
        }
    }

    /// The letters that the blank holds.
    #[cfg(test)]
    pub fn expected(&self) -> String {
        self.session.prompt().map(|prompt| prompt.answer.to_owned()).unwrap_or_default()
    }

    pub fn draw(&self, frame: &mut Frame, area: Rect, shared: &Shared) {
        let left = self.session.left();
        let counts = Label::LeftCounts { new: left.new, learning: left.learning, review: left.review };
        header(frame, area, shared, &shared.say(&Label::CommandStudy), &shared.say(&counts));
        let body =
            Rect { y: area.y + 3, height: area.height.saturating_sub(3), width: area.width.min(MEASURE), ..area };
        match self.session.phase() {
            Phase::Finished => self.draw_end(frame, body, shared),
            Phase::Asking { .. } => self.draw_question(frame, body, shared),
            Phase::Answered(attempt) | Phase::Storing(attempt) => {
                let lines = answer::lines(&self.session, attempt, shared, body.width.into());
                let buttons = answer::buttons(attempt, shared);
                // The grades never leave the screen: a long answer is cut above them.
                let room = body.height.saturating_sub(2);
                frame.render_widget(Paragraph::new(lines), Rect { height: room, ..body });
                frame.render_widget(
                    buttons,
                    Rect { y: body.y + body.height.saturating_sub(1), height: 1, width: area.width, ..body },
                );
            }
        }
    }

    fn draw_end(&self, frame: &mut Frame, body: Rect, shared: &Shared) {
        let tally = self.session.tally();
        let lines = if self.empty && tally.answered == 0 {
            wrap(&[(shared.say(&Label::NothingNow), shared.theme.strong())], body.width.into())
        } else {
            let counts = Label::FinishedCounts { answered: tally.answered, again: tally.again };
            vec![
                Line::styled(shared.say(&Label::Finished), shared.theme.good()),
                Line::raw(""),
                Line::raw(shared.say(&counts)),
            ]
        };
        frame.render_widget(Paragraph::new(lines), body);
    }

    fn draw_question(&self, frame: &mut Frame, body: Rect, shared: &Shared) {
        let Some(prompt) = self.session.prompt() else { return };
        let (before, after) = prompt.sides();
        let spans = [(before, Style::new()), (BLANK.to_owned(), shared.theme.blank()), (after, Style::new())];
        let mut lines = wrap(&spans, body.width.into());
        lines.push(Line::raw(""));
        let typing = self.session.mode() != Mode::Reveal;
        let ask = if typing { Label::AskType } else { Label::AskReveal };
        lines.push(Line::styled(shared.say(&ask), shared.theme.faint()));
        for hint in self.session.hints() {
            let hint = match hint {
                Hint::Length(count) => shared.say(&Label::HintLength { count }),
                shown => shown.text(),
            };
            lines.push(Line::styled(shared.say(&Label::HintShown { hint }), shared.theme.fair()));
        }
        let used = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(body.height.saturating_sub(2));
        frame.render_widget(Paragraph::new(lines), Rect { height: used, ..body });
        if typing {
            self.draw_field(frame, Rect { y: body.y + used + 1, height: 1, ..body }, shared);
        }
    }

    /// The field on a line of its own, the hardware cursor at its caret.
    fn draw_field(&self, frame: &mut Frame, area: Rect, shared: &Shared) {
        let label = format!("{} > ", shared.say(&Label::FieldLabel));
        let indent = u16::try_from(cells(&label)).unwrap_or(0);
        let (text, caret) = self.field.view(usize::from(area.width.saturating_sub(indent)));
        frame.render_widget(Line::from(vec![Span::styled(label, shared.theme.strong()), Span::raw(text)]), area);
        let column = area.x + indent + u16::try_from(caret).unwrap_or(0);
        frame.set_cursor_position(Position::new(column, area.y));
    }
}
