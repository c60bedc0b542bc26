//! Deck files: a deck as plain text that diffs well. TOML; one sentence a line, a blank line between paragraphs.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use crate::article::Facts;
use crate::vocab::correct::{self, Correction};

/// The format this program writes. A file of a newer one is refused.
const FORMAT: u32 = 1;

/// What a deck file holds: facts and articles. Terms and clozes follow from the articles when it is imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeckFile {
    pub format: u32,
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    #[serde(default, rename = "article")]
    pub articles: Vec<FileArticle>,
    /// What the learner decided about the deck's words, oldest first. Kinds that this program does not know are left
    /// out: a later one may have more.
    #[serde(default, rename = "correction", deserialize_with = "known_corrections")]
    pub corrections: Vec<Correction>,
}

fn known_corrections<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Correction>, D::Error> {
    let tables = Vec::<toml::Table>::deserialize(deserializer)?;
    let known = tables.into_iter().filter(|table| {
        table.get("kind").and_then(toml::Value::as_str).is_some_and(|kind| correct::KINDS.contains(&kind))
    });
    known.map(|table| table.try_into().map_err(D::Error::custom)).collect()
}

/// An article of a deck file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileArticle {
    #[serde(flatten)]
    pub facts: Facts,
    pub text: String,
}

/// Why a text is no deck file.
#[derive(Debug, thiserror::Error)]
pub enum DeckFileError {
    #[error("not a deck file: {0}")]
    Syntax(String),
    #[error("deck format {found}, known up to {FORMAT}")]
    Newer { found: u32 },
    #[error("the deck has no name or no articles")]
    Empty,
}

impl DeckFile {
    pub fn new(name: &str, articles: Vec<FileArticle>) -> Self {
        Self { format: FORMAT, name: name.to_owned(), about: None, licence: None, articles, corrections: Vec::new() }
    }

    /// Whether `text` looks like a deck file rather than an article: its first setting is the format.
    pub fn is_one(text: &str) -> bool {
        let first = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#'));
        first.is_some_and(|line| line.strip_prefix("format").is_some_and(|rest| rest.trim_start().starts_with('=')))
    }

    pub fn parse(text: &str) -> Result<Self, DeckFileError> {
        #[derive(Deserialize)]
        struct Head {
            format: u32,
        }
        let syntax =
            |e: toml::de::Error| DeckFileError::Syntax(e.to_string().split_whitespace().collect::<Vec<_>>().join(" "));
        let head: Head = toml::from_str(text).map_err(syntax)?;
        if head.format > FORMAT {
            return Err(DeckFileError::Newer { found: head.format });
        }
        let file: Self = toml::from_str(text).map_err(syntax)?;
        if file.name.trim().is_empty() || file.articles.is_empty() {
            return Err(DeckFileError::Empty);
        }
        Ok(file)
    }

    /// The file's text. Written by hand where TOML's own printer would put a whole article on one line.
    pub fn to_text(&self) -> String {
        let mut out =
            format!("# dokpa deck. Read by `dokpa import`, written by `dokpa export`.\nformat = {}\n", self.format);
        let mut line = |key: &str, value: Option<&str>| {
            if let Some(value) = value {
                out.push_str(&format!("{key} = {}\n", quoted(value)));
            }
        };
        line("name", Some(&self.name));
        line("about", self.about.as_deref());
        line("licence", self.licence.as_deref());
        for article in &self.articles {
            let facts = &article.facts;
            out.push_str("\n[[article]]\n");
            let fields = [
                ("title", Some(facts.title.as_str())),
                ("outlet", facts.outlet.as_deref()),
                ("reporter", facts.reporter.as_deref()),
                ("date", facts.date.as_deref()),
                ("copyright", facts.copyright.as_deref()),
                ("source", facts.source.as_deref()),
            ];
            for (key, value) in fields {
                if let Some(value) = value {
                    out.push_str(&format!("{key} = {}\n", quoted(value)));
                }
            }
            out.push_str(&format!("text = {}\n", block(&article.text)));
        }
        for correction in &self.corrections {
            // A correction is made of strings and lists of them, which TOML can always write.
            if let Ok(text) = toml::to_string(correction) {
                out.push_str(&format!("\n[[correction]]\n{text}"));
            }
        }
        out
    }
}

/// A basic TOML string.
fn quoted(value: &str) -> String {
    toml::Value::String(value.to_owned()).to_string()
}

/// A literal block where the text allows it, so that it reads as it is; else a basic string.
fn block(text: &str) -> String {
    let plain = !text.contains("'''") && !text.ends_with('\'') && text.chars().all(|c| c == '\n' || !c.is_control());
    if plain { format!("'''\n{text}\n'''") } else { quoted(&format!("{text}\n")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> DeckFile {
        let facts =
            Facts { title: "통신사 \"해외\" 진출".into(), date: Some("2026-03-02".into()), ..Facts::default() };
        DeckFile::new(
            "해외",
            vec![FileArticle { facts, text: "첫 문장이다.\n둘째 문장이다.\n\n셋째 문장이다.".into() }],
        )
    }

    #[test]
    fn what_is_written_is_read_back() {
        let text = sample().to_text();
        assert!(DeckFile::is_one(&text));
        let read = DeckFile::parse(&text).unwrap();
        assert_eq!(read.articles[0].text.trim_end(), sample().articles[0].text);
        assert_eq!(read.articles[0].facts, sample().articles[0].facts);
        assert_eq!(DeckFile { articles: vec![], ..read }, DeckFile { articles: vec![], ..sample() });
    }

    #[test]
    fn corrections_are_read_back_and_unknown_ones_left_out() {
        let mut file = sample();
        file.corrections = vec![
            Correction::Split { term: "기회측면".into(), parts: vec!["기회".into(), "측면".into()] },
            Correction::Merge { term: "컨버전스".into(), into: "융합".into(), pos: None, name: false },
        ];
        let text = file.to_text() + "\n[[correction]]\nkind = \"later\"\nterm = \"x\"\n";
        assert_eq!(DeckFile::parse(&text).unwrap().corrections, file.corrections);
    }

    #[test]
    fn quotes_and_control_characters_survive() {
        let mut file = sample();
        file.articles[0].text = "'''따옴표'''와 \t탭이 있다.'".into();
        assert_eq!(DeckFile::parse(&file.to_text()).unwrap().articles[0].text.trim_end(), file.articles[0].text);
    }

    #[test]
    fn a_newer_format_and_an_empty_deck_are_refused() {
        assert!(matches!(DeckFile::parse("format = 9\nname = \"x\""), Err(DeckFileError::Newer { found: 9 })));
        assert!(matches!(DeckFile::parse("format = 1\nname = \"x\""), Err(DeckFileError::Empty)));
        assert!(matches!(DeckFile::parse("format = "), Err(DeckFileError::Syntax(_))));
    }

    #[test]
    fn an_article_is_no_deck_file() {
        assert!(!DeckFile::is_one("통신사 해외진출\n본문이다."));
    }
}
