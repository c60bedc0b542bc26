//! Reader, library and plan, drawn and walked through.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::tests::{both, over, press, screen, typed};
use super::*;
use crate::deck::{Card, Due, Memory, Mode, State, Status};
use crate::time::StudyDay;

/// An article made of a heading, two paragraphs and a compound that is longer than most.
const ARTICLE: &str = "한빛통신 해외진출 서둘러
독파경제
발행일 2026-03-02

국내 통신사들은 포화된 내수시장을 벗어나려고 올해부터 해외진출을 서두르고 있다. 지난해까지는 국내 가입자를 지키는 데 힘을 쏟았다.

현지 통신사에 지분참여

한빛통신은 현지 통신사에 대한 지분참여를 통해 가입자를 늘릴 방안을 모색하고 있다. 김가온 대표는 “해외진출은 늦출 수 없다”고 말했다. 통신업은 대표적인 내수산업으로 분류돼 왔지만 성장은 이미 멈췄다.

증권가는 해외 진출이 실적에 보탬이 되기까지 3년은 걸릴 것으로 내다봤다.
";

/// The reader, with terms in each state.
pub(super) fn reading(lang: Lang) -> App {
    let mut app = over(ARTICLE, Mode::Reveal, lang);
    let now = app.shared.desk.now();
    let today = app.shared.desk.calendar.day(now);
    let mut set = |term: &str, state: State, stability: f32, due: StudyDay, status: Status| {
        let store = &mut app.shared.desk.store;
        let term = store.terms_keyed(&crate::vocab::TermKey::of(term)).unwrap().remove(0).id;
        let before = store.card(term).unwrap().unwrap();
        let memory = Some(Memory { stability, difficulty: 5.0 });
        let after = Card { state, memory, due: Some(Due::On(due)), status, last_review: Some(now), reps: 3, ..before };
        store.put_card(&after).unwrap();
    };
    set("내수시장", State::Review, 40.0, today.plus(9), Status::Active);
    set("가입자", State::Review, 8.0, today.plus(-1), Status::Active);
    set("방안", State::Learning { step: 1 }, 1.0, today.plus(1), Status::Active);
    set("현지", State::New, 1.0, today.plus(1), Status::Known);
    set("통신업", State::New, 1.0, today.plus(1), Status::Ignored);
    press(&mut app, KeyCode::Left);
    press(&mut app, KeyCode::Enter);
    assert_eq!(app.context(), Context::Reading);
    app
}

fn under(app: &App) -> String {
    let Some(Screen::Reading(reading)) = app.screens.last() else { panic!("not reading") };
    reading.term().map(|term| term.term.clone()).unwrap_or_default()
}

#[test]
fn the_reader_shows_what_is_known_in_both_languages_and_all_sizes() {
    insta::assert_snapshot!("reader_80", both(|lang| screen(&reading(lang), 80, 24)));
    insta::assert_snapshot!("reader_100", both(|lang| screen(&reading(lang), 100, 30)));
    insta::assert_snapshot!("reader_160", both(|lang| screen(&reading(lang), 160, 50)));
}

#[test]
fn colour_is_never_alone() {
    let app = reading(Lang::Ko);
    let plain = screen(&app, 80, 24);
    for marked in ["해외진출*을", "가입자+를", "방안~을", "내수시장을", "현지 통신사"] {
        assert!(plain.contains(marked), "{marked}:\n{plain}");
    }
}

#[test]
fn the_cursor_moves_by_word_sentence_and_paragraph() {
    let mut app = reading(Lang::Ko);
    let first = under(&app);
    press(&mut app, KeyCode::Right);
    assert_ne!(under(&app), first);
    press(&mut app, KeyCode::Left);
    assert_eq!(under(&app), first);
    press(&mut app, KeyCode::Down);
    assert!(screen(&app, 80, 24).contains("문장 2/"));
    press(&mut app, KeyCode::Char('2'));
    assert!(screen(&app, 80, 24).contains("문장 3/"));
    press(&mut app, KeyCode::Char('8'));
    assert!(screen(&app, 80, 24).contains("문장 1/"));
    press(&mut app, KeyCode::End);
    assert!(screen(&app, 80, 24).contains("문장 7/7"));
    press(&mut app, KeyCode::Home);
    press(&mut app, KeyCode::PageDown);
    assert!(!screen(&app, 60, 16).contains("문장 1/"));
}

