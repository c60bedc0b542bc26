//! The checks of the house lexicon: a line that was mended by hand is held to the form of all others.

use std::collections::HashMap;

use super::{Entry, FILES, character, read};
use crate::korean::jamo;

/// Parts of speech that a line may have.
const POS: [&str; 14] =
    ["n", "nv", "na", "v", "a", "adv", "det", "suf", "pre", "abbr", "idiom", "num", "phrase", "conj"];

/// Syllables that are no reading of their character in the table, and right: second readings of 不 (before ㄷ and ㅈ), 更,
/// 北, 糖 and 兔, the sound that 炸 has in 자장면, and 두둔, written 斗頓 by custom.
const READ_OTHERWISE: &[(char, char)] =
    &[('부', '不'), ('갱', '更'), ('배', '北'), ('탕', '糖'), ('토', '兔'), ('자', '炸'), ('둔', '頓')];

fn entries() -> impl Iterator<Item = (&'static str, Entry)> {
    FILES.iter().flat_map(|file| file.lines()).filter_map(|line| Some((line, read(line)?)))
}

#[test]
fn every_line_has_its_seven_columns_in_form() {
    for file in FILES {
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            assert_eq!(line.split('\t').count(), 7, "{line}");
            assert!(!line.split('\t').any(|cell| cell != cell.trim() || cell.contains("  ")), "spaces: {line}");
            assert_eq!(jamo::nfc(line), line, "normal form: {line}");
        }
    }
    for (line, entry) in entries() {
        assert!(POS.contains(&entry.pos), "part of speech: {line}");
        assert!((1..=6).contains(&entry.level), "level: {line}");
        assert!(!entry.domain.is_empty() && entry.domain.chars().all(|c| c.is_ascii_lowercase()), "field: {line}");
        let letters = |c: char| jamo::is_syllable(c) || c.is_ascii_alphanumeric() || " &.-+/·".contains(c);
        assert!(entry.word.chars().all(letters), "headword: {line}");
    }
}

#[test]
fn no_line_stands_twice() {
    let mut seen = HashMap::new();
    for (line, entry) in entries() {
        let other = seen.insert((entry.word, entry.pos, entry.hanja, entry.gloss), line);
        assert_eq!(other, None, "{line}");
    }
}

#[test]
fn every_character_is_read_as_its_syllable() {
    let mut wrong = Vec::new();
    for (line, entry) in entries() {
        let Some(hanja) = entry.hanja else { continue };
        let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<Vec<_>>();
        let (word, hanja) = (solid(entry.word), solid(hanja));
        if word.len() != hanja.len() {
            // 하다 and other endings of native words are not written out in hanja.
            continue;
        }
        for (&syllable, &written) in word.iter().zip(&hanja) {
            let is_fine = syllable == written
                || character(written).is_none_or(|c| c.sounds().any(|sound| same_sound(sound, syllable)))
                || READ_OTHERWISE.contains(&(syllable, written));
            if !is_fine {
                wrong.push(format!("{syllable} {written}: {line}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether `syllable` is `sound`, or what it becomes at the front of a word (녀 → 여, 량 → 양, 락 → 낙) or behind a vowel
/// (률 → 율), or in front of a native word (세 → 셋값).
fn same_sound(sound: char, syllable: char) -> bool {
    let (Some(a), Some(b)) = (jamo::decompose(sound), jamo::decompose(syllable)) else { return false };
    // Letters by their number: ㄴ 2, ㄹ 5, ㅇ 11; a final ㅅ, 19, joins it to a native word (전셋값).
    let front = a.lead == b.lead || matches!((a.lead, b.lead), (5, 2 | 11) | (2, 11 | 5) | (11, 5));
    front && a.vowel == b.vowel && (a.tail == b.tail || (a.tail, b.tail) == (0, 19))
}

#[test]
fn parts_in_a_note_make_their_word() {
    for (line, entry) in entries() {
        let Some(note) = entry.note else { continue };
        for item in note.split("; ").filter(|item| item.contains('+') && !item.contains(' ')) {
            let together: String = item.split('+').collect();
            let solid: String = entry.word.chars().filter(|c| !c.is_whitespace()).collect();
            assert_eq!(together, solid, "{line}");
        }
    }
}
