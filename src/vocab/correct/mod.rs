//! What a learner decided about words, as data: the user's word is last.
//!
//! A correction is stored, listed, undone and exported; the terms of every article follow from its text and from the
//! corrections that stand ([`Corrections`]). Words are named by [`TermKey`], so that their spacing does not matter.

mod apply;
mod set;
mod terms;

pub use set::Corrections;

use serde::{Deserialize, Serialize};

use super::{Pos, TermKey};
use crate::korean::jamo;

/// One decision. The serialised form is the one of deck files and of the store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Correction {
    /// Wherever these words stand next to each other, with a space between them or nothing, they are one term.
    Join { parts: Vec<String> },
    /// The term is never one: its parts, which spell it, are words of their own.
    Split { term: String, parts: Vec<String> },
    /// Occurrences under a wrong dictionary form go to the right one (쓸다 to 쓰다).
    Lemma {
        term: String,
        to: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pos: Option<Pos>,
    },
    /// Two terms are one: occurrences and card of `term` go to `into`.
    Merge {
        term: String,
        into: String,
        /// Part of speech of `into`; without it each word keeps its own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pos: Option<Pos>,
        /// Whether `into` stands on the shelf of names.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        name: bool,
    },
    /// It names somebody or something, and is never asked.
    Name { term: String },
    /// It is no name after all, but a noun.
    Term { term: String },
    /// It is not worth a card: never offered.
    Ignore { term: String },
    /// It is worth a card after all.
    Unignore { term: String },
}

/// The words that a stored correction may be called; a deck file of a later release may have others.
pub const KINDS: [&str; 8] = ["join", "split", "lemma", "merge", "name", "term", "ignore", "unignore"];

/// What a correction decides. Of two about the same, the later one counts.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Concern {
    /// Where the letters of a term are one word, and where several.
    Boundary(TermKey),
    /// Which term a word is.
    Identity(TermKey),
    /// Whether a term stands on the shelf of names.
    Shelf(TermKey),
    /// Whether a term is worth a card.
    Attention(TermKey),
}

/// Why a correction makes no sense, whatever the articles hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadCorrection {
    #[error("a word is empty or holds control characters")]
    Unreadable,
    #[error("at least two words are needed")]
    TooFew,
    #[error("{parts} do not spell {term}")]
    NotSpelled { term: String, parts: String },
    #[error("{term} is the same term")]
    Same { term: String },
    #[error("{into} goes to {term} already")]
    Cycle { term: String, into: String },
}

impl Correction {
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Join { .. } => "join",
            Self::Split { .. } => "split",
            Self::Lemma { .. } => "lemma",
            Self::Merge { .. } => "merge",
            Self::Name { .. } => "name",
            Self::Term { .. } => "term",
            Self::Ignore { .. } => "ignore",
            Self::Unignore { .. } => "unignore",
        }
    }

    /// The correction with its words in NFC and without needless space, if it makes sense by itself.
    pub fn checked(self) -> Result<Self, BadCorrection> {
        let checked = match self {
            Self::Join { parts } => Self::Join { parts: several(&parts)? },
            Self::Split { term, parts } => {
                let (term, parts) = (word(&term)?, several(&parts)?);
                if TermKey::of(&parts.concat()) != TermKey::of(&term) {
                    return Err(BadCorrection::NotSpelled { term, parts: parts.join(" + ") });
                }
                Self::Split { term, parts }
            }
            Self::Lemma { term, to, pos } => Self::Lemma { term: word(&term)?, to: word(&to)?, pos },
            Self::Merge { term, into, pos, name } => Self::Merge { term: word(&term)?, into: word(&into)?, pos, name },
            Self::Name { term } => Self::Name { term: word(&term)? },
            Self::Term { term } => Self::Term { term: word(&term)? },
            Self::Ignore { term } => Self::Ignore { term: word(&term)? },
            Self::Unignore { term } => Self::Unignore { term: word(&term)? },
        };
        match &checked {
            // The same form under another part of speech (the adjective 쓰다) is a correction; the same term is none.
            Self::Lemma { term, to: into, pos: None } | Self::Merge { term, into, .. }
                if TermKey::of(term) == TermKey::of(into) =>
            {
                Err(BadCorrection::Same { term: into.clone() })
            }
            _ => Ok(checked),
        }
    }

    /// The term that it is about: for a join the one that it makes.
    pub fn subject(&self) -> TermKey {
        match self {
            Self::Join { parts } => TermKey::of(&parts.concat()),
            Self::Split { term, .. }
            | Self::Lemma { term, .. }
            | Self::Merge { term, .. }
            | Self::Name { term }
            | Self::Term { term }
            | Self::Ignore { term }
            | Self::Unignore { term } => TermKey::of(term),
        }
    }

    pub fn concern(&self) -> Concern {
        let subject = self.subject();
        match self {
            Self::Join { .. } | Self::Split { .. } => Concern::Boundary(subject),
            Self::Lemma { .. } | Self::Merge { .. } => Concern::Identity(subject),
            Self::Name { .. } | Self::Term { .. } => Concern::Shelf(subject),
            Self::Ignore { .. } | Self::Unignore { .. } => Concern::Attention(subject),
        }
    }

    /// The term that a word becomes, where that is what it decides.
    pub fn target(&self) -> Option<&str> {
        match self {
            Self::Lemma { to: into, .. } | Self::Merge { into, .. } => Some(into),
            _ => None,
        }
    }
}

