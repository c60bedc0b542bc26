//! The paragraphs of an article, as they are set.

use std::ops::Range;

use crate::article::{Sentence, SentenceKind};

/// Sentences of a paragraph that are set together. A text without line breaks would otherwise be set as a whole for
/// each frame.
const MOST: usize = 30;

/// Sentences that are set as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Indexes into `Article::sentences`.
    pub sentences: Range<usize>,
    /// A sub-head, set apart from what follows.
    pub heading: bool,
    /// Goes on with the paragraph of the block before it.
    pub continues: bool,
}

pub fn blocks(sentences: &[Sentence]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for (index, sentence) in sentences.iter().enumerate() {
        let same = index > 0 && sentences.get(index - 1).is_some_and(|before| before.paragraph == sentence.paragraph);
        match blocks.last_mut() {
            Some(block) if same && block.sentences.len() < MOST => {
                block.sentences.end = index + 1;
                block.heading &= sentence.kind == SentenceKind::Headline;
            }
            _ => blocks.push(Block {
                sentences: index..index + 1,
                heading: sentence.kind == SentenceKind::Headline,
                continues: same,
            }),
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence(paragraph: usize, kind: SentenceKind) -> Sentence {
        Sentence { range: 0..1, kind, paragraph }
    }

    #[test]
    fn paragraphs_are_blocks_and_headlines_stand_alone() {
        use SentenceKind::{Body, Headline};
        let all = [(0, Headline), (1, Body), (1, Body), (2, Body)].map(|(at, kind)| sentence(at, kind));
        let found = blocks(&all);
        assert_eq!(found.iter().map(|block| block.sentences.clone()).collect::<Vec<_>>(), [0..1, 1..3, 3..4]);
        assert_eq!(found.iter().map(|block| block.heading).collect::<Vec<_>>(), [true, false, false]);
    }

    #[test]
    fn a_paragraph_without_end_is_set_in_pieces() {
        let all = vec![sentence(0, SentenceKind::Body); 70];
        let found = blocks(&all);
        assert_eq!(found.iter().map(|block| block.sentences.len()).collect::<Vec<_>>(), [30, 30, 10]);
        assert!(!found[0].continues && found[1].continues);
    }
}
