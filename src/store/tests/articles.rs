use super::*;

#[test]
fn an_article_is_read_back_as_it_was_saved() {
    let mut store = Store::in_memory().unwrap();
    let mut sample = telecom();
    sample.article.sentences[2].kind = SentenceKind::Headline;
    sample.article.facts.date = Some("2026-02-02".into());
    let saved = sample.save(&mut store, "통신");
    assert!(!saved.duplicate);
    assert_eq!(saved.new_terms, 2, "the name makes no card");
    assert_eq!(store.article(saved.article).unwrap().unwrap(), sample.article);
    assert_eq!(store.article(ArticleId(99)).unwrap(), None);
    assert_eq!(store.article_count().unwrap(), 1);
    assert_eq!(store.askable_terms(saved.article).unwrap(), 2);
    assert_eq!(store.fingerprint_known(&sample.article.fingerprint()).unwrap(), Some(saved.article));
    let articles = store.deck_articles(saved.deck).unwrap();
    assert_eq!(articles, [(saved.article, sample.article.facts.clone(), sample.article.text.clone())]);
}

#[test]
fn terms_are_told_in_the_order_in_which_they_were_met() {
    let store = store_with(&[("통신", telecom())]);
    let stats = store.term_stats(None).unwrap();
    let names: Vec<_> = stats.iter().map(|stats| stats.term.term.as_str()).collect();
    assert_eq!(names, ["한빛", "통신사", "해외진출"]);
    assert!(stats.is_sorted_by_key(|stats| stats.first_seen));
    let compound = &stats[2];
    assert_eq!(compound.term.key, TermKey::of("해외 진출"));
    assert_eq!(compound.term.parts, ["해외", "진출"]);
    assert_eq!((compound.count, compound.nested, compound.articles, compound.in_title), (2, 1, 1, true));
    assert_eq!(compound.example.as_deref(), Some("한빛 등 통신사들의 해외진출이 활발하다."));
    assert_eq!((compound.status, compound.state), (Status::Active, State::New));
    assert_eq!(stats[0].term.kind, Kind::Name);
    assert_eq!(stats[0].example, compound.example, "a name has no cloze, but an occurrence");
}

#[test]
fn occurrences_come_in_reading_order_with_what_is_known_of_each() {
    let store = store_with(&[("통신", telecom())]);
    let rows = store.occurrences(ArticleId(1)).unwrap();
    let places: Vec<_> = rows.iter().map(|row| (row.sentence, row.range.start, row.card.is_some())).collect();
    assert_eq!(places, [(0, 0, false), (0, 11, true), (0, 27, true), (1, 0, true)]);
}

#[test]
fn a_duplicate_changes_nothing_but_joins_the_deck() {
    let mut store = store_with(&[("통신", telecom())]);
    let before = counts(&store);
    let again = telecom().save(&mut store, "통신");
    assert!(again.duplicate);
    assert_eq!((again.new_terms, counts(&store)), (0, before.clone()));
    assert_eq!(store.decks(TODAY, NOW).unwrap().len(), 1);
    let other = telecom().save(&mut store, "모음");
    assert!(other.duplicate);
    assert_eq!((other.article, counts(&store)), (again.article, before));
    assert_eq!(store.deck_articles(other.deck).unwrap().len(), 1);
}

#[test]
fn two_articles_share_a_term_and_its_card() {
    let mut store = store_with(&[("통신", telecom())]);
    let saved = banks().save(&mut store, "은행");
    assert_eq!(saved.new_terms, 1);
    let all = store.term_stats(None).unwrap();
    let shared = all.iter().find(|stats| stats.term.term == "해외진출").unwrap();
    assert_eq!((shared.articles, shared.count), (2, 3));
    let here = store.term_stats(Some(saved.deck)).unwrap();
    let shared = here.iter().find(|stats| stats.term.term == "해외진출").unwrap();
    assert_eq!((shared.articles, shared.count, shared.in_title), (1, 1, false));
    assert_eq!(shared.example.as_deref(), Some("은행의 해외진출이 늘었다."));
    assert_eq!(store.cards(None).unwrap().len(), 3);
}

#[test]
fn a_name_that_turns_out_to_be_a_word_gets_a_card() {
    let mut store = store_with(&[("통신", telecom())]);
    let word = sample("빛", &["한빛이 비쳤다."]).with("한빛", Kind::Noun);
    assert_eq!(word.save(&mut store, "통신").new_terms, 1);
    let id = term_id(&store, "한빛");
    assert!(store.card(id).unwrap().is_some());
    assert_eq!(store.term_stats(None).unwrap()[0].term.kind, Kind::Noun);
    let name = sample("또", &["한빛은 회사다."]).with("한빛", Kind::Name);
    assert_eq!(name.save(&mut store, "통신").new_terms, 0);
    assert_eq!(store.term_stats(None).unwrap()[0].term.kind, Kind::Noun, "what is a word stays one");
}

