//! Which key edits the field how. Every edit has a key that no input method swallows: these have no letters.

use crossterm::event::{KeyCode as K, KeyEvent, KeyModifiers as M};

use crate::korean::keyboard;
use crate::messages::Typing;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edit {
    Left,
    Right,
    WordLeft,
    WordRight,
    Start,
    End,
    Backspace,
    Delete,
    KillWordLeft,
    KillWordRight,
    KillToStart,
    KillToEnd,
    Undo,
    Redo,
}

type Chord = (M, K);

/// The order is that of the help screen.
pub const TABLE: &[(Edit, &[Chord])] = &[
    (Edit::Left, &[(M::NONE, K::Left), ctrl('b')]),
    (Edit::Right, &[(M::NONE, K::Right), ctrl('f')]),
    (Edit::WordLeft, &[(M::CONTROL, K::Left), (M::ALT, K::Left), alt('b')]),
    (Edit::WordRight, &[(M::CONTROL, K::Right), (M::ALT, K::Right), alt('f')]),
    (Edit::Start, &[(M::NONE, K::Home), ctrl('a')]),
    (Edit::End, &[(M::NONE, K::End), ctrl('e')]),
    (Edit::Backspace, &[(M::NONE, K::Backspace), ctrl('h')]),
    (Edit::Delete, &[(M::NONE, K::Delete), ctrl('d')]),
    (Edit::KillWordLeft, &[(M::ALT, K::Backspace), (M::CONTROL, K::Backspace), ctrl('w')]),
    (Edit::KillWordRight, &[(M::CONTROL, K::Delete), (M::ALT, K::Delete), alt('d')]),
    (Edit::KillToStart, &[(M::ALT, K::Home), ctrl('u')]),
    (Edit::KillToEnd, &[(M::ALT, K::End), ctrl('k')]),
    // A line has no pages to turn.
    (Edit::Undo, &[(M::NONE, K::PageUp), ctrl('z')]),
    (Edit::Redo, &[(M::NONE, K::PageDown), ctrl('y')]),
];

const fn ctrl(c: char) -> Chord {
    (M::CONTROL, K::Char(c))
}

const fn alt(c: char) -> Chord {
    (M::ALT, K::Char(c))
}

/// What a key does to the field, heard in Korean mode as well; `None` where it types a letter or does nothing.
pub fn edit(event: &KeyEvent) -> Option<Edit> {
    let code = match event.code {
        K::Char(c) => K::Char(keyboard::shortcut(c)),
        other => other,
    };
    let chord = (event.modifiers - M::SHIFT, code);
    TABLE.iter().find(|(_, chords)| chords.contains(&chord)).map(|row| row.0)
}

/// Whether the edit leaves nothing, or much less: what an input method still holds may follow as a ghost.
pub const fn clears(edit: Edit) -> bool {
    matches!(edit, Edit::KillToStart | Edit::KillToEnd | Edit::KillWordLeft | Edit::KillWordRight)
}

pub const fn label(edit: Edit) -> Typing {
    match edit {
        Edit::Left => Typing::Left,
        Edit::Right => Typing::Right,
        Edit::WordLeft => Typing::WordLeft,
        Edit::WordRight => Typing::WordRight,
        Edit::Start => Typing::Start,
        Edit::End => Typing::End,
        Edit::Backspace => Typing::Backspace,
        Edit::Delete => Typing::Delete,
        Edit::KillWordLeft => Typing::KillWordLeft,
        Edit::KillWordRight => Typing::KillWordRight,
        Edit::KillToStart => Typing::KillToStart,
        Edit::KillToEnd => Typing::KillToEnd,
        Edit::Undo => Typing::Undo,
        Edit::Redo => Typing::Redo,
    }
}

/// The names of an edit's keys.
pub fn names(chords: &[Chord]) -> Vec<String> {
    chords.iter().map(name).collect()
}

fn name((modifiers, code): &Chord) -> String {
    let front = match *modifiers {
        M::CONTROL => "Ctrl+",
        M::ALT => "Alt+",
        _ => "",
    };
    let key = match code {
        K::Char(c) => c.to_ascii_uppercase().to_string(),
        K::Left => "←".to_owned(),
        K::Right => "→".to_owned(),
        K::PageUp => "PgUp".to_owned(),
        K::PageDown => "PgDn".to_owned(),
        other => format!("{other:?}"),
    };
    format!("{front}{key}")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_edit_has_a_key_that_no_input_method_swallows() {
        for (edit, chords) in TABLE {
            assert!(chords.iter().any(|(_, code)| !matches!(code, K::Char(_))), "{edit:?}");
            assert!(chords.iter().all(|(modifiers, _)| !modifiers.contains(M::SHIFT)), "{edit:?}");
        }
    }

    #[test]
    fn no_chord_edits_in_two_ways() {
        let mut seen = HashSet::new();
        assert!(TABLE.iter().flat_map(|(_, chords)| *chords).all(|chord| seen.insert(chord)));
    }

    #[test]
    fn chords_of_the_field_are_heard_in_korean_mode() {
        for (edit_of, chords) in TABLE {
            for (modifiers, code) in *chords {
                let K::Char(c) = code else { continue };
                let letter = keyboard::hangul_from_keys(&c.to_string()).chars().next().unwrap();
                assert_ne!(letter, *c);
                assert_eq!(edit(&KeyEvent::new(K::Char(letter), *modifiers)), Some(*edit_of), "{letter}");
            }
        }
    }
}
