//! `dokpa deck` and `dokpa articles`: which articles stand in which decks.

use serde::Serialize;

use super::args::DeckVerb;
use super::context::Context;
use super::{Outcome, explain, json, print};
use crate::deck::{Arrangement, DeckChangeId};
use crate::korean::jamo;
use crate::messages::{Arranged, Fault, Lang, LibraryLine, Subject, printable};
use crate::store::DeckChange;
use crate::tasks;

/// A step as scripts read it.
#[derive(Serialize)]
struct Row<'a> {
    id: i64,
    #[serde(flatten)]
    wish: &'a Arrangement,
    undone: bool,
}

#[derive(Serialize)]
struct ArticleRow<'a> {
    id: i64,
    title: &'a str,
    outlet: Option<&'a str>,
    date: Option<&'a str>,
    decks: &'a [String],
    tags: &'a [&'static str],
}

pub fn run(context: &mut Context, verb: &DeckVerb, as_json: bool) -> Outcome {
    let now = context.clock.now();
    match verb {
        DeckVerb::Log => log(context, as_json),
        DeckVerb::Undo { id } => {
            let change = context.store.undo_arrangement(id.map(DeckChangeId), now).map_err(|e| explain::stored(&e))?;
            report(context, &change, true, as_json)
        }
        verb => {
            let Some(wish) = wish(context, verb)? else { return Ok(()) };
            let change = context.store.arrange(&wish, now).map_err(|e| explain::stored(&e))?;
            report(context, &change, false, as_json)
        }
    }
}

/// What the command line asks for; `None` for what is no step of its own.
fn wish(context: &Context, verb: &DeckVerb) -> Result<Option<Arrangement>, Fault> {
    let name = |text: &String| jamo::nfc(text.trim());
    Ok(Some(match verb {
        DeckVerb::New { deck } => Arrangement::New { deck: name(deck) },
        DeckVerb::Rename { deck, new } => Arrangement::Rename { deck: name(deck), to: name(new) },
        DeckVerb::Merge { deck, into } => Arrangement::Merge { deck: name(deck), into: name(into) },
        DeckVerb::Add { article, deck } => Arrangement::Add { deck: name(deck), article: context.article(article)? },
        DeckVerb::Move { article, deck, into } => {
            Arrangement::Move { deck: name(deck), to: name(into), article: context.article(article)? }
        }
        DeckVerb::Split { deck, new, articles } => {
            let articles = articles.iter().map(|one| context.article(one)).collect::<Result<_, _>>()?;
            Arrangement::Split { deck: name(deck), new: name(new), articles }
        }
        DeckVerb::Archive { deck } => Arrangement::Archive { deck: name(deck) },
        DeckVerb::Unarchive { deck } => Arrangement::Unarchive { deck: name(deck) },
        DeckVerb::Delete { deck } => Arrangement::Delete { deck: name(deck) },
        DeckVerb::Log | DeckVerb::Undo { .. } => return Ok(None),
    }))
}

fn log(context: &Context, as_json: bool) -> Outcome {
    let changes = context.store.deck_changes().map_err(|e| explain::stored(&e))?;
    if as_json {
        return json::lines(changes.iter().map(|change| row(change, false)));
    }
    let line = |change: &DeckChange| Ok(format!("{}. {}\n", change.id.0, printable(&told(context, &change.wish)?)));
    print(&changes.iter().map(line).collect::<Result<String, Fault>>()?)
}

const fn row(change: &DeckChange, undone: bool) -> Row<'_> {
    Row { id: change.id.0, wish: &change.wish, undone }
}

fn report(context: &Context, change: &DeckChange, undone: bool, as_json: bool) -> Outcome {
    if as_json {
        return json::lines([row(change, undone)]);
    }
    if context.quiet {
        return Ok(());
    }
    let what = told(context, &change.wish)?;
    let text = if undone { Arranged::Undone { what }.text(context.lang) } else { what };
    print(&format!("{}. {}\n", change.id.0, printable(&text)))
}

/// A step in a few words.
fn told(context: &Context, wish: &Arrangement) -> Result<String, Fault> {
    let title = |id| {
        let article = context.store.article(id).map_err(|e| explain::stored(&e))?;
        Ok::<_, Fault>(article.map(|article| article.facts.title).unwrap_or_default())
    };
    Ok(match wish.clone() {
        Arrangement::New { deck } => Arranged::New { deck },
        Arrangement::Rename { deck, to } => Arranged::Rename { deck, to },
        Arrangement::Merge { deck, into } => Arranged::Merge { deck, into },
        Arrangement::Add { deck, article } => Arranged::Add { deck, title: title(article)? },
        Arrangement::Move { deck, to, article } => Arranged::Move { deck, to, title: title(article)? },
        Arrangement::Split { deck, new, articles } => Arranged::Split { deck, new, count: articles.len() },
        Arrangement::Archive { deck } => Arranged::Archive { deck },
        Arrangement::Unarchive { deck } => Arranged::Unarchive { deck },
        Arrangement::Delete { deck } => Arranged::Delete { deck },
        Arrangement::Put { deck, articles } => Arranged::Put { deck, count: articles.len() },
        Arrangement::TakeOut { deck: Some(deck), articles } => Arranged::TakeOut { deck, count: articles.len() },
        Arrangement::TakeOut { deck: None, articles } => Arranged::TakeAway { count: articles.len() },
        Arrangement::Shelve { deck, articles } => Arranged::Shelve { deck, count: articles.len() },
    }
    .text(context.lang))
}

/// `dokpa articles`
pub fn articles(context: &Context, deck: Option<&str>, as_json: bool) -> Outcome {
    let deck = context.deck(deck)?;
    let articles = tasks::list_articles(&context.store, deck).map_err(|e| explain::plain_task(&e))?;
    if as_json {
        return json::lines(articles.iter().map(|row| ArticleRow {
            id: row.id.0,
            title: &row.facts.title,
            outlet: row.facts.outlet.as_deref(),
            date: row.facts.date.as_deref(),
            decks: &row.decks,
            tags: &row.tags,
        }));
    }
    if articles.is_empty() {
        return print(&format!("{}\n", LibraryLine::NoArticles.text(context.lang)));
    }
    let mut out = String::new();
    for row in articles {
        let decks = if row.decks.is_empty() { LibraryLine::NoDeck.text(context.lang) } else { row.decks.join(", ") };
        let tags = tags(&row.tags, context.lang);
        let line = [row.facts.title.as_str(), &decks, &tags].join("\t");
        out.push_str(&format!("{:>5}  {}\n", row.id.0, printable_line(line.trim_end())));
    }
    print(&out)
}

fn printable_line(line: &str) -> String {
    line.split('\t').map(printable).collect::<Vec<_>>().join(" · ")
}

/// Subjects in the user's language.
pub fn tags(tags: &[&str], lang: Lang) -> String {
    let named = tags.iter().filter_map(|tag| Subject::of(tag)).map(|subject| subject.text(lang));
    named.collect::<Vec<_>>().join(", ")
}
