//! The placement test as a learner walks through it.

use crossterm::event::KeyCode;

use super::tests::{over, press, screen};
use super::*;
use crate::deck::{Mode, Status};

const EASY: &str = "첫 글\n\n정부는 올해 경제 정책을 발표하고 시장을 지원하기로 했다. 회사는 사람을 더 뽑는다.\n";

fn offered(lang: Lang) -> App {
    over(EASY, Mode::Reveal, lang).offering_placement()
}

fn known(app: &App) -> usize {
    let cards = app.shared.desk.store.cards(None).unwrap();
    cards.iter().filter(|(_, card)| card.status == Status::Known).count()
}

/// Answers until the test has found something.
fn take(app: &mut App, keys: &[char]) -> usize {
    let mut answered = 0;
    while app.context() == Context::Placing {
        press(app, KeyCode::Char(keys[answered % keys.len()]));
        answered += 1;
        assert!(answered <= 30);
    }
    answered
}

#[test]
fn it_is_offered_begun_answered_in_korean_mode_asked_about_marked_and_taken_back() {
    let mut app = offered(Lang::Ko);
    insta::assert_snapshot!("placement_offer", screen(&app, 80, 24));
    press(&mut app, KeyCode::Enter);
    assert!(screen(&app, 80, 24).contains("1/30"));
    press(&mut app, KeyCode::Char('ㅛ'));
    let second = screen(&app, 80, 24);
    assert!(second.contains("2/30") && second.contains("안다고 답함"), "{second}");
    press(&mut app, KeyCode::Char('ㅜ'));
    assert!(screen(&app, 80, 24).contains("모른다고 답함"));
    press(&mut app, KeyCode::Char('ㅕ'));
    assert_eq!(screen(&app, 80, 24), second, "the last answer is taken back");
    take(&mut app, &['1']);
    let found = screen(&app, 80, 24);
    assert!(found.contains("표시하기") && known(&app) == 0, "nothing is marked unasked: {found}");
    press(&mut app, KeyCode::F(2));
    assert_eq!(app.context(), Context::Placing, "the last answer is taken back on the last page as well");
    take(&mut app, &['1']);
    press(&mut app, KeyCode::Enter);
    let marked = known(&app);
    assert!(marked > 3 && screen(&app, 80, 24).contains(&format!("낱말 {marked}개를")));
    press(&mut app, KeyCode::Char('ㅕ'));
    assert_eq!((known(&app), app.context()), (0, Context::Home));
}

#[test]
fn who_declines_is_told_where_it_is_and_not_asked_again() {
    let mut app = offered(Lang::En);
    press(&mut app, KeyCode::Esc);
    assert!(app.context() == Context::Home && screen(&app, 80, 24).contains("F6 on the home screen"));
    assert!(!crate::tasks::offers_placement(&app.shared.desk.store).unwrap());
    press(&mut app, KeyCode::Char('ㅅ'));
    assert_eq!(app.context(), Context::Placing, "t in Korean mode");
}

#[test]
fn who_quits_in_the_middle_leaves_nothing_and_is_told_so() {
    let mut app = offered(Lang::Ko);
    press(&mut app, KeyCode::Enter);
    for _ in 0..9 {
        press(&mut app, KeyCode::Char('1'));
    }
    press(&mut app, KeyCode::Char('ㅂ'));
    assert!(app.context() == Context::Home && screen(&app, 80, 24).contains("아무것도 표시하지 않았습니다"));
    assert_eq!(known(&app), 0);
    assert!(crate::tasks::offers_placement(&app.shared.desk.store).unwrap(), "it is offered at the next start");
}

#[test]
fn who_knows_nothing_is_taught_from_the_beginning() {
    let mut app = offered(Lang::En);
    press(&mut app, KeyCode::Enter);
    take(&mut app, &['2']);
    let found = screen(&app, 80, 24);
    assert!(found.contains("nothing to mark") && !found.contains("mark them"), "{found}");
    press(&mut app, KeyCode::Enter);
    assert_eq!((known(&app), app.context()), (0, Context::PlacementFound));
    press(&mut app, KeyCode::Esc);
    assert_eq!(app.context(), Context::Home);
}

#[test]
fn what_it_found_is_said_before_it_is_marked() {
    let mut app = offered(Lang::En);
    press(&mut app, KeyCode::Enter);
    take(&mut app, &['1', 'y', 'ㅛ']);
    insta::assert_snapshot!("placement_found", screen(&app, 80, 24));
    press(&mut app, KeyCode::Esc);
    assert!(known(&app) == 0 && screen(&app, 80, 24).contains("Nothing was marked"));
}
