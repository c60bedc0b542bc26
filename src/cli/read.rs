//! `dokpa read`

use super::args::Args;
use super::context::Context;
use super::{Outcome, explain, print, screens};
use crate::deck::ArticleId;
use crate::messages::{ReadingLabel, printable};
use crate::reader::{blocks, compose};
use crate::tasks;
use crate::tui;

/// Cells of a line.
const MEASURE: usize = 70;

pub fn run(context: Context, args: &Args, article: Option<&str>, raw: bool, plain: bool) -> Outcome {
    let id = tasks::find_article(&context.store, article).map_err(|e| explain::plain_task(&e))?;
    if raw || plain || !tui::is_possible() {
        return lines(&context, id, raw);
    }
    screens::read(context, args, id)
}

/// The article in plain lines, with signs for what is known of each term.
fn lines(context: &Context, id: ArticleId, raw: bool) -> Outcome {
    let article = tasks::article_to_read(&context.store, id).map_err(|e| explain::plain_task(&e))?;
    let say = |text: ReadingLabel| text.text(context.lang);
    let mut out = format!("{}\n", printable(&article.facts.title));
    if raw {
        out.push_str(&format!("\n{}\n", article.text));
        return print(&out);
    }
    let facts = ReadingLabel::PlainFacts {
        outlet: printable(article.facts.outlet.as_deref().unwrap_or_default()),
        date: article.facts.date.clone().unwrap_or_default(),
    };
    let facts = say(facts);
    if !facts.trim().is_empty() {
        out.push_str(&format!("{}\n", facts.trim()));
    }
    let now = context.clock.now();
    let today = context.calendar.day(now);
    let (coverage, marks) = context
        .store
        .coverage(id)
        .and_then(|coverage| Ok((coverage, context.store.marks(id, 0, article.sentences.len(), today, now)?)))
        .map_err(|e| explain::stored(&e))?;
    let told = ReadingLabel::PlainCoverage {
        known: coverage.words.known,
        words: coverage.words.all,
        percent: coverage.words.percent(),
        known_terms: coverage.terms.known,
        terms: coverage.terms.all,
        names: coverage.names,
    };
    out.push_str(&format!("{}\n{}\n", say(told), say(ReadingLabel::PlainSigns)));
    for block in blocks(&article.sentences) {
        let of = |sentence: usize| marks.get(sentence).map_or(&[][..], Vec::as_slice);
        let composed = compose(&article, &block, of, true);
        if !block.continues {
            out.push('\n');
        }
        for line in tui::broken(&composed.text, &composed.seams, MEASURE) {
            out.push_str(&format!("{line}\n"));
        }
    }
    print(&out)
}
