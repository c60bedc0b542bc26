//! One line as characters, so that every look around is a step in an array.

use super::pairs;

/// Longest piece of text looked at as one word, in characters. It keeps hostile lines from being read again and again.
const LONGEST_WORD: usize = 24;

pub(super) struct Line<'a> {
    text: &'a str,
    /// Each character with its byte offset in the line.
    chars: Vec<(usize, char)>,
    /// For each opening mark of a pair the character offset of its closing mark.
    partners: Vec<Option<usize>>,
}

/// All offsets are in characters from the start of the line, unless a name says bytes.
impl<'a> Line<'a> {
    pub fn new(text: &'a str) -> Self {
        let chars: Vec<(usize, char)> = text.char_indices().collect();
        let partners = pairs::partners(&chars);
        Self { text, chars, partners }
    }

    pub fn len(&self) -> usize {
        self.chars.len()
    }

    pub fn char(&self, at: usize) -> Option<char> {
        self.chars.get(at).map(|&(_, c)| c)
    }

    pub fn before(&self, at: usize) -> Option<char> {
        self.char(at.checked_sub(1)?)
    }

    /// The closing mark of the pair that opens at `at`.
    pub fn partner(&self, at: usize) -> Option<usize> {
        self.partners.get(at).copied().flatten()
    }

    /// White space or the end of the line.
    pub fn is_gap(&self, at: usize) -> bool {
        self.char(at).is_none_or(char::is_whitespace)
    }

    pub fn is_digit(&self, at: usize) -> bool {
        self.char(at).is_some_and(|c| c.is_ascii_digit())
    }

    /// The first character from `at` on that is no white space, or the end of the line.
    pub fn skip_space(&self, mut at: usize) -> usize {
        while self.char(at).is_some_and(char::is_whitespace) {
            at += 1;
        }
        at
    }

    /// The byte offset of a character; the length of the line behind its last.
    pub fn byte(&self, at: usize) -> usize {
        self.chars.get(at).map_or(self.text.len(), |&(byte, _)| byte)
    }

    pub fn slice(&self, from: usize, to: usize) -> &'a str {
        self.text.get(self.byte(from)..self.byte(to)).unwrap_or_default()
    }

    /// The text before `at`, however long; cheap, for it is no copy.
    pub fn head(&self, at: usize) -> &'a str {
        self.slice(0, at)
    }

    /// The letters and digits from `at` on, up to white space or any mark.
    pub fn word(&self, at: usize) -> &'a str {
        let end = (at..self.len()).take(LONGEST_WORD).find(|&i| !self.char(i).is_some_and(char::is_alphanumeric));
        self.slice(at, end.unwrap_or((at + LONGEST_WORD).min(self.len())))
    }
}
