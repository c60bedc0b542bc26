//! One occurrence of a term, turned into a question.

mod build;
mod choices;
mod hint;
mod judge;
mod shapes;
mod word;

pub use build::{FLOOR, build};
pub use choices::{Choices, choices};
pub use hint::{Hanja, Hint, ladder};
pub use judge::{
    Expected, Judgement, Letter, Piece, Sign, Slip, align, is_itself, is_telling, judge, judge_choice, marked,
};
pub use word::{OwnWords, Remark, Word};

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::korean::josa;
use crate::vocab::{Kind, Pos};

/// What stands in the place of the answer.
pub const BLANK: &str = "____";

/// A question that an article can ask.
#[derive(Debug, Clone, PartialEq)]
pub struct Cloze {
    /// Index into the article's terms.
    pub term: usize,
    /// Index into `Article::sentences`.
    pub sentence: usize,
    /// Bytes of the sentence's text that are blanked.
    pub range: Range<usize>,
    /// How good a question it is, 0 to 1; the store keeps it.
    pub score: f32,
}

/// What a typed or chosen answer is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    Correct,
    /// The right word, in another form than the sentence has: 모색하다 for 모색.
    CorrectOtherForm,
    /// A slip of the keys or of the spelling: never a lapse by itself.
    Spelling,
    /// It fits the sentence, but it is not the word that stands there.
    FitsNotHere,
    Wrong,
}

crate::vocab::with_names!(Verdict {
    Correct = "correct",
    CorrectOtherForm = "correct-other-form",
    Spelling = "spelling",
    FitsNotHere = "fits-not-here",
    Wrong = "wrong",
});

/// A sentence with a hole: what the learner sees before the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prompt<'a> {
    pub before: &'a str,
    pub answer: &'a str,
    pub after: &'a str,
    /// Whether the answer is a noun: a particle behind it would tell how it ends.
    pub noun: bool,
}

impl<'a> Prompt<'a> {
    /// `None` when `range` does not cut `sentence` between characters.
    pub fn cut(sentence: &'a str, range: Range<usize>) -> Option<Self> {
        Some(Self {
            before: sentence.get(..range.start)?,
            answer: sentence.get(range.clone())?,
            after: sentence.get(range.end..)?,
            noun: false,
        })
    }

    /// The same prompt for a term of this kind: of an idiom it is the noun that is blanked.
    #[must_use]
    pub const fn asking(self, pos: Pos, kind: Kind) -> Self {
        Self { noun: matches!(pos, Pos::Noun) || matches!(kind, Kind::Idiom), ..self }
    }

    /// The sentence with [`BLANK`] for the answer.
    pub fn text(&self) -> String {
        let (before, after) = self.sides();
        format!("{before}{BLANK}{after}")
    }

    /// What stands before and after the blank. Where the sentence holds the answer a second time, that is blanked as
    /// well, so that the question never shows it; a single syllable is left, for it is part of other words. Behind a
    /// noun a particle of two forms shows both: 을(를).
    pub fn sides(&self) -> (String, String) {
        let both = |text: &str| {
            let shown = if self.noun { josa::conceal(text) } else { None };
            shown.unwrap_or_else(|| text.to_owned())
        };
        let hide = |side: &str| {
            if self.answer.chars().count() < 2 {
                return side.to_owned();
            }
            let mut pieces = side.split(self.answer);
            let first = pieces.next().unwrap_or_default().to_owned();
            pieces.fold(first, |hidden, piece| hidden + BLANK + &both(piece))
        };
        (hide(self.before), hide(&both(self.after)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hiding_and_revealing_gives_the_sentence_back() {
        let sentence = "통신사들의 해외진출이 활발하다.";
        let start = sentence.find("해외진출").unwrap();
        let prompt = Prompt::cut(sentence, start..start + "해외진출".len()).unwrap();
        assert_eq!(prompt.text(), "통신사들의 ____이 활발하다.");
        assert_eq!(prompt.text().replacen(BLANK, prompt.answer, 1), sentence);
    }

    #[test]
    fn a_second_showing_of_the_answer_is_blanked_too() {
        let sentence = "수주가 늘자 수주잔고도 늘었다.";
        let prompt = Prompt::cut(sentence, 0.."수주".len()).unwrap();
        assert_eq!(prompt.text(), "____가 늘자 ____잔고도 늘었다.");
    }

    #[test]
    fn a_particle_does_not_tell_how_the_noun_ends() {
        let sentence = "수주가 늘자 수주를 미뤘다.";
        let prompt = Prompt::cut(sentence, 0.."수주".len()).unwrap().asking(Pos::Noun, Kind::Noun);
        assert_eq!(prompt.text(), "____이(가) 늘자 ____을(를) 미뤘다.");
        let verb = "문을 두드리는 회사";
        let start = verb.find("두드리").unwrap();
        let prompt = Prompt::cut(verb, start..start + "두드리".len()).unwrap().asking(Pos::Verb, Kind::Verb);
        assert_eq!(prompt.text(), "문을 ____는 회사");
    }

    #[test]
    fn a_range_inside_a_character_cuts_nothing() {
        assert_eq!(Prompt::cut("해외", 1..3), None);
    }
}
