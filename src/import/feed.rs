//! RSS, Atom and JSON feeds.

use feed_rs::model::{Entry, Feed as Parsed};
use feed_rs::parser;

use super::decode::one_line;
use super::document::{Document, Format, Note, Reading};
use super::limits::{Limit, Limits};
use super::{ImportError, dates, decode, ending, guard, html};
use crate::article::Facts;

/// Fewer Hangul syllables than this are no article,
const FEWEST_SYLLABLES: usize = 60;
/// and fewer than this in a summary of one paragraph are the beginning of one.
const FEWEST_IN_SUMMARY: usize = 300;

/// A feed: its title and what it lists, newest first as the feed has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    pub title: String,
    pub entries: Vec<Listed>,
}

/// One entry of a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// What the feed knows it by; stays the same from one time to the next.
    pub key: String,
    pub title: String,
    /// `http` or `https`.
    pub address: Option<String>,
    /// `YYYY-MM-DD`
    pub date: Option<String>,
}

/// Whether the text begins as a feed does.
pub(super) fn is_one(text: &str) -> bool {
    let mut rest = text.trim_start();
    while let Some(head) = rest.strip_prefix("<?").or_else(|| rest.strip_prefix("<!")) {
        let has_list = head.split('>').next().is_some_and(|front| front.contains('['));
        let end = if head.starts_with("--") {
            "-->"
        } else if has_list {
            "]>"
        } else {
            ">"
        };
        rest = head.split_once(end).map_or("", |(_, rest)| rest.trim_start());
    }
    ["<rss", "<feed", "<rdf:RDF"].iter().any(|front| rest.starts_with(front))
        || rest.starts_with('{') && rest.get(..400).unwrap_or(rest).contains("jsonfeed.org/version")
}

/// What a feed lists.
pub fn listed(bytes: Vec<u8>, limits: &Limits) -> Result<Feed, ImportError> {
    let own = limits.clone();
    guard::run(limits, move || list(&bytes, &own))
}

/// The feed that a page names in its head, as an address. `page` is the page's own.
pub fn feed_link(bytes: &[u8], page: &str) -> Option<String> {
    let head = String::from_utf8_lossy(bytes.get(..65_536).unwrap_or(bytes)).into_owned();
    let link = head.split("<link").skip(1).filter_map(|link| link.split('>').next()).find(|link| {
        let link = link.to_ascii_lowercase();
        link.contains("alternate") && (link.contains("application/rss+xml") || link.contains("application/atom+xml"))
    })?;
    let (_, href) = link.split_once("href=")?;
    let href = href.trim_start_matches(['"', '\'']).split(['"', '\'', ' ']).next()?;
    let href = decode::clean(&href.replace("&amp;", "&")).text;
    let (scheme, rest) = page.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    Some(match href.as_str() {
        "" => return None,
        whole if whole.starts_with("http://") || whole.starts_with("https://") => href,
        other if other.starts_with("//") => format!("{scheme}:{href}"),
        other if other.starts_with('/') => format!("{scheme}://{host}{href}"),
        _ => {
            let folder = page.split(['?', '#']).next().and_then(|page| page.rsplit_once('/')).map_or("", |(f, _)| f);
            let folder = if folder.len() > scheme.len() + 3 { folder.to_owned() } else { format!("{scheme}://{host}") };
            format!("{folder}/{href}")
        }
    })
}

fn list(bytes: &[u8], limits: &Limits) -> Result<Feed, ImportError> {
    let feed = parse(bytes, limits)?;
    let title = feed.title.as_ref().map(|title| one_line(&title.content)).unwrap_or_default();
    let entries = feed.entries.iter().filter_map(|entry| {
        let (title, address) = (title_of(entry), address(entry));
        let key = decode::clean(&entry.id).text;
        let key = if key.is_empty() { address.clone()? } else { key };
        Some(Listed { key, title, address, date: date(entry) })
    });
    Ok(Feed { title, entries: entries.collect() })
}

