//! A syllable as it is said, with what is known of its origin and of the place where it meets the one before it.

use crate::korean::jamo::{self, Syllable};

/// Where a syllable comes from, as far as the word's hanja tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// Written with this character: Sino-Korean.
    Hanja(char),
    /// Hangul in a notation that gives hanja elsewhere: native or a loan.
    Native,
    /// Nobody told.
    Unknown,
}

impl Origin {
    pub(super) fn hanja(self) -> Option<char> {
        match self {
            Self::Hanja(c) => Some(c),
            Self::Native | Self::Unknown => None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sound {
    /// The syllable as it is written.
    pub(super) written: char,
    pub(super) lead: char,
    pub(super) vowel: char,
    pub(super) tail: Option<char>,
    pub(super) origin: Origin,
    /// A part of the compound begins here.
    pub(super) starts_part: bool,
    /// The exception list has spoken on how this syllable meets the one before it: the lexical rules keep off.
    pub(super) settled: bool,
}

impl Sound {
    /// `None` for everything but a composed syllable.
    pub(super) fn new(written: char, origin: Origin, starts_part: bool) -> Option<Self> {
        let [Some(lead), Some(vowel), tail] = jamo::decompose(written)?.letters() else { return None };
        Some(Self { written, lead, vowel, tail, origin, starts_part, settled: false })
    }

    pub(super) fn compose(self) -> char {
        Syllable::from_letters(self.lead, self.vowel, self.tail).map_or(self.written, Syllable::compose)
    }

    /// Gives the syllable the letters of another one, which says more exactly how it sounds.
    pub(super) fn respell(&mut self, said: char) {
        if let Some(said) = Self::new(said, self.origin, self.starts_part) {
            (self.lead, self.vowel, self.tail) = (said.lead, said.vowel, said.tail);
        }
    }

    pub(super) fn tense_lead(&mut self) {
        if let Some(tense) = tense(self.lead) {
            self.lead = tense;
        }
    }

    /// Whether the tail lets the next lead stay plain by the general rules: none, or a sonorant.
    pub(super) fn ends_open(&self) -> bool {
        matches!(self.tail, None | Some('ㄴ' | 'ㅁ' | 'ㅇ' | 'ㄹ'))
    }
}

/// The tense partner of a plain obstruent.
pub(super) fn tense(lead: char) -> Option<char> {
    Some(match lead {
        'ㄱ' => 'ㄲ',
        'ㄷ' => 'ㄸ',
        'ㅂ' => 'ㅃ',
        'ㅅ' => 'ㅆ',
        'ㅈ' => 'ㅉ',
        _ => return None,
    })
}

/// The aspirated partner of a plain stop (article 12).
pub(super) fn aspirated(lead: char) -> Option<char> {
    Some(match lead {
        'ㄱ' => 'ㅋ',
        'ㄷ' => 'ㅌ',
        'ㅂ' => 'ㅍ',
        'ㅈ' => 'ㅊ',
        _ => return None,
    })
}

/// The seven sounds that a syllable may end in (articles 8 to 11).
pub(super) fn neutral(tail: char) -> char {
    match tail {
        'ㄲ' | 'ㅋ' | 'ㄳ' | 'ㄺ' => 'ㄱ',
        'ㅅ' | 'ㅆ' | 'ㅈ' | 'ㅊ' | 'ㅌ' | 'ㅎ' => 'ㄷ',
        'ㅍ' | 'ㅄ' | 'ㄿ' => 'ㅂ',
        'ㄼ' | 'ㄽ' | 'ㄾ' | 'ㅀ' => 'ㄹ',
        'ㄵ' | 'ㄶ' => 'ㄴ',
        'ㄻ' => 'ㅁ',
        other => other,
    }
}

/// The two consonants of a double tail.
pub(super) fn halves(tail: char) -> Option<(char, char)> {
    Some(match tail {
        'ㄳ' => ('ㄱ', 'ㅅ'),
        'ㄵ' => ('ㄴ', 'ㅈ'),
        'ㄶ' => ('ㄴ', 'ㅎ'),
        'ㄺ' => ('ㄹ', 'ㄱ'),
        'ㄻ' => ('ㄹ', 'ㅁ'),
        'ㄼ' => ('ㄹ', 'ㅂ'),
        'ㄽ' => ('ㄹ', 'ㅅ'),
        'ㄾ' => ('ㄹ', 'ㅌ'),
        'ㄿ' => ('ㄹ', 'ㅍ'),
        'ㅀ' => ('ㄹ', 'ㅎ'),
        'ㅄ' => ('ㅂ', 'ㅅ'),
        _ => return None,
    })
}
