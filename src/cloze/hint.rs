//! Hints, from the least to the most telling.

use super::Word;
use crate::korean::jamo;
use crate::lexicon;

/// A character without its sound, which would be the answer itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hanja {
    pub character: char,
    /// What it means in Korean: 나아갈 of 나아갈 진.
    pub korean: &'static str,
    pub english: &'static str,
}

/// A hint with what it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// How many letters the answer has.
    Length(usize),
    /// Its initial consonants: ㅎㅇㅈㅊ.
    Chosung(String),
    /// Its characters with their meanings.
    Hanja(Vec<Hanja>),
    /// One part of the compound, and a line for each other letter: __진출.
    Part(String),
    Gloss(String),
    /// Its first letter, and a line for each of the others.
    First(String),
}

impl Hint {
    /// Its name in `study --jsonl` and in the store.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Length(_) => "length",
            Self::Chosung(_) => "chosung",
            Self::Hanja(_) => "hanja",
            Self::Part(_) => "part",
            Self::Gloss(_) => "gloss",
            Self::First(_) => "first",
        }
    }

    /// What it shows, in signs whose width every terminal agrees on; of the meanings of characters both languages.
    pub fn text(&self) -> String {
        match self {
            Self::Length(count) => "_".repeat(*count),
            Self::Chosung(text) | Self::Part(text) | Self::Gloss(text) | Self::First(text) => text.clone(),
            Self::Hanja(characters) => {
                let each = |c: &Hanja| format!("{} {} ({})", c.character, c.korean, c.english);
                characters.iter().map(each).collect::<Vec<_>>().join(", ")
            }
        }
    }
}

/// The hints there are for a term whose blank holds `answer`, in the order in which they are given. Steps that a term does
/// not have (no hanja, no parts, no gloss) are left out.
pub fn ladder(word: &Word, answer: &str) -> Vec<Hint> {
    let letters: Vec<char> = answer.chars().filter(|c| !c.is_whitespace()).collect();
    let meaning = lexicon::meaning(&word.term, word.pos, &word.parts);
    let hanja = meaning.as_ref().and_then(|meaning| meaning.hanja.as_deref()).unwrap_or_default();
    let characters: Vec<Hanja> =
        lexicon::characters(hanja, answer).into_iter().map(|(c, sound)| character(c, sound)).collect();
    let first = letters.first().into_iter().copied().chain(lines(letters.len().saturating_sub(1))).collect();
    [
        Some(Hint::Length(letters.len())),
        Some(Hint::Chosung(jamo::chosung(answer))),
        (!characters.is_empty()).then_some(Hint::Hanja(characters)),
        part(word, &letters),
        meaning.map(|meaning| Hint::Gloss(meaning.gloss)),
        Some(Hint::First(first)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn character(c: lexicon::Character, sound: Option<char>) -> Hanja {
    let english = c.english.split([',', ';']).next().unwrap_or_default().trim();
    Hanja { character: c.hanja, korean: c.reading(sound).0, english }
}

fn lines(count: usize) -> impl Iterator<Item = char> {
    std::iter::repeat_n('_', count)
}

/// The last part: what the compound is a kind of. Only where the blank holds the parts and nothing else.
fn part(word: &Word, letters: &[char]) -> Option<Hint> {
    let parts: Vec<char> = word.parts.concat().chars().filter(|c| !c.is_whitespace()).collect();
    let last: Vec<char> = word.parts.last()?.chars().filter(|c| !c.is_whitespace()).collect();
    if word.parts.len() < 2 || parts != letters {
        return None;
    }
    Some(Hint::Part(lines(letters.len() - last.len()).chain(last).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocab::{Kind, Pos};

    fn names(term: &str, answer: &str, pos: Pos, parts: &[&str]) -> Vec<&'static str> {
        ladder(&word(term, pos, parts), answer).iter().map(Hint::name).collect()
    }

    fn word(term: &str, pos: Pos, parts: &[&str]) -> Word {
        let parts = parts.iter().map(|part| (*part).to_owned()).collect();
        Word { term: term.into(), pos, kind: Kind::Noun, parts }
    }

    #[test]
    fn the_ladder_gives_more_at_each_step() {
        let hints = ladder(&word("해외진출", Pos::Noun, &["해외", "진출"]), "해외진출");
        let texts: Vec<String> = hints.iter().map(Hint::text).collect();
        assert_eq!((texts[0].as_str(), texts[1].as_str(), texts[3].as_str()), ("____", "ㅎㅇㅈㅊ", "__진출"));
        assert!(texts[2].starts_with("海 바다 (") && !texts[2].contains("바다 해"), "{}", texts[2]);
        assert_eq!(
            hints.iter().map(Hint::name).collect::<Vec<_>>(),
            ["length", "chosung", "hanja", "part", "gloss", "first"]
        );
    }

    #[test]
    fn steps_that_a_term_does_not_have_are_left_out() {
        assert_eq!(names("텃밭", "텃밭", Pos::Noun, &[]), ["length", "chosung", "gloss", "first"]);
        assert_eq!(names("없는말뭉치", "없는말뭉치", Pos::Noun, &[]), ["length", "chosung", "first"]);
        assert!(!names("모색하다", "모색", Pos::Verb, &[]).contains(&"part"));
    }
}
