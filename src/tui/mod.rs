//! The screens: ratatui's and crossterm's only home.
//!
//! One loop: draw, wait for an event, act. Nothing is drawn without an event, so that a syllable under composition is
//! never painted over.

mod app;
mod burst;
mod desk;
pub mod doctor;
mod keymap;
mod screens;
mod terminal;
mod theme;
mod widgets;

pub use app::{App, Console, Start};
pub use desk::Desk;
pub use theme::Theme;
pub use widgets::ambiguous::Ambiguous;

use crate::messages::{Fault, Lang};

/// Opens the screens on a terminal that is as `console` says, and runs until the learner leaves. The terminal is restored whatever happens.
pub fn run(desk: Desk, lang: Lang, theme: Theme, start: Start, console: Console) -> Result<(), Fault> {
    let mut app = App::new(desk, lang, theme, start)?.on(console);
    let screen = |e: std::io::Error| Fault::Screen { reason: e.to_string() };
    let mut terminal = terminal::Terminal::open().map_err(screen)?;
    let outcome = terminal.run(&mut app).map_err(screen);
    terminal.close();
    outcome
}

/// Whether standard input and output are a terminal.
pub fn is_possible() -> bool {
    use std::io::IsTerminal;
    std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
}
