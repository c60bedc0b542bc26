//! ODT: `content.xml`.

use super::ImportError;
use super::archive::Archive;
use super::document::{Format, Reading};
use super::limits::Limits;
use super::office::{self, Paragraphs};
use super::xml::{self, Node};

/// What the file `mimetype` says.
pub(super) const MIME: &str = "application/vnd.oasis.opendocument.text";

pub(super) fn read(archive: &mut Archive<'_>, limits: &Limits) -> Result<Reading, ImportError> {
    if archive.text("META-INF/manifest.xml")?.is_some_and(|manifest| manifest.contains("encryption-data")) {
        return Err(ImportError::Encrypted);
    }
    let body = archive.text("content.xml")?.ok_or(ImportError::Malformed)?;
    let mut paragraphs = Paragraphs::default();
    let (mut depth, mut aside) = (0u32, 0u32);
    xml::walk(&body, limits, |node| match node {
        // Deleted text, notes and comments stand between the text.
        Node::Start("tracked-changes" | "note" | "annotation" | "bookmark-ref", _) => aside += 1,
        Node::End("tracked-changes" | "note" | "annotation" | "bookmark-ref") => aside = aside.saturating_sub(1),
        _ if aside > 0 => {}
        Node::Start("p", _) => depth += 1,
        Node::Start("h", _) => {
            depth += 1;
            paragraphs.mark_heading();
        }
        Node::End("p" | "h") => {
            depth = depth.saturating_sub(1);
            paragraphs.end();
        }
        Node::Text(text) if depth > 0 => paragraphs.push(text),
        Node::Start("s" | "tab", _) => paragraphs.push(" "),
        Node::Start("line-break", _) => paragraphs.push("\n"),
        _ => {}
    })?;
    let document = paragraphs.finish(Format::Odt, limits)?;
    let properties = archive.text("meta.xml")?.unwrap_or_default();
    let [title, author, date] = xml::fields(&properties, limits, ["title", "initial-creator", "creation-date"])?;
    Ok(office::with_properties(document, title, author, date))
}
