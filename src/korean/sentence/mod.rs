//! Sentences of Korean news and plain prose.
//!
//! A line break always ends a sentence. Inside a line a full stop, a question mark, an exclamation mark or an
//! ellipsis ends one, unless it stands in a quotation or bracket, in a number, a date, an initial or an address, or
//! before what carries the sentence on (“…다.”라며). In doubt a sentence goes on: a long one can still be read, a
//! torn one cannot.

mod line;
mod pairs;
mod quotation;
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
    let mut at = start;
    let mut push = |from: &mut usize, to: usize| {
        let length = line.slice(*from, to).trim_end().len();
        if length > 0 {
            let first = offset + line.byte(*from);
            sentences.push(first..first + length);
        }
        *from = line.skip_space(to);
    };
    // Whether a quotation at `at` would be the front of a sentence.
    let mut fresh = true;
    while let Some(c) = line.char(at) {
        if let Some(close) = line.partner(at) {
            if fresh {
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
        } else {
            fresh = matches!(c, ':' | '：') || fresh && c.is_whitespace();
            at += 1;
        }
    }
    push(&mut start, line.len());
}
