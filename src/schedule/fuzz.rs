//! Fuzz: a seeded shift of an interval, so that terms learned together do not come back together for ever.
//!
//! The window is Anki's and py-fsrs's: none below 2.5 days, then a day plus 15 % of what lies between 2.5 and 7 days,
//! 10 % of what lies between 7 and 20, and 5 % of the rest, to either side.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::deck::Card;

/// Width, from, to.
const BANDS: [(f64, f64, f64); 3] = [(0.15, 2.5, 7.0), (0.10, 7.0, 20.0), (0.05, 20.0, f64::INFINITY)];

/// A number from 0 to 1 that depends on the card and its answers alone: what is previewed is what happens.
pub fn factor(card: &Card) -> f64 {
    let seed = u64::from_le_bytes(card.term.0.to_le_bytes()).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ u64::from(card.reps);
    f64::from(ChaCha8Rng::seed_from_u64(seed).next_u32()) / f64::from(u32::MAX)
}

/// The days from which an interval is drawn, both included.
pub fn window(days: f64, minimum: u32, maximum: u32) -> (u32, u32) {
    let (minimum, maximum) = (f64::from(minimum), f64::from(maximum));
    let days = days.clamp(minimum, maximum);
    let width: f64 = if days < 2.5 {
        0.0
    } else {
        1.0 + BANDS.iter().map(|&(share, from, to)| share * (days.min(to) - from).max(0.0)).sum::<f64>()
    };
    let low = (days - width).round().clamp(minimum, maximum);
    let high = (days + width).round().clamp(minimum, maximum);
    (whole(low), whole(high))
}

/// An interval inside its window, by `factor`.
pub fn fuzzed(days: f64, factor: f64, minimum: u32, maximum: u32) -> u32 {
    let (low, high) = window(days, minimum, maximum);
    let span = f64::from(high - low) + 1.0;
    (low + whole((span * factor).floor())).min(high)
}

/// A number of days that is whole and within range already.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=36500 before")]
pub fn whole(days: f64) -> u32 {
    days.round().clamp(0.0, 36_500.0) as u32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::deck::TermId;

    #[test]
    fn the_window_is_ankis() {
        assert_eq!(window(1.0, 1, 36_500), (1, 1));
        assert_eq!(window(3.0, 1, 36_500), (2, 4));
        assert_eq!(window(10.0, 1, 36_500), (8, 12));
        assert_eq!(window(100.0, 1, 36_500), (93, 107));
    }

    proptest! {
        #[test]
        fn a_fuzzed_interval_lies_in_its_window(days in 0.0..40_000.0_f64, term in any::<i64>(), reps in 0..500_u32) {
            let card = Card { reps, ..Card::new(TermId(term)) };
            let (low, high) = window(days, 1, 36_500);
            let drawn = fuzzed(days, factor(&card), 1, 36_500);
            prop_assert!((low..=high).contains(&drawn));
            prop_assert_eq!(drawn, fuzzed(days, factor(&card), 1, 36_500));
        }
    }
}
