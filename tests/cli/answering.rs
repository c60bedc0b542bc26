//! Answers as programs and screen readers give them: choices, typed words, hints, remarks and practice.

use serde_json::{Value, json};

use crate::support::{Bench, lines};

#[track_caller]
fn session(bench: &Bench, args: &[&str], input: &[Value]) -> Vec<Value> {
    let text = input.iter().map(Value::to_string).collect::<Vec<_>>().join("\n") + "\n";
    let output = bench.with_input(["study", "통신", "--jsonl"].iter().chain(args).copied(), text.as_bytes());
    assert!(output.status.success(), "{output:?}");
    lines(&String::from_utf8(output.stdout).unwrap())
}

fn of_type<'a>(lines: &'a [Value], name: &str) -> Vec<&'a Value> {
    lines.iter().filter(|line| line["type"] == name).collect()
}

fn plain(bench: &Bench, args: &[&str], input: &str) -> String {
    let args = ["study", "통신", "--plain", "--lang", "en"].iter().chain(args).copied();
    String::from_utf8(bench.with_input(args, input.as_bytes()).stdout).unwrap()
}

/// The stored answer of a question: its blanked letters and its dictionary form.
fn right(bench: &Bench, question: &Value) -> (String, String) {
    let clozes = bench.json(["clozes", "통신", "--json"]);
    let cloze = clozes.iter().find(|cloze| cloze["prompt"] == question["prompt"]).unwrap();
    let text = |name: &str| cloze[name].as_str().unwrap().to_owned();
    (text("answer"), text("term"))
}

fn options(question: &Value) -> Vec<String> {
    question["choices"].as_array().unwrap().iter().map(|option| option.as_str().unwrap().to_owned()).collect()
}

fn place(bench: &Bench, question: &Value) -> usize {
    let (answer, term) = right(bench, question);
    options(question).iter().position(|option| *option == answer || *option == term).unwrap()
}

#[test]
fn four_choices_are_answered_by_text_and_by_number() {
    let bench = Bench::new().with_article();
    let args = ["--mode", "choice", "--new", "3"];
    let first = session(&bench, &args, &[])[0].clone();
    assert_eq!((&first["mode"], options(&first).len()), (&"choice".into(), 4));
    let right_text = options(&first)[place(&bench, &first)].clone();
    let out = session(&bench, &args, &[json!({"answer": right_text}), json!({"choice": 9}), json!({"quit": true})]);
    let result = of_type(&out, "result")[0];
    assert_eq!(
        (&result["verdict"], &result["grade"], &result["mode"]),
        (&"correct".into(), &"good".into(), &"choice".into())
    );
    assert_eq!(of_type(&out, "error").len(), 1, "there is no ninth choice");
    let second = session(&bench, &args, &[])[0].clone();
    let wrong = (place(&bench, &second) + 1) % 4;
    let out = session(&bench, &args, &[json!({"choice": wrong + 1})]);
    let result = of_type(&out, "result")[0];
    assert_eq!((&result["verdict"], &result["grade"]), (&"wrong".into(), &"again".into()));
    assert_eq!(result["typed"], Value::String(options(&second)[wrong].clone()));
    assert!(result["gloss"].is_string() && result["source"]["title"].is_string(), "{result}");
}

#[test]
fn by_itself_a_new_term_is_revealed_and_then_chosen() {
    let bench = Bench::new().with_article();
    let out = session(&bench, &["--new", "1"], &[json!({"reveal": true}), json!({"grade": "good"})]);
    let modes: Vec<&str> = of_type(&out, "question").iter().filter_map(|line| line["mode"].as_str()).collect();
    assert_eq!(modes, ["reveal", "choice"]);
    let question = of_type(&out, "question")[0];
    for hidden in ["gloss", "hanja", "term", "answer", "sentence"] {
        assert!(question.get(hidden).is_none(), "{hidden} before the attempt");
    }
    let shown = of_type(&out, "answer")[0];
    for told in ["term", "sentence", "gloss", "hanja", "pronunciation", "parts", "source"] {
        assert!(shown.get(told).is_some(), "{told} after it: {shown}");
    }
}

#[test]
fn a_typed_answer_is_told_with_its_reasons_and_hints() {
    let bench = Bench::new().with_article();
    let args = ["--mode", "type", "--new", "30"];
    // Asks until 해외진출 stands, putting the others off.
    let first = session(&bench, &args, &vec![json!({"bury": true}); 40]);
    let before = of_type(&first, "question").iter().position(|q| right(&bench, q).1 == "해외진출").unwrap();
    let other = Bench::new().with_article();
    let mut input = vec![json!({"bury": true}); before];
    input.extend([json!({"hint": true}), json!({"hint": true}), json!({"answer": "해왜 진출을"})]);
    input.extend([json!({"undo": true}), json!({"answer": "해외투자"}), json!({"accept": true})]);
    let out = session(&other, &args, &input);
    let question = of_type(&out, "question")[before];
    assert_eq!(question["hints"], json!(["length", "chosung", "hanja", "part", "gloss", "first"]));
    assert_eq!(of_type(&out, "hint")[1]["hint"], "ㅎㅇㅈㅊ");
    let results = of_type(&out, "result");
    let slip = results[0];
    assert_eq!(
        (&slip["verdict"], &slip["grade"], &slip["slip"]),
        (&"spelling".into(), &"hard".into(), &"oe-wae".into())
    );
    assert_eq!(slip["hints"], json!(["length", "chosung"]));
    let marks: Vec<&str> = slip["letters"].as_array().unwrap().iter().filter_map(|l| l["sign"].as_str()).collect();
    assert_eq!(marks.iter().filter(|sign| **sign == "wrong").count(), 1, "{slip}");
    assert_eq!((&results[1]["verdict"], &results[1]["missed"]), (&"wrong".into(), &json!(["진출"])));
    let remark = of_type(&out, "remark")[0];
    assert_eq!((&remark["remark"], &remark["stored"]), (&"accepted".into(), &true.into()));
    assert_eq!((&results[2]["verdict"], &results[2]["grade"]), (&"correct".into(), &"good".into()));
    assert_eq!(results[2]["id"], results[1]["id"]);
    // It is right from then on, in another session as well.
    let next = other.at("2026-03-20T08:00:00+09:00");
    let out = session(&next, &["--mode", "type", "--new", "0"], &[json!({"answer": "해외투자"})]);
    assert_eq!(of_type(&out, "result")[0]["verdict"], "correct", "{out:?}");
}

