//! Hangul letters: syllables, what they are made of, and the sound they end in.

use unicode_normalization::UnicodeNormalization;

const FIRST_SYLLABLE: u32 = 0xAC00;
const VOWEL_COUNT: u32 = 21;
const TAIL_COUNT: u32 = 28;
/// The tail index of ㄹ.
const RIEUL: u8 = 8;

const LEADS: [char; 19] =
    ['ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ'];
const VOWELS: [char; 21] = [
    'ㅏ', 'ㅐ', 'ㅑ', 'ㅒ', 'ㅓ', 'ㅔ', 'ㅕ', 'ㅖ', 'ㅗ', 'ㅘ', 'ㅙ', 'ㅚ', 'ㅛ', 'ㅜ', 'ㅝ', 'ㅞ', 'ㅟ', 'ㅠ', 'ㅡ',
    'ㅢ', 'ㅣ',
];
/// The tails from index 1 on; index 0 is no tail.
const TAILS: [char; 27] = [
    'ㄱ', 'ㄲ', 'ㄳ', 'ㄴ', 'ㄵ', 'ㄶ', 'ㄷ', 'ㄹ', 'ㄺ', 'ㄻ', 'ㄼ', 'ㄽ', 'ㄾ', 'ㄿ', 'ㅀ', 'ㅁ', 'ㅂ', 'ㅄ', 'ㅅ',
    'ㅆ', 'ㅇ', 'ㅈ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ',
];
/// Letters that are typed as two. ㄲ and ㅆ are not among them: they are one key with Shift.
const COMPOUNDS: [(char, char, char); 18] = [
    ('ㅘ', 'ㅗ', 'ㅏ'),
    ('ㅙ', 'ㅗ', 'ㅐ'),
    ('ㅚ', 'ㅗ', 'ㅣ'),
    ('ㅝ', 'ㅜ', 'ㅓ'),
    ('ㅞ', 'ㅜ', 'ㅔ'),
    ('ㅟ', 'ㅜ', 'ㅣ'),
    ('ㅢ', 'ㅡ', 'ㅣ'),
    ('ㄳ', 'ㄱ', 'ㅅ'),
    ('ㄵ', 'ㄴ', 'ㅈ'),
    ('ㄶ', 'ㄴ', 'ㅎ'),
    ('ㄺ', 'ㄹ', 'ㄱ'),
    ('ㄻ', 'ㄹ', 'ㅁ'),
    ('ㄼ', 'ㄹ', 'ㅂ'),
    ('ㄽ', 'ㄹ', 'ㅅ'),
    ('ㄾ', 'ㄹ', 'ㅌ'),
    ('ㄿ', 'ㄹ', 'ㅍ'),
    ('ㅀ', 'ㄹ', 'ㅎ'),
    ('ㅄ', 'ㅂ', 'ㅅ'),
];

/// A syllable by Unicode's indices: 19 leads, 21 vowels, 28 tails of which 0 is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Syllable {
    pub lead: u8,
    pub vowel: u8,
    pub tail: u8,
}

impl Syllable {
    /// The syllable as one character. Indices out of range make no syllable; the replacement character U+FFFD shows
    /// the mistake instead of hiding it in a wrong letter.
    #[must_use]
    pub fn compose(self) -> char {
        let (lead, vowel, tail) = (u32::from(self.lead), u32::from(self.vowel), u32::from(self.tail));
        if lead >= 19 || vowel >= VOWEL_COUNT || tail >= TAIL_COUNT {
            return char::REPLACEMENT_CHARACTER;
        }
        let code = FIRST_SYLLABLE + (lead * VOWEL_COUNT + vowel) * TAIL_COUNT + tail;
        char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
    }

    /// The syllable of three letters of the keyboard (U+3131 to U+3163); `None` where they do not fit.
    #[must_use]
    pub fn from_letters(lead: char, vowel: char, tail: Option<char>) -> Option<Self> {
        let tail = match tail {
            Some(tail) => place(&TAILS, tail)? + 1,
            None => 0,
        };
        Some(Self { lead: place(&LEADS, lead)?, vowel: place(&VOWELS, vowel)?, tail })
    }

    /// The letters of the keyboard: lead, vowel, and the tail if there is one.
    #[must_use]
    pub fn letters(self) -> [Option<char>; 3] {
        let tail = usize::from(self.tail).checked_sub(1);
        [
            LEADS.get(usize::from(self.lead)).copied(),
            VOWELS.get(usize::from(self.vowel)).copied(),
            tail.and_then(|tail| TAILS.get(tail).copied()),
        ]
    }
}

fn place(letters: &[char], letter: char) -> Option<u8> {
    letters.iter().position(|&c| c == letter).and_then(|at| u8::try_from(at).ok())
}

/// The text in Unicode's composed form. macOS hands out decomposed names and pastes.
#[must_use]
pub fn nfc(text: &str) -> String {
    // Nearly every text is made of these alone, and looking each of them up in Unicode's tables takes its time.
    if text.chars().all(is_composed) { text.to_owned() } else { text.nfc().collect() }
}

