//! What the reader's words are needed for: choices, other words, modes.

use super::*;
use crate::cloze::{Remark, Verdict};

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
