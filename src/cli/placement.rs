//! `dokpa placement`: the test in plain lines, a word a line.

use std::io::BufRead;

use serde::Serialize;

use super::context::Context;
use super::{Outcome, explain, json, print};
use crate::lexicon;
use crate::messages::{Fault, MemoryLine};
use crate::study::placement::{Asked, Placed, Step, next, pick, result};
use crate::tasks;

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Out {
    Question {
        word: &'static str,
        level: u8,
        /// From 1.
        number: usize,
    },
    Placed {
        #[serde(flatten)]
        placed: Placed,
        answered: usize,
        /// Terms that were marked as known.
        marked: usize,
    },
}

pub fn run(context: &mut Context, as_json: bool, dry_run: bool) -> Outcome {
    let seed = u64::from_le_bytes(context.clock.now().as_millis().to_le_bytes());
    let mut input = std::io::stdin().lock();
    let mut answers: Vec<Asked> = Vec::new();
    let mut seen = Vec::new();
    if !as_json {
        print(&(MemoryLine::PlacementBegins.text(context.lang) + "\n"))?;
    }
    let placed = loop {
        let level = match next(&answers) {
            Step::Ask(level) => level,
            Step::Done(placed) => break placed,
        };
        let words = lexicon::words_of_level(level);
        let mut tries = (0..).map(|n| pick(seed, answers.len() * 100 + n, words.len())).filter_map(|at| words.get(at));
        let Some(entry) = tries.by_ref().take(50).find(|entry| !seen.contains(&entry.word)) else {
            break result(&answers);
        };
        seen.push(entry.word);
        let number = answers.len() + 1;
        if as_json {
            print(&json::line(&Out::Question { word: entry.word, level, number })?)?;
        } else {
            print(&format!("{number:2}. {}  ", entry.word))?;
        }
        match answer(&mut input)? {
            Some(known) => answers.push((level, known)),
            // Too few answers to go by: nothing is concluded from them.
            None => break result(&answers),
        }
        if !as_json {
            print(&(MemoryLine::PlacementGloss { gloss: entry.gloss.to_owned() }.text(context.lang) + "\n"))?;
        }
    };
    let marked = match placed.known_up_to {
        0 => 0,
        _ if dry_run => 0,
        level => tasks::mark_known(&mut context.store, level).map_err(|e| explain::plain_task(&e))?,
    };
    if as_json {
        return json::lines([Out::Placed { placed, answered: answers.len(), marked }]);
    }
    let line = match placed.known_up_to {
        0 => MemoryLine::PlacedNone,
        level => MemoryLine::Placed { level, marked },
    };
    print(&(line.text(context.lang) + "\n"))
}

/// Takes back what the last test marked.
pub fn undo(context: &mut Context, as_json: bool) -> Outcome {
    #[derive(Serialize)]
    struct Undone {
        unmarked: usize,
    }
    let unmarked = tasks::unmark_known(&mut context.store).map_err(|e| explain::plain_task(&e))?;
    if as_json {
        return json::lines([Undone { unmarked }]);
    }
    print(&(MemoryLine::Unplaced { marked: unmarked }.text(context.lang) + "\n"))
}

/// A line that says yes or no, also typed with the Korean keyboard; `None` for the end. Anything else is asked again.
fn answer(input: &mut impl BufRead) -> Result<Option<bool>, Fault> {
    let mut line = String::new();
    loop {
        line.clear();
        match input.read_line(&mut line) {
            Ok(0) => return Ok(None),
            Ok(_) => {}
            Err(e) if e.kind() == std::io::ErrorKind::InvalidData => continue,
            Err(e) => return Err(Fault::Output { reason: e.to_string() }),
        }
        match line.trim() {
            "y" | "Y" | "ㅛ" | "{\"known\":true}" => return Ok(Some(true)),
            "n" | "N" | "ㅜ" | "{\"known\":false}" => return Ok(Some(false)),
            "q" | "Q" | "ㅂ" => return Ok(None),
            _ => {}
        }
    }
}
