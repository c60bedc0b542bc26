//! Reads the gold files of tests/gold, whose README tells their format.

use std::collections::HashMap;
use std::ops::Range;

use dokpa::korean::tag::Tag;

use super::super::support::project;

/// A form and its tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub form: String,
    pub tag: Tag,
}

/// One annotated sentence.
#[derive(Debug)]
pub struct Sentence {
    pub text: String,
    /// The morphemes, eojeol by eojeol.
    pub eojeols: Vec<Vec<Piece>>,
    /// For each predicate its dictionary form, with what is as good.
    pub lemmas: Vec<Vec<String>>,
    /// Slots, each with alternatives, each of one term or several.
    pub terms: Vec<Vec<Vec<String>>>,
    /// Terms that are neither asked for nor wrong.
    pub optional: Vec<String>,
    pub names: Vec<String>,
}

pub fn sentences(name: &str) -> Vec<Sentence> {
    blocks(name).iter().map(|block| sentence(block)).collect()
}

fn sentence(block: &str) -> Sentence {
    let lines: HashMap<&str, &str> = block.lines().filter_map(|line| line.split_once(' ')).collect();
    let words = |key: &str| lines.get(key).map_or_else(Vec::new, |line| line.split(' ').map(str::to_owned).collect());
    let alternatives: HashMap<String, String> = words("A")
        .iter()
        .map(|pair| pair.split_once('=').unwrap())
        .map(|(lemma, other)| (lemma.to_owned(), other.to_owned()))
        .collect();
    let lemma = |lemma: String| {
        let other = alternatives.get(&lemma).cloned();
        std::iter::once(lemma).chain(other).collect()
    };
    let slot = |slot: &String| slot.split('|').map(|terms| terms.split('+').map(str::to_owned).collect()).collect();
    Sentence {
        text: lines["S"].to_owned(),
        eojeols: lines["M"].split(' ').map(pieces).collect(),
        lemmas: words("L").into_iter().map(lemma).collect(),
        terms: words("T").iter().map(slot).collect(),
        optional: words("O"),
        names: words("N"),
    }
}

/// `매출/NNG+이/JKS`. A plus sign may itself be a form: `+/SY`.
fn pieces(eojeol: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut open = String::new();
    for part in eojeol.split('+') {
        open.push_str(part);
        match open.rsplit_once('/') {
            Some((form, tag)) if !form.is_empty() && Tag::from_name(tag) != Tag::NA => {
                pieces.push(Piece { form: form.to_owned(), tag: Tag::from_name(tag) });
                open.clear();
            }
            _ => open.push('+'),
        }
    }
    assert!(open.is_empty(), "{eojeol}");
    pieces
}

/// Text with the sentences it is made of.
#[derive(Debug)]
pub struct Passage {
    pub text: String,
    pub sentences: Vec<Range<usize>>,
    /// For each boundary whether something near it could mislead a splitter.
    pub hard: Vec<bool>,
    /// Pieces of the text that hold a stop and no boundary.
    pub keep: Vec<String>,
}

pub fn passages(name: &str) -> Vec<Passage> {
    blocks(name).iter().map(|block| passage(block)).collect()
}

fn passage(block: &str) -> Passage {
    let mut lines = block.lines();
    let topic = lines.next().unwrap();
    let keep = topic.split(" || ").skip(1).map(|keep| keep.strip_prefix("keep: ").unwrap_or(keep).to_owned());
    let mut passage = Passage { text: String::new(), sentences: Vec::new(), hard: Vec::new(), keep: keep.collect() };
    let mut before: Option<&str> = None;
    for line in lines {
        let (gap, sentence) = match (line.strip_prefix('+'), line.strip_prefix('/')) {
            (Some(glued), _) => ("", glued),
            (_, Some(next)) => ("\n", next),
            _ => (if before.is_some() { " " } else { "" }, line),
        };
        passage.text.push_str(gap);
        let start = passage.text.len();
        passage.text.push_str(sentence);
        passage.sentences.push(start..passage.text.len());
        if let Some(before) = before {
            passage.hard.push(!(gap == " " && is_plain(before, sentence)));
        }
        before = Some(sentence);
    }
    passage
}

/// A sentence in 다. without a mark, digit or Latin letter that could mislead a splitter, before a Korean letter.
fn is_plain(before: &str, after: &str) -> bool {
    const MARKS: &str = "“”‘’\"'()[]<>「」『』《》…?!;:△▲①②③";
    let misleads = |text: &str| {
        let marked = text.chars().any(|c| MARKS.contains(c) || c.is_ascii_alphanumeric());
        marked || text.strip_suffix('.').unwrap_or(text).contains('.')
    };
    before.ends_with("다.") && after.starts_with(|c| ('가'..='힣').contains(&c)) && !misleads(before)
}

fn blocks(name: &str) -> Vec<String> {
    let text = std::fs::read_to_string(project("tests/gold").join(name)).unwrap();
    text.trim_end().split("\n\n").map(str::to_owned).collect()
}
