//! Terms that a batch of articles has met: a word that stands in a hundred of them is looked up once.

use rustc_hash::FxHashMap;

use crate::deck::TermId;
use crate::reader::Knowledge;
use crate::vocab::{Kind, Pos, TermKey};

/// What the rows of a term and its card say. True for as long as nobody else writes: inside one transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Held {
    pub id: TermId,
    pub kind: Kind,
    /// Shown with a space.
    pub apart: bool,
    /// Without the difference between young and mature.
    pub knowledge: Knowledge,
}

/// By key and part of speech; a key has one part of speech, or few.
#[derive(Debug, Default)]
pub(super) struct AtHand(FxHashMap<TermKey, Vec<(Pos, Held)>>);

impl AtHand {
    pub fn get(&self, key: &TermKey, pos: Pos) -> Option<Held> {
        let of_key = self.0.get(key)?;
        of_key.iter().find(|(known, _)| *known == pos).map(|(_, held)| *held)
    }

    pub fn put(&mut self, key: &TermKey, pos: Pos, held: Held) {
        let of_key = match self.0.get_mut(key) {
            Some(of_key) => of_key,
            None => self.0.entry(key.clone()).or_default(),
        };
        match of_key.iter_mut().find(|(known, _)| *known == pos) {
            Some((_, known)) => *known = held,
            None => of_key.push((pos, held)),
        }
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }
}
