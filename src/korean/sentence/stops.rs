//! Whether a full stop, a question mark, an exclamation mark or an ellipsis ends a sentence.

use super::line::Line;
use super::{number, pairs, words};

/// Longest reference in square brackets, in characters.
const LONGEST_REFERENCE: usize = 8;

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
                Some(close)
                    if close - at <= LONGEST_REFERENCE + 1 && number::is_reference(line.slice(at + 1, close)) =>
                {
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
        return is_list_mark(line, end)
            || words::joins_sentences(line.word(end)) && before.is_alphabetic()
            || words::ends_in_predicate(stated(line, at)) && opens_sentence(line, end);
    }
    if words::takes_up_statement(line.word(line.skip_space(end))) {
        return false;
    }
    match before {
        c if c.is_ascii_digit() => number::number_ends(line, at, first),
        c if c.is_ascii_alphabetic() => number::latin_ends(line, at, first),
        c if c.is_whitespace() => words::ends_in_predicate(line.head(at).trim_end()),
        _ => !number::is_heading_mark(line.slice(first, at)),
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
    let mark = matches!(c, '○' | '◎' | '☆' | '★' | '㈜') || is_list_mark(line, at);
    let opener = pairs::closer(c).is_some() || line.partner(at).is_some() || c == '’';
    mark || opener || c.is_alphanumeric() && !words::goes_on_glued(word)
}

/// A mark before an item of a list. △ before a number is a minus sign.
fn is_list_mark(line: &Line, at: usize) -> bool {
    const MARKS: &[char] = &['△', '▲', '▽', '▼', '■', '□', '◆', '◇', '●', '▶', '▷', '※'];
    line.char(at).is_some_and(|c| MARKS.contains(&c)) && !line.is_digit(at + 1)
}

fn latin_front(word: &str) -> &str {
    word.split(|c: char| !c.is_ascii_lowercase()).next().unwrap_or_default()
}

fn outcry_ends(line: &Line, at: usize, run: usize, end: usize) -> bool {
    if words::ends_in_exclaimed_name(line.head(at)) && run - at == 1 {
        return false;
    }
    if line.is_gap(end) {
        let next = line.skip_space(end);
        return !words::takes_up_statement(line.word(next)) && !is_answer_of_headline(line, next);
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

/// Whether nothing follows but a quotation that is no sentence: 집값 또 오르나? “수요 살아나”.
fn is_answer_of_headline(line: &Line, at: usize) -> bool {
    let Some(close) = line.partner(at).filter(|_| line.char(at).is_some_and(pairs::is_quote)) else { return false };
    line.skip_space(close + 1) == line.len()
        && !line.before(close).is_some_and(is_stop)
        && !words::ends_in_predicate(line.slice(at, close))
}
