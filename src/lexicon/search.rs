//! Search in the house lexicon: by the beginning of a word, by its initial consonants, by English. The whole lexicon has
//! some 19,000 words: going through all glosses takes about a millisecond.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::{Entry, table};
use crate::korean::jamo;
use crate::vocab::TermKey;

struct Line {
    key: String,
    chosung: String,
    entries: &'static [Entry],
    /// The glosses of the entries in small letters.
    glosses: Vec<String>,
}

/// Entries whose key (without spaces, in small letters) is not before `from` and before `until`, by key.
pub fn by_key(from: &str, until: &str) -> impl Iterator<Item = &'static Entry> {
    let start = lines().partition_point(|line| line.key.as_str() < from);
    let end = lines().partition_point(|line| line.key.as_str() < until);
    lines().get(start..end).unwrap_or_default().iter().flat_map(|line| line.entries)
}

/// Entries whose initial consonants are not before `from` and before `until`.
pub fn by_chosung(from: &str, until: &str) -> impl Iterator<Item = &'static Entry> {
    let between = move |line: &&Line| (from..until).contains(&line.chosung.as_str());
    lines().iter().filter(between).flat_map(|line| line.entries)
}

/// Entries that are written with `hanja`.
pub fn by_hanja(hanja: &str) -> impl Iterator<Item = &'static Entry> {
    let written = move |entry: &&Entry| entry.hanja.is_some_and(|own| own.contains(hanja));
    lines().iter().flat_map(|line| line.entries).filter(written)
}

/// Entries whose gloss has all `words`, which are in small letters; the last one may be the beginning of a word only.
pub fn by_english(words: &[String]) -> impl Iterator<Item = &'static Entry> {
    lines()
        .iter()
        .flat_map(|line| line.entries.iter().zip(&line.glosses))
        .filter(move |(_, gloss)| words.iter().all(|word| gloss.contains(word.as_str())) && has_all(gloss, words))
        .map(|(entry, _)| entry)
}

fn has_all(gloss: &str, words: &[String]) -> bool {
    let has = |fits: &dyn Fn(&str) -> bool| gloss.split(|c: char| !c.is_alphanumeric()).any(fits);
    let Some((last, others)) = words.split_last() else { return false };
    has(&|own| own.starts_with(last.as_str())) && others.iter().all(|word| has(&|own| own == word))
}

fn lines() -> &'static [Line] {
    static LINES: OnceLock<Vec<Line>> = OnceLock::new();
    LINES.get_or_init(|| {
        let line = |(word, entries): (&Cow<str>, &'static Vec<Entry>)| {
            let key = TermKey::of(word).as_str().to_owned();
            let glosses = entries.iter().map(|entry| entry.gloss.to_lowercase()).collect();
            Line { chosung: jamo::chosung(&key), key, entries, glosses }
        };
        let mut lines: Vec<Line> = table().iter().map(line).collect();
        lines.sort_by(|a, b| a.key.cmp(&b.key));
        lines
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_finds_its_words() {
        let words = |found: &mut dyn Iterator<Item = &'static Entry>| found.map(|e| e.word).collect::<Vec<_>>();
        assert!(words(&mut by_key("해외진", "해외짆")).contains(&"해외진출"));
        assert!(words(&mut by_chosung("ㅎㅇㅈㅊ", "ㅎㅇㅈㅋ")).contains(&"해외진출"));
        assert!(words(&mut by_hanja("進出")).contains(&"해외진출"));
        let found = words(&mut by_english(&["interest".into(), "ra".into()]));
        assert!(found.contains(&"금리"), "{found:?}");
    }
}
