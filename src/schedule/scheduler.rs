//! The four ways a card can go on. The fsrs crate's only home.

use std::collections::HashMap;

use fsrs::{DEFAULT_PARAMETERS, FSRS, ItemState, MemoryState, current_retrievability};

use super::fuzz::{factor, whole_f32};
use super::waits::{Wait, Waits};
use super::{BadSettings, Interval, Load, Settings};
use crate::deck::{Card, Due, Grade, Memory, State, TermId};
use crate::time::{Calendar, StudyDay, Timestamp};

/// How much longer the first interval of a term is whose parts are all known (see [`Traits::parts_known`]).
const HEAD_START: f32 = 1.5;

/// FSRS-6 with the learner's settings.
pub struct Scheduler {
    fsrs: FSRS,
    settings: Settings,
    load: Load,
    traits: HashMap<TermId, Traits>,
}

/// What the schedule must know of a single term.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Traits {
    /// The chance of recall that its deck wishes for, where that is not the usual one.
    pub retention: Option<f32>,
    /// Its parts are terms of their own, and all of them are mature: 해외 and 진출 for 해외진출. Such a term starts with
    /// a stability half as long again, if its first answer is no Again. It is a head start and no more: from the second
    /// answer on, FSRS goes by what was answered.
    pub parts_known: bool,
}

/// FSRS-6's published weights.
pub fn default_parameters() -> Vec<f32> {
    DEFAULT_PARAMETERS.to_vec()
}

/// A card as a grade would leave it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Next {
    pub card: Card,
    pub interval: Interval,
    /// Its stability has the head start of a compound whose parts are known.
    pub head_start: bool,
}

/// All four outcomes as values: the screen shows and the answer applies the same one.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    outcomes: [Next; 4],
}

impl Preview {
    pub fn next(&self, grade: Grade) -> &Next {
        &self.outcomes[usize::from(grade.number() - 1)]
    }

    /// The same outcomes of a card whose flag was put on or taken off meanwhile.
    #[must_use]
    pub fn flagged(mut self, flagged: bool) -> Self {
        for outcome in &mut self.outcomes {
            outcome.card.flagged = flagged;
        }
        self
    }
}

impl Scheduler {
    pub fn new(settings: Settings) -> Result<Self, BadSettings> {
        settings.validate()?;
        let fsrs = FSRS::new(&settings.parameters).map_err(|_| BadSettings::Parameters)?;
        Ok(Self { fsrs, settings, load: Load::default(), traits: HashMap::new() })
    }

    /// Puts intervals where the days have room.
    #[must_use]
    pub fn with_load(self, load: Load) -> Self {
        Self { load, ..self }
    }

    /// Tells terms apart that are to be treated in their own way.
    #[must_use]
    pub fn with_traits(self, traits: HashMap<TermId, Traits>) -> Self {
        Self { traits, ..self }
    }

    /// Says that all parts of a term are known.
    pub fn start_easier(&mut self, term: TermId) {
        self.traits.entry(term).or_default().parts_known = true;
    }

    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Keeps count of a card whose day changed, so that the next one finds the load as it is.
    pub fn moved(&mut self, before: &Card, after: &Card) {
        self.load.moved(before.due, after.due);
    }

    /// The chance, from 0 to 1, that the card is recalled on `day`. 1 for a card that was never answered.
    pub fn retrievability(&self, card: &Card, day: StudyDay, calendar: &Calendar) -> f32 {
        let (Some(memory), Some(last)) = (card.memory, card.last_review) else { return 1.0 };
        let elapsed = day.days_since(calendar.day(last)).max(0).unsigned_abs();
        self.recall(memory, elapsed)
    }

    /// The last of the weights: how the forgetting curve falls.
    pub fn decay(&self) -> f32 {
        self.settings.parameters.get(20).copied().unwrap_or(DEFAULT_PARAMETERS[20])
    }

    /// The chance of recall `elapsed` days after the last answer.
    pub fn recall(&self, memory: Memory, elapsed: u32) -> f32 {
        current_retrievability(state_of(memory), whole_f32(elapsed), self.decay())
    }

    /// Days, unrounded, after which the chance of recall has fallen to `retention`.
    pub fn days_until(&self, memory: Memory, retention: f32) -> f32 {
        self.fsrs.next_interval(Some(memory.stability), retention, 0)
    }

    /// The memory after a grade given `elapsed` days behind the last answer; `None` for the first one.
    pub fn remember(&self, memory: Option<Memory>, elapsed: u32, grade: Grade) -> Memory {
        let [again, hard, good, easy] = self.states(memory, elapsed, self.settings.desired_retention);
        memory_of(&match grade {
            Grade::Again => again,
            Grade::Hard => hard,
            Grade::Good => good,
            Grade::Easy => easy,
        })
    }

    /// The memory after a first answer that had the head start of [`Traits::parts_known`].
    pub fn begin_easier(&self, grade: Grade) -> Memory {
        let memory = self.remember(None, 0, grade);
        match grade {
            Grade::Again => memory,
            _ => Memory { stability: eased(memory.stability), ..memory },
        }
    }

