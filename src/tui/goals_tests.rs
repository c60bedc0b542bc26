//! Goals set, shown and taken away on the screens.

use crossterm::event::KeyCode;

use super::tests::{both, over, press, screen, typed};
use super::*;
use crate::deck::Mode;
use crate::reader::{Goal, Measure};
use crate::schedule::Settings;
use crate::tasks::{add_ready_decks, invent_year};

fn year(lang: Lang) -> App {
    let mut app = over("", Mode::Reveal, lang);
    let desk = &mut app.shared.desk;
    let now = desk.now();
    add_ready_decks(&mut desk.store, now).unwrap();
    invent_year(&mut desk.store, &Settings::default(), &desk.calendar, now).unwrap();
    let today = desk.calendar.day(now);
    let harder =
        desk.store.library(None).unwrap().into_iter().find(|row| row.coverage.words.percent() < 70).unwrap().id;
    for goal in [
        Goal::Daily { measure: Measure::Minutes, amount: 15 },
        Goal::Daily { measure: Measure::Terms, amount: 5 },
        Goal::Article { article: harder, percent: 95, by: today.plus(9) },
    ] {
        desk.set_goal(&goal).unwrap();
    }
    press(&mut app, KeyCode::Char('6'));
    assert_eq!(app.context(), Context::Goals);
    app
}

#[test]
fn goals_and_how_they_stand_are_shown_at_all_sizes_in_both_languages() {
    insta::assert_snapshot!("goals_80", both(|lang| screen(&year(lang), 80, 24)));
    insta::assert_snapshot!("goals_100", both(|lang| screen(&year(lang), 100, 30)));
    insta::assert_snapshot!("goals_160", both(|lang| screen(&year(lang), 160, 50)));
    insta::assert_snapshot!(
        "goals_home_80",
        both(|lang| {
            let mut app = year(lang);
            press(&mut app, KeyCode::Esc);
            screen(&app, 80, 24)
        })
    );
    insta::assert_snapshot!(
        "goals_progress_80",
        both(|lang| {
            let mut app = year(lang);
            press(&mut app, KeyCode::Esc);
            press(&mut app, KeyCode::Char('5'));
            screen(&app, 80, 24)
        })
    );
}

#[test]
fn a_goal_is_typed_refused_where_it_is_none_and_taken_away_and_back() {
    let mut app = over("", Mode::Reveal, Lang::En);
    press(&mut app, KeyCode::Char('ㅁ'));
    assert!(screen(&app, 80, 24).contains("No goal yet"));
    press(&mut app, KeyCode::Char('2'));
    assert!(app.is_typing());
    typed(&mut app, "0");
    press(&mut app, KeyCode::Enter);
    assert!(screen(&app, 80, 24).contains("give a number from 1"));
    typed(&mut app, "x");
    press(&mut app, KeyCode::Backspace);
    press(&mut app, KeyCode::Backspace);
    typed(&mut app, "30");
    press(&mut app, KeyCode::Enter);
    assert_eq!(app.context(), Context::Goals);
    let shown = screen(&app, 80, 24);
    assert!(shown.contains("30 cards a day · 0/30 cards") && shown.contains("After a week"), "{shown}");
    press(&mut app, KeyCode::F(4));
    assert!(screen(&app, 80, 24).contains("F2 brings it back"));
    assert!(app.shared.desk.store.goals().unwrap().is_empty());
    press(&mut app, KeyCode::F(2));
    assert_eq!(app.shared.desk.store.goals().unwrap().len(), 1);
    press(&mut app, KeyCode::Esc);
    assert!(!screen(&app, 80, 24).contains("Goals today"), "there is no deck at all yet");
}

#[test]
fn an_article_gets_a_goal_where_its_terms_are_planned() {
    let article = "한빛통신 해외진출 서둘러\n독파경제\n발행일 2026-03-02\n\n국내 통신사들은 포화된 내수시장을 벗어나려고 올해부터 해외진출을 서두르고 있다.\n";
    let mut app = over(article, Mode::Reveal, Lang::En);
    for key in [KeyCode::Left, KeyCode::Char('9'), KeyCode::Char('5')] {
        press(&mut app, key);
    }
    assert!(app.is_typing());
    let asked = screen(&app, 80, 24);
    assert!(asked.contains("Per cent and day > 95 2026-03-24") && asked.contains("해외진출"), "{asked}");
    press(&mut app, KeyCode::Enter);
    let shown = screen(&app, 80, 24);
    assert!(shown.contains("95% by 2026-03-24") && shown.contains("new words a day"), "{shown}");
    press(&mut app, KeyCode::Enter);
    assert_eq!(app.context(), Context::Planning);
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Esc);
    assert!(!screen(&app, 80, 24).contains("do not stand first"));
    while app.context() != Context::Home {
        press(&mut app, KeyCode::Esc);
    }
    assert!(screen(&app, 80, 24).contains("Goals today: ‘"));
}
