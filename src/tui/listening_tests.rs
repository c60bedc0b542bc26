//! Listening to an article, sentence by sentence.

use crossterm::event::KeyCode;

use super::reading_tests::reading;
use super::tests::{both, press, screen};
use super::*;

/// The reader with a program that speaks.
fn hearing(lang: Lang, command: &[&str]) -> App {
    let app = reading(lang);
    let speaker = Speaker::new(command.iter().map(|&word| word.to_owned()).collect());
    app.on(Console { speaker, ..Console::default() })
}

/// What the terminal's loop does while nobody presses a key, until `until`.
#[track_caller]
fn wait(app: &mut App, until: impl Fn(&App) -> bool) {
    let end = std::time::Instant::now() + std::time::Duration::from_secs(20);
    while !until(app) {
        assert!(std::time::Instant::now() < end, "{}", screen(app, 80, 24));
        app.hears_trouble();
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
}

#[test]
fn a_sentence_is_said_as_it_stands() {
    let folder = tempfile::tempdir().unwrap();
    let heard = folder.path().join("heard");
    let mut app = hearing(Lang::Ko, &["sh", "-c", "cat >> \"$0\"", heard.to_str().unwrap()]);
    press(&mut app, KeyCode::Char('ㅍ'));
    wait(&mut app, |app| !app.is_listening());
    assert_eq!(app.context(), Context::Reading);
    press(&mut app, KeyCode::F(9));
    wait(&mut app, |app| app.context() == Context::Reading);
    let said: Vec<String> = std::fs::read_to_string(&heard).unwrap().lines().map(str::to_owned).collect();
    assert_eq!(said.len(), 8, "one, then all seven: {said:#?}");
    assert!(said[0].starts_with("국내 통신사들은") && said[0] == said[1] && said[7].starts_with("증권가는"));
    assert!(screen(&app, 80, 24).contains("글의 끝이에요"));
    press(&mut app, KeyCode::Esc);
    assert!(app.shared.desk.store.readings(None).unwrap()[0].finished, "what was heard was read");
}

#[test]
fn listening_stops_with_any_key_and_waits_where_the_text_is_hidden() {
    let mut app = hearing(Lang::En, &["sh", "-c", "exec sleep 600"]);
    press(&mut app, KeyCode::F(9));
    assert_eq!(app.context(), Context::Listening);
    assert!(app.is_listening() && !app.is_typing());
    press(&mut app, KeyCode::Char('z'));
    assert_eq!(app.context(), Context::Reading);
    wait(&mut app, |app| !app.is_listening());

    let mut app = hearing(Lang::En, &["true"]);
    press(&mut app, KeyCode::Char('o'));
    press(&mut app, KeyCode::Tab);
    wait(&mut app, |app| !app.is_listening());
    assert_eq!(app.context(), Context::Listening, "it waits");
    let shown = screen(&app, 80, 24);
    assert!(shown.contains("____ ______") && !shown.contains("증권가"), "{shown}");
    let at = |app: &App| {
        let shown = screen(app, 80, 24);
        (1..8).find(|at| shown.contains(&format!("sentence {at} of 7"))).unwrap()
    };
    let first = at(&app);
    press(&mut app, KeyCode::Char('0'));
    wait(&mut app, |app| !app.is_listening());
    assert_eq!(at(&app), first, "the same again");
    press(&mut app, KeyCode::Enter);
    wait(&mut app, |app| !app.is_listening());
    assert_eq!(at(&app), first + 1);
    press(&mut app, KeyCode::Esc);
    assert_eq!(app.context(), Context::Reading);
    assert!(screen(&app, 80, 24).contains("증권가"));
}

#[test]
fn a_program_that_fails_does_not_run_through_the_article() {
    let mut app = hearing(Lang::En, &["/nowhere/dokpa-speaks"]);
    press(&mut app, KeyCode::F(9));
    wait(&mut app, |app| app.context() == Context::Reading);
    let shown = screen(&app, 80, 24);
    assert!(shown.contains("Cannot make a sound") && !shown.contains("sentence 7 of 7"), "{shown}");
    let mut silent = reading(Lang::En);
    press(&mut silent, KeyCode::F(9));
    assert_eq!(silent.context(), Context::Reading);
}

#[test]
fn what_is_heard_first_is_drawn_as_lines_at_all_sizes() {
    let hidden = |lang, width, height| {
        let mut app = hearing(lang, &["sh", "-c", "exec sleep 600"]);
        for key in [KeyCode::Down, KeyCode::F(9), KeyCode::Tab] {
            press(&mut app, key);
        }
        screen(&app, width, height)
    };
    insta::assert_snapshot!("listening_80", both(|lang| hidden(lang, 80, 24)));
    insta::assert_snapshot!("listening_100", both(|lang| hidden(lang, 100, 30)));
    insta::assert_snapshot!("listening_160", both(|lang| hidden(lang, 160, 50)));
}
