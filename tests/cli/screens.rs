//! The real program in a pseudo-terminal, as a learner has it before them.

use std::io::{Read, Write};
use std::num::NonZero;
use std::sync::mpsc::{Receiver, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use crate::support::{Bench, MORNING};

/// How long a screen may take to show; machines are noisy.
const PATIENCE: Duration = Duration::from_secs(20);

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).unwrap()
}

pub fn size(rows: u16, cols: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

pub struct Screen {
    pub parser: vt100::Parser,
    /// All that the program wrote.
    pub raw: Vec<u8>,
    /// Tells ambiguous characters to be two cells wide when it is asked for its cursor.
    pub is_wide: bool,
    output: Receiver<Vec<u8>>,
    /// Takes what the program writes, until nobody wants it any more.
    taker: JoinHandle<()>,
    input: Box<dyn Write + Send>,
    pub child: Box<dyn portable_pty::Child + Send + Sync>,
    pub master: Box<dyn portable_pty::MasterPty + Send>,
}

/// A terminal that nobody reads from any more, and the program at it. It is gone when `master` is dropped.
pub struct Deaf {
    pub child: Box<dyn portable_pty::Child + Send + Sync>,
    pub master: Box<dyn portable_pty::MasterPty + Send>,
    pub input: Box<dyn Write + Send>,
}

impl Screen {
    pub fn open(bench: &Bench, args: &[&str]) -> Self {
        Self::open_on(bench, args, |_| {})
    }

    /// With the command changed by `change` before it is run.
    pub fn open_on(bench: &Bench, args: &[&str], change: impl FnOnce(&mut CommandBuilder)) -> Self {
        let pair = native_pty_system().openpty(size(24, 80)).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_dokpa"));
        command.env_clear();
        command.env("DOKPA_NOW", MORNING);
        command.env("HOME", bench.path("home"));
        command.env("TERM", "xterm-256color");
        command.cwd(bench.path("."));
        command.args(["--lang", "ko", "--data", bench.data().to_str().unwrap()]);
        command.args(args);
        change(&mut command);
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = channel();
        let taker = std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count) = reader.read(&mut buffer) {
                if count == 0 || sender.send(buffer[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let input = pair.master.take_writer().unwrap();
        let parser = vt100::Parser::new(cells(24), cells(80), 0);
        Self { parser, raw: Vec::new(), is_wide: false, output, taker, input, child, master: pair.master }
    }

    /// The home screen, the placement test declined.
    pub fn home(bench: &Bench) -> Self {
        let mut screen = Self::open(bench, &[]);
        screen.shows("안 할래요");
        screen.send("\x1b");
        screen
    }

    /// Takes what the program wrote, and answers where it asks the terminal something.
    fn take(&mut self, bytes: &[u8]) {
        self.raw.extend_from_slice(bytes);
        self.parser.process(bytes);
        let asked = |query: &[u8]| bytes.windows(query.len()).any(|window| window == query);
        if asked(b"\x1b[6n") {
            let (row, column) = self.parser.screen().cursor_position();
            let line = self.parser.screen().contents().lines().nth(row.into()).unwrap_or_default().to_owned();
            let wider = if self.is_wide {
                line.chars().filter(|c| "“’…·—→△▲①─".contains(*c)).count()
            } else {
                0
            };
            self.send(&format!("\x1b[{};{}R", row + 1, usize::from(column) + wider + 1));
        }
        if asked(b"\x1b[c") {
            self.send("\x1b[?62;1c");
        }
    }

    pub fn resize(&mut self, rows: u16, cols: u16) {
        self.parser.screen_mut().set_size(cells(rows), cells(cols));
        self.master.resize(size(rows, cols)).unwrap();
    }

    /// Stops reading. The reader is told by the next that is written, which the help (F1) brings about.
    pub fn deafen(self) -> Deaf {
        let Self { output, taker, mut input, child, master, .. } = self;
        drop(output);
        input.write_all(b"\x1bOP").unwrap();
        taker.join().unwrap();
        Deaf { child, master, input }
    }

    /// What the program writes in `time`.
    pub fn writes_in(&mut self, time: Duration) -> Vec<u8> {
        let (before, end) = (self.raw.len(), Instant::now() + time);
        while let Ok(bytes) = self.output.recv_timeout(end.saturating_duration_since(Instant::now())) {
            self.take(&bytes);
        }
        self.raw[before..].to_vec()
    }

    pub fn send(&mut self, keys: &str) {
        self.input.write_all(keys.as_bytes()).unwrap();
        self.input.flush().unwrap();
    }

    /// Reads until the screen shows `text`.
    #[track_caller]
    pub fn shows(&mut self, text: &str) -> String {
        self.until(text, |screen| screen.contents().contains(text))
    }

    #[track_caller]
    pub fn until(&mut self, what: &str, reached: impl Fn(&vt100::Screen) -> bool) -> String {
        let end = Instant::now() + PATIENCE;
        loop {
            let contents = self.parser.screen().contents();
            if reached(self.parser.screen()) {
                return contents;
            }
            let left = end.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(gone) => panic!("the screen never showed {what:?} ({gone}):\n{contents}"),
            }
        }
    }

    /// Waits for the program's end; gives its exit code.
    pub fn ends(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        loop {
            while let Ok(bytes) = self.output.try_recv() {
                self.take(&bytes);
            }
            if let Some(status) = self.child.try_wait().unwrap() {
                while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(200)) {
                    self.take(&bytes);
                }
                return status.exit_code();
            }
            assert!(Instant::now() < end, "it does not end");
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

/// The answer to the question on the screen, by the words before its blank.
pub fn answer(bench: &Bench, screen: &str) -> String {
    let lines: Vec<&str> = screen.lines().map(str::trim).collect();
    let shown: String = lines.concat().split_whitespace().collect();
    let clozes = bench.json(["clozes", "통신", "--json"]);
    let cloze = clozes.iter().find(|cloze| {
        let prompt: String = cloze["prompt"].as_str().unwrap().split_whitespace().collect();
        shown.contains(&prompt)
    });
    cloze.unwrap_or_else(|| panic!("no question on\n{screen}"))["answer"].as_str().unwrap().to_owned()
}

#[test]
fn home_study_type_an_answer_in_hangul_grade_and_quit() {
    let bench = Bench::new().with_article();
    let mut screen = Screen::home(&bench);
    let home = screen.shows("끝내기");
    assert!(home.contains("기업과 투자") && home.contains("통신"), "{home}");
    // Tab changes the mode; the cursor goes down to 통신, the sixth row, by arrows and by ㅓ (j) in Korean mode.
    screen.send("\t");
    screen.shows("방식: 쓰기");
    screen.send("\x1b[B\x1b[Bㅓㅓㅓ");
    screen.shows("> 통신");
    screen.send("\r");
    let question = screen.shows("답 >");
    assert!(question.contains("____"), "{question}");
    let answer = answer(&bench, &question);
    screen.send(&answer);
    screen.shows(&format!("답 > {answer}"));
    // The hardware cursor stands at the caret, and is shown. It is set at the end of a frame, after its text.
    let width = unicode_width::UnicodeWidthStr::width(format!("  답 > {answer}").as_str());
    screen.until("the cursor at the caret", |screen| {
        let (row, column) = screen.cursor_position();
        let in_field = screen.contents().lines().nth(row.into()).is_some_and(|line| line.contains("답 >"));
        usize::from(column) == width && in_field && !screen.hide_cursor()
    });
    screen.send("\r");
    let judged = screen.shows("O 맞았어요");
    assert!(judged.contains("3 알맞음 10분") && judged.contains("독파경제"), "{judged}");
    screen.until("no cursor, for there is no field", vt100::Screen::hide_cursor);
    screen.send("4");
    screen.shows("답 >");
    // In the field ㅂ is a letter; outside it, it is q.
    screen.send("ㅂ");
    screen.shows("답 > ㅂ");
    screen.send("\x1b");
    screen.shows("오늘의 공부");
    screen.send("ㅂ");
    assert_eq!(screen.ends(), 0);
    assert!(!screen.parser.screen().alternate_screen(), "the terminal is restored");
    assert!(!screen.parser.screen().hide_cursor());
    let words = bench.json(["words", "통신", "--json"]);
    assert_eq!(words.iter().filter(|word| word["status"] == "review").count(), 1, "the answer is stored");
}

#[test]
fn pitfall_5_a_late_syllable_after_enter_is_taken_into_the_answer() {
    let bench = Bench::new().with_article();
    let mut screen = Screen::open(&bench, &["study", "통신", "--mode", "type"]);
    let question = screen.shows("답 >");
    let answer = answer(&bench, &question);
    let last = answer.chars().last().unwrap();
    let front: String = answer.chars().take(answer.chars().count() - 1).collect();
    screen.send(&format!("{front}\r{last}"));
    screen.shows("O 맞았어요");
    screen.send("\x03");
    assert_eq!(screen.ends(), 0);
}

#[test]
fn a_resize_and_a_small_window_break_nothing() {
    let bench = Bench::new();
    let mut screen = Screen::home(&bench);
    screen.shows("끝내기");
    for (rows, cols) in [(5, 20), (24, 80)] {
        screen.resize(rows, cols);
        screen.shows(if rows == 5 { "작아요" } else { "기업과 투자" });
    }
    screen.send("q");
    assert_eq!(screen.ends(), 0);
}

#[test]
fn help_shows_the_keys_of_the_screen_behind_it() {
    let bench = Bench::new();
    let mut screen = Screen::home(&bench);
    screen.shows("끝내기");
    screen.send("?");
    let help = screen.shows("ㅂ = q");
    assert!(help.contains("방식 바꾸기") && help.contains("Tab"), "{help}");
    screen.send("\x1bOP");
    screen.send("ㅂ");
    screen.shows("오늘의 공부");
    screen.send("\x03");
    assert_eq!(screen.ends(), 0);
}

#[test]
fn pitfall_15_a_paste_of_several_lines_is_not_submitted_marked_or_not() {
    let bench = Bench::new().with_article();
    let mut screen = Screen::open(&bench, &["study", "통신", "--mode", "type"]);
    screen.shows("답 >");
    screen.send("해외\r진출을\r서둘러");
    screen.shows("답 > 해외 진출을 서둘러");
    screen.send("\x15\x1b[200~지분\r\n참여\x1b[201~");
    screen.shows("답 > 지분");
    assert!(screen.parser.screen().contents().contains("참여"));
    screen.send("\x03");
    assert_eq!(screen.ends(), 0);
}

#[test]
fn pitfall_5_two_enters_in_a_moment_submit_but_do_not_grade() {
    let bench = Bench::new().with_article();
    let mut screen = Screen::open(&bench, &["study", "통신", "--mode", "type"]);
    screen.shows("답 >");
    screen.send("수출\r\r\r");
    screen.shows("쓴 답: 수출");
    std::thread::sleep(Duration::from_millis(200));
    // A grade that follows at once does count.
    screen.send("1");
    screen.shows("답한 카드 1장");
    screen.send("무역\r3");
    screen.shows("답한 카드 2장");
    screen.send("\x1b");
    assert_eq!(screen.ends(), 0);
}

#[test]
fn the_mouse_is_heard_where_it_is_wanted_and_let_go_at_the_end() {
    let bench = Bench::new().with_article();
    let asks = |raw: &[u8], mode: &[u8]| raw.windows(mode.len()).any(|window| window == mode);
    for (wish, heard) in [("mouse = true\n", true), ("", false)] {
        let config = bench.write("mouse.toml", wish).display().to_string();
        let mut screen = Screen::open(&bench, &["--config", &config, "read", "1"]);
        screen.shows("문장 1/");
        assert_eq!(asks(&screen.raw, b"\x1b[?1000h"), heard);
        screen.send("\x03");
        assert_eq!(screen.ends(), 0);
        assert!(!heard || asks(&screen.raw, b"\x1b[?1000l"), "what was turned on is turned off");
    }
}

#[test]
fn the_placement_test_is_offered_at_the_first_start_only() {
    let bench = Bench::new();
    let mut screen = Screen::open(&bench, &[]);
    screen.shows("안 할래요");
    screen.send("\r");
    screen.shows("1/30");
    screen.send("ㅛㅜ");
    screen.shows("3/30");
    screen.send("\x1b");
    screen.shows("아무것도 표시하지 않았습니다");
    screen.send("ㅂ");
    assert_eq!(screen.ends(), 0);
    let mut screen = Screen::open(&bench, &[]);
    screen.shows("안 할래요");
    screen.send("\x1b");
    screen.shows("오늘의 공부");
    screen.send("ㅂ");
    assert_eq!(screen.ends(), 0);
    let mut screen = Screen::open(&bench, &[]);
    screen.shows("오늘의 공부");
    screen.send("\x03");
    assert_eq!(screen.ends(), 0);
}
