//! The 2-set (두벌식) keyboard over QWERTY: Hangul to keys, and keys to Hangul.

use super::jamo::{self, Syllable};

/// Keys of the 19 leads, the 21 vowels and the 28 tails, in Unicode's order.
const LEADS: [&str; 19] =
    ["r", "R", "s", "e", "E", "f", "a", "q", "Q", "t", "T", "d", "w", "W", "c", "z", "x", "v", "g"];
const VOWELS: [&str; 21] =
    ["k", "o", "i", "O", "j", "p", "u", "P", "h", "hk", "ho", "hl", "y", "n", "nj", "np", "nl", "b", "m", "ml", "l"];
const TAILS: [&str; 28] = [
    "", "r", "R", "rt", "s", "sw", "sg", "e", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a", "q", "qt", "t", "T",
    "d", "w", "c", "z", "x", "v", "g",
];
/// Keys of the letters U+3131 to U+314E, which are no syllables.
const CONSONANTS: [&str; 30] = [
    "r", "R", "rt", "s", "sw", "sg", "e", "E", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a", "q", "Q", "qt", "t",
    "T", "d", "w", "W", "c", "z", "x", "v", "g",
];

/// The QWERTY keys that type `c` on a 2-set keyboard; `None` where `c` is not Hangul.
pub fn qwerty_keys(c: char) -> Option<String> {
    if let Some(Syllable { lead, vowel, tail }) = jamo::decompose(c) {
        return Some([LEADS[usize::from(lead)], VOWELS[usize::from(vowel)], TAILS[usize::from(tail)]].concat());
    }
    let letter = jamo::compatibility(c) as u32;
    let keys = match letter {
        0x3131..=0x314E => CONSONANTS.get((letter - 0x3131) as usize),
        0x314F..=0x3163 => VOWELS.get((letter - 0x314F) as usize),
        _ => None,
    };
    keys.map(|keys| (*keys).to_owned())
}

/// The keys of a whole text; what is not Hangul stays.
pub fn keys(text: &str) -> String {
    text.chars().map(|c| qwerty_keys(c).unwrap_or_else(|| c.to_string())).collect()
}

/// The key that a shortcut was meant by, in lower case: q for ㅂ, ㅃ and 바. Shift is lost on purpose, for an input
/// method loses it too. Other characters stay.
pub fn shortcut(c: char) -> char {
    let key = qwerty_keys(c).and_then(|keys| keys.chars().next()).unwrap_or(c);
    key.to_ascii_lowercase()
}

/// What the keys of `text` type on a 2-set keyboard: `godhlwlscnf` is 해외진출. What is no key ends the syllable and
/// passes through.
pub fn hangul_from_keys(text: &str) -> String {
    let mut composer = Composer::default();
    for c in text.chars() {
        composer.press(c);
    }
    composer.finish()
}

/// A syllable under construction and what stands before it.
#[derive(Default)]
struct Composer {
    done: String,
    lead: Option<usize>,
    vowel: Option<usize>,
    tail: usize,
}

impl Composer {
    fn press(&mut self, key: char) {
        // Only these differ by Shift; on the other keys Shift types the plain letter.
        let key = if matches!(key, 'R' | 'E' | 'Q' | 'T' | 'W' | 'O' | 'P') { key } else { key.to_ascii_lowercase() };
        let mut buffer = [0; 4];
        let name: &str = key.encode_utf8(&mut buffer);
        if let Some(vowel) = VOWELS.iter().position(|&keys| keys == name) {
            self.press_vowel(vowel);
        } else if let Some(lead) = LEADS.iter().position(|&keys| keys == name) {
            self.press_consonant(lead, name);
        } else {
            self.flush();
            self.done.push(key);
        }
    }

