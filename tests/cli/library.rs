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

/// The test's article as another outlet has it: another headline and beginning, one sentence changed.
fn other_copy() -> String {
    ARTICLE
        .replace("한빛통신, 해외진출 서둘러", "한빛통신 베트남 간다")
        .replace("독파경제", "새벽일보")
        .replace("통신업은 대표적인 내수산업으로", "통신업은 오랫동안 내수업종으로")
}

#[test]
fn a_copy_in_another_outlet_is_noticed() {
    let bench = Bench::new().with_article();
    let path = bench.write("other.txt", other_copy());
    let rows = bench.json(["import", "--json", path.to_str().unwrap()]);
    assert_eq!((&rows[0]["duplicate"], &rows[0]["updated"]), (&false.into(), &false.into()));
    assert_eq!(rows[0]["copy_of"], "한빛통신, 해외진출 서둘러");
    assert!(rows[0]["names"].as_u64() > Some(0) && rows[0]["days"].as_u64() > Some(0), "{}", rows[0]);
    assert!(rows[0]["coverage"].is_number() && rows[0]["level"].is_number());
    assert!(rows[0]["best"].as_array().unwrap().len() <= 10 && rows[0]["best"][0]["term"].is_string());
    let warning = rows[0]["warnings"][0].as_str().unwrap();
    assert!(warning.contains("한빛통신, 해외진출 서둘러") && warning.contains("--update"), "{warning}");
}

#[test]
fn a_changed_article_takes_the_place_of_the_old_one_and_keeps_its_answers() {
    let bench = Bench::new().with_article();
    bench.ok(["card", "known", "지분참여"]);
    let path = bench.write("other.txt", other_copy());
    let rows = bench.json(["import", "--update", "--json", path.to_str().unwrap()]);
    assert_eq!((&rows[0]["updated"], &rows[0]["warnings"]), (&true.into(), &serde_json::json!([])));
    let listed = bench.json(["articles", "통신", "--json"]);
    assert_eq!((listed.len(), &listed[0]["title"]), (1, &"한빛통신 베트남 간다".into()));
    let words = bench.json(["words", "통신", "--json"]);
    let status = |term: &str| words.iter().find(|row| row["term"] == term).map(|row| row["status"].clone());
    assert_eq!(status("지분참여"), Some("known".into()));
    assert_eq!(status("내수산업"), None, "its only sentence is gone");
    let clozes = bench.ok(["clozes", "통신", "--json"]);
    assert!(!clozes.contains("내수산업") && clozes.contains("내수업종"), "{clozes}");
    // The same again is the same.
    let again = bench.json(["import", "--update", "--json", path.to_str().unwrap()]);
    assert_eq!((&again[0]["duplicate"], &again[0]["updated"]), (&true.into(), &false.into()));
}

#[test]
fn what_to_read_next_is_ordered_by_difficulty_and_says_why() {
    let bench = Bench::new().with_article();
    let rows = bench.json(["next", "--json"]);
    assert!(rows.len() > 4);
    let points: Vec<f64> = rows.iter().map(|row| row["points"].as_f64().unwrap()).collect();
    assert!(points.is_sorted(), "{points:?}");
    for row in &rows {
        assert!((1..=6).contains(&row["level"].as_u64().unwrap()));
        assert_eq!(row["reasons"].as_array().unwrap().len(), 4);
        assert!(row["days"].as_u64() <= row["new_terms"].as_u64());
    }
    let of = |bench: &Bench| bench.json(["next", "통신", "--json"])[0].clone();
    let before = of(&bench);
    bench.ok(["card", "known", "해외진출"]);
    let after = of(&bench);
    assert!(after["coverage"].as_f64() > before["coverage"].as_f64());
    assert!(after["points"].as_f64() < before["points"].as_f64());
    bench.ok(["deck", "archive", "통신"]);
    assert_eq!(bench.json(["next", "--json"]).len(), rows.len() - 1, "archived decks are left out");
    let told = bench.ok(["next"]);
    assert!(told.contains("level ") && told.contains("% known"), "{told}");
}

#[test]
fn articles_are_sorted_filtered_and_searched_as_on_the_screen() {
    let bench = Bench::new().with_article();
    let titles = |args: &[&str]| -> Vec<String> {
        let rows = bench.json(["library"].iter().chain(args).chain(&["--json"]));
        rows.iter().map(|row| row["title"].as_str().unwrap().to_owned()).collect()
    };
    let all = titles(&[]);
    let mut sorted = all.clone();
    sorted.sort();
    assert_eq!(titles(&["--sort", "title"]), sorted);
    assert_eq!(titles(&["--sort", "date", "--reverse"]).len(), all.len());
    assert_eq!(titles(&["--search", "ㅎㅂㅌㅅ"]), ["한빛통신, 해외진출 서둘러"]);
    assert_eq!(titles(&["--filter", "outlet=독파경제", "--search", "빛통신 해외진"]), ["한빛통신, 해외진출 서둘러"]);
    assert!(titles(&["--filter", "read=finished"]).is_empty());
    assert!(bench.fails(["library", "--sort", "colour"]).contains("coverage"));
    assert!(bench.fails(["library", "--filter", "shelf=lost"]).contains("archived"));
}

