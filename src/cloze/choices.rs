//! Four choices, of which three are wrong and teach.
//!
//! Wrong choices come from the reader's own terms and then from the lexicon: of the same part of speech, as many letters,
//! the same kind of last sound (so that no particle gives the answer away), first what was mixed up with the term, then
//! what shares a part with it (해외투자 and 시장진출 for 해외진출). What may fit as well, as far as the lexicon, the reader and the
//! articles know (it was read before the same word), is never among them, nor what the sentence shows elsewhere, and a term is not asked with one set twice.
//!
//! Where the blank holds an inflected form (두드려 of 두드리다) all four stand in their dictionary forms: there is no
//! conjugation here that could be trusted with the others, and a wrong ending would give them away.

use std::borrow::Cow;

use super::shapes::{Shapes, Slot, hash, is_hangul};
use super::{OwnWords, Word};
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

/// Four choices for a blank that holds `answer`; `None` where there are too few words like it. The same `seed` draws the
/// same choices. `before` and `after` are the rest of the sentence.
pub fn choices(word: &Word, answer: &str, (before, after): (&str, &str), own: &OwnWords, seed: u64) -> Option<Choices> {
    let (slot, right) = slot(word, answer);
    let mut drawn = Drawn::of(word, slot, &right, own);
    let mut last = None;
    for attempt in 0..TRIES {
        let drawing = mix(seed.wrapping_add(attempt));
        // Where the same set comes again, chance gets more room.
        let room = 120 + 60 * attempt;
        let wrong = drawn.pick(drawing, room, (before, after))?;
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
struct Candidate<'a> {
    text: Cow<'a, str>,
    /// [`hash`] of the text.
    hash: u64,
    /// In hundredths.
    class: u64,
}

impl Candidate<'_> {
    /// Class and chance: words of neighbouring classes may change places.
    fn rank(&self, drawing: u64, room: u64) -> u64 {
        self.class + mix(drawing ^ self.hash) % room
    }
}

/// The candidates for a blank, as far as they were needed.
struct Drawn<'a> {
    word: &'a Word,
    slot: Slot,
    right: &'a str,
    own: &'a OwnWords,
    letters: usize,
    ending: Final,
    /// The terms that the word is mixed up with.
    mixed_up: Vec<&'a str>,
    found: Vec<Candidate<'a>>,
    /// Of the reader's words, those that are less strange than this are among the found.
    level: usize,
}

impl<'a> Drawn<'a> {
    /// Everything that has the shape, and where that is too little, what is somewhat longer or shorter or ends otherwise.
    fn of(word: &'a Word, slot: Slot, right: &'a str, own: &'a OwnWords) -> Self {
        let mixed_up = own.mixed_up_with(&word.term).iter().map(|word| word.term.as_str()).collect();
        let letters = right.chars().filter(|c| !c.is_whitespace()).count();
        let (ending, found) = (Final::of(right), Vec::new());
        let mut drawn = Self { word, slot, right, own, letters, ending, mixed_up, found, level: 0 };
        // What was mixed up is asked against each other, whatever its shape.
        let mixed_up: &[Word] = if drawn.mixed_up.is_empty() { &[] } else { own.words() };
        for other in mixed_up.iter().filter(|other| drawn.mixed_up.contains(&other.term.as_str())) {
            let Some(text) = slot.text(other) else { continue };
            if same_script(text, right) {
                let text = spelled(text, &other.parts, right).0;
                drawn.found.push(Candidate { hash: hash(&text), text: text.into(), class: 0 });
            }
        }
        drawn.add_own();
        drawn.add_lexicon();
        drawn
    }

    /// The reader's words of the next strangeness.
    fn add_own(&mut self) {
        let hangul = is_hangul(self.right);
        let spaced = self.right.contains(' ');
        let sharing = Sharing::of(self.word, self.right);
        for shaped in self.own.shapes().strange(self.slot, self.letters, self.ending, self.level) {
            let Some(other) = self.own.words().get(shaped.at).filter(|_| shaped.hangul == hangul) else { continue };
            if !self.mixed_up.is_empty() && self.mixed_up.contains(&other.term.as_str()) {
                continue;
            }
            let text = self.slot.text(other).unwrap_or_default();
            let class = if sharing.with(text) { 100 } else { 330 };
            let mut strange = self.level as u64;
            let (mut text, mut hash_of) = (Cow::Borrowed(shaped.solid.as_deref().unwrap_or(text)), shaped.hash);
            if spaced {
                let (apart, alike) = spelled(self.slot.text(other).unwrap_or_default(), &other.parts, self.right);
                strange += u64::from(!alike);
                hash_of = hash(&apart);
                text = apart.into();
            }
            if strange < Shapes::levels().end as u64 {
                self.found.push(Candidate { text, hash: hash_of, class: class + strange * 1000 });
            }
        }
        self.level += 1;
    }

