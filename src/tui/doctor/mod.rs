//! Asking the terminal about itself: what it is able to do, and what arrives when somebody types. No screen is opened;
//! everything stands in plain lines.

mod listen;
mod typed;

use std::io::{self, Write, stdout};
use std::time::Duration;

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{Clear, ClearType, disable_raw_mode, enable_raw_mode, supports_keyboard_enhancement};
use crossterm::{cursor, execute, queue};

use super::signals::Watch;

pub use self::listen::{confirm, listen};
pub use self::typed::{Arrival, Enter, Form, Typed};

/// Characters of ambiguous width that Korean news is full of.
pub const AMBIGUOUS: [&str; 10] = ["“", "’", "…", "·", "—", "→", "△", "▲", "①", "─"];

/// What a terminal tells of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Probe {
    /// Cells of each of `AMBIGUOUS`, of 한 and of 한 decomposed, by cursor-position report; `None`: no report.
    pub widths: Option<Widths>,
    /// Whether it speaks kitty's keyboard protocol; `None`: no answer.
    pub kitty: Option<bool>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Widths {
    pub ambiguous: Vec<(&'static str, u16)>,
    pub hangul: u16,
    pub decomposed: u16,
}

impl Widths {
    /// Cells of ambiguous characters, as the setting wants it: 2 where most of them are wide.
    pub fn setting(&self) -> u8 {
        let wide = self.ambiguous.iter().filter(|(_, cells)| *cells > 1).count();
        if wide * 2 > self.ambiguous.len() { 2 } else { 1 }
    }
}

/// Asks the terminal that standard input and output are.
pub fn probe() -> io::Result<Probe> {
    let raw = Raw::begin()?;
    let widths = widths().ok();
    // A terminal that does not report its cursor would let us wait here too.
    let kitty = if widths.is_some() { supports_keyboard_enhancement().ok() } else { None };
    drop(raw);
    Ok(Probe { widths, kitty })
}

fn widths() -> io::Result<Widths> {
    let ambiguous = AMBIGUOUS.iter().map(|text| Ok((*text, measure(text)?))).collect::<io::Result<_>>()?;
    Ok(Widths { ambiguous, hangul: measure("한")?, decomposed: measure("\u{1112}\u{1161}\u{11AB}")? })
}

/// Writes `text` at the start of the line and asks where the cursor stands.
fn measure(text: &str) -> io::Result<u16> {
    let mut out = stdout();
    write!(out, "\r{text}")?;
    out.flush()?;
    let column = cursor::position().map(|(column, _)| column);
    queue!(out, Clear(ClearType::CurrentLine))?;
    write!(out, "\r")?;
    out.flush()?;
    column
}

/// Raw mode while it lives, pastes marked.
struct Raw {
    _watch: Watch,
}

impl Raw {
    fn begin() -> io::Result<Self> {
        // Nothing is under way that would have to be stored: a signal ends the program at once.
        let watch = Watch::begin(Duration::ZERO, give_back)?;
        enable_raw_mode()?;
        let raw = Self { _watch: watch };
        execute!(stdout(), EnableBracketedPaste, cursor::SetCursorStyle::SteadyBlock)?;
        Ok(raw)
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        give_back();
    }
}

fn give_back() {
    let _ = execute!(stdout(), DisableBracketedPaste, cursor::SetCursorStyle::DefaultUserShape);
    let _ = disable_raw_mode();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_setting_follows_what_most_characters_do() {
        let widths = |wide: usize| Widths {
            ambiguous: AMBIGUOUS.iter().enumerate().map(|(at, text)| (*text, 1 + u16::from(at < wide))).collect(),
            hangul: 2,
            decomposed: 2,
        };
        assert_eq!([0, 5, 6, 10].map(|wide| widths(wide).setting()), [1, 1, 2, 2]);
    }
}
