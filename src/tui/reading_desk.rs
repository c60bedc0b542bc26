//! What the screens of reading ask of the rest of the program.

use super::desk::Desk;
use crate::article::Article;
use crate::deck::{ArticleId, Card, DeckId, GoalId, ModeChoice, Term, TermId};
use crate::messages::Fault;
use crate::reader::{CheckKind, CheckQuestion, Coverage, Goal, Mark, Place, Share};
use crate::store::{ArticleRow, NewReading, StoreError};
use crate::study::Session;
use crate::tasks::{self, GoalStanding, Learned, Planned, Rereading, explain};
use crate::vocab::TermKey;

fn told<T>(done: Result<T, StoreError>) -> Result<T, Fault> {
    done.map_err(|error| explain::stored(&error))
}

impl Desk {
    pub fn article(&self, id: ArticleId) -> Result<Article, Fault> {
        tasks::article_to_read(&self.store, id).map_err(|error| explain::plain_task(&error))
    }

    pub fn coverage(&self, id: ArticleId) -> Result<Coverage, Fault> {
        told(self.store.coverage(id))
    }

    /// What was known of an article's running words when it was read through before.
    pub fn last_coverage(&self, id: ArticleId) -> Result<Option<Share>, Fault> {
        let readings = told(self.store.readings(Some(id)))?;
        Ok(readings.iter().rev().find(|reading| reading.finished).map(|reading| reading.words))
    }

    pub fn place(&self, id: ArticleId) -> Result<Option<Place>, Fault> {
        told(self.store.place(id))
    }

    pub fn set_place(&mut self, id: ArticleId, place: Place) -> Result<(), Fault> {
        let now = self.now();
        told(self.store.set_place(id, place, now))
    }

    pub fn bookmarks(&self, id: ArticleId) -> Result<Vec<usize>, Fault> {
        told(self.store.bookmarks(id))
    }

    /// Says whether the sentence has one now.
    pub fn toggle_bookmark(&mut self, id: ArticleId, sentence: usize) -> Result<bool, Fault> {
        let now = self.now();
        told(self.store.toggle_bookmark(id, sentence, now))
    }

    pub fn marks(&self, id: ArticleId, first: usize, count: usize) -> Result<Vec<Vec<Mark>>, Fault> {
        let now = self.now();
        told(self.store.marks(id, first, count, self.calendar.day(now), now))
    }

    pub fn term(&self, id: TermId) -> Result<Option<Term>, Fault> {
        told(self.store.term(id))
    }

    /// Whether the articles have a term with this key. A store that cannot be read is told of by what comes next.
    pub fn is_term(&self, key: &TermKey) -> bool {
        self.store.terms_keyed(key).is_ok_and(|terms| !terms.is_empty())
    }

    pub fn card(&self, term: TermId) -> Result<Option<Card>, Fault> {
        told(self.store.card(term))
    }

    pub fn set_status(&mut self, card: &Card) -> Result<(), Fault> {
        told(self.store.set_status(card))
    }

    pub fn learn_first(&mut self, terms: &[TermId]) -> Result<(), Fault> {
        told(self.store.learn_first(terms))
    }

    pub fn learn_in_turn(&mut self, terms: &[TermId]) -> Result<(), Fault> {
        told(self.store.learn_in_turn(terms))
    }

    pub fn record_reading(&mut self, reading: &NewReading) -> Result<(), Fault> {
        told(self.store.record_reading(reading))
    }

    pub fn library(&self, deck: Option<DeckId>) -> Result<Vec<ArticleRow>, Fault> {
        told(self.store.library(deck))
    }

    /// What to learn to know `goal` per cent of an article, or of everything.
    pub fn plan(&self, article: Option<ArticleId>, goal: usize) -> Result<Planned, Fault> {
        tasks::plan(&self.store, article, None, goal).map_err(|error| explain::plain_task(&error))
    }

    /// A session of one question: the term in its sentence of the article. `None` where it cannot be asked there.
    pub fn ask_here(
        &self,
        term: TermId,
        article: ArticleId,
        sentence: usize,
        text: &Article,
        wish: ModeChoice,
    ) -> Result<Option<Session>, Fault> {
        let Some(of) = text.sentences.get(sentence) else { return Ok(None) };
        let place = tasks::Asked { term, article, sentence: text.sentence_text(of) };
        tasks::ask_here(&self.store, &place, self.settings.clone(), &self.calendar, wish, self.now())
            .map_err(|error| explain::plain_task(&error))
    }
}

impl Desk {
    /// Questions about an article; others each time.
    pub fn check_reading(&self, id: ArticleId) -> Result<Vec<CheckQuestion>, Fault> {
        let seed = self.now().as_millis().unsigned_abs();
        tasks::check_reading(&self.store, id, seed).map_err(|error| explain::plain_task(&error))
    }

    pub fn record_check(&mut self, id: ArticleId, kind: CheckKind, passed: bool) -> Result<(), Fault> {
        let now = self.now();
        told(self.store.record_check(id, kind, passed, self.calendar.day(now), now))
    }

    /// The articles that are worth reading again.
    pub fn rereadings(&self) -> Result<Vec<Rereading>, Fault> {
        tasks::rereadings(&self.store, self.calendar.day(self.now())).map_err(|error| explain::plain_task(&error))
    }

    /// The goals and how they stand.
    pub fn goals(&self) -> Result<Vec<GoalStanding>, Fault> {
        tasks::goals(&self.store, self.limits.new_per_day, &self.calendar, self.now())
            .map_err(|error| explain::plain_task(&error))
    }

    pub fn set_goal(&mut self, goal: &Goal) -> Result<GoalId, Fault> {
        let now = self.now();
        told(self.store.set_goal(goal, now))
    }

    pub fn remove_goal(&mut self, goal: GoalId) -> Result<bool, Fault> {
        let now = self.now();
        told(self.store.remove_goal(goal, now))
    }

    /// Everything that progress is told from.
    pub fn progress(&self) -> Result<Learned, Fault> {
        tasks::progress(&self.store, &self.settings, self.limits.new_per_day, &self.calendar, self.now())
            .map_err(|error| explain::plain_task(&error))
    }
}
