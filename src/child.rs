//! Another program, run so that it cannot keep us: it is given its input, little time and little room for its answer,
//! and is killed when it passes either or when nobody waits for it any more.

use std::io::{self, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How often it is asked whether somebody still waits.
const LOOK: Duration = Duration::from_millis(20);
/// How much of a program's complaints is kept, in bytes.
const COMPLAINTS: u64 = 4_096;

/// What goes to a program's standard input: a head and a body, which the caller may want again.
pub type Input = (Vec<u8>, Arc<Vec<u8>>);

/// How a program ended.
#[derive(Debug)]
pub enum Ended {
    /// By itself.
    Done { status: ExitStatus, output: Vec<u8>, complaints: String },
    /// It was not done in time, and was killed.
    Late,
    /// Its answer was longer than allowed, and it was killed.
    TooMuch,
    /// Nobody waited any more, and it was killed.
    Stopped,
}

/// Runs `command` with `input` on its standard input, for `time` at the most, and gives at most `most` bytes of its standard
/// output. `stopped` is asked now and then whether to leave off. Fails where there is no such program.
pub fn run(
    mut command: Command,
    input: Input,
    most: u64,
    time: Duration,
    stopped: impl Fn() -> bool,
) -> io::Result<Ended> {
    // A program that hangs may have begun others: in a group of their own they are killed together.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let (head, body) = input;
    let stdin = if head.is_empty() && body.is_empty() { Stdio::null() } else { Stdio::piped() };
    let mut child = command.stdin(stdin).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let end = Instant::now() + time;
    if let Some(mut pipe) = child.stdin.take() {
        // A program that reads only a part of it is no trouble.
        thread::spawn(move || pipe.write_all(&head).and_then(|()| pipe.write_all(&body)));
    }
    let output = reading(child.stdout.take(), most.saturating_add(1));
    let complaints = reading(child.stderr.take(), COMPLAINTS);
    let output = match wait(&output, end, &stopped) {
        Ok(output) if output.len() as u64 > most => {
            kill(&mut child);
            return Ok(Ended::TooMuch);
        }
        Ok(output) => output,
        Err(ended) => {
            kill(&mut child);
            return Ok(ended);
        }
    };
    // Its answer is whole; what is left to do is to end.
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if Instant::now() > end || stopped() {
            kill(&mut child);
            return Ok(if stopped() { Ended::Stopped } else { Ended::Late });
        }
        thread::sleep(Duration::from_millis(1));
    };
    let complaints = complaints.recv_timeout(LOOK).unwrap_or_default();
    Ok(Ended::Done { status, output, complaints: String::from_utf8_lossy(&complaints).into_owned() })
}

/// Reads a pipe in a thread of its own: a read from it cannot be broken off.
fn reading(pipe: Option<impl Read + Send + 'static>, most: u64) -> Receiver<Vec<u8>> {
    let (send, receive) = channel();
    if let Some(pipe) = pipe {
        thread::spawn(move || {
            let mut bytes = Vec::new();
            // What came before a fault is the answer all the same.
            let _ = pipe.take(most).read_to_end(&mut bytes);
            let _ = send.send(bytes);
        });
    }
    receive
}

fn wait(output: &Receiver<Vec<u8>>, end: Instant, stopped: &impl Fn() -> bool) -> Result<Vec<u8>, Ended> {
    loop {
        let left = end.saturating_duration_since(Instant::now());
        match output.recv_timeout(left.min(LOOK)) {
            Ok(bytes) => return Ok(bytes),
            Err(RecvTimeoutError::Disconnected) => return Ok(Vec::new()),
            Err(RecvTimeoutError::Timeout) if stopped() => return Err(Ended::Stopped),
            Err(RecvTimeoutError::Timeout) if left.is_zero() => return Err(Ended::Late),
            Err(RecvTimeoutError::Timeout) => {}
        }
    }
}

/// Ends a program with those that it began, and takes note of its end, so that no zombie stays.
fn kill(child: &mut Child) {
    #[cfg(unix)]
    if let Some(group) = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw) {
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
    let _ = child.kill();
    let _ = child.wait();
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    fn run(script: &str, input: &[u8], most: u64, millis: u64) -> Ended {
        super::run(shell(script), (input.to_vec(), Arc::default()), most, Duration::from_millis(millis), || false)
            .unwrap()
    }

    #[test]
    fn what_is_put_in_comes_out_with_the_complaints() {
        let input = vec![b'a'; 300_000];
        let ended = run("cat; echo no >&2; exit 3", &input, 400_000, 20_000);
        let Ended::Done { status, output, complaints } = ended else { panic!("{ended:?}") };
        assert_eq!((status.code(), output, complaints.as_str()), (Some(3), input, "no\n"));
        assert!(
            super::run(Command::new("/nowhere/dokpa"), Input::default(), 1, Duration::from_secs(1), || false).is_err()
        );
    }

    #[test]
    fn one_that_hangs_talks_on_or_is_not_wanted_is_killed_with_those_it_began() {
        let folder = tempfile::tempdir().unwrap();
        let pid = folder.path().join("pid");
        let script = format!("sleep 600 & echo $! > {}; wait", pid.display());
        let begun = Instant::now();
        assert!(matches!(run(&script, b"", 10, 300), Ended::Late));
        assert!(matches!(run("yes", b"", 1_000, 20_000), Ended::TooMuch));
        let stopped =
            super::run(shell("exec sleep 600"), Input::default(), 9, Duration::from_mins(1), || true).unwrap();
        assert!(matches!(stopped, Ended::Stopped));
        assert!(begun.elapsed() < Duration::from_secs(15));
        let pid = std::fs::read_to_string(pid).unwrap();
        let state = std::fs::read_to_string(format!("/proc/{}/stat", pid.trim())).unwrap_or_default();
        assert!(state.is_empty() || state.contains(") Z"), "{state}");
    }
}
