//! What dokpa's own lexicon explains of the articles that dokpa ships.

use crate::support::Bench;

/// At least this share of the running content words of the seeds, names apart, has a gloss.
const WANTED: f64 = 0.97;

#[test]
fn nearly_every_word_of_the_seed_articles_has_a_gloss() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");
    let mut seeds: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    seeds.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    let mut args = vec!["dict".into(), "coverage".into(), "--json".into()];
    args.extend(seeds.into_iter().map(std::path::PathBuf::into_os_string));
    let rows = Bench::new().json(&args);
    assert!(rows.len() >= 12, "{rows:?}");
    let sum = |field: &str| rows.iter().map(|row| row[field].as_f64().unwrap()).sum::<f64>();
    let share = (sum("own") + sum("parts")) / sum("words");
    assert!(share >= WANTED, "{share}");
}

#[test]
fn a_word_comes_with_the_families_of_its_hanja() {
    let bench = Bench::new();
    let rows = bench.json(["dict", "hanja", "진출", "--json"]);
    assert_eq!(rows.iter().map(|row| row["hanja"].as_str().unwrap()).collect::<Vec<_>>(), ["進", "出"]);
    assert!(rows[0]["terms"].as_array().unwrap().iter().any(|term| term["term"] == "해외진출"), "{rows:?}");
    assert!(rows[0]["terms"][0]["sentence"].is_string());
}
