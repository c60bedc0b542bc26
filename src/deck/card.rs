//! The memory of one term.

use serde::{Deserialize, Serialize};

use super::TermId;
use crate::time::{StudyDay, Timestamp};

/// Where a card stands on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Never answered.
    New,
    /// In its first steps of minutes; `step` counts from 0.
    Learning { step: u8 },
    /// Remembered over days.
    Review,
    /// Forgotten, and in steps of minutes again.
    Relearning { step: u8 },
}

impl State {
    pub const fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Learning { .. } => "learning",
            Self::Review => "review",
            Self::Relearning { .. } => "relearning",
        }
    }

    pub const fn step(self) -> u8 {
        match self {
            Self::Learning { step } | Self::Relearning { step } => step,
            Self::New | Self::Review => 0,
        }
    }

    pub fn from_parts(name: &str, step: u8) -> Option<Self> {
        Some(match name {
            "new" => Self::New,
            "learning" => Self::Learning { step },
            "review" => Self::Review,
            "relearning" => Self::Relearning { step },
            _ => return None,
        })
    }
}

/// What the learner decided about a term; only active cards are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    Active,
    Suspended,
    Known,
    Ignored,
}

crate::vocab::with_names!(Status { Active = "active", Suspended = "suspended", Known = "known", Ignored = "ignored" });

/// FSRS's two numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Memory {
    /// Days until the chance of recall falls to nine in ten.
    pub stability: f32,
    /// 1 (easy) to 10.
    pub difficulty: f32,
}

/// When a card comes back: in steps at a moment, later on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Due {
    At(Timestamp),
    On(StudyDay),
}

/// The memory of one term: one card a term, whatever the sentence it is asked in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Card {
    pub term: TermId,
    pub state: State,
    /// `None` until the first answer.
    pub memory: Option<Memory>,
    /// `None` until the first answer.
    pub due: Option<Due>,
    pub last_review: Option<Timestamp>,
    /// Answers given, lapses included.
    pub reps: u32,
    /// Times it was forgotten after it had been in review.
    pub lapses: u32,
    pub status: Status,
    /// Not asked before this day.
    pub buried_until: Option<StudyDay>,
    /// Forgotten so often that another way of learning it is needed. Stays until the learner takes it off.
    pub leech: bool,
    /// Marked by the learner, to come back to it.
    pub flagged: bool,
}

impl Card {
    pub const fn new(term: TermId) -> Self {
        Self {
            term,
            state: State::New,
            memory: None,
            due: None,
            last_review: None,
            reps: 0,
            lapses: 0,
            status: Status::Active,
            buried_until: None,
            leech: false,
            flagged: false,
        }
    }

    /// Whether the card may be asked on `today` at all, due or not.
    pub fn is_open(&self, today: StudyDay) -> bool {
        self.status == Status::Active && self.buried_until.is_none_or(|day| day <= today)
    }
}
