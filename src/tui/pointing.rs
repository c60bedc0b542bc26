//! The mouse, where the learner turned it on: the wheel scrolls, a click chooses, a click on what is chosen opens it.
//!
//! A terminal that reports its mouse no longer selects text with it but with Shift held down; therefore it is off unless
//! the settings say `mouse = true`. While a field is focused the mouse does nothing: no frame may be drawn for it.

use crossterm::event::{Event, MouseButton, MouseEvent, MouseEventKind};

use super::app::{App, Screen};
use super::keymap::{Command, Context};

/// Lines that a notch of the wheel scrolls.
const NOTCH: usize = 3;

/// Whether an event of the mouse asks for anything: motion and what is let go do not, and must draw nothing.
pub fn is_idle(event: &Event) -> bool {
    let asks = |kind| {
        matches!(kind, MouseEventKind::Down(MouseButton::Left) | MouseEventKind::ScrollUp | MouseEventKind::ScrollDown)
    };
    matches!(event, Event::Mouse(mouse) if !asks(mouse.kind))
}

impl App {
    pub(super) fn point(&mut self, mouse: MouseEvent) {
        if self.is_typing() {
            return;
        }
        match mouse.kind {
            MouseEventKind::ScrollUp => self.wheel(false),
            MouseEventKind::ScrollDown => self.wheel(true),
            MouseEventKind::Down(MouseButton::Left) => self.click(mouse.column, mouse.row),
            _ => {}
        }
    }

    fn wheel(&mut self, on: bool) {
        let command = if on { Command::Down } else { Command::Up };
        match self.screens.last_mut() {
            Some(Screen::Reading(reading)) if reading.context() == Context::Reading => {
                reading.scroll(on, NOTCH, &mut self.shared);
            }
            Some(Screen::Progress(_) | Screen::Meaning(_)) => (0..NOTCH).for_each(|_| self.obey(command)),
            Some(
                Screen::Home(_)
                | Screen::Words(_)
                | Screen::Corrections(_)
                | Screen::Library(_)
                | Screen::Planning(_)
                | Screen::Goals(_)
                | Screen::Checking(_)
                | Screen::Help(_),
            ) => self.obey(command),
            _ => {}
        }
    }

    fn click(&mut self, x: u16, y: u16) {
        // What is behind the help is covered.
        let opens = match self.screens.last_mut() {
            Some(Screen::Home(home)) => home.click(y).then_some(Command::Study),
            Some(Screen::Words(words)) => match words.click(y, &self.shared) {
                Ok(before) => before.then_some(Command::Meaning),
                Err(fault) => {
                    self.shared.fault = Some(fault);
                    None
                }
            },
            Some(Screen::Corrections(corrections)) => {
                corrections.click(y);
                None
            }
            Some(Screen::Library(library)) => library.click(y).then_some(Command::Read),
            Some(Screen::Planning(planning)) => {
                planning.click(y);
                None
            }
            Some(Screen::Goals(goals)) => goals.click(y).then_some(Command::Plan),
            Some(Screen::Checking(checking)) => checking.click(y).then_some(Command::Submit),
            Some(Screen::Reading(reading)) if reading.context() == Context::Reading => {
                reading.click(x, y, &mut self.shared).then_some(Command::Meaning)
            }
            _ => None,
        };
        if let Some(command) = opens {
            self.obey(command);
        }
    }
}
