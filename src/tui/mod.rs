//! The screens: ratatui's and crossterm's only home.
//!
//! One loop: draw, wait for an event, act. Nothing is drawn without an event, so that a syllable under composition is
//! never painted over.

mod app;
mod burst;
mod desk;
pub mod doctor;
mod keymap;
mod pointing;
mod list_desk;
mod reading_desk;
mod screens;
mod shot;
mod signals;
mod steps;
mod terminal;
mod theme;
mod widgets;

pub use app::{App, Console, Start};
pub use desk::Desk;
pub use screens::planning::summary as plan_summary;
pub use screens::progress::lines as progress_lines;
pub use shot::shots;
pub use signals::Signal;
pub use theme::Theme;
pub use widgets::ambiguous::Ambiguous;

use crate::messages::{Fault, Lang};

/// Opens the screens on a terminal that is as `console` says, and runs until the learner leaves, or a signal asks the
/// program to end, which is given. The terminal is restored whatever happens.
pub fn run(desk: Desk, lang: Lang, theme: Theme, start: Start, console: Console) -> Result<Option<Signal>, Fault> {
    let mouse = console.mouse;
    let mut app = App::new(desk, lang, theme, start)?.on(console);
    let screen = |e: std::io::Error| Fault::Screen { reason: e.to_string() };
    let mut terminal = terminal::Terminal::open(mouse).map_err(screen)?;
    let outcome = terminal.run(&mut app).map_err(screen);
    terminal.close();
    outcome
}

/// `text` in lines of `width` cells, as the screens would break it; `seams` are bytes at which morphemes meet.
pub fn broken(text: &str, seams: &[usize], width: usize) -> Vec<String> {
    let pieces = |line: Vec<std::ops::Range<usize>>| {
        let pieces: Vec<&str> = line.into_iter().filter_map(|range| text.get(range)).collect();
        pieces.join(" ")
    };
    widgets::text::lines_at(text, seams, width).into_iter().map(pieces).collect()
}

/// Whether standard input and output are a terminal.
pub fn is_possible() -> bool {
    use std::io::IsTerminal;
    std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
}
