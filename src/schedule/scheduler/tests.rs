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

#[test]
fn the_published_numbers_of_the_formulas_hold() {
    // fsrs-rs's own tests: first answers, intervals by retention, chances by day.
    let scheduler = plain();
    let first = Grade::ALL.map(|grade| scheduler.remember(None, 0, grade));
    let expected = [(0.212, 6.4133), (1.2931, 5.112_170_7), (2.3065, 2.118_104), (8.2956, 1.0)];
    for (memory, (stability, difficulty)) in first.into_iter().zip(expected) {
        assert!((memory.stability - stability).abs() < 1e-5 && (memory.difficulty - difficulty).abs() < 1e-5);
    }
    let one = Memory { stability: 1.0, difficulty: 5.0 };
    let days = [0.7, 0.8, 0.9, 1.0].map(|retention| scheduler.days_until(one, retention).round().max(1.0).to_string());
    assert_eq!(days, ["9", "3", "1", "1"]);
    assert!((scheduler.recall(one, 1) - 0.9).abs() < 1e-6);
    assert!((scheduler.recall(Memory { stability: 10.0, difficulty: 5.0 }, 10) - 0.9).abs() < 1e-6);
}

#[test]
fn without_short_term_weights_the_published_state_is_another() {
    let mut parameters = fsrs::DEFAULT_PARAMETERS.to_vec();
    parameters[17..20].fill(0.0);
    let scheduler = Scheduler::new(Settings { parameters, fuzz: false, ..Settings::default() }).unwrap();
    let mut memory = None;
    for (grade, gap) in [(1, 0), (3, 0), (3, 1), (3, 3), (3, 8), (3, 21)] {
        memory = Some(scheduler.remember(memory, gap, Grade::from_number(grade).unwrap()));
    }
    let memory = memory.unwrap();
    assert!(
        (memory.stability - 53.335_106).abs() < 1e-3 && (memory.difficulty - 6.357_486_7).abs() < 1e-4,
        "{memory:?}"
    );
}

#[test]
fn a_leech_is_noticed_at_eight_lapses_and_every_four_after() {
    let scheduler = plain();
    let review = Card {
        state: State::Review,
        memory: Some(Memory { stability: 9.0, difficulty: 9.0 }),
        last_review: Some(START),
        ..Card::new(TermId(1))
    };
    let noticed = |lapses| {
        let card = Card { lapses, ..review };
        scheduler.preview(&card, START.plus_seconds(9 * 86_400), &calendar()).next(Grade::Again).card.leech
    };
    assert_eq!((0..20).filter(|&lapses| noticed(lapses)).collect::<Vec<_>>(), [7, 11, 15, 19]);
    let still = Card { leech: true, lapses: 8, ..review };
    assert!(scheduler.preview(&still, START, &calendar()).next(Grade::Good).card.leech, "until it is taken off");
}

#[test]
fn a_term_whose_parts_are_known_starts_easier() {
    let traits = HashMap::from([(TermId(1), Traits { parts_known: true, ..Traits::default() })]);
    let scheduler = plain().with_traits(traits);
    let easier = scheduler.preview(&Card::new(TermId(1)), START, &calendar());
    let usual = scheduler.preview(&Card::new(TermId(2)), START, &calendar());
    let stability = |preview: &Preview, grade| preview.next(grade).card.memory.unwrap().stability;
    assert!((stability(&easier, Grade::Good) / stability(&usual, Grade::Good) - 1.5).abs() < 1e-6);
    assert_eq!(
        (easier.next(Grade::Easy).interval, usual.next(Grade::Easy).interval),
        (Interval::Days(12), Interval::Days(8))
    );
    assert!(
        (stability(&easier, Grade::Again) - stability(&usual, Grade::Again)).abs() < 1e-6,
        "who fails starts as ever"
    );
}

#[test]
fn a_deck_can_wish_for_another_retention() {
    let traits = HashMap::from([(TermId(1), Traits { retention: Some(0.8), ..Traits::default() })]);
    let scheduler = plain().with_traits(traits);
    let of = |id| {
        let card = Card {
            state: State::Review,
            memory: Some(Memory { stability: 20.0, difficulty: 5.0 }),
            last_review: Some(START),
            ..Card::new(TermId(id))
        };
        scheduler.preview(&card, START.plus_seconds(20 * 86_400), &calendar()).next(Grade::Good).interval.days()
    };
    assert!(of(1) > 2.0 * of(2), "{} {}", of(1), of(2));
}

/// Three days of Good, each day's answer at the moment given: the days that elapse decide, not the hours.
fn after_answers(moments: &[(&str, &str)]) -> Memory {
    let scheduler = plain();
    let mut card = Card { state: State::Review, ..Card::new(TermId(1)) };
    for (moment, zone) in moments {
        let now = Timestamp::from_millis(moment.parse::<jiff::Timestamp>().unwrap().as_millisecond());
        let calendar = Calendar::new(TimeZone::get(zone).unwrap(), 4);
        card = scheduler.preview(&card, now, &calendar).next(Grade::Good).card;
    }
    card.memory.unwrap()
}