#[test]
fn an_article_that_contradicts_itself_leaves_nothing_behind() {
    let mut store = Store::in_memory().unwrap();
    let before = counts(&store);
    let mut bad = telecom();
    bad.clozes[0].term = 9;
    let error = store.save_article("통신", &bad.article, &bad.terms, &bad.clozes, NOW).unwrap_err();
    assert!(matches!(error, StoreError::Inconsistent(_)), "{error}");
    let mut bad = telecom();
    bad.article.sentences[0].range = 1..4;
    let error = store.save_article("통신", &bad.article, &bad.terms, &bad.clozes, NOW).unwrap_err();
    assert!(matches!(error, StoreError::Inconsistent(_)), "{error}");
    assert_eq!(counts(&store), before);
    assert_eq!(store.deck_named("통신").unwrap(), None);
}

#[test]
fn an_article_that_contradicts_itself_leaves_the_others_of_its_batch_alone() {
    let mut store = Store::in_memory().unwrap();
    let mut bad = telecom();
    bad.clozes[0].sentence = 9;
    store.begin_batch().unwrap();
    banks().save(&mut store, "은행");
    let before = counts(&store);
    let error = store.save_article("통신", &bad.article, &bad.terms, &bad.clozes, NOW).unwrap_err();
    assert!(matches!(error, StoreError::Inconsistent(_)), "{error}");
    assert!(store.in_batch());
    assert_eq!(counts(&store), before);
    assert_eq!(store.deck_named("통신").unwrap(), None);
    store.end_batch().unwrap();
    assert_eq!(store.article_count().unwrap(), 1);
}

#[test]
fn a_batch_that_cannot_be_written_is_taken_back_whole() {
    let mut store = store_with(&[("통신", telecom())]);
    let before = counts(&store);
    let pages: i64 = store.conn.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
    store.begin_batch().unwrap();
    banks().save(&mut store, "은행");
    store.conn.pragma_update(None, "max_page_count", pages).unwrap();
    let long = sample("긴 글", &["은행이 해외진출을 한다.".repeat(2000).as_str()]).with("은행", Kind::Noun);
    assert!(store.save_article("은행", &long.article, &long.terms, &long.clozes, NOW).is_err());
    assert!(!store.in_batch());
    assert_eq!(counts(&store), before);
    assert!(store.integrity().unwrap());
}

#[test]
fn a_word_that_no_enum_knows_is_damage() {
    let store = store_with(&[("통신", telecom())]);
    store.conn.execute("UPDATE term SET kind = 'gerund' WHERE kind = 'noun'", []).unwrap();
    assert!(matches!(store.term_stats(None), Err(StoreError::Damaged(_))));
    store.conn.execute("UPDATE term SET kind = 'noun', parts = '[' WHERE kind = 'gerund'", []).unwrap();
    assert!(matches!(store.new_cards(None, TODAY), Err(StoreError::Damaged(_))));
    store.conn.execute("UPDATE card SET state = 'dreaming'", []).unwrap();
    assert!(matches!(store.card(TermId(1)), Err(StoreError::Damaged(_))));
    store.conn.execute("UPDATE cloze SET end = start + 1", []).unwrap();
    assert!(matches!(store.questions(TermId(1), None), Err(StoreError::Damaged(_))));
}

#[test]
fn a_batch_tells_the_coverage_that_its_rows_have() {
    let mut one_by_one = Store::in_memory().unwrap();
    let mut batch = Store::in_memory().unwrap();
    // 한빛 is a mere name at first and a word in the second article; 해외진출 is known from the start.
    let named = sample("한빛", &["한빛이 은행에 들어왔다."]).with("한빛", Kind::Noun).with("은행", Kind::Noun);
    let samples = [telecom(), banks(), named];
    for store in [&mut one_by_one, &mut batch] {
        sample("앞선 글", &["해외진출이다."]).with("해외진출", Kind::Compound).save(store, "통신");
        let card = store.card(term_id(store, "해외진출")).unwrap().unwrap();
        store.set_status(&Card { status: Status::Known, ..card }).unwrap();
    }
    batch.begin_batch().unwrap();
    for sample in &samples {
        let (alone, together) = (sample.save(&mut one_by_one, "통신"), sample.save(&mut batch, "통신"));
        assert_eq!(together, alone);
        assert_eq!(together.coverage, Some(batch.coverage(together.article).unwrap()));
        assert!(together.coverage.unwrap().terms.all > 0);
    }
    batch.end_batch().unwrap();
    assert_eq!(batch.term_stats(None).unwrap(), one_by_one.term_stats(None).unwrap());
    let again = banks().save(&mut batch, "통신");
    assert_eq!((again.duplicate, again.coverage), (true, None));
}

#[test]
fn two_terms_of_an_article_under_one_key_are_one_row() {
    let twice = sample("통신", &["통신사의 해외진출이 활발하다.", "해외진출은 어렵다."])
        .with("해외진출", Kind::Compound)
        .with("통신사", Kind::Noun)
        .with("해외진출", Kind::Compound);
    let mut store = Store::in_memory().unwrap();
    let saved = twice.save(&mut store, "통신");
    assert_eq!((saved.new_terms, saved.coverage), (2, None));
    let stats = store.term_stats(None).unwrap();
    let compound = stats.iter().find(|stats| stats.term.key == TermKey::of("해외진출")).unwrap();
    assert_eq!((compound.count, compound.nested, compound.articles), (4, 2, 1));
}
