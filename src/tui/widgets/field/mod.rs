//! A line of text with a caret. The terminal paints the syllable under composition over the hardware cursor, so the
//! field's one duty is to keep that cursor at the caret, on a line with nothing to its right.
//!
//! Whatever is done to it, the text is NFC and the caret stands between two grapheme clusters.

mod draw;
pub mod keys;
#[cfg(test)]
mod tests;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

pub use self::draw::draw;
use self::keys::Edit;
use crate::korean::keyboard::{Composer, Keyboard};
use crate::messages::is_printable;

/// Longer than any answer, in characters: what is pasted beyond is cut off.
const LONGEST: usize = 200;

/// Steps that can be undone.
const STEPS: usize = 100;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Field {
    line: Line,
    /// The syllable under construction by our own composer; its letters are in `line` already.
    composition: Option<Composition>,
    past: Vec<Line>,
    future: Vec<Line>,
    /// Keys of one kind in a row are undone together.
    run: Option<Run>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Line {
    /// Grapheme clusters of NFC text.
    graphemes: Vec<String>,
    /// Clusters before the caret.
    caret: usize,
}

/// What is composed between two texts that stand still meanwhile.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Composition {
    before: String,
    after: String,
    composer: Composer,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Run {
    Typing,
    Erasing,
}

impl Line {
    fn text(&self) -> String {
        self.graphemes.concat()
    }

    /// The text before the caret and behind it.
    fn sides(&self) -> (String, String) {
        let (before, after) = self.graphemes.split_at(self.caret.min(self.graphemes.len()));
        (before.concat(), after.concat())
    }

    /// The line with its caret between `before` and `after`. What meets there may join, a mark with its letter or a
    /// jamo with another: the caret then stands behind the two.
    fn new(before: &str, after: &str) -> Self {
        let all: String = before.chars().chain(after.chars()).nfc().collect();
        let graphemes: Vec<String> = all.graphemes(true).map(str::to_owned).collect();
        // Decomposed letters are counted, for joining does not change their number.
        let mut left = before.nfd().count();
        let mut caret = 0;
        while left > 0
            && let Some(grapheme) = graphemes.get(caret)
        {
            left = left.saturating_sub(grapheme.nfd().count());
            caret += 1;
        }
        Self { graphemes, caret }
    }

    /// The line without the clusters from `start` to `end`; the caret stands in their place.
    fn without(&self, start: usize, end: usize) -> Self {
        let before: String = self.graphemes.iter().take(start).map(String::as_str).collect();
        let after: String = self.graphemes.iter().skip(end).map(String::as_str).collect();
        Self::new(&before, &after)
    }

    fn is_blank(grapheme: &str) -> bool {
        grapheme.trim().is_empty()
    }

    /// Where the word before the caret begins, the spaces between with it.
    fn word_left(&self) -> usize {
        let before = || self.graphemes.iter().take(self.caret).rev();
        let spaces = before().take_while(|grapheme| Self::is_blank(grapheme)).count();
        let letters = before().skip(spaces).take_while(|grapheme| !Self::is_blank(grapheme)).count();
        self.caret - spaces - letters
    }

    /// Where the word behind the caret ends, the spaces between with it.
    fn word_right(&self) -> usize {
        let after = || self.graphemes.iter().skip(self.caret);
        let spaces = after().take_while(|grapheme| Self::is_blank(grapheme)).count();
        let letters = after().skip(spaces).take_while(|grapheme| !Self::is_blank(grapheme)).count();
        self.caret + spaces + letters
    }
}

impl Field {
    pub fn text(&self) -> String {
        self.line.text()
    }

    /// Empties the field and forgets what was in it.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Inserts text at the caret: line breaks become spaces, what no screen can show is left out.
    pub fn insert(&mut self, text: &str) {
        self.composition = None;
        // Line breaks are \n, \r or both; tmux makes two of one.
        let is_break = |c| matches!(c, '\r' | '\n');
        let at_start = text.starts_with(is_break).then_some(' ');
        let lines: Vec<&str> = text.split(is_break).filter(|line| !line.is_empty()).collect();
        let clean: String = at_start.into_iter().chain(lines.join(" ").chars()).collect();
        let clean = clean.nfc().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|&c| is_printable(c));
        let (before, after) = self.line.sides();
        let room = LONGEST.saturating_sub(before.chars().count() + after.chars().count());
        let clean: String = clean.take(room).collect();
        self.change(None, Line::new(&(before + &clean), &after));
    }

    /// Takes a key. Says whether it was one of the field's.
    pub fn key(&mut self, event: &KeyEvent, keyboard: Keyboard) -> bool {
        if let Some(edit) = keys::edit(event) {
            self.edit(edit);
            return true;
        }
        match event.code {
            KeyCode::Char(c) if (event.modifiers - KeyModifiers::SHIFT).is_empty() => {
                if keyboard == Keyboard::Dubeolsik && Composer::is_key(c) {
                    self.compose(c);
                } else {
                    self.type_letter(c);
                }
                true
            }
            _ => false,
        }
    }

    fn type_letter(&mut self, c: char) {
        self.composition = None;
        let (before, after) = self.line.sides();
        let letter = if c.is_whitespace() { ' ' } else { c };
        if !is_printable(letter) || before.chars().count() + after.chars().count() >= LONGEST {
            return;
        }
        self.change(Some(Run::Typing), Line::new(&format!("{before}{letter}"), &after));
        if letter == ' ' {
            self.run = None;
        }
    }

    /// A key of the 2-set keyboard: the syllable at the caret grows.
    fn compose(&mut self, c: char) {
        let mut composition = self.composition.take().unwrap_or_else(|| {
            let (before, after) = self.line.sides();
            Composition { before, after, composer: Composer::default() }
        });
        composition.composer.press(c);
        let line = composition.line();
        if line.graphemes.len() <= LONGEST {
            self.change(Some(Run::Typing), line);
            self.composition = Some(composition);
        }
    }

    pub fn edit(&mut self, edit: Edit) {
        if edit == Edit::Backspace
            && let Some(mut composition) = self.composition.take()
            && composition.composer.backspace()
        {
            self.change(Some(Run::Erasing), composition.line());
            self.composition = Some(composition).filter(|composition| !composition.composer.preedit().is_empty());
            return;
        }
        self.composition = None;
        let line = &self.line;
        let (caret, end) = (line.caret, line.graphemes.len());
        match edit {
            Edit::Left => self.go(caret.saturating_sub(1)),
            Edit::Right => self.go((caret + 1).min(end)),
            Edit::WordLeft => self.go(line.word_left()),
            Edit::WordRight => self.go(line.word_right()),
            Edit::Start => self.go(0),
            Edit::End => self.go(end),
            Edit::Backspace => self.change(Some(Run::Erasing), line.without(caret.saturating_sub(1), caret)),
            Edit::Delete => self.change(Some(Run::Erasing), line.without(caret, caret + 1)),
            Edit::KillWordLeft => self.change(None, line.without(line.word_left(), caret)),
            Edit::KillWordRight => self.change(None, line.without(caret, line.word_right())),
            Edit::KillToStart => self.change(None, line.without(0, caret)),
            Edit::KillToEnd => self.change(None, line.without(caret, end)),
            Edit::Undo => self.travel(true),
            Edit::Redo => self.travel(false),
        }
    }

    fn go(&mut self, caret: usize) {
        self.line.caret = caret;
        self.run = None;
    }

    /// Puts `line` in the place of what was, which can be undone.
    fn change(&mut self, run: Option<Run>, line: Line) {
        let before = std::mem::replace(&mut self.line, line);
        if before.graphemes == self.line.graphemes {
            return;
        }
        self.future.clear();
        if run.is_none() || self.run != run {
            self.past.push(before);
            if self.past.len() > STEPS {
                self.past.remove(0);
            }
        }
        self.run = run;
    }

    /// A step back or forth in what was typed.
    fn travel(&mut self, back: bool) {
        let (from, to) = if back { (&mut self.past, &mut self.future) } else { (&mut self.future, &mut self.past) };
        if let Some(line) = from.pop() {
            to.push(std::mem::replace(&mut self.line, line));
        }
        self.run = None;
    }
}

impl Composition {
    fn line(&self) -> Line {
        Line::new(&(self.before.clone() + &self.composer.text()), &self.after)
    }
}
