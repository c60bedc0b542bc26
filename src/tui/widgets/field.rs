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
        let before: String = (before.concat() + &clean).nfc().collect();
        let all = before.clone() + &after.concat();
        if all.chars().count() > LONGEST {
            return;
        }
        self.caret = before.graphemes(true).count();
        self.graphemes = all.graphemes(true).map(str::to_owned).collect();
        // A mark that joins what follows may leave fewer graphemes than before.
        self.caret = self.caret.min(self.graphemes.len());
    }

    /// Takes an editing key. Says whether it was one.
    pub fn key(&mut self, event: &KeyEvent) -> bool {
        if event.modifiers.contains(KeyModifiers::CONTROL) {
            let KeyCode::Char(c) = event.code else { return false };
            match keyboard::shortcut(c) {
                'a' => self.caret = 0,
                'e' => self.caret = self.graphemes.len(),
                'u' => self.kill_to_start(),
                'k' => self.graphemes.truncate(self.caret),
                'w' => self.kill_word(),
                'h' => self.backspace(),
                _ => return false,
            }
            return true;
        }
        match event.code {
            KeyCode::Char(c) if !event.modifiers.contains(KeyModifiers::ALT) => self.insert(&c.to_string()),
            KeyCode::Backspace => self.backspace(),
            KeyCode::Delete if self.caret < self.graphemes.len() => {
                self.graphemes.remove(self.caret);
            }
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
            self.graphemes.remove(before);
            self.caret = before;
        }
    }

    fn kill_to_start(&mut self) {
        self.graphemes.drain(..self.caret);
        self.caret = 0;
    }

    fn kill_word(&mut self) {
        let blank = |grapheme: &String| grapheme.trim().is_empty();
        let end = self.caret;
        while self.caret > 0 && blank(&self.graphemes[self.caret - 1]) {
            self.caret -= 1;
        }
        while self.caret > 0 && !blank(&self.graphemes[self.caret - 1]) {
            self.caret -= 1;
        }
        self.graphemes.drain(self.caret..end);
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

    proptest! {
        #[test]
        fn no_keys_break_the_field(keys in proptest::collection::vec(any::<(u8, char)>(), 0..60)) {
            let mut field = Field::default();
            for (kind, c) in keys {
                match kind % 9 {
                    0 => press(&mut field, KeyCode::Left),
                    1 => press(&mut field, KeyCode::Right),
                    2 => press(&mut field, KeyCode::Backspace),
                    3 => press(&mut field, KeyCode::Delete),
                    4 => ctrl(&mut field, 'w'),
                    5 => ctrl(&mut field, 'k'),
                    6 => field.insert(&c.to_string()),
                    _ => press(&mut field, KeyCode::Char(c)),
                }
                prop_assert!(field.caret <= field.graphemes.len());
                let (_, caret) = field.view(10);
                prop_assert!(caret <= 10);
            }
        }
    }
}
