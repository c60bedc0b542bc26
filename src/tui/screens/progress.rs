//! Progress.
use ratatui::Frame;
use ratatui::layout::Rect;

use crate::messages::Fault;
use crate::tui::app::{Go, Shared};
use crate::tui::keymap::Command;

pub struct Progress;

impl Progress {
    pub fn new(_shared: &Shared) -> Result<Self, Fault> {
        Ok(Self)
    }

    pub fn obey(&mut self, command: Command) -> Go {
        if command == Command::Back { Go::Back } else { Go::Stay }
    }

    pub fn draw(&self, _frame: &mut Frame, _area: Rect, _shared: &Shared) {}
}
