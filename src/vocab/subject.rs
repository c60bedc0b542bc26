//! What a text is about, guessed from the fields that the lexicon gives its terms.

use std::collections::BTreeMap;

use super::Pos;
use crate::lexicon;

/// At most so many subjects.
const MOST: usize = 3;

/// Words of the field that a subject needs.
const FEWEST: usize = 3;

/// The part of all words of any field that a subject needs.
const SHARE: f64 = 0.15;

/// Words that stand in every kind of business news say little: what is written of companies and of money counts half.
const WIDE: [&str; 4] = ["corp", "finance", "strategy", "market"];

/// Words of no field.
const NO_FIELD: &str = "general";

/// The subjects of a text from its terms with the number of times they stand there, the strongest first, as the
/// lexicon's codes.
pub fn subjects<'a>(terms: impl IntoIterator<Item = (&'a str, Pos, usize)>) -> Vec<&'static str> {
    let mut fields: BTreeMap<&'static str, (usize, f64)> = BTreeMap::new();
    for (term, pos, count) in terms {
        let Some(domain) = lexicon::find(term, pos).map(|entry| entry.domain).filter(|domain| *domain != NO_FIELD)
        else {
            continue;
        };
        let (words, weight) = fields.entry(domain).or_default();
        *words += 1;
        // A word that comes again and again is still one word.
        let worth = f64::from(u32::try_from(count).unwrap_or(u32::MAX)).sqrt();
        *weight += if WIDE.contains(&domain) { worth / 2.0 } else { worth };
    }
    let all: f64 = fields.values().map(|(_, weight)| weight).sum();
    let mut found: Vec<(&'static str, f64)> = fields
        .into_iter()
        .filter(|(_, (words, weight))| *words >= FEWEST && *weight >= SHARE * all)
        .map(|(domain, (_, weight))| (domain, weight))
        .collect();
    found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
    found.into_iter().take(MOST).map(|(domain, _)| domain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_with_words_of_a_field_is_about_it() {
        let terms = ["전기차", "완성차", "자동차", "하이브리드차", "회사", "오늘"].map(|term| (term, Pos::Noun, 2));
        assert_eq!(subjects(terms), ["auto"]);
    }

    #[test]
    fn few_words_make_no_subject() {
        assert!(subjects([("전기차", Pos::Noun, 9), ("금리", Pos::Noun, 9)]).is_empty());
        assert!(subjects([]).is_empty());
    }
}
