//! Steps taken back and done again, cards set aside and flagged.

use super::*;

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
fn after_quitting_nothing_happens() {
    let mut session = session(1, Mode::Reveal);
    session.update(Action::Quit, START);
    assert_eq!(session.phase(), &Phase::Finished);
    assert!(session.update(Action::Reveal, START).is_empty() && !session.can_undo());
}

#[test]
fn a_flag_is_put_on_the_question_that_stands_goes_with_its_answer_and_is_taken_back_like_any_step() {
    let mut session = session(2, Mode::Reveal);
    let flagged = |session: &Session| session.item().unwrap().card.flagged;
    carry_out(&mut session, Action::Flag, 0);
    assert!(flagged(&session) && current(&session) == 1, "the question stays");
    session.update(Action::Reveal, START);
    carry_out(&mut session, Action::Flag, 0);
    assert!(!flagged(&session) && matches!(session.phase(), Phase::Answered(_)), "taken off behind the answer");
    carry_out(&mut session, Action::Undo, 0);
    assert!(flagged(&session) && matches!(session.phase(), Phase::Answered(_)));
    carry_out(&mut session, Action::Redo, 0);
    assert!(!flagged(&session));
    carry_out(&mut session, Action::Undo, 0);
    let effects = session.update(Action::Grade(Grade::Easy), START);
    let [Effect::Record(answer)] = effects.as_slice() else { panic!("{effects:?}") };
    assert!(answer.before.flagged && answer.after.flagged, "a grade does not take it off");
    session.confirm(Outcome::Recorded(ReviewId(1)), START);
    assert_eq!(current(&session), 2);
    carry_out(&mut session, Action::Undo, 0);
    assert!(flagged(&session) && current(&session) == 1);
    carry_out(&mut session, Action::Undo, 0);
    assert!(!flagged(&session) && !session.can_undo());
}

#[test]
fn a_flag_that_could_not_be_stored_is_not_shown() {
    let mut session = session(1, Mode::Reveal);
    assert_eq!(session.update(Action::Flag, START).len(), 1);
    session.confirm(Outcome::Failed, START);
    assert!(!session.item().unwrap().card.flagged && !session.can_undo());
    assert!(
        self::session(1, Mode::Reveal).practising().update(Action::Flag, START).is_empty(),
        "practice moves no card"
    );
}
