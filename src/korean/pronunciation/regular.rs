//! What happens wherever two syllables meet, in any word: chapters 4 to 6 of the standard.

use super::sound::{Sound, aspirated, halves, neutral, tense};

/// Says the syllables in a row; lexical rules have respelled them where they had to.
pub(super) fn apply(sounds: &mut [Sound]) {
    for at in 1..sounds.len() {
        let (head, rest) = sounds.split_at_mut(at);
        if let (Some(before), Some(after)) = (head.last_mut(), rest.first_mut()) {
            meet(before, after);
        }
    }
    if let Some(last) = sounds.last_mut() {
        last.tail = last.tail.map(neutral);
    }
    for sound in sounds {
        simplify_vowel(sound);
    }
}

fn meet(before: &mut Sound, after: &mut Sound) {
    let Some(tail) = before.tail else { return };
    if palatalise(before, after, tail) {
        return;
    }
    let Some(tail) = breathe(before, after, tail) else { return };
    if after.lead == 'ㅇ' {
        link(before, after, tail);
        return;
    }
    close(before, after, tail);
    assimilate(before, after);
}

/// Article 17: ㄷ and ㅌ before 이 (and 여, 히, 혀) become ㅈ and ㅊ.
fn palatalise(before: &mut Sound, after: &mut Sound, tail: char) -> bool {
    if !matches!(after.vowel, 'ㅣ' | 'ㅕ') {
        return false;
    }
    let (rest, lead) = match (tail, after.lead) {
        ('ㄷ', 'ㅇ') if after.vowel == 'ㅣ' => (None, 'ㅈ'),
        ('ㅌ', 'ㅇ') | ('ㄷ', 'ㅎ') => (None, 'ㅊ'),
        ('ㄾ', 'ㅇ') => (Some('ㄹ'), 'ㅊ'),
        _ => return false,
    };
    before.tail = rest;
    after.lead = lead;
    true
}

/// Article 12, ㅎ on either side. Gives the tail that is left to meet the lead; `None` where all is said.
fn breathe(before: &mut Sound, after: &mut Sound, tail: char) -> Option<char> {
    if let 'ㅎ' | 'ㄶ' | 'ㅀ' = tail {
        let rest = halves(tail).map(|(first, _)| first);
        if let Some(lead) = aspirated(after.lead) {
            (before.tail, after.lead) = (rest, lead);
            return None;
        }
        return match after.lead {
            'ㅅ' => {
                (before.tail, after.lead) = (rest, 'ㅆ');
                None
            }
            'ㅇ' => {
                before.tail = None;
                after.lead = rest.unwrap_or('ㅇ');
                None
            }
            _ => Some(rest.unwrap_or('ㄷ')),
        };
    }
    if after.lead != 'ㅎ' {
        return Some(tail);
    }
    let (rest, lead) = match tail {
        'ㄱ' | 'ㄲ' | 'ㅋ' | 'ㄳ' => (None, 'ㅋ'),
        'ㄺ' => (Some('ㄹ'), 'ㅋ'),
        'ㄷ' | 'ㅅ' | 'ㅆ' | 'ㅊ' | 'ㅌ' => (None, 'ㅌ'),
        'ㅂ' | 'ㅍ' | 'ㅄ' => (None, 'ㅍ'),
        'ㄼ' => (Some('ㄹ'), 'ㅍ'),
        'ㅈ' => (None, 'ㅊ'),
        'ㄵ' => (Some('ㄴ'), 'ㅊ'),
        _ => return Some(tail),
    };
    (before.tail, after.lead) = (rest, lead);
    None
}

/// Articles 13 and 14: a tail moves over to a vowel. ㅇ has no sound to move.
fn link(before: &mut Sound, after: &mut Sound, tail: char) {
    match halves(tail) {
        _ if tail == 'ㅇ' => {}
        Some((stays, moves)) => {
            before.tail = Some(stays);
            after.lead = if moves == 'ㅅ' { 'ㅆ' } else { moves };
        }
        None => {
            before.tail = None;
            after.lead = tail;
        }
    }
}

/// Articles 8 to 11, 23 and 25: the tail closes, and an obstruent makes the plain lead after it tense.
fn close(before: &mut Sound, after: &mut Sound, tail: char) {
    let closed = match (tail, before.written, after.lead) {
        ('ㄺ', written, 'ㄱ') if !matches!(written, '닭' | '흙' | '칡' | '슭') => 'ㄹ',
        ('ㄼ', '밟', _) => 'ㅂ',
        ('ㄼ', '넓', 'ㅈ' | 'ㄷ') if matches!(after.written, '적' | '죽' | '둥') => 'ㅂ',
        _ => neutral(tail),
    };
    let obstruent = matches!(closed, 'ㄱ' | 'ㄷ' | 'ㅂ') || matches!(tail, 'ㄵ' | 'ㄺ' | 'ㄼ' | 'ㄽ' | 'ㄾ');
    if obstruent && let Some(lead) = tense(after.lead) {
        after.lead = lead;
    }
    before.tail = Some(closed);
}

/// Articles 18 to 20: nasals and ㄹ. Where ㄴ must stay before ㄹ, the lexical rules have made the ㄹ a ㄴ already.
fn assimilate(before: &mut Sound, after: &mut Sound) {
    match (before.tail, after.lead) {
        (Some('ㄱ' | 'ㄷ' | 'ㅂ' | 'ㅁ' | 'ㅇ'), 'ㄹ') => after.lead = 'ㄴ',
        (Some('ㄴ'), 'ㄹ') => before.tail = Some('ㄹ'),
        (Some('ㄹ'), 'ㄴ') => after.lead = 'ㄹ',
        _ => {}
    }
    if matches!(after.lead, 'ㄴ' | 'ㅁ') {
        before.tail = before.tail.map(|tail| match tail {
            'ㄱ' => 'ㅇ',
            'ㄷ' => 'ㄴ',
            'ㅂ' => 'ㅁ',
            other => other,
        });
    }
}

/// Article 5: 져, 쪄, 쳐 are said 저, 쩌, 처, and ㅢ behind a written consonant is ㅣ. What the article merely permits
/// (계 as 게, 의 as 이) is left out: the first form stands.
fn simplify_vowel(sound: &mut Sound) {
    if sound.vowel == 'ㅕ' && matches!(sound.lead, 'ㅈ' | 'ㅉ' | 'ㅊ') {
        sound.vowel = 'ㅓ';
    }
    let written_silent = Sound::new(sound.written, sound.origin, false).is_some_and(|s| s.lead == 'ㅇ');
    if sound.vowel == 'ㅢ' && !written_silent {
        sound.vowel = 'ㅣ';
    }
}
