//! Speeds of what a user waits for. Machines are noisy: look at ratios within one run.

#![allow(clippy::unwrap_used, reason = "a bench that fails should stop")]

use divan::Bencher;
use divan::counter::BytesCount;
use dokpa::deck::{Card, TermId};
use dokpa::dictionary::{Entry, Item, Sense};
use dokpa::korean::analyzer::Analyzer;
use dokpa::korean::sentence;
use dokpa::schedule::{Scheduler, Settings};
use dokpa::store::{NewDictionary, Store};
use dokpa::tasks::{Importer, Meanings, add_ready_decks, search_words};
use dokpa::time::{Calendar, Timestamp};
use dokpa::vocab::Pos;

const NOW: Timestamp = Timestamp::from_millis(1_767_225_600_000);

fn main() {
    divan::main();
}

/// The seed articles, joined: some 50 kB of news.
fn text() -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

#[divan::bench]
fn open_the_analyzer() -> Analyzer {
    Analyzer::open().unwrap()
}

#[divan::bench]
fn analyze(bencher: Bencher) {
    let (text, analyzer) = (text(), Analyzer::open().unwrap());
    bencher
        .counter(BytesCount::of_str(&text))
        .bench_local(|| text.lines().map(|line| analyzer.analyze(line).unwrap().len()).sum::<usize>());
}

/// The same text all the way into the store: the ratio to `analyze` is what dokpa adds.
#[divan::bench]
fn import(bencher: Bencher) {
    let text = text();
    bencher.counter(BytesCount::of_str(&text)).with_inputs(|| Store::in_memory().unwrap()).bench_values(|mut store| {
        Importer::new(&mut store, NOW).text(&text, "deck", "bench", None).unwrap();
        store
    });
}

#[divan::bench]
fn split_sentences(bencher: Bencher) {
    let text = text();
    bencher.counter(BytesCount::of_str(&text)).bench(|| sentence::split(&text).len());
}

#[divan::bench]
fn first_start(bencher: Bencher) {
    bencher.with_inputs(|| Store::in_memory().unwrap()).bench_values(|mut store| {
        add_ready_decks(&mut store, NOW).unwrap();
        store
    });
}

#[divan::bench]
fn preview_four_grades(bencher: Bencher) {
    let scheduler = Scheduler::new(Settings::default()).unwrap();
    let calendar = Calendar::new(jiff::tz::TimeZone::UTC, 4);
    bencher.bench(|| scheduler.preview(&Card::new(TermId(1)), NOW, &calendar));
}

/// A store with an imported dictionary of 100,000 entries.
fn big_dictionary() -> Store {
    let syllable = |number: u32| char::from_u32(0xAC00 + number % 11_172).unwrap();
    let verbs = ["advance", "raise", "lower", "issue", "settle"];
    let entry = |number: u32| {
        let word = [number * 7, number * 13 + number / 100, number / 9].map(syllable).into_iter().collect();
        let gloss = format!("to {} {number}; a thing of market {}", verbs[number as usize % 5], number % 1000);
        Entry { word, senses: vec![Sense { gloss, ..Sense::default() }], ..Entry::default() }
    };
    let mut store = Store::in_memory().unwrap();
    let new = NewDictionary { name: "big", licence: None, format: "table", fingerprint: "big", language: None };
    let filling = store.fill_dictionary(&new, None, NOW).unwrap();
    (0..100_000).for_each(|number| filling.put(&Item::Entry(entry(number))).unwrap());
    filling.finish(100_000, 0).unwrap();
    store
}

/// One key typed into the search: at most 20 ms, whatever the letters.
#[divan::bench(args = ["가", "해외진", "ㅎ", "ㅎㅇㅈ", "market", "t", "advance 77", "a"])]
fn search_in_100_000_entries(bencher: Bencher, text: &str) {
    thread_local!(static STORE: Store = big_dictionary());
    STORE.with(|store| search_words(store, text, 50).unwrap());
    bencher.bench_local(|| STORE.with(|store| search_words(store, text, 50).unwrap().len()));
}

/// The meanings of a list of 1,000 terms, with a dictionary of 100,000 entries.
#[divan::bench]
fn look_up_1_000_terms(bencher: Bencher) {
    let store = big_dictionary();
    let words: Vec<String> = (0..1000).map(|number| format!("해외진출{number}")).collect();
    bencher.bench_local(|| {
        let meanings = Meanings::of(&store).unwrap();
        words.iter().map(|word| meanings.look_up(word, Some(Pos::Noun), &[]).unwrap().len()).sum::<usize>()
    });
}
