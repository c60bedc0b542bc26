//! What is to be done: today, in the coming days, and whether the pace suffices.

use crate::time::StudyDay;

/// Syllables a minute; none where no time went by.
pub fn speed(syllables: usize, millis: i64) -> usize {
    let millis = usize::try_from(millis).unwrap_or(0);
    (syllables * 60_000).checked_div(millis).unwrap_or(0)
}

/// Cards of the coming days that are scheduled already. New terms, and what is forgotten, come to them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Forecast {
    /// One for each day, today first.
    pub days: Vec<usize>,
}

impl Forecast {
    /// Rounded to the nearest.
    pub fn a_day(&self) -> usize {
        let count = self.days.len().max(1);
        (self.days.iter().sum::<usize>() + count / 2) / count
    }

    /// The day with most of them, as days from today, and how many there are.
    pub fn peak(&self) -> (usize, usize) {
        let most = self.days.iter().enumerate().max_by_key(|(ahead, count)| (**count, std::cmp::Reverse(*ahead)));
        most.map_or((0, 0), |(ahead, count)| (ahead, *count))
    }
}

/// `due` are (day, cards); what is overdue is due today.
pub fn forecast(due: &[(StudyDay, usize)], today: StudyDay, days: usize) -> Forecast {
    let mut forecast = Forecast { days: vec![0; days] };
    for (day, cards) in due {
        let ahead = usize::try_from(day.days_since(today).max(0)).unwrap_or(0);
        if let Some(of_day) = forecast.days.get_mut(ahead) {
            *of_day += cards;
        }
    }
    forecast
}

/// Minutes that `due` reviews and `new` terms take, rounded up, by what a card of a day took: `millis` of all answers of
/// `cards` cards, the repetitions in their steps with them. Without any answers yet a card is taken for 20 seconds.
pub fn minutes_left(due: usize, new: usize, millis: i64, cards: usize) -> usize {
    let all = usize::try_from(millis).unwrap_or(0);
    let each = all.checked_div(cards).filter(|each| *each > 0).unwrap_or(20_000);
    ((due + new) * each).div_ceil(60_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_overdue_is_due_today() {
        let day = StudyDay::new;
        let found = forecast(&[(day(3), 4), (day(10), 2), (day(12), 9), (day(99), 1)], day(10), 5);
        assert_eq!(found.days, [6, 0, 9, 0, 0]);
        assert_eq!((found.a_day(), found.peak()), (3, (2, 9)));
    }

    #[test]
    fn minutes_follow_from_what_a_card_took() {
        assert_eq!(minutes_left(10, 5, 600_000, 40), 4);
        assert_eq!(minutes_left(3, 0, 0, 0), 1);
        assert_eq!(minutes_left(0, 0, 600_000, 40), 0);
    }

    #[test]
    fn speed_needs_time() {
        assert_eq!((speed(900, 180_000), speed(900, 0)), (300, 0));
    }
}
