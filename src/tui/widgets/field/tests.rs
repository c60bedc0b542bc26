use proptest::prelude::*;

use super::*;
use crate::tui::widgets::text::cells;

const SYSTEM: Keyboard = Keyboard::System;

fn press(field: &mut Field, code: KeyCode) {
    field.key(&KeyEvent::new(code, KeyModifiers::NONE), SYSTEM);
}

fn chord(field: &mut Field, modifiers: KeyModifiers, code: KeyCode) {
    field.key(&KeyEvent::new(code, modifiers), SYSTEM);
}

fn ctrl(field: &mut Field, c: char) {
    chord(field, KeyModifiers::CONTROL, KeyCode::Char(c));
}

/// Types letters with our own composer on.
fn compose(field: &mut Field, keys: &str) {
    for c in keys.chars() {
        field.key(&KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE), Keyboard::Dubeolsik);
    }
}

fn holding(text: &str) -> Field {
    let mut field = Field::default();
    field.insert(text);
    field
}

fn shown(field: &Field, width: usize) -> String {
    let view = field.view(width);
    view.before + &view.composing + &view.after
}

#[test]
fn pitfall_12_the_caret_is_counted_in_cells() {
    let mut field = holding("해외a");
    assert_eq!((shown(&field, 20).as_str(), field.view(20).caret), ("해외a", 5));
    press(&mut field, KeyCode::Left);
    press(&mut field, KeyCode::Left);
    assert_eq!(field.view(20).caret, 2);
    press(&mut field, KeyCode::Backspace);
    assert_eq!(field.text(), "외a");
}

#[test]
fn words_and_lines_are_killed_also_in_korean_mode() {
    let mut field = holding("해외 진출");
    ctrl(&mut field, 'ㅈ');
    assert_eq!(field.text(), "해외 ");
    ctrl(&mut field, 'u');
    assert_eq!(field.text(), "");
}

#[test]
fn the_caret_goes_word_by_word_and_kills_what_is_ahead() {
    let mut field = holding("국내 통신사의  해외 진출");
    chord(&mut field, KeyModifiers::CONTROL, KeyCode::Left);
    chord(&mut field, KeyModifiers::ALT, KeyCode::Left);
    assert_eq!(field.view(40).caret, 15);
    chord(&mut field, KeyModifiers::ALT, KeyCode::Char('ㄹ'));
    assert_eq!(field.view(40).caret, 19);
    chord(&mut field, KeyModifiers::CONTROL, KeyCode::Delete);
    assert_eq!(field.text(), "국내 통신사의  해외");
    press(&mut field, KeyCode::Home);
    chord(&mut field, KeyModifiers::CONTROL, KeyCode::Right);
    ctrl(&mut field, 'k');
    assert_eq!(field.text(), "국내");
    press(&mut field, KeyCode::Home);
    press(&mut field, KeyCode::Delete);
    assert_eq!(field.text(), "내");
}

#[test]
fn what_was_typed_is_undone_step_by_step_and_redone() {
    let mut field = Field::default();
    "해외 진출".chars().for_each(|c| press(&mut field, KeyCode::Char(c)));
    ctrl(&mut field, 'w');
    ctrl(&mut field, 'ㅋ');
    assert_eq!(field.text(), "해외 진출");
    ctrl(&mut field, 'z');
    assert_eq!(field.text(), "해외 ", "a word is one step");
    press(&mut field, KeyCode::PageUp);
    assert_eq!(field.text(), "");
    press(&mut field, KeyCode::PageUp);
    press(&mut field, KeyCode::PageDown);
    ctrl(&mut field, 'y');
    assert_eq!(field.text(), "해외 진출");
    press(&mut field, KeyCode::Char('을'));
    ctrl(&mut field, 'y');
    assert_eq!(field.text(), "해외 진출을", "what is typed anew leaves nothing to redo");
    ctrl(&mut field, 'z');
    assert_eq!(field.text(), "해외 진출");
}

#[test]
fn pitfall_15_what_is_pasted_is_one_clean_line_of_syllables() {
    let decomposed: String = "해외\r\n진출\u{1b}\r\r지분\u{202E}\r\n".nfd().collect();
    assert_eq!(holding(&decomposed).text(), "해외 진출 지분");
    let long = "가".repeat(150);
    let mut field = holding(&long);
    field.insert(&long);
    assert_eq!(field.text().chars().count(), LONGEST, "what is too long is cut off");
}

#[test]
fn pitfall_9_decomposed_letters_are_composed_however_they_come() {
    let decomposed: String = "값".nfd().collect();
    let mut field = Field::default();
    decomposed.chars().for_each(|c| press(&mut field, KeyCode::Char(c)));
    assert_eq!((field.text(), field.view(9).caret), ("값".to_owned(), 2));
    assert_eq!(holding(&decomposed).text(), "값");
    press(&mut field, KeyCode::Backspace);
    assert_eq!(field.text(), "", "a cluster goes as a whole");
}

