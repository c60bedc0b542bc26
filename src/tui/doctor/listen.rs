//! A line that somebody types, as it arrives.

use std::io::{self, Write, stdout};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers, poll};
use crossterm::terminal::{Clear, ClearType};
use crossterm::{cursor, queue};

use super::Raw;
use super::typed::{Arrival, Enter, Typed};
use crate::korean::keyboard::{self, Keyboard};
use crate::tui::burst::{self, Burst};
use crate::tui::signals::read;
use crate::tui::terminal::MOMENT;
use crate::tui::widgets::field::Field;

const SIGN: &str = "> ";
/// Cells of the line; no terminal is narrower.
const WIDTH: usize = 60;

/// Lets somebody type a line. `None` where they do not want to: Esc, Ctrl+C or an empty line.
pub fn listen() -> io::Result<Option<Typed>> {
    let _raw = Raw::begin()?;
    let mut field = Field::default();
    let mut arrivals = Vec::new();
    loop {
        show(&field)?;
        let event = read()?;
        if burst::is_enter(&event) {
            let enter = after_enter()?;
            if let Enter::Early(late) = &enter {
                field.insert(late);
            }
            show(&field)?;
            end_line()?;
            let typed = Typed::new(&arrivals, enter);
            return Ok(Some(typed).filter(|typed| !typed.text.trim().is_empty()));
        }
        match &event {
            Event::Paste(text) => {
                arrivals.push(Arrival::Paste(text.clone()));
                field.insert(text);
            }
            Event::Key(key) if !key.is_release() => {
                match key.code {
                    KeyCode::Esc => {
                        end_line()?;
                        return Ok(None);
                    }
                    KeyCode::Char(c) if is_chord(key) && keyboard::shortcut(c) == 'c' => {
                        end_line()?;
                        return Ok(None);
                    }
                    KeyCode::Char(c) if !is_chord(key) => arrivals.push(Arrival::Letter(c)),
                    KeyCode::Backspace => arrivals.push(Arrival::Backspace),
                    _ => {}
                }
                field.key(key, Keyboard::System);
            }
            _ => {}
        }
    }
}

/// Asks for yes or no, in either keyboard mode; Enter and Esc are no.
pub fn confirm(question: &str) -> io::Result<bool> {
    let _raw = Raw::begin()?;
    // Not locked: who gives the terminal back on a signal writes to it as well.
    let mut out = stdout();
    write!(out, "{question} ")?;
    out.flush()?;
    let yes = loop {
        let Event::Key(key) = read()? else { continue };
        if !key.is_press() {
            continue;
        }
        match key.code {
            KeyCode::Char(c) if keyboard::shortcut(c) == 'y' && key.modifiers.is_empty() => break true,
            KeyCode::Char(c) if matches!(keyboard::shortcut(c), 'n' | 'c' | 'q') => break false,
            KeyCode::Enter | KeyCode::Esc => break false,
            _ => {}
        }
    };
    write!(out, "{}\r\n", if yes { "y" } else { "n" })?;
    out.flush()?;
    Ok(yes)
}

fn is_chord(key: &KeyEvent) -> bool {
    key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT)
}

/// What comes within a moment of Enter.
fn after_enter() -> io::Result<Enter> {
    let mut events = Vec::new();
    while events.len() < 100 && poll(MOMENT)? {
        events.push(read()?);
    }
    let twice = events.iter().any(burst::is_enter);
    Ok(match burst::after_enter(events) {
        Burst::Submit { late, .. } if !late.is_empty() => Enter::Early(late),
        _ if twice => Enter::Twice,
        _ => Enter::Last,
    })
}

/// The line anew, in one piece, the cursor at the caret.
fn show(field: &Field) -> io::Result<()> {
    let view = field.view(WIDTH);
    let mut bytes = Vec::new();
    queue!(bytes, cursor::MoveToColumn(0), Clear(ClearType::UntilNewLine))?;
    write!(bytes, "{SIGN}{}{}{}", view.before, view.composing, view.after)?;
    let column = u16::try_from(SIGN.len() + view.caret).unwrap_or(0);
    queue!(bytes, cursor::MoveToColumn(column))?;
    let mut out = stdout().lock();
    out.write_all(&bytes)?;
    out.flush()
}

fn end_line() -> io::Result<()> {
    let mut out = stdout().lock();
    write!(out, "\r\n")?;
    out.flush()
}
