//! The mouse over the screens.

use crossterm::event::{Event, KeyCode, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::tests::{over, press, screen};
use super::*;
use crate::deck::Mode;
use crate::tui::pointing::is_idle;

const ARTICLE: &str = "한빛통신 해외진출 서둘러
독파경제
발행일 2026-03-02

국내 통신사들은 포화된 내수시장을 벗어나려고 올해부터 해외진출을 서두르고 있다. 지난해까지는 국내 가입자를 지키는 데 힘을 쏟았다.

한빛통신은 현지 통신사에 대한 지분참여를 통해 가입자를 늘릴 방안을 모색하고 있다.
";

fn mouse(kind: MouseEventKind, column: u16, row: u16) -> Event {
    Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE })
}

/// Clicks the first cell of `text` on a screen of 80 columns.
fn click(app: &mut App, text: &str) {
    let shown = screen(app, 80, 24);
    let (row, line) = shown.lines().enumerate().find(|(_, line)| line.contains(text)).expect(text);
    let before = &line[..line.find(text).unwrap()];
    let (column, row) = (u16::try_from(cells(before)).unwrap(), u16::try_from(row).unwrap());
    app.handle(&mouse(MouseEventKind::Down(MouseButton::Left), column, row));
}

fn wheel(app: &mut App, kind: MouseEventKind) {
    screen(app, 80, 24);
    app.handle(&mouse(kind, 10, 10));
}

fn reading() -> App {
    let mut app = over(ARTICLE, Mode::Reveal, Lang::En);
    press(&mut app, KeyCode::Left);
    screen(&app, 80, 24);
    app
}

fn under(app: &App) -> String {
    let Some(Screen::Reading(reading)) = app.screens.last() else { panic!("not reading") };
    reading.term().map(|term| term.term.clone()).unwrap_or_default()
}

#[test]
fn a_click_moves_to_a_word_and_a_second_opens_it() {
    let mut app = reading();
    click(&mut app, "한빛통신 해외진출 서둘러");
    assert_eq!(app.context(), Context::Reading, "the row was chosen already");
    for word in ["가입자", "지분참여", "내수시장"] {
        click(&mut app, word);
        assert_eq!(under(&app), word);
    }
    click(&mut app, "내수시장");
    assert_eq!(app.context(), Context::Meaning);
    press(&mut app, KeyCode::Esc);
    app.handle(&mouse(MouseEventKind::Down(MouseButton::Left), 0, 0));
    app.handle(&mouse(MouseEventKind::Down(MouseButton::Left), 79, 23));
    assert_eq!(under(&app), "내수시장", "a click beside the text does nothing");
}

#[test]
fn the_wheel_scrolls_through_an_article_and_lists() {
    let mut app = reading();
    press(&mut app, KeyCode::Enter);
    for _ in 0..6 {
        wheel(&mut app, MouseEventKind::ScrollDown);
    }
    assert!(screen(&app, 80, 24).contains("sentence 3 of 3"));
    for _ in 0..6 {
        wheel(&mut app, MouseEventKind::ScrollUp);
    }
    assert!(screen(&app, 80, 24).contains("sentence 1 of 3"));
    press(&mut app, KeyCode::Esc);
    press(&mut app, KeyCode::Esc);
    press(&mut app, KeyCode::Right);
    wheel(&mut app, MouseEventKind::ScrollDown);
    let shown = screen(&app, 80, 24);
    let rows: Vec<&str> = shown.lines().filter(|line| line.contains(" new ")).collect();
    assert!(rows[1].trim_start().starts_with('>'), "{shown}");
    let last = rows.last().unwrap().split_whitespace().next().unwrap().to_owned();
    click(&mut app, &last);
    assert!(screen(&app, 80, 24).lines().any(|line| line.trim_start().starts_with('>') && line.contains(&last)));
}

#[test]
fn while_a_field_is_focused_the_mouse_does_nothing_and_motion_never_does() {
    let mut app = reading();
    press(&mut app, KeyCode::F(3));
    assert!(app.is_typing());
    let before = screen(&app, 80, 24);
    wheel(&mut app, MouseEventKind::ScrollDown);
    click(&mut app, "한빛통신");
    assert_eq!(screen(&app, 80, 24), before);
    let idle = [MouseEventKind::Moved, MouseEventKind::Drag(MouseButton::Left), MouseEventKind::Up(MouseButton::Left)];
    assert!(idle.into_iter().all(|kind| is_idle(&mouse(kind, 1, 1))));
    assert!(!is_idle(&mouse(MouseEventKind::ScrollUp, 1, 1)) && !is_idle(&Event::FocusGained));
}

#[test]
fn help_tells_how_to_select_text_where_the_mouse_is_heard() {
    let console = Console { mouse: true, ..Console::default() };
    let mut app = reading().on(console);
    press(&mut app, KeyCode::F(1));
    assert!(screen(&app, 80, 50).contains("Shift held down"));
    let mut app = reading();
    press(&mut app, KeyCode::F(1));
    assert!(!screen(&app, 80, 50).contains("Shift held down"));
}
