//! Everything the screens ask of the rest of the program.

use crate::clock::Clock;
use crate::deck::{CorrectionId, DeckId, ModeChoice, Term, TermId};
use crate::lexicon;
use crate::messages::Fault;
use crate::schedule::Settings;
use crate::store::{CorrectionRow, DeckRow, Store};
use crate::study::{Effect, Outcome, Session};
use crate::tasks::{self, Corrected, Limits, Practice, WordRow, explain};
use crate::time::{Calendar, Timestamp};
use crate::vocab::correct::Correction;

/// Store, clock and settings of a sitting.
pub struct Desk {
    pub store: Store,
    pub clock: Clock,
    pub calendar: Calendar,
    pub limits: Limits,
    pub settings: Settings,
}

impl Desk {
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    pub fn decks(&self) -> Result<Vec<DeckRow>, Fault> {
        let now = self.now();
        self.store.decks(self.calendar.day(now), now).map_err(|e| explain::stored(&e))
    }

    /// All decks taken together.
    pub fn all_decks(&self) -> Result<Option<DeckRow>, Fault> {
        let now = self.now();
        self.store.all_decks(self.calendar.day(now), now).map_err(|e| explain::stored(&e))
    }

    pub fn words(&self, deck: Option<DeckId>) -> Result<Vec<WordRow>, Fault> {
        tasks::list_words(&self.store, deck).map_err(|e| explain::plain_task(&e))
    }

    /// Stores a correction and applies it to everything.
    pub fn correct(&mut self, correction: Correction) -> Result<Corrected, Fault> {
        let now = self.now();
        tasks::correct(&mut self.store, correction, now).map_err(|e| explain::plain_task(&e))
    }

    /// The corrections that stand, oldest first.
    pub fn corrections(&self) -> Result<Vec<CorrectionRow>, Fault> {
        self.store.corrections().map_err(|e| explain::stored(&e))
    }

    /// What stands right behind a term in the articles, the most frequent first.
    pub fn followers(&self, term: TermId) -> Result<Vec<String>, Fault> {
        self.store.followers(term).map_err(|e| explain::stored(&e))
    }

    /// Undoes a correction, the last one where none is named.
    pub fn undo_correction(&mut self, id: Option<CorrectionId>) -> Result<Corrected, Fault> {
        let now = self.now();
        tasks::undo_correction(&mut self.store, id, now).map_err(|e| explain::plain_task(&e))
    }

    pub fn begin(&self, deck: Option<DeckId>, wish: ModeChoice) -> Result<Session, Fault> {
        let settings = self.settings.clone();
        tasks::begin(&self.store, deck, self.limits, settings, &self.calendar, wish, self.now())
            .map_err(|e| explain::plain_task(&e))
    }

    /// A session that moves no dates.
    pub fn practise(&self, practice: Practice, wish: ModeChoice) -> Result<Session, Fault> {
        let settings = self.settings.clone();
        tasks::practise(&self.store, practice, settings, &self.calendar, wish, self.now())
            .map_err(|e| explain::plain_task(&e))
    }

    /// Stores an effect; the outcome is for the session, the fault for the learner.
    pub fn apply(&mut self, effect: &Effect) -> (Outcome, Option<Fault>) {
        let now = self.now();
        match tasks::apply(&mut self.store, effect, now) {
            Ok(outcome) => (outcome, None),
            Err(error) => (Outcome::Failed, Some(explain::stored(&error))),
        }
    }

    /// What the lexicon says of a term.
    pub fn meaning(&self, term: &Term) -> Option<lexicon::Meaning> {
        lexicon::meaning(&term.term, term.pos, &term.parts)
    }

    /// How a term is said: [혐녁].
    pub fn pronunciation(&self, term: &Term) -> String {
        format!("[{}]", lexicon::pronunciation(&term.term, term.pos, &term.parts))
    }
}