/// Each of the words, and at least two of them.
fn several(parts: &[String]) -> Result<Vec<String>, BadCorrection> {
    let parts: Vec<String> = parts.iter().map(|part| word(part)).collect::<Result<_, _>>()?;
    if parts.len() < 2 { Err(BadCorrection::TooFew) } else { Ok(parts) }
}

/// A word in NFC with single spaces.
fn word(text: &str) -> Result<String, BadCorrection> {
    let text = jamo::nfc(text).split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() || text.chars().any(char::is_control) { Err(BadCorrection::Unreadable) } else { Ok(text) }
}

#[cfg(test)]
pub(super) mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    pub fn join(parts: &[&str]) -> Correction {
        Correction::Join { parts: parts.iter().map(|part| (*part).to_owned()).collect() }
    }

    pub fn split(parts: &[&str]) -> Correction {
        let parts: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
        Correction::Split { term: parts.concat(), parts }
    }

    pub fn lemma(term: &str, to: &str) -> Correction {
        Correction::Lemma { term: term.into(), to: to.into(), pos: None }
    }

    pub fn merge(term: &str, into: &str) -> Correction {
        Correction::Merge { term: term.into(), into: into.into(), pos: None, name: false }
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        for (correction, error) in [
            (join(&["해외"]), BadCorrection::TooFew),
            (join(&["해외", " "]), BadCorrection::Unreadable),
            (lemma("쓸다", "쓰\u{1b}다"), BadCorrection::Unreadable),
            (lemma("쓰 다", "쓰다"), BadCorrection::Same { term: "쓰다".into() }),
            (merge("융합", "융합"), BadCorrection::Same { term: "융합".into() }),
            (
                Correction::Split { term: "해외진출".into(), parts: vec!["해외".into(), "지출".into()] },
                BadCorrection::NotSpelled { term: "해외진출".into(), parts: "해외 + 지출".into() },
            ),
        ] {
            assert_eq!(correction.checked(), Err(error));
        }
    }

    #[test]
    fn words_are_composed_and_spaced_once() {
        let decomposed: String = " 해외  진출".nfd().collect();
        let checked = Correction::Split { term: decomposed, parts: vec!["해외".into(), "진출 ".into()] }.checked();
        let expected =
            Correction::Split { term: "해외 진출".into(), parts: vec!["해외".into(), "진출".into()] };
        assert_eq!(checked, Ok(expected));
    }

    #[test]
    fn another_part_of_speech_of_the_same_form_is_a_correction() {
        let correction = Correction::Lemma { term: "쓰다".into(), to: "쓰다".into(), pos: Some(Pos::Adjective) };
        assert_eq!(correction.clone().checked(), Ok(correction));
    }

    #[test]
    fn join_and_split_of_one_term_are_about_the_same() {
        assert_eq!(join(&["해외", "진출"]).concern(), split(&["해", "외진출"]).concern());
        assert_ne!(join(&["해외", "진출"]).concern(), merge("해외진출", "진출").concern());
    }

    #[test]
    fn the_stored_form_is_stable() {
        for (correction, text) in [
            (join(&["해외", "진출"]), r#"{"kind":"join","parts":["해외","진출"]}"#),
            (lemma("쓸다", "쓰다"), r#"{"kind":"lemma","term":"쓸다","to":"쓰다"}"#),
            (merge("이뤄지다", "이루어지다"), r#"{"kind":"merge","term":"이뤄지다","into":"이루어지다"}"#),
            (Correction::Unignore { term: "때문".into() }, r#"{"kind":"unignore","term":"때문"}"#),
        ] {
            assert_eq!(serde_json::to_string(&correction).unwrap(), text);
            assert_eq!(serde_json::from_str::<Correction>(text).unwrap(), correction);
            assert!(KINDS.contains(&correction.kind()) && text.contains(correction.kind()));
        }
    }
}
