//! Nouns that stand bare before another noun, and whose end the analyzer took for a particle or for the copula: 시 + 가 of
//! 시가 총액, 신뢰 + 도 of 신뢰도 조사, 물놀 + 이.

use super::{Morpheme, predicates};
use crate::korean::tag::Tag;

/// Letters of the longest second noun of a compound that is looked for.
const LONGEST: usize = 6;
/// What nobody and nothing is said to be, so that 인 behind it is a person: 장애인 고용, 직장인 대출.
const FIELDS: &[&str] = &["금융", "민간", "상공", "장애", "정치", "직장", "현지"];
/// Nouns of one syllable that news does not have: 애로 is a difficulty, not by way of a child.
const RARE: &[&str] = &["애"];

/// Whether the eojeol of `morphemes[start..end]` is one noun of the lexicon, by what it is made of and by what follows.
pub fn is_noun(text: &str, morphemes: &[Morpheme], start: usize, end: usize) -> bool {
    let [first, .., last] = &morphemes[start..end] else { return false };
    let phrase = last.tag.is_particle() || last.tag.is_ending();
    let Some(word) = text.get(first.range.start..last.range.end) else { return false };
    if !phrase || word.chars().count() < 2 || !predicates::has(predicates::NOUNS, word) {
        return false;
    }
    begins_compound(text, morphemes, end, word) || ends_as_noun(text, morphemes, start..end, word)
}

/// Whether `word` and the beginning of the next eojeol are a compound of the lexicon: 시가 총액.
fn begins_compound(text: &str, morphemes: &[Morpheme], next: usize, word: &str) -> bool {
    let Some(from) = apart(text, morphemes, next) else { return false };
    let Some(rest) = text.get(from..) else { return false };
    let ends = rest.char_indices().map(|(at, c)| (at + c.len_utf8(), c)).take(LONGEST);
    let ends = ends.take_while(|(_, c)| !c.is_whitespace()).skip(1);
    ends.filter_map(|(at, _)| rest.get(..at)).any(|second| {
        predicates::has(predicates::NOUNS, second) && predicates::has(predicates::NOUNS, &format!("{word}{second}"))
    })
}

/// Whether a noun whose last syllable could be a particle is no phrase.
fn ends_as_noun(text: &str, morphemes: &[Morpheme], eojeol: std::ops::Range<usize>, word: &str) -> bool {
    let [first, .., last] = &morphemes[eojeol.clone()] else { return false };
    let Some(front) = word.char_indices().next_back().and_then(|(at, _)| word.get(..at)) else { return false };
    let nominal = morphemes[eojeol.start..eojeol.end - 1]
        .iter()
        .all(|m| matches!(m.tag, Tag::NNG | Tag::NNP | Tag::XSN | Tag::XPN | Tag::XR | Tag::VCP));
    let single = last.surface.chars().count() == 1;
    if !nominal || !single {
        return false;
    }
    if RARE.contains(&front) {
        return first.tag == Tag::NNG;
    }
    let long = word.chars().count() > 2;
    // 독지 + 가: the front is no word.
    if long && !predicates::has(predicates::NOUNS, front) && last.tag.is_particle() {
        return true;
    }
    let before_noun = apart(text, morphemes, eojeol.end).is_some() && is_plain_noun(morphemes, eojeol.end);
    before_noun
        && match last.surface.as_str() {
            "도" => long,
            "ㄴ" => word.ends_with('인') && FIELDS.contains(&front),
            _ => false,
        }
}

/// The byte where `morphemes[next]` begins, if nothing but a space stands before it.
fn apart(text: &str, morphemes: &[Morpheme], next: usize) -> Option<usize> {
    let from = morphemes.get(next)?.range.start;
    let before = morphemes.get(next.checked_sub(1)?)?.range.end;
    let gap = text.get(before..from)?;
    (!gap.is_empty() && gap.chars().all(char::is_whitespace)).then_some(from)
}

/// Whether a noun stands at `at` that does not become a verb with what is glued to it.
fn is_plain_noun(morphemes: &[Morpheme], at: usize) -> bool {
    let mut run = morphemes[at..]
        .iter()
        .zip(at..)
        .take_while(|(m, index)| *index == at || m.range.start == morphemes[index - 1].range.end);
    let noun = run.next().is_some_and(|(m, _)| m.tag == Tag::NNG);
    let behind = run.find(|(m, _)| !matches!(m.tag, Tag::NNG | Tag::XSN));
    noun && behind.is_none_or(|(m, _)| !matches!(m.tag, Tag::XSV | Tag::XSA | Tag::VV | Tag::VA | Tag::VCP))
}
