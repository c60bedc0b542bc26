//! The command line: clap's only home, one file a verb.

mod analyze;
mod args;
mod article;
mod card;
mod check;
mod clozes;
mod completions;
mod context;
mod coverage;
mod deck;
mod decks;
mod dict;
mod doctor;
mod export;
mod feed;
mod fix;
mod goal;
mod hanja;
mod help;
mod import;
mod json;
mod library;
mod listing;
mod next;
mod optimize;
mod payoff;
mod placement;
mod plan;
mod read;
mod replay;
mod screens;
mod sentences;
mod stats;
mod study;
mod timing;
mod words;

use std::io::Write;
use std::process::ExitCode;

use args::Verb;
use context::Context;

use crate::messages::{Fault, Lang};
use crate::tasks::explain;

/// What a verb comes to: done, or the line that says what went wrong. `Err(None)` is a failure that was told already.
type Outcome = Result<(), Option<Fault>>;

/// Runs the program. Exit: 0 done, 1 failed with one clear line on standard error, 2 wrong usage, 128 and its number where a
/// signal ended the screens.
pub fn run() -> ExitCode {
    let args = match args::parse() {
        Ok(args) => args,
        Err(code) => return code,
    };
    crate::import::run_parsers_apart();
    let lang = context::language(&args);
    match dispatch(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            if let Some(fault) = fault {
                complain(&fault, lang);
            }
            ExitCode::FAILURE
        }
    }
}

fn dispatch(args: &args::Args) -> Outcome {
    match &args.verb {
        Some(Verb::Completions { shell }) => return completions::completions(*shell),
        Some(Verb::Replay) => return replay::run(),
        // Another process of dokpa is at the other end, and knows what an answer that breaks off means.
        Some(Verb::ParseSource) => {
            return crate::import::parse_apart(std::io::stdin(), std::io::stdout()).map_err(|_| None);
        }
        Some(Verb::Man) => return completions::man(),
        Some(Verb::Analyze { file, json }) => return analyze::run(file, *json),
        Some(Verb::Sentences { file, raw }) => return sentences::run(file, *raw),
        Some(Verb::DemoSvg { folder }) => return stats::demo(args, folder),
        Some(Verb::Doctor { json }) => return doctor::run(args, *json),
        _ => {}
    }
    let mut context = Context::open(args)?;
    match &args.verb {
        None => screens::run(context, args),
        Some(Verb::Import { sources, clipboard, deck, update, json }) => {
            import::run(&mut context, sources, *clipboard, deck.as_deref(), *update, *json)
        }
        Some(Verb::Decks { json }) => decks::run(&context, *json),
        Some(Verb::Deck { verb, json }) => deck::run(&mut context, verb, *json),
        Some(Verb::Article { verb, json }) => article::run(&mut context, verb, *json),
        Some(Verb::Articles { deck, json }) => deck::articles(&context, deck.as_deref(), *json),
        Some(Verb::Next { deck, json }) => next::run(&context, deck.as_deref(), *json),
        Some(Verb::Words { deck, top, flagged, list, json }) => {
            words::run(&context, deck.as_deref(), *top, *flagged, list, *json)
        }
        Some(Verb::Fix { verb, json }) => fix::run(&mut context, verb, *json),
        Some(Verb::Feed { verb, json }) => feed::run(&mut context, verb, *json),
        Some(Verb::Goal { verb, json }) => goal::run(&mut context, verb, *json),
        Some(Verb::Dict { verb }) => dict::run(&mut context, verb),
        Some(Verb::Clozes { deck, json }) => clozes::run(&context, deck.as_deref(), *json),
        Some(Verb::Read { article, check: true, json, .. }) => check::run(context, article.as_deref(), *json),
        Some(Verb::Read { article, raw, plain, .. }) => read::run(context, args, article.as_deref(), *raw, *plain),
        Some(Verb::Library { deck, list, json }) => library::run(&context, deck.as_deref(), list, *json),
        Some(Verb::Plan { of, to, first, json }) => payoff::run(&mut context, of.as_deref(), *to, *first, *json),
        Some(Verb::Stats { json, html }) => stats::run(&context, *json, html.as_deref()),
        Some(Verb::Study(study)) => study::run(context, study, args),
        Some(Verb::Card { verb, json }) => card::run(&mut context, verb, *json),
        Some(Verb::Optimize(args)) => optimize::run(&mut context, args),
        Some(Verb::Simulate(args)) => optimize::simulate(&context, args),
        Some(Verb::Vacation { from, until, json }) => {
            plan::vacation(&mut context, from.as_deref(), until.as_deref(), *json)
        }
        Some(Verb::Retention { deck, value, json }) => plan::retention(&mut context, deck, value.as_deref(), *json),
        Some(Verb::Placement { undo: true, json, .. }) => placement::undo(&mut context, *json),
        Some(Verb::Placement { dry_run, json, .. }) => placement::run(&mut context, *json, *dry_run),
        Some(Verb::TimeAnswers { deck }) => timing::run(context, deck),
        Some(Verb::Export { deck, file }) => export::run(&context, deck, file),
        Some(_) => Ok(()),
    }
}

/// One line on standard error. A reader that went away is no reason to fail twice.
fn complain(fault: &Fault, lang: Lang) {
    let _ = writeln!(std::io::stderr(), "dokpa: {}", crate::messages::printable(&fault.text(lang)));
}

/// Writes to standard output; a pipe that was closed ends the program quietly, as `head` expects.
fn print(text: &str) -> Outcome {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(()),
        Err(e) if e.kind() == std::io::ErrorKind::BrokenPipe => Err(None),
        Err(e) => Err(Some(Fault::Output { reason: e.to_string() })),
    }
}