#[test]
fn a_choice_that_fits_is_never_offered_again() {
    let bench = Bench::new().with_article();
    let args = ["--mode", "choice", "--new", "2"];
    let first = session(&bench, &args, &[])[0].clone();
    let other = (place(&bench, &first) + 1) % 4;
    let barred = options(&first)[other].clone();
    let out = session(&bench, &args, &[json!({"fits": other + 1}), json!({"quit": true})]);
    assert_eq!(of_type(&out, "remark")[0]["word"], Value::String(barred.clone()));
    let again = of_type(&out, "question")[1];
    assert_eq!(again["id"], first["id"], "the same question with other choices");
    assert!(!options(again).contains(&barred));
    for hour in 9..20 {
        let later = session(&bench, &args, &[])[0].clone();
        assert!(!options(&later).contains(&barred), "{hour}");
    }
}

#[test]
fn practice_moves_no_dates() {
    let bench = Bench::new().with_article();
    let wrong = json!({"answer": "아무말"});
    session(&bench, &["--mode", "type", "--new", "2"], &[wrong.clone(), json!({"quit": true})]);
    let words = bench.json(["words", "통신", "--json"]);
    let left = session(&bench, &["--new", "2"], &[])[0]["left"].clone();
    let input = [wrong.clone(), json!({"grade": "hard"}), json!({"undo": true}), wrong, json!({"known": true})];
    let out = session(&bench, &["--practice", "--mistakes", "--mode", "type"], &input);
    assert_eq!((&out[0]["practice"], &out[0]["left"]), (&true.into(), &1.into()), "one mistake today");
    let results = of_type(&out, "result");
    assert_eq!((results.len(), &results[0]["practice"], &results[0]["stored"]), (3, &true.into(), &true.into()));
    assert_eq!(of_type(&out, "error").len(), 1, "no card is set aside in practice");
    assert_eq!(bench.json(["words", "통신", "--json"]), words);
    assert_eq!(session(&bench, &["--new", "2"], &[])[0]["left"], left);
    // An article by its title, and a title that nobody has.
    let of_article = session(&bench, &["--practice", "--article", "해외진출 서둘러"], &[]);
    assert!(of_article[0]["left"].as_u64() > Some(5), "{of_article:?}");
    assert!(bench.fails(["study", "--practice", "--article", "없는 글", "--jsonl"]).contains("없는 글"));
}

#[test]
fn terms_that_were_mixed_up_are_asked_against_each_other() {
    let bench = Bench::new().with_article();
    let questions = session(&bench, &["--mode", "type", "--new", "30"], &vec![json!({"bury": true}); 40]);
    let at = of_type(&questions, "question").iter().position(|q| right(&bench, q).1 == "해외진출").unwrap();
    let bench = Bench::new().with_article();
    let mut input = vec![json!({"bury": true}); at];
    input.extend([json!({"answer": "지분참여를"}), json!({"quit": true})]);
    session(&bench, &["--mode", "type", "--new", "30"], &input);
    let out = session(&bench, &["--practice", "--confusables"], &[]);
    let first = &out[0];
    assert_eq!(first["mode"], "choice");
    assert_eq!(first["left"], 2);
    for term in ["해외진출", "지분참여"] {
        assert!(options(first).iter().any(|option| option == term), "{first}");
    }
}

#[test]
fn the_lines_have_choices_reasons_and_practice() {
    let bench = Bench::new().with_article();
    let text = plain(&bench, &["--mode", "choice", "--limit", "1"], "h\n1\n\nu\n1\n\nq\n");
    for part in ["1. ", "4. ", "Hint: ", "From: ", "Taken back.", "Done: "] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let text = plain(&bench, &["--mode", "type", "--limit", "1"], ":h\n:m\n아무말\n1\n:q\n");
    assert!(text.contains("Mode: ") && text.contains("Hint: "), "{text}");
    let text = plain(&bench, &["--practice", "--mode", "reveal"], "\n3\ns\nq\n");
    assert!(text.contains("no date moves") && text.contains("Not possible now"), "{text}");
    assert!(text.contains("3 good · 4 easy [Enter = 3]") && text.contains("1 practised"), "{text}");
    assert!(!text.contains('\u{1b}'), "no escape sequence in lines");
}
