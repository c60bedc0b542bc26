//! Feeds and their entries.

use super::*;
use crate::store::Listing;

fn later(seconds: i64) -> Timestamp {
    NOW.plus_seconds(seconds)
}

#[test]
fn what_was_shown_is_not_new_and_what_was_imported_is_not_left() {
    let mut store = Store::in_memory().unwrap();
    let feed = store.add_feed("https://dokpa.kr/feed", "독파경제", NOW).unwrap().unwrap();
    assert_eq!(store.add_feed("https://dokpa.kr/feed", "또", NOW).unwrap(), None, "an address is one feed");
    let note = |store: &mut Store, keys: &[&'static str]| {
        let entries = keys.iter().map(|&key| (key, key, "https://dokpa.kr/1", None));
        store.note_entries(feed, entries, NOW).unwrap();
    };
    let keys = |listings: &[Listing]| listings.iter().map(|listing| listing.title.clone()).collect::<Vec<_>>();

    note(&mut store, &["하나", "둘"]);
    let first = store.new_entries().unwrap();
    assert_eq!(keys(&first), ["둘", "하나"], "the newest first");
    store.show_entries(&first, later(1)).unwrap();
    assert!(store.new_entries().unwrap().is_empty());

    note(&mut store, &["둘", "셋"]);
    assert_eq!(keys(&store.new_entries().unwrap()), ["셋"]);
    assert_eq!(keys(&store.choosable_entries().unwrap()), ["셋", "둘", "하나"], "new, or shown last");
    store.mark_imported(first[0].id, later(2)).unwrap();
    assert_eq!(keys(&store.entries_left().unwrap()), ["셋", "하나"]);
    store.show_entries(&store.new_entries().unwrap(), later(3)).unwrap();
    assert_eq!(keys(&store.choosable_entries().unwrap()), ["셋"]);

    store.remove_feed(feed).unwrap();
    assert!(store.entries_left().unwrap().is_empty());
}

#[test]
fn what_was_taken_out_of_an_article_is_kept() {
    let mut store = Store::in_memory().unwrap();
    let sample = sample("해외진출", &["해외진출이 늘었다."]);
    let saved = store.save_article("통신", &sample.article, &[], &[], NOW).unwrap();
    assert_eq!(store.removed(saved.article).unwrap(), ["무단전재 금지"]);
    assert_eq!(store.article(saved.article).unwrap().unwrap(), sample.article);
}