/// The entries that are articles by themselves.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Reading, ImportError> {
    let feed = parse(bytes, limits)?;
    let outlet = feed.title.as_ref().map(|title| one_line(&title.content)).filter(|title| !title.is_empty());
    let mut reading = Reading::default();
    let (mut skipped, mut length) = (0, 0u64);
    for entry in &feed.entries {
        let content = entry.content.as_ref().and_then(|content| content.body.as_deref());
        let summary = entry.summary.as_ref().map(|summary| summary.content.as_str());
        let Some(body) = content.or(summary) else { continue };
        html::check(body, limits)?;
        let mut document = Document { format: Format::Feed, ..html::fragment(body) };
        let is_whole = content.is_some() || document.text.contains("\n\n");
        let fewest = if is_whole { FEWEST_SYLLABLES } else { FEWEST_IN_SUMMARY };
        if ending::syllables(&document.text) < fewest {
            skipped += 1;
            continue;
        }
        length += document.text.len() as u64;
        if length > limits.text_bytes() {
            return Err(limits.passed(Limit::Text));
        }
        document.facts = Facts {
            title: title_of(entry),
            outlet: outlet.clone(),
            reporter: entry
                .authors
                .first()
                .and_then(|author| author.name.as_deref())
                .map(one_line)
                .filter(|name| !name.is_empty()),
            date: date(entry),
            copyright: None,
            source: address(entry),
        };
        reading.documents.push(document);
    }
    if reading.documents.is_empty() {
        return Err(if skipped > 0 { ImportError::OnlyLinks } else { ImportError::NoKorean });
    }
    if skipped > 0 {
        reading.notes.push(Note::Skipped { count: skipped });
    }
    Ok(reading)
}

fn parse(bytes: &[u8], limits: &Limits) -> Result<Parsed, ImportError> {
    let raw = decode::raw(bytes, xml_encoding(bytes).as_deref())?;
    if raw.text.len() as u64 > limits.text_bytes() {
        return Err(limits.passed(Limit::Text));
    }
    if !is_one(&raw.text) {
        return Err(ImportError::NoFeed);
    }
    if raw.text.contains("<!ENTITY") {
        return Err(ImportError::Entities);
    }
    depth(&raw.text, limits)?;
    // The text is UTF-8 by now, whatever its declaration says.
    let text = match raw.text.trim_start().strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")) {
        Some((_, rest)) => rest,
        None => &raw.text,
    };
    let feed =
        parser::Builder::new().build().parse(text.trim_start().as_bytes()).map_err(|_| ImportError::Malformed)?;
    if feed.entries.len() as u64 > limits.articles {
        return Err(limits.passed(Limit::Articles));
    }
    Ok(feed)
}

/// Counts the depth of elements before a parser that calls itself does.
fn depth(text: &str, limits: &Limits) -> Result<(), ImportError> {
    if text.trim_start().starts_with('{') {
        return Ok(()); // serde_json keeps its own depth
    }
    super::xml::walk(text, limits, |_| {})
}

fn xml_encoding(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(bytes.get(..200).unwrap_or(bytes)).into_owned();
    let (_, rest) = head.split_once("encoding=")?;
    Some(rest.trim_start_matches(['"', '\'']).split(['"', '\'']).next()?.to_owned())
}

fn title_of(entry: &Entry) -> String {
    let title = entry.title.as_ref().map(|title| title.content.as_str()).unwrap_or_default();
    // Titles come as HTML often enough: <b>, &quot;.
    let title = if title.contains(['<', '&']) { html::fragment(title).text } else { title.to_owned() };
    one_line(&title)
}

fn address(entry: &Entry) -> Option<String> {
    let links = entry.links.iter().filter(|link| link.rel.as_deref().is_none_or(|rel| rel == "alternate"));
    let mut addresses = links.map(|link| decode::clean(link.href.trim()).text);
    addresses.find(|address| address.starts_with("http://") || address.starts_with("https://"))
}

fn date(entry: &Entry) -> Option<String> {
    let moment = entry.published.or(entry.updated)?;
    Some(dates::of_moment(jiff::Timestamp::from_second(moment.timestamp()).ok()?))
}
