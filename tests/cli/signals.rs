//! Signals from outside and a terminal that goes away, while the screens are open: the terminal is given back, and the
//! program ends.

use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use crate::screens::{Deaf, Screen, size};
use crate::support::Bench;

type Program = Box<dyn portable_pty::Child + Send + Sync>;

fn send(child: &Program, signal: Signal) {
    let pid = child.process_id().and_then(|pid| Pid::from_raw(pid.try_into().unwrap())).unwrap();
    kill_process(pid, signal).unwrap();
}

/// The exit status of a program that ends within `time`; where it does not, it is killed.
#[track_caller]
fn status_within(child: &mut Program, time: Duration) -> (u32, Option<String>) {
    let end = Instant::now() + time;
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return (status.exit_code(), status.signal().map(str::to_owned));
        }
        if Instant::now() > end {
            child.kill().unwrap();
            panic!("it does not end");
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// `bytes` behind the last `mark`.
fn behind<'a>(bytes: &'a [u8], mark: &str) -> Option<&'a [u8]> {
    let at = bytes.windows(mark.len()).rposition(|window| window == mark.as_bytes())?;
    Some(&bytes[at + mark.len()..])
}

fn count(bench: &Bench, table: &str) -> i64 {
    let connection = rusqlite::Connection::open(bench.database()).unwrap();
    connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
}

#[test]
fn a_signal_gives_the_terminal_back_and_is_told_by_the_exit_status() {
    let bench = Bench::new().with_article();
    let config = bench.write("config.toml", "mouse = true\n").display().to_string();
    let fresh = portable_pty::native_pty_system().openpty(size(24, 80)).unwrap().master.get_termios().unwrap();
    for (signal, status) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130)] {
        // In a field, and where there is none.
        let places = [(&["study", "통신", "--mode", "type"][..], "답 >"), (&["read", "1"], "문장 ")];
        for (args, shown) in places {
            let mut screen = Screen::open(&bench, &[&["--config", &config], args].concat());
            screen.shows(shown);
            let raw = screen.master.get_termios().unwrap();
            assert_ne!(raw.local_flags, fresh.local_flags, "it is in raw mode");
            send(&screen.child, signal);
            assert_eq!(screen.ends(), status, "{args:?}");
            let given_back = screen.master.get_termios().unwrap();
            assert_eq!(given_back, fresh, "lines and echo as before");
            for mark in ["\x1b[?2004l", "\x1b[?1000l", "\x1b[0 q", "\x1b[?1049l", "\x1b[?25h"] {
                assert!(behind(&screen.raw, mark).is_some(), "{mark:?} is missing");
            }
            // Nothing is written behind it, no error either.
            let rest = behind(&screen.raw, "\x1b[?1049l").unwrap();
            assert_eq!(rest, b"\x1b[?25h", "{}", String::from_utf8_lossy(rest).escape_debug());
            assert!(!screen.parser.screen().alternate_screen() && !screen.parser.screen().hide_cursor());
        }
    }
}

#[test]
fn what_quitting_stores_is_stored_on_a_signal() {
    let bench = Bench::new();
    let mut screen = Screen::open(&bench, &["read", "1"]);
    screen.shows("문장 1/");
    screen.send("ㅓ");
    screen.shows("문장 2/");
    assert_eq!(count(&bench, "reading"), 0);
    send(&screen.child, Signal::TERM);
    assert_eq!(screen.ends(), 143);
    assert_eq!((count(&bench, "reading"), count(&bench, "reading_place")), (1, 1), "the sitting and the place");
}

#[test]
fn it_ends_when_the_terminal_goes_away() {
    for has_signal in [true, false] {
        let bench = Bench::new();
        // A terminal that does not control the program sends no SIGHUP: only reading tells that it is gone.
        let mut screen = Screen::open_on(&bench, &["read", "1"], |command| command.set_controlling_tty(has_signal));
        screen.shows("문장 1/");
        screen.send("ㅓ");
        screen.shows("문장 2/");
        let Deaf { mut child, master, input } = screen.deafen();
        drop(input);
        drop(master);
        assert_eq!(status_within(&mut child, Duration::from_secs(4)), (129, None), "signal: {has_signal}");
        assert_eq!(count(&bench, "reading"), 1, "the sitting is stored");
    }
}

#[test]
fn doctor_gives_the_terminal_back_too() {
    let bench = Bench::new();
    let fresh = portable_pty::native_pty_system().openpty(size(24, 80)).unwrap().master.get_termios().unwrap();
    let mut screen = Screen::open(&bench, &["doctor"]);
    screen.shows("Enter를 누르세요");
    screen.shows("\n> ");
    send(&screen.child, Signal::TERM);
    assert_eq!(screen.ends(), 143);
    assert_eq!(screen.master.get_termios().unwrap(), fresh);
    assert!(behind(&screen.raw, "\x1b[?2004l").is_some());
    assert!(behind(&screen.raw, "\x1b[?1049l").is_none(), "there was no other screen to leave");
    let mut screen = Screen::open_on(&bench, &["doctor"], |command| command.set_controlling_tty(false));
    screen.shows("Enter를 누르세요");
    screen.shows("\n> ");
    let Deaf { mut child, master, input } = screen.deafen();
    drop(input);
    drop(master);
    status_within(&mut child, Duration::from_secs(4));
}

#[test]
fn a_signal_ends_it_even_while_nobody_reads_what_it_writes() {
    let bench = Bench::new();
    let screen = Screen::home(&bench);
    let mut deaf = screen.deafen();
    // Each size is drawn whole, until the terminal takes no more.
    for round in 0..60 {
        deaf.master.resize(size(30 + round, 120)).unwrap();
        std::thread::sleep(Duration::from_millis(20));
    }
    send(&deaf.child, Signal::TERM);
    assert_eq!(status_within(&mut deaf.child, Duration::from_secs(15)), (143, None));
}
