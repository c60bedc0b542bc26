//! Four choices, of which three are wrong and teach.
//!
//! Wrong choices come from the reader's own terms and then from the lexicon: of the same part of speech, as many letters,
//! the same kind of last sound (so that no particle gives the answer away), first what was mixed up with the term, then
//! what shares a part with it (해외투자 and 시장진출 for 해외진출). What may fit as well, as far as the lexicon, the reader and the
//! articles know (it was read before the same word), is never among them, nor what the sentence shows elsewhere, and a term is not asked with one set twice.
//!
//! Where the blank holds an inflected form (두드려 of 두드리다) all four stand in their dictionary forms: there is no
//! conjugation here that could be trusted with the others, and a wrong ending would give them away.

use super::{OwnWords, Word};
use crate::korean::jamo;
use crate::lexicon::{self, Entry, Final};
use crate::vocab::{Kind, Pos, TermKey};

/// Wrong choices of a question.
const WRONG: usize = 3;
/// Drawings before a set that was shown already is taken again.
const TRIES: u64 = 24;

/// The choices in the order in which they are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    pub options: Vec<String>,
    /// Index of the right one.
    pub right: usize,
}

/// What may stand in the blank, as the choices show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slot {
    Noun,
    /// The noun of a verb or an adjective in 하다: 모색 of 모색하다.
    Root(Pos),
    /// The dictionary form.
    Form(Pos),
}

/// Four choices for a blank that holds `answer`; `None` where there are too few words like it. The same `seed` draws the
/// same choices. `before` and `after` are the rest of the sentence.
pub fn choices(word: &Word, answer: &str, (before, after): (&str, &str), own: &OwnWords, seed: u64) -> Option<Choices> {
    let (slot, right) = slot(word, answer);
    let mut candidates = candidates(word, slot, &right, own);
    let mut last = None;
    for attempt in 0..TRIES {
        let drawing = mix(seed.wrapping_add(attempt));
        // Where the same set comes again, chance gets more room.
        let room = 120 + 60 * attempt;
        candidates.sort_by_cached_key(|candidate| (candidate.rank(drawing, room), candidate.text.clone()));
        let wrong = pick(&candidates, word, &right, (before, after), own);
        if wrong.len() < WRONG {
            return None;
        }
        let mut options: Vec<String> = wrong.into_iter().chain([right.clone()]).collect();
        options.sort_by_key(|option| mix(drawing ^ hash(option)));
        if !own.was_shown(&word.term, &options) {
            last = Some(options);
            break;
        }
        last = Some(options);
    }
    let options = last?;
    let right = options.iter().position(|option| *option == right)?;
    Some(Choices { options, right })
}

/// What the blank asks for, and how the right choice is written.
fn slot(word: &Word, answer: &str) -> (Slot, String) {
    let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let root = lexicon::root(&word.term);
    match word.pos {
        _ if word.kind == Kind::Idiom => (Slot::Noun, answer.to_owned()),
        pos @ (Pos::Verb | Pos::Adjective) if root.is_some_and(|root| solid(root) == solid(answer)) => {
            (Slot::Root(pos), answer.to_owned())
        }
        pos @ (Pos::Verb | Pos::Adjective) => (Slot::Form(pos), word.term.clone()),
        Pos::Noun => (Slot::Noun, answer.to_owned()),
        Pos::Adverb => (Slot::Form(Pos::Adverb), answer.to_owned()),
    }
}

/// A word that may be a wrong choice; the lower its class, the better it teaches.
struct Candidate {
    text: String,
    /// In hundredths.
    class: u64,
}

impl Candidate {
    /// Class and chance: words of neighbouring classes may change places.
    fn rank(&self, drawing: u64, room: u64) -> u64 {
        self.class + mix(drawing ^ hash(&self.text)) % room
    }
}

