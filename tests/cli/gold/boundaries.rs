//! Scores the ends of sentences.

use std::collections::BTreeSet;

use dokpa::korean::sentence;

use super::file::Passage;
use super::score::{Miss, Passages};

pub fn score(gold: &Passage, counts: &mut Passages) {
    let found = sentence::split(&gold.text);
    // The end of the last sentence is the end of the text.
    let ends = |ranges: &[std::ops::Range<usize>]| -> BTreeSet<usize> {
        ranges.iter().rev().skip(1).map(|range| range.end).collect()
    };
    let (expected, ours) = (ends(&gold.sentences), ends(&found));
    for (range, hard) in gold.sentences.iter().zip(&gold.hard) {
        counts.boundaries.recall.count(ours.contains(&range.end));
        if *hard {
            counts.hard.count(ours.contains(&range.end));
        }
    }
    counts.boundaries.precision.right += ours.intersection(&expected).count();
    counts.boundaries.precision.of += ours.len();
    for keep in &gold.keep {
        let at = gold.text.find(keep.as_str()).unwrap();
        // A piece may close its sentence; what must not come apart lies within.
        counts.kept.count(!(at + 1..at + keep.len()).any(|end| ours.contains(&end)));
    }
    counts.exact.count(found == gold.sentences);
    if found != gold.sentences {
        let show = |ranges: &[std::ops::Range<usize>]| {
            let sentences: Vec<&str> = ranges.iter().map(|range| gold.text.get(range.clone()).unwrap()).collect();
            sentences.join(" | ")
        };
        let missed: Vec<_> = gold.sentences.iter().filter(|range| !found.contains(range)).cloned().collect();
        let wrong: Vec<_> = found.iter().filter(|range| !gold.sentences.contains(range)).cloned().collect();
        counts.misses.push(Miss {
            group: "sentences",
            text: gold.text.clone(),
            expected: show(&missed),
            found: show(&wrong),
        });
    }
}
