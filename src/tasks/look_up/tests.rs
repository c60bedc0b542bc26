//! The order of look-up, and what a learner's own word changes in it.

use super::*;
use crate::deck::TermId;
use crate::dictionary::{Entry, Item};
use crate::store::NewDictionary;
use crate::vocab::Kind;

const NOW: Timestamp = Timestamp::from_millis(1_770_000_000_000);

/// A dictionary's name, and its words with part of speech and gloss.
type Small<'a> = (&'a str, &'a [(&'a str, Option<&'static str>, &'a str)]);

fn store(dictionaries: &[Small<'_>]) -> Store {
    let mut store = Store::in_memory().unwrap();
    for (name, entries) in dictionaries {
        let new = NewDictionary { name, licence: None, format: "table", fingerprint: name, language: None };
        let filling = store.fill_dictionary(&new, None, NOW).unwrap();
        for (word, pos, gloss) in *entries {
            let senses = vec![dictionary::Sense { gloss: (*gloss).to_owned(), ..dictionary::Sense::default() }];
            let entry = Entry { word: (*word).to_owned(), pos: *pos, senses, ..Entry::default() };
            filling.put(&Item::Entry(entry)).unwrap();
        }
        filling.finish(entries.len(), 0).unwrap();
    }
    store
}

fn told(store: &Store, word: &str, pos: Option<Pos>, parts: &[&str]) -> Vec<(String, String)> {
    let parts: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
    let senses = Meanings::of(store).unwrap().look_up(word, pos, &parts).unwrap();
    senses.into_iter().map(|sense| (sense.source.name().to_owned(), sense.gloss)).collect()
}

fn sources(told: &[(String, String)]) -> Vec<&str> {
    told.iter().map(|(source, _)| source.as_str()).collect()
}

#[test]
fn the_order_is_own_imported_house_parts_generated() {
    let mut store = store(&[("갑", &[("해외진출", None, "a")]), ("을", &[("해외진출", None, "b")])]);
    set_gloss(&mut store, "해외 진출", Pos::Noun, " 나가기\n", NOW).unwrap();
    let told = |word: &str, parts: &[&str]| told(&store, word, Some(Pos::Noun), parts);
    let all = told("해외진출", &["해외", "진출"]);
    assert_eq!(sources(&all), ["own", "갑", "을", "house", "parts"]);
    assert_eq!(all[0].1, "나가기");
    assert_eq!(sources(&told("내수산업", &["내수", "산업"])), ["parts"]);
    assert_eq!(sources(&told("가가대소", &[])), ["generated"]);
}

#[test]
fn senses_of_the_terms_part_of_speech_come_first() {
    let store = store(&[("갑", &[("쓰다", Some("v"), "to write"), ("쓰다", Some("v"), "to use")])]);
    let all = told(&store, "쓰다", Some(Pos::Adjective), &[]);
    assert_eq!(all[0].0, "house", "an adjective of the house before a verb of the import: {all:?}");
    assert_eq!(told(&store, "쓰다", Some(Pos::Verb), &[])[0].1, "to write");
    assert_eq!(told(&store, "쓰다", None, &[])[0].1, "to write");
}

#[test]
fn the_noun_of_a_verb_explains_it() {
    let store = store(&[("갑", &[("진출", Some("n"), "advance")])]);
    assert_eq!(told(&store, "진출하다", Some(Pos::Verb), &[])[0], ("갑".to_owned(), "advance".to_owned()));
}

#[test]
fn a_choice_is_remembered_through_a_newer_version() {
    let mut store = store(&[("갑", &[("기수", None, "a jockey"), ("기수", None, "a class")])]);
    let senses = Meanings::of(&store).unwrap().look_up("기수", Some(Pos::Noun), &[]).unwrap();
    choose_sense(&mut store, "기수", Pos::Noun, Some(&senses[1]), NOW).unwrap();
    assert_eq!(told(&store, "기수", Some(Pos::Noun), &[])[0].1, "a class");
    assert_eq!(told(&store, "기수", None, &[])[0].1, "a class");
    let id = store.dictionaries().unwrap()[0].id;
    store.remove_dictionary(id).unwrap();
    assert_ne!(told(&store, "기수", Some(Pos::Noun), &[]).first().map(|first| first.0.as_str()), Some("갑"));
    choose_sense(&mut store, "기수", Pos::Noun, None, NOW).unwrap();
}

#[test]
fn a_meaning_borrows_hanja_and_level_where_they_are_clear() {
    let mut store = store(&[]);
    let term = |term: &str| Term {
        id: TermId(1),
        key: TermKey::of(term),
        term: term.to_owned(),
        pos: Pos::Noun,
        kind: Kind::Noun,
        parts: vec![],
    };
    let house = lexicon::meaning("해외진출", Pos::Noun, &[]).unwrap();
    set_gloss(&mut store, "해외진출", Pos::Noun, "나가기", NOW).unwrap();
    let meaning = Meanings::of(&store).unwrap().meaning(&term("해외진출")).unwrap().unwrap();
    assert_eq!(meaning, Meaning { gloss: "나가기".into(), ..house });
    // 시장 is a market and a mayor: whose hanja would it be?
    set_gloss(&mut store, "시장", Pos::Noun, "사고파는 곳", NOW).unwrap();
    assert_eq!(Meanings::of(&store).unwrap().meaning(&term("시장")).unwrap().unwrap().hanja, None);
}

#[test]
fn without_anything_beside_it_is_the_lexicons_meaning() {
    let store = store(&[]);
    for (word, pos) in [("진출하다", Pos::Verb), ("시장", Pos::Noun), ("쓰다", Pos::Adjective), ("가가대소", Pos::Noun)]
    {
        let term =
            Term { id: TermId(1), key: TermKey::of(word), term: word.to_owned(), pos, kind: Kind::Noun, parts: vec![] };
        let meaning = Meanings::of(&store).unwrap().meaning(&term).unwrap();
        let lexicon = lexicon::meaning(word, pos, &[]);
        assert_eq!(meaning.map(|m| m.gloss), lexicon.map(|m| m.gloss), "{word}");
    }
}
