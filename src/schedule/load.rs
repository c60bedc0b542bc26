//! Load: what the coming days hold already, days on which less is wanted, and days off.
//!
//! Inside the window that fuzz allows, a day is drawn with the weight share · (1 + cards / share)⁻², so that days fill
//! evenly and a day with half a share settles at half the cards.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use crate::deck::Due;
use crate::time::StudyDay;

/// Days from today beyond which nothing is balanced: who knows what a week looks like in half a year.
pub const HORIZON: u32 = 180;

/// A share of nought is never quite that: where no other day is left, it is taken.
const LEAST_SHARE: f64 = 0.000_1;

/// Cards due on each day, shares of the weekdays, vacation.
#[derive(Debug, Clone, Default)]
pub struct Load {
    cards: HashMap<StudyDay, u32>,
    /// Monday first, each from 0 to 1; empty for full days all the week.
    shares: Vec<f32>,
    vacation: Option<RangeInclusive<StudyDay>>,
    balanced: bool,
}

impl Load {
    /// `cards`: how many are due on each day; `None` leaves the days unbalanced.
    pub fn new(cards: Option<HashMap<StudyDay, u32>>, shares: &[f32]) -> Self {
        Self { balanced: cards.is_some(), cards: cards.unwrap_or_default(), shares: shares.to_vec(), vacation: None }
    }

    /// Days off, both ends included: nothing is put there.
    #[must_use]
    pub fn with_vacation(self, vacation: Option<RangeInclusive<StudyDay>>) -> Self {
        Self { vacation, ..self }
    }

    /// Keeps count of a card that was put to another day.
    pub fn moved(&mut self, from: Option<Due>, to: Option<Due>) {
        if let Some(Due::On(day)) = from
            && let Some(count) = self.cards.get_mut(&day)
        {
            *count = count.saturating_sub(1);
        }
        if let Some(Due::On(day)) = to {
            *self.cards.entry(day).or_default() += 1;
        }
    }

    /// Days from `today` inside the window, drawn by `factor`; `None` where nothing is known that would tell days apart.
    pub fn pick(&self, (low, high): (u32, u32), today: StudyDay, factor: f32) -> Option<u32> {
        if low > HORIZON || !(self.balanced || self.has_easy_days() || self.vacation.is_some()) {
            return None;
        }
        let weights: Vec<f64> = (low..=high).map(|days| self.weight(after(today, days))).collect();
        let total: f64 = weights.iter().sum();
        if total <= 0.0 {
            return Some(self.around_vacation((low, high), today));
        }
        let mut rest = f64::from(factor) * total;
        let place = weights.iter().position(|weight| {
            rest -= weight;
            rest < 0.0
        });
        // What rounding leaves over belongs to the last day that has any weight.
        let place = place.or_else(|| weights.iter().rposition(|&weight| weight > 0.0))?;
        Some(low + u32::try_from(place).unwrap_or(0))
    }

    fn has_easy_days(&self) -> bool {
        self.shares.iter().any(|&share| share < 1.0)
    }

    fn weight(&self, day: StudyDay) -> f64 {
        if self.is_off(day) {
            return 0.0;
        }
        let share = self.shares.get(weekday(day)).map_or(1.0, |&share| f64::from(share).clamp(LEAST_SHARE, 1.0));
        let cards = if self.balanced { self.cards.get(&day).copied().unwrap_or(0) } else { 0 };
        share * (1.0 + f64::from(cards) / share).powi(-2)
    }

    fn is_off(&self, day: StudyDay) -> bool {
        self.vacation.as_ref().is_some_and(|days| days.contains(&day))
    }

    /// The whole window lies in the vacation: the nearer of its two ends, but never sooner than the window's middle
    /// shrunk by half, for an answer that comes far too soon teaches little.
    fn around_vacation(&self, (low, high): (u32, u32), today: StudyDay) -> u32 {
        let Some(vacation) = &self.vacation else { return low };
        let middle = i64::from(u32::midpoint(low, high));
        let before = i64::from(vacation.start().days_since(today)) - 1;
        let behind = i64::from(vacation.end().days_since(today)) + 1;
        let days = if before * 2 >= middle && middle - before <= behind - middle { before } else { behind };
        u32::try_from(days).unwrap_or(low).max(1)
    }
}

fn after(today: StudyDay, days: u32) -> StudyDay {
    today.plus(i32::try_from(days).unwrap_or(i32::MAX))
}

/// 0 for Monday; day 0, the first of 1970, was a Thursday.
fn weekday(day: StudyDay) -> usize {
    usize::try_from((i64::from(day.number()) + 3).rem_euclid(7)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: StudyDay = StudyDay::new(20_781); // a Tuesday: 2026-11-24

    /// How often each day of the window is drawn.
    fn drawn(load: &Load, window: (u32, u32)) -> HashMap<u32, u32> {
        let mut counts = HashMap::new();
        for n in 0_u16..1000 {
            *counts.entry(load.pick(window, TODAY, f32::from(n) / 1000.0).unwrap()).or_default() += 1;
        }
        counts
    }

    #[test]
    fn the_emptier_day_is_drawn_more_often() {
        let cards = HashMap::from([(TODAY.plus(5), 100), (TODAY.plus(6), 10), (TODAY.plus(7), 100)]);
        let counts = drawn(&Load::new(Some(cards), &[]), (5, 7));
        assert!(counts[&6] > 950, "{counts:?}");
    }

    #[test]
    fn days_fill_to_their_shares() {
        let mut shares = vec![1.0; 7];
        (shares[5], shares[6]) = (0.5, 0.0);
        let mut load = Load::new(Some(HashMap::new()), &shares);
        for n in 0_u16..3500 {
            let factor = f32::from(n.wrapping_mul(7919) % 1000) / 1000.0;
            let days = load.pick((6, 12), TODAY, factor).unwrap();
            load.moved(None, Some(Due::On(TODAY.plus(i32::try_from(days).unwrap()))));
        }
        let on = |weekday_wanted| {
            load.cards.iter().filter(|(day, _)| weekday(**day) == weekday_wanted).map(|(_, count)| *count).sum::<u32>()
        };
        let (saturday, sunday, monday) = (on(5), on(6), on(0));
        assert!(sunday < 20, "{sunday}");
        assert!((250..400).contains(&saturday) && (550..750).contains(&monday), "{saturday} {monday}");
    }

    #[test]
    fn nothing_is_put_into_a_vacation() {
        let off = |from, to| Load::default().with_vacation(Some(TODAY.plus(from)..=TODAY.plus(to)));
        assert!(drawn(&off(6, 7), (5, 8)).keys().all(|days| [5, 8].contains(days)));
        assert_eq!(off(1, 10).pick((2, 4), TODAY, 0.5), Some(11), "behind it");
        assert_eq!(off(18, 31).pick((19, 23), TODAY, 0.5), Some(17), "before it, which is nearer");
    }

    #[test]
    fn without_anything_known_fuzz_alone_decides() {
        assert_eq!(Load::new(None, &[1.0; 7]).pick((5, 8), TODAY, 0.5), None);
        assert_eq!(Load::new(Some(HashMap::new()), &[]).pick((400, 420), TODAY, 0.5), None);
    }

    #[test]
    fn a_card_that_moves_is_counted_once() {
        let mut load = Load::new(Some(HashMap::from([(TODAY, 2)])), &[]);
        load.moved(Some(Due::On(TODAY)), Some(Due::On(TODAY.plus(3))));
        assert_eq!((load.cards[&TODAY], load.cards[&TODAY.plus(3)]), (1, 1));
    }
}
