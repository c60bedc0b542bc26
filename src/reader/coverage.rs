//! How much of a text the reader knows: of its running words, and of its different terms; names and what is ignored
//! apart.

use super::Knowledge;

/// Some of a number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    pub known: usize,
    pub all: usize,
}

impl Share {
    /// From 0 to 1; a text without words is known.
    #[expect(clippy::cast_precision_loss, reason = "counts of words are far below 2^52")]
    pub fn part(self) -> f64 {
        if self.all == 0 { 1.0 } else { self.known as f64 / self.all as f64 }
    }

    /// In whole per cent, rounded down, so that 100 means all of it.
    pub const fn percent(self) -> usize {
        match (self.known * 100).checked_div(self.all) {
            Some(percent) => percent,
            None => 100,
        }
    }

    const fn add(&mut self, known: bool, count: usize) {
        self.all += count;
        if known {
            self.known += count;
        }
    }
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Running words: terms where they stand, none inside another.
    pub words: Share,
    /// Different terms.
    pub terms: Share,
    /// Running words that are names.
    pub names: usize,
    /// Running words that the reader ignores.
    pub ignored: usize,
}

impl Coverage {
    /// Counts a term that stands `words` times in the text. One that only stands inside others is no word to be read.
    pub const fn add(&mut self, knowledge: Knowledge, words: usize) {
        match knowledge {
            Knowledge::Name => self.names += words,
            Knowledge::Ignored => self.ignored += words,
            _ if words > 0 => {
                self.words.add(knowledge.is_known(), words);
                self.terms.add(knowledge.is_known(), 1);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_terms_are_counted_with_names_apart() {
        let mut coverage = Coverage::default();
        for (knowledge, words) in [
            (Knowledge::Mature, 6),
            (Knowledge::New, 2),
            (Knowledge::Learning, 1),
            (Knowledge::Name, 4),
            (Knowledge::Ignored, 3),
            (Knowledge::Known, 0),
        ] {
            coverage.add(knowledge, words);
        }
        assert_eq!(coverage.words, Share { known: 6, all: 9 });
        assert_eq!(coverage.terms, Share { known: 1, all: 3 });
        assert_eq!((coverage.names, coverage.ignored), (4, 3));
        assert_eq!(coverage.words.percent(), 66);
    }

    #[test]
    fn a_text_without_words_is_known_and_only_all_of_it_is_a_hundred() {
        assert_eq!(Share::default().percent(), 100);
        assert_eq!(Share { known: 999, all: 1000 }.percent(), 99);
    }
}
