//! From morphemes to terms: what of an article is worth knowing.

pub mod abbreviation;
mod chain;
pub mod correct;
pub mod difficulty;
pub mod extract;
pub mod find;
mod gazetteer;
pub mod generic;
pub mod idiom;
pub mod names;
pub mod rank;
pub mod subject;
pub mod word;

use std::ops::Range;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// Part of speech of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Pos {
    Noun,
    Verb,
    Adjective,
    Adverb,
}

/// How a term is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Nouns that became one: 해외진출.
    Compound,
    Noun,
    Verb,
    Adjective,
    Adverb,
    /// A noun with its verb that mean something else together: 박차를 가하다.
    Idiom,
    /// A person, company, product or place: kept on a shelf of its own, never asked.
    Name,
}

macro_rules! with_names {
    ($type:ty { $($variant:ident = $name:literal),* $(,)? }) => {
        impl $type {
            /// The word in the store, in `--json` and in deck files.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)* _ => None }
            }
        }
    };
}
pub(crate) use with_names;

with_names!(Pos { Noun = "noun", Verb = "verb", Adjective = "adjective", Adverb = "adverb" });
with_names!(Kind { Compound = "compound", Noun = "noun", Verb = "verb", Adjective = "adjective", Adverb = "adverb", Idiom = "idiom", Name = "name" });

/// A term's identity: NFC, lower case, without spaces. 해외 진출 and 해외진출 have one key.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TermKey(String);

impl TermKey {
    pub fn of(term: &str) -> Self {
        // Syllables, digits and small letters are their own key: nearly every term of a text.
        if term.chars().all(|c| matches!(c, '가'..='힣' | 'a'..='z' | '0'..='9')) {
            return Self(term.to_owned());
        }
        Self(term.nfc().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Where a term stands in an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// Index into `Article::sentences`.
    pub sentence: usize,
    /// Bytes of the sentence's text that are the term's own: 해외진출 without its particle, 모색 of 모색하고,
    /// 두드려 of 두드려야.
    pub range: Range<usize>,
}

/// A term of one article, with everything that was found about it there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleTerm {
    pub key: TermKey,
    /// As it is shown: the dictionary form, in the article's more frequent spelling.
    pub term: String,
    pub pos: Pos,
    pub kind: Kind,
    /// The nouns a compound is made of, noun and verb of an idiom; a noun with its suffix has them too.
    pub parts: Vec<String>,
    pub occurrences: Vec<Occurrence>,
    /// How often it occurs inside longer terms of the article (해외 in 해외진출). Of a compound as often as it occurs where it
    /// stands only inside longer ones, and less often where it stands alone as well.
    pub nested: usize,
    pub in_title: bool,
    /// The long form that the article introduces it by: 공정거래위원회 for 공정위.
    pub short_for: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identity_ignores_spacing_case_and_normal_form() {
        assert_eq!(TermKey::of("해외 진출"), TermKey::of("해외진출"));
        assert_eq!(TermKey::of("해외진출"), TermKey::of("해외진출"));
        assert_eq!(TermKey::of("M&A"), TermKey::of("m&a"));
    }
}
