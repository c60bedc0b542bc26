//! What a learner does to cards outside a session: set aside, begin anew, fit the weights.

use std::collections::HashMap;

use super::{TaskError, study_deck};
use crate::deck::{Card, Question, Status, Term, TermId};
use crate::schedule::optimize::{ENOUGH, Optimized, histories, optimize};
use crate::schedule::simulate::{Day, Learner, Plan, simulate};
use crate::schedule::{Load, Scheduler, Settings};
use crate::store::Store;
use crate::time::{Calendar, StudyDay, Timestamp};
use crate::vocab::TermKey;

/// Reviews at the last fit, in `meta`: a new one is suggested when there are twice as many.
const FITTED_AT: &str = "fitted_at_reviews";

/// A forecast is the same each time it is asked for.
const SEED: u64 = 20_261_124;

/// What is to become of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardChange {
    Known,
    Suspend,
    /// Until tomorrow.
    Bury,
    /// Ask it again: neither known nor suspended nor buried.
    Wake,
    /// As if it had never been met. The answers stay in the log.
    Reset,
    Flag,
    Unflag,
    /// No leech any more, until it is forgotten again and again.
    Relieve,
}

impl CardChange {
    pub(super) fn of(self, card: Card, today: StudyDay) -> Card {
        match self {
            Self::Known => Card { status: Status::Known, ..card },
            Self::Suspend => Card { status: Status::Suspended, ..card },
            Self::Bury => Card { buried_until: Some(today.plus(1)), ..card },
            Self::Wake => Card { status: Status::Active, buried_until: None, ..card },
            Self::Reset => Card { flagged: card.flagged, ..Card::new(card.term) },
            Self::Flag => Card { flagged: true, ..card },
            Self::Unflag => Card { flagged: false, ..card },
            Self::Relieve => Card { leech: false, ..card },
        }
    }
}

/// A card with its term and the questions that it can be asked in.
#[derive(Debug, Clone, PartialEq)]
pub struct CardRow {
    pub term: Term,
    pub card: Card,
    pub questions: Vec<Question>,
    /// The chance that it is recalled today; `None` before the first answer.
    pub recall: Option<f32>,
}

/// The cards of a term, one a part of speech.
pub fn cards_of(
    store: &Store,
    term: &str,
    settings: &Settings,
    calendar: &Calendar,
    today: StudyDay,
) -> Result<Vec<CardRow>, TaskError> {
    let found = store.cards_keyed(&TermKey::of(term))?;
    if found.is_empty() {
        return Err(TaskError::UnknownTerm { term: term.to_owned() });
    }
    rows(store, found, settings, calendar, today)
}

/// Cards that were forgotten again and again, the worst first.
pub fn leeches(
    store: &Store,
    settings: &Settings,
    calendar: &Calendar,
    today: StudyDay,
) -> Result<Vec<CardRow>, TaskError> {
    let mut found = store.leeches()?;
    found.sort_by_key(|(_, card)| std::cmp::Reverse(card.lapses));
    rows(store, found, settings, calendar, today)
}

/// Cards with their questions and the chance that they are recalled.
pub(super) fn rows(
    store: &Store,
    found: Vec<(Term, Card)>,
    settings: &Settings,
    calendar: &Calendar,
    today: StudyDay,
) -> Result<Vec<CardRow>, TaskError> {
    let scheduler = study_deck::scheduler(store, None, settings.clone(), today)?;
    let row = |(term, card): (Term, Card)| {
        let recall = card.memory.map(|_| scheduler.retrievability(&card, today, calendar));
        Ok(CardRow { questions: store.questions(term.id, None)?, term, card, recall })
    };
    found.into_iter().map(row).collect()
}

/// Changes all cards of a term, in one transaction, and gives them as they were before.
pub fn change_cards(
    store: &mut Store,
    term: &str,
    change: CardChange,
    today: StudyDay,
) -> Result<Vec<Card>, TaskError> {
    let before: Vec<Card> = store.cards_keyed(&TermKey::of(term))?.into_iter().map(|(_, card)| card).collect();
    if before.is_empty() {
        return Err(TaskError::UnknownTerm { term: term.to_owned() });
    }
    let after: Vec<Card> = before.iter().map(|&card| change.of(card, today)).collect();
    store.put_cards(&after)?;
    Ok(before)
}

