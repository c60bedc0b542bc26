//! `dokpa read --check`: questions about an article, in lines. Each answer is stored before the next question.

use std::io::BufRead;

use serde::Serialize;

use super::context::Context;
use super::{Outcome, explain, json, print};
use crate::deck::ArticleId;
use crate::messages::{CheckLabel, Fault, printable};
use crate::reader::{CheckKind, CheckQuestion, LABELS};
use crate::tasks;

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Told<'a> {
    Question {
        kind: &'static str,
        /// The sentence with its blank, or the sentences whose order is asked.
        about: &'a [String],
        /// Answered by their numbers, from 1.
        choices: &'a [String],
        left: usize,
    },
    Result {
        kind: &'static str,
        right: bool,
        answer: &'a str,
        stored: bool,
    },
    Error {
        message: String,
    },
    Done {
        answered: usize,
        right: usize,
    },
}

pub fn run(mut context: Context, article: Option<&str>, as_json: bool) -> Outcome {
    let id = tasks::find_article(&context.store, article).map_err(|e| explain::plain_task(&e))?;
    let seed = context.clock.now().as_millis().unsigned_abs();
    let questions = tasks::check_reading(&context.store, id, seed).map_err(|e| explain::plain_task(&e))?;
    let (mut answered, mut right) = (0, 0);
    let mut lines = std::io::stdin().lock().lines();
    for (index, question) in questions.iter().enumerate() {
        ask(&context, question, questions.len() - index, as_json)?;
        let Some(choice) = answer(&context, &mut lines, question, as_json)? else { break };
        let passed = choice == question.right;
        store(&mut context, id, question.kind, passed)?;
        answered += 1;
        right += usize::from(passed);
        tell(&context, question, passed, as_json)?;
    }
    if as_json {
        return print(&json::line(&Told::Done { answered, right })?);
    }
    let said = if questions.is_empty() { CheckLabel::TooShort } else { CheckLabel::Summary { right, of: answered } };
    print(&(said.text(context.lang) + "\n"))
}

fn ask(context: &Context, question: &CheckQuestion, left: usize, as_json: bool) -> Outcome {
    if as_json {
        let (kind, about, choices) = (question.kind.name(), &question.about, &question.choices);
        return print(&json::line(&Told::Question { kind, about, choices, left })?);
    }
    let mut out = format!("\n{}\n", tasks::asked(question.kind).text(context.lang));
    for (label, sentence) in LABELS.iter().zip(&question.about) {
        let label = if question.kind == CheckKind::Order { format!("{label}. ") } else { String::new() };
        out.push_str(&format!("  {label}{}\n", printable(sentence)));
    }
    for (at, choice) in question.choices.iter().enumerate() {
        out.push_str(&format!("  {}. {}\n", at + 1, printable(choice)));
    }
    out.push_str(&CheckLabel::Prompt { most: question.choices.len() }.text(context.lang));
    print(&out)
}

/// The index of the choice; none where the learner leaves, by an empty line or the end of the input.
fn answer(
    context: &Context,
    lines: &mut impl Iterator<Item = std::io::Result<String>>,
    question: &CheckQuestion,
    as_json: bool,
) -> Result<Option<usize>, Option<Fault>> {
    loop {
        let Some(Ok(line)) = lines.next() else { return Ok(None) };
        let text = line.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let object = serde_json::from_str::<serde_json::Value>(text).ok();
        let named = object.as_ref().and_then(|object| object.get("answer"));
        let number =
            named.and_then(serde_json::Value::as_u64).map_or_else(|| text.parse().ok(), |n| usize::try_from(n).ok());
        if object.is_some_and(|object| object.get("quit").is_some()) {
            return Ok(None);
        }
        let most = question.choices.len();
        if let Some(choice) = number.filter(|number| (1..=most).contains(number)) {
            return Ok(Some(choice - 1));
        }
        let message = CheckLabel::NotAChoice { most }.text(context.lang);
        print(&if as_json { json::line(&Told::Error { message })? } else { format!("{message}\n") })?;
    }
}

fn store(context: &mut Context, article: ArticleId, kind: CheckKind, passed: bool) -> Outcome {
    let now = context.clock.now();
    let day = context.calendar.day(now);
    Ok(context.store.record_check(article, kind, passed, day, now).map_err(|e| explain::stored(&e))?)
}

fn tell(context: &Context, question: &CheckQuestion, passed: bool, as_json: bool) -> Outcome {
    let answer = question.choices.get(question.right).map_or("", String::as_str);
    if as_json {
        let told = Told::Result { kind: question.kind.name(), right: passed, answer, stored: true };
        return print(&json::line(&told)?);
    }
    let right = printable(answer);
    let said = if passed { CheckLabel::Right } else { CheckLabel::Wrong { right } };
    print(&format!("{}\n", said.text(context.lang)))
}
