use super::*;

#[test]
fn names_are_never_asked() {
    let store = store_with(&[("통신", telecom())]);
    assert_eq!(shown(store.new_cards(None, TODAY).unwrap()), ["해외진출", "통신사"]);
    assert_eq!(store.card(term_id(&store, "한빛")).unwrap(), None);
    assert!(store.deck_clozes(None).unwrap().iter().all(|row| row.term.kind != Kind::Name));
}

#[test]
fn a_term_without_a_cloze_is_not_offered() {
    let mut bare = telecom();
    bare.clozes.retain(|cloze| cloze.term != 1);
    let store = store_with(&[("통신", bare)]);
    assert_eq!(shown(store.new_cards(None, TODAY).unwrap()), ["해외진출"]);
    assert_eq!(store.decks(TODAY, NOW).unwrap()[0].terms, 1);
}

#[test]
fn a_deck_offers_the_terms_of_its_own_articles() {
    let mut store = store_with(&[("통신", telecom()), ("은행", banks())]);
    assert_eq!(shown(store.new_cards(deck(&store, "은행"), TODAY).unwrap()), ["해외진출", "은행"]);
    record(&mut store, "통신사", Due::On(TODAY));
    assert_eq!(shown(store.due_cards(deck(&store, "통신"), TODAY, NOW).unwrap()), ["통신사"]);
    assert!(store.due_cards(deck(&store, "은행"), TODAY, NOW).unwrap().is_empty());
    assert_eq!(store.due_cards(None, TODAY, NOW).unwrap().len(), 1);
    let prompts = store.deck_clozes(deck(&store, "은행")).unwrap();
    assert!(prompts.iter().all(|row| row.question.title == "은행"));
    assert_eq!(prompts.len(), 2);
}

#[test]
fn a_card_of_a_day_is_due_from_the_beginning_of_that_day() {
    let mut store = store_with(&[("통신", telecom())]);
    record(&mut store, "해외진출", Due::On(TODAY.plus(1)));
    assert!(store.due_cards(None, TODAY, NOW).unwrap().is_empty());
    assert_eq!(shown(store.due_cards(None, TODAY.plus(1), NOW).unwrap()), ["해외진출"]);
    assert_eq!(store.due_cards(None, TODAY.plus(40), NOW).unwrap().len(), 1);
    assert_eq!(shown(store.new_cards(None, TODAY).unwrap()), ["통신사"], "it is no longer new");
}

#[test]
fn a_card_in_steps_is_offered_and_counted_twenty_minutes_ahead() {
    let mut store = store_with(&[("통신", telecom())]);
    let moment = NOW.plus_seconds(20 * 60);
    record(&mut store, "해외진출", Due::At(moment));
    assert!(store.due_cards(None, TODAY, NOW.plus_seconds(-1)).unwrap().is_empty());
    assert_eq!(store.due_cards(None, TODAY, NOW).unwrap().len(), 1);
    assert_eq!(store.decks(TODAY, NOW.plus_seconds(-1)).unwrap()[0].due, 0);
    assert_eq!(store.decks(TODAY, NOW).unwrap()[0].due, 1);
}

#[test]
fn the_longest_overdue_comes_first() {
    let mut store = store_with(&[("통신", telecom()), ("은행", banks())]);
    record(&mut store, "해외진출", Due::On(TODAY));
    record(&mut store, "은행", Due::At(NOW));
    record(&mut store, "통신사", Due::On(TODAY.plus(-3)));
    assert_eq!(shown(store.due_cards(None, TODAY, NOW).unwrap()), ["통신사", "해외진출", "은행"]);
}

