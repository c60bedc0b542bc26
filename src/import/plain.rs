//! Plain text to an article.

use std::collections::VecDeque;
use std::ops::Range;

use super::body::FEWEST_SYLLABLES;
use super::boilerplate::{self, Found};
use super::wrap::{self, Line};
use super::{ImportError, decode, ending};
use crate::article::{Article, Facts, Sentence, SentenceKind};
use crate::korean::sentence;

/// Longest headline, in characters.
const LONGEST_TITLE: usize = 80;
/// How much of the first sentence stands in for a title, in characters.
const STAND_IN: usize = 30;
/// How many lines the head of a page has at most.
const HEAD: usize = 6;
/// How far from the first paragraph a by-line may stand in front of one.
const BYLINE_WITHIN: usize = 6;

/// An article of plain text. `fallback_title` is the file's name or the like, for a text without a headline.
pub fn article(text: &str, fallback_title: Option<&str>) -> Result<Article, ImportError> {
    article_of(text, &Facts::default(), fallback_title)
}

/// The same, where some facts are known from outside the text: they count more than what the text says.
pub(super) fn article_of(text: &str, known: &Facts, fallback_title: Option<&str>) -> Result<Article, ImportError> {
    let text = decode::clean(text).text;
    if text.trim().is_empty() {
        return Err(ImportError::Empty);
    }
    let (mut found, mut paragraphs, mut removed) = read_page(&text, Found::of(known));
    if known.title.is_empty() {
        take_section(&mut found, &mut paragraphs, &mut removed);
    } else {
        drop_repeated(&known.title, &mut paragraphs, &mut removed);
    }
    let title = found.title.take().or_else(|| take_title(&mut paragraphs));
    trim_paragraphs(&mut found, &mut paragraphs, &mut removed);
    let syllables: usize = paragraphs.iter().map(|paragraph| ending::syllables(&paragraph.text)).sum();
    if let Some(title) = title.as_ref().filter(|_| syllables < FEWEST_SYLLABLES) {
        // Nothing but a headline: it is the text as well.
        if syllables + ending::syllables(title) < FEWEST_SYLLABLES {
            return Err(ImportError::NoKorean);
        }
        paragraphs.push_front(Paragraph { text: title.clone(), ..Paragraph::default() });
    } else if syllables < FEWEST_SYLLABLES {
        return Err(ImportError::NoKorean);
    }
    let (text, sentences) = sentences(&paragraphs);
    let title = title.or_else(|| fallback_title.map(fallback).filter(|title| !title.is_empty())).unwrap_or_else(|| {
        let first = sentences.first().and_then(|sentence| text.get(sentence.range.clone())).unwrap_or_default();
        first.chars().take(STAND_IN).collect::<String>().trim_end().to_owned()
    });
    let facts = Facts {
        title,
        outlet: found.outlet,
        reporter: found.reporter,
        date: found.date.map(|date| date.day),
        copyright: found.copyright,
        source: found.source,
    };
    Ok(Article { facts, text, sentences, removed })
}

fn fallback(title: &str) -> String {
    decode::one_line(title)
}

#[derive(Debug, Default)]
struct Paragraph {
    text: String,
    /// A line of the page's head (outlet, date, by-line) follows.
    before_furniture: bool,
    /// A blank line, furniture or the end follows.
    set_apart: bool,
    /// A Markdown heading.
    heading: bool,
}

/// One line of the page.
enum Part<'a> {
    Text(Line<'a>),
    Furniture,
    Blank,
}

impl<'a> Part<'a> {
    const fn is_text(&self) -> bool {
        matches!(self, Self::Text(_))
    }

    const fn text(&self) -> Option<Line<'a>> {
        match self {
            Self::Text(line) => Some(*line),
            Self::Furniture | Self::Blank => None,
        }
    }
}

