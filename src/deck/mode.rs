//! How questions are asked.

use serde::{Deserialize, Deserializer, Serialize};

use super::{Card, State};

/// How a question was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// The learner recalls, looks, and grades.
    Reveal,
    /// The learner picks one of four.
    Choice,
    /// The learner types, and the answer is judged.
    Type,
}

crate::vocab::with_names!(Mode { Reveal = "reveal", Choice = "choice", Type = "type" });

/// Days of stability from which on a term is mature: Anki's border.
const MATURE: f32 = 21.0;

/// What the learner wishes: that the mode follows the card, or one mode for all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum ModeChoice {
    /// Reveal what is new, choose while it is young, type what is mature.
    #[default]
    Auto,
    Always(Mode),
}

impl ModeChoice {
    pub const ALL: [Self; 4] =
        [Self::Auto, Self::Always(Mode::Type), Self::Always(Mode::Choice), Self::Always(Mode::Reveal)];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Always(mode) => mode.name(),
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.name() == name)
    }

    /// The one that a key changes it to.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|choice| *choice == self).unwrap_or(0);
        Self::ALL.get((at + 1) % Self::ALL.len()).copied().unwrap_or(Self::Auto)
    }

    /// The mode in which `card` is asked.
    pub fn of(self, card: &Card) -> Mode {
        match self {
            Self::Always(mode) => mode,
            Self::Auto if card.state == State::New => Mode::Reveal,
            Self::Auto if card.state == State::Review && card.memory.is_some_and(|m| m.stability >= MATURE) => {
                Mode::Type
            }
            Self::Auto => Mode::Choice,
        }
    }
}

impl From<Mode> for ModeChoice {
    fn from(mode: Mode) -> Self {
        Self::Always(mode)
    }
}

impl<'de> Deserialize<'de> for ModeChoice {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Self::from_name(&name)
            .ok_or_else(|| serde::de::Error::unknown_variant(&name, &["auto", "reveal", "choice", "type"]))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Memory, TermId};
    use super::*;

    #[test]
    fn by_itself_the_mode_follows_the_card() {
        let card = Card::new(TermId(1));
        let review =
            |stability| Card { state: State::Review, memory: Some(Memory { stability, difficulty: 5.0 }), ..card };
        let auto = ModeChoice::Auto;
        assert_eq!(auto.of(&card), Mode::Reveal);
        assert_eq!(auto.of(&Card { state: State::Learning { step: 0 }, ..card }), Mode::Choice);
        assert_eq!(auto.of(&review(20.9)), Mode::Choice);
        assert_eq!(auto.of(&review(21.0)), Mode::Type);
        assert_eq!(auto.of(&Card { state: State::Relearning { step: 0 }, ..review(30.0) }), Mode::Choice);
        assert_eq!(ModeChoice::from(Mode::Type).of(&card), Mode::Type);
    }

    #[test]
    fn a_key_goes_round_all_modes() {
        let mut choice = ModeChoice::Auto;
        for expected in ["type", "choice", "reveal", "auto"] {
            choice = choice.next();
            assert_eq!(choice.name(), expected);
        }
    }
}
