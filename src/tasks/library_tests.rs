//! What is kept beside each article is at each moment what counting all of its words would give.

use crate::deck::{Card, Memory, State, Status};
use crate::store::Store;
use crate::tasks::{Importer, add_ready_decks, correct, read_next, undo_correction};
use crate::time::Timestamp;
use crate::vocab::correct::Correction;
use crate::vocab::difficulty::difficulty;

const NOW: Timestamp = Timestamp::from_millis(1_770_000_000_000);

fn assert_true(store: &Store) {
    let rows = store.library(None).unwrap();
    let next = read_next(store, None, 10).unwrap();
    assert!(!rows.is_empty());
    for row in &rows {
        assert_eq!(row.coverage, store.coverage(row.id).unwrap(), "{}", row.title);
        if let Some(whole) = next.iter().find(|whole| whole.id == row.id) {
            assert_eq!(difficulty(&row.measures), whole.difficulty, "{}", row.title);
            assert_eq!(row.subjects, whole.tags);
            assert_eq!(row.decks, whole.decks.join(" · "));
        }
        assert_eq!(row.open, next.iter().any(|whole| whole.id == row.id));
    }
}

#[test]
fn coverage_and_difficulty_follow_answers_decisions_and_corrections() {
    let mut store = Store::in_memory().unwrap();
    add_ready_decks(&mut store, NOW).unwrap();
    assert_true(&store);
    let cards = store.cards(None).unwrap();
    // Some words go through several states before anybody looks.
    for (at, (_, card)) in cards.iter().enumerate().filter(|(at, _)| at % 3 == 0) {
        let learned = Card { state: State::Review, memory: Some(Memory { stability: 5.0, difficulty: 5.0 }), ..*card };
        store.put_cards(&[learned]).unwrap();
        let status = [Status::Known, Status::Ignored, Status::Suspended, Status::Active][at % 4];
        store.put_cards(&[Card { status, ..learned }]).unwrap();
    }
    assert_true(&store);
    for (_, card) in cards.iter().step_by(5) {
        store.put_cards(&[*card]).unwrap();
    }
    assert_true(&store);
    let frequent = cards.iter().find(|(term, _)| term.term == "기업").unwrap().0.term.clone();
    correct(&mut store, Correction::Name { term: frequent }, NOW).unwrap();
    assert_true(&store);
    undo_correction(&mut store, None, NOW).unwrap();
    Importer::new(&mut store, NOW).text("새 글\n\n기업이 해외진출을 서두르고 있다.\n", "덱", "test", None).unwrap();
    assert_true(&store);
}
