//! Abbreviations that an article introduces in brackets: 공정거래위원회(공정위), 국내총생산(GDP), SMR(소형모듈원자로).

use super::word::Word;
use super::{Kind, Pos};

/// What ends a noun that says what somebody is, and no name: 통신사(KT), 국내 경쟁사(GS).
const CLASSES: &[&str] =
    &["사", "업체", "회사", "기업", "그룹", "업자", "계열", "브랜드", "매장", "공장", "기관", "당국", "업계", "시장"];

/// Longest short form, in characters.
const LONGEST: usize = 8;

/// The short forms of a sentence, each with the long one it stands behind. `words` are those of `text`.
pub fn introduced(text: &str, words: &[Word]) -> Vec<(String, String)> {
    words.iter().enumerate().filter_map(|(at, word)| behind(text, words, at, word)).collect()
}

fn behind(text: &str, words: &[Word], at: usize, word: &Word) -> Option<(String, String)> {
    let rest = text.get(word.span.end..)?.strip_prefix('(')?;
    let (short, _) = rest.split_once(')')?;
    let long = text.get(word.span.clone())?;
    if is_short(short, long) {
        return Some((short.to_owned(), long.to_owned()));
    }
    // Letters come first where they are the better known: one noun in the bracket says what they stand for.
    let start = word.span.end + "(".len();
    let explains =
        |noun: &Word| noun.pos == Pos::Noun && noun.kind != Kind::Name && noun.span == (start..start + short.len());
    // Another noun of fewer syllables says something else of them: CEO(사진), SK(반도체).
    let full = short.chars().count() >= long.chars().count() + 2;
    if full && long.is_ascii() && words.get(at + 1).is_some_and(explains) && is_short(long, short) {
        return Some((long.to_owned(), short.to_owned()));
    }
    // The long form may be written apart: 국내 총생산(GDP) is no more than its last two nouns.
    let before = words.get(at.checked_sub(1)?).filter(|_| word.follows)?;
    let apart = text.get(before.span.start..word.span.end)?;
    (is_short(short, apart) && short.is_ascii()).then(|| (short.to_owned(), apart.to_owned()))
}

/// Whether `short` abbreviates `long`: its syllables stand in it in their order, the first one first; or it is a word of
/// capital letters.
fn is_short(short: &str, long: &str) -> bool {
    let count = short.chars().count();
    if !(2..=LONGEST).contains(&count) {
        return false;
    }
    if short.is_ascii() {
        // Each letter stands for a word of one syllable or more: 전기차(EV). Of fewer they are no letters of.
        let long_enough = long.chars().filter(|c| !c.is_whitespace()).count() > count;
        let class = CLASSES.iter().any(|class| long.ends_with(class));
        return long_enough
            && !class
            && short.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '&')
            && short.chars().any(|c| c.is_ascii_uppercase())
            && !long.is_ascii();
    }
    let mut letters = long.chars().filter(|c| !c.is_whitespace());
    short.chars().all(|c| letters.any(|letter| letter == c))
        && short.chars().next() == long.chars().next()
        && count < long.chars().filter(|c| !c.is_whitespace()).count()
}

#[cfg(test)]
mod tests {
    use super::super::word::words;
    use super::*;
    use crate::korean::analyzer::Analyzer;

    fn found(text: &str) -> Vec<(String, String)> {
        introduced(text, &words(text, &Analyzer::open().unwrap().analyze(text).unwrap()))
    }

    fn pair(short: &str, long: &str) -> (String, String) {
        (short.to_owned(), long.to_owned())
    }

    #[test]
    fn a_short_form_in_brackets_belongs_to_the_word_before_it() {
        assert_eq!(found("공정거래위원회(공정위)는 과징금을 물렸다."), [pair("공정위", "공정거래위원회")]);
        assert_eq!(found("국내총생산(GDP)이 늘었다."), [pair("GDP", "국내총생산")]);
        assert_eq!(found("GDP(국내총생산)가 늘었다."), [pair("GDP", "국내총생산")]);
    }

    #[test]
    fn other_brackets_are_no_abbreviations() {
        assert!(
            found("통신사(KT)는 CEO(사진)와 SK(반도체)에 ESG(환경)를 물었다. 국내 통신기업(KT)은 답했다.").is_empty()
        );
        assert!(found("서울(본사)에서 수출(3%)이 늘었다. 회사(대표 김가온)는 밝혔다.").is_empty());
    }
}
