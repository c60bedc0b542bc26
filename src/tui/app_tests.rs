//! Screens drawn into a buffer and walked through, over a store in memory.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

use super::*;
use crate::clock::Clock;
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

fn app(mode: Mode, lang: Lang) -> App {
    let clock = Clock::pinned("2026-03-03T08:00:00+09:00").unwrap();
    let mut store = Store::in_memory().unwrap();
    Importer::new(&mut store, clock.now()).text(ARTICLE, "통신", "test", None).unwrap();
    let limits = Limits { new_per_day: 3, reviews_per_day: 200, questions: None };
    let calendar = Calendar::new(clock.zone(), 4);
    let desk = Desk { store, clock, calendar, limits, settings: Settings::default() };
    App::new(desk, lang, Theme::new(false), Start { mode, study: None }).unwrap()
}

fn screen(app: &App, width: u16, height: u16) -> String {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| app.draw(frame)).unwrap();
    text(terminal.backend().buffer())
}

/// The buffer's text without the cells that wide characters cover: `TestBackend` prints those as noise.
fn text(buffer: &Buffer) -> String {
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

fn press(app: &mut App, code: KeyCode) {
    app.handle(&Event::Key(KeyEvent::new(code, KeyModifiers::NONE)));
}

fn typed(app: &mut App, text: &str) {
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

fn app_answer(app: &App) -> String {
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
fn a_session_ends_and_its_last_step_can_be_taken_back() {
    let mut app = app(Mode::Reveal, Lang::En);
    press(&mut app, KeyCode::Enter);
    for _ in 0..3 {
        press(&mut app, KeyCode::Enter);
        press(&mut app, KeyCode::Char('4'));
    }
    let end = screen(&app, 80, 24);
    assert!(end.contains("Done for today!") && end.contains("3 answered, 0 again"), "{end}");
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
