//! Mends what mecab-ko-dic gets wrong every time, whatever the article. Words that it lacks are added when the
//! dictionary is built (`build/additions.rs`); here are the rules that need the neighbours of a morpheme.
//!
//! Each rule names the mistake it mends. None knows an article.

mod bare;
mod compound;
mod finite;
mod joint;
mod listed;
mod number;
mod known;
mod proper;
mod quotation;
mod stem;
mod tags;
mod word;

use std::ops::Range;

use super::Morpheme;
use crate::korean::tag::Tag;

/// The morphemes of `text`, mended. Lemmas are not set yet; ranges stay in order.
pub fn repair(text: &str, morphemes: Vec<Morpheme>) -> Vec<Morpheme> {
    let mut morphemes = finite::mend(word::mend(text, proper::mend(text, listed::mend(text, number::join(morphemes)))));
    quotation::mend(text, &mut morphemes);
    tags::mend(text, &mut morphemes);
    stem::mend(text, &mut morphemes);
    compound::join(text, morphemes)
}

/// A morpheme that a rule made: its dictionary form is set later.
fn made(surface: &str, tag: Tag, range: Range<usize>) -> Morpheme {
    let surface = surface.to_owned();
    Morpheme { lemma: surface.clone(), surface, tag, range, parts: Vec::new(), class: None, known: true }
}

/// Morphemes, as indices, and those that stand in their place.
type Found = (Range<usize>, Vec<Morpheme>);

/// `morphemes` with what was found put in place, in their order and in one pass: a line without an end holds thousands.
fn replaced(morphemes: Vec<Morpheme>, found: Vec<Found>) -> Vec<Morpheme> {
    if found.is_empty() {
        return morphemes;
    }
    let mut out = Vec::with_capacity(morphemes.len());
    let mut old = morphemes.into_iter();
    let mut at = 0;
    for (range, words) in found {
        out.extend(old.by_ref().take(range.start - at));
        old.by_ref().take(range.len()).for_each(drop);
        out.extend(words);
        at = range.end;
    }
    out.extend(old);
    out
}

/// Whether `second` begins where `first` ends, or shares letters with it.
fn touches(first: &Morpheme, second: &Morpheme) -> bool {
    second.range.start <= first.range.end
}

#[cfg(test)]
mod tests;
