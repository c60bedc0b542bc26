//! A learner of chance: what settings cost in answers a day, and what they keep.
//!
//! The learner's memory is FSRS-6 with weights of its own, which the schedule need not know. Grades that are not Again
//! fall as in the logs that FSRS was fitted to, roughly: a tenth hard, eight tenths good, a tenth easy.

use std::collections::BTreeMap;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use super::Scheduler;
use crate::deck::{Card, Due, Grade, Memory, State, TermId};
use crate::time::{Calendar, StudyDay, Timestamp};

/// Seconds that an answer takes on the average, the look at the next question included.
pub const SECONDS_AN_ANSWER: f64 = 9.0;

/// What is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    pub days: u32,
    pub new_per_day: u32,
    pub reviews_per_day: u32,
    /// Terms that can be met at all.
    pub terms: u32,
}

/// What one day came to.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Day {
    /// All answers, those in steps included.
    pub answers: u32,
    pub new: u32,
    /// Answers to cards in review, and how many of them were right.
    pub reviews: u32,
    pub recalled: u32,
    /// Terms that the learner would know at the end of the day: the sum of their chances.
    pub kept: f64,
}

/// A learner whose memory is known exactly.
pub struct Learner {
    truth: Scheduler,
    rng: ChaCha8Rng,
}

impl Learner {
    pub fn new(truth: Scheduler, seed: u64) -> Self {
        Self { truth, rng: ChaCha8Rng::seed_from_u64(seed) }
    }

    /// The grade of an answer `elapsed` days behind the last one.
    pub fn grade(&mut self, memory: Option<Memory>, elapsed: u32) -> Grade {
        let Some(memory) = memory else {
            // A word met for the first time is mostly not known yet.
            return self.pick([0.3, 0.15, 0.45, 0.1]);
        };
        // Within the day nearly all is recalled, though FSRS would have it that all is.
        let chance = f64::from(self.truth.recall(memory, elapsed)).min(0.97);
        self.pick([1.0 - chance, chance * 0.1, chance * 0.8, chance * 0.1])
    }

    /// What the answer leaves behind.
    pub fn remember(&self, memory: Option<Memory>, elapsed: u32, grade: Grade) -> Memory {
        self.truth.remember(memory, elapsed, grade)
    }

    pub fn chance(&self, memory: Memory, elapsed: u32) -> f64 {
        f64::from(self.truth.recall(memory, elapsed))
    }

    fn pick(&mut self, chances: [f64; 4]) -> Grade {
        let mut rest = f64::from(self.rng.next_u32()) / 4_294_967_296.0;
        for (grade, chance) in Grade::ALL.into_iter().zip(chances) {
            rest -= chance;
            if rest < 0.0 {
                return grade;
            }
        }
        Grade::Good
    }
}

/// A card with what the learner really remembers of it.
struct Known {
    card: Card,
    truth: Option<Memory>,
    last: StudyDay,
}

