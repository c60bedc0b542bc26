//! What was done with words in a sitting, and how the last of it is taken back.

use super::app::Shared;
use crate::deck::{ArticleChangeId, CorrectionId, DeckChangeId};
use crate::messages::{Fault, Label, ListLabel as Say};
use crate::tasks::{Acted, WordAct, explain};

/// What is taken back in one step.
pub enum WordStep {
    Act(Acted),
    Correction(CorrectionId),
}

/// What is taken back of articles in one step.
pub enum ArticleStep {
    Decks(DeckChangeId),
    /// Articles that were deleted, in their order.
    Deleted(Vec<ArticleChangeId>),
}

impl Shared {
    /// Takes back what was done last with words; before this sitting, the last correction. Says what it was.
    pub fn take_back_step(&mut self) -> Result<(), Fault> {
        let text = match self.word_steps.last() {
            Some(WordStep::Act(acted)) => {
                let count = self.desk.take_back_act(&acted.clone())?;
                Say::TakenBack { count }.text(self.lang)
            }
            step => {
                let id = if let Some(WordStep::Correction(id)) = step { Some(*id) } else { None };
                let done = self.desk.undo_correction(id)?;
                let what = explain::decision(&done.row.correction, self.lang);
                self.say(&Label::Uncorrected { what })
            }
        };
        self.word_steps.pop();
        self.notice = Some(Label::Note { text });
        Ok(())
    }
}

impl WordAct {
    /// What it is called.
    pub const fn name(self) -> Say {
        match self {
            Self::Known => Say::ActKnown,
            Self::Ignore => Say::ActIgnore,
            Self::Suspend => Say::ActSuspend,
            Self::Wake => Say::ActWake,
            Self::Reset => Say::ActReset,
            Self::First => Say::ActFirst,
        }
    }
}
