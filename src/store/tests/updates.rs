use super::*;
use crate::store::Updated;

/// The telecom article with its first sentence changed, the second moved to the front and a new one.
fn newer() -> Sample {
    sample("통신사 해외진출", &["해외진출은 쉽지 않다.", "통신사들의 지분참여가 활발하다.", "그래도 간다."])
        .with("해외진출", Kind::Compound)
        .with("통신사", Kind::Noun)
        .with("지분참여", Kind::Compound)
}

fn update(store: &mut Store, sample: Sample) -> Updated {
    store.update_article(ArticleId(1), &sample.article, sample.terms, sample.clozes).unwrap()
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
    assert!(store.update_article(ArticleId(1), &bad.article, bad.terms, bad.clozes).is_err());
    assert_eq!(store.article(ArticleId(1)).unwrap().unwrap(), telecom().article);
    let other = newer();
    let missing = store.update_article(ArticleId(9), &other.article, other.terms, other.clozes);
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
