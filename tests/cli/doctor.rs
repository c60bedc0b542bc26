//! `dokpa doctor`, without a terminal and at one.

use serde_json::Value;

use crate::screens::Screen;
use crate::support::Bench;

fn status<'a>(findings: &'a [Value], check: &str) -> &'a str {
    let finding = findings.iter().find(|finding| finding["check"] == check);
    finding.unwrap_or_else(|| panic!("no {check} in {findings:?}"))["status"].as_str().unwrap()
}

#[test]
fn without_a_terminal_the_checks_are_lines_or_json() {
    let bench = Bench::new();
    let none = bench.json(["doctor", "--json"]);
    assert_eq!((status(&none, "data"), status(&none, "settings")), ("info", "info"));
    assert!(!bench.database().exists(), "doctor makes no data");
    let bench = bench.with_article();
    let findings = bench.json(["doctor", "--json"]);
    for check in ["data", "integrity", "references", "characters"] {
        assert_eq!(status(&findings, check), "ok", "{check}");
    }
    assert_eq!(status(&findings, "multiplexer"), "info");
    let lines = bench.ok(["doctor"]);
    assert!(lines.contains("O The data file is whole.\n") && lines.contains("- multiplexer: none\n"), "{lines}");
    assert!(lines.contains("- No backup"), "{lines}");
    std::fs::create_dir(bench.data().join("backups")).unwrap();
    std::fs::copy(bench.database(), bench.data().join("backups/one.sqlite3")).unwrap();
    assert_eq!(status(&bench.json(["doctor", "--json"]), "backup"), "ok");
}

#[test]
fn data_that_is_not_sound_makes_it_fail() {
    let bench = Bench::new().with_article();
    let mut bytes = std::fs::read(bench.database()).unwrap();
    let half = bytes.len() / 2;
    bytes[half..].fill(0x5a);
    std::fs::write(bench.database(), &bytes).unwrap();
    let output = bench.run(["doctor"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stdout).contains("\nX "));
    assert!(output.stderr.is_empty(), "{output:?}");
    assert_eq!(bench.run(["doctor", "--json"]).status.code(), Some(1));
}

#[test]
fn settings_that_cannot_be_read_are_told() {
    let bench = Bench::new();
    let config = bench.write("config.toml", "mode = 7\n");
    let output = bench.run(["doctor", "--json", "--config", config.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(status(&crate::support::lines(&String::from_utf8(output.stdout).unwrap()), "settings"), "bad");
}

#[test]
fn at_a_terminal_it_measures_listens_and_writes_what_helps() {
    let bench = Bench::new();
    let config = bench.write("config.toml", "# mine\nmode = \"type\" # I type\n");
    let mut screen = Screen::open(&bench, &["doctor", "--config", config.to_str().unwrap()]);
    screen.is_wide = true;
    screen.shows("Enter를 누르세요");
    let shown = screen.parser.screen().contents();
    assert!(shown.contains("“ 2") && shown.contains("kitty 없음"), "{shown}");
    screen.send("gksrmf\r");
    screen.shows("로마자로 옵니다");
    screen.shows("설정에 적을까요? ambiguous_width = 2");
    screen.send("ㅛ");
    screen.shows("keyboard = \"dubeolsik\"");
    screen.send("y");
    assert_eq!(screen.ends(), 0);
    let written = std::fs::read_to_string(&config).unwrap();
    assert_eq!(written, "# mine\nmode = \"type\" # I type\nambiguous_width = 2\nkeyboard = \"dubeolsik\"\n");
}

#[test]
fn it_tells_syllables_code_points_and_an_early_enter() {
    let bench = Bench::new();
    let mut screen = Screen::open(&bench, &["doctor"]);
    screen.shows("Enter를 누르세요");
    screen.send("한\r글");
    let shown = screen.shows("먼저 왔습니다");
    assert!(shown.contains("한 U+D55C, 글 U+AE00") && shown.contains("NFC"), "{shown}");
    assert_eq!(screen.ends(), 0);
    let mut screen = Screen::open(&bench, &["doctor"]);
    screen.shows("Enter를 누르세요");
    screen.send("\u{1112}\u{1161}\u{11ab}\r");
    screen.shows("NFD");
    assert_eq!(screen.ends(), 0);
    let mut screen = Screen::open(&bench, &["doctor"]);
    screen.shows("Enter를 누르세요");
    screen.send("\x1b");
    assert_eq!(screen.ends(), 0);
}
