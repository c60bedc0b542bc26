//! The corrections that stand, resolved: of several about the same the last one, and every chain of renames to its end.

use std::collections::{HashMap, HashSet};

use super::{BadCorrection, Concern, Correction};
use crate::vocab::{Pos, TermKey};

/// What the corrections come to, ready to be applied to the words of a sentence.
///
/// Order: words are first split, then joined, then renamed (re-lemma, merge), then put on or off the shelf of names;
/// this is repeated until nothing changes, so that a term made by one correction can be the matter of another. Of two
/// corrections that claim the same letters the later one has them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Corrections {
    /// Joins and splits, the latest first.
    pub(super) bounds: Vec<Bound>,
    /// Each leads one step on; following them always ends.
    pub(super) renames: HashMap<TermKey, Rename>,
    /// Whether a term is a name.
    pub(super) shelf: HashMap<TermKey, bool>,
    ignored: HashSet<TermKey>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bound {
    pub key: TermKey,
    pub parts: Vec<String>,
    pub join: bool,
    /// Grows with time; none is 0.
    pub age: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rename {
    pub term: String,
    pub key: TermKey,
    pub pos: Option<Pos>,
    pub name: bool,
}

impl Corrections {
    /// Resolves `list`, which is in the order of time. A rename that would lead back to itself because a later one was
    /// undone is left out: the later word counts.
    pub fn of<'a>(list: impl IntoIterator<Item = &'a Correction>) -> Self {
        let list: Vec<&Correction> = list.into_iter().collect();
        let mut all = Self::default();
        let mut decided: HashSet<Concern> = HashSet::new();
        for (age, correction) in list.iter().enumerate().rev() {
            if decided.insert(correction.concern()) {
                all.add(correction, age + 1);
            }
        }
        all
    }

    fn add(&mut self, correction: &Correction, age: usize) {
        let key = correction.subject();
        match correction {
            Correction::Join { parts } => self.bounds.push(Bound { key, parts: parts.clone(), join: true, age }),
            Correction::Split { parts, .. } => self.bounds.push(Bound { key, parts: parts.clone(), join: false, age }),
            Correction::Lemma { to, pos, .. } => self.rename(key, to, *pos, false),
            Correction::Merge { into, pos, name, .. } => self.rename(key, into, *pos, *name),
            Correction::Name { .. } => {
                self.shelf.insert(key, true);
            }
            Correction::Term { .. } => {
                self.shelf.insert(key, false);
            }
            Correction::Ignore { .. } => {
                self.ignored.insert(key);
            }
            Correction::Unignore { .. } => {}
        }
    }

    fn rename(&mut self, from: TermKey, to: &str, pos: Option<Pos>, name: bool) {
        let rename = Rename { term: to.to_owned(), key: TermKey::of(to), pos, name };
        if rename.key == from || self.end(&rename.key).is_none_or(|end| end.key != from) {
            self.renames.insert(from, rename);
        }
    }

    /// Where the renames lead from `key`; `None` where there is none.
    pub(super) fn end(&self, key: &TermKey) -> Option<Rename> {
        let mut end = self.renames.get(key)?.clone();
        let mut from = key.clone();
        while end.key != from
            && let Some(next) = self.renames.get(&end.key)
        {
            from = end.key;
            end = Rename { pos: next.pos.or(end.pos), ..next.clone() };
        }
        Some(end)
    }

    /// The term that a word of this form and part of speech is.
    pub fn identity(&self, key: &TermKey, pos: Pos) -> (TermKey, Pos) {
        match self.end(key) {
            Some(end) => (end.key, if end.name { Pos::Noun } else { end.pos.unwrap_or(pos) }),
            None => (key.clone(), pos),
        }
    }

    /// Terms that are renamed, and those that others are renamed to.
    pub fn renamed(&self) -> impl Iterator<Item = &TermKey> {
        self.renames.iter().flat_map(|(from, rename)| [from, &rename.key])
    }

    /// Terms that are not worth a card.
    pub const fn ignored(&self) -> &HashSet<TermKey> {
        &self.ignored
    }

    /// Whether `correction`, coming after these, would lead a term back to itself.
    pub fn check_cycle(&self, correction: &Correction) -> Result<(), BadCorrection> {
        let Some(into) = correction.target() else { return Ok(()) };
        let (subject, mut at) = (correction.subject(), TermKey::of(into));
        while at != subject
            && let Some(next) = self.renames.get(&at).filter(|next| next.key != at)
        {
            at = next.key.clone();
            if at == subject {
                let (term, into) = (subject.as_str().to_owned(), into.to_owned());
                return Err(BadCorrection::Cycle { term, into });
            }
        }
        Ok(())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.bounds.is_empty() && self.renames.is_empty() && self.shelf.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{join, lemma, merge, split};
    use super::*;

    fn identity(list: &[Correction], term: &str) -> String {
        Corrections::of(list).identity(&TermKey::of(term), Pos::Verb).0.as_str().to_owned()
    }

    #[test]
    fn the_later_of_two_counts() {
        assert_eq!(identity(&[merge("가", "나"), merge("가", "다")], "가"), "다");
        let all = Corrections::of(&[join(&["해외", "진출"]), split(&["해외", "진출"])]);
        assert_eq!(all.bounds.len(), 1);
        assert!(!all.bounds[0].join);
        let ignored = [Correction::Ignore { term: "때문".into() }, Correction::Unignore { term: "때문".into() }];
        assert!(Corrections::of(&ignored).ignored().is_empty());
    }

    #[test]
    fn a_chain_is_followed_to_its_end() {
        assert_eq!(identity(&[merge("가", "나"), merge("나", "다")], "가"), "다");
        assert_eq!(identity(&[merge("나", "다"), merge("가", "나")], "가"), "다");
    }

    #[test]
    fn a_cycle_is_seen_before_it_is_made() {
        let all = Corrections::of(&[merge("가", "나"), merge("나", "다")]);
        assert!(matches!(all.check_cycle(&merge("다", "가")), Err(BadCorrection::Cycle { .. })));
        assert!(matches!(all.check_cycle(&lemma("나", "가")), Err(BadCorrection::Cycle { .. })));
        assert_eq!(all.check_cycle(&merge("가", "다")), Ok(()), "the later word counts");
        assert_eq!(all.check_cycle(&merge("라", "가")), Ok(()));
    }

    #[test]
    fn what_an_undo_leaves_never_goes_round() {
        // The second merge of 가, between these two, was undone.
        let list = [merge("가", "나"), merge("나", "가")];
        assert_eq!((identity(&list, "가"), identity(&list, "나")), ("가".into(), "가".into()));
    }

    #[test]
    fn the_same_form_may_change_its_part_of_speech() {
        let list = [Correction::Lemma { term: "쓰다".into(), to: "쓰다".into(), pos: Some(Pos::Adjective) }];
        let all = Corrections::of(&list);
        assert_eq!(all.identity(&TermKey::of("쓰다"), Pos::Verb), (TermKey::of("쓰다"), Pos::Adjective));
        assert_eq!(all.identity(&TermKey::of("쓸다"), Pos::Verb).1, Pos::Verb);
    }
}
