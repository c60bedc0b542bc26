//! `study --jsonl` and `study --plain`.

use serde_json::{Value, json};

use crate::support::{Bench, lines};

/// Runs a session of these input lines and gives what came out.
#[track_caller]
fn session(bench: &Bench, args: &[&str], input: &[Value]) -> Vec<Value> {
    let text = input.iter().map(Value::to_string).collect::<Vec<_>>().join("\n") + "\n";
    let args = ["study", "통신", "--jsonl"].iter().chain(args).copied();
    let output = bench.with_input(args, text.as_bytes());
    assert!(output.status.success(), "{output:?}");
    lines(&String::from_utf8(output.stdout).unwrap())
}

fn of_type<'a>(lines: &'a [Value], name: &str) -> Vec<&'a Value> {
    lines.iter().filter(|line| line["type"] == name).collect()
}

/// The answer to a question, from the deck's clozes.
fn answer(bench: &Bench, question: &Value) -> String {
    let clozes = bench.json(["clozes", "통신", "--json"]);
    let cloze = clozes.iter().find(|cloze| cloze["prompt"] == question["prompt"]).unwrap();
    cloze["answer"].as_str().unwrap().to_owned()
}

#[test]
fn a_whole_session_of_typed_answers() {
    let bench = Bench::new().with_article();
    let first = &session(&bench, &["--mode", "type", "--new", "4"], &[])[0];
    assert_eq!((&first["type"], &first["mode"], &first["left"]), (&"question".into(), &"type".into(), &4.into()));
    let right = answer(&bench, first);
    let out = session(
        &bench,
        &["--mode", "type", "--new", "4"],
        &[
            json!({"hint": true}),
            json!({"answer": right}),
            json!({"answer": "아무말"}),
            json!({"grade": "hard"}),
            json!({"undo": true}),
            json!({"quit": true}),
        ],
    );
    let results = of_type(&out, "result");
    assert_eq!((&results[0]["verdict"], &results[0]["grade"]), (&"correct".into(), &"good".into()));
    assert_eq!((&results[1]["verdict"], &results[1]["grade"]), (&"wrong".into(), &"again".into()));
    assert_eq!(
        (&results[2]["verdict"], &results[2]["grade"]),
        (&"wrong".into(), &"hard".into()),
        "the grade was changed"
    );
    assert!(
        results.iter().all(|result| result["stored"] == true && result["due"].as_str().unwrap().ends_with("+09:00"))
    );
    assert_eq!(results[1]["id"], results[2]["id"]);
    let questions = of_type(&out, "question");
    assert_eq!(questions.last().unwrap()["id"], results[1]["id"], "undo asks it again");
    assert_eq!(out.last().unwrap(), &json!({"type": "done", "answered": 1, "again": 0}));
}

#[test]
fn a_revealed_answer_is_stored_with_its_grade() {
    let bench = Bench::new().with_article();
    let out = session(
        &bench,
        &[],
        &[
            json!({"reveal": true}),
            json!({"grade": "easy"}),
            json!({"known": true}),
            json!({"suspend": true}),
            json!({"bury": true}),
        ],
    );
    let shown = of_type(&out, "answer")[0];
    assert_eq!(shown["intervals"].as_array().unwrap().len(), 4);
    let result = of_type(&out, "result")[0];
    assert_eq!(result["interval_days"], shown["intervals"][3], "what was shown is what happened");
    assert!(result["due"].as_str().unwrap().contains("T04:00:00+09:00"));
    let set: Vec<&str> = of_type(&out, "set").iter().filter_map(|line| line["status"].as_str()).collect();
    assert_eq!(set, ["known", "suspended", "buried"]);
    let words = bench.json(["words", "통신", "--json"]);
    let with = |status: &str| words.iter().filter(|word| word["status"] == status).count();
    assert_eq!((with("review"), with("known"), with("suspended")), (1, 1, 1));
}

#[test]
fn what_was_undone_is_stored_again_behind_the_last_question_too() {
    let bench = Bench::new().with_article();
    let input = [
        json!({"reveal": true}),
        json!({"grade": "easy"}),
        json!({"undo": true}),
        json!({"redo": true}),
        json!({"redo": true}),
        json!({"quit": true}),
    ];
    let out = session(&bench, &["--new", "2"], &input);
    let results = of_type(&out, "result");
    assert_eq!(results.len(), 2, "{out:?}");
    assert_eq!(results[0], results[1]);
    assert_eq!(of_type(&out, "error").len(), 1, "there was one thing to redo");
    assert_eq!(out.last().unwrap()["answered"], 1);
    assert_eq!(of_type(&out, "answer")[0]["contexts"][0], 0);
}

#[test]
fn a_line_that_is_not_understood_ends_nothing() {
    let bench = Bench::new().with_article();
    let input =
        b"nonsense\n{\"grade\":\"good\"}\n{\"unknown\":1}\n\xFF\xFE\n{}\n{\"reveal\":true}\n{\"grade\":\"good\"}\n";
    let output = bench.with_input(["study", "통신", "--jsonl"], input);
    let out = lines(&String::from_utf8(output.stdout).unwrap());
    assert_eq!(of_type(&out, "error").len(), 5, "{out:?}");
    assert_eq!(of_type(&out, "result").len(), 1);
    assert_eq!(out.last().unwrap()["answered"], 1, "the end of input ends like quit");
}

