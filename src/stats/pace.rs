//! Whether the pace of the last weeks suffices for a goal, and what would.
//!
//! Days off are counted as the streak counts them: `rest` among any seven are none of a learner's shame. They are left out
//! of the days of study behind, and the days ahead are taken to have as many.

use std::collections::{BTreeMap, BTreeSet};

use crate::time::StudyDay;

use super::days::{Streak, streak};

/// Days behind that a pace is taken from.
pub const WINDOW: i32 = 28;
/// Days from which on there is a pace to speak of.
pub const ENOUGH_DAYS: i32 = 7;

/// What was done of something in the last weeks. Today is not over and is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// Days that are looked at, and those of them that were to be days of study: the rest that may be is left out.
    pub days: usize,
    pub study: usize,
    /// All that was done on them.
    pub sum: usize,
}

impl Pace {
    /// `done` by day, 0 where a day is absent; `active` are the days with any study at all. `None` in the first week.
    pub fn of(
        done: &BTreeMap<StudyDay, usize>,
        active: &BTreeSet<StudyDay>,
        today: StudyDay,
        rest: usize,
    ) -> Option<Self> {
        let since = today.days_since(*active.first()?).min(WINDOW);
        if since < ENOUGH_DAYS {
            return None;
        }
        let from = today.plus(-since);
        let days = usize::try_from(since).unwrap_or(0);
        let off = days.saturating_sub(active.range(from..today).count());
        let study = days - off.min(days * rest / 7);
        Some(Self { days, study, sum: done.range(from..today).map(|(_, count)| count).sum() })
    }

    /// On a day of study.
    #[expect(clippy::cast_precision_loss, reason = "counts of days and answers")]
    pub fn part(self) -> f64 {
        if self.study == 0 { 0.0 } else { self.sum as f64 / self.study as f64 }
    }

    /// On a day of study, rounded to the nearest.
    pub const fn a_day(self) -> usize {
        match (2 * self.sum + self.study).checked_div(2 * self.study) {
            Some(a_day) => a_day,
            None => 0,
        }
    }

    /// Days of study among the next `days`, if they are spread as in the last weeks.
    pub const fn study_days(self, days: usize) -> usize {
        match (days * self.study).checked_div(self.days) {
            Some(study) => study,
            None => 0,
        }
    }
}

/// A goal of so much a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DailyStanding {
    pub today: usize,
    pub pace: Option<Pace>,
    /// Days of the pace on which the goal was reached.
    pub reached: usize,
    /// Days in a row on which it was reached, rest allowed.
    pub streak: Streak,
}

impl DailyStanding {
    pub fn of(
        amount: usize,
        done: &BTreeMap<StudyDay, usize>,
        active: &BTreeSet<StudyDay>,
        today: StudyDay,
        rest: usize,
    ) -> Self {
        let reached = |(day, count): (&StudyDay, &usize)| (*count >= amount).then_some(*day);
        let pace = Pace::of(done, active, today, rest);
        let from = today.plus(-pace.map_or(0, |pace| i32::try_from(pace.days).unwrap_or(0)));
        Self {
            today: done.get(&today).copied().unwrap_or(0),
            pace,
            reached: done.range(from..today).filter_map(reached).count(),
            streak: streak(done.iter().filter_map(reached), today, rest),
        }
    }

    /// Whether as much as the goal was done on a day of study; none where there is no pace yet.
    pub fn suffices(&self, amount: usize) -> Option<bool> {
        self.pace.map(|pace| pace.sum >= amount * pace.study)
    }
}

/// Terms to be learned by a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ByDay {
    pub terms: usize,
    /// Calendar days that are left, today with them; 0 behind the day.
    pub days: usize,
    /// Terms on a day of study that would do; none where no day is left.
    pub needed: Option<usize>,
    /// At the pace of the last weeks, on which day; none where nothing is learned or there is no pace yet.
    pub reached_on: Option<StudyDay>,
    pub pace: Option<Pace>,
}

impl ByDay {
    /// `pace` is that of new terms.
    pub fn of(terms: usize, today: StudyDay, by: StudyDay, pace: Option<Pace>, rest: usize) -> Self {
        let days = usize::try_from(by.days_since(today) + 1).unwrap_or(0);
        let study =
            pace.map_or_else(|| days - days * rest / 7, |pace| pace.study_days(days)).max(usize::from(days > 0));
        // Today is the first of the days that it takes.
        let takes = pace.filter(|pace| pace.sum > 0).map(|pace| (terms * pace.days).div_ceil(pace.sum));
        let ahead = takes.map(|days| i32::try_from(days.saturating_sub(1)).unwrap_or(i32::MAX));
        Self {
            terms,
            days,
            needed: (study > 0).then(|| terms.div_ceil(study)),
            reached_on: ahead.map(|ahead| today.plus(ahead)),
            pace,
        }
    }

