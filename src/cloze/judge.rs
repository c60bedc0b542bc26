//! What a typed answer is worth, as a good teacher would say.

use super::Verdict;
use crate::korean::{jamo, josa, keyboard};

/// What the blank holds and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expected<'a> {
    /// The blanked letters: 두드려 of 두드려야.
    pub answer: &'a str,
    /// The dictionary form: 두드리다.
    pub term: &'a str,
    /// The sentence behind the blank.
    pub after: &'a str,
}

/// A verdict, and how the answer was read where the keyboard stood in the other mode.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    pub verdict: Verdict,
    pub read_as: Option<String>,
}

/// Judges `typed`. Spaces, letter case, quotation marks, a full stop, a particle and what follows the blank in the
/// sentence are no errors; an answer typed with the keyboard in the other mode is read as it was meant.
pub fn judge(expected: &Expected, typed: &str) -> Judgement {
    let own = compare(expected, &plain(typed));
    if own != Verdict::Wrong {
        return Judgement { verdict: own, read_as: None };
    }
    let read = other_mode(typed);
    match read.map(|read| (compare(expected, &plain(&read)), read)) {
        Some((verdict, read)) if verdict != Verdict::Wrong => Judgement { verdict, read_as: Some(read) },
        _ => Judgement { verdict: Verdict::Wrong, read_as: None },
    }
}

/// What the keys of `typed` mean in the other mode of the keyboard.
fn other_mode(typed: &str) -> Option<String> {
    let typed = jamo::nfc(typed.trim());
    if typed.chars().any(jamo::is_hangul) {
        let keys = keyboard::keys(&typed);
        return keys.is_ascii().then_some(keys);
    }
    let hangul = keyboard::hangul_from_keys(&typed);
    hangul.chars().any(jamo::is_syllable).then_some(hangul)
}

