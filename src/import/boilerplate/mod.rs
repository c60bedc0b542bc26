//! What stands on a page of news without being news: date, outlet, by-line, copyright, captions, appeals.
//!
//! A wrong guess loses a sentence of the article, a missed one only leaves a stray line: in doubt a line stays.

mod byline;
mod caption;
mod copyright;
mod date;
mod outlet;
mod person;

pub(super) use byline::front;
pub(super) use caption::{cut_credit, is_related_heading};
pub(super) use outlet::{is_category, looks_like_outlet};

use super::ending;
use crate::article::Facts;

/// Longer than this, in bytes, and a line is no furniture.
const LONGEST: usize = 600;
/// How far from the end of a paragraph furniture may begin, in bytes.
const TAIL: usize = 600;

/// What every furniture at the end of a paragraph has one of. It spares reading the other paragraphs closely.
const HINTS: [&str; 16] = [
    "기자",
    "특파원",
    "위원",
    "실장",
    "통신원",
    "리포터",
    "칼럼니스트",
    "에디터",
    "편집",
    "팀",
    "보도국",
    "@",
    "ⓒ",
    "©",
    "금지",
    "eserved",
];

/// What furniture says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Found {
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub reporter: Option<String>,
    pub date: Option<date::Date>,
    pub copyright: Option<String>,
    /// An address on a line of its own.
    pub source: Option<String>,
}

impl Found {
    /// What is known from outside the text.
    pub fn of(known: &Facts) -> Self {
        let day = |day: &String| date::Date { day: day.clone(), of_change: false };
        Self {
            title: Some(known.title.clone()).filter(|title| !title.is_empty()),
            outlet: known.outlet.clone(),
            reporter: known.reporter.clone(),
            date: known.date.as_ref().map(day),
            copyright: known.copyright.clone(),
            source: known.source.clone(),
        }
    }

    /// Adds what is not known yet. Of dates the one of publication wins over that of a change.
    pub fn add(&mut self, other: Self) {
        let keep = |known: &mut Option<String>, new: Option<String>| {
            if known.is_none() {
                *known = new;
            }
        };
        keep(&mut self.title, other.title);
        keep(&mut self.outlet, other.outlet);
        keep(&mut self.reporter, other.reporter);
        keep(&mut self.copyright, other.copyright);
        keep(&mut self.source, other.source);
        if let Some(date) = other.date
            && self.date.as_ref().is_none_or(|known| known.of_change && !date.of_change)
        {
            self.date = Some(date);
        }
    }
}

/// Reads a line that is furniture as a whole. Outside of the body (`edge`) a bare date is one.
pub(super) fn line(line: &str, edge: bool) -> Option<Found> {
    if line.len() > LONGEST {
        return None;
    }
    if is_address(line) {
        return Some(Found { source: Some(line.to_owned()), ..Found::default() });
    }
    copyright::read(line)
        .or_else(|| labelled(line).filter(|_| edge))
        .or_else(|| (caption::is_caption(line) || caption::is_appeal(line)).then(Found::default))
        .or_else(|| byline::read(line))
        .or_else(|| dated(line, edge))
}

/// Cuts furniture that follows the last sentence of a paragraph.
pub(super) fn cut_tail(paragraph: &str) -> (&str, Found) {
    let mut from = paragraph.len().saturating_sub(TAIL);
    while !paragraph.is_char_boundary(from) {
        from += 1;
    }
    let window = paragraph.get(from..).unwrap_or_default();
    if !HINTS.iter().any(|hint| window.contains(hint)) {
        return (paragraph, Found::default());
    }
    // Each full stop is a guess at the end of the last sentence; the first good one wins.
    for (at, stop) in window.match_indices(['.', '!', '?', '…']) {
        let end = from + at + stop.len();
        let Some((head, tail)) = paragraph.split_at_checked(end) else { continue };
        let closers = tail.len() - tail.trim_start_matches(['”', '’', '"', '\'', ')', ']']).len();
        let Some((head, tail)) = paragraph.split_at_checked(head.len() + closers) else { continue };
        if !ending::ends_finally(head.trim_end_matches(['.', '!', '?', '…', '”', '’', '"', '\'', ')', ']'])) {
            continue;
        }
        if let Some(found) = tail_furniture(tail.trim()) {
            return (head, found);
        }
    }
    (paragraph, Found::default())
}

/// By-line, copyright, or both one behind the other.
fn tail_furniture(tail: &str) -> Option<Found> {
    if tail.is_empty() {
        return None;
    }
    let both = copyright::start(tail).and_then(|at| tail.split_at_checked(at)).and_then(|(first, second)| {
        let mut found = byline::read(first)?;
        found.add(copyright::read(second)?);
        Some(found)
    });
    both.or_else(|| byline::read(tail)).or_else(|| copyright::read(tail))
}

/// Date, and whatever else of the page's head stands on its line: `독파경제 | 홍길동 기자 | 입력 2026.03.02 10:00`.
fn dated(line: &str, edge: bool) -> Option<Found> {
    if !(edge || date::may_be_labelled(line)) {
        return None;
    }
    let taken = date::take(line)?;
    if !(edge || taken.labelled) {
        return None;
    }
    let mut found = Found { date: Some(taken.date), ..Found::default() };
    if taken.rest.is_empty() {
        return Some(found);
    }
    if let Some(byline) = byline::read(&taken.rest) {
        found.add(byline);
        return Some(found);
    }
    for field in taken.rest.split(['|', '│', '∣', '/', '·', '[', ']', '(', ')', '<', '>']).map(str::trim) {
        if field.is_empty() || is_category(field) || caption::is_button(field) {
            continue;
        }
        if let Some(byline) = byline::read(field) {
            found.add(byline);
        } else if looks_like_outlet(field) {
            found.add(Found { outlet: Some(field.to_owned()), ..Found::default() });
        } else {
            return None;
        }
    }
    Some(found)
}

/// `제목: 금리 동결`, `매체: 독파경제`, `기자: 홍길동`.
fn labelled(line: &str) -> Option<Found> {
    let (label, value) = line.split_once([':', '：'])?;
    let value = value.trim();
    if value.is_empty() || value.chars().count() > 80 {
        return None;
    }
    let value = Some(value.to_owned());
    match label.trim() {
        "제목" => Some(Found { title: value, ..Found::default() }),
        "기자" | "글쓴이" | "작성자" | "기고자" => {
            let is_name = value.as_ref().is_some_and(|name| (2..=4).contains(&name.chars().count()));
            byline::read(value.as_deref()?).or_else(|| is_name.then_some(Found { reporter: value, ..Found::default() }))
        }
        "매체" | "언론사" | "신문사" | "출처" if !line.contains("다.") => {
            let value = value?;
            Some(if is_address(&value) {
                Found { source: Some(value), ..Found::default() }
            } else {
                Found { outlet: Some(value), ..Found::default() }
            })
        }
        "기사원문" | "원문" | "링크" | "URL" | "주소" => {
            value.filter(|value| is_address(value)).map(|value| Found { source: Some(value), ..Found::default() })
        }
        _ => None,
    }
}

fn is_address(line: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| line.starts_with(scheme))
        && !line.contains(' ')
        && ending::syllables(line) == 0
}

/// The day in a text that is a date and nothing else of weight.
pub(super) fn day_of(text: &str) -> Option<String> {
    date::take(text).map(|taken| taken.date.day)
}
