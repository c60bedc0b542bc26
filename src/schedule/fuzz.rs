//! Fuzz: a seeded shift of an interval, so that terms learned together do not come back together for ever.
//!
//! The rule is Anki's to the digit (`just conformance` compares): no shift below 2.5 days, then a day plus 15 % of what
//! lies between 2.5 and 7 days, 10 % of what lies between 7 and 20, and 5 % of the rest, to either side; drawn by
//! ChaCha12, seeded with the card's number and its count of answers.

use rand_chacha::ChaCha12Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::deck::Card;

/// Width, from, to.
const BANDS: [(f32, f32, f32); 3] = [(0.15, 2.5, 7.0), (0.10, 7.0, 20.0), (0.05, 20.0, f32::INFINITY)];

/// A number from 0 up to 1 that depends on the card and its answers alone: what is previewed is what happens.
pub fn factor(card: &Card) -> f32 {
    let seed = u64::from_le_bytes(card.term.0.to_le_bytes()).wrapping_add(u64::from(card.reps));
    // The upper 23 bits, which a fraction of 32 bits holds exactly.
    let bits = ChaCha12Rng::seed_from_u64(seed).next_u32() >> 9;
    f32::from_bits(0x3F80_0000 | bits) - 1.0
}

/// The days from which an interval is drawn, both included.
pub fn window(days: f32, minimum: u32, maximum: u32) -> (u32, u32) {
    let minimum = minimum.min(maximum);
    let days = days.clamp(whole_f32(minimum), whole_f32(maximum));
    let width: f32 = if days < 2.5 {
        0.0
    } else {
        BANDS.iter().fold(1.0, |width, &(share, from, to)| width + share * (days.min(to) - from).max(0.0))
    };
    let low = whole(days - width).clamp(minimum, maximum);
    let mut high = whole(days + width).clamp(minimum, maximum);
    if high == low && high > 2 && high < maximum {
        high += 1;
    }
    (low, high)
}

/// The day of a window that `factor` falls on.
pub fn draw((low, high): (u32, u32), factor: f32) -> u32 {
    floor(whole_f32(low) + factor * whole_f32(1 + high - low)).min(high)
}

/// Whole days of an interval.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
pub fn whole(days: f32) -> u32 {
    days.round().clamp(0.0, 36_500.0) as u32
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
fn floor(days: f32) -> u32 {
    days.floor().clamp(0.0, 36_500.0) as u32
}

#[expect(clippy::cast_precision_loss, reason = "days up to 36,500 are exact")]
pub const fn whole_f32(days: u32) -> f32 {
    days as f32
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
        assert_eq!(window(3.0, 5, 36_500), (5, 6), "a window that its minimum closed is opened by a day");
    }

    proptest! {
        #[test]
        fn a_fuzzed_interval_lies_in_its_window(days in 0.0..40_000.0_f32, term in any::<i64>(), reps in 0..500_u32) {
            let card = Card { reps, ..Card::new(TermId(term)) };
            let (low, high) = window(days, 1, 36_500);
            let factor = factor(&card);
            prop_assert!((0.0..1.0).contains(&factor));
            prop_assert!((low..=high).contains(&draw((low, high), factor)));
        }
    }
}
