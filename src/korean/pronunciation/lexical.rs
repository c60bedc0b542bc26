//! What depends on the word: which leads become tense without an obstruent before them, where a ㄴ comes in, and where
//! parts keep apart. Everything here respells single syllables; the general rules then say the result.

use super::exceptions;
use super::morphemes as list;
use super::sound::{Origin, Sound, neutral};

pub(super) fn apply(sounds: &mut [Sound], predicate: bool) {
    exceptions::apply(sounds);
    if predicate {
        tense_ending(sounds);
    }
    for at in 1..sounds.len() {
        if sounds.get(at).is_some_and(|s| !s.settled) {
            let place = Place::new(sounds, at, predicate);
            if let Some([before, after]) = sounds.get_mut(at - 1..=at) {
                place.meet(before, after);
            }
        }
    }
}

/// Article 24: stems in ㄴ and ㅁ make the ending tense. The suffixes 기 and 지 of 안기다 and 남기다 do not come last, so
/// that looking at the last syllable alone leaves them as they are.
fn tense_ending(sounds: &mut [Sound]) {
    if let [.., stem, ending] = sounds
        && matches!(stem.tail, Some('ㄴ' | 'ㅁ' | 'ㄵ' | 'ㄻ'))
        && matches!(ending.written, '다' | '고' | '지' | '게' | '자' | '기' | '던')
    {
        ending.tense_lead();
        ending.settled = true;
    }
}

/// What a joint between two syllables has to know of its surroundings.
struct Place {
    /// The part that begins behind the joint; empty inside a part.
    part: String,
    /// Where the second syllable stands, and how many there are.
    at: usize,
    count: usize,
    /// The part in which the second syllable stands: where it begins and ends.
    begin: usize,
    end: usize,
    /// The first syllable begins a part.
    opens: bool,
    /// The last syllable of a predicate: an ending.
    ending: bool,
    /// The word says the same again from here on: 빙긋빙긋, 야금야금.
    again: bool,
}

impl Place {
    fn new(sounds: &[Sound], at: usize, predicate: bool) -> Self {
        let starts = |i: &usize| sounds.get(*i).is_some_and(|s| s.starts_part);
        let count = sounds.len();
        let begin = (0..=at).rev().find(starts).unwrap_or(0);
        let end = (at + 1..count).find(starts).unwrap_or(count);
        let part = sounds.get(begin..end).filter(|_| begin == at).unwrap_or_default();
        Self {
            part: part.iter().map(|s| s.written).collect(),
            at,
            count,
            begin,
            end,
            opens: starts(&(at - 1)),
            ending: predicate && at + 1 == count,
            again: says_again(sounds, at),
        }
    }

    /// How many syllables the part has in which the second syllable stands.
    fn length(&self) -> usize {
        self.end - self.begin
    }

    /// That part ends with the second syllable.
    fn closes(&self) -> bool {
        self.at + 1 == self.end
    }

    /// The second syllable is the word's last, behind two others or more.
    fn ends_word(&self) -> bool {
        self.at >= 2 && self.at + 1 == self.count
    }

    fn seam(&self) -> bool {
        !self.part.is_empty()
    }

    fn meet(&self, before: &mut Sound, after: &mut Sound) {
        if self.sai_siot(before, after) {
            return;
        }
        if after.lead == 'ㅇ' || after.lead == 'ㅎ' {
            self.open(before, after);
        } else if after.lead == 'ㄹ' && before.tail == Some('ㄴ') {
            if self.keeps_nieun(before, after) {
                after.lead = 'ㄴ';
            }
        } else if before.ends_open() && self.tenses(before, after) {
            after.tense_lead();
        }
    }

    /// Article 30: the sai-siot of 촛불 is not said itself, but makes the next lead tense.
    fn sai_siot(&self, before: &mut Sound, after: &mut Sound) -> bool {
        let sai_siot = before.tail == Some('ㅅ')
            && matches!(after.lead, 'ㄱ' | 'ㄷ' | 'ㅂ' | 'ㅅ' | 'ㅈ')
            && !self.ending
            && !self.again
            && !matches!(self.part.as_str(), "거리다" | "대다")
            && !list::owns_siot(before.written, self.opens);
        if sai_siot {
            before.tail = None;
            after.tense_lead();
        }
        sai_siot
    }

