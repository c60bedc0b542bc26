//! Lines of standard input, read in a thread of their own, so that waiting for one can end.

use std::io::{BufRead, IsTerminal};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::Duration;

use crate::messages::Fault;

/// Behind the last question a program may still take back what it did. One that waits for our end instead, and leaves
/// its pipe open, is not kept waiting for longer than this.
const GRACE: Duration = Duration::from_secs(5);

pub struct Lines {
    heard: Receiver<std::io::Result<Vec<u8>>>,
    /// Wait for as long as it takes, behind the last question as well: for a person, and for programs that said so.
    pub stays: bool,
}

impl Lines {
    /// Those of standard input.
    pub fn new() -> Self {
        let stdin = std::io::stdin();
        let stays = stdin.is_terminal();
        Self::over(std::io::BufReader::new(stdin), stays)
    }

    fn over(mut input: impl BufRead + Send + 'static, stays: bool) -> Self {
        let (sender, heard) = sync_channel(1);
        std::thread::spawn(move || {
            loop {
                let mut line = Vec::new();
                let read = input.read_until(b'\n', &mut line);
                let is_last = !matches!(read, Ok(count) if count > 0);
                if matches!(read, Ok(0)) || sender.send(read.map(|_| line)).is_err() || is_last {
                    break;
                }
            }
        });
        Self { heard, stays }
    }

    /// The next line; `None` at the end of the input, and `behind_last` also after some time of silence.
    pub fn next(&self, behind_last: bool) -> Result<Option<Vec<u8>>, Fault> {
        let heard = if behind_last && !self.stays {
            self.heard.recv_timeout(GRACE)
        } else {
            self.heard.recv().map_err(|_| RecvTimeoutError::Disconnected)
        };
        match heard {
            Ok(Ok(line)) => Ok(Some(line)),
            Ok(Err(error)) => Err(Fault::Output { reason: error.to_string() }),
            Err(_) => Ok(None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_come_in_order_the_last_one_without_its_end_as_well() {
        let lines = Lines::over(&b"one\n\ntwo"[..], false);
        let heard: Vec<_> = std::iter::from_fn(|| lines.next(true).unwrap()).collect();
        assert_eq!(heard, [b"one\n".to_vec(), b"\n".to_vec(), b"two".to_vec()]);
    }
}