    fn press_vowel(&mut self, vowel: usize) {
        match (self.lead, self.vowel) {
            (Some(_), None) => self.vowel = Some(vowel),
            (_, Some(before)) if self.tail == 0 => match joined(&VOWELS, VOWELS[before], VOWELS[vowel]) {
                Some(both) => self.vowel = Some(both),
                None => {
                    self.flush();
                    self.vowel = Some(vowel);
                }
            },
            (_, Some(_)) => {
                // The tail, or its second half, belongs to the vowel that follows: 값 + ㅣ is 갑시.
                let keys = TAILS[self.tail];
                let (stays, goes) = match keys.char_indices().nth(1) {
                    Some((at, _)) => keys.split_at(at),
                    None => ("", keys),
                };
                self.tail = TAILS.iter().position(|&keys| keys == stays).unwrap_or(0);
                self.flush();
                self.lead = LEADS.iter().position(|&keys| keys == goes);
                self.vowel = Some(vowel);
            }
            (None, None) => self.vowel = Some(vowel),
        }
    }

    fn press_consonant(&mut self, lead: usize, name: &str) {
        let tail = TAILS.iter().position(|&keys| keys == name);
        match (self.lead, self.vowel, tail) {
            (Some(_), Some(_), Some(tail)) if self.tail == 0 => self.tail = tail,
            (Some(_), Some(_), _) if self.tail != 0 => match joined(&TAILS, TAILS[self.tail], name) {
                Some(both) => self.tail = both,
                None => {
                    self.flush();
                    self.lead = Some(lead);
                }
            },
            _ => {
                self.flush();
                self.lead = Some(lead);
            }
        }
    }

    /// Ends the syllable: as one, or as the letters it has so far.
    fn flush(&mut self) {
        let index = |n: usize| u8::try_from(n).unwrap_or(u8::MAX);
        match (self.lead.take(), self.vowel.take()) {
            (Some(lead), Some(vowel)) => {
                let syllable = Syllable { lead: index(lead), vowel: index(vowel), tail: index(self.tail) };
                self.done.extend(syllable.compose());
            }
            (Some(lead), None) => self.done.extend(jamo::chosung_letter(lead)),
            (None, Some(vowel)) => self.done.extend(jamo::vowel_letter(vowel)),
            (None, None) => {}
        }
        self.tail = 0;
    }

    fn finish(mut self) -> String {
        self.flush();
        self.done
    }
}

/// The letter of `table` that two keys type together: ㅗ + ㅏ is ㅘ.
fn joined(table: &[&str], first: &str, second: &str) -> Option<usize> {
    table.iter().position(|&keys| keys.strip_prefix(first) == Some(second) && !first.is_empty())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn all_syllables_go_through_the_keys_and_back() {
        for c in '가'..='힣' {
            assert_eq!(hangul_from_keys(&keys(&c.to_string())), c.to_string());
        }
    }

    #[test]
    fn an_answer_typed_in_english_mode_is_read() {
        for (keys, word) in [
            ("godhlwlscnf", "해외진출"),
            ("rkqt", "값"),
            ("rkqtl", "갑시"),
            ("Eha", "똠"),
            ("M&A", "ㅡ&ㅁ"),
            ("dlek.", "이다."),
        ] {
            assert_eq!(hangul_from_keys(keys), word, "{keys}");
        }
    }

    #[test]
    fn a_shortcut_is_heard_in_every_mode() {
        for c in ['q', 'Q', 'ㅂ', 'ㅃ', '바', '\u{1107}'] {
            assert_eq!(shortcut(c), 'q', "{c}");
        }
        assert_eq!((shortcut('ㅏ'), shortcut('?')), ('k', '?'));
    }

    proptest! {
        #[test]
        fn words_go_through_the_keys_and_back(word in "[가-힣]{1,12}") {
            prop_assert_eq!(hangul_from_keys(&keys(&word)), word);
        }

        #[test]
        fn no_text_panics(text in "\\PC*") {
            let _ = hangul_from_keys(&text);
            let _ = keys(&text);
        }
    }
}
