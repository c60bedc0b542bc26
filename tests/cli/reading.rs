//! Reading, coverage, plans and progress from outside.

use crate::support::Bench;

#[test]
fn an_article_is_read_in_plain_lines_with_signs() {
    let bench = Bench::new().with_article();
    let text = bench.ok(["read", "해외진출 서둘러"]);
    assert!(text.contains("해외진출*을") && text.contains("signs: * new"), "{text}");
    assert!(text.contains("0% of running words known"), "{text}");
    let raw = bench.ok(["read", "해외진출 서둘러", "--raw"]);
    assert!(raw.contains("해외진출을 서두르고 있다.") && !raw.contains('*'), "{raw}");
    assert_eq!(bench.ok(["read", "--plain", "한빛통신, 해외진출 서둘러"]), text);
}

#[test]
fn an_article_that_is_not_there_or_not_one_is_told() {
    let bench = Bench::new().with_article();
    assert!(bench.fails(["read"]).contains("No article was read yet"));
    assert!(bench.fails(["read", "없는 글"]).contains("There is no article"));
    assert!(bench.fails(["read", ","]).contains("several titles"));
    assert!(bench.fails(["plan", "--to", "0"]).contains("1 to 100"));
}

#[test]
fn an_import_tells_how_much_of_it_is_known() {
    let bench = Bench::new();
    let path = bench.write("a.txt", crate::support::ARTICLE);
    let rows = bench.json(["import", "--json", path.to_str().unwrap()]);
    assert_eq!(rows[0]["coverage_tokens"], 0.0);
    assert_eq!(rows[0]["coverage_terms"], 0.0);
    let rows = bench.json(["library", "--json"]);
    let row = rows.iter().find(|row| row["title"] == "한빛통신, 해외진출 서둘러").unwrap();
    assert!(row["words"].as_u64() > row["terms"].as_u64() && row["names"].as_u64() > Some(0), "{row}");
    assert_eq!(row["finished"], false);
}

#[test]
fn a_plan_names_the_fewest_terms_and_puts_them_first() {
    let bench = Bench::new().with_article();
    let rows = bench.json(["plan", "통신", "--to", "30", "--json"]);
    let words: Vec<u64> = rows.iter().map(|row| row["words"].as_u64().unwrap()).collect();
    assert!(words.is_sorted_by(|a, b| a >= b) && !words.is_empty(), "{rows:?}");
    assert!(rows.last().unwrap()["to"].as_f64() >= Some(0.3));
    assert!(rows[..rows.len() - 1].iter().all(|row| row["to"].as_f64() < Some(0.3)));
    let said = bench.ok(["plan", "통신", "--to", "30", "--first"]);
    assert!(said.contains(&format!("These {} terms", rows.len())) && said.contains("stand first now"), "{said}");
    // What was put first is asked first.
    let output =
        bench.with_input(["study", "통신", "--jsonl", "--mode", "reveal", "--limit", "1"], b"{\"reveal\":true}\n");
    let asked = String::from_utf8(output.stdout).unwrap();
    assert!(asked.contains(&format!("\"{}\"", rows[0]["term"].as_str().unwrap())), "{asked}\n{:?}", rows[0]);
}

#[test]
fn a_plan_for_a_folder_that_is_not_imported_stores_nothing() {
    let bench = Bench::new().with_article();
    let before = bench.json(["articles", "--json"]).len();
    let folder = tempfile::tempdir().unwrap();
    let text = "새벽은행 해외진출\n\n새벽은행은 해외진출을 서두르고 있다. 은행권은 수익성을 걱정한다.\n";
    std::fs::write(folder.path().join("a.txt"), text).unwrap();
    let path = folder.path().to_str().unwrap().to_owned();
    let rows = bench.json(["plan", path.as_str(), "--to", "100", "--json"]);
    let row = |term: &str| rows.iter().find(|row| row["term"] == term).cloned();
    // 해외진출 is in the queue already, 걱정하다 only comes with the folder.
    assert_eq!(row("해외진출").unwrap()["new"], true, "{rows:?}");
    assert_eq!(row("걱정하다").unwrap()["new"], false, "{rows:?}");
    assert!(bench.ok(["plan", path.as_str(), "--first"]).contains("stand first now"));
    assert_eq!(bench.json(["articles", "--json"]).len(), before);
    assert!(bench.fails(["plan", "없는 글"]).contains("없는 글"));
}

