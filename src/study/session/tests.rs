use jiff::tz::TimeZone;
use proptest::prelude::*;

use super::super::queue::tests::item;
use super::*;
use crate::cloze::{Remark, Verdict, Word};
use crate::deck::{Grade, ReviewId};
use crate::schedule::Settings;

const START: Timestamp = Timestamp::from_millis(1_767_225_600_000);

fn session(count: i64, mode: impl Into<ModeChoice>) -> Session {
    let items = (1..=count).map(|id| item(id, &[format!("낱말이 {id}번 나온다.").as_str()])).collect();
    let scheduler = Scheduler::new(Settings { fuzz: false, ..Settings::default() }).unwrap();
    Session::new(items, scheduler, Calendar::new(TimeZone::UTC, 4), mode, START)
}

/// Carries out the one effect of `action` as a store would.
#[track_caller]
fn carry_out(session: &mut Session, action: Action, review: i64) {
    let effects = session.update(action, START);
    let outcome = match effects.as_slice() {
        [Effect::Record(_) | Effect::Replace { .. }] => Outcome::Recorded(ReviewId(review)),
        [Effect::Undo { .. } | Effect::UndoPractice { .. }] => Outcome::Undone,
        [Effect::SetStatus { .. }] => Outcome::StatusSet,
        [Effect::Remark { .. }] => Outcome::Remarked,
        other => panic!("{other:?}"),
    };
    session.confirm(outcome, START);
}

fn current(session: &Session) -> i64 {
    session.item().unwrap().term.id.0
}

#[test]
fn an_answer_is_revealed_graded_stored_and_left() {
    let mut session = session(2, Mode::Reveal);
    assert_eq!(session.left(), Left { new: 2, learning: 0, review: 0 });
    assert!(session.update(Action::Grade(Grade::Good), START).is_empty(), "no grade before the answer");
    assert!(session.update(Action::Reveal, START).is_empty());
    let shown = session.preview().unwrap();
    let effects = session.update(Action::Grade(Grade::Easy), START.plus_seconds(5));
    let [Effect::Record(answer)] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(answer.after, shown.next(Grade::Easy).card, "what was shown is what happens");
    assert_eq!(answer.duration_ms, 5000);
    assert_eq!(current(&session), 1, "it moves on only when it is stored");
    session.confirm(Outcome::Recorded(ReviewId(1)), START);
    assert_eq!(current(&session), 2);
    assert_eq!(session.tally(), Tally { answered: 1, again: 0 });
}

#[test]
fn a_failed_store_loses_nothing() {
    let mut session = session(1, Mode::Reveal);
    session.update(Action::Reveal, START);
    session.update(Action::Grade(Grade::Good), START);
    session.confirm(Outcome::Failed, START);
    assert!(matches!(session.phase(), Phase::Answered(_)));
    carry_out(&mut session, Action::Grade(Grade::Good), 1);
    assert_eq!(session.tally().answered, 1);
}

#[test]
fn a_typed_answer_is_judged_and_its_grade_proposed() {
    for (typed, proposed) in
        [("낱말", Grade::Good), ("낱마", Grade::Hard), ("다른말", Grade::Again), ("", Grade::Again)]
    {
        let mut session = session(1, Mode::Type);
        session.update(Action::Submit(typed.to_owned()), START);
        let Phase::Answered(attempt) = session.phase() else { panic!("{typed}") };
        assert_eq!(attempt.proposed, proposed, "{typed}");
    }
}

#[test]
fn hints_cap_what_is_proposed_and_are_stored() {
    let mut session = session(1, Mode::Type);
    for _ in 0..9 {
        session.update(Action::Hint, START);
    }
    assert_eq!(session.hints().len(), session.ladder().len());
    session.update(Action::Submit("낱말".to_owned()), START);
    let effects = session.update(Action::Accept, START);
    let [Effect::Record(answer)] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!((answer.grade, usize::from(answer.hints)), (Grade::Hard, session.ladder().len()));
    assert_eq!(answer.aid.hints, session.ladder());
}

