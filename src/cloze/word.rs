//! Terms as judging and choosing see them, and what a reader has said about them.

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap, HashSet};

use rustc_hash::FxHashMap;

use super::shapes::Shapes;
use crate::lexicon;
use crate::vocab::{Kind, Pos, TermKey};

/// A term without its card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The dictionary form.
    pub term: String,
    pub pos: Pos,
    pub kind: Kind,
    pub parts: Vec<String>,
}

impl Word {
    pub fn key(&self) -> TermKey {
        TermKey::of(&self.term)
    }
}

/// What a reader said of a word in the place of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Remark {
    /// It is as right as the term itself: typed again, it is correct.
    Accepted,
    /// It fits as well: it is never offered as a wrong choice again.
    Fits,
}

crate::vocab::with_names!(Remark { Accepted = "accepted", Fits = "fits" });

/// The reader's own terms, what they said of words in their places, and what they mixed up.
#[derive(Debug, Clone, Default)]
pub struct OwnWords {
    words: Vec<Word>,
    by_key: FxHashMap<TermKey, usize>,
    /// The words by what a blank asks for, put in order when the first choices are drawn.
    shapes: OnceCell<Shapes>,
    remarks: HashSet<(TermKey, TermKey, Remark)>,
    /// Terms that were answered with one another, the most frequent first.
    mixed_up: HashMap<TermKey, Vec<TermKey>>,
    /// The sets of choices that a term was asked with.
    shown: HashMap<TermKey, Vec<BTreeSet<String>>>,
    /// What stands behind terms in the reader's articles.
    followed: HashMap<TermKey, HashSet<String>>,
}

impl OwnWords {
    /// Names are no terms that could be asked or mixed up; they are left out.
    pub fn new(words: Vec<Word>) -> Self {
        Self::keyed(words.into_iter().map(|word| (word.key(), word)))
    }

    /// As [`Self::new`], where the keys are there already.
    pub fn keyed(words: impl IntoIterator<Item = (TermKey, Word)>) -> Self {
        let words = words.into_iter().filter(|(_, word)| word.kind != Kind::Name);
        let (mut own, mut by_key) = (Vec::with_capacity(words.size_hint().1.unwrap_or(0)), FxHashMap::default());
        by_key.reserve(own.capacity());
        for (key, word) in words {
            by_key.insert(key, own.len());
            own.push(word);
        }
        Self { words: own, by_key, ..Self::default() }
    }

    /// Index of the word with this key.
    pub fn position(&self, key: &TermKey) -> Option<usize> {
        self.by_key.get(key).copied()
    }

    pub fn words(&self) -> &[Word] {
        &self.words
    }

    pub(super) fn shapes(&self) -> &Shapes {
        self.shapes.get_or_init(|| Shapes::of(&self.words))
    }

    pub fn find(&self, text: &str) -> Option<&Word> {
        self.words.get(*self.by_key.get(&TermKey::of(text))?)
    }

    pub fn remark(&mut self, term: &str, word: &str, remark: Remark) {
        self.remarks.insert((TermKey::of(term), TermKey::of(word), remark));
    }

    /// Takes a remark back.
    pub fn forget(&mut self, term: &str, word: &str, remark: Remark) {
        self.remarks.remove(&(TermKey::of(term), TermKey::of(word), remark));
    }

    pub fn said(&self, term: &str, word: &str, remark: Remark) -> bool {
        self.remarks.contains(&(TermKey::of(term), TermKey::of(word), remark))
    }

    /// Notes that two terms were mixed up; the pair noted first counts as the most frequent.
    pub fn mix_up(&mut self, term: &str, other: &str) {
        let (term, other) = (TermKey::of(term), TermKey::of(other));
        for (one, another) in [(&term, &other), (&other, &term)] {
            let partners = self.mixed_up.entry(one.clone()).or_default();
            if one != another && !partners.contains(another) {
                partners.push(another.clone());
            }
        }
    }

    /// The own terms that `term` is mixed up with, the most frequent first.
    pub fn mixed_up_with(&self, term: &str) -> Vec<&Word> {
        let partners = self.mixed_up.get(&TermKey::of(term)).map_or(&[][..], Vec::as_slice);
        partners.iter().filter_map(|key| self.words.get(*self.by_key.get(key)?)).collect()
    }

    /// Notes what stands behind a term somewhere in the reader's articles.
    pub fn follow(&mut self, term: &str, after: &str) {
        if let Some(head) = head(after) {
            self.followed.entry(TermKey::of(term)).or_default().insert(head);
        }
    }

