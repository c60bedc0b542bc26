//! The four ways a card can go on. The fsrs crate's only home.

use fsrs::{FSRS, ItemState, MemoryState};

use super::fuzz::{factor, fuzzed, whole};
use super::{BadSettings, Settings};
use crate::deck::{Card, Due, Grade, Memory, State};
use crate::time::{Calendar, Timestamp};

/// FSRS-6 with the learner's settings.
pub struct Scheduler {
    fsrs: FSRS,
    settings: Settings,
}

/// Time until a card comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Interval {
    Minutes(u32),
    Days(u32),
}

impl Interval {
    /// In days; a fraction for minutes.
    pub fn days(self) -> f64 {
        match self {
            Self::Minutes(minutes) => f64::from(minutes) / 1440.0,
            Self::Days(days) => f64::from(days),
        }
    }
}

/// A card as a grade would leave it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Next {
    pub card: Card,
    pub interval: Interval,
}

/// All four outcomes as values: the screen shows and the answer applies the same one.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    outcomes: [Next; 4],
}

impl Preview {
    pub fn next(&self, grade: Grade) -> &Next {
        &self.outcomes[usize::from(grade.number() - 1)]
    }
}

impl Scheduler {
    pub fn new(settings: Settings) -> Result<Self, BadSettings> {
        settings.validate()?;
        let fsrs = FSRS::new(&settings.parameters).map_err(|_| BadSettings::Parameters)?;
        Ok(Self { fsrs, settings })
    }

    /// What each grade at `now` would make of `card`. Days are study days of `calendar`, as in Anki, so that an answer
    /// in the evening and one in the next morning are a day apart; a clock that was set back counts as no time at all.
    pub fn preview(&self, card: &Card, now: Timestamp, calendar: &Calendar) -> Preview {
        let today = calendar.day(now);
        let elapsed = card.last_review.map_or(0, |last| today.days_since(calendar.day(last)).max(0).unsigned_abs());
        let memory = card.memory.map(|m| MemoryState { stability: m.stability, difficulty: m.difficulty });
        let states = self.fsrs.next_states(memory, self.settings.desired_retention, elapsed);
        let (again, hard, good, easy) = match states {
            Ok(states) => (states.again, states.hard, states.good, states.easy),
            // Only a memory that no scheduler wrote is refused: begin anew with it.
            Err(_) => self.fresh(),
        };
        let factor = self.settings.fuzz.then(|| factor(card));
        let days = self.review_days(card, [&hard, &good, &easy], factor);
        let plans = [
            self.plan(card, Grade::Again, days),
            self.plan(card, Grade::Hard, days),
            self.plan(card, Grade::Good, days),
            self.plan(card, Grade::Easy, days),
        ];
        let memories = [again, hard, good, easy]
            .map(|state| Memory { stability: state.memory.stability, difficulty: state.memory.difficulty });
        let mut outcomes = [Next { card: *card, interval: Interval::Days(0) }; 4];
        for ((outcome, (state, interval)), memory) in outcomes.iter_mut().zip(plans).zip(memories) {
            let due = match interval {
                Interval::Minutes(minutes) => Due::At(now.plus_seconds(i64::from(minutes) * 60)),
                Interval::Days(days) => Due::On(today.plus(i32::try_from(days).unwrap_or(i32::MAX))),
            };
            *outcome = Next {
                card: Card {
                    state,
                    memory: Some(memory),
                    due: Some(due),
                    last_review: Some(now),
                    reps: card.reps.saturating_add(1),
                    buried_until: None,
                    ..*card
                },
                interval,
            };
        }
        if card.state == State::Review {
            outcomes[0].card.lapses = card.lapses.saturating_add(1);
        }
        Preview { outcomes }
    }

    fn fresh(&self) -> (ItemState, ItemState, ItemState, ItemState) {
        let empty = || ItemState { memory: MemoryState { stability: 1.0, difficulty: 5.0 }, interval: 1.0 };
        match self.fsrs.next_states(None, self.settings.desired_retention, 0) {
            Ok(states) => (states.again, states.hard, states.good, states.easy),
            Err(_) => (empty(), empty(), empty(), empty()),
        }
    }

