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
fn a_small_screen_says_so_and_a_resize_is_no_trouble() {
    let app = app(Mode::Reveal, Lang::En);
    assert!(screen(&app, 40, 10).starts_with("Too small"));
    for (width, height) in [(1, 1), (60, 16), (61, 17), (200, 60)] {
        screen(&app, width, height);
    }
}

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
fn a_long_fault_shows_what_to_do_behind_its_path() {
    let mut app = app(Mode::Reveal, Lang::Ko);
    app.shared.fault = Some(Fault::StoreFull { path: format!("/home/{}/dokpa.db", "아주긴이름".repeat(9)) });
    let shown = screen(&app, 80, 24);
    assert!(shown.contains("자리를 비우고") && shown.contains("Enter 공부"), "{shown}");
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
