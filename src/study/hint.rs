//! Hints, each with its price.

use crate::deck::Grade;
use crate::korean::jamo;

/// A hint that was taken, with what it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// How many letters the answer has.
    Length(usize),
    /// Its initial consonants: ㅎㅇㅈㅊ.
    Chosung(String),
    /// Its first letter, and a line for each of the others.
    First(String),
}

impl Hint {
    /// The names of the hints in the order in which they are given.
    pub const LADDER: [&'static str; 3] = ["length", "chosung", "first"];

    /// The hint at `step` of the ladder, from 0.
    pub fn at(step: usize, answer: &str) -> Option<Self> {
        let letters = answer.chars().filter(|c| !c.is_whitespace()).count();
        match step {
            0 => Some(Self::Length(letters)),
            1 => Some(Self::Chosung(jamo::chosung(answer))),
            2 => Some(Self::First(
                answer.chars().take(1).chain(std::iter::repeat_n('_', letters.saturating_sub(1))).collect(),
            )),
            _ => None,
        }
    }

    /// What it shows, without words: signs whose width every terminal agrees on.
    pub fn text(&self) -> String {
        match self {
            Self::Length(count) => "_".repeat(*count),
            Self::Chosung(text) | Self::First(text) => text.clone(),
        }
    }
}

/// The best grade that may be proposed after so many hints.
pub const fn cap(hints: u8) -> Grade {
    match hints {
        0 => Grade::Easy,
        1 => Grade::Good,
        _ => Grade::Hard,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ladder_gives_more_at_each_step() {
        let texts: Vec<String> = (0..4).map_while(|step| Hint::at(step, "해외진출")).map(|hint| hint.text()).collect();
        assert_eq!(texts, ["____", "ㅎㅇㅈㅊ", "해___"]);
        assert_eq!(texts.len(), Hint::LADDER.len());
    }
}
