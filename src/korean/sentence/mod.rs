//! Sentences of Korean news and plain prose.
//!
//! A line break always ends a sentence. Inside a line a full stop, question mark, exclamation mark or ellipsis ends
//! one, unless it stands in a quotation or bracket, in a number, a date, an initial, an address, or before what
//! carries the sentence on (“…다.”라며).

mod brackets;

use std::ops::Range;

use self::brackets::depths;

/// Syllables on which a Korean sentence ends; only behind these a full stop without a space is an end.
const FINAL: &[char] = &['다', '요', '죠', '까', '네', '라', '음', '함', '임', '됨', '것', '자', '오'];

/// What carries a sentence on behind a closing quotation mark and a space.
const CARRIES_ON: &[&str] =
    &["라고", "이라고", "라며", "이라며", "라는", "이라는", "고 ", "며 ", "하고", "하며", "라면서", "이라면서", "면서"];

/// Verbs that say who said the quotation before them.
const SAYING: &[&str] = &[
    "말했다",
    "밝혔다",
    "설명했다",
    "덧붙였다",
    "강조했다",
    "전했다",
    "평가했다",
    "지적했다",
    "주장했다",
    "내다봤다",
    "전망했다",
    "답했다",
    "말한다",
    "했다고",
    "토로했다",
    "당부했다",
    "물었다",
    "반문했다",
    "털어놨다",
    "말했습니다",
    "밝혔습니다",
    "귀띔했다",
];

/// Byte ranges of the sentences of `text`, in order and apart. Between them lies white space only.
pub fn split(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        split_line(line, start, &mut sentences);
        start += line.len();
    }
    sentences
}

/// One line as characters with their bytes, so that every look around is a step in an array.
struct Line<'a> {
    text: &'a str,
    chars: Vec<(usize, char)>,
    /// Open quotations and brackets at each character, itself included.
    depths: Vec<u16>,
}

fn split_line(text: &str, offset: usize, sentences: &mut Vec<Range<usize>>) {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let depths = depths(&chars);
    let line = Line { text, chars, depths };
    let mut start = 0;
    let mut at = 0;
    while at < line.chars.len() {
        match line.end_at(at, start) {
            Some(end) => {
                line.push(start, end, offset, sentences);
                start = end;
                at = end;
            }
            None => at += 1,
        }
    }
    line.push(start, line.chars.len(), offset, sentences);
}

