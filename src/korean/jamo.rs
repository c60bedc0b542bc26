//! Hangul letters: syllables and what they are made of.

use unicode_normalization::UnicodeNormalization;

const SYLLABLES: std::ops::RangeInclusive<char> = '가'..='힣';
const FIRST: u32 = 0xAC00;
const VOWELS: u32 = 21;
const TAILS: u32 = 28;

const LEADS: [char; 19] =
    ['ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ'];
/// The vowels stand in Unicode in this order, from ㅏ.
const FIRST_VOWEL: u32 = 'ㅏ' as u32;
const FINALS: [char; 28] = [
    '\0', 'ㄱ', 'ㄲ', 'ㄳ', 'ㄴ', 'ㄵ', 'ㄶ', 'ㄷ', 'ㄹ', 'ㄺ', 'ㄻ', 'ㄼ', 'ㄽ', 'ㄾ', 'ㄿ', 'ㅀ', 'ㅁ', 'ㅂ', 'ㅄ',
    'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ',
];

/// A syllable by Unicode's indices: 19 leads, 21 vowels, 28 tails of which 0 is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Syllable {
    pub lead: u8,
    pub vowel: u8,
    pub tail: u8,
}

impl Syllable {
    /// `None` when an index is out of range.
    pub fn compose(self) -> Option<char> {
        let (lead, vowel, tail) = (u32::from(self.lead), u32::from(self.vowel), u32::from(self.tail));
        let fits = lead < 19 && vowel < VOWELS && tail < TAILS;
        if fits { char::from_u32(FIRST + (lead * VOWELS + vowel) * TAILS + tail) } else { None }
    }
}

pub fn nfc(text: &str) -> String {
    text.nfc().collect()
}

pub fn is_syllable(c: char) -> bool {
    SYLLABLES.contains(&c)
}

/// Syllables, letters of the keyboard (U+3131) and conjoining letters (U+1100).
pub fn is_hangul(c: char) -> bool {
    is_syllable(c) || matches!(c, '\u{3131}'..='\u{3163}' | '\u{1100}'..='\u{11FF}')
}

pub fn decompose(c: char) -> Option<Syllable> {
    if !is_syllable(c) {
        return None;
    }
    let index = c as u32 - FIRST;
    let part = |n: u32| u8::try_from(n).ok();
    Some(Syllable {
        lead: part(index / (VOWELS * TAILS))?,
        vowel: part(index / TAILS % VOWELS)?,
        tail: part(index % TAILS)?,
    })
}

/// The initial consonants: ㅎㅇㅈㅊ for 해외진출; other characters stay.
pub fn chosung(text: &str) -> String {
    text.chars().map(|c| decompose(c).map_or(c, |s| LEADS[usize::from(s.lead)])).collect()
}

/// The letter of a lead by its index.
pub fn chosung_letter(lead: usize) -> Option<char> {
    LEADS.get(lead).copied()
}

/// The letter of a vowel by its index.
pub fn vowel_letter(vowel: usize) -> Option<char> {
    u32::try_from(vowel).ok().filter(|&v| v < VOWELS).and_then(|v| char::from_u32(FIRST_VOWEL + v))
}

/// A conjoining letter (U+1100 and on) as the letter of the keyboard; other characters stay.
pub fn compatibility(c: char) -> char {
    let letter = match c as u32 {
        u @ 0x1100..=0x1112 => LEADS.get((u - 0x1100) as usize).copied(),
        u @ 0x1161..=0x1175 => char::from_u32(FIRST_VOWEL + u - 0x1161),
        u @ 0x11A8..=0x11C2 => FINALS.get((u - 0x11A7) as usize).copied(),
        _ => None,
    };
    letter.unwrap_or(c)
}

/// Whether a noun's last sound is a consonant, as particles ask: 은 after 글, 는 after 기사. Digits and letters are
/// taken by their Korean reading (8 팔, M 엠); `None` where nothing can be read.
pub fn ends_in_consonant(text: &str) -> Option<bool> {
    let last = text.chars().last()?;
    match last {
        '0' | '1' | '3' | '6' | '7' | '8' => Some(true),
        '2' | '4' | '5' | '9' => Some(false),
        'L' | 'M' | 'N' | 'R' | 'l' | 'm' | 'n' | 'r' => Some(true),
        c if c.is_ascii_alphabetic() => Some(false),
        c => decompose(c).map(|s| s.tail != 0),
    }
}

/// Whether the last sound is ㄹ, after which 로 stands and not 으로.
pub fn ends_in_rieul(text: &str) -> bool {
    const RIEUL: u8 = 8;
    match text.chars().last() {
        Some('1' | '7' | '8' | 'L' | 'R' | 'l' | 'r') => true,
        Some(c) => decompose(c).is_some_and(|s| s.tail == RIEUL),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_syllable_comes_apart_and_together() {
        for c in SYLLABLES {
            assert_eq!(decompose(c).and_then(Syllable::compose), Some(c));
        }
        assert_eq!(Syllable { lead: 19, vowel: 0, tail: 0 }.compose(), None);
    }

    #[test]
    fn initials_are_taken_and_the_rest_stays() {
        assert_eq!(chosung("해외진출"), "ㅎㅇㅈㅊ");
        assert_eq!(chosung("M&A 시장"), "M&A ㅅㅈ");
    }

    #[test]
    fn conjoining_letters_become_those_of_the_keyboard() {
        assert_eq!(
            ['\u{1112}', '\u{1161}', '\u{11AB}', '\u{11AF}', '\u{11C2}'].map(compatibility),
            ['ㅎ', 'ㅏ', 'ㄴ', 'ㄹ', 'ㅎ']
        );
        assert_eq!(compatibility('가'), '가');
    }

    #[test]
    fn the_last_sound_is_heard_in_digits_and_letters_too() {
        assert_eq!(ends_in_consonant("진출"), Some(true));
        assert_eq!(ends_in_consonant("투자"), Some(false));
        assert_eq!(ends_in_consonant("10"), Some(true));
        assert_eq!(ends_in_consonant("M&A"), Some(false));
        assert_eq!(ends_in_consonant("?"), None);
        assert!(ends_in_rieul("진출") && !ends_in_rieul("시장"));
    }
}
