//! Yomitan's dictionaries, format 3: a zip with an index, banks of terms and banks of frequencies.

use serde::Deserialize;
use serde_json::Value;

use super::json::{each_record, string};
use super::limits::NESTING;
use super::source::Guard;
use super::text::{is_block, some_line};
use super::{DictionaryError, Entry, Facts, Format, Frequency, Problem, Sense, Sink, pos, text};

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Index {
    title: Option<String>,
    format: Option<i64>,
    version: Option<i64>,
    attribution: Option<String>,
    author: Option<String>,
    target_language: Option<String>,
    frequency_mode: Option<String>,
}

/// What the index says; `true` where its frequencies are counts and no ranks.
pub fn index(bytes: &[u8]) -> Result<(Facts, bool), DictionaryError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let index: Index = serde_json::from_slice(bytes).map_err(|error| super::json::in_member(&error, "index.json"))?;
    let found = index.format.or(index.version).unwrap_or_default();
    if found != 3 {
        return Err(DictionaryError::Version { found });
    }
    let line = |text: Option<String>| text.and_then(|text| some_line(&text));
    let counts = index.frequency_mode.as_deref() == Some("occurrence-based");
    let facts = Facts {
        title: line(index.title),
        licence: line(index.attribution).or_else(|| line(index.author)),
        language: line(index.target_language),
        ..Facts::of(Format::Yomitan)
    };
    Ok((facts, counts))
}

/// A bank of terms: lists of term, reading, tags, rules, score, definitions, number, tags of the term.
pub fn terms(input: &mut Guard<'_>, sink: &mut Sink<'_>) -> Result<(), DictionaryError> {
    each_record(input, None, sink, |sink, at, value| sink.record(at, term(value)))
}

fn term(value: &Value) -> Result<Entry, Problem> {
    let row = value.as_array().filter(|row| row.len() >= 6).ok_or(Problem::Shape)?;
    let cell = |at: usize| row.get(at).and_then(Value::as_str).unwrap_or_default();
    let (term, reading) = (cell(0), cell(1));
    // Some dictionaries list words under their hanja, with the Hangul as its reading.
    let (word, hanja) = if text::has_hangul(term) || !text::has_hangul(reading) {
        (term, None)
    } else {
        (reading, Some(term.to_owned()))
    };
    if word.is_empty() {
        return Err(Problem::NoWord);
    }
    let tags = || [cell(2), cell(7)].into_iter().flat_map(str::split_whitespace);
    let level = tags().find_map(|tag| match tag {
        "초급" => Some(2),
        "중급" => Some(4),
        "고급" => Some(6),
        _ => None,
    });
    let definitions = row.get(5).and_then(Value::as_array).ok_or(Problem::Shape)?;
    Ok(Entry {
        word: word.to_owned(),
        hanja,
        pos: tags().find_map(pos::code).or_else(|| cell(3).split_whitespace().find_map(pos::code)),
        level,
        pronunciation: None,
        senses: definitions.iter().filter_map(definition).collect(),
    })
}

/// A text, a described one, structured content, or (left out) a picture or where an inflected form belongs.
fn definition(value: &Value) -> Option<Sense> {
    let gloss = match value {
        Value::String(text) => text.clone(),
        Value::Object(object) => match object.get("type").and_then(Value::as_str)? {
            "text" => string(object.get("text"))?,
            "structured-content" => flattened(object.get("content")?),
            _ => return None,
        },
        _ => return None,
    };
    let gloss = gloss.lines().filter_map(some_line).collect::<Vec<_>>().join("; ");
    (!gloss.is_empty()).then(|| Sense { gloss, ..Sense::default() })
}

/// The text of structured content; what stands on lines of its own is on lines of its own.
fn flattened(content: &Value) -> String {
    let mut out = String::new();
    flatten(content, &mut out, 0);
    out
}

fn flatten(content: &Value, out: &mut String, depth: usize) {
    if depth > NESTING {
        return;
    }
    match content {
        Value::String(text) => out.push_str(text),
        Value::Array(list) => list.iter().for_each(|item| flatten(item, out, depth + 1)),
        Value::Object(element) => {
            let tag = element.get("tag").and_then(Value::as_str).unwrap_or_default();
            // The small letters over a word are no part of the sentence.
            if matches!(tag, "rt" | "rp" | "img") {
                return;
            }
            if is_block(tag) {
                out.push('\n');
            }
            if let Some(inner) = element.get("content") {
                flatten(inner, out, depth + 1);
            }
            match tag {
                _ if is_block(tag) => out.push('\n'),
                "td" | "th" => out.push(' '),
                _ => {}
            }
        }
        _ => {}
    }
}