#[test]
fn a_failed_card_comes_back_before_the_end() {
    let mut session = session(2, Mode::Reveal);
    session.update(Action::Reveal, START);
    carry_out(&mut session, Action::Grade(Grade::Again), 1);
    assert_eq!(current(&session), 2);
    session.update(Action::Reveal, START);
    carry_out(&mut session, Action::Grade(Grade::Easy), 2);
    assert_eq!(current(&session), 1, "ahead of its minute, for nothing else is left");
    session.update(Action::Reveal, START);
    carry_out(&mut session, Action::Grade(Grade::Easy), 3);
    assert_eq!(session.phase(), &Phase::Finished);
    assert_eq!(session.tally(), Tally { answered: 3, again: 1 });
}

#[test]
fn undo_takes_back_step_by_step_also_after_the_last_card() {
    let mut session = session(2, Mode::Reveal);
    for review in 1..=2 {
        session.update(Action::Reveal, START);
        carry_out(&mut session, Action::Grade(Grade::Easy), review);
    }
    assert_eq!(session.phase(), &Phase::Finished);
    carry_out(&mut session, Action::Undo, 0);
    assert_eq!(current(&session), 2);
    carry_out(&mut session, Action::Undo, 0);
    assert_eq!(current(&session), 1);
    assert_eq!(session.tally(), Tally::default());
    assert_eq!(session.left(), Left { new: 2, learning: 0, review: 0 });
    assert!(session.update(Action::Undo, START).is_empty());
}

#[test]
fn undo_of_a_failed_card_does_not_leave_it_twice() {
    let mut session = session(2, Mode::Reveal);
    session.update(Action::Reveal, START);
    carry_out(&mut session, Action::Grade(Grade::Again), 1);
    carry_out(&mut session, Action::Undo, 0);
    assert_eq!(current(&session), 1);
    assert_eq!(session.left().total(), 2);
}

#[test]
fn a_term_can_be_set_aside_and_taken_back() {
    for action in [Action::Suspend, Action::Known, Action::Bury] {
        let mut session = session(2, Mode::Reveal);
        carry_out(&mut session, action, 0);
        assert_eq!((current(&session), session.left().total()), (2, 1));
        carry_out(&mut session, Action::Undo, 0);
        assert_eq!((current(&session), session.left().total()), (1, 2));
    }
}

#[test]
fn a_stored_answer_can_get_another_grade() {
    let mut session = session(2, Mode::Type);
    session.update(Action::Submit("낱말".into()), START);
    carry_out(&mut session, Action::Accept, 1);
    assert_eq!(session.left().total(), 2, "good on the first step comes back");
    carry_out(&mut session, Action::Regrade(Grade::Easy), 2);
    assert_eq!(session.left().total(), 1, "easy does not");
    assert_eq!(session.last().unwrap().review, ReviewId(2));
    carry_out(&mut session, Action::Regrade(Grade::Again), 3);
    assert_eq!(session.tally(), Tally { answered: 1, again: 1 });
    assert_eq!(session.left().total(), 2);
}

#[test]
fn what_was_undone_can_be_done_again_even_behind_the_last_card() {
    let mut session = session(2, Mode::Reveal);
    for review in 1..=2 {
        session.update(Action::Reveal, START);
        carry_out(&mut session, Action::Grade(Grade::Easy), review);
    }
    assert_eq!(session.phase(), &Phase::Finished);
    carry_out(&mut session, Action::Undo, 0);
    carry_out(&mut session, Action::Undo, 0);
    assert_eq!((current(&session), session.left().total(), session.tally().answered), (1, 2, 0));
    carry_out(&mut session, Action::Redo, 3);
    assert_eq!((current(&session), session.left().total(), session.tally().answered), (2, 1, 1));
    carry_out(&mut session, Action::Redo, 4);
    assert_eq!(session.phase(), &Phase::Finished);
    assert_eq!((session.last().unwrap().review, session.can_redo()), (ReviewId(4), false));
}

#[test]
fn whoever_does_something_new_gives_up_what_was_undone() {
    let mut session = session(2, Mode::Reveal);
    carry_out(&mut session, Action::Suspend, 0);
    carry_out(&mut session, Action::Undo, 0);
    assert!(session.can_redo());
    session.update(Action::Reveal, START);
    carry_out(&mut session, Action::Grade(Grade::Good), 1);
    assert!(!session.can_redo() && session.update(Action::Redo, START).is_empty());
}

