//! Nouns that stand bare before another noun, and whose end the analyzer took for a particle or for the copula: 시 + 가 of
//! 시가 총액, 신뢰 + 도 of 신뢰도 조사, 물놀 + 이.

use std::ops::Range;

use super::listed::eojeol_end;
use super::{Morpheme, known};
use crate::korean::tag::Tag;

/// Morphemes of the longest second noun of a compound that is looked for.
const LONGEST: usize = 3;
/// Nouns that 인 makes people of before another noun: 장애인 고용, 직장인 대출. Where something is said to be them, a subject
/// stands before: 사업 주체가 민간인 경우.
const FIELDS: &[&str] = &["금융", "민간", "상공", "장애", "정치", "직장", "현지"];
/// What is done with a degree and happens to it, so that 도 before it is its end: 신뢰도 조사, 만족도 하락.
const MEASURED: &[&str] = &[
    "감소", "강화", "개선", "격차", "관리", "급락", "급증", "기준", "변화", "분석", "비교", "산정", "상승", "수준",
    "순위", "심화", "악화", "제고", "조사", "증가", "지수", "지표", "차이", "점수", "측정", "저하", "평가", "하락",
    "향상", "확대", "회복", "완화",
];
/// Nouns of one syllable that news does not have: 애로 is a difficulty, not by way of a child.
const RARE: &[&str] = &["애"];

/// Whether the eojeol of `morphemes[start..end]` is one noun of the lexicon, by what it is made of and by what follows.
pub fn is_noun(text: &str, morphemes: &[Morpheme], start: usize, end: usize) -> bool {
    let [first, .., last] = &morphemes[start..end] else { return false };
    let phrase = last.tag.is_particle() || last.tag.is_ending();
    let Some(word) = text.get(first.range.start..last.range.end) else { return false };
    // Most eojeols end otherwise.
    let ends_so = word.ends_with(['가', '고', '과', '기', '도', '로', '만', '면', '의', '이', '인', '자', '지']);
    if !phrase || !ends_so || !known::NOUNS.has(word) {
        return false;
    }
    // 보고 체계를: of an object, behind an adverb or a subject, an ending is one.
    let before = start.checked_sub(1).map(|at| morphemes[at].tag);
    let verbal = last.tag.is_ending() && matches!(before, Some(Tag::JKO | Tag::MAG | Tag::JKB | Tag::JKS));
    !verbal && begins_compound(text, morphemes, end, word) || ends_as_noun(text, morphemes, start..end, word)
}

/// Whether `word` and the beginning of the next eojeol are a compound of the lexicon: 시가 총액.
fn begins_compound(text: &str, morphemes: &[Morpheme], next: usize, word: &str) -> bool {
    let Some(from) = apart(text, morphemes, next) else { return false };
    let nouns = morphemes[next..eojeol_end(morphemes, next)]
        .iter()
        .take_while(|m| matches!(m.tag, Tag::NNG | Tag::NNP | Tag::XSN | Tag::XPN));
    nouns.take(LONGEST).any(|noun| {
        text.get(from..noun.range.end)
            .is_some_and(|second| known::NOUNS.has(second) && known::NOUNS.has(&format!("{word}{second}")))
    })
}

/// Whether a noun whose last syllable could be a particle is no phrase.
fn ends_as_noun(text: &str, morphemes: &[Morpheme], eojeol: Range<usize>, word: &str) -> bool {
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
    if long && !known::NOUNS.has(front) && last.tag.is_particle() {
        return true;
    }
    let before_noun = apart(text, morphemes, eojeol.end).is_some() && is_plain_noun(morphemes, eojeol.end);
    let before = eojeol.start.checked_sub(1).map(|at| &morphemes[at]);
    before_noun
        && match last.surface.as_str() {
            "도" => long && MEASURED.contains(&morphemes[eojeol.end].surface.as_str()),
            "ㄴ" => {
                // 통신 장애인 경우: a fault of something.
                let fault = front == "장애" && before.is_some_and(|m| matches!(m.tag, Tag::NNG | Tag::NNP));
                let subject = before.is_some_and(|m| m.tag == Tag::JKS);
                word.ends_with('인') && FIELDS.contains(&front) && !fault && !subject
            }
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
    let mut run = morphemes[at..eojeol_end(morphemes, at)].iter();
    let noun = run.next().is_some_and(|m| m.tag == Tag::NNG);
    let behind = run.find(|m| !matches!(m.tag, Tag::NNG | Tag::XSN));
    noun && behind.is_none_or(|m| !matches!(m.tag, Tag::XSV | Tag::XSA | Tag::VV | Tag::VA | Tag::VCP))
}
