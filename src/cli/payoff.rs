//! `dokpa plan`

use serde::Serialize;

use super::context::Context;
use super::{Outcome, explain, json, print};
use crate::messages::{Fault, ReadingLabel};
use crate::tasks::{self, Meanings, Planned};
use crate::tui;

#[derive(Serialize)]
struct Row<'a> {
    term: &'a str,
    pos: &'static str,
    kind: &'static str,
    hanja: Option<String>,
    gloss: Option<String>,
    /// Running words that it makes known.
    words: usize,
    /// Coverage of running words before the first and after this one, from 0 to 1.
    from: f64,
    to: f64,
    /// Whether it was never answered.
    new: bool,
}

pub fn run(context: &mut Context, of: Option<&str>, goal: usize, first: bool, as_json: bool) -> Outcome {
    if !(1..=100).contains(&goal) {
        return Err(Some(Fault::BadGoal { goal }));
    }
    let planned = plan(context, of, goal)?;
    if first {
        context.store.learn_first(&planned.new_terms()).map_err(|e| explain::stored(&e))?;
    }
    let meanings = Meanings::of(&context.store).map_err(|e| explain::plain_task(&e))?;
    let mut rows = Vec::with_capacity(planned.gains.len());
    for (unknown, gain) in &planned.gains {
        let meaning = meanings.meaning(&unknown.term).map_err(|e| explain::plain_task(&e))?;
        let (hanja, gloss) = meaning.map_or((None, None), |meaning| (meaning.hanja, Some(meaning.gloss)));
        rows.push(Row {
            term: &unknown.term.term,
            pos: unknown.term.pos.name(),
            kind: unknown.term.kind.name(),
            hanja,
            gloss,
            words: gain.words,
            from: json::rounded(planned.words.part()),
            to: json::rounded(gain.after.part()),
            new: unknown.new,
        });
    }
    if as_json {
        return json::lines(rows);
    }
    let mut out: String = tui::plan_summary(&planned).iter().map(|line| line.text(context.lang) + "\n").collect();
    for row in &rows {
        let (hanja, gloss) = (row.hanja.as_deref().unwrap_or_default(), row.gloss.as_deref().unwrap_or_default());
        out.push_str(&format!("{}\t{}\t{:.1}%\t{hanja}\t{gloss}\n", row.term, row.words, row.to * 100.0));
    }
    if first {
        let count = planned.new_terms().len();
        out.push_str(&format!("{}\n", ReadingLabel::PlanPut { count }.text(context.lang)));
    }
    print(&out)
}

/// For a deck of that name, else for an article.
fn plan(context: &Context, of: Option<&str>, goal: usize) -> Result<Planned, Fault> {
    let deck = context.deck(of);
    let planned = match (of, deck) {
        (None, _) => tasks::plan(&context.store, None, None, goal),
        (Some(_), Ok(deck)) => tasks::plan(&context.store, None, deck, goal),
        (Some(_), Err(_)) => tasks::find_article(&context.store, of)
            .and_then(|article| tasks::plan(&context.store, Some(article), None, goal)),
    };
    planned.map_err(|e| explain::plain_task(&e))
}
