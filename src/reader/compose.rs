//! A paragraph as one text, with what each piece of it is.

use std::ops::Range;

use super::{Block, Mark};
use crate::article::Article;

/// A piece of a composed paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Bytes of the composed text.
    pub range: Range<usize>,
    /// Index into `Article::sentences`.
    pub sentence: usize,
    /// Which of the sentence's marks; `None` between them.
    pub word: Option<usize>,
}

/// A paragraph as it is set: the text of its sentences, and signs behind the terms where they are wished for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Composed {
    pub text: String,
    /// In their order; together they are the whole text but the spaces between sentences.
    pub pieces: Vec<Piece>,
    /// Bytes at which a term begins or ends: there an eojeol that is too long may be broken.
    pub seams: Vec<usize>,
}

/// `marks` gives the marks of a sentence, none of which overlap; `signs` sets the sign of what is known behind each.
pub fn compose<'a>(article: &Article, block: &Block, marks: impl Fn(usize) -> &'a [Mark], signs: bool) -> Composed {
    let mut composed = Composed::default();
    for index in block.sentences.clone() {
        let Some(sentence) = article.sentences.get(index) else { continue };
        let text = article.sentence_text(sentence);
        if !composed.text.is_empty() {
            composed.text.push(' ');
        }
        let mut at = 0;
        for (word, mark) in marks(index).iter().enumerate() {
            // A range that is not of this text would be a mark of another version of it: the text counts.
            let (Some(before), Some(term)) = (text.get(at..mark.range.start), text.get(mark.range.clone())) else {
                continue;
            };
            composed.push(before, index, None);
            composed.seams.push(composed.text.len());
            composed.push(term, index, Some(word));
            if let Some(sign) = mark.knowledge.sign().filter(|_| signs) {
                composed.push(sign.encode_utf8(&mut [0; 4]), index, Some(word));
            }
            composed.seams.push(composed.text.len());
            at = mark.range.end;
        }
        composed.push(text.get(at..).unwrap_or_default(), index, None);
    }
    composed
}

impl Composed {
    fn push(&mut self, text: &str, sentence: usize, word: Option<usize>) {
        if text.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(text);
        self.pieces.push(Piece { range: start..self.text.len(), sentence, word });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Facts, Sentence, SentenceKind};
    use crate::deck::TermId;
    use crate::reader::Knowledge;

    #[test]
    fn terms_get_their_signs_before_the_particle() {
        let text = "해외진출을 서두른다. 끝났다.";
        let split = text.find(" 끝").unwrap();
        let sentence = |range| Sentence { range, kind: SentenceKind::Body, paragraph: 0 };
        let article = Article {
            facts: Facts::default(),
            text: text.into(),
            removed: Vec::new(),
            sentences: vec![sentence(0..split), sentence(split + 1..text.len())],
        };
        let mark = Mark { range: 0.."해외진출".len(), term: TermId(1), knowledge: Knowledge::New, due: false };
        let marks = [mark];
        let block = Block { sentences: 0..2, heading: false, continues: false };
        let of = |index: usize| if index == 0 { &marks[..] } else { &[] };
        assert_eq!(compose(&article, &block, of, false).text, text);
        let composed = compose(&article, &block, of, true);
        assert_eq!(composed.text, "해외진출*을 서두른다. 끝났다.");
        let words: Vec<&str> = composed
            .pieces
            .iter()
            .filter(|piece| piece.word == Some(0))
            .map(|piece| &composed.text[piece.range.clone()])
            .collect();
        assert_eq!(words, ["해외진출", "*"]);
    }
}
