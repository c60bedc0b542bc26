//! How much of a text the embedded lexicon explains: of its content words, names apart, those that have a gloss of their
//! own or by their parts.

use std::collections::HashMap;

use super::TaskError;
use crate::korean::analyzer::Analyzer;
use crate::korean::sentence;
use crate::lexicon::{self, Layer};
use crate::vocab::Kind;
use crate::vocab::word::{Word, words};

/// What was counted, in running words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GlossCoverage {
    pub words: usize,
    /// Those that the house lexicon has, a 하다 verb by its noun.
    pub own: usize,
    /// Those that are explained by their parts.
    pub parts: usize,
    /// Those that neither explains, the most frequent first, each with its count.
    pub missing: Vec<(String, usize)>,
}

impl GlossCoverage {
    /// The share of words with a gloss, 0 to 1; of no words all.
    #[expect(clippy::cast_precision_loss, reason = "counts of words are small")]
    pub fn share(&self) -> f64 {
        if self.words == 0 { 1.0 } else { (self.own + self.parts) as f64 / self.words as f64 }
    }
}

/// Counts the content words of `text`, sentence by sentence.
pub fn gloss_coverage(text: &str) -> Result<GlossCoverage, TaskError> {
    let analyzer = Analyzer::open()?;
    let mut coverage = GlossCoverage::default();
    let mut missing: HashMap<String, usize> = HashMap::new();
    for range in sentence::split(text) {
        let sentence = text.get(range).unwrap_or_default();
        for word in words(sentence, &analyzer.analyze(sentence)?).into_iter().filter(|word| word.kind != Kind::Name) {
            coverage.words += 1;
            match layer(&word) {
                Some(Layer::House) => coverage.own += 1,
                Some(Layer::Parts) => coverage.parts += 1,
                Some(Layer::Generated) | None => *missing.entry(word.term).or_default() += 1,
            }
        }
    }
    coverage.missing = missing.into_iter().collect();
    coverage.missing.sort_by(|(a, x), (b, y)| y.cmp(x).then_with(|| a.cmp(b)));
    Ok(coverage)
}

/// The first layer that explains a word.
fn layer(word: &Word) -> Option<Layer> {
    lexicon::senses(&word.term, Some(word.pos), &word.parts).into_iter().map(|told| told.layer).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_count_by_their_entry_or_their_parts_and_names_not_at_all() {
        let coverage = gloss_coverage("시스코가 내수산업과 해외진출을 모색했다.").unwrap();
        assert_eq!((coverage.words, coverage.own, coverage.parts), (3, 2, 1), "{coverage:?}");
        assert!((coverage.share() - 1.0).abs() < f64::EPSILON);
    }

    #[test]
    fn what_nobody_explains_is_named() {
        let coverage = gloss_coverage("쿠루뭉치가 쿠루뭉치를 먹는다.").unwrap();
        assert!(coverage.share() < 1.0 || coverage.words < 3, "{coverage:?}");
        assert!(gloss_coverage("").unwrap().missing.is_empty());
    }
}
