//! `dokpa study`: the screens, plain lines, or JSON lines.

mod jsonl;
mod plain;

use super::args::{Args, ModeArg, StudyArgs};
use super::context::Context;
use super::{Outcome, screens};
use crate::deck::{Mode, Term};
use crate::lexicon::Meaning;
use crate::messages::Fault;
use crate::study::{Effect, Outcome as Stored, Session};
use crate::tasks::{self, Meanings, explain};
use crate::time::Timestamp;

pub fn run(context: Context, study: &StudyArgs, args: &Args) -> Outcome {
    let deck = context.deck(study.deck.as_deref())?;
    let mode = match study.mode {
        Some(ModeArg::Reveal) => Mode::Reveal,
        Some(ModeArg::Type) => Mode::Type,
        None => context.config.mode,
    };
    let mut limits = context.limits();
    limits.new_per_day = study.new.unwrap_or(limits.new_per_day);
    limits.questions = study.limit;
    if !study.plain && !study.jsonl {
        return screens::study(context, args, deck, mode, limits);
    }
    let now = context.clock.now();
    let settings = context.config.schedule.clone();
    let session = tasks::begin(&context.store, deck, limits, settings, &context.calendar, mode, now)
        .map_err(|e| explain::plain_task(&e))?;
    let mut desk = Desk { context, session };
    if study.jsonl { jsonl::run(&mut desk, study.deck.as_deref()) } else { plain::run(&mut desk) }
}

/// A session with the store behind it.
struct Desk {
    context: Context,
    session: Session,
}

impl Desk {
    fn now(&self) -> Timestamp {
        self.context.clock.now()
    }

    /// What a term means, by the first source that knows.
    fn meaning(&self, term: &Term) -> Result<Option<Meaning>, Fault> {
        let meanings = Meanings::of(&self.context.store);
        meanings.and_then(|meanings| meanings.meaning(term)).map_err(|e| explain::plain_task(&e))
    }

    /// Stores what an action asked to store and lets the session move on. Says whether anything was done.
    fn carry_out(&mut self, effects: &[Effect]) -> Result<bool, Fault> {
        for effect in effects {
            let now = self.now();
            match tasks::apply(&mut self.context.store, effect, now) {
                Ok(outcome) => self.session.confirm(outcome, now),
                Err(error) => {
                    self.session.confirm(Stored::Failed, now);
                    return Err(explain::stored(&error));
                }
            }
        }
        Ok(!effects.is_empty())
    }
}
