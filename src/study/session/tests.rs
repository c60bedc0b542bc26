//! The state machine, by subject: the steps to a stored answer, undo, the reader's words, and any order of all of them.

mod any_order;
mod steps;
mod undo;
mod words;

use jiff::tz::TimeZone;

use super::super::queue::tests::item;
use super::*;
use crate::cloze::Word;
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
        [Effect::SetStatus { .. } | Effect::Flag { .. }] => Outcome::StatusSet,
        [Effect::Remark { .. }] => Outcome::Remarked,
        other => panic!("{other:?}"),
    };
    session.confirm(outcome, START);
}

fn current(session: &Session) -> i64 {
    session.item().unwrap().term.id.0
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
