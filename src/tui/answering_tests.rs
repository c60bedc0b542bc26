//! Each phase of an answer, drawn at 80×24 in both languages: choices, reasons, remarks, hints, practice.

use crossterm::event::KeyCode;

use super::question_tests::app_answer;
use super::tests::{app, both, over, press, screen, typed};
use super::*;
use crate::deck::Mode;

/// 인수, which 취득 means as well.
const TAKEOVER: &str = "너른식품, 꽃담제과 인수
독파경제
발행일 2026-03-02

너른식품은 올해 안에 꽃담제과 인수를 마무리하고 두 회사의 유통망을 합치기로 했다.
";

/// A question with its keys, far enough that `term` is asked.
fn asking(mut app: App, answer: &str) -> App {
    press(&mut app, KeyCode::Enter);
    for _ in 0..20 {
        if app_answer(&app) == answer {
            return app;
        }
        press(&mut app, KeyCode::F(4));
    }
    panic!("{answer} is not asked:\n{}", screen(&app, 80, 24))
}

/// The number of a choice that is wrong.
fn wrong(app: &App) -> char {
    let (shown, answer) = (screen(app, 80, 24), app_answer(app));
    let is_wrong = |number: &char| !shown.contains(&format!("  {number}  {answer}\n"));
    ('1'..='4').find(is_wrong).unwrap()
}

#[test]
fn four_choices_stand_below_the_sentence() {
    insta::assert_snapshot!(both(|lang| screen(&asking(app(Mode::Choice, lang), "해외진출"), 80, 24)));
}

#[test]
fn a_wrong_choice_is_explained_and_can_be_barred() {
    insta::assert_snapshot!(both(|lang| {
        let mut app = asking(app(Mode::Choice, lang), "해외진출");
        assert_eq!(app.context(), Context::Choosing);
        let number = wrong(&app);
        press(&mut app, KeyCode::Char(number));
        assert_eq!(app.context(), Context::Answered);
        screen(&app, 80, 24)
    }));
    let mut app = asking(app(Mode::Choice, Lang::En), "해외진출");
    let number = wrong(&app);
    press(&mut app, KeyCode::Char(number));
    assert!(screen(&app, 80, 24).contains("[1 again"));
    press(&mut app, KeyCode::F(8));
    let shown = screen(&app, 80, 24);
    assert!(shown.contains("will not be offered for this word again") && shown.contains("[2 hard"), "{shown}");
}

#[test]
fn a_slip_is_shown_letter_by_letter() {
    insta::assert_snapshot!(both(|lang| {
        let mut app = asking(app(Mode::Type, lang), "해외진출");
        typed(&mut app, "해왜 진추를");
        press(&mut app, KeyCode::Enter);
        screen(&app, 80, 24)
    }));
}

#[test]
fn all_hints_fit_below_the_sentence() {
    insta::assert_snapshot!(both(|lang| {
        let mut app = asking(app(Mode::Type, lang), "해외진출");
        for _ in 0..9 {
            press(&mut app, KeyCode::Tab);
        }
        screen(&app, 80, 24)
    }));
}

#[test]
fn a_word_that_fits_is_accepted_with_a_key_and_taken_back_with_it() {
    let judged = |lang| {
        let mut app = asking(over(TAKEOVER, Mode::Type, lang), "인수");
        typed(&mut app, "취득");
        press(&mut app, KeyCode::Enter);
        app
    };
    insta::assert_snapshot!(both(|lang| screen(&judged(lang), 80, 24)));
    let mut app = judged(Lang::En);
    press(&mut app, KeyCode::Char('ㅁ'));
    let accepted = screen(&app, 80, 24);
    assert!(accepted.contains("O Right") && accepted.contains("[3 good"), "{accepted}");
    press(&mut app, KeyCode::F(7));
    assert!(screen(&app, 80, 24).contains("[2 hard"));
}

#[test]
fn when_nothing_is_due_practice_is_offered_and_moves_no_date() {
    let all_set_aside = |lang| {
        let mut app = app(Mode::Reveal, lang);
        press(&mut app, KeyCode::Enter);
        for _ in 0..40 {
            press(&mut app, KeyCode::F(5));
        }
        app
    };
    insta::assert_snapshot!(both(|lang| screen(&all_set_aside(lang), 80, 24)));
    let studied = |lang| {
        let mut app = app(Mode::Reveal, lang);
        press(&mut app, KeyCode::Enter);
        for _ in 0..3 {
            press(&mut app, KeyCode::Enter);
            press(&mut app, KeyCode::Char('4'));
        }
        press(&mut app, KeyCode::Char('2'));
        assert_eq!(app.context(), Context::Finished, "no mistakes today");
        press(&mut app, KeyCode::Char('1'));
        app
    };
    insta::assert_snapshot!(both(|lang| {
        let mut app = studied(lang);
        let asked = screen(&app, 80, 24);
        press(&mut app, KeyCode::Enter);
        asked + &screen(&app, 80, 24)
    }));
    insta::assert_snapshot!(both(|lang| {
        let mut app = studied(lang);
        for _ in 0..40 {
            press(&mut app, KeyCode::Enter);
        }
        assert_eq!(app.context(), Context::Finished);
        let end = screen(&app, 80, 24);
        press(&mut app, KeyCode::Enter);
        assert!(screen(&app, 80, 24).contains(if lang == Lang::Ko { "복습 0번" } else { "0 reviews" }));
        end
    }));
}

#[test]
fn a_key_goes_through_the_modes_where_the_question_stands() {
    let mut app = app(Mode::Reveal, Lang::En);
    press(&mut app, KeyCode::Enter);
    let mut contexts = Vec::new();
    for _ in 0..4 {
        press(&mut app, KeyCode::F(6));
        contexts.push(app.context());
    }
    assert_eq!(contexts, [Context::Asking, Context::Typing, Context::Choosing, Context::Asking]);
    assert!(screen(&app, 80, 24).contains("Mode: reveal"));
}

#[test]
fn the_smallest_window_keeps_choices_and_grades() {
    let mut app = asking(app(Mode::Choice, Lang::En), "해외진출");
    let asked = screen(&app, 60, 16);
    assert!(asked.contains("____") && asked.contains("  4  "), "{asked}");
    let number = wrong(&app);
    press(&mut app, KeyCode::Char(number));
    let judged = screen(&app, 60, 16);
    assert!(judged.contains("Answer: 해외진출") && judged.contains("[1 again"), "{judged}");
}
