//! Scores morphemes and predicates.

use std::ops::Range;

use dokpa::korean::analyzer::Morpheme;
use dokpa::korean::tag::Tag;
use dokpa::vocab::word::Word;

use super::file::{Piece, Sentence};
use super::score::Sentences;
use super::unify::{joined, noun_stem, stem, unified};

pub fn score(gold: &Sentence, morphemes: &[Morpheme], words: &[Word], counts: &mut Sentences) {
    for (range, expected) in eojeols(&gold.text).into_iter().zip(&gold.eojeols) {
        let found: Vec<Piece> = morphemes
            .iter()
            .filter(|m| range.contains(&m.range.start))
            .map(|m| Piece { form: m.surface.clone(), tag: m.tag })
            .collect();
        let place = format!("{} ({})", gold.text.get(range).unwrap(), gold.text);
        score_eojeol(&place, expected, &found, counts);
    }
    score_lemmas(gold, &found_lemmas(morphemes, words), counts);
}

fn score_eojeol(place: &str, expected: &[Piece], found: &[Piece], counts: &mut Sentences) {
    let (gold, ours) = (unified(expected), unified(found));
    let forms = gold.iter().map(|piece| &piece.form).eq(ours.iter().map(|piece| &piece.form));
    let common = |pieces: &[Piece]| -> Vec<Piece> {
        let tag = |tag| if tag == Tag::NNP { Tag::NNG } else { tag };
        pieces.iter().map(|piece| Piece { form: piece.form.clone(), tag: tag(piece.tag) }).collect()
    };
    let alike = common(&gold) == common(&ours);
    counts.segmentation.count(forms);
    counts.tags_strict.count(gold == ours);
    counts.tags.count(alike);
    let joined = joined(&gold) == joined(&ours);
    counts.joined.count(joined);
    if !joined {
        counts.miss("segmentation", place, show(expected), show(found));
    } else if !forms {
        counts.miss("noun cut in other pieces", place, show(expected), show(found));
    } else if !alike {
        counts.miss("tag", place, show(expected), show(found));
    } else if gold != ours {
        counts.miss("proper or common noun", place, show(expected), show(found));
    }
    if let Some(expected) = noun_stem(expected) {
        let found = stem(found);
        counts.noun_stems.count(expected == found);
        if expected != found {
            counts.miss("noun stem", place, expected, found);
        }
    }
}

fn show(pieces: &[Piece]) -> String {
    let pieces: Vec<String> = pieces.iter().map(|piece| format!("{}/{}", piece.form, piece.tag.name())).collect();
    pieces.join("+")
}

fn eojeols(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    text.split(' ')
        .map(|eojeol| {
            let range = at..at + eojeol.len();
            at = range.end + 1;
            range
        })
        .collect()
}

/// For each predicate the dictionary forms under which the program knows it: its own, the one with 어지다, and for
/// those with 하다 the form with the last noun and the form with all of them.
fn found_lemmas(morphemes: &[Morpheme], words: &[Word]) -> Vec<Vec<String>> {
    let mut lemmas = Vec::new();
    for (at, m) in morphemes.iter().enumerate() {
        match m.tag {
            Tag::VV | Tag::VA | Tag::VCN => {
                let word = words.iter().find(|word| word.own.start == m.range.start);
                lemmas.push(std::iter::once(m.lemma.clone()).chain(word.map(|word| word.term.clone())).collect());
            }
            Tag::XSV | Tag::XSA => {
                let mut whole = m.lemma.clone();
                let mut start = m.range.start;
                for (i, noun) in morphemes.iter().enumerate().take(at).rev() {
                    let root = matches!(noun.tag, Tag::NNG | Tag::NNP | Tag::XR | Tag::XSN | Tag::XPN | Tag::SL);
                    if !root || noun.range.end != start {
                        break;
                    }
                    start = noun.range.start;
                    if i + 1 < at {
                        whole.insert_str(0, &noun.surface);
                    }
                }
                lemmas.push(vec![m.lemma.clone(), whole]);
            }
            _ => {}
        }
    }
    lemmas
}

fn score_lemmas(gold: &Sentence, found: &[Vec<String>], counts: &mut Sentences) {
    let mut rest: Vec<&Vec<String>> = found.iter().collect();
    let mut missing = Vec::new();
    for expected in &gold.lemmas {
        let at = rest.iter().position(|found| found.iter().any(|lemma| expected.contains(lemma)));
        counts.lemmas.recall.count(at.is_some());
        match at {
            Some(at) => drop(rest.remove(at)),
            None => missing.push(expected.join("=")),
        }
    }
    counts.lemmas.precision.of += found.len();
    counts.lemmas.precision.right += found.len() - rest.len();
    if !missing.is_empty() || !rest.is_empty() {
        let spurious: Vec<&str> = rest.iter().map(|lemmas| lemmas[0].as_str()).collect();
        counts.miss("predicate lemma", &gold.text, missing.join(" "), spurious.join(" "));
    }
}
