//! A question from its asking to its grade, drawn and walked through.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::tests::{app, both, over, press, screen, text, typed};
use super::*;
use crate::deck::Mode;
use crate::store::Store;

#[test]
fn a_question_is_revealed_and_graded() {
    let mut app = app(Mode::Reveal, Lang::Ko);
    press(&mut app, KeyCode::Enter);
    let asked = screen(&app, 80, 24);
    assert!(asked.contains("____") && !asked.contains("독파경제"), "{asked}");
    press(&mut app, KeyCode::Char(' '));
    insta::assert_snapshot!(screen(&app, 80, 24));
    press(&mut app, KeyCode::Char('3'));
    assert!(screen(&app, 80, 24).contains("새 2 · 학습 1 · 복습 0"));
    press(&mut app, KeyCode::Char('ㅕ'));
    assert!(screen(&app, 80, 24).contains("새 3 · 학습 0 · 복습 0"), "u in Korean mode takes it back");
}

#[test]
fn an_answer_is_typed_in_hangul_and_judged() {
    let mut app = app(Mode::Type, Lang::En);
    press(&mut app, KeyCode::Enter);
    assert!(app.is_typing());
    let answer = app_answer(&app);
    typed(&mut app, &answer);
    let shown = screen(&app, 80, 24);
    assert!(shown.contains(&format!("Answer > {answer}")), "{shown}");
    press(&mut app, KeyCode::Enter);
    let judged = screen(&app, 80, 24);
    assert!(judged.contains("O Right") && judged.contains("[3 good 10m]"), "{judged}");
    press(&mut app, KeyCode::Enter);
    assert!(app.is_typing());
    typed(&mut app, "아무말");
    press(&mut app, KeyCode::Enter);
    let wrong = screen(&app, 80, 24);
    assert!(wrong.contains("X Not this time") && wrong.contains("You typed: 아무말"), "{wrong}");
}

pub(super) fn app_answer(app: &App) -> String {
    let Some(Screen::Study(study)) = app.screens.last() else { panic!("not studying") };
    study.expected()
}

#[test]
fn the_cursor_stands_at_the_caret_in_cells() {
    let mut app = app(Mode::Type, Lang::En);
    press(&mut app, KeyCode::Enter);
    typed(&mut app, "해외");
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    terminal.draw(|frame| app.draw(frame)).unwrap();
    let position = terminal.get_cursor_position().unwrap();
    let drawn = text(terminal.backend().buffer());
    let row = drawn.lines().position(|line| line.contains("Answer > 해외")).unwrap();
    // Two cells of margin, nine of the label, four of the text.
    assert_eq!((usize::from(position.x), usize::from(position.y)), (2 + 9 + 4, row));
}

#[test]
fn what_is_typed_is_undone_in_the_field_and_f2_takes_the_last_answer_back() {
    let mut app = app(Mode::Type, Lang::Ko);
    press(&mut app, KeyCode::Enter);
    typed(&mut app, "아무");
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Enter);
    typed(&mut app, "해외");
    app.handle(&Event::Key(KeyEvent::new(KeyCode::Char('ㅋ'), KeyModifiers::CONTROL)));
    assert!(app.is_typing() && screen(&app, 80, 24).contains("답한 카드 1장"));
    assert!(!screen(&app, 80, 24).contains("> 해외"));
    press(&mut app, KeyCode::F(2));
    assert!(!screen(&app, 80, 24).contains("답한 카드 1장"));
}

#[test]
fn a_session_ends_and_its_last_step_can_be_taken_back() {
    let mut app = app(Mode::Reveal, Lang::En);
    press(&mut app, KeyCode::Enter);
    for _ in 0..3 {
        press(&mut app, KeyCode::Enter);
        press(&mut app, KeyCode::Char('4'));
    }
    let end = screen(&app, 80, 24);
    insta::assert_snapshot!(end);
    press(&mut app, KeyCode::F(2));
    assert_eq!(app.context(), Context::Asking);
    press(&mut app, KeyCode::Esc);
    assert!(screen(&app, 80, 24).contains("Learned"));
}

/// A sentence longer than a small window.
const LONG: &str = "한빛통신 해외진출 서둘러
독파경제
발행일 2026-03-02

