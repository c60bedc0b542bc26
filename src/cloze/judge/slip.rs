//! Near misses: slips of the fingers and of the spelling, told apart.
//!
//! Measured in keystrokes on the letters of a 2-set keyboard, never in syllables: 해왜진출 is one key away from 해외진출.

use crate::korean::{jamo, keyboard};

/// What kind of slip a near miss is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Slip {
    /// ㅐ and ㅔ, ㅒ and ㅖ.
    AeE,
    /// ㅚ, ㅙ and ㅞ.
    OeWae,
    /// Only what stands under the syllables, the 받침, is not right.
    Final,
    /// Plain and tense: ㄱ and ㄲ.
    Tense,
    /// Aspirated and not: ㄱ and ㅋ.
    Aspirate,
    /// Written as it is said: 혐녁 for 협력.
    AsSaid,
    /// A key too many, too few, beside the right one, or two in the wrong order.
    Finger,
}

crate::vocab::with_names!(Slip {
    AeE = "ae-e",
    OeWae = "oe-wae",
    Final = "final-consonant",
    Tense = "tense",
    Aspirate = "aspirate",
    AsSaid = "as-said",
    Finger = "finger",
});

/// Keys from which on two slips are forgiven: some four syllables.
const LONG: usize = 10;

/// The slip by which `typed` was written for `answer`; `None` where they are too far apart to say so. One syllable gives
/// too little to go by. `said` is how the answer is said.
pub fn slip(answer: &str, typed: &str, said: &str) -> Option<Slip> {
    let hangul = |text: &str| text.chars().any(jamo::is_hangul);
    let count = |text: &str| text.chars().count();
    if count(answer) < 2 || count(typed) < 2 || hangul(answer) != hangul(typed) || count(typed) > count(answer) * 2 + 4
    {
        return None;
    }
    if typed == said && hangul(typed) {
        return Some(Slip::AsSaid);
    }
    if let Some(confused) = confused(answer, typed) {
        return Some(confused);
    }
    let keys = |text: &str| keyboard::keys(text).chars().collect::<Vec<_>>();
    let (a, b) = (keys(answer), keys(typed));
    let near = one_edit(&a, &b) || one_edit(&sounds(answer), &sounds(typed));
    // Twice in a long word, if no syllable is off by more than a letter: 해애진줄.
    let twice =
        || a.len() >= LONG && differences(answer, typed).is_some_and(|d| d.len() <= 2 && each_syllable_once(&d));
    (near || twice()).then(|| if only_tails(answer, typed) { Slip::Final } else { Slip::Finger })
}

/// A letter in which two words of as many syllables differ.
struct Difference {
    syllable: usize,
    right: Option<char>,
    typed: Option<char>,
}

/// All of them; `None` where the words have no common shape.
fn differences(answer: &str, typed: &str) -> Option<Vec<Difference>> {
    if answer.chars().count() != typed.chars().count() {
        return None;
    }
    let mut found = Vec::new();
    for (syllable, (a, b)) in answer.chars().zip(typed.chars()).enumerate().filter(|(_, (a, b))| a != b) {
        let (a, b) = (jamo::decompose(a)?.letters(), jamo::decompose(b)?.letters());
        for (right, typed) in a.into_iter().zip(b).filter(|(right, typed)| right != typed) {
            found.push(Difference { syllable, right, typed });
        }
    }
    Some(found)
}

fn each_syllable_once(differences: &[Difference]) -> bool {
    differences.windows(2).all(|pair| matches!(pair, [a, b] if a.syllable != b.syllable))
}

/// The kind of a slip in which every letter is one that is confused with the right one; of several kinds the first.
fn confused(answer: &str, typed: &str) -> Option<Slip> {
    let differences = differences(answer, typed)?;
    // A word that is wrong in more than half of its syllables is not spelled wrong, it is not known.
    if differences.is_empty() || differences.len() * 2 > answer.chars().count() + 1 {
        return None;
    }
    let kinds: Option<Vec<Slip>> =
        differences.iter().map(|difference| kind(difference.right?, difference.typed?)).collect();
    kinds?.first().copied()
}

fn kind(right: char, typed: char) -> Option<Slip> {
    let among = |group: &str| group.contains(right) && group.contains(typed);
    if among("ㅐㅔ") || among("ㅒㅖ") {
        return Some(Slip::AeE);
    }
    if among("ㅚㅙㅞ") {
        return Some(Slip::OeWae);
    }
    for row in ["ㄱㄲㅋ", "ㄷㄸㅌ", "ㅂㅃㅍ", "ㅈㅉㅊ", "ㅅㅆ"] {
        if among(row) {
            let aspirate = |c: char| "ㅋㅌㅍㅊ".contains(c);
            return Some(if aspirate(right) || aspirate(typed) { Slip::Aspirate } else { Slip::Tense });
        }
    }
    None
}

fn only_tails(answer: &str, typed: &str) -> bool {
    let bare = |text: &str| -> Vec<Option<[Option<char>; 2]>> {
        text.chars()
            .map(|c| {
                jamo::decompose(c).map(|s| {
                    let [lead, vowel, _] = s.letters();
                    [lead, vowel]
                })
            })
            .collect()
    };
    bare(answer) == bare(typed)
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
    let (rest_a, rest_b) = (a.get(front..a.len() - back), b.get(front..b.len() - back));
    match (rest_a, rest_b) {
        (Some([]), Some([_])) | (Some([_]), Some([] | [_])) => true,
        (Some(&[one, two]), Some(&[first, second])) => one == second && two == first,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_slips_are_told_apart() {
        for (answer, typed, expected) in [
            ("해외진출", "헤외진출", Some(Slip::AeE)),
            ("해외진출", "해왜진출", Some(Slip::OeWae)),
            ("해외진출", "헤왜진출", Some(Slip::AeE)),
            ("해외진출", "해외진줄", Some(Slip::Aspirate)),
            ("증가", "쯩가", Some(Slip::Tense)),
            ("매각", "매간", Some(Slip::Final)),
            ("매각", "매가", Some(Slip::Final)),
            ("협력", "혐녁", Some(Slip::AsSaid)),
            ("해외진출", "해외진출출", None),
            ("해외진출", "해오진출", Some(Slip::Finger)),
            ("해외진출", "해외투자", None),
            ("해외진출", "금리", None),
            ("빚", "빗", None),
        ] {
            let said = if answer == "협력" { "혐녁" } else { answer };
            assert_eq!(slip(answer, typed, said), expected, "{typed} for {answer}");
        }
    }
}