fn to(app: &mut App, term: &str) {
    press(app, KeyCode::Home);
    for _ in 0..80 {
        if under(app) == term {
            return;
        }
        press(app, KeyCode::Right);
    }
    panic!("{term} is not there");
}

#[test]
fn one_key_each_marks_a_term_and_f2_takes_it_back() {
    let mut app = reading(Lang::En);
    for (key, said) in [
        (KeyCode::F(5), "is known"),
        (KeyCode::Tab, "comes first"),
        (KeyCode::F(3), "F2 undoes it"),
        (KeyCode::F(4), "F2 undoes it"),
    ] {
        to(&mut app, "해외진출");
        let before = screen(&app, 80, 30);
        press(&mut app, key);
        let after = screen(&app, 80, 30);
        assert!(after.contains(said), "{key:?}:\n{after}");
        press(&mut app, KeyCode::F(2));
        to(&mut app, "해외진출");
        assert_eq!(screen(&app, 80, 30), before, "{key:?}");
    }
}

#[test]
fn enter_opens_the_meaning_and_leads_back() {
    let mut app = reading(Lang::En);
    to(&mut app, "해외진출");
    press(&mut app, KeyCode::Enter);
    assert_eq!(app.context(), Context::Meaning);
    press(&mut app, KeyCode::Esc);
    assert_eq!(under(&app), "해외진출");
}

#[test]
fn a_split_is_corrected_where_it_is_read() {
    let mut app = reading(Lang::Ko);
    to(&mut app, "지분참여");
    press(&mut app, KeyCode::F(6));
    assert_eq!(app.context(), Context::Correcting);
    press(&mut app, KeyCode::Enter);
    assert_eq!(app.context(), Context::Reading);
    to(&mut app, "지분");
    press(&mut app, KeyCode::F(2));
    to(&mut app, "지분참여");
}

#[test]
fn the_place_and_bookmarks_are_kept() {
    let mut app = reading(Lang::Ko);
    press(&mut app, KeyCode::Down);
    press(&mut app, KeyCode::Char('ㅠ'));
    press(&mut app, KeyCode::Down);
    press(&mut app, KeyCode::Right);
    let word = under(&app);
    press(&mut app, KeyCode::Esc);
    assert_eq!(app.context(), Context::Library);
    press(&mut app, KeyCode::Enter);
    assert_eq!(under(&app), word);
    press(&mut app, KeyCode::Char('7'));
    let there = screen(&app, 80, 24);
    assert!(there.contains("문장 2/") && there.lines().any(|line| line.trim_start().starts_with("#>")), "{there}");
}

#[test]
fn a_due_term_of_the_paragraph_is_asked_in_its_own_sentence() {
    let mut app = reading(Lang::Ko);
    let shown = screen(&app, 80, 24);
    assert!(
        shown.contains("이 문단에 있어요: 6") && shown.lines().any(|line| line.trim_start().starts_with('!')),
        "{shown}"
    );
    press(&mut app, KeyCode::Char('6'));
    assert_eq!(app.context(), Context::Asking);
    assert!(screen(&app, 80, 24).contains("지키는 데 힘을"));
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Char('3'));
    press(&mut app, KeyCode::Enter);
    assert_eq!(app.context(), Context::Reading);
    assert!(!screen(&app, 80, 24).contains("이 문단에 있어요: 6"));
    assert_eq!(app.shared.desk.store.reviews(None).unwrap().len(), 1);
}

