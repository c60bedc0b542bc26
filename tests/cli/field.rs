//! The field in a pseudo-terminal: what a Korean input method needs of a terminal program, one pitfall a test. The
//! numbers are those of the table in ARCHITECTURE.md.

use std::time::Duration;

use unicode_width::UnicodeWidthStr;

use crate::screens::{Screen, answer};
use crate::support::Bench;

const F1: &str = "\x1bOP";
const F9: &str = "\x1b[20~";

/// A question to type, its answer, and the screen that asks it.
fn asking(bench: &Bench, args: &[&str]) -> (Screen, String) {
    let mut words = vec!["study", "통신", "--mode", "type"];
    words.extend(args);
    let mut screen = Screen::open(bench, &words);
    let question = screen.shows("답 >");
    let answer = answer(bench, &question);
    (screen, answer)
}

/// Waits until the hardware cursor is shown in the field, right behind `before`.
#[track_caller]
fn caret_behind(screen: &mut Screen, before: &str) {
    let width = UnicodeWidthStr::width(before);
    screen.until(&format!("the cursor behind {before:?}"), |screen| {
        let (row, column) = screen.cursor_position();
        let line = screen.contents().lines().nth(row.into()).unwrap_or_default().to_owned();
        line.starts_with(before) && usize::from(column) == width && !screen.hide_cursor()
    });
}

fn quits(screen: &mut Screen) {
    screen.send("\x03");
    assert_eq!(screen.ends(), 0);
}

fn has(bytes: &[u8], part: &str) -> bool {
    bytes.windows(part.len()).any(|window| window == part.as_bytes())
}

#[test]
fn pitfall_1_the_hardware_cursor_follows_the_caret_and_hides_where_there_is_no_field() {
    let bench = Bench::new().with_article();
    let (mut screen, _) = asking(&bench, &[]);
    caret_behind(&mut screen, "  답 > ");
    screen.send("해외진출");
    caret_behind(&mut screen, "  답 > 해외진출");
    screen.send("\x1b[D\x1b[D");
    caret_behind(&mut screen, "  답 > 해외");
    screen.send(F1);
    screen.shows("┌─ 도움말");
    screen.until("no cursor, for help lies over the field", vt100::Screen::hide_cursor);
    screen.send("\x1b");
    caret_behind(&mut screen, "  답 > 해외");
    quits(&mut screen);
}

#[test]
fn pitfall_2_nothing_is_drawn_while_nobody_types() {
    let bench = Bench::new().with_article();
    let (mut screen, _) = asking(&bench, &[]);
    screen.send("해");
    caret_behind(&mut screen, "  답 > 해");
    screen.writes_in(Duration::from_millis(300));
    let idle = screen.writes_in(Duration::from_millis(1500));
    assert!(idle.is_empty(), "{}", String::from_utf8_lossy(&idle).escape_debug());
    quits(&mut screen);
}

#[test]
fn pitfall_3_each_frame_is_one_piece_that_ends_at_the_caret() {
    let bench = Bench::new().with_article();
    let (mut screen, _) = asking(&bench, &[]);
    caret_behind(&mut screen, "  답 > ");
    screen.writes_in(Duration::from_millis(200));
    let (row, column) = screen.parser.screen().cursor_position();
    for (typed, cells) in [("해", 2), ("외", 4), ("a", 5)] {
        screen.send(typed);
        let frame = String::from_utf8(screen.writes_in(Duration::from_millis(300))).unwrap();
        let end = format!("\x1b[{};{}H", row + 1, column + cells + 1);
        assert!(frame.ends_with(&end), "{}", frame.escape_debug());
        // Every move before stays in the field's line.
        let moves = frame.split("\x1b[").filter_map(|part| part.split_once('H')?.0.split_once(';'));
        assert!(moves.into_iter().all(|(to, _)| to == (row + 1).to_string()), "{}", frame.escape_debug());
    }
    quits(&mut screen);
}

#[test]
fn pitfalls_4_and_8_a_steady_block_no_flags_for_the_keyboard_and_all_given_back() {
    let bench = Bench::new().with_article();
    let (mut screen, _) = asking(&bench, &[]);
    assert!(has(&screen.raw, "\x1b[2 q") && has(&screen.raw, "\x1b[?2004h"));
    quits(&mut screen);
    assert!(has(&screen.raw, "\x1b[0 q") && has(&screen.raw, "\x1b[?2004l") && has(&screen.raw, "\x1b[?1049l"));
    assert!(!screen.parser.screen().hide_cursor());
    let text = String::from_utf8_lossy(&screen.raw).into_owned();
    let flags = text.split("\x1b[").any(|part| part.starts_with(['>', '=']) && part.contains('u'));
    assert!(!flags && !text.contains("\x1b[?2026"), "kitty's flags were pushed");
}

