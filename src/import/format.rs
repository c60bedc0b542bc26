//! Tells how a source is written, by its content. Endings of names and content types of servers are not asked: they are
//! wrong too often.

use super::archive::Archive;
use super::document::Format;
use super::{ImportError, docx, epub, feed, hwpx, markdown, odt, subtitle};

/// What the first bytes say, before any text is decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Magic {
    Pdf,
    Zip,
    /// The container of DOC, HWP 5 and encrypted DOCX.
    Compound,
    Text,
}

pub(super) fn magic(bytes: &[u8]) -> Magic {
    let head = bytes.get(..1024).unwrap_or(bytes);
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        Magic::Zip
    } else if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        Magic::Compound
    } else if head.windows(5).any(|window| window == b"%PDF-") {
        Magic::Pdf
    } else {
        Magic::Text
    }
}

/// Which of the formats that are zip archives it is.
pub(super) fn packed(archive: &mut Archive<'_>) -> Result<Format, ImportError> {
    let mime = archive.text("mimetype")?.unwrap_or_default();
    match mime.trim() {
        epub::MIME => return Ok(Format::Epub),
        odt::MIME => return Ok(Format::Odt),
        hwpx::MIME => return Ok(Format::Hwpx),
        _ => {}
    }
    let by_content = [(docx::BODY, Format::Docx), (hwpx::FIRST, Format::Hwpx), (epub::CONTAINER, Format::Epub)];
    by_content
        .into_iter()
        .find(|(name, _)| archive.has(name))
        .map(|(_, format)| format)
        .ok_or(ImportError::OtherArchive)
}

/// How a text is written; `None` for XML of an unknown kind, which would be read as news with all its marks.
pub(super) fn written(text: &str) -> Option<Format> {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    Some(if subtitle::is_vtt(start) {
        Format::Vtt
    } else if subtitle::is_srt(start) {
        Format::Srt
    } else if feed::is_one(start) {
        Format::Feed
    } else if is_html(start) {
        Format::Html
    } else if start.starts_with("<?xml") {
        return None;
    } else if !is_settings(start) && markdown::is_one(text) {
        Format::Markdown
    } else {
        Format::Text
    })
}

/// Whether the text begins as TOML does, behind comments that look like headings: a deck file is not to be touched.
fn is_settings(start: &str) -> bool {
    let first = start.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#'));
    let key = first.and_then(|line| line.split_once('=')).map(|(key, _)| key.trim());
    key.is_some_and(|key| !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_'))
}

/// Whether the text begins as a page does, or with an element that pages have.
fn is_html(start: &str) -> bool {
    const FRONTS: [&str; 18] = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<meta",
        "<title",
        "<div",
        "<p>",
        "<p ",
        "<article",
        "<section",
        "<main",
        "<table",
        "<span",
        "<h1",
        "<h2",
        "<script",
        "<link",
    ];
    let mut rest = start;
    // An XML declaration and comments may stand in front.
    while rest.starts_with("<?") || rest.starts_with("<!--") {
        let end = if rest.starts_with("<?") { "?>" } else { "-->" };
        rest = rest.split_once(end).map_or("", |(_, behind)| behind.trim_start());
    }
    let head: String = rest.chars().take(20).flat_map(char::to_lowercase).collect();
    FRONTS.iter().any(|front| head.starts_with(front))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_by_content() {
        for (text, format) in [
            ("한국은행이 금리를 동결했다.", Format::Text),
            ("<사진> 금리 동결", Format::Text),
            ("<홍길동 기자> 금리가", Format::Text),
            ("# 금리 동결\n\n한은이", Format::Markdown),
            ("# 독파\n\nformat = 1\nname = \"통신\"", Format::Text),
            ("  <!DOCTYPE HTML>\n<html>", Format::Html),
            ("<!-- saved --><HTML lang=ko>", Format::Html),
            ("<?xml version=\"1.0\"?><!DOCTYPE html><html>", Format::Html),
            ("<p>금리", Format::Html),
            ("<?xml version=\"1.0\"?>\n<rss version=\"2.0\">", Format::Feed),
            ("<?xml version=\"1.0\"?><!-- 피드 --><feed xmlns=\"http://www.w3.org/2005/Atom\">", Format::Feed),
            ("WEBVTT\n\n00:01.000 --> 00:02.000\n금리", Format::Vtt),
            ("1\n00:00:01,000 --> 00:00:02,000\n금리", Format::Srt),
        ] {
            assert_eq!(written(text), Some(format), "{text}");
        }
        assert_eq!(written("<?xml version=\"1.0\"?><opml>금리</opml>"), None);
        assert_eq!(magic(b"%PDF-1.7"), Magic::Pdf);
        assert_eq!(magic(b"PK\x03\x04"), Magic::Zip);
        assert_eq!(magic(b"news"), Magic::Text);
    }
}
