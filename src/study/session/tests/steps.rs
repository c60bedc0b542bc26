//! From a question to its stored answer.

use super::*;

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
