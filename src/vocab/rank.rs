//! Which terms a learner of business Korean should meet first.
//!
//! A term's score is a sum of points, each for one reason: how much the term is of this article (its frequency, with
//! less for what mostly stands inside longer terms, after the C-value of Frantzi and Ananiadou 1996; the headline), how
//! useful it is in business Korean (the lexicon's field, hanja, whether the lexicon knows it), how hard it is (level,
//! length), and what kind of word it is. The weights began as those of a logistic regression on twelve articles with lists
//! of terms that two teachers chose, compounds weighed threefold, rounded. Those of compounds that no lexicon has (`LOOSE`,
//! `BEGUN`, `ENDED`, and in `kind`), of what stands inside a compound (`INSIDE`), of long ones (`PHRASE`), of occurrences and
//! of verbs were then chosen on eighteen, so that most of the wanted terms come early and compounds first; each article
//! left out in turn, the choice is the same.

use std::collections::HashMap;

use serde::Serialize;

use super::{Kind, Pos, generic};
use crate::lexicon;

/// What a score is made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Features<'a> {
    pub term: &'a str,
    pub pos: Pos,
    pub kind: Kind,
    pub parts: &'a [String],
    /// Occurrences, in all articles looked at.
    pub count: usize,
    /// Occurrences inside longer terms: see [`super::ArticleTerm::nested`].
    pub nested: usize,
    pub in_title: bool,
}

/// A score with its parts, added: `total = frequency + level + kind + field + lexicon + hanja + length + title + generic`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Score {
    pub total: f64,
    /// Logarithm of the occurrences, with a share of those inside longer terms and of kindred compounds; less for a
    /// compound that stands only inside longer ones.
    pub frequency: f64,
    /// How hard, by the lexicon's level; nothing for compounds, which are hard by being made.
    pub level: f64,
    /// What kind of word; compounds first.
    pub kind: f64,
    /// Whether it is a word of business, by the lexicon's field; of a compound, how many of its parts are.
    pub field: f64,
    /// Whether the lexicon knows all parts of a compound, or that a noun takes 하다; of a pair that nothing confirms, how
    /// many compounds of the lexicon are made with its nouns.
    pub lexicon: f64,
    /// Whether it is Sino-Korean throughout, as most words of business are.
    pub hanja: f64,
    /// Longer nouns say more; compounds of many parts that stand apart are mostly phrases.
    pub length: f64,
    pub title: f64,
    /// Below zero for words that stand in every article.
    pub generic: f64,
}

/// Scores of the terms of an article or a deck, in their order. They are scored together because compounds that
/// share a telling part (내수산업, 내수시장, 내수용) speak for each other: that part is what the text is about.
pub fn scores(terms: &[Features]) -> Vec<Score> {
    let compounds = terms.iter().filter(|term| term.kind == Kind::Compound);
    scores_among(terms, compounds.map(|term| (term.parts, term.count)))
}

/// As [`scores`], of some of the terms only. `compounds` are the parts and occurrences of all compounds of the deck that
/// have a part in common with one of `terms`, those among `terms` included.
pub fn scores_among<'a>(terms: &[Features], compounds: impl Iterator<Item = (&'a [String], usize)>) -> Vec<Score> {
    let mut families: HashMap<&str, usize> = HashMap::new();
    for (parts, count) in compounds {
        for part in parts {
            *families.entry(part.as_str()).or_default() += count;
        }
    }
    terms.iter().map(|term| score(term, family(term, &families))).collect()
}

/// Occurrences of other compounds that share a telling part with `term`.
fn family(term: &Features, families: &HashMap<&str, usize>) -> usize {
    let of_part = |part: &String| {
        if is_telling(part) {
            families.get(part.as_str()).map_or(0, |count| count.saturating_sub(term.count))
        } else {
            0
        }
    };
    if term.kind == Kind::Compound { term.parts.iter().map(of_part).max().unwrap_or(0) } else { 0 }
}

/// Whether compounds speak for each other through this part: an everyday word tells nothing.
pub fn is_telling(part: &str) -> bool {
    lexicon::find(part, Pos::Noun).is_none_or(|entry| entry.level >= 5)
}

