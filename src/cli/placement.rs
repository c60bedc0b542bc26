//! `dokpa placement`: the test in plain lines, a word a line.

use std::io::BufRead;

use serde::Serialize;

use super::context::Context;
use super::{Outcome, explain, json, print};
use crate::messages::{Fault, MemoryLine};
use crate::study::placement::Placed;
use crate::tasks::{self, PlacementTest};

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
    let mut test = PlacementTest::new(seed);
    let mut input = std::io::stdin().lock();
    if !as_json {
        print(&(MemoryLine::PlacementBegins.text(context.lang) + "\n"))?;
    }
    let mut broken_off = false;
    while let Some(&entry) = test.word() {
        let number = test.answered() + 1;
        if as_json {
            print(&json::line(&Out::Question { word: entry.word, level: entry.level, number })?)?;
        } else {
            print(&format!("{number:2}. {}  ", entry.word))?;
        }
        match answer(&mut input)? {
            Some(Said::Word(known)) => test.answer(known),
            Some(Said::Undo) => {
                test.take_back();
                continue;
            }
            None => {
                broken_off = true;
                break;
            }
        }
        if !as_json {
            print(&(MemoryLine::PlacementGloss { gloss: entry.gloss.to_owned() }.text(context.lang) + "\n"))?;
        }
    }
    let placed = test.placed();
    // A test that is broken off leaves nothing.
    let level = if broken_off || dry_run { 0 } else { placed.known_up_to };
    let marked = match level {
        0 if broken_off || dry_run => 0,
        level => tasks::mark_known(&mut context.store, level).map_err(|e| explain::plain_task(&e))?,
    };
    if as_json {
        return json::lines([Out::Placed { placed, answered: test.answered(), marked }]);
    }
    let line = match placed.known_up_to {
        _ if broken_off => MemoryLine::PlacementBrokenOff,
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

enum Said {
    /// Whether the word is known.
    Word(bool),
    Undo,
}

/// A line that says yes, no or undo, also typed with the Korean keyboard; `None` for the end. Anything else is asked
/// again.
fn answer(input: &mut impl BufRead) -> Result<Option<Said>, Fault> {
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
            "y" | "Y" | "ㅛ" | "{\"known\":true}" => return Ok(Some(Said::Word(true))),
            "n" | "N" | "ㅜ" | "{\"known\":false}" => return Ok(Some(Said::Word(false))),
            "u" | "U" | "ㅕ" | "{\"undo\":true}" => return Ok(Some(Said::Undo)),
            "q" | "Q" | "ㅂ" => return Ok(None),
            _ => {}
        }
    }
}
