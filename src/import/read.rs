//! Bytes of any source to its documents: the one way in.

use super::apart::{self, Kind};
use super::archive::Archive;
use super::document::{Document, Format, Note, Reading};
use super::format::{self, Magic};
use super::limits::{Limit, Limits};
use super::stop::Stop;
use super::{ImportError, decode, docx, epub, feed, guard, html, hwpx, markdown, odt, subtitle};

/// Pages and feeds with more bytes than this are heavy. News has some 200 kB; beginning a process takes some milliseconds.
const HEAVY: usize = 512 * 1024;

/// Takes a source apart. `declared` is an encoding that came with it, such as a server's.
///
/// Plain text is read at once; whatever is taken apart by others' parsers is so in a thread of its own, or where the format
/// is heavy in a process of its own, for as long as the limits allow.
pub fn read(bytes: Vec<u8>, declared: Option<&str>, limits: &Limits, stop: &Stop) -> Result<Reading, ImportError> {
    if bytes.len() as u64 > limits.file_bytes() {
        return Err(limits.passed(Limit::File));
    }
    match format::magic(&bytes) {
        Magic::Compound => return Err(compound(&bytes)),
        Magic::Pdf => {
            return apart::run(Kind::Pdf, bytes, declared, limits, stop);
        }
        Magic::Zip => {
            return apart::run(Kind::Packed, bytes, declared, limits, stop);
        }
        Magic::Text => {}
    }
    let decoded = decode::decode_as(&bytes, declared)?;
    if decoded.text.len() as u64 > limits.text_bytes() {
        return Err(limits.passed(Limit::Text));
    }
    let written = format::written(&decoded.text).ok_or(ImportError::OtherXml)?;
    let marked = match written {
        Format::Html => Some(Kind::Html),
        Format::Feed => Some(Kind::Feed),
        _ => None,
    };
    if let Some(kind) = marked.filter(|_| bytes.len() > HEAVY) {
        return apart::run(kind, bytes, declared, limits, stop);
    }
    let mut notes = Vec::new();
    if decoded.broken > 0 {
        notes.push(Note::Broken { count: decoded.broken, encoding: decoded.encoding.into() });
    }
    let mut reading = match written {
        Format::Html => {
            let (own, declared) = (limits.clone(), declared.map(str::to_owned));
            return guard::run(limits, move || html::read(&bytes, declared.as_deref(), &own));
        }
        Format::Feed => {
            let own = limits.clone();
            return guard::run(limits, move || feed::read(&bytes, &own));
        }
        Format::Srt | Format::Vtt => Reading::of(subtitle::read(&decoded.text, written)?),
        Format::Markdown => Reading::of(markdown::read(&decoded.text)),
        _ => Reading::of(Document::new(Format::Text, decoded.text)),
    };
    if decoded.dropped > 0 {
        notes.push(Note::Dropped { count: decoded.dropped });
    }
    reading.notes.splice(0..0, notes);
    Ok(reading)
}

pub(super) fn packed(bytes: Vec<u8>, limits: &Limits) -> Result<Reading, ImportError> {
    let mut archive = Archive::open(&bytes, limits)?;
    match format::packed(&mut archive)? {
        Format::Epub => {
            drop(archive);
            epub::read(bytes, limits)
        }
        Format::Docx => docx::read(&mut archive, limits),
        Format::Odt => odt::read(&mut archive, limits),
        _ => hwpx::read(&mut archive, limits),
    }
}

/// The container of old office programs; names in it are UTF-16.
fn compound(bytes: &[u8]) -> ImportError {
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    if holds("EncryptedPackage") {
        ImportError::Encrypted
    } else if holds("HwpSummaryInformation") || holds("BodyText") {
        ImportError::OldHangul
    } else {
        ImportError::OldOffice
    }
}
