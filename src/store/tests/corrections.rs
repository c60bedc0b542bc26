use super::*;
use crate::store::{Reread, Revision};
use crate::vocab::correct::Correction;

fn split() -> Correction {
    Correction::Split { term: "해외진출".into(), parts: vec!["해외".into(), "진출".into()] }
}

/// The telecom article as it is when 해외진출 is two words.
fn reread() -> Reread {
    let sample = sample(
        "통신사 해외진출",
        &["한빛 등 통신사들의 해외진출이 활발하다.", "해외진출은 쉽지 않다.", "그래도 간다."],
    )
    .with("해외", Kind::Noun)
    .with("진출", Kind::Noun)
    .with("통신사", Kind::Noun)
    .with("한빛", Kind::Name);
    Reread { article: ArticleId(1), terms: sample.terms, clozes: sample.clozes }
}

fn revision() -> Revision {
    Revision { add: vec![split()], undo: None, articles: vec![reread()] }
}

#[test]
fn a_correction_and_what_follows_from_it_are_one_transaction() {
    let mut store = store_with(&[("통신", telecom())]);
    let before = counts(&store);
    let stamp = store.stamp().unwrap();
    let mut bad = revision();
    bad.articles[0].clozes[3].term = 99;
    assert!(matches!(store.revise(stamp, &bad, NOW), Err(StoreError::Inconsistent(_))));
    assert_eq!((counts(&store), store.corrections().unwrap().len()), (before, 0));
    let ids = store.revise(stamp, &revision(), NOW).unwrap();
    let rows = store.corrections().unwrap();
    assert_eq!((rows[0].id, &rows[0].correction, rows[0].at), (ids[0], &split(), NOW));
    assert!(store.terms_keyed(&TermKey::of("해외진출")).unwrap().is_empty());
    assert!(store.integrity().unwrap());
}

#[test]
fn answered_questions_are_retired_and_come_back() {
    let mut store = store_with(&[("통신", telecom())]);
    record(&mut store, "해외진출", Due::On(TODAY));
    let id = term_id(&store, "해외진출");
    let questions = store.questions(id, None).unwrap();
    let stamp = store.stamp().unwrap();
    let ids = store.revise(stamp, &revision(), NOW).unwrap();
    assert!(store.questions(id, None).unwrap().is_empty());
    assert!(store.due_cards(None, TODAY, NOW).unwrap().is_empty());
    assert_eq!(store.reviews(None).unwrap().len(), 1);
    let back = telecom();
    let back = Reread { article: ArticleId(1), terms: back.terms, clozes: back.clozes };
    store.revise(stamp, &Revision { add: vec![], undo: Some(ids[0]), articles: vec![back] }, NOW).unwrap();
    assert_eq!(store.questions(id, None).unwrap(), questions);
    assert_eq!(shown(store.due_cards(None, TODAY, NOW).unwrap()), ["해외진출"]);
    assert_eq!((store.corrections().unwrap().len(), store.undone_corrections().unwrap().len()), (0, 1));
}

#[test]
fn what_another_process_stored_meanwhile_is_seen() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dokpa.db");
    let mut store = Store::open(&path).unwrap();
    telecom().save(&mut store, "통신");
    let stamp = store.stamp().unwrap();
    banks().save(&mut Store::open(&path).unwrap(), "은행");
    assert!(matches!(store.revise(stamp, &revision(), NOW), Err(StoreError::Changed)));
    let stamp = store.stamp().unwrap();
    store.revise(stamp, &revision(), NOW).unwrap();
}

#[test]
fn corrections_are_never_changed_or_deleted() {
    let mut store = store_with(&[("통신", telecom())]);
    let stamp = store.stamp().unwrap();
    let ids = store.revise(stamp, &revision(), NOW).unwrap();
    let undo = Revision { add: vec![], undo: Some(ids[0]), articles: vec![] };
    store.revise(stamp, &undo, NOW).unwrap();
    assert!(matches!(store.revise(stamp, &undo, NOW), Err(StoreError::NoCorrection(_))));
    for sql in [
        "UPDATE correction SET payload = ''",
        "DELETE FROM correction",
        "UPDATE correction_undone SET at = 0",
        "DELETE FROM correction_undone",
    ] {
        let error = store.conn.execute(sql, []).unwrap_err();
        assert!(error.to_string().contains("append-only"), "{sql}: {error}");
    }
}

#[test]
fn a_store_of_the_first_version_is_taken_along() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dokpa.db");
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.execute_batch(include_str!("../migrations/0001.sql")).unwrap();
    conn.execute_batch(
        "INSERT INTO article VALUES (1, 'f', '제목', NULL, NULL, NULL, NULL, NULL, '해외진출이다.', 0);
         INSERT INTO sentence VALUES (1, 1, 0, 0, 19, 'body', 0, '해외진출이다.');
         INSERT INTO term VALUES (1, '해외진출', 'noun', 'compound', '해외진출', '[\"해외\",\"진출\"]');
         INSERT INTO article_term VALUES (1, 1, 1, 0, 0);
         INSERT INTO occurrence VALUES (1, 1, 1, 0, 12);
         INSERT INTO cloze VALUES (1, 1, 1, 0, 12, 1.0);
         INSERT INTO card (term, state, step, reps, lapses, status) VALUES (1, 'new', 0, 0, 0, 'active');
         INSERT INTO deck VALUES (1, '덱', 0);
         INSERT INTO deck_article VALUES (1, 1);
         PRAGMA user_version = 1;",
    )
    .unwrap();
    drop(conn);
    let store = Store::open(&path).unwrap();
    let stats = store.term_stats(None).unwrap();
    assert_eq!((stats[0].term.term.as_str(), stats[0].count), ("해외진출", 1));
    assert_eq!(store.questions(TermId(1), None).unwrap().len(), 1);
    let kind: String = store.conn.query_row("SELECT kind FROM article_term", [], |row| row.get(0)).unwrap();
    assert_eq!(kind, "compound");
    assert!(store.integrity().unwrap());
}