#[test]
fn a_first_failure_in_a_new_sentence_is_hard() {
    let known = |asked| {
        let mut item = item(1, &["낱말 하나.", "낱말 둘."]);
        item.card.state = State::Review;
        item.card.reps = 5;
        item.questions[0].asked = 4;
        item.questions[0].last_asked = Some(ReviewId(4));
        item.questions[1].asked = asked;
        item
    };
    let proposed = |item| {
        let scheduler = Scheduler::new(Settings::default()).unwrap();
        let mut session = Session::new(vec![item], scheduler, Calendar::new(TimeZone::UTC, 4), Mode::Type, START);
        session.update(Action::Submit("아무말".into()), START);
        match session.phase() {
            Phase::Answered(attempt) => attempt.proposed,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(proposed(known(0)), Grade::Hard);
    assert_eq!(proposed(known(1)), Grade::Again, "the second time it counts");
}

#[test]
fn with_two_grades_there_is_again_and_good() {
    let settings = Settings { grading: crate::schedule::Grading::Two, ..Settings::default() };
    let scheduler = Scheduler::new(settings).unwrap();
    let mut session =
        Session::new(vec![item(1, &["낱말 하나."])], scheduler, Calendar::new(TimeZone::UTC, 4), Mode::Reveal, START);
    session.update(Action::Reveal, START);
    let effects = session.update(Action::Grade(Grade::Easy), START);
    assert!(matches!(effects.as_slice(), [Effect::Record(crate::deck::Answer { grade: Grade::Good, .. })]));
    assert_eq!(session.grades(), [Grade::Again, Grade::Good]);
}

#[test]
fn after_quitting_nothing_happens() {
    let mut session = session(1, Mode::Reveal);
    session.update(Action::Quit, START);
    assert_eq!(session.phase(), &Phase::Finished);
    assert!(session.update(Action::Reveal, START).is_empty() && !session.can_undo());
}

fn action() -> impl Strategy<Value = Action> {
    prop_oneof![
        Just(Action::Reveal),
        Just(Action::Submit("낱말".into())),
        Just(Action::Submit(String::new())),
        Just(Action::Submit("말씀".into())),
        (0..6_usize).prop_map(Action::Choose),
        (0..6_usize).prop_map(Action::Fits),
        Just(Action::AcceptWord),
        Just(Action::Accept),
        (1..=4_u8).prop_map(|n| Action::Grade(Grade::from_number(n).unwrap())),
        (1..=4_u8).prop_map(|n| Action::Regrade(Grade::from_number(n).unwrap())),
        Just(Action::Hint),
        Just(Action::Undo),
        Just(Action::Redo),
        Just(Action::Suspend),
        Just(Action::Bury),
        Just(Action::Known),
    ]
}

fn wish() -> impl Strategy<Value = ModeChoice> {
    proptest::sample::select(&ModeChoice::ALL[..])
}

proptest! {
    /// Whatever is done, in whatever order, mode and kind of session, with a store that fails now and then: no term waits
    /// twice, the tally counts the answers that stand, a choice is asked only with choices, practice moves no card, and
    /// undoing everything leads back to the beginning.
    #[test]
    fn no_order_of_actions_loses_or_doubles_a_card(
        actions in proptest::collection::vec((action(), proptest::option::weighted(0.1, wish()), any::<bool>(), 0..900_i64), 0..60),
        first in wish(),
        practice in any::<bool>(),
    ) {
        let mut session = session(4, first);
        if practice {
            session = session.practising();
        }
        let mut now = START;
        let mut review = 0;
        for (action, other, fails, pause) in actions {
            now = now.plus_seconds(pause);
            if let Some(wish) = other {
                session.set_wish(wish);
            }
            for effect in session.update(action, now) {
                review += 1;
                if let Effect::Record(answer) | Effect::Replace { answer, .. } = &effect {
                    prop_assert_eq!(answer.aid.practice, practice);
                    prop_assert!(!practice || answer.before == answer.after);
                    prop_assert_eq!(usize::from(answer.hints), answer.aid.hints.len());
                }
                let outcome = match effect {
                    _ if fails => Outcome::Failed,
                    Effect::Record(_) | Effect::Replace { .. } => Outcome::Recorded(ReviewId(review)),
                    Effect::Undo { .. } | Effect::UndoPractice { .. } => Outcome::Undone,
                    Effect::SetStatus { .. } => Outcome::StatusSet,
                    Effect::Remark { .. } => Outcome::Remarked,
                };
                session.confirm(outcome, now);
            }
            prop_assert!(session.left().total() <= 4, "{:?}", session.left());
            prop_assert!(session.tally().again <= session.tally().answered);
            prop_assert_eq!(session.item().is_none(), session.phase() == &Phase::Finished);
            if session.mode() == Mode::Choice && session.item().is_some() {
                let choices = session.choices().unwrap();
                prop_assert_eq!(choices.options.len(), 4);
                prop_assert!(choices.right < 4);
            }
        }
        while session.can_undo() {
            let effects = session.update(Action::Undo, now);
            prop_assert_eq!(effects.len(), 1);
            let outcome = if matches!(effects[0], Effect::SetStatus { .. }) { Outcome::StatusSet } else { Outcome::Undone };
            session.confirm(outcome, now);
        }
        prop_assert_eq!(session.left(), Left { new: 4, learning: 0, review: 0 });
        prop_assert_eq!(session.tally(), Tally::default());
    }
}

fn own(words: &[&str]) -> OwnWords {
    let word = |term: &&str| Word {
        term: (*term).to_owned(),
        pos: crate::vocab::Pos::Noun,
        kind: crate::vocab::Kind::Noun,
        parts: vec![],
    };
    OwnWords::new(words.iter().map(word).collect())
}

#[test]
fn a_choice_is_judged_stored_with_its_set_and_never_offered_again_if_it_fits() {
    let mut session = session(1, Mode::Choice).with_words(own(&["말씀"]), 7);
    let choices = session.choices().unwrap().clone();
    assert_eq!(choices.options[choices.right], "낱말");
    let wrong = (0..4).find(|at| *at != choices.right).unwrap();
    assert!(session.update(Action::Fits(choices.right), START).is_empty(), "the right one is no wrong choice");
    carry_out(&mut session, Action::Fits(wrong), 0);
    let redrawn = session.choices().unwrap().clone();
    assert!(!redrawn.options.contains(&choices.options[wrong]));
    let wrong = (0..4).find(|at| *at != redrawn.right).unwrap();
    session.update(Action::Choose(wrong), START);
    let Phase::Answered(attempt) = session.phase() else { panic!("not answered") };
    assert_eq!((attempt.proposed, attempt.chosen), (Grade::Again, Some(wrong)));
    carry_out(&mut session, Action::Fits(wrong), 0);
    let Phase::Answered(attempt) = session.phase() else { panic!("not answered") };
    assert_eq!(attempt.proposed, Grade::Hard, "it fits after all");
    let effects = session.update(Action::Accept, START);
    let [Effect::Record(answer)] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!((answer.mode, answer.aid.choices.clone()), (Mode::Choice, redrawn.options.clone()));
    assert_eq!(answer.typed.as_ref(), redrawn.options.get(wrong));
}

#[test]
fn the_text_of_a_choice_is_that_choice_and_other_text_is_typed() {
    let mut session = session(2, Mode::Choice).with_words(own(&[]), 7);
    session.update(Action::Submit(" 낱말 ".into()), START);
    let Phase::Answered(attempt) = session.phase() else { panic!("not answered") };
    assert_eq!((attempt.mode, attempt.proposed), (Mode::Choice, Grade::Good));
    carry_out(&mut session, Action::Grade(Grade::Easy), 1);
    session.update(Action::Submit("낱말을".into()), START);
    let Phase::Answered(attempt) = session.phase() else { panic!("not answered") };
    assert_eq!((attempt.mode, attempt.proposed), (Mode::Type, Grade::Good));
}

#[test]
fn another_word_is_accepted_for_good_and_taken_back() {
    let mut session = session(2, Mode::Type).with_words(own(&["말씀"]), 7);
    session.update(Action::Submit("말씀".into()), START);
    let verdict = |session: &Session| match session.phase() {
        Phase::Answered(attempt) => (attempt.judgement.as_ref().unwrap().verdict, attempt.proposed),
        _ => panic!("not answered"),
    };
    assert_eq!(verdict(&session), (Verdict::Wrong, Grade::Again));
    carry_out(&mut session, Action::AcceptWord, 0);
    assert_eq!(verdict(&session), (Verdict::Correct, Grade::Good));
    carry_out(&mut session, Action::AcceptWord, 0);
    assert_eq!(verdict(&session), (Verdict::Wrong, Grade::Again));
    carry_out(&mut session, Action::Accept, 1);
    // After it was stored, it is the last answer that is meant.
    let effects = session.update(Action::AcceptWord, START);
    let [Effect::Remark { word, remark: Remark::Accepted, stands: true, .. }] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    assert_eq!(word, "말씀");
    session.confirm(Outcome::Remarked, START);
    session.update(Action::Submit("말씀을".into()), START);
    assert_eq!(verdict(&session), (Verdict::Correct, Grade::Good), "right from now on");
}

#[test]
fn by_itself_the_mode_follows_the_card_and_a_key_changes_it() {
    let mut session = session(1, ModeChoice::Auto).with_words(own(&[]), 7);
    assert_eq!(session.mode(), Mode::Reveal, "it is new");
    session.update(Action::Reveal, START);
    carry_out(&mut session, Action::Grade(Grade::Good), 1);
    assert_eq!(session.mode(), Mode::Choice, "it is young");
    session.set_wish(Mode::Type.into());
    assert_eq!((session.mode(), session.choices()), (Mode::Type, None));
}

#[test]
fn practice_moves_no_card_and_brings_back_what_was_missed() {
    let mut session = session(2, Mode::Type).practising();
    session.update(Action::Submit("다른말".into()), START);
    let effects = session.update(Action::Accept, START);
    let [Effect::Record(answer)] = effects.as_slice() else { panic!("{effects:?}") };
    assert!(answer.aid.practice && answer.before == answer.after);
    session.confirm(Outcome::Recorded(ReviewId(1)), START);
    assert!(session.update(Action::Known, START).is_empty(), "no card is set aside");
    session.update(Action::Submit("낱말".into()), START);
    carry_out(&mut session, Action::Accept, 2);
    assert_eq!(current(&session), 1, "it comes back");
    carry_out(&mut session, Action::Undo, 0);
    assert_eq!(current(&session), 2);
    session.update(Action::Submit("낱말".into()), START);
    carry_out(&mut session, Action::Accept, 3);
    session.update(Action::Submit("낱말".into()), START);
    carry_out(&mut session, Action::Accept, 4);
    assert_eq!((session.phase(), session.tally()), (&Phase::Finished, Tally { answered: 3, again: 1 }));
}

#[test]
fn words_that_come_only_when_they_are_asked_for_make_the_same_session() {
    let words = || own(&["말씀", "낱말을", "다른말"]);
    let (mut at_once, mut later) = (
        session(4, Mode::Choice).with_words(words(), 7),
        session(4, Mode::Choice).with_words_later(Mark::default(), 7),
    );
    assert!(later.lacks_words() && later.choices().is_none(), "the first choices are to be drawn");
    later.learn(words());
    assert!(!later.lacks_words() && later.choices().is_some());
    for review in 1..4 {
        assert_eq!((later.choices(), later.mode()), (at_once.choices(), at_once.mode()));
        for session in [&mut at_once, &mut later] {
            session.update(Action::Choose(1), START);
            carry_out(session, Action::Accept, review);
        }
    }
    for typed in ["말씀", "낱말을", "낱발", "다른말을", "없는말", "ㅁㅏㄹ"] {
        let [mut at_once, mut later] = [false, true].map(|later| {
            let session = session(2, Mode::Type);
            if later { session.with_words_later(Mark::default(), 7) } else { session.with_words(words(), 7) }
        });
        at_once.update(Action::Submit(typed.into()), START);
        later.update(Action::Submit(typed.into()), START);
        assert!(later.lacks_words() && matches!(later.phase(), Phase::Asking { .. }), "{typed}");
        later.learn(words());
        assert_eq!(later.phase(), at_once.phase(), "{typed}");
    }
}

#[test]
fn what_is_right_or_was_only_looked_at_needs_no_words() {
    let mut session = session(3, Mode::Type).with_words_later(Mark::default(), 7);
    for (review, action) in (1..).zip([Action::Submit(" 낱말. ".into()), Action::Submit(String::new()), Action::Reveal])
    {
        session.update(action, START);
        assert!(!session.lacks_words() && matches!(session.phase(), Phase::Answered(_)));
        carry_out(&mut session, Action::Accept, review);
    }
    let mut session = self::session(2, Mode::Type).with_words_later(Mark::default(), 7);
    session.update(Action::Submit("말씀".into()), START);
    session.set_wish(Mode::Choice.into());
    session.learn(own(&["말씀"]));
    assert!(session.choices().is_some(), "asked in another way meanwhile");
}
