//! Screens drawn into a buffer and walked through, over a store in memory.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

use super::*;
use crate::clock::Clock;
use crate::deck::Mode;
use crate::schedule::Settings;
use crate::store::Store;
use crate::tasks::{Importer, Limits};
use crate::time::Calendar;

const ARTICLE: &str = "한빛통신 해외진출 서둘러
독파경제
발행일 2026-03-02

국내 통신사들은 포화된 내수시장을 벗어나려고 올해부터 해외진출을 서두르고 있다.

한빛통신은 현지 통신사에 대한 지분참여를 통해 가입자를 늘릴 방안을 모색하고 있다.
";

pub(super) fn app(mode: Mode, lang: Lang) -> App {
    over(ARTICLE, mode, lang)
}

pub(super) fn over(article: &str, mode: Mode, lang: Lang) -> App {
    let clock = Clock::pinned("2026-03-03T08:00:00+09:00").unwrap();
    let mut store = Store::in_memory().unwrap();
    if !article.is_empty() {
        Importer::new(&mut store, clock.now()).text(article, "통신", "test", None).unwrap();
    }
    let limits = Limits { new_per_day: 3, reviews_per_day: 200, questions: None, order: crate::study::Order::Mixed };
    let calendar = Calendar::new(clock.zone(), 4);
    let desk = Desk {
        store,
        clock,
        calendar,
        limits,
        settings: Settings::default(),
        intake: crate::tasks::Intake { deck: "내 글".into(), ..crate::tasks::Intake::default() },
    };
    App::new(desk, lang, Theme::new(false), Start { mode: mode.into(), ..Start::default() }).unwrap()
}

pub(super) fn screen(app: &App, width: u16, height: u16) -> String {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| app.draw(frame)).unwrap();
    text(terminal.backend().buffer())
}

/// The buffer's text without the cells that wide characters cover: `TestBackend` prints those as noise.
pub(super) fn text(buffer: &Buffer) -> String {
    let mut out = String::new();
    for y in 0..buffer.area.height {
        let mut row = String::new();
        let mut skip = 0;
        for x in 0..buffer.area.width {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            let symbol = buffer[(x, y)].symbol();
            row.push_str(symbol);
            skip = cells(symbol).saturating_sub(1);
        }
        out.push_str(row.trim_end());
        out.push('\n');
    }
    out
}

pub(super) fn press(app: &mut App, code: KeyCode) {
    app.handle(&Event::Key(KeyEvent::new(code, KeyModifiers::NONE)));
}

pub(super) fn typed(app: &mut App, text: &str) {
    for c in text.chars() {
        press(app, KeyCode::Char(c));
    }
}

#[test]
fn home_shows_the_decks_with_their_counts() {
    insta::assert_snapshot!(screen(&app(Mode::Reveal, Lang::Ko), 80, 24));
    insta::assert_snapshot!(screen(&app(Mode::Type, Lang::En), 100, 30));
}

#[test]
fn a_question_is_revealed_and_graded() {
    let mut app = app(Mode::Reveal, Lang::Ko);
    press(&mut app, KeyCode::Enter);
    let asked = screen(&app, 80, 24);
    assert!(asked.contains("____") && !asked.contains("독파경제"), "{asked}");
    press(&mut app, KeyCode::Char(' '));
    insta::assert_snapshot!(screen(&app, 80, 24));
    press(&mut app, KeyCode::Char('3'));
    assert!(screen(&app, 80, 24).contains("새 2 · 학습 1 · 복습 0"));
    press(&mut app, KeyCode::Char('ㅕ'));
    assert!(screen(&app, 80, 24).contains("새 3 · 학습 0 · 복습 0"), "u in Korean mode takes it back");
}

#[test]
fn an_answer_is_typed_in_hangul_and_judged() {
    let mut app = app(Mode::Type, Lang::En);
    press(&mut app, KeyCode::Enter);
    assert!(app.is_typing());
    let answer = app_answer(&app);
    typed(&mut app, &answer);
    let shown = screen(&app, 80, 24);
    assert!(shown.contains(&format!("Answer > {answer}")), "{shown}");
    press(&mut app, KeyCode::Enter);
    let judged = screen(&app, 80, 24);
    assert!(judged.contains("O Right") && judged.contains("[3 good 10m]"), "{judged}");
    press(&mut app, KeyCode::Enter);
    assert!(app.is_typing());
    typed(&mut app, "아무말");
    press(&mut app, KeyCode::Enter);
    let wrong = screen(&app, 80, 24);
    assert!(wrong.contains("X Not this time") && wrong.contains("You typed: 아무말"), "{wrong}");
}

