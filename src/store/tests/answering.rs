//! Remarks, practice, what was mixed up, and what answers were given with.

use super::*;
use crate::cloze::Remark;
use crate::deck::{Aid, ReviewId};

fn with_aid(store: &Store, term: &str, aid: Aid) -> Answer {
    let before = store.card(term_id(store, term)).unwrap().unwrap();
    Answer { aid, ..answer(store, before, Due::On(TODAY.plus(3))) }
}

#[test]
fn hints_and_choices_are_stored_with_the_review() {
    let mut store = store_with(&[("통신", telecom())]);
    let choices: Vec<String> = ["해외진출", "해외투자", "시장진출", "해외건설"].map(str::to_owned).into();
    let aid = Aid { hints: vec!["length".into(), "hanja".into()], choices: choices.clone(), ..Aid::default() };
    let answer = with_aid(&store, "해외진출", aid);
    store.record(&answer).unwrap();
    record(&mut store, "통신사", Due::At(NOW));
    assert_eq!(store.choices_shown().unwrap(), [(answer.before.term, choices)]);
    let hints: String = store.conn.query_row("SELECT hints FROM review_aid", [], |row| row.get(0)).unwrap();
    assert_eq!(hints, r#"["length","hanja"]"#);
    assert!(store.conn.execute("DELETE FROM review_aid", []).is_err(), "append-only");
}

#[test]
fn practice_moves_no_card_and_is_undone_and_replaced_apart_from_reviews() {
    let mut store = store_with(&[("통신", telecom())]);
    record(&mut store, "해외진출", Due::On(TODAY.plus(3)));
    let before = store.cards(None).unwrap();
    let practice = Answer {
        verdict: Some(Verdict::Wrong),
        typed: Some("통신사".into()),
        ..with_aid(&store, "해외진출", Aid { practice: true, ..Aid::default() })
    };
    let first = store.practise(&practice).unwrap();
    let second = store.replace_practice(first, &practice, NOW).unwrap();
    assert_eq!(store.wrong_answers().unwrap().len(), 1, "one stands");
    store.undo_practice(second, NOW).unwrap();
    assert!(store.undo_practice(second, NOW).is_err(), "only once");
    assert!(store.wrong_answers().unwrap().is_empty());
    assert_eq!((store.cards(None).unwrap(), store.reviews(None).unwrap().len()), (before, 1));
    assert!(store.conn.execute("UPDATE practice SET grade = 4", []).is_err(), "append-only");
}

#[test]
fn of_several_remarks_about_one_word_the_last_counts() {
    let mut store = store_with(&[("통신", telecom())]);
    let term = term_id(&store, "해외진출");
    store.remark(term, "해외 사업", Remark::Accepted, true, NOW).unwrap();
    store.remark(term, "해외사업", Remark::Fits, true, NOW).unwrap();
    store.remark(term, "해외사업", Remark::Fits, false, NOW).unwrap();
    assert_eq!(store.remarks().unwrap(), [(term, "해외사업".to_owned(), Remark::Accepted)]);
    assert!(store.conn.execute("DELETE FROM remark", []).is_err(), "append-only");
}

#[test]
fn todays_mistakes_are_those_that_stand() {
    let mut store = store_with(&[("통신", telecom())]);
    let wrong = Answer { grade: Grade::Again, ..with_aid(&store, "통신사", Aid::default()) };
    let id: ReviewId = store.record(&wrong).unwrap();
    record(&mut store, "해외진출", Due::At(NOW));
    assert_eq!(store.mistakes(TODAY).unwrap(), [wrong.before.term]);
    assert!(store.mistakes(TODAY.plus(1)).unwrap().is_empty());
    store.undo(id, &wrong.before, NOW).unwrap();
    assert!(store.mistakes(TODAY).unwrap().is_empty());
}

#[test]
fn what_can_be_practised_begins_with_the_weakest_memory() {
    let mut store = store_with(&[("통신", telecom()), ("은행", banks())]);
    record(&mut store, "통신사", Due::On(TODAY.plus(3)));
    assert_eq!(shown(store.practice_cards(None, None).unwrap())[0], "통신사");
    let article = store.articles_titled("은행").unwrap();
    assert_eq!(shown(store.practice_cards(None, Some(article[0])).unwrap()), ["해외진출", "은행"]);
    assert_eq!(store.articles_titled("통신사").unwrap().len(), 1, "a part of the title");
    let own: Vec<String> = store.own_terms().unwrap().into_iter().map(|term| term.term).collect();
    assert_eq!(own, ["해외진출", "통신사", "은행"], "no names");
}
