//! `dokpa dict`

use serde::Serialize;

use super::args::DictVerb;
use super::{Outcome, json, print};
use crate::lexicon;
use crate::messages::Fault;

#[derive(Serialize)]
struct Row<'a> {
    word: &'a str,
    pos: &'a str,
    hanja: Option<&'a str>,
    gloss: &'a str,
    level: u8,
    source: &'static str,
}

pub fn run(verb: &DictVerb) -> Outcome {
    let DictVerb::Lookup { word, json } = verb;
    let word = crate::korean::jamo::nfc(word.trim());
    let entries = lexicon::entries(&word);
    if entries.is_empty() {
        return Err(Some(Fault::UnknownWord { word }));
    }
    let rows = entries.iter().map(|entry| Row {
        word: entry.word,
        pos: entry.pos,
        hanja: entry.hanja,
        gloss: entry.gloss,
        level: entry.level,
        source: "house",
    });
    if *json {
        return json::lines(rows);
    }
    let line = |row: Row| format!("{}\t{}\t{}\t{}\n", row.word, row.pos, row.hanja.unwrap_or_default(), row.gloss);
    print(&rows.map(line).collect::<String>())
}