    /// What each grade at `now` would make of `card`. Days are study days of `calendar`, as in Anki, so that an answer
    /// in the evening and one in the next morning are a day apart; a clock that was set back counts as no time at all.
    pub fn preview(&self, card: &Card, now: Timestamp, calendar: &Calendar) -> Preview {
        let today = calendar.day(now);
        let traits = self.traits.get(&card.term).copied().unwrap_or_default();
        let last = card.last_review.map(|last| calendar.day(last));
        let elapsed = last.map_or(0, |last| today.days_since(last).max(0).unsigned_abs());
        let retention = traits.retention.unwrap_or(self.settings.desired_retention);
        let mut states = self.states(card.memory, elapsed, retention);
        if card.memory.is_none() && traits.parts_known {
            for state in states.iter_mut().skip(1) {
                state.memory.stability = eased(state.memory.stability);
                state.interval = self.fsrs.next_interval(Some(state.memory.stability), retention, 0);
            }
        }
        let waits = Waits {
            settings: &self.settings,
            load: &self.load,
            today,
            factor: self.settings.fuzz.then(|| factor(card)),
            // The interval that ends now, as it was meant to be.
            previous: match (card.due, last) {
                (Some(Due::On(day)), Some(last)) => day.days_since(last).max(0).unsigned_abs(),
                _ => 0,
            },
        };
        let plans = waits.of(card.state, &states.each_ref().map(|state| state.interval));
        let mut outcomes = [Next { card: *card, interval: Interval::Days(0), head_start: false }; 4];
        for ((outcome, (state, wait)), after) in outcomes.iter_mut().zip(plans).zip(&states) {
            *outcome = Next {
                card: Card {
                    state,
                    memory: Some(memory_of(after)),
                    due: Some(match wait {
                        Wait::Seconds(seconds) => Due::At(now.plus_seconds(seconds)),
                        Wait::Days(days) => Due::On(today.plus(i32::try_from(days).unwrap_or(i32::MAX))),
                    }),
                    last_review: Some(now),
                    reps: card.reps.saturating_add(1),
                    buried_until: None,
                    ..*card
                },
                interval: wait.interval(),
                head_start: false,
            };
        }
        for outcome in outcomes.iter_mut().skip(1) {
            outcome.head_start = card.memory.is_none() && traits.parts_known;
        }
        if card.state == State::Review {
            let lapses = card.lapses.saturating_add(1);
            outcomes[0].card.lapses = lapses;
            outcomes[0].card.leech |= is_leech(lapses, self.settings.leech_lapses);
        }
        Preview { outcomes }
    }

    /// A card in review with the day that its memory asks for, counted from its last answer; never before `today`.
    #[must_use]
    pub fn replan(&self, card: &Card, calendar: &Calendar, today: StudyDay) -> Card {
        let (State::Review, Some(memory), Some(last)) = (card.state, card.memory, card.last_review) else {
            return *card;
        };
        let last = calendar.day(last);
        let traits = self.traits.get(&card.term).copied().unwrap_or_default();
        let retention = traits.retention.unwrap_or(self.settings.desired_retention);
        // The same draw as when the interval was set: by the answers before the last one.
        let before = Card { reps: card.reps.saturating_sub(1), ..*card };
        let waits = Waits {
            settings: &self.settings,
            load: &self.load,
            today: last,
            factor: self.settings.fuzz.then(|| factor(&before)),
            previous: 0,
        };
        let days = waits.days(self.days_until(memory, retention), 0);
        let day = last.plus(i32::try_from(days).unwrap_or(i32::MAX)).max(today);
        Card { due: Some(Due::On(day)), ..*card }
    }

    /// The states after again, hard, good and easy.
    fn states(&self, memory: Option<Memory>, elapsed: u32, retention: f32) -> [ItemState; 4] {
        let all = |states: fsrs::NextStates| [states.again, states.hard, states.good, states.easy];
        // Only a memory that no scheduler wrote is refused: begin anew with it.
        let states = self
            .fsrs
            .next_states(memory.map(state_of), retention, elapsed)
            .or_else(|_| self.fsrs.next_states(None, retention, 0));
        let empty = || ItemState { memory: MemoryState { stability: 1.0, difficulty: 5.0 }, interval: 1.0 };
        states.map_or_else(|_| [empty(), empty(), empty(), empty()], all)
    }
}

fn eased(stability: f32) -> f32 {
    stability * HEAD_START
}

const fn state_of(memory: Memory) -> MemoryState {
    MemoryState { stability: memory.stability, difficulty: memory.difficulty }
}

const fn memory_of(state: &ItemState) -> Memory {
    Memory { stability: state.memory.stability, difficulty: state.memory.difficulty }
}

/// At `threshold` lapses, and after each half as many.
const fn is_leech(lapses: u32, threshold: u32) -> bool {
    threshold > 0 && lapses >= threshold && (lapses - threshold).is_multiple_of(threshold.div_ceil(2))
}

#[cfg(test)]
mod tests;
