//! Study: the question, the field, the answer, the grades.

use std::collections::BTreeMap;

use crossterm::event::KeyEvent;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::answer;
use crate::cloze::BLANK;
use crate::deck::{DeckId, Due, Grade, Mode, Term, TermId};
use crate::korean::keyboard::Keyboard;
use crate::messages::{Fault, Label};
use crate::study::{Action, Effect, Hint, Phase, Session};
use crate::tui::app::{Go, Shared, header};
use crate::tui::keymap::{Command, Context};
use crate::tui::screens::meaning::Looked;
use crate::tui::widgets::field::{self, Field};
use crate::tui::widgets::text::wrap;

/// Cells of a line that are read easily.
pub const MEASURE: u16 = 70;

pub struct Study {
    session: Session,
    field: Field,
    /// There was nothing to ask from the beginning.
    empty: bool,
    /// When the terms that were answered in this sitting come back.
    coming: BTreeMap<TermId, Due>,
}

impl Study {
    pub fn new(shared: &Shared, deck: Option<DeckId>) -> Result<Self, Fault> {
        Ok(Self::over(shared.desk.begin(deck, shared.mode)?))
    }

    /// Over a session that is there already.
    pub fn over(session: Session) -> Self {
        let empty = matches!(session.phase(), Phase::Finished);
        Self { session, field: Field::default(), empty, coming: BTreeMap::new() }
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
    pub fn key(&mut self, key: &KeyEvent, keyboard: Keyboard) {
        if self.context() == Context::Typing {
            self.field.key(key, keyboard);
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
                let leaving = !matches!(self.session.phase(), Phase::Finished);
                shared.notice = (leaving && self.session.tally().answered > 0).then_some(Label::BackStored);
                self.session.update(Action::Quit, shared.desk.now());
                return Go::Back;
            }
            Command::Meaning => {
                return self.term().map_or(Go::Stay, |term| Go::Meaning(Looked::term(term)));
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
                self.note(effect);
            }
            shared.fault = fault;
            self.session.confirm(outcome, shared.desk.now());
        }
    }

    /// Keeps in mind when a stored answer's term comes back.
    fn note(&mut self, effect: &Effect) {
        match effect {
            Effect::Record(answer) | Effect::Replace { answer, .. } => {
                if let Some(due) = answer.after.due {
                    self.coming.insert(answer.after.term, due);
                }
            }
            Effect::Undo { restore: card, .. } | Effect::SetStatus { card } => {
                self.coming.remove(&card.term);
            }
        }
    }

    /// The term that is asked or was answered.
    pub fn term(&self) -> Option<&Term> {
        self.session.item().map(|item| &item.term)
    }

    /// The letters that the blank holds.
    #[cfg(test)]
    pub fn expected(&self) -> String {
        self.session.prompt().map(|prompt| prompt.answer.to_owned()).unwrap_or_default()
    }

    pub fn draw(&self, frame: &mut Frame, area: Rect, shared: &Shared) {
        let left = self.session.left();
        let counts = Label::LeftCounts { new: left.new, learning: left.learning, review: left.review };
        let mut title = shared.say(&Label::CommandStudy);
        let tally = self.session.tally();
        if tally.answered > 0 && !matches!(self.session.phase(), Phase::Finished) {
            title = format!("{title} · {}", shared.say(&Label::Answered { count: tally.answered }));
        }
        header(frame, area, shared, &title, &shared.say(&counts));
        let body =
            Rect { y: area.y + 3, height: area.height.saturating_sub(3), width: area.width.min(MEASURE), ..area };
        match self.session.phase() {
            Phase::Finished => self.draw_end(frame, body, shared),
            Phase::Asking { .. } => self.draw_question(frame, body, shared),
            Phase::Answered(attempt) | Phase::Storing(attempt) => {
                let buttons = answer::buttons(attempt, shared);
                // The grades never leave the screen.
                let room = body.height.saturating_sub(2);
                let lines = answer::lines(&self.session, attempt, shared, body.width.into(), room.into());
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
            let mut lines = vec![Line::styled(shared.say(&Label::Finished), shared.theme.good()), Line::raw("")];
            lines.extend(wrap(&[(shared.say(&counts), Style::new())], body.width.into()));
            if let Some(next) = self.next(shared) {
                lines.extend(wrap(&[(shared.say(&next), Style::new())], body.width.into()));
            }
            lines
        };
        frame.render_widget(Paragraph::new(lines), body);
    }

    /// When the first of this sitting's terms comes back.
    fn next(&self, shared: &Shared) -> Option<Label> {
        let (now, calendar) = (shared.desk.now(), &shared.desk.calendar);
        let start = |due: &Due| match *due {
            Due::At(at) => at,
            Due::On(day) => calendar.start(day),
        };
        let first = self.coming.values().min_by_key(|due| start(due))?;
        let days = calendar.day(start(first)).days_since(calendar.day(now));
        Some(match (first, days) {
            (Due::At(at), _) => {
                // A part of a minute is waited for like a whole one.
                let millis = at.millis_since(now).max(0);
                Label::NextMinutes { count: (millis + 59_999) / 60_000 }
            }
            (Due::On(_), ..=1) => Label::NextTomorrow,
            (Due::On(_), count) => Label::NextDays { count },
        })
    }

    fn draw_question(&self, frame: &mut Frame, body: Rect, shared: &Shared) {
        let Some(prompt) = self.session.prompt() else { return };
        let (before, after) = prompt.sides();
        let spans = [(before, Style::new()), (BLANK.to_owned(), shared.theme.blank()), (after, Style::new())];
        let typing = self.session.mode() != Mode::Reveal;
        let ask = if typing { Label::AskType } else { Label::AskReveal };
        let mut below = vec![Line::raw(""), Line::styled(shared.say(&ask), shared.theme.faint())];
        for hint in self.session.hints() {
            let hint = match hint {
                Hint::Length(count) => shared.say(&Label::HintLength { count }),
                shown => shown.text(),
            };
            below.push(Line::styled(shared.say(&Label::HintShown { hint }), shared.theme.fair()));
        }
        // Two lines are for the field.
        let room = usize::from(body.height.saturating_sub(2));
        let sentence = wrap(&spans, body.width.into());
        let mut lines = answer::shortened(sentence, shared.theme.blank(), room.saturating_sub(below.len()), shared);
        lines.extend(below);
        let used = u16::try_from(lines.len().min(room)).unwrap_or(0);
        frame.render_widget(Paragraph::new(lines), Rect { height: used, ..body });
        if typing {
            let row = Rect { y: body.y + used + 1, height: 1, ..body };
            field::draw(frame, row, &shared.say(&Label::FieldLabel), &self.field, shared);
        }
    }
}