pub(super) fn app_answer(app: &App) -> String {
    let Some(Screen::Study(study)) = app.screens.last() else { panic!("not studying") };
    study.expected()
}

#[test]
fn the_cursor_stands_at_the_caret_in_cells() {
    let mut app = app(Mode::Type, Lang::En);
    press(&mut app, KeyCode::Enter);
    typed(&mut app, "해외");
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    terminal.draw(|frame| app.draw(frame)).unwrap();
    let position = terminal.get_cursor_position().unwrap();
    let drawn = text(terminal.backend().buffer());
    let row = drawn.lines().position(|line| line.contains("Answer > 해외")).unwrap();
    // Two cells of margin, nine of the label, four of the text.
    assert_eq!((usize::from(position.x), usize::from(position.y)), (2 + 9 + 4, row));
}

/// The row as a terminal with wide ambiguous characters draws it: what a character covers is not seen.
fn drawn_wide(app: &App, width: u16, height: u16) -> Vec<String> {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    let before = Buffer::empty(Rect::new(0, 0, width, height));
    let after = terminal.draw(|frame| app.draw(frame)).unwrap().buffer.clone();
    let mut rows = vec![vec![" ".to_owned(); width.into()]; height.into()];
    for (x, y, cell) in before.diff(&after) {
        let row = &mut rows[usize::from(y)];
        row[usize::from(x)] = cell.symbol().to_owned();
        row.iter_mut().skip(usize::from(x) + 1).take(cells(cell.symbol()) - 1).for_each(String::clear);
    }
    rows.into_iter().map(|row| row.concat()).collect()
}

#[test]
fn pitfall_13_every_screen_fits_a_terminal_with_wide_ambiguous_characters() {
    let console = Console { ambiguous: Ambiguous::Two, ..Console::default() };
    let mut app = app(Mode::Type, Lang::Ko).on(console);
    let shown = |app: &App| {
        let rows = drawn_wide(app, 80, 24);
        assert!(rows.iter().all(|row| cells(row) <= 80), "{rows:#?}");
        rows
    };
    // The rule under the title is as wide as before, of half as many lines.
    assert_eq!(shown(&app)[1].trim(), "─".repeat(38));
    press(&mut app, KeyCode::Enter);
    assert!(shown(&app)[0].contains("새 3 · 학습 0 · 복습 0"));
    typed(&mut app, "“해외");
    let rows = shown(&app);
    assert!(rows.iter().any(|row| row.contains("> “해외  ")), "{rows:#?}");
    press(&mut app, KeyCode::F(1));
    let rows = shown(&app);
    assert!(rows.iter().any(|row| row.contains("+- 도움말 (")), "{rows:#?}");
    press(&mut app, KeyCode::Esc);
    press(&mut app, KeyCode::Enter);
    shown(&app);
    press(&mut app, KeyCode::Esc);
    press(&mut app, KeyCode::Right);
    shown(&app);
}

#[test]
fn what_is_typed_is_undone_in_the_field_and_f2_takes_the_last_answer_back() {
    let mut app = app(Mode::Type, Lang::Ko);
    press(&mut app, KeyCode::Enter);
    typed(&mut app, "아무");
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Enter);
    typed(&mut app, "해외");
    app.handle(&Event::Key(KeyEvent::new(KeyCode::Char('ㅋ'), KeyModifiers::CONTROL)));
    assert!(app.is_typing() && screen(&app, 80, 24).contains("답한 카드 1장"));
    assert!(!screen(&app, 80, 24).contains("> 해외"));
    press(&mut app, KeyCode::F(2));
    assert!(!screen(&app, 80, 24).contains("답한 카드 1장"));
}

#[test]
fn words_and_help_open_and_close() {
    let mut app = app(Mode::Reveal, Lang::Ko);
    press(&mut app, KeyCode::Char('ㅈ'));
    press(&mut app, KeyCode::Enter);
    insta::assert_snapshot!(screen(&app, 80, 24));
    press(&mut app, KeyCode::F(1));
    insta::assert_snapshot!(screen(&app, 80, 24));
    press(&mut app, KeyCode::Esc);
    press(&mut app, KeyCode::Esc);
    assert_eq!(app.context(), Context::Home);
    press(&mut app, KeyCode::Char('ㅂ'));
    assert!(app.is_done());
}

