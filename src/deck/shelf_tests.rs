use proptest::prelude::*;

use super::*;

const NOW: Timestamp = Timestamp::from_millis(1_770_000_000_000);

fn shelf(decks: &[(&str, &[i64])]) -> Shelf {
    let mut shelf = Shelf { decks: BTreeMap::new(), next: DeckId(1) };
    for (name, articles) in decks {
        let id = shelf.make(name, NOW).unwrap();
        shelf.decks.get_mut(&id).unwrap().articles = articles.iter().map(|id| ArticleId(*id)).collect();
    }
    shelf
}

/// As the store does it.
fn apply(shelf: &Shelf, edits: &[Edit]) -> Shelf {
    let mut after = shelf.clone();
    for edit in edits {
        let Some(facts) = edit.after.clone() else {
            after.decks.remove(&edit.deck);
            continue;
        };
        let articles = after.decks.get(&edit.deck).map(|deck| deck.articles.clone()).unwrap_or_default();
        let articles = articles.into_iter().filter(|id| !edit.lost.contains(id)).chain(edit.gained.clone()).collect();
        after.decks.insert(edit.deck, Shelved { facts, articles });
        after.next = after.next.max(DeckId(edit.deck.0 + 1));
    }
    after
}

fn holds(shelf: &Shelf) -> Vec<(String, Vec<i64>)> {
    let ids = |deck: &Shelved| deck.articles.iter().map(|id| id.0).collect();
    shelf.decks.values().map(|deck| (deck.facts.name.clone(), ids(deck))).collect()
}

fn done(shelf: &Shelf, wish: &Arrangement) -> Vec<(String, Vec<i64>)> {
    holds(&apply(shelf, &shelf.arrange(wish, NOW).unwrap()))
}

#[test]
fn decks_are_merged_split_and_moved_between() {
    let shelf = shelf(&[("가", &[1, 2]), ("나", &[2, 3])]);
    let (deck, other) = ("가".to_owned(), "나".to_owned());
    let merge = Arrangement::Merge { deck: deck.clone(), into: other.clone() };
    assert_eq!(done(&shelf, &merge), [("나".into(), vec![1, 2, 3])]);
    let split = Arrangement::Split { deck: deck.clone(), new: "다".into(), articles: vec![ArticleId(2)] };
    assert_eq!(done(&shelf, &split), [("가".into(), vec![1]), ("나".into(), vec![2, 3]), ("다".into(), vec![2])]);
    let shift = Arrangement::Move { deck, to: other, article: ArticleId(1) };
    assert_eq!(done(&shelf, &shift), [("가".into(), vec![2]), ("나".into(), vec![1, 2, 3])]);
}

#[test]
fn what_makes_no_sense_says_why() {
    let shelf = shelf(&[("가", &[1]), ("나", &[])]);
    let fails = |wish: Arrangement| shelf.arrange(&wish, NOW).unwrap_err();
    let (deck, other) = ("가".to_owned(), "나".to_owned());
    assert_eq!(fails(Arrangement::New { deck: deck.clone() }), ShelfError::Taken("가".into()));
    assert_eq!(fails(Arrangement::New { deck: " ".into() }), ShelfError::NoName);
    assert_eq!(fails(Arrangement::Delete { deck: "다".into() }), ShelfError::UnknownDeck("다".into()));
    assert_eq!(fails(Arrangement::Merge { deck: deck.clone(), into: deck.clone() }), ShelfError::Same("가".into()));
    assert_eq!(fails(Arrangement::Add { deck: deck.clone(), article: ArticleId(1) }), ShelfError::AlreadySo);
    assert_eq!(fails(Arrangement::Unarchive { deck: deck.clone() }), ShelfError::AlreadySo);
    let shift = Arrangement::Move { deck: other, to: deck, article: ArticleId(1) };
    assert_eq!(fails(shift), ShelfError::NotIn("나".into()));
}

#[test]
fn undo_leaves_alone_what_came_since() {
    let before = shelf(&[("가", &[1])]);
    let edits = before.arrange(&Arrangement::Rename { deck: "가".into(), to: "나".into() }, NOW).unwrap();
    let mut later = apply(&before, &edits);
    later.decks.get_mut(&DeckId(1)).unwrap().articles.insert(ArticleId(2));
    later.decks.get_mut(&DeckId(1)).unwrap().facts.retention = Some(0.95);
    let undone = apply(&later, &later.undo(&edits).unwrap());
    assert_eq!(holds(&undone), [("가".into(), vec![1, 2])]);
    assert_eq!(undone.decks[&DeckId(1)].facts.retention, Some(0.95));
}

