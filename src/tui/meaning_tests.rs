//! Looking a word up, and what it means, drawn and walked through.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::tests::{app, press, screen, typed};
use super::*;
use crate::deck::Mode;

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
    press(&mut app, KeyCode::Enter);
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
    press(&mut app, KeyCode::Enter);
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