#[test]
fn pitfall_4_a_ghost_behind_a_cleared_field_is_dropped() {
    let bench = Bench::new().with_article();
    let (mut screen, _) = asking(&bench, &[]);
    screen.send("해외진추");
    caret_behind(&mut screen, "  답 > 해외진추");
    screen.send("\x15출");
    caret_behind(&mut screen, "  답 > ");
    std::thread::sleep(Duration::from_millis(200));
    screen.send("지");
    caret_behind(&mut screen, "  답 > 지");
    quits(&mut screen);
}

#[test]
fn pitfall_5_enter_twenty_milliseconds_before_the_last_syllable_takes_it_in() {
    let bench = Bench::new().with_article();
    let (mut screen, answer) = asking(&bench, &[]);
    let last = answer.chars().last().unwrap();
    screen.send(&format!("{}\r", answer.strip_suffix(last).unwrap()));
    std::thread::sleep(Duration::from_millis(20));
    screen.send(&last.to_string());
    screen.shows("O 맞았어요");
    quits(&mut screen);
}

#[test]
fn pitfall_7_ctrl_c_quits_in_korean_mode() {
    let bench = Bench::new().with_article();
    let (mut screen, _) = asking(&bench, &[]);
    // What kitty sends for Ctrl and the key of ㅊ where its protocol is on for another reason.
    screen.send("\x1b[12618;5u");
    assert_eq!(screen.ends(), 0);
}

#[test]
fn pitfalls_9_and_18_a_decomposed_answer_is_shown_composed_and_right() {
    use unicode_normalization::UnicodeNormalization;
    let bench = Bench::new().with_article();
    let (mut screen, answer) = asking(&bench, &[]);
    screen.send(&answer.nfd().collect::<String>());
    caret_behind(&mut screen, &format!("  답 > {answer}"));
    screen.send("\r");
    screen.shows("O 맞았어요");
    quits(&mut screen);
    let written = String::from_utf8_lossy(&screen.raw).into_owned();
    assert_eq!(written.nfc().collect::<String>(), written);
}

#[test]
fn pitfall_16_nothing_stands_right_of_the_caret() {
    let bench = Bench::new().with_article();
    let (mut screen, _) = asking(&bench, &[]);
    screen.send("해외");
    caret_behind(&mut screen, "  답 > 해외");
    let (row, _) = screen.parser.screen().cursor_position();
    let contents = screen.parser.screen().contents();
    assert_eq!(contents.lines().nth(row.into()), Some("  답 > 해외"));
    assert!(!contents.lines().nth(usize::from(row) - 1).unwrap().contains("____"), "the field has a line of its own");
    quits(&mut screen);
}

#[test]
fn a_resize_while_the_field_is_focused_keeps_text_and_caret() {
    let bench = Bench::new().with_article();
    let (mut screen, _) = asking(&bench, &[]);
    screen.send("해외");
    caret_behind(&mut screen, "  답 > 해외");
    for (rows, cols) in [(20, 61), (40, 120), (24, 80)] {
        screen.resize(rows, cols);
        caret_behind(&mut screen, "  답 > 해외");
    }
    quits(&mut screen);
}

#[test]
fn without_an_input_method_hangul_is_composed_here() {
    let bench = Bench::new().with_article();
    let (mut screen, answer) = asking(&bench, &[]);
    screen.send(F9);
    caret_behind(&mut screen, "  답 [두벌식] > ");
    screen.send("rkqt");
    caret_behind(&mut screen, "  답 [두벌식] > 값");
    screen.send("\x7f");
    caret_behind(&mut screen, "  답 [두벌식] > 갑");
    screen.send("\x7f\x7f\x7f");
    caret_behind(&mut screen, "  답 [두벌식] > ");
    screen.send(&dokpa::korean::keyboard::keys(&answer));
    caret_behind(&mut screen, &format!("  답 [두벌식] > {answer}"));
    screen.send("\r");
    screen.shows("O 맞았어요");
    screen.send("3");
    // It stays on until Ctrl+Space, which arrives as NUL.
    caret_behind(&mut screen, "  답 [두벌식] > ");
    screen.send("\0");
    caret_behind(&mut screen, "  답 > ");
    quits(&mut screen);
    bench.write("config.toml", "keyboard = \"dubeolsik\"\n");
    let config = bench.path("config.toml");
    let mut screen = Screen::open(&bench, &["--config", config.to_str().unwrap(), "study", "통신", "--mode", "type"]);
    screen.shows("답 [두벌식] >");
    quits(&mut screen);
}

