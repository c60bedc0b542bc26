//! How long a card waits after each grade: Anki's rules for steps, for what is at least a day apart, and for fuzz.

use super::fuzz::{draw, whole, whole_f32, window};
use super::{Load, Settings, steps};
use crate::deck::{Grade, State};
use crate::time::StudyDay;

/// Below this many days an interval without steps is counted in minutes.
const SHORT: f32 = 0.5;

const SECONDS_A_DAY: f32 = 86_400.0;

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

/// A wait to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wait {
    Seconds(i64),
    Days(u32),
}

impl Wait {
    pub fn interval(self) -> Interval {
        match self {
            // Rounded up, so that a wait is never shorter than it is said to be.
            Self::Seconds(seconds) => {
                let minutes = seconds.max(0).div_euclid(60) + i64::from(seconds.rem_euclid(60) > 0);
                Interval::Minutes(u32::try_from(minutes).unwrap_or(1).max(1))
            }
            Self::Days(days) => Interval::Days(days),
        }
    }

    /// Of an interval below half a day.
    #[expect(clippy::cast_possible_truncation, reason = "below 43,200")]
    fn short(days: f32) -> Self {
        Self::Seconds((days.max(0.0) * SECONDS_A_DAY) as i64)
    }
}

/// What the waits of one card on one day depend on, besides its memory.
pub struct Waits<'a> {
    pub settings: &'a Settings,
    pub load: &'a Load,
    pub today: StudyDay,
    /// `None` without fuzz.
    pub factor: Option<f32>,
    /// Days of the interval that ends now, as it was meant to be; 0 in steps.
    pub previous: u32,
}

impl Waits<'_> {
    /// Where again, hard, good and easy lead. `intervals`: the unrounded days of each, by its memory.
    pub fn of(&self, state: State, intervals: &[f32; 4]) -> [(State, Wait); 4] {
        match state {
            State::Review => self.reviewed(intervals),
            State::New | State::Learning { .. } => {
                self.stepped(&self.settings.learning_steps, state.step(), intervals, |step| State::Learning { step })
            }
            State::Relearning { step } => {
                self.stepped(&self.settings.relearning_steps, step, intervals, |step| State::Relearning { step })
            }
        }
    }

    /// Hard, good and easy each wait at least a day longer than the one before, and longer than last time if the
    /// memory has grown at all.
    fn reviewed(&self, &[again, hard, good, easy]: &[f32; 4]) -> [(State, Wait); 4] {
        let grown = |days: f32| if whole(days) > self.previous { self.previous.saturating_add(1) } else { 0 };
        let hard_days = self.days(hard, grown(hard));
        let good_days = self.days(good, grown(good).max(hard_days.saturating_add(1)));
        let easy_days = self.days(easy, grown(easy).max(good_days.saturating_add(1)));
        let review = |days| (State::Review, Wait::Days(days));
        let relapse = match self.settings.relearning_steps.first() {
            Some(&seconds) => (State::Relearning { step: 0 }, Wait::Seconds(seconds)),
            None if again < SHORT => (State::Relearning { step: 0 }, Wait::short(again)),
            None => review(self.unfuzzed(again)),
        };
        [relapse, review(hard_days), review(good_days), review(easy_days)]
    }

    /// In the steps of learning or relearning, or out of them.
    fn stepped(
        &self,
        list: &[i64],
        step: u8,
        &[again, hard, good, easy]: &[f32; 4],
        at: impl Fn(u8) -> State,
    ) -> [(State, Wait); 4] {
        let plan = |grade, interval: f32, days: &dyn Fn() -> u32| match steps::after(list, step, grade) {
            Some((step, seconds)) => (at(step), Wait::Seconds(seconds)),
            None if list.is_empty() && interval < SHORT => (at(0), Wait::short(interval)),
            None => (State::Review, Wait::Days(days())),
        };
        let left = |interval: f32| self.days(whole_f32(whole(interval).max(1)), 0);
        // Easy is a day longer than good would be, had it left the steps as well.
        let easier = || self.days(whole_f32(whole(easy).max(1)), self.days(good, 0).saturating_add(1));
        [
            plan(Grade::Again, again, &|| left(again)),
            plan(Grade::Hard, hard, &|| left(hard)),
            plan(Grade::Good, good, &|| left(good)),
            plan(Grade::Easy, easy, &easier),
        ]
    }

    fn limits(&self, least: u32) -> (u32, u32) {
        let (minimum, maximum) = (self.settings.minimum_interval, self.settings.maximum_interval);
        (least.clamp(minimum, maximum), maximum)
    }

    /// Whole days of an interval, at least `least`: shifted by fuzz to a day that has room.
    pub fn days(&self, interval: f32, least: u32) -> u32 {
        let (minimum, maximum) = self.limits(least);
        let window = match self.factor {
            Some(_) => window(interval, minimum, maximum),
            None => {
                let days = whole(interval).clamp(minimum, maximum);
                (days, days)
            }
        };
        let factor = self.factor.unwrap_or(0.0);
        self.load.pick(window, self.today, factor).unwrap_or_else(|| draw(window, factor)).clamp(minimum, maximum)
    }

    fn unfuzzed(&self, interval: f32) -> u32 {
        let (minimum, maximum) = self.limits(0);
        whole(interval).clamp(minimum, maximum)
    }
}
