//! EPUB: a deck a book, an article a chapter. `rbook` reads the package; the archive is measured before it.

use std::collections::HashMap;
use std::io::Cursor;

use rbook::Epub;

use super::archive::Archive;
use super::decode::one_line;
use super::document::{Document, Format, Note, Reading};
use super::limits::{Limit, Limits};
use super::xml::{self, Node};
use super::{ImportError, dates, decode, ending, html};

/// What the file `mimetype` says.
pub(super) const MIME: &str = "application/epub+zip";
pub(super) const CONTAINER: &str = "META-INF/container.xml";
/// Hides fonts only.
const FONT_SCRAMBLING: [&str; 2] = ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"];
/// Fewer Hangul syllables than this are a title page or a cover, no chapter.
const FEWEST_SYLLABLES: usize = 40;

pub(super) fn read(bytes: Vec<u8>, limits: &Limits) -> Result<Reading, ImportError> {
    let mut archive = Archive::open(&bytes, limits)?;
    refuse_locked(&mut archive, limits)?;
    archive.check()?;
    drop(archive);
    let book = Epub::options().read(Cursor::new(bytes)).map_err(|_| ImportError::Malformed)?;
    let metadata = book.metadata();
    let title = metadata.title().map(|title| one_line(title.value())).filter(|title| !title.is_empty());
    let author = metadata.creators().next().map(|creator| one_line(creator.value())).filter(|name| !name.is_empty());
    let outlet = metadata.publishers().next().map(|name| one_line(name.value())).filter(|name| !name.is_empty());
    let date = metadata.published_entry().and_then(|entry| dates::day(entry.value()));
    let labels: HashMap<String, String> = book
        .toc()
        .contents()
        .map(|toc| {
            toc.flatten().filter_map(|entry| Some((path(entry.href()?.as_str()), one_line(entry.label())))).collect()
        })
        .unwrap_or_default();
    let mut reading = Reading { book: title.clone(), ..Reading::default() };
    let (mut skipped, mut length) = (0, 0u64);
    for chapter in book.spine() {
        // A chapter that the archive does not hold, or that lies outside of it, is no chapter.
        let Some(entry) = chapter.manifest_entry() else { continue };
        let Ok(page) = entry.read_bytes() else { continue };
        let page = decode::raw(&page, None).map(|raw| raw.text.into_owned()).unwrap_or_default();
        if page.contains("<!ENTITY") {
            return Err(ImportError::Entities);
        }
        html::check(&page, limits)?;
        let mut document = Document { format: Format::Epub, ..html::fragment(&page) };
        if ending::syllables(&document.text) < FEWEST_SYLLABLES {
            skipped += usize::from(!document.text.is_empty());
            continue;
        }
        length += document.text.len() as u64;
        if length > limits.text_bytes() {
            return Err(limits.passed(Limit::Text));
        }
        if reading.documents.len() as u64 >= limits.articles {
            return Err(limits.passed(Limit::Articles));
        }
        let label = labels.get(&path(entry.href().as_str())).cloned().filter(|label| !label.is_empty());
        let heading = html::heading(&page);
        // The heading is the chapter's title, if in other words than the table of contents has.
        if let Some((first, rest)) = document.text.split_once("\n\n")
            && first.strip_prefix("## ").is_some_and(|first| heading.as_deref() == Some(first))
        {
            let (first, rest) = (first.to_owned(), rest.to_owned());
            document.removed.push(first);
            document.text = rest;
        }
        document.facts.title = label.or(heading).unwrap_or_default();
        document.stand_in.clone_from(&title);
        document.facts.reporter.clone_from(&author);
        document.facts.outlet.clone_from(&outlet);
        document.facts.date.clone_from(&date);
        reading.documents.push(document);
    }
    if reading.documents.is_empty() {
        return Err(ImportError::NoKorean);
    }
    if skipped > 0 {
        reading.notes.push(Note::Skipped { count: skipped });
    }
    Ok(reading)
}

/// Says so where a shop's lock is on the book.
fn refuse_locked(archive: &mut Archive<'_>, limits: &Limits) -> Result<(), ImportError> {
    if archive.has("META-INF/license.lcpl") || archive.has("META-INF/sinf.xml") {
        return Err(ImportError::Locked);
    }
    let Some(encryption) = archive.text("META-INF/encryption.xml")? else { return Ok(()) };
    let mut locked = false;
    xml::walk(&encryption, limits, |node| {
        if let Node::Start("EncryptionMethod", attributes) = node {
            let method = attributes.get("Algorithm").unwrap_or_default();
            locked |= !FONT_SCRAMBLING.contains(&method.as_str());
        }
    })?;
    if locked { Err(ImportError::Locked) } else { Ok(()) }
}

/// An address within the book without the place in its file.
fn path(href: &str) -> String {
    href.split(['#', '?']).next().unwrap_or_default().to_owned()
}
