//! Signals that ask the program to end while it has the terminal, and a terminal that goes away.
//!
//! A thread of its own takes the signals and notes them for who has the terminal, who leaves as if the learner had quit.
//! crossterm goes on waiting when a signal came, but returns for a resize: so the thread raises SIGWINCH. And when the
//! terminal is gone crossterm reads its end over and over and never returns, signal or not: so it is never let wait for
//! longer than `WATCH`, after which both is asked. Nothing is drawn for that.
//!
//! Who does not leave in the grace it was given (a long transaction, a terminal that takes no bytes) is ended by the
//! thread: handlers must not make the program one that only SIGKILL ends. What is not committed then is taken back by
//! SQLite at the next start, as after any kill.
//!
//! Without the terminal signals do what they always do. On Windows nothing is done.

use std::io;
use std::time::Duration;

use crossterm::event::{self, Event};

/// How long it may pass unseen that the terminal is gone. No shorter, for crossterm is busy in the last millisecond.
pub const WATCH: Duration = Duration::from_secs(1);

/// A signal that asked the program to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signal(i32);

impl Signal {
    /// SIGHUP: the terminal is gone.
    pub const HANG_UP: Self = Self(1);

    /// The exit status by which shells tell of a signal.
    pub const fn exit_status(self) -> i32 {
        128 + self.0
    }
}

/// Whether the terminal went away; a signal tells so only if it controls the program.
pub fn is_gone() -> bool {
    cfg!(unix) && !super::is_possible()
}

/// The next event, as crossterm reads it, but with an end where the terminal is gone.
pub fn read() -> io::Result<Event> {
    while !event::poll(WATCH)? {
        if is_gone() {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
    event::read()
}

#[cfg(unix)]
pub use self::unix::Watch;

#[cfg(unix)]
mod unix {
    use std::io;
    use std::sync::atomic::{AtomicI32, Ordering};
    use std::sync::mpsc::channel;
    use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
    use std::thread;
    use std::time::Duration;

    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGWINCH};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level;

    use super::Signal;

    /// How long a terminal that takes no bytes is waited for.
    const STUCK: Duration = Duration::from_millis(500);

    /// Who has the terminal.
    #[derive(Clone, Copy)]
    struct Holder {
        grace: Duration,
        restore: fn(),
    }

    static HOLDER: Mutex<Option<Holder>> = Mutex::new(None);

    /// The signal that came first; 0: none.
    static ASKED: AtomicI32 = AtomicI32::new(0);

    /// While it lives, signals are taken.
    #[derive(Debug)]
    pub struct Watch(());

    impl Watch {
        /// The caller has the terminal from now on. When a signal comes, it has `grace` to give it back and to end;
        /// then `restore` is called from another thread, and the program ended.
        pub fn begin(grace: Duration, restore: fn()) -> io::Result<Self> {
            // Handlers once set are never taken away: behind signal-hook's there would be none, not the default.
            static THREAD: OnceLock<()> = OnceLock::new();
            if THREAD.get().is_none() {
                let signals = Signals::new([SIGTERM, SIGHUP, SIGINT])?;
                thread::Builder::new().name("signals".to_owned()).spawn(move || take(signals))?;
                let _ = THREAD.set(());
            }
            *holder() = Some(Holder { grace, restore });
            Ok(Self(()))
        }

        /// The signal that asks the holder to leave.
        #[allow(clippy::unused_self, reason = "only who has the terminal is asked")]
        pub fn asked(&self) -> Option<Signal> {
            Some(ASKED.load(Ordering::Acquire)).filter(|signal| *signal != 0).map(Signal)
        }
    }

    impl Drop for Watch {
        fn drop(&mut self) {
            *holder() = None;
        }
    }

    fn holder() -> MutexGuard<'static, Option<Holder>> {
        HOLDER.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take(mut signals: Signals) {
        for signal in signals.forever() {
            let held = *holder();
            let Some(Holder { grace, restore }) = held else {
                let _ = low_level::emulate_default_handler(signal);
                continue;
            };
            ASKED.store(signal, Ordering::Release);
            let _ = low_level::raise(SIGWINCH);
            thread::sleep(grace);
            if holder().is_some() {
                give_back(restore);
            }
            // Not `process::exit`, which waits for what the holder may hold: the lock of standard output.
            low_level::exit(Signal(signal).exit_status());
        }
    }

    /// Gives the terminal back as far as it lets itself be given back.
    fn give_back(restore: fn()) {
        // Lines and echo first: this needs no byte to be written.
        let _ = crossterm::terminal::disable_raw_mode();
        let (done, wait) = channel();
        let restoring = thread::Builder::new().spawn(move || {
            restore();
            let _ = done.send(());
        });
        if restoring.is_ok() {
            let _ = wait.recv_timeout(STUCK);
        }
    }
}

/// Nothing is watched.
#[cfg(not(unix))]
#[derive(Debug)]
pub struct Watch(());

#[cfg(not(unix))]
impl Watch {
    #[allow(clippy::unnecessary_wraps, reason = "as where signals are taken")]
    pub fn begin(_grace: Duration, _restore: fn()) -> io::Result<Self> {
        Ok(Self(()))
    }

    #[allow(clippy::unused_self, reason = "as where signals are taken")]
    pub fn asked(&self) -> Option<Signal> {
        None
    }
}
