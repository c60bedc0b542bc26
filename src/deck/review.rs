//! One answer: append-only, with all that a later model of memory may want to know.

use serde::{Deserialize, Serialize};

use super::{Card, ClozeId, Mode, ReviewId, TermId};
use crate::cloze::Verdict;
use crate::time::{StudyDay, Timestamp};

/// How well the learner remembered. The numbers are FSRS's and Anki's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Grade {
    Again = 1,
    Hard = 2,
    Good = 3,
    Easy = 4,
}

crate::vocab::with_names!(Grade { Again = "again", Hard = "hard", Good = "good", Easy = "easy" });

impl Grade {
    pub const ALL: [Self; 4] = [Self::Again, Self::Hard, Self::Good, Self::Easy];

    pub const fn number(self) -> u8 {
        self as u8
    }

    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|grade| grade.number() == number)
    }
}

/// What an answer was given with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Aid {
    /// Names of the hints taken, in their order.
    pub hints: Vec<String>,
    /// The choices shown, in their order; empty where there were none.
    pub choices: Vec<String>,
    /// Whether it is practice: its card stays as it is.
    pub practice: bool,
    /// The first interval was eased, because all parts of the compound were known.
    pub head_start: bool,
}

/// An answer that is not stored yet: the card before and after it, and how it came about.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    pub before: Card,
    pub after: Card,
    pub cloze: ClozeId,
    pub grade: Grade,
    /// What the judgement of a typed answer proposed.
    pub proposed: Option<Grade>,
    pub mode: Mode,
    /// What was typed or chosen, NFC.
    pub typed: Option<String>,
    pub verdict: Option<Verdict>,
    /// Hints taken.
    pub hints: u8,
    pub aid: Aid,
    /// From the question's appearance to the grade.
    pub duration_ms: i64,
    pub at: Timestamp,
    /// The study day of `at`.
    pub day: StudyDay,
    /// Minutes east of Greenwich at `at`.
    pub zone_minutes: i32,
    /// Until the next review, in days; a fraction while in steps.
    pub interval_days: f64,
}

/// How far answers were stored at some moment: the last one of each kind, zero where there was none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    pub review: ReviewId,
    pub practice: ReviewId,
}

impl Default for Mark {
    fn default() -> Self {
        Self { review: ReviewId(0), practice: ReviewId(0) }
    }
}

/// A stored answer, as the study engine and the statistics read it.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    pub id: ReviewId,
    pub term: TermId,
    pub cloze: ClozeId,
    pub grade: Grade,
    pub at: Timestamp,
    pub day: StudyDay,
    pub was_new: bool,
    /// The first interval was eased, because all parts of the compound were known.
    pub head_start: bool,
}
