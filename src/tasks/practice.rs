//! Practice: a session that moves no dates.

use std::collections::HashMap;

use super::study_deck::{items, scheduler, with_words};
use super::{TaskError, mixed_up};
use crate::deck::{ArticleId, Card, DeckId, Mode, ModeChoice, Term, TermId};
use crate::schedule::Settings;
use crate::store::Store;
use crate::study::{Item, Session};
use crate::time::{Calendar, Timestamp};

/// Questions of a practice that names no number.
const MOST: usize = 20;

/// What is practised.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Practice {
    /// `None` for all decks.
    pub deck: Option<DeckId>,
    pub of: PracticeOf,
    /// Questions at the most.
    pub limit: Option<usize>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PracticeOf {
    /// The weakest memories of the deck, then what is new.
    #[default]
    Deck,
    /// The terms of one article.
    Article(ArticleId),
    /// What was answered wrong today.
    Mistakes,
    /// Terms that are mixed up, one after the other.
    MixedUp,
}

/// A session of practice.
pub fn practise(
    store: &Store,
    practice: Practice,
    settings: Settings,
    calendar: &Calendar,
    wish: ModeChoice,
    now: Timestamp,
) -> Result<Session, TaskError> {
    let scheduler = scheduler(store, practice.deck, settings, calendar.day(now))?;
    let article = match practice.of {
        PracticeOf::Article(article) => Some(article),
        _ => None,
    };
    let cards = store.practice_cards(practice.deck, article)?;
    let cards = match practice.of {
        PracticeOf::Deck | PracticeOf::Article(_) => cards,
        PracticeOf::Mistakes => in_order(cards, &store.mistakes(calendar.day(now))?),
        PracticeOf::MixedUp => {
            let pairs = mixed_up(store)?;
            in_order(cards, &pairs.into_iter().flat_map(|(one, other)| [one, other]).collect::<Vec<_>>())
        }
    };
    // Words that are mixed up are asked against each other: as choices, unless another mode is wished.
    let wish = match (practice.of, wish) {
        (PracticeOf::MixedUp, ModeChoice::Auto) => ModeChoice::Always(Mode::Choice),
        (_, wish) => wish,
    };
    let most = practice.limit.unwrap_or(MOST);
    let queue: Vec<Item> = items(store, practice.deck, cards).take(most).collect::<Result<_, _>>()?;
    with_words(store, Session::new(queue, scheduler, calendar.clone(), wish, now).practising(), now)
}

/// The cards of these terms in this order, each once.
fn in_order(cards: Vec<(Term, Card)>, terms: &[TermId]) -> Vec<(Term, Card)> {
    let mut cards: HashMap<TermId, (Term, Card)> = cards.into_iter().map(|card| (card.0.id, card)).collect();
    terms.iter().filter_map(|term| cards.remove(term)).collect()
}
