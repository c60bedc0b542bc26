//! Bytes to clean text: NFC, `\n` between lines, nothing invisible.

use crate::korean::jamo;

/// How much of an input is looked at to tell text from other data, in bytes.
const SAMPLE: usize = 8192;
/// One control byte in so many bytes is no text any more.
const CONTROL_SHARE: usize = 20;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    pub text: String,
    /// How many invisible characters were left out: control characters, zero-width ones, changes of direction.
    pub dropped: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    #[error("no text")]
    Empty,
    #[error("binary data, not text")]
    Binary,
    /// Not Unicode; an old Korean file is CP949 most often, which is not read yet.
    #[error("not UTF-8 from byte {offset} on")]
    NotUtf8 { offset: usize },
    /// The mark at the front says UTF-16, the rest does not keep to it.
    #[error("not UTF-16 from byte {offset} on")]
    NotUtf16 { offset: usize },
}

/// UTF-8, or UTF-16 by its mark, to clean text.
pub fn decode(bytes: &[u8]) -> Result<Decoded, DecodeError> {
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        _ => utf8(bytes)?,
    };
    let decoded = clean(&text);
    if decoded.text.trim().is_empty() { Err(DecodeError::Empty) } else { Ok(decoded) }
}

/// Whether these first bytes of an input are no text in UTF-8 or an old Korean encoding.
pub fn looks_binary(first: &[u8]) -> bool {
    if matches!(first, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]) {
        return false;
    }
    let sample = first.get(..SAMPLE).unwrap_or(first);
    let control =
        |byte: &&u8| (**byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | 0x0B | 0x0C | b'\r')) || **byte == 0x7F;
    sample.contains(&0) || sample.iter().filter(control).count() * CONTROL_SHARE > sample.len()
}

fn utf8(bytes: &[u8]) -> Result<String, DecodeError> {
    if looks_binary(bytes) || bytes.contains(&0) {
        return Err(DecodeError::Binary);
    }
    let mark = if bytes.starts_with(&[0xEF, 0xBB, 0xBF]) { 3 } else { 0 };
    let text = std::str::from_utf8(bytes.get(mark..).unwrap_or_default());
    text.map(str::to_owned).map_err(|error| DecodeError::NotUtf8 { offset: mark + error.valid_up_to() })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, DecodeError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    // Two bytes for the mark at the front.
    let mut offset = 2;
    for c in char::decode_utf16(pairs.iter().map(|&pair| unit(pair))) {
        let c = c.map_err(|_| DecodeError::NotUtf16 { offset })?;
        // UTF-32 has the same mark; read as UTF-16 every other character is a NUL.
        if c == '\0' {
            return Err(DecodeError::Binary);
        }
        offset += 2 * c.len_utf16();
        text.push(c);
    }
    if rest.is_empty() { Ok(text) } else { Err(DecodeError::NotUtf16 { offset }) }
}

/// Clean text of any text: pasted text and pages need it as much as files.
pub fn clean(text: &str) -> Decoded {
    let mut dropped = 0;
    let mut plain = String::with_capacity(text.len());
    let mut after_return = false;
    for c in text.chars() {
        match c {
            '\n' if after_return => {}
            '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => plain.push('\n'),
            c if c.is_whitespace() => plain.push(' '),
            c if is_invisible(c) => dropped += 1,
            c => plain.push(c),
        }
        after_return = c == '\r';
    }
    Decoded { text: jamo::nfc(&plain), dropped }
}

