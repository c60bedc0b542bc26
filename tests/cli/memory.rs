//! `card`, `optimize`, `simulate`, `vacation`, `retention`, `placement`, and what they do to a session.

use serde_json::{Value, json};

use crate::support::{Bench, lines};

const TERM: &str = "지분참여";

fn card(bench: &Bench, verb: &str) -> Value {
    let rows = bench.json(["card", verb, TERM, "--json"]);
    assert_eq!(rows.len(), 1, "{rows:?}");
    rows.into_iter().next().unwrap()
}

fn session(bench: &Bench, args: &[&str], input: &[Value]) -> Vec<Value> {
    let text = input.iter().map(Value::to_string).collect::<Vec<_>>().join("\n") + "\n";
    let output = bench.with_input(["study", "통신", "--jsonl"].iter().chain(args).copied(), text.as_bytes());
    assert!(output.status.success(), "{output:?}");
    lines(&String::from_utf8(output.stdout).unwrap())
}

#[test]
fn a_card_is_set_aside_marked_and_begun_anew() {
    let bench = Bench::new().with_article();
    assert_eq!(card(&bench, "show")["status"], "new");
    for (verb, status) in [("known", "known"), ("suspend", "suspended"), ("wake", "new"), ("bury", "buried")] {
        assert_eq!(card(&bench, verb)["status"], status, "{verb}");
    }
    assert_eq!(card(&bench, "wake")["status"], "new");
    assert_eq!(card(&bench, "flag")["flagged"], true);
    let reset = card(&bench, "reset");
    assert_eq!((&reset["status"], &reset["flagged"], &reset["answers"]), (&json!("new"), &json!(true), &json!(0)));
    assert_eq!(card(&bench, "unflag")["flagged"], false);
    assert_eq!(card(&bench, "ignore")["status"], "ignored");
    assert_eq!(bench.json(["card", "leeches", "--json"]), Vec::<Value>::new());
    assert!(bench.fails(["card", "show", "없는말"]).contains("없는말"));
}

#[test]
fn a_reset_card_is_new_and_its_answers_stay_in_the_log() {
    let bench = Bench::new().with_article();
    let out = session(&bench, &["--new", "1"], &[json!({"reveal": true}), json!({"grade": "easy"})]);
    let term = out.iter().find(|line| line["type"] == "answer").unwrap()["term"].as_str().unwrap().to_owned();
    let shown = &bench.json(["card", "show", &term, "--json"])[0];
    assert_eq!(
        (&shown["status"], &shown["contexts_passed"], &shown["answers"]),
        (&json!("review"), &json!(1), &json!(1))
    );
    assert_eq!(bench.json(["card", "reset", &term, "--json"])[0]["status"], "new");
    assert_eq!(bench.json(["card", "show", &term, "--json"])[0]["contexts_passed"], 1);
}

#[test]
fn in_a_vacation_nothing_is_due_and_nothing_new_begins() {
    let bench = Bench::new().with_article();
    let set = bench.json(["vacation", "2026-01-31", "2026-02-03", "--json"]);
    assert_eq!(set, [json!({"from": "2026-01-31", "to": "2026-02-03"})]);
    assert_eq!(session(&bench, &[], &[])[0]["type"], "done");
    assert!(bench.json(["decks", "--json"]).iter().all(|deck| deck["new"] == 0 && deck["due"] == 0));
    let bench = bench.at("2026-02-04T08:00:00+09:00");
    assert_eq!(session(&bench, &[], &[])[0]["type"], "question");
    assert_eq!(bench.json(["vacation", "off", "--json"]), [json!({"from": null, "to": null})]);
    assert!(bench.fails(["vacation", "2026-02-04", "2026-02-03"]).contains("2026-02-04"));
    assert!(bench.fails(["vacation", "내일"]).contains("내일"));
}

#[test]
fn no_answer_puts_a_card_into_a_vacation() {
    let bench = Bench::new().with_article();
    bench.ok(["vacation", "2026-02-02", "2026-02-20"]);
    let out = session(&bench, &["--new", "1"], &[json!({"reveal": true}), json!({"grade": "easy"})]);
    let due = out.iter().find(|line| line["type"] == "result").unwrap()["due"].as_str().unwrap();
    assert!(due.starts_with("2026-02-21"), "{due}");
}

