//! Which words are like a term: of its shape, or of its meaning.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use super::{Entry, entries, find, meaning, root, table};
use crate::korean::jamo;
use crate::vocab::Pos;

/// How the last syllable ends, as particles see it: 로 stands after a vowel and ㄹ, 을 after every consonant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Final {
    Vowel,
    Rieul,
    Consonant,
}

impl Final {
    pub fn of(text: &str) -> Self {
        match jamo::ends_in_consonant(text) {
            Some(true) if jamo::ends_in_rieul(text) => Self::Rieul,
            Some(true) => Self::Consonant,
            _ => Self::Vowel,
        }
    }
}

/// The headwords of so many letters that end so, sorted; of business first in each.
pub fn of_shape(letters: usize, ending: Final) -> &'static [&'static Entry] {
    static SHAPES: OnceLock<HashMap<(usize, Final), Vec<&'static Entry>>> = OnceLock::new();
    let shapes = SHAPES.get_or_init(|| {
        let mut shapes: HashMap<(usize, Final), Vec<&'static Entry>> = HashMap::new();
        for entry in table().values().filter_map(|entries| entries.first()) {
            if !entry.word.contains(' ') {
                shapes.entry((entry.word.chars().count(), Final::of(entry.word))).or_default().push(entry);
            }
        }
        for entries in shapes.values_mut() {
            entries.sort_by_key(|entry| entry.word);
        }
        shapes
    });
    shapes.get(&(letters, ending)).map_or(&[], Vec::as_slice)
}

/// The part of speech as a blank asks for it: a noun with 하다 fills the blank of its verb as well.
fn same_class(word: &str, pos: Pos, other: &str, other_pos: Pos) -> bool {
    let class = |word: &str, pos: Pos| if root(word).is_some() { Pos::Noun } else { pos };
    class(word, pos) == class(other, other_pos)
}

/// Every verb and adjective in its dictionary form, sorted.
pub fn predicates() -> &'static [&'static str] {
    static PREDICATES: OnceLock<Vec<&'static str>> = OnceLock::new();
    PREDICATES.get_or_init(|| {
        let entries = table().values().flatten().filter(|entry| matches!(entry.pos, "v" | "a"));
        let mut words: Vec<&str> = entries.map(|entry| entry.word).filter(|word| !word.contains(' ')).collect();
        words.sort_unstable();
        words.dedup();
        words
    })
}

/// The part of speech of a headword; of one that has several, `like` if it is one of them.
pub fn pos(word: &str, like: Pos) -> Pos {
    let all = || entries(word).iter().filter_map(|entry| of_entry(entry.pos));
    all().find(|pos| *pos == like).or_else(|| all().next()).unwrap_or(like)
}

fn of_entry(pos: &str) -> Option<Pos> {
    [Pos::Noun, Pos::Verb, Pos::Adjective, Pos::Adverb].into_iter().find(|&wanted| super::fits(pos, wanted))
}

/// Whether two words can be said to mean the same: same part of speech, and the lexicon words the first sense of both
/// alike (인수 "acquisition, takeover", 취득 "acquisition"), or two senses of theirs. One sense further down is not enough:
/// English words mean too much (이자 and 재미 are both interest). Cognates, whose glosses are not Korean, and a meaning put
/// together from parts do not count.
pub fn mean_the_same(word: &str, pos: Pos, other: &str, other_pos: Pos) -> bool {
    same_class(word, pos, other, other_pos)
        && senses(word, pos).iter().any(|own| {
            senses(other, other_pos).iter().any(|others| {
                own.first() == others.first() || own.iter().filter(|sense| others.contains(sense)).count() > 1
            })
        })
}

/// Whether two words have any sense in common: enough to keep one from being a wrong choice for the other.
pub fn share_a_sense(word: &str, pos: Pos, other: &str, other_pos: Pos) -> bool {
    let others: HashSet<String> = senses(other, other_pos).into_iter().flatten().collect();
    same_class(word, pos, other, other_pos) && senses(word, pos).iter().flatten().any(|sense| others.contains(sense))
}

