//! Words whose sound no rule foretells, written by hand: business vocabulary and common words first.
//!
//! An entry respells its word as far as the general rules need it (검열 as 검녈, 값어치 as 갑어치); they do the rest, also
//! towards what stands around the word. It holds inside longer words too, where it begins or ends a part.

mod native;
mod nieun;
mod sino;

use super::sound::{Origin, Sound};

/// The word, its hanja (empty: native; Hangul for native syllables), and how it is said.
type Entry = (&'static str, &'static str, &'static str);

/// The longest word listed.
const LONGEST: usize = 5;

/// Every table with whether it also speaks where hanja are unknown: homographs (上場 beside 賞狀) need theirs.
const TABLES: [(&[Entry], bool); 6] = [
    (native::TENSE, true),
    (nieun::NIEUN, true),
    (nieun::OTHER, true),
    (sino::TENSE, true),
    (sino::TENSE_BY_HANJA, false),
    (sino::PLAIN, true),
];

pub(super) fn apply(sounds: &mut [Sound]) {
    let mut at = 0;
    while at < sounds.len() {
        at += longest_at(sounds, at).unwrap_or(1);
    }
}

/// Respells by the longest entry that fits here and gives its length.
fn longest_at(sounds: &mut [Sound], at: usize) -> Option<usize> {
    for length in (2..=LONGEST.min(sounds.len() - at)).rev() {
        let edge = sounds.get(at + length).is_none_or(|next| next.starts_part);
        let window = sounds.get_mut(at..at + length)?;
        let word: String = window.iter().map(|s| s.written).collect();
        let fits = |entry: &&Entry, guess| entry.0 == word && agrees(entry, window, guess, edge);
        let found = TABLES.iter().find_map(|(table, guess)| {
            let from = table.partition_point(|entry| entry.0 < word.as_str());
            table.get(from..)?.iter().take_while(|entry| entry.0 == word).find(|entry| fits(entry, *guess))
        });
        if let Some((_, _, said)) = found {
            for (index, (sound, said)) in window.iter_mut().zip(said.chars()).enumerate() {
                sound.respell(said);
                sound.settled = index > 0;
            }
            return Some(length);
        }
    }
    None
}

fn agrees(entry: &Entry, window: &[Sound], guess: bool, edge: bool) -> bool {
    let (word, hanja, _) = *entry;
    let expected = if hanja.is_empty() { word } else { hanja };
    let unknown = window.iter().filter(|s| s.origin == Origin::Unknown).count();
    let begins = window.first().is_some_and(|first| first.starts_part);
    let across = window.iter().skip(1).any(|s| s.starts_part);
    let placed = begins || !across && edge && (unknown == 0 || hanja.is_empty());
    let letters =
        window.iter().zip(expected.chars().zip(word.chars())).all(|(sound, (hanja, hangul))| match sound.origin {
            Origin::Hanja(c) => c == hanja,
            Origin::Native => hanja == hangul,
            Origin::Unknown => guess,
        });
    placed && letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted_and_their_columns_agree() {
        for (table, _) in TABLES {
            assert!(table.is_sorted(), "{:?}", table.windows(2).find(|pair| pair[0] > pair[1]));
            for (word, hanja, said) in table {
                let length = word.chars().count();
                assert!((2..=LONGEST).contains(&length), "{word}");
                assert_eq!(said.chars().count(), length, "{word}");
                assert!(hanja.is_empty() || hanja.chars().count() == length, "{word}");
            }
        }
    }
}
