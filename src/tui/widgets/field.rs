//! The answer's field. The terminal paints the syllable under composition over the hardware cursor, so the field's one
//! duty is to keep that cursor at the caret, on a line with nothing to its right.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::text::cells;
use crate::korean::keyboard;

/// Longer than any answer, in characters: what is pasted beyond is cut off.
const LONGEST: usize = 200;

/// A line of text with a caret.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Field {
    /// Graphemes of NFC text.
    graphemes: Vec<String>,
    /// Graphemes before the caret.
    caret: usize,
}

impl Field {
    pub fn text(&self) -> String {
        self.graphemes.concat()
    }

    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Inserts text at the caret: line breaks become spaces, control characters are left out.
    pub fn insert(&mut self, text: &str) {
        let clean = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !c.is_control());
        let clean: String = clean.take(LONGEST).collect();
        let (before, after) = self.graphemes.split_at(self.caret);
        let (before, after) = (before.concat() + &clean, after.concat());
        if before.chars().count() + after.chars().count() <= LONGEST {
            self.set(&before, &after);
        }
    }

    /// The text anew, with the caret between `before` and `after`. What meets there may join, a mark with its letter or
    /// a jamo with another: the caret then stands behind the two.
    fn set(&mut self, before: &str, after: &str) {
        let all: String = before.chars().chain(after.chars()).nfc().collect();
        self.graphemes = all.graphemes(true).map(str::to_owned).collect();
        // Decomposed letters are counted, for joining does not change their number.
        let mut left = before.nfd().count();
        self.caret = 0;
        while left > 0
            && let Some(grapheme) = self.graphemes.get(self.caret)
        {
            left = left.saturating_sub(grapheme.nfd().count());
            self.caret += 1;
        }
    }

    /// Takes out the graphemes from `start` to `end`; the caret stands in their place.
    fn cut(&mut self, start: usize, end: usize) {
        let before: String = self.graphemes.iter().take(start).map(String::as_str).collect();
        let after: String = self.graphemes.iter().skip(end).map(String::as_str).collect();
        self.set(&before, &after);
    }

    /// Takes an editing key. Says whether it was one.
    pub fn key(&mut self, event: &KeyEvent) -> bool {
        if event.modifiers.contains(KeyModifiers::CONTROL) {
            let KeyCode::Char(c) = event.code else { return false };
            match keyboard::shortcut(c) {
                'a' => self.caret = 0,
                'e' => self.caret = self.graphemes.len(),
                'u' => self.cut(0, self.caret),
                'k' => self.cut(self.caret, self.graphemes.len()),
                'w' => self.kill_word(),
                'h' => self.backspace(),
                _ => return false,
            }
            return true;
        }
        match event.code {
            KeyCode::Char(c) if !event.modifiers.contains(KeyModifiers::ALT) => self.insert(&c.to_string()),
            KeyCode::Backspace => self.backspace(),
            KeyCode::Delete => self.cut(self.caret, self.caret + 1),
            KeyCode::Left => self.caret = self.caret.saturating_sub(1),
            KeyCode::Right => self.caret = (self.caret + 1).min(self.graphemes.len()),
            KeyCode::Home => self.caret = 0,
            KeyCode::End => self.caret = self.graphemes.len(),
            _ => return false,
        }
        true
    }

    fn backspace(&mut self) {
        if let Some(before) = self.caret.checked_sub(1) {
            self.cut(before, self.caret);
        }
    }

    /// Takes out the word before the caret, with the spaces between.
    fn kill_word(&mut self) {
        let blank = |grapheme: &&String| grapheme.trim().is_empty();
        let before = || self.graphemes.iter().take(self.caret).rev();
        let spaces = before().take_while(blank).count();
        let letters = before().skip(spaces).take_while(|grapheme| !blank(grapheme)).count();
        self.cut(self.caret - spaces - letters, self.caret);
    }

    /// What of the text is seen in `width` cells, and at which cell of it the caret stands. The view moves so that the
    /// caret is always in it, with a cell to spare for a syllable under composition.
    pub fn view(&self, width: usize) -> (String, usize) {
        let room = width.saturating_sub(2).max(1);
        let before: usize = self.graphemes.iter().take(self.caret).map(|g| cells(g)).sum();
        let mut skip = before.saturating_sub(room);
        let mut first = 0;
        while skip > 0
            && let Some(grapheme) = self.graphemes.get(first)
        {
            skip = skip.saturating_sub(cells(grapheme));
            first += 1;
        }
        let hidden: usize = self.graphemes.iter().take(first).map(|g| cells(g)).sum();
        let shown = self.graphemes.iter().skip(first).map(String::as_str).collect::<String>();
        (super::text::clip(&shown, width), before.saturating_sub(hidden))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn press(field: &mut Field, code: KeyCode) {
        field.key(&KeyEvent::new(code, KeyModifiers::NONE));
    }

    fn ctrl(field: &mut Field, c: char) {
        field.key(&KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL));
    }

    #[test]
    fn the_caret_is_counted_in_cells() {
        let mut field = Field::default();
        field.insert("해외a");
        assert_eq!(field.view(20), ("해외a".to_owned(), 5));
        press(&mut field, KeyCode::Left);
        press(&mut field, KeyCode::Left);
        assert_eq!(field.view(20).1, 2);
        press(&mut field, KeyCode::Backspace);
        assert_eq!(field.text(), "외a");
    }

    #[test]
    fn words_and_lines_are_killed_also_in_korean_mode() {
        let mut field = Field::default();
        field.insert("해외 진출");
        ctrl(&mut field, 'ㅈ');
        assert_eq!(field.text(), "해외 ");
        ctrl(&mut field, 'u');
        assert_eq!(field.text(), "");
    }

    #[test]
    fn what_is_pasted_is_one_clean_line_of_syllables() {
        let mut field = Field::default();
        let decomposed: String = "해외\r\n진출\u{1b}".nfd().collect();
        field.insert(&decomposed);
        assert_eq!(field.text(), "해외  진출");
    }

    #[test]
    fn a_long_answer_scrolls_with_its_caret() {
        let mut field = Field::default();
        field.insert(&"가".repeat(30));
        let (shown, caret) = field.view(20);
        assert!(cells(&shown) <= 20 && caret <= 18, "{shown} {caret}");
    }

    #[test]
    fn jamo_that_meet_where_something_was_taken_out_join() {
        let mut field = Field::default();
        field.insert("\u{1112}a\u{1162}");
        press(&mut field, KeyCode::Left);
        press(&mut field, KeyCode::Backspace);
        assert_eq!((field.text(), field.view(20).1), ("해".to_owned(), 2));
    }

    /// Any character, and often those that join others.
    fn letter() -> impl Strategy<Value = char> {
        prop_oneof![
            any::<char>(),
            prop::sample::select(vec!['가', 'ㄱ', '\u{1112}', '\u{1162}', '\u{11AB}', 'e', '\u{301}', '\u{200D}', ' '])
        ]
    }

    proptest! {
        #[test]
        fn no_keys_break_the_field(keys in proptest::collection::vec((any::<u8>(), letter()), 0..60)) {
            let mut field = Field::default();
            for (kind, c) in keys {
                match kind % 11 {
                    0 => press(&mut field, KeyCode::Left),
                    1 => press(&mut field, KeyCode::Right),
                    2 => press(&mut field, KeyCode::Backspace),
                    3 => press(&mut field, KeyCode::Delete),
                    4 => ctrl(&mut field, 'w'),
                    5 => ctrl(&mut field, 'k'),
                    9 => ctrl(&mut field, 'u'),
                    10 => press(&mut field, KeyCode::Home),
                    6 => field.insert(&c.to_string()),
                    _ => press(&mut field, KeyCode::Char(c)),
                }
                let text = field.text();
                prop_assert!(field.caret <= field.graphemes.len());
                prop_assert!(text.graphemes(true).eq(field.graphemes.iter().map(String::as_str)), "{text:?}");
                prop_assert_eq!(text.nfc().collect::<String>(), text);
                let (shown, caret) = field.view(10);
                prop_assert!(caret <= 10 && cells(&shown) <= 10);
            }
        }
    }
}
