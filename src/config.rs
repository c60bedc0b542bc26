//! Settings: what the file says, then what the program uses.

mod edit;

use std::collections::HashMap;
use std::path::PathBuf;

use serde::Deserialize;

pub use self::edit::{EditError, Value, edit};
use crate::deck::ModeChoice;
use crate::import::Limits;
use crate::korean::keyboard::Keyboard;
use crate::messages::Lang;
use crate::schedule::{self, Grading};
use crate::study::{AfterParagraph, Order};

/// The file's shape. Every key may be missing; unknown keys are refused, so that a slip is noticed.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct RawConfig {
    language: Option<Lang>,
    new_per_day: Option<u32>,
    reviews_per_day: Option<u32>,
    day_starts_at: Option<i8>,
    mode: Option<ModeChoice>,
    modes: HashMap<String, ModeChoice>,
    deck: Option<String>,
    keyboard: Option<Keyboard>,
    ambiguous_width: Option<u8>,
    sound: Option<Vec<String>>,
    mouse: Option<bool>,
    after_paragraph: Option<AfterParagraph>,
    order: Option<Order>,
    grading: Option<Grading>,
    schedule: Option<schedule::Settings>,
    limits: Option<Limits>,
    feed_cost: Option<bool>,
}

/// Settings, resolved.
#[derive(Debug, Clone)]
pub struct Config {
    /// `None`: by the locale.
    pub language: Option<Lang>,
    /// New terms a day and deck.
    pub new_per_day: u32,
    /// Reviews a day and deck, new terms apart.
    pub reviews_per_day: u32,
    /// Hour of the local day at which a study day begins.
    pub day_starts_at: i8,
    /// How questions are asked.
    pub mode: ModeChoice,
    /// The same for single decks, by their names.
    pub modes: HashMap<String, ModeChoice>,
    /// The deck that takes imports which name none.
    pub deck: String,
    pub keyboard: Keyboard,
    /// Cells of “ ” … · and their like: 1 or 2.
    pub ambiguous_width: u8,
    /// A program and its arguments that says what it is given; empty: no sound.
    pub sound: Vec<String>,
    /// Whether clicks and the wheel are heard. The terminal then selects text with Shift only, so that it is off unless
    /// the learner wants it.
    pub mouse: bool,
    /// What becomes of due words when their paragraph was read.
    pub after_paragraph: AfterParagraph,
    /// In which order a day's cards are asked.
    pub order: Order,
    pub schedule: schedule::Settings,
    /// How much an import takes on.
    pub limits: Limits,
    /// Whether what a feed has new is fetched to tell what it would cost.
    pub feed_cost: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self::resolve(RawConfig::default())
    }
}

/// Why settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    #[error("{path}: cannot be read: {source}")]
    Unreadable { path: PathBuf, source: std::io::Error },
    #[error("{path}: {detail}")]
    Syntax { path: PathBuf, detail: String },
}

impl Config {
    /// Reads `path`; a file that is not there means the defaults, unless the user named it (`required`).
    pub fn load(path: &std::path::Path, required: bool) -> Result<Self, ConfigError> {
        match std::fs::read_to_string(path) {
            Ok(text) => Self::parse(&text).map_err(|detail| ConfigError::Syntax { path: path.to_owned(), detail }),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound && !required => Ok(Self::default()),
            Err(source) => Err(ConfigError::Unreadable { path: path.to_owned(), source }),
        }
    }

    fn parse(text: &str) -> Result<Self, String> {
        let raw: RawConfig = toml::from_str(text).map_err(|e| {
            let line = e.span().map_or(1, |span| text.bytes().take(span.start).filter(|&b| b == b'\n').count() + 1);
            format!("{line}: {}", e.message())
        })?;
        if raw.day_starts_at.is_some_and(|hour| !(0..=23).contains(&hour)) {
            return Err("day_starts_at: 0-23".to_owned());
        }
        if raw.ambiguous_width.is_some_and(|cells| !(1..=2).contains(&cells)) {
            return Err("ambiguous_width: 1-2".to_owned());
        }
        Ok(Self::resolve(raw))
    }

    fn resolve(raw: RawConfig) -> Self {
        let mut schedule = raw.schedule.unwrap_or_default();
        schedule.grading = raw.grading.unwrap_or(schedule.grading);
        Self {
            language: raw.language,
            new_per_day: raw.new_per_day.unwrap_or(10),
            reviews_per_day: raw.reviews_per_day.unwrap_or(200),
            day_starts_at: raw.day_starts_at.unwrap_or(4),
            mode: raw.mode.unwrap_or_default(),
            modes: raw.modes,
            deck: raw.deck.filter(|deck| !deck.trim().is_empty()).unwrap_or_else(|| "내 글".to_owned()),
            keyboard: raw.keyboard.unwrap_or_default(),
            ambiguous_width: raw.ambiguous_width.unwrap_or(1),
            sound: raw.sound.unwrap_or_default(),
            mouse: raw.mouse.unwrap_or(false),
            after_paragraph: raw.after_paragraph.unwrap_or_default(),
            limits: raw.limits.unwrap_or_default(),
            feed_cost: raw.feed_cost.unwrap_or(true),
            order: raw.order.unwrap_or_default(),
            schedule,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_file_means_the_defaults() {
        let config = Config::parse("").unwrap();
        assert_eq!((config.new_per_day, config.reviews_per_day, config.day_starts_at), (10, 200, 4));
        assert_eq!(config.mode, ModeChoice::Auto);
    }

    #[test]
    fn a_deck_may_have_a_mode_of_its_own() {
        let config = Config::parse("mode = \"choice\"\n[modes]\n\"내 글\" = \"type\"\n").unwrap();
        assert_eq!((config.mode.name(), config.modes["내 글"].name()), ("choice", "type"));
        let fault = Config::parse("mode = \"typing\"").unwrap_err();
        assert!(fault.contains("reveal"), "{fault}");
    }

    #[test]
    fn a_slip_is_named_with_its_line() {
        let fault = Config::parse("mode = \"type\"\nnew_per_dya = 5\n").unwrap_err();
        assert!(fault.starts_with("2: "), "{fault}");
        assert!(Config::parse("day_starts_at = 30").is_err());
        assert_eq!(Config::parse("[limits]\nredirects = 1\n").unwrap().limits.redirects, 1);
        assert!(Config::parse("[limits]\nredirect = 1\n").is_err());
        assert!(Config::parse("ambiguous_width = 3").is_err());
        assert!(Config::parse("keyboard = \"sebeolsik\"").is_err());
    }

    #[test]
    fn the_mouse_is_heard_only_where_the_learner_says_so() {
        assert!(!Config::default().mouse && Config::parse("mouse = true").unwrap().mouse);
    }

    #[test]
    fn keyboard_width_and_sound_are_the_learners() {
        let text = "keyboard = \"dubeolsik\"\nambiguous_width = 2\nsound = [\"espeak-ng\", \"-v\", \"ko\"]";
        let config = Config::parse(text).unwrap();
        assert_eq!((config.keyboard, config.ambiguous_width), (Keyboard::Dubeolsik, 2));
        assert_eq!(config.sound, ["espeak-ng", "-v", "ko"]);
        let none = Config::default();
        assert_eq!((none.keyboard, none.ambiguous_width, none.sound.len()), (Keyboard::System, 1, 0));
    }
}
