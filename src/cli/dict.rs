//! `dokpa dict`: looking words up, and the dictionaries that are looked in.

use std::io::IsTerminal;
use std::ops::ControlFlow;
use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;

use super::args::{DictVerb, PosArg};
use super::context::Context;
use super::{Outcome, coverage, explain, hanja, json, print};
use crate::dictionary::line;
use crate::messages::{DictionaryFault, DictionaryLine, Fault, Lang, printable};
use crate::store::DictionaryRow;
use crate::tasks::{self, Added, Meanings, NewName, Sense};
use crate::vocab::{Pos, TermKey};

/// A sense as scripts read it.
#[derive(Serialize)]
struct Row<'a> {
    word: &'a str,
    pos: Option<&'a str>,
    hanja: Option<&'a str>,
    gloss: &'a str,
    level: Option<u8>,
    /// `own`, a dictionary's name, `house`, `parts` or `generated`.
    source: &'a str,
    definition: Option<&'a str>,
    example: Option<&'a str>,
    chosen: bool,
    /// By a frequency bank, as it shows it; looked up, not searched.
    frequency: Option<&'a str>,
}

/// A dictionary as scripts read it.
#[derive(Serialize)]
struct Listed<'a> {
    name: &'a str,
    licence: Option<&'a str>,
    format: &'a str,
    language: Option<&'a str>,
    priority: usize,
    entries: usize,
    skipped: usize,
}

pub fn run(context: &mut Context, verb: &DictVerb) -> Outcome {
    match verb {
        DictVerb::Lookup { word, json } => look_up(context, word, *json),
        DictVerb::Search { text, limit, json } => {
            let found = tasks::search_words(&context.store, text, *limit).map_err(|e| explain::plain_task(&e))?;
            tell(&found, text, None, *json)
        }
        DictVerb::Add { dictionary, name, licence, replace } => {
            let new = NewName { name: name.as_deref(), licence: licence.as_deref(), replace: *replace };
            add(context, dictionary, &new)
        }
        DictVerb::List { json } => list(context, *json),
        DictVerb::Remove { name } => {
            let row = named(context, name)?;
            context.store.remove_dictionary(row.id).map_err(|e| explain::stored(&e))?;
            say(context, &DictionaryLine::Removed { name: row.name })
        }
        DictVerb::First { name } => order(context, name, 1),
        DictVerb::Order { name, place } => order(context, name, *place),
        DictVerb::Hanja { word, json } => hanja::run(context, word, *json),
        DictVerb::Coverage { texts, json } => coverage::run(texts, *json, context.lang),
        DictVerb::Gloss { word, text, pos } => gloss(context, word, &text.join(" "), *pos),
        DictVerb::Choose { word, number, pos } => choose(context, word, *number, *pos),
    }
}

fn look_up(context: &Context, word: &str, as_json: bool) -> Outcome {
    let word = line(word);
    let frequency = context.store.frequency(&TermKey::of(&word)).map_err(|e| explain::stored(&e))?;
    tell(&senses(context, &word, None)?, &word, frequency.as_deref(), as_json)
}

/// All senses of a word; a compound is explained by its parts too, as an article has them or as the analyzer takes it apart.
fn senses(context: &Context, word: &str, pos: Option<Pos>) -> Result<Vec<Sense>, Fault> {
    let terms = context.store.terms_keyed(&TermKey::of(word)).map_err(|e| explain::stored(&e))?;
    let of_articles = terms.into_iter().map(|term| term.parts).find(|parts| !parts.is_empty());
    let parts = match of_articles {
        Some(parts) => parts,
        None => tasks::parts_of(word).map_err(|e| explain::plain_task(&e))?,
    };
    let meanings = Meanings::of(&context.store).map_err(|e| explain::plain_task(&e))?;
    meanings.look_up(word, pos, &parts).map_err(|e| explain::plain_task(&e))
}

fn tell(senses: &[Sense], word: &str, frequency: Option<&str>, as_json: bool) -> Outcome {
    if senses.is_empty() {
        return Err(Some(Fault::UnknownWord { word: word.to_owned() }));
    }
    let rows = senses.iter().map(|sense| row(sense, frequency));
    if as_json {
        return json::lines(rows);
    }
    let line = |row: Row| {
        let (pos, hanja) = (row.pos.unwrap_or_default(), row.hanja.unwrap_or_default());
        format!("{}\t{pos}\t{hanja}\t{}\t{}\n", row.word, row.gloss, row.source)
    };
    print(&rows.map(line).collect::<String>())
}

fn row<'a>(sense: &'a Sense, frequency: Option<&'a str>) -> Row<'a> {
    Row {
        word: &sense.word,
        pos: sense.pos.as_deref(),
        hanja: sense.hanja.as_deref(),
        gloss: &sense.gloss,
        level: sense.level,
        source: sense.source.name(),
        definition: sense.definition.as_deref(),
        example: sense.example.as_deref(),
        chosen: sense.chosen,
        frequency,
    }
}

fn add(context: &mut Context, path: &Path, new: &NewName<'_>) -> Outcome {
    let now = context.clock.now();
    let bar = bar(context);
    let added = tasks::add_dictionary(&mut context.store, path, new, now, &mut |progress| {
        bar.set_length(progress.total);
        bar.set_position(progress.read);
        bar.set_message(progress.entries.to_string());
        ControlFlow::Continue(())
    });
    bar.finish_and_clear();
    let added = added.map_err(|e| explain::plain_task(&e))?;
    if context.quiet {
        return Ok(());
    }
    print(&summary(&added, path, context.lang))
}