    /// Whether `text` was read with the same word behind it: 인수를 서두른다 makes 인수 fit where 서두르고 follows.
    pub fn stands_before(&self, text: &str, after: &str) -> bool {
        let heads = self.followed.get(&TermKey::of(text));
        heads.zip(head(after)).is_some_and(|(heads, head)| heads.contains(&head))
    }

    /// Notes the choices that a term was asked with.
    pub fn show(&mut self, term: &str, choices: &[String]) {
        self.shown.entry(TermKey::of(term)).or_default().push(choices.iter().cloned().collect());
    }

    pub fn was_shown(&self, term: &str, choices: &[String]) -> bool {
        let set: BTreeSet<String> = choices.iter().cloned().collect();
        self.shown.get(&TermKey::of(term)).is_some_and(|sets| sets.contains(&set))
    }

    /// Whether `text` is a word by itself, of the reader's, of the lexicon, or among those that everybody uses.
    pub fn is_word(&self, text: &str) -> bool {
        self.is_headword(text) || lexicon::is_common(text)
    }

    /// As [`Self::is_word`], but dictionary forms only: among the words that everybody uses are forms of verbs as well.
    pub fn is_headword(&self, text: &str) -> bool {
        self.find(text).is_some() || lexicon::contains(text)
    }

    /// Whether `text` would fit where `term` stands, as far as can be known: the reader said so, or both are of one part
    /// of speech and the lexicon words their first sense, or two of their senses, alike. Nothing else counts: that a word
    /// is near in meaning, or was seen behind the same noun, does not make it the right one.
    pub fn fits(&self, term: &Word, text: &str) -> bool {
        self.said_to_fit(term, text) || lexicon::mean_the_same(&term.term, term.pos, text, self.pos(text, term.pos))
    }

    /// Whether `text` may fit: it fits, or shares any sense with `term`. Such a word is no wrong choice.
    pub fn may_fit(&self, term: &Word, text: &str) -> bool {
        self.said_to_fit(term, text) || lexicon::share_a_sense(&term.term, term.pos, text, self.pos(text, term.pos))
    }

    fn said_to_fit(&self, term: &Word, text: &str) -> bool {
        [Remark::Accepted, Remark::Fits].into_iter().any(|remark| self.said(&term.term, text, remark))
    }

    /// The part of speech of `text`; of a word that has several, `like` if it is one of them.
    pub fn pos(&self, text: &str, like: Pos) -> Pos {
        self.find(text).map_or_else(|| lexicon::pos(text, like), |word| word.pos)
    }
}

/// The front of the next word behind a term and its particle: two letters, which its endings leave alone.
fn head(after: &str) -> Option<String> {
    let next = after.split_whitespace().nth(usize::from(!after.starts_with(char::is_whitespace)))?;
    let head: String = next.chars().filter(|c| c.is_alphanumeric()).take(2).collect();
    (head.chars().count() == 2).then_some(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(term: &str) -> Word {
        Word { term: term.into(), pos: Pos::Noun, kind: Kind::Noun, parts: vec![] }
    }

    #[test]
    fn a_word_fits_by_its_sense_or_by_the_readers_word() {
        let mut own = OwnWords::new(vec![word("인수"), word("인상")]);
        let term = word("인수");
        assert!(own.fits(&term, "취득") && !own.fits(&term, "인상"));
        own.remark("인수", "인상", Remark::Fits);
        assert!(own.fits(&term, "인상"));
        own.forget("인수", "인상", Remark::Fits);
        assert!(!own.fits(&term, "인상"));
    }

    #[test]
    fn what_was_mixed_up_is_known_from_both_sides() {
        let mut own = OwnWords::new(vec![word("인수"), word("인상"), word("인하")]);
        own.mix_up("인수", "인상");
        own.mix_up("인하", "인수");
        let names = |term: &str| own.mixed_up_with(term).iter().map(|w| w.term.clone()).collect::<Vec<_>>();
        assert_eq!(names("인수"), ["인상", "인하"]);
        assert_eq!(names("인상"), ["인수"]);
    }

    #[test]
    fn what_was_read_before_the_same_word_fits() {
        let mut own = OwnWords::default();
        own.follow("인수", "를 서두른다.");
        own.follow("빚", "");
        assert!(own.stands_before("인수", "을 서두르고 있다.") && own.stands_before("인수", " 서두르기로 했다."));
        assert!(!own.stands_before("인수", "을 미뤘다.") && !own.stands_before("빚", "을 갚았다."));
    }

    #[test]
    fn a_set_of_choices_is_the_same_in_any_order() {
        let mut own = OwnWords::default();
        own.show("인수", &["가".into(), "나".into()]);
        assert!(own.was_shown("인수", &["나".into(), "가".into()]));
        assert!(!own.was_shown("인수", &["나".into(), "다".into()]));
    }
}
