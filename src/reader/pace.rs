//! How long a text was read, and how fast.

use crate::korean::jamo::is_syllable;
use crate::time::Timestamp;

/// Between two keys more than this is a pause and not reading: a screen of text takes a slow reader some three minutes.
pub const PAUSE_MS: i64 = 180_000;

/// Time spent reading, from key to key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    last: Timestamp,
    /// Milliseconds, pauses left out.
    pub millis: i64,
}

impl Pace {
    pub const fn new(now: Timestamp) -> Self {
        Self { last: now, millis: 0 }
    }

    /// A key was pressed.
    #[must_use]
    pub const fn tick(self, now: Timestamp) -> Self {
        let gap = now.millis_since(self.last);
        let read = if gap > 0 && gap <= PAUSE_MS { gap } else { 0 };
        Self { last: now, millis: self.millis + read }
    }
}

/// Hangul syllables of a text, by which reading speed is told in Korean; a run of digits or Latin letters counts as one
/// for each character.
pub fn syllables(text: &str) -> usize {
    text.chars().filter(|c| is_syllable(*c) || c.is_ascii_alphanumeric()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_are_left_out_and_a_clock_that_goes_back_counts_nothing() {
        let at = |seconds: i64| Timestamp::from_millis(seconds * 1000);
        let pace = [10, 25, 1000, 990, 1000].into_iter().fold(Pace::new(at(0)), |pace, second| pace.tick(at(second)));
        assert_eq!(pace.millis, 35_000);
    }

    #[test]
    fn syllables_and_digits_are_counted() {
        assert_eq!(syllables("매출 3조원(AI)."), 2 + 1 + 2 + 2);
    }
}
