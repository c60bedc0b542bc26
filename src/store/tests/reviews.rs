use super::*;
use crate::deck::ReviewId;

#[test]
fn record_stores_the_card_and_the_review() {
    let mut store = store_with(&[("통신", telecom())]);
    let before = store.card(term_id(&store, "해외진출")).unwrap().unwrap();
    let answer = answer(&store, before, Due::At(NOW.plus_seconds(60)));
    let id = store.record(&answer).unwrap();
    assert_eq!(store.card(before.term).unwrap(), Some(answer.after));
    let reviews = store.reviews(None).unwrap();
    assert_eq!(reviews.len(), 1);
    let review = &reviews[0];
    assert_eq!((review.id, review.term, review.cloze), (id, before.term, answer.cloze));
    assert_eq!((review.grade, review.at, review.day, review.was_new), (Grade::Good, NOW, TODAY, true));
    let row: (String, String, String, i64, f64) = store
        .conn
        .query_row("SELECT typed, verdict, mode, zone_minutes, after_stability FROM review", [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
        })
        .unwrap();
    assert_eq!(row, ("해외진출".into(), "correct".into(), "type".into(), 540, f64::from(3.127_3_f32)));
}

#[test]
fn undo_puts_the_card_back_and_keeps_the_review_struck_out() {
    let mut store = store_with(&[("통신", telecom())]);
    record(&mut store, "해외진출", Due::At(NOW));
    let before = store.card(term_id(&store, "해외진출")).unwrap().unwrap();
    let id = record(&mut store, "해외진출", Due::On(TODAY.plus(3)));
    store.undo(id, &before, NOW).unwrap();
    assert_eq!(store.card(before.term).unwrap(), Some(before));
    assert_eq!(store.reviews(None).unwrap().len(), 1);
    assert_eq!(store.answered_today(None, TODAY).unwrap(), Today { new: 1, reviews: 0, answers: 1 });
    assert_eq!(store.questions(before.term, None).unwrap()[0].asked, 1);
    assert_eq!(counts(&store).last(), Some(&2), "nothing is erased");
}

#[test]
fn a_review_is_undone_once_and_only_as_the_last_of_its_card() {
    let mut store = store_with(&[("통신", telecom())]);
    let fresh = store.card(term_id(&store, "해외진출")).unwrap().unwrap();
    let first = record(&mut store, "해외진출", Due::At(NOW));
    let between = store.card(fresh.term).unwrap().unwrap();
    let second = record(&mut store, "해외진출", Due::On(TODAY));
    assert!(matches!(store.undo(first, &fresh, NOW), Err(StoreError::NotLast(_))));
    store.undo(second, &between, NOW).unwrap();
    assert!(matches!(store.undo(second, &between, NOW), Err(StoreError::NotLast(_))));
    store.undo(first, &fresh, NOW).unwrap();
    assert_eq!(store.card(fresh.term).unwrap(), Some(fresh));
    assert!(matches!(store.undo(ReviewId(99), &fresh, NOW), Err(StoreError::NotLast(_))));
    assert_eq!(store.new_cards(None, TODAY).unwrap().len(), 2);
}

#[test]
fn replace_leaves_one_review_standing() {
    let mut store = store_with(&[("통신", telecom())]);
    let fresh = store.card(term_id(&store, "해외진출")).unwrap().unwrap();
    let first = record(&mut store, "해외진출", Due::At(NOW));
    let better = Answer { grade: Grade::Easy, ..answer(&store, fresh, Due::On(TODAY.plus(4))) };
    let second = store.replace(first, &better, NOW).unwrap();
    assert!(second > first);
    assert_eq!(store.card(fresh.term).unwrap(), Some(better.after));
    let standing: Vec<_> = store.reviews(None).unwrap().iter().map(|review| (review.id, review.grade)).collect();
    assert_eq!(standing, [(second, Grade::Easy)]);
    assert_eq!(store.answered_today(None, TODAY).unwrap().new, 1);
    store.undo(second, &fresh, NOW).unwrap();
    assert_eq!(store.card(fresh.term).unwrap(), Some(fresh));
}

#[test]
fn what_fails_half_way_changes_nothing() {
    let mut store = store_with(&[("통신", telecom())]);
    let fresh = store.card(term_id(&store, "해외진출")).unwrap().unwrap();
    let good = answer(&store, fresh, Due::At(NOW));
    let bad = Answer { cloze: ClozeId(99), ..good.clone() };
    assert!(store.record(&bad).is_err());
    assert_eq!(store.card(fresh.term).unwrap(), Some(fresh));
    let id = store.record(&good).unwrap();
    assert!(store.replace(id, &bad, NOW).is_err());
    assert_eq!(store.card(fresh.term).unwrap(), Some(good.after));
    assert_eq!(store.reviews(None).unwrap()[0].id, id);
    let mut mixed = good;
    mixed.after.term = term_id(&store, "통신사");
    assert!(matches!(store.record(&mixed), Err(StoreError::Inconsistent(_))));
}

#[test]
fn reviews_are_never_changed_or_deleted() {
    let mut store = store_with(&[("통신", telecom())]);
    let fresh = store.card(term_id(&store, "해외진출")).unwrap().unwrap();
    let id = record(&mut store, "해외진출", Due::At(NOW));
    store.undo(id, &fresh, NOW).unwrap();
    for sql in [
        "UPDATE review SET grade = 4",
        "DELETE FROM review",
        "UPDATE review_undone SET at = 0",
        "DELETE FROM review_undone",
    ] {
        let error = store.conn.execute(sql, []).unwrap_err();
        assert!(error.to_string().contains("append-only"), "{sql}: {error}");
    }
}

#[test]
fn a_day_is_counted_by_deck_and_by_what_was_new() {
    let mut store = store_with(&[("통신", telecom()), ("은행", banks())]);
    record(&mut store, "통신사", Due::At(NOW));
    record(&mut store, "통신사", Due::On(TODAY));
    record(&mut store, "통신사", Due::On(TODAY));
    record(&mut store, "은행", Due::On(TODAY));
    assert_eq!(store.answered_today(None, TODAY).unwrap(), Today { new: 2, reviews: 1, answers: 4 });
    let banks = deck(&store, "은행");
    assert_eq!(store.answered_today(banks, TODAY).unwrap(), Today { new: 1, reviews: 0, answers: 1 });
    assert_eq!(store.answered_today(None, TODAY.plus(1)).unwrap(), Today::default());
    assert_eq!(store.reviews(banks).unwrap().len(), 1);
}
