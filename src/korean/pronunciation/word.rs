//! Reads a word: lays hanja and parts over its syllables, and guesses the parts that nobody named.

use super::morphemes::{self, VERBAL};
use super::sound::{Origin, Sound};
use super::{Kind, Word};
use crate::korean::jamo;

/// A piece of a word. Nothing is said across two pieces.
pub(super) enum Run {
    Syllables { sounds: Vec<Sound>, predicate: bool },
    Other(char),
}

pub(super) fn read(word: &Word<'_>) -> Vec<Run> {
    let letters: Vec<char> = word.form.chars().filter(|c| !c.is_whitespace()).collect();
    let origins = origins(&letters, word.hanja.unwrap_or_default());
    let starts = starts(&letters, word.parts);
    let mut runs = Vec::new();
    let mut sounds: Vec<Sound> = Vec::new();
    let mut at = 0;
    for c in word.form.chars() {
        let origin = origins.get(at).copied().unwrap_or(Origin::Unknown);
        let starts_part = starts.as_ref().is_some_and(|starts| starts.contains(&at));
        at += usize::from(!c.is_whitespace());
        match Sound::new(c, origin, starts_part) {
            Some(sound) => sounds.push(sound),
            None => {
                finish(&mut sounds, starts.is_some(), false, &mut runs);
                runs.push(Run::Other(c));
            }
        }
    }
    finish(&mut sounds, starts.is_some(), word.kind == Kind::Predicate, &mut runs);
    runs
}

fn finish(sounds: &mut Vec<Sound>, parts_known: bool, predicate: bool, runs: &mut Vec<Run>) {
    if sounds.is_empty() {
        return;
    }
    let mut sounds = std::mem::take(sounds);
    if let Some(first) = sounds.first_mut() {
        first.starts_part = true;
    }
    if parts_known {
        split_long_parts(&mut sounds);
    } else {
        guess_parts(&mut sounds);
    }
    runs.push(Run::Syllables { sounds, predicate });
}

/// One origin for each letter of the form, or none at all where hanja and form do not fit.
fn origins(letters: &[char], hanja: &str) -> Vec<Origin> {
    let mut hanja: Vec<char> = hanja.chars().filter(|c| !c.is_whitespace()).collect();
    if hanja.is_empty() {
        return Vec::new();
    }
    // A dictionary gives 可能 for 가능하다 too.
    if let Some(rest) = letters.get(hanja.len()..)
        && VERBAL.contains(&rest.iter().collect::<String>().as_str())
    {
        hanja.extend(rest);
    }
    if hanja.len() != letters.len() {
        return Vec::new();
    }
    let origin = |c: &char| match *c {
        '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' => Origin::Hanja(*c),
        c if jamo::is_syllable(c) => Origin::Native,
        _ => Origin::Unknown,
    };
    hanja.iter().map(origin).collect()
}

/// Where the parts begin; `None` where they are not known.
fn starts(letters: &[char], parts: &[String]) -> Option<Vec<usize>> {
    let mut starts = Vec::new();
    let mut rest = letters;
    for part in parts {
        starts.push(letters.len() - rest.len());
        for c in part.chars().filter(|c| !c.is_whitespace()) {
            rest = rest.split_first().filter(|(first, _)| **first == c)?.1;
        }
    }
    (!parts.is_empty() && rest.is_empty()).then_some(starts)
}

/// Sino-Korean words are built of pairs: 投資證券 is two and two, 經營權 two and one. Between hanja and Hangul there is a
/// seam too, and before 하다.
fn guess_parts(sounds: &mut [Sound]) {
    let mut end = sounds.len();
    let text: String = sounds.iter().map(|s| s.written).collect();
    if let Some(verbal) = VERBAL.iter().filter(|v| text.ends_with(**v) && **v != text).max_by_key(|v| v.len()) {
        end -= verbal.chars().count();
        if let Some(sound) = sounds.get_mut(end) {
            sound.starts_part = true;
        }
    }
    let Some(stem) = sounds.get_mut(..end) else { return };
    for run in stem.chunk_by_mut(|a, b| std::mem::discriminant(&a.origin) == std::mem::discriminant(&b.origin)) {
        if let Some(first) = run.first_mut() {
            first.starts_part = true;
        }
        if run.iter().all(|s| s.origin != Origin::Native && morphemes::may_be_sino(s.written)) {
            split_in_pairs(run);
        }
    }
}

/// The parts of a compound may be compounds themselves: 계절조정 in 계절조정+치. A phrase of four characters before 하다
/// is one word, and so is whatever is known to have no parts.
fn split_long_parts(sounds: &mut [Sound]) {
    let verbal = |part: &[Sound]| {
        let text: String = part.iter().map(|s| s.written).collect();
        VERBAL.contains(&text.as_str())
    };
    let parts: Vec<&[Sound]> = sounds.chunk_by(|_, next| !next.starts_part).collect();
    if parts.len() < 2 || parts.iter().any(|part| verbal(part)) {
        return;
    }
    for part in sounds.chunk_by_mut(|_, next| !next.starts_part) {
        if part.len() == 4 && part.iter().all(|s| s.origin.hanja().is_some()) {
            split_in_pairs(part);
        }
    }
}

fn split_in_pairs(run: &mut [Sound]) {
    let length = run.len();
    let odd = !length.is_multiple_of(2);
    if let [first, second, _] = run
        && first.origin.hanja().zip(second.origin.hanja()).is_some_and(|(a, b)| morphemes::is_prefix(a, b))
    {
        second.starts_part = true;
        return;
    }
    // 3 is two and one; for 5 the lone last syllable must be one that often stands so. Longer runs have too many ways.
    if length > 6 || odd && length > 3 && !run.last().is_some_and(|last| morphemes::often_last(last.written)) {
        return;
    }
    for at in (2..length).step_by(2) {
        if let Some(sound) = run.get_mut(at) {
            sound.starts_part = true;
        }
    }
}
