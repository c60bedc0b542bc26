//! How a term sounds: a program of the learner's choice (`espeak-ng`, `say`) is given its standard pronunciation.
//!
//! Everything happens in a thread of its own, for a program may hang; what speaks is stopped when the next is said.

use std::io::Write;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::thread::JoinHandle;
use std::time::Duration;

/// Stands in the command where the text goes; without it the text goes to standard input.
pub const PLACE: &str = "{}";

/// How often a program that speaks is asked whether it has ended.
const LOOK: Duration = Duration::from_millis(20);

/// A program that cannot be run or fails, with the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    pub program: String,
    pub reason: String,
}

/// Says one text at a time.
#[derive(Debug)]
pub struct Speaker {
    texts: Option<Sender<String>>,
    troubles: Receiver<Trouble>,
    is_busy: Arc<AtomicBool>,
    worker: Option<JoinHandle<()>>,
    /// Trouble is told once.
    told: bool,
    failed: bool,
}

impl Speaker {
    /// A speaker by `command`, a program and its arguments; `None` where there is none.
    pub fn new(command: Vec<String>) -> Option<Self> {
        if command.first().is_none_or(|program| program.trim().is_empty()) {
            return None;
        }
        let (texts, orders) = channel();
        let (sender, troubles) = channel();
        let is_busy = Arc::new(AtomicBool::new(false));
        let busy = Arc::clone(&is_busy);
        let work = move || Worker { command, orders, troubles: sender, busy }.run();
        let worker = std::thread::Builder::new().name("sound".to_owned()).spawn(work).ok()?;
        Some(Self { texts: Some(texts), troubles, is_busy, worker: Some(worker), told: false, failed: false })
    }

    /// Says `text`, and stops what is being said. Returns at once.
    pub fn say(&self, text: &str) {
        self.is_busy.store(true, Ordering::Release);
        if let Some(texts) = &self.texts {
            // A worker that is gone has told why.
            let _ = texts.send(text.to_owned());
        }
    }

    /// Whether something is being said.
    pub fn is_busy(&self) -> bool {
        self.is_busy.load(Ordering::Acquire)
    }

    /// Stops what is being said.
    pub fn hush(&self) {
        self.say("");
    }

    /// What went wrong since the last question, told once in the speaker's life.
    pub fn trouble(&mut self) -> Option<Trouble> {
        let trouble = self.troubles.try_iter().last();
        self.failed |= trouble.is_some();
        let trouble = trouble.filter(|_| !self.told);
        self.told |= trouble.is_some();
        trouble
    }

    /// Whether the program ever failed: who goes on by itself when a text is said must not run through a whole article.
    pub const fn has_failed(&self) -> bool {
        self.failed
    }
}

impl Drop for Speaker {
    fn drop(&mut self) {
        self.texts = None;
        if let Some(worker) = self.worker.take() {
            let _ = worker.join();
        }
    }
}

struct Worker {
    command: Vec<String>,
    orders: Receiver<String>,
    troubles: Sender<Trouble>,
    busy: Arc<AtomicBool>,
}

impl Worker {
    fn run(self) {
        let mut speaking: Option<Child> = None;
        loop {
            let order = match &mut speaking {
                None => match self.orders.try_recv() {
                    Ok(text) => Ok(text),
                    Err(TryRecvError::Disconnected) => return,
                    Err(TryRecvError::Empty) => {
                        self.busy.store(false, Ordering::Release);
                        self.orders.recv().map_err(|_| RecvTimeoutError::Disconnected)
                    }
                },
                Some(_) => self.orders.recv_timeout(LOOK),
            };
            match order {
                // Of several texts that wait the last is wanted.
                Ok(text) => {
                    let text = self.orders.try_iter().last().unwrap_or(text);
                    stop(speaking.take());
                    if text.is_empty() {
                        continue;
                    }
                    self.busy.store(true, Ordering::Release);
                    match self.start(&text) {
                        Ok(child) => speaking = Some(child),
                        Err(error) => self.tell(error.to_string()),
                    }
                }
                Err(RecvTimeoutError::Timeout) => {
                    let ended = speaking.as_mut().map(Child::try_wait);
                    if let Some(Ok(Some(status))) = &ended
                        && !status.success()
                    {
                        self.tell(status.to_string());
                    }
                    if !matches!(ended, Some(Ok(None))) {
                        speaking = None;
                    }
                }
                Err(RecvTimeoutError::Disconnected) => return stop(speaking),
            }
        }
    }