    fn add_lexicon(&mut self) {
        let domain = lexicon::find(&self.word.term, self.word.pos).map(|entry| entry.domain);
        let sharing = Sharing::of(self.word, self.right);
        for (strange, (count, end)) in shapes(self.letters, self.ending) {
            if strange > 0 && self.has_enough(strange) {
                break;
            }
            for entry in lexicon::of_shape(count, end) {
                let text = lexicon_text(entry, self.slot).filter(|text| same_script(text, self.right));
                let Some(text) = text else { continue };
                let class = match () {
                    () if sharing.with(text) => 220,
                    () if Some(entry.domain) == domain => 400,
                    () => 500,
                };
                let parts = if self.right.contains(' ') { lexicon::split(text) } else { None };
                let parts = parts.map_or_else(Vec::new, |parts| parts.map(str::to_owned).to_vec());
                let (text, alike) = spelled(text, &parts, self.right);
                let class = class + (strange + u64::from(!alike)) * 1000;
                self.found.push(Candidate { hash: hash(&text), text: text.into(), class });
            }
        }
    }

    /// Whether there are enough candidates up to this strangeness.
    fn has_enough(&mut self, strange: u64) -> bool {
        loop {
            let enough =
                self.found.iter().filter(|candidate| candidate.class < (strange + 1) * 1000).nth(3 * WRONG - 1);
            if enough.is_some() || self.level as u64 > strange {
                return enough.is_some();
            }
            self.add_own();
        }
    }

    /// The wrong choices of one drawing; `None` where there are too few.
    fn pick(&mut self, drawing: u64, room: u64, around: (&str, &str)) -> Option<Vec<String>> {
        let mut most = FIRST;
        loop {
            let (best, border) = first(&self.found, drawing, room, most);
            let picked = pick(&best, self.word, self.right, around, self.own);
            let all = best.len() == self.found.len();
            // A stranger word ranks behind all of these, whatever chance says.
            let sure = border < self.level as u64 * 1000 || !Shapes::levels().contains(&self.level);
            if picked.len() == WRONG && (sure || picked_below(&best, &picked, self.level, drawing, room)) {
                return Some(picked);
            }
            match () {
                () if !all && picked.len() < WRONG => most *= 8,
                () if Shapes::levels().contains(&self.level) => self.add_own(),
                () if all => return None,
                () => most *= 8,
            }
        }
    }
}

/// Candidates that are put in order at first: those that are wanted are nearly always among them.
const FIRST: usize = 48;

/// The candidates of the lowest ranks in order, `most` and those that are equal to the last of them; and that last rank.
fn first<'a, 'b>(found: &'b [Candidate<'a>], drawing: u64, room: u64, most: usize) -> (Vec<&'b Candidate<'a>>, u64) {
    let ranks: Vec<u64> = found.iter().map(|candidate| candidate.rank(drawing, room)).collect();
    let border = if most < ranks.len() { *ranks.clone().select_nth_unstable(most).1 } else { u64::MAX };
    let mut best: Vec<(u64, &Candidate)> = ranks.into_iter().zip(found).filter(|(rank, _)| *rank <= border).collect();
    best.sort_by(|(rank, one), (other_rank, other)| rank.cmp(other_rank).then_with(|| one.text.cmp(&other.text)));
    let border = best.last().map_or(0, |(rank, _)| *rank);
    (best.into_iter().map(|(_, candidate)| candidate).collect(), border)
}

/// Whether all that was picked ranks before anything of `level`.
fn picked_below(best: &[&Candidate], picked: &[String], level: usize, drawing: u64, room: u64) -> bool {
    let last = picked.last().and_then(|last| best.iter().find(|candidate| candidate.text == last.as_str()));
    last.is_some_and(|candidate| candidate.rank(drawing, room) < level as u64 * 1000)
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
    is_hangul(text) == is_hangul(right)
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

/// The parts at the two ends of a word; of a word without parts, its letters.
struct Sharing {
    first: String,
    /// `None` where it tells nothing: every dictionary form ends in 다.
    last: Option<String>,
}

impl Sharing {
    fn of(word: &Word, right: &str) -> Self {
        let (first, last) = match word.parts.as_slice() {
            [first, .., last] if word.kind == Kind::Compound => (first.clone(), last.clone()),
            _ => (right.chars().take(1).collect(), right.chars().next_back().into_iter().collect()),
        };
        Self { first, last: (last != "다").then_some(last) }
    }

    /// Whether another word begins or ends with the same part.
    fn with(&self, other: &str) -> bool {
        let ends = || self.last.as_ref().is_some_and(|last| other.ends_with(last));
        !self.first.is_empty() && (other.starts_with(&self.first) || ends())
    }
}

/// The first three that may stand beside the right one.
fn pick(
    candidates: &[&Candidate],
    word: &Word,
    right: &str,
    (before, after): (&str, &str),
    own: &OwnWords,
) -> Vec<String> {
    let mixed_up: Vec<TermKey> = own.mixed_up_with(&word.term).iter().map(|word| word.key()).collect();
    let mut picked: Vec<String> = Vec::with_capacity(WRONG);
    let key = TermKey::of(right);
    for candidate in candidates {
        let text = candidate.text.as_ref();
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

/// The mixing step of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
const fn mix(seed: u64) -> u64 {
    let z = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests;
