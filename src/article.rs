//! One imported text: its facts, its body and where its sentences stand.

pub mod likeness;

use std::ops::Range;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// What is known about an article besides its text. Kept out of its sentences.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Facts {
    /// Never empty after import: where a text has no headline, the file's name or the first sentence stands in.
    pub title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reporter: Option<String>,
    /// `YYYY-MM-DD`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copyright: Option<String>,
    /// Where it came from: a path or an address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// Whether a unit of the text can be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SentenceKind {
    /// A complete sentence of the body.
    Body,
    /// A sub-head, list item or other line without a final ending: read, but asked only for want of a better one.
    Headline,
}

/// One sentence of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Bytes of `Article::text`.
    pub range: Range<usize>,
    pub kind: SentenceKind,
    /// Which paragraph (line of the text) it stands in, from 0.
    pub paragraph: usize,
}

/// One imported text. `text` is NFC, with `\n` between paragraphs, and holds neither title nor by-line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    pub facts: Facts,
    pub text: String,
    pub sentences: Vec<Sentence>,
    /// What stood on the page and is no part of the text (by-lines, captions, menus), a line each, as it was found.
    pub removed: Vec<String>,
}

impl Article {
    /// The text of `sentence`; empty if its range is not of this article.
    pub fn sentence_text(&self, sentence: &Sentence) -> &str {
        self.text.get(sentence.range.clone()).unwrap_or_default()
    }

    /// SHA-256 of the body without white space, in hexadecimal: equal for copies that differ in line breaks only.
    pub fn fingerprint(&self) -> String {
        let mut hasher = Sha256::new();
        for word in self.text.split_whitespace() {
            hasher.update(word.as_bytes());
        }
        hasher.finalize().iter().fold(String::new(), |mut hex, byte| {
            use std::fmt::Write as _;
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_ignores_white_space_only() {
        let article =
            |text: &str| Article { facts: Facts::default(), text: text.into(), sentences: vec![], removed: vec![] };
        assert_eq!(article("해외 진출.\n끝.").fingerprint(), article("해외  진출. 끝.").fingerprint());
        assert_ne!(article("해외 진출.").fingerprint(), article("해외 진출!").fingerprint());
    }
}
