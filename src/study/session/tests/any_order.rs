//! Whatever is done in whatever order.

use proptest::prelude::*;

use super::*;

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
        Just(Action::Flag),
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
                    Effect::SetStatus { .. } | Effect::Flag { .. } => Outcome::StatusSet,
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
            let is_set = matches!(effects[0], Effect::SetStatus { .. } | Effect::Flag { .. });
            let outcome = if is_set { Outcome::StatusSet } else { Outcome::Undone };
            session.confirm(outcome, now);
        }
        prop_assert_eq!(session.left(), Left { new: 4, learning: 0, review: 0 });
        prop_assert_eq!(session.tally(), Tally::default());
    }
}