/// Tells what belongs to the page from what belongs to the text: facts, paragraphs, and the lines taken out.
fn read_page(text: &str, known: Found) -> (Found, VecDeque<Paragraph>, Vec<String>) {
    let lines: Vec<&str> = text.split('\n').collect();
    let prose = |line: &&str| line.chars().take(15).count() == 15 && ending::ends_in_stop(line);
    let body = lines.iter().position(|line| prose(&line.trim())).unwrap_or(lines.len());
    let body_end = lines.iter().rposition(|line| prose(&line.trim())).unwrap_or(0);
    let mut found = known;
    let mut removed = Vec::new();
    let mut parts: Vec<Part> = Vec::with_capacity(lines.len());
    let mut related = false;
    for (at, raw) in lines.iter().enumerate() {
        let line = raw.trim();
        // Headlines of other articles, up to a blank line or a sentence.
        related = !line.is_empty() && (related && !ending::ends_in_stop(line) || boilerplate::is_related_heading(line));
        parts.push(if line.is_empty() {
            Part::Blank
        } else if related {
            removed.push(line.to_owned());
            Part::Furniture
        } else if let Some(new) = boilerplate::line(line, at < body || at > body_end) {
            found.add(new);
            removed.push(line.to_owned());
            Part::Furniture
        } else {
            Part::Text(Line { text: line, indented: raw.starts_with(' ') })
        });
    }
    take_outlets(&mut found, &mut parts, &mut removed, body..body_end);
    let paragraphs = paragraphs(&parts);
    (found, paragraphs, removed)
}

/// Lines that are only an outlet's name stand right under the headline, or at the end.
fn take_outlets(found: &mut Found, parts: &mut [Part], removed: &mut Vec<String>, body: Range<usize>) {
    let mut fronts = parts.iter().filter_map(Part::text).map(|line| line.text).take(HEAD * 2);
    let known = found.outlet.clone().or_else(|| fronts.find_map(|line| boilerplate::front(line)?.0.outlet));
    let mut nth = 0;
    for (at, part) in parts.iter_mut().enumerate() {
        let Part::Text(line) = part else { continue };
        nth += 1;
        let is_known = known.as_deref() == Some(line.text);
        let under_headline =
            nth > 1 && nth <= HEAD && at < body.start && (is_known || boilerplate::looks_like_outlet(line.text));
        if under_headline || is_known && at > body.end && nth > 1 {
            found.outlet.get_or_insert_with(|| line.text.to_owned());
            removed.push(line.text.to_owned());
            *part = Part::Furniture;
        }
    }
}

fn paragraphs(parts: &[Part]) -> VecDeque<Paragraph> {
    // Blocks of text, each with whether furniture is the next thing on the page.
    let mut blocks: Vec<Vec<Line>> = Vec::new();
    let mut before_furniture: Vec<bool> = Vec::new();
    for chunk in parts.chunk_by(|a, b| a.is_text() == b.is_text()) {
        let block: Vec<Line> = chunk.iter().filter_map(Part::text).collect();
        if !block.is_empty() {
            blocks.push(block);
            before_furniture.push(false);
        } else if let Some(before) = before_furniture.last_mut() {
            *before = chunk.iter().any(|part| matches!(part, Part::Furniture));
        }
    }
    let mut paragraphs = VecDeque::new();
    for (at, block) in wrap::paragraphs(&blocks).into_iter().enumerate() {
        let last = block.len().saturating_sub(1);
        for (i, text) in block.into_iter().enumerate() {
            let before_furniture = i == last && before_furniture.get(at).copied().unwrap_or_default();
            let (text, heading) = match ending::heading(&text) {
                Some(heading) => (heading.to_owned(), true),
                None => (text, false),
            };
            paragraphs.push_back(Paragraph { text, before_furniture, set_apart: i == last, heading });
        }
    }
    paragraphs
}

/// Takes the section off that stands above the headline: 경제, or any short word where the headline is known by the
/// outlet or the date that follows it.
fn take_section(found: &mut Found, paragraphs: &mut VecDeque<Paragraph>, removed: &mut Vec<String>) {
    let (Some(first), Some(second), true) = (paragraphs.front(), paragraphs.get(1), paragraphs.len() > 2) else {
        return;
    };
    let headline = is_title(second, paragraphs.get(2));
    let longer = ending::width(&second.text) > ending::width(&first.text);
    let outlet = boilerplate::looks_like_outlet(&first.text);
    let word = first.text.chars().count() <= 8
        && first.text.chars().all(char::is_alphanumeric)
        && !ending::ends_finally(&first.text);
    let above = word && !first.before_furniture && second.before_furniture;
    if headline && !first.heading && (boilerplate::is_category(&first.text) || longer && (above || outlet)) {
        let Some(section) = paragraphs.pop_front() else { return };
        removed.insert(0, section.text.clone());
        if outlet && found.outlet.is_none() {
            found.outlet = Some(section.text);
        }
    }
}

