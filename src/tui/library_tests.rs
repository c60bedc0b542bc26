//! The list of articles, drawn and walked through.

use crossterm::event::KeyCode;

use super::tests::{both, over, press, screen, typed};
use super::*;
use crate::deck::Mode;
use crate::tasks::Importer;

const FIRST: &str = "한빛통신 해외진출 서둘러
독파경제
발행일 2026-03-02

국내 통신사들은 포화된 내수시장을 벗어나려고 올해부터 해외진출을 서두르고 있다. 통신사는 가입자를 늘릴 방안을 모색하고 있다.
";

const OTHERS: [(&str, &str); 2] = [
    (
        "반도체 수출 다시 늘어\n새벽일보\n발행일 2026-03-05\n\n반도체 수출이 두 달 만에 늘었다. 업황이 나아졌기 때문이다. 증권가는 실적이 더 좋아질 것으로 내다봤다.\n",
        "반도체",
    ),
    ("가계 빚 처음 줄어\n독파경제\n발행일 2026-02-01\n\n가계 빚이 처음으로 줄었다. 금리가 올랐기 때문이다.\n", "가계"),
];

fn library(lang: Lang) -> App {
    let mut app = over(FIRST, Mode::Reveal, lang);
    let now = app.shared.desk.now();
    for (text, deck) in OTHERS {
        Importer::new(&mut app.shared.desk.store, now).text(text, deck, "test", None).unwrap();
    }
    press(&mut app, KeyCode::Esc);
    // Home counts the decks anew; its first row is all of them.
    let Start { mode, .. } = Start::default();
    let mut app = App::new(
        std::mem::replace(&mut app.shared.desk, over("", Mode::Reveal, lang).shared.desk),
        lang,
        Theme::new(false),
        Start { mode, ..Start::default() },
    )
    .unwrap();
    press(&mut app, KeyCode::Left);
    assert_eq!(app.context(), Context::Library);
    app
}

fn shown(app: &App) -> String {
    screen(app, 80, 24)
}

fn titles(app: &App) -> Vec<&'static str> {
    let shown = shown(app);
    let known = ["한빛통신 해외진출 서둘러", "반도체 수출 다시 늘어", "가계 빚 처음 줄어"];
    shown.lines().filter_map(|line| known.into_iter().find(|title| line.contains(title))).collect()
}

#[test]
fn the_library_fits_every_size_in_both_languages() {
    for (width, height) in [(80, 24), (100, 30), (160, 50)] {
        insta::assert_snapshot!(
            format!("library_{width}"),
            both(|lang| {
                let mut app = library(lang);
                typed(&mut app, "1");
                screen(&app, width, height)
            })
        );
    }
}

#[test]
fn articles_are_sorted_by_each_key_and_turned_round() {
    let mut app = library(Lang::En);
    for by in ["date", "title", "coverage", "difficulty", "length", "unread first", "last read"] {
        press(&mut app, KeyCode::Tab);
        assert!(shown(&app).contains(&format!("by {by}")) && titles(&app).len() == 3, "{by}:\n{}", shown(&app));
    }
    press(&mut app, KeyCode::Tab);
    assert_eq!(titles(&app)[0], "반도체 수출 다시 늘어");
    typed(&mut app, "ㄱ");
    assert_eq!(titles(&app)[0], "가계 빚 처음 줄어");
}

#[test]
fn articles_are_found_while_one_types() {
    let mut app = library(Lang::Ko);
    typed(&mut app, "ㄹ");
    assert_eq!(app.context(), Context::Finding);
    for (text, found) in
        [("ㅂㄷㅊ", "반도체 수출 다시 늘어"), ("새벽", "반도체 수출 다시 늘어"), ("金利", "가계 빚 처음 줄어")]
    {
        typed(&mut app, text);
        assert_eq!(titles(&app), [found], "{text}");
        for _ in text.chars() {
            press(&mut app, KeyCode::Backspace);
        }
    }
    assert_eq!(titles(&app).len(), 3);
}

#[test]
fn conditions_choose_among_the_articles() {
    let mut app = library(Lang::Ko);
    typed(&mut app, "4");
    assert_eq!(app.context(), Context::Filtering);
    for _ in 0..3 {
        press(&mut app, KeyCode::Down);
    }
    press(&mut app, KeyCode::Right);
    insta::assert_snapshot!(shown(&app));
    press(&mut app, KeyCode::Enter);
    assert_eq!(titles(&app).len(), 2);
    typed(&mut app, "40");
    press(&mut app, KeyCode::Esc);
    assert_eq!(titles(&app).len(), 3);
}

#[test]
fn many_are_put_in_a_deck_archived_or_deleted_and_taken_back() {
    let mut app = library(Lang::En);
    let before = shown(&app);
    typed(&mut app, "1");
    typed(&mut app, "151");
    assert_eq!(app.context(), Context::Naming);
    app.handle(&Event::Paste("새 덱".into()));
    let naming = shown(&app);
    assert!(naming.contains("Into which deck?"), "{naming}");
    for _ in 0..20 {
        press(&mut app, KeyCode::Backspace);
    }
    typed(&mut app, "새 덱");
    press(&mut app, KeyCode::Enter);
    assert!(shown(&app).contains("put into a deck: 2 articles · F2 undoes it"), "{}", shown(&app));
    let decks: Vec<String> = app.shared.desk.decks().unwrap().into_iter().map(|deck| deck.name).collect();
    assert!(decks.contains(&"새 덱".to_owned()));
    press(&mut app, KeyCode::F(2));
    assert!(!app.shared.desk.decks().unwrap().iter().any(|deck| deck.name == "새 덱"));
    for act in ["53", "54"] {
        press(&mut app, KeyCode::Home);
        typed(&mut app, act);
        assert_eq!(titles(&app).len(), 2, "{act}:\n{}", shown(&app));
        press(&mut app, KeyCode::F(2));
        assert_eq!(titles(&app).len(), 3);
    }
    press(&mut app, KeyCode::Home);
    press(&mut app, KeyCode::Up);
    assert_eq!(shown(&app), before);
}

#[test]
fn an_article_is_taken_out_of_the_deck_it_is_in() {
    let mut app = library(Lang::Ko);
    typed(&mut app, "52");
    press(&mut app, KeyCode::Enter);
    assert_eq!(titles(&app).len(), 2, "it was in one deck only:\n{}", shown(&app));
    typed(&mut app, "52");
    press(&mut app, KeyCode::Down);
    press(&mut app, KeyCode::Esc);
    press(&mut app, KeyCode::F(2));
    assert_eq!(titles(&app).len(), 3);
}

#[test]
fn the_words_of_an_article_are_listed() {
    let mut app = library(Lang::Ko);
    let first = titles(&app)[0];
    typed(&mut app, "ㅈ");
    assert_eq!(app.context(), Context::Words);
    assert!(shown(&app).contains(first));
    press(&mut app, KeyCode::Esc);
    assert_eq!(app.context(), Context::Library);
}
