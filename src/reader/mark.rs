//! The terms of a sentence as they are shown: none inside another.

use std::cmp::Reverse;
use std::ops::Range;

use super::Knowledge;
use crate::deck::TermId;

/// A term where it stands in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Bytes of the sentence's text.
    pub range: Range<usize>,
    pub term: TermId,
    pub knowledge: Knowledge,
    /// Waits to be reviewed.
    pub due: bool,
}

/// Those of the ranges of one sentence that lie in no longer one, in their order; where two overlap, the one that begins
/// first. 해외 is read as a part of 해외진출, and counts as no word of its own there.
pub fn outermost<T>(mut all: Vec<T>, range: impl Fn(&T) -> Range<usize>) -> Vec<T> {
    // Stable: of two at the same place the first stays.
    all.sort_by_key(|one| (range(one).start, Reverse(range(one).end)));
    let mut outermost = Outermost::default();
    all.retain(|one| outermost.is_next(&range(one)));
    all
}

/// Tells [`outermost`] ranges from others, where they come by their beginnings and the longer ones first.
#[derive(Debug, Default)]
pub struct Outermost {
    end: usize,
}

impl Outermost {
    /// Whether the next range of the sentence is one.
    pub fn is_next(&mut self, range: &Range<usize>) -> bool {
        let free = range.start >= self.end && !range.is_empty();
        if free {
            self.end = range.end;
        }
        free
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_part_gives_way_to_its_compound() {
        let found = outermost(vec![0..6, 0..12, 6..12, 14..20], Clone::clone);
        assert_eq!(found, [0..12, 14..20]);
    }

    proptest! {
        #[test]
        fn no_two_overlap_and_nothing_is_left_out_without_cause(
            all in proptest::collection::vec((0..40_usize, 1..9_usize), 0..20),
        ) {
            let all: Vec<Range<usize>> = all.into_iter().map(|(start, length)| start..start + length).collect();
            let kept = outermost(all.clone(), Clone::clone);
            prop_assert!(kept.windows(2).all(|pair| pair[0].end <= pair[1].start));
            let touches = |one: &Range<usize>| kept.iter().any(|other| one.start < other.end && other.start < one.end);
            prop_assert!(all.iter().all(touches));
        }
    }
}
