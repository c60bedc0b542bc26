//! A session: questions, answers, grades. A state machine without a screen, a clock or a store.
//!
//! `update` turns an action into what must be stored; `confirm` tells what came of it, and only then the session moves
//! on, so that a full disk never loses an answer silently. `answering` has what leads to an answer, `moves` what follows
//! when it is stored.

mod answering;
mod lines;
mod moves;
mod state;

use std::collections::VecDeque;

use self::lines::Waiting;
pub use self::state::{Action, Attempt, Effect, Left, Outcome, Phase, Stored, Tally};
use self::state::{Past, Pending};

use super::Item;
use crate::cloze::{Choices, Hint, OwnWords, Prompt};
use crate::deck::{Card, Grade, Mark, Mode, ModeChoice, Question, State, Status};
use crate::schedule::{Preview, Scheduler};
use crate::time::{Calendar, Timestamp};

/// The questions of one sitting.
pub struct Session {
    scheduler: Scheduler,
    calendar: Calendar,
    wish: ModeChoice,
    own: OwnWords,
    /// While the reader's words are not read yet: what is done as soon as they are.
    absent: Option<Awaiting>,
    /// The answers that were stored when the session began.
    mark: Mark,
    /// Chance for the choices.
    seed: u64,
    practice: bool,
    waiting: Waiting,
    current: Option<Current>,
    phase: Phase,
    pending: Option<Pending>,
    past: Vec<Past>,
    /// What was undone, the latest last; gone as soon as something new is done.
    future: Vec<Past>,
    last: Option<Stored>,
    tally: Tally,
    quit: bool,
}

/// What waits for the reader's words.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Awaiting {
    /// Nothing: neither was a choice drawn yet nor did an answer need judging.
    Nothing,
    /// The choices of the question that stands.
    Choices,
    /// What was typed, and when.
    Judgement(String, Timestamp),
}

/// The question that stands.
struct Current {
    item: Item,
    question: usize,
    asked_at: Timestamp,
    mode: Mode,
    /// All hints that there are, and how many of them were taken.
    ladder: Vec<Hint>,
    hints: usize,
    /// Drawn when they are asked for the first time.
    choices: Option<Choices>,
}

impl Session {
    /// A session without words to choose from; `with_words` brings them.
    pub fn new(
        items: Vec<Item>,
        scheduler: Scheduler,
        calendar: Calendar,
        wish: impl Into<ModeChoice>,
        now: Timestamp,
    ) -> Self {
        let mut session = Self {
            scheduler,
            calendar,
            wish: wish.into(),
            own: OwnWords::default(),
            absent: None,
            mark: Mark::default(),
            seed: 0,
            practice: false,
            waiting: Waiting::new(VecDeque::from(items)),
            current: None,
            phase: Phase::Finished,
            pending: None,
            past: Vec::new(),
            future: Vec::new(),
            last: None,
            tally: Tally::default(),
            quit: false,
        };
        session.ask_next(now);
        session
    }

    /// With the reader's words, and with `seed` for the chance in choices.
    #[must_use]
    pub fn with_words(mut self, own: OwnWords, seed: u64) -> Self {
        (self.own, self.seed) = (own, seed);
        self.redraw();
        self
    }

    /// The reader's words come only when they are asked for (`lacks_words`, `learn`): reading them takes time, and many
    /// sessions need none. `mark` says which answers were stored by then.
    #[must_use]
    pub fn with_words_later(mut self, mark: Mark, seed: u64) -> Self {
        (self.absent, self.mark, self.seed) = (Some(Awaiting::Nothing), mark, seed);
        self.redraw();
        self
    }

    /// Whether the session cannot go on without the reader's words: choices are to be drawn, or an answer that is not
    /// plainly right is to be judged. Whoever drives it asks after each step.
    pub fn lacks_words(&self) -> bool {
        self.absent.as_ref().is_some_and(|awaiting| *awaiting != Awaiting::Nothing)
    }