/// A bank about terms: of its kinds only frequencies are read.
pub fn about_terms(input: &mut Guard<'_>, counts: bool, sink: &mut Sink<'_>) -> Result<(), DictionaryError> {
    each_record(input, None, sink, |sink, at, value| match frequency(value, counts) {
        Ok(Some(frequency)) => sink.frequency(frequency),
        Ok(None) => Ok(()),
        Err(problem) => sink.record(at, Err(problem)),
    })
}

fn frequency(value: &Value, counts: bool) -> Result<Option<Frequency>, Problem> {
    let row = value.as_array().filter(|row| row.len() >= 3).ok_or(Problem::Shape)?;
    if row.get(1).and_then(Value::as_str) != Some("freq") {
        return Ok(None);
    }
    let term = row.first().and_then(Value::as_str).ok_or(Problem::NoWord)?;
    let data = row.get(2).ok_or(Problem::Shape)?;
    let reading = data.get("reading").and_then(Value::as_str).filter(|_| !text::has_hangul(term));
    let word = some_line(reading.unwrap_or(term)).ok_or(Problem::NoWord)?;
    if !text::has_hangul(&word) {
        return Err(Problem::NotKorean);
    }
    let (number, shown) = value_of(data.get("frequency").unwrap_or(data)).ok_or(Problem::Shape)?;
    let shown = some_line(&shown).ok_or(Problem::Shape)?;
    Ok(Some(Frequency { word, rank: if counts { -number } else { number }, shown }))
}

/// A number, a text that begins with one, or an object with `value` and how it is shown.
fn value_of(data: &Value) -> Option<(f64, String)> {
    match data {
        Value::Number(number) => Some((number.as_f64()?, number.to_string())),
        Value::String(text) => {
            let digits: String = text.trim().chars().take_while(char::is_ascii_digit).collect();
            Some((digits.parse().ok()?, text.clone()))
        }
        Value::Object(object) => {
            let number = object.get("value")?.as_f64()?;
            let shown = string(object.get("displayValue")).unwrap_or_else(|| number.to_string());
            Some((number, shown))
        }
        _ => None,
    }
}

/// Whether a file of the archive is a bank of terms (`true`) or about terms (`false`); others are not read.
pub fn bank(name: &str) -> Option<bool> {
    let name = name.rsplit('/').next().unwrap_or(name).strip_suffix(".json")?;
    let numbered = |rest: &str| !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit());
    match (name.strip_prefix("term_bank_"), name.strip_prefix("term_meta_bank_")) {
        (Some(rest), _) if numbered(rest) => Some(true),
        (_, Some(rest)) if numbered(rest) => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn structured_content_becomes_text() {
        let value = json!({"type": "structured-content", "content": [
            {"tag": "div", "content": ["to be classified ", {"tag": "span", "content": "(as)"}]},
            {"tag": "ul", "content": [{"tag": "li", "content": "to fall under"}]},
            {"tag": "ruby", "content": ["進", {"tag": "rt", "content": "진"}]},
        ]});
        assert_eq!(definition(&value).unwrap().gloss, "to be classified (as); to fall under; 進");
    }

    #[test]
    fn a_word_under_its_hanja_is_found_by_its_reading() {
        let entry = term(&json!(["進出", "진출", "n", "", 0, ["entry"], 1, "고급"])).unwrap();
        assert_eq!((entry.word.as_str(), entry.hanja.as_deref(), entry.level), ("진출", Some("進出"), Some(6)));
    }

    #[test]
    fn frequencies_are_numbers_texts_or_objects() {
        let of = |data: Value| frequency(&json!(["진출", "freq", data]), false).unwrap().unwrap();
        assert_eq!(of(json!(3000)).shown, "3000");
        assert_eq!(of(json!({"value": 1520, "displayValue": "1520★★"})).shown, "1520★★");
        assert!((of(json!({"reading": "진출", "frequency": {"value": 12}})).rank - 12.0).abs() < 1e-9);
        assert!((of(json!("77위")).rank - 77.0).abs() < 1e-9);
        assert_eq!(frequency(&json!(["진출", "pitch", {}]), false), Ok(None));
    }
}
