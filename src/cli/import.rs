//! `dokpa import`

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::context::Context;
use super::{Outcome, complain, explain, json, print};
use crate::fetch;
use crate::messages::{Fault, LibraryLine, Line};
use crate::store::Updated;
use crate::tasks::{self, Assessment, Imported, Source, Wish};

#[derive(Serialize)]
struct Row<'a> {
    article: &'a str,
    deck: &'a str,
    title: &'a str,
    date: Option<&'a str>,
    sentences: usize,
    terms: usize,
    new_terms: usize,
    duplicate: bool,
    /// How much of the article the reader knows, from 0 to 1: of its running words, and of its different terms.
    coverage_tokens: f64,
    coverage_terms: f64,
    /// The title of an article with much the same text.
    copy_of: Option<&'a str>,
    updated: bool,
    #[serde(flatten)]
    cost: Option<Cost<'a>>,
    warnings: Vec<String>,
}

/// What an article costs this reader; absent where the text was known.
#[derive(Serialize)]
pub(super) struct Cost<'a> {
    eojeols: usize,
    coverage: f64,
    level: u8,
    names: usize,
    days: usize,
    best: Vec<Best<'a>>,
}

#[derive(Serialize)]
struct Best<'a> {
    term: &'a str,
    gloss: Option<&'a str>,
    count: usize,
}

pub(super) fn cost(found: &Assessment) -> Cost<'_> {
    Cost {
        eojeols: found.eojeols,
        coverage: found.measures.coverage,
        level: found.difficulty.level,
        names: found.names,
        days: found.days,
        best: found
            .best
            .iter()
            .map(|one| Best { term: &one.term, gloss: one.gloss.as_deref(), count: one.count })
            .collect(),
    }
}

pub fn run(
    context: &mut Context,
    sources: &[PathBuf],
    clipboard: bool,
    deck: Option<&str>,
    update: bool,
    as_json: bool,
) -> Outcome {
    let mut sources: Vec<Source> = sources.iter().map(|path| source(path)).collect();
    if clipboard {
        sources.push(Source::Clipboard);
    }
    if sources.is_empty() {
        return Err(Some(Fault::NothingToImport));
    }
    let outcome = import(context, &sources, deck, update, as_json)?;
    if outcome { Ok(()) } else { Err(None) }
}

/// Imports and tells of each article. Says whether every source was imported.
pub(super) fn import(
    context: &mut Context,
    sources: &[Source],
    deck: Option<&str>,
    update: bool,
    as_json: bool,
) -> Result<bool, Option<Fault>> {
    let deck = deck.map(|name| crate::korean::jamo::nfc(name.trim())).filter(|name| !name.is_empty());
    let (lang, quiet, now) = (context.lang, context.quiet, context.clock.now());
    let pace = as_json.then_some(context.config.new_per_day);
    let mut failed = false;
    let mut output = Ok(());
    tasks::import_sources(
        &mut context.store,
        sources,
        Wish { deck: deck.as_deref(), default_deck: &context.config.deck, update, pace },
        &context.config.limits,
        now,
        |done| match done {
            Ok(imported) => {
                let warnings = warnings(&imported, lang);
                let text = if as_json {
                    json::line(&row(&imported, warnings))
                } else {
                    Ok(summary(&imported, &warnings, lang))
                };
                if output.is_ok() && (as_json || !quiet) {
                    output = text.and_then(|text| print(&text));
                }
            }
            Err(failure) => {
                failed = true;
                complain(&explain::plain_task(&failure.error), lang);
            }
        },
    );
    output?;
    Ok(!failed)
}

/// What a word of the command line names.
pub(super) fn source(path: &Path) -> Source {
    match path.to_str() {
        Some("-") => Source::StandardInput,
        Some(address) if fetch::is_address(address) => Source::Address(address.to_owned()),
        _ => Source::Path(path.to_owned()),
    }
}

fn row(imported: &Imported, warnings: Vec<String>) -> Row<'_> {
    Row {
        article: &imported.title,
        deck: &imported.deck,
        title: &imported.title,
        date: imported.date.as_deref(),
        sentences: imported.sentences,
        terms: imported.terms,
        new_terms: imported.new_terms,
        duplicate: imported.duplicate,
        coverage_tokens: json::rounded(imported.coverage.words.part()),
        coverage_terms: json::rounded(imported.coverage.terms.part()),
        copy_of: imported.copy_of.as_ref().map(|copy| copy.title.as_str()),
        updated: imported.updated.is_some(),
        cost: imported.assessment.as_ref().map(cost),
        warnings,
    }
}

fn warnings(imported: &Imported, lang: crate::messages::Lang) -> Vec<String> {
    let notes = imported.notes.iter().map(|note| explain::note(note, lang));
    let count = imported.corrections;
    let taken = (count > 0).then(|| Line::TookCorrections { count }.text(lang));
    let copy = imported.copy_of.as_ref().filter(|_| imported.updated.is_none()).map(|copy| {
        let title = copy.title.clone();
        let outlet = copy.outlet.as_ref().map(|outlet| format!(" ({outlet})")).unwrap_or_default();
        LibraryLine::CopyOf { title, outlet, percent: copy.share * 100.0 }.text(lang)
    });
    let unarchived = imported.unarchived.iter().map(|deck| LibraryLine::Unarchived { deck: deck.clone() }.text(lang));
    notes.chain(taken).chain(copy).chain(unarchived).collect()
}

fn summary(imported: &Imported, warnings: &[String], lang: crate::messages::Lang) -> String {
    let title = imported.title.clone();
    let deck = imported.deck.clone();
    let coverage = imported.coverage;
    let known = (coverage.words.known > 0).then(|| {
        let (words, terms) = (coverage.words.percent(), coverage.terms.percent());
        crate::messages::ReadingLabel::CoverageShort { words, terms }.text(lang)
    });
    let first = if let Some(Updated { kept, new, gone, new_terms }) = imported.updated {
        LibraryLine::Updated { title, kept, new, gone, new_terms }.text(lang)
    } else if imported.duplicate {
        Line::Duplicate { title, deck }.text(lang)
    } else {
        let Imported { sentences, terms, new_terms, .. } = *imported;
        Line::Imported { title, deck, sentences, terms, new_terms }.text(lang)
    };
    let first = known.map_or(first.clone(), |known| format!("{first} · {known}"));
    std::iter::once(first).chain(warnings.iter().cloned()).map(|line| line + "\n").collect()
}
