//! Bytes to clean NFC text: the one door through which text from outside comes in.

use unicode_normalization::UnicodeNormalization;

/// A text that may be shown on a terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// NFC, `\n` for every line end, no control characters, no marks that hide or turn text around.
    pub text: String,
    /// Characters that were left out.
    pub dropped: usize,
}

/// Why bytes are no text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    #[error("empty")]
    Empty,
    #[error("binary")]
    Binary,
    /// `offset` is the first byte that does not fit, from 1.
    #[error("not UTF-8 at byte {offset}")]
    NotUtf8 { offset: usize },
}

/// A text with more control characters than one in this many is a binary file that happens to be UTF-8.
const BINARY_SHARE: usize = 50;

/// Reads UTF-8 with or without BOM, and UTF-16 with one.
pub fn decode(bytes: &[u8]) -> Result<Decoded, DecodeError> {
    let raw = match bytes {
        [] => return Err(DecodeError::Empty),
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest, 3)?,
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        bytes => utf8(bytes, 0)?,
    };
    let controls = raw.chars().filter(|c| c.is_control() && !c.is_whitespace()).count();
    if raw.contains('\0') || controls * BINARY_SHARE > raw.chars().count().max(1) && controls > 2 {
        return Err(DecodeError::Binary);
    }
    let decoded = clean(&raw);
    if decoded.text.trim().is_empty() { Err(DecodeError::Empty) } else { Ok(decoded) }
}

fn utf8(bytes: &[u8], skipped: usize) -> Result<String, DecodeError> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.to_owned());
    }
    // Pictures, archives and programs show themselves by their zero bytes.
    if bytes.iter().take(8192).any(|&byte| byte == 0) {
        return Err(DecodeError::Binary);
    }
    let valid = std::str::from_utf8(bytes).map_or_else(|e| e.valid_up_to(), str::len);
    Err(DecodeError::NotUtf8 { offset: skipped + valid + 1 })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, DecodeError> {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
    String::from_utf16(&units).map_err(|_| DecodeError::Binary)
}

/// NFC, one kind of line end and of space, and nothing that a terminal would obey.
fn clean(raw: &str) -> Decoded {
    let mut dropped = 0;
    let mut text = String::with_capacity(raw.len());
    let mut chars = raw.nfc().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                if chars.peek() != Some(&'\n') {
                    text.push('\n');
                }
            }
            '\n' => text.push('\n'),
            '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{B}' | '\u{C}' => text.push('\n'),
            '\t' | '\u{A0}' | '\u{3000}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' => text.push(' '),
            c if c.is_control() || is_hidden(c) => dropped += 1,
            c => text.push(c),
        }
    }
    Decoded { text, dropped }
}

/// Zero-width marks, marks of direction, tags and private characters.
const fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E000}'..='\u{F8FF}' | '\u{E0000}'..='\u{E0FFF}' | '\u{F0000}'..='\u{10FFFD}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text(bytes: &[u8]) -> String {
        decode(bytes).unwrap().text
    }

    #[test]
    fn a_byte_order_mark_and_windows_line_ends_vanish() {
        assert_eq!(text("\u{FEFF}해외진출\r\n지분\r참여".as_bytes()), "해외진출\n지분\n참여");
    }

    #[test]
    fn decomposed_hangul_becomes_syllables() {
        let nfd: String = "해외진출".nfd().collect();
        assert_ne!(nfd, "해외진출");
        assert_eq!(text(nfd.as_bytes()), "해외진출");
    }

    #[test]
    fn utf_16_with_its_mark_is_read() {
        let units: Vec<u8> = "\u{FEFF}해외".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(text(&units), "해외");
    }

    #[test]
    fn what_a_terminal_would_obey_is_left_out_and_counted() {
        let decoded =
            decode("해외\u{1b}[2J진출\u{202E}과 지분참여를 서두르는 통신사들이 늘고 있다. 그렇다.".as_bytes()).unwrap();
        assert_eq!(decoded.dropped, 2);
        assert!(decoded.text.starts_with("해외[2J진출과"));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(decode(b""), Err(DecodeError::Empty));
        assert_eq!(decode(b" \n "), Err(DecodeError::Empty));
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0"), Err(DecodeError::Binary));
        // 해외 in CP949
        assert_eq!(decode(&[b'a', 0xC7, 0xD8, 0xBF, 0xDC]), Err(DecodeError::NotUtf8 { offset: 2 }));
    }

    proptest! {
        #[test]
        fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            if let Ok(decoded) = decode(&bytes) {
                prop_assert!(decoded.text.chars().all(|c| c == '\n' || !c.is_control()));
            }
        }
    }
}
