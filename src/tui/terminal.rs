//! The terminal: taken over, and given back whatever happens.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::{self, Write, stdout};
use std::rc::Rc;
use std::sync::Once;
use std::time::Duration;

use crossterm::cursor::{SetCursorStyle, Show};
use crossterm::event::{self, DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, Event};
use crossterm::execute;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use ratatui::backend::CrosstermBackend;

use super::app::App;
use super::burst::{self, Burst};
use super::pointing;
use super::signals::{self, Signal, Watch};
use super::widgets::field::keys;

/// An input method may send its last syllable this long after Enter.
pub const MOMENT: Duration = Duration::from_millis(50);

/// How often a sound is asked whether it failed, while it is heard and nothing is typed.
const LISTEN: Duration = Duration::from_millis(100);

/// How long the program may take to leave when a signal asks for it: long enough for a large import that is being stored.
const GRACE: Duration = Duration::from_secs(5);

/// Events taken together at the most: a held key has no end.
const MANY: usize = 1000;

/// A frame's bytes, held back until it is whole. Written piece by piece, the cursor would be seen away from the caret,
/// and a syllable under composition would jump there.
#[derive(Clone, Default)]
struct Held(Rc<RefCell<Vec<u8>>>);

impl Write for Held {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    /// ratatui flushes in the middle of a frame: see `release`.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Held {
    fn release(&self) -> io::Result<()> {
        let bytes = self.0.take();
        let mut out = stdout().lock();
        out.write_all(&bytes)?;
        out.flush()
    }
}

pub struct Terminal {
    inner: ratatui::Terminal<CrosstermBackend<Held>>,
    frame: Held,
    /// Events that came while something else was waited for.
    early: VecDeque<Event>,
    watch: Watch,
}

/// What there is to do.
enum Next {
    Take(Event),
    /// There is something to show without an event, which never is while a field is focused.
    Draw,
    /// A signal came, or the terminal is gone.
    Leave,
}

impl Terminal {
    /// `mouse`: clicks and the wheel are asked for.
    pub fn open(mouse: bool) -> io::Result<Self> {
        restore_on_panic();
        let watch = Watch::begin(GRACE, restore)?;
        let frame = Held::default();
        enable_raw_mode()?;
        let opened = execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, SetCursorStyle::SteadyBlock)
            .and_then(|()| if mouse { hear_mouse() } else { Ok(()) })
            // The first poll sets up the signal of a resize: before it, one would pass unseen.
            .and_then(|()| event::poll(Duration::ZERO))
            .and_then(|_| ratatui::Terminal::new(CrosstermBackend::new(frame.clone())));
        match opened {
            Ok(inner) => Ok(Self { inner, frame, early: VecDeque::new(), watch }),
            Err(e) => {
                restore();
                Err(e)
            }
        }
    }

    /// Runs until the learner leaves, or a signal asks for it, which is given.
    pub fn run(&mut self, app: &mut App) -> io::Result<Option<Signal>> {
        let outcome = self.turn(app);
        let by_learner = app.is_done();
        if !by_learner {
            // What is stored when one leaves is stored now: a sitting with an article, and the place in it.
            app.leave();
        }
        match (outcome, self.watch.asked()) {
            (Ok(()), _) if by_learner => Ok(None),
            (_, Some(signal)) => Ok(Some(signal)),
            // What cannot be read or written is no error then: there is nobody to tell.
            _ if signals::is_gone() => Ok(Some(Signal::HANG_UP)),
            (outcome, None) => outcome.map(|()| None),
        }
    }

    /// Draws, waits, acts. Nothing is drawn but on an event: a syllable under composition would be painted over.
    fn turn(&mut self, app: &mut App) -> io::Result<()> {
        self.draw(app)?;
        while !app.is_done() {
            let event = match self.next(app)? {
                Next::Take(event) => event,
                Next::Draw => {
                    self.draw(app)?;
                    continue;
                }
                Next::Leave => break,
            };
            // Kitty's protocol and Windows tell when a key is let go; nothing changes by it.
            // Neither does anything change by a mouse that moves; and while a field is focused it is not heard at all.
            let mouse = matches!(event, Event::Mouse(_));
            if event.is_key_release() || pointing::is_idle(&event) || mouse && app.is_typing() {
                continue;
            }
            if app.is_typing() && burst::is_enter(&event) {
                match burst::after_enter(self.followers()?) {
                    Burst::Submit { late, rest } => {
                        app.handle(&Event::Paste(late));
                        app.handle(&event);
                        self.early.extend(rest);
                    }
                    Burst::Paste(text) => app.handle(&Event::Paste(text)),
                }
                self.draw(app)?;
                continue;
            }
            let clears = app.is_typing() && clears(&event);
            app.handle(&event);
            self.draw(app)?;
            if clears {
                let events = burst::after_clear(self.followers()?);
                self.early.extend(events);
            }
        }
        Ok(())
    }

    fn draw(&mut self, app: &App) -> io::Result<()> {
        self.inner.draw(|frame| app.draw(frame))?;
        self.frame.release()
    }

    fn next(&mut self, app: &mut App) -> io::Result<Next> {
        loop {
            if self.watch.asked().is_some() || signals::is_gone() {
                return Ok(Next::Leave);
            }
            if let Some(event) = self.early.pop_front() {
                return Ok(Next::Take(event));
            }
            let mut wait = signals::WATCH;
            if !app.is_typing() {
                // Asked in this order, for trouble is told before the end.
                let goes_on = app.is_listening();
                if app.hears_trouble() {
                    return Ok(Next::Draw);
                }
                if goes_on {
                    wait = LISTEN;
                }
            }
            // What comes with a signal is the resize that woke us.
            if event::poll(wait)? && self.watch.asked().is_none() {
                return event::read().map(Next::Take);
            }
        }
    }

    /// The events that come before a moment of quiet.
    fn followers(&mut self) -> io::Result<Vec<Event>> {
        let mut events: Vec<Event> = self.early.drain(..).collect();
        while events.len() < MANY && event::poll(MOMENT)? {
            events.push(event::read()?);
        }
        Ok(events)
    }

    pub fn close(self) {
        // Signals are taken until the terminal is given back.
        let Self { inner, watch: _watch, .. } = self;
        drop(inner);
        restore();
    }
}

/// Clicks and the wheel (1000), told in the form that knows no end of columns (1006). What crossterm asks for is told of
/// each motion as well, which would be a stream of nothing over a slow line.
#[cfg(not(windows))]
fn hear_mouse() -> io::Result<()> {
    execute!(stdout(), crossterm::style::Print("\x1b[?1000h\x1b[?1006h"))
}

#[cfg(windows)]
fn hear_mouse() -> io::Result<()> {
    execute!(stdout(), crossterm::event::EnableMouseCapture)
}

/// Whether `event` is a key that clears the field.
fn clears(event: &Event) -> bool {
    event.as_key_press_event().and_then(|key| keys::edit(&key)).is_some_and(keys::clears)
}

/// Gives the terminal back as it was. Nothing more can be done where that fails.
fn restore() {
    let _ = execute!(
        stdout(),
        DisableMouseCapture,
        DisableBracketedPaste,
        SetCursorStyle::DefaultUserShape,
        LeaveAlternateScreen,
        Show
    );
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