국내 통신사들은 가입자가 더 늘지 않는 데다 요금을 내리라는 요구까지 거세지자 포화된 시장을 벗어나려고 올해부터 동남아시아와 중앙아시아 여러 나라의 현지 업체에 대한 지분참여를 서두르고 있으며, 정부도 금융 지원을 늘리고 협정을 맺어 이들의 부담을 덜어 주겠다고 밝혔다.
";

#[test]
fn a_question_to_type_has_its_field_on_a_line_of_its_own() {
    insta::assert_snapshot!(both(|lang| {
        let mut app = app(Mode::Type, lang);
        press(&mut app, KeyCode::Enter);
        press(&mut app, KeyCode::Tab);
        press(&mut app, KeyCode::Tab);
        typed(&mut app, "내수");
        screen(&app, 80, 24)
    }));
}

#[test]
fn a_wrong_answer_stands_beside_the_right_one() {
    insta::assert_snapshot!(both(|lang| {
        let mut app = app(Mode::Type, lang);
        press(&mut app, KeyCode::Enter);
        typed(&mut app, "수출");
        press(&mut app, KeyCode::Enter);
        screen(&app, 100, 30)
    }));
}

#[test]
fn the_smallest_window_keeps_blank_answer_and_grades() {
    let mut app = over(LONG, Mode::Type, Lang::Ko);
    press(&mut app, KeyCode::Enter);
    for _ in 0..3 {
        press(&mut app, KeyCode::Tab);
    }
    let asked = screen(&app, 60, 16);
    assert!(asked.contains("____") && asked.contains("답 >") && asked.contains("힌트: 4글자 · ㄱㅇ ㅈㅇ"), "{asked}");
    typed(&mut app, "수출");
    press(&mut app, KeyCode::Enter);
    let judged = screen(&app, 60, 16);
    let answer = app_answer(&app);
    for part in ["쓴 답: 수출", &format!("정답: {answer}"), "[1 다시 1분]", "(창을 키우면"] {
        assert!(judged.contains(part), "{part}:\n{judged}");
    }
    assert!(!screen(&app, 100, 30).contains("(창을 키우면"));
}

#[test]
fn a_failure_to_store_loses_neither_question_nor_answer() {
    let mut app = app(Mode::Reveal, Lang::Ko);
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Enter);
    let before = screen(&app, 80, 24);
    // Another store knows nothing of this card.
    let store = std::mem::replace(&mut app.shared.desk.store, Store::in_memory().unwrap());
    press(&mut app, KeyCode::Char('3'));
    let failed = screen(&app, 80, 24);
    assert!(failed.contains("! 저장하지 못했습니다"), "{failed}");
    assert_eq!(failed.lines().take(20).collect::<Vec<_>>(), before.lines().take(20).collect::<Vec<_>>());
    app.shared.desk.store = store;
    press(&mut app, KeyCode::Char('3'));
    let stored = screen(&app, 80, 24);
    assert!(stored.contains("답한 카드 1장") && !stored.contains('!'), "{stored}");
}

#[test]
fn leaving_in_the_middle_says_that_all_is_stored() {
    let mut app = app(Mode::Reveal, Lang::Ko);
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Enter);
    press(&mut app, KeyCode::Esc);
    let home = screen(&app, 80, 24);
    assert!(home.contains("모두 저장했어요") && home.contains("오늘 새로 배운 낱말 1개"), "{home}");
    press(&mut app, KeyCode::Down);
    assert!(!screen(&app, 80, 24).contains("모두 저장했어요"));
}

#[test]
fn decomposed_letters_from_a_paste_are_composed() {
    use unicode_normalization::UnicodeNormalization as _;
    let mut app = app(Mode::Type, Lang::En);
    press(&mut app, KeyCode::Enter);
    let answer = app_answer(&app);
    app.handle(&Event::Paste(format!("{}\r\n", answer.nfd())));
    assert!(screen(&app, 80, 24).contains(&format!("Answer > {answer}")));
    press(&mut app, KeyCode::Enter);
    assert!(screen(&app, 80, 24).contains("O Right"));
}