/// Everything that has the shape, and where that is too little, what is somewhat longer or shorter or ends otherwise.
fn candidates(word: &Word, slot: Slot, right: &str, own: &OwnWords) -> Vec<Candidate> {
    let letters = right.chars().filter(|c| !c.is_whitespace()).count();
    let ending = Final::of(right);
    let domain = lexicon::find(&word.term, word.pos).map(|entry| entry.domain);
    let mut found = Vec::new();
    let mixed_up: Vec<&str> = own.mixed_up_with(&word.term).iter().map(|word| word.term.as_str()).collect();
    for other in own.words() {
        let Some(text) = own_text(other, slot) else { continue };
        let count = text.chars().filter(|c| !c.is_whitespace()).count();
        let strange = (count.abs_diff(letters) * 2 + usize::from(Final::of(text) != ending)) as u64;
        if !same_script(text, right) {
            continue;
        }
        let class = match () {
            () if mixed_up.contains(&other.term.as_str()) => 0,
            () if shares_part(word, right, text) => 100,
            () => 330,
        };
        let (text, alike) = spelled(text, &other.parts, right);
        // What was mixed up is asked against each other, whatever its shape.
        let strange = if class == 0 { 0 } else { strange + u64::from(!alike) };
        if strange < 8 {
            found.push(Candidate { text, class: class + strange * 1000 });
        }
    }
    let shapes = shapes(letters, ending);
    for (strange, (count, end)) in shapes {
        if found.iter().filter(|candidate| candidate.class < (strange + 1) * 1000).count() >= 3 * WRONG && strange > 0 {
            break;
        }
        for entry in lexicon::of_shape(count, end) {
            let Some(text) = lexicon_text(entry, slot).filter(|text| same_script(text, right)) else { continue };
            let class = match () {
                () if shares_part(word, right, text) => 220,
                () if Some(entry.domain) == domain => 400,
                () => 500,
            };
            let parts = if right.contains(' ') { lexicon::split(text) } else { None };
            let parts = parts.map_or_else(Vec::new, |parts| parts.map(str::to_owned).to_vec());
            let (text, alike) = spelled(text, &parts, right);
            found.push(Candidate { text, class: class + (strange + u64::from(!alike)) * 1000 });
        }
    }
    found
}

/// `text` solid or with a space between its parts, as the right one is, and whether that could be done: a space that only
/// one choice has would tell.
fn spelled(text: &str, parts: &[String], right: &str) -> (String, bool) {
    let solid: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if !right.contains(' ') {
        return (solid, true);
    }
    if text.contains(' ') {
        return (text.to_owned(), true);
    }
    let apart = parts.join(" ");
    let gap = |text: &str| text.chars().position(char::is_whitespace);
    if parts.len() > 1 && parts.concat() == solid && gap(&apart) == gap(right) { (apart, true) } else { (solid, false) }
}

/// Whether both are written in Hangul, or both with other letters (LNG): only then does the eye not choose.
fn same_script(text: &str, right: &str) -> bool {
    let hangul = |text: &str| text.chars().all(|c| jamo::is_hangul(c) || c.is_whitespace());
    hangul(text) == hangul(right)
}

/// Shapes from the right one to those that are one letter longer or shorter, with how strange each is.
fn shapes(letters: usize, ending: Final) -> Vec<(u64, (usize, Final))> {
    let others = [Final::Vowel, Final::Rieul, Final::Consonant].into_iter().filter(move |end| *end != ending);
    let mut shapes = vec![(0, (letters, ending))];
    shapes.extend(others.map(|end| (1, (letters, end))));
    shapes.push((2, (letters + 1, ending)));
    if letters > 1 {
        shapes.push((2, (letters - 1, ending)));
    }
    shapes
}

fn own_text(other: &Word, slot: Slot) -> Option<&str> {
    match slot {
        Slot::Noun => (other.pos == Pos::Noun).then_some(other.term.as_str()),
        Slot::Root(pos) => lexicon::root(&other.term).filter(|_| other.pos == pos),
        Slot::Form(pos) => (other.pos == pos && other.kind != Kind::Idiom).then_some(other.term.as_str()),
    }
}

