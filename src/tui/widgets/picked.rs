//! Lines of a list that are marked, to be acted on together. By their ids: sorting and searching move lines.

use std::collections::BTreeSet;

#[derive(Debug, Clone)]
pub struct Picked<T> {
    marked: BTreeSet<T>,
    /// The line that was marked or cleared last: a range begins here.
    anchor: Option<T>,
}

impl<T> Default for Picked<T> {
    fn default() -> Self {
        Self { marked: BTreeSet::new(), anchor: None }
    }
}

impl<T: Copy + Ord> Picked<T> {
    pub fn has(&self, id: T) -> bool {
        self.marked.contains(&id)
    }

    pub fn count(&self) -> usize {
        self.marked.len()
    }

    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Marks a line, or takes its mark away.
    pub fn toggle(&mut self, id: T) {
        if !self.marked.remove(&id) {
            self.marked.insert(id);
        }
        self.anchor = Some(id);
    }

    /// Marks what stands between the line that was marked last and `at`, both with it.
    pub fn range(&mut self, at: usize, lines: &[T]) {
        let from = self.anchor.and_then(|anchor| lines.iter().position(|id| *id == anchor)).unwrap_or(at);
        let between = lines.get(from.min(at)..=from.max(at).min(lines.len().saturating_sub(1)));
        self.marked.extend(between.unwrap_or_default());
        self.anchor = lines.get(at).copied();
    }

    /// Marks all lines; where all are marked, none.
    pub fn all(&mut self, lines: &[T]) {
        if lines.iter().all(|id| self.has(*id)) {
            self.marked.clear();
        } else {
            self.marked.extend(lines);
        }
    }

    /// The marked lines in the order of the list, then those that it does not show; where none is marked, the one at `at`.
    pub fn or_at(&self, at: usize, lines: &[T]) -> Vec<T> {
        if self.marked.is_empty() {
            return lines.get(at).copied().into_iter().collect();
        }
        let shown: Vec<T> = lines.iter().copied().filter(|id| self.has(*id)).collect();
        let seen: BTreeSet<T> = shown.iter().copied().collect();
        shown.into_iter().chain(self.marked.difference(&seen).copied()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_a_range_and_all_are_marked_and_cleared() {
        let lines = [10, 30, 20, 40];
        let mut picked = Picked::default();
        assert_eq!(picked.or_at(1, &lines), [30]);
        picked.toggle(30);
        picked.range(3, &lines);
        assert_eq!(picked.or_at(0, &lines), [30, 20, 40]);
        picked.range(0, &lines);
        assert_eq!(picked.count(), 4);
        picked.all(&lines);
        assert_eq!(picked.count(), 0);
        picked.all(&lines);
        assert_eq!(picked.or_at(0, &lines), lines);
    }

    #[test]
    fn what_a_search_hides_stays_marked() {
        let mut picked = Picked::default();
        picked.toggle(7);
        assert_eq!(picked.or_at(0, &[1, 2]), [7]);
        picked.range(1, &[1, 2]);
        assert_eq!(picked.or_at(0, &[1, 2]), [2, 7], "the anchor is out of sight: the line alone");
    }

    #[test]
    fn in_an_empty_list_nothing_is_marked() {
        let mut picked = Picked::<u8>::default();
        picked.range(0, &[]);
        picked.all(&[]);
        assert!(picked.or_at(0, &[]).is_empty());
    }
}