#[test]
fn a_long_answer_scrolls_with_its_caret() {
    let mut field = holding(&"가나다라".repeat(10));
    assert_eq!((shown(&field, 20).as_str(), field.view(20).caret), ("라가나다라가나다라", 18));
    for _ in 0..6 {
        press(&mut field, KeyCode::Left);
    }
    // What follows is seen too.
    assert_eq!((shown(&field, 20).as_str(), field.view(20).caret), ("가나다라가나다라가나", 12));
    press(&mut field, KeyCode::Home);
    assert_eq!((shown(&field, 20).as_str(), field.view(20).caret), ("가나다라가나다라가나", 0));
}

#[test]
fn jamo_that_meet_where_something_was_taken_out_join() {
    let mut field = holding("\u{1112}a\u{1162}");
    press(&mut field, KeyCode::Left);
    press(&mut field, KeyCode::Backspace);
    assert_eq!((field.text(), field.view(20).caret), ("해".to_owned(), 2));
}

#[test]
fn syllables_are_composed_in_the_field_and_taken_back_by_jamo() {
    let mut field = holding("은");
    press(&mut field, KeyCode::Home);
    compose(&mut field, "godhlwlscnf");
    assert_eq!(field.text(), "해외진출은");
    let view = field.view(20);
    assert_eq!((view.before.as_str(), view.composing.as_str(), view.after.as_str()), ("해외진", "출", "은"));
    assert_eq!(view.caret, 8);
    for left in ["해외진추은", "해외진ㅊ은", "해외진은", "해외은"] {
        press(&mut field, KeyCode::Backspace);
        assert_eq!(field.text(), left);
    }
    compose(&mut field, "r 3k.");
    assert_eq!(field.text(), "해외ㄱ 3ㅏ.은");
    ctrl(&mut field, 'u');
    assert_eq!(field.text(), "은");
}

#[test]
fn a_move_ends_the_syllable_under_construction() {
    let mut field = Field::default();
    compose(&mut field, "rk");
    press(&mut field, KeyCode::Left);
    press(&mut field, KeyCode::Right);
    compose(&mut field, "r");
    assert_eq!(field.text(), "가ㄱ");
    ctrl(&mut field, 'z');
    assert_eq!(field.text(), "가");
}

/// Any character, and often those that join others.
fn letter() -> impl Strategy<Value = char> {
    let joining = vec!['가', 'ㄱ', '\u{1112}', '\u{1162}', '\u{11AB}', 'e', '\u{301}', '\u{200D}', ' ', '“'];
    prop_oneof![any::<char>(), prop::sample::select(joining), prop::char::range('a', 'z')]
}

/// Any key: an edit, a letter with or without modifiers, or a paste.
fn key() -> impl Strategy<Value = (u8, usize, char)> {
    (any::<u8>(), 0..keys::TABLE.len(), letter())
}

proptest! {
    #[test]
    fn no_keys_break_the_field(pressed in proptest::collection::vec(key(), 0..80), width in 0..40_usize) {
        let mut field = Field::default();
        for (kind, edit, c) in pressed {
            let code = KeyCode::Char(c);
            match kind % 8 {
                0..3 => field.edit(keys::TABLE[edit].0),
                3 => field.insert(&c.to_string().repeat(1 + edit)),
                4 => { field.key(&KeyEvent::new(code, KeyModifiers::from_bits_truncate(kind)), SYSTEM); }
                5 => press(&mut field, code),
                _ => { field.key(&KeyEvent::new(code, KeyModifiers::NONE), Keyboard::Dubeolsik); }
            }
            let text = field.text();
            prop_assert!(field.line.caret <= field.line.graphemes.len());
            prop_assert!(text.graphemes(true).eq(field.line.graphemes.iter().map(String::as_str)), "{text:?}");
            prop_assert_eq!(text.nfc().collect::<String>(), text.as_str());
            prop_assert!(text.chars().all(is_printable));
            let view = field.view(width);
            prop_assert!(view.caret <= width && cells(&shown(&field, width)) <= width, "{view:?}");
            prop_assert!(text.contains(&shown(&field, width)));
        }
    }

    #[test]
    fn undo_leads_back_to_nothing_and_redo_forth_again(pressed in proptest::collection::vec(key(), 0..40)) {
        let mut field = Field::default();
        for (kind, _, c) in pressed {
            let keyboard = if kind % 2 == 0 { SYSTEM } else { Keyboard::Dubeolsik };
            field.key(&KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE), keyboard);
        }
        let text = field.text();
        (0..STEPS).for_each(|_| field.edit(Edit::Undo));
        prop_assert_eq!(field.text(), "");
        (0..STEPS).for_each(|_| field.edit(Edit::Redo));
        prop_assert_eq!(field.text(), text);
    }
}
