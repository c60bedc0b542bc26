//! `dokpa analyze`: plain text in, morphemes out, sentence by sentence.

use std::path::Path;

use serde::Serialize;

use super::{Outcome, explain, json, print, sentences};
use crate::korean::analyzer::{Analyzer, Morpheme};
use crate::korean::sentence;
use crate::vocab::idiom::idioms;
use crate::vocab::word::words;

#[derive(Serialize)]
struct Sentence<'a> {
    text: &'a str,
    /// Bytes of the input.
    start: usize,
    end: usize,
    morphemes: Vec<MorphemeRow<'a>>,
    terms: Vec<TermRow>,
}

#[derive(Serialize)]
struct MorphemeRow<'a> {
    surface: &'a str,
    tag: &'static str,
    lemma: &'a str,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct TermRow {
    term: String,
    pos: &'static str,
    kind: &'static str,
    start: usize,
    end: usize,
}

pub fn run(file: &Path, as_json: bool) -> Outcome {
    let text = sentences::read(file)?;
    let analyzer = Analyzer::open().map_err(|e| explain::analyzer(&e))?;
    for range in sentence::split(&text) {
        let sentence = text.get(range.clone()).unwrap_or_default();
        let morphemes = analyzer.analyze(sentence).map_err(|e| explain::analyzer(&e))?;
        if as_json {
            print(&json::line(&row(sentence, range.start, &morphemes))?)?;
        } else {
            print(&plain(sentence, &morphemes))?;
        }
    }
    Ok(())
}

fn row<'a>(sentence: &'a str, at: usize, morphemes: &'a [Morpheme]) -> Sentence<'a> {
    let morpheme = |m: &'a Morpheme| MorphemeRow {
        surface: &m.surface,
        tag: m.tag.name(),
        lemma: &m.lemma,
        start: at + m.range.start,
        end: at + m.range.end,
    };
    let mut words = words(sentence, morphemes);
    words.extend(idioms(sentence, &words));
    let terms = words.into_iter().map(|word| TermRow {
        term: word.term,
        pos: word.pos.name(),
        kind: word.kind.name(),
        start: at + word.span.start,
        end: at + word.span.end,
    });
    Sentence {
        text: sentence,
        start: at,
        end: at + sentence.len(),
        morphemes: morphemes.iter().map(morpheme).collect(),
        terms: terms.collect(),
    }
}

/// The sentence, then a morpheme a line: form, tag, dictionary form, bytes.
fn plain(sentence: &str, morphemes: &[Morpheme]) -> String {
    let mut out = format!("{sentence}\n");
    for m in morphemes {
        out.push_str(&format!("  {}\t{}\t{}\t{}..{}\n", m.surface, m.tag.name(), m.lemma, m.range.start, m.range.end));
    }
    out
}
