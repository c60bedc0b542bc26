//! Speeds of what a user waits for. Machines are noisy: look at ratios within one run.

#![allow(clippy::unwrap_used, reason = "a bench that fails should stop")]

use divan::Bencher;
use divan::counter::BytesCount;
use dokpa::deck::{Card, TermId};
use dokpa::korean::analyzer::Analyzer;
use dokpa::korean::sentence;
use dokpa::schedule::{Scheduler, Settings};
use dokpa::store::Store;
use dokpa::tasks::{Importer, add_ready_decks};
use dokpa::time::{Calendar, Timestamp};

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
        .bench(|| text.lines().map(|line| analyzer.analyze(line).unwrap().len()).sum::<usize>());
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
