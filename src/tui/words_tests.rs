//! The list of words and its corrections, drawn and walked through.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::tests::{app, both, press, screen, typed};
use super::*;
use crate::deck::Mode;

#[test]
fn words_and_help_open_and_close() {
    let mut app = app(Mode::Reveal, Lang::Ko);
    press(&mut app, KeyCode::Char('ㅈ'));
    press(&mut app, KeyCode::Right);
    insta::assert_snapshot!(screen(&app, 80, 24));
    press(&mut app, KeyCode::F(1));
    insta::assert_snapshot!(screen(&app, 80, 24));
    press(&mut app, KeyCode::Esc);
    press(&mut app, KeyCode::Esc);
    assert_eq!(app.context(), Context::Home);
    press(&mut app, KeyCode::Char('ㅂ'));
    assert!(app.is_done());
}

#[test]
fn words_are_corrected_where_they_stand() {
    let mut app = app(Mode::Reveal, Lang::Ko);
    press(&mut app, KeyCode::Char('ㅈ'));
    let before = screen(&app, 80, 24);
    // ㅜ is n: the first term is a name.
    press(&mut app, KeyCode::Char('ㅜ'));
    assert_ne!(screen(&app, 80, 24), before);
    press(&mut app, KeyCode::F(2));
    press(&mut app, KeyCode::Up);
    assert_eq!(screen(&app, 80, 24), before, "undo brings it back");
    press(&mut app, KeyCode::F(6));
    assert_eq!(app.context(), Context::Correcting);
    insta::assert_snapshot!(screen(&app, 80, 24));
    // The field begins with the parts that are known.
    app.handle(&Event::Key(KeyEvent::new(KeyCode::Char('u'), KeyModifiers::CONTROL)));
    typed(&mut app, "해외진출");
    press(&mut app, KeyCode::Enter);
    assert_eq!(app.context(), Context::Correcting, "one word is no split, and what was typed stays");
    press(&mut app, KeyCode::Left);
    press(&mut app, KeyCode::Left);
    press(&mut app, KeyCode::Char(' '));
    press(&mut app, KeyCode::Enter);
    assert_eq!(app.context(), Context::Words);
    insta::assert_snapshot!(screen(&app, 80, 24));
}

#[test]
fn a_join_begins_with_what_follows_the_word() {
    let mut app = app(Mode::Reveal, Lang::En);
    press(&mut app, KeyCode::Right);
    for _ in 0..40 {
        if screen(&app, 80, 24).lines().any(|line| line.starts_with("  >") && line.contains("현지  ")) {
            break;
        }
        press(&mut app, KeyCode::Down);
    }
    press(&mut app, KeyCode::F(5));
    assert_eq!(app.context(), Context::Correcting);
    insta::assert_snapshot!(screen(&app, 80, 24));
    press(&mut app, KeyCode::Down);
    press(&mut app, KeyCode::Esc);
    assert_eq!(app.context(), Context::Words);
}

#[test]
fn corrections_are_listed_and_taken_back_one_by_one() {
    let mut app = app(Mode::Reveal, Lang::Ko);
    press(&mut app, KeyCode::Right);
    let before = screen(&app, 80, 24);
    press(&mut app, KeyCode::F(8));
    assert!(screen(&app, 80, 24).contains("아직 고친 것이 없어요"));
    press(&mut app, KeyCode::Esc);
    press(&mut app, KeyCode::F(4));
    press(&mut app, KeyCode::Down);
    press(&mut app, KeyCode::F(3));
    press(&mut app, KeyCode::Char('ㅣ'));
    assert_eq!(app.context(), Context::Corrections);
    insta::assert_snapshot!(screen(&app, 80, 24));
    press(&mut app, KeyCode::Down);
    press(&mut app, KeyCode::Char('ㅕ'));
    press(&mut app, KeyCode::F(2));
    assert!(screen(&app, 80, 24).contains("고친 것 0개"));
    press(&mut app, KeyCode::Esc);
    press(&mut app, KeyCode::Home);
    assert_eq!(screen(&app, 80, 24), before);
}

#[test]
fn words_stand_in_columns() {
    insta::assert_snapshot!(both(|lang| {
        let mut app = app(Mode::Type, lang);
        press(&mut app, KeyCode::Right);
        press(&mut app, KeyCode::Down);
        screen(&app, 100, 30)
    }));
}

/// A key that is typed as it is, in either mode of the keyboard.
fn keys(app: &mut App, keys: &str) {
    typed(app, keys);
}

fn shown(app: &App) -> String {
    screen(app, 80, 24)
}

/// The lines of the list, without the words around it.
fn listed(app: &App) -> Vec<String> {
    let is_line = |line: &&str| line.starts_with("  >") || line.starts_with("   ");
    let name = |line: &str| line.chars().skip(6).collect::<String>().split("  ").next().unwrap_or_default().to_owned();
    shown(app).lines().skip(2).filter(is_line).map(name).filter(|name| name != "Word").collect()
}

#[test]
fn the_list_fits_every_size_in_both_languages() {
    for (width, height) in [(80, 24), (100, 30), (160, 50)] {
        insta::assert_snapshot!(
            format!("words_{width}"),
            both(|lang| {
                let mut app = app(Mode::Reveal, lang);
                press(&mut app, KeyCode::Char('w'));
                press(&mut app, KeyCode::Down);
                keys(&mut app, "1");
                press(&mut app, KeyCode::Right);
                screen(&app, width, height)
            })
        );
    }
}

