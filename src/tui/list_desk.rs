//! What the screens of long lists ask of the rest of the program.

use std::collections::BTreeSet;

use super::desk::Desk;
use super::screens::meaning::Looked;
use super::steps::ArticleStep;
use crate::deck::{Arrangement, ArticleChangeId, ArticleId, DeckChangeId, DeckId, ModeChoice, Term, TermId};
use crate::messages::Fault;
use crate::schedule::Scheduler;
use crate::store::WordQuery;
use crate::study::Session;
use crate::tasks::{self, Acted, MetSentences, TaskError, TermView, WordAct, WordFinder, WordLine, explain};
use crate::vocab::TermKey;

fn told<T>(done: Result<T, TaskError>) -> Result<T, Fault> {
    done.map_err(|error| explain::plain_task(&error))
}

impl Desk {
    /// The words that are wanted, in their order.
    pub fn find_words(&self, finder: &mut WordFinder, query: &WordQuery) -> Result<Vec<TermId>, Fault> {
        let now = self.now();
        told(finder.find(&self.store, query, self.calendar.day(now), now))
    }

    pub fn word_lines(&self, words: &[TermId], query: &WordQuery) -> Result<Vec<WordLine>, Fault> {
        told(tasks::word_lines(&self.store, words, query))
    }

    /// The best sentence of a term, and the long form that it is short for. A store that cannot be read is told of by what
    /// comes next.
    pub fn example(&self, term: TermId) -> (Option<String>, Option<String>) {
        let example = self.store.example(term).unwrap_or_default();
        (example, self.store.short_for(term).unwrap_or_default())
    }

    /// The fields of the words, by their names.
    pub fn domains(&self) -> Result<Vec<String>, Fault> {
        self.store.listed_domains().map_err(|error| explain::stored(&error))
    }

    /// The scheduler by the settings' weights, or else those that were fitted: for the chance that cards are recalled. None
    /// where the settings make no schedule, which studying tells.
    pub fn scheduler(&self) -> Option<Scheduler> {
        let mut settings = self.settings.clone();
        if settings.parameters.is_empty() {
            settings.parameters = self.store.parameters().unwrap_or_default().unwrap_or_default();
        }
        Scheduler::new(settings).ok()
    }

    pub fn act_on_words(&mut self, words: &[TermId], act: WordAct) -> Result<Acted, Fault> {
        let now = self.now();
        told(tasks::act_on_words(&mut self.store, words, act, self.calendar.day(now), now))
    }

    /// Takes an act back whole and says of how many words.
    pub fn take_back_act(&mut self, acted: &Acted) -> Result<usize, Fault> {
        let now = self.now();
        told(tasks::take_back_act(&mut self.store, acted, now))
    }

    /// A session over these words that moves no dates.
    pub fn practise_words(&self, words: &[TermId], wish: ModeChoice) -> Result<Session, Fault> {
        let (settings, now) = (self.settings.clone(), self.now());
        told(tasks::practise_words(&self.store, words, settings, &self.calendar, wish, now))
    }

    /// The articles that have a term which a text in hanja or English means.
    pub fn articles_by_terms(&self, text: &str) -> Result<BTreeSet<ArticleId>, Fault> {
        told(tasks::articles_by_terms(&self.store, text))
    }

    /// What the decks are called.
    pub fn deck_names(&self) -> Result<Vec<(DeckId, String)>, Fault> {
        self.store.deck_names().map_err(|error| explain::stored(&error))
    }

    /// What a deck is called; nothing where the store cannot be read, which is told by what comes next.
    pub fn deck_name(&self, deck: DeckId) -> Option<String> {
        self.store.deck_name(deck).unwrap_or_default()
    }

    /// Does something with decks and gives the step, for undo.
    pub fn arrange(&mut self, wish: &Arrangement) -> Result<DeckChangeId, Fault> {
        let now = self.now();
        self.store.arrange(wish, now).map(|change| change.id).map_err(|error| explain::stored(&error))
    }

    /// Deletes articles and gives the steps, for undo.
    pub fn delete_articles(&mut self, articles: &[ArticleId]) -> Result<Vec<ArticleChangeId>, Fault> {
        let now = self.now();
        let delete = |id: &ArticleId| self.store.delete_article(*id, now).map(|change| change.id);
        articles.iter().map(delete).collect::<Result<_, _>>().map_err(|error| explain::stored(&error))
    }

    /// Takes back what was done with articles, the last of it first.
    pub fn take_back_articles(&mut self, step: &ArticleStep) -> Result<(), Fault> {
        let now = self.now();
        match step {
            ArticleStep::Decks(step) => {
                self.store.undo_arrangement(Some(*step), now).map_err(|error| explain::stored(&error))?;
            }
            ArticleStep::Deleted(steps) => {
                for step in steps.iter().rev() {
                    told(tasks::undo_article_change(&mut self.store, Some(*step), now))?;
                }
            }
        }
        Ok(())
    }

    /// What is remembered of a word; `None` where no article has it.
    pub fn term_view(&self, word: &Looked) -> Result<Option<TermView>, Fault> {
        let terms = self.store.terms_keyed(&TermKey::of(&word.term)).map_err(|error| explain::stored(&error))?;
        let Some(term) = terms.iter().find(|term| term.pos == word.pos) else { return Ok(None) };
        let today = self.calendar.day(self.now());
        told(tasks::term_view(&self.store, term, &self.settings, &self.calendar, today)).map(Some)
    }

    /// The sentences in which a term was met, the first of them.
    pub fn met(&self, term: &Term) -> Result<MetSentences, Fault> {
        told(MetSentences::of(&self.store, term))
    }

    /// Reads on until there are some behind the one at `at`.
    pub fn more_met(&self, met: &mut MetSentences, term: &Term, at: usize) -> Result<(), Fault> {
        told(met.more(&self.store, term, at))
    }

    /// Keeps the learner's note on a term; an empty one takes it back.
    pub fn set_note(&mut self, term: &Term, text: &str) -> Result<(), Fault> {
        let now = self.now();
        told(tasks::set_note(&mut self.store, term, text, now))
    }
}
