//! Numbers are one morpheme (3.5, 1,200), and each sign behind them is one: the dictionary's unknown-word rules cut
//! the first apart and take `%,` and `%)` together.

use super::{Morpheme, made};
use crate::korean::tag::Tag;

pub fn join(morphemes: Vec<Morpheme>) -> Vec<Morpheme> {
    let mut out: Vec<Morpheme> = Vec::with_capacity(morphemes.len());
    for morpheme in morphemes {
        if morpheme.tag == Tag::SY && morpheme.surface.chars().count() > 1 {
            out.extend(signs(&morpheme));
            continue;
        }
        let joins = morpheme.tag == Tag::SN
            && matches!(out.as_slice(), [.., number, point]
                if number.tag == Tag::SN
                    && (point.surface == "." || point.surface == "," && morpheme.surface.len() == 3)
                    && number.range.end == point.range.start
                    && point.range.end == morpheme.range.start);
        if !joins {
            out.push(morpheme);
            continue;
        }
        let point = out.pop().map(|point| point.surface).unwrap_or_default();
        if let Some(number) = out.last_mut() {
            number.surface.push_str(&point);
            number.surface.push_str(&morpheme.surface);
            number.range.end = morpheme.range.end;
        }
    }
    out
}

/// The signs of a run that is not one sign repeated.
fn signs(run: &Morpheme) -> Vec<Morpheme> {
    let mut signs: Vec<Morpheme> = Vec::new();
    let mut start = run.range.start;
    for c in run.surface.chars() {
        let end = start + c.len_utf8();
        match signs.last_mut() {
            Some(last) if last.surface.ends_with(c) => {
                last.surface.push(c);
                last.range.end = end;
            }
            _ => signs.push(Morpheme { known: run.known, ..made(&c.to_string(), tag_of(c), start..end) }),
        }
        start = end;
    }
    signs
}

fn tag_of(c: char) -> Tag {
    match c {
        '.' | '?' | '!' => Tag::SF,
        ',' | '·' | ':' | '/' => Tag::SC,
        '(' | '[' | '{' | '<' | '“' | '‘' | '「' | '『' | '《' | '〈' => Tag::SSO,
        ')' | ']' | '}' | '>' | '”' | '’' | '」' | '』' | '》' | '〉' => Tag::SSC,
        '…' => Tag::SE,
        _ => Tag::SY,
    }
}
