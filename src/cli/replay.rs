//! `dokpa replay`, hidden: histories in, one JSON object a line, and what the scheduler makes of them out. The scripts in
//! tests/conformance hold it against other programs.

use std::io::BufRead;

use serde::{Deserialize, Serialize};

use super::{Outcome, json, print};
use crate::deck::{Card, Due, Grade, Memory, State, TermId};
use crate::messages::Fault;
use crate::schedule::{Scheduler, Settings};
use crate::tasks::explain;
use crate::time::{Calendar, StudyDay, Timestamp};

/// A card with what is answered, and how the scheduler is set.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct History {
    /// The card's number: fuzz depends on it.
    id: i64,
    /// A time zone's name; the day begins at `rollover`.
    zone: String,
    rollover: i8,
    #[serde(default)]
    settings: Settings,
    /// Where the card stands before the first answer; new where it is absent.
    card: Option<Start>,
    /// Millisecond and grade, 1 to 4.
    reviews: Vec<(i64, u8)>,
    /// The moment at which the buttons are asked for.
    ask: Option<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Start {
    state: String,
    step: u8,
    stability: f32,
    difficulty: f32,
    last_review: i64,
    due_day: Option<i32>,
    reps: u32,
    lapses: u32,
}

#[derive(Serialize)]
struct Answered {
    stability: f32,
    difficulty: f32,
}

#[derive(Serialize)]
struct Button {
    state: &'static str,
    /// Seconds where it comes back in steps.
    seconds: Option<i64>,
    days: Option<i32>,
    leech: bool,
}

#[derive(Serialize)]
struct Replayed {
    id: i64,
    answers: Vec<Answered>,
    buttons: Option<Vec<Button>>,
}

pub fn run() -> Outcome {
    for line in std::io::stdin().lock().lines() {
        let line = line.map_err(|e| Some(Fault::Output { reason: e.to_string() }))?;
        print(&json::line(&replay(&line)?)?)?;
    }
    Ok(())
}

fn replay(line: &str) -> Result<Replayed, Option<Fault>> {
    let bad = |detail: String| Some(Fault::BadSettings { detail });
    let history: History = serde_json::from_str(line).map_err(|e| bad(e.to_string()))?;
    let zone = jiff::tz::TimeZone::get(&history.zone).map_err(|e| bad(e.to_string()))?;
    let calendar = Calendar::new(zone, history.rollover);
    let scheduler = Scheduler::new(history.settings).map_err(|e| explain::plain_task(&e.into()))?;
    let mut card = Card::new(TermId(history.id));
    if let Some(start) = &history.card {
        card = Card {
            state: State::from_parts(&start.state, start.step).ok_or_else(|| bad(start.state.clone()))?,
            memory: Some(Memory { stability: start.stability, difficulty: start.difficulty }),
            due: start.due_day.map(|day| Due::On(StudyDay::new(day))),
            last_review: Some(Timestamp::from_millis(start.last_review)),
            reps: start.reps,
            lapses: start.lapses,
            ..card
        };
    }
    let mut answers = Vec::new();
    for (at, grade) in history.reviews {
        let grade = Grade::from_number(grade).ok_or_else(|| bad(grade.to_string()))?;
        card = scheduler.preview(&card, Timestamp::from_millis(at), &calendar).next(grade).card;
        if let Some(Memory { stability, difficulty }) = card.memory {
            answers.push(Answered { stability, difficulty });
        }
    }
    let buttons = history.ask.map(|at| {
        let now = Timestamp::from_millis(at);
        let preview = scheduler.preview(&card, now, &calendar);
        Grade::ALL.into_iter().map(|grade| button(&preview.next(grade).card, now, &calendar)).collect()
    });
    Ok(Replayed { id: history.id, answers, buttons })
}

fn button(card: &Card, now: Timestamp, calendar: &Calendar) -> Button {
    let (seconds, days) = match card.due {
        Some(Due::At(at)) => (Some(at.millis_since(now) / 1000), None),
        Some(Due::On(day)) => (None, Some(day.days_since(calendar.day(now)))),
        None => (None, None),
    };
    Button { state: card.state.name(), seconds, days, leech: card.leech }
}
