//! The layer beneath the house lexicon: hanja and glosses by way of Japanese cognates, made by
//! `assets/generated/make.py` (CC BY-SA 4.0). Unpacked when the house has no word for something for the first time.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

static PACKED: &[u8] = include_bytes!("../../assets/generated/words.tsv.zst");
/// Rows below this confidence are not shown; see the measured errors in `assets/generated/README.md`.
const CONFIDENCE: u8 = 6;

/// Frequency (Zipf times ten) from which on a word is taken for one that everybody knows.
const COMMON: u8 = 35;

/// What a Japanese cognate tells of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cognate {
    pub hanja: &'static str,
    pub gloss: &'static str,
}

/// The cognate of a Sino-Korean noun or root, where there is one and it can be trusted.
pub fn find(word: &str) -> Option<Cognate> {
    table().get(word).copied()
}

/// Whether `word` is one that Korean uses often, with a gloss or without.
pub fn is_common(word: &str) -> bool {
    static COMMON_WORDS: OnceLock<HashSet<&'static str>> = OnceLock::new();
    let frequent = |line: &'static str| {
        let mut cells = line.split('\t');
        let word = cells.next()?;
        let frequency: u8 = cells.nth(3)?.parse().ok()?;
        (frequency >= COMMON).then_some(word)
    };
    COMMON_WORDS.get_or_init(|| text().lines().filter_map(frequent).collect()).contains(word)
}

fn table() -> &'static HashMap<&'static str, Cognate> {
    static TABLE: OnceLock<HashMap<&'static str, Cognate>> = OnceLock::new();
    TABLE.get_or_init(|| text().lines().filter_map(read).collect())
}

/// The file, unpacked once.
fn text() -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    TEXT.get_or_init(|| super::unpacked(PACKED))
}

/// One line: word, class, hanja, gloss, frequency, confidence.
fn read(line: &'static str) -> Option<(&'static str, Cognate)> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [word, _, hanja, gloss, _, confidence] = cells.as_slice() else { return None };
    let trusted = confidence.parse::<u8>().is_ok_and(|confidence| confidence >= CONFIDENCE);
    (trusted && !gloss.is_empty()).then_some((*word, Cognate { hanja, gloss }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_layer_is_unpacked_whole() {
        assert!(table().len() > 20_000, "{}", table().len());
    }

    #[test]
    fn common_words_are_known_with_or_without_a_gloss() {
        assert!(is_common("기압") && is_common("자본"));
        assert!(!is_common("해왜") && !is_common("가가대소"));
    }

    #[test]
    fn the_house_speaks_first() {
        for word in table().keys().filter(|word| super::super::contains(word)) {
            let meaning = super::super::meaning(word, crate::vocab::Pos::Noun, &[]).unwrap();
            assert!(!meaning.gloss.starts_with('≈'), "{word}");
        }
        let beneath = super::super::meaning("가가대소", crate::vocab::Pos::Noun, &[]).unwrap();
        assert!(beneath.gloss.starts_with("≈ ") && beneath.level.is_none(), "{beneath:?}");
    }
}
