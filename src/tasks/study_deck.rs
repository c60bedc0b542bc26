//! A session's beginning, and the storing of each of its steps.

use std::collections::HashMap;

use super::{TaskError, list_words, own_words};
use crate::deck::{Card, DeckId, ModeChoice, Term, TermId};
use crate::schedule::{Scheduler, Settings};
use crate::store::{Store, StoreError};
use crate::study::{Effect, Item, Outcome, Session, order};
use crate::time::{Calendar, Timestamp};

/// How much a day may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// New terms still to be met today, before what was met is taken off.
    pub new_per_day: u32,
    pub reviews_per_day: u32,
    /// Questions of this session at the most.
    pub questions: Option<usize>,
}

/// A session over `deck`, or over all decks: what is due, and new terms as far as the day allows.
pub fn begin(
    store: &Store,
    deck: Option<DeckId>,
    limits: Limits,
    settings: Settings,
    calendar: &Calendar,
    wish: ModeChoice,
    now: Timestamp,
) -> Result<Session, TaskError> {
    let scheduler = Scheduler::new(settings)?;
    let today = calendar.day(now);
    let done = store.answered_today(deck, today)?;
    let room = |limit: u32, done: usize| (limit as usize).saturating_sub(done);
    let due = items(store, deck, store.due_cards(deck, today, now)?, room(limits.reviews_per_day, done.reviews))?;
    let mut new = store.new_cards(deck, today)?;
    let ranks: HashMap<TermId, usize> =
        list_words(store, deck)?.into_iter().enumerate().map(|(rank, row)| (row.term.id, rank)).collect();
    // What the learner put first comes first.
    let wanted: HashMap<TermId, usize> =
        store.wanted_first()?.into_iter().enumerate().map(|(place, term)| (term, place)).collect();
    let place = |places: &HashMap<TermId, usize>, term: &Term| places.get(&term.id).copied().unwrap_or(usize::MAX);
    new.sort_by_key(|(term, _)| (place(&wanted, term), place(&ranks, term)));
    let new = items(store, deck, new, room(limits.new_per_day, done.new))?;
    let mut queue = order(due, new);
    if let Some(most) = limits.questions {
        queue.truncate(most);
    }
    let seed = now.as_millis().unsigned_abs();
    Ok(Session::new(queue, scheduler, calendar.clone(), wish, now).with_words(own_words(store)?, seed))
}

/// Cards with all they need to be asked; a term without a sentence is passed over.
pub(super) fn items(
    store: &Store,
    deck: Option<DeckId>,
    cards: Vec<(Term, Card)>,
    most: usize,
) -> Result<Vec<Item>, StoreError> {
    let mut items = Vec::with_capacity(most.min(cards.len()));
    for (term, card) in cards {
        if items.len() == most {
            break;
        }
        let questions = store.questions(term.id, deck)?;
        if !questions.is_empty() {
            items.push(Item { term, card, questions });
        }
    }
    Ok(items)
}

/// Stores what a session asked to store. The session moves on only with the outcome.
pub fn apply(store: &mut Store, effect: &Effect, now: Timestamp) -> Result<Outcome, StoreError> {
    Ok(match effect {
        Effect::Record(answer) if answer.aid.practice => Outcome::Recorded(store.practise(answer)?),
        Effect::Record(answer) => Outcome::Recorded(store.record(answer)?),
        Effect::Replace { review, answer } if answer.aid.practice => {
            Outcome::Recorded(store.replace_practice(*review, answer, now)?)
        }
        Effect::Replace { review, answer } => Outcome::Recorded(store.replace(*review, answer, now)?),
        Effect::Undo { review, restore } => {
            store.undo(*review, restore, now)?;
            Outcome::Undone
        }
        Effect::UndoPractice { review } => {
            store.undo_practice(*review, now)?;
            Outcome::Undone
        }
        Effect::Remark { term, word, remark, stands } => {
            store.remark(*term, word, *remark, *stands, now)?;
            Outcome::Remarked
        }
        Effect::SetStatus { card } => {
            store.set_status(card)?;
            Outcome::StatusSet
        }
    })
}
