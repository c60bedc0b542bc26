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
fn a_merged_term_goes_on_with_the_card_that_has_answers() {
    let bench = Bench::new().with_article();
    let before = bench.ok(["words", "통신", "--json"]);
    bench.with_input(
        ["study", "통신", "--new", "1", "--jsonl"],
        b"{\"reveal\":true}\n{\"grade\":\"easy\"}\n{\"quit\":true}\n",
    );
    let studied = bench.ok(["words", "통신", "--json"]);
    assert_ne!(studied, before);
    let words = || bench.json(["words", "통신", "--json"]);
    let asked = words().into_iter().find(|word| word["status"] != "new" && word["kind"] != "name").unwrap();
    let (asked, state) = (asked["term"].as_str().unwrap(), asked["status"].clone());
    let status = |term: &str| words().into_iter().find(|word| word["term"] == term).map(|word| word["status"].clone());
    let told = bench.ok(["fix", "merge", asked, "가입자"]);
    assert!(told.contains("merge: ") && told.lines().count() == 1, "{told}");
    assert_eq!((status(asked), status("가입자")), (None, Some(state)));
    assert!(bench.fails(["fix", "merge", "가입자", asked]).contains("undone first"));
    bench.ok(["fix", "undo"]);
    assert_eq!(bench.ok(["words", "통신", "--json"]), studied, "byte for byte");
    assert_eq!(bench.ok(["fix", "list"]), "");
}

#[test]
fn a_deck_tells_that_it_brought_corrections() {
    let bench = Bench::new();
    let deck = "format = 1\nname = \"산업\"\n\n[[article]]\ntitle = \"수주\"\ntext = \"선박 수주잔고가 늘었다.\"\n\n";
    let file = bench.write("deck.toml", format!("{deck}[[correction]]\nkind = \"ignore\"\nterm = \"선박\"\n"));
    let told = bench.ok(["import", file.to_str().unwrap()]);
    assert!(told.contains("1 corrections"), "{told}");
    let words = bench.json(["words", "산업", "--json"]);
    assert!(words.iter().any(|word| word["term"] == "선박" && word["status"] == "ignored"), "{words:?}");
    let file = bench.write("bad.toml", format!("{deck}[[correction]]\nkind = \"join\"\nparts = [\"선박\"]\n"));
    assert!(bench.fails(["import", file.to_str().unwrap()]).contains("bad.toml"));
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
        &["fix", "lemma", "없는낱말이다", "있다"],
        &["fix", "unignore", "해외진출"],
        &["fix", "undo", "99"],
        &["fix", "undo"],
    ] {
        assert!(bench.fails(wrong.iter().copied()).starts_with("dokpa: "), "{wrong:?}");
    }
}
