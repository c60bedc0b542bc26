//! Text as the dictionary wants it, with a mark for each run of spaces, and the way back to the original bytes.

use std::ops::Range;

/// Stands for a run of spaces; `build.rs` gives every dictionary entry a twin that begins with it.
const SPACE_MARK: char = '\u{2581}';

/// A text with its runs of white space replaced by [`SPACE_MARK`].
pub struct Marked {
    text: String,
    /// For each run: where its mark ends in `text`, and where the run ends in the original. In order.
    runs: Vec<(usize, usize)>,
    /// Length of the original.
    end: usize,
}

impl Marked {
    pub fn new(original: &str) -> Self {
        let mut text = String::with_capacity(original.len() + original.len() / 2);
        let mut runs = Vec::new();
        let mut in_run = false;
        for (at, c) in original.char_indices() {
            // A mark that stands in the text itself must not pass for a space entry's own.
            if c.is_whitespace() || c == SPACE_MARK {
                if !in_run {
                    text.push(SPACE_MARK);
                    runs.push((text.len(), 0));
                }
                if let Some(run) = runs.last_mut() {
                    run.1 = at + c.len_utf8();
                }
            } else {
                text.push(c);
            }
            in_run = c.is_whitespace() || c == SPACE_MARK;
        }
        Self { text, runs, end: original.len() }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Bytes of the original for bytes of the marked text. A mark at the front of `marked` is left out.
    pub fn original(&self, marked: Range<usize>) -> Range<usize> {
        let mark = SPACE_MARK.len_utf8();
        let begins_with_mark = self.text.get(marked.clone()).is_some_and(|t| t.starts_with(SPACE_MARK));
        let start = if begins_with_mark { marked.start + mark } else { marked.start };
        let start = self.place(start);
        start..self.place(marked.end).max(start)
    }

    fn place(&self, at: usize) -> usize {
        let place = match self.runs.partition_point(|&(end, _)| end <= at).checked_sub(1) {
            Some(i) => self.runs[i].1 + (at - self.runs[i].0),
            None => at,
        };
        place.min(self.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_come_back_to_the_original_bytes() {
        let original = "해외  진출이 늘었다";
        let marked = Marked::new(original);
        assert_eq!(marked.text(), "해외▁진출이▁늘었다");
        let at = marked.text().find("▁진출").unwrap();
        assert_eq!(&original[marked.original(at..at + "▁진출".len())], "진출");
        let at = marked.text().find("늘었다").unwrap();
        assert_eq!(&original[marked.original(at..marked.text().len())], "늘었다");
    }

    #[test]
    fn a_space_alone_is_nothing() {
        let marked = Marked::new("  ");
        assert!(marked.original(0..3).is_empty());
    }
}
