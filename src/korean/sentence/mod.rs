//! Sentences of Korean news and plain prose.
//!
//! A line break always ends a sentence. Inside a line a full stop, a question mark, an exclamation mark or an
//! ellipsis ends one, unless it stands in a quotation or bracket, in a number, a date, an initial or an address, or
//! before what carries the sentence on (“…다.”라며). In doubt a sentence goes on: a long one can still be read, a
//! torn one cannot.

mod line;
mod number;
mod pairs;
mod quotation;
mod speech;
mod stops;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;

use self::line::Line;

/// Byte ranges of the sentences of `text`, in order and apart, without white space at their ends. Between them lies
/// white space only.
#[must_use]
pub fn split(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut offset = 0;
    for line in text.split_inclusive(is_line_break) {
        split_line(line, offset, &mut sentences);
        offset += line.len();
    }
    sentences
}

/// Every line break of Unicode, for text that went through a spreadsheet or an old editor.
const fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn split_line(text: &str, offset: usize, sentences: &mut Vec<Range<usize>>) {
    let line = Line::new(text);
    let mut start = line.skip_space(0);
    let front = start;
    let mut at = start;
    let mut push = |from: &mut usize, to: usize| {
        let length = line.slice(*from, to).trim_end().len();
        if length > 0 {
            let first = offset + line.byte(*from);
            sentences.push(first..first + length);
        }
        *from = line.skip_space(to);
    };
    if is_copyright(text) {
        push(&mut start, line.len());
        return;
    }
    let polite = is_polite(text);
    // Whether a quotation at `at` would be the front of a sentence.
    let mut fresh = true;
    while let Some(c) = line.char(at) {
        if let Some(close) = line.partner(at) {
            if start == at && start > front && quotation::is_note(&line, at, close) {
                at = close + 1;
                push(&mut start, at);
                fresh = true;
            } else if fresh {
                let chain = quotation::chain(&line, at, close);
                // A bracket at the front, such as (서울=연합뉴스), leaves the sentence as fresh as it was.
                fresh = !chain.ends.is_empty() || !pairs::is_quote(c);
                for end in chain.ends {
                    push(&mut start, end);
                }
                at = chain.end;
            } else {
                at = close + 1;
            }
        } else if stops::is_stop(c) {
            let stop = stops::read(&line, at, start);
            at = stop.end;
            if stop.ends_sentence {
                push(&mut start, at);
                fresh = true;
            }
        } else if polite && c.is_whitespace() && ends_politely(&line, start, at) {
            push(&mut start, at);
            at += 1;
            fresh = true;
        } else {
            fresh = matches!(c, ':' | '：') || fresh && c.is_whitespace();
            at += 1;
        }
    }
    push(&mut start, line.len());
}

/// Longest line that is looked at as a notice of rights, in bytes.
const LONGEST_NOTICE: usize = 600;

/// A notice of rights, whose full stops end nothing: ⓒ 독파경제. 무단 전재 금지.
fn is_copyright(text: &str) -> bool {
    let text = text.trim_start();
    text.len() <= LONGEST_NOTICE && ["ⓒ", "©", "Copyright", "COPYRIGHT", "저작권자"].iter().any(|c| text.starts_with(c))
}

/// Whether a line is polite speech to its end, as broadcasts are: only there may a sentence end without a stop.
fn is_polite(text: &str) -> bool {
    const ENDINGS: &[&str] = &["니다", "니까"];
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || stops::is_stop(c) || pairs::is_closer(c));
    ENDINGS.iter().any(|ending| text.ends_with(ending))
}

/// Whether a polite sentence from `start` ends before the white space at `at` although it has no stop. One word alone
/// is as likely to be quoted, and who is spoken to belongs to it: 반갑습니다 여러분.
fn ends_politely(line: &Line, start: usize, at: usize) -> bool {
    const LONGEST_ENDING: usize = 5;
    let next = line.skip_space(at);
    let word = line.word(next);
    words::ends_politely(line.slice(at.saturating_sub(LONGEST_ENDING).max(start), at))
        && line.slice(start, at).contains(char::is_whitespace)
        && line.char(next).is_some_and(char::is_alphanumeric)
        && !words::takes_up_quotation(word)
        && !word.starts_with("여러분")
}
