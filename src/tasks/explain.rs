//! Typed errors to the one line that a user reads.

use std::io;
use std::path::Path;

pub use super::explain_source::{clipboard, decode, fetch, import, note};
use super::{TaskError, explain_dictionary};
use crate::deck::{DeckFileError, ShelfError};
use crate::korean::analyzer::AnalyzerError;
use crate::messages::{ArticleFault, Decision, Fault, Lang, Reason, ShelfFault, SourceFault};
use crate::schedule::optimize::OptimizeError;
use crate::store::StoreError;
use crate::vocab::correct::{BadCorrection, Correction};

/// A failure of the store in the file at `path`.
pub fn store(error: &StoreError, path: &Path) -> Fault {
    let path = path.display().to_string();
    match error {
        StoreError::Folder { path, source } => {
            Fault::StoreFolder { path: path.display().to_string(), reason: source.to_string() }
        }
        StoreError::Locked => Fault::StoreLocked { path },
        StoreError::Damaged(_) => Fault::StoreDamaged { path },
        StoreError::Newer { found, known } => Fault::StoreNewer { path, found: *found, known: *known },
        StoreError::ReadOnly => Fault::StoreReadOnly { path },
        StoreError::Full => Fault::StoreFull { path },
        StoreError::Changed => Fault::StoreLocked { path },
        StoreError::NoCorrection(id) => Fault::NoCorrection { id: id.0 },
        StoreError::Shelf(error) => shelf(error),
        StoreError::NoArticle(id) => ShelfFault::NoArticle { id: id.0 }.into(),
        StoreError::NoDeckChange(None) => ShelfFault::NothingToUndo.into(),
        StoreError::NoDeckChange(Some(id)) => ShelfFault::NoChange { id: id.0 }.into(),
        StoreError::BuiltOn { change, later } => ShelfFault::BuiltOn { id: change.0, later: later.0 }.into(),
        StoreError::NoArticleChange(None) => ArticleFault::NothingToUndo.into(),
        StoreError::NoArticleChange(Some(id)) => ArticleFault::NoChange { id: id.0 }.into(),
        StoreError::ArticleBuiltOn { change, later } => ArticleFault::BuiltOn { id: change.0, later: later.0 }.into(),
        StoreError::SameText { article } => ArticleFault::SameText { id: article.0 }.into(),
        StoreError::NoCard(_) | StoreError::NotLast(_) | StoreError::Inconsistent(_) | StoreError::Sql(_) => {
            Fault::Store { detail: error.to_string() }
        }
    }
}

fn shelf(error: &ShelfError) -> Fault {
    match error.clone() {
        ShelfError::UnknownDeck(name) => return Fault::UnknownDeck { name },
        ShelfError::Taken(name) => ShelfFault::Taken { name },
        ShelfError::NoName => ShelfFault::NoName,
        ShelfError::Same(name) => ShelfFault::Same { name },
        ShelfError::NotIn(name) => ShelfFault::NotIn { name },
        ShelfError::AlreadySo => ShelfFault::AlreadySo,
        ShelfError::NotEmpty(name) => ShelfFault::NotEmpty { name },
    }
    .into()
}

/// A failure of the store that was opened before.
pub fn stored(error: &StoreError) -> Fault {
    store(error, Path::new("dokpa.sqlite3"))
}

/// A failed task that worked on the store at `path`.
pub fn task(error: &TaskError, path: &Path) -> Fault {
    match error {
        TaskError::Store(error) => store(error, path),
        other => plain_task(other),
    }
}

