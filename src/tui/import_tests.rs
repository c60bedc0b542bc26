//! The import screen, walked through.

use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyCode};

use super::tests::{app, over, press, screen, typed};
use super::*;
use crate::deck::Mode;

const STORY: &str = "새벽은행, 해외진출 서둘러

새벽은행은 포화된 내수시장을 벗어나려고 올해부터 해외진출을 서두르고 있다.

은행권은 지분참여를 통해 수익을 늘릴 방안을 모색하고 있다.
";

fn paste(app: &mut App, text: &str) {
    app.handle(&Event::Paste(text.to_owned()));
}

/// As the terminal's loop waits.
fn wait(app: &mut App) {
    let end = Instant::now() + Duration::from_secs(20);
    while app.context() == Context::Working && Instant::now() < end {
        app.hears_trouble();
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn articles(app: &App) -> usize {
    app.shared.desk.store.article_count().unwrap()
}

#[test]
fn a_pasted_text_is_summed_up_taken_and_shown_at_home() {
    let mut app = app(Mode::Reveal, Lang::Ko);
    press(&mut app, KeyCode::F(5));
    assert!(app.is_typing());
    paste(&mut app, STORY);
    assert!(screen(&app, 80, 24).contains("붙여 넣은 글"));
    press(&mut app, KeyCode::Enter);
    assert!(app.is_listening() || app.context() == Context::Summary, "it may be done already");
    wait(&mut app);
    assert_eq!((app.context(), articles(&app)), (Context::Summary, 1));
    insta::assert_snapshot!(screen(&app, 80, 24));
    press(&mut app, KeyCode::Char(' '));
    assert!(screen(&app, 80, 24).contains("> [ ]"));
    press(&mut app, KeyCode::Enter);
    assert_eq!((app.context(), articles(&app)), (Context::Home, 2));
    let home = screen(&app, 80, 24);
    assert!(home.contains("들였어요") && home.contains("내 글"), "{home}");
    let ignored = app.shared.desk.words(None).unwrap();
    assert_eq!(ignored.iter().filter(|row| row.status == crate::deck::Status::Ignored).count(), 1);
}

#[test]
fn an_import_is_cancelled_at_every_step_without_a_trace() {
    let mut app = over("", Mode::Reveal, Lang::En);
    press(&mut app, KeyCode::Char('ㅑ'));
    assert_eq!(app.context(), Context::Importing, "i in Korean mode");
    paste(&mut app, STORY);
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Esc);
    assert_eq!(app.context(), Context::Importing);
    press(&mut app, KeyCode::Enter);
    wait(&mut app);
    assert_eq!(app.context(), Context::Summary);
    press(&mut app, KeyCode::Esc);
    press(&mut app, KeyCode::Esc);
    assert_eq!((app.context(), articles(&app)), (Context::Home, 0));
}

#[test]
fn what_cannot_be_read_is_told_and_the_field_is_there_again() {
    let mut app = over("", Mode::Reveal, Lang::En);
    press(&mut app, KeyCode::F(5));
    typed(&mut app, "/nowhere/at/all.txt");
    press(&mut app, KeyCode::Enter);
    wait(&mut app);
    let shown = screen(&app, 80, 24);
    assert!(app.is_typing() && shown.contains("there is no such file") && shown.contains("/nowhere"), "{shown}");
}

#[test]
fn a_file_is_picked_in_the_browser() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("글.txt"), STORY).unwrap();
    let mut app = over("", Mode::Reveal, Lang::Ko);
    press(&mut app, KeyCode::F(5));
    let Some(Screen::Import(import)) = app.screens.last_mut() else { panic!("not importing") };
    import.browse_in(folder.path());
    assert!(screen(&app, 80, 24).contains("> 글.txt"));
    press(&mut app, KeyCode::Enter);
    wait(&mut app);
    assert_eq!(app.context(), Context::Summary);
    press(&mut app, KeyCode::Enter);
    assert_eq!(articles(&app), 1);
}

#[test]
fn a_copy_goes_in_the_place_of_the_article() {
    let mut app = over(STORY, Mode::Reveal, Lang::En);
    press(&mut app, KeyCode::F(5));
    paste(&mut app, &STORY.replace("수익을", "이익을"));
    press(&mut app, KeyCode::Enter);
    wait(&mut app);
    assert!(screen(&app, 80, 24).contains("Much the same as"));
    press(&mut app, KeyCode::Tab);
    press(&mut app, KeyCode::Enter);
    assert_eq!((app.context(), articles(&app)), (Context::Home, 1));
    let article = app.shared.desk.store.article(crate::deck::ArticleId(1)).unwrap().unwrap();
    assert!(article.text.contains("이익을"));
}

