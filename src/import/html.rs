//! HTML: the article of a page, and what the page says about it.
//!
//! `dom_smoothie` finds the article. Before it, what pages of Korean news call by telling names (related articles, share
//! buttons, captions) is taken out; behind it, where the page has a container that is known to hold the article and
//! holds much more than was found, the container counts.

mod facts;
mod furniture;
mod lines;
mod nesting;

use std::collections::HashSet;

use dom_query::Document as Page;
use dom_smoothie::{Config, Readability};

use self::lines::Block;
use super::decode::one_line;
use super::document::{Document, Format, Note, Reading};
use super::limits::{Limit, Limits};
use super::{ImportError, boilerplate, decode, ending};

/// Shorter than this, in characters, and `dom_smoothie` tries again with less strict rules. Its own 500 is made for
/// English; a Korean article of that length is no short one.
const FEWEST_CHARACTERS: usize = 150;
/// Fewer Hangul syllables than this on a page with scripts, and the text comes by the scripts.
const FEWEST_ON_PAGE: usize = 120;
/// Where pages of Korean news keep the article.
const CONTAINERS: &str = "[itemprop='articleBody'], #articleBody, #articeBody, #article_body, #article-view-content-div, \
     #newsct_article, #dic_area, #newsEndContents, #news_body_area, #articleBodyContents, .article_body, .article-body, \
     .article_txt, .news_body, .story-news, .newsct_article";

/// The article of a page. `declared` is the encoding that the server named.
pub(super) fn read(bytes: &[u8], declared: Option<&str>, limits: &Limits) -> Result<Reading, ImportError> {
    let meta = meta_charset(bytes);
    // What the page says itself is right more often than what its server adds to every page.
    let raw = decode::raw(bytes, meta.as_deref().or(declared))?;
    check(&raw.text, limits)?;
    let mut reading = Reading::of(page(&raw.text)?);
    if raw.broken > 0 {
        reading.notes.push(Note::Broken { count: raw.broken, encoding: raw.encoding.name().into() });
    }
    Ok(reading)
}

/// Refuses what is too long or too deep to be taken apart.
pub(super) fn check(html: &str, limits: &Limits) -> Result<(), ImportError> {
    if html.len() as u64 > limits.text_bytes() {
        return Err(limits.passed(Limit::Text));
    }
    if nesting::is_deeper_than(html, limits.nesting) {
        return Err(limits.passed(Limit::Nesting));
    }
    Ok(())
}

/// Paragraphs of a piece of HTML that is an article as a whole: a chapter, an entry of a feed. The caller has checked it.
pub(super) fn fragment(html: &str) -> Document {
    let page = Page::from(html);
    let blocks = page.body().map(|body| lines::blocks(&body)).unwrap_or_default();
    let (text, removed) = assemble(blocks);
    Document { removed, ..Document::new(Format::Html, text) }
}

/// What `<title>` and the first heading of a piece of HTML say.
pub(super) fn heading(html: &str) -> Option<String> {
    let page = Page::from(html);
    let text = |selector: &str| {
        let text = one_line(&page.select_single(selector).text());
        (!text.is_empty()).then_some(text)
    };
    text("h1").or_else(|| text("h2")).or_else(|| text("h3")).or_else(|| text("title"))
}