/// Characters that no reader sees, but that a terminal obeys or a comparison trips over.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text(bytes: &[u8]) -> String {
        decode(bytes).unwrap().text
    }

    #[test]
    fn utf8_is_read_with_and_without_its_mark() {
        assert_eq!(text("금리".as_bytes()), "금리");
        assert_eq!(text("\u{FEFF}금리".as_bytes()), "금리");
        assert_eq!(decode("\u{FEFF}금리".as_bytes()).unwrap().dropped, 0);
    }

    #[test]
    fn utf16_is_read_by_its_mark() {
        let units: Vec<u16> = "금리 🙂".encode_utf16().collect();
        let little: Vec<u8> =
            [0xFF, 0xFE].into_iter().chain(units.iter().flat_map(|unit| unit.to_le_bytes())).collect();
        let big: Vec<u8> = [0xFE, 0xFF].into_iter().chain(units.iter().flat_map(|unit| unit.to_be_bytes())).collect();
        assert_eq!((text(&little), text(&big)), ("금리 🙂".to_owned(), "금리 🙂".to_owned()));
        assert!(!looks_binary(&little));
    }

    #[test]
    fn broken_utf16_says_where() {
        assert_eq!(decode(&[0xFF, 0xFE, 0x08, 0xAE, 0x00]), Err(DecodeError::NotUtf16 { offset: 4 }));
        assert_eq!(decode(&[0xFF, 0xFE, 0x00, 0xD8, 0x08, 0xAE]), Err(DecodeError::NotUtf16 { offset: 2 }));
        assert_eq!(decode(&[0xFF, 0xFE, 0x00, 0x00, 0x08, 0xAE, 0x00, 0x00]), Err(DecodeError::Binary));
    }

    #[test]
    fn every_line_break_becomes_one() {
        assert_eq!(text("가\r\n나\r다\u{2028}라\u{85}마\n\n바".as_bytes()), "가\n나\n다\n라\n마\n\n바");
        assert_eq!(text("가\r\r\n나".as_bytes()), "가\n\n나");
    }

    #[test]
    fn every_space_becomes_one() {
        assert_eq!(text("가\t나\u{A0}다\u{3000}라\u{2009}마".as_bytes()), "가 나 다 라 마");
    }

    #[test]
    fn what_nobody_sees_is_dropped_and_counted() {
        let decoded = decode("금\u{200B}리\u{1B}[31m\u{202E}동\u{7F}결\u{9B}\u{FEFF}\u{2066} 인하와 인상 사이에서 고심하는 한국은행의 선택이 남았다".as_bytes()).unwrap();
        assert!(decoded.text.starts_with("금리[31m동결 인하"), "{}", decoded.text);
        assert_eq!(decoded.dropped, 7);
    }

    #[test]
    fn decomposed_text_is_composed() {
        assert_eq!(text("\u{1100}\u{1173}\u{11B7}\u{1105}\u{1175}".as_bytes()), "금리");
    }

    #[test]
    fn what_is_no_text_is_refused_with_its_reason() {
        assert_eq!(decode(b""), Err(DecodeError::Empty));
        assert_eq!(decode(b"\xEF\xBB\xBF"), Err(DecodeError::Empty));
        assert_eq!(decode("\u{200B} \r\n".as_bytes()), Err(DecodeError::Empty));
        assert_eq!(decode(b"PK\x03\x04\0\0"), Err(DecodeError::Binary));
        assert_eq!(decode(b"\x01\x02\x03abc"), Err(DecodeError::Binary));
        // 금리 in CP949.
        assert_eq!(decode(b"a \xB1\xDD\xB8\xAE"), Err(DecodeError::NotUtf8 { offset: 2 }));
        assert_eq!(decode(b"\xEF\xBB\xBFa\xFF"), Err(DecodeError::NotUtf8 { offset: 4 }));
        assert!(!looks_binary(b"\xB1\xDD\xB8\xAE") && looks_binary(b"\x89PNG\0"));
    }

    proptest! {
        #[test]
        fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), mark in 0..3) {
            let marks: [&[u8]; 3] = [b"", &[0xFF, 0xFE], &[0xFE, 0xFF]];
            let bytes = [marks[usize::try_from(mark).unwrap()], &bytes].concat();
            let _ = looks_binary(&bytes);
            if let Ok(decoded) = decode(&bytes) {
                prop_assert!(decoded.text.chars().all(|c| c == '\n' || !is_invisible(c)));
            }
        }

        #[test]
        fn clean_text_stays(text in any::<String>()) {
            let once = clean(&text);
            prop_assert_eq!(clean(&once.text), Decoded { text: once.text.clone(), dropped: 0 });
        }
    }
}
