//! `dokpa dict hanja`: the characters of a word, each with the words of the reader's articles that share it.

use serde::Serialize;

use super::context::Context;
use super::{Outcome, explain, json, print};
use crate::dictionary::line;
use crate::lexicon;
use crate::messages::{Fault, Lang, Sense as Say};
use crate::tasks::{self, Family, Meanings};

#[derive(Serialize)]
struct Row<'a> {
    hanja: char,
    /// Meaning and sound as Koreans name it.
    name: String,
    english: &'a str,
    terms: Vec<Relative<'a>>,
}

#[derive(Serialize)]
struct Relative<'a> {
    term: &'a str,
    hanja: &'a str,
    gloss: &'a str,
    sentence: Option<&'a str>,
}

pub fn run(context: &Context, word: &str, as_json: bool) -> Outcome {
    let word = line(word);
    let Some(hanja) = written(context, &word)? else {
        return Err(Some(Fault::NoHanja { word }));
    };
    let families = tasks::hanja_families(&context.store, &word, &hanja).map_err(|e| explain::plain_task(&e))?;
    if as_json {
        return json::lines(families.iter().map(row));
    }
    families.iter().try_for_each(|family| print(&plain(family, context.lang)))
}

/// The hanja of a word, or the word itself where it is hanja.
fn written(context: &Context, word: &str) -> Result<Option<String>, Fault> {
    if word.chars().next().is_some_and(|c| lexicon::character(c).is_some()) {
        return Ok(Some(word.to_owned()));
    }
    let found = Meanings::of(&context.store).and_then(|all| all.look_up(word, None, &tasks::parts_of(word)?));
    let senses = found.map_err(|e| explain::plain_task(&e))?;
    Ok(senses.into_iter().find_map(|sense| sense.hanja))
}

fn row(family: &Family) -> Row<'_> {
    let (meaning, sound) = family.character.reading(family.sound);
    Row {
        hanja: family.character.hanja,
        name: format!("{meaning} {sound}"),
        english: family.character.english,
        terms: family.members.iter().map(relative).collect(),
    }
}

fn relative(member: &tasks::Member) -> Relative<'_> {
    let tasks::Member { term, hanja, gloss, sentence } = member;
    Relative { term, hanja, gloss, sentence: sentence.as_deref() }
}

fn plain(family: &Family, lang: Lang) -> String {
    let row = row(family);
    let mut out = format!("{} {} · {}\n", row.hanja, row.name, row.english);
    if row.terms.is_empty() {
        out.push_str(&format!("  {}\n", Say::NoFamily.text(lang)));
    }
    for Relative { term, hanja, gloss, sentence } in row.terms {
        out.push_str(&format!("  {term}\t{hanja}\t{gloss}\n"));
        if let Some(sentence) = sentence {
            out.push_str(&format!("    {sentence}\n"));
        }
    }
    out
}
