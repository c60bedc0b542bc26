//! `dokpa fix`: what the learner says of a word holds for what is there and for what comes, and can be undone.

use serde_json::Value;

use crate::support::Bench;

fn terms(bench: &Bench) -> Vec<(String, String)> {
    let text = |row: &Value, field: &str| row[field].as_str().unwrap().to_owned();
    bench.json(["words", "통신", "--json"]).iter().map(|row| (text(row, "term"), text(row, "kind"))).collect()
}

fn kind_of(bench: &Bench, term: &str) -> Option<String> {
    terms(bench).into_iter().find(|(shown, _)| shown.replace(' ', "") == term).map(|(_, kind)| kind)
}

#[test]
fn a_correction_is_applied_listed_and_undone() {
    let bench = Bench::new().with_article();
    let before = bench.json(["words", "통신", "--json"]);
    assert_eq!(kind_of(&bench, "합작사").as_deref(), Some("noun"));
    let done = bench.json(["fix", "name", "합작사", "--json"]);
    assert_eq!((&done[0]["kind"], &done[0]["undone"]), (&"name".into(), &false.into()));
    assert!(done[0]["sentences"].as_u64().unwrap() >= 1);
    assert_eq!(kind_of(&bench, "합작사").as_deref(), Some("name"));
    bench.json(["fix", "split", "내수시장", "내수", "시장", "--json"]);
    assert_eq!(kind_of(&bench, "내수시장"), None);
    let listed = bench.json(["fix", "list", "--json"]);
    assert_eq!(listed.iter().map(|row| row["kind"].as_str().unwrap()).collect::<Vec<_>>(), ["name", "split"]);
    bench.json(["fix", "undo", "--json"]);
    bench.json(["fix", "undo", "--json"]);
    assert_eq!(bench.json(["words", "통신", "--json"]), before, "undo gives everything back");
}

#[test]
fn corrections_travel_with_the_deck() {
    let bench = Bench::new().with_article();
    bench.json(["fix", "name", "합작사", "--json"]);
    let file = bench.path("deck.toml");
    bench.ok(["export", "통신", file.to_str().unwrap()]);
    let other = Bench::new();
    other.json(["import", file.to_str().unwrap(), "--json"]);
    assert_eq!(kind_of(&other, "합작사").as_deref(), Some("name"));
    other.json(["import", file.to_str().unwrap(), "--json"]);
    assert_eq!(other.json(["fix", "list", "--json"]).len(), 1, "taken over once");
}

#[test]
fn a_correction_that_cannot_be_is_one_clear_line() {
    let bench = Bench::new().with_article();
    for wrong in [
        &["fix", "split", "해외진출", "해외", "투자"][..],
        &["fix", "name", "없는낱말"],
        &["fix", "merge", "해외진출", "해외 진출"],
        &["fix", "undo", "99"],
        &["fix", "undo"],
    ] {
        assert!(bench.fails(wrong.iter().copied()).starts_with("dokpa: "), "{wrong:?}");
    }
}