/// Whether it is time to fit the weights: there are enough answers, and twice as many as at the last time.
pub fn should_optimize(store: &Store) -> Result<bool, TaskError> {
    let fitted_at: usize = store.meta(FITTED_AT)?.and_then(|text| text.parse().ok()).unwrap_or(0);
    // In the steps of its first day a card is answered twice or so.
    Ok(store.review_count()? >= (3 * ENOUGH).max(2 * fitted_at))
}

/// What fitting the weights came to.
#[derive(Debug, Clone, PartialEq)]
pub struct OptimizeReport {
    pub found: Optimized,
    /// Whether the weights were stored.
    pub applied: bool,
    /// Cards whose memory was worked out anew.
    pub cards: usize,
    /// Cards that were given another day.
    pub moved: usize,
}

/// Fits the weights to the learner's answers. With `apply` they are stored if they are better, and each card's memory is
/// worked out anew from its answers; days move only with `reschedule`.
pub fn optimize_weights(
    store: &mut Store,
    mut settings: Settings,
    calendar: &Calendar,
    today: StudyDay,
    apply: bool,
    reschedule: bool,
) -> Result<OptimizeReport, TaskError> {
    if settings.parameters.is_empty() {
        settings.parameters = store.parameters()?.unwrap_or_default();
    }
    let histories = histories(&store.reviews(None)?);
    let found = optimize(&histories, &settings)?;
    let mut report = OptimizeReport { found, applied: false, cards: 0, moved: 0 };
    if !(apply && report.found.is_better()) {
        return Ok(report);
    }
    store.set_parameters(&report.found.parameters)?;
    store.set_meta(FITTED_AT, &store.review_count()?.to_string())?;
    settings.parameters.clone_from(&report.found.parameters);
    let load = Load::new(Some(HashMap::new()), &settings.easy_days).with_vacation(store.vacation()?);
    let mut scheduler = Scheduler::new(settings)?.with_load(load).with_traits(study_deck::own_retentions(store)?);
    let memories: HashMap<TermId, _> =
        histories.iter().filter_map(|history| Some((history.term, history.memory(&scheduler)?))).collect();
    let mut changed = Vec::new();
    for (_, card) in store.cards(None)? {
        let (Some(_), Some(&memory)) = (card.memory, memories.get(&card.term)) else { continue };
        let mut after = Card { memory: Some(memory), ..card };
        if reschedule {
            after = scheduler.replan(&after, calendar, today);
            scheduler.moved(&Card { due: None, ..card }, &after);
        }
        report.cards += 1;
        report.moved += usize::from(after.due != card.due);
        changed.push(after);
    }
    store.put_cards(&changed)?;
    report.applied = true;
    Ok(report)
}

/// What the coming days would be under `settings`, beginning with `cards`. The learner's memory is taken to be what the
/// weights in use say it is.
pub fn forecast(
    store: &Store,
    settings: Settings,
    days: u32,
    new_per_day: u32,
    cards: &[Card],
    calendar: &Calendar,
    now: Timestamp,
) -> Result<Vec<Day>, TaskError> {
    let today = calendar.day(now);
    let parameters = if settings.parameters.is_empty() { store.parameters()?.unwrap_or_default() } else { Vec::new() };
    let settings = if parameters.is_empty() { settings } else { Settings { parameters, ..settings } };
    // The retention that is tried holds for every deck.
    let scheduler = study_deck::scheduler(store, None, settings.clone(), today)?.with_traits(HashMap::new());
    let learner = Learner::new(Scheduler::new(settings)?, SEED);
    let plan = Plan { days, new_per_day, reviews_per_day: u32::MAX, terms: days.saturating_mul(new_per_day) };
    Ok(simulate(scheduler, learner, plan, cards, now, calendar))
}
