//! A day's cards: the cap, the backlog, head starts; and weights fitted without moving a day.

use std::collections::HashMap;

use jiff::tz::TimeZone;

use super::learner_tests::{START, compound, library, study, true_weights};
use super::{Limits, begin, optimize_weights};
use crate::deck::{Card, Due, Grade, Memory, Mode, State, TermId};
use crate::schedule::Settings;
use crate::store::Store;
use crate::study::{Action, Left, Order, Session};
use crate::time::Calendar;

fn calendar() -> Calendar {
    Calendar::new(TimeZone::UTC, 4)
}

fn session(store: &Store, new_per_day: u32, reviews_per_day: u32) -> Session {
    let limits = Limits { new_per_day, reviews_per_day, questions: None, order: Order::Due };
    begin(store, None, limits, Settings::default(), &calendar(), Mode::Reveal.into(), START).unwrap()
}

/// Makes the first `count` cards due today, each with a stability of as many days as its number.
fn make_due(store: &mut Store, count: u16) {
    let today = calendar().day(START);
    let cards: Vec<Card> = (1..=count)
        .map(|number| Card {
            state: State::Review,
            memory: Some(Memory { stability: f32::from(number), difficulty: 5.0 }),
            due: Some(Due::On(today)),
            last_review: Some(START.plus_seconds(-10 * 86_400)),
            reps: 5,
            ..Card::new(TermId(i64::from(number)))
        })
        .collect();
    store.put_cards(&cards).unwrap();
}

#[test]
fn of_a_backlog_what_is_most_likely_forgotten_comes_first_and_new_terms_wait() {
    let mut store = library(3);
    make_due(&mut store, 30);
    let session = session(&store, 20, 10);
    assert_eq!(session.left(), Left { new: 0, learning: 0, review: 10 });
    assert_eq!(session.item().unwrap().term.id, TermId(1), "the shortest memory, ten days old");
}

#[test]
fn new_terms_wait_in_proportion_to_what_is_left_over() {
    let mut store = library(3);
    make_due(&mut store, 12);
    assert_eq!(session(&store, 20, 10).left(), Left { new: 16, learning: 0, review: 10 });
    assert_eq!(session(&store, 20, 12).left(), Left { new: 20, learning: 0, review: 12 });
}

#[test]
fn a_compound_whose_parts_are_mature_starts_easier() {
    let interval = |stability| {
        let mut store = library(1);
        compound(&mut store);
        let today = calendar().day(START);
        let known = |id| Card {
            state: State::Review,
            memory: Some(Memory { stability, difficulty: 5.0 }),
            due: Some(Due::On(today.plus(9))),
            last_review: Some(START),
            ..Card::new(TermId(id))
        };
        store.put_cards(&[known(1), known(2)]).unwrap();
        let mut session = session(&store, 99, 99);
        while session.item().unwrap().term.parts.is_empty() {
            session.update(Action::Bury, START);
            session.confirm(crate::study::Outcome::StatusSet, START);
        }
        session.update(Action::Reveal, START);
        session.preview().unwrap().next(Grade::Easy).card.memory.unwrap().stability
    };
    assert!((interval(30.0) / interval(3.0) - 1.5).abs() < 1e-6);
}

#[test]
fn fitted_weights_are_kept_if_they_are_better_and_move_no_day_unasked() {
    let mut weights = true_weights();
    (weights[2], weights[3]) = (0.6, 1.5); // a learner who forgets what is new at once
    let (mut store, _) = study(60, 12, weights, None);
    let today = calendar().day(START).plus(60);
    let due = |store: &Store| -> HashMap<TermId, Option<Due>> {
        store.cards(None).unwrap().into_iter().map(|(_, card)| (card.term, card.due)).collect()
    };
    let before = due(&store);
    let mut fit = |apply, reschedule| {
        let report = optimize_weights(&mut store, Settings::default(), &calendar(), today, apply, reschedule).unwrap();
        (report, due(&store), store.parameters().unwrap())
    };
    let (report, days, stored) = fit(false, false);
    assert!(report.found.is_better() && !report.applied, "{report:?}");
    assert_eq!((&days, stored), (&before, None), "only told");
    let (report, days, stored) = fit(true, false);
    assert_eq!((report.applied, report.moved, &days), (true, 0, &before));
    assert!(report.cards > 600 && stored.is_some());
    let (report, ..) = fit(true, false);
    assert!(!report.applied || report.found.is_better(), "never worse ones");
}

#[test]
fn rescheduling_moves_days_and_never_into_the_past() {
    let (mut store, _) = study(60, 12, true_weights(), None);
    let today = calendar().day(START).plus(60);
    let report = optimize_weights(&mut store, Settings::default(), &calendar(), today, true, true).unwrap();
    assert_eq!(report.applied, report.found.is_better());
    if report.applied {
        assert!(report.moved > 0);
        let late = store
            .cards(None)
            .unwrap()
            .into_iter()
            .filter(|(_, card)| matches!(card.due, Some(Due::On(day)) if day < today));
        assert_eq!(late.count(), 0);
    }
}
