//! What a typed answer is worth, as a good teacher would say.
//!
//! In this order: the word itself in whatever dress; a word that the reader accepted for it; the word in another form; a
//! real other word, which fits or is wrong but is never a slip, even if it is one key away (인상 for 인수); a near miss;
//! and else wrong. What fits is decided by [`OwnWords::fits`].

mod forms;
mod letters;
mod slip;

use super::{OwnWords, Remark, Verdict, Word};
use crate::korean::{jamo, josa, keyboard};
use crate::lexicon;
use crate::vocab::{Kind, Pos};

pub use letters::{Letter, Piece, Sign, align, is_telling, marked};
pub use slip::Slip;

/// What the blank holds and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expected<'a> {
    /// The blanked letters: 두드려 of 두드려야.
    pub answer: &'a str,
    /// The sentence behind the blank.
    pub after: &'a str,
    /// The term that is asked: 두드리다.
    pub word: &'a Word,
}

/// A verdict and its reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    pub verdict: Verdict,
    /// How the answer was read where the keyboard stood in the other mode.
    pub read_as: Option<String>,
    /// What kind of slip it was, of a near miss.
    pub slip: Option<Slip>,
    /// The other word that was given, or that stood in the place of a part.
    pub other: Option<String>,
    /// With an other word: the whole of what was given in the term's place, without a particle.
    pub given: Option<String>,
    /// The answer beside what was given, where they differ.
    pub letters: Vec<Letter>,
    /// Indices of the term's parts that were missed while others were right.
    pub missed: Vec<usize>,
}

impl Judgement {
    fn of(verdict: Verdict) -> Self {
        Self { verdict, read_as: None, slip: None, other: None, given: None, letters: Vec::new(), missed: Vec::new() }
    }
}

/// Judges what was typed. Spaces, letter case, quotation marks, a full stop, a particle and what follows the blank in the
/// sentence are no errors; an answer typed with the keyboard in the other mode is read as it was meant.
pub fn judge(expected: &Expected, own: &OwnWords, typed: &str) -> Judgement {
    let given = compare(expected, own, typed);
    if given.verdict != Verdict::Wrong {
        return given;
    }
    let Some(read) = other_mode(typed) else { return given };
    let meant = compare(expected, own, &read);
    if meant.verdict == Verdict::Wrong { given } else { Judgement { read_as: Some(read), ..meant } }
}

/// Whether what was typed is the blank's own letters, so that [`judge`] calls it correct whatever words the reader has.
pub fn is_itself(answer: &str, typed: &str) -> bool {
    let typed = plain(typed);
    !typed.is_empty() && typed == plain(answer)
}

/// Judges a choice. `right` is the choice that is right, which need not be the blank's own letters.
pub fn judge_choice(expected: &Expected, own: &OwnWords, right: &str, chosen: &str) -> Judgement {
    if chosen == right {
        return Judgement::of(Verdict::Correct);
    }
    let fits = own.fits(expected.word, chosen);
    let verdict = if fits { Verdict::FitsNotHere } else { Verdict::Wrong };
    Judgement {
        other: Some(chosen.to_owned()),
        given: Some(chosen.to_owned()),
        missed: missed(expected.word, &plain(chosen)),
        ..Judgement::of(verdict)
    }
}

/// What the keys of `typed` mean in the other mode of the keyboard.
fn other_mode(typed: &str) -> Option<String> {
    let typed = jamo::nfc(typed.trim());
    if typed.chars().any(jamo::is_hangul) {
        let keys = keyboard::keys(&typed);
        return keys.is_ascii().then_some(keys);
    }
    let hangul = keyboard::hangul_from_keys(&typed);
    hangul.chars().any(jamo::is_syllable).then_some(hangul)
}

/// Letters and digits only, NFC, lower case: what counts. Letters of the keyboard that stand alone (ㅎㅐㅇㅗㅣ) are put
/// together as an input method would have.
fn plain(text: &str) -> String {
    let text = jamo::nfc(text);
    let plain: String = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let loose = |c: char| jamo::is_hangul(c) && !jamo::is_syllable(c);
    if plain.chars().any(loose) { put_together(&plain) } else { plain }
}

/// Runs of Hangul typed anew; Latin letters beside them are no keys.
fn put_together(text: &str) -> String {
    let mut out = String::new();
    let mut run = String::new();
    for c in text.chars() {
        if jamo::is_hangul(c) {
            run.push(c);
        } else {
            out.push_str(&keyboard::hangul_from_keys(&keyboard::keys(&run)));
            run.clear();
            out.push(c);
        }
    }
    out + &keyboard::hangul_from_keys(&keyboard::keys(&run))
}

fn compare(expected: &Expected, own: &OwnWords, typed: &str) -> Judgement {
    let typed = plain(typed);
    let (answer, term) = (plain(expected.answer), plain(&expected.word.term));
    if typed.is_empty() {
        return Judgement::of(Verdict::Wrong);
    }
    let readings = readings(&typed, expected.after, own);
    if typed == answer || with_what_follows(&answer, expected.after, &typed, own) {
        return Judgement::of(Verdict::Correct);
    }
    if readings.iter().any(|reading| own.said(&expected.word.term, reading, Remark::Accepted)) {
        return Judgement::of(Verdict::Correct);
    }
    let bare = readings.last().map_or("", String::as_str);
    let letters = align(&answer, nearest(&answer, &readings));
    if readings.iter().any(|reading| is_other_form(expected.word, &term, reading, own)) {
        return Judgement { letters, ..Judgement::of(Verdict::CorrectOtherForm) };
    }
    if let Some((other, given)) = other_word(expected.word, &answer, &readings, own) {
        let verdict = if own.fits(expected.word, &given) { Verdict::FitsNotHere } else { Verdict::Wrong };
        let missed = missed(expected.word, bare);
        return Judgement { other: Some(other), given: Some(given), letters, missed, ..Judgement::of(verdict) };
    }
    let said = said(expected, &answer);
    let slip = readings
        .iter()
        .find_map(|reading| slip::slip(&answer, reading, &said).or_else(|| slip::slip(&term, reading, &said)));
    if slip.is_some() {
        return Judgement { slip, letters, ..Judgement::of(Verdict::Spelling) };
    }
    Judgement { letters, missed: missed(expected.word, bare), ..Judgement::of(Verdict::Wrong) }
}

