//! The unit of knowledge, and the sentences it can be asked in.

use super::{ArticleId, ClozeId, TermId};
use crate::cloze::Word;
use crate::vocab::{Kind, Pos, TermKey};

/// A lemma or a compound that some article holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    pub id: TermId,
    pub key: TermKey,
    /// As it is shown: the dictionary form.
    pub term: String,
    pub pos: Pos,
    pub kind: Kind,
    pub parts: Vec<String>,
}

impl Term {
    /// The term without its row.
    pub fn word(&self) -> Word {
        Word { term: self.term.clone(), pos: self.pos, kind: self.kind, parts: self.parts.clone() }
    }

    /// As [`Self::word`], with its key, where the term is needed no more.
    pub fn into_word(self) -> (TermKey, Word) {
        (self.key, Word { term: self.term, pos: self.pos, kind: self.kind, parts: self.parts })
    }
}

/// A stored cloze with all that a question needs: study reads nothing else.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    pub cloze: ClozeId,
    pub article: ArticleId,
    /// Title and outlet of the article, for the line under the answer.
    pub title: String,
    pub outlet: Option<String>,
    /// The whole sentence.
    pub sentence: String,
    /// Bytes of `sentence` that are blanked.
    pub range: std::ops::Range<usize>,
    /// 0 to 1.
    pub score: f32,
    /// Answers already given on this cloze.
    pub asked: u32,
    /// When this cloze was asked last, as the review's number.
    pub last_asked: Option<super::ReviewId>,
    /// Whether the term was ever recalled here, with Good or Easy.
    pub passed: bool,
}