/// Whether `c` is its own composed form and composes with no other such character: Latin letters, Korean syllables,
/// Chinese characters, dashes, quotation marks and geometric shapes.
const fn is_composed(c: char) -> bool {
    matches!(c, '\0'..'\u{300}' | '가'..='힣' | '\u{4E00}'..='\u{9FA5}' | '\u{2010}'..='\u{2027}' | '\u{25A0}'..='\u{25FF}')
}

#[must_use]
pub fn is_syllable(c: char) -> bool {
    ('가'..='힣').contains(&c)
}

/// Syllables, letters of the keyboard (U+3131 to U+3163) and conjoining letters (U+1100 and on).
#[must_use]
pub fn is_hangul(c: char) -> bool {
    is_syllable(c)
        || matches!(c, '\u{3131}'..='\u{3163}' | '\u{1100}'..='\u{11FF}' | '\u{A960}'..='\u{A97C}' | '\u{D7B0}'..='\u{D7FB}')
}

/// The parts of a composed syllable; `None` for every other character.
#[must_use]
pub fn decompose(c: char) -> Option<Syllable> {
    if !is_syllable(c) {
        return None;
    }
    let index = u32::from(c) - FIRST_SYLLABLE;
    let part = |n: u32| u8::try_from(n).ok();
    Some(Syllable {
        lead: part(index / (VOWEL_COUNT * TAIL_COUNT))?,
        vowel: part(index / TAIL_COUNT % VOWEL_COUNT)?,
        tail: part(index % TAIL_COUNT)?,
    })
}

/// The sound a word ends in, as far as particles ask.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    Vowel,
    Rieul,
    OtherConsonant,
}

fn ending(text: &str) -> Option<Ending> {
    let last = text.chars().next_back()?;
    Some(match last {
        // 이, 사, 오, 구; the conjoining letters close a syllable of decomposed text.
        '2' | '4' | '5' | '9' | '\u{1161}'..='\u{1175}' => Ending::Vowel,
        // 일, 칠, 팔.
        '1' | '7' | '8' | '\u{11AF}' => Ending::Rieul,
        // 영, 삼, 육; the 0 of a larger number is 십, 백, 천 or 만, which are no vowels either.
        '0' | '3' | '6' | '\u{11A8}'..='\u{11C2}' => Ending::OtherConsonant,
        'A'..='Z' => abbreviation_ending(text, last)?,
        c => match decompose(c)?.tail {
            0 => Ending::Vowel,
            RIEUL => Ending::Rieul,
            _ => Ending::OtherConsonant,
        },
    })
}

/// An abbreviation is spelled out: LTE is 엘티이. A word with small letters is read as a word, which nobody can know
/// from its letters.
fn abbreviation_ending(text: &str, last: char) -> Option<Ending> {
    let spelled = text.chars().rev().take_while(char::is_ascii_alphabetic).all(|c| c.is_ascii_uppercase());
    spelled.then_some(match last {
        'L' | 'R' => Ending::Rieul,
        'M' | 'N' => Ending::OtherConsonant,
        _ => Ending::Vowel,
    })
}

/// Whether the last sound is a consonant, as particles ask: 은 after 글, 는 after 기사. Digits and the letters of an
/// all-capital abbreviation are taken by their Korean reading (8 팔, M 엠); `None` where the reading is unknown.
#[must_use]
pub fn ends_in_consonant(text: &str) -> Option<bool> {
    ending(text).map(|ending| ending != Ending::Vowel)
}

/// Whether the last sound is ㄹ, after which 로 stands and not 으로.
#[must_use]
pub fn ends_in_rieul(text: &str) -> bool {
    ending(text) == Some(Ending::Rieul)
}

/// The initial consonants: ㅎㅇㅈㅊ for 해외진출; other characters stay.
#[must_use]
pub fn chosung(text: &str) -> String {
    text.chars().map(|c| decompose(c).and_then(|s| s.letters()[0]).unwrap_or(c)).collect()
}

/// A conjoining letter (U+1100 and on) as the letter of the keyboard; other characters stay.
#[must_use]
pub fn compatibility(c: char) -> char {
    let offset = |first: u32| usize::try_from(u32::from(c) - first).ok();
    let letter = match u32::from(c) {
        0x1100..=0x1112 => offset(0x1100).and_then(|at| LEADS.get(at)),
        0x1161..=0x1175 => offset(0x1161).and_then(|at| VOWELS.get(at)),
        0x11A8..=0x11C2 => offset(0x11A8).and_then(|at| TAILS.get(at)),
        _ => None,
    };
    letter.copied().unwrap_or(c)
}

/// The text as it is typed, letter by letter: 과 is ㄱㅗㅏ, 값 is ㄱㅏㅂㅅ; ㄲ and ㅆ are one letter. The forms of one
/// letter in Unicode (composed, conjoining, keyboard) come out the same, so typed answers are compared in this view.
#[must_use]
pub fn jamo(text: &str) -> Vec<char> {
    let mut letters = Vec::with_capacity(text.len());
    for c in text.chars() {
        match decompose(c) {
            Some(syllable) => syllable.letters().into_iter().flatten().for_each(|c| push_parts(c, &mut letters)),
            None => push_parts(compatibility(c), &mut letters),
        }
    }
    letters
}