#[test]
fn days_are_counted_by_the_clock_on_the_wall() {
    const SEOUL: &str = "Asia/Seoul";
    const NEW_YORK: &str = "America/New_York";
    let a_day = plain().remember(Some(plain().remember(None, 0, Grade::Good)), 1, Grade::Good);
    let same_day = plain().remember(Some(plain().remember(None, 0, Grade::Good)), 0, Grade::Good);
    // 23:00 and 08:00 next morning: nine hours, a day. 23:00 and 03:00: the same day still.
    assert_eq!(after_answers(&[("2026-01-31T14:00:00Z", SEOUL), ("2026-01-31T23:00:00Z", SEOUL)]), a_day);
    assert_eq!(after_answers(&[("2026-01-31T14:00:00Z", SEOUL), ("2026-01-31T18:00:00Z", SEOUL)]), same_day);
    // Midnight in Greenwich, nine in the morning in Seoul, changes nothing.
    assert_eq!(after_answers(&[("2026-01-31T23:00:00Z", SEOUL), ("2026-02-01T01:00:00Z", SEOUL)]), same_day);
    // The days of 23 and 25 hours in New York.
    assert_eq!(after_answers(&[("2026-03-07T23:00:00Z", NEW_YORK), ("2026-03-08T22:00:00Z", NEW_YORK)]), a_day);
    assert_eq!(after_answers(&[("2026-10-31T22:00:00Z", NEW_YORK), ("2026-11-01T23:00:00Z", NEW_YORK)]), a_day);
    // An answer in Seoul, the next twelve hours later in New York, where the first one was still the evening before.
    assert_eq!(after_answers(&[("2026-01-31T00:00:00Z", SEOUL), ("2026-01-31T12:00:00Z", NEW_YORK)]), a_day);
    // And the other way: what lies between is counted as the place has it where one is now.
    assert_eq!(after_answers(&[("2026-01-31T13:00:00Z", NEW_YORK), ("2026-01-31T15:00:00Z", SEOUL)]), same_day);
}

#[test]
fn a_clock_that_was_set_back_counts_as_no_time_at_all() {
    let back = after_answers(&[("2026-02-10T01:00:00Z", "Asia/Seoul"), ("2026-01-01T01:00:00Z", "Asia/Seoul")]);
    assert_eq!(back, plain().remember(Some(plain().remember(None, 0, Grade::Good)), 0, Grade::Good));
    let scheduler = plain();
    let card = Card { state: State::Review, memory: Some(back), last_review: Some(START), ..Card::new(TermId(1)) };
    let earlier = START.plus_seconds(-40 * 86_400);
    let next = scheduler.preview(&card, earlier, &calendar()).next(Grade::Good).card;
    assert!(matches!(next.due, Some(Due::On(day)) if day > calendar().day(earlier)), "it is due behind the new today");
    assert!((scheduler.retrievability(&card, calendar().day(earlier), &calendar()) - 1.0).abs() < 1e-6);
}

#[test]
fn without_steps_an_interval_below_half_a_day_is_counted_in_minutes() {
    let settings = Settings { learning_steps: vec![], relearning_steps: vec![], fuzz: false, ..Settings::default() };
    let scheduler = Scheduler::new(settings).unwrap();
    let preview = scheduler.preview(&Card::new(TermId(1)), START, &calendar());
    assert!(matches!(preview.next(Grade::Again).interval, Interval::Minutes(_)));
    let days = [Grade::Hard, Grade::Good, Grade::Easy].map(|grade| preview.next(grade).interval);
    assert_eq!(days, [1, 2, 8].map(Interval::Days));
}

proptest! {
    /// Whatever the days hold, and whatever days are off, the grades keep their distance.
    #[test]
    fn load_never_brings_the_grades_out_of_order(
        card in review_card(),
        counts in proptest::collection::vec(0..300_u32, 60),
        off in (0..40_i32, 0..15_i32),
    ) {
        let today = calendar().day(START);
        let days = counts.iter().enumerate().map(|(n, &count)| (today.plus(i32::try_from(n).unwrap()), count)).collect();
        let vacation = today.plus(off.0)..=today.plus(off.0 + off.1);
        let load = Load::new(Some(days), &[1.0, 1.0, 1.0, 1.0, 1.0, 0.5, 0.0]).with_vacation(Some(vacation.clone()));
        let scheduler = Scheduler::new(Settings::default()).unwrap().with_load(load);
        let preview = scheduler.preview(&card, START, &calendar());
        let days = |grade| preview.next(grade).interval.days();
        prop_assert!(days(Grade::Hard) >= 1.0);
        prop_assert!(days(Grade::Hard) < days(Grade::Good) || days(Grade::Good) >= 36_500.0);
        prop_assert!(days(Grade::Good) < days(Grade::Easy) || days(Grade::Easy) >= 36_500.0);
        for grade in [Grade::Hard, Grade::Good, Grade::Easy] {
            let Some(Due::On(day)) = preview.next(grade).card.due else { panic!("no day") };
            prop_assert!(!vacation.contains(&day) || days(grade) > 150.0, "{grade:?} {day:?} in {vacation:?}");
        }
    }
}
