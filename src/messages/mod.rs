//! Everything that dokpa says to a user, in Korean and in English: one table, a file a subject.
//!
//! An entry is a variant with its fields, then both sentences; fields are named in braces. Logic names the
//! variant and never writes a sentence.

mod answering;
mod articles;
mod checks;
mod corrections;
mod dictionaries;
mod doctor;
mod errors;
mod field;
mod goals;
mod library;
mod lines;
mod lists;
mod meanings;
mod memory;
mod placement;
mod progress;
mod reading;
mod screens;
mod sitting;
mod sources;
mod terms;
mod usage;

pub use answering::Answering;
pub use articles::{ArticleFault, ArticleLine, ArticleUsage};
pub use checks::CheckLabel;
pub use corrections::Decision;
pub use dictionaries::{DictionaryFault, DictionaryLine, RecordProblem, Where};
pub use doctor::Doctor;
pub use errors::{Fault, Reason};
pub use field::Typing;
pub use goals::{GoalFault, GoalLabel, GoalUsage};
pub use library::{Arranged, ImportLabel, LibraryLine, LibraryUsage, ShelfFault, Subject, WhyHard};
pub use lines::Line;
pub use lists::{ListLabel, ListUsage};
pub use meanings::Sense;
pub use memory::{MemoryLine, MemoryUsage};
pub use placement::PlacementLabel;
pub use progress::{Domain, ProgressLabel};
pub use reading::ReadingLabel;
pub use screens::Label;
pub use sitting::Sitting;
pub use sources::{SourceFault, SourceNote};
pub use terms::TermLabel;
pub use usage::Usage;

use unicode_normalization::UnicodeNormalization;

/// The language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    Ko,
    En,
}

impl Lang {
    /// From a locale's name as `LANG` has it: Korean for `ko…`, else English.
    pub fn from_locale(locale: &str) -> Self {
        if locale.to_ascii_lowercase().starts_with("ko") { Self::Ko } else { Self::En }
    }
}

/// `text` without control characters and escape sequences: whatever comes from outside, a file's name or an error of
/// the system, passes here before a terminal gets it.
///
/// Comes out NFC: macOS hands out decomposed names, which some terminals and multiplexers show in pieces.
pub fn printable(text: &str) -> String {
    text.nfc().map(|c| if is_printable(c) { c } else { '\u{FFFD}' }).collect()
}

/// `text` as it may stand in HTML and SVG, in an element or a quoted attribute.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in printable(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

/// Whether a terminal shows `c` and does nothing else with it.
pub fn is_printable(c: char) -> bool {
    !c.is_control() && !is_invisible(c)
}

/// Marks that change the direction of the text around them.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200B}'..='\u{200F}' | '\u{FEFF}')
}

/// Declares an enum of messages and its `text(lang)`.
macro_rules! messages {
    ($(#[$doc:meta])* $name:ident {
        $($variant:ident $({ $($field:ident : $type:ty),* $(,)? })? => $ko:literal, $en:literal;)*
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq)]
        pub enum $name {
            $($variant $({ $($field: $type),* })?),*
        }

        impl $name {
            /// The sentence in `lang`.
            pub fn text(&self, lang: $crate::messages::Lang) -> String {
                match self {
                    $(Self::$variant $({ $($field),* })? => match lang {
                        $crate::messages::Lang::Ko => format!($ko),
                        $crate::messages::Lang::En => format!($en),
                    }),*
                }
            }
        }
    };
}
pub(crate) use messages;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_escape_sequence_reaches_the_terminal() {
        assert_eq!(printable("글\u{1b}[2J\n\u{202E}"), "글\u{FFFD}[2J\u{FFFD}\u{FFFD}");
    }

    #[test]
    fn pitfalls_9_and_18_decomposed_names_are_shown_composed() {
        assert_eq!(printable(&"한글 파일.txt".nfd().collect::<String>()), "한글 파일.txt");
    }

    #[test]
    fn the_language_follows_the_locale() {
        assert_eq!(Lang::from_locale("ko_KR.UTF-8"), Lang::Ko);
        assert_eq!(Lang::from_locale("en_US.UTF-8"), Lang::En);
        assert_eq!(Lang::from_locale(""), Lang::En);
    }
}
