//! `dokpa dict`: imported dictionaries from outside.

use serde_json::Value;

use crate::support::{Bench, project};

fn fixture(name: &str) -> String {
    project(&format!("tests/fixtures/dictionaries/{name}")).display().to_string()
}

fn glosses(bench: &Bench, word: &str) -> Vec<(String, String)> {
    let text = |row: &Value, field: &str| row[field].as_str().unwrap().to_owned();
    bench.json(["dict", "lookup", word, "--json"]).iter().map(|row| (text(row, "source"), text(row, "gloss"))).collect()
}

fn pair(source: &str, gloss: &str) -> (String, String) {
    (source.to_owned(), gloss.to_owned())
}

fn names(bench: &Bench) -> Vec<String> {
    bench.json(["dict", "list", "--json"]).iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_dictionary_is_added_listed_looked_up_and_removed() {
    let bench = Bench::new();
    let said = bench.ok(["dict", "add", &fixture("krdict.xml")]);
    assert!(said.contains("4 entries") && said.contains("CC BY-SA 2.0 KR"), "{said}");
    assert!(said.contains("record 5: no headword"), "{said}");
    let row = &bench.json(["dict", "list", "--json"])[0];
    assert_eq!((&row["name"], &row["entries"], &row["skipped"]), (&"KRDict".into(), &4.into(), &2.into()));
    let rows = bench.json(["dict", "lookup", "증자", "--json"]);
    assert_eq!(rows[0]["source"], "KRDict");
    assert_eq!((&rows[0]["word"], &rows[0]["pos"], &rows[0]["hanja"]), (&"증자".into(), &"n".into(), &"增資".into()));
    assert_eq!((&rows[0]["gloss"], &rows[0]["level"]), (&"capital increase".into(), &6.into()));
    assert!(rows.iter().any(|row| row["source"] == "house"), "the house speaks after it");
    bench.ok(["dict", "remove", "KRDict"]);
    assert!(names(&bench).is_empty());
    assert!(glosses(&bench, "증자").iter().all(|(source, _)| source == "house"));
    bench.ok(["dict", "add", "-q", &fixture("krdict.xml")]);
}

#[test]
fn the_order_of_dictionaries_is_that_of_their_senses() {
    let bench = Bench::new();
    for name in ["krdict.json", "kaikki.jsonl", "words.csv"] {
        bench.ok(["dict", "add", &fixture(name)]);
    }
    assert_eq!(names(&bench), ["KRDict", "Wiktionary", "words"]);
    assert_eq!(glosses(&bench, "증자")[0], pair("KRDict", "capital increase"));
    bench.ok(["dict", "first", "words"]);
    assert_eq!(names(&bench), ["words", "KRDict", "Wiktionary"]);
    assert_eq!(glosses(&bench, "증자")[0], pair("words", "capital increase, by new shares"));
    bench.ok(["dict", "order", "words", "99"]);
    assert_eq!(names(&bench), ["KRDict", "Wiktionary", "words"]);
    bench.ok(["dict", "remove", "KRDict"]);
    let order: Vec<Value> = bench.json(["dict", "list", "--json"]).iter().map(|row| row["priority"].clone()).collect();
    assert_eq!(order, [1, 2]);
    assert!(bench.fails(["dict", "first", "없는 사전"]).contains("no dictionary"));
}

#[test]
fn the_same_dictionary_twice_and_a_newer_one() {
    let bench = Bench::new();
    let path = bench.write("mine.tsv", "증자\tcapital increase\n");
    let path = path.to_str().unwrap();
    bench.ok(["dict", "add", path, "--licence", "CC0"]);
    let error = bench.fails(["dict", "add", path, "--name", "other"]);
    assert!(error.contains("here already (‘mine’)"), "{error}");
    bench.write("mine.tsv", "증자\tnew shares\n");
    let error = bench.fails(["dict", "add", path]);
    assert!(error.contains("--replace") && error.contains("--name"), "{error}");
    assert_eq!(glosses(&bench, "증자")[0], pair("mine", "capital increase"));
    bench.ok(["dict", "add", path, "--replace"]);
    assert_eq!(glosses(&bench, "증자")[0], pair("mine", "new shares"));
    assert_eq!(names(&bench), ["mine"]);
    bench.ok(["dict", "add", &fixture("words.tsv"), "--name", "둘째"]);
    assert_eq!(names(&bench), ["mine", "둘째"]);
}

#[test]
fn the_learners_own_gloss_speaks_first_and_a_chosen_sense_stays() {
    let bench = Bench::new().with_article();
    bench.ok(["dict", "add", &bench.write("a.tsv", "해외진출\tgoing out\n진출\ta step\n").display().to_string()]);
    let gloss_of = |term: &str| {
        let rows = bench.json(["words", "통신", "--json"]);
        rows.into_iter()
            .find(|row| row["term"] == term)
            .map(|row| (row["gloss"].clone(), row["hanja"].clone()))
            .unwrap()
    };
    assert_eq!(gloss_of("해외진출"), ("going out".into(), "海外進出".into()), "the house lends its hanja");
    bench.ok(["dict", "gloss", "해외진출", "나라", "밖으로\u{1b}[2J"]);
    assert_eq!(gloss_of("해외진출").0, "나라 밖으로[2J");
    assert_eq!(glosses(&bench, "해외진출")[0], pair("own", "나라 밖으로[2J"));
    let senses = glosses(&bench, "해외진출");
    let house = senses.iter().position(|(source, _)| source == "house").unwrap();
    bench.ok(["dict", "choose", "해외진출", &(house + 1).to_string()]);
    assert_eq!(gloss_of("해외진출").0, senses[house].1.as_str());
    let first = &bench.json(["dict", "lookup", "해외진출", "--json"])[0];
    assert_eq!((&first["source"], &first["chosen"]), (&"house".into(), &true.into()));
    bench.ok(["dict", "choose", "해외진출", "0"]);
    bench.ok(["dict", "gloss", "해외진출"]);
    assert_eq!(gloss_of("해외진출").0, "going out");
    assert!(bench.fails(["dict", "choose", "해외진출", "99"]).contains("senses"));
}

#[test]
fn study_shows_the_meaning_of_the_same_order() {
    let bench = Bench::new().with_article();
    for word in ["해외진출", "지분참여", "내수산업", "통신사", "합작사"] {
        bench.ok(["dict", "gloss", word, "내 뜻"]);
    }
    let output =
        bench.with_input(["study", "통신", "--jsonl", "--limit", "1"], b"{\"reveal\":true}\n{\"quit\":true}\n");
    let rows = crate::support::lines(&String::from_utf8(output.stdout).unwrap());
    let answer = rows.iter().find(|row| row["type"] == "answer").unwrap();
    let own = ["해외진출", "지분참여", "내수산업", "통신사", "합작사"].contains(&answer["term"].as_str().unwrap());
    assert!(own == (answer["gloss"] == "내 뜻"), "{answer}");
}

#[test]
fn words_are_searched_by_beginning_consonants_and_english() {
    let bench = Bench::new();
    bench.ok([
        "dict",
        "add",
        &bench.write("a.tsv", "해외진출기업\toverseas firm\n새말뭉치\tto frobnicate\n").display().to_string(),
    ]);
    let found = |text: &str| -> Vec<String> {
        let rows = bench.json(["dict", "search", text, "--limit", "50", "--json"]);
        rows.iter().map(|row| row["word"].as_str().unwrap().to_owned()).collect()
    };
    assert!(found("해외진출").contains(&"해외진출기업".to_owned()));
    bench.ok(["dict", "add", &bench.write("b.tsv", "해외진출\tgoing out\n").display().to_string()]);
    let first = &bench.json(["dict", "search", "해외진출", "--json"])[0];
    assert_eq!(first["source"], "b", "of one word the dictionaries speak in their order");
    assert_eq!(found("ㅅㅁㅁㅊ"), ["새말뭉치"]);
    assert_eq!(found("frobni"), ["새말뭉치"]);
    assert!(bench.fails(["dict", "search", "frobnicate \" OR * NEAR("]).contains("not in the dictionary"));
}

#[test]
fn bad_dictionaries_leave_nothing_behind() {
    let bench = Bench::new();
    let says = |name: &str, bytes: &[u8], part: &str| {
        let path = bench.write(name, bytes);
        let error = bench.fails(["dict", "add", path.to_str().unwrap()]);
        assert!(error.contains(part) && error.contains(name), "{error}");
        assert!(names(&bench).is_empty(), "{name}");
    };
    let xml = std::fs::read(fixture("krdict.xml")).unwrap();
    let json = std::fs::read(fixture("krdict.json")).unwrap();
    says("empty.xml", b"", "empty");
    says("cut.xml", &xml[..xml.len() - 30], "cut off");
    says("cut.json", &json[..json.len() / 2], "line 2");
    says("broken.zip", b"PK\x03\x04 nothing", "archive is broken");
    says("cp949.csv", b"\xC1\xF5\xC0\xDA,capital\n\xC0\xE5\xC5\xCD,market\n", "CP949");
    says("french.tsv", b"house\tmaison\n", "no Korean");
    says("empty.tsv", "증자\t\n".as_bytes(), "line 1");
    says("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "format");
    assert!(bench.fails(["dict", "add", "/no/such.xml"]).contains("no such file"));
    assert!(bench.fails(["dict", "add", bench.data().to_str().unwrap()]).contains("no file"));
}

#[test]
fn a_failed_replacement_leaves_the_old_one() {
    let bench = Bench::new();
    bench.ok(["dict", "add", &fixture("krdict.xml")]);
    let xml = std::fs::read(fixture("krdict.xml")).unwrap();
    let cut = bench.write("new.xml", &xml[..xml.len() - 30]);
    bench.fails(["dict", "add", cut.to_str().unwrap(), "--replace"]);
    assert_eq!(glosses(&bench, "증자")[0], pair("KRDict", "capital increase"));
}

#[test]
fn quiet_says_nothing_and_help_is_there() {
    let bench = Bench::new();
    let output = bench.run(["dict", "add", "-q", &fixture("words.tsv")]);
    assert!(output.stdout.is_empty() && output.stderr.is_empty(), "{output:?}");
    let help = bench.ok(["dict", "add", "--help"]);
    for option in ["--name", "--licence", "--replace"] {
        assert!(help.contains(option), "{help}");
    }
    assert!(bench.ok(["--lang", "ko", "dict", "--help"]).contains("첫소리"));
}
