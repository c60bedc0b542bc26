//! `dokpa time-answers DECK`, hidden: a session that answers as many cards as each line of its input says, and prints the
//! seconds from the key to the stored answer and the next question. `benches/against_anki.py` runs it.

use std::io::BufRead;
use std::time::Instant;

use super::context::Context;
use super::{Outcome, explain, json, print};
use crate::deck::{Grade, Mode};
use crate::messages::Fault;
use crate::study::{Action, Phase};
use crate::tasks;

pub fn run(mut context: Context, deck: &str) -> Outcome {
    let deck = context.deck(Some(deck))?;
    let settings = context.config.schedule.clone();
    let limits = context.limits();
    let now = context.clock.now();
    let begin = || tasks::begin(&context.store, deck, limits, settings, &context.calendar, Mode::Type.into(), now);
    let mut session = begin().map_err(|e| explain::plain_task(&e))?;
    print("ready\n")?;
    for line in std::io::stdin().lock().lines() {
        let line = line.map_err(|e| Some(Fault::Output { reason: e.to_string() }))?;
        let mut seconds = Vec::new();
        for _ in 0..line.trim().parse::<usize>().unwrap_or(0) {
            if matches!(session.phase(), Phase::Finished) {
                break;
            }
            let started = Instant::now();
            let now = context.clock.now();
            session.update(Action::Reveal, now);
            for effect in session.update(Action::Grade(Grade::Good), now) {
                let stored = tasks::apply(&mut context.store, &effect, now).map_err(|e| explain::stored(&e))?;
                session.confirm(stored, now);
                tasks::bring_words(&context.store, &mut session).map_err(|e| explain::stored(&e))?;
            }
            // What a screen shows next.
            let shown = session.prompt().map(|prompt| prompt.text());
            seconds.push(started.elapsed().as_secs_f64());
            drop(shown);
        }
        print(&json::line(&seconds)?)?;
    }
    Ok(())
}
