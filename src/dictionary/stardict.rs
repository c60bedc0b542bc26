//! StarDict: an `.ifo` that describes, an `.idx` with the words in order, a `.dict` with the texts, a `.syn` with other
//! forms of the words; `.idx` and `.dict` may be packed with gzip (`.idx.gz`, `.dict.dz`).

use std::io::{BufRead, Read, SeekFrom};
use std::rc::Rc;

use flate2::read::MultiGzDecoder;

use super::limits::{ENTRIES, Limit, RECORD};
use super::source::{Beside, Bytes, Meter, buffered, measured, whole};
use super::text::{some_line, without_tags};
use super::{At, DictionaryError, Entry, Facts, Format, Problem, Sense, Sink};

pub const MAGIC: &[u8] = b"StarDict's dict ifo file";

/// Bytes of a word in the index, by the format's own rule.
const WORD_BYTES: u64 = 256;

/// The files of a dictionary.
pub struct Parts {
    index: Box<dyn BufRead>,
    texts: Texts,
    synonyms: Option<Box<dyn BufRead>>,
    /// The kinds of a text's fields, where they are the same for all.
    kinds: Option<Vec<u8>>,
    /// Whether offsets have 64 bits.
    wide: bool,
}

/// A packed file has no cheap way to a place inside: it is unpacked into memory, within a limit.
enum Texts {
    File(Box<dyn Bytes>),
    Memory(Vec<u8>),
}

/// Where a word's text lies.
#[derive(Debug, Clone, Copy)]
struct Span {
    offset: u64,
    size: u32,
}

pub fn open(
    mut ifo: Box<dyn Bytes>,
    beside: &Beside<'_>,
    meter: &Rc<Meter>,
) -> Result<(Parts, Facts), DictionaryError> {
    let described = whole(&mut ifo, Limit::Description, meter).map_err(|error| limited(&error, meter))?;
    let described = String::from_utf8_lossy(&described);
    let value = |name: &str| {
        described
            .lines()
            .filter_map(|line| line.split_once('='))
            .find(|(key, _)| key.trim() == name)
            .map(|(_, value)| value)
    };
    let facts = Facts {
        title: value("bookname").and_then(some_line),
        licence: value("description").and_then(some_line).or_else(|| value("author").and_then(some_line)),
        ..Facts::of(Format::Stardict)
    };
    let find = |ending: &str| -> Result<Option<Box<dyn Bytes>>, DictionaryError> {
        Ok(beside(ending)?.map(|file| measured(file, meter)).transpose()?)
    };
    let unpacked = |file: Box<dyn Bytes>| {
        whole(MultiGzDecoder::new(file), Limit::InMemory, meter).map_err(|error| limited(&error, meter))
    };
    let index: Box<dyn BufRead> = match (find("idx")?, find("idx.gz")?) {
        (Some(file), _) => Box::new(buffered(file)),
        (None, Some(file)) => Box::new(std::io::Cursor::new(unpacked(file)?)),
        (None, None) => return Err(DictionaryError::MissingPart { ending: ".idx" }),
    };
    let texts = match (find("dict")?, find("dict.dz")?) {
        (Some(file), _) => Texts::File(file),
        (None, Some(file)) => Texts::Memory(unpacked(file)?),
        (None, None) => return Err(DictionaryError::MissingPart { ending: ".dict" }),
    };
    let synonyms = find("syn")?.map(|file| Box::new(buffered(file)) as Box<dyn BufRead>);
    let kinds =
        value("sametypesequence").map(|kinds| kinds.trim().as_bytes().to_vec()).filter(|kinds| !kinds.is_empty());
    let wide = value("idxoffsetbits").is_some_and(|bits| bits.trim() == "64");
    Ok((Parts { index, texts, synonyms, kinds, wide }, facts))
}

fn limited(error: &std::io::Error, meter: &Meter) -> DictionaryError {
    match meter.broken() {
        Some(limit) => DictionaryError::Limit { limit, member: None },
        None => DictionaryError::Archive { member: None, detail: error.to_string() },
    }
}

impl Parts {
    pub fn read(mut self, meter: &Rc<Meter>, sink: &mut Sink<'_>) -> Result<(), DictionaryError> {
        let mut spans = Vec::new();
        let mut number = 0;
        while let Some(word) = word(&mut self.index, sink, number)? {
            number += 1;
            let span = self.span().map_err(|_| DictionaryError::Truncated { place: sink.place(At::Record(number)) })?;
            spans.push(span);
            if spans.len() > ENTRIES {
                return Err(meter.fail(Limit::Entries).into());
            }
            let entry = self.entry(word, span)?;
            sink.record(At::Record(number), entry)?;
        }
        let Some(mut synonyms) = self.synonyms.take() else { return Ok(()) };
        while let Some(word) = word(&mut synonyms, sink, number)? {
            number += 1;
            let cut = |_| DictionaryError::Truncated { place: sink.place(At::Record(number)) };
            let target = u32::from_be_bytes(bytes(&mut synonyms).map_err(cut)?);
            let span = usize::try_from(target).ok().and_then(|target| spans.get(target)).copied();
            let entry = span.map_or(Ok(Err(Problem::Shape)), |span| self.entry(word, span))?;
            sink.record(At::Record(number), entry)?;
        }
        Ok(())
    }

