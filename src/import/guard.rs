//! Runs a parser that others wrote so that it can neither take the program down nor keep it for ever.

use std::cell::Cell;
use std::panic;
use std::sync::{Once, mpsc};
use std::thread;

use super::ImportError;
use super::limits::{Limit, Limits};

/// Room for parsers that call themselves. It is only taken where it is used.
pub(super) const STACK: usize = 64 << 20;

thread_local! {
    /// Whether this thread is a parser's, whose panics are errors and not the program's end.
    static PARSING: Cell<bool> = const { Cell::new(false) };
}

/// Runs `parse` in a thread of its own. One that takes too long is left behind: it cannot be stopped, but nobody waits
/// for it, and it ends with the program.
pub(super) fn run<T: Send + 'static>(
    limits: &Limits,
    parse: impl FnOnce() -> Result<T, ImportError> + Send + 'static,
) -> Result<T, ImportError> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !PARSING.get() {
                before(info);
            }
        }));
    });
    let (send, receive) = mpsc::sync_channel(1);
    let work = move || {
        PARSING.set(true);
        let _ = send.send(parse());
    };
    thread::Builder::new().name("parser".into()).stack_size(STACK).spawn(work).map_err(|_| ImportError::Malformed)?;
    match receive.recv_timeout(limits.parse_time()) {
        Ok(outcome) => outcome,
        Err(mpsc::RecvTimeoutError::Timeout) => Err(limits.passed(Limit::Parsing)),
        // The sender is gone without a word: the parser panicked.
        Err(mpsc::RecvTimeoutError::Disconnected) => Err(ImportError::Malformed),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_parser_that_panics_is_an_error() {
        let outcome = run::<()>(&Limits::default(), || panic!("a broken parser"));
        assert_eq!(outcome, Err(ImportError::Malformed));
    }

    #[test]
    fn a_parser_that_never_ends_is_left_behind() {
        let limits = Limits { parse_seconds: 0, ..Limits::default() };
        let outcome = run(&limits, || {
            thread::sleep(Duration::from_secs(5));
            Ok(())
        });
        assert_eq!(outcome, Err(ImportError::Limit { limit: Limit::Parsing, allowed: 0 }));
    }
}
