//! Looking a word up, and what it means, drawn and walked through.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::tests::{app, both, over, press, screen, typed};
use super::*;
use crate::deck::{Card, Due, Memory, Mode, State, Status};
use crate::tasks::Importer;

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
    press(&mut app, KeyCode::Char('2'));
    assert_eq!(app.context(), Context::Glossing);
    app.handle(&Event::Key(KeyEvent::new(KeyCode::Char('u'), KeyModifiers::CONTROL)));
    typed(&mut app, "my own words");
    press(&mut app, KeyCode::Enter);
    let own = screen(&app, 80, 24);
    assert!(own.contains("[1 your own]") && own.contains("my own words"), "{own}");
    press(&mut app, KeyCode::Esc);
    assert!(screen(&app, 80, 24).contains("my own words"), "the list of words has it too");
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Char('2'));
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
    press(&mut app, KeyCode::Char('1'));
    let chosen = senses(&app);
    assert!(chosen.contains("sense 1 of") && chosen.contains("* your choice") && chosen.contains("mayor"), "{chosen}");
}

const ARTICLE: &str = "한빛통신 해외진출 서둘러
독파경제
발행일 2026-03-02

국내 통신사들은 포화된 내수시장을 벗어나려고 올해부터 해외진출을 서두르고 있다.

한빛통신은 현지 통신사에 대한 지분참여를 통해 가입자를 늘릴 방안을 모색하고 있다. 김가온 대표는 “해외진출은 늦출 수 없다”고 말했다.
";

const LATER: &str = "새벽전자도 밖으로
새벽일보
발행일 2026-03-03

새벽전자가 중앙아시아로 해외 진출 범위를 넓힌다.
";

/// The screen of 해외진출, which stands in two articles and was answered before.
fn full(lang: Lang) -> App {
    let mut app = over(ARTICLE, Mode::Reveal, lang);
    let now = app.shared.desk.now();
    let today = app.shared.desk.calendar.day(now);
    let store = &mut app.shared.desk.store;
    Importer::new(store, now).text(LATER, "전자", "test", None).unwrap();
    let term = store.terms_keyed(&crate::vocab::TermKey::of("해외진출")).unwrap().remove(0);
    let before = store.card(term.id).unwrap().unwrap();
    let card = Card {
        state: State::Review,
        memory: Some(Memory { stability: 12.0, difficulty: 5.0 }),
        due: Some(Due::On(today.plus(3))),
        last_review: Some(now.plus_seconds(-9 * 86_400)),
        reps: 4,
        lapses: 1,
        ..before
    };
    store.put_cards(&[card]).unwrap();
    press(&mut app, KeyCode::Right);
    typed(&mut app, "7");
    typed(&mut app, "해외진출");
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Enter);
    assert_eq!(app.context(), Context::Meaning);
    app
}

fn card(app: &App) -> Card {
    let store = &app.shared.desk.store;
    let term = store.terms_keyed(&crate::vocab::TermKey::of("해외진출")).unwrap().remove(0);
    store.card(term.id).unwrap().unwrap()
}

#[test]
fn a_word_in_full_fits_every_size_in_both_languages() {
    for (width, height) in [(80, 24), (100, 30), (160, 50)] {
        insta::assert_snapshot!(format!("term_{width}"), both(|lang| screen(&full(lang), width, height)));
    }
    insta::assert_snapshot!(
        "term_80_sentences",
        both(|lang| {
            let mut app = full(lang);
            screen(&app, 80, 24);
            press(&mut app, KeyCode::Enter);
            press(&mut app, KeyCode::Down);
            screen(&app, 80, 24)
        })
    );
}

#[test]
fn enter_leads_to_the_place_where_the_word_was_met_and_back() {
    let mut app = full(Lang::Ko);
    screen(&app, 80, 24);
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Down);
    press(&mut app, KeyCode::Down);
    press(&mut app, KeyCode::Enter);
    assert_eq!(app.context(), Context::Reading);
    let there = screen(&app, 80, 24);
    assert!(there.contains("해외진출 · + 어림 · 문장 3/"), "{there}");
    press(&mut app, KeyCode::Esc);
    assert_eq!(app.context(), Context::Meaning);
    assert_eq!(app.shared.desk.store.last_read().unwrap(), None, "where one reads is not moved by a look");
}

#[test]
fn one_key_each_changes_the_card_and_f2_takes_it_back() {
    let mut app = full(Lang::En);
    let before = card(&app);
    for (key, status) in [(KeyCode::F(5), Status::Known), (KeyCode::F(4), Status::Ignored)] {
        press(&mut app, key);
        assert_eq!(card(&app).status, status);
        press(&mut app, KeyCode::F(2));
        assert_eq!(card(&app), before);
    }
    press(&mut app, KeyCode::Char('ㅌ'));
    press(&mut app, KeyCode::Char('6'));
    assert_eq!(card(&app).status, Status::Active, "learned again");
    press(&mut app, KeyCode::F(6));
    assert_eq!(app.context(), Context::Correcting);
    press(&mut app, KeyCode::Esc);
    assert_eq!(app.context(), Context::Meaning);
}

#[test]
fn a_note_is_kept_with_the_word() {
    let mut app = full(Lang::En);
    press(&mut app, KeyCode::Char('3'));
    assert_eq!(app.context(), Context::Glossing);
    typed(&mut app, "통신 3사가 자주 쓰는 말");
    press(&mut app, KeyCode::Enter);
    assert!(screen(&app, 100, 40).contains("Note: 통신 3사가 자주 쓰는 말"), "{}", screen(&app, 100, 40));
    press(&mut app, KeyCode::Esc);
    press(&mut app, KeyCode::Enter);
    assert!(screen(&app, 100, 40).contains("통신 3사가"));
    press(&mut app, KeyCode::Char('3'));
    app.handle(&Event::Key(KeyEvent::new(KeyCode::Char('u'), KeyModifiers::CONTROL)));
    press(&mut app, KeyCode::Enter);
    assert!(!screen(&app, 100, 40).contains("통신 3사가"));
}

#[test]
fn a_card_is_not_changed_while_it_is_asked() {
    let mut app = app(Mode::Reveal, Lang::En);
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Tab);
    assert_eq!(app.context(), Context::Meaning);
    press(&mut app, KeyCode::F(5));
    assert!(screen(&app, 80, 24).contains("Cards are not changed while they are asked"));
}

#[test]
fn the_sentences_are_walked_through_on_a_small_screen() {
    let mut app = full(Lang::Ko);
    let mut seen = Vec::new();
    for _ in 0..60 {
        seen.push(screen(&app, 60, 16));
        press(&mut app, KeyCode::Down);
    }
    for title in ["> 새벽전자도 밖으로", "> 한빛통신 해외진출 서둘러"] {
        assert!(seen.iter().any(|shown| shown.contains(title)), "{title}:\n{}", seen.last().unwrap());
    }
    for _ in 0..60 {
        press(&mut app, KeyCode::Up);
    }
    assert_eq!(screen(&app, 60, 16), seen[0]);
}