#[test]
fn words_are_corrected_where_they_stand() {
    let mut app = app(Mode::Reveal, Lang::Ko);
    press(&mut app, KeyCode::Char('ㅈ'));
    let before = screen(&app, 80, 24);
    // ㅜ is n: the first term is a name.
    press(&mut app, KeyCode::Char('ㅜ'));
    assert_ne!(screen(&app, 80, 24), before);
    press(&mut app, KeyCode::F(2));
    press(&mut app, KeyCode::Up);
    assert_eq!(screen(&app, 80, 24), before, "undo brings it back");
    press(&mut app, KeyCode::F(6));
    assert_eq!(app.context(), Context::Correcting);
    insta::assert_snapshot!(screen(&app, 80, 24));
    // The field begins with the parts that are known.
    app.handle(&Event::Key(KeyEvent::new(KeyCode::Char('u'), KeyModifiers::CONTROL)));
    typed(&mut app, "해외진출");
    press(&mut app, KeyCode::Enter);
    assert_eq!(app.context(), Context::Correcting, "one word is no split, and what was typed stays");
    press(&mut app, KeyCode::Left);
    press(&mut app, KeyCode::Left);
    press(&mut app, KeyCode::Char(' '));
    press(&mut app, KeyCode::Enter);
    assert_eq!(app.context(), Context::Words);
    insta::assert_snapshot!(screen(&app, 80, 24));
}

#[test]
fn a_join_begins_with_what_follows_the_word() {
    let mut app = app(Mode::Reveal, Lang::En);
    press(&mut app, KeyCode::Right);
    for _ in 0..40 {
        if screen(&app, 80, 24).lines().any(|line| line.starts_with("  >") && line.contains("현지  ")) {
            break;
        }
        press(&mut app, KeyCode::Down);
    }
    press(&mut app, KeyCode::F(5));
    assert_eq!(app.context(), Context::Correcting);
    insta::assert_snapshot!(screen(&app, 80, 24));
    press(&mut app, KeyCode::Down);
    press(&mut app, KeyCode::Esc);
    assert_eq!(app.context(), Context::Words);
}

#[test]
fn corrections_are_listed_and_taken_back_one_by_one() {
    let mut app = app(Mode::Reveal, Lang::Ko);
    press(&mut app, KeyCode::Right);
    let before = screen(&app, 80, 24);
    press(&mut app, KeyCode::F(8));
    assert!(screen(&app, 80, 24).contains("아직 고친 것이 없어요"));
    press(&mut app, KeyCode::Esc);
    press(&mut app, KeyCode::F(4));
    press(&mut app, KeyCode::Down);
    press(&mut app, KeyCode::F(3));
    press(&mut app, KeyCode::Char('ㅣ'));
    assert_eq!(app.context(), Context::Corrections);
    insta::assert_snapshot!(screen(&app, 80, 24));
    press(&mut app, KeyCode::Down);
    press(&mut app, KeyCode::Char('ㅕ'));
    press(&mut app, KeyCode::F(2));
    assert!(screen(&app, 80, 24).contains("고친 것 0개"));
    press(&mut app, KeyCode::Esc);
    press(&mut app, KeyCode::Home);
    assert_eq!(screen(&app, 80, 24), before);
}

#[test]
fn a_session_ends_and_its_last_step_can_be_taken_back() {
    let mut app = app(Mode::Reveal, Lang::En);
    press(&mut app, KeyCode::Enter);
    for _ in 0..3 {
        press(&mut app, KeyCode::Enter);
        press(&mut app, KeyCode::Char('4'));
    }
    let end = screen(&app, 80, 24);
    insta::assert_snapshot!(end);
    press(&mut app, KeyCode::F(2));
    assert_eq!(app.context(), Context::Asking);
    press(&mut app, KeyCode::Esc);
    assert!(screen(&app, 80, 24).contains("Learned"));
}

#[test]
fn a_small_screen_says_so_and_a_resize_is_no_trouble() {
    let app = app(Mode::Reveal, Lang::En);
    assert!(screen(&app, 40, 10).starts_with("Too small"));
    for (width, height) in [(1, 1), (60, 16), (61, 17), (200, 60)] {
        screen(&app, width, height);
    }
}

/// A sentence longer than a small window.
const LONG: &str = "한빛통신 해외진출 서둘러
독파경제
발행일 2026-03-02

