//! Days of study: how much was done on each, and how many in a row.

use std::collections::{BTreeMap, VecDeque};

use crate::time::StudyDay;

/// What was done on one day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Day {
    pub answers: usize,
    /// Terms answered for the first time.
    pub new: usize,
    /// Milliseconds spent answering, and reading.
    pub answering: i64,
    pub reading: i64,
}

/// Adds up what was done by day. `answers` are (day, answers, first answers, milliseconds), `readings` (day,
/// milliseconds).
pub fn by_day(
    answers: impl IntoIterator<Item = (StudyDay, usize, usize, i64)>,
    readings: impl IntoIterator<Item = (StudyDay, i64)>,
) -> BTreeMap<StudyDay, Day> {
    let mut days: BTreeMap<StudyDay, Day> = BTreeMap::new();
    for (day, count, new, millis) in answers {
        let day = days.entry(day).or_default();
        day.answers += count;
        day.new += new;
        day.answering += millis;
    }
    for (day, millis) in readings {
        days.entry(day).or_default().reading += millis;
    }
    days
}

/// Days in a row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Streak {
    /// Days of study in the row that goes on today; rest days are not counted.
    pub current: usize,
    pub longest: usize,
    /// Rest days in the row that goes on.
    pub rested: usize,
    /// Whether today was a day of study.
    pub today: bool,
}

/// Days of study in a row, with up to `rest` days off among any seven: a streak that a Sunday breaks is no measure of
/// diligence. Today is not over, and breaks nothing.
pub fn streak(studied: impl IntoIterator<Item = StudyDay>, today: StudyDay, rest: usize) -> Streak {
    let mut days: Vec<StudyDay> = studied.into_iter().filter(|day| *day <= today).collect();
    days.sort_unstable();
    days.dedup();
    let mut run = Run { rest, days: VecDeque::new(), off: VecDeque::new() };
    let mut longest = 0;
    for day in &days {
        run.rest_until(*day);
        run.days.push_back(*day);
        longest = longest.max(run.days.len());
    }
    run.rest_until(today);
    let last = run.days.back();
    Streak {
        current: run.days.len(),
        longest,
        rested: run.off.iter().filter(|day| last.is_some_and(|last| *day < last)).count(),
        today: days.last() == Some(&today),
    }
}

/// The longest row that ends here.
struct Run {
    rest: usize,
    days: VecDeque<StudyDay>,
    /// Days off between the first of `days` and now.
    off: VecDeque<StudyDay>,
}

impl Run {
    /// The days behind the last one up to, without it, `until` are off. Where that is more rest than there may be, the row
    /// begins later.
    fn rest_until(&mut self, until: StudyDay) {
        let Some(mut day) = self.days.back().map(|last| last.plus(1)) else { return };
        while day < until && !self.days.is_empty() {
            self.off.push_back(day);
            let too_many = self.off.len().checked_sub(self.rest + 1).and_then(|at| self.off.get(at)).copied();
            if let Some(first) = too_many.filter(|first| day.days_since(*first) < 7) {
                self.days.retain(|day| *day > first);
                self.off.retain(|day| *day > first);
            }
            day = day.plus(1);
        }
        if self.days.is_empty() {
            self.off.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TODAY: StudyDay = StudyDay::new(20_000);

    fn of(ago: &[i32], rest: usize) -> Streak {
        streak(ago.iter().map(|ago| TODAY.plus(-ago)), TODAY, rest)
    }

    #[test]
    fn a_day_off_in_seven_is_a_rest_and_two_are_an_end() {
        assert_eq!(of(&[0, 1, 3, 4], 1), Streak { current: 4, longest: 4, rested: 1, today: true });
        assert_eq!(of(&[0, 1, 3, 5], 1).current, 3, "the row begins later");
        assert_eq!(of(&[0, 1, 4, 5], 1).current, 2);
        assert_eq!(of(&[0, 1, 3, 4], 0).current, 2);
    }

    #[test]
    fn today_breaks_nothing_until_it_is_over() {
        assert_eq!(of(&[1, 2], 0), Streak { current: 2, longest: 2, rested: 0, today: false });
        assert_eq!(of(&[2, 3], 0).current, 0);
        assert_eq!(of(&[2, 3], 1).current, 2);
        assert_eq!(of(&[3, 4], 1).current, 0);
        assert_eq!(of(&[], 1), Streak::default());
    }

    proptest! {
        #[test]
        fn more_rest_never_shortens_a_streak(ago in proptest::collection::vec(0..60_i32, 0..40), rest in 0..4_usize) {
            let (less, more) = (of(&ago, rest), of(&ago, rest + 1));
            prop_assert!(less.current <= more.current && less.longest <= more.longest);
            prop_assert!(more.current <= more.longest);
        }
    }
}
