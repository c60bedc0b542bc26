//! What a session asks of the store one by one is what all of it together would say.

use jiff::tz::TimeZone;

use super::rank_new::ranks;
use super::*;
use crate::deck::{DeckId, Mark, Mode, TermId};
use crate::schedule::Settings;
use crate::store::Store;
use crate::study::{Action, Order, Phase};
use crate::time::{Calendar, Timestamp};

const NOW: Timestamp = Timestamp::from_millis(1_770_000_000_000);

fn ready() -> Store {
    let mut store = Store::in_memory().unwrap();
    add_ready_decks(&mut store, NOW).unwrap();
    store
}

#[test]
fn new_terms_have_the_order_of_the_list_of_words() {
    let store = ready();
    let calendar = Calendar::new(TimeZone::UTC, 4);
    let decks = store.decks(calendar.day(NOW), NOW).unwrap();
    let decks: Vec<Option<DeckId>> = decks.iter().map(|row| Some(row.id)).chain([None]).collect();
    assert!(decks.len() > 2);
    for deck in decks {
        let new = store.new_cards(deck, calendar.day(NOW)).unwrap();
        // A few are ranked as they are among all.
        for new in [new.as_slice(), new.get(new.len() / 2..).unwrap()] {
            let listed = list_words(&store, deck).unwrap().into_iter().map(|row| row.term.id);
            let listed: Vec<TermId> = listed.filter(|id| new.iter().any(|(term, _)| term.id == *id)).collect();
            let mut ranked: Vec<(usize, TermId)> =
                ranks(&store, deck, new).unwrap().into_iter().map(|(term, rank)| (rank, term)).collect();
            ranked.sort_unstable();
            assert_eq!(ranked.into_iter().map(|(_, term)| term).collect::<Vec<_>>(), listed);
        }
    }
}

#[test]
fn what_one_term_was_mixed_up_with_is_told_as_out_of_all_answers() {
    let mut store = ready();
    let limits = Limits { new_per_day: 40, reviews_per_day: 100, questions: None, order: Order::Due };
    let calendar = Calendar::new(TimeZone::UTC, 4);
    let mut session = begin(&store, None, limits, Settings::default(), &calendar, Mode::Type.into(), NOW).unwrap();
    let own = store.own_terms().unwrap();
    for at in 0..60 {
        let Phase::Asking { .. } = session.phase() else { break };
        // Some words come again, some with a particle, some with spaces, and some are none.
        let other = &own[at % 7 * 31].term;
        let typed = match at % 5 {
            0 => format!("{other}을"),
            1 => format!("  {other} "),
            2 => format!("{}을", other.chars().map(String::from).collect::<Vec<_>>().join(" ")),
            3 => "아무것도아닌".to_owned(),
            _ => other.clone(),
        };
        session.update(Action::Submit(typed), NOW);
        assert!(session.lacks_words() == (at == 0), "once is enough");
        bring_words(&store, &mut session).unwrap();
        for effect in session.update(Action::Accept, NOW) {
            let outcome = apply(&mut store, &effect, NOW).unwrap();
            session.confirm(outcome, NOW);
        }
    }
    let all = own_words(&store).unwrap();
    let mark = store.mark().unwrap();
    let mut mixed = 0;
    for term in &own {
        let expected: Vec<String> = all.mixed_up_with(&term.term).iter().map(|word| word.term.clone()).collect();
        assert_eq!(mixed_up_with(&store, term, mark).unwrap(), expected, "{}", term.term);
        assert!(mixed_up_with(&store, term, session.mark()).unwrap().is_empty(), "nothing was before the session");
        mixed += usize::from(!expected.is_empty());
    }
    assert!(mixed > 20 && session.mark() == Mark::default(), "{mixed}");
}
