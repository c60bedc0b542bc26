//! ㄴ and ㄴ다 that the analyzer left in a stem or in a noun: 만든 + 다 for 만들 + ㄴ다, 밑돈 for 밑돌 + ㄴ.

use super::{Morpheme, known, made};
use crate::korean::jamo;
use crate::korean::tag::Tag;

/// The only letters with ㄴ beneath in which stems end: 끌어안다, 신다.
const STEMS_IN_NIEUN: &[char] = &['안', '신'];
/// Verbs of figures with ㄴ, which are nouns as well or look like one.
const FIGURES: &[&str] = &["웃돈", "밑돈"];
/// Tails of syllables, as `jamo` counts them.
const NIEUN: u8 = 4;
const RIEUL: u8 = 8;

pub fn mend(morphemes: Vec<Morpheme>) -> Vec<Morpheme> {
    let mut out: Vec<Morpheme> = Vec::with_capacity(morphemes.len());
    let mut rest = morphemes.into_iter();
    while let Some(morpheme) = rest.next() {
        let behind = rest.as_slice();
        let object = out.last().is_some_and(|before| before.tag == Tag::JKO);
        let Some((taken, stem, ending)) = finite(&morpheme, behind, object) else {
            out.push(morpheme);
            continue;
        };
        out.extend([stem, ending]);
        // Those behind it that the ending holds.
        for _ in 0..taken {
            rest.next();
        }
    }
    out
}

/// The stem and the ending that `morpheme` is with the first of those behind it, which are counted.
fn finite(morpheme: &Morpheme, behind: &[Morpheme], object: bool) -> Option<(usize, Morpheme, Morpheme)> {
    let last = morpheme.surface.chars().last().filter(|last| !STEMS_IN_NIEUN.contains(last))?;
    if jamo::decompose(last)?.tail != NIEUN {
        return None;
    }
    let glued = |at: usize| {
        behind.get(at).filter(|m| m.range.start <= morpheme.range.end && m.range.end > morpheme.range.start)
    };
    let noun_next = || behind.first().is_some_and(|next| matches!(next.tag, Tag::NNG | Tag::NNP));
    let says = |m: &&Morpheme| m.tag.is_ending() && m.surface.starts_with('다');
    let (taken, ending) = match morpheme.tag {
        Tag::VV | Tag::VA => (1, Some(glued(0).filter(says)?)),
        // A noun with its copula is no predicate of an object.
        Tag::NNG if object => match glued(0) {
            Some(copula) if matches!(copula.tag, Tag::VCP | Tag::XSV) => (2, Some(glued(1).filter(says)?)),
            Some(_) => return None,
            // 전망을 웃돈 실적; but 아파트를 웃돈 주고 샀다.
            None if FIGURES.contains(&morpheme.surface.as_str()) && noun_next() => (0, None),
            None => return None,
        },
        _ => return None,
    };
    let stem = stem(&morpheme.surface)?;
    let melted = morpheme.range.end - last.len_utf8();
    let (form, tag, end) = match ending {
        Some(ending) => (format!("ㄴ{}", ending.surface), ending.tag, ending.range.end),
        None => ("ㄴ".to_owned(), Tag::ETM, morpheme.range.end),
    };
    Some((taken, made(&stem, Tag::VV, morpheme.range.clone()), made(&form, tag, melted..end)))
}

/// The stem of the lexicon's verb that has this form before ㄴ: 만들 of 만든, 꾸 of 꾼. `None` also where the last syllable does
/// not end in ㄴ.
pub fn stem(form: &str) -> Option<String> {
    let last = form.chars().last()?;
    let front = form.strip_suffix(last)?;
    let syllable = jamo::decompose(last).filter(|syllable| syllable.tail == NIEUN)?;
    [RIEUL, 0].into_iter().find_map(|tail| {
        let stem = format!("{front}{}", jamo::Syllable { tail, ..syllable }.compose());
        known::VERBS.has(&format!("{stem}다")).then_some(stem)
    })
}