/// Points for the logarithm of the occurrences, for a word of business, for hanja, and for standing in the headline.
const FREQUENCY: f64 = 0.3;
const FIELD: f64 = 0.8;
const HANJA: f64 = 0.9;
const TITLE: f64 = 0.35;
/// What a word loses that stands in every article.
const GENERIC: f64 = -2.5;
/// What a compound loses that stands only inside longer ones, whose parts are asked there.
const INSIDE: f64 = -1.5;
/// What a compound of more than two parts loses where spaces stand between them.
const PHRASE: f64 = -1.3;
/// Points for the logarithm of the lexicon's compounds that begin and that end as a pair does.
const BEGUN: f64 = 0.2;
const ENDED: f64 = 0.1;

fn score(features: &Features, family: usize) -> Score {
    let entry = lexicon::find(features.term, features.pos);
    let parts: Vec<_> = (0..features.parts.len()).map(|at| lexicon::part(features.parts, at)).collect();
    let compound = features.kind == Kind::Compound;
    let inside = if compound && features.nested >= features.count { INSIDE } else { 0.0 };
    let frequency = FREQUENCY * occurrences(features, family).log2() + inside;
    let loose = is_loose(features, entry.is_some());
    let (level, length) = if compound {
        (0.0, if is_phrase(features) { PHRASE } else { 0.0 })
    } else {
        (word_level(entry.map(|entry| entry.level)), noun_length(features))
    };
    let known = if compound && !parts.is_empty() && parts.iter().all(Option::is_some) {
        1.1
    } else if entry.is_some_and(|entry| entry.pos == "nv") {
        0.4
    } else {
        0.0
    };
    let lexicon = if loose { known + pattern(features) } else { known };
    let kind = if loose { LOOSE } else { kind(features.kind, entry.is_some()) };
    let field = FIELD * business(entry, &parts);
    let hanja = if sino_korean(entry, &parts) { HANJA } else { 0.0 };
    let title = if features.in_title { TITLE } else { 0.0 };
    let generic = if is_generic(features) { GENERIC } else { 0.0 };
    let total = frequency + level + kind + field + lexicon + hanja + length + title + generic;
    Score { total, frequency, level, kind, field, lexicon, hanja, length, title, generic }
}

/// Occurrences that count for a term, plus one. A tenth of those inside longer terms come back: a part that also stands
/// alone is worth knowing.
fn occurrences(features: &Features, family: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "counts are small")]
    let [count, nested, family] = [features.count, features.nested, family].map(|count| count as f64);
    let alone = if features.nested >= features.count { count * 0.5 } else { count };
    1.0 + alone + nested * 0.1 + family * 0.25
}

fn is_phrase(features: &Features) -> bool {
    features.parts.len() > 2 && features.term.contains(' ')
}

/// A pair across a space that was met once and that no lexicon has may be a term or a phrase.
fn is_loose(features: &Features, known: bool) -> bool {
    features.kind == Kind::Compound && !known && features.count == 1 && features.term.contains(' ')
}

/// What such a pair has instead of a compound's points.
const LOOSE: f64 = -0.75;

/// Points for how many compounds of the lexicon begin as a pair does and end as it does, by its nouns or by their parts.
fn pattern(features: &Features) -> f64 {
    let points = |count: u32| f64::from(1 + count).log2();
    let begun = [features.term.split(' ').next(), features.parts.first().map(String::as_str)];
    let ended = [features.term.rsplit(' ').next(), features.parts.last().map(String::as_str)];
    let begun = begun.into_iter().flatten().map(|noun| lexicon::compounds_of(noun).begun).max();
    let ended = ended.into_iter().flatten().map(|noun| lexicon::compounds_of(noun).ended).max();
    BEGUN * points(begun.unwrap_or(0)) + ENDED * points(ended.unwrap_or(0))
}

const fn kind(kind: Kind, known: bool) -> f64 {
    match kind {
        Kind::Compound if known => 1.6,
        Kind::Compound => 0.25,
        Kind::Noun => -0.4,
        Kind::Verb => 0.2,
        Kind::Adjective => -0.1,
        Kind::Idiom => -0.4,
        Kind::Adverb => -0.85,
        Kind::Name => -9.0,
    }
}

const fn word_level(level: Option<u8>) -> f64 {
    match level {
        None => -0.8,
        Some(1) => -2.1,
        Some(2) => -1.1,
        Some(3) => -0.55,
        Some(4) => 0.1,
        Some(_) => 0.95,
    }
}