/// The senses of each entry of a word, without their brackets, articles and `to`.
fn senses(word: &str, pos: Pos) -> Vec<Vec<String>> {
    let own = entries(word);
    if own.is_empty() {
        return find(word, pos).map(|entry| senses_of(entry.gloss)).into_iter().collect();
    }
    own.iter().map(|entry| senses_of(entry.gloss)).filter(|senses| !senses.is_empty()).collect()
}

fn senses_of(gloss: &str) -> Vec<String> {
    let mut bare = String::new();
    let mut depth = 0;
    for c in gloss.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = i32::max(depth - 1, 0),
            c if depth == 0 => bare.push(c),
            _ => {}
        }
    }
    let plain = |sense: &str| {
        let words = sense.split_whitespace().filter(|word| !matches!(*word, "to" | "a" | "an" | "the" | "be"));
        words.collect::<Vec<_>>().join(" ").to_lowercase()
    };
    bare.split([',', ';', '/']).map(plain).filter(|sense| !sense.is_empty()).collect()
}

/// A part of a compound with what the lexicon says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartMeaning {
    pub part: String,
    pub hanja: Option<String>,
    pub gloss: Option<String>,
}

/// The parts of a term, each with its hanja and its gloss. Where a part has no hanja of its own but the whole has one for
/// each syllable, the part takes its share.
pub fn parts_of(term: &str, pos: Pos, parts: &[String]) -> Vec<PartMeaning> {
    let whole: Vec<char> =
        meaning(term, pos, parts).and_then(|meaning| meaning.hanja).unwrap_or_default().chars().collect();
    let letters: usize = parts.iter().map(|part| part.chars().count()).sum();
    let mut at = 0;
    let explain = |(index, part): (usize, &String)| {
        let length = part.chars().count();
        let share = whole.get(at..at + length).filter(|_| whole.len() == letters);
        at += length;
        let entry = super::part(parts, index);
        // 하다 is no word that needs to be explained.
        let known = entry.filter(|_| !matches!(part.as_str(), "하다" | "되다" | "시키다"));
        let share = share.map(|chars| chars.iter().collect::<String>()).filter(|hanja| hanja != part);
        PartMeaning {
            part: part.clone(),
            hanja: share.or_else(|| known.and_then(|entry| entry.hanja).map(str::to_owned)),
            gloss: known.map(|entry| entry.gloss.to_owned()),
        }
    };
    parts.iter().enumerate().map(explain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_shape_are_found() {
        let found = of_shape(4, Final::Rieul);
        assert!(found.iter().any(|entry| entry.word == "해외진출"));
        assert!(found.iter().all(|entry| Final::of(entry.word) == Final::Rieul && entry.word.chars().count() == 4));
    }

    #[test]
    fn a_sense_in_common_makes_two_words_alike() {
        let noun = |a: &str, b: &str| mean_the_same(a, Pos::Noun, b, Pos::Noun);
        assert!(noun("인수", "취득") && noun("금리", "이자율") && noun("매각", "판매"));
        assert!(!noun("인수", "인상") && !noun("진출", "지출") && !noun("이자", "재미"));
        assert!(mean_the_same("인수하다", Pos::Verb, "취득", Pos::Noun), "the noun of a verb fills the same blank");
        assert!(share_a_sense("상승", Pos::Noun, "증가", Pos::Noun) && !noun("상승", "증가"));
        assert!(!share_a_sense("인수", Pos::Noun, "없는말", Pos::Noun));
    }

    #[test]
    fn brackets_and_articles_are_no_sense() {
        assert_eq!(senses_of("to raise, increase (of a rate, price); the rise"), ["raise", "increase", "rise"]);
        assert!(senses_of("(no gloss").is_empty());
    }

    #[test]
    fn parts_are_explained_with_their_hanja() {
        let parts = ["해외".to_owned(), "진출".to_owned()];
        let found = parts_of("해외진출", Pos::Noun, &parts);
        let hanja: Vec<_> = found.iter().map(|part| part.hanja.as_deref()).collect();
        assert_eq!(hanja, [Some("海外"), Some("進出")]);
        assert!(found.iter().all(|part| part.gloss.is_some()));
    }
}
