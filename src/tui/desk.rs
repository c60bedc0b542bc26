//! Everything the screens ask of the rest of the program.

use super::screens::meaning::Looked;
use crate::clock::Clock;
use crate::deck::{Card, CorrectionId, DeckId, ModeChoice, Term, TermId};
use crate::lexicon;
use crate::messages::Fault;
use crate::schedule::Settings;
use crate::store::{CorrectionRow, DeckRow, Store};
use crate::study::{Effect, Outcome, Session};
use crate::tasks::{
    self, Assessment, CopyOf, Corrected, Family, Harvest, ImportJob, Imported, Intake, Limits, Meanings, Practice,
    Sense, Source, Taking, WordRow, explain,
};
use crate::time::{Calendar, Timestamp};
use crate::vocab::correct::Correction;

/// Store, clock and settings of a sitting.
pub struct Desk {
    pub store: Store,
    pub clock: Clock,
    pub calendar: Calendar,
    pub limits: Limits,
    pub settings: Settings,
    pub intake: Intake,
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

    /// Sets a source to work.
    pub fn begin_import(&mut self, source: Source) -> Result<ImportJob, Fault> {
        let now = self.now();
        ImportJob::begin(&mut self.store, source, &self.intake.limits, now).map_err(|e| explain::plain_task(&e))
    }

    /// What it would cost to learn what was read, and the article that it is a copy of.
    pub fn assess(&mut self, harvest: &Harvest) -> Result<(Assessment, Option<CopyOf>), Fault> {
        let (now, pace) = (self.now(), self.limits.new_per_day);
        let articles = match harvest {
            Harvest::Articles { prepared, .. } => prepared.iter().collect(),
            Harvest::Deck { .. } => Vec::new(),
        };
        let assessment = tasks::assess(&self.store, &articles, pace);
        let both = assessment.and_then(|found| Ok((found, tasks::copy_in(&mut self.store, harvest, now)?)));
        both.map_err(|e| explain::plain_task(&e))
    }

    /// Stores what was read.
    pub fn take_in(&mut self, harvest: Harvest, taking: Taking) -> Result<Vec<Imported>, Fault> {
        let now = self.now();
        tasks::store_harvest(&mut self.store, harvest, &self.intake.deck, taking, now)
            .map_err(|e| explain::plain_task(&e))
    }

    pub fn begin(&self, deck: Option<DeckId>, wish: ModeChoice) -> Result<Session, Fault> {
        let settings = self.settings.clone();
        tasks::begin(&self.store, deck, self.limits, settings, &self.calendar, wish, self.now())
            .map_err(|e| explain::plain_task(&e))
    }

    /// The placement test is not offered again by itself.
    pub fn decline_placement(&mut self) -> Result<(), Fault> {
        tasks::decline_placement(&mut self.store).map_err(|e| explain::plain_task(&e))
    }

    /// What would be marked as known up to a level.
    pub fn easy_terms(&self, level: u8) -> Result<Vec<(Term, Card)>, Fault> {
        tasks::easy_terms(&self.store, level).map_err(|e| explain::plain_task(&e))
    }

    /// Marks it, and says how many terms that were.
    pub fn mark_known(&mut self, level: u8) -> Result<usize, Fault> {
        tasks::mark_known(&mut self.store, level).map_err(|e| explain::plain_task(&e))
    }

    /// Takes back what the placement test marked.
    pub fn unmark_known(&mut self) -> Result<usize, Fault> {
        tasks::unmark_known(&mut self.store).map_err(|e| explain::plain_task(&e))
    }

    /// A session that moves no dates.
    pub fn practise(&self, practice: Practice, wish: ModeChoice) -> Result<Session, Fault> {
        let settings = self.settings.clone();
        tasks::practise(&self.store, practice, settings, &self.calendar, wish, self.now())
            .map_err(|e| explain::plain_task(&e))
    }

    /// Gives a session the reader's words if it cannot go on without them.
    pub fn bring_words(&self, session: &mut Session) -> Result<(), Fault> {
        tasks::bring_words(&self.store, session).map_err(|e| explain::stored(&e))
    }

    /// What a term was mixed up with before a session; nothing where the store cannot be read, which is told at the next
    /// answer.
    pub fn mixed_up_with(&self, session: &Session, term: &Term) -> Vec<String> {
        tasks::mixed_up_with(&self.store, term, session.mark()).unwrap_or_default()
    }

    /// Stores an effect; the outcome is for the session, the fault for the learner.
    pub fn apply(&mut self, effect: &Effect) -> (Outcome, Option<Fault>) {
        let now = self.now();
        match tasks::apply(&mut self.store, effect, now) {
            Ok(outcome) => (outcome, None),
            Err(error) => (Outcome::Failed, Some(explain::stored(&error))),
        }
    }

    /// What a term means, by the first source that knows. A store that cannot be read is told at the next answer; the
    /// embedded lexicon speaks until then.
    pub fn meaning(&self, term: &Term) -> Option<lexicon::Meaning> {
        let found = Meanings::of(&self.store).and_then(|meanings| meanings.meaning(term));
        found.unwrap_or_else(|_| lexicon::meaning(&term.term, term.pos, &term.parts))
    }

    /// All senses of a word, the chosen one first.
    pub fn look_up(&self, word: &Looked) -> Result<Vec<Sense>, Fault> {
        let found = Meanings::of(&self.store).and_then(|all| all.look_up(&word.term, Some(word.pos), &word.parts));
        found.map_err(|e| explain::plain_task(&e))
    }

    /// The senses that a text finds, by the beginning of a word, its initial consonants or English.
    pub fn search(&self, text: &str, limit: usize) -> Result<Vec<Sense>, Fault> {
        tasks::search_words(&self.store, text, limit).map_err(|e| explain::plain_task(&e))
    }

    /// Remembers which sense a word has.
    pub fn choose_sense(&mut self, word: &Looked, sense: &Sense) -> Result<(), Fault> {
        let now = self.now();
        tasks::choose_sense(&mut self.store, &word.term, word.pos, Some(sense), now)
            .map_err(|e| explain::plain_task(&e))
    }

    /// Sets the learner's own gloss; an empty one takes it back.
    pub fn set_gloss(&mut self, word: &Looked, gloss: &str) -> Result<(), Fault> {
        let now = self.now();
        tasks::set_gloss(&mut self.store, &word.term, word.pos, gloss, now).map_err(|e| explain::plain_task(&e))
    }

    /// The words of the articles that share hanja with a word.
    pub fn families(&self, word: &str, hanja: &str) -> Result<Vec<Family>, Fault> {
        tasks::hanja_families(&self.store, word, hanja).map_err(|e| explain::plain_task(&e))
    }

    /// How a term is said: [혐녁].
    pub fn pronunciation(&self, term: &Term) -> String {
        format!("[{}]", lexicon::pronunciation(&term.term, term.pos, &term.parts))
    }
}
