//! What follows when a step is stored.

use super::{Attempt, Current, Past, Phase, Session, Stored};
use crate::cloze::ladder;
use crate::deck::{Answer, Due, Grade, Mode, ReviewId};
use crate::study::{Item, choose};
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
        self.last = Some(Stored {
            review,
            answer: answer.clone(),
            shown: shown.to_owned(),
            judgement: attempt.judgement.clone(),
            term: item.term.term.clone(),
        });
        self.tally.add(answer.grade);
        let mut again = item.clone();
        again.card = answer.after;
        if let Some(asked) = again.questions.get_mut(question).filter(|_| !self.practice) {
            asked.asked += 1;
            asked.last_asked = Some(review);
        }
        self.past.push(Past::Answered { review, item: Box::new(item), question, grade: answer.grade, preview });
        self.return_later(again, answer, now);
        self.ask_next(now);
    }

    pub(super) fn replaced(&mut self, review: ReviewId, answer: Answer, now: Timestamp) {
        if let Some(Past::Answered { review: past, grade, item, .. }) = self.past.last_mut() {
            *past = review;
            self.tally.take(*grade);
            self.tally.add(answer.grade);
            *grade = answer.grade;
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

    pub(super) fn set_aside_done(&mut self, now: Timestamp) {
        if let Some(Current { item, question, .. }) = self.current.take() {
            self.past.push(Past::SetAside { item: Box::new(item), question });
        }
        self.ask_next(now);
    }

    pub(super) fn undone(&mut self, now: Timestamp) {
        let Some(past) = self.past.pop() else { return };
        if let Some(current) = self.current.take() {
            self.waiting.put_back(current.item);
        }
        let (item, question) = match past {
            Past::Answered { item, question, grade, .. } => {
                self.tally.take(grade);
                (item, question)
            }
            Past::SetAside { item, question } => (item, question),
        };
        self.last = None;
        self.waiting.remove(item.term.id);
        self.ask(*item, question, now);
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
