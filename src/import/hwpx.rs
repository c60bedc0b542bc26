//! HWPX, the format of Hangul (OWPML, KS X 6101): `Contents/section0.xml` and those that follow.

use super::ImportError;
use super::archive::Archive;
use super::document::{Format, Reading};
use super::limits::Limits;
use super::office::{self, Paragraphs};
use super::xml::{self, Node};

/// What the file `mimetype` says.
pub(super) const MIME: &str = "application/hwp+zip";
pub(super) const FIRST: &str = "Contents/section0.xml";

pub(super) fn read(archive: &mut Archive<'_>, limits: &Limits) -> Result<Reading, ImportError> {
    if archive.text("META-INF/manifest.xml")?.is_some_and(|manifest| manifest.contains("encryption-data")) {
        return Err(ImportError::Encrypted);
    }
    let mut paragraphs = Paragraphs::default();
    for number in 0.. {
        let Some(section) = archive.text(&format!("Contents/section{number}.xml"))? else {
            if number == 0 {
                return Err(ImportError::Malformed);
            }
            break;
        };
        section_into(&section, limits, &mut paragraphs)?;
    }
    let document = paragraphs.finish(Format::Hwpx, limits)?;
    let package = archive.text("Contents/content.hpf")?.unwrap_or_default();
    let [title] = xml::fields(&package, limits, ["title"])?;
    let (author, date) = properties(&package, limits)?;
    Ok(office::with_properties(document, title, author, date))
}

fn section_into(section: &str, limits: &Limits, paragraphs: &mut Paragraphs) -> Result<(), ImportError> {
    let (mut in_text, mut aside) = (false, 0u32);
    xml::walk(section, limits, |node| match node {
        // Heads and feet of pages, notes, and comments are no part of the text.
        Node::Start("header" | "footer" | "footNote" | "endNote" | "hiddenComment", _) => aside += 1,
        Node::End("header" | "footer" | "footNote" | "endNote" | "hiddenComment") => aside = aside.saturating_sub(1),
        _ if aside > 0 => {}
        Node::Start("t", _) => in_text = true,
        Node::End("t") => in_text = false,
        Node::Text(text) if in_text => paragraphs.push(text),
        Node::Start("tab" | "nbSpace" | "fwSpace", _) if in_text => paragraphs.push(" "),
        Node::Start("lineBreak", _) if in_text => paragraphs.push("\n"),
        // A table stands inside of a paragraph: what was written before it ends there.
        Node::Start("tbl", _) | Node::End("p") => paragraphs.end(),
        _ => {}
    })
}

/// `<opf:meta name="creator">…</opf:meta>`, `CreatedDate`.
fn properties(package: &str, limits: &Limits) -> Result<(Option<String>, Option<String>), ImportError> {
    let (mut author, mut date, mut name) = (None, None, String::new());
    xml::walk(package, limits, |node| match node {
        Node::Start("meta", attributes) => name = attributes.get("name").unwrap_or_default(),
        Node::End(_) => name.clear(),
        Node::Text(text) if !text.trim().is_empty() => match name.as_str() {
            "creator" => author = Some(text.trim().to_owned()),
            "CreatedDate" => date = Some(text.trim().to_owned()),
            _ => {}
        },
        _ => {}
    })?;
    Ok((author, date))
}