/// `typed` itself, then without a particle, or without what follows the blank, at its end: the longest first. What is
/// a word with its particle is not taken apart: 기업가 is not 기업 with 가.
fn readings(typed: &str, after: &str, own: &OwnWords) -> Vec<String> {
    let after = plain(after);
    let mut readings = vec![typed.to_owned()];
    for (at, _) in typed.char_indices().skip(1).collect::<Vec<_>>().into_iter().rev() {
        if let (Some(front), Some(rest)) = (typed.get(..at), typed.get(at..))
            && (after.starts_with(rest) || is_particle(front, rest, typed, own))
        {
            readings.push(front.to_owned());
        }
    }
    readings
}

/// The reading whose length is nearest to the answer's.
fn nearest<'a>(answer: &str, readings: &'a [String]) -> &'a str {
    let length = answer.chars().count();
    readings.iter().min_by_key(|reading| reading.chars().count().abs_diff(length)).map_or("", String::as_str)
}

/// What with its noun is a word of its own (투자가, 할인) is no particle, whether the noun could have it or not.
fn is_particle(noun: &str, rest: &str, both: &str, own: &OwnWords) -> bool {
    josa::is_josa(rest) && !own.is_headword(both) && (josa::agrees(noun, rest) || !own.is_word(both))
}

/// The answer with a particle, or with the letters that follow it in the sentence up to the next space or beyond.
fn with_what_follows(answer: &str, after: &str, typed: &str, own: &OwnWords) -> bool {
    let Some(rest) = typed.strip_prefix(answer).filter(|rest| !rest.is_empty()) else { return false };
    is_particle(answer, rest, typed, own) || plain(after).starts_with(rest)
}

/// The dictionary form, or another form of the verb, or the whole idiom of which the noun is asked. What is a word of its
/// own (오류 for 오르다) is a form only where the whole stem is in it.
fn is_other_form(word: &Word, term: &str, typed: &str, own: &OwnWords) -> bool {
    if typed == term {
        return true;
    }
    if word.kind == Kind::Idiom {
        return false;
    }
    // Of a stem of one syllable there are too many words: 적자 is no form of 적다, 열기 none of 열다.
    let stem = term.strip_suffix('다').filter(|stem| stem.chars().count() > 1);
    let whole_stem = stem.is_some_and(|stem| typed.starts_with(stem) && typed != stem);
    forms::is_form_of(term, typed) && (whole_stem || !own.is_headword(typed))
}

/// The real word that was given in the place of the term, or of one of its parts (지출 in 해외지출 for 해외진출); and the
/// whole of what was given.
fn other_word(word: &Word, answer: &str, readings: &[String], own: &OwnWords) -> Option<(String, String)> {
    let term = plain(&word.term);
    let root = lexicon::root(&term);
    let itself = |text: &str| text == term || text == answer || root == Some(text);
    let whole = readings.iter().find(|reading| {
        let root = lexicon::root(reading).is_some_and(|root| own.is_word(root));
        let known = root || own.is_word(reading) || own.said(&word.term, reading, Remark::Fits);
        known && !itself(reading) && reading.chars().count() > 1
    });
    if let Some(whole) = whole {
        return Some((whole.clone(), whole.clone()));
    }
    if matches!(word.pos, Pos::Verb | Pos::Adjective)
        && root.is_none()
        && let Some(verb) = readings.iter().find_map(|reading| forms::verb_of(reading, &term))
    {
        return Some((verb.to_owned(), verb.to_owned()));
    }
    let parts: Vec<String> = word.parts.iter().map(|part| plain(part)).collect();
    if parts.len() < 2 || parts.concat() != answer {
        return None;
    }
    readings.iter().find_map(|reading| {
        parts.iter().enumerate().find_map(|(at, part)| {
            let (front, back) = (parts.get(..at)?.concat(), parts.get(at + 1..)?.concat());
            let given = reading.strip_prefix(front.as_str())?.strip_suffix(back.as_str())?;
            let real = given != part && given.chars().count() > 1 && own.is_word(given);
            real.then(|| (given.to_owned(), reading.clone()))
        })
    })
}

/// The parts of a compound that are not in what was given, where others are.
fn missed(word: &Word, given: &str) -> Vec<usize> {
    let parts: Vec<String> = word.parts.iter().map(|part| plain(part)).collect();
    if parts.len() < 2 || parts.concat() != plain(&word.term) {
        return Vec::new();
    }
    let missed: Vec<usize> =
        parts.iter().enumerate().filter(|(_, part)| !given.contains(part.as_str())).map(|(at, _)| at).collect();
    if missed.len() == parts.len() { Vec::new() } else { missed }
}

/// How the answer is said; only for a blank that holds the whole term.
fn said(expected: &Expected, answer: &str) -> String {
    let word = expected.word;
    if plain(&word.term) != answer {
        return String::new();
    }
    plain(&lexicon::pronunciation(&word.term, word.pos, &word.parts))
}

#[cfg(test)]
mod tests;
