//! The 2-set (두벌식) keyboard over QWERTY: Hangul to keys, and keys to Hangul.

use super::jamo::{self, Syllable};

/// The letters that are one key, and their keys. All others are typed as two of these.
const KEYS: [(char, char); 33] = [
    ('ㄱ', 'r'),
    ('ㄲ', 'R'),
    ('ㄴ', 's'),
    ('ㄷ', 'e'),
    ('ㄸ', 'E'),
    ('ㄹ', 'f'),
    ('ㅁ', 'a'),
    ('ㅂ', 'q'),
    ('ㅃ', 'Q'),
    ('ㅅ', 't'),
    ('ㅆ', 'T'),
    ('ㅇ', 'd'),
    ('ㅈ', 'w'),
    ('ㅉ', 'W'),
    ('ㅊ', 'c'),
    ('ㅋ', 'z'),
    ('ㅌ', 'x'),
    ('ㅍ', 'v'),
    ('ㅎ', 'g'),
    ('ㅏ', 'k'),
    ('ㅐ', 'o'),
    ('ㅑ', 'i'),
    ('ㅒ', 'O'),
    ('ㅓ', 'j'),
    ('ㅔ', 'p'),
    ('ㅕ', 'u'),
    ('ㅖ', 'P'),
    ('ㅗ', 'h'),
    ('ㅛ', 'y'),
    ('ㅜ', 'n'),
    ('ㅠ', 'b'),
    ('ㅡ', 'm'),
    ('ㅣ', 'l'),
];

fn key_of(letter: char) -> Option<char> {
    KEYS.iter().find(|&&(c, _)| c == letter).map(|&(_, key)| key)
}

fn letter_of(key: char) -> Option<char> {
    KEYS.iter().find(|&&(_, k)| k == key).map(|&(letter, _)| letter)
}

/// The QWERTY keys that type `c` on a 2-set keyboard: `rkqt` for 값. `None` where `c` is no modern Hangul.
#[must_use]
pub fn qwerty_keys(c: char) -> Option<String> {
    if !jamo::is_hangul(c) {
        return None;
    }
    let mut buffer = [0; 4];
    jamo::jamo(c.encode_utf8(&mut buffer)).into_iter().map(key_of).collect()
}

/// The keys of a whole text; what is not Hangul stays.
#[must_use]
pub fn keys(text: &str) -> String {
    jamo::jamo(text).into_iter().map(|c| key_of(c).unwrap_or(c)).collect()
}

/// The key that a shortcut was meant by, in lower case: q for ㅂ, ㅃ and 바; `None` where `c` is no Hangul. Shift is
/// lost on purpose: an input method passes it on for seven keys only.
#[must_use]
pub fn first_key(c: char) -> Option<char> {
    qwerty_keys(c)?.chars().next().map(|key| key.to_ascii_lowercase())
}

/// What the keys of `text` type on a 2-set keyboard: `godhlwlscnf` is 해외진출. What is no key ends the syllable and
/// passes through, Hangul included.
#[must_use]
pub fn hangul_from_keys(text: &str) -> String {
    let mut composer = Composer::default();
    for c in text.chars() {
        composer.press(c);
    }
    composer.text()
}

/// Where letters become Hangul.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Keyboard {
    /// In the system's input method; letters are taken as they come.
    #[default]
    System,
    /// Here: 두벌식, the 2-set keyboard.
    Dubeolsik,
}

impl Keyboard {
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::System => Self::Dubeolsik,
            Self::Dubeolsik => Self::System,
        }
    }
}

/// A syllable under construction, in letters of the keyboard, and the text before it. There is no tail without a
/// vowel, and none without a lead.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Composer {
    done: String,
    lead: Option<char>,
    vowel: Option<char>,
    tail: Option<char>,
}

impl Composer {
    /// Whether `c` is a key of the 2-set keyboard.
    #[must_use]
    pub fn is_key(c: char) -> bool {
        letter_of(c.to_ascii_lowercase()).is_some()
    }

