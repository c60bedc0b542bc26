//! `dokpa clozes`

use serde::Serialize;

use super::context::Context;
use super::{Outcome, explain, json, print};
use crate::cloze::Prompt;

#[derive(Serialize)]
struct Row<'a> {
    term: &'a str,
    prompt: String,
    answer: &'a str,
    sentence: &'a str,
    article: &'a str,
    score: f32,
}

pub fn run(context: &Context, deck: Option<&str>, as_json: bool) -> Outcome {
    let deck = context.deck(deck)?;
    let rows = context.store.deck_clozes(deck).map_err(|e| explain::stored(&e))?;
    let rows = rows.iter().filter_map(|row| {
        let prompt =
            Prompt::cut(&row.question.sentence, row.question.range.clone())?.asking(row.term.pos, row.term.kind);
        Some(Row {
            term: &row.term.term,
            prompt: prompt.text(),
            answer: prompt.answer,
            sentence: &row.question.sentence,
            article: &row.question.title,
            score: row.question.score,
        })
    });
    if as_json {
        return json::lines(rows);
    }
    let mut out = String::new();
    for row in rows {
        out.push_str(&format!("{}\t{}\t{}\n", row.term, row.answer, row.prompt));
    }
    print(&out)
}
