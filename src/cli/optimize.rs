//! `dokpa optimize` and `dokpa simulate`: the schedule fitted to one's own memory, and what it will cost.

use serde::Serialize;

use super::args::{OptimizeArgs, SimulateArgs};
use super::context::Context;
use super::{Outcome, explain, json, print};
use crate::deck::Card;
use crate::messages::{Fault, MemoryLine};
use crate::schedule::optimize::{Bin, Fit};
use crate::schedule::simulate::{Day, SECONDS_AN_ANSWER};
use crate::tasks::{self, OptimizeReport};

#[derive(Serialize)]
struct Report<'a> {
    /// Fits of the answers held back: with the weights in use, and with those fitted to the other answers.
    before: &'a Fit,
    after: &'a Fit,
    better: bool,
    parameters: &'a [f32],
    applied: bool,
    /// Cards whose memory was worked out anew.
    cards: usize,
    /// Cards that were given another day.
    moved: usize,
}

pub fn run(context: &mut Context, args: &OptimizeArgs) -> Outcome {
    let settings = context.config.schedule.clone();
    if !settings.parameters.is_empty() && args.apply {
        return Err(Some(Fault::ParametersInSettings));
    }
    let today = context.calendar.day(context.clock.now());
    let done = tasks::optimize_weights(
        &mut context.store,
        settings,
        &context.calendar,
        today,
        args.apply || args.reschedule,
        args.reschedule,
    )
    .map_err(|e| explain::plain_task(&e))?;
    if args.json {
        return json::lines([Report {
            before: &done.found.before,
            after: &done.found.after,
            better: done.found.is_better(),
            parameters: &done.found.parameters,
            applied: done.applied,
            cards: done.cards,
            moved: done.moved,
        }]);
    }
    print(&told(context, &done))
}

fn told(context: &Context, done: &OptimizeReport) -> String {
    let (before, after) = (&done.found.before, &done.found.after);
    let say = |line: &MemoryLine| line.text(context.lang) + "\n";
    let loss = |fit: &Fit| format!("{:.4}", fit.log_loss);
    let mut out = say(&MemoryLine::Fit { before: loss(before), after: loss(after), answers: before.answers });
    out.push_str(&say(&MemoryLine::Bins));
    for bin in &before.bins {
        let fitted = after.bins.iter().find(|other| other.to.total_cmp(&bin.to).is_eq());
        out.push_str(&format!("≤ {:.2}     {}    {}\n", bin.to, cells(bin), fitted.map_or_else(String::new, cells)));
    }
    out.push_str(&say(&match (done.found.is_better(), done.applied) {
        (false, _) => MemoryLine::NotBetter,
        (true, false) => MemoryLine::Better,
        (true, true) => MemoryLine::Applied { cards: done.cards, moved: done.moved },
    }));
    out
}

fn cells(bin: &Bin) -> String {
    format!("{:7}    {:6.3}    {:6.3}", bin.answers, bin.foretold, bin.recalled)
}

#[derive(Serialize)]
struct ForecastRow<'a> {
    retention: f32,
    new_per_day: u32,
    answers_a_day: f64,
    minutes_a_day: f64,
    /// Terms that are known at the end: the sum of their chances.
    kept: f64,
    /// Share of right answers in review.
    recalled: f64,
    /// Answers of each day.
    days: Vec<u32>,
    #[serde(skip)]
    drawn: &'a [Day],
}

pub fn simulate(context: &Context, args: &SimulateArgs) -> Outcome {
    let new = context.config.new_per_day;
    let mut pace = if args.new.is_empty() { vec![new / 2, new, new * 2] } else { args.new.clone() };
    pace.dedup();
    let retentions = if args.retention.is_empty() { vec![0.80, 0.85, 0.90, 0.95] } else { args.retention.clone() };
    let cards: Vec<Card> =
        context.store.cards(None).map_err(|e| explain::stored(&e))?.into_iter().map(|(_, card)| card).collect();
    let begun = cards.iter().filter(|card| card.memory.is_some()).count();
    if !args.json {
        let head = MemoryLine::Forecast { days: args.days, cards: begun };
        print(&(head.text(context.lang) + "\n"))?;
    }
    for &new_per_day in &pace {
        for &retention in &retentions {
            let days = forecast(context, args.days, new_per_day, retention, &cards)?;
            let row = forecast_row(retention, new_per_day, &days);
            if args.json {
                print(&json::line(&row)?)?;
            } else {
                print(&(drawn(context, &row) + "\n"))?;
            }
        }
    }
    Ok(())
}

fn forecast(
    context: &Context,
    days: u32,
    new_per_day: u32,
    retention: f32,
    cards: &[Card],
) -> Result<Vec<Day>, Option<Fault>> {
    let mut settings = context.config.schedule.clone();
    settings.desired_retention = retention;
    tasks::forecast(&context.store, settings, days, new_per_day, cards, &context.calendar, context.clock.now())
        .map_err(|e| Some(explain::plain_task(&e)))
}

fn forecast_row(retention: f32, new_per_day: u32, days: &[Day]) -> ForecastRow<'_> {
    let sum = |field: fn(&Day) -> u32| f64::from(days.iter().map(field).sum::<u32>());
    let number = f64::from(u32::try_from(days.len()).unwrap_or(1)).max(1.0);
    let answers_a_day = sum(|day| day.answers) / number;
    ForecastRow {
        retention,
        new_per_day,
        answers_a_day,
        minutes_a_day: answers_a_day * SECONDS_AN_ANSWER / 60.0,
        kept: days.last().map_or(0.0, |day| day.kept),
        recalled: sum(|day| day.recalled) / sum(|day| day.reviews).max(1.0),
        days: days.iter().map(|day| day.answers).collect(),
        drawn: days,
    }
}

fn drawn(context: &Context, row: &ForecastRow<'_>) -> String {
    const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    // A full bar is two hundred answers a day, whatever the row: rows can be compared.
    let bars = row.drawn.chunks(30).map(|days| {
        let answers: u32 = days.iter().map(|day| day.answers).sum();
        let level = answers as usize / days.len() * BARS.len() / 200;
        BARS.get(level.min(BARS.len() - 1)).copied().unwrap_or('█')
    });
    MemoryLine::ForecastRow {
        retention: format!("{:.2}", row.retention),
        new: row.new_per_day,
        answers: format!("{:5.1}", row.answers_a_day),
        minutes: format!("{:4.1}", row.minutes_a_day),
        kept: format!("{:5.0}", row.kept),
        bars: bars.collect(),
    }
    .text(context.lang)
}
