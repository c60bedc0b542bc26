//! `dokpa vacation` and `dokpa retention`: what the schedule is to respect.

use serde::Serialize;

use super::context::Context;
use super::{Outcome, explain, json, print};
use crate::messages::{Fault, MemoryLine, printable};
use crate::schedule::RETENTIONS;
use crate::time::StudyDay;

#[derive(Serialize)]
struct VacationRow {
    from: Option<String>,
    to: Option<String>,
}

/// Shows the days off, sets them, or with `off` takes them back.
pub fn vacation(context: &mut Context, from: Option<&str>, to: Option<&str>, as_json: bool) -> Outcome {
    match (from, to) {
        (None, _) => {}
        (Some("off"), None) => context.store.set_vacation(None).map_err(|e| explain::stored(&e))?,
        (Some(first), to) => {
            let days = (day(first)?, day(to.unwrap_or(first))?);
            if days.1 < days.0 {
                return Err(Some(Fault::BadDays { text: format!("{first} {}", to.unwrap_or_default()) }));
            }
            context.store.set_vacation(Some(days)).map_err(|e| explain::stored(&e))?;
        }
    }
    let days = context.store.vacation().map_err(|e| explain::stored(&e))?;
    let date = |day: StudyDay| context.calendar.date(day).to_string();
    let (from, to) = days.map(|days| (date(*days.start()), date(*days.end()))).unzip();
    if as_json {
        return json::lines([VacationRow { from, to }]);
    }
    let line = match (from, to) {
        (Some(from), Some(to)) => MemoryLine::Vacation { from, to },
        _ => MemoryLine::NoVacation,
    };
    print(&(line.text(context.lang) + "\n"))
}

fn day(text: &str) -> Result<StudyDay, Fault> {
    StudyDay::from_iso(text).ok_or_else(|| Fault::BadDays { text: printable(text) })
}

#[derive(Serialize)]
struct RetentionRow<'a> {
    deck: &'a str,
    retention: f32,
    /// Whether the deck has no wish of its own.
    usual: bool,
}

/// Shows the retention of a deck or sets it; `default` takes its own wish back.
pub fn retention(context: &mut Context, deck: &str, value: Option<&str>, as_json: bool) -> Outcome {
    let Some(id) = context.deck(Some(deck))? else { return Err(None) };
    if let Some(text) = value {
        let wish = match text {
            "default" => None,
            number => Some(
                number
                    .parse::<f32>()
                    .ok()
                    .filter(|retention| RETENTIONS.contains(retention))
                    .ok_or_else(|| Fault::BadRetention { text: printable(text) })?,
            ),
        };
        context.store.set_deck_retention(id, wish).map_err(|e| explain::stored(&e))?;
    }
    let own = context.store.deck_retention(id).map_err(|e| explain::stored(&e))?;
    let retention = own.unwrap_or(context.config.schedule.desired_retention);
    if as_json {
        return json::lines([RetentionRow { deck, retention, usual: own.is_none() }]);
    }
    let (deck, value) = (printable(deck), format!("{retention:.2}"));
    let line = match own {
        Some(_) => MemoryLine::Retention { deck, value },
        None => MemoryLine::RetentionUsual { deck, value },
    };
    print(&(line.text(context.lang) + "\n"))
}
