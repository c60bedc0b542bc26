use jiff::tz::TimeZone;
use proptest::prelude::*;

use super::*;
use crate::deck::TermId;

const START: Timestamp = Timestamp::from_millis(1_767_225_600_000);

fn calendar() -> Calendar {
    Calendar::new(TimeZone::UTC, 4)
}

fn plain() -> Scheduler {
    Scheduler::new(Settings { fuzz: false, ..Settings::default() }).unwrap()
}

/// Answers `card` at the moment it is due.
fn answer_due(scheduler: &Scheduler, card: Card, grade: Grade, now: &mut Timestamp) -> (Card, Interval) {
    if let Some(due) = card.due {
        *now = match due {
            Due::At(at) => at,
            Due::On(day) => Timestamp::from_millis(calendar().start(day).as_millis() + 8 * 3_600_000),
        };
    }
    let next = *scheduler.preview(&card, *now, &calendar()).next(grade);
    (next.card, next.interval)
}

#[test]
fn memory_states_are_the_published_ones() {
    // fsrs-rs, py-fsrs and ts-fsrs: ratings 1,3,3,3,3,3 at gaps of 0,0,1,3,8,21 days.
    let scheduler = plain();
    let mut card = Card::new(TermId(1));
    let mut now = START;
    for (grade, gap) in [(1, 0), (3, 0), (3, 1), (3, 3), (3, 8), (3, 21)] {
        now = now.plus_seconds(gap * 86_400);
        card = scheduler.preview(&card, now, &calendar()).next(Grade::from_number(grade).unwrap()).card;
    }
    let memory = card.memory.unwrap();
    assert!((memory.stability - 53.62691).abs() < 1e-3, "{memory:?}");
    assert!((memory.difficulty - 6.357_486_7).abs() < 1e-4, "{memory:?}");
}

#[test]
fn intervals_are_the_published_ones() {
    // py-fsrs and ts-fsrs: Good x6, Again x2, Good x5, each at its due moment; 0 stands for a step of minutes.
    let scheduler = plain();
    let mut card = Card::new(TermId(1));
    let mut now = START;
    let mut days = Vec::new();
    for grade in [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3] {
        let (next, interval) = answer_due(&scheduler, card, Grade::from_number(grade).unwrap(), &mut now);
        days.push(match interval {
            Interval::Minutes(_) => 0,
            Interval::Days(days) => days,
        });
        card = next;
    }
    assert_eq!(days, [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
}

#[test]
fn the_steps_are_ankis() {
    let preview = plain().preview(&Card::new(TermId(1)), START, &calendar());
    assert_eq!(preview.next(Grade::Again).interval, Interval::Minutes(1));
    assert_eq!(preview.next(Grade::Hard).interval, Interval::Minutes(6));
    assert_eq!(preview.next(Grade::Good).interval, Interval::Minutes(10));
    assert!(matches!(preview.next(Grade::Easy).interval, Interval::Days(8)));
    assert_eq!(preview.next(Grade::Good).card.state, State::Learning { step: 1 });
    assert_eq!(preview.next(Grade::Easy).card.state, State::Review);
}

#[test]
fn forgetting_a_review_counts_a_lapse_and_leads_through_the_steps() {
    let scheduler = plain();
    let mut now = START;
    let (card, _) = answer_due(&scheduler, Card::new(TermId(1)), Grade::Easy, &mut now);
    let (card, interval) = answer_due(&scheduler, card, Grade::Again, &mut now);
    assert_eq!((card.state, card.lapses, interval), (State::Relearning { step: 0 }, 1, Interval::Minutes(10)));
    let (card, _) = answer_due(&scheduler, card, Grade::Again, &mut now);
    assert_eq!(card.lapses, 1, "a second failure in the steps is the same lapse");
    let (card, _) = answer_due(&scheduler, card, Grade::Good, &mut now);
    assert_eq!(card.state, State::Review);
}

fn review_card() -> impl Strategy<Value = Card> {
    (any::<i64>(), 0.1..3000.0_f32, 1.0..10.0_f32, 0..60_u32, -5..4000_i64).prop_map(
        |(id, stability, difficulty, reps, ago)| Card {
            state: State::Review,
            memory: Some(Memory { stability, difficulty }),
            last_review: Some(START.plus_seconds(-ago * 86_400)),
            reps,
            ..Card::new(TermId(id))
        },
    )
}

proptest! {
    #[test]
    fn hard_good_and_easy_are_at_least_a_day_apart(card in review_card()) {
        for scheduler in [plain(), Scheduler::new(Settings::default()).unwrap()] {
            let preview = scheduler.preview(&card, START, &calendar());
            let days = |grade| preview.next(grade).interval.days();
            prop_assert!(days(Grade::Hard) >= 1.0 && days(Grade::Easy) <= 36_500.0);
            prop_assert!(days(Grade::Hard) < days(Grade::Good) || days(Grade::Good) >= 36_500.0);
            prop_assert!(days(Grade::Good) < days(Grade::Easy) || days(Grade::Easy) >= 36_500.0);
        }
    }

    #[test]
    fn what_is_previewed_is_what_happens(card in review_card()) {
        let scheduler = Scheduler::new(Settings::default()).unwrap();
        prop_assert_eq!(scheduler.preview(&card, START, &calendar()), scheduler.preview(&card, START, &calendar()));
    }
}