/// Lets a learner study for `plan.days` from `start` on, each day at noon, beginning with the cards there are.
pub fn simulate(
    mut scheduler: Scheduler,
    mut learner: Learner,
    plan: Plan,
    cards: &[Card],
    start: Timestamp,
    calendar: &Calendar,
) -> Vec<Day> {
    let first = calendar.day(start);
    let mut known: Vec<Known> = cards
        .iter()
        .filter(|card| card.memory.is_some())
        .map(|card| {
            let last = card.last_review.map_or(first, |at| calendar.day(at));
            Known { card: *card, truth: card.memory, last }
        })
        .collect();
    let mut waiting: BTreeMap<StudyDay, Vec<usize>> = BTreeMap::new();
    for (at, known) in known.iter().enumerate() {
        waiting.entry(due_day(&known.card, first)).or_default().push(at);
    }
    let mut unmet = plan.terms;
    let mut days = Vec::new();
    for number in 0..plan.days {
        let today = first.plus(i32::try_from(number).unwrap_or(i32::MAX));
        let now = calendar.start(today).plus_seconds(8 * 3600);
        let mut day = Day::default();
        let mut due: Vec<usize> = Vec::new();
        while let Some(entry) = waiting.first_entry()
            && *entry.key() <= today
        {
            due.extend(entry.remove());
        }
        // More than a day may hold: the rest waits, and comes first tomorrow.
        let most = plan.reviews_per_day as usize;
        if due.len() > most {
            let late = due.split_off(most);
            waiting.entry(today.plus(1)).or_default().extend(late);
        }
        let new = plan.new_per_day.min(unmet);
        unmet -= new;
        for _ in 0..new {
            // No card that there is has a number below nought.
            let id = -1 - i64::try_from(known.len()).unwrap_or(i64::MAX - 1);
            due.push(known.len());
            known.push(Known { card: Card::new(TermId(id)), truth: None, last: today });
        }
        day.new = new;
        for at in due {
            let Some(item) = known.get_mut(at) else { continue };
            sit(&mut scheduler, &mut learner, item, now, today, calendar, &mut day);
            waiting.entry(due_day(&item.card, today)).or_default().push(at);
        }
        let chance = |known: &Known| {
            let elapsed = today.days_since(known.last).max(0).unsigned_abs();
            known.truth.map_or(0.0, |memory| learner.chance(memory, elapsed))
        };
        day.kept = known.iter().map(chance).sum();
        days.push(day);
    }
    days
}

/// Answers a card until it is done for the day.
fn sit(
    scheduler: &mut Scheduler,
    learner: &mut Learner,
    item: &mut Known,
    mut now: Timestamp,
    today: StudyDay,
    calendar: &Calendar,
    day: &mut Day,
) {
    // Nobody fails a card forty times on one day, but chance might.
    for _ in 0..40 {
        let elapsed = today.days_since(item.last).max(0).unsigned_abs();
        let grade = learner.grade(item.truth, elapsed);
        day.answers += 1;
        if item.card.state == State::Review {
            day.reviews += 1;
            day.recalled += u32::from(grade != Grade::Again);
        }
        let next = scheduler.preview(&item.card, now, calendar).next(grade).card;
        scheduler.moved(&item.card, &next);
        item.truth = Some(learner.remember(item.truth, elapsed, grade));
        (item.card, item.last) = (next, today);
        match next.due {
            Some(Due::At(at)) => now = at,
            _ => return,
        }
    }
}

fn due_day(card: &Card, today: StudyDay) -> StudyDay {
    match card.due {
        Some(Due::On(day)) => day,
        _ => today.plus(1),
    }
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::schedule::{Load, Settings};

    fn run(retention: f32, seed: u64) -> Vec<Day> {
        let settings = Settings { desired_retention: retention, ..Settings::default() };
        let scheduler = Scheduler::new(settings).unwrap().with_load(Load::new(Some([].into()), &[]));
        let learner = Learner::new(Scheduler::new(Settings::default()).unwrap(), seed);
        let plan = Plan { days: 100, new_per_day: 10, reviews_per_day: 9999, terms: 700 };
        let start = Timestamp::from_millis(1_767_225_600_000);
        simulate(scheduler, learner, plan, &[], start, &Calendar::new(TimeZone::UTC, 4))
    }

    fn retention(days: &[Day]) -> f64 {
        f64::from(days.iter().map(|day| day.recalled).sum::<u32>())
            / f64::from(days.iter().map(|day| day.reviews).sum::<u32>())
    }

    #[test]
    fn what_is_wished_for_is_what_comes() {
        for wished in [0.8, 0.9] {
            let days = run(wished, 7);
            assert!((retention(&days) - f64::from(wished)).abs() < 0.02, "{wished}: {}", retention(&days));
        }
    }

    #[test]
    fn more_retention_is_more_work_and_more_kept() {
        let (low, high) = (run(0.8, 1), run(0.95, 1));
        let answers = |days: &[Day]| days.iter().map(|day| day.answers).sum::<u32>();
        assert!(answers(&high) > answers(&low));
        assert!(high[99].kept > low[99].kept);
        assert_eq!(low.iter().map(|day| day.new).sum::<u32>(), 700);
        assert_eq!(run(0.8, 1), low, "the same seed is the same learner");
    }
}
