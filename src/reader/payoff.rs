//! The smallest list of terms that takes a text to a coverage.

use super::Share;

/// A term to learn, and what it is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gain<T> {
    pub term: T,
    /// Running words that it makes known.
    pub words: usize,
    /// The coverage when it and those before it are known.
    pub after: Share,
}

/// Which of `unknown` (a term with its running words) to learn so that `goal` of the running words, from 0 to 1, are
/// known. Words are worth what they cover and do not cover for each other, so that to take the most frequent first gives
/// the smallest list there is; between equals the order given decides. Empty where the goal is reached; where it is out
/// of reach, everything.
pub fn payoff<T: Copy>(words: Share, unknown: &[(T, usize)], goal: f64) -> Vec<Gain<T>> {
    let mut order: Vec<(T, usize)> = unknown.iter().copied().filter(|(_, words)| *words > 0).collect();
    order.sort_by_key(|(_, words)| std::cmp::Reverse(*words));
    let mut after = words;
    let mut gains = Vec::new();
    for (term, words) in order {
        if after.part() >= goal {
            break;
        }
        after.known = (after.known + words).min(after.all);
        gains.push(Gain { term, words, after });
    }
    gains
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_most_frequent_come_first_until_the_goal_is_reached() {
        let gains = payoff(Share { known: 88, all: 100 }, &[('a', 1), ('b', 4), ('c', 3), ('d', 4)], 0.95);
        assert_eq!(gains.iter().map(|gain| (gain.term, gain.after.known)).collect::<Vec<_>>(), [('b', 92), ('d', 96)]);
        assert!(payoff(Share { known: 95, all: 100 }, &[('a', 5)], 0.95).is_empty());
    }

    #[test]
    fn a_goal_out_of_reach_takes_everything() {
        assert_eq!(payoff(Share { known: 0, all: 10 }, &[('a', 1), ('b', 2)], 1.0).len(), 2);
    }

    proptest! {
        /// Against every subset of up to nine terms.
        #[test]
        fn no_smaller_list_reaches_the_goal(counts in proptest::collection::vec(1..9_usize, 1..9), goal in 0.0..1.0) {
            let all = counts.iter().sum::<usize>() + 5;
            let unknown: Vec<(usize, usize)> = counts.iter().copied().enumerate().collect();
            let share = Share { known: 5, all };
            let gains = payoff(share, &unknown, goal);
            prop_assert!(gains.last().map_or(share, |gain| gain.after).part() >= goal);
            for subset in 0_u32..1 << counts.len() {
                let learned: usize = (0..counts.len()).filter(|bit| subset >> bit & 1 == 1).map(|bit| counts[bit]).sum();
                if (Share { known: 5 + learned, all }).part() >= goal {
                    prop_assert!(subset.count_ones() as usize >= gains.len());
                }
            }
        }
    }
}