    /// What was typed so far, the unfinished syllable with it.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = self.done.clone();
        text.extend(self.syllable());
        text
    }

    /// The unfinished syllable, or the letters that there are of it; empty where nothing is under construction.
    #[must_use]
    pub fn preedit(&self) -> String {
        self.syllable().collect()
    }

    /// Takes back the last key of the unfinished syllable: 값 becomes 갑, 갑 becomes 가. `false` where there is none.
    pub fn backspace(&mut self) -> bool {
        for slot in [&mut self.tail, &mut self.vowel, &mut self.lead] {
            if let Some(letter) = slot.take() {
                let mut buffer = [0; 4];
                let parts = jamo::jamo(letter.encode_utf8(&mut buffer));
                *slot = if parts.len() > 1 { parts.first().copied() } else { None };
                return true;
            }
        }
        false
    }

    pub fn press(&mut self, c: char) {
        // Only seven keys differ by Shift; on the others it types the plain letter.
        match letter_of(c).or_else(|| letter_of(c.to_ascii_lowercase())) {
            Some(letter) if letter >= 'ㅏ' => self.press_vowel(letter),
            Some(letter) => self.press_consonant(letter),
            None => {
                self.flush();
                self.done.push(c);
            }
        }
    }

    fn press_vowel(&mut self, letter: char) {
        if let Some(tail) = self.tail.take() {
            // The tail, or the second half of a compound one, opens the syllable of this vowel: 값 + ㅣ is 갑시.
            let mut buffer = [0; 4];
            let parts = jamo::jamo(tail.encode_utf8(&mut buffer));
            self.tail = if parts.len() > 1 { parts.first().copied() } else { None };
            self.flush();
            self.lead = parts.last().copied();
            self.vowel = Some(letter);
            return;
        }
        match self.vowel {
            None => self.vowel = Some(letter),
            Some(vowel) => {
                let both = jamo::joined(vowel, letter);
                if both.is_none() {
                    self.flush();
                }
                self.vowel = both.or(Some(letter));
            }
        }
    }

    fn press_consonant(&mut self, letter: char) {
        let tail = match (self.lead, self.vowel, self.tail) {
            (Some(_), Some(_), Some(tail)) => jamo::joined(tail, letter),
            // ㄸ, ㅃ and ㅉ close no syllable.
            (Some(lead), Some(vowel), None) => Syllable::from_letters(lead, vowel, Some(letter)).map(|_| letter),
            _ => None,
        };
        if tail.is_some() {
            self.tail = tail;
        } else {
            self.flush();
            self.lead = Some(letter);
        }
    }

    /// Ends the syllable.
    fn flush(&mut self) {
        self.done.extend(self.syllable());
        (self.lead, self.vowel, self.tail) = (None, None, None);
    }

    /// The syllable as one character, or as the letters it has so far.
    fn syllable(&self) -> impl Iterator<Item = char> + use<> {
        let whole = self.lead.zip(self.vowel).and_then(|(lead, vowel)| Syllable::from_letters(lead, vowel, self.tail));
        let letters = if whole.is_some() { [None; 3] } else { [self.lead, self.vowel, self.tail] };
        whole.map(Syllable::compose).into_iter().chain(letters.into_iter().flatten())
    }
}