fn page(html: &str) -> Result<Document, ImportError> {
    let page = Page::from(html);
    let ld = facts::linked_data(&page);
    let mut facts = facts::of(&page, &ld);
    let whole = page.body().map(|body| lines::blocks(&body)).unwrap_or_default();
    let on_page: usize = whole.iter().map(|block| ending::syllables(&block.text)).sum();
    let scripts =
        page.select("script[src], script:not([type]), script[type='module'], script[type='text/javascript']").length();
    furniture::remove(&page);
    let container = container(&page);
    let found = smooth(page);
    let blocks = if prose(&found) * 10 >= prose(&container) * 8 { found } else { container };
    let (mut text, mut removed) = assemble(blocks);
    if !has_prose(&text) || on_page < FEWEST_ON_PAGE && scripts > 0 {
        match facts::linked_text(&ld) {
            Some(body) => text = body,
            None if scripts > 0 && on_page < FEWEST_ON_PAGE && !has_prose(&text) => {
                return Err(ImportError::NeedsScripts);
            }
            // A short page without a frame is an article as a whole.
            None if !has_prose(&text) && whole.iter().any(|block| ending::ends_in_stop(&block.text)) => {
                (text, removed) = assemble(whole.clone());
            }
            None => {}
        }
    }
    if !has_prose(&text) {
        return Err(if on_page == 0 { ImportError::NoKorean } else { ImportError::NoArticle });
    }
    let kept: HashSet<&str> = text.lines().map(str::trim).collect();
    let known: HashSet<String> = removed.iter().cloned().collect();
    for block in &whole {
        for line in block.text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            if !kept.contains(line) && !known.contains(line) {
                removed.push(line.to_owned());
            }
        }
    }
    // By-line and date of the page's head, where no metadata has them.
    for line in &removed {
        if facts.date.is_some() && facts.outlet.is_some() && facts.reporter.is_some() {
            break;
        }
        if let Some(found) = boilerplate::line(line, false) {
            facts.outlet = facts.outlet.or(found.outlet);
            facts.reporter = facts.reporter.or(found.reporter);
            facts.date = facts.date.or(found.date.map(|date| date.day));
        }
    }
    Ok(Document { facts, removed, ..Document::new(Format::Html, text) })
}

/// What `dom_smoothie` takes for the article.
fn smooth(page: Page) -> Vec<Block> {
    let config = Config { char_threshold: FEWEST_CHARACTERS, ..Config::default() };
    let article = Readability::with_document(page, None, Some(config)).and_then(|mut page| page.parse());
    let Ok(article) = article else { return Vec::new() };
    let content = Page::fragment(article.content);
    lines::blocks(&content.root())
}

/// The fullest of the containers that are known to hold articles.
fn container(page: &Page) -> Vec<Block> {
    let found = page.select(CONTAINERS);
    found.nodes().iter().map(lines::blocks).max_by_key(|blocks| prose(blocks)).unwrap_or_default()
}

/// Syllables in sentences.
fn prose(blocks: &[Block]) -> usize {
    let sentences =
        blocks.iter().filter(|block| block.text.contains("다.") || block.text.lines().any(ending::ends_in_stop));
    sentences.map(|block| ending::syllables(&block.text)).sum()
}

fn has_prose(text: &str) -> bool {
    text.lines().any(|line| ending::ends_in_stop(line.trim()) && ending::syllables(line) >= 4)
}

/// The text of the blocks, a blank line between them, and what is nothing but links.
fn assemble(blocks: Vec<Block>) -> (String, Vec<String>) {
    let mut text = String::new();
    let mut removed = Vec::new();
    // One line with a time is the page's head, several are comments.
    let comments = blocks.iter().filter(|block| block.ends_in_time() && prose(std::slice::from_ref(block)) > 0).count();
    let in_comments = |block: &Block| comments > 1 && block.ends_in_time();
    for block in blocks {
        if block.is_links() || block.caption || in_comments(&block) {
            removed.extend(block.text.lines().map(str::to_owned));
        } else {
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            text.push_str(&block.text);
        }
    }
    (text, removed)
}

/// The encoding in `<meta charset>`, `<meta http-equiv>` or an XML declaration.
fn meta_charset(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(bytes.get(..4096).unwrap_or(bytes)).to_ascii_lowercase();
    let xml =
        head.trim_start().strip_prefix("<?xml").and_then(|rest| value_behind(rest.split("?>").next()?, "encoding"));
    xml.or_else(|| head.split("<meta").skip(1).find_map(|meta| value_behind(meta.split('>').next()?, "charset")))
}

fn value_behind(text: &str, name: &str) -> Option<String> {
    let (_, rest) = text.split_once(name)?;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start_matches([' ', '"', '\'']);
    let label: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_:".contains(*c)).collect();
    (!label.is_empty()).then_some(label)
}

#[cfg(test)]
mod tests;
