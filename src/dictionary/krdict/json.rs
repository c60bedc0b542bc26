//! The JSON form: the same tree, in which whatever stands alone is an object and no list.

use serde_json::Value;

use super::{Equivalent, Raw, RawSense};
use crate::dictionary::json::{each_record, one_or_more, string};
use crate::dictionary::source::Guard;
use crate::dictionary::{DictionaryError, Problem, Sink};

pub fn read(input: &mut Guard<'_>, sink: &mut Sink<'_>) -> Result<(), DictionaryError> {
    each_record(input, Some("LexicalEntry"), sink, |sink, at, value| {
        let entry = if value.is_object() { raw(value).settle(sink) } else { Err(Problem::Shape) };
        sink.record(at, entry)
    })
}

fn raw(entry: &Value) -> Raw {
    let forms = one_or_more(entry.get("WordForm"));
    Raw {
        id: string(entry.get("val")).unwrap_or_default(),
        lexical_unit: feature(entry, "lexicalUnit"),
        part_of_speech: feature(entry, "partOfSpeech"),
        origin: feature(entry, "origin"),
        level: feature(entry, "vocabularyLevel"),
        written_form: one_or_more(entry.get("Lemma")).iter().find_map(|lemma| deep(lemma, "writtenForm")),
        pronunciation: forms.iter().filter(|form| is_pronunciation(form)).find_map(|form| deep(form, "pronunciation")),
        senses: one_or_more(entry.get("Sense")).iter().map(sense).collect(),
        broken: None,
    }
}

fn is_pronunciation(form: &Value) -> bool {
    deep(form, "type").is_none_or(|kind| kind == "발음")
}

fn sense(sense: &Value) -> RawSense {
    let mut raw = RawSense {
        definition: feature(sense, "definition"),
        example: one_or_more(sense.get("SenseExample")).iter().find_map(|example| feature(example, "example")),
        english: None,
    };
    for equivalent in one_or_more(sense.get("Equivalent")) {
        raw.take(Equivalent {
            language: feature(equivalent, "language"),
            lemma: feature(equivalent, "lemma"),
            definition: feature(equivalent, "definition"),
        });
    }
    raw
}

/// The value of a feature of `of` itself.
fn feature(of: &Value, name: &str) -> Option<String> {
    one_or_more(of.get("feat")).iter().find_map(|feat| {
        let named = feat.get("att").and_then(Value::as_str) == Some(name);
        if named { string(feat.get("val")) } else { None }
    })
}

/// The same, of `of` or of the form one level below.
fn deep(of: &Value, name: &str) -> Option<String> {
    feature(of, name).or_else(|| one_or_more(of.get("FormRepresentation")).iter().find_map(|form| feature(form, name)))
}
