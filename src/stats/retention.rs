//! True retention: how many of the answers to cards in review were remembered.

use crate::time::StudyDay;

/// Ages of a memory, by the stability before the answer in days: the first day of each.
pub const AGES: [u32; 4] = [0, 7, 21, 90];

/// Answers, and those among them that were remembered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Retention {
    pub answers: usize,
    pub passed: usize,
}

impl Retention {
    /// From 0 to 1; none without answers.
    #[expect(clippy::cast_precision_loss, reason = "counts of answers are far below 2^52")]
    pub fn part(self) -> Option<f64> {
        (self.answers > 0).then(|| self.passed as f64 / self.answers as f64)
    }

    pub fn percent(self) -> Option<usize> {
        (self.passed * 200 + self.answers).checked_div(2 * self.answers)
    }

    const fn add(&mut self, answers: usize, passed: usize) {
        self.answers += answers;
        self.passed += passed;
    }
}

/// By age of the memory, from the day `since` on. `rows` are (day, age as an index into [`AGES`], answers, passed), all of
/// them of cards in review.
pub fn retention(
    rows: impl IntoIterator<Item = (StudyDay, usize, usize, usize)>,
    since: StudyDay,
) -> [Retention; AGES.len()] {
    let mut by_age = [Retention::default(); AGES.len()];
    for (day, age, answers, passed) in rows {
        if let Some(of_age) = by_age.get_mut(age).filter(|_| day >= since) {
            of_age.add(answers, passed);
        }
    }
    by_age
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_counted_by_age_and_from_a_day_on() {
        let day = StudyDay::new;
        let rows = [(day(1), 0, 10, 5), (day(5), 0, 10, 9), (day(6), 0, 5, 4), (day(6), 3, 2, 2)];
        let found = retention(rows, day(5));
        assert_eq!(found[0], Retention { answers: 15, passed: 13 });
        assert_eq!((found[0].percent(), found[1].percent(), found[3].percent()), (Some(87), None, Some(100)));
    }
}
