//! `dokpa goal`

use serde::Serialize;

use super::args::{GoalMeasure, GoalVerb};
use super::context::Context;
use super::{Outcome, explain, json, print};
use crate::messages::{Fault, GoalFault, GoalLabel, printable};
use crate::reader::{Goal, MOST, Measure};
use crate::tasks::{self, GoalStanding, Standing};
use crate::time::{Calendar, StudyDay};

/// A goal in `goal list --json` and `stats --json`.
#[derive(Serialize)]
pub struct Row {
    id: i64,
    /// minutes, cards, terms or article
    goal: &'static str,
    amount: u32,
    article: Option<i64>,
    title: Option<String>,
    by: Option<String>,
    /// So much today; of an article the per cent known.
    today: usize,
    suffices: Option<bool>,
    /// On a day of study of the last weeks; for an article: new terms.
    pace: Option<f64>,
    /// Of a daily goal: days of study, those on which it was reached, and how many in a row.
    study_days: Option<usize>,
    reached: Option<usize>,
    streak: Option<usize>,
    /// Of an article: terms that are missing, new terms on a day of study that would do, and when the pace gets there.
    missing: Option<usize>,
    needed: Option<usize>,
    reached_on: Option<String>,
    not_first: Option<usize>,
}

pub fn row(found: &GoalStanding, calendar: &Calendar) -> Row {
    let date = |day: StudyDay| calendar.date(day).to_string();
    let (goal, amount, article, by) = match found.goal {
        Goal::Daily { measure, amount } => (measure.name(), amount, None, None),
        Goal::Article { article, percent, by } => ("article", u32::from(percent), Some(article.0), Some(date(by))),
    };
    let mut row = Row {
        id: found.id.0,
        goal,
        amount,
        article,
        title: None,
        by,
        today: 0,
        suffices: found.suffices(),
        pace: None,
        study_days: None,
        reached: None,
        streak: None,
        missing: None,
        needed: None,
        reached_on: None,
        not_first: None,
    };
    let pace = |pace: Option<crate::stats::Pace>| pace.map(|pace| json::rounded(pace.part()));
    match &found.standing {
        Standing::Daily(daily) => {
            row.today = daily.today;
            row.pace = pace(daily.pace);
            row.study_days = daily.pace.map(|pace| pace.study);
            row.reached = daily.pace.map(|_| daily.reached);
            row.streak = Some(daily.streak.current);
        }
        Standing::Article { title, now, by_day, not_first, .. } => {
            row.title = Some(title.clone());
            row.today = *now;
            row.pace = pace(by_day.pace);
            row.missing = Some(by_day.terms);
            row.needed = by_day.needed;
            row.reached_on = by_day.reached_on.map(date);
            row.not_first = Some(*not_first);
        }
    }
    row
}

pub fn run(context: &mut Context, verb: &GoalVerb, as_json: bool) -> Outcome {
    match verb {
        GoalVerb::List => list(context, as_json),
        GoalVerb::Set { what, value, to, by } => {
            let goal = goal(context, *what, value, *to, by.as_deref())?;
            let now = context.clock.now();
            let id = context.store.set_goal(&goal, now).map_err(|e| explain::stored(&e))?;
            show(context, &all(context)?.into_iter().filter(|found| found.id == id).collect::<Vec<_>>(), as_json)
        }
        GoalVerb::Remove { which } => remove(context, which, as_json),
    }
}

fn goal(context: &Context, what: GoalMeasure, value: &str, to: u8, by: Option<&str>) -> Result<Goal, Fault> {
    let measure = match what {
        GoalMeasure::Minutes => Measure::Minutes,
        GoalMeasure::Cards => Measure::Cards,
        GoalMeasure::Terms => Measure::Terms,
        GoalMeasure::Article => {
            let by = by.ok_or(GoalFault::NoDay)?;
            let today = context.calendar.day(context.clock.now());
            let aim = crate::reader::aim(by, to).filter(|(_, day)| *day >= today);
            let (percent, by) = aim.ok_or_else(|| GoalFault::BadAim { text: printable(by) })?;
            let article = tasks::find_article(&context.store, Some(value)).map_err(|e| explain::plain_task(&e))?;
            return Ok(Goal::Article { article, percent, by });
        }
    };
    let amount = value.parse().ok().filter(|amount| (1..=MOST).contains(amount));
    let amount = amount.ok_or_else(|| GoalFault::BadAmount { text: printable(value), most: MOST })?;
    Ok(Goal::Daily { measure, amount })
}

fn all(context: &Context) -> Result<Vec<GoalStanding>, Fault> {
    tasks::goals(&context.store, context.config.new_per_day, &context.calendar, context.clock.now())
        .map_err(|e| explain::plain_task(&e))
}

fn list(context: &Context, as_json: bool) -> Outcome {
    let found = all(context)?;
    if found.is_empty() && !as_json {
        return print(&(GoalLabel::None.text(context.lang) + "\n"));
    }
    show(context, &found, as_json)
}

fn show(context: &Context, found: &[GoalStanding], as_json: bool) -> Outcome {
    if as_json {
        return json::lines(found.iter().map(|found| row(found, &context.calendar)));
    }
    let mut out = String::new();
    for found in found {
        let say = |say: &GoalLabel| say.text(context.lang);
        let said: Vec<String> = found.said(&context.calendar).iter().map(say).collect();
        let headline = found.headline(&context.calendar, context.lang);
        out.push_str(&format!("{:>3}  {headline}\n     {}\n", found.id.0, said.join(" ")));
    }
    print(&out)
}

fn remove(context: &mut Context, which: &str, as_json: bool) -> Outcome {
    let matches = |found: &GoalStanding| match found.goal {
        Goal::Daily { measure, .. } if measure.name() == which => true,
        _ => which.parse() == Ok(found.id.0),
    };
    let Some(found) = all(context)?.into_iter().find(matches) else {
        return Err(Some(GoalFault::Unknown { name: printable(which) }.into()));
    };
    let now = context.clock.now();
    context.store.remove_goal(found.id, now).map_err(|e| explain::stored(&e))?;
    if as_json {
        return json::lines([row(&found, &context.calendar)]);
    }
    let goal = found.name(&context.calendar).text(context.lang);
    print(&(GoalLabel::RemovedLine { goal }.text(context.lang) + "\n"))
}
