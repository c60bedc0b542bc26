use super::*;
use crate::dictionary::{Entry, Frequency, Item, Sense};
use crate::store::{Choice, NewDictionary, SenseRow};

fn entry(word: &str, glosses: &[&str]) -> Item {
    let senses = glosses.iter().map(|gloss| Sense { gloss: (*gloss).to_owned(), ..Sense::default() }).collect();
    Item::Entry(Entry { word: word.into(), pos: Some("n"), level: Some(4), senses, ..Entry::default() })
}

fn new(name: &str) -> NewDictionary<'_> {
    NewDictionary { name, licence: Some("CC0"), format: "table", fingerprint: name, language: Some("en") }
}

fn fill(store: &mut Store, name: &str, items: &[Item]) {
    let filling = store.fill_dictionary(&new(name), None, NOW).unwrap();
    for item in items {
        filling.put(item).unwrap();
    }
    filling.finish(items.len(), 0).unwrap();
}

fn rows(store: &Store) -> Vec<i64> {
    ["dictionary", "entry", "sense", "frequency", "sense_text"]
        .iter()
        .map(|table| store.conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap())
        .collect()
}

fn words(found: Vec<SenseRow>) -> Vec<String> {
    found.into_iter().map(|row| row.word).collect()
}

fn english(store: &Store, text: &str) -> Vec<String> {
    let tokens: Vec<String> = text.split(' ').map(str::to_owned).collect();
    words(store.search_english(&tokens, 10).unwrap())
}

#[test]
fn a_filling_that_is_dropped_leaves_nothing() {
    let mut store = Store::in_memory().unwrap();
    let filling = store.fill_dictionary(&new("하나"), None, NOW).unwrap();
    filling.put(&entry("증자", &["capital increase"])).unwrap();
    drop(filling);
    assert_eq!(rows(&store), [0; 5]);
    fill(&mut store, "하나", &[entry("증자", &["capital increase"])]);
    assert_eq!(rows(&store), [1, 1, 1, 0, 1]);
}

#[test]
fn a_dictionary_is_removed_with_all_that_it_brought() {
    let mut store = Store::in_memory().unwrap();
    let frequency = Item::Frequency(Frequency { word: "증자".into(), rank: 7.0, shown: "7위".into() });
    fill(&mut store, "하나", &[entry("증자", &["capital increase", "new shares"]), frequency]);
    fill(&mut store, "둘", &[entry("장터", &["market place"])]);
    assert_eq!(store.frequency(&TermKey::of("증 자")).unwrap().as_deref(), Some("7위"));
    assert_eq!(english(&store, "capital"), ["증자"]);
    let first = store.dictionaries().unwrap()[0].id;
    store.remove_dictionary(first).unwrap();
    assert_eq!(rows(&store), [1, 1, 1, 0, 1]);
    assert!(english(&store, "capital").is_empty());
    assert_eq!(store.dictionaries().unwrap()[0].priority, 1);
    assert!(store.integrity().unwrap());
}

#[test]
fn a_newer_version_takes_the_place_of_the_old_one() {
    let mut store = Store::in_memory().unwrap();
    fill(&mut store, "하나", &[entry("증자", &["old"])]);
    fill(&mut store, "둘", &[entry("증자", &["other"])]);
    let old = store.dictionaries().unwrap()[0].id;
    let filling = store.fill_dictionary(&NewDictionary { fingerprint: "x", ..new("하나") }, Some(old), NOW).unwrap();
    filling.put(&entry("증자", &["new"])).unwrap();
    filling.finish(1, 0).unwrap();
    let glosses: Vec<String> = store.senses(&TermKey::of("증자")).unwrap().into_iter().map(|row| row.gloss).collect();
    assert_eq!(glosses, ["new", "other"]);
}

#[test]
fn search_in_many_entries_finds_the_right_ones() {
    let mut store = Store::in_memory().unwrap();
    let filling = store.fill_dictionary(&new("큰 사전"), None, NOW).unwrap();
    for number in 0..100_000_u32 {
        let word: String =
            [number % 11_172, number / 11].iter().map(|at| char::from_u32(0xAC00 + at).unwrap()).collect();
        filling.put(&entry(&word, &[&format!("to fill with {number}")])).unwrap();
    }
    filling.put(&entry("해외진출", &["to advance overseas"])).unwrap();
    filling.finish(100_001, 0).unwrap();
    assert_eq!(words(store.search_keys("해외진", "해외짅", 10).unwrap()), ["해외진출"]);
    assert_eq!(words(store.search_chosung("ㅎㅇㅈㅊ", "ㅎㅇㅈㅋ", 10).unwrap()), ["해외진출"]);
    assert_eq!(english(&store, "overs"), ["해외진출"]);
    assert_eq!(english(&store, "advance"), ["해외진출"]);
    assert_eq!(english(&store, "fill 4321").len(), 10);
    assert_eq!(english(&store, "with 99999").len(), 1);
    assert_eq!(store.search_keys("가", "나", 10).unwrap().len(), 10);
}

#[test]
fn a_query_is_words_and_never_operators() {
    let mut store = Store::in_memory().unwrap();
    fill(&mut store, "하나", &[entry("증자", &["capital increase OR growth"])]);
    for text in ["\"", "or", "NEAR", "*", "^", "a:b", "-capital", "("] {
        let _ = english(&store, text);
    }
    assert_eq!(english(&store, "or"), ["증자"]);
}

#[test]
fn own_glosses_and_choices_are_kept_by_term() {
    let mut store = Store::in_memory().unwrap();
    let key = TermKey::of("증자");
    let choice = Choice { source: "house".into(), hanja: None, gloss: "x".into() };
    store.choose(&key, Pos::Noun, Some(&choice), NOW).unwrap();
    assert_eq!(store.chosen(&key, Pos::Noun).unwrap(), Some(choice));
    store.set_own_gloss(&key, Pos::Noun, Some("밑천 늘리기"), NOW).unwrap();
    assert_eq!(store.chosen(&key, Pos::Noun).unwrap(), None, "the own gloss is the newer word");
    assert_eq!(store.own_gloss(&key, Pos::Noun).unwrap().as_deref(), Some("밑천 늘리기"));
    assert_eq!(store.own_gloss(&key, Pos::Verb).unwrap(), None);
    store.set_own_gloss(&key, Pos::Noun, None, NOW).unwrap();
    assert!(!store.beside().unwrap().own);
}
