//! The progress screen over an invented year.

use crossterm::event::KeyCode;

use super::tests::{over, press, screen};
use super::*;
use crate::deck::Mode;
use crate::schedule::Settings;
use crate::tasks::{add_ready_decks, invent_year};

fn year(lang: Lang) -> App {
    let mut app = over("", Mode::Reveal, lang);
    let desk = &mut app.shared.desk;
    let now = desk.now();
    add_ready_decks(&mut desk.store, now).unwrap();
    invent_year(&mut desk.store, &Settings::default(), &desk.calendar, now).unwrap();
    press(&mut app, KeyCode::Char('5'));
    assert_eq!(app.context(), Context::Progress);
    app
}

#[test]
fn a_year_fills_every_chart_at_all_sizes() {
    for lang in [Lang::Ko, Lang::En] {
        let mut app = year(lang);
        let name = |size: &str| format!("progress_{size}_{lang:?}").to_lowercase();
        insta::assert_snapshot!(name("100"), screen(&app, 100, 30));
        insta::assert_snapshot!(name("160"), screen(&app, 160, 50));
        let mut pages = screen(&app, 80, 24);
        for _ in 0..6 {
            press(&mut app, KeyCode::PageDown);
            pages.push_str(&screen(&app, 80, 24));
        }
        insta::assert_snapshot!(name("80"), pages);
        press(&mut app, KeyCode::Esc);
        assert_eq!(app.context(), Context::Home);
    }
}

#[test]
fn without_an_answer_progress_says_so() {
    let mut app = over("", Mode::Reveal, Lang::En);
    press(&mut app, KeyCode::Char('5'));
    assert!(screen(&app, 80, 24).contains("Nothing was answered or read yet"));
}
