//! What was typed beside what is right, letter by letter.

use crate::korean::jamo;

/// Letters of an answer that are compared at the most: a paste of pages is no slip.
const LONGEST: usize = 96;

/// How a letter came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sign {
    Right,
    /// Of the answer, and not typed.
    Missing,
    /// Another was typed in its place.
    Wrong,
    /// Typed, and not of the answer.
    Extra,
}

crate::vocab::with_names!(Sign { Right = "right", Missing = "missing", Wrong = "wrong", Extra = "extra" });

/// A letter of the answer, or one too many, in the order of writing. Hangul stands in the letters of the keyboard: 과 is
/// ㄱ and ㅘ, 값 is ㄱ, ㅏ and ㅄ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letter {
    pub sign: Sign,
    pub right: Option<char>,
    pub typed: Option<char>,
    /// Index of the answer's character that it belongs to; an extra letter belongs to the one before it.
    pub of: usize,
}

/// Places `typed` beside `answer` with as few differences as there can be. Empty where one of them is too long.
pub fn align(answer: &str, typed: &str) -> Vec<Letter> {
    let (right, typed) = (letters(answer), letters(typed));
    if right.len() > LONGEST || typed.len() > LONGEST {
        return Vec::new();
    }
    let costs = costs(&right, &typed);
    let cost = |i: usize, j: usize| costs.get(i).and_then(|row| row.get(j)).copied().unwrap_or(u16::MAX);
    let (mut i, mut j) = (0, 0);
    let mut found = Vec::with_capacity(right.len().max(typed.len()));
    while i < right.len() || j < typed.len() {
        let (r, t) = (right.get(i), typed.get(j));
        let letter = match (r, t) {
            (Some(r), Some(t)) if cost(i, j) == cost(i + 1, j + 1).saturating_add(change(r.1, t.1)) => {
                let sign = if r.1 == t.1 { Sign::Right } else { Sign::Wrong };
                (i, j) = (i + 1, j + 1);
                Letter { sign, right: Some(r.1), typed: Some(t.1), of: r.0 }
            }
            (Some(r), _) if cost(i, j) == cost(i + 1, j).saturating_add(LOST) => {
                i += 1;
                Letter { sign: Sign::Missing, right: Some(r.1), typed: None, of: r.0 }
            }
            (_, t) => {
                j += 1;
                let of = i.checked_sub(1).and_then(|before| right.get(before)).map_or(0, |r| r.0);
                Letter { sign: Sign::Extra, right: None, typed: t.map(|t| t.1), of }
            }
        };
        found.push(letter);
    }
    found
}

/// A piece of the answer as it is written with its mistakes, and whether it was right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub right: bool,
}

/// The answer's characters, each whole if it was right, else with its letters in brackets: 해[ㅇ ㅙ→ㅚ]진출. What was
/// typed stands left of an arrow, what was left out behind a plus sign, what is too much behind a minus sign.
pub fn marked(answer: &str, letters: &[Letter]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (at, c) in answer.chars().filter(|c| !c.is_whitespace()).enumerate() {
        let own: Vec<&Letter> = letters.iter().filter(|letter| letter.of == at).collect();
        let right = own.iter().all(|letter| letter.sign == Sign::Right);
        let text = if right {
            c.to_string()
        } else {
            format!("[{}]", own.iter().map(|l| sign(l)).collect::<Vec<_>>().join(" "))
        };
        match pieces.last_mut() {
            Some(last) if last.right && right => last.text.push_str(&text),
            _ => pieces.push(Piece { text, right }),
        }
    }
    pieces
}

fn sign(letter: &Letter) -> String {
    match (letter.right, letter.typed) {
        (Some(right), Some(typed)) if right != typed => format!("{typed}→{right}"),
        (Some(right), Some(_)) => right.to_string(),
        (Some(right), None) => format!("+{right}"),
        (None, Some(typed)) => format!("-{typed}"),
        (None, None) => String::new(),
    }
}