국내 통신사들은 가입자가 더 늘지 않는 데다 요금을 내리라는 요구까지 거세지자 포화된 시장을 벗어나려고 올해부터 동남아시아와 중앙아시아 여러 나라의 현지 업체에 대한 지분참여를 서두르고 있으며, 정부도 금융 지원을 늘리고 협정을 맺어 이들의 부담을 덜어 주겠다고 밝혔다.
";

pub(super) fn both(draw: impl Fn(Lang) -> String) -> String {
    format!("{}\n{}", draw(Lang::Ko), draw(Lang::En))
}

#[test]
fn without_articles_home_tells_how_to_bring_one_in() {
    let empty = both(|lang| screen(&over("", Mode::Reveal, lang), 80, 24));
    insta::assert_snapshot!(empty);
    let mut app = over("", Mode::Reveal, Lang::En);
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Right);
    assert_eq!(app.context(), Context::Home);
}

#[test]
fn a_question_to_type_has_its_field_on_a_line_of_its_own() {
    insta::assert_snapshot!(both(|lang| {
        let mut app = app(Mode::Type, lang);
        press(&mut app, KeyCode::Enter);
        press(&mut app, KeyCode::Tab);
        press(&mut app, KeyCode::Tab);
        typed(&mut app, "내수");
        screen(&app, 80, 24)
    }));
}

#[test]
fn a_wrong_answer_stands_beside_the_right_one() {
    insta::assert_snapshot!(both(|lang| {
        let mut app = app(Mode::Type, lang);
        press(&mut app, KeyCode::Enter);
        typed(&mut app, "수출");
        press(&mut app, KeyCode::Enter);
        screen(&app, 100, 30)
    }));
}

#[test]
fn words_stand_in_columns() {
    insta::assert_snapshot!(both(|lang| {
        let mut app = app(Mode::Type, lang);
        press(&mut app, KeyCode::Right);
        press(&mut app, KeyCode::Down);
        screen(&app, 100, 30)
    }));
}

#[test]
fn the_smallest_window_keeps_blank_answer_and_grades() {
    let mut app = over(LONG, Mode::Type, Lang::Ko);
    press(&mut app, KeyCode::Enter);
    for _ in 0..3 {
        press(&mut app, KeyCode::Tab);
    }
    let asked = screen(&app, 60, 16);
    assert!(asked.contains("____") && asked.contains("답 >") && asked.contains("힌트: 4글자 · ㄱㅇ ㅈㅇ"), "{asked}");
    typed(&mut app, "수출");
    press(&mut app, KeyCode::Enter);
    let judged = screen(&app, 60, 16);
    let answer = app_answer(&app);
    for part in ["쓴 답: 수출", &format!("정답: {answer}"), "[1 다시 1분]", "(창을 키우면"] {
        assert!(judged.contains(part), "{part}:\n{judged}");
    }
    assert!(!screen(&app, 100, 30).contains("(창을 키우면"));
}

#[test]
fn a_failure_to_store_loses_neither_question_nor_answer() {
    let mut app = app(Mode::Reveal, Lang::Ko);
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Enter);
    let before = screen(&app, 80, 24);
    // Another store knows nothing of this card.
    let store = std::mem::replace(&mut app.shared.desk.store, Store::in_memory().unwrap());
    press(&mut app, KeyCode::Char('3'));
    let failed = screen(&app, 80, 24);
    assert!(failed.contains("! 저장하지 못했습니다"), "{failed}");
    assert_eq!(failed.lines().take(20).collect::<Vec<_>>(), before.lines().take(20).collect::<Vec<_>>());
    app.shared.desk.store = store;
    press(&mut app, KeyCode::Char('3'));
    let stored = screen(&app, 80, 24);
    assert!(stored.contains("답한 카드 1장") && !stored.contains('!'), "{stored}");
}

#[test]
fn a_long_fault_shows_what_to_do_behind_its_path() {
    let mut app = app(Mode::Reveal, Lang::Ko);
    app.shared.fault = Some(Fault::StoreFull { path: format!("/home/{}/dokpa.db", "아주긴이름".repeat(9)) });
    let shown = screen(&app, 80, 24);
    assert!(shown.contains("자리를 비우고") && shown.contains("Enter 공부"), "{shown}");
}

#[test]
fn leaving_in_the_middle_says_that_all_is_stored() {
    let mut app = app(Mode::Reveal, Lang::Ko);
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Esc);
    let home = screen(&app, 80, 24);
    assert!(home.contains("모두 저장했어요") && home.contains("오늘 새로 배운 낱말 1개"), "{home}");
    press(&mut app, KeyCode::Down);
    assert!(!screen(&app, 80, 24).contains("모두 저장했어요"));
}