    /// Articles 29 and 15: what a part that begins with a vowel (or ㅎ) does to the tail before it.
    fn open(&self, before: &mut Sound, after: &mut Sound) {
        let word = self.seam() || self.again || matches!(after.written, '없' | '잎');
        let Some(tail) = before.tail.filter(|_| word) else { return };
        let nieun = after.written == '잎'
            || self.again && matches!(after.vowel, 'ㅣ' | 'ㅑ' | 'ㅕ' | 'ㅛ' | 'ㅠ')
            || list::takes_nieun(&self.part, after.vowel, after.origin == Origin::Native);
        if after.lead == 'ㅇ' && nieun {
            after.lead = 'ㄴ';
            return;
        }
        let closed = neutral(tail);
        let suffix = list::is_suffix(&self.part) || self.part.starts_with('히');
        if suffix || closed == tail || matches!(tail, 'ㅎ' | 'ㄶ' | 'ㅀ') {
            return;
        }
        before.tail = Some(closed);
        // Moved over here, so that the general rules do not take the ㄷ of 첫인상 for one that 이 palatalises.
        if after.lead == 'ㅇ' {
            before.tail = None;
            after.lead = closed;
        }
    }

    /// Article 20, proviso: between parts ㄴ stays and ㄹ gives way (의견란 is 의견난). The endings of old place names and
    /// titles are said as inside a word: 대관령 is 대괄령.
    fn keeps_nieun(&self, before: &Sound, after: &Sound) -> bool {
        let name = after.origin.hanja().is_some_and(|c| "嶺陵樓郞郎裏里".contains(c));
        let suffix =
            self.closes() && !self.length().is_multiple_of(2) && list::is_rieul_suffix(before.written, after.written);
        (self.seam() || suffix) && !name
    }

    fn tenses(&self, before: &Sound, after: &Sound) -> bool {
        if let Some(c) = after.origin.hanja()
            && self.closes()
            && self.tense_class(c)
            && (c != '狀' || after.written == '장')
        {
            return true;
        }
        if after.origin == Origin::Unknown
            && self.closes()
            && self.ends_word()
            && list::tense_last(after.written, self.length() == 1)
        {
            return true;
        }
        if before.tail == Some('ㄹ') && matches!(after.lead, 'ㄷ' | 'ㅅ' | 'ㅈ') && sino(before) && sino(after) {
            return self.tense_behind_rieul(before, after);
        }
        let adnominal =
            before.tail == Some('ㄴ') && before.origin.hanja().is_none() && !list::is_noun_in_nieun(before.written);
        after.origin.hanja().is_none()
            && self.seam()
            && before.tail.is_some()
            && !adnominal
            && list::tense_part(&self.part)
    }

    fn tense_class(&self, c: char) -> bool {
        if self.length().is_multiple_of(2) { list::tense_in_pairs(c) } else { list::tense_hanja(c, self.length() == 1) }
    }

    /// Article 26: 갈등 is 갈뜽. Between two words the rule does not reach (개발 정책), but a syllable alone counts as inside.
    fn tense_behind_rieul(&self, before: &Sound, after: &Sound) -> bool {
        let alone = self.seam() && self.length() == 1;
        if alone {
            return !after.origin.hanja().is_some_and(list::plain_behind_rieul);
        }
        !self.seam() || self.opens && before.origin.hanja().is_some_and(list::tense_before_word)
    }
}

fn sino(sound: &Sound) -> bool {
    match sound.origin {
        Origin::Hanja(_) => true,
        Origin::Native => false,
        Origin::Unknown => list::may_be_sino(sound.written),
    }
}

/// Whether two or three syllables stand here that have just been said.
fn says_again(sounds: &[Sound], at: usize) -> bool {
    (2..=3).any(|length| {
        let before = at.checked_sub(length).and_then(|from| sounds.get(from..at));
        let after = sounds.get(at..at + length);
        before.zip(after).is_some_and(|(a, b)| a.iter().zip(b).all(|(a, b)| a.written == b.written))
    })
}
