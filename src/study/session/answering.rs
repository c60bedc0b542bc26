//! From the question to the answer and its grade.

use super::{Attempt, Awaiting, Current, Effect, Past, Pending, Phase, Session};
use crate::cloze::{Expected, Judgement, Remark, Verdict, choices, is_itself, judge, judge_choice};
use crate::deck::{Aid, Answer, Card, Grade, Mode};
use crate::study::hint::cap;
use crate::time::Timestamp;
use crate::vocab::TermKey;

impl Session {
    /// Shows the answer, with what was given for it.
    fn answered(&mut self, attempt: Attempt) {
        self.phase = Phase::Answered(attempt);
    }

    pub(super) fn reveal(&mut self, typed: Option<String>, now: Timestamp) -> Option<Effect> {
        let (Phase::Asking { .. }, Some(current)) = (&self.phase, &self.current) else { return None };
        if let (Some(typed), Some(awaiting)) = (&typed, &mut self.absent) {
            if !is_right_away(current, typed) {
                *awaiting = Awaiting::Judgement(typed.clone(), now);
                return None;
            }
            *awaiting = Awaiting::Nothing;
        }
        let mode = if typed.is_some() { Mode::Type } else { current.mode };
        let judgement = typed.as_deref().and_then(|typed| self.judged(typed));
        let proposed = self.proposed(judgement.as_ref(), mode, current);
        let preview = self.scheduler.preview(&current.item.card, now, &self.calendar);
        let typed = typed.map(|typed| crate::korean::jamo::nfc(&typed));
        self.answered(Attempt { typed, mode, chosen: None, accepted: None, judgement, proposed, at: now, preview });
        None
    }

    /// What was typed; the text of a choice is that choice.
    pub(super) fn submit(&mut self, text: String, now: Timestamp) -> Option<Effect> {
        let key = TermKey::of(&text);
        let chosen =
            self.choices().and_then(|choices| choices.options.iter().position(|option| TermKey::of(option) == key));
        match chosen {
            Some(index) => self.choose(index, now),
            None => self.reveal(Some(text), now),
        }
    }

    pub(super) fn choose(&mut self, index: usize, now: Timestamp) -> Option<Effect> {
        let (Phase::Asking { .. }, Some(current)) = (&self.phase, &self.current) else { return None };
        let option = self.choices()?.options.get(index)?.clone();
        let judgement = self.judged_choice(&option);
        let proposed = self.proposed(judgement.as_ref(), Mode::Choice, current);
        let preview = self.scheduler.preview(&current.item.card, now, &self.calendar);
        self.answered(Attempt {
            typed: Some(option),
            mode: Mode::Choice,
            chosen: Some(index),
            accepted: None,
            judgement,
            proposed,
            at: now,
            preview,
        });
        None
    }

    fn judged(&self, typed: &str) -> Option<Judgement> {
        let (prompt, item) = (self.prompt()?, self.item()?);
        let word = item.term.word();
        Some(judge(&Expected { answer: prompt.answer, after: prompt.after, word: &word }, &self.own, typed))
    }

    fn judged_choice(&self, option: &str) -> Option<Judgement> {
        let (prompt, item, choices) = (self.prompt()?, self.item()?, self.choices()?);
        let word = item.term.word();
        let expected = Expected { answer: prompt.answer, after: prompt.after, word: &word };
        Some(judge_choice(&expected, &self.own, choices.options.get(choices.right)?, option))
    }

    /// The grade that an answer earned, as one that can be given.
    fn proposed(&self, judgement: Option<&Judgement>, mode: Mode, current: &Current) -> Grade {
        self.scheduler.settings().grading.settle(propose(judgement, mode, current))
    }

    pub(super) fn grade(&mut self, grade: Grade, now: Timestamp) -> Option<Effect> {
        let grade = self.scheduler.settings().grading.settle(grade);
        let (Phase::Answered(attempt), Some(current)) = (&self.phase, &self.current) else { return None };
        let next = attempt.preview.next(grade);
        let before = current.item.card;
        let (after, interval_days) = if self.practice { (before, 0.0) } else { (next.card, next.interval.days()) };
        let question = current.item.questions.get(current.question)?;
        let shown = current.choices.as_ref().filter(|_| attempt.mode == Mode::Choice);
        let answer = Answer {
            before,
            after,
            cloze: question.cloze,
            grade,
            proposed: Some(attempt.proposed),
            mode: attempt.mode,
            typed: attempt.typed.clone(),
            verdict: attempt.judgement.as_ref().map(|judgement| judgement.verdict),
            hints: u8::try_from(current.hints).unwrap_or(u8::MAX),
            aid: Aid {
                hints: current.taken().iter().map(|hint| hint.name().to_owned()).collect(),
                choices: shown.map_or_else(Vec::new, |choices| choices.options.clone()),
                practice: self.practice,
                head_start: next.head_start && !self.practice,
            },
            duration_ms: now.millis_since(current.asked_at).max(0),
            at: attempt.at,
            day: self.calendar.day(attempt.at),
            zone_minutes: self.calendar.offset_minutes(attempt.at),
            interval_days,
        };
        self.pending = Some(Pending::Record(Box::new(answer.clone())));
        let attempt = attempt.clone();
        self.phase = Phase::Storing(attempt);
        Some(Effect::Record(answer))
    }

