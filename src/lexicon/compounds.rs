//! How many of the lexicon's compounds are made with a noun: 시장 ends hundreds, 수영장 ends few. What is made as many
//! others are is a term sooner than what is not.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{split, table};

/// Compounds of two parts that a noun begins, and those that it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Compounds {
    pub begun: u32,
    pub ended: u32,
}

/// The lexicon's compounds that have `noun` as a part. Homographs of a compound count once.
pub fn compounds_of(noun: &str) -> Compounds {
    static TABLE: OnceLock<FxHashMap<&str, Compounds>> = OnceLock::new();
    TABLE.get_or_init(count).get(noun).copied().unwrap_or_default()
}

fn count() -> FxHashMap<&'static str, Compounds> {
    let seams = table().values().flatten().filter(|entry| entry.note.is_some_and(|note| note.contains('+')));
    let seams: FxHashSet<[&str; 2]> = seams.filter_map(|entry| split(entry.word)).collect();
    let mut counts: FxHashMap<&str, Compounds> = FxHashMap::default();
    for [first, second] in seams {
        counts.entry(first).or_default().begun += 1;
        counts.entry(second).or_default().ended += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_ends_more_compounds_than_a_word_that_stands_alone() {
        assert!(compounds_of("시장").ended > 20);
        assert!(compounds_of("시장").ended > 10 * compounds_of("수영장").ended);
        assert!(compounds_of("해외").begun > compounds_of("해외").ended);
        assert_eq!(compounds_of("없는말"), Compounds::default());
    }
}
