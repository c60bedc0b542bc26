//! Study: the question, the field, the answer, the grades.

use std::collections::BTreeMap;

use crossterm::event::KeyEvent;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::answer;
use super::home::mode_name;
use crate::cloze::{BLANK, Remark};
use crate::deck::{ArticleId, DeckId, Due, Grade, Mode, Term, TermId};
use crate::korean::keyboard::Keyboard;
use crate::messages::{Answering, Fault, Label, Sitting};
use crate::study::{Action, Effect, Phase, Session};
use crate::tasks::{self, Practice, PracticeOf};
use crate::tui::app::{Go, Shared, header};
use crate::tui::keymap::{self, Command, Context};
use crate::tui::screens::meaning::Looked;
use crate::tui::widgets::field::{self, Field};
use crate::tui::widgets::text::wrap;

/// Cells of a line that are read easily.
pub const MEASURE: u16 = 70;

pub struct Study {
    session: Session,
    deck: Option<DeckId>,
    /// The article of the question that was answered last.
    article: Option<ArticleId>,
    field: Field,
    /// There was nothing to ask from the beginning.
    empty: bool,
    /// When the terms that were answered in this sitting come back.
    coming: BTreeMap<TermId, Due>,
}

impl Study {
    pub fn new(shared: &Shared, deck: Option<DeckId>) -> Result<Self, Fault> {
        let session = shared.desk.begin(deck, shared.mode_of(deck))?;
        Ok(Self::over(session, deck))
    }

    /// A session that moves no dates.
    pub fn practising(shared: &Shared, practice: Practice) -> Result<Self, Fault> {
        let session = shared.desk.practise(practice, shared.mode_of(practice.deck))?;
        Ok(Self::over(session, practice.deck))
    }

    /// Over a session that is there already.
    pub fn over(session: Session, deck: Option<DeckId>) -> Self {
        let empty = matches!(session.phase(), Phase::Finished);
        Self { session, deck, article: None, field: Field::default(), empty, coming: BTreeMap::new() }
    }

    /// Whether a command of this place does anything now: practice sets no card aside.
    pub const fn works(&self, command: Command) -> bool {
        !(self.session.is_practice()
            && matches!(command, Command::Known | Command::Bury | Command::Suspend | Command::Flag))
    }

