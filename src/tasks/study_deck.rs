//! A session's beginning, and the storing of each of its steps.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

use super::rank_new::ranks;
use super::{TaskError, bring_words};
use crate::deck::{Card, DeckId, Due, ModeChoice, State, Status, Term, TermId};
use crate::schedule::{Load, Scheduler, Settings, Traits};
use crate::store::{Store, StoreError};
use crate::study::{Chosen, Effect, Item, Met, Order, Outcome, Session, order, select};
use crate::time::{Calendar, StudyDay, Timestamp};
use crate::vocab::TermKey;

/// Days ahead whose load is weighed: as far as the schedule balances, and the widest window behind it.
const AHEAD: i32 = 240;

/// Days of stability from which a part of a compound counts as known.
const MATURE: f32 = 21.0;

/// How much a day may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// New terms still to be met today, before what was met is taken off.
    pub new_per_day: u32,
    pub reviews_per_day: u32,
    /// Questions of this session at the most.
    pub questions: Option<usize>,
    pub order: Order,
}

/// A session over `deck`, or over all decks: what is due, and new terms as far as the day allows.
///
/// Where more is due than a day may hold, what is most likely forgotten comes first, and new terms wait in proportion:
/// none at all as soon as a second day's worth is waiting. In a vacation there is nothing to do.
pub fn begin(
    store: &Store,
    deck: Option<DeckId>,
    limits: Limits,
    settings: Settings,
    calendar: &Calendar,
    wish: ModeChoice,
    now: Timestamp,
) -> Result<Session, TaskError> {
    let today = calendar.day(now);
    let mut scheduler = scheduler(store, deck, settings, today)?;
    let session =
        |scheduler, queue| with_words(store, Session::new(queue, scheduler, calendar.clone(), wish, now), now);
    if store.vacation()?.is_some_and(|days| days.contains(&today)) {
        return session(scheduler, Vec::new());
    }
    let done = store.answered_today(deck, today)?;
    let room = |limit: u32, done: usize| (limit as usize).saturating_sub(done);
    let mut met = met(store, today)?;

    let (steps, mut days): (Vec<_>, Vec<_>) =
        store.due_cards(deck, today, now)?.into_iter().partition(|(_, card)| matches!(card.due, Some(Due::At(_))));
    let most = room(limits.reviews_per_day, done.reviews);
    let waiting = days.len().saturating_sub(most);
    if waiting > 0 {
        // Asked once a card: the calendar makes it dear.
        let chance = |card: &Card| scheduler.retrievability(card, today, calendar);
        let mut by_chance: Vec<_> = days.into_iter().map(|both| (chance(&both.1), both)).collect();
        by_chance.sort_by(|(a, _), (b, _)| a.partial_cmp(b).unwrap_or(Ordering::Equal));
        days = by_chance.into_iter().map(|(_, both)| both).collect();
    }
    let due = select(items(store, deck, days), most, &mut met)?;
    // Cards in steps were begun and are ended, whatever else the day holds.
    let steps = items(store, deck, steps).collect::<Result<Vec<_>, _>>()?;

    let most = scaled(room(limits.new_per_day, done.new), waiting, limits.reviews_per_day as usize);
    let new = if most == 0 { Chosen::default() } else { new_terms(store, deck, today, limits.order, most, &mut met)? };
    let next = if limits.order == Order::Useful { store.next_article(deck)? } else { HashSet::new() };

    scheduler = with_head_starts(store, scheduler, new.items.iter().chain(&new.later))?;
    let mut queue = order(due.items, new.items, limits.order, |term| next.contains(&term));
    queue.extend(steps);
    queue.extend(due.later);
    queue.extend(new.later);
    if let Some(most) = limits.questions {
        queue.truncate(most);
    }
    session(scheduler, queue)
}

/// The session with the reader's words, read at once only if the first question needs them.
pub(super) fn with_words(store: &Store, session: Session, now: Timestamp) -> Result<Session, TaskError> {
    let mut session = session.with_words_later(store.mark()?, now.as_millis().unsigned_abs());
    bring_words(store, &mut session)?;
    Ok(session)
}

