//! Scores terms and names.

use std::collections::HashSet;

use dokpa::vocab::extract::{Read, extract, overlaps};
use dokpa::vocab::idiom::idioms;
use dokpa::vocab::word::Word;
use dokpa::vocab::{ArticleTerm, Kind, TermKey, generic};

use super::file::Sentence;
use super::score::Sentences;

pub fn score(gold: &Sentence, words: Vec<Word>, counts: &mut Sentences) {
    // A line without a final stop is a headline to the importer too.
    let headline = !gold.text.trim_end_matches(['”', '’', ')']).ends_with(['.', '!', '?']);
    let idioms = idioms(&gold.text, &words);
    let terms = extract(Vec::new(), vec![Read { words, idioms, abbreviations: Vec::new(), headline }]);
    let (names, terms): (Vec<ArticleTerm>, Vec<ArticleTerm>) =
        terms.into_iter().partition(|term| term.kind == Kind::Name);
    let found: HashSet<&TermKey> = terms.iter().map(|term| &term.key).collect();
    score_recall(gold, &found, counts);
    score_precision(gold, &terms, counts);
    for name in &gold.names {
        let right = names.iter().any(|found| found.key == TermKey::of(name));
        counts.names.count(right);
        if !right {
            let shelf: Vec<&str> = names.iter().map(|name| name.term.as_str()).collect();
            counts.miss("name not on its shelf", &gold.text, name, shelf.join(" "));
        }
    }
}

fn score_recall(gold: &Sentence, found: &HashSet<&TermKey>, counts: &mut Sentences) {
    for slot in &gold.terms {
        let right = slot.iter().any(|terms| terms.iter().all(|term| found.contains(&TermKey::of(term))));
        counts.terms.recall.count(right);
        if !right {
            let alternatives: Vec<String> = slot.iter().map(|terms| terms.join("+")).collect();
            let near = found.iter().filter(|key| {
                let key = key.as_str();
                slot.iter().flatten().any(|term| {
                    let term = TermKey::of(term);
                    term.as_str().contains(key)
                        || key.contains(term.as_str())
                        || term.as_str().chars().next() == key.chars().next()
                })
            });
            let mut near: Vec<&str> = near.map(|key| key.as_str()).collect();
            near.sort_unstable();
            counts.miss("term not found", &gold.text, alternatives.join("|"), near.join(" "));
        }
    }
}

fn score_precision(gold: &Sentence, terms: &[ArticleTerm], counts: &mut Sentences) {
    let wanted: HashSet<TermKey> = gold.terms.iter().flatten().flatten().map(|term| TermKey::of(term)).collect();
    let optional: HashSet<TermKey> = gold.optional.iter().map(|term| TermKey::of(term)).collect();
    let right = |term: &ArticleTerm| wanted.contains(&term.key);
    for term in terms {
        // The parts of a term that is right are neither asked for nor wrong.
        let inside = |occurrence: &dokpa::vocab::Occurrence| {
            let mut around = terms.iter().filter(|other| other.key != term.key && right(other));
            around.any(|other| {
                other
                    .occurrences
                    .iter()
                    .any(|o| o.range.start <= occurrence.range.start && occurrence.range.end <= o.range.end)
            })
        };
        if !right(term) && (optional.contains(&term.key) || term.occurrences.iter().all(inside)) {
            continue;
        }
        counts.terms.precision.count(right(term));
        if right(term) {
            continue;
        }
        if leaks(gold, term) {
            counts.leaks += 1;
            counts.miss("name offered as a term", &gold.text, gold.names.join(" "), &term.term);
        } else if generic::is_generic(&term.term) {
            counts.generic += 1;
            counts.miss("term not wanted, generic", &gold.text, "", &term.term);
        } else {
            counts.miss("term not wanted", &gold.text, "", &term.term);
        }
    }
}

/// Whether a term stands in a name, or holds one.
fn leaks(gold: &Sentence, term: &ArticleTerm) -> bool {
    let mut names = gold.names.iter().flat_map(|name| gold.text.match_indices(name.as_str()));
    names.any(|(at, name)| term.occurrences.iter().any(|o| overlaps(&o.range, &(at..at + name.len()))))
}