    fn span(&mut self) -> std::io::Result<Span> {
        let offset = if self.wide {
            u64::from_be_bytes(bytes(&mut self.index)?)
        } else {
            u64::from(u32::from_be_bytes(bytes(&mut self.index)?))
        };
        Ok(Span { offset, size: u32::from_be_bytes(bytes(&mut self.index)?) })
    }

    /// The entry of a word. A text that lies outside of the file spoils its entry alone.
    fn entry(&mut self, word: Vec<u8>, span: Span) -> Result<Result<Entry, Problem>, DictionaryError> {
        let Ok(word) = String::from_utf8(word) else { return Ok(Err(Problem::NotUtf8)) };
        if u64::from(span.size) > RECORD {
            return Ok(Err(Problem::Shape));
        }
        let Some(text) = self.texts.get(span)? else { return Ok(Err(Problem::Shape)) };
        let mut entry = Entry { word, ..Entry::default() };
        for (kind, field) in fields(&text, self.kinds.as_deref()) {
            let Ok(field) = std::str::from_utf8(field) else { return Ok(Err(Problem::NotUtf8)) };
            match kind {
                b't' | b'y' => entry.pronunciation = some_line(field),
                b'm' | b'l' => entry.senses.extend(senses(field)),
                b'g' | b'x' | b'h' | b'k' | b'w' => entry.senses.extend(senses(&without_tags(field))),
                _ => {}
            }
        }
        Ok(Ok(entry))
    }
}

impl Texts {
    /// `None` where the file is too short.
    fn get(&mut self, span: Span) -> std::io::Result<Option<Vec<u8>>> {
        match self {
            Self::Memory(bytes) => {
                let start = usize::try_from(span.offset).ok();
                let end = start.and_then(|start| start.checked_add(usize::try_from(span.size).ok()?));
                Ok(start.zip(end).and_then(|(start, end)| bytes.get(start..end)).map(<[u8]>::to_vec))
            }
            Self::File(file) => {
                file.seek(SeekFrom::Start(span.offset))?;
                let mut text = Vec::new();
                file.take(u64::from(span.size)).read_to_end(&mut text)?;
                Ok((text.len() as u64 == u64::from(span.size)).then_some(text))
            }
        }
    }
}

/// The next word of an index, `None` at its end.
fn word(index: &mut dyn BufRead, sink: &Sink<'_>, number: u64) -> Result<Option<Vec<u8>>, DictionaryError> {
    let mut word = Vec::new();
    if index.take(WORD_BYTES).read_until(0, &mut word)? == 0 {
        return Ok(None);
    }
    match word.pop() {
        Some(0) => Ok(Some(word)),
        _ => Err(DictionaryError::Truncated { place: sink.place(At::Record(number + 1)) }),
    }
}

fn bytes<const N: usize>(reader: &mut dyn BufRead) -> std::io::Result<[u8; N]> {
    let mut bytes = [0; N];
    reader.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// The fields of a text with their kinds. A small letter is text up to a zero byte, a capital one data with its length
/// in front; the last field of a known sequence has neither.
fn fields<'a>(text: &'a [u8], kinds: Option<&[u8]>) -> Vec<(u8, &'a [u8])> {
    let mut found = Vec::new();
    let mut rest = text;
    let mut known = kinds.map(|kinds| kinds.iter().copied());
    while !rest.is_empty() {
        let kind = match &mut known {
            Some(kinds) => kinds.next(),
            None => take_first(&mut rest),
        };
        let Some(kind) = kind else { break };
        let last = known.as_ref().is_some_and(|kinds| kinds.len() == 0);
        let field = if last {
            std::mem::take(&mut rest)
        } else if kind.is_ascii_uppercase() {
            let Some((length, after)) = rest.split_first_chunk::<4>() else { break };
            let length = usize::try_from(u32::from_be_bytes(*length)).unwrap_or(usize::MAX);
            let Some((field, after)) = after.split_at_checked(length) else { break };
            rest = after;
            field
        } else {
            let end = rest.iter().position(|byte| *byte == 0).unwrap_or(rest.len());
            let (field, after) = rest.split_at(end);
            rest = after.get(1..).unwrap_or_default();
            field
        };
        found.push((kind, field));
    }
    found
}

fn take_first(rest: &mut &[u8]) -> Option<u8> {
    let (first, after) = rest.split_first()?;
    *rest = after;
    Some(*first)
}

/// A sense a line, without the number in front of it.
fn senses(text: &str) -> impl Iterator<Item = Sense> + '_ {
    text.lines().filter_map(some_line).map(|line| {
        let number = line.chars().take_while(char::is_ascii_digit).count();
        let rest = line.get(number..).unwrap_or_default();
        let gloss = match rest.strip_prefix(['.', ')']) {
            Some(rest) if number > 0 => rest.trim_start().to_owned(),
            _ => line,
        };
        Sense { gloss, ..Sense::default() }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_follow_their_kinds() {
        assert_eq!(fields(b"jin\0entry", Some(b"tm")), [(b't', &b"jin"[..]), (b'm', b"entry")]);
        assert_eq!(fields(b"mentry\0W\0\0\0\x02xy", None), [(b'm', &b"entry"[..]), (b'W', b"xy")]);
        assert_eq!(fields(b"W\0\0\xFF\x02xy", None), []);
    }

    #[test]
    fn a_line_is_a_sense() {
        let glosses: Vec<String> = senses("1. advance\n2) entry\n\n30 years\n").map(|sense| sense.gloss).collect();
        assert_eq!(glosses, ["advance", "entry", "30 years"]);
    }
}
