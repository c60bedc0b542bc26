//! The table, and on request what went wrong.

use std::collections::BTreeMap;

use super::Measured;
use super::score::{Miss, Ratio, Retrieval, Sentences};

pub fn print(measured: &Measured) {
    println!("\n{:<30} {:<18} {:<18} all", "gold", "sentences-a", "sentences-b");
    let row = |name: &str, figure: &dyn Fn(&Sentences) -> String| {
        let figures: Vec<String> = measured.sentences.iter().map(|one| format!("{:<18}", figure(one))).collect();
        println!("{name:<30} {}", figures.join(" ").trim_end());
    };
    let ratio = |name: &str, of: &dyn Fn(&Sentences) -> Ratio| row(name, &|one| of(one).to_string());
    let retrieval = |name: &str, of: &dyn Fn(&Sentences) -> Retrieval| {
        row(&format!("{name}, precision"), &|one| of(one).precision.to_string());
        row(&format!("{name}, recall"), &|one| of(one).recall.to_string());
        row(&format!("{name}, F1"), &|one| format!("{:.3}", of(one).f1()));
    };
    ratio("eojeols cut right", &|one| one.segmentation);
    ratio("  or but for nouns' seams", &|one| one.joined);
    ratio("  and tagged, NNP is NNG", &|one| one.tags);
    ratio("  and tagged, NNP is not NNG", &|one| one.tags_strict);
    ratio("noun stems", &|one| one.noun_stems);
    retrieval("predicate lemmas", &|one| one.lemmas);
    retrieval("terms", &|one| one.terms);
    ratio("terms, precision, not generic", &Sentences::telling);
    ratio("names on their shelf", &|one| one.names);
    row("names offered as terms", &|one| one.leaks.to_string());
    let passages = &measured.passages;
    println!("{:<30} {}", "boundaries, precision", passages.boundaries.precision);
    println!("{:<30} {}", "boundaries, recall", passages.boundaries.recall);
    println!("{:<30} {}", "  of the hard ones", passages.hard);
    println!("{:<30} {}", "stops that end nothing", passages.kept);
    println!("{:<30} {}", "passages cut exactly", passages.exact);
    if std::env::var_os("DOKPA_GOLD_MISSES").is_some() {
        print_misses(measured.all().misses.iter().chain(&passages.misses));
    }
}

fn print_misses<'a>(misses: impl Iterator<Item = &'a Miss>) {
    let mut groups: BTreeMap<&str, Vec<&Miss>> = BTreeMap::new();
    for miss in misses {
        groups.entry(miss.group).or_default().push(miss);
    }
    for (group, misses) in groups {
        println!("\n## {group}: {}", misses.len());
        for Miss { text, expected, found, .. } in misses {
            println!("{text}\n    expected {expected}\n    found    {found}");
        }
    }
}
