//! Plain text to an article: headline and facts are told from the body.

use super::body::paragraphs;
use super::facts::{self, Furniture};
use super::{ImportError, check_korean};
use crate::article::{Article, Facts};

/// Longest headline, in characters.
const LONGEST_HEADLINE: usize = 70;
/// A line is wrapped by hand when it is no longer than this, in characters.
const WRAPPED: usize = 60;

/// An article from plain text. `fallback` is its title where it has no headline, a file's name say.
pub fn article(text: &str, fallback: Option<&str>) -> Result<Article, ImportError> {
    check_korean(text)?;
    let lines = unwrap(text);
    let mut facts = Facts::default();
    let mut body: Vec<String> = Vec::new();
    for line in &lines {
        match facts::of_line(line) {
            Some(furniture) => keep(&mut facts, furniture, line),
            None => body.push(text_of(line, &mut facts)),
        }
    }
    take_headline(&mut body, &mut facts);
    let joined = body.join("\n");
    // A text of furniture only, a lone headline say, is still worth its letters.
    let body = if check_korean(&joined).is_ok() { joined } else { lines.join("\n") };
    if facts.title.is_empty() {
        fallback.map(str::trim).unwrap_or_default().clone_into(&mut facts.title);
    }
    paragraphs(&body, facts)
}

/// Whether `text` ends as a Korean sentence does: with a stop, or on a final ending.
pub fn has_final_ending(text: &str) -> bool {
    let bare = text.trim_end().trim_end_matches(['”', '’', '"', '\'', ')', ']', '」', '』', '》', '>']);
    let stopped = bare.ends_with(['.', '!', '?', '。']);
    let bare = bare.trim_end_matches(['.', '!', '?', '…', '。']);
    stopped && !bare.ends_with(|c: char| c.is_ascii_digit())
        || bare.ends_with(['다', '요', '죠'])
            && !bare.ends_with("마다")
            && (bare.contains(' ') || bare.ends_with("니다"))
}

fn keep(facts: &mut Facts, furniture: Furniture, line: &str) {
    match furniture {
        Furniture::Date(Some(date)) => {
            facts.date.get_or_insert_with(|| date.to_string());
        }
        Furniture::Copyright { outlet } => {
            facts.copyright.get_or_insert_with(|| line.trim().to_owned());
            keep_names(facts, outlet, None);
        }
        Furniture::Byline { outlet, reporter } => keep_names(facts, outlet, reporter),
        Furniture::Date(None) | Furniture::Other => {}
    }
}

fn keep_names(facts: &mut Facts, outlet: Option<String>, reporter: Option<String>) {
    facts.outlet = facts.outlet.take().or(outlet);
    facts.reporter = facts.reporter.take().or(reporter);
}

/// A line of the body without the by-line at its front or its end.
fn text_of(line: &str, facts: &mut Facts) -> String {
    let mut text = line.trim();
    if let Some((outlet, reporter, rest)) = facts::leading_byline(text) {
        keep_names(facts, outlet, reporter);
        text = rest;
    }
    if let Some((rest, reporter)) = facts::trailing_byline(text) {
        keep_names(facts, None, reporter);
        text = rest;
    }
    text.to_owned()
}

/// Takes the headline, and the outlet and the section that stand by it, off the front of the body.
fn take_headline(body: &mut Vec<String>, facts: &mut Facts) {
    let mut head = body.iter().take_while(|line| is_head(line)).count();
    // A headline may end as a sentence does, but it has no full stop where the text has them.
    let stops = body.iter().skip(1).filter(|line| has_stop(line)).count();
    let first = body.first().is_some_and(|line| !has_stop(line) && line.chars().count() <= LONGEST_HEADLINE);
    if head == 0 && first && stops * 2 > body.len() - 1 {
        head = 1 + body.iter().skip(1).take_while(|line| is_head(line)).count();
    }
    // Something must be left to read; a text of short lines only is no news page.
    if head == 0 || head >= body.len() {
        return;
    }
    let mut lines: Vec<String> = body.drain(..head).collect();
    // The outlet is known from the by-line, or by the look of its name.
    if let Some(at) = lines.iter().position(|line| facts.outlet.as_deref() == Some(line.trim())) {
        lines.remove(at);
    } else if facts.outlet.is_none()
        && let Some(at) = (1..lines.len()).find(|&at| facts::is_outlet(&lines[at]))
    {
        facts.outlet = Some(lines.remove(at));
    }
    // A section's name stands above the headline: one word over several.
    let words = |line: &String| line.split_whitespace().count();
    if lines.len() > 1 && words(&lines[0]) == 1 && words(&lines[1]) > 2 && !is_listed(&lines[1]) {
        lines.remove(0);
    }
    if !lines.is_empty() {
        lines.remove(0).trim_start_matches(['#', ' ']).clone_into(&mut facts.title);
    }
    // Sub-heads are read, but not asked.
    body.splice(..0, lines);
}

fn has_stop(line: &str) -> bool {
    let bare = line.trim_end().trim_end_matches(['”', '’', '"', '\'', ')', ']']);
    bare.ends_with(['.', '!', '?', '…'])
}

fn is_head(line: &str) -> bool {
    let length = line.chars().count();
    (2..=LONGEST_HEADLINE).contains(&length) && !has_final_ending(line)
}

fn is_listed(line: &str) -> bool {
    line.starts_with(['-', '△', '▲', '▶', '■', '□', '◆', '◇', '○', '●', '·', '*'])
}

/// Lines of the page, without blank ones. A text that was wrapped by hand gets its paragraphs back: where most lines
/// of a block break off in the middle of a sentence, the block is one paragraph.
fn unwrap(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for block in blocks(text) {
        let inner = block.len().saturating_sub(1);
        let broken = block.iter().take(inner).filter(|line| breaks_off(line)).count();
        if inner >= 2 && broken * 2 > inner {
            lines.extend(rejoin(&block));
        } else {
            lines.extend(block.iter().map(|line| line.trim().to_owned()));
        }
    }
    lines
}

/// Runs of lines with text.
fn blocks(text: &str) -> Vec<Vec<&str>> {
    let mut blocks: Vec<Vec<&str>> = vec![Vec::new()];
    for line in text.lines() {
        match (line.trim().is_empty(), blocks.last_mut()) {
            (false, Some(block)) => block.push(line),
            (true, Some(block)) if !block.is_empty() => blocks.push(Vec::new()),
            _ => {}
        }
    }
    blocks.retain(|block| !block.is_empty());
    blocks
}

/// A line as full as a wrapped one that ends in the middle of a sentence.
fn breaks_off(line: &str) -> bool {
    let length = line.trim().chars().count();
    (20..=WRAPPED).contains(&length)
        && !has_final_ending(line)
        && facts::of_line(line).is_none()
        && !is_listed(line.trim())
}

/// A wrapped block as one paragraph; furniture in it keeps its own line.
fn rejoin(block: &[&str]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut open = false;
    for line in block.iter().map(|line| line.trim()) {
        let alone = facts::of_line(line).is_some() || is_listed(line);
        match lines.last_mut() {
            Some(paragraph) if open && !alone => {
                paragraph.push(' ');
                paragraph.push_str(line);
            }
            _ => lines.push(line.to_owned()),
        }
        open = !alone;
    }
    lines
}

#[cfg(test)]
mod tests;
