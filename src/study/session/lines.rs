//! The lines in which cards wait: those of the day in order, and those in steps by their moment.

use std::collections::VecDeque;

use super::super::Item;
use super::Left;
use crate::deck::TermId;
use crate::time::Timestamp;

/// With nothing else left, a card in steps is asked this much before its moment.
const LEARN_AHEAD_SECONDS: i64 = 20 * 60;

pub struct Waiting {
    day: VecDeque<Item>,
    /// In the order of their moments.
    steps: Vec<(Timestamp, Item)>,
}

impl Waiting {
    pub const fn new(day: VecDeque<Item>) -> Self {
        Self { day, steps: Vec::new() }
    }

    /// The next card at `now`: one in steps whose moment has come, then the day's, then one in steps ahead of time.
    pub fn next(&mut self, now: Timestamp) -> Option<Item> {
        let first = self.steps.first().map(|&(at, _)| at);
        if first.is_some_and(|at| at <= now) {
            return Some(self.steps.remove(0).1);
        }
        if let Some(item) = self.day.pop_front() {
            return Some(item);
        }
        let soon = now.plus_seconds(LEARN_AHEAD_SECONDS);
        if first.is_some_and(|at| at <= soon) { Some(self.steps.remove(0).1) } else { None }
    }

    pub fn add_step(&mut self, at: Timestamp, item: Item) {
        let place = self.steps.partition_point(|&(other, _)| other <= at);
        self.steps.insert(place, (at, item));
    }

    /// Puts a card that was taken out to the front again.
    pub fn put_back(&mut self, item: Item) {
        self.day.push_front(item);
    }

    pub fn remove(&mut self, term: TermId) {
        self.day.retain(|item| item.term.id != term);
        self.steps.retain(|(_, item)| item.term.id != term);
    }

    pub fn left(&self) -> Left {
        let mut left = Left::default();
        for item in self.day.iter().chain(self.steps.iter().map(|(_, item)| item)) {
            left.count(item.card.state);
        }
        left
    }
}