/// A failed task.
pub fn plain_task(error: &TaskError) -> Fault {
    match error {
        TaskError::Io { path, source } => unreadable(path, source),
        TaskError::Fetch { address, source } => fetch(address, source),
        TaskError::KnownFeed { address } => SourceFault::KnownFeed { path: address.clone() }.into(),
        TaskError::UnknownFeed { name } => SourceFault::UnknownFeed { name: name.clone() }.into(),
        TaskError::UnknownEntry { id } => SourceFault::UnknownEntry { id: id.clone() }.into(),
        TaskError::Clipboard(error) => clipboard(error),
        TaskError::Import { name, source } => import(name, source),
        TaskError::DeckFile { name, source } => deck_file(name, source),
        TaskError::EmptyFolder { path } => SourceFault::EmptyFolder { path: path.display().to_string() }.into(),
        TaskError::Dictionary { .. }
        | TaskError::SameDictionary { .. }
        | TaskError::DictionaryName { .. }
        | TaskError::NoDictionary { .. }
        | TaskError::NoFile { .. } => explain_dictionary::task(error),
        TaskError::Analyzer(error) => analyzer(error),
        TaskError::Correction(error) => correction(error),
        TaskError::NoArticle { name } if name.is_empty() => Fault::NothingRead,
        TaskError::NoArticle { name } => Fault::NoArticle { name: name.clone() },
        TaskError::ManyArticles { name, found } => Fault::ManyArticles { name: name.clone(), found: found.join(", ") },
        TaskError::NotOneArticle { name, count: 0 } => ArticleFault::DeckFile { name: name.clone() }.into(),
        TaskError::NotOneArticle { name, count } => ArticleFault::Several { name: name.clone(), count: *count }.into(),
        TaskError::UnknownTerm { term } => Fault::UnknownTerm { term: term.clone() },
        TaskError::NotNoun { term } => Fault::NotNoun { term: term.clone() },
        TaskError::AlreadySo { correction } => {
            Fault::AlreadySo { what: decision(correction, Lang::Ko), english: decision(correction, Lang::En) }
        }
        TaskError::Stopped => ShelfFault::Stopped.into(),
        TaskError::NothingToUndo => Fault::NothingToUndo,
        TaskError::Settings(error) => Fault::BadSettings { detail: error.to_string() },
        TaskError::Optimize(OptimizeError::TooFew { found, needed }) => {
            Fault::TooFewReviews { found: *found, needed: *needed }
        }
        TaskError::Optimize(OptimizeError::Settings(error)) => Fault::BadSettings { detail: error.to_string() },
        TaskError::Optimize(OptimizeError::Fit(detail)) => Fault::Fit { detail: detail.clone() },
        TaskError::Store(error) => stored(error),
    }
}

fn correction(error: &BadCorrection) -> Fault {
    match error.clone() {
        BadCorrection::Unreadable => Fault::UnreadableWord,
        BadCorrection::TooFew => Fault::TooFewWords,
        BadCorrection::NotSpelled { term, parts } => Fault::NotSpelled { term, parts },
        BadCorrection::Same { term } => Fault::SameTerm { term },
        BadCorrection::Cycle { term, into } => Fault::CorrectionCycle { term, into },
    }
}

/// A correction in a few words.
pub fn decision(correction: &Correction, lang: Lang) -> String {
    let parts = |parts: &[String]| parts.join(" + ");
    match correction {
        Correction::Join { parts: words } => Decision::Join { parts: parts(words) },
        Correction::Split { term, parts: words } => Decision::Split { term: term.clone(), parts: parts(words) },
        Correction::Lemma { term, to, .. } => Decision::Lemma { term: term.clone(), to: to.clone() },
        Correction::Merge { term, into, .. } => Decision::Merge { term: term.clone(), into: into.clone() },
        Correction::Name { term } => Decision::Name { term: term.clone() },
        Correction::Term { term } => Decision::Term { term: term.clone() },
        Correction::Ignore { term } => Decision::Ignore { term: term.clone() },
        Correction::Unignore { term } => Decision::Unignore { term: term.clone() },
    }
    .text(lang)
}

pub fn analyzer(error: &AnalyzerError) -> Fault {
    Fault::Analyzer { detail: error.to_string() }
}

pub fn unreadable(path: &Path, error: &io::Error) -> Fault {
    let path = path.display().to_string();
    match error.kind() {
        io::ErrorKind::NotFound => Fault::FileMissing { path },
        io::ErrorKind::PermissionDenied => Fault::FileDenied { path },
        _ => Fault::FileUnreadable { path, reason: error.to_string() },
    }
}

/// The reason of a failed write, in the user's language where it is a common one.
pub fn io(error: &io::Error, lang: Lang) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => Reason::NoFolder.text(lang),
        io::ErrorKind::PermissionDenied => Reason::Denied.text(lang),
        io::ErrorKind::StorageFull => Reason::Full.text(lang),
        _ => error.to_string(),
    }
}

fn deck_file(name: &str, error: &DeckFileError) -> Fault {
    let path = name.to_owned();
    match error {
        DeckFileError::Syntax(detail) => Fault::DeckSyntax { path, detail: detail.clone() },
        DeckFileError::Newer { found } => Fault::DeckNewer { path, found: *found },
        DeckFileError::Empty => Fault::DeckEmpty { path },
    }
}