#[test]
fn wide_ambiguous_characters_move_what_follows_and_the_caret() {
    let bench = Bench::new().with_article();
    bench.write("config.toml", "ambiguous_width = 2\n");
    let config = bench.path("config.toml");
    let (mut screen, _) = asking(&bench, &["--config", config.to_str().unwrap()]);
    screen.send("“해외");
    // This terminal draws “ in one cell; what follows stands where one with two would have it.
    screen.until("the cursor two cells behind 외", |screen| {
        let (_, column) = screen.cursor_position();
        usize::from(column) == "  답 > ".width() + 2 + 4
    });
    quits(&mut screen);
}

#[test]
fn the_answer_is_said_and_said_again() {
    let bench = Bench::new().with_article();
    let heard = bench.path("heard");
    let script = bench.write("say.sh", format!("cat >> '{}'\n", heard.display()));
    bench.write("config.toml", format!("sound = [\"sh\", \"{}\"]\n", script.display()));
    let config = bench.path("config.toml");
    let (mut screen, answer) = asking(&bench, &["--config", config.to_str().unwrap()]);
    screen.send(&format!("{answer}\r"));
    screen.shows("O 맞았어요");
    let lines = || std::fs::read_to_string(&heard).unwrap_or_default().lines().count();
    let said = |count: usize| {
        let end = std::time::Instant::now() + Duration::from_secs(20);
        while lines() < count {
            assert!(std::time::Instant::now() < end, "not said {count} times");
            std::thread::sleep(Duration::from_millis(10));
        }
    };
    said(1);
    screen.send("0");
    said(2);
    screen.send("ㅔ");
    said(3);
    quits(&mut screen);
    // A program that is not there is told, and nothing else happens.
    bench.write("config.toml", "sound = [\"/nowhere/say\"]\n");
    let (mut screen, _) = asking(&bench, &["--config", config.to_str().unwrap()]);
    screen.send("아무\r");
    screen.shows("/nowhere/say");
    screen.send("1");
    screen.shows("답 >");
    quits(&mut screen);
}

#[test]
fn pitfall_9_decomposed_words_and_names_are_understood_at_every_door() {
    use unicode_normalization::UnicodeNormalization;
    let apart = |text: &str| text.nfd().collect::<String>();
    let bench = Bench::new();
    // The name of a file and its text, the name of a deck.
    let path = bench.write(&apart("기사.txt"), apart(crate::support::ARTICLE));
    let imported = bench.ok(["import", "--deck", &apart("통신"), path.to_str().unwrap()]);
    assert!(imported.contains("통신"), "{imported:?}");
    assert!(bench.json(["words", &apart("통신"), "--json"]).iter().any(|word| word["term"] == "해외진출"));
    // A word for the dictionary, a word to correct.
    assert!(bench.ok(["dict", "lookup", &apart("해외진출")]).contains("海外進出"));
    bench.ok(["fix", "ignore", &apart("해외진출")]);
    // A name in an error.
    let error = bench.fails(["import", &apart("없는 글.txt")]);
    assert!(error.contains("없는 글.txt"), "{error:?}");
    // A deck file.
    let deck =
        "format = 1\nname = \"맥 덱\"\n[[article]]\ntitle = \"글\"\ntext = \"한빛통신이 지분참여를 서두르고 있다.\"\n";
    let path = bench.write("deck.toml", apart(deck));
    bench.ok(["import", path.to_str().unwrap()]);
    assert!(bench.json(["decks", "--json"]).iter().any(|deck| deck["deck"] == "맥 덱" || deck["name"] == "맥 덱"));
    // Standard input.
    let output = bench.with_input(["analyze", "--json"], apart("해외진출을 서두른다.").as_bytes());
    assert!(String::from_utf8(output.stdout).unwrap().contains("해외진출"));
}
