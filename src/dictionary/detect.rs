//! What a stream of text is, by its first bytes.

use std::io::BufRead;

use super::source::Guard;
use super::{DictionaryError, Format, Sink, kaikki, krdict, table, text};
use crate::import;

/// A format that is one stream of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stream {
    KrdictXml,
    KrdictJson,
    Kaikki,
    Kengdic { delimiter: u8 },
    Table { delimiter: u8 },
}

const MARK: &[u8] = b"\xEF\xBB\xBF";

impl Stream {
    pub const fn format(self) -> Format {
        match self {
            Self::KrdictXml => Format::KrdictXml,
            Self::KrdictJson => Format::KrdictJson,
            Self::Kaikki => Format::Kaikki,
            Self::Kengdic { .. } => Format::Kengdic,
            Self::Table { .. } => Format::Table,
        }
    }

    pub fn read(self, input: &mut Guard<'_>, sink: &mut Sink<'_>) -> Result<(), DictionaryError> {
        if input.fill_buf()?.starts_with(MARK) {
            input.consume(MARK.len());
        }
        match self {
            Self::KrdictXml => krdict::xml::read(input, sink),
            Self::KrdictJson => krdict::json::read(input, sink),
            Self::Kaikki => kaikki::read(input, sink),
            Self::Kengdic { delimiter } | Self::Table { delimiter } => table::read(input, delimiter, sink),
        }
    }
}

/// The format of a stream that begins with `head`.
pub fn stream(head: &[u8]) -> Result<Stream, DictionaryError> {
    if matches!(head, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]) {
        return Err(DictionaryError::Utf16);
    }
    if import::looks_binary(head) {
        return Err(DictionaryError::Unknown);
    }
    let head = head.strip_prefix(MARK).unwrap_or(head);
    check_encoding(head)?;
    let head = String::from_utf8_lossy(head);
    let start = head.trim_start();
    let has = |part: &str| head.contains(part);
    match start.chars().next() {
        None => Err(DictionaryError::Empty),
        Some('<') if has("<LexicalResource") || has("<LexicalEntry") => Ok(Stream::KrdictXml),
        Some('{' | '[') if has("\"LexicalResource\"") || has("\"LexicalEntry\"") => Ok(Stream::KrdictJson),
        Some('{') if has("\"word\"") => Ok(Stream::Kaikki),
        Some('<' | '{' | '[') => Err(DictionaryError::Unknown),
        Some(_) => match table::delimiter(start) {
            Some(delimiter) if table::is_kengdic(start, delimiter) => Ok(Stream::Kengdic { delimiter }),
            Some(delimiter) => Ok(Stream::Table { delimiter }),
            None => Err(DictionaryError::Unknown),
        },
    }
}

/// A stray byte is a bad record; a file in another encoding is refused as a whole.
fn check_encoding(head: &[u8]) -> Result<(), DictionaryError> {
    let Err(error) = std::str::from_utf8(head) else { return Ok(()) };
    if error.error_len().is_none() {
        return Ok(()); // cut inside a character by the size of the sample
    }
    let bad = head.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    let good = head.utf8_chunks().filter(|chunk| text::has_hangul(chunk.valid())).count();
    if bad <= good {
        return Ok(());
    }
    // The syllables of CP949's common part are B0A1 to C8FE; in UTF-8 a Hangul syllable begins with EA to ED.
    let offset = error.valid_up_to();
    let cp949 = head
        .get(offset..)
        .unwrap_or_default()
        .windows(2)
        .take(64)
        .any(|pair| matches!(pair, [0xB0..=0xC8, 0xA1..=0xFE]));
    Err(DictionaryError::NotUtf8 { offset: offset as u64, cp949 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(head: &str) -> Option<Stream> {
        stream(head.as_bytes()).ok()
    }

    #[test]
    fn formats_are_told_by_content() {
        assert_eq!(of("\u{FEFF}<?xml version=\"1.0\"?>\n<LexicalResource>"), Some(Stream::KrdictXml));
        assert_eq!(of("{\"LexicalResource\":{}}"), Some(Stream::KrdictJson));
        assert_eq!(of("{\"word\":\"진출\",\"lang_code\":\"ko\"}"), Some(Stream::Kaikki));
        assert_eq!(of("진출\t進出\tadvance\n"), Some(Stream::Table { delimiter: b'\t' }));
        assert_eq!(of("진출,advance\n"), Some(Stream::Table { delimiter: b',' }));
        assert_eq!(of("id\tsurface\thanja\tgloss\n1\t진출"), Some(Stream::Kengdic { delimiter: b'\t' }));
    }

    #[test]
    fn what_is_no_dictionary_is_not_taken_for_one() {
        for head in ["<html>", "{\"a\":1}", "그냥 글이다.\n둘째 줄이다.", "\u{89}PNG\0"] {
            assert!(matches!(stream(head.as_bytes()), Err(DictionaryError::Unknown)), "{head}");
        }
        assert!(matches!(stream(b" \n"), Err(DictionaryError::Empty)));
    }

    #[test]
    fn another_encoding_is_named() {
        let cp949 = b"\xC1\xF8\xC3\xE2\tadvance\n\xBD\xC3\xC0\xE5\tmarket\n";
        assert!(matches!(stream(cp949), Err(DictionaryError::NotUtf8 { offset: 0, cp949: true })));
        assert!(matches!(stream(b"\xFF\xFE\xC4\xC9"), Err(DictionaryError::Utf16)));
    }
}
