//! A long list in JSON, element by element: only one of them is in memory at a time.

use std::fmt;
use std::io::Read;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::source::Guard;
use super::{At, DictionaryError, Place, Sink};

type Each<'a> = &'a mut dyn FnMut(Value) -> Result<(), DictionaryError>;

/// Gives every element of the list under `key`, wherever it stands, to `each`; an object in the list's place is its only
/// element. Without a key the list is the whole input.
pub fn each(
    input: &mut Guard<'_>,
    key: Option<&'static str>,
    member: Option<&str>,
    each: Each<'_>,
) -> Result<(), DictionaryError> {
    let meter = input.meter();
    let mut stopped = None;
    let mut counting = |value: Value| {
        meter.next_record();
        each(value)
    };
    let mut reader = serde_json::Deserializer::from_reader(input as &mut dyn Read);
    let walk = Walk { key, each: &mut counting, stopped: &mut stopped };
    let read = walk.deserialize(&mut reader).and_then(|()| reader.end());
    match (stopped, read) {
        (Some(error), _) => Err(error),
        (None, Ok(())) => Ok(()),
        (None, Err(error)) => Err(syntax(&error, member)),
    }
}

/// What is wrong with the JSON of a file inside an archive.
pub fn in_member(error: &serde_json::Error, member: &str) -> DictionaryError {
    syntax(error, Some(member))
}

fn syntax(error: &serde_json::Error, member: Option<&str>) -> DictionaryError {
    let place = Place { member: member.map(str::to_owned), at: At::Line(error.line() as u64) };
    match error.classify() {
        serde_json::error::Category::Eof => DictionaryError::Truncated { place },
        serde_json::error::Category::Io => DictionaryError::Io(std::io::Error::other(error.to_string())),
        _ => DictionaryError::Syntax { place, detail: error.to_string() },
    }
}

/// Elements as a caller of `each` sees them, numbered from 1.
pub fn each_record(
    input: &mut Guard<'_>,
    key: Option<&'static str>,
    sink: &mut Sink<'_>,
    mut record: impl FnMut(&mut Sink<'_>, At, &Value) -> Result<(), DictionaryError>,
) -> Result<(), DictionaryError> {
    let member = sink.member.clone();
    let mut number = 0;
    each(input, key, member.as_deref(), &mut |value| {
        number += 1;
        record(sink, At::Record(number), &value)
    })
}

/// Looks for the key on every level.
struct Walk<'a, 'b> {
    key: Option<&'static str>,
    each: Each<'a>,
    stopped: &'b mut Option<DictionaryError>,
}

impl Walk<'_, '_> {
    fn again(&mut self) -> Walk<'_, '_> {
        Walk { key: self.key, each: &mut *self.each, stopped: &mut *self.stopped }
    }

    fn hand_on<E: Error>(&mut self, value: Value) -> Result<(), E> {
        (self.each)(value).map_err(|error| {
            *self.stopped = Some(error);
            E::custom("stopped")
        })
    }
}

impl<'de> DeserializeSeed<'de> for Walk<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.key.is_none() {
            return Elements(self).deserialize(deserializer);
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            if Some(key.as_str()) == self.key {
                map.next_value_seed(Elements(self.again()))?;
            } else {
                map.next_value_seed(self.again())?;
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(self.again())?.is_some() {}
        Ok(())
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }
}

/// The list itself.
struct Elements<'a, 'b>(Walk<'a, 'b>);

impl<'de> DeserializeSeed<'de> for Elements<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Elements<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        while let Some(value) = list.next_element::<Value>()? {
            self.0.hand_on(value)?;
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        let mut object = Map::new();
        while let Some((key, value)) = map.next_entry()? {
            object.insert(key, value);
        }
        self.0.hand_on(Value::Object(object))
    }
}

/// A value that may be one thing or a list of them, as a list.
pub fn one_or_more(value: Option<&Value>) -> &[Value] {
    match value {
        None | Some(Value::Null) => &[],
        Some(Value::Array(list)) => list,
        Some(one) => std::slice::from_ref(one),
    }
}

/// A text, or a number written as one.
pub fn string(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
