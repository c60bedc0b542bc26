//! The terminal: taken over, and given back whatever happens.

use std::collections::VecDeque;
use std::io::{self, Stdout, stdout};
use std::sync::Once;
use std::time::Duration;

use crossterm::cursor::{SetCursorStyle, Show};
use crossterm::event::{self, DisableBracketedPaste, EnableBracketedPaste, Event, KeyCode};
use crossterm::execute;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use ratatui::backend::CrosstermBackend;

use super::app::App;
use crate::korean::jamo;

/// An input method may send its last syllable after Enter: this long it is waited for.
const LATE_SYLLABLE: Duration = Duration::from_millis(50);

pub struct Terminal {
    inner: ratatui::Terminal<CrosstermBackend<Stdout>>,
    /// Events that came while something else was waited for.
    early: VecDeque<Event>,
}

impl Terminal {
    pub fn open() -> io::Result<Self> {
        restore_on_panic();
        enable_raw_mode()?;
        let opened = execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, SetCursorStyle::SteadyBlock)
            // The first poll sets up the signal of a resize: before it, one would pass unseen.
            .and_then(|()| event::poll(Duration::ZERO))
            .and_then(|_| ratatui::Terminal::new(CrosstermBackend::new(stdout())));
        match opened {
            Ok(inner) => Ok(Self { inner, early: VecDeque::new() }),
            Err(e) => {
                restore();
                Err(e)
            }
        }
    }

    /// Draws, waits, acts, until the learner leaves.
    pub fn run(&mut self, app: &mut App) -> io::Result<()> {
        while !app.is_done() {
            self.inner.draw(|frame| app.draw(frame))?;
            let event = match self.early.pop_front() {
                Some(event) => event,
                None => event::read()?,
            };
            if app.is_typing() && is_enter(&event) {
                self.late_syllables(app)?;
            }
            app.handle(&event);
        }
        Ok(())
    }

    /// Takes the Hangul that still arrives after Enter into the field; other events keep their turn.
    fn late_syllables(&mut self, app: &mut App) -> io::Result<()> {
        while self.early.is_empty() && event::poll(LATE_SYLLABLE)? {
            let event = event::read()?;
            match &event {
                Event::Key(key) if matches!(key.code, KeyCode::Char(c) if jamo::is_hangul(c)) => app.handle(&event),
                _ => self.early.push_back(event),
            }
        }
        Ok(())
    }

    pub fn close(self) {
        drop(self.inner);
        restore();
    }
}

fn is_enter(event: &Event) -> bool {
    matches!(event, Event::Key(key) if key.code == KeyCode::Enter && key.is_press())
}

/// Gives the terminal back as it was. Nothing more can be done where that fails.
fn restore() {
    let _ = execute!(stdout(), DisableBracketedPaste, SetCursorStyle::DefaultUserShape, LeaveAlternateScreen, Show);
    let _ = disable_raw_mode();
}

/// A panic's message is for the normal screen.
fn restore_on_panic() {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let default = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            restore();
            default(info);
        }));
    });
}