    /// Whether the pace suffices for `by`; none where there is no pace yet.
    pub fn suffices(&self, by: StudyDay) -> Option<bool> {
        if self.terms == 0 {
            return Some(true);
        }
        self.pace.map(|_| self.reached_on.is_some_and(|day| day <= by))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TODAY: StudyDay = StudyDay::new(20_000);

    /// `each` on each of the days that are so many days ago.
    fn done(ago: impl IntoIterator<Item = i32>, each: usize) -> (BTreeMap<StudyDay, usize>, BTreeSet<StudyDay>) {
        let done: BTreeMap<StudyDay, usize> = ago.into_iter().map(|ago| (TODAY.plus(-ago), each)).collect();
        let active = done.keys().copied().collect();
        (done, active)
    }

    #[test]
    fn a_day_off_a_week_is_no_idle_day_and_more_are() {
        let (all, active) = done((1..=28).filter(|ago| ago % 7 != 3), 6);
        let pace = Pace::of(&all, &active, TODAY, 1).unwrap();
        assert_eq!((pace.days, pace.study, pace.sum, pace.a_day()), (28, 24, 144, 6));
        let (half, active) = done((1..=28).filter(|ago| ago % 2 == 0), 6);
        let pace = Pace::of(&half, &active, TODAY, 1).unwrap();
        assert_eq!((pace.study, pace.sum, pace.a_day()), (24, 84, 4), "ten idle days count");
        assert_eq!(pace.study_days(14), 12);
    }

    #[test]
    fn in_the_first_week_there_is_no_pace() {
        let (few, active) = done(0..7, 5);
        assert_eq!(Pace::of(&few, &active, TODAY, 1), None);
        let (week, active) = done(1..=7, 5);
        let pace = Pace::of(&week, &active, TODAY, 1).unwrap();
        assert_eq!((pace.days, pace.study, pace.a_day()), (7, 7, 5), "a week without rest");
        assert_eq!(Pace::of(&BTreeMap::new(), &BTreeSet::new(), TODAY, 1), None);
    }

    #[test]
    fn a_daily_goal_tells_today_the_days_it_was_reached_and_those_in_a_row() {
        let (mut all, mut active) = done((1..=28).filter(|ago| ago % 7 != 3), 20);
        all.insert(TODAY, 8);
        active.insert(TODAY);
        let found = DailyStanding::of(20, &all, &active, TODAY, 1);
        assert_eq!((found.today, found.reached, found.streak.current), (8, 24, 24));
        assert_eq!((found.suffices(20), found.suffices(21)), (Some(true), Some(false)));
    }

    #[test]
    fn what_an_article_needs_is_told_beside_what_is_learned() {
        let (all, active) = done(1..=28, 5);
        let pace = Pace::of(&all, &active, TODAY, 1);
        let found = ByDay::of(180, TODAY, TODAY.plus(19), pace, 1);
        assert_eq!((found.days, found.needed), (20, Some(9)));
        assert_eq!(found.reached_on, Some(TODAY.plus(35)), "36 days of 5");
        assert_eq!(found.suffices(TODAY.plus(19)), Some(false));
        assert_eq!(found.suffices(TODAY.plus(35)), Some(true));
        assert_eq!(ByDay::of(0, TODAY, TODAY.plus(-3), pace, 1).suffices(TODAY.plus(-3)), Some(true));
        let late = ByDay::of(4, TODAY, TODAY.plus(-1), pace, 1);
        assert_eq!((late.days, late.needed, late.suffices(TODAY.plus(-1))), (0, None, Some(false)));
        let first = ByDay::of(12, TODAY, TODAY.plus(6), None, 1);
        assert_eq!((first.needed, first.suffices(TODAY.plus(6))), (Some(2), None), "one of the seven days is rest");
    }

    proptest! {
        /// What is said of the need and what is said of the day never contradict each other but for rounding up.
        #[test]
        fn a_pace_that_is_needed_suffices(
            each in 0..20_usize, every in 1..5_i32, terms in 0..400_usize, ahead in 0..200_i32,
        ) {
            let (all, active) = done((1..=28).filter(|ago| ago % every == 0), each);
            let pace = Pace::of(&all, &active, TODAY, 1);
            let by = TODAY.plus(ahead);
            let found = ByDay::of(terms, TODAY, by, pace, 1);
            let Some(pace) = pace else { return Ok(()) };
            let needed = found.needed.unwrap();
            // In sums over the window, so that nothing is rounded twice.
            if found.suffices(by) == Some(false) {
                prop_assert!(needed * pace.study >= pace.sum, "{found:?}");
            }
            if terms > 0 && pace.sum >= needed * pace.study && pace.study_days(found.days) > 0 {
                prop_assert_eq!(found.suffices(by), Some(true));
            }
            let more = ByDay::of(terms + 1, TODAY, by, Some(pace), 1);
            prop_assert!(more.needed >= found.needed && more.reached_on >= found.reached_on);
        }
    }
}