/// Takes a headline out that is known already, and what stands above it on a page: the section.
fn drop_repeated(title: &str, paragraphs: &mut VecDeque<Paragraph>, removed: &mut Vec<String>) {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let title = letters(title);
    let at = paragraphs.iter().take(HEAD).position(|paragraph| letters(&paragraph.text) == title);
    if let Some(at) = at.filter(|at| at + 1 < paragraphs.len()) {
        let above = paragraphs.drain(..=at).map(|paragraph| paragraph.text);
        removed.splice(0..0, above);
    }
}

fn take_title(paragraphs: &mut VecDeque<Paragraph>) -> Option<String> {
    let first = paragraphs.front()?;
    if !is_title(first, paragraphs.get(1)) {
        return None;
    }
    let title = paragraphs.pop_front()?.text;
    // 금리 동결 | 독파경제
    let (headline, outlet) = title.rsplit_once(" | ").or_else(|| title.rsplit_once(" - ")).unwrap_or((&title, ""));
    Some(if boilerplate::looks_like_outlet(outlet) { headline.trim_end().to_owned() } else { title })
}

/// Whether a paragraph is a headline: short, not a sentence, and followed by the text.
fn is_title(paragraph: &Paragraph, next: Option<&Paragraph>) -> bool {
    let text = paragraph.text.as_str();
    let Some(next) = next else { return false };
    if paragraph.heading {
        return true;
    }
    let short = text.chars().take(LONGEST_TITLE + 1).count() <= LONGEST_TITLE && sentence::split(text).len() == 1;
    let full_stop = text.ends_with('.') && !text.ends_with("..");
    if !short
        || full_stop
        || text.ends_with([',', ':'])
        || ending::is_marked(text)
        || boilerplate::front(text).is_some()
    {
        return false;
    }
    // Headlines are sentences without a full stop often enough: then the page must set them apart.
    !ending::ends_finally(text) || paragraph.before_furniture || paragraph.set_apart && ending::ends_in_stop(&next.text)
}

/// Cuts by-lines, credits and copyright off the paragraphs.
fn trim_paragraphs(found: &mut Found, paragraphs: &mut VecDeque<Paragraph>, removed: &mut Vec<String>) {
    let mut front_seen = false;
    for (at, paragraph) in paragraphs.iter_mut().enumerate() {
        let mut text = paragraph.text.as_str();
        if at < BYLINE_WITHIN
            && !front_seen
            && let Some((new, rest)) = boilerplate::front(text)
        {
            found.add(new);
            text = rest;
            front_seen = true;
        }
        let (head, new) = boilerplate::cut_tail(text);
        found.add(new);
        let text = boilerplate::cut_credit(head).trim();
        if text.len() != paragraph.text.len() {
            // What is left is one piece of the paragraph: the rest stood in front of it and behind it.
            let (front, behind) = paragraph.text.split_once(text).unwrap_or((&paragraph.text, ""));
            removed.extend([front, behind].into_iter().map(str::trim).filter(|cut| !cut.is_empty()).map(str::to_owned));
            paragraph.text = text.to_owned();
        }
    }
    paragraphs.retain(|paragraph| !paragraph.text.is_empty());
}

/// The text of the paragraphs and its sentences.
fn sentences(paragraphs: &VecDeque<Paragraph>) -> (String, Vec<Sentence>) {
    let mut text = String::new();
    let mut sentences = Vec::new();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        if at > 0 {
            text.push('\n');
        }
        let start = text.len();
        text.push_str(&paragraph.text);
        // A list item or sub-head that happens to end in 다 is still one.
        let marked = paragraph.heading || ending::is_marked(&paragraph.text) && !ending::ends_in_stop(&paragraph.text);
        for range in sentence::split(&paragraph.text) {
            let complete = paragraph.text.get(range.clone()).is_some_and(ending::ends_finally);
            let kind = if complete && !marked { SentenceKind::Body } else { SentenceKind::Headline };
            sentences.push(Sentence { range: start + range.start..start + range.end, kind, paragraph: at });
        }
    }
    (text, sentences)
}
