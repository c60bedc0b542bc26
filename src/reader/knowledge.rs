//! What the reader knows of a term, in seven kinds.

use crate::deck::{State, Status};
use crate::vocab::Kind;

/// Days of stability from which a memory is mature; Anki draws the line at an interval of 21 days.
pub const MATURE: f32 = 21.0;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Knowledge {
    /// Never answered.
    New,
    /// In its steps of minutes, for the first time or again.
    Learning,
    /// In review, with a stability of less than 21 days.
    Young,
    /// In review, with a stability of 21 days or more.
    Mature,
    /// Known without having been asked.
    Known,
    /// Not to be offered.
    Ignored,
    /// On the shelf of names.
    Name,
}

impl Knowledge {
    pub const ALL: [Self; 7] =
        [Self::New, Self::Learning, Self::Young, Self::Mature, Self::Known, Self::Ignored, Self::Name];

    /// `card` is `None` for names, which have none. A suspended card is what its memory is.
    pub fn of(kind: Kind, card: Option<(Status, State)>, stability: Option<f32>) -> Self {
        match (kind, card) {
            (Kind::Name, _) => Self::Name,
            (_, None) => Self::New,
            (_, Some((Status::Known, _))) => Self::Known,
            (_, Some((Status::Ignored, _))) => Self::Ignored,
            (_, Some((Status::Active | Status::Suspended, state))) => match state {
                State::New => Self::New,
                State::Learning { .. } | State::Relearning { .. } => Self::Learning,
                State::Review if stability.is_some_and(|days| days >= MATURE) => Self::Mature,
                State::Review => Self::Young,
            },
        }
    }

    pub const fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Learning => "learning",
            Self::Young => "young",
            Self::Mature => "mature",
            Self::Known => "known",
            Self::Ignored => "ignored",
            Self::Name => "name",
        }
    }

    /// The sign that stands behind a term where colours are not seen; what is known well has none.
    pub const fn sign(self) -> Option<char> {
        match self {
            Self::New => Some('*'),
            Self::Learning => Some('~'),
            Self::Young => Some('+'),
            Self::Ignored => Some('-'),
            Self::Name => Some('@'),
            Self::Mature | Self::Known => None,
        }
    }

    /// Whether the term is one to be known at all: names and what the reader ignores are counted apart.
    pub const fn counts(self) -> bool {
        !matches!(self, Self::Ignored | Self::Name)
    }

    /// Whether the reader can be expected to read it.
    pub const fn is_known(self) -> bool {
        matches!(self, Self::Young | Self::Mature | Self::Known)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_follows_from_kind_status_state_and_stability() {
        let of = |status, state, days| Knowledge::of(Kind::Noun, Some((status, state)), days);
        assert_eq!(of(Status::Active, State::New, None), Knowledge::New);
        assert_eq!(of(Status::Active, State::Relearning { step: 0 }, Some(40.0)), Knowledge::Learning);
        assert_eq!(of(Status::Active, State::Review, Some(20.9)), Knowledge::Young);
        assert_eq!(of(Status::Suspended, State::Review, Some(21.0)), Knowledge::Mature);
        assert_eq!(of(Status::Known, State::New, None), Knowledge::Known);
        assert_eq!(of(Status::Ignored, State::Review, Some(90.0)), Knowledge::Ignored);
        assert_eq!(Knowledge::of(Kind::Name, None, None), Knowledge::Name);
    }

    #[test]
    fn no_two_kinds_that_have_a_sign_share_it() {
        let mut signs: Vec<char> = Knowledge::ALL.into_iter().filter_map(Knowledge::sign).collect();
        let count = signs.len();
        signs.sort_unstable();
        signs.dedup();
        assert_eq!(signs.len(), count);
    }
}
