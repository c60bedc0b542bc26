use super::*;
use rusqlite::types::Value;

use crate::store::{ArticleDeed, Updated};

/// The telecom article with its first sentence changed, the second moved to the front and a new one.
fn newer() -> Sample {
    sample("통신사 해외진출", &["해외진출은 쉽지 않다.", "통신사들의 지분참여가 활발하다.", "그래도 간다."])
        .with("해외진출", Kind::Compound)
        .with("통신사", Kind::Noun)
        .with("지분참여", Kind::Compound)
}

fn update(store: &mut Store, sample: Sample) -> Updated {
    store.update_article(ArticleId(1), &sample.article, sample.terms, sample.clozes, NOW).unwrap()
}

#[test]
fn a_changed_text_keeps_cards_reviews_and_what_stands_in_both() {
    let mut store = store_with(&[("통신", telecom()), ("은행", banks())]);
    record(&mut store, "해외진출", Due::On(TODAY));
    let id = term_id(&store, "해외진출");
    let card = store.card(id).unwrap();
    let kept = store.questions(id, None).unwrap().into_iter().find(|one| one.sentence.contains("쉽지")).unwrap();
    let done = update(&mut store, newer());
    assert_eq!(done, Updated { kept: 2, new: 1, gone: 1, new_terms: 1 });
    assert_eq!(store.article(ArticleId(1)).unwrap().unwrap(), newer().article);
    assert_eq!((store.card(id).unwrap(), store.reviews(None).unwrap().len()), (card, 1));
    let questions = store.questions(id, None).unwrap();
    assert!(questions.iter().any(|one| one.cloze == kept.cloze));
    assert!(questions.iter().all(|one| !one.sentence.contains("활발하다")), "the sentence is gone");
    assert!(store.occurrences(ArticleId(1)).unwrap().iter().any(|at| at.sentence == 1));
    assert!(store.integrity().unwrap());
}

#[test]
fn a_version_that_has_the_old_sentences_again_gets_their_answers_back() {
    let mut store = store_with(&[("통신", telecom())]);
    record(&mut store, "해외진출", Due::On(TODAY));
    let id = term_id(&store, "해외진출");
    let before = store.questions(id, None).unwrap();
    update(&mut store, newer());
    update(&mut store, telecom());
    assert_eq!(store.questions(id, None).unwrap(), before);
    assert_eq!(store.article(ArticleId(1)).unwrap().unwrap(), telecom().article);
}

#[test]
fn an_update_that_makes_no_sense_leaves_the_old_text() {
    let mut store = store_with(&[("통신", telecom())]);
    let mut bad = newer();
    bad.clozes[0].term = 99;
    assert!(store.update_article(ArticleId(1), &bad.article, bad.terms, bad.clozes, NOW).is_err());
    assert_eq!(store.article(ArticleId(1)).unwrap().unwrap(), telecom().article);
    let other = newer();
    let missing = store.update_article(ArticleId(9), &other.article, other.terms, other.clozes, NOW);
    assert!(matches!(missing, Err(StoreError::NoArticle(_))));
}

#[test]
fn sketches_come_back_as_they_were() {
    let mut store = store_with(&[("통신", telecom())]);
    assert_eq!(store.unsketched().unwrap(), [ArticleId(1)]);
    let sketch = crate::article::likeness::Sketch::of(&telecom().article);
    store.put_sketch(ArticleId(1), &sketch).unwrap();
    assert_eq!((store.sketches().unwrap(), store.unsketched().unwrap()), (vec![(ArticleId(1), sketch)], vec![]));
}

/// Every row that an article's text, questions and answers are made of, as it stands.
fn everything(store: &Store) -> Vec<Vec<Vec<Value>>> {
    let rows = |sql: &str| {
        let mut select = store.conn.prepare(sql).unwrap();
        let count = select.column_count();
        let rows = select.query_map([], |row| (0..count).map(|at| row.get::<_, Value>(at)).collect()).unwrap();
        rows.collect::<Result<Vec<Vec<Value>>, _>>().unwrap()
    };
    [
        "SELECT * FROM article ORDER BY id",
        "SELECT * FROM sentence WHERE position >= 0 ORDER BY id",
        "SELECT * FROM cloze WHERE NOT retired ORDER BY id",
        "SELECT * FROM article_term ORDER BY article, term",
        "SELECT * FROM occurrence",
        "SELECT * FROM likeness ORDER BY article",
        "SELECT * FROM deck_article ORDER BY deck, article",
        "SELECT * FROM review ORDER BY id",
        "SELECT card.*, term.* FROM card JOIN term ON term.id = card.term WHERE term.key <> '지분참여' ORDER BY term.id",
    ]
    .into_iter()
    .map(rows)
    .collect()
}