#[test]
fn what_is_suspended_known_ignored_or_buried_is_not_offered() {
    let mut store = store_with(&[("통신", telecom())]);
    let id = term_id(&store, "해외진출");
    let fresh = store.card(id).unwrap().unwrap();
    for status in [Status::Suspended, Status::Known, Status::Ignored] {
        store.set_status(&Card { status, ..fresh }).unwrap();
        assert_eq!(shown(store.new_cards(None, TODAY).unwrap()), ["통신사"]);
    }
    store.set_status(&Card { buried_until: Some(TODAY.plus(1)), ..fresh }).unwrap();
    assert_eq!(shown(store.new_cards(None, TODAY).unwrap()), ["통신사"]);
    assert_eq!(store.new_cards(None, TODAY.plus(1)).unwrap().len(), 2, "burial ends with its day");
    store.set_status(&fresh).unwrap();
    assert_eq!(store.card(id).unwrap(), Some(fresh));
    record(&mut store, "해외진출", Due::On(TODAY));
    let card = store.card(id).unwrap().unwrap();
    for other in [Card { status: Status::Suspended, ..card }, Card { buried_until: Some(TODAY.plus(1)), ..card }] {
        store.set_status(&other).unwrap();
        assert!(store.due_cards(None, TODAY, NOW).unwrap().is_empty());
    }
}

#[test]
fn setting_the_status_leaves_the_memory_alone() {
    let mut store = store_with(&[("통신", telecom())]);
    let id = term_id(&store, "해외진출");
    let stale = store.card(id).unwrap().unwrap();
    record(&mut store, "해외진출", Due::On(TODAY));
    store.set_status(&Card { status: Status::Known, ..stale }).unwrap();
    let card = store.card(id).unwrap().unwrap();
    assert_eq!((card.reps, card.status), (1, Status::Known));
    let name = Card::new(term_id(&store, "한빛"));
    assert!(matches!(store.set_status(&name), Err(StoreError::NoCard(_))));
}

#[test]
fn the_anchor_is_the_best_question_of_the_first_article() {
    let mut late = banks();
    late.clozes[0].score = 5.0;
    let mut store = store_with(&[("통신", telecom()), ("은행", late)]);
    let id = term_id(&store, "해외진출");
    let questions = store.questions(id, None).unwrap();
    let articles: Vec<_> = questions.iter().map(|question| (question.article, question.score)).collect();
    assert_eq!(articles, [(ArticleId(1), 1.0), (ArticleId(2), 5.0), (ArticleId(1), 0.5)]);
    let first = &questions[0];
    assert_eq!(first.sentence.get(first.range.clone()), Some("해외진출"));
    assert_eq!((first.title.as_str(), first.outlet.as_deref()), ("통신사 해외진출", Some("독파경제")));
    assert_eq!((first.asked, first.last_asked), (0, None));
    record(&mut store, "통신사", Due::On(TODAY));
    let review = record(&mut store, "해외진출", Due::On(TODAY));
    let questions = store.questions(id, None).unwrap();
    assert_eq!((questions[0].asked, questions[0].last_asked), (1, Some(review)));
    assert_eq!(questions[1].asked, 0);
}

#[test]
fn the_list_of_decks_counts_what_waits() {
    let mut store = store_with(&[("통신", telecom()), ("은행", banks())]);
    record(&mut store, "해외진출", Due::On(TODAY));
    record(&mut store, "해외진출", Due::On(TODAY.plus(9)));
    record(&mut store, "통신사", Due::On(TODAY));
    let bank = store.card(term_id(&store, "은행")).unwrap().unwrap();
    store.set_status(&Card { status: Status::Known, ..bank }).unwrap();
    let decks = store.decks(TODAY, NOW).unwrap();
    let row = |id, name: &str, due, new_today| DeckRow {
        id: DeckId(id),
        name: name.into(),
        articles: 1,
        terms: 2,
        new: 0,
        due,
        learned: 2,
        new_today,
        reviewed_today: 1,
        archived: false,
    };
    assert_eq!(decks, [row(1, "통신", 1, 2), row(2, "은행", 0, 1)]);
    assert_eq!(store.decks(TODAY.plus(1), NOW).unwrap()[0].new_today, 0);
}