/// The one schedule for whatever asks or foretells, with what the store knows: fitted parameters, the coming days, the decks' wishes.
pub(super) fn scheduler(
    store: &Store,
    deck: Option<DeckId>,
    mut settings: Settings,
    today: StudyDay,
) -> Result<Scheduler, TaskError> {
    if settings.parameters.is_empty() {
        settings.parameters = store.parameters()?.unwrap_or_default();
    }
    let traits = match deck {
        Some(deck) => {
            settings.desired_retention = store.deck_retention(deck)?.unwrap_or(settings.desired_retention);
            HashMap::new()
        }
        None => own_retentions(store)?,
    };
    let cards = if settings.load_balance { Some(store.due_by_day(today, today.plus(AHEAD))?) } else { None };
    let load = Load::new(cards, &settings.easy_days).with_vacation(store.vacation()?);
    Ok(Scheduler::new(settings)?.with_load(load).with_traits(traits))
}

fn met(store: &Store, today: StudyDay) -> Result<Met, StoreError> {
    let mut met = Met::default();
    for row in store.met_on(today)? {
        met.add(row.key, &row.parts, row.article, &row.sentence);
    }
    Ok(met)
}

/// Of `most`, what is left when `waiting` more cards are due than a day may hold.
const fn scaled(most: usize, waiting: usize, a_day: usize) -> usize {
    if waiting == 0 {
        most
    } else if waiting >= a_day {
        0
    } else {
        most * (a_day - waiting) / a_day
    }
}

fn new_terms(
    store: &Store,
    deck: Option<DeckId>,
    today: StudyDay,
    order: Order,
    most: usize,
    met: &mut Met,
) -> Result<Chosen, TaskError> {
    let mut new = store.new_cards(deck, today)?;
    let ranks = ranks(store, deck, &new)?;
    let next = if order == Order::Useful { store.next_article(deck)? } else { HashSet::new() };
    // What the learner put first comes first.
    let wanted: HashMap<TermId, usize> =
        store.wanted_first()?.into_iter().enumerate().map(|(place, term)| (term, place)).collect();
    let place = |places: &HashMap<TermId, usize>, term: &Term| places.get(&term.id).copied().unwrap_or(usize::MAX);
    new.sort_by_key(|(term, _)| (place(&wanted, term), !next.contains(&term.id), place(&ranks, term)));
    Ok(select(items(store, deck, new), most, met)?)
}

/// Cards with all they need to be asked, read one by one; a term without a sentence is passed over.
pub(super) fn items(
    store: &Store,
    deck: Option<DeckId>,
    cards: Vec<(Term, Card)>,
) -> impl Iterator<Item = Result<Item, StoreError>> {
    cards.into_iter().filter_map(move |(term, card)| match store.questions(term.id, deck) {
        Ok(questions) => (!questions.is_empty()).then_some(Ok(Item { term, card, questions })),
        Err(error) => Some(Err(error)),
    })
}

/// Compounds whose parts are all known start easier; what was asked before has no start any more.
pub(super) fn with_head_starts<'a>(
    store: &Store,
    mut scheduler: Scheduler,
    new: impl Iterator<Item = &'a Item>,
) -> Result<Scheduler, TaskError> {
    for item in new.filter(|item| item.term.parts.len() > 1 && item.card.memory.is_none()) {
        let mut known = true;
        for part in &item.term.parts {
            known &= store.cards_keyed(&TermKey::of(part))?.iter().any(|(_, card)| is_mature(card));
        }
        if known {
            scheduler.start_easier(item.term.id);
        }
    }
    Ok(scheduler)
}

pub(super) fn own_retentions(store: &Store) -> Result<HashMap<TermId, Traits>, StoreError> {
    let own = |(term, retention)| (term, Traits { retention: Some(retention), ..Traits::default() });
    Ok(store.retentions()?.into_iter().map(own).collect())
}

fn is_mature(card: &Card) -> bool {
    card.status == Status::Known
        || (card.state == State::Review && card.memory.is_some_and(|memory| memory.stability >= MATURE))
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
        Effect::SetStatus { card } | Effect::Flag { card } => {
            store.set_status(card)?;
            Outcome::StatusSet
        }
    })
}