    /// The reader's words, and what waited for them is done.
    pub fn learn(&mut self, own: OwnWords) {
        self.own = own;
        match self.absent.take() {
            Some(Awaiting::Choices) => self.ask_in(Mode::Choice),
            Some(Awaiting::Judgement(typed, at)) => {
                self.update(Action::Submit(typed), at);
            }
            Some(Awaiting::Nothing) | None => {}
        }
    }

    pub const fn mark(&self) -> Mark {
        self.mark
    }

    /// As practice: no card changes, and what is answered is stored apart.
    #[must_use]
    pub const fn practising(mut self) -> Self {
        self.practice = true;
        self
    }

    /// Takes an action. One that makes no sense now does nothing.
    pub fn update(&mut self, action: Action, now: Timestamp) -> Vec<Effect> {
        if self.pending.is_some() || self.quit {
            return Vec::new();
        }
        let effect = match action {
            Action::Reveal => self.reveal(None, now),
            Action::Submit(text) if text.trim().is_empty() => self.reveal(None, now),
            Action::Submit(text) => self.submit(text, now),
            Action::Choose(index) => self.choose(index, now),
            Action::Accept => match &self.phase {
                Phase::Answered(attempt) => self.grade(attempt.proposed, now),
                _ => None,
            },
            Action::Grade(grade) => self.grade(grade, now),
            Action::Regrade(grade) => self.regrade(grade),
            Action::Hint => self.hint(),
            Action::AcceptWord => self.accept_word(),
            Action::Fits(index) => self.fits(index),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::Suspend => self.set_aside(|card| Card { status: Status::Suspended, ..card }),
            Action::Known => self.set_aside(|card| Card { status: Status::Known, ..card }),
            Action::Bury => {
                let tomorrow = self.calendar.day(now).plus(1);
                self.set_aside(|card| Card { buried_until: Some(tomorrow), ..card })
            }
            Action::Flag => self.flag(),
            Action::Quit => {
                self.quit = true;
                self.phase = Phase::Finished;
                None
            }
        };
        effect.into_iter().collect()
    }

    /// Tells what came of the effect.
    pub fn confirm(&mut self, outcome: Outcome, now: Timestamp) {
        let Some(pending) = self.pending.take() else { return };
        match (outcome, pending) {
            (Outcome::Recorded(review), Pending::Record(answer)) => self.recorded(review, &answer, now),
            (Outcome::Recorded(_) | Outcome::StatusSet, Pending::Redo) => self.redone(outcome, now),
            (Outcome::Recorded(review), Pending::Replace(answer)) => self.replaced(review, *answer, now),
            (Outcome::Undone | Outcome::StatusSet, Pending::Undo) => self.undone(now),
            (Outcome::StatusSet, Pending::SetAside(after)) => self.set_aside_done(after, now),
            (Outcome::StatusSet, Pending::Flag(after)) => self.flag_done(after),
            (Outcome::Remarked, Pending::Remark { term, word, remark, stands }) => {
                self.remarked(&term, &word, remark, stands);
            }
            // Nothing was stored: the answer stands as it was, to be graded again.
            (_, Pending::Record(_)) => {
                if let Some(attempt) = self.last_attempt() {
                    self.phase = Phase::Answered(attempt);
                }
            }
            _ => {}
        }
    }

    pub const fn phase(&self) -> &Phase {
        &self.phase
    }

    /// How the question that stands is asked.
    pub fn mode(&self) -> Mode {
        match (&self.current, self.wish) {
            (Some(current), _) => current.mode,
            (None, ModeChoice::Always(mode)) => mode,
            (None, ModeChoice::Auto) => Mode::Reveal,
        }
    }

    /// How the learner wishes to be asked.
    pub const fn wish(&self) -> ModeChoice {
        self.wish
    }

    /// Another wish; the question that stands is asked by it at once.
    pub fn set_wish(&mut self, wish: ModeChoice) {
        self.wish = wish;
        if let (Phase::Asking { .. }, Some(current)) = (&self.phase, &self.current) {
            let mode = wish.of(&current.item.card);
            self.ask_in(mode);
        }
    }