#[test]
fn a_paragraph_that_was_read_offers_its_due_words_until_the_next_is_read() {
    let mut app = reading(Lang::Ko);
    press(&mut app, KeyCode::Char('2'));
    let offered = "방금 읽은 문단에 복습할 낱말 1개";
    assert!(screen(&app, 80, 24).contains(offered), "{}", screen(&app, 80, 24));
    press(&mut app, KeyCode::Char('8'));
    assert!(!screen(&app, 80, 24).contains(offered), "who goes back is not asked");
    press(&mut app, KeyCode::Char('2'));
    press(&mut app, KeyCode::Char('6'));
    assert_eq!(app.context(), Context::Asking);
    assert!(screen(&app, 80, 24).contains("지키는 데 힘을"), "in its own sentence");
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Char('3'));
    press(&mut app, KeyCode::Enter);
    assert!(!screen(&app, 80, 24).contains(offered), "it was answered");

    let mut never = reading(Lang::Ko);
    never.shared.after_paragraph = AfterParagraph::Nothing;
    press(&mut never, KeyCode::Char('2'));
    assert!(!screen(&never, 80, 24).contains(offered));
    let mut at_once = reading(Lang::Ko);
    at_once.shared.after_paragraph = AfterParagraph::Ask;
    press(&mut at_once, KeyCode::Char('2'));
    assert_eq!(at_once.context(), Context::Asking);
}

#[test]
fn the_last_paragraph_offers_its_words_when_there_is_nothing_behind_it() {
    let mut app = reading(Lang::Ko);
    let store = &mut app.shared.desk.store;
    let term = store.terms_keyed(&crate::vocab::TermKey::of("실적")).unwrap().remove(0).id;
    let before = store.card(term).unwrap().unwrap();
    let now = app.shared.desk.now();
    let due = Some(Due::On(app.shared.desk.calendar.day(now)));
    let memory = Some(Memory { stability: 5.0, difficulty: 5.0 });
    let after = Card { state: State::Review, memory, due, last_review: Some(now), reps: 2, ..before };
    app.shared.desk.store.put_card(&after).unwrap();
    press(&mut app, KeyCode::Esc);
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::End);
    press(&mut app, KeyCode::Down);
    assert!(screen(&app, 80, 24).contains("방금 읽은 문단에 복습할 낱말"), "{}", screen(&app, 80, 24));
    press(&mut app, KeyCode::Char('6'));
    assert_eq!(app.context(), Context::Asking);
}

#[test]
fn what_was_read_past_is_weak_evidence_and_no_review() {
    let mut app = reading(Lang::Ko);
    for _ in 0..9 {
        press(&mut app, KeyCode::Down);
    }
    press(&mut app, KeyCode::Esc);
    let readings = app.shared.desk.store.readings(None).unwrap();
    assert_eq!(readings.len(), 1);
    assert!(readings[0].finished && readings[0].syllables > 100, "{readings:?}");
    assert!(app.shared.desk.store.reviews(None).unwrap().is_empty());
    assert!(screen(&app, 80, 24).contains("다 읽음"));
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::End);
    press(&mut app, KeyCode::Esc);
    assert_eq!(app.shared.desk.store.readings(None).unwrap().len(), 1, "a jump is no reading");
}

#[test]
fn quitting_keeps_the_place_and_the_sitting() {
    let mut app = reading(Lang::Ko);
    press(&mut app, KeyCode::Down);
    press(&mut app, KeyCode::Down);
    press(&mut app, KeyCode::Enter);
    app.handle(&Event::Key(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL)));
    assert!(app.is_done());
    let store = &app.shared.desk.store;
    let article = store.last_read().unwrap().unwrap();
    assert_eq!(store.place(article).unwrap().map(|place| place.sentence), Some(2));
    assert_eq!(store.readings(None).unwrap().len(), 1);
}

#[test]
fn the_library_is_sorted_and_searched_by_initial_consonants() {
    insta::assert_snapshot!(both(|lang| {
        let mut app = over(ARTICLE, Mode::Reveal, lang);
        press(&mut app, KeyCode::Left);
        press(&mut app, KeyCode::Tab);
        screen(&app, 80, 24)
    }));
    let mut app = over(ARTICLE, Mode::Reveal, Lang::En);
    press(&mut app, KeyCode::Left);
    press(&mut app, KeyCode::F(3));
    typed(&mut app, "ㅎㅇㅈㅊ");
    assert!(screen(&app, 80, 24).contains("1 articles"));
    app.handle(&Event::Key(KeyEvent::new(KeyCode::Char('u'), KeyModifiers::CONTROL)));
    typed(&mut app, "없는 글");
    assert!(screen(&app, 80, 24).contains("No article is found."));
    press(&mut app, KeyCode::Esc);
    assert!(screen(&app, 80, 24).contains("1 articles"));
}

