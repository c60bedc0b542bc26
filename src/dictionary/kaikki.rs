//! Wiktionary as kaikki.org hands it out (wiktextract): one JSON object a line.

use std::io::{BufRead, Read};

use serde_json::Value;

use super::json::{one_or_more, string};
use super::limits::{Limit, RECORD};
use super::source::Guard;
use super::{At, DictionaryError, Entry, Problem, Sense, Sink, pos, text};

pub fn read(input: &mut Guard<'_>, sink: &mut Sink<'_>) -> Result<(), DictionaryError> {
    let meter = input.meter();
    let mut line = Vec::new();
    for number in 1.. {
        meter.next_record();
        line.clear();
        if input.take(RECORD + 1).read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if line.len() as u64 > RECORD {
            return Err(meter.fail(Limit::Record).into());
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        sink.record(At::Line(number), entry(&line))?;
    }
    Ok(())
}

fn entry(line: &[u8]) -> Result<Entry, Problem> {
    let line = std::str::from_utf8(line).map_err(|_| Problem::NotUtf8)?;
    let value: Value = serde_json::from_str(line).map_err(|_| Problem::NotJson)?;
    if !value.is_object() {
        return Err(Problem::Shape);
    }
    let field = |name: &str| value.get(name).and_then(Value::as_str);
    if field("lang_code").is_some_and(|code| code != "ko") {
        return Err(Problem::NotKorean);
    }
    Ok(Entry {
        word: field("word").ok_or(Problem::NoWord)?.to_owned(),
        hanja: hanja(&value),
        pos: field("pos").and_then(pos::code),
        level: None,
        pronunciation: one_or_more(value.get("sounds")).iter().find_map(|sound| string(sound.get("hangeul"))),
        senses: one_or_more(value.get("senses")).iter().filter_map(sense).collect(),
    })
}

/// Among the forms, else among the arguments of the head's template; without the Hangul of a verb's ending.
fn hanja(value: &Value) -> Option<String> {
    let tagged = |form: &&Value| one_or_more(form.get("tags")).iter().any(|tag| tag == "hanja");
    let form = one_or_more(value.get("forms")).iter().find(tagged).and_then(|form| string(form.get("form")));
    let head =
        || one_or_more(value.get("head_templates")).iter().find_map(|head| string(head.get("args")?.get("hanja")));
    form.or_else(head).filter(|form| text::has_hanja(form))
}

/// Of glosses that narrow each other down the last says most.
fn sense(sense: &Value) -> Option<Sense> {
    let gloss = one_or_more(sense.get("glosses")).iter().rev().find_map(|gloss| string(Some(gloss)))?;
    let example = one_or_more(sense.get("examples")).iter().find_map(|example| string(example.get("text")));
    Some(Sense { gloss, definition: None, example })
}
