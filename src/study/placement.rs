//! The placement test: which words need not be taught. Pure: from the answers so far, the next level to ask or the end.
//!
//! A learner's level is a number on the scale of the lexicon's levels, 1 to 6. A word of level l is known with the
//! chance of a logistic curve around the learner's level; what is not known yet about that level is a distribution,
//! and each answer narrows it (Bayes). The word to ask next is the one nearest to the middle, which tells most.

use std::ops::RangeInclusive;

/// Levels of words, as the lexicon counts them: by how early a learner meets them.
pub const LEVELS: RangeInclusive<u8> = 1..=6;

/// Two minutes, at four seconds a word.
pub const MOST: usize = 30;

/// Before this many answers nothing is concluded.
const LEAST: usize = 16;

/// Spread of the learner's level, in levels, that is good enough.
const SURE: f64 = 0.35;

/// How steeply knowledge falls from level to level.
const STEEPNESS: f64 = 1.7;

/// Of words far below one's level some are missed, and of those far above some are known.
const SLIP: f64 = 0.04;

/// A level counts as known where its words are known with this chance.
const KNOWN: f64 = 0.9;

/// Points of the scale in a level.
const POINTS: u32 = 10;

/// What comes next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Step {
    /// A word of this level.
    Ask(u8),
    Done(Placed),
}

/// What the test found.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Placed {
    /// The learner's level: half of its words are known.
    pub level: f64,
    /// Words up to this level are known so well that they need not be taught; 0 for none.
    pub known_up_to: u8,
}

/// A word that was asked: its level, and whether it was known.
pub type Asked = (u8, bool);

/// The next step after these answers.
pub fn next(answers: &[Asked]) -> Step {
    let belief = Belief::after(answers);
    let (mean, spread) = belief.moments();
    if answers.len() >= MOST || (answers.len() >= LEAST && spread <= SURE) {
        return Step::Done(belief.placed(mean));
    }
    let nearest = LEVELS.min_by(|a, b| (f64::from(*a) - mean).abs().total_cmp(&(f64::from(*b) - mean).abs()));
    Step::Ask(nearest.unwrap_or(1))
}

/// What the answers so far come to, for a test that is broken off.
pub fn result(answers: &[Asked]) -> Placed {
    let belief = Belief::after(answers);
    belief.placed(belief.moments().0)
}

/// Weights of the learner's possible levels, summing to 1.
struct Belief(Vec<(f64, f64)>);

impl Belief {
    fn after(answers: &[Asked]) -> Self {
        // From below the first level to above the last.
        let scale = (0..=8 * POINTS).map(|n| f64::from(n) / f64::from(POINTS) - 0.5);
        let mut points: Vec<(f64, f64)> = scale.map(|level| (level, 1.0)).collect();
        for &(word, known) in answers {
            for (level, weight) in &mut points {
                let chance = chance(*level, word);
                *weight *= if known { chance } else { 1.0 - chance };
            }
        }
        let total: f64 = points.iter().map(|(_, weight)| weight).sum();
        for (_, weight) in &mut points {
            *weight /= total;
        }
        Self(points)
    }

    fn moments(&self) -> (f64, f64) {
        let mean: f64 = self.0.iter().map(|(level, weight)| level * weight).sum();
        let variance: f64 = self.0.iter().map(|(level, weight)| (level - mean).powi(2) * weight).sum();
        (mean, variance.sqrt())
    }

    fn placed(&self, mean: f64) -> Placed {
        let known = |word: u8| self.0.iter().map(|(level, weight)| chance(*level, word) * weight).sum::<f64>();
        Placed { level: mean, known_up_to: LEVELS.take_while(|&word| known(word) >= KNOWN).last().unwrap_or(0) }
    }
}

/// The chance that a learner of `level` knows a word of level `word`.
fn chance(level: f64, word: u8) -> f64 {
    SLIP + (1.0 - 2.0 * SLIP) / (1.0 + (-STEEPNESS * (level - f64::from(word))).exp())
}

/// Index of one of `count` words, by a seed: the test is another one each time, and the same for the same seed.
pub fn pick(seed: u64, number: usize, count: usize) -> usize {
    // SplitMix64's last steps spread a counter evenly.
    let mut z = seed ^ (number as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    usize::try_from((z ^ (z >> 31)) % (count.max(1) as u64)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Runs the test with a learner who knows a word with the chance of `level`; `luck` in place of dice.
    fn run(level: f64, luck: &[f64]) -> (Placed, usize) {
        let mut answers = Vec::new();
        loop {
            match next(&answers) {
                Step::Ask(word) => {
                    let die = luck[answers.len() % luck.len()];
                    answers.push((word, die < chance(level, word)));
                }
                Step::Done(placed) => return (placed, answers.len()),
            }
        }
    }

    #[test]
    fn the_first_word_is_from_the_middle_and_the_next_follows_the_answer() {
        assert!(matches!(next(&[]), Step::Ask(3 | 4)));
        assert!(matches!(next(&[(3, true), (4, true)]), Step::Ask(4..)));
        assert!(matches!(next(&[(3, false), (2, false)]), Step::Ask(1..=2)));
    }

    #[test]
    fn who_knows_all_or_nothing_is_placed_soon() {
        let (all, asked) = run(9.0, &[0.5]);
        assert!(all.known_up_to >= 5 && asked <= 24, "{all:?} after {asked}");
        let (nothing, _) = run(-3.0, &[0.5]);
        assert_eq!(nothing.known_up_to, 0);
        assert_eq!(result(&[]).known_up_to, 0, "nothing is marked before anything was asked");
    }

    proptest! {
        #[test]
        fn it_ends_and_finds_the_level(level in 0.5..6.5_f64, luck in proptest::collection::vec(0.0..1.0_f64, MOST)) {
            let (placed, asked) = run(level, &luck);
            prop_assert!(asked <= MOST);
            prop_assert!((placed.level - level).abs() < 3.0, "{level}: {placed:?}");
            prop_assert!(f64::from(placed.known_up_to) < placed.level + 0.5, "what is marked lies below the level");
        }
    }
}
