//! What arrived when somebody typed, and what it tells of keyboard and input method.

use unicode_normalization::UnicodeNormalization;

use crate::korean::{jamo, keyboard};

/// A piece of what arrived, in its order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arrival {
    Letter(char),
    Backspace,
    Paste(String),
}

/// How Enter came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Enter {
    Last,
    /// The syllables came behind it.
    Early(String),
    Twice,
}

/// How Hangul came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Syllables (NFC).
    Composed,
    /// Conjoining letters (NFD).
    Decomposed,
    /// Letters of the keyboard, one by one.
    Letters,
    /// The keys of a 2-set keyboard: no input method was on.
    Latin,
    /// None.
    Other,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// The characters as they came, backspaces done.
    pub text: String,
    pub keys: usize,
    pub pasted: bool,
    pub form: Form,
    pub enter: Enter,
}

impl Typed {
    /// Reads what arrived up to Enter and, by `enter`, behind it.
    pub fn new(arrivals: &[Arrival], enter: Enter) -> Self {
        let mut text = String::new();
        for arrival in arrivals {
            match arrival {
                Arrival::Letter(c) => text.push(*c),
                Arrival::Backspace => drop(text.pop()),
                Arrival::Paste(pasted) => text.push_str(pasted),
            }
        }
        if let Enter::Early(late) = &enter {
            text.push_str(late);
        }
        let late = if let Enter::Early(late) = &enter { late.chars().count() } else { 0 };
        let keys = arrivals.iter().filter(|arrival| !matches!(arrival, Arrival::Paste(_))).count() + late;
        let pasted = arrivals.iter().any(|arrival| matches!(arrival, Arrival::Paste(_)));
        let form = form(&text);
        Self { text, keys, pasted, form, enter }
    }

    /// The characters with their code points: 한 U+D55C.
    pub fn code_points(&self) -> String {
        let name = |c: char| {
            let shown = crate::messages::printable(&c.to_string());
            format!("{shown} U+{:04X}", u32::from(c))
        };
        self.text.chars().map(name).collect::<Vec<_>>().join(", ")
    }
}

fn form(text: &str) -> Form {
    let letters: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
    let all = |is: fn(char) -> bool| !letters.is_empty() && letters.iter().all(|c| is(*c));
    let composed: String = text.nfc().collect();
    if composed != text && composed.chars().any(jamo::is_syllable) {
        Form::Decomposed
    } else if text.chars().any(jamo::is_syllable) {
        Form::Composed
    } else if all(jamo::is_hangul) {
        Form::Letters
    } else if all(|c| c.is_ascii_alphabetic()) && keyboard::hangul_from_keys(text).chars().any(jamo::is_syllable) {
        Form::Latin
    } else {
        Form::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Typed {
        Typed::new(&text.chars().map(Arrival::Letter).collect::<Vec<_>>(), Enter::Last)
    }

    #[test]
    fn the_form_of_what_arrives_is_told() {
        let decomposed: String = "한글".nfd().collect();
        for (text, form) in [
            ("한글", Form::Composed),
            (decomposed.as_str(), Form::Decomposed),
            ("ㅎㅏㄴㄱㅡㄹ", Form::Letters),
            ("gksrmf", Form::Latin),
            ("hgfd", Form::Other),
            ("123", Form::Other),
            ("", Form::Other),
        ] {
            assert_eq!(typed(text).form, form, "{text}");
        }
    }

    #[test]
    fn code_points_keys_and_early_enters_are_told() {
        let mut arrivals: Vec<Arrival> = "한ㄱ".chars().map(Arrival::Letter).collect();
        arrivals.push(Arrival::Backspace);
        let early = Typed::new(&arrivals, Enter::Early("글".to_owned()));
        assert_eq!((early.text.as_str(), early.keys, early.pasted), ("한글", 4, false));
        assert_eq!(early.code_points(), "한 U+D55C, 글 U+AE00");
        let pasted = Typed::new(&[Arrival::Paste("\u{1b}글".to_owned())], Enter::Last);
        assert_eq!((pasted.keys, pasted.pasted), (0, true));
        assert_eq!(pasted.code_points(), "\u{FFFD} U+001B, 글 U+AE00");
    }
}
