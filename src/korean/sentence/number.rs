//! Full stops behind digits, Latin letters and the marks of a list.

use super::line::Line;
use super::{pairs, words};

/// Longest run of digits that is looked at as a number of a date or a list.
const LONGEST_NUMBER: usize = 4;
/// Longest run of numbers, or of initials, that is looked at as one, in characters.
const LONGEST_RUN: usize = 16;

/// Whether a full stop behind a digit and before white space ends a sentence. A number standing alone is one of a
/// date (2011. 11. 8.) or a list (1. 개요); larger and glued ones and decimals end their sentence (2대 3. / 2,500. /
/// 0.72.).
pub(super) fn number_ends(line: &Line, at: usize, first: usize) -> bool {
    let in_list = line.slice(first, at).chars().all(|c| c.is_ascii_digit() || c == '.');
    if in_list {
        return false;
    }
    let start = number_start(line, at);
    let dotted = start.checked_sub(1).filter(|&dot| line.char(dot) == Some('.') && dot > 0 && line.is_digit(dot - 1));
    if let Some(dot) = dotted {
        return is_decimal(line, dot, at) || is_all_said(line, at, |c| c.is_ascii_digit());
    }
    let before = start.checked_sub(1).and_then(|before| line.char(before));
    let alone = before
        .is_none_or(|c| c.is_whitespace() || pairs::closer(c).is_some() || matches!(c, '\'' | '’' | '"'))
        // From day to day: 11. 8.~11. 12.
        || matches!(before, Some('~' | '-' | '–' | '∼')) && start >= 2 && line.char(start - 2) == Some('.');
    if !alone {
        return true;
    }
    let digits = at - start;
    let goes_on = line.is_digit(line.skip_space(at + 1));
    let dated = digits <= 2 || digits == LONGEST_NUMBER && goes_on;
    !dated || !goes_on && is_all_said(line, at, |c| c.is_ascii_digit())
}

fn number_start(line: &Line, at: usize) -> usize {
    (0..at).rev().take(LONGEST_NUMBER + 1).take_while(|&i| line.is_digit(i)).last().unwrap_or(at)
}

/// Whether two numbers joined by the full stop at `dot`, the second ending at `end`, can only be a decimal: 0.72 and
/// 1.8 can, the year and month of 2011.11. and the month and day of 3.2. are a date for all we know.
fn is_decimal(line: &Line, dot: usize, end: usize) -> bool {
    let start = number_start(line, dot);
    // Of three numbers (2011.11.8.), or a year cut short (’24.3.), or thousands (1,200.5).
    match start.checked_sub(1).and_then(|before| line.char(before)) {
        Some('.' | '\'' | '’') => return false,
        Some(',') => return true,
        _ => {}
    }
    let number = |from: usize, to: usize| line.slice(from, to).parse::<u32>().unwrap_or(u32::MAX);
    let (whole, part) = (number(start, dot), number(dot + 1, end));
    let date = matches!(whole, 1..=12) && matches!(part, 1..=31) || matches!(whole, 1900..=2100) && part <= 12;
    !date
}

/// Whether the numbers or letters before the full stop at `at` are all that their sentence says, and another sentence
/// follows: 마감은 12. 15. 심사에는 두 달이 걸린다.
fn is_all_said(line: &Line, at: usize, belongs: impl Fn(char) -> bool) -> bool {
    let inside = |i: usize| line.char(i).is_some_and(|c| belongs(c) || c == '.' || c.is_whitespace());
    let start = (0..at).rev().take(LONGEST_RUN).take_while(|&i| inside(i)).last().unwrap_or(at);
    words::asks_for_name_or_date(line.head(start)) && words::is_topic(line.word(line.skip_space(at + 1)))
}

/// Whether a full stop behind a Latin letter and before white space ends a sentence. Those of U.S., J. P. and Co. do
/// not, nor any before a small letter.
pub(super) fn latin_ends(line: &Line, at: usize, first: usize) -> bool {
    const LONGEST: usize = 8;
    let start = (0..at)
        .rev()
        .take(LONGEST)
        .take_while(|&i| line.char(i).is_some_and(|c| c.is_ascii_alphabetic()))
        .last()
        .unwrap_or(at);
    let before = line.before(start);
    let initial = at - start == 1
        && before.is_none_or(|c| c == '.' || c.is_whitespace() || pairs::closer(c).is_some() || c == '"');
    if initial {
        return is_all_said(line, at, |c| c.is_ascii_alphabetic());
    }
    let word = line.slice(start, at);
    // Numbering: II. 본론.
    let roman = start == first && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let next = line.char(line.skip_space(at + 1));
    !roman && !words::is_abbreviation(word) && !next.is_some_and(|c| c.is_ascii_lowercase())
}

/// Numbering before a heading: 가. 개요, Ⅰ. 머리말, 제1장. 총칙.
pub(super) fn is_heading_mark(text: &str) -> bool {
    let mut chars = text.chars();
    if let (Some(only), None) = (chars.next(), chars.next()) {
        return "가나다라마바사아자차카타파하".contains(only) || matches!(only, 'Ⅰ'..='Ⅻ' | 'ⅰ'..='ⅻ');
    }
    let numbered = text.strip_prefix('제').and_then(|rest| rest.strip_suffix(['장', '절', '조', '항', '편', '부']));
    numbered.is_some_and(|number| !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()))
}

/// Whether the text of square brackets is a reference: 3, 1–4, 주 2, a, 출처 필요.
pub(super) fn is_reference(text: &str) -> bool {
    let bare = ["각주", "주", "노트"].iter().find_map(|front| text.strip_prefix(front)).unwrap_or(text).trim_start();
    let numbers = |c: char| c.is_ascii_digit() || matches!(c, ',' | ' ' | '-' | '–' | '~');
    let letter = text.len() == 1 && text.chars().all(|c| c.is_ascii_lowercase());
    bare.starts_with(|c: char| c.is_ascii_digit()) && bare.chars().all(numbers)
        || letter
        || matches!(text, "출처 필요" | "출처필요")
}
