//! `dokpa card show`: all that is remembered of a term, as its screen shows it.

use serde::Serialize;

use super::{Context, Outcome, Row, explain, json, line, print, row};
use crate::lexicon;
use crate::messages::{Fault, Label, TermLabel as Say, printable};
use crate::store::MetSentence;
use crate::tasks::{self, CardRow, Meanings, MetSentences, TermView};

#[derive(Serialize)]
struct Shown<'a> {
    #[serde(flatten)]
    row: Row<'a>,
    pronunciation: String,
    gloss: Option<String>,
    note: Option<&'a str>,
    /// The last answers, the newest first.
    history: Vec<Past>,
    sentences: Vec<Met<'a>>,
}

#[derive(Serialize)]
struct Past {
    day: String,
    grade: &'static str,
    interval_days: f64,
}

#[derive(Serialize)]
struct Met<'a> {
    article: i64,
    title: &'a str,
    date: Option<&'a str>,
    /// From 1.
    position: usize,
    sentence: &'a str,
}

/// What is known of one term.
struct Whole {
    view: TermView,
    met: MetSentences,
}

fn whole(context: &Context, card: &CardRow) -> Result<Whole, Fault> {
    let told = |error| explain::plain_task(&error);
    let today = context.calendar.day(context.clock.now());
    let (store, schedule) = (&context.store, &context.config.schedule);
    let view = tasks::term_view(store, &card.term, schedule, &context.calendar, today).map_err(told)?;
    let mut met = MetSentences::of(store, &card.term).map_err(told)?;
    while !met.is_whole() {
        let read = met.read.len();
        met.more(store, &card.term, read).map_err(told)?;
    }
    Ok(Whole { view, met })
}

pub fn run(context: &Context, rows: &[CardRow], as_json: bool) -> Outcome {
    let wholes = rows.iter().map(|card| whole(context, card)).collect::<Result<Vec<_>, Fault>>()?;
    if as_json {
        let shown = rows.iter().zip(&wholes).map(|(card, whole)| shown(context, card, whole));
        return json::lines(shown.collect::<Result<Vec<_>, Fault>>()?);
    }
    let mut out = String::new();
    for (card, whole) in rows.iter().zip(&wholes) {
        out.push_str(&(line(context, card) + "\n"));
        for said in said(context, whole)? {
            out.push_str(&format!("  {}\n", printable(&said)));
        }
    }
    print(&out)
}

fn shown<'a>(context: &Context, card: &'a CardRow, whole: &'a Whole) -> Result<Shown<'a>, Fault> {
    let term = &card.term;
    let past = |answer: &crate::store::PastAnswer| Past {
        day: context.calendar.date(answer.day).to_string(),
        grade: answer.grade.name(),
        interval_days: answer.interval_days,
    };
    let met = |met: &'a MetSentence| Met {
        article: met.article.0,
        title: &met.title,
        date: met.date.as_deref(),
        position: met.position + 1,
        sentence: &met.text,
    };
    Ok(Shown {
        row: row(context, card),
        pronunciation: lexicon::pronunciation(&term.term, term.pos, &term.parts),
        gloss: meaning(context, whole)?.map(|meaning| meaning.gloss),
        note: whole.view.note.as_deref(),
        history: whole.view.history.iter().map(past).collect(),
        sentences: whole.met.read.iter().map(met).collect(),
    })
}

fn meaning(context: &Context, whole: &Whole) -> Result<Option<lexicon::Meaning>, Fault> {
    let found = Meanings::of(&context.store).and_then(|meanings| meanings.meaning(&whole.view.term));
    found.map_err(|error| explain::plain_task(&error))
}

/// What its screen says, a line each.
fn said(context: &Context, whole: &Whole) -> Result<Vec<String>, Fault> {
    let (lang, term) = (context.lang, &whole.view.term);
    let sound = lexicon::pronunciation(&term.term, term.pos, &term.parts);
    let mut lines = vec![Say::Pronounced { sound }.text(lang)];
    if let Some(meaning) = meaning(context, whole)? {
        let level = meaning.level.map(|level| Label::LevelShown { level }.text(lang));
        let told = [meaning.hanja.clone(), Some(meaning.gloss), level];
        lines.push(told.into_iter().flatten().collect::<Vec<_>>().join(" · "));
        if term.parts.len() > 1 {
            lines.push(Say::Parts { parts: term.parts.join(" + ") }.text(lang));
        }
        let families = meaning.hanja.map(|hanja| tasks::hanja_families(&context.store, &term.term, &hanja));
        for family in families.transpose().map_err(|error| explain::plain_task(&error))?.unwrap_or_default() {
            let words: Vec<&str> = family.members.iter().map(|member| member.term.as_str()).collect();
            if !words.is_empty() {
                let hanja = family.character.hanja.to_string();
                lines.push(Say::Family { hanja, words: words.join(", ") }.text(lang));
            }
        }
    }
    let today = context.calendar.day(context.clock.now());
    lines.extend(tasks::memory_said(&whole.view, &context.calendar, today, lang));
    lines.extend(whole.view.note.clone().map(|text| Say::Note { text }.text(lang)));
    let (sentences, articles) = whole.view.met;
    lines.push(Say::Met { sentences, articles }.text(lang));
    for met in &whole.met.read {
        let date = met.date.as_deref().unwrap_or_default();
        lines.push(format!("  {} {date}: {}", met.title, met.text));
    }
    Ok(lines)
}