/// Letters and digits only, NFC, lower case: what counts.
fn plain(text: &str) -> String {
    let text = jamo::nfc(text);
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn compare(expected: &Expected, typed: &str) -> Verdict {
    let (answer, term) = (plain(expected.answer), plain(expected.term));
    if typed.is_empty() {
        return Verdict::Wrong;
    }
    if typed == answer || with_what_follows(&answer, expected.after, typed) {
        return Verdict::Correct;
    }
    if typed == term || other_form(&answer, &term, typed) {
        return Verdict::CorrectOtherForm;
    }
    if is_slip(&answer, typed) || is_slip(&term, typed) {
        return Verdict::Spelling;
    }
    Verdict::Wrong
}

/// The answer with a particle, or with the letters that follow it in the sentence up to the next space or beyond.
fn with_what_follows(answer: &str, after: &str, typed: &str) -> bool {
    let Some(rest) = typed.strip_prefix(answer).filter(|rest| !rest.is_empty()) else { return false };
    josa::is_josa(rest) || plain(after).starts_with(rest)
}

/// The same verb or adjective in another form: its stem, or the noun of a 하다 verb, with some ending behind it. The
/// last syllable of a stem melts with the ending (두드리 + 었 → 두드렸), so its lead decides.
fn other_form(answer: &str, term: &str, typed: &str) -> bool {
    let Some(stem) = term.strip_suffix('다').filter(|stem| !stem.is_empty()) else { return false };
    for suffix in ["하", "되", "시키"] {
        if let Some(root) = stem.strip_suffix(suffix).filter(|root| root.chars().count() >= 2) {
            return typed.strip_prefix(root).is_some_and(|rest| rest.is_empty() || is_suffix_form(rest));
        }
    }
    let shared = typed.chars().zip(stem.chars()).take_while(|(a, b)| a == b).count();
    let length = stem.chars().count();
    let lead = |text: &str, at: usize| text.chars().nth(at).and_then(jamo::decompose).map(|s| s.lead);
    let melts = shared + 1 == length && length >= 2 && lead(typed, shared) == lead(stem, shared);
    let stands = shared == length && typed.chars().count() > length;
    (stands || melts) && typed.chars().count() <= answer.chars().count().max(length) + 3
}

/// Whether `rest` begins like 하다, 되다 or 시키다 in some form.
fn is_suffix_form(rest: &str) -> bool {
    let forms = [
        "하", "해", "했", "한", "할", "함", "합", "되", "돼", "됐", "된", "될", "됨", "됩", "시키", "시켜", "시켰",
        "시킨", "시킬",
    ];
    forms.iter().any(|form| rest.starts_with(form))
}

/// One slip of a finger or of the spelling: an answer of two syllables or more, and one key wrong, left out, doubled
/// or changed places with the next; or one pair of sounds that are often confused.
fn is_slip(answer: &str, typed: &str) -> bool {
    let hangul = |text: &str| text.chars().any(jamo::is_hangul);
    if answer.chars().count() < 2 || typed.chars().count() < 2 || hangul(answer) != hangul(typed) {
        return false;
    }
    let (a, b): (Vec<char>, Vec<char>) =
        (keyboard::keys(answer).chars().collect(), keyboard::keys(typed).chars().collect());
    one_edit(&a, &b) || one_edit(&sounds(answer), &sounds(typed)) || sounds(answer) == sounds(typed)
}

/// Keys with the sounds that are heard alike made one: ㅐ ㅔ, ㅙ ㅚ ㅞ, ㅒ ㅖ, and plain, tense and aspirated consonants.
fn sounds(text: &str) -> Vec<char> {
    let keys = keyboard::keys(text).replace("ho", "hl").replace("np", "hl");
    keys.chars()
        .map(|key| match key {
            'p' => 'o',
            'O' | 'P' => 'P',
            'R' | 'z' => 'r',
            'E' | 'x' => 'e',
            'Q' | 'v' => 'q',
            'T' => 't',
            'W' | 'c' => 'w',
            key => key,
        })
        .collect()
}

/// Whether one insertion, deletion, change or exchange of neighbours makes `a` of `b`, and no less.
fn one_edit(a: &[char], b: &[char]) -> bool {
    let front = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let back = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let shorter = a.len().min(b.len());
    let (front, back) = (front, back.min(shorter - front.min(shorter)));
    let (rest_a, rest_b) = (a.len() - front - back, b.len() - front - back);
    match (rest_a, rest_b) {
        (0, 1) | (1, 0 | 1) => true,
        (2, 2) => a[front] == b[front + 1] && a[front + 1] == b[front],
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;
    use Verdict::{Correct, CorrectOtherForm, Spelling, Wrong};

    const NOUN: Expected = Expected { answer: "해외진출", term: "해외진출", after: "을 서두르고 있다." };
    const ROOT: Expected = Expected { answer: "모색", term: "모색하다", after: "하고 있다." };
    const VERB: Expected = Expected { answer: "두드려", term: "두드리다", after: "야 한다." };
    const LATIN: Expected = Expected { answer: "M&A", term: "M&A", after: "에 나설 계획이다." };
    const SHORT: Expected = Expected { answer: "빚", term: "빚", after: "을 갚았다." };

    #[test]
    fn a_teachers_verdicts() {
        for (expected, typed, verdict) in [
            (NOUN, "해외진출", Correct),
            (NOUN, "해외 진출", Correct),
            (NOUN, " 해외진출. ", Correct),
            (NOUN, "‘해외진출’", Correct),
            (NOUN, "해외진출을", Correct),
            (NOUN, "해외진출에서도", Correct),
            (NOUN, "해외진출을 서두르고", Correct),
            (NOUN, "godhlwlscnf", Correct),
            (NOUN, "godhl wlscnf", Correct),
            (NOUN, "해외진줄", Spelling),
            (NOUN, "해왜진출", Spelling),
            (NOUN, "헤외진출", Spelling),
            (NOUN, "해외진추", Spelling),
            (NOUN, "해외진출출", Wrong),
            (NOUN, "해외투자", Wrong),
            (NOUN, "진출", Wrong),
            (NOUN, "해외", Wrong),
            (NOUN, "", Wrong),
            (NOUN, "   ", Wrong),
            (NOUN, "?!", Wrong),
            (NOUN, "overseas", Wrong),
            (ROOT, "모색", Correct),
            (ROOT, "모색하고", Correct),
            (ROOT, "모색하고 있다", Correct),
            (ROOT, "모색하다", CorrectOtherForm),
            (ROOT, "모색했다", CorrectOtherForm),
            (ROOT, "모색한", CorrectOtherForm),
            (ROOT, "모섹", Spelling),
            (ROOT, "모집", Wrong),
            (ROOT, "검색", Wrong),
            (ROOT, "ahtor", Correct),
            (VERB, "두드려", Correct),
            (VERB, "두드려야", Correct),
            (VERB, "두드려야 한다", Correct),
            (VERB, "두드리다", CorrectOtherForm),
            (VERB, "두드렸다", CorrectOtherForm),
            (VERB, "두드린", CorrectOtherForm),
            (VERB, "뚜드려", Spelling),
            (VERB, "두근거려", Wrong),
            (VERB, "열어", Wrong),
            (LATIN, "M&A", Correct),
            (LATIN, "m&a", Correct),
            (LATIN, "MA", Correct),
            (LATIN, "ㅡ&ㅁ", Correct),
            (LATIN, "M&A에", Correct),
            (LATIN, "인수합병", Wrong),
            (SHORT, "빚", Correct),
            (SHORT, "빚을", Correct),
            (SHORT, "빛", Wrong),
            (SHORT, "빗", Wrong),
            (SHORT, "qlw", Correct),
        ] {
            assert_eq!(judge(&expected, typed).verdict, verdict, "{typed} for {}", expected.answer);
        }
    }

    #[test]
    fn an_answer_from_the_other_mode_says_how_it_was_read() {
        assert_eq!(judge(&NOUN, "godhlwlscnf").read_as.as_deref(), Some("해외진출"));
        assert_eq!(judge(&LATIN, "ㅡ&ㅁ").read_as.as_deref(), Some("m&a"));
        assert_eq!(judge(&NOUN, "해외진출").read_as, None);
    }

    proptest! {
        #[test]
        fn the_answer_itself_is_right_in_every_dress(answer in "[가-힣]{1,6}") {
            let expected = Expected { answer: &answer, term: &answer, after: "" };
            let decomposed: String = answer.nfd().collect();
            let spaced: String = answer.chars().flat_map(|c| [c, ' ']).collect();
            for typed in [answer.clone(), decomposed, spaced, keyboard::keys(&answer)] {
                prop_assert_eq!(judge(&expected, &typed).verdict, Correct, "{}", typed);
            }
        }

        #[test]
        fn no_answer_panics(typed in "\\PC*", answer in "\\PC{0,8}") {
            let _ = judge(&Expected { answer: &answer, term: &answer, after: "를 본다." }, &typed);
        }
    }
}