#[test]
fn stats_are_told_as_json_in_lines_and_as_a_page() {
    let bench = Bench::new().with_article();
    let answers = b"{\"reveal\":true}\n{\"grade\":\"good\"}\n{\"reveal\":true}\n{\"grade\":\"easy\"}\n";
    assert!(
        bench.with_input(["study", "통신", "--jsonl", "--mode", "reveal", "--limit", "2"], answers).status.success()
    );
    let rows = bench.json(["stats", "--json"]);
    let stats = &rows[0];
    assert_eq!((rows.len(), stats["answers"].as_u64()), (1, Some(2)), "{stats}");
    assert_eq!(stats["streak"]["current"], 1);
    assert_eq!(stats["forecast"].as_array().map(Vec::len), Some(90));
    for field in ["retention", "calibration", "states", "history", "levels", "domains", "time", "hard", "readings"] {
        assert!(!stats[field].is_null(), "{field}");
    }
    assert!(bench.ok(["stats"]).contains("1 days in a row"));
    let page = bench.path("page.html");
    bench.ok(["stats", "--html", page.to_str().unwrap()]);
    let page = std::fs::read_to_string(page).unwrap();
    assert!(page.starts_with("<!doctype html>") && page.contains("<svg") && !page.contains("<script"));
    assert!(bench.fails(["stats", "--html", "/nowhere/page.html"]).contains("cannot be written"));
}

#[test]
fn goals_are_set_listed_and_taken_away() {
    let bench = Bench::new().with_article();
    assert!(bench.ok(["goal", "list"]).contains("There is no goal"));
    let set = bench.json(["goal", "set", "minutes", "20", "--json"]);
    assert_eq!((set[0]["goal"].as_str(), set[0]["amount"].as_u64()), (Some("minutes"), Some(20)));
    let said = bench.ok(["goal", "set", "article", "해외진출 서둘러", "--to", "90", "--by", "2026-02-20"]);
    assert!(said.contains("90% by 2026-02-20") && said.contains("new words a day"), "{said}");
    bench.ok(["goal", "set", "minutes", "25"]);
    let rows = bench.json(["goal", "list", "--json"]);
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert!(rows[0]["needed"].as_u64() > Some(0) && rows[0]["suffices"].is_null(), "{}", rows[0]);
    assert_eq!(rows[1]["amount"], 25);
    assert_eq!(bench.json(["stats", "--json"])[0]["goals"].as_array().map(Vec::len), Some(2));
    assert!(bench.ok(["stats"]).contains("25 minutes a day"));
    assert!(bench.fails(["goal", "set", "article", "해외진출 서둘러"]).contains("needs a day"));
    assert!(
        bench.fails(["goal", "set", "article", "해외진출 서둘러", "--by", "2025-01-01"]).contains("today or later")
    );
    assert!(bench.fails(["goal", "set", "cards", "many"]).contains("give a number"));
    assert!(bench.fails(["goal", "remove", "99"]).contains("no goal ‘99’"));
    bench.ok(["goal", "remove", "minutes"]);
    assert_eq!(bench.json(["goal", "list", "--json"]).len(), 1);
}

#[test]
fn questions_about_an_article_are_asked_in_lines_and_stored() {
    let bench = Bench::new().with_article();
    let rows = bench.json(["library", "--json"]);
    let longest = rows.iter().max_by_key(|row| row["sentences"].as_u64()).unwrap()["article"].to_string();
    let output = bench.with_input(["read", "--check", &longest, "--json"], b"9\n1\n{\"answer\":2}\n");
    let lines: Vec<serde_json::Value> =
        String::from_utf8(output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let types: Vec<&str> = lines.iter().filter_map(|line| line["type"].as_str()).collect();
    assert_eq!(&types[..4], ["question", "error", "result", "question"], "{lines:?}");
    assert!(lines[2]["stored"] == true && lines.last().unwrap()["type"] == "done");
    let checks = bench.json(["stats", "--json"])[0]["checks"].clone();
    let answers: u64 = checks.as_array().unwrap().iter().map(|row| row["answers"].as_u64().unwrap()).sum();
    assert_eq!(answers, 2);
    let plain = bench.with_input(["read", "--check", &longest], b"\n");
    assert!(plain.status.success() && String::from_utf8(plain.stdout).unwrap().contains("0 of 0 right"));
}

#[test]
fn what_was_never_read_is_nothing_to_read_again() {
    let bench = Bench::new().with_article();
    let rows = bench.json(["next", "--json"]);
    assert!(!rows.is_empty() && rows.iter().all(|row| row["reread"].is_null()), "{rows:?}");
}
