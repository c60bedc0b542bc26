//! The ready decks, and deck files.

use crate::support::{Bench, project};

const DECKS: [(&str, &str, &[&str]); 4] = [
    ("1-companies", "기업과 투자", &["01", "02", "03", "10"]),
    ("2-finance", "금융과 시장", &["04", "05", "06"]),
    ("3-industry", "산업과 에너지", &["07", "08", "13", "14"]),
    ("4-living", "생활과 일터", &["09", "11", "12"]),
];

#[test]
fn the_ready_decks_are_there_on_first_start_and_only_then() {
    let bench = Bench::new();
    let rows = bench.json(["decks", "--json"]);
    let names: Vec<&str> = rows.iter().filter_map(|row| row["deck"].as_str()).collect();
    assert_eq!(names, DECKS.map(|(_, name, _)| name));
    assert!(rows.iter().all(|row| row["new"].as_u64() > Some(100)));
    assert_eq!(bench.json(["decks", "--json"]), rows);
}

#[test]
fn the_ready_decks_are_what_the_seeds_make() {
    let bench = Bench::new();
    for (file, name, seeds) in DECKS {
        let deck = format!("{name} 2");
        for entry in std::fs::read_dir(project("seeds")).unwrap() {
            let path = entry.unwrap().path();
            if seeds.iter().any(|seed| path.file_name().unwrap().to_str().unwrap().starts_with(seed)) {
                bench.ok(["import", "--deck", &deck, path.to_str().unwrap()]);
            }
        }
        let exported = bench.path("deck.toml");
        bench.ok(["export", &deck, exported.to_str().unwrap()]);
        let made = std::fs::read_to_string(&exported).unwrap().replacen(&deck, name, 1);
        let shipped = std::fs::read_to_string(project(&format!("decks/{file}.toml"))).unwrap();
        assert_eq!(made, shipped, "run `just decks`");
    }
}

#[test]
fn a_deck_comes_back_from_its_file_as_it_was() {
    let bench = Bench::new().with_article();
    let file = bench.path("통신.toml");
    bench.ok(["export", "통신", file.to_str().unwrap()]);
    let other = Bench::new();
    other.ok(["import", file.to_str().unwrap()]);
    for verb in ["words", "clozes"] {
        assert_eq!(other.ok([verb, "통신"]), bench.ok([verb, "통신"]), "{verb}");
    }
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("date = \"2026-03-02\"") && text.contains("reporter = \"나독파\""), "{text}");
    assert!(!text.contains(bench.data().parent().unwrap().to_str().unwrap()), "no path of this machine");
}
