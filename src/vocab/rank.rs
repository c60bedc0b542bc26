//! Which terms a learner of business Korean should meet first.
//!
//! After the method that led in our measurements: log frequency, weighed by how hard and how useful a word is, with
//! compounds before single nouns before verbs, and less for what mostly stands inside longer terms (C-value,
//! Frantzi and Ananiadou 1996).

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
    /// Occurrences inside longer terms.
    pub nested: usize,
    pub in_title: bool,
}

/// A score with its parts, multiplied: `total = frequency · level · kind · lexicon · title · generic`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Score {
    pub total: f64,
    /// Logarithm of the occurrences, with a share of those inside longer terms and of kindred compounds.
    pub frequency: f64,
    /// How hard: by the lexicon's level, a compound by its hardest part.
    pub level: f64,
    pub kind: f64,
    /// Whether the lexicon knows the term, or all of its parts.
    pub lexicon: f64,
    pub title: f64,
    /// Low for words that stand in every article.
    pub generic: f64,
}

/// Scores of the terms of an article or a deck, in their order. They are scored together because compounds that
/// share a telling part (내수산업, 내수시장, 내수용) speak for each other: that part is what the text is about.
pub fn scores(terms: &[Features]) -> Vec<Score> {
    let mut families: HashMap<&str, usize> = HashMap::new();
    for term in terms.iter().filter(|term| term.kind == Kind::Compound) {
        for part in term.parts {
            *families.entry(part.as_str()).or_default() += term.count;
        }
    }
    terms.iter().map(|term| score(term, family(term, &families))).collect()
}

/// Occurrences of other compounds that share a telling part with `term`.
fn family(term: &Features, families: &HashMap<&str, usize>) -> usize {
    let of_part = |part: &String| {
        let telling = lexicon::find(part, Pos::Noun).is_none_or(|entry| entry.level >= 5);
        if telling { families.get(part.as_str()).map_or(0, |count| count.saturating_sub(term.count)) } else { 0 }
    };
    if term.kind == Kind::Compound { term.parts.iter().map(of_part).max().unwrap_or(0) } else { 0 }
}

fn score(features: &Features, family: usize) -> Score {
    // Half of the nested counts come back: a part that also stands alone is worth knowing.
    #[expect(clippy::cast_precision_loss, reason = "counts are small")]
    let frequency = (1.0 + features.count as f64 + features.nested as f64 * 0.1 + family as f64 * 0.25).log2();
    let kind = match features.kind {
        Kind::Compound => 1.25,
        Kind::Noun => 0.85,
        Kind::Verb | Kind::Adjective => 0.8,
        Kind::Adverb => 0.4,
        Kind::Name => 0.05,
    };
    let title = if features.in_title { 1.2 } else { 1.0 };
    let one_syllable = features.pos == Pos::Noun && features.term.chars().count() == 1;
    let generic = if generic::is_generic(features.term) || features.parts.iter().any(|part| generic::is_generic(part)) {
        0.1
    } else if one_syllable {
        0.3
    } else {
        1.0
    };
    let (level, lexicon) = (level(features), familiarity(features));
    let total = frequency * level * kind * lexicon * title * generic;
    Score { total, frequency, level, kind, lexicon, title, generic }
}

fn level(features: &Features) -> f64 {
    let own = lexicon::find(features.term, features.pos).map(|entry| weight(entry.level));
    let parts = features.parts.iter().filter_map(|part| lexicon::find(part, Pos::Noun));
    let hardest = parts.map(|entry| weight(entry.level)).reduce(f64::max);
    match (features.kind, own, hardest) {
        (Kind::Compound, Some(own), Some(hardest)) => own.max(hardest),
        (Kind::Compound, one, other) => one.or(other).unwrap_or(0.9).max(weight(3)),
        _ => own.unwrap_or(0.9),
    }
}

const fn weight(level: u8) -> f64 {
    match level {
        1 => 0.25,
        2 => 0.35,
        3 => 0.6,
        4 => 0.85,
        5 => 1.1,
        _ => 1.15,
    }
}

fn familiarity(features: &Features) -> f64 {
    let known = |term: &str| lexicon::contains(term) || lexicon::root(term).is_some_and(lexicon::contains);
    if known(features.term) {
        1.35
    } else if !features.parts.is_empty() && features.parts.iter().all(|part| known(part)) {
        1.25
    } else {
        1.0
    }
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