#[test]
fn a_deck_has_a_retention_of_its_own() {
    let bench = Bench::new().with_article();
    let days = || {
        let out = session(&bench, &["--new", "1"], &[json!({"reveal": true}), json!({"quit": true})]);
        out.iter().find(|line| line["type"] == "answer").unwrap()["intervals"][3].as_f64().unwrap()
    };
    let usual = days();
    let set = bench.json(["retention", "통신", "0.8", "--json"]);
    assert_eq!(
        (&set[0]["usual"], set[0]["retention"].as_f64().map(|r| (r * 100.0).round())),
        (&json!(false), Some(80.0))
    );
    assert!(days() > 2.0 * usual, "{} {usual}", days());
    assert_eq!(bench.json(["retention", "통신", "default", "--json"])[0]["usual"], true);
    assert!(bench.fails(["retention", "통신", "0.99"]).contains("0.99"));
}

#[test]
fn two_terms_of_one_sentence_are_met_on_different_days_while_others_wait() {
    let bench = Bench::new().with_article();
    let answer = [json!({"reveal": true}), json!({"grade": "easy"})];
    let out = session(&bench, &["--new", "3"], &[&answer[..], &answer[..], &answer[..]].concat());
    let sentences: std::collections::BTreeSet<_> =
        out.iter().filter(|line| line["type"] == "answer").map(|line| line["sentence"].to_string()).collect();
    assert_eq!(sentences.len(), 3, "{sentences:?}");
}

#[test]
fn two_grades_are_a_setting_and_so_is_the_order() {
    let bench = Bench::new().with_article();
    let config = bench.write(
        "config.toml",
        "grading = \"two\"\norder = \"article\"\n[schedule]\neasy_days = [1, 1, 1, 1, 1, 0.5, 0]\n",
    );
    let text = format!("{}\n{}\n", json!({"reveal": true}), json!({"grade": "easy"}));
    let args = ["study", "통신", "--jsonl", "--config", config.to_str().unwrap()];
    let output = bench.with_input(args, text.as_bytes());
    let out = lines(&String::from_utf8(output.stdout).unwrap());
    assert_eq!(out.iter().find(|line| line["type"] == "result").unwrap()["grade"], "good");
    let bad = bench.write("bad.toml", "order = \"random\"\n");
    assert!(bench.fails(["decks", "--config", bad.to_str().unwrap()]).contains("bad.toml:1"));
}

#[test]
fn a_forecast_has_a_row_for_each_pace_and_retention() {
    let bench = Bench::new().with_article();
    let args = ["simulate", "--days", "40", "--new", "2,4", "--retention", "0.8,0.95", "--json"];
    let rows = bench.json(args);
    let of = |at: usize, field: &str| rows[at][field].as_f64().unwrap();
    assert_eq!(rows.len(), 4);
    assert_eq!(rows[0]["days"].as_array().unwrap().len(), 40);
    assert!(of(1, "answers_a_day") > of(0, "answers_a_day") && of(2, "kept") > of(0, "kept"));
    assert_eq!(rows, bench.json(args), "the same each time");
}

#[test]
fn fitting_needs_answers_and_says_how_many() {
    let bench = Bench::new().with_article();
    assert!(bench.fails(["optimize", "--json"]).contains("400"));
}

#[test]
fn the_placement_test_marks_what_is_known_and_can_be_taken_back() {
    let bench = Bench::new().with_article();
    let output = bench.with_input(["placement", "--json"], "y\n".repeat(40).as_bytes());
    let out = lines(&String::from_utf8(output.stdout).unwrap());
    let placed = out.last().unwrap();
    assert!(placed["known_up_to"].as_u64() >= Some(4) && placed["marked"].as_u64() > Some(50), "{placed}");
    assert!(out.len() <= 31, "two minutes");
    assert_eq!(bench.json(["placement", "--undo", "--json"])[0]["unmarked"], placed["marked"]);
    let output = bench.with_input(["placement", "--json"], "n\n".repeat(40).as_bytes());
    let out = lines(&String::from_utf8(output.stdout).unwrap());
    assert_eq!((&out.last().unwrap()["known_up_to"], &out.last().unwrap()["marked"]), (&json!(0), &json!(0)));
}

#[test]
fn a_term_is_shown_in_full_in_lines_as_on_its_screen() {
    let bench = Bench::new().with_article();
    let shown = bench.ok(["card", "show", "해외진출"]);
    for part in [
        "海外進出",
        "expansion overseas",
        "new · not asked yet",
        "contexts passed 0 of",
        "times in 2 articles",
        "“해외진출은 늦출 수 없다.",
    ] {
        assert!(shown.contains(part), "{part}:\n{shown}");
    }
    let row = bench.json(["card", "show", "해외진출", "--json"]).remove(0);
    assert!(row["sentences"].as_array().unwrap().len() >= 3);
    assert_eq!((&row["history"], &row["note"], &row["status"]), (&json!([]), &json!(null), &json!("new")));
    let korean = bench.ok(["--lang", "ko", "card", "show", "해외진출"]);
    assert!(korean.contains("만난 곳: 글 2개"), "{korean}");
}
