use super::*;
use crate::store::MetRow;

#[test]
fn what_the_learner_decides_about_the_schedule_is_kept() {
    let mut store = store_with(&[("통신", telecom()), ("은행", banks())]);
    assert_eq!((store.parameters().unwrap(), store.vacation().unwrap()), (None, None));
    store.set_parameters(&[0.5, 1.25]).unwrap();
    assert_eq!(store.parameters().unwrap(), Some(vec![0.5, 1.25]));
    store.set_vacation(Some((TODAY, TODAY.plus(3)))).unwrap();
    assert_eq!(store.vacation().unwrap(), Some(TODAY..=TODAY.plus(3)));
    assert_eq!(store.decks(TODAY, NOW).unwrap()[0].new, 0, "nothing begins in a vacation");
    store.set_vacation(None).unwrap();
    assert_eq!(store.decks(TODAY, NOW).unwrap()[0].new, 2);
    store.set_meta("vacation", "tomorrow").unwrap();
    assert!(matches!(store.vacation(), Err(StoreError::Damaged(_))));
}

#[test]
fn of_several_decks_the_highest_retention_counts() {
    let mut store = store_with(&[("통신", telecom()), ("은행", banks())]);
    let (telecom, banks) = (deck(&store, "통신").unwrap(), deck(&store, "은행").unwrap());
    store.set_deck_retention(telecom, Some(0.8)).unwrap();
    store.set_deck_retention(banks, Some(0.95)).unwrap();
    let retentions = store.retentions().unwrap();
    let of = |term| retentions.get(&term_id(&store, term)).map(|retention| (retention * 100.0).round().to_string());
    assert_eq!((of("통신사"), of("해외진출"), of("은행")), (Some("80".into()), Some("95".into()), Some("95".into())));
    store.set_deck_retention(banks, None).unwrap();
    assert_eq!(store.deck_retention(banks).unwrap(), None);
    assert_eq!(store.retentions().unwrap().len(), 3, "two terms and a name");
}

#[test]
fn a_day_knows_what_it_met_and_what_is_due() {
    let mut store = store_with(&[("통신", telecom()), ("은행", banks())]);
    record(&mut store, "해외진출", Due::On(TODAY.plus(4)));
    let met = store.met_on(TODAY).unwrap();
    let row = MetRow {
        key: TermKey::of("해외진출"),
        parts: vec!["해외".into(), "진출".into()],
        article: ArticleId(1),
        sentence: "한빛 등 통신사들의 해외진출이 활발하다.".into(),
    };
    assert_eq!(met, [row]);
    assert!(store.met_on(TODAY.plus(1)).unwrap().is_empty());
    assert_eq!(store.due_by_day(TODAY, TODAY.plus(9)).unwrap(), std::collections::HashMap::from([(TODAY.plus(4), 1)]));
    let next = store.next_article(None).unwrap();
    assert!(next.contains(&term_id(&store, "은행")) && !next.contains(&term_id(&store, "통신사")));
    assert_eq!(store.review_count().unwrap(), 1);
}

#[test]
fn undo_takes_the_mark_of_a_leech_back_with_the_answer() {
    let mut store = store_with(&[("통신", telecom())]);
    let before = store.card(term_id(&store, "해외진출")).unwrap().unwrap();
    let mut forgotten = answer(&store, before, Due::On(TODAY.plus(1)));
    forgotten.after.leech = true;
    let review = store.record(&forgotten).unwrap();
    assert_eq!(shown(store.leeches().unwrap()), ["해외진출"]);
    store.undo(review, &before, NOW).unwrap();
    assert!(store.leeches().unwrap().is_empty());
    let again = store.record(&forgotten).unwrap();
    assert!(again > review, "done again, it is another row");
    assert_eq!(store.reviews(None).unwrap().len(), 1);
}