    /// Days for hard, good and easy; each at least a day more than the one before, as Anki has it.
    fn review_days(&self, card: &Card, states: [&ItemState; 3], factor: Option<f64>) -> [u32; 3] {
        let (minimum, maximum) = (self.settings.minimum_interval, self.settings.maximum_interval);
        let draw = |days: f64, least: u32| {
            let least = least.clamp(minimum, maximum);
            match factor {
                Some(factor) => fuzzed(days, factor, least, maximum),
                None => whole(days).clamp(least, maximum),
            }
        };
        let [hard, good, easy] = states.map(|state| f64::from(state.interval));
        if card.state != State::Review {
            // Leaving the steps: good a day, easy at least a day more.
            let good = draw(good, minimum);
            return [draw(hard, minimum).min(good), good, draw(easy, good.saturating_add(1))];
        }
        let hard = draw(hard, minimum);
        let good = draw(good, hard.saturating_add(1));
        [hard, good, draw(easy, good.saturating_add(1))]
    }

    /// Where a grade leads, and for how long.
    fn plan(&self, card: &Card, grade: Grade, [hard, good, easy]: [u32; 3]) -> (State, Interval) {
        let review = |days| (State::Review, Interval::Days(days));
        match card.state {
            State::Review if grade == Grade::Again => self.relapse(),
            State::Review => review(match grade {
                Grade::Hard => hard,
                Grade::Easy => easy,
                _ => good,
            }),
            State::New | State::Learning { .. } => {
                let steps = &self.settings.learning_steps;
                let step = card.state.step();
                let learning = |step, seconds| (State::Learning { step }, minutes(seconds));
                in_steps(steps, step, grade).map_or_else(
                    || review(self.graduation(grade, hard, good, easy)),
                    |(step, seconds)| learning(step, seconds),
                )
            }
            State::Relearning { step } => {
                let steps = &self.settings.relearning_steps;
                let relearning = |step, seconds| (State::Relearning { step }, minutes(seconds));
                in_steps(steps, step, grade).map_or_else(
                    || review(self.graduation(grade, hard, good, easy)),
                    |(step, seconds)| relearning(step, seconds),
                )
            }
        }
    }

    fn relapse(&self) -> (State, Interval) {
        match self.settings.relearning_steps.first() {
            Some(&seconds) => (State::Relearning { step: 0 }, minutes(seconds)),
            None => (State::Review, Interval::Days(self.settings.minimum_interval)),
        }
    }

    /// Days on leaving the steps.
    fn graduation(&self, grade: Grade, hard: u32, good: u32, easy: u32) -> u32 {
        match grade {
            Grade::Again => self.settings.minimum_interval,
            Grade::Hard => hard,
            Grade::Good => good,
            Grade::Easy => easy,
        }
    }
}

/// The next step and its seconds; `None` where the steps are over. Hard on the first step waits for the mean of the
/// first two, or half as long again where there is one only, and repeats a later step (Anki's rule).
fn in_steps(steps: &[i64], step: u8, grade: Grade) -> Option<(u8, i64)> {
    let first = *steps.first()?;
    let at = usize::from(step).min(steps.len() - 1);
    match grade {
        Grade::Again => Some((0, first)),
        Grade::Hard if at == 0 => {
            let seconds = steps.get(1).map_or(first + first / 2, |second| i64::midpoint(first, *second));
            Some((0, seconds))
        }
        Grade::Hard => Some((step, steps[at])),
        Grade::Good => steps.get(at + 1).map(|&seconds| (step.saturating_add(1), seconds)),
        Grade::Easy => None,
    }
}

/// Whole minutes, rounded up, so that a wait is never shorter than its step.
fn minutes(seconds: i64) -> Interval {
    Interval::Minutes(
        u32::try_from(seconds.max(0).div_euclid(60) + i64::from(seconds.rem_euclid(60) > 0)).unwrap_or(1).max(1),
    )
}

#[cfg(test)]
mod tests;