/// How far it is, on standard error; hidden where nobody watches.
fn bar(context: &Context) -> ProgressBar {
    if context.quiet || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(0);
    let template = "{prefix} {bar:30} {percent:>3}% {msg}";
    bar.set_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar.set_prefix(DictionaryLine::Adding.text(context.lang));
    bar
}

fn summary(added: &Added, path: &Path, lang: Lang) -> String {
    let Added { row, tally, .. } = added;
    let mut lines =
        vec![DictionaryLine::Added { name: row.name.clone(), entries: row.entries, licence: licence(row, lang) }];
    if tally.frequencies > 0 {
        lines.push(DictionaryLine::AddedFrequencies { count: tally.frequencies });
    }
    if tally.skipped > 0 {
        lines.push(DictionaryLine::Skipped { count: tally.skipped });
        for bad in &tally.first {
            let (place, problem) = tasks::bad_record(&path.display().to_string(), bad, lang);
            lines.push(DictionaryLine::SkippedAt { place, problem });
        }
    }
    lines.iter().map(|line| printable(&line.text(lang)) + "\n").collect()
}

fn licence(row: &DictionaryRow, lang: Lang) -> String {
    row.licence.clone().unwrap_or_else(|| DictionaryLine::NoLicence.text(lang))
}

fn list(context: &Context, as_json: bool) -> Outcome {
    let rows = context.store.dictionaries().map_err(|e| explain::stored(&e))?;
    if as_json {
        return json::lines(rows.iter().map(listed));
    }
    if rows.is_empty() {
        return say(context, &DictionaryLine::None);
    }
    let line = |row: &DictionaryRow| {
        let (name, format, entries) = (row.name.clone(), row.format.clone(), row.entries);
        let licence = licence(row, context.lang);
        let line = DictionaryLine::Row { place: row.priority, name, entries, format, licence };
        printable(&line.text(context.lang)) + "\n"
    };
    print(&rows.iter().map(line).collect::<String>())
}

fn listed(row: &DictionaryRow) -> Listed<'_> {
    Listed {
        name: &row.name,
        licence: row.licence.as_deref(),
        format: &row.format,
        language: row.language.as_deref(),
        priority: row.priority,
        entries: row.entries,
        skipped: row.skipped,
    }
}

fn order(context: &mut Context, name: &str, place: usize) -> Outcome {
    let row = named(context, name)?;
    context.store.order_dictionary(row.id, place).map_err(|e| explain::stored(&e))?;
    let place = named(context, name)?.priority;
    say(context, &DictionaryLine::Ordered { name: row.name, place })
}

fn named(context: &Context, name: &str) -> Result<DictionaryRow, Fault> {
    tasks::dictionary_named(&context.store, name).map_err(|e| explain::plain_task(&e))
}

fn gloss(context: &mut Context, word: &str, text: &str, pos: Option<PosArg>) -> Outcome {
    let word = line(word);
    if word.is_empty() {
        return Err(Some(Fault::UnreadableWord));
    }
    let now = context.clock.now();
    for pos in parts_of_speech(context, &word, pos)? {
        tasks::set_gloss(&mut context.store, &word, pos, text, now).map_err(|e| explain::plain_task(&e))?;
    }
    let gloss = line(text);
    let told =
        if gloss.is_empty() { DictionaryLine::GlossCleared { word } } else { DictionaryLine::GlossSet { word, gloss } };
    say(context, &told)
}

fn choose(context: &mut Context, word: &str, number: usize, pos: Option<PosArg>) -> Outcome {
    let word = line(word);
    let senses = senses(context, &word, pos.map(Pos::from))?;
    let sense = match number.checked_sub(1) {
        None => None,
        Some(at) => Some(senses.get(at).ok_or_else(|| no_sense(&word, senses.len()))?),
    };
    let now = context.clock.now();
    for pos in parts_of_speech(context, &word, pos)? {
        tasks::choose_sense(&mut context.store, &word, pos, sense, now).map_err(|e| explain::plain_task(&e))?;
    }
    let Some(sense) = sense.or(senses.first()) else { return Ok(()) };
    let (gloss, source) = (sense.gloss.clone(), sense.source.name().to_owned());
    say(context, &DictionaryLine::Chosen { word, gloss, source })
}

fn no_sense(word: &str, count: usize) -> Fault {
    tasks::dictionary_fault(|_| DictionaryFault::NoSense { word: word.to_owned(), count })
}

/// The one that was named; else those under which articles have the word; else that of its first sense.
fn parts_of_speech(context: &Context, word: &str, pos: Option<PosArg>) -> Result<Vec<Pos>, Fault> {
    if let Some(pos) = pos {
        return Ok(vec![pos.into()]);
    }
    let terms = context.store.terms_keyed(&TermKey::of(word)).map_err(|e| explain::stored(&e))?;
    if !terms.is_empty() {
        return Ok(terms.into_iter().map(|term| term.pos).collect());
    }
    let first = senses(context, word, None)?.into_iter().find_map(|sense| match sense.pos.as_deref() {
        Some("v" | "idiom") => Some(Pos::Verb),
        Some("a") => Some(Pos::Adjective),
        Some("adv") => Some(Pos::Adverb),
        Some(_) => Some(Pos::Noun),
        None => None,
    });
    let by_form = if word.ends_with('다') { Pos::Verb } else { Pos::Noun };
    Ok(vec![first.unwrap_or(by_form)])
}

fn say(context: &Context, told: &DictionaryLine) -> Outcome {
    if context.quiet {
        return Ok(());
    }
    print(&(printable(&told.text(context.lang)) + "\n"))
}