    pub fn context(&self) -> Context {
        match self.session.phase() {
            Phase::Asking { .. } if self.session.mode() == Mode::Reveal => Context::Asking,
            Phase::Asking { .. } if self.session.mode() == Mode::Choice => Context::Choosing,
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
            Command::Choose(index) => Action::Choose(index.into()),
            Command::AcceptWord => Action::AcceptWord,
            Command::Fits => match self.chosen() {
                Some(index) => Action::Fits(index),
                None => return Go::Stay,
            },
            Command::PracticeDeck => return self.practise(PracticeOf::Deck, shared),
            Command::PracticeMistakes => return self.practise(PracticeOf::Mistakes, shared),
            Command::PracticeMixedUp => return self.practise(PracticeOf::MixedUp, shared),
            Command::PracticeArticle => {
                return match self.article {
                    Some(article) => self.practise(PracticeOf::Article(article), shared),
                    None => self.practise(PracticeOf::Deck, shared),
                };
            }
            Command::Accept => Action::Accept,
            Command::Again => Action::Grade(Grade::Again),
            Command::Hard => Action::Grade(Grade::Hard),
            Command::Good => Action::Grade(Grade::Good),
            Command::Easy => Action::Grade(Grade::Easy),
            Command::Hint => Action::Hint,
            Command::Undo => Action::Undo,
            Command::Redo => Action::Redo,
            Command::Suspend => Action::Suspend,
            Command::Bury => Action::Bury,
            Command::Known => Action::Known,
            Command::Flag => Action::Flag,
            Command::Mode => {
                let wish = self.session.wish().next();
                self.session.set_wish(wish);
                self.bring_words(shared);
                shared.set_mode_of(self.deck, wish);
                shared.notice = Some(Label::ModeShown { mode: mode_name(shared, wish) });
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
        if let ([Effect::Remark { word, remark: Remark::Fits, .. }], None) = (effects.as_slice(), &shared.fault) {
            shared.notice = Some(Label::FitsNoted { word: word.clone() });
        }
        if let ([Effect::Flag { card }], None) = (effects.as_slice(), &shared.fault) {
            let said = if card.flagged { Sitting::Flagged } else { Sitting::Unflagged };
            shared.notice = Some(Label::Note { text: said.text(shared.lang) });
        }
        Go::Stay
    }

    /// The choice that was picked, if it is not the right one.
    fn chosen(&self) -> Option<usize> {
        match self.session.phase() {
            Phase::Answered(attempt) => attempt.chosen,
            _ => None,
        }
    }

    /// Practice in place of what is finished.
    fn practise(&mut self, of: PracticeOf, shared: &mut Shared) -> Go {
        let practice = Practice { deck: self.deck, of, limit: None };
        match Self::practising(shared, practice) {
            Ok(study) if study.empty => shared.notice = Some(Label::PracticeNothing),
            Ok(study) => *self = Self { article: self.article, ..study },
            Err(fault) => shared.fault = Some(fault),
        }
        Go::Stay
    }

    /// Stores what the session asked to store; it moves on only then, and the field begins anew with it.
    fn store(&mut self, effects: &[Effect], shared: &mut Shared) {
        for effect in effects {
            let article = self.session.question().map(|question| question.article);
            let (outcome, fault) = shared.desk.apply(effect);
            if fault.is_none() {
                self.article = article.or(self.article);
                // The question of a card that is flagged stands, with what was typed for it.
                if !matches!(effect, Effect::Flag { .. }) {
                    self.field.clear();
                }
                self.note(effect);
            }
            shared.fault = fault;
            self.session.confirm(outcome, shared.desk.now());
        }
        self.bring_words(shared);
    }

    /// After each step: the session may need the reader's words to go on.
    fn bring_words(&mut self, shared: &mut Shared) {
        if let Err(fault) = shared.desk.bring_words(&mut self.session) {
            shared.fault = Some(fault);
        }
    }

    /// Keeps in mind when a stored answer's term comes back.
    fn note(&mut self, effect: &Effect) {
        match effect {
            Effect::Record(answer) | Effect::Replace { answer, .. } if !answer.aid.practice => {
                if let Some(due) = answer.after.due {
                    self.coming.insert(answer.after.term, due);
                }
            }
            Effect::Undo { restore: card, .. } | Effect::SetStatus { card } => {
                self.coming.remove(&card.term);
            }
            _ => {}
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
        let counts = if self.session.is_practice() {
            Answering::PracticeLeft { left: left.total() }.text(shared.lang)
        } else {
            shared.say(&Label::LeftCounts { new: left.new, learning: left.learning, review: left.review })
        };
        let practice = self.session.is_practice();
        let mut title = if practice { Answering::Practice.text(shared.lang) } else { shared.say(&Label::CommandStudy) };
        let tally = self.session.tally();
        if tally.answered > 0 && !matches!(self.session.phase(), Phase::Finished) {
            title = format!("{title} · {}", shared.say(&Label::Answered { count: tally.answered }));
        }
        if self.session.item().is_some_and(|item| item.card.flagged) {
            title = format!("{title} · {}", Sitting::Flag.text(shared.lang));
        }
        header(frame, area, shared, &title, &counts);
        let body =
            Rect { y: area.y + 3, height: area.height.saturating_sub(3), width: area.width.min(MEASURE), ..area };
        match self.session.phase() {
            Phase::Finished => self.draw_end(frame, body, shared),
            Phase::Asking { .. } => self.draw_question(frame, body, shared),
            Phase::Answered(attempt) | Phase::Storing(attempt) => {
                let buttons = answer::buttons(attempt, self.session.grades(), shared, self.session.is_practice());
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
        let practice = self.session.is_practice();
        let mut lines = if self.empty && tally.answered == 0 {
            let nothing = if practice { Label::PracticeNothing } else { Label::NothingNow };
            wrap(&[(shared.say(&nothing), shared.theme.strong())], body.width.into())
        } else if practice {
            let done = Answering::PracticeDone { answered: tally.answered, again: tally.again }.text(shared.lang);
            let mut lines =
                vec![Line::styled(Answering::PracticeEnd.text(shared.lang), shared.theme.good()), Line::raw("")];
            lines.extend(wrap(&[(done, Style::new())], body.width.into()));
            lines
        } else {
            let counts = Label::FinishedCounts { answered: tally.answered, again: tally.again };
            let mut lines = vec![Line::styled(shared.say(&Label::Finished), shared.theme.good()), Line::raw("")];
            lines.extend(wrap(&[(shared.say(&counts), Style::new())], body.width.into()));
            if let Some(next) = self.next(shared) {
                lines.extend(wrap(&[(shared.say(&next), Style::new())], body.width.into()));
            }
            lines
        };
        lines.push(Line::raw(""));
        lines.extend(wrap(&[(Answering::PracticeOffer.text(shared.lang), Style::new())], body.width.into()));
        for (command, keys) in keymap::bindings(Context::Finished) {
            let offered = match command {
                Command::PracticeDeck | Command::PracticeMistakes | Command::PracticeMixedUp => true,
                Command::PracticeArticle => self.article.is_some(),
                _ => false,
            };
            if let Some(key) = keys.first().filter(|_| offered) {
                lines.push(Line::raw(format!("  {key}  {}", shared.say(&keymap::label(command)))));
            }
        }
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

    /// Whether the choices stand in their dictionary forms, and not as the blank has them.
    fn asks_form(&self) -> bool {
        let right = self.session.choices().and_then(|choices| choices.options.get(choices.right));
        self.session.prompt().zip(right).is_some_and(|(prompt, right)| prompt.answer != right)
    }

    fn draw_question(&self, frame: &mut Frame, body: Rect, shared: &Shared) {
        let Some(prompt) = self.session.prompt() else { return };
        let (before, after) = prompt.sides();
        let spans = [(before, Style::new()), (BLANK.to_owned(), shared.theme.blank()), (after, Style::new())];
        let typing = self.session.mode() == Mode::Type;
        let ask = match self.session.mode() {
            Mode::Reveal => shared.say(&Label::AskReveal),
            Mode::Choice if self.asks_form() => Answering::AskChoiceForm.text(shared.lang),
            Mode::Choice => Answering::AskChoice.text(shared.lang),
            Mode::Type => shared.say(&Label::AskType),
        };
        let mut below = vec![Line::raw(""), Line::styled(ask, shared.theme.faint())];
        let options = self.session.choices().into_iter().flat_map(|choices| choices.options.iter().enumerate());
        below.extend(options.map(|(at, option)| Line::raw(format!("  {}  {option}", at + 1))));
        let hints: Vec<String> = self.session.hints().iter().map(|hint| tasks::hint_text(hint, shared.lang)).collect();
        if !hints.is_empty() {
            let hint = shared.say(&Label::HintShown { hint: hints.join(" · ") });
            below.extend(wrap(&[(hint, shared.theme.fair())], body.width.into()));
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
