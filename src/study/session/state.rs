//! The words of a session: what can be done, what must be stored, where it stands.

use super::super::Item;
use crate::cloze::{Judgement, Remark};
use crate::deck::{Answer, Card, Grade, Mode, ReviewId, TermId};
use crate::schedule::Preview;
use crate::time::Timestamp;

/// What a learner can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Show the answer; where one should have been typed, this means it is not known.
    Reveal,
    Submit(String),
    /// Pick the choice with this index.
    Choose(usize),
    /// Grade the answer that stands as proposed.
    Accept,
    Grade(Grade),
    /// Give the answer that was stored last another grade.
    Regrade(Grade),
    Hint,
    /// The other word that was given is as right: accept it from now on. Said again, it is taken back.
    AcceptWord,
    /// The choice with this index fits as well: never offer it again.
    Fits(usize),
    Undo,
    /// Takes back the last undo.
    Redo,
    Suspend,
    /// Put off until tomorrow.
    Bury,
    Known,
    /// Puts a flag on the card, or takes it off; the question stays.
    Flag,
    Quit,
}

/// What must be stored before the session moves on.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Of practice, where the answer says so.
    Record(Answer),
    Replace {
        review: ReviewId,
        answer: Answer,
    },
    Undo {
        review: ReviewId,
        restore: Card,
    },
    /// As `Undo`, of an answer of practice, which moved no card.
    UndoPractice {
        review: ReviewId,
    },
    /// What the learner says of `word` in the place of the term, or that they say it no more.
    Remark {
        term: TermId,
        word: String,
        remark: Remark,
        stands: bool,
    },
    /// The card as it shall be.
    SetStatus {
        card: Card,
    },
    /// The card with its flag or without; nothing else of it changed.
    Flag {
        card: Card,
    },
}

/// What came of an effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Recorded(ReviewId),
    Undone,
    StatusSet,
    Remarked,
    /// Nothing was stored.
    Failed,
}

/// Where a session stands.
#[derive(Debug, Clone, PartialEq)]
pub enum Phase {
    Asking {
        hints: u8,
    },
    Answered(Attempt),
    /// Waiting for the store.
    Storing(Attempt),
    Finished,
}

/// An answer that was shown and is not graded yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Attempt {
    /// NFC; `None` where the answer was only shown.
    pub typed: Option<String>,
    /// How it was answered, which need not be how it was asked.
    pub mode: Mode,
    /// Index of the choice.
    pub chosen: Option<usize>,
    /// The other word that was given and accepted.
    pub accepted: Option<String>,
    pub judgement: Option<Judgement>,
    pub proposed: Grade,
    pub at: Timestamp,
    /// The outcomes that the grades show and apply.
    pub preview: Preview,
}

/// The answer that was stored last.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored {
    pub review: ReviewId,
    pub answer: Answer,
    /// The blanked letters.
    pub shown: String,
    pub judgement: Option<Judgement>,
    /// The term as it is shown.
    pub term: String,
}

/// Cards still to come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Left {
    pub new: usize,
    pub learning: usize,
    pub review: usize,
}

impl Left {
    pub const fn total(self) -> usize {
        self.new + self.learning + self.review
    }
}

/// Answers of this session that stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub answered: usize,
    pub again: usize,
}

impl Tally {
    pub(super) fn add(&mut self, grade: Grade) {
        self.answered += 1;
        self.again += usize::from(grade == Grade::Again);
    }

    pub(super) fn take(&mut self, grade: Grade) {
        self.answered = self.answered.saturating_sub(1);
        self.again = self.again.saturating_sub(usize::from(grade == Grade::Again));
    }
}

/// What waits for the store's word.
pub(super) enum Pending {
    Record(Box<Answer>),
    Replace(Box<Answer>),
    Undo,
    Redo,
    /// The card as it shall be.
    SetAside(Card),
    Flag(Card),
    Remark {
        term: String,
        word: String,
        remark: Remark,
        stands: bool,
    },
}

/// A step that can be taken back. The item is as it was before.
pub(super) enum Past {
    Answered { review: ReviewId, item: Box<Item>, question: usize, stored: Box<Stored>, preview: Box<Preview> },
    SetAside { item: Box<Item>, question: usize, after: Card },
    Flagged { before: Card, after: Card },
}