#[test]
fn an_update_that_is_undone_gives_every_byte_back() {
    let mut store = store_with(&[("통신", telecom()), ("은행", banks())]);
    store.put_sketch(ArticleId(1), &crate::article::likeness::Sketch::of(&telecom().article)).unwrap();
    record(&mut store, "해외진출", Due::On(TODAY));
    let before = everything(&store);
    update(&mut store, newer());
    update(&mut store, sample("통신사", &["아주 다른 글이다."]));
    assert_ne!(everything(&store), before);
    let changes = store.article_changes().unwrap();
    assert_eq!(changes.iter().map(|one| one.deed).collect::<Vec<_>>(), [ArticleDeed::Update; 2]);
    let early = store.undo_article_change(Some(changes[0].id), NOW);
    assert!(matches!(early, Err(StoreError::ArticleBuiltOn { .. })), "{early:?}");
    store.undo_article_change(None, NOW).unwrap();
    assert_eq!(store.article(ArticleId(1)).unwrap().unwrap(), newer().article);
    assert_eq!(store.undo_article_change(None, NOW).unwrap(), changes[0]);
    assert_eq!(everything(&store), before);
    assert!(matches!(store.undo_article_change(None, NOW), Err(StoreError::NoArticleChange(None))));
    assert!(store.integrity().unwrap());
}

#[test]
fn answers_given_between_update_and_undo_stay() {
    let mut store = store_with(&[("통신", telecom())]);
    update(&mut store, newer());
    record(&mut store, "지분참여", Due::On(TODAY));
    store.undo_article_change(None, NOW).unwrap();
    assert_eq!(store.reviews(None).unwrap().len(), 1);
    assert_eq!(store.article(ArticleId(1)).unwrap().unwrap(), telecom().article);
    assert!(store.integrity().unwrap(), "the sentence that was asked is kept");
}

#[test]
fn a_deleted_article_is_gone_from_everywhere_and_comes_back() {
    let mut store = store_with(&[("통신", telecom()), ("은행", banks())]);
    record(&mut store, "통신사", Due::On(TODAY));
    let before = everything(&store);
    let change = store.delete_article(ArticleId(1), NOW).unwrap();
    assert_eq!((change.deed, change.title.as_str()), (ArticleDeed::Delete, "통신사 해외진출"));
    assert_eq!((store.article(ArticleId(1)).unwrap(), store.article_count().unwrap()), (None, 1));
    assert_eq!(store.library(None).unwrap().len(), 1);
    assert_eq!(store.articles_listed(None).unwrap().len(), 1);
    assert!(store.term_stats(None).unwrap().iter().all(|stats| stats.term.term != "통신사"));
    assert_eq!(store.reviews(None).unwrap().len(), 1);
    assert!(matches!(store.delete_article(ArticleId(1), NOW), Err(StoreError::NoArticle(_))));
    // The same text comes in anew meanwhile: there cannot be two.
    let again = telecom().save(&mut store, "통신");
    assert!(!again.duplicate);
    assert!(matches!(store.undo_article_change(None, NOW), Err(StoreError::SameText { .. })));
    store.delete_article(again.article, NOW).unwrap();
    store.undo_article_change(Some(change.id), NOW).unwrap();
    let now = everything(&store);
    assert_eq!(now[0][..2], before[0][..2]);
    assert_eq!(now[1..], before[1..]);
    assert!(store.integrity().unwrap());
}

#[test]
fn a_deleted_article_does_not_come_back_with_its_deck() {
    let mut store = store_with(&[("통신", telecom())]);
    store.arrange(&crate::deck::Arrangement::Delete { deck: "통신".into() }, NOW).unwrap();
    store.delete_article(ArticleId(1), NOW).unwrap();
    store.undo_arrangement(None, NOW).unwrap();
    assert!(store.deck_articles(deck(&store, "통신").unwrap()).unwrap().is_empty());
}