#[test]
fn tomorrow_the_right_cards_are_due() {
    let bench = Bench::new().with_article();
    let answers =
        vec![json!({"reveal": true}), json!({"grade": "good"}), json!({"reveal": true}), json!({"grade": "easy"})];
    let out = session(&bench, &["--new", "2"], &answers);
    let results = of_type(&out, "result");
    let (soon, later) = (&results[0], &results[1]);
    assert!(later["interval_days"].as_f64() > Some(2.0));
    // Before four in the morning it is still the same day, and both new terms of it are met.
    let night = bench.at("2026-02-01T03:59:00+09:00");
    let questions = session(&night, &["--new", "2"], &[]);
    assert_eq!((&questions[0]["id"], &questions[0]["left"]), (&soon["id"], &1.into()));
    let morning = night.at("2026-02-01T08:00:00+09:00");
    let first = &session(&morning, &["--new", "2"], &[])[0];
    assert_eq!(first["left"], 3, "one in steps, two new");
    let day = later["due"].as_str().unwrap().replace("T04:00:00", "T08:00:00");
    let due = &session(&morning.at(&day), &["--new", "0"], &[])[0];
    assert_eq!(due["left"], 2);
}

#[test]
fn the_plain_session_has_the_same_in_lines() {
    let bench = Bench::new().with_article();
    let output =
        bench.with_input(["study", "통신", "--plain", "--limit", "2", "--lang", "ko"], "\nㅗ\n3\nㅕ\nq\n".as_bytes());
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("[1] ") && text.contains("____") && text.contains("답: "), "{text}");
    assert!(text.contains("되돌렸습니다.") && text.contains("끝. 답 0개"), "{text}");
    let typed =
        bench.with_input(["study", "통신", "--plain", "--mode", "type", "--limit", "1"], "아무말\n\n:q\n".as_bytes());
    let text = String::from_utf8(typed.stdout).unwrap();
    assert!(
        text.contains("Not this time") && text.contains("[Enter = 1]") && text.contains("1 answered, 1 again"),
        "{text}"
    );
}

#[test]
fn behind_the_last_question_its_answer_can_still_be_taken_back() {
    let bench = Bench::new().with_article();
    let easy = [json!({"reveal": true}), json!({"grade": "easy"})];
    let mut input = easy.to_vec();
    input.push(json!({"undo": true}));
    input.extend(easy.clone());
    let out = session(&bench, &["--new", "1"], &input);
    let types: Vec<_> = out.iter().map(|line| line["type"].as_str().unwrap()).collect();
    assert_eq!(
        types,
        ["question", "answer", "result", "done", "undone", "question", "answer", "result", "done"],
        "{out:?}"
    );
    assert_eq!((&out[5]["id"], &out[8]["answered"]), (&out[0]["id"], &json!(1)));
    let words = bench.json(["words", "통신", "--json"]);
    assert_eq!(words.iter().filter(|word| word["status"] == "review").count(), 1);
}

#[test]
fn a_program_that_waits_for_the_end_behind_done_is_not_kept_waiting() {
    use std::io::{BufRead, BufReader, Write};
    let bench = Bench::new().with_article();
    let mut child = bench.spawn(["study", "통신", "--jsonl", "--new", "1"]);
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap()).lines();
    input.write_all(b"{\"reveal\":true}\n{\"grade\":\"easy\"}\n").unwrap();
    assert!(output.any(|line| line.unwrap().contains("\"done\"")));
    // Its input stays open.
    assert!(child.wait().unwrap().success());
    drop(input);
}

#[test]
fn another_grade_behind_the_last_question_brings_its_card_back() {
    let bench = Bench::new().with_article();
    let input = [json!({"reveal": true}), json!({"grade": "easy"}), json!({"grade": "again"}), json!({"quit": true})];
    let out = session(&bench, &["--new", "1"], &input);
    let types: Vec<_> = out.iter().map(|line| line["type"].as_str().unwrap()).collect();
    assert_eq!(types, ["question", "answer", "result", "done", "result", "question", "done"], "{out:?}");
    assert_eq!(out[6]["again"], 1);
}

#[test]
fn a_flag_is_put_on_in_place_stored_listed_and_taken_back() {
    let bench = Bench::new().with_article();
    let flag = json!({"flag": true});
    let out = session(&bench, &["--new", "2"], &[flag.clone(), json!({"reveal": true}), json!({"grade": "good"})]);
    assert_eq!(
        (&out[1]["type"], &out[1]["status"], &out[1]["stored"]),
        (&json!("set"), &json!("flagged"), &json!(true))
    );
    let term = of_type(&out, "answer")[0]["term"].clone();
    let listed = |bench: &Bench| {
        let rows = bench.json(["words", "--flagged", "--json"]);
        rows.iter().map(|row| row["term"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(listed(&bench), [term], "the answer did not take it off");
    let undo = json!({"undo": true});
    let out = session(&bench, &["--new", "2"], &[flag.clone(), undo, flag.clone(), flag, json!({"quit": true})]);
    let said: Vec<_> = out.iter().filter_map(|line| line["status"].as_str().or(line["type"].as_str())).collect();
    assert_eq!(said, ["question", "flagged", "undone", "question", "flagged", "unflagged", "done"]);
    assert_eq!(listed(&bench).len(), 1);
}

#[test]
fn plain_lines_put_a_flag_on_and_take_the_last_answer_back_behind_the_end() {
    let bench = Bench::new().with_article();
    let output = bench.with_input(
        ["--lang", "en", "study", "통신", "--plain", "--mode", "reveal", "--new", "1"],
        "ㅎ\n\n4\nㅕ\nq\n".as_bytes(),
    );
    let text = String::from_utf8(output.stdout).unwrap();
    let places = ["Flagged", "contexts passed 0/", "takes the last answer back", "Taken back", "[flag]"];
    let mut rest = text.as_str();
    for place in places {
        rest = rest.split_once(place).unwrap_or_else(|| panic!("no {place:?} in order in\n{text}")).1;
    }
    assert_eq!(bench.json(["words", "통신", "--flagged", "--json"]).len(), 1);
}
