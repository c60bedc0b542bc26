//! A session: questions, answers, grades. A state machine without a screen, a clock or a store.
//!
//! `update` turns an action into what must be stored; `confirm` tells what came of it, and only then the session moves
//! on, so that a full disk never loses an answer silently.

mod lines;
mod state;

use std::collections::VecDeque;

use self::lines::Waiting;
pub use self::state::{Action, Attempt, Effect, Left, Outcome, Phase, Stored, Tally};
use self::state::{Past, Pending};

use super::hint::cap;
use super::{Hint, Item, choose};
use crate::cloze::{Expected, Prompt, Verdict, judge};
use crate::deck::{Answer, Card, Due, Grade, Mode, Question, ReviewId, State, Status};
use crate::schedule::{Preview, Scheduler};
use crate::time::{Calendar, Timestamp};

/// The questions of one sitting.
pub struct Session {
    scheduler: Scheduler,
    calendar: Calendar,
    mode: Mode,
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

/// The question that stands.
struct Current {
    item: Item,
    question: usize,
    asked_at: Timestamp,
    hints: u8,
}

impl Current {
    /// A term that is in review, in a sentence other than its anchor that was never asked.
    fn is_new_context(&self) -> bool {
        let asked = self.item.questions.get(self.question).map_or(0, |question| question.asked);
        self.item.card.state == State::Review && self.question > 0 && asked == 0
    }
}

impl Session {
    pub fn new(items: Vec<Item>, scheduler: Scheduler, calendar: Calendar, mode: Mode, now: Timestamp) -> Self {
        let mut session = Self {
            scheduler,
            calendar,
            mode,
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

    /// Takes an action. One that makes no sense now does nothing.
    pub fn update(&mut self, action: Action, now: Timestamp) -> Vec<Effect> {
        if self.pending.is_some() || self.quit {
            return Vec::new();
        }
        let effect = match action {
            Action::Reveal => self.reveal(None, now),
            Action::Submit(text) if text.trim().is_empty() => self.reveal(None, now),
            Action::Submit(text) => self.reveal(Some(text), now),
            Action::Accept => match &self.phase {
                Phase::Answered(attempt) => self.grade(attempt.proposed, now),
                _ => None,
            },
            Action::Grade(grade) => self.grade(grade, now),
            Action::Regrade(grade) => self.regrade(grade, now),
            Action::Hint => self.hint(),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::Suspend => self.set_aside(|card| Card { status: Status::Suspended, ..card }),
            Action::Known => self.set_aside(|card| Card { status: Status::Known, ..card }),
            Action::Bury => {
                let tomorrow = self.calendar.day(now).plus(1);
                self.set_aside(|card| Card { buried_until: Some(tomorrow), ..card })
            }
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
            (Outcome::Recorded(review), Pending::Replace(answer)) => self.replaced(review, *answer),
            (Outcome::Undone | Outcome::StatusSet, Pending::Undo) => self.undone(now),
            (Outcome::StatusSet, Pending::SetAside(after)) => self.set_aside_done(after, now),
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

    pub const fn mode(&self) -> Mode {
        self.mode
    }

    pub const fn set_mode(&mut self, mode: Mode) {
        self.mode = mode;
    }

    pub fn item(&self) -> Option<&Item> {
        self.current.as_ref().map(|current| &current.item)
    }

    pub fn question(&self) -> Option<&Question> {
        self.current.as_ref().and_then(|current| current.item.questions.get(current.question))
    }

    /// The four outcomes of the answer that stands.
    pub fn preview(&self) -> Option<Preview> {
        match &self.phase {
            Phase::Answered(attempt) => Some(attempt.preview.clone()),
            _ => None,
        }
    }

    /// The hints taken for the question that stands.
    pub fn hints(&self) -> Vec<Hint> {
        let Some(current) = &self.current else { return Vec::new() };
        let answer = self.prompt().map_or_else(String::new, |prompt| prompt.answer.to_owned());
        (0..usize::from(current.hints)).filter_map(|step| Hint::at(step, &answer)).collect()
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

    fn reveal(&mut self, typed: Option<String>, now: Timestamp) -> Option<Effect> {
        let (Phase::Asking { .. }, Some(current)) = (&self.phase, &self.current) else { return None };
        let judgement = typed.as_deref().and_then(|typed| {
            let prompt = self.prompt()?;
            let term = &current.item.term.term;
            Some(judge(&Expected { answer: prompt.answer, term, after: prompt.after }, typed))
        });
        let earned = match (&judgement, self.mode) {
            (Some(judgement), _) => match judgement.verdict {
                Verdict::Correct | Verdict::CorrectOtherForm => Grade::Good,
                // A slip of the spelling is no lapse of the memory.
                Verdict::Spelling | Verdict::FitsNotHere => Grade::Hard,
                Verdict::Wrong => Grade::Again,
            },
            (None, Mode::Reveal) => Grade::Good,
            (None, _) => Grade::Again,
        };
        let preview = self.scheduler.preview(&current.item.card, now, &self.calendar);
        // A term that is known elsewhere and fails in its first new sentence is not forgotten.
        let earned = if earned == Grade::Again && current.is_new_context() { Grade::Hard } else { earned };
        let proposed = self.scheduler.settings().grading.settle(earned.min(cap(current.hints)));
        let typed = typed.map(|typed| crate::korean::jamo::nfc(&typed));
        self.phase = Phase::Answered(Attempt { typed, judgement, proposed, at: now, preview });
        None
    }

    fn grade(&mut self, grade: Grade, now: Timestamp) -> Option<Effect> {
        let grade = self.scheduler.settings().grading.settle(grade);
        let (Phase::Answered(attempt), Some(current)) = (&self.phase, &self.current) else { return None };
        let next = attempt.preview.next(grade);
        let question = current.item.questions.get(current.question)?;
        let answer = Answer {
            before: current.item.card,
            after: next.card,
            cloze: question.cloze,
            grade,
            proposed: Some(attempt.proposed),
            mode: self.mode,
            typed: attempt.typed.clone(),
            verdict: attempt.judgement.as_ref().map(|judgement| judgement.verdict),
            hints: current.hints,
            duration_ms: now.millis_since(current.asked_at).max(0),
            at: attempt.at,
            day: self.calendar.day(attempt.at),
            zone_minutes: self.calendar.offset_minutes(attempt.at),
            interval_days: next.interval.days(),
        };
        self.pending = Some(Pending::Record(Box::new(answer.clone())));
        let attempt = attempt.clone();
        self.phase = Phase::Storing(attempt);
        Some(Effect::Record(answer))
    }

    /// Another grade for the answer that was stored last, by the outcomes that were shown for it.
    fn regrade(&mut self, grade: Grade, _now: Timestamp) -> Option<Effect> {
        let grade = self.scheduler.settings().grading.settle(grade);
        let Some(Past::Answered { preview, .. }) = self.past.last() else { return None };
        let stored = self.last.as_ref()?;
        let next = preview.next(grade);
        let answer = Answer { grade, after: next.card, interval_days: next.interval.days(), ..stored.answer.clone() };
        let review = stored.review;
        self.pending = Some(Pending::Replace(Box::new(answer.clone())));
        Some(Effect::Replace { review, answer })
    }

    fn hint(&mut self) -> Option<Effect> {
        let Phase::Asking { .. } = self.phase else { return None };
        let current = self.current.as_mut()?;
        if usize::from(current.hints) < Hint::LADDER.len() {
            current.hints += 1;
            self.phase = Phase::Asking { hints: current.hints };
        }
        None
    }

    fn undo(&mut self) -> Option<Effect> {
        let effect = match self.past.last()? {
            Past::Answered { review, item, .. } => Effect::Undo { review: *review, restore: item.card },
            Past::SetAside { item, .. } => Effect::SetStatus { card: item.card },
        };
        self.pending = Some(Pending::Undo);
        Some(effect)
    }

    /// An answer that was struck out is stored anew: reviews are append-only.
    fn redo(&mut self) -> Option<Effect> {
        let effect = match self.future.last()? {
            Past::Answered { answer, .. } => Effect::Record((**answer).clone()),
            Past::SetAside { after, .. } => Effect::SetStatus { card: *after },
        };
        self.pending = Some(Pending::Redo);
        Some(effect)
    }

    fn set_aside(&mut self, change: impl Fn(Card) -> Card) -> Option<Effect> {
        if !matches!(self.phase, Phase::Asking { .. } | Phase::Answered(_)) {
            return None;
        }
        let card = change(self.current.as_ref()?.item.card);
        self.pending = Some(Pending::SetAside(card));
        Some(Effect::SetStatus { card })
    }

    fn last_attempt(&self) -> Option<Attempt> {
        match &self.phase {
            Phase::Storing(attempt) => Some(attempt.clone()),
            _ => None,
        }
    }

    fn recorded(&mut self, review: ReviewId, answer: &Answer, now: Timestamp) {
        let (Some(current), Phase::Storing(attempt)) = (self.current.take(), &self.phase) else { return };
        let preview = Box::new(attempt.preview.clone());
        let Current { item, question, .. } = current;
        self.future.clear();
        self.keep(review, answer, item, question, preview, now);
    }

    /// What was undone last is done again, on the question that stands because of it.
    fn redone(&mut self, outcome: Outcome, now: Timestamp) {
        let (Some(future), Some(_)) = (self.future.pop(), self.current.take()) else { return };
        match (future, outcome) {
            (Past::Answered { item, question, answer, preview, .. }, Outcome::Recorded(review)) => {
                self.keep(review, &answer, *item, question, preview, now);
            }
            (set_aside, _) => {
                self.past.push(set_aside);
                self.ask_next(now);
            }
        }
    }

    fn keep(
        &mut self,
        review: ReviewId,
        answer: &Answer,
        item: Item,
        question: usize,
        preview: Box<Preview>,
        now: Timestamp,
    ) {
        self.scheduler.moved(&answer.before, &answer.after);
        let shown = item.questions.get(question).and_then(|q| q.sentence.get(q.range.clone())).unwrap_or_default();
        self.last = Some(Stored { review, answer: answer.clone(), shown: shown.to_owned() });
        self.tally.add(answer.grade);
        let mut again = item.clone();
        again.card = answer.after;
        if let Some(asked) = again.questions.get_mut(question) {
            asked.asked += 1;
            asked.last_asked = Some(review);
            asked.passed |= answer.grade >= Grade::Good;
        }
        let answered = Box::new(answer.clone());
        self.past.push(Past::Answered { review, item: Box::new(item), question, answer: answered, preview });
        self.return_later(again, answer.interval_days);
        self.ask_next(now);
    }

    fn replaced(&mut self, review: ReviewId, answer: Answer) {
        self.future.clear();
        if let Some(Past::Answered { review: past, answer: stored, item, .. }) = self.past.last_mut() {
            *past = review;
            self.tally.take(stored.grade);
            self.tally.add(answer.grade);
            self.scheduler.moved(&stored.after, &answer.after);
            **stored = answer.clone();
            let mut again = (**item).clone();
            again.card = answer.after;
            let stands = self.current.as_ref().is_some_and(|current| current.item.term.id == again.term.id);
            self.waiting.remove(again.term.id);
            if stands {
                // The card came back at once: it stands with its new state.
                if let Some(current) = &mut self.current {
                    current.item.card = answer.after;
                }
            } else {
                self.return_later(again, answer.interval_days);
            }
        }
        if let Some(last) = &mut self.last {
            last.review = review;
            last.answer = answer;
        }
    }

    /// A card whose next answer is minutes away comes back in this session.
    fn return_later(&mut self, item: Item, interval_days: f64) {
        if interval_days < 1.0
            && let Some(Due::At(at)) = item.card.due
        {
            self.waiting.add_step(at, item);
        }
    }

    fn set_aside_done(&mut self, after: Card, now: Timestamp) {
        if let Some(Current { item, question, .. }) = self.current.take() {
            self.future.clear();
            self.past.push(Past::SetAside { item: Box::new(item), question, after });
        }
        self.ask_next(now);
    }

    fn undone(&mut self, now: Timestamp) {
        let Some(past) = self.past.pop() else { return };
        if let Some(current) = self.current.take() {
            self.waiting.put_back(current.item);
        }
        let (item, question) = match &past {
            Past::Answered { item, question, answer, .. } => {
                self.tally.take(answer.grade);
                self.scheduler.moved(&answer.after, &answer.before);
                (item, question)
            }
            Past::SetAside { item, question, .. } => (item, question),
        };
        self.last = None;
        self.waiting.remove(item.term.id);
        self.current = Some(Current { item: (**item).clone(), question: *question, asked_at: now, hints: 0 });
        self.future.push(past);
        self.phase = Phase::Asking { hints: 0 };
    }

    fn ask_next(&mut self, now: Timestamp) {
        self.current = self.waiting.next(now).map(|item| {
            let question = choose(&item.card, &item.questions);
            Current { item, question, asked_at: now, hints: 0 }
        });
        self.phase = if self.current.is_some() { Phase::Asking { hints: 0 } } else { Phase::Finished };
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