    /// Another grade for the answer that was stored last, by the outcomes that were shown for it.
    pub(super) fn regrade(&mut self, grade: Grade) -> Option<Effect> {
        let grade = self.scheduler.settings().grading.settle(grade);
        let Some(Past::Answered { preview, .. }) = self.past.last() else { return None };
        let stored = self.last.as_ref()?;
        let next = preview.next(grade);
        let answer = if self.practice {
            Answer { grade, ..stored.answer.clone() }
        } else {
            let aid = Aid { head_start: next.head_start, ..stored.answer.aid.clone() };
            Answer { grade, aid, after: next.card, interval_days: next.interval.days(), ..stored.answer.clone() }
        };
        let review = stored.review;
        self.pending = Some(Pending::Replace(Box::new(answer.clone())));
        Some(Effect::Replace { review, answer })
    }

    pub(super) fn hint(&mut self) -> Option<Effect> {
        let Phase::Asking { .. } = self.phase else { return None };
        let current = self.current.as_mut()?;
        if current.hints < current.ladder.len() {
            current.hints += 1;
            self.phase = Phase::Asking { hints: u8::try_from(current.hints).unwrap_or(u8::MAX) };
        }
        None
    }

    /// The word of the answer that stands, or of the one that was stored last.
    pub(super) fn accept_word(&mut self) -> Option<Effect> {
        let (term, name, word, stands) = match &self.phase {
            Phase::Answered(attempt) => {
                let other = attempt.judgement.as_ref().and_then(|judgement| judgement.given.clone());
                let stands = attempt.accepted.is_none();
                let term = &self.item()?.term;
                (term.id, term.term.clone(), attempt.accepted.clone().or(other)?, stands)
            }
            Phase::Asking { .. } | Phase::Finished => {
                let last = self.last.as_ref()?;
                let word = last.judgement.as_ref().and_then(|judgement| judgement.given.clone())?;
                (last.answer.before.term, last.term.clone(), word, true)
            }
            Phase::Storing(_) => return None,
        };
        let remark = Remark::Accepted;
        self.pending = Some(Pending::Remark { term: name, word: word.clone(), remark, stands });
        Some(Effect::Remark { term, word, remark, stands })
    }

    /// Of the choices that stand, or of those of the answer that was stored last.
    pub(super) fn fits(&mut self, index: usize) -> Option<Effect> {
        let (term, name, word) = match (self.choices(), &self.last) {
            (Some(choices), _) if index != choices.right => {
                let term = &self.item()?.term;
                (term.id, term.term.clone(), choices.options.get(index)?.clone())
            }
            (None, Some(last)) => {
                let word =
                    last.answer.aid.choices.get(index).filter(|word| **word != last.shown && **word != last.term)?;
                (last.answer.before.term, last.term.clone(), word.clone())
            }
            _ => return None,
        };
        let remark = Remark::Fits;
        self.pending = Some(Pending::Remark { term: name, word: word.clone(), remark, stands: true });
        Some(Effect::Remark { term, word, remark, stands: true })
    }

    /// What was said counts at once: the answer that stands is judged anew, choices are drawn anew.
    pub(super) fn remarked(&mut self, term: &str, word: &str, remark: Remark, stands: bool) {
        if stands {
            self.own.remark(term, word, remark);
        } else {
            self.own.forget(term, word, remark);
        }
        match &self.phase {
            Phase::Answered(attempt) => {
                let mut attempt = attempt.clone();
                let typed = attempt.typed.clone().unwrap_or_default();
                attempt.judgement = match attempt.mode {
                    Mode::Choice if remark == Remark::Accepted && stands => self.judged_choice(&typed).map(accepted),
                    Mode::Choice => self.judged_choice(&typed),
                    _ => self.judged(&typed),
                };
                if remark == Remark::Accepted {
                    attempt.accepted = stands.then(|| word.to_owned());
                }
                if let Some(current) = &self.current {
                    attempt.proposed = self.proposed(attempt.judgement.as_ref(), attempt.mode, current);
                }
                self.answered(attempt);
            }
            Phase::Asking { .. } => {
                let offered = self.choices().is_some_and(|choices| choices.options.iter().any(|option| option == word));
                if offered {
                    self.redraw();
                }
            }
            _ => {}
        }
    }

