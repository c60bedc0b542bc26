//! Whether what was typed is the same verb or adjective in another form.
//!
//! Study has no analyzer, so this goes by letters: the last syllable of the stem may melt with its ending (두드리 + 었 →
//! 두드렸) or change before it (오르 → 올라, 어렵 → 어려워, 깨닫 → 깨달아, 짓 → 지어, 늘 → 느는).

use crate::korean::jamo::{self, Syllable};
use crate::lexicon;

/// Syllables by which an ending behind a whole stem may begin, as far as news uses them.
const ENDINGS: &str = "다고지는은을며면니게자도서야려러거던든기음습세시네나으아어았었여였겠셨신실십듯더";

/// Letters that an answer may be longer than the stem.
const LONGEST_ENDING: usize = 3;

const NIEUN: u8 = 4;
const DIGEUT: u8 = 7;
const RIEUL: u8 = 8;
const BIEUP: u8 = 17;
const SIOT: u8 = 19;
const HIEUT: u8 = 27;

/// Forms that begin like 하다, 되다 or 시키다.
const SUFFIX_FORMS: [&str; 21] = [
    "하", "해", "했", "한", "할", "함", "합", "되", "돼", "됐", "된", "될", "됨", "됩", "시키", "시켜", "시켰", "시킨",
    "시킬", "시킴", "시킵",
];

/// Whether `typed` is a form of the term whose dictionary form is `term`: of a 하다 verb its noun with any form of 하다,
/// 되다 or 시키다, or the noun alone. `term` and `typed` are without spaces.
pub fn is_form_of(term: &str, typed: &str) -> bool {
    let Some(stem) = term.strip_suffix('다').filter(|stem| !stem.is_empty()) else { return false };
    if let Some(root) = lexicon::root(term).filter(|root| root.chars().count() >= 2) {
        return typed
            .strip_prefix(root)
            .is_some_and(|rest| rest.is_empty() || SUFFIX_FORMS.iter().any(|form| rest.starts_with(form)));
    }
    let stem: Vec<char> = stem.chars().collect();
    let typed: Vec<char> = typed.chars().collect();
    if typed.len() > stem.len() + LONGEST_ENDING {
        return false;
    }
    let Some((&last, front)) = stem.split_last() else { return false };
    let Some(last) = jamo::decompose(last) else { return false };
    if let Some([at, rest @ ..]) = typed.strip_prefix(front)
        && let Some(at) = jamo::decompose(*at)
        && becomes(last, at, rest, front.is_empty())
    {
        return true;
    }
    // 오르 → 올라, 올랐: the syllable before takes a ㄹ.
    let is_reu = last.compose() == '르';
    match front.split_last() {
        Some((&before, front)) if is_reu => {
            let with_rieul = jamo::decompose(before).map(|s| Syllable { tail: RIEUL, ..s }.compose());
            matches!(typed.strip_prefix(front), Some([first, second, ..]) if Some(*first) == with_rieul
                && matches!(second, '라' | '러' | '랐' | '렀' | '란' | '런'))
        }
        _ => false,
    }
}

/// The verb or adjective of the lexicon, other than `term`, of which `typed` is a form: 올리다 for 올렸다. Of several
/// the longest; those of a single syllable begin like too much else.
pub fn verb_of(typed: &str, term: &str) -> Option<&'static str> {
    let alike = |verb: &&'static str| *verb != term && verb.chars().count() > 2 && is_form_of(verb, typed);
    lexicon::predicates().iter().copied().filter(alike).max_by_key(|verb| verb.chars().count())
}

/// Whether the last syllable of a stem can appear as `at` with `rest` behind it. A stem of a single syllable must be
/// followed by what looks like an ending, for much else begins like it.
fn becomes(last: Syllable, at: Syllable, rest: &[char], alone: bool) -> bool {
    let ending = rest.first().is_none_or(|c| ENDINGS.contains(*c));
    let vowel = |tail: bool| at.lead == last.lead && at.vowel == last.vowel && (tail || at.tail == 0);
    if at == last {
        // 두드리고; a bare stem is half a word, but the right one.
        return !alone || (ending && !rest.is_empty());
    }
    match last.tail {
        // 두드리 + ㄴ, ㄹ, ㅁ, ㅂ니다, and what melts: 두드려, 봐, 줘, 커, 돼, 해.
        0 if vowel(true) => matches!(at.tail, NIEUN | RIEUL | 16 | BIEUP | 20) && (!alone || ending || rest.len() == 1),
        0 => at.lead == last.lead && melts(last.vowel, at.vowel) && matches!(at.tail, 0 | 20) && ending,
        BIEUP => vowel(false) && matches!(rest.first(), Some('우' | '워' | '웠' | '운' | '울' | '움' | '와' | '왔')),
        DIGEUT => vowel(true) && at.tail == RIEUL && ending && !rest.is_empty(),
        SIOT => vowel(false) && matches!(rest.first(), Some('어' | '아' | '으' | '은' | '을' | '었' | '았' | '음')),
        RIEUL => vowel(true) && matches!(at.tail, 0 | NIEUN | BIEUP) && (at.tail != 0 || (ending && !rest.is_empty())),
        HIEUT => at.lead == last.lead && matches!(at.tail, 0 | NIEUN | RIEUL | 16 | 20) && !alone,
        _ => false,
    }
}

/// Vowels that a stem's own turns into before 어 and 아: ㅣ ㅕ, ㅗ ㅘ, ㅜ ㅝ, ㅡ ㅓ/ㅏ, ㅚ ㅙ, ㅏ ㅐ.
const fn melts(own: u8, now: u8) -> bool {
    matches!((own, now), (20, 6) | (8, 9) | (13, 14) | (18, 4 | 0) | (11, 10) | (0, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_regular_and_irregular_verbs_are_known() {
        for (term, forms) in [
            ("두드리다", &["두드려", "두드렸다", "두드린", "두드릴", "두드리고", "두드립니다"][..]),
            ("오르다", &["올라", "올랐다", "오른", "오르고", "오르는"]),
            ("어렵다", &["어려워", "어려웠다", "어려운", "어렵다는", "어렵지"]),
            ("깨닫다", &["깨달아", "깨달았다", "깨닫고"]),
            ("늘다", &["늘어", "늘었다", "느는", "늘고", "늘면"]),
            ("커지다", &["커져", "커졌다", "커진", "커지면"]),
            ("줄이다", &["줄여", "줄였다", "줄인", "줄이기"]),
            ("나누다", &["나눠", "나눴다", "나눈"]),
            ("모색하다", &["모색해", "모색했다", "모색되고", "모색"]),
            ("높다", &["높은", "높아", "높았다"]),
            ("짓다", &["지어", "지은", "짓고"]),
            ("그렇다", &["그런", "그래"]),
        ] {
            for form in forms {
                assert!(is_form_of(term, form), "{form} of {term}");
            }
        }
    }

    #[test]
    fn words_that_only_begin_alike_are_no_forms() {
        for (term, word) in [
            ("두드리다", "두근거려"),
            ("오르다", "오히려"),
            ("늘다", "늘품"),
            ("높다", "높이뛰기"),
            ("모색하다", "모집해"),
            ("커지다", "커피"),
            ("해외진출", "해외진출하다"),
            ("크다", "카드"),
        ] {
            assert!(!is_form_of(term, word), "{word} of {term}");
        }
    }
}