/// Whether enough of the answer was right for the marks to be worth reading: more than half of its letters.
pub fn is_telling(letters: &[Letter]) -> bool {
    let right = letters.iter().filter(|letter| letter.sign == Sign::Right).count();
    right * 2 > letters.len()
}

/// Cost of a letter left out or too much.
const LOST: u16 = 2;

/// A consonant is never taken for a vowel.
fn change(right: char, typed: char) -> u16 {
    let vowel = |c: char| ('ㅏ'..='ㅣ').contains(&c);
    match right == typed {
        true => 0,
        false if vowel(right) == vowel(typed) => 3,
        false => 5,
    }
}

/// `costs[i][j]`: of making what is left of `typed` from `j` into what is left of `right` from `i`.
fn costs(right: &[(usize, char)], typed: &[(usize, char)]) -> Vec<Vec<u16>> {
    let mut costs = vec![vec![0_u16; typed.len() + 1]; right.len() + 1];
    let get = |costs: &[Vec<u16>], i: usize, j: usize| costs.get(i).and_then(|row| row.get(j)).copied();
    for i in (0..=right.len()).rev() {
        for j in (0..=typed.len()).rev() {
            let both = match (right.get(i), typed.get(j)) {
                (Some(r), Some(t)) => get(&costs, i + 1, j + 1).map(|rest| rest + change(r.1, t.1)),
                _ => None,
            };
            let lost = get(&costs, i + 1, j).map(|rest| rest + LOST);
            let extra = get(&costs, i, j + 1).map(|rest| rest + LOST);
            let least = [both, lost, extra].into_iter().flatten().min().unwrap_or(0);
            if let Some(cell) = costs.get_mut(i).and_then(|row| row.get_mut(j)) {
                *cell = least;
            }
        }
    }
    costs
}

/// The letters of a text with the index of the character that each is of; spaces are none.
fn letters(text: &str) -> Vec<(usize, char)> {
    let mut found = Vec::new();
    for (at, c) in text.chars().filter(|c| !c.is_whitespace()).enumerate() {
        match jamo::decompose(c) {
            Some(syllable) => found.extend(syllable.letters().into_iter().flatten().map(|letter| (at, letter))),
            None => found.push((at, jamo::compatibility(c))),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(answer: &str, typed: &str) -> String {
        marked(answer, &align(answer, typed)).into_iter().map(|piece| piece.text).collect()
    }

    #[test]
    fn each_letter_is_marked() {
        assert_eq!(shown("해외진출", "해왜진줄"), "해[ㅇ ㅙ→ㅚ]진[ㅈ→ㅊ ㅜ ㄹ]");
        assert_eq!(shown("해외진출", "해외지출"), "해외[ㅈ ㅣ +ㄴ]출");
        assert_eq!(shown("투자", "투잔"), "투[ㅈ ㅏ -ㄴ]");
        assert_eq!(shown("해외 진출", "해외진출"), "해외진출");
    }

    #[test]
    fn a_word_with_nothing_in_common_tells_nothing() {
        assert!(is_telling(&align("해외진출", "해외지출")));
        assert!(!is_telling(&align("해외진출", "금리")));
        assert!(align("해외진출", &"가".repeat(500)).is_empty());
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_is_made_up(answer in "[가-힣a-z ]{0,8}", typed in "[가-힣ㄱ-ㅣA-Z ]{0,8}") {
            let found = align(&answer, &typed);
            let right: Vec<char> = found.iter().filter_map(|letter| letter.right).collect();
            let given: Vec<char> = found.iter().filter_map(|letter| letter.typed).collect();
            prop_assert_eq!(right, letters(&answer).into_iter().map(|l| l.1).collect::<Vec<_>>());
            prop_assert_eq!(given, letters(&typed).into_iter().map(|l| l.1).collect::<Vec<_>>());
            let same = align(&answer, &answer);
            prop_assert!(same.iter().all(|letter| letter.sign == Sign::Right));
            let _ = marked(&answer, &found);
        }
    }
}