fn lexicon_text(entry: &'static Entry, slot: Slot) -> Option<&'static str> {
    match (slot, entry.pos) {
        (Slot::Noun, "n" | "nv" | "abbr")
        | (Slot::Root(Pos::Verb), "nv")
        | (Slot::Form(Pos::Verb), "v")
        | (Slot::Form(Pos::Adjective), "a")
        | (Slot::Form(Pos::Adverb), "adv") => Some(entry.word),
        _ => None,
    }
}

/// Whether two words begin or end with the same part; of words without parts, with the same letter.
fn shares_part(word: &Word, right: &str, other: &str) -> bool {
    let (first, last) = match word.parts.as_slice() {
        [first, .., last] if word.kind == Kind::Compound => (first.clone(), last.clone()),
        _ => (right.chars().take(1).collect(), right.chars().next_back().into_iter().collect()),
    };
    // Every dictionary form ends in 다.
    let ends = last != "다" && other.ends_with(&last);
    !first.is_empty() && (other.starts_with(&first) || ends)
}

/// The first three that may stand beside the right one.
fn pick(
    candidates: &[Candidate],
    word: &Word,
    right: &str,
    (before, after): (&str, &str),
    own: &OwnWords,
) -> Vec<String> {
    let mixed_up: Vec<TermKey> = own.mixed_up_with(&word.term).iter().map(|word| word.key()).collect();
    let mut picked: Vec<String> = Vec::with_capacity(WRONG);
    let key = TermKey::of(right);
    for candidate in candidates {
        let text = candidate.text.as_str();
        let own_key = TermKey::of(text);
        let inside = own_key.as_str().contains(key.as_str()) || key.as_str().contains(own_key.as_str());
        let known = picked.iter().any(|other| TermKey::of(other) == own_key);
        // What was mixed up was told apart by then: it is asked even where it was read before the same word.
        // Behind a verb there is little else than 있다 and 한다.
        let attested = word.pos == Pos::Noun && own.stands_before(text, after) && !mixed_up.contains(&own_key);
        if attested || inside || known || before.contains(text) || after.contains(text) || own.may_fit(word, text) {
            continue;
        }
        picked.push(text.to_owned());
        if picked.len() == WRONG {
            break;
        }
    }
    picked
}

/// FNV-1a.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The mixing step of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
const fn mix(seed: u64) -> u64 {
    let z = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;
    use crate::cloze::Remark;

    fn noun(term: &str, parts: &[&str]) -> Word {
        let kind = if parts.is_empty() { Kind::Noun } else { Kind::Compound };
        Word { term: term.into(), pos: Pos::Noun, kind, parts: parts.iter().map(|part| (*part).to_owned()).collect() }
    }

    fn verb(term: &str) -> Word {
        Word { term: term.into(), pos: Pos::Verb, kind: Kind::Verb, parts: vec![] }
    }

    fn ask(word: &Word, own: &OwnWords, seed: u64) -> Choices {
        choices(word, &word.term, ("", "을 서두르고 있다."), own, seed).unwrap()
    }

    #[test]
    fn wrong_choices_have_the_shape_of_the_right_one() {
        let word = noun("해외진출", &["해외", "진출"]);
        for seed in 0..20 {
            let found = ask(&word, &OwnWords::default(), seed);
            assert_eq!(found.options.len(), 4);
            assert_eq!(found.options[found.right], "해외진출");
            assert_eq!(found.options.iter().collect::<BTreeSet<_>>().len(), 4);
            for option in &found.options {
                assert_eq!((option.chars().count(), Final::of(option)), (4, Final::Rieul), "{:?}", found.options);
            }
        }
    }

    #[test]
    fn the_readers_own_words_come_first() {
        let own = OwnWords::new(vec![noun("시장진출", &["시장", "진출"]), noun("신약기술", &[]), noun("금리", &[])]);
        let word = noun("해외진출", &["해외", "진출"]);
        let of_own = (0..20).filter(|&seed| ask(&word, &own, seed).options.contains(&"시장진출".to_owned())).count();
        assert!(of_own > 15, "{of_own}");
    }

    #[test]
    fn what_was_mixed_up_is_always_asked_against_each_other() {
        let mut own = OwnWords::new(vec![noun("인수", &[]), noun("인상", &[])]);
        own.mix_up("인수", "인상");
        for seed in 0..10 {
            assert!(ask(&noun("인수", &[]), &own, seed).options.contains(&"인상".to_owned()));
        }
    }

    #[test]
    fn what_was_read_before_the_same_word_is_not_offered() {
        let mut own = OwnWords::new(vec![noun("시장진출", &["시장", "진출"])]);
        own.follow("시장진출", "을 서두른다.");
        let word = noun("해외진출", &["해외", "진출"]);
        assert!((0..20).all(|seed| !ask(&word, &own, seed).options.contains(&"시장진출".to_owned())));
    }

    #[test]
    fn what_fits_as_well_is_never_offered() {
        let word = noun("인수", &[]);
        let mut own = OwnWords::default();
        let shown: BTreeSet<String> = (0..60).flat_map(|seed| ask(&word, &own, seed).options).collect();
        assert!(!shown.contains("취득") && shown.len() > 12, "{shown:?}");
        let barred = shown.iter().find(|option| *option != "인수").unwrap().clone();
        own.remark("인수", &barred, Remark::Fits);
        assert!((0..60).all(|seed| !ask(&word, &own, seed).options.contains(&barred)));
    }

    #[test]
    fn all_choices_are_spaced_like_the_right_one() {
        let own = OwnWords::new(vec![noun("수출 매출", &["수출", "매출"]), noun("원화가치", &["원화", "가치"])]);
        for (term, spaced) in [("해외진출", false), ("원화 약세", true)] {
            let parts: Vec<&str> = if spaced { vec!["원화", "약세"] } else { vec!["해외", "진출"] };
            for seed in 0..10 {
                let found = ask(&noun(term, &parts), &own, seed);
                assert!(found.options.iter().all(|option| option.contains(' ') == spaced), "{:?}", found.options);
                let keys: BTreeSet<TermKey> = found.options.iter().map(|option| TermKey::of(option)).collect();
                assert_eq!(keys.len(), 4);
            }
        }
    }

    #[test]
    fn no_set_comes_twice() {
        let word = noun("해외진출", &["해외", "진출"]);
        let mut own = OwnWords::default();
        for _ in 0..12 {
            let found = ask(&word, &own, 7);
            assert!(!own.was_shown(&word.term, &found.options), "{:?}", found.options);
            own.show(&word.term, &found.options);
        }
    }

    #[test]
    fn an_inflected_blank_is_asked_in_dictionary_forms() {
        let found = choices(&verb("두드리다"), "두드려", ("문을 ", "야 한다."), &OwnWords::default(), 1).unwrap();
        assert_eq!(found.options[found.right], "두드리다");
        assert!(found.options.iter().all(|option| option.ends_with('다') && option.chars().count() == 4));
        let root = choices(&verb("모색하다"), "모색", ("방안을 ", "하고 있다."), &OwnWords::default(), 1).unwrap();
        assert_eq!(root.options[root.right], "모색");
        assert!(root.options.iter().all(|option| option.chars().count() == 2));
    }

    proptest! {
        #[test]
        fn whatever_the_word_four_choices_are_right_or_there_are_none(term in "[가-힣]{1,7}", seed in any::<u64>()) {
            let word = noun(&term, &[]);
            if let Some(found) = choices(&word, &term, ("", ""), &OwnWords::default(), seed) {
                prop_assert_eq!(found.options.len(), 4);
                prop_assert_eq!(&found.options[found.right], &term);
                let again = choices(&word, &term, ("", ""), &OwnWords::default(), seed);
                prop_assert_eq!(Some(found), again);
            }
        }
    }
}