fn push_parts(letter: char, letters: &mut Vec<char>) {
    match COMPOUNDS.iter().find(|&&(whole, ..)| whole == letter) {
        Some(&(_, first, second)) => letters.extend([first, second]),
        None => letters.push(letter),
    }
}

/// The letter that two keys make together: ㅘ of ㅗ and ㅏ, ㄳ of ㄱ and ㅅ.
#[must_use]
pub fn joined(first: char, second: char) -> Option<char> {
    COMPOUNDS.iter().find(|&&(_, a, b)| (a, b) == (first, second)).map(|&(whole, ..)| whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> String {
        jamo(text).into_iter().collect()
    }

    #[test]
    fn every_syllable_comes_apart_and_together() {
        for c in '가'..='힣' {
            assert_eq!(decompose(c).map(Syllable::compose), Some(c));
            let letters = decompose(c).unwrap().letters();
            assert_eq!(Syllable::from_letters(letters[0].unwrap(), letters[1].unwrap(), letters[2]), decompose(c));
        }
        assert_eq!(decompose('ㄱ'), None);
        assert_eq!(Syllable { lead: 19, vowel: 0, tail: 0 }.compose(), '\u{FFFD}');
        assert_eq!(Syllable { lead: 255, vowel: 255, tail: 255 }.compose(), '\u{FFFD}');
    }

    #[test]
    fn initials_are_taken_and_the_rest_stays() {
        assert_eq!(chosung("해외진출"), "ㅎㅇㅈㅊ");
        assert_eq!(chosung("M&A 시장 3곳"), "M&A ㅅㅈ 3ㄱ");
        assert_eq!(chosung("까치 ㅏ"), "ㄲㅊ ㅏ");
    }

    #[test]
    fn pitfall_10_the_three_forms_of_a_letter_are_typed_alike() {
        let decomposed: String = "값과 쐈".nfd().collect();
        assert_ne!(decomposed, "값과 쐈");
        assert_eq!(nfc(&decomposed), "값과 쐈");
        assert_eq!(typed(&decomposed), typed("값과 쐈"));
        assert_eq!(typed("값과 쐈"), "ㄱㅏㅂㅅㄱㅗㅏ ㅆㅗㅏㅆ");
        assert_eq!(typed("ㄳ ㅢ 밖 Ａ"), "ㄱㅅ ㅡㅣ ㅂㅏㄲ Ａ");
        assert_eq!(
            ['\u{1112}', '\u{1161}', '\u{11AB}', '\u{11C2}', '가'].map(compatibility),
            ['ㅎ', 'ㅏ', 'ㄴ', 'ㅎ', '가']
        );
    }

    #[test]
    fn hangul_is_told_from_other_letters() {
        assert!("가힣ㄱㅣ\u{1100}\u{11A8}".chars().all(is_hangul));
        assert!(!"aZ9 漢ア\u{3164}·".chars().any(is_hangul));
        assert!(is_syllable('힣') && !is_syllable('ㅎ') && !is_syllable('\u{D7A4}'));
    }

    #[test]
    fn the_last_sound_is_heard_in_digits_and_abbreviations_too() {
        for closed in ["진출", "10", "2013", "2026", "1", "7", "8", "MBN", "FTA팀", "LCL", "IBM"] {
            assert_eq!(ends_in_consonant(closed), Some(true), "{closed}");
        }
        for open in ["투자", "2", "4", "15", "2009", "M&A", "KT", "LTE", "5G", "ESG경영사"] {
            assert_eq!(ends_in_consonant(open), Some(false), "{open}");
        }
        for unknown in ["", "?", "Apple", "iOS가 Mail", "5%", "漢", "ㄱ"] {
            assert_eq!(ends_in_consonant(unknown), None, "{unknown}");
        }
        assert_eq!(ends_in_consonant(&"진출".nfd().collect::<String>()), Some(true));
        assert_eq!(ends_in_consonant(&"투자".nfd().collect::<String>()), Some(false));
    }

    #[test]
    fn only_the_sound_of_rieul_counts_as_rieul() {
        for rieul in ["진출", "1", "7", "8", "URL", "HR"] {
            assert!(ends_in_rieul(rieul), "{rieul}");
        }
        for other in ["시장", "투자", "10", "6", "값", "삶", "Mail", ""] {
            assert!(!ends_in_rieul(other), "{other}");
        }
    }

    proptest::proptest! {
        #[test]
        fn the_short_way_to_nfc_is_the_long_one(
            text in "[ -~\u{80}-\u{2FF}가-힣一-\u{9FA5}\u{2010}-\u{2027}\u{25A0}-\u{25FF}]{0,20}",
        ) {
            proptest::prop_assert_eq!(nfc(&text), text.nfc().collect::<String>());
        }
    }
}