impl Line<'_> {
    fn char(&self, at: usize) -> Option<char> {
        self.chars.get(at).map(|&(_, c)| c)
    }

    fn before(&self, at: usize) -> Option<char> {
        at.checked_sub(1).and_then(|before| self.char(before))
    }

    fn byte(&self, at: usize) -> usize {
        self.chars.get(at).map_or(self.text.len(), |&(byte, _)| byte)
    }

    /// The sentence between two characters, without the white space around it.
    fn push(&self, start: usize, end: usize, offset: usize, sentences: &mut Vec<Range<usize>>) {
        let (from, to) = (self.byte(start), self.byte(end));
        let Some(slice) = self.text.get(from..to) else { return };
        let front = slice.len() - slice.trim_start().len();
        let trimmed = slice.trim();
        if !trimmed.is_empty() {
            sentences.push(offset + from + front..offset + from + front + trimmed.len());
        }
    }

    /// Where a sentence ends that began at `start`, if the character at `at` ends one: the first character behind it.
    fn end_at(&self, at: usize, start: usize) -> Option<usize> {
        let c = self.char(at)?;
        if is_closer(c) && self.depths.get(at + 1).copied().unwrap_or(0) == 0 {
            return self.quotation_end(at, start);
        }
        if self.depths[at] > 0 || !is_stop(c) {
            return None;
        }
        // Only the last of a run decides: ?!, ...
        if self.char(at + 1).is_some_and(is_stop) {
            return None;
        }
        let first = (0..at).rev().take_while(|&i| self.char(i).is_some_and(is_stop)).last().unwrap_or(at);
        let end = self.absorb(at + 1);
        let ends = match c {
            '.' if first == at => self.full_stop_ends(at, end, start),
            '.' | '…' => self.ellipsis_ends(first, end),
            _ => self.mark_ends(end),
        };
        ends.then_some(end)
    }

    /// Skips unpaired closing marks and reference marks like `[1]` behind a stop.
    fn absorb(&self, mut at: usize) -> usize {
        while self.char(at).is_some_and(|c| is_closer(c) && c != '>') {
            at += 1;
        }
        if self.char(at) == Some('[') {
            let digits =
                (at + 1..self.chars.len()).take_while(|&i| self.char(i).is_some_and(|c| c.is_ascii_digit())).count();
            if digits > 0 && self.char(at + 1 + digits) == Some(']') {
                return at + digits + 2;
            }
        }
        at
    }

    fn at_gap(&self, at: usize) -> bool {
        self.char(at).is_none_or(char::is_whitespace)
    }

    fn full_stop_ends(&self, at: usize, end: usize, start: usize) -> bool {
        let (before, after) = (self.before(at), self.char(end));
        match before {
            Some(c) if c.is_ascii_digit() => self.at_gap(end) && !self.number_goes_on(at, end, start),
            Some(c) if c.is_ascii_alphabetic() => self.at_gap(end) && !self.is_initial(at),
            Some(c) if FINAL.contains(&c) => {
                self.at_gap(end) || after.is_some_and(|c| !matches!(c, ',' | '·' | '/' | ':' | ';' | '~'))
            }
            Some(_) => self.at_gap(end),
            None => false,
        }
    }

    /// 2011. 11. 8. and 1. at the front of a line: a number whose full stop is no end.
    fn number_goes_on(&self, at: usize, end: usize, start: usize) -> bool {
        let next = (end..self.chars.len()).find(|&i| !self.at_gap(i)).and_then(|i| self.char(i));
        let first = (start..at).find(|&i| !self.at_gap(i)).unwrap_or(at);
        let only_number = (first..at).all(|i| self.char(i).is_some_and(|c| c.is_ascii_digit()));
        let date = self.is_date_part(at) && (next.is_some_and(|c| c.is_ascii_digit()) || self.ends_date(at));
        next.is_some() && (only_number || date)
    }

    /// The day of 2011.11.8. or of 2011. 11. 8.: numbers with their full stops stand before it.
    fn ends_date(&self, at: usize) -> bool {
        let digit = |i: usize| self.char(i).is_some_and(|c| c.is_ascii_digit());
        let first = (0..at).rev().take_while(|&i| digit(i)).last().unwrap_or(at);
        let before = (0..first).rev().find(|&i| !self.at_gap(i));
        before.is_some_and(|i| self.char(i) == Some('.') && i.checked_sub(1).is_some_and(digit))
    }

    /// Up to four digits behind a space, a dot or the front.
    fn is_date_part(&self, at: usize) -> bool {
        let digits = (0..at).rev().take_while(|&i| self.char(i).is_some_and(|c| c.is_ascii_digit())).count();
        let before = at.checked_sub(digits + 1).and_then(|i| self.char(i));
        digits <= 4 && before.is_none_or(|c| c.is_whitespace() || matches!(c, '.' | '(' | '[' | '\'' | '’' | '‘'))
    }

    /// U.S. and J. P.: single letters with their dots.
    fn is_initial(&self, at: usize) -> bool {
        let before = at.checked_sub(2).and_then(|i| self.char(i));
        before.is_none_or(|c| c == '.' || c.is_whitespace() || is_opener(c))
    }

    fn ellipsis_ends(&self, first: usize, end: usize) -> bool {
        self.char(end).is_none() || self.at_gap(end) && self.before(first).is_some_and(|c| FINAL.contains(&c))
    }

    fn mark_ends(&self, end: usize) -> bool {
        if self.at_gap(end) {
            return true;
        }
        let rest = self.text.get(self.byte(end)..).unwrap_or_default();
        let hangul = self.char(end).is_some_and(super::jamo::is_syllable);
        let particle = ["라", "이라", "는", "란", "가", "를", "을", "로", "에", "의", "도", "고", "며", "하"];
        hangul && !particle.iter().any(|p| rest.starts_with(p))
    }

    /// A quotation or bracket that closes at `at`: an end only where a full sentence was said, it opened the sentence,
    /// and what follows neither carries it on nor says who said it.
    fn quotation_end(&self, at: usize, start: usize) -> Option<usize> {
        let end = at + 1;
        let said = self.before(at).is_some_and(is_stop);
        let first = (start..at).find(|&i| !self.at_gap(i))?;
        let opens = self.char(first).is_some_and(is_opener) && (first + 1..=at).all(|i| self.depths[i] > 0);
        if !said || !opens || !self.at_gap(end) || self.char(end).is_none() {
            return None;
        }
        let rest = self.text.get(self.byte(end)..).unwrap_or_default().trim_start();
        if CARRIES_ON.iter().any(|word| rest.starts_with(word)) {
            return None;
        }
        // The clause up to the next full stop, at most some eighty syllables.
        let clause: String = rest.chars().take(80).take_while(|&c| c != '.').collect();
        let attributes = !rest.starts_with(is_opener) && SAYING.iter().any(|verb| clause.contains(verb));
        (!attributes).then_some(end)
    }
}

const fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？')
}

fn is_opener(c: char) -> bool {
    brackets::closer(c).is_some() || matches!(c, '"' | '\'')
}

const fn is_closer(c: char) -> bool {
    matches!(c, '”' | '’' | '"' | '\'' | ')' | ']' | '」' | '』' | '》' | '〉' | '>')
}

#[cfg(test)]
mod tests;
