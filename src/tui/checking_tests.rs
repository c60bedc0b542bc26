//! Questions about an article, drawn and answered.

use crossterm::event::KeyCode;

use super::tests::{both, over, press, screen};
use super::*;
use crate::deck::Mode;

const ARTICLE: &str = "한빛통신 해외진출 서둘러
독파경제
발행일 2026-03-02

한빛통신이 포화된 내수시장을 벗어나려고 올해부터 해외진출을 서두르고 있다. 지난해 이 회사의 매출은 2,400억원으로 집계됐다.

수출은 한 해 사이에 12.5% 늘었다고 회사는 밝혔다. 두 회사는 11월에 합작사를 세우기로 했다.

직원은 모두 350명이고 공장은 4곳에 있다. 증권가는 실적이 나아질 것으로 내다봤다.

김가온 대표는 서두르지 않겠다고 말했다. 현지 정부는 심사를 2027년에 마칠 계획이다.
";

/// At the end of the article, the check opened.
fn checking(lang: Lang) -> App {
    let mut app = over(ARTICLE, Mode::Reveal, lang);
    press(&mut app, KeyCode::Left);
    press(&mut app, KeyCode::Enter);
    for _ in 0..9 {
        press(&mut app, KeyCode::Down);
    }
    assert!(screen(&app, 80, 24).contains(&CheckLabel::Offer.text(lang)), "{}", screen(&app, 80, 24));
    press(&mut app, KeyCode::Char('5'));
    assert_eq!(app.context(), Context::Checking);
    app
}

/// Each question, and the first one answered.
fn pages(lang: Lang, width: u16, height: u16) -> String {
    let mut app = checking(lang);
    let mut pages = String::new();
    while app.context() == Context::Checking {
        pages.push_str(&screen(&app, width, height));
        press(&mut app, KeyCode::Char('1'));
        pages.push_str(&screen(&app, width, height));
        press(&mut app, KeyCode::Enter);
    }
    pages + &screen(&app, width, height)
}

#[test]
fn questions_are_shown_in_both_languages_and_all_sizes() {
    insta::assert_snapshot!("checking_80", both(|lang| pages(lang, 80, 24)));
    insta::assert_snapshot!("checking_100", both(|lang| screen(&checking(lang), 100, 30)));
    insta::assert_snapshot!("checking_160", both(|lang| screen(&checking(lang), 160, 50)));
}

#[test]
fn an_answer_is_stored_at_once_and_leaving_keeps_it() {
    let mut app = checking(Lang::En);
    press(&mut app, KeyCode::Down);
    press(&mut app, KeyCode::Enter);
    assert_eq!(app.context(), Context::Checked);
    press(&mut app, KeyCode::Esc);
    assert_eq!(app.context(), Context::Reading);
    let rows = app.shared.desk.store.check_tallies().unwrap();
    assert_eq!(rows.iter().map(|row| row.answers).sum::<usize>(), 1);
    press(&mut app, KeyCode::Esc);
    press(&mut app, KeyCode::Esc);
    press(&mut app, KeyCode::Char('5'));
    let mut shown = String::new();
    for _ in 0..8 {
        shown.push_str(&screen(&app, 80, 24));
        press(&mut app, KeyCode::PageDown);
    }
    assert!(shown.contains("Of 1 questions about what was read"), "{shown}");
}

#[test]
fn what_gives_nothing_to_ask_says_so() {
    let mut app = over("짧은 글\n독파경제\n발행일 2026-03-02\n\n해외진출은 늦출 수 없다.\n", Mode::Reveal, Lang::En);
    press(&mut app, KeyCode::Left);
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Char('ㅊ'));
    assert_eq!(app.context(), Context::Reading);
    assert!(screen(&app, 80, 24).contains("nothing to ask"));
}