/// A terminal without bracketed paste: what follows Enter within a moment is text.
#[test]
fn a_paste_in_pieces_is_one_text() {
    let mut app = over("", Mode::Reveal, Lang::En);
    press(&mut app, KeyCode::F(5));
    let (first, rest) = STORY.split_once('\n').unwrap();
    typed(&mut app, first);
    paste(&mut app, &format!("\n{rest}"));
    typed(&mut app, "끝이다.");
    press(&mut app, KeyCode::Enter);
    wait(&mut app);
    let shown = screen(&app, 80, 24);
    assert!(app.context() == Context::Summary && shown.contains("새벽은행, 해외진출 서둘러"), "{shown}");
}

fn to_summary(app: &mut App) {
    press(app, KeyCode::F(5));
    paste(app, STORY);
    press(app, KeyCode::Enter);
    wait(app);
    assert_eq!(app.context(), Context::Summary);
}

fn decks(app: &App) -> Vec<(String, usize, bool)> {
    let rows = app.shared.desk.decks().unwrap();
    rows.into_iter().map(|row| (row.name, row.articles, row.archived)).collect()
}

#[test]
fn an_import_goes_into_a_new_deck_or_several_that_are_found_as_one_types() {
    let mut app = over("", Mode::Reveal, Lang::Ko);
    app.shared
        .desk
        .store
        .arrange(&crate::deck::Arrangement::New { deck: "통신".into() }, app.shared.desk.now())
        .unwrap();
    app.shared
        .desk
        .store
        .arrange(&crate::deck::Arrangement::New { deck: "은행".into() }, app.shared.desk.now())
        .unwrap();
    to_summary(&mut app);
    assert!(screen(&app, 80, 24).contains("덱: 내 글"));
    press(&mut app, KeyCode::Char('ㅇ'));
    assert_eq!(app.context(), Context::PickingDecks, "d in Korean mode");
    assert!(app.is_typing());
    // An unfinished syllable finds it already.
    typed(&mut app, "토");
    let shown = screen(&app, 80, 24);
    assert!(shown.contains("> [ ] 통신") && !shown.contains("은행 (") && shown.contains("새 덱 ‘토’"), "{shown}");
    press(&mut app, KeyCode::Tab);
    typed(&mut app, "새 소식");
    press(&mut app, KeyCode::Tab);
    insta::assert_snapshot!(screen(&app, 80, 24));
    press(&mut app, KeyCode::Enter);
    assert!(screen(&app, 80, 24).contains("덱: 통신, 새 소식"));
    press(&mut app, KeyCode::Enter);
    assert!(screen(&app, 80, 24).contains("→ 통신, 새 소식"));
    let decks = decks(&app);
    assert!(decks.contains(&("통신".into(), 1, false)) && decks.contains(&("새 소식".into(), 1, false)), "{decks:?}");
    assert!(decks.contains(&("은행".into(), 0, false)) && !decks.iter().any(|(name, ..)| name == "내 글"), "{decks:?}");
}

#[test]
fn leaving_the_choice_of_decks_changes_nothing() {
    let mut app = over("", Mode::Reveal, Lang::En);
    to_summary(&mut app);
    press(&mut app, KeyCode::F(3));
    typed(&mut app, "다른 것");
    press(&mut app, KeyCode::Esc);
    assert_eq!(app.context(), Context::Summary);
    press(&mut app, KeyCode::Enter);
    assert!(decks(&app).contains(&("내 글".into(), 1, false)));
}

#[test]
fn an_archived_deck_that_takes_an_import_is_open_again_and_says_so() {
    let mut app = over("", Mode::Reveal, Lang::En);
    let now = app.shared.desk.now();
    app.shared.desk.store.arrange(&crate::deck::Arrangement::New { deck: "통신".into() }, now).unwrap();
    app.shared.desk.store.arrange(&crate::deck::Arrangement::Archive { deck: "통신".into() }, now).unwrap();
    to_summary(&mut app);
    press(&mut app, KeyCode::F(3));
    typed(&mut app, "ㅌㅅ");
    assert!(screen(&app, 80, 24).contains("통신 (archived)"));
    press(&mut app, KeyCode::Enter);
    assert!(screen(&app, 80, 24).contains("taken out of the archive"));
    press(&mut app, KeyCode::Enter);
    assert!(screen(&app, 80, 24).contains("통신: taken out"));
    assert!(decks(&app).contains(&("통신".into(), 1, false)));
    app.shared.desk.store.undo_arrangement(None, now).unwrap();
    assert!(decks(&app).contains(&("통신".into(), 1, true)), "it is a step of the log");
}
