//! How what is known grew.

use crate::time::StudyDay;

/// Terms in each state on the evening of a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stock {
    pub learning: i64,
    pub young: i64,
    pub mature: i64,
}

impl Stock {
    pub const fn all(self) -> i64 {
        self.learning + self.young + self.mature
    }
}

/// The stock on each of the `days` up to and with `today`, from what came to it by day; `flows` are in the order of days.
pub fn growth(flows: &[(StudyDay, Stock)], today: StudyDay, days: i32) -> Vec<Stock> {
    let mut stock = Stock::default();
    let mut flows = flows.iter().peekable();
    (1 - days..=0)
        .map(|ago| {
            while let Some((_, flow)) = flows.next_if(|(day, _)| *day <= today.plus(ago)) {
                stock.learning += flow.learning;
                stock.young += flow.young;
                stock.mature += flow.mature;
            }
            stock
        })
        .collect()
}

/// How many are known on each of the `days` up to `today`, by the day on which each came; `None` was known before.
pub fn learned(came: &[(Option<StudyDay>, usize)], today: StudyDay, days: i32) -> Vec<usize> {
    let mut by_day: Vec<(Option<StudyDay>, usize)> = came.to_vec();
    by_day.sort_unstable_by_key(|(day, _)| *day);
    let mut sum = 0;
    let mut rest = by_day.into_iter().peekable();
    (1 - days..=0)
        .map(|ago| {
            while let Some((_, count)) = rest.next_if(|(day, _)| day.is_none_or(|day| day <= today.plus(ago))) {
                sum += count;
            }
            sum
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stock_is_the_sum_of_what_came_before() {
        let day = StudyDay::new;
        let flow = |learning, young, mature| Stock { learning, young, mature };
        let flows = [(day(1), flow(5, 0, 0)), (day(3), flow(-2, 2, 0)), (day(4), flow(0, -1, 1))];
        assert_eq!(growth(&flows, day(4), 3), [flow(5, 0, 0), flow(3, 2, 0), flow(3, 1, 1)]);
        assert_eq!(growth(&flows, day(4), 3).last().map(|stock| stock.all()), Some(5));
    }

    #[test]
    fn what_was_known_before_counts_from_the_beginning() {
        let day = StudyDay::new;
        assert_eq!(learned(&[(Some(day(3)), 4), (None, 10), (Some(day(9)), 1)], day(4), 3), [10, 14, 14]);
    }
}
