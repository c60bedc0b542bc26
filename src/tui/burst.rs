//! What follows a key within a moment. Behind Enter: the last syllable of an input method, or the rest of a paste that the
//! terminal did not mark as one. Behind a key that clears the field: the ghost of a syllable that was held.
//!
//! What comes before Enter in a moment tells nothing: input methods that hold whole words send them at once, and Enter
//! with them.

use crossterm::event::{Event, KeyCode, KeyModifiers};

use crate::korean::jamo;

/// An input method finishes one syllable; one more may have been typed over it.
const LATE: usize = 2;

/// As many letters in a moment are no fingers' work.
const PASTED: usize = 3;

#[derive(Debug, PartialEq, Eq)]
pub enum Burst {
    /// Enter was meant: `late` belongs to the answer, `rest` keeps its turn.
    Submit { late: String, rest: Vec<Event> },
    /// Enter was a line break of this text.
    Paste(String),
}

/// Reads the events that came after an Enter in the field. A second Enter among them is never "next": some input methods
/// send two, one to finish the syllable and one to finish the line.
pub fn after_enter(events: Vec<Event>) -> Burst {
    let letters: Vec<char> = events.iter().filter_map(letter).collect();
    // No finger finds a letter's key so soon after Enter.
    let typed_by_none = letters.iter().any(|c| c.is_alphabetic() && !jamo::is_hangul(*c));
    // Nor two syllables and a second Enter.
    let lines =
        letters.len() >= LATE && events.last().is_some_and(is_enter) && letters.iter().all(|c| jamo::is_hangul(*c));
    if letters.len() >= PASTED || typed_by_none || lines {
        let text = events.iter().filter_map(|event| letter(event).or_else(|| is_enter(event).then_some('\n')));
        return Burst::Paste(std::iter::once('\n').chain(text).collect());
    }
    let (mut late, mut rest) = (String::new(), Vec::new());
    for event in events {
        match letter(&event) {
            Some(c) if rest.is_empty() && late.chars().count() < LATE && jamo::is_hangul(c) => late.push(c),
            // A ghost: no command was meant by it.
            Some(c) if jamo::is_hangul(c) => {}
            None if rest.is_empty() && is_enter(&event) => {}
            _ => rest.push(event),
        }
    }
    Burst::Submit { late, rest }
}

/// Reads the events that came after a key that clears the field: a syllable that comes alone was held by an input method
/// and belongs to what was cleared. Several are somebody's text.
pub fn after_clear(mut events: Vec<Event>) -> Vec<Event> {
    let letters: Vec<char> = events.iter().filter_map(letter).collect();
    if let [ghost] = letters.as_slice()
        && jamo::is_hangul(*ghost)
        && events.first().and_then(letter).is_some()
    {
        events.remove(0);
    }
    events
}

/// Whether `event` is Enter, or the line feed that some terminals and scripts send for it.
pub fn is_enter(event: &Event) -> bool {
    matches!(event, Event::Key(key) if key.is_press()
        && (key.code == KeyCode::Enter
            || key.code == KeyCode::Char('j') && key.modifiers == KeyModifiers::CONTROL))
}

/// The letter that `event` types.
fn letter(event: &Event) -> Option<char> {
    let Event::Key(key) = event else { return None };
    match key.code {
        KeyCode::Char(c) if key.is_press() && !key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) => {
            Some(c)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::KeyEvent;

    use super::*;

    /// Keys by letters; a line break is Enter.
    fn keys(text: &str) -> Vec<Event> {
        let code = |c| if c == '\n' { KeyCode::Enter } else { KeyCode::Char(c) };
        text.chars().map(|c| Event::Key(KeyEvent::new(code(c), KeyModifiers::NONE))).collect()
    }

    #[track_caller]
    fn case(after: &str, late: &str, rest: &str) {
        assert_eq!(after_enter(keys(after)), Burst::Submit { late: late.to_owned(), rest: keys(rest) }, "{after:?}");
    }

    #[test]
    fn pitfall_5_a_late_syllable_belongs_to_the_answer() {
        case("출", "출", "");
        case("", "", "");
    }

    #[test]
    fn pitfall_5_a_second_enter_in_a_moment_is_not_next() {
        case("\n", "", "");
        case("출\n", "출", "");
        case("\n\n\n", "", "");
    }

    #[test]
    fn a_grade_that_follows_at_once_keeps_its_turn() {
        case("3", "", "3");
        case("출3", "출", "3");
        case("3\n", "", "3\n");
    }

    #[test]
    fn pitfall_15_an_unmarked_paste_of_several_lines_is_not_submitted() {
        for text in ["진출을\n서두른다", "bs", "x\n진출", "참여\n"] {
            assert_eq!(after_enter(keys(text)), Burst::Paste(format!("\n{text}")));
        }
    }

    #[test]
    fn pitfall_4_a_ghost_behind_enter_or_a_cleared_field_is_dropped() {
        case("3출", "", "3");
        let clear = |text| after_clear(keys(text));
        assert_eq!(clear("출"), keys(""));
        assert_eq!(clear("ㅊ\n"), keys("\n"));
        assert_eq!(clear("해외"), keys("해외"), "a text is no ghost");
        assert_eq!(clear("\n출"), keys("\n출"), "nor what was typed behind another key");
        assert_eq!(clear("a"), keys("a"));
    }
}
