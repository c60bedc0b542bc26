//! A day's cards: the cap, the backlog, head starts; and weights fitted without moving a day.

use std::collections::HashMap;

use jiff::tz::TimeZone;

use super::learner_tests::{START, compound, library, study, true_weights};
use super::{Asked, Limits, apply, ask_here, begin, optimize_weights};
use crate::deck::{Card, Due, Grade, Memory, Mode, State, TermId};
use crate::schedule::{Scheduler, Settings};
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

/// A store with weights of its own, and a deck with a wish of its own.
fn particular() -> Store {
    let mut store = library(3);
    make_due(&mut store, 30);
    let mut weights = true_weights();
    (weights[2], weights[8], weights[20]) = (0.6, 2.2, 0.3);
    store.set_parameters(&weights).unwrap();
    let deck = store.deck_named("덱").unwrap().unwrap();
    store.set_deck_retention(deck, Some(0.8)).unwrap();
    store
}

#[test]
fn a_question_asked_while_reading_has_the_same_outcomes_as_in_study() {
    let store = particular();
    let mut studied = session(&store, 0, 99);
    let (item, question) = (studied.item().unwrap().clone(), studied.question().unwrap().clone());
    let place = Asked { term: item.term.id, article: question.article, sentence: &question.sentence };
    let read = ask_here(&store, &place, Settings::default(), &calendar(), Mode::Reveal.into(), START);
    let mut read = read.unwrap().unwrap();
    studied.update(Action::Reveal, START);
    read.update(Action::Reveal, START);
    assert_eq!(read.preview(), studied.preview());
    let plain = Scheduler::new(Settings::default()).unwrap().preview(&item.card, START, &calendar());
    assert_ne!(read.preview().unwrap().next(Grade::Good), plain.next(Grade::Good), "the weights and wishes tell");
}

#[test]
fn a_question_asked_while_reading_falls_on_a_day_that_has_room() {
    let mut store = library(3);
    make_due(&mut store, 1);
    let today = calendar().day(START);
    let alone = |store: &Store| {
        let question = store.questions(TermId(1), None).unwrap().remove(0);
        let place = Asked { term: TermId(1), article: question.article, sentence: &question.sentence };
        let asked = ask_here(store, &place, Settings::default(), &calendar(), Mode::Reveal.into(), START);
        let mut asked = asked.unwrap().unwrap();
        asked.update(Action::Reveal, START);
        asked.preview().unwrap().next(Grade::Good).card.due.unwrap()
    };
    let Due::On(day) = alone(&store) else { panic!("in days") };
    // All others fall on that very day.
    let others: Vec<Card> = store.cards(None).unwrap().into_iter().skip(1).map(|(_, card)| card).collect();
    let full = others.into_iter().map(|card| Card { state: State::Review, due: Some(Due::On(day)), ..card });
    store.put_cards(&full.collect::<Vec<_>>()).unwrap();
    let moved = alone(&store);
    assert!(moved != Due::On(day) && moved > Due::On(today), "{moved:?}");
}

#[test]
fn progress_foretells_by_the_weights_and_wishes_of_study() {
    let mut store = particular();
    let now = START;
    let told = |store: &Store| super::progress(store, &Settings::default(), 20, &calendar(), now).unwrap();
    assert!((told(&store).desired - 0.8).abs() < 1e-6, "{}", told(&store).desired);
    let mut session = session(&store, 0, 99);
    for _ in 0..20 {
        session.update(Action::Reveal, now);
        for effect in session.update(Action::Grade(Grade::Good), now) {
            let outcome = apply(&mut store, &effect, now).unwrap();
            session.confirm(outcome, now);
        }
    }
    let fitted = told(&store);
    let mut settings = Settings { parameters: store.parameters().unwrap().unwrap(), ..Settings::default() };
    let by_hand = super::progress(&store, &settings, 20, &calendar(), now).unwrap();
    assert!(fitted.error.is_some() && fitted.calibration == by_hand.calibration);
    settings.parameters = crate::schedule::default_parameters();
    assert_ne!(
        fitted.calibration,
        super::progress(&store, &settings, 20, &calendar(), now).unwrap().calibration,
        "the published weights foretell otherwise"
    );
}

#[test]
fn a_first_answer_tells_whether_it_had_a_head_start_and_a_fit_keeps_it() {
    let mut store = library(1);
    compound(&mut store);
    let today = calendar().day(START);
    let known = |id| Card {
        state: State::Review,
        memory: Some(Memory { stability: 30.0, difficulty: 5.0 }),
        due: Some(Due::On(today.plus(9))),
        last_review: Some(START),
        ..Card::new(TermId(id))
    };
    store.put_cards(&[known(1), known(2)]).unwrap();
    let mut session = session(&store, 99, 99);
    let mut answered = HashMap::new();
    while let Some(item) = session.item().cloned() {
        session.update(Action::Reveal, START);
        for effect in session.update(Action::Grade(Grade::Easy), START) {
            let outcome = apply(&mut store, &effect, START).unwrap();
            session.confirm(outcome, START);
        }
        answered.insert(item.term.id, !item.term.parts.is_empty());
    }
    let reviews = store.reviews(None).unwrap();
    assert!(reviews.len() > 10 && reviews.iter().all(|review| review.head_start == answered[&review.term]));
    let scheduler = Scheduler::new(Settings::default()).unwrap();
    for history in crate::schedule::optimize::histories(&reviews) {
        assert_eq!(history.memory(&scheduler), store.card(history.term).unwrap().unwrap().memory, "worked out anew");
    }
}