    /// Asks the question that stands in `mode`, and none else; without enough words for choices it is recalled.
    pub fn ask_in(&mut self, mode: Mode) {
        if let Some(awaiting) = &mut self.absent {
            let asking = matches!(self.phase, Phase::Asking { .. });
            *awaiting = if asking && mode == Mode::Choice { Awaiting::Choices } else { Awaiting::Nothing };
        }
        if mode == Mode::Choice && self.absent.is_none() {
            self.draw_choices();
        }
        if let (Phase::Asking { .. }, Some(current)) = (&self.phase, &mut self.current) {
            let possible = mode != Mode::Choice || current.choices.is_some();
            current.mode = if possible { mode } else { Mode::Reveal };
        }
    }

    pub const fn is_practice(&self) -> bool {
        self.practice
    }

    /// The reader's words.
    pub const fn own(&self) -> &OwnWords {
        &self.own
    }

    pub fn item(&self) -> Option<&Item> {
        self.current.as_ref().map(|current| &current.item)
    }

    pub fn question(&self) -> Option<&Question> {
        self.current.as_ref().and_then(|current| current.item.questions.get(current.question))
    }

    /// The choices of the question that stands, if it is asked so.
    pub fn choices(&self) -> Option<&Choices> {
        self.current.as_ref().filter(|current| current.mode == Mode::Choice)?.choices.as_ref()
    }

    /// The four outcomes of the answer that stands.
    pub fn preview(&self) -> Option<Preview> {
        match &self.phase {
            Phase::Answered(attempt) => Some(attempt.preview.clone()),
            _ => None,
        }
    }

    /// The names of all hints that the question has, in the order in which they are given.
    pub fn ladder(&self) -> Vec<&'static str> {
        self.current.as_ref().map_or_else(Vec::new, |current| current.ladder.iter().map(Hint::name).collect())
    }

    /// The hints taken for the question that stands.
    pub fn hints(&self) -> Vec<Hint> {
        self.current.as_ref().map_or_else(Vec::new, |current| current.taken().to_vec())
    }

    /// What is still to come today, the question that stands included.
    pub fn left(&self) -> Left {
        let mut left = self.waiting.left();
        if let Some(current) = &self.current {
            left.count(current.item.card.state);
        }
        left
    }

    pub const fn tally(&self) -> Tally {
        self.tally
    }

    /// The answer that was stored last.
    pub const fn last(&self) -> Option<&Stored> {
        self.last.as_ref()
    }

    pub fn can_undo(&self) -> bool {
        !self.past.is_empty() && self.pending.is_none() && !self.quit
    }

    pub fn can_redo(&self) -> bool {
        !self.future.is_empty() && self.pending.is_none() && !self.quit
    }

    /// The grades that a learner can give.
    pub const fn grades(&self) -> &'static [Grade] {
        self.scheduler.settings().grading.grades()
    }

    /// The sentence that stands, cut at its blank.
    pub fn prompt(&self) -> Option<Prompt<'_>> {
        let (item, question) = (self.item()?, self.question()?);
        Some(Prompt::cut(&question.sentence, question.range.clone())?.asking(item.term.pos, item.term.kind))
    }
}

impl Current {
    /// A term that is in review, in a sentence other than its anchor that was never asked.
    fn is_new_context(&self) -> bool {
        let asked = self.item.questions.get(self.question).map_or(0, |question| question.asked);
        self.item.card.state == State::Review && self.question > 0 && asked == 0
    }

    fn taken(&self) -> &[Hint] {
        self.ladder.get(..self.hints).unwrap_or(&self.ladder)
    }
}

impl Left {
    fn count(&mut self, state: State) {
        match state {
            State::New => self.new += 1,
            State::Learning { .. } | State::Relearning { .. } => self.learning += 1,
            State::Review => self.review += 1,
        }
    }
}

#[cfg(test)]
mod tests;
