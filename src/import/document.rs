//! What every format comes to: texts with what is known about them, before furniture is told from news.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{ImportError, plain};
use crate::article::{Article, Facts};

/// How much of what was taken out is kept, in bytes. A page's menus can be longer than its article.
const MOST_REMOVED: usize = 64 * 1024;

/// How a source was written. Told by its content, not by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    Text,
    Markdown,
    Html,
    Epub,
    Pdf,
    Docx,
    Odt,
    Hwpx,
    Srt,
    Vtt,
    Feed,
}

/// One text of a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    pub format: Format,
    /// What the format itself says, which counts more than what stands in the text. The title may be empty.
    pub facts: Facts,
    /// What can stand in for a title where neither the format nor the text has one: a file's name.
    pub stand_in: Option<String>,
    /// Clean text (`decode::clean`): lines, a blank one between paragraphs where the format knows them.
    pub text: String,
    /// What the format's reader took for furniture, a line each.
    pub removed: Vec<String>,
}

impl Document {
    pub(super) fn new(format: Format, text: String) -> Self {
        Self { format, facts: Facts::default(), stand_in: None, text, removed: Vec::new() }
    }

    /// The article of this text, with what is no part of it kept aside in [`Article::removed`].
    pub fn article(&self) -> Result<Article, ImportError> {
        let mut article = plain::article_of(&self.text, &self.facts, self.stand_in.as_deref())?;
        article.removed.splice(0..0, self.removed.iter().cloned());
        let mut length = 0;
        article.removed.retain(|line| {
            length += line.len() + 1;
            length <= MOST_REMOVED
        });
        Ok(article)
    }
}

/// All that a source holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// A book's title: its deck, where the user names none.
    pub book: Option<String>,
    pub documents: Vec<Document>,
    pub notes: Vec<Note>,
}

impl Reading {
    pub(super) fn of(document: Document) -> Self {
        Self { documents: vec![document], ..Self::default() }
    }
}

/// What a reader should know about a source that was read all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Note {
    /// Bytes that are no characters in the text's encoding.
    Broken { count: usize, encoding: Cow<'static, str> },
    /// Characters that no terminal may get, or that nobody sees.
    Dropped { count: usize },
    /// Pages of a PDF that are pictures.
    PagesWithoutText { count: usize },
    /// Chapters or entries without enough Korean to be an article.
    Skipped { count: usize },
}