#[test]
fn a_deck_with_later_articles_is_not_undone_away() {
    let before = shelf(&[]);
    let edits = before.arrange(&Arrangement::New { deck: "가".into() }, NOW).unwrap();
    let mut later = apply(&before, &edits);
    later.decks.get_mut(&DeckId(1)).unwrap().articles.insert(ArticleId(7));
    assert_eq!(later.undo(&edits).unwrap_err(), ShelfError::NotEmpty("가".into()));
}

#[test]
fn a_deleted_deck_comes_back_only_under_a_free_name() {
    let before = shelf(&[("가", &[1])]);
    let edits = before.arrange(&Arrangement::Delete { deck: "가".into() }, NOW).unwrap();
    let mut later = apply(&before, &edits);
    later.make("가", NOW).unwrap();
    assert_eq!(later.undo(&edits).unwrap_err(), ShelfError::Taken("가".into()));
}

fn wish() -> impl Strategy<Value = Arrangement> {
    let name = || prop::sample::select(vec!["가", "나", "다", "라"]).prop_map(str::to_owned);
    let article = || (1..5_i64).prop_map(ArticleId);
    prop_oneof![
        name().prop_map(|deck| Arrangement::New { deck }),
        (name(), name()).prop_map(|(deck, to)| Arrangement::Rename { deck, to }),
        (name(), name()).prop_map(|(deck, into)| Arrangement::Merge { deck, into }),
        (name(), article()).prop_map(|(deck, article)| Arrangement::Add { deck, article }),
        (name(), name(), article()).prop_map(|(deck, to, article)| Arrangement::Move { deck, to, article }),
        (name(), name(), prop::collection::vec(article(), 1..3)).prop_map(|(deck, new, articles)| Arrangement::Split {
            deck,
            new,
            articles
        }),
        name().prop_map(|deck| Arrangement::Archive { deck }),
        name().prop_map(|deck| Arrangement::Unarchive { deck }),
        name().prop_map(|deck| Arrangement::Delete { deck }),
    ]
}

proptest! {
    #[test]
    fn steps_undone_backwards_give_everything_back(wishes in prop::collection::vec(wish(), 1..12)) {
        let start = shelf(&[("가", &[1, 2]), ("나", &[2, 3, 4])]);
        let mut trail = vec![start.clone()];
        let mut log = Vec::new();
        for wish in wishes {
            let now = trail.last().unwrap();
            if let Ok(edits) = now.arrange(&wish, NOW) {
                prop_assert!(!edits.is_empty());
                trail.push(apply(now, &edits));
                log.push(edits);
            }
        }
        let mut now = trail.pop().unwrap();
        while let Some(edits) = log.pop() {
            now = apply(&now, &now.undo(&edits).unwrap());
            prop_assert_eq!(&now.decks, &trail.pop().unwrap().decks);
        }
    }
}

#[test]
fn many_articles_are_put_taken_out_and_shelved_and_each_step_is_undone() {
    let mut shelf = shelf(&[("가", &[1, 2]), ("나", &[3])]);
    let many = |numbers: &[i64]| numbers.iter().map(|number| ArticleId(*number)).collect::<Vec<_>>();
    let steps = [
        Arrangement::Put { deck: "새 덱".into(), articles: many(&[1, 2, 3]) },
        Arrangement::TakeOut { deck: Some("새 덱".into()), articles: many(&[2]) },
        Arrangement::Shelve { deck: "보관함".into(), articles: many(&[1, 2]) },
        Arrangement::TakeOut { deck: None, articles: many(&[1, 3]) },
    ];
    for wish in steps {
        let before = shelf.clone();
        let edits = shelf.arrange(&wish, NOW).unwrap();
        let after = apply(&shelf, &edits);
        let undone = apply(&after, &after.undo(&edits).unwrap());
        assert_eq!(undone.decks, before.decks, "{wish:?}");
        assert_eq!(after.arrange(&wish, NOW), Err(ShelfError::AlreadySo), "{wish:?}");
        shelf = after;
    }
    let archive = shelf.decks.values().find(|deck| deck.facts.name == "보관함").unwrap();
    assert!(archive.facts.archived);
    assert_eq!(archive.articles, [ArticleId(2)].into());
    assert!(shelf.decks.values().all(|deck| !deck.articles.contains(&ArticleId(3))));
}
