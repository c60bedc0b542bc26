//! `dokpa fix`: the learner's word on what a word is.

use serde::Serialize;

use super::args::FixVerb;
use super::context::Context;
use super::{Outcome, explain, json, print};
use crate::deck::CorrectionId;
use crate::korean::jamo;
use crate::messages::Line;
use crate::store::CorrectionRow;
use crate::tasks::{self, Corrected};
use crate::vocab::Pos;
use crate::vocab::correct::Correction;

/// A correction as scripts read it: its kind and words are those of a deck file.
#[derive(Serialize)]
struct Row<'a> {
    id: i64,
    #[serde(flatten)]
    correction: &'a Correction,
}

pub fn run(context: &mut Context, verb: &FixVerb, as_json: bool) -> Outcome {
    let now = context.clock.now();
    match verb {
        FixVerb::List => list(context, as_json),
        FixVerb::Undo { id } => {
            let done = tasks::undo_correction(&mut context.store, id.map(CorrectionId), now)
                .map_err(|e| explain::plain_task(&e))?;
            report(context, &done, as_json, true)
        }
        verb => {
            let done =
                tasks::correct(&mut context.store, correction(verb), now).map_err(|e| explain::plain_task(&e))?;
            report(context, &done, as_json, false)
        }
    }
}

/// What the command line asks for; spelling is checked where it is stored.
fn correction(verb: &FixVerb) -> Correction {
    let nfc = |word: &String| jamo::nfc(word.trim());
    let all = |words: &[String]| words.iter().map(nfc).collect();
    match verb {
        FixVerb::Join { parts } => Correction::Join { parts: all(parts) },
        FixVerb::Split { term, parts } => Correction::Split { term: nfc(term), parts: all(parts) },
        FixVerb::Lemma { term, to, pos } => Correction::Lemma { term: nfc(term), to: nfc(to), pos: pos.map(Pos::from) },
        FixVerb::Merge { term, into } => Correction::Merge { term: nfc(term), into: nfc(into), pos: None, name: false },
        FixVerb::Name { term } => Correction::Name { term: nfc(term) },
        FixVerb::Term { term } => Correction::Term { term: nfc(term) },
        FixVerb::Ignore { term } => Correction::Ignore { term: nfc(term) },
        FixVerb::Unignore { term } => Correction::Unignore { term: nfc(term) },
        FixVerb::List | FixVerb::Undo { .. } => Correction::Join { parts: Vec::new() },
    }
}

fn list(context: &Context, as_json: bool) -> Outcome {
    let rows = context.store.corrections().map_err(|e| explain::stored(&e))?;
    if as_json {
        return json::lines(rows.iter().map(row));
    }
    let line = |row: &CorrectionRow| format!("{}. {}", row.id.0, explain::decision(&row.correction, context.lang));
    print(&rows.iter().map(|row| crate::messages::printable(&line(row)) + "\n").collect::<String>())
}

fn row(row: &CorrectionRow) -> Row<'_> {
    Row { id: row.id.0, correction: &row.correction }
}

fn report(context: &Context, done: &Corrected, as_json: bool, undone: bool) -> Outcome {
    #[derive(Serialize)]
    struct Report<'a> {
        #[serde(flatten)]
        row: Row<'a>,
        undone: bool,
        articles: usize,
        sentences: usize,
    }
    let (articles, sentences) = (done.articles, done.sentences);
    if as_json {
        return json::lines([Report { row: row(&done.row), undone, articles, sentences }]);
    }
    if context.quiet {
        return Ok(());
    }
    let what = explain::decision(&done.row.correction, context.lang);
    let line = if undone {
        Line::FixUndone { id: done.row.id.0, what, articles, sentences }
    } else {
        Line::Fixed { id: done.row.id.0, what, articles, sentences }
    };
    print(&format!("{}\n", crate::messages::printable(&line.text(context.lang))))
}
