//! How well the program reads Korean, measured on sentences annotated by hand (tests/gold). `just gold` prints the
//! table; `DOKPA_GOLD_MISSES=1` adds every difference. The floors lie a little under what was measured, so that a
//! change that reads worse fails.

mod analysis;
mod boundaries;
mod file;
mod report;
mod score;
mod terms;
mod unify;

use std::sync::LazyLock;

use dokpa::korean::analyzer::Analyzer;
use dokpa::vocab::word::words;

use score::{Passages, Sentences};

/// The files of annotated sentences: business news, and news among other prose.
const SENTENCES: [&str; 2] = ["sentences-a.txt", "sentences-b.txt"];
const BOUNDARIES: &str = "boundaries.txt";

struct Measured {
    /// One for each file, then all of them.
    sentences: Vec<Sentences>,
    passages: Passages,
}

impl Measured {
    fn all(&self) -> &Sentences {
        self.sentences.last().unwrap()
    }
}

static MEASURED: LazyLock<Measured> = LazyLock::new(|| {
    let analyzer = Analyzer::open().unwrap();
    let mut sentences: Vec<Sentences> = SENTENCES.iter().map(|name| measure(&analyzer, name)).collect();
    let mut all = Sentences::default();
    for one in &sentences {
        all.add(one);
    }
    sentences.push(all);
    let mut passages = Passages::default();
    for passage in file::passages(BOUNDARIES) {
        boundaries::score(&passage, &mut passages);
    }
    let measured = Measured { sentences, passages };
    report::print(&measured);
    measured
});

fn measure(analyzer: &Analyzer, name: &str) -> Sentences {
    let mut counts = Sentences::default();
    for gold in file::sentences(name) {
        let morphemes = analyzer.analyze(&gold.text).unwrap();
        let words = words(&gold.text, &morphemes);
        analysis::score(&gold, &morphemes, &words, &mut counts);
        terms::score(&gold, words, &mut counts);
    }
    counts
}

#[track_caller]
fn at_least(floor: f64, measured: f64) {
    assert!(measured >= floor, "{measured:.3} is under the floor of {floor:.3}");
}

#[test]
fn every_gold_sentence_has_a_group_of_morphemes_for_each_eojeol() {
    for gold in SENTENCES.iter().flat_map(|name| file::sentences(name)) {
        assert_eq!(gold.text.split(' ').count(), gold.eojeols.len(), "{}", gold.text);
        for name in &gold.names {
            assert!(gold.text.contains(name), "{name}: {}", gold.text);
        }
    }
}

#[test]
fn eojeols_are_cut_and_tagged_as_the_annotators_did() {
    let all = MEASURED.all();
    at_least(0.930, all.segmentation.share());
    at_least(0.972, all.joined.share());
    at_least(0.885, all.tags.share());
    at_least(0.879, all.tags_strict.share());
}

#[test]
fn nouns_and_predicates_have_their_dictionary_form() {
    let all = MEASURED.all();
    at_least(0.988, all.noun_stems.share());
    at_least(0.945, all.lemmas.f1());
}

#[test]
fn terms_are_those_that_a_learner_wants() {
    let all = MEASURED.all();
    at_least(0.887, all.terms.precision.share());
    at_least(0.937, all.telling().share());
    at_least(0.960, all.terms.recall.share());
    at_least(0.922, all.terms.f1());
}

#[test]
fn names_stay_on_their_shelf() {
    let all = MEASURED.all();
    at_least(0.700, all.names.share());
    assert!(all.leaks <= 26, "{} names are offered as terms", all.leaks);
}

#[test]
fn sentences_end_where_a_reader_ends_them() {
    let passages = &MEASURED.passages;
    at_least(0.985, passages.boundaries.recall.share());
    at_least(0.987, passages.boundaries.precision.share());
    at_least(0.984, passages.hard.share());
    at_least(0.960, passages.exact.share());
    at_least(0.985, passages.kept.share());
}