#[test]
fn a_plan_puts_its_terms_first_in_the_queue() {
    let mut app = reading(Lang::En);
    press(&mut app, KeyCode::Char('9'));
    insta::assert_snapshot!(screen(&app, 80, 24));
    press(&mut app, KeyCode::Enter);
    let first = app.shared.desk.store.wanted_first().unwrap();
    assert!(!first.is_empty());
    press(&mut app, KeyCode::F(2));
    assert!(app.shared.desk.store.wanted_first().unwrap().is_empty());
    press(&mut app, KeyCode::Esc);
    assert_eq!(app.context(), Context::Reading);
}

#[test]
fn every_size_down_to_the_smallest_is_drawn() {
    let mut app = reading(Lang::Ko);
    for (width, height) in [(60, 16), (61, 17), (80, 24), (200, 60)] {
        for key in [KeyCode::PageDown, KeyCode::End, KeyCode::PageUp, KeyCode::Home, KeyCode::Down] {
            press(&mut app, key);
            let shown = screen(&app, width, height);
            assert!(shown.lines().any(|line| line.contains('>')), "{width}×{height} {key:?}\n{shown}");
        }
    }
}

/// Read to its end a month ago, a term of it looked up, and everything in it learned since.
fn grown(lang: Lang) -> App {
    let mut app = over(ARTICLE, Mode::Reveal, lang);
    let desk = &mut app.shared.desk;
    let now = desk.now();
    let today = desk.calendar.day(now);
    let article = desk.store.library(None).unwrap()[0].id;
    let unknown = desk.store.unknown(Some(article), None).unwrap();
    let reading = crate::store::NewReading {
        article,
        at: now.plus_seconds(-30 * 86_400),
        day: today.plus(-30),
        millis: 120_000,
        syllables: 200,
        read: std::iter::once(0..7).collect(),
        finished: true,
        coverage: desk.store.coverage(article).unwrap(),
        looked_up: vec![unknown[0].term.id],
    };
    desk.store.record_reading(&reading).unwrap();
    assert!(desk.rereadings().unwrap().is_empty());
    for row in unknown {
        let before = desk.store.card(row.term.id).unwrap().unwrap();
        let memory = Some(Memory { stability: 30.0, difficulty: 5.0 });
        let due = Some(Due::On(today.plus(20)));
        desk.store
            .put_card(&Card { state: State::Review, memory, due, last_review: Some(now), reps: 5, ..before })
            .unwrap();
    }
    app
}

#[test]
fn an_article_whose_terms_are_mature_comes_back_with_its_old_coverage_beside_todays() {
    let home = |lang| {
        let mut app = grown(lang);
        press(&mut app, KeyCode::Enter);
        press(&mut app, KeyCode::Esc);
        screen(&app, 80, 24)
    };
    insta::assert_snapshot!("reread_home_80", both(home));
    insta::assert_snapshot!(
        "reread_library_80",
        both(|lang| {
            let mut app = grown(lang);
            press(&mut app, KeyCode::Left);
            screen(&app, 80, 24)
        })
    );
    let mut app = grown(Lang::En);
    let found = app.shared.desk.rereadings().unwrap();
    assert_eq!((found.len(), found[0].grown.looked_up, found[0].grown.now.percent()), (1, 1, 100));
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Esc);
    press(&mut app, KeyCode::Char('7'));
    assert_eq!(app.context(), Context::Reading);
    for _ in 0..9 {
        press(&mut app, KeyCode::Down);
    }
    press(&mut app, KeyCode::Esc);
    assert!(!screen(&app, 80, 24).contains("Read again"), "it was read again");
}
