use std::collections::HashSet;

use super::*;
use crate::tui::widgets::field::keys as edits;

fn press(c: char) -> KeyEvent {
    KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE)
}

#[test]
fn pitfall_6_letters_are_heard_in_korean_mode() {
    for c in ['q', 'ㅂ', 'ㅃ', '바', 'Q'] {
        assert_eq!(command(Context::Home, &press(c)), Some(Command::Quit), "{c}");
    }
    assert_eq!(command(Context::Asking, &press('ㅗ')), Some(Command::Hint));
    assert_eq!(command(Context::Words, &press('ㅓ')), Some(Command::Down));
    let chord = KeyEvent::new(KeyCode::Char('ㅊ'), KeyModifiers::CONTROL);
    assert_eq!(command(Context::Typing, &chord), Some(Command::Quit));
}

#[test]
fn in_the_field_a_letter_is_a_letter() {
    assert_eq!(command(Context::Typing, &press('ㅂ')), None);
    assert_eq!(command(Context::Typing, &press(' ')), None);
}

#[test]
fn no_key_does_two_things_in_one_place() {
    let mut seen = HashSet::new();
    for (context, command, keys) in TABLE {
        for key in *keys {
            assert!(seen.insert((*context, *key)), "{context:?} {command:?} {key:?}");
        }
    }
}

/// Arrows, Enter, Esc, Space, Tab, digits, page and F-keys: what a Korean input method hands on as it is.
fn passes(key: Key) -> bool {
    match key {
        Char(c) => c == ' ' || c.is_ascii_digit(),
        Ctrl(_) => false,
        _ => true,
    }
}

#[test]
fn pitfall_6_every_command_has_a_key_that_no_input_method_swallows() {
    for (context, command, keys) in TABLE {
        assert!(keys.iter().any(|key| passes(*key)), "{context:?} {command:?}");
    }
}

/// `?` is typed with Shift, and F1 does the same.
#[test]
fn pitfall_6_no_command_is_reached_by_shift_alone() {
    for (context, command, keys) in TABLE {
        let plain =
            |key: &Key| !matches!(key, Char(c) | Ctrl(c) if c.is_uppercase() || "?!@#$%^&*()_+{}|:\"<>~".contains(*c));
        assert!(keys.iter().any(plain), "{context:?} {command:?}");
        for c in keys.iter().filter_map(|key| if let Char(c) | Ctrl(c) = key { Some(*c) } else { None }) {
            assert_eq!(keyboard::shortcut(c.to_ascii_uppercase()), c, "{context:?} {command:?}: Shift may be lost");
        }
    }
}

/// The forms in which an input method hands a letter's key on: ㅂ, ㅃ, 바, 뿅.
fn heard_as(key: char) -> Vec<char> {
    let letter = |keys: &str| keyboard::hangul_from_keys(keys).chars().next().unwrap();
    let mut forms = vec![letter(&key.to_string()), letter(&key.to_ascii_uppercase().to_string())];
    forms.extend(["k", "yd", "hkt"].map(|rest| letter(&format!("{key}{rest}"))));
    forms
}

#[test]
fn pitfalls_6_and_7_every_letter_and_every_chord_works_in_korean_mode_on_every_screen() {
    let mut tried = 0;
    for (context, expected, keys) in TABLE {
        for key in *keys {
            let (c, modifiers) = match key {
                Char(c) => (*c, KeyModifiers::NONE),
                Ctrl(c) => (*c, KeyModifiers::CONTROL),
                _ => continue,
            };
            if !c.is_ascii_alphabetic() {
                continue;
            }
            for form in heard_as(c) {
                let event = KeyEvent::new(KeyCode::Char(form), modifiers);
                assert_eq!(command(*context, &event), Some(*expected), "{context:?} {form}");
                tried += 1;
            }
        }
    }
    assert!(tried > 100);
    for context in TABLE.iter().map(|row| row.0) {
        for form in ['c', 'C', 'ㅊ', '차'] {
            let event = KeyEvent::new(KeyCode::Char(form), KeyModifiers::CONTROL);
            assert_eq!(command(context, &event), Some(Command::Quit), "{context:?} {form}");
        }
    }
}

#[test]
fn what_edits_the_field_is_no_command_there() {
    for (edit, chords) in edits::TABLE {
        for (modifiers, code) in *chords {
            for context in TABLE.iter().map(|row| row.0).filter(|context| context.is_typing()) {
                assert_eq!(command(context, &KeyEvent::new(*code, *modifiers)), None, "{context:?} {edit:?}");
            }
        }
    }
}

#[test]
fn pitfall_17_a_release_is_no_press() {
    let release = KeyEvent::new_with_kind(KeyCode::Enter, KeyModifiers::NONE, KeyEventKind::Release);
    assert_eq!(command(Context::Home, &release), None);
}

#[test]
fn pitfall_17_a_held_key_moves_but_does_not_grade() {
    let held = |code| KeyEvent::new_with_kind(code, KeyModifiers::NONE, KeyEventKind::Repeat);
    assert_eq!(command(Context::Words, &held(KeyCode::Down)), Some(Command::Down));
    assert_eq!(command(Context::Answered, &held(KeyCode::Enter)), None);
    assert_eq!(command(Context::Asking, &held(KeyCode::Char('x'))), None);
}

#[test]
fn a_line_feed_is_enter() {
    let feed = KeyEvent::new(KeyCode::Char('j'), KeyModifiers::CONTROL);
    assert_eq!(command(Context::Typing, &feed), Some(Command::Submit));
}