#[test]
fn words_are_sorted_filtered_and_searched_as_on_the_screen() {
    let bench = Bench::new().with_article();
    let rows = |args: &[&str]| bench.json(["words", "통신"].iter().chain(args).chain(&["--json"]));
    let terms = |args: &[&str]| -> Vec<String> {
        rows(args).iter().map(|row| row["term"].as_str().unwrap().to_owned()).collect()
    };
    let ranked = terms(&[]);
    let mut sorted = terms(&["--sort", "alphabet", "--filter", "kind=noun"]);
    assert!(sorted.len() > 5 && sorted.is_sorted());
    sorted.reverse();
    assert_eq!(terms(&["--sort", "alphabet", "--filter", "kind=noun", "--reverse"]), sorted);
    let mut again = terms(&["--sort", "rank"]);
    assert_eq!(again.len(), ranked.len());
    again.sort();
    assert!(ranked.iter().all(|term| again.binary_search(term).is_ok()));
    for text in ["ㅎㅇㅈㅊ", "해외진", "海外進出", "overseas"] {
        assert!(terms(&["--search", text]).contains(&"해외진출".to_owned()), "{text}");
    }
    bench.ok(["card", "known", "해외진출"]);
    assert_eq!(terms(&["--filter", "state=known"]), ["해외진출"]);
    let whole = rows(&["--filter", "state=known"]).remove(0);
    assert!(whole["score"].is_number() && whole["why"].is_object() && whole["example"].is_string());
    assert!(bench.fails(["words", "--filter", "state=old"]).contains("mature"));
    assert!(!terms(&["--filter", "article=한빛통신, 해외진출 서둘러"]).is_empty());
}

#[test]
fn an_article_is_updated_deleted_and_both_undone() {
    let bench = Bench::new().with_article();
    let id = bench.json(["articles", "통신", "--json"])[0]["id"].to_string();
    bench.ok(["card", "known", "지분참여"]);
    let before = bench.ok(["clozes", "통신", "--json"]);
    let path = bench.write("other.txt", other_copy());
    let file = path.to_str().unwrap();
    let done = bench.json(["article", "update", &id, file, "--json"]);
    assert_eq!((&done[0]["updated"], &done[0]["gone"]), (&true.into(), &1.into()), "{done:?}");
    assert_eq!(bench.json(["article", "update", &id, file, "--json"])[0]["updated"], false);
    assert_ne!(bench.ok(["clozes", "통신", "--json"]), before);
    let shown = bench.json(["article", "show", &id, "--json"]);
    assert_eq!((&shown[0]["title"], &shown[0]["decks"][0]), (&"한빛통신 베트남 간다".into(), &"통신".into()));
    assert!(bench.ok(["article", "undo"]).contains("undone: updated"));
    assert_eq!(bench.ok(["clozes", "통신", "--json"]), before);

    let told = bench.ok(["article", "delete", &id]);
    assert!(told.contains("undo: dokpa article undo"), "{told}");
    assert!(bench.json(["article", "list", "통신", "--json"]).is_empty());
    assert!(bench.fails(["article", "show", &id]).contains(&id));
    assert!(bench.json(["library", "--json"]).iter().all(|row| row["article"].as_i64() != id.parse().ok()));
    assert!(bench.ok(["card", "show", "지분참여", "--json"]).contains("known"));
    assert_eq!(bench.json(["article", "log", "--json"])[0]["kind"], "delete");
    bench.ok(["article", "undo"]);
    assert_eq!(bench.ok(["clozes", "통신", "--json"]), before);
    assert!(bench.fails(["article", "undo"]).contains("Nothing was done with articles"));
    let deck = bench.path("통신.toml");
    bench.ok(["export", "통신", deck.to_str().unwrap()]);
    assert!(bench.fails(["article", "update", &id, deck.to_str().unwrap()]).contains("deck file"));
}

#[test]
fn an_import_that_took_an_articles_place_is_undone() {
    let bench = Bench::new().with_article();
    let before = bench.ok(["clozes", "통신", "--json"]);
    let path = bench.write("other.txt", other_copy());
    bench.ok(["import", "--update", path.to_str().unwrap()]);
    bench.ok(["article", "undo"]);
    assert_eq!(bench.ok(["clozes", "통신", "--json"]), before);
}

#[test]
fn an_import_into_an_archived_deck_takes_it_out_of_the_archive() {
    let bench = Bench::new().with_article();
    bench.ok(["deck", "archive", "통신"]);
    let path = bench.write("more.txt", "수출이 크게 늘었다. 무역수지도 좋아졌다.");
    let rows = bench.json(["import", "--deck", "통신", "--json", path.to_str().unwrap()]);
    assert!(rows[0]["warnings"][0].as_str().unwrap().contains("taken out of the archive"), "{rows:?}");
    let archived = |bench: &Bench| {
        let rows = bench.json(["decks", "--json"]);
        rows.iter().find(|row| row["deck"] == "통신").unwrap()["archived"].clone()
    };
    assert_eq!(archived(&bench), false);
    bench.ok(["deck", "undo"]);
    assert_eq!(archived(&bench), true);
}
