//! What is counted, and the list of what went wrong.

use std::fmt;

/// So many of so many.
#[derive(Debug, Clone, Copy, Default)]
pub struct Ratio {
    pub right: usize,
    pub of: usize,
}

impl Ratio {
    pub fn count(&mut self, right: bool) {
        self.of += 1;
        self.right += usize::from(right);
    }

    pub fn add(&mut self, other: Self) {
        self.right += other.right;
        self.of += other.of;
    }

    #[expect(clippy::cast_precision_loss, reason = "counts are small")]
    pub fn share(self) -> f64 {
        self.right as f64 / self.of.max(1) as f64
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:.3} {:>4}/{:<4}", self.share(), self.right, self.of)
    }
}

/// Found of what was expected, and right of what was found.
#[derive(Debug, Clone, Copy, Default)]
pub struct Retrieval {
    pub recall: Ratio,
    pub precision: Ratio,
}

impl Retrieval {
    pub fn add(&mut self, other: Self) {
        self.recall.add(other.recall);
        self.precision.add(other.precision);
    }

    /// The harmonic mean of precision and recall.
    pub fn f1(self) -> f64 {
        let (precision, recall) = (self.precision.share(), self.recall.share());
        2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE)
    }
}

/// One difference between gold and program.
#[derive(Debug, Clone)]
pub struct Miss {
    pub group: &'static str,
    pub text: String,
    pub expected: String,
    pub found: String,
}

/// Everything that is counted over annotated sentences.
#[derive(Debug, Default)]
pub struct Sentences {
    pub segmentation: Ratio,
    /// Cut right, but for the seams inside nouns.
    pub joined: Ratio,
    /// Proper and common nouns told apart.
    pub tags_strict: Ratio,
    pub tags: Ratio,
    pub noun_stems: Ratio,
    pub lemmas: Retrieval,
    pub terms: Retrieval,
    /// Wrong terms that are marked generic and so rank last.
    pub generic: usize,
    pub names: Ratio,
    /// Names, or pieces of names, that were offered as terms.
    pub leaks: usize,
    pub misses: Vec<Miss>,
}

impl Sentences {
    /// Precision of the terms that are not marked generic.
    pub fn telling(&self) -> Ratio {
        Ratio { right: self.terms.precision.right, of: self.terms.precision.of - self.generic }
    }

    pub fn add(&mut self, other: &Self) {
        self.segmentation.add(other.segmentation);
        self.joined.add(other.joined);
        self.tags_strict.add(other.tags_strict);
        self.tags.add(other.tags);
        self.noun_stems.add(other.noun_stems);
        self.lemmas.add(other.lemmas);
        self.terms.add(other.terms);
        self.generic += other.generic;
        self.names.add(other.names);
        self.leaks += other.leaks;
        self.misses.extend_from_slice(&other.misses);
    }

    pub fn miss(&mut self, group: &'static str, text: &str, expected: impl Into<String>, found: impl Into<String>) {
        self.misses.push(Miss { group, text: text.to_owned(), expected: expected.into(), found: found.into() });
    }
}

/// Everything that is counted over passages.
#[derive(Debug, Default)]
pub struct Passages {
    pub boundaries: Retrieval,
    pub hard: Ratio,
    /// Passages that came apart exactly as they should.
    pub exact: Ratio,
    /// Pieces with a stop that must not come apart.
    pub kept: Ratio,
    pub misses: Vec<Miss>,
}
