//! `dokpa study`: the screens, plain lines, or JSON lines.

mod jsonl;
mod lines;
mod plain;

use super::args::{Args, ModeArg, StudyArgs};
use super::context::Context;
use super::{Outcome, screens};
use crate::deck::{DeckId, Mode, ModeChoice, Term};
use crate::lexicon::Meaning;
use crate::messages::Fault;
use crate::study::{Effect, Outcome as Stored, Session};
use crate::tasks::{self, Meanings, Practice, PracticeOf, explain};
use crate::time::Timestamp;

pub fn run(context: Context, study: &StudyArgs, args: &Args) -> Outcome {
    let deck = context.deck(study.deck.as_deref())?;
    let wish = wish(&context, study);
    let mut limits = context.limits();
    limits.new_per_day = study.new.unwrap_or(limits.new_per_day);
    limits.questions = study.limit;
    let practice = practice(&context, study, deck)?;
    if !study.plain && !study.jsonl {
        return screens::study(context, args, deck, wish, limits, practice);
    }
    let now = context.clock.now();
    let settings = context.config.schedule.clone();
    let session = match practice {
        Some(practice) => tasks::practise(&context.store, practice, settings, &context.calendar, wish, now),
        None => tasks::begin(&context.store, deck, limits, settings, &context.calendar, wish, now),
    };
    let session = session.map_err(|e| explain::plain_task(&e))?;
    let mut desk = Desk { context, session, facts: None };
    if study.jsonl { jsonl::run(&mut desk, study.deck.as_deref()) } else { plain::run(&mut desk) }
}

/// What the command line says, else the settings for this deck, else those for all.
fn wish(context: &Context, study: &StudyArgs) -> ModeChoice {
    match study.mode {
        Some(ModeArg::Auto) => ModeChoice::Auto,
        Some(ModeArg::Reveal) => Mode::Reveal.into(),
        Some(ModeArg::Choice) => Mode::Choice.into(),
        Some(ModeArg::Type) => Mode::Type.into(),
        None => {
            let of_deck = study.deck.as_deref().and_then(|name| context.config.modes.get(name.trim()));
            of_deck.copied().unwrap_or(context.config.mode)
        }
    }
}

fn practice(context: &Context, study: &StudyArgs, deck: Option<DeckId>) -> Result<Option<Practice>, Fault> {
    if !study.practice {
        return Ok(None);
    }
    let of = match &study.article {
        Some(name) => PracticeOf::Article(context.article(name)?),
        None if study.mistakes => PracticeOf::Mistakes,
        None if study.confusables => PracticeOf::MixedUp,
        None => PracticeOf::Deck,
    };
    Ok(Some(Practice { deck, of, limit: study.limit }))
}

/// A session with the store behind it.
struct Desk {
    context: Context,
    session: Session,
    /// What was told of the term that was answered last.
    facts: Option<jsonl::Facts>,
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

    /// After each step: the session may need the reader's words to go on.
    fn bring_words(&mut self) -> Result<(), Fault> {
        tasks::bring_words(&self.context.store, &mut self.session).map_err(|e| explain::stored(&e))
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
        self.bring_words()?;
        Ok(!effects.is_empty())
    }
}
