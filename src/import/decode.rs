//! Bytes to clean text: NFC, `\n` between lines, nothing invisible.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{EUC_KR, Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::ending::syllables;
use crate::korean::jamo;

/// How much of an input is looked at to tell text from other data, in bytes.
const SAMPLE: usize = 8192;
/// One control byte in so many bytes is no text any more.
const CONTROL_SHARE: usize = 20;
/// One broken character in so many and the encoding is another one.
const BROKEN_SHARE: usize = 10;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    pub text: String,
    /// How many invisible characters were left out: control characters, zero-width ones, changes of direction,
    /// characters without a meaning.
    pub dropped: usize,
    /// How many places of the input are no characters in `encoding`; U+FFFD stands there.
    pub broken: usize,
    pub encoding: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, serde::Serialize, serde::Deserialize)]
pub enum DecodeError {
    #[error("no text")]
    Empty,
    #[error("binary data, not text")]
    Binary,
    #[error("in no known encoding")]
    NoEncoding,
}

/// Text of any encoding that Korean comes in, clean.
pub fn decode(bytes: &[u8]) -> Result<Decoded, DecodeError> {
    decode_as(bytes, None)
}

/// The same, where the source declares an encoding. What the bytes say counts more.
pub(super) fn decode_as(bytes: &[u8], declared: Option<&str>) -> Result<Decoded, DecodeError> {
    let raw = raw(bytes, declared)?;
    let decoded = Decoded { broken: raw.broken, encoding: raw.encoding.name(), ..clean(&raw.text) };
    if decoded.text.trim().is_empty() { Err(DecodeError::Empty) } else { Ok(decoded) }
}

/// Text as its bytes say it, with control characters and all.
pub(super) struct Raw<'a> {
    pub text: Cow<'a, str>,
    pub broken: usize,
    pub encoding: &'static Encoding,
}

/// Finds the encoding and reads the text, control characters and all.
pub(super) fn raw<'a>(bytes: &'a [u8], declared: Option<&str>) -> Result<Raw<'a>, DecodeError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes).filter(|(encoding, _)| *encoding != UTF_8) {
        let raw = read(bytes.get(mark..).unwrap_or_default(), encoding);
        // UTF-32 has the same mark; read as UTF-16 every other character is a NUL.
        return if raw.text.contains('\0') { Err(DecodeError::Binary) } else { sound(raw) };
    }
    if looks_binary(bytes) || bytes.contains(&0) {
        return Err(DecodeError::Binary);
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    // What is valid UTF-8 and not plain ASCII is UTF-8, whatever a page declares.
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Raw { text: Cow::Borrowed(text), broken: 0, encoding: UTF_8 });
    }
    sound(if is_broken_utf8(bytes) { read(bytes, UTF_8) } else { legacy(bytes, declared) })
}

/// Whether most of what is not ASCII is UTF-8. Text in CP949 is so only by rare chance.
fn is_broken_utf8(bytes: &[u8]) -> bool {
    let (mut valid, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| c.len_utf8() > 2).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    broken * 4 <= valid
}

/// The encoding in which the bytes make the most Korean: CP949 (which contains EUC-KR), the declared one, or the one
/// that their frequencies suggest.
fn legacy<'a>(bytes: &'a [u8], declared: Option<&str>) -> Raw<'a> {
    let declared = declared.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    let declared = declared.filter(|encoding| ![UTF_8, UTF_16LE, UTF_16BE].contains(encoding));
    let mut best = read(bytes, EUC_KR);
    let worth = |raw: &Raw| syllables(&raw.text).saturating_sub(raw.broken * 5);
    if best.broken == 0 && worth(&best) > 0 {
        return best;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(Some(b"kr"), Utf8Detection::Deny);
    for encoding in declared.into_iter().chain([guess]) {
        let raw = read(bytes, encoding);
        if (worth(&raw), best.broken) > (worth(&best), raw.broken) {
            best = raw;
        }
    }
    best
}

