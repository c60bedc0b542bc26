//! `dokpa dict coverage`: how much of some texts the embedded lexicon explains.

use std::path::PathBuf;

use serde::Serialize;

use super::{Outcome, explain, json, print, sentences};
use crate::messages::{Lang, Sense as Say};
use crate::tasks::{GlossCoverage, gloss_coverage};

/// Words without a gloss that are named, of each file.
const NAMED: usize = 20;

#[derive(Serialize)]
struct Row<'a> {
    file: String,
    words: usize,
    own: usize,
    parts: usize,
    share: f64,
    missing: Vec<&'a str>,
}

pub fn run(files: &[PathBuf], as_json: bool, lang: Lang) -> Outcome {
    let mut all = GlossCoverage::default();
    for file in files {
        let text = sentences::read(file)?;
        let found = gloss_coverage(&text).map_err(|e| explain::plain_task(&e))?;
        let name = crate::messages::printable(&file.display().to_string());
        tell(&name, &found, as_json, lang)?;
        all.words += found.words;
        all.own += found.own;
        all.parts += found.parts;
    }
    if files.len() > 1 && !as_json {
        tell(&Say::CoverageOfAll.text(lang), &all, false, lang)?;
    }
    Ok(())
}

fn tell(file: &str, found: &GlossCoverage, as_json: bool, lang: Lang) -> Outcome {
    let missing: Vec<&str> = found.missing.iter().take(NAMED).map(|(word, _)| word.as_str()).collect();
    let GlossCoverage { words, own, parts, .. } = *found;
    if as_json {
        let row = Row { file: file.to_owned(), words, own, parts, share: found.share(), missing };
        return print(&json::line(&row)?);
    }
    let share = format!("{:.1}", found.share() * 100.0);
    print(&(Say::Coverage { file: file.to_owned(), share, words, own, parts }.text(lang) + "\n"))?;
    if missing.is_empty() { Ok(()) } else { print(&format!("  {}\n", missing.join(", "))) }
}