/// Nouns of one syllable have a hundred meanings, those of four have one. Nouns with a suffix (증가폭, 하락세) are more
/// of business than others.
fn noun_length(features: &Features) -> f64 {
    if features.kind != Kind::Noun {
        return 0.0;
    }
    let length = match features.term.chars().count() {
        0 | 1 => -1.2,
        2 => -0.65,
        3 => 0.3,
        _ => 1.15,
    };
    if features.parts.len() > 1 { length + 0.3 } else { length }
}

/// How much of a term belongs to a field of business, 0 to 1: by its own entry, else by its parts.
fn business(entry: Option<&lexicon::Entry>, parts: &[Option<&lexicon::Entry>]) -> f64 {
    let of = |entry: &lexicon::Entry| f64::from(u8::from(entry.domain != "general"));
    if let Some(entry) = entry {
        return of(entry);
    }
    let known: Vec<f64> = parts.iter().flatten().map(|entry| of(entry)).collect();
    #[expect(clippy::cast_precision_loss, reason = "a term has few parts")]
    let share = known.iter().sum::<f64>() / known.len().max(1) as f64;
    share
}

/// Whether a term is written in hanja throughout: by its own entry, else by its parts.
fn sino_korean(entry: Option<&lexicon::Entry>, parts: &[Option<&lexicon::Entry>]) -> bool {
    match entry {
        Some(entry) => entry.hanja.is_some(),
        None => !parts.is_empty() && parts.iter().all(|part| part.is_some_and(|part| part.hanja.is_some())),
    }
}

/// Whether a term is one of those that stand in every article, or is made with one: 기회측면. What the lexicon explains
/// is a word of its own, whatever it is made of: 악영향.
fn is_generic(features: &Features) -> bool {
    let made = features.kind == Kind::Compound && !lexicon::contains(features.term);
    let empty = |(at, part): (usize, &String)| {
        part.chars().count() >= 2 && generic::is_generic(part) && !(at == 0 && generic::opens_terms(part))
    };
    generic::is_generic(features.term) || made && features.parts.iter().enumerate().any(empty)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn features<'a>(term: &'a str, kind: Kind, count: usize, parts: &'a [String]) -> Features<'a> {
        let pos = if matches!(kind, Kind::Verb) { Pos::Verb } else { Pos::Noun };
        Features { term, pos, kind, parts, count, nested: 0, in_title: false }
    }

    fn total(term: &str, kind: Kind, count: usize) -> f64 {
        scores(&[features(term, kind, count, &[])])[0].total
    }

    #[test]
    fn a_compound_of_business_outranks_an_everyday_noun() {
        assert!(total("지분참여", Kind::Compound, 2) > total("시장", Kind::Noun, 9));
    }

    #[test]
    fn a_pair_whose_nouns_make_many_compounds_outranks_one_whose_nouns_make_few() {
        let parts = [["승인", "절차"], ["도서관", "수영장"]].map(|pair| pair.map(str::to_owned));
        let [made, chance] = [0, 1].map(|at| {
            let term = parts[at].join(" ");
            pattern(&features(&term, Kind::Compound, 1, &parts[at]))
        });
        assert!(made > chance, "{made} {chance}");
    }

    #[test]
    fn a_compound_that_stands_alone_outranks_one_that_is_only_inside_another() {
        let parts = ["생명".to_owned(), "공학".to_owned()];
        let alone = features("생명공학", Kind::Compound, 1, &parts);
        let inside = Features { nested: 1, ..alone.clone() };
        let [alone, inside] = [alone, inside].map(|term| scores(&[term])[0].total);
        assert!(alone > inside);
    }

    #[test]
    fn generic_words_and_names_rank_last() {
        for last in [total("경우", Kind::Noun, 9), total("한빛텔레콤", Kind::Name, 9)] {
            assert!(last < total("박차", Kind::Noun, 1));
        }
    }

    #[test]
    fn more_occurrences_never_lower_the_score() {
        assert!(total("지분", Kind::Noun, 3) > total("지분", Kind::Noun, 2));
    }

    #[test]
    fn compounds_that_share_a_telling_part_speak_for_each_other() {
        let (market, trade) = (["내수".to_owned(), "시장".to_owned()], ["내수".to_owned(), "업종".to_owned()]);
        let alone = scores(&[features("내수시장", Kind::Compound, 1, &market)])[0].total;
        let together = scores(&[
            features("내수시장", Kind::Compound, 1, &market),
            features("내수업종", Kind::Compound, 1, &trade),
        ]);
        assert!(together[0].total > alone);
    }
}
