use super::*;
use crate::deck::{Arrangement, DeckChangeId, ShelfError};

fn archive(name: &str) -> Arrangement {
    Arrangement::Archive { deck: name.into() }
}

fn delete(name: &str) -> Arrangement {
    Arrangement::Delete { deck: name.into() }
}

#[test]
fn an_archived_deck_is_not_studied_with_all_but_by_itself() {
    let mut store = store_with(&[("통신", telecom()), ("은행", banks())]);
    let all = |store: &Store| shown(store.new_cards(None, TODAY).unwrap());
    assert_eq!(all(&store), ["해외진출", "통신사", "은행"]);
    store.arrange(&archive("통신"), NOW).unwrap();
    assert_eq!(all(&store), ["해외진출", "은행"]);
    assert_eq!(shown(store.new_cards(deck(&store, "통신"), TODAY).unwrap()), ["해외진출", "통신사"]);
    assert_eq!(store.all_decks(TODAY, NOW).unwrap().unwrap().terms, 2);
    assert!(store.decks(TODAY, NOW).unwrap()[0].archived);
    store.undo_arrangement(None, NOW).unwrap();
    assert_eq!(all(&store), ["해외진출", "통신사", "은행"]);
}

#[test]
fn a_deleted_deck_leaves_cards_and_reviews_and_comes_back() {
    let mut store = store_with(&[("통신", telecom()), ("은행", banks())]);
    record(&mut store, "통신사", Due::On(TODAY));
    let before = (counts(&store), store.shelf().unwrap().decks, store.decks(TODAY, NOW).unwrap());
    store.arrange(&delete("통신"), NOW).unwrap();
    assert_eq!(counts(&store), before.0);
    assert!(store.due_cards(None, TODAY, NOW).unwrap().is_empty(), "its articles are in no deck");
    assert_eq!(store.deck_named("통신").unwrap(), None);
    let id = store.cards_keyed(&TermKey::of("해외진출")).unwrap()[0].0.id;
    let titles: Vec<_> = store.questions(id, None).unwrap().into_iter().map(|question| question.title).collect();
    assert_eq!(titles, ["은행"]);
    store.undo_arrangement(None, NOW).unwrap();
    assert_eq!((counts(&store), store.shelf().unwrap().decks, store.decks(TODAY, NOW).unwrap()), before);
    assert!(store.integrity().unwrap());
}

#[test]
fn the_id_of_a_deck_that_is_gone_is_not_given_again() {
    let mut store = store_with(&[("통신", telecom())]);
    let gone = deck(&store, "통신");
    store.arrange(&delete("통신"), NOW).unwrap();
    let saved = banks().save(&mut store, "은행");
    assert_ne!(Some(saved.deck), gone);
    store.undo_arrangement(None, NOW).unwrap();
    assert_eq!(deck(&store, "통신"), gone);
}

#[test]
fn a_step_that_others_build_on_waits_for_them() {
    let mut store = store_with(&[("통신", telecom()), ("은행", banks())]);
    let rename = Arrangement::Rename { deck: "통신".into(), to: "전화".into() };
    let first = store.arrange(&rename, NOW).unwrap().id;
    let other = store.arrange(&archive("은행"), NOW).unwrap().id;
    let last = store.arrange(&archive("전화"), NOW).unwrap().id;
    let refused = store.undo_arrangement(Some(first), NOW).unwrap_err();
    assert!(matches!(refused, StoreError::BuiltOn { later, .. } if later == last), "{refused}");
    store.undo_arrangement(Some(last), NOW).unwrap();
    store.undo_arrangement(Some(first), NOW).unwrap();
    assert_eq!(store.deck_changes().unwrap().iter().map(|change| change.id).collect::<Vec<_>>(), [other]);
    assert!(matches!(store.undo_arrangement(Some(first), NOW), Err(StoreError::NoDeckChange(Some(_)))));
    assert!(matches!(store.undo_arrangement(Some(DeckChangeId(99)), NOW), Err(StoreError::NoDeckChange(Some(_)))));
}

#[test]
fn a_step_that_fails_leaves_nothing() {
    let mut store = store_with(&[("통신", telecom())]);
    let before = store.shelf().unwrap();
    let bad = Arrangement::Add { deck: "통신".into(), article: ArticleId(99) };
    assert!(matches!(store.arrange(&bad, NOW), Err(StoreError::NoArticle(_))));
    assert!(matches!(store.arrange(&delete("없음"), NOW), Err(StoreError::Shelf(ShelfError::UnknownDeck(_)))));
    assert_eq!((store.shelf().unwrap(), store.deck_changes().unwrap().len()), (before, 0));
}

#[test]
fn what_was_done_with_decks_is_append_only() {
    let mut store = store_with(&[("통신", telecom())]);
    store.arrange(&archive("통신"), NOW).unwrap();
    store.undo_arrangement(None, NOW).unwrap();
    for table in ["deck_change", "deck_touched", "deck_change_undone"] {
        assert!(store.conn.execute(&format!("DELETE FROM {table}"), []).is_err(), "{table}");
    }
}
