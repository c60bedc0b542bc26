//! Where the rows of a list stood in the last frame, so that a click finds its row.

use std::cell::RefCell;
use std::ops::Range;

/// Lines of the screen, each with the index of its row.
#[derive(Debug, Default)]
pub struct Rows(RefCell<Vec<(Range<u16>, usize)>>);

impl Rows {
    /// One line a row: `count` of them from the line `top` on, the first being the row `first`.
    pub fn show(&self, top: u16, first: usize, count: usize) {
        let lines = (top..).zip(first..first + count);
        self.0.replace(lines.map(|(y, row)| (y..y.saturating_add(1), row)).collect());
    }

    /// Rows of several lines: how many each has, `skipped` lines of the first ones being above `top`.
    pub fn show_tall(&self, top: u16, skipped: usize, heights: impl IntoIterator<Item = usize>) {
        let mut line = 0_usize;
        let mut rows = Vec::new();
        for (row, height) in heights.into_iter().enumerate() {
            let place =
                |line: usize| top.saturating_add(u16::try_from(line.saturating_sub(skipped)).unwrap_or(u16::MAX));
            rows.push((place(line)..place(line + height), row));
            line += height;
        }
        self.0.replace(rows);
    }

    /// The row on a line of the screen.
    pub fn at(&self, y: u16) -> Option<usize> {
        self.0.borrow().iter().find(|(lines, _)| lines.contains(&y)).map(|(_, row)| *row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_finds_its_row() {
        let rows = Rows::default();
        assert_eq!(rows.at(3), None);
        rows.show(4, 10, 3);
        assert_eq!([3, 4, 6, 7].map(|y| rows.at(y)), [None, Some(10), Some(12), None]);
        rows.show_tall(4, 1, [3, 2]);
        assert_eq!([4, 5, 6, 7, 8].map(|y| rows.at(y)), [Some(0), Some(0), Some(1), Some(1), None]);
    }
}
