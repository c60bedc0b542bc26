use super::*;
use crate::reader::{Place, Share};
use crate::store::NewReading;

#[test]
fn coverage_counts_running_words_once_and_names_apart() {
    let mut store = store_with(&[("통신", telecom())]);
    let article = store.last_read().unwrap();
    assert_eq!(article, None);
    let id = store.library(None).unwrap()[0].id;
    let before = store.coverage(id).unwrap();
    assert_eq!(before.words.known, 0);
    assert!(before.names > 0);
    record(&mut store, "해외진출", Due::On(TODAY.plus(3)));
    let after = store.coverage(id).unwrap();
    assert!(after.words.known > 0 && after.words.all == before.words.all, "{after:?}");
    assert_eq!(after.terms.known, 1);
    // What the store counts is what the page marks.
    let marks = store.marks(id, 0, 50, TODAY, NOW).unwrap();
    let shown = marks.iter().flatten().filter(|mark| mark.knowledge.counts()).count();
    assert_eq!(shown, after.words.all);
}

#[test]
fn places_and_bookmarks_are_kept_by_article() {
    let mut store = store_with(&[("통신", telecom()), ("은행", banks())]);
    let ids: Vec<ArticleId> = store.library(None).unwrap().iter().map(|row| row.id).collect();
    let place = Place { sentence: 1, word: 2 };
    store.set_place(ids[1], place, NOW).unwrap();
    store.set_place(ids[0], Place::default(), NOW.plus_seconds(-1)).unwrap();
    assert_eq!((store.place(ids[1]).unwrap(), store.last_read().unwrap()), (Some(place), Some(ids[1])));
    assert!(store.toggle_bookmark(ids[0], 3, NOW).unwrap() && store.toggle_bookmark(ids[0], 1, NOW).unwrap());
    assert_eq!((store.bookmarks(ids[0]).unwrap(), store.bookmarks(ids[1]).unwrap()), (vec![1, 3], vec![]));
    assert!(!store.toggle_bookmark(ids[0], 3, NOW).unwrap());
    assert_eq!(store.bookmarks(ids[0]).unwrap(), [1]);
}

#[test]
fn a_sitting_keeps_what_was_read_past_and_what_was_looked_up() {
    let mut store = store_with(&[("통신", telecom())]);
    let article = store.library(None).unwrap()[0].id;
    let looked_up = vec![term_id(&store, "해외진출")];
    let coverage = store.coverage(article).unwrap();
    store
        .record_reading(&NewReading {
            article,
            at: NOW,
            day: TODAY,
            millis: 60_000,
            syllables: 200,
            read: vec![0..1, 1..9],
            finished: true,
            coverage,
            looked_up,
        })
        .unwrap();
    let count = |sql: &str| store.conn.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(count("SELECT count(*) FROM exposure"), 2, "names are no evidence");
    assert_eq!(count("SELECT count(*) FROM exposure WHERE looked_up"), 1);
    assert_eq!(count("SELECT count(*) FROM review"), 0);
    let readings = store.readings(Some(article)).unwrap();
    assert_eq!((readings.len(), readings[0].words), (1, Share { known: 0, all: coverage.words.all }));
    assert!(store.library(None).unwrap()[0].finished);
}

#[test]
fn tallies_follow_reviews_and_their_undoing() {
    let mut store = store_with(&[("통신", telecom())]);
    let before = store.card(term_id(&store, "해외진출")).unwrap().unwrap();
    record(&mut store, "해외진출", Due::On(TODAY.plus(3)));
    let tallies = store.tallies().unwrap();
    assert_eq!(tallies.len(), 1);
    assert_eq!((tallies[0].day, tallies[0].state.as_str(), tallies[0].answers), (TODAY, "new", 1));
    assert_eq!(store.flows().unwrap().iter().map(|flow| flow.learning + flow.young + flow.mature).sum::<i64>(), 1);
    let id = store.reviews(None).unwrap()[0].id;
    store.undo(id, &before, NOW).unwrap();
    assert!(store.tallies().unwrap().is_empty());
    assert_eq!(store.flows().unwrap().iter().map(|flow| flow.learning + flow.young + flow.mature).sum::<i64>(), 0);
}

#[test]
fn what_is_wanted_first_keeps_its_order() {
    let mut store = store_with(&[("통신", telecom())]);
    let (a, b) = (term_id(&store, "통신사"), term_id(&store, "해외진출"));
    store.learn_first(&[a]).unwrap();
    store.learn_first(&[b, a]).unwrap();
    assert_eq!(store.wanted_first().unwrap(), [a, b]);
    store.learn_in_turn(&[a]).unwrap();
    assert_eq!(store.wanted_first().unwrap(), [b]);
}

#[test]
fn articles_that_were_there_before_are_counted_when_the_file_is_brought_up_to_date() {
    let mut conn = Connection::open_in_memory().unwrap();
    crate::store::open::MIGRATIONS.to_version(&mut conn, 8).unwrap();
    conn.execute_batch(
        "INSERT INTO article (id, fingerprint, title, text, imported_at) VALUES (1, 'f', 't', 'x', 0);
        INSERT INTO sentence (id, article, position, start, end, kind, paragraph, text) VALUES (1, 1, 0, 0, 9, 'body', 0, 'x');
        INSERT INTO term (id, key, pos, kind, term, parts)
        VALUES (1, 'a', 'noun', 'noun', 'a', '[]'), (2, 'b', 'noun', 'compound', 'b', '[]'), (3, 'c', 'noun', 'noun', 'c', '[]');
        INSERT INTO article_term (article, term, count, nested, in_title) VALUES (1, 1, 1, 1, 0), (1, 2, 1, 0, 0), (1, 3, 1, 0, 0);
        INSERT INTO occurrence (sentence, start, end, term) VALUES (1, 0, 6, 1), (1, 0, 12, 2), (1, 14, 20, 3);",
    )
    .unwrap();
    crate::store::open::MIGRATIONS.to_latest(&mut conn).unwrap();
    let store = Store::over(conn);
    let counts = store.rows("SELECT running FROM article_term ORDER BY term", [], |row| Ok(row.get::<_, i64>(0)?));
    assert_eq!(counts.unwrap(), [0, 1, 1]);
}