#[test]
fn the_list_is_sorted_by_each_key_and_turned_round() {
    let mut app = app(Mode::Reveal, Lang::En);
    press(&mut app, KeyCode::Char('w'));
    let ranked = listed(&app);
    let mut seen = Vec::new();
    for name in ["due", "stability", "recall", "alphabet", "added", "count", "level", "rank"] {
        keys(&mut app, "ㅐ");
        assert!(shown(&app).contains(&format!("by {name} · 1/")), "{name}:\n{}", shown(&app));
        seen.push(listed(&app));
    }
    assert_eq!(seen.last(), Some(&ranked));
    assert!(seen[3].first() < seen[3].get(1));
    keys(&mut app, "ㄱ");
    assert!(shown(&app).contains("by rank, reversed"));
    assert_ne!(listed(&app), ranked);
}

#[test]
fn conditions_are_turned_one_by_one_and_cleared_together() {
    insta::assert_snapshot!(both(|lang| {
        let mut app = app(Mode::Reveal, lang);
        press(&mut app, KeyCode::Char('w'));
        keys(&mut app, "ㅎ");
        assert_eq!(app.context(), Context::Filtering);
        press(&mut app, KeyCode::Right);
        press(&mut app, KeyCode::Down);
        press(&mut app, KeyCode::Right);
        screen(&app, 80, 24)
    }));
    let mut app = app(Mode::Reveal, Lang::En);
    press(&mut app, KeyCode::Char('w'));
    let all = listed(&app).len();
    keys(&mut app, "4");
    press(&mut app, KeyCode::Down);
    press(&mut app, KeyCode::Left);
    press(&mut app, KeyCode::Enter);
    assert!(shown(&app).contains("Filter: Kind name") && listed(&app).len() < all, "{}", shown(&app));
    keys(&mut app, "4");
    keys(&mut app, "0");
    press(&mut app, KeyCode::Esc);
    assert_eq!(listed(&app).len(), all);
}

#[test]
fn a_search_finds_while_it_is_typed_and_letters_are_text() {
    let mut app = app(Mode::Reveal, Lang::En);
    press(&mut app, KeyCode::Char('w'));
    let all = listed(&app);
    keys(&mut app, "ㄹ");
    assert_eq!(app.context(), Context::Finding);
    for (text, found) in
        [("ㅎㅇㅈ", "해외진출"), ("jinchul", ""), ("進出", "해외진출"), ("participat", ""), ("지분ㅊ", "지분참여")]
    {
        keys(&mut app, text);
        let lines = listed(&app);
        assert!(found.is_empty() || lines.first().is_some_and(|line| line.starts_with(found)), "{text}: {lines:?}");
        app.handle(&Event::Key(KeyEvent::new(KeyCode::Char('u'), KeyModifiers::CONTROL)));
    }
    keys(&mut app, "없는말");
    assert!(shown(&app).contains("No word is found"), "{}", shown(&app));
    press(&mut app, KeyCode::Esc);
    assert_eq!(listed(&app), all);
    keys(&mut app, "7");
    keys(&mut app, "진출");
    press(&mut app, KeyCode::Enter);
    assert_eq!(app.context(), Context::Words);
    assert!(shown(&app).contains("Find > 진출") && listed(&app).len() < all.len());
    press(&mut app, KeyCode::Esc);
    assert_eq!((app.context(), listed(&app)), (Context::Words, all));
}

#[test]
fn many_are_marked_acted_on_and_taken_back_in_one_step() {
    let mut app = app(Mode::Reveal, Lang::En);
    press(&mut app, KeyCode::Char('w'));
    let before = shown(&app);
    keys(&mut app, "1");
    press(&mut app, KeyCode::Down);
    press(&mut app, KeyCode::Down);
    keys(&mut app, "ㅍ");
    assert!(shown(&app).contains("4 marked"), "{}", shown(&app));
    keys(&mut app, "ㅌ");
    assert_eq!(app.context(), Context::Acting);
    insta::assert_snapshot!(shown(&app));
    keys(&mut app, "3");
    let after = shown(&app);
    assert!(after.contains("suspend: 4 words · F2 undoes it") && after.matches("suspended").count() == 4, "{after}");
    press(&mut app, KeyCode::Esc);
    press(&mut app, KeyCode::Char('w'));
    press(&mut app, KeyCode::F(2));
    assert!(shown(&app).contains("Taken back in one step: 4 words"));
    press(&mut app, KeyCode::Up);
    assert_eq!(shown(&app), before);
    // All that are shown, names with them: these have no card.
    keys(&mut app, "3");
    keys(&mut app, "5");
    keys(&mut app, "2");
    assert!(shown(&app).contains("ignore: "), "{}", shown(&app));
    press(&mut app, KeyCode::F(2));
    press(&mut app, KeyCode::Home);
    assert_eq!(shown(&app), before);
}

#[test]
fn marked_words_are_practised_and_no_date_moves() {
    let mut app = app(Mode::Reveal, Lang::En);
    press(&mut app, KeyCode::Char('w'));
    keys(&mut app, "1157");
    assert_eq!(app.context(), Context::Asking, "{}", shown(&app));
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Char('3'));
    press(&mut app, KeyCode::Esc);
    assert_eq!(app.context(), Context::Words);
    assert!(app.shared.desk.store.reviews(None).unwrap().is_empty());
}

#[test]
fn what_was_done_last_is_taken_back_first_be_it_an_act_or_a_correction() {
    let mut app = app(Mode::Reveal, Lang::En);
    press(&mut app, KeyCode::Char('w'));
    let before = shown(&app);
    press(&mut app, KeyCode::F(4));
    keys(&mut app, "51");
    assert!(shown(&app).contains("no word is changed"), "what is ignored stays so:\n{}", shown(&app));
    press(&mut app, KeyCode::Down);
    keys(&mut app, "51");
    press(&mut app, KeyCode::F(2));
    press(&mut app, KeyCode::F(2));
    press(&mut app, KeyCode::Home);
    assert_eq!(shown(&app), before);
}
