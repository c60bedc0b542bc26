//! What the office formats have in common: paragraphs gathered from elements.

use super::ImportError;
use super::document::{Document, Format, Reading};
use super::limits::{Limit, Limits};
use crate::import::decode;

/// Gathers paragraphs.
#[derive(Default)]
pub(super) struct Paragraphs {
    text: String,
    current: String,
    heading: bool,
}

impl Paragraphs {
    pub fn push(&mut self, text: &str) {
        self.current.push_str(text);
    }

    /// The paragraph that is open is a heading.
    pub const fn mark_heading(&mut self) {
        self.heading = true;
    }

    pub fn end(&mut self) {
        let paragraph = decode::clean(self.current.trim()).text;
        if !paragraph.is_empty() {
            if !self.text.is_empty() {
                self.text.push_str("\n\n");
            }
            self.text.push_str(if self.heading { "## " } else { "" });
            self.text.push_str(&paragraph);
        }
        self.current.clear();
        self.heading = false;
    }

    /// The document, without facts.
    pub fn finish(mut self, format: Format, limits: &Limits) -> Result<Document, ImportError> {
        self.end();
        if self.text.len() as u64 > limits.text_bytes() {
            return Err(limits.passed(Limit::Text));
        }
        if self.text.is_empty() {
            return Err(ImportError::Empty);
        }
        Ok(Document::new(format, self.text))
    }
}

/// Titles that programs give by themselves.
pub(super) fn real_title(title: Option<String>) -> Option<String> {
    title.filter(|title| {
        let lower = title.to_lowercase();
        !["untitled", "제목 없음", "제목없음", "무제", "document", "문서", "microsoft word", "빈 문서"]
            .iter()
            .any(|start| lower.starts_with(start))
            && ![".docx", ".doc", ".hwp", ".hwpx", ".odt"].iter().any(|end| lower.ends_with(end))
    })
}

/// A document whose properties may give a title and an author where its text gives none.
pub(super) fn with_properties(
    mut document: Document,
    title: Option<String>,
    author: Option<String>,
    date: Option<String>,
) -> Reading {
    document.stand_in = real_title(title);
    document.facts.reporter =
        author.filter(|author| super::ending::syllables(author) > 1 && author.chars().count() <= 20);
    document.facts.date = date.and_then(|date| super::dates::day(&date));
    Reading::of(document)
}
