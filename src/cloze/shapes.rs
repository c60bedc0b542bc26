//! The reader's words by their shape, so that drawing choices looks only at those that can be drawn.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::Word;
use crate::korean::jamo;
use crate::lexicon::{self, Final};
use crate::vocab::{Kind, Pos};

/// How many letters a choice may be longer or shorter than the right one.
const FARTHEST: usize = 3;
const FINALS: [Final; 3] = [Final::Vowel, Final::Rieul, Final::Consonant];

/// What may stand in the blank, as the choices show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Slot {
    Noun,
    /// The noun of a verb or an adjective in 하다: 모색 of 모색하다.
    Root(Pos),
    /// The dictionary form.
    Form(Pos),
}

impl Slot {
    /// How a word of the reader's would stand in such a blank.
    pub fn text(self, word: &Word) -> Option<&str> {
        match self {
            Self::Noun => (word.pos == Pos::Noun).then_some(word.term.as_str()),
            Self::Root(pos) => lexicon::root(&word.term).filter(|_| word.pos == pos),
            Self::Form(pos) => (word.pos == pos && word.kind != Kind::Idiom).then_some(word.term.as_str()),
        }
    }
}

/// A word in a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shaped {
    /// Index of the word.
    pub at: usize,
    /// How it would stand there, without spaces, if it has any.
    pub solid: Option<String>,
    /// [`hash`] of the text without spaces.
    pub hash: u64,
    /// Written in Hangul alone.
    pub hangul: bool,
}

/// The words by slot, letters without spaces, and end.
#[derive(Debug, Clone, Default)]
pub(super) struct Shapes(FxHashMap<(Slot, usize, Final), Vec<Shaped>>);

impl Shapes {
    pub fn of(words: &[Word]) -> Self {
        let mut shapes: FxHashMap<(Slot, usize, Final), Vec<Shaped>> = FxHashMap::default();
        for (at, word) in words.iter().enumerate() {
            let root = matches!(word.pos, Pos::Verb | Pos::Adjective).then_some(Slot::Root(word.pos));
            let noun = (word.pos == Pos::Noun).then_some(Slot::Noun);
            let form = (word.pos != Pos::Noun).then_some(Slot::Form(word.pos));
            for slot in [noun, root, form].into_iter().flatten() {
                let Some(text) = slot.text(word) else { continue };
                let spaced = text.contains(char::is_whitespace);
                let solid = spaced.then(|| text.chars().filter(|c| !c.is_whitespace()).collect::<String>());
                let written = solid.as_deref().unwrap_or(text);
                let shape = (slot, written.chars().count(), Final::of(text));
                let shaped = Shaped { at, hash: hash(written), hangul: is_hangul(text), solid };
                shapes.entry(shape).or_default().push(shaped);
            }
        }
        Self(shapes)
    }

    /// The words in a slot whose shape is so strange beside the right one: two for each letter more or less, one for
    /// another end.
    pub fn strange(&self, slot: Slot, letters: usize, ending: Final, strange: usize) -> impl Iterator<Item = &Shaped> {
        let (apart, other) = (strange / 2, strange % 2 == 1);
        let longer = Some(letters + apart);
        let shorter = letters.checked_sub(apart).filter(|_| apart > 0);
        let counts = [shorter, longer].into_iter().flatten();
        let ends = move || FINALS.into_iter().filter(move |end| (*end != ending) == other);
        let shapes = counts.flat_map(move |count| ends().map(move |end| (slot, count, end)));
        shapes.filter_map(|shape| self.0.get(&shape)).flatten()
    }

    /// How strange a shape may be at all.
    pub const fn levels() -> Range<usize> {
        0..2 * FARTHEST + 2
    }
}

/// Whether a text is written in Hangul, spaces apart.
pub(super) fn is_hangul(text: &str) -> bool {
    text.chars().all(|c| jamo::is_hangul(c) || c.is_whitespace())
}

/// FNV-1a.
pub(super) fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