fn read<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> Raw<'a> {
    let (text, any) = encoding.decode_without_bom_handling(bytes);
    let broken = if any { text.matches('\u{FFFD}').count() } else { 0 };
    Raw { text, broken, encoding }
}

/// Refuses a text of which too much is broken.
fn sound(raw: Raw) -> Result<Raw, DecodeError> {
    if raw.broken * BROKEN_SHARE > raw.text.chars().count() { Err(DecodeError::NoEncoding) } else { Ok(raw) }
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
    Decoded { text: jamo::nfc(&plain), dropped, broken: 0, encoding: UTF_8.name() }
}

/// Text as one clean line: a title, a name.
pub(super) fn one_line(text: &str) -> String {
    clean(text).text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Characters that no reader sees, but that a terminal obeys or a comparison trips over; and those of private use,
/// which mean something in one font only.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E000}'..='\u{F8FF}'
            | '\u{E0000}'..='\u{E0FFF}' | '\u{F0000}'..='\u{10FFFF}')
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

    /// 한국은행이 기준금리를 동결했다. in CP949, with 똠 (not in EUC-KR) at its end.
    const CP949: &[u8] = b"\xC7\xD1\xB1\xB9\xC0\xBA\xC7\xE0\xC0\xCC \xB1\xE2\xC1\xD8\xB1\xDD\xB8\xAE\xB8\xA6 \xB5\xBF\xB0\xE1\xC7\xDF\xB4\xD9. \x8C\x63";

    #[test]
    fn broken_utf16_is_counted() {
        let bytes: Vec<u8> = [0xFFu8, 0xFE]
            .into_iter()
            .chain("한국은행이 기준금리를 동결했다.".encode_utf16().flat_map(u16::to_le_bytes))
            .chain([0x00, 0xD8, 0x08, 0xAE])
            .collect();
        let decoded = decode(&bytes).unwrap();
        assert_eq!((decoded.broken, decoded.encoding), (1, "UTF-16LE"));
        assert_eq!(decode(&[0xFF, 0xFE, 0x00, 0x00, 0x08, 0xAE, 0x00, 0x00]), Err(DecodeError::Binary));
    }

    #[test]
    fn cp949_is_found_whatever_is_declared() {
        for declared in [
            None,
            Some("euc-kr"),
            Some("ks_c_5601-1987"),
            Some("utf-8"),
            Some("iso-8859-1"),
            Some("gbk"),
            Some("nonsense"),
        ] {
            let decoded = decode_as(CP949, declared).unwrap();
            assert_eq!(
                (decoded.text.as_str(), decoded.broken),
                ("한국은행이 기준금리를 동결했다. 똠", 0),
                "{declared:?}"
            );
        }
        let decoded = decode_as("한국은행".as_bytes(), Some("euc-kr")).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.encoding), ("한국은행", "UTF-8"), "declared wrongly");
    }

    #[test]
    fn broken_bytes_are_counted() {
        let broken = [CP949, b" \xFF ", CP949, b"\xC7"].concat();
        assert_eq!(decode(&broken).unwrap().broken, 2);
        let broken = ["한국은행이 기준금리를".as_bytes(), b"\xEA\xB0 ", "동결했다.".as_bytes()].concat();
        let decoded = decode(&broken).unwrap();
        assert_eq!((decoded.broken, decoded.encoding), (1, "UTF-8"));
        assert_eq!(decode(&[0xFF; 50]), Err(DecodeError::NoEncoding));
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
        let decoded = decode("금\u{200B}리\u{E001}\u{1B}[31m\u{202E}동\u{7F}결\u{9B}\u{FEFF}\u{2066} 인하와 인상 사이에서 고심하는 한국은행의 선택이 남았다".as_bytes()).unwrap();
        assert!(decoded.text.starts_with("금리[31m동결 인하"), "{}", decoded.text);
        assert_eq!(decoded.dropped, 8);
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
            prop_assert_eq!(clean(&once.text), Decoded { dropped: 0, ..once });
        }
    }
}
