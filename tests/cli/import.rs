//! `import`, `words`, `clozes`, `analyze`, `sentences`.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::support::{ARTICLE, Bench, lines};

#[test]
fn an_article_is_imported_once() {
    let bench = Bench::new();
    let path = bench.write("article.txt", ARTICLE);
    let first = &bench.json(["import", "--json", "--deck", "통신", path.to_str().unwrap()])[0];
    assert_eq!(first["title"], "한빛통신, 해외진출 서둘러");
    assert_eq!(
        (&first["deck"], &first["date"], &first["duplicate"]),
        (&"통신".into(), &"2026-03-02".into(), &false.into())
    );
    assert!(first["terms"].as_u64() >= first["new_terms"].as_u64() && first["new_terms"].as_u64() > Some(5), "{first}");
    let words = bench.ok(["words", "통신", "--json"]);

    // The same text in other dress: CRLF, decomposed, with a byte order mark.
    let dressed: String = format!("\u{FEFF}{}", ARTICLE.replace('\n', "\r\n")).nfd().collect();
    let again = bench.with_input(["import", "--json", "--deck", "통신", "-"], dressed.as_bytes());
    let again = &lines(&String::from_utf8(again.stdout).unwrap())[0];
    assert_eq!((&again["duplicate"], &again["new_terms"]), (&true.into(), &0.into()));
    assert_eq!(again["terms"], first["terms"]);
    assert_eq!(bench.ok(["words", "통신", "--json"]), words);
}

#[test]
fn a_folder_is_imported_file_by_file() {
    let bench = Bench::new();
    std::fs::create_dir(bench.path("news")).unwrap();
    bench.write("news/one.txt", "수출이 크게 늘었다. 무역수지도 좋아졌다.");
    bench.write("news/two.md", "# 환율\n\n원화 약세가 이어지고 있다.");
    bench.write("news/picture.png", b"\x89PNG\0");
    let rows = bench.json(["import", "--json", bench.path("news").to_str().unwrap()]);
    let titles: Vec<&str> = rows.iter().filter_map(|row| row["title"].as_str()).collect();
    assert_eq!(titles, ["one", "환율"]);
}

#[test]
fn terms_have_one_identity_and_compounds_their_parts() {
    let bench = Bench::new().with_article();
    let words = bench.json(["words", "통신", "--json"]);
    let word = |term: &str| words.iter().find(|word| word["term"] == term).unwrap_or_else(|| panic!("{term}")).clone();
    let expansion = word("해외진출");
    assert_eq!((&expansion["kind"], &expansion["count"]), (&"compound".into(), &3.into()), "해외 진출 is 해외진출");
    assert_eq!(expansion["parts"], serde_json::json!(["해외", "진출"]));
    assert_eq!(word("지분참여")["kind"], "compound");
    assert_eq!(word("내수산업")["kind"], "compound");
    assert_eq!(word("모색하다")["pos"], "verb");
    assert_eq!(word("김가온")["kind"], "name");
    let top: Vec<&str> = words.iter().take(8).filter_map(|word| word["term"].as_str()).collect();
    assert!(["해외진출", "지분참여"].iter().all(|term| top.contains(term)), "{top:?}");
}

#[test]
fn clozes_hide_the_answer_and_leave_the_ending() {
    let bench = Bench::new().with_article();
    let clozes = bench.json(["clozes", "통신", "--json"]);
    for cloze in &clozes {
        let text = |field: &str| cloze[field].as_str().unwrap().to_owned();
        let (prompt, answer, sentence) = (text("prompt"), text("answer"), text("sentence"));
        assert!(prompt.contains("____"), "{cloze}");
        assert!(answer.chars().count() < 2 || !prompt.contains(&answer), "{cloze}");
        // A particle behind the blank shows both forms; all else is the sentence's own.
        let (before, after) = prompt.split_once("____").unwrap();
        assert!(sentence.starts_with(&format!("{before}{answer}")), "{cloze}");
        assert!(
            ["을 ", "를 ", "이 ", "가 ", "은 ", "는 "].iter().all(|josa| !after.starts_with(josa))
                || cloze["term"].as_str().unwrap().ends_with('다'),
            "{cloze}"
        );
    }
    let verb = clozes.iter().find(|cloze| cloze["term"] == "모색하다").unwrap();
    assert!(verb["prompt"].as_str().unwrap().ends_with("____하고 있다."), "{verb}");
    let asked: BTreeMap<&str, &str> =
        clozes.iter().map(|cloze| (cloze["term"].as_str().unwrap(), cloze["sentence"].as_str().unwrap())).collect();
    assert!(!asked["합작사"].starts_with('-'), "no headline while a sentence has it");
}

#[test]
fn sentences_come_as_import_keeps_them() {
    let bench = Bench::new();
    let path = bench.write("article.txt", ARTICLE);
    let kept = bench.ok(["sentences", path.to_str().unwrap()]);
    let kept: Vec<&str> = kept.lines().collect();
    assert_eq!(kept.len(), 7, "{kept:#?}");
    assert!(kept[5].starts_with("김가온 대표는 “해외진출은") && kept[5].ends_with("고 말했다."));
    assert!(!kept.iter().any(|line| line.contains("나독파") || line.contains("무단전재")));
    let raw = bench.ok(["sentences", "--raw", path.to_str().unwrap()]);
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    assert_eq!(letters(&raw), letters(ARTICLE), "--raw drops nothing");
}

#[test]
fn analysis_gives_bytes_of_the_input_and_dictionary_forms() {
    let bench = Bench::new();
    let text = "해외진출을  모색했다. 시장 문을 두드려야 한다.";
    let output = bench.with_input(["analyze", "--json"], text.as_bytes());
    let sentences = lines(&String::from_utf8(output.stdout).unwrap());
    assert_eq!(sentences.len(), 2);
    for sentence in &sentences {
        let range = |row: &serde_json::Value| {
            let at = |field: &str| usize::try_from(row[field].as_u64().unwrap()).unwrap();
            text.get(at("start")..at("end")).unwrap().to_owned()
        };
        assert_eq!(range(sentence), sentence["text"].as_str().unwrap());
        assert!(sentence["morphemes"].as_array().unwrap().iter().all(|m| !range(m).is_empty()));
    }
    let morphemes: Vec<String> = sentences[0]["morphemes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|m| format!("{}/{}", m["surface"].as_str().unwrap(), m["tag"].as_str().unwrap()))
        .collect();
    assert_eq!(morphemes, ["해외/NNG", "진출/NNG", "을/JKO", "모색/NNG", "하/XSV", "았/EP", "다/EF", "./SF"]);
    let terms: Vec<&str> =
        sentences.iter().flat_map(|s| s["terms"].as_array().unwrap()).filter_map(|t| t["term"].as_str()).collect();
    assert!(["해외진출", "모색하다", "두드리다"].iter().all(|term| terms.contains(term)), "{terms:?}");
}
