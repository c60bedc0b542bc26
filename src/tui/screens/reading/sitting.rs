//! A sitting with an article: how long, which sentences, what was looked up.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::article::Article;
use crate::deck::{ArticleId, TermId};
use crate::reader::{Coverage, Pace, syllables};
use crate::store::NewReading;
use crate::time::Timestamp;
use crate::tui::Desk;

pub struct Sitting {
    began: Timestamp,
    coverage: Coverage,
    pace: Pace,
    read: BTreeSet<usize>,
    looked_up: Vec<TermId>,
}

impl Sitting {
    pub const fn new(coverage: Coverage, now: Timestamp) -> Self {
        Self { began: now, coverage, pace: Pace::new(now), read: BTreeSet::new(), looked_up: Vec::new() }
    }

    pub fn tick(&mut self, now: Timestamp) {
        self.pace = self.pace.tick(now);
    }

    pub fn read(&mut self, sentences: Range<usize>) {
        self.read.extend(sentences);
    }

    pub fn look_up(&mut self, term: TermId) {
        if !self.looked_up.contains(&term) {
            self.looked_up.push(term);
        }
    }

    /// What is to be stored of it, once.
    pub fn end(&mut self, article: ArticleId, text: &Article, desk: &Desk) -> Option<NewReading> {
        let read = std::mem::take(&mut self.read);
        let of = |sentence: &usize| text.sentences.get(*sentence).map_or("", |sentence| text.sentence_text(sentence));
        (!read.is_empty()).then(|| NewReading {
            article,
            at: self.began,
            day: desk.calendar.day(self.began),
            millis: self.pace.millis,
            syllables: read.iter().map(of).map(syllables).sum(),
            finished: text.sentences.len().checked_sub(1).is_some_and(|last| read.contains(&last)),
            read: ranges(&read),
            coverage: self.coverage,
            looked_up: std::mem::take(&mut self.looked_up),
        })
    }
}

/// Runs of numbers that follow one another.
fn ranges(all: &BTreeSet<usize>) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for at in all {
        match ranges.last_mut() {
            Some(range) if range.end == *at => range.end += 1,
            _ => ranges.push(*at..at + 1),
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_in_a_row_are_one_range() {
        assert_eq!(ranges(&[1, 2, 3, 7, 9, 10].into()), [1..4, 7..8, 9..11]);
    }
}