#[test]
fn decomposed_letters_from_a_paste_are_composed() {
    use unicode_normalization::UnicodeNormalization as _;
    let mut app = app(Mode::Type, Lang::En);
    press(&mut app, KeyCode::Enter);
    let answer = app_answer(&app);
    app.handle(&Event::Paste(format!("{}\r\n", answer.nfd())));
    assert!(screen(&app, 80, 24).contains(&format!("Answer > {answer}")));
    press(&mut app, KeyCode::Enter);
    assert!(screen(&app, 80, 24).contains("O Right"));
}

#[test]
fn without_colour_nothing_is_painted() {
    let mut app = app(Mode::Type, Lang::Ko);
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    for code in [KeyCode::Enter, KeyCode::Tab, KeyCode::Char('x'), KeyCode::Enter, KeyCode::F(1), KeyCode::Esc] {
        press(&mut app, code);
        terminal.draw(|frame| app.draw(frame)).unwrap();
        let painted = terminal
            .backend()
            .buffer()
            .content()
            .iter()
            .find(|cell| cell.fg != ratatui::style::Color::Reset || cell.bg != ratatui::style::Color::Reset);
        assert_eq!(painted, None, "after {code:?}");
    }
}

#[test]
fn a_word_is_looked_up_while_it_is_typed_and_has_its_senses_and_hanja() {
    for (lang, name) in [(Lang::Ko, "ko"), (Lang::En, "en")] {
        let mut app = app(Mode::Reveal, lang);
        press(&mut app, KeyCode::Char('/'));
        assert_eq!(app.context(), Context::LookingUp);
        insta::assert_snapshot!(format!("look_up_{name}_empty"), screen(&app, 80, 24));
        typed(&mut app, "ㅈㅂㅊㅇ");
        assert!(screen(&app, 80, 24).contains("지분참여"), "{}", screen(&app, 80, 24));
        for _ in 0..4 {
            press(&mut app, KeyCode::Backspace);
        }
        typed(&mut app, "진출");
        insta::assert_snapshot!(format!("look_up_{name}"), screen(&app, 80, 24));
        press(&mut app, KeyCode::Enter);
        assert_eq!(app.context(), Context::Meaning);
        insta::assert_snapshot!(format!("meaning_{name}"), screen(&app, 80, 24));
        press(&mut app, KeyCode::Esc);
        press(&mut app, KeyCode::Esc);
        assert_eq!(app.context(), Context::Home);
    }
}

#[test]
fn a_gloss_of_ones_own_is_shown_first_and_can_be_taken_back() {
    let mut app = app(Mode::Reveal, Lang::En);
    press(&mut app, KeyCode::Char('w'));
    press(&mut app, KeyCode::Tab);
    assert_eq!(app.context(), Context::Meaning);
    press(&mut app, KeyCode::F(7));
    assert_eq!(app.context(), Context::Glossing);
    app.handle(&Event::Key(KeyEvent::new(KeyCode::Char('u'), KeyModifiers::CONTROL)));
    typed(&mut app, "my own words");
    press(&mut app, KeyCode::Enter);
    let own = screen(&app, 80, 24);
    assert!(own.contains("[1 your own]") && own.contains("my own words"), "{own}");
    press(&mut app, KeyCode::Esc);
    assert!(screen(&app, 80, 24).contains("my own words"), "the list of words has it too");
    press(&mut app, KeyCode::Tab);
    press(&mut app, KeyCode::F(7));
    app.handle(&Event::Key(KeyEvent::new(KeyCode::Char('u'), KeyModifiers::CONTROL)));
    press(&mut app, KeyCode::Enter);
    assert!(!screen(&app, 80, 24).contains("my own words"));
}

#[test]
fn a_sense_that_was_chosen_stays_first() {
    let mut app = app(Mode::Reveal, Lang::En);
    press(&mut app, KeyCode::Char('/'));
    typed(&mut app, "시장");
    press(&mut app, KeyCode::Enter);
    let senses = |app: &App| screen(app, 100, 30);
    assert!(senses(&app).contains("sense 1 of"), "{}", senses(&app));
    press(&mut app, KeyCode::Right);
    press(&mut app, KeyCode::Enter);
    let chosen = senses(&app);
    assert!(chosen.contains("sense 1 of") && chosen.contains("* your choice") && chosen.contains("mayor"), "{chosen}");
}
