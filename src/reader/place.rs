//! Where the reader is, and how they move.

use std::ops::Range;

use super::Block;

/// A word of a sentence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Index into `Article::sentences`.
    pub sentence: usize,
    /// Which of its marks; 0 where it has none.
    pub word: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Word,
    Sentence,
    Paragraph,
}

impl Place {
    /// The place one step on. `words` tells how many marks a sentence has; at the end the place stays.
    #[must_use]
    pub fn forward(self, step: Step, blocks: &[Block], words: impl Fn(usize) -> usize) -> Self {
        let end = blocks.last().map_or(0, |block| block.sentences.end);
        match step {
            Step::Word if self.word + 1 < words(self.sentence) => Self { word: self.word + 1, ..self },
            Step::Word => {
                let next = (self.sentence + 1..end).find(|sentence| words(*sentence) > 0);
                next.map_or(self, |sentence| Self { sentence, word: 0 })
            }
            Step::Sentence if self.sentence + 1 < end => Self { sentence: self.sentence + 1, word: 0 },
            Step::Sentence => self,
            Step::Paragraph => {
                let next = blocks.iter().find(|block| block.sentences.start > self.sentence);
                next.map_or(self, |block| Self { sentence: block.sentences.start, word: 0 })
            }
        }
    }

    /// The place one step back. From the middle of a sentence or paragraph that is its beginning.
    #[must_use]
    pub fn back(self, step: Step, blocks: &[Block], words: impl Fn(usize) -> usize) -> Self {
        match step {
            Step::Word if self.word > 0 => Self { word: self.word - 1, ..self },
            Step::Word => {
                let before = (0..self.sentence).rev().find(|sentence| words(*sentence) > 0);
                before.map_or(self, |sentence| Self { sentence, word: words(sentence).saturating_sub(1) })
            }
            Step::Sentence if self.word > 0 => Self { word: 0, ..self },
            Step::Sentence => Self { sentence: self.sentence.saturating_sub(1), word: 0 },
            Step::Paragraph => {
                let before = blocks.iter().rev().find(|block| Self { sentence: block.sentences.start, word: 0 } < self);
                before.map_or(self, |block| Self { sentence: block.sentences.start, word: 0 })
            }
        }
    }

    /// The place in an article of `sentences` that may have changed since it was kept.
    #[must_use]
    pub fn within(self, sentences: Range<usize>, words: impl Fn(usize) -> usize) -> Self {
        let sentence = self.sentence.clamp(sentences.start, sentences.end.saturating_sub(1).max(sentences.start));
        Self { sentence, word: self.word.min(words(sentence).saturating_sub(1)) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn article() -> Vec<Block> {
        [0..1, 1..4, 4..6]
            .map(|sentences| Block { heading: sentences.start == 0, sentences, continues: false })
            .to_vec()
    }

    const WORDS: [usize; 6] = [2, 0, 3, 1, 0, 2];

    fn words(sentence: usize) -> usize {
        WORDS[sentence]
    }

    fn at(sentence: usize, word: usize) -> Place {
        Place { sentence, word }
    }

    #[test]
    fn words_are_walked_over_sentences_that_have_none() {
        let blocks = article();
        assert_eq!(at(0, 1).forward(Step::Word, &blocks, words), at(2, 0));
        assert_eq!(at(2, 0).back(Step::Word, &blocks, words), at(0, 1));
        assert_eq!(at(5, 1).forward(Step::Word, &blocks, words), at(5, 1));
    }

    #[test]
    fn a_step_back_goes_to_the_beginning_first() {
        let blocks = article();
        assert_eq!(at(2, 2).back(Step::Sentence, &blocks, words), at(2, 0));
        assert_eq!(at(2, 0).back(Step::Sentence, &blocks, words), at(1, 0));
        assert_eq!(at(3, 0).back(Step::Paragraph, &blocks, words), at(1, 0));
        assert_eq!(at(1, 0).back(Step::Paragraph, &blocks, words), at(0, 0));
        assert_eq!(at(0, 1).forward(Step::Paragraph, &blocks, words), at(1, 0));
    }

    proptest! {
        #[test]
        fn no_step_leaves_the_article(steps in proptest::collection::vec((0..3_usize, any::<bool>()), 0..40)) {
            let blocks = article();
            let mut place = Place::default();
            for (step, on) in steps {
                let step = [Step::Word, Step::Sentence, Step::Paragraph][step];
                let moved = if on { place.forward(step, &blocks, words) } else { place.back(step, &blocks, words) };
                prop_assert!(moved.sentence < 6 && moved.word <= WORDS[moved.sentence].saturating_sub(1));
                let onward = if on { moved >= place } else { moved <= place };
                prop_assert!(onward);
                place = moved;
            }
        }
    }
}
