//! `dokpa plan`

use serde::Serialize;

use super::context::Context;
use super::{Outcome, complain, explain, json, print};
use crate::messages::{Fault, ReadingLabel};
use crate::tasks::{self, Meanings, Planned, Source, TaskError, TextsPlanned};
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

/// For a deck of that name, else a feed, else a folder, file or address that is not imported, else an article.
fn plan(context: &mut Context, of: Option<&str>, goal: usize) -> Result<Planned, Fault> {
    let task = |e: TaskError| explain::plain_task(&e);
    let Some(name) = of else { return tasks::plan(&context.store, None, None, goal).map_err(task) };
    if let Ok(deck) = context.deck(of) {
        return tasks::plan(&context.store, None, deck, goal).map_err(task);
    }
    let (now, limits) = (context.clock.now(), context.config.limits.clone());
    let feeds = context.store.feeds().map_err(|e| explain::stored(&e))?;
    let texts = if let Some(feed) = feeds.iter().find(|feed| feed.title == name || feed.address == name) {
        tasks::plan_feed(&mut context.store, feed, goal, &limits, now)
    } else {
        let source = tasks::source_of(name);
        let is_there = match &source {
            Source::Path(path) => path.exists(),
            other => matches!(other, Source::Address(_)),
        };
        if !is_there {
            let article = tasks::find_article(&context.store, of);
            return article.and_then(|id| tasks::plan(&context.store, Some(id), None, goal)).map_err(task);
        }
        tasks::plan_source(&mut context.store, &source, goal, &limits, now)
    };
    let TextsPlanned { planned, articles, mut failed } = texts.map_err(task)?;
    // One that cannot be read is told of beside the others, and is the answer where there is no other.
    if articles == 0
        && let Some(error) = failed.pop()
    {
        return Err(task(error));
    }
    for error in &failed {
        complain(&explain::plain_task(error), context.lang);
    }
    Ok(planned)
}
