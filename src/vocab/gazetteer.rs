//! Names that news is full of: companies, products, places, people, written by hand in `assets/names`.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

const FILE: &str = include_str!("../../assets/names/names.tsv");

/// What the list says of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    /// It is also an ordinary word: a name only where the context says so.
    pub homograph: bool,
    /// The house lexicon explains this very name.
    pub explained: bool,
    /// Companies are called by it and what follows: 한화 + 솔루션.
    pub begins_companies: bool,
}

/// The name that is written so, spaces and case apart.
pub fn find(name: &str) -> Option<Name> {
    // Hangul is its own key, and nearly all that is asked.
    if name.chars().all(|c| matches!(c, '가'..='힣')) {
        return table().get(name).copied();
    }
    table().get(key(name).as_str()).copied()
}

fn key(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

fn table() -> &'static FxHashMap<String, Name> {
    static TABLE: OnceLock<FxHashMap<String, Name>> = OnceLock::new();
    TABLE.get_or_init(|| FILE.lines().filter_map(read).collect())
}

/// One line: name, class, notes.
fn read(line: &str) -> Option<(String, Name)> {
    let mut cells = line.split('\t');
    let (name, class, note) = (cells.next()?, cells.next()?, cells.next()?);
    let noted = |word: &str| note.split("; ").any(|item| item == word);
    let found = Name { homograph: noted("homograph"), explained: noted("lexicon"), begins_companies: class == "group" };
    (!name.starts_with('#')).then(|| (key(name), found))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon;

    const CLASSES: [&str; 7] = ["company", "group", "organization", "outlet", "person", "place", "product"];

    #[test]
    fn every_line_is_a_name_in_its_class() {
        for line in FILE.lines().filter(|line| !line.starts_with('#')) {
            assert!(read(line).is_some(), "{line}");
            assert!(line.split('\t').nth(1).is_some_and(|class| CLASSES.contains(&class)), "{line}");
        }
    }

    #[test]
    fn a_name_that_the_lexicon_has_as_a_word_is_marked() {
        for line in FILE.lines().filter(|line| !line.starts_with('#')) {
            let (name, _) = line.split_once('\t').unwrap();
            let marked = find(name).unwrap();
            assert!(marked.homograph || marked.explained || !lexicon::contains(name), "{name}");
        }
    }
}
