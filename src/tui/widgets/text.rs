//! Korean text on a grid of cells: measured and cut. Wrapping is `wrap`'s.

use unicode_segmentation::UnicodeSegmentation;

pub use super::ambiguous::cells;
pub use super::wrap::{around, lines_at, seams, wrap, wrap_at};

/// The front of `text` that fits into `width` cells.
pub fn clip(text: &str, width: usize) -> String {
    let mut used = 0;
    text.graphemes(true)
        .take_while(|grapheme| {
            used += cells(grapheme);
            used <= width
        })
        .collect()
}

/// `text` in exactly `width` cells.
pub fn fit(text: &str, width: usize) -> String {
    let clipped = clip(text, width);
    let pad = width.saturating_sub(cells(&clipped));
    clipped + &" ".repeat(pad)
}

/// `text` in exactly `width` cells, at their right end.
pub fn fit_right(text: &str, width: usize) -> String {
    let clipped = clip(text, width);
    " ".repeat(width.saturating_sub(cells(&clipped))) + &clipped
}

/// A line across `width` cells.
pub fn rule(width: usize) -> String {
    let line = "─";
    line.repeat(width / cells(line).max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pitfall_12_a_column_is_filled_in_cells() {
        assert_eq!(fit("해외", 6), "해외  ");
        assert_eq!(fit("해외진출", 5), "해외 ");
        assert_eq!(fit_right("12", 4), "  12");
    }
}
