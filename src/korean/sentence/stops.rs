//! Whether a full stop, a question mark, an exclamation mark or an ellipsis ends a sentence.

use super::line::Line;
use super::{pairs, words};

/// Longest run of digits that is looked at as a number of a date or a list.
const LONGEST_NUMBER: usize = 4;

pub(super) const fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‥' | '。' | '！' | '？')
}

/// A run of stops, in character offsets of its line.
pub(super) struct Stop {
    /// Behind the run and the closing and reference marks that belong to it.
    pub end: usize,
    pub ends_sentence: bool,
}

/// Reads the run of stops at `at`. `first` is where the sentence began.
pub(super) fn read(line: &Line, at: usize, first: usize) -> Stop {
    let run = (at..line.len()).find(|&i| !line.char(i).is_some_and(is_stop)).unwrap_or(line.len());
    let end = absorb(line, run);
    let sign = (at..run).any(|i| matches!(line.char(i), Some('!' | '?' | '！' | '？')));
    let ends_sentence = if sign {
        outcry_ends(line, at, run, end)
    } else if run - at > 1 || matches!(line.char(at), Some('…' | '‥')) {
        ellipsis_ends(line, at, end)
    } else {
        full_stop_ends(line, at, end, first)
    };
    Stop { end, ends_sentence }
}

/// Skips closing marks without a partner and reference marks like `[1]`, which belong to the sentence they follow.
pub(super) fn absorb(line: &Line, mut at: usize) -> usize {
    loop {
        match line.char(at) {
            Some('"' | '\'' | '>') if line.partner(at).is_none() && line.is_gap(at + 1) => at += 1,
            // An apostrophe before a year: ’11년.
            Some('’') if line.is_digit(at + 1) => return at,
            Some(c) if pairs::is_closer(c) && !matches!(c, '"' | '\'' | '>') => at += 1,
            Some('[') => match line.partner(at) {
                Some(close) if close - at <= LONGEST_NUMBER && (at + 1..close).all(|i| line.is_digit(i)) => {
                    at = close + 1;
                }
                _ => return at,
            },
            _ => return at,
        }
    }
}

fn full_stop_ends(line: &Line, at: usize, end: usize, first: usize) -> bool {
    let Some(before) = line.before(at) else { return false };
    if !line.is_gap(end) {
        return words::ends_in_predicate(stated(line, at)) && opens_sentence(line, end);
    }
    if words::takes_up_statement(line.word(line.skip_space(end))) {
        return false;
    }
    match before {
        c if c.is_ascii_digit() => number_ends(line, at, first),
        c if c.is_ascii_alphabetic() => latin_ends(line, at),
        c if c.is_whitespace() => words::ends_in_predicate(line.head(at).trim_end()),
        _ => !is_heading_mark(line.slice(first, at)),
    }
}

/// The text before a stop, without a bracket or closing marks that stand between: 늘었다(표 참조).
fn stated<'a>(line: &Line<'a>, at: usize) -> &'a str {
    let head = line.slice(at.saturating_sub(LONGEST_TAIL), at);
    let inner = head.trim_end_matches(|c| pairs::is_closer(c) || is_stop(c));
    if head.len() == inner.len() || words::ends_in_predicate(inner) {
        return inner;
    }
    let reach = (0..at).rev().take(LONGEST_BRACKET).find(|&i| line.partner(i) == Some(at - 1));
    reach.map_or(inner, |open| line.head(open))
}

/// Most characters in which a predicate and the closing marks behind it are looked for.
const LONGEST_TAIL: usize = 16;
/// Longest bracket between a predicate and its full stop, in characters.
const LONGEST_BRACKET: usize = 40;

/// Whether a sentence can begin at `at`, glued to the full stop before.
fn opens_sentence(line: &Line, at: usize) -> bool {
    let Some(c) = line.char(at) else { return true };
    let word = line.word(at);
    if c.is_ascii_lowercase() {
        // An internet name: 바다.com.
        return !["com", "co", "kr", "net", "org", "io", "go", "or", "ac"].contains(&latin_front(word));
    }
    let mark = matches!(
        c,
        '△' | '▲'
            | '▽'
            | '▼'
            | '■'
            | '□'
            | '◆'
            | '◇'
            | '○'
            | '●'
            | '◎'
            | '▶'
            | '▷'
            | '※'
            | '☆'
            | '★'
            | '㈜'
    );
    let opener = pairs::closer(c).is_some() || line.partner(at).is_some() || c == '’';
    mark || opener || c.is_alphanumeric() && !words::goes_on_glued(word)
}

fn latin_front(word: &str) -> &str {
    word.split(|c: char| !c.is_ascii_lowercase()).next().unwrap_or_default()
}

/// Whether a full stop behind a digit and before white space ends a sentence. A number standing alone is one of a
/// date (2011. 11. 8.) or a list (1. 개요); larger and glued ones end their sentence (2대 3. / 2,500.).
fn number_ends(line: &Line, at: usize, first: usize) -> bool {
    let start = number_start(line, at);
    let in_list = line.slice(first, at).chars().all(|c| c.is_ascii_digit() || c == '.');
    let dotted = start.checked_sub(1).filter(|&dot| line.char(dot) == Some('.'));
    if in_list || dotted.is_some_and(|dot| dot > 0 && line.is_digit(dot - 1)) {
        return false;
    }
    let alone = start.checked_sub(1).is_none_or(|before| {
        line.char(before)
            .is_some_and(|c| c.is_whitespace() || pairs::closer(c).is_some() || matches!(c, '\'' | '’' | '"'))
    });
    if !alone {
        return true;
    }
    let digits = at - start;
    let goes_on = line.is_digit(line.skip_space(at + 1));
    !(digits <= 2 || digits == LONGEST_NUMBER && goes_on)
}

fn number_start(line: &Line, at: usize) -> usize {
    (0..at).rev().take(LONGEST_NUMBER + 1).take_while(|&i| line.is_digit(i)).last().unwrap_or(at)
}

/// Whether a full stop behind a Latin letter and before white space ends a sentence. Those of U.S., J. P. and Co. do
/// not, nor any before a small letter.
fn latin_ends(line: &Line, at: usize) -> bool {
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
    let next = line.char(line.skip_space(at + 1));
    !initial && !words::is_abbreviation(line.slice(start, at)) && !next.is_some_and(|c| c.is_ascii_lowercase())
}

/// Numbering before a heading: 가. 개요, 제1장. 총칙.
fn is_heading_mark(text: &str) -> bool {
    let mut chars = text.chars();
    if let (Some(only), None) = (chars.next(), chars.next()) {
        return "가나다라마바사아자차카타파하".contains(only);
    }
    let numbered = text.strip_prefix('제').and_then(|rest| rest.strip_suffix(['장', '절', '조', '항', '편', '부']));
    numbered.is_some_and(|number| !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()))
}

fn outcry_ends(line: &Line, at: usize, run: usize, end: usize) -> bool {
    if words::ends_in_exclaimed_name(line.head(at)) && run - at == 1 {
        return false;
    }
    if line.is_gap(end) {
        return !words::takes_up_statement(line.word(line.skip_space(end)));
    }
    words::ends_in_outcry(line.head(at)) && opens_sentence(line, end)
}

/// An ellipsis ends a sentence only where one is complete and white space follows: headlines are joined with it
/// (금리 동결…시장 안도).
fn ellipsis_ends(line: &Line, at: usize, end: usize) -> bool {
    line.is_gap(end)
        && words::ends_in_predicate(stated(line, at))
        && !words::takes_up_quotation(line.word(line.skip_space(end)))
}
