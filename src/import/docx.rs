//! DOCX: `word/document.xml`.

use super::ImportError;
use super::archive::Archive;
use super::document::{Format, Reading};
use super::limits::Limits;
use super::office::{self, Paragraphs};
use super::xml::{self, Node};

pub(super) const BODY: &str = "word/document.xml";

pub(super) fn read(archive: &mut Archive<'_>, limits: &Limits) -> Result<Reading, ImportError> {
    let body = archive.text(BODY)?.ok_or(ImportError::Malformed)?;
    let mut paragraphs = Paragraphs::default();
    // Text of `w:t` alone: field codes (`w:instrText`) and deletions (`w:delText`) have elements of their own.
    let mut in_text = false;
    // Text boxes are there twice: once for programs that do not know them.
    let mut fallback = 0u32;
    xml::walk(&body, limits, |node| match node {
        Node::Start("Fallback", _) => fallback += 1,
        Node::End("Fallback") => fallback = fallback.saturating_sub(1),
        _ if fallback > 0 => {}
        Node::Start("t", _) => in_text = true,
        Node::End("t") => in_text = false,
        Node::Text(text) if in_text => paragraphs.push(text),
        Node::Start("tab" | "cr" | "noBreakHyphen", _) => paragraphs.push(" "),
        Node::Start("br", _) => paragraphs.push("\n"),
        Node::Start("pStyle", attributes) => {
            let style = attributes.get("val").unwrap_or_default().to_lowercase();
            if ["title", "heading", "제목"].iter().any(|start| style.starts_with(start)) {
                paragraphs.mark_heading();
            }
        }
        Node::End("p") => paragraphs.end(),
        _ => {}
    })?;
    let document = paragraphs.finish(Format::Docx, limits)?;
    let properties = archive.text("docProps/core.xml")?.unwrap_or_default();
    let [title, author, date] = xml::fields(&properties, limits, ["title", "creator", "created"])?;
    Ok(office::with_properties(document, title, author, date))
}
