//! `dokpa article`: one article shown, updated, deleted, and what was done with it undone.

use serde::Serialize;

use super::args::ArticleVerb;
use super::context::Context;
use super::{Outcome, deck, explain, import, json, print};
use crate::deck::{ArticleChangeId, ArticleId};
use crate::messages::{ArticleLine, Fault, LibraryLine, printable};
use crate::store::{ArticleChange, ArticleDeed};
use crate::tasks::{self, Renewed};

/// A step as scripts read it.
#[derive(Serialize)]
struct Row<'a> {
    id: i64,
    kind: &'static str,
    article: i64,
    title: &'a str,
    undone: bool,
}

#[derive(Serialize)]
struct RenewedRow<'a> {
    article: i64,
    title: &'a str,
    updated: bool,
    kept: usize,
    new: usize,
    gone: usize,
    new_terms: usize,
    warnings: Vec<String>,
}

#[derive(Serialize)]
struct Facts<'a> {
    article: i64,
    title: &'a str,
    outlet: Option<&'a str>,
    reporter: Option<&'a str>,
    date: Option<&'a str>,
    source: Option<&'a str>,
    decks: &'a [String],
    tags: &'a [&'static str],
    sentences: usize,
    words: usize,
    known_words: usize,
    terms: usize,
}

pub fn run(context: &mut Context, verb: &ArticleVerb, as_json: bool) -> Outcome {
    let now = context.clock.now();
    match verb {
        ArticleVerb::List { deck } => deck::articles(context, deck.as_deref(), as_json),
        ArticleVerb::Show { article } => show(context, context.article(article)?, as_json),
        ArticleVerb::Update { article, source } => {
            let id = context.article(article)?;
            let source = import::source(source);
            let renewed = tasks::renew_article(&mut context.store, id, &source, &context.config.limits, now)
                .map_err(|e| explain::plain_task(&e))?;
            tell(context, id, &renewed, as_json)
        }
        ArticleVerb::Delete { article } => {
            let id = context.article(article)?;
            let change = context.store.delete_article(id, now).map_err(|e| explain::stored(&e))?;
            report(context, &change, false, as_json)
        }
        ArticleVerb::Log => log(context, as_json),
        ArticleVerb::Undo { id } => {
            let change = tasks::undo_article_change(&mut context.store, id.map(ArticleChangeId), now)
                .map_err(|e| explain::plain_task(&e))?;
            report(context, &change, true, as_json)
        }
    }
}

fn show(context: &Context, id: ArticleId, as_json: bool) -> Outcome {
    let rows = tasks::list_articles(&context.store, None).map_err(|e| explain::plain_task(&e))?;
    let row = rows.iter().find(|row| row.id == id).ok_or_else(|| Fault::UnknownArticle { name: id.0.to_string() })?;
    let own = context.store.article_row(id).map_err(|e| explain::stored(&e))?;
    let (coverage, sentences) = own.map(|own| (own.coverage, own.sentences)).unwrap_or_default();
    let facts = &row.facts;
    if as_json {
        return json::lines([Facts {
            article: id.0,
            title: &facts.title,
            outlet: facts.outlet.as_deref(),
            reporter: facts.reporter.as_deref(),
            date: facts.date.as_deref(),
            source: facts.source.as_deref(),
            decks: &row.decks,
            tags: &row.tags,
            sentences,
            words: coverage.words.all,
            known_words: coverage.words.known,
            terms: coverage.terms.all,
        }]);
    }
    let lang = context.lang;
    let about = [&facts.outlet, &facts.reporter, &facts.date].into_iter().flatten();
    let about = about.map(String::as_str).collect::<Vec<_>>().join(" · ");
    let decks = if row.decks.is_empty() { LibraryLine::NoDeck.text(lang) } else { row.decks.join(", ") };
    let counts = ArticleLine::Counts {
        sentences,
        terms: coverage.terms.all,
        words: coverage.words.all,
        percent: coverage.words.percent(),
    };
    let tags = deck::tags(&row.tags, lang);
    let lines = [
        format!("{}. {}", id.0, facts.title),
        about,
        facts
            .source
            .as_ref()
            .map(|source| ArticleLine::Source { source: source.clone() }.text(lang))
            .unwrap_or_default(),
        ArticleLine::Decks { decks }.text(lang),
        if tags.is_empty() { tags } else { LibraryLine::Tags { tags }.text(lang) },
        counts.text(lang),
    ];
    print(&lines.iter().filter(|line| !line.is_empty()).map(|line| printable(line) + "\n").collect::<String>())
}

fn tell(context: &Context, id: ArticleId, renewed: &Renewed, as_json: bool) -> Outcome {
    let lang = context.lang;
    let warnings: Vec<String> = renewed.notes.iter().map(|note| explain::note(note, lang)).collect();
    let done = renewed.updated;
    if as_json {
        return json::lines([RenewedRow {
            article: id.0,
            title: &renewed.title,
            updated: done.is_some(),
            kept: done.map_or(0, |done| done.kept),
            new: done.map_or(0, |done| done.new),
            gone: done.map_or(0, |done| done.gone),
            new_terms: done.map_or(0, |done| done.new_terms),
            warnings,
        }]);
    }
    if context.quiet {
        return Ok(());
    }
    let title = renewed.title.clone();
    let mut lines = vec![match done {
        None => ArticleLine::Same { title }.text(lang),
        Some(done) => {
            LibraryLine::Updated { title, kept: done.kept, new: done.new, gone: done.gone, new_terms: done.new_terms }
                .text(lang)
        }
    }];
    lines.extend(warnings);
    let last = context.store.article_changes().map_err(|e| explain::stored(&e))?.last().map(|change| change.id.0);
    lines.extend(last.filter(|_| done.is_some()).map(|id| ArticleLine::HowToUndo { id }.text(lang)));
    print(&lines.iter().map(|line| printable(line) + "\n").collect::<String>())
}

fn log(context: &Context, as_json: bool) -> Outcome {
    let changes = context.store.article_changes().map_err(|e| explain::stored(&e))?;
    if as_json {
        return json::lines(changes.iter().map(|change| row(change, false)));
    }
    let line = |change: &ArticleChange| format!("{}. {}\n", change.id.0, printable(&told(context, change)));
    print(&changes.iter().map(line).collect::<String>())
}

fn row(change: &ArticleChange, undone: bool) -> Row<'_> {
    Row { id: change.id.0, kind: change.deed.name(), article: change.article.0, title: &change.title, undone }
}

fn told(context: &Context, change: &ArticleChange) -> String {
    let title = change.title.clone();
    match change.deed {
        ArticleDeed::Update => ArticleLine::Update { title },
        ArticleDeed::Delete => ArticleLine::Delete { title },
    }
    .text(context.lang)
}

fn report(context: &Context, change: &ArticleChange, undone: bool, as_json: bool) -> Outcome {
    if as_json {
        return json::lines([row(change, undone)]);
    }
    if context.quiet {
        return Ok(());
    }
    let what = told(context, change);
    let (id, lang) = (change.id.0, context.lang);
    let lines = if undone {
        vec![format!("{id}. {}", ArticleLine::Undone { what }.text(lang))]
    } else {
        vec![format!("{id}. {what}"), ArticleLine::HowToUndo { id }.text(lang)]
    };
    print(&lines.iter().map(|line| printable(line) + "\n").collect::<String>())
}
