//! What follows when a step is stored.

use super::{Attempt, Current, Outcome, Past, Phase, Session, Stored};
use crate::cloze::ladder;
use crate::deck::{Answer, Card, Due, Grade, Mode, ReviewId};
use crate::study::{Item, Preview, choose};
use crate::time::Timestamp;

/// In practice a word that was missed comes back after so long, or when nothing else is left.
const PRACTICE_AGAIN_SECONDS: i64 = 60;

impl Session {
    pub(super) fn last_attempt(&self) -> Option<Attempt> {
        match &self.phase {
            Phase::Storing(attempt) => Some(attempt.clone()),
            _ => None,
        }
    }

    pub(super) fn recorded(&mut self, review: ReviewId, answer: &Answer, now: Timestamp) {
        let (Some(current), Phase::Storing(attempt)) = (self.current.take(), &self.phase) else { return };
        let preview = Box::new(attempt.preview.clone());
        let Current { item, question, .. } = current;
        let shown = item.questions.get(question).and_then(|q| q.sentence.get(q.range.clone())).unwrap_or_default();
        let stored = Stored {
            review,
            answer: answer.clone(),
            shown: shown.to_owned(),
            judgement: attempt.judgement.clone(),
            term: item.term.term.clone(),
        };
        self.future.clear();
        self.keep(stored, item, question, preview, now);
    }

    /// What was undone last is done again, on the question that stands because of it.
    pub(super) fn redone(&mut self, outcome: Outcome, now: Timestamp) {
        if let Some(Past::Flagged { before, after }) = self.future.pop_if(|step| matches!(step, Past::Flagged { .. })) {
            self.show_flag(after.flagged);
            self.past.push(Past::Flagged { before, after });
            return;
        }
        let (Some(future), Some(_)) = (self.future.pop(), self.current.take()) else { return };
        match (future, outcome) {
            (Past::Answered { item, question, stored, preview, .. }, Outcome::Recorded(review)) => {
                self.keep(Stored { review, ..*stored }, *item, question, preview, now);
            }
            (set_aside, _) => {
                self.past.push(set_aside);
                self.ask_next(now);
            }
        }
    }

    /// A stored answer: its card moves on, and the next question comes.
    fn keep(&mut self, stored: Stored, item: Item, question: usize, preview: Box<Preview>, now: Timestamp) {
        let (review, answer) = (stored.review, stored.answer.clone());
        self.scheduler.moved(&answer.before, &answer.after);
        self.last = Some(stored.clone());
        self.tally.add(answer.grade);
        let mut again = item.clone();
        again.card = answer.after;
        if let Some(asked) = again.questions.get_mut(question).filter(|_| !self.practice) {
            asked.asked += 1;
            asked.last_asked = Some(review);
            asked.passed |= answer.grade >= Grade::Good;
        }
        self.past.push(Past::Answered { review, item: Box::new(item), question, stored: Box::new(stored), preview });
        self.return_later(again, &answer, now);
        self.ask_next(now);
    }

    pub(super) fn replaced(&mut self, review: ReviewId, answer: Answer, now: Timestamp) {
        self.future.clear();
        if let Some(Past::Answered { review: past, stored, item, .. }) = self.past.last_mut() {
            *past = review;
            self.tally.take(stored.answer.grade);
            self.tally.add(answer.grade);
            self.scheduler.moved(&stored.answer.after, &answer.after);
            stored.review = review;
            stored.answer = answer.clone();
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
                self.return_later(again, &answer, now);
            }
        }
        if let Some(last) = &mut self.last {
            last.review = review;
            last.answer = answer;
        }
        // Behind the last question the other grade may bring its card back.
        if self.current.is_none() {
            self.ask_next(now);
        }
    }

    /// A card whose next answer is minutes away comes back in this session; in practice, one that was missed.
    fn return_later(&mut self, item: Item, answer: &Answer, now: Timestamp) {
        if self.practice {
            if answer.grade == Grade::Again {
                self.waiting.add_step(now.plus_seconds(PRACTICE_AGAIN_SECONDS), item);
            }
        } else if answer.interval_days < 1.0
            && let Some(Due::At(at)) = item.card.due
        {
            self.waiting.add_step(at, item);
        }
    }

    pub(super) fn set_aside_done(&mut self, after: Card, now: Timestamp) {
        if let Some(Current { item, question, .. }) = self.current.take() {
            self.future.clear();
            self.past.push(Past::SetAside { item: Box::new(item), question, after });
        }
        self.ask_next(now);
    }

    /// The question stays as it is, answered or not.
    pub(super) fn flag_done(&mut self, after: Card) {
        let Some(current) = &self.current else { return };
        let before = current.item.card;
        self.future.clear();
        self.past.push(Past::Flagged { before, after });
        self.show_flag(after.flagged);
    }

    /// What a grade applies holds the flag as well.
    fn show_flag(&mut self, flagged: bool) {
        if let Some(current) = &mut self.current {
            current.item.card.flagged = flagged;
        }
        if let Phase::Answered(attempt) = &mut self.phase {
            attempt.preview = attempt.preview.clone().flagged(flagged);
        }
    }

    pub(super) fn undone(&mut self, now: Timestamp) {
        let Some(past) = self.past.pop() else { return };
        if let Past::Flagged { before, .. } = past {
            // Steps are taken back in their order: the card that was flagged is the one that stands.
            self.show_flag(before.flagged);
            self.future.push(past);
            return;
        }
        if let Some(current) = self.current.take() {
            self.waiting.put_back(current.item);
        }
        let (item, question) = match &past {
            Past::Answered { item, question, stored, .. } => {
                self.tally.take(stored.answer.grade);
                self.scheduler.moved(&stored.answer.after, &stored.answer.before);
                ((**item).clone(), *question)
            }
            Past::SetAside { item, question, .. } => ((**item).clone(), *question),
            Past::Flagged { .. } => return,
        };
        self.future.push(past);
        self.last = None;
        self.waiting.remove(item.term.id);
        self.ask(item, question, now);
    }

    pub(super) fn ask_next(&mut self, now: Timestamp) {
        match self.waiting.next(now) {
            Some(item) => {
                let question = choose(&item.card, &item.questions);
                self.ask(item, question, now);
            }
            None => {
                self.current = None;
                self.phase = Phase::Finished;
            }
        }
    }

    fn ask(&mut self, item: Item, question: usize, now: Timestamp) {
        let answer = item.questions.get(question).and_then(|q| q.sentence.get(q.range.clone())).unwrap_or_default();
        let ladder = ladder(&item.term.word(), answer);
        let mode = self.wish.of(&item.card);
        self.current =
            Some(Current { item, question, asked_at: now, mode: Mode::Reveal, ladder, hints: 0, choices: None });
        self.phase = Phase::Asking { hints: 0 };
        self.ask_in(mode);
    }
}