    /// Draws the choices of the question that stands, if that was not done.
    pub(super) fn draw_choices(&mut self) {
        let (Some(item), Some(prompt)) = (self.item(), self.prompt()) else { return };
        if self.current.as_ref().is_some_and(|current| current.choices.is_some()) {
            return;
        }
        let word = item.term.word();
        // Another drawing for each term, each answer of it, and each step of the session.
        let step = u64::from(item.card.reps) << 32 | u64::try_from(self.past.len()).unwrap_or(0);
        let seed = self.seed ^ item.term.id.0.unsigned_abs().wrapping_mul(0x9e37_79b9) ^ step;
        let drawn = choices(&word, prompt.answer, (prompt.before, prompt.after), &self.own, seed);
        if let Some(drawn) = &drawn {
            self.own.show(&word.term, &drawn.options);
        }
        if let Some(current) = &mut self.current {
            current.choices = drawn;
        }
    }

    /// Draws them again, and asks as is wished.
    pub(super) fn redraw(&mut self) {
        if let (Phase::Asking { .. }, Some(current)) = (&self.phase, &mut self.current) {
            current.choices = None;
            let mode = self.wish.of(&current.item.card);
            self.ask_in(mode);
        }
    }

    pub(super) fn undo(&mut self) -> Option<Effect> {
        let effect = match self.past.last()? {
            Past::Answered { review, .. } if self.practice => Effect::UndoPractice { review: *review },
            Past::Answered { review, item, .. } => Effect::Undo { review: *review, restore: item.card },
            Past::SetAside { item, .. } => Effect::SetStatus { card: item.card },
            Past::Flagged { before, .. } => Effect::Flag { card: *before },
        };
        self.pending = Some(Pending::Undo);
        Some(effect)
    }

    /// An answer that was struck out is stored anew: reviews are append-only.
    pub(super) fn redo(&mut self) -> Option<Effect> {
        let effect = match self.future.last()? {
            Past::Answered { stored, .. } => Effect::Record(stored.answer.clone()),
            Past::SetAside { after, .. } => Effect::SetStatus { card: *after },
            Past::Flagged { after, .. } => Effect::Flag { card: *after },
        };
        self.pending = Some(Pending::Redo);
        Some(effect)
    }

    /// Practice changes no card, so it puts no flag on one.
    pub(super) fn flag(&mut self) -> Option<Effect> {
        if self.practice || !matches!(self.phase, Phase::Asking { .. } | Phase::Answered(_)) {
            return None;
        }
        let card = self.current.as_ref()?.item.card;
        let card = Card { flagged: !card.flagged, ..card };
        self.pending = Some(Pending::Flag(card));
        Some(Effect::Flag { card })
    }

    /// Practice changes no card, so it sets none aside.
    pub(super) fn set_aside(&mut self, change: impl Fn(Card) -> Card) -> Option<Effect> {
        if self.practice || !matches!(self.phase, Phase::Asking { .. } | Phase::Answered(_)) {
            return None;
        }
        let card = change(self.current.as_ref()?.item.card);
        self.pending = Some(Pending::SetAside(card));
        Some(Effect::SetStatus { card })
    }
}

/// Whether what was typed is right whatever the reader's words are.
fn is_right_away(current: &Current, typed: &str) -> bool {
    let question = current.item.questions.get(current.question);
    question.and_then(|q| q.sentence.get(q.range.clone())).is_some_and(|answer| is_itself(answer, typed))
}

/// The grade that an answer earned, as far as the hints allow.
fn propose(judgement: Option<&Judgement>, mode: Mode, current: &Current) -> Grade {
    let earned = match (judgement, mode) {
        (Some(judgement), _) => match judgement.verdict {
            Verdict::Correct | Verdict::CorrectOtherForm => Grade::Good,
            // A slip of the spelling is no lapse of the memory.
            Verdict::Spelling | Verdict::FitsNotHere => Grade::Hard,
            Verdict::Wrong => Grade::Again,
        },
        (None, Mode::Reveal) => Grade::Good,
        (None, _) => Grade::Again,
    };
    // A term that is known elsewhere and fails in its first new sentence is not forgotten.
    let earned = if earned == Grade::Again && current.is_new_context() { Grade::Hard } else { earned };
    earned.min(cap(current.taken()))
}

fn accepted(judgement: Judgement) -> Judgement {
    Judgement { verdict: Verdict::Correct, ..judgement }
}
