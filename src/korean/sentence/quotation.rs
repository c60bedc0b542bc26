//! Where a quotation is a sentence of its own.

use super::line::Line;
use super::stops::{self, is_stop};
use super::{pairs, speech, words};

/// Longest clause, in characters, in which the speaker of a quotation is looked for.
const LONGEST_CLAUSE: usize = 80;

/// Longest bracket behind a quotation in which its speaker is named, in characters.
const LONGEST_BRACKET: usize = 40;

/// Quotations that stand one behind the other, in character offsets of their line.
#[derive(Default)]
pub(super) struct Chain {
    /// Where sentences end, each behind a quotation and its reference marks.
    pub ends: Vec<usize>,
    /// Behind the whole chain.
    pub end: usize,
}

/// Reads the pair that opens at `open` and closes at `close`, at the front of a sentence, and the quotations behind
/// it. They are sentences of their own where complete sentences are said, and where what follows neither takes them
/// up (라고) nor names the speaker (그는 말했다).
pub(super) fn chain(line: &Line, open: usize, close: usize) -> Chain {
    let mut chain = Chain { ends: Vec::new(), end: close + 1 };
    let mut next = Some((open, close));
    let mut named = false;
    while let Some((open, close)) = next.filter(|&(_, close)| says_sentence(line, close)) {
        chain.end = stops::absorb(line, close + 1);
        let source = source(line, chain.end);
        named = source.is_some();
        chain.end = source.unwrap_or(chain.end);
        chain.ends.push(chain.end);
        let quote = line.char(open).is_some_and(pairs::is_quote);
        let behind = line.skip_space(chain.end);
        next = line.partner(behind).map(|close| (behind, close));
        next = next.filter(|_| quote && line.char(behind).is_some_and(pairs::is_quote));
    }
    if goes_on(line, chain.end, named) {
        chain.ends.clear();
    }
    chain
}

/// Whether a sentence ends right before the closing mark at `close`; marks closing within are looked through.
fn says_sentence(line: &Line, close: usize) -> bool {
    let last =
        (0..close).rev().take(4).find(|&i| !line.char(i).is_some_and(|c| pairs::is_closer(c) || c.is_whitespace()));
    let Some(last) = last else { return false };
    match line.char(last) {
        // Not the full stop of (U.S.) or (3.).
        Some('.') => line.before(last).is_some_and(|c| !c.is_ascii_alphanumeric()),
        Some(c) => is_stop(c),
        None => false,
    }
}

/// Behind the bracket that is glued to a quotation and names its speaker or source: “끝까지 간다.”(이도윤 대표).
fn source(line: &Line, at: usize) -> Option<usize> {
    let close = line.partner(at).filter(|&close| line.char(at) == Some('(') && close - at <= LONGEST_BRACKET)?;
    (!says_sentence(line, close)).then(|| stops::absorb(line, close + 1))
}

/// Whether what stands at `end`, behind quotations, belongs to their sentence. `named` tells that their speaker is
/// known already.
fn goes_on(line: &Line, end: usize, named: bool) -> bool {
    let next = line.skip_space(end);
    if next == line.len() {
        return false;
    }
    if next == end {
        // Glued: 라고, 는, or a sentence that ran into the one before.
        let opens = line.partner(end).is_some() || line.char(end).and_then(pairs::closer).is_some();
        let word = line.word(end);
        return !opens && (word.is_empty() || words::clings(word) || speech::attributes(clause(line, end)));
    }
    let mark = line.char(next).is_some_and(|c| matches!(c, ',' | '.' | '·' | '/' | '~'));
    mark || words::takes_up_quotation(line.word(next)) || !named && speech::attributes(clause(line, next))
}

/// The text from `at` to the next stop outside of pairs, without the stop.
fn clause<'a>(line: &Line<'a>, at: usize) -> &'a str {
    let limit = at + LONGEST_CLAUSE;
    let mut end = at;
    while end < limit && line.char(end).is_some_and(|c| !is_stop(c)) {
        end = line.partner(end).unwrap_or(end) + 1;
    }
    line.slice(at, end)
}

/// Words at the front of a bracket that stands between sentences and belongs to neither.
const NOTES: &[&str] = &["사진", "그래픽", "자료", "자료사진", "출처", "제공", "끝", "계속", "종합", "영상", "이미지"];

/// Whether the bracket from `open` to `close` is a note that stands for itself: (사진=한빛전자), (표 참조), (끝).
pub(super) fn is_note(line: &Line, open: usize, close: usize) -> bool {
    let refers = ["참조", "참고"].iter().any(|end| line.slice(open, close).ends_with(end));
    !line.char(open).is_some_and(pairs::is_quote)
        && line.is_gap(close + 1)
        && (refers || NOTES.contains(&line.word(open + 1)))
}
