//! The XML form. Real files have raw < in attributes and control bytes; the reader minds neither.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::errors::Error;
use quick_xml::events::{BytesStart, Event};

use super::{Equivalent, Raw, RawSense};
use crate::dictionary::source::Guard;
use crate::dictionary::text::unescaped;
use crate::dictionary::{At, DictionaryError, Problem, Sink};

/// An element that is open, as far as it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Element {
    Resource,
    Entry,
    Lemma,
    WordForm,
    Sense,
    Example,
    Equivalent,
    Other,
}

impl Element {
    fn of(name: &str, inside: Option<Self>) -> Self {
        match name {
            "LexicalResource" => Self::Resource,
            "LexicalEntry" => Self::Entry,
            "Lemma" => Self::Lemma,
            "WordForm" => Self::WordForm,
            // Written forms and pronunciations may stand one level below.
            "FormRepresentation" => inside.unwrap_or(Self::Other),
            "Sense" => Self::Sense,
            "SenseExample" => Self::Example,
            "Equivalent" => Self::Equivalent,
            _ => Self::Other,
        }
    }
}

#[derive(Default)]
struct State {
    open: Vec<Element>,
    raw: Option<Raw>,
    /// Kind and pronunciation of the word form that is open.
    form: (Option<String>, Option<String>),
    equivalent: Equivalent,
    number: u64,
    /// The end of the whole was seen.
    closed: bool,
}

pub fn read(input: &mut Guard<'_>, sink: &mut Sink<'_>) -> Result<(), DictionaryError> {
    let meter = input.meter();
    let mut reader = Reader::from_reader(input as &mut dyn BufRead);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut state = State::default();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag)) => {
                if tag.name().as_ref() == "LexicalEntry" {
                    meter.next_record();
                }
                state.start(&tag, false, sink)?;
            }
            Ok(Event::Empty(tag)) => state.start(&tag, true, sink)?,
            Ok(Event::End(_)) => state.end(sink)?,
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => return Err(fatal(error, sink, reader.error_position())),
        }
    }
    if state.closed {
        return Ok(());
    }
    Err(DictionaryError::Truncated { place: sink.place(At::Byte(reader.buffer_position())) })
}

fn fatal(error: Error, sink: &Sink<'_>, position: u64) -> DictionaryError {
    let place = sink.place(At::Byte(position));
    match error {
        Error::Io(error) => DictionaryError::Io(std::io::Error::new(error.kind(), error.to_string())),
        // Every error of this kind is something that is still open where the file ends.
        Error::Syntax(_) => DictionaryError::Truncated { place },
        other => DictionaryError::Syntax { place, detail: other.to_string() },
    }
}

impl State {
    fn start(&mut self, tag: &BytesStart<'_>, empty: bool, sink: &mut Sink<'_>) -> Result<(), DictionaryError> {
        let name = tag.name();
        if name.as_ref() == "feat" {
            self.feature(tag);
            if !empty {
                self.open.push(Element::Other);
            }
            return Ok(());
        }
        let element = Element::of(name.as_ref(), self.open.last().copied());
        match element {
            Element::Entry => {
                // One that was never closed is not whole.
                self.spoil(Problem::Shape);
                self.finish(sink)?;
                self.number += 1;
                let id = attribute(tag, "val").unwrap_or_default();
                self.raw = Some(Raw { id, ..Raw::default() });
            }
            Element::WordForm if name.as_ref() == "WordForm" => self.form = (None, None),
            Element::Equivalent => self.equivalent = Equivalent::default(),
            Element::Sense => {
                if let Some(raw) = &mut self.raw {
                    raw.senses.push(RawSense::default());
                }
            }
            _ => {}
        }
        self.open.push(element);
        if empty { self.end(sink) } else { Ok(()) }
    }

    fn end(&mut self, sink: &mut Sink<'_>) -> Result<(), DictionaryError> {
        match self.open.pop() {
            Some(Element::Resource) => self.closed = true,
            Some(Element::Entry) => self.finish(sink)?,
            Some(Element::Equivalent) => {
                let equivalent = std::mem::take(&mut self.equivalent);
                if let Some(sense) = self.raw.as_mut().and_then(|raw| raw.senses.last_mut()) {
                    sense.take(equivalent);
                }
            }
            Some(Element::WordForm) => self.take_form(),
            _ => {}
        }
        Ok(())
    }

    /// The first pronunciation; conjugated forms (활용) are left.
    fn take_form(&mut self) {
        let (kind, said) = &mut self.form;
        if kind.as_deref().is_none_or(|kind| kind == "발음")
            && let (Some(raw), Some(said)) = (&mut self.raw, said.take())
        {
            raw.pronunciation.get_or_insert(said);
        }
    }

    fn feature(&mut self, tag: &BytesStart<'_>) {
        let (Some(raw), Some(element)) = (&mut self.raw, self.open.last()) else { return };
        let (Some(name), Some(value)) = (attribute(tag, "att"), attribute(tag, "val")) else {
            raw.broken.get_or_insert(Problem::Shape);
            return;
        };
        let sense = raw.senses.last_mut();
        let place = match (element, name.as_str()) {
            (Element::Entry, "lexicalUnit") => &mut raw.lexical_unit,
            (Element::Entry, "partOfSpeech") => &mut raw.part_of_speech,
            (Element::Entry, "origin") => &mut raw.origin,
            (Element::Entry, "vocabularyLevel") => &mut raw.level,
            (Element::Lemma, "writtenForm") => &mut raw.written_form,
            (Element::WordForm, "type") => &mut self.form.0,
            (Element::WordForm, "pronunciation") => &mut self.form.1,
            (Element::Sense, "definition") => match sense {
                Some(sense) => &mut sense.definition,
                None => return,
            },
            (Element::Example, "example") => match sense {
                Some(sense) => &mut sense.example,
                None => return,
            },
            (Element::Equivalent, "language") => &mut self.equivalent.language,
            (Element::Equivalent, "lemma") => &mut self.equivalent.lemma,
            (Element::Equivalent, "definition") => &mut self.equivalent.definition,
            _ => return,
        };
        place.get_or_insert(value);
    }

    fn spoil(&mut self, problem: Problem) {
        if let Some(raw) = &mut self.raw {
            raw.broken.get_or_insert(problem);
        }
    }

    fn finish(&mut self, sink: &mut Sink<'_>) -> Result<(), DictionaryError> {
        let Some(raw) = self.raw.take() else { return Ok(()) };
        let entry = raw.settle(sink);
        sink.record(At::Record(self.number), entry)
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    attributes.with_checks(false);
    attributes.flatten().find(|attribute| attribute.key.as_ref() == name).map(|attribute| unescaped(&attribute.value))
}
