//! Decks: what is done with them, and undone.

use crate::support::{ARTICLE, Bench};

fn decks(bench: &Bench) -> Vec<(String, u64)> {
    let rows = bench.json(["decks", "--json"]);
    rows.iter().map(|row| (row["deck"].as_str().unwrap().to_owned(), row["articles"].as_u64().unwrap())).collect()
}

#[test]
fn decks_are_made_filled_renamed_and_all_of_it_undone() {
    let bench = Bench::new().with_article();
    let before = decks(&bench);
    bench.ok(["deck", "new", "읽을 것"]);
    bench.ok(["deck", "add", "한빛통신, 해외진출", "읽을 것"]);
    assert!(decks(&bench).contains(&("읽을 것".into(), 1)));
    let done = bench.json(["deck", "rename", "읽을 것", "보는 것", "--json"]);
    assert_eq!((&done[0]["kind"], &done[0]["to"]), (&"rename".into(), &"보는 것".into()));
    bench.ok(["deck", "merge", "보는 것", "통신"]);
    assert_eq!(bench.json(["deck", "log", "--json"]).len(), 4);
    for _ in 0..4 {
        bench.ok(["deck", "undo"]);
    }
    assert_eq!(decks(&bench), before);
    let told = bench.fails(["deck", "undo"]);
    assert!(told.contains("Nothing was done"), "{told}");
}

#[test]
fn a_deleted_deck_keeps_its_words_known() {
    let bench = Bench::new().with_article();
    bench.ok(["card", "known", "합작사"]);
    bench.ok(["deck", "delete", "통신"]);
    assert!(!decks(&bench).iter().any(|(name, _)| name == "통신"));
    assert!(bench.ok(["card", "show", "합작사", "--json"]).contains("known"));
    let told = bench.fails(["deck", "delete", "통신"]);
    assert!(told.contains("no deck"), "{told}");
    bench.ok(["deck", "undo"]);
    assert!(decks(&bench).contains(&("통신".into(), 1)));
}

#[test]
fn articles_are_listed_with_decks_and_subjects() {
    let bench = Bench::new().with_article();
    let rows = bench.json(["articles", "통신", "--json"]);
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0]["decks"], serde_json::json!(["통신"]));
    assert!(rows[0]["tags"].is_array());
    let all = bench.json(["articles", "--json"]);
    assert!(all.iter().any(|row| !row["tags"].as_array().unwrap().is_empty()));
    let id = rows[0]["id"].to_string();
    bench.ok(["deck", "split", "통신", "새 통신", &id]);
    assert!(decks(&bench).contains(&("새 통신".into(), 1)));
    assert!(decks(&bench).contains(&("통신".into(), 0)));
    assert!(ARTICLE.contains("한빛통신"));
}