/// The key that a shortcut was meant by, in lower case: q for ㅂ, ㅃ and 바. Shift is lost on purpose, for an input
/// method loses it too. What is not Hangul stays.
#[must_use]
pub fn shortcut(c: char) -> char {
    first_key(c).unwrap_or_else(|| c.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const LEADS: [&str; 19] =
        ["r", "R", "s", "e", "E", "f", "a", "q", "Q", "t", "T", "d", "w", "W", "c", "z", "x", "v", "g"];
    const VOWELS: [&str; 21] = [
        "k", "o", "i", "O", "j", "p", "u", "P", "h", "hk", "ho", "hl", "y", "n", "nj", "np", "nl", "b", "m", "ml", "l",
    ];
    const TAILS: [&str; 28] = [
        "", "r", "R", "rt", "s", "sw", "sg", "e", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a", "q", "qt", "t",
        "T", "d", "w", "c", "z", "x", "v", "g",
    ];

    #[test]
    fn all_syllables_have_the_keys_of_the_table_and_come_back() {
        for c in '가'..='힣' {
            let s = jamo::decompose(c).unwrap();
            let table = [LEADS[usize::from(s.lead)], VOWELS[usize::from(s.vowel)], TAILS[usize::from(s.tail)]].concat();
            assert_eq!(qwerty_keys(c).as_deref(), Some(table.as_str()));
            assert_eq!(hangul_from_keys(&table), c.to_string());
        }
    }

    #[test]
    fn backspace_takes_one_key_of_the_unfinished_syllable() {
        let mut composer = Composer::default();
        "rhkqt".chars().for_each(|c| composer.press(c));
        let mut seen = vec![composer.text()];
        while composer.backspace() {
            seen.push(composer.text());
        }
        assert_eq!(seen, ["괎", "괍", "과", "고", "ㄱ", ""]);
        "rkqtl".chars().for_each(|c| composer.press(c));
        assert_eq!((composer.text().as_str(), composer.preedit().as_str()), ("갑시", "시"));
        assert!(composer.backspace() && composer.backspace() && !composer.backspace());
        assert_eq!(composer.text(), "갑");
    }

    /// Each syllable is typed key by key, and taken back key by key to nothing.
    #[test]
    fn all_11172_syllables_are_composed_and_taken_back_key_by_key() {
        let mut count = 0;
        for c in '가'..='힣' {
            let keys = qwerty_keys(c).unwrap();
            let mut composer = Composer::default();
            let mut on_the_way = Vec::new();
            for key in keys.chars() {
                on_the_way.push(composer.text());
                composer.press(key);
            }
            assert_eq!(composer.preedit(), c.to_string());
            assert_eq!(qwerty_keys(c).map(|keys| hangul_from_keys(&keys)), Some(c.to_string()));
            while let Some(before) = on_the_way.pop() {
                assert!(composer.backspace());
                assert_eq!(composer.text(), before, "{c}");
            }
            count += 1;
        }
        assert_eq!(count, 11_172);
    }

    #[test]
    fn single_letters_of_every_kind_have_keys() {
        for (c, keys) in
            [('ㄳ', "rt"), ('ㅢ', "ml"), ('ㅃ', "Q"), ('\u{11AA}', "rt"), ('\u{1100}', "r"), ('\u{116A}', "hk")]
        {
            assert_eq!(qwerty_keys(c).as_deref(), Some(keys), "{c}");
        }
        assert_eq!((qwerty_keys('q'), qwerty_keys('\u{1113}'), qwerty_keys('漢')), (None, None, None));
        assert_eq!(keys("M&A 값, 3곳"), "M&A rkqt, 3rht");
    }

    #[test]
    fn an_answer_typed_in_english_mode_is_read() {
        for (keys, word) in [
            ("godhlwlscnf", "해외진출"),
            ("GKSrnr", "한국"),
            ("rkqt", "값"),
            ("rkqtl", "갑시"),
            ("Rkcl", "까치"),
            ("dlTek", "있다"),
            ("dlTdk", "있아"),
            ("dkRk", "아까"),
            ("dkEk", "아따"),
            ("Eha", "똠"),
            ("rnjsgks", "권한"),
            ("dmldml", "의의"),
            ("dlek.", "이다."),
            ("gkrrk", "학가"),
            ("rtrt", "ㄱㅅㄱㅅ"),
            ("hkk", "ㅘㅏ"),
            ("M&A", "ㅡ&ㅁ"),
            ("해dhl", "해외"),
            ("", ""),
        ] {
            assert_eq!(hangul_from_keys(keys), word, "{keys}");
        }
    }

    #[test]
    fn a_shortcut_is_heard_through_any_hangul() {
        for c in ['ㅂ', 'ㅃ', '바', '빠', '\u{1107}'] {
            assert_eq!(first_key(c), Some('q'), "{c}");
        }
        assert_eq!((first_key('ㅏ'), first_key('ㅎ'), first_key('ㅘ')), (Some('k'), Some('g'), Some('h')));
        assert_eq!((first_key('q'), first_key('?'), first_key(' ')), (None, None, None));
    }

    proptest! {
        #[test]
        fn words_go_through_the_keys_and_back(word in "[가-힣]{1,16}") {
            prop_assert_eq!(hangul_from_keys(&keys(&word)), word);
        }

        #[test]
        fn every_key_leaves_its_letter(text in "[a-zREQTWOP ]{0,40}") {
            prop_assert_eq!(keys(&hangul_from_keys(&text)), text);
        }

        #[test]
        fn no_text_panics(text in "\\PC*") {
            let _ = (hangul_from_keys(&text), keys(&text));
        }
    }
}