    fn start(&self, text: &str) -> std::io::Result<Child> {
        let words = self.command.iter().skip(1).map(|word| word.replace(PLACE, text));
        let by_argument = self.command.iter().skip(1).any(|word| word.contains(PLACE));
        let program = self.command.first().map_or("", String::as_str);
        let input = if by_argument { Stdio::null() } else { Stdio::piped() };
        let mut child =
            Command::new(program).args(words).stdin(input).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        if let Some(mut input) = child.stdin.take() {
            // A term or a sentence is shorter than a pipe, so this does not wait; a program that reads nothing is no trouble.
            let _ = writeln!(input, "{text}");
        }
        Ok(child)
    }

    fn tell(&self, reason: String) {
        let program = self.command.first().cloned().unwrap_or_default();
        let _ = self.troubles.send(Trouble { program, reason });
    }
}

/// Ends a program and takes its end note of, so that no zombie stays.
fn stop(child: Option<Child>) {
    if let Some(mut child) = child {
        let _ = child.kill();
        let _ = child.wait();
    }
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::time::Instant;

    use super::*;

    fn speaker(command: &[&str]) -> Speaker {
        Speaker::new(command.iter().map(|&word| word.to_owned()).collect()).unwrap()
    }

    #[track_caller]
    fn wait(what: &str, mut until: impl FnMut() -> bool) {
        let end = Instant::now() + Duration::from_secs(20);
        while !until() {
            assert!(Instant::now() < end, "{what}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    fn read(path: &Path) -> String {
        std::fs::read_to_string(path).unwrap_or_default()
    }

    #[test]
    fn the_pronunciation_goes_to_standard_input_or_in_the_place_of_the_braces() {
        let folder = tempfile::tempdir().unwrap();
        let (heard, named) = (folder.path().join("heard"), folder.path().join("named"));
        let mut first = speaker(&["sh", "-c", "cat > \"$0\"", heard.to_str().unwrap()]);
        first.say("혐녁");
        wait("it is not heard", || read(&heard) == "혐녁\n");
        let second = speaker(&["sh", "-c", "printf %s \"$1\" > \"$0\"", named.to_str().unwrap(), "{}"]);
        second.say("해외진출");
        wait("it is not said", || read(&named) == "해외진출");
        wait("it does not end", || !first.is_busy());
        assert_eq!(first.trouble(), None);
    }

    #[test]
    fn what_speaks_is_stopped_by_the_next_and_at_the_end() {
        let folder = tempfile::tempdir().unwrap();
        let pids = folder.path().join("pids");
        let alive = |pid: &str| Path::new("/proc").join(pid).exists();
        let speaker = speaker(&["sh", "-c", "echo $$ >> \"$0\"; exec sleep 600", pids.to_str().unwrap()]);
        let begin = Instant::now();
        speaker.say("하나");
        wait("the first is not said", || read(&pids).lines().count() == 1);
        speaker.say("둘");
        assert!(speaker.is_busy());
        wait("the second is not said", || read(&pids).lines().count() == 2);
        let pids: Vec<String> = read(&pids).lines().map(str::to_owned).collect();
        if Path::new("/proc/self").exists() {
            assert!(!alive(&pids[0]), "the first goes on, or is a zombie");
            assert!(alive(&pids[1]));
        }
        drop(speaker);
        assert!(!alive(&pids[1]), "it speaks after the end");
        assert!(begin.elapsed() < Duration::from_mins(1));
    }

    #[test]
    fn what_speaks_can_be_hushed() {
        let mut speaker = speaker(&["sh", "-c", "exec sleep 600"]);
        speaker.say("하나");
        speaker.hush();
        wait("it goes on", || !speaker.is_busy());
        assert!(speaker.trouble().is_none() && !speaker.has_failed());
    }

    #[test]
    fn trouble_is_told_once() {
        let mut missing = speaker(&["/nowhere/dokpa-speaks"]);
        missing.say("가");
        wait("no trouble", || !missing.is_busy());
        let trouble = missing.trouble().unwrap();
        assert_eq!(trouble.program, "/nowhere/dokpa-speaks");
        missing.say("나");
        wait("no end", || !missing.is_busy());
        assert_eq!(missing.trouble(), None);
        let mut failing = speaker(&["sh", "-c", "exit 3"]);
        failing.say("가");
        wait("no end", || !failing.is_busy());
        assert!(failing.trouble().unwrap().reason.contains('3'));
        assert!(Speaker::new(Vec::new()).is_none() && Speaker::new(vec![" ".to_owned()]).is_none());
    }
}
