//! The goals and how they stand: what was done today, whether the pace of the last weeks suffices, and what would.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::progress::REST;
use super::{Planned, TaskError, plan};
use crate::deck::{GoalId, TermId};
use crate::messages::{GoalLabel as Say, Lang};
use crate::reader::{Goal, Measure};
use crate::stats::{ByDay, DailyStanding, Day, Pace};
use crate::store::{GoalRow, ReadingRow, Store, Tally};
use crate::time::{Calendar, StudyDay, Timestamp};

/// A goal and how it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct GoalStanding {
    pub id: GoalId,
    pub goal: Goal,
    pub standing: Standing,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Standing {
    Daily(DailyStanding),
    Article {
        title: String,
        /// Per cent of the running words that are known, and that would be if all of its terms were.
        now: usize,
        most: usize,
        by_day: ByDay,
        /// New terms among those needed that do not stand first in the queue.
        not_first: usize,
        /// New terms that the settings allow in a day.
        limit: u32,
    },
}

impl GoalStanding {
    /// Whether the pace of the last weeks suffices; none while that cannot be said.
    pub fn suffices(&self) -> Option<bool> {
        match (&self.standing, self.goal) {
            (Standing::Daily(daily), Goal::Daily { amount, .. }) => daily.suffices(amount as usize),
            (Standing::Article { now, most, by_day, .. }, Goal::Article { percent, by, .. }) => {
                let percent = usize::from(percent);
                if *now < percent && *most < percent { Some(false) } else { by_day.suffices(by) }
            }
            _ => None,
        }
    }

    /// What the goal is.
    pub fn name(&self, calendar: &Calendar) -> Say {
        match (&self.standing, self.goal) {
            (_, Goal::Daily { measure: Measure::Minutes, amount }) => Say::Minutes { amount },
            (_, Goal::Daily { measure: Measure::Cards, amount }) => Say::Cards { amount },
            (_, Goal::Daily { measure: Measure::Terms, amount }) => Say::Terms { amount },
            (standing, Goal::Article { percent, by, .. }) => {
                let title = if let Standing::Article { title, .. } = standing { title.clone() } else { String::new() };
                Say::Article { title: crate::messages::printable(&title), percent, by: calendar.date(by).to_string() }
            }
        }
    }

    /// How today stands, in a few words.
    pub fn short(&self) -> Say {
        match (&self.standing, self.goal) {
            (Standing::Article { title, now, .. }, Goal::Article { percent, .. }) => {
                let title = crate::messages::printable(&title.chars().take(12).collect::<String>());
                Say::ShortArticle { title, now: *now, percent }
            }
            (standing, Goal::Daily { measure, amount }) => {
                let today = if let Standing::Daily(daily) = standing { daily.today } else { 0 };
                match measure {
                    Measure::Minutes => Say::ShortMinutes { today, amount },
                    Measure::Cards => Say::ShortCards { today, amount },
                    Measure::Terms => Say::ShortTerms { today, amount },
                }
            }
            (Standing::Daily(_), Goal::Article { .. }) => Say::NoPace,
        }
    }

    /// What the goal is and, of one for each day, how today stands.
    pub fn headline(&self, calendar: &Calendar, lang: Lang) -> String {
        let name = self.name(calendar).text(lang);
        match self.standing {
            Standing::Daily(_) => format!("{name} · {}", self.short().text(lang)),
            Standing::Article { .. } => name,
        }
    }

    /// How it stands, a sentence or more.
    pub fn said(&self, calendar: &Calendar) -> Vec<Say> {
        match (&self.standing, self.goal) {
            (Standing::Daily(daily), Goal::Daily { amount, .. }) => daily_said(daily, amount as usize),
            (Standing::Article { now, most, by_day, not_first, limit, .. }, Goal::Article { percent, by, .. }) => {
                let percent = usize::from(percent);
                let (now, most, terms) = (*now, *most, by_day.terms);
                if now >= percent {
                    return vec![Say::ArticleDone { now }];
                }
                let mut said = vec![article_said(by_day, now, by, calendar)];
                if most < percent {
                    said.push(Say::ArticleOutOfReach { most });
                }
                if *not_first > 0 && by_day.days > 0 {
                    said.push(Say::NotFirst { count: *not_first });
                }
                if by_day.needed.is_some_and(|needed| needed > *limit as usize) && terms > 0 {
                    said.push(Say::LimitTooLow { limit: *limit });
                }
                said
            }
            _ => Vec::new(),
        }
    }
}

fn daily_said(daily: &DailyStanding, amount: usize) -> Vec<Say> {
    let Some(pace) = daily.pace else { return vec![Say::NoPace] };
    let reached = Say::Reached { reached: daily.reached, study: pace.study, row: daily.streak.current };
    // Rounded so that a pace below the goal never reads as the goal itself.
    let done = if pace.sum >= amount * pace.study { pace.a_day() } else { pace.a_day().min(amount.saturating_sub(1)) };
    let verdict = if daily.suffices(amount) == Some(true) {
        Say::Suffices { pace: done.max(amount) }
    } else {
        Say::FallsShort { pace: done, more: amount.saturating_sub(done) }
    };
    vec![reached, verdict]
}

fn article_said(by_day: &ByDay, now: usize, by: StudyDay, calendar: &Calendar) -> Say {
    let terms = by_day.terms;
    let Some(needed) = by_day.needed else { return Say::ArticleLate { now, terms } };
    match (by_day.pace, by_day.reached_on) {
        (None, _) => Say::ArticleNoPace { now, terms, needed },
        (Some(_), None) => Say::ArticleIdle { now, terms, needed },
        (Some(pace), Some(on)) => {
            let (pace, on) = (pace.a_day(), calendar.date(on).to_string());
            if by_day.suffices(by) == Some(true) {
                Say::ArticleSuffices { now, terms, needed, pace, on }
            } else {
                Say::ArticleFallsShort { now, terms, needed, pace, on }
            }
        }
    }
}

/// How all goals stand.
pub fn goals(
    store: &Store,
    new_per_day: u32,
    calendar: &Calendar,
    now: Timestamp,
) -> Result<Vec<GoalStanding>, TaskError> {
    let rows = store.goals()?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let done = Done::of(&store.tallies()?, &store.readings(None)?);
    let today = calendar.day(now);
    let first: HashSet<TermId> = store.wanted_first()?.into_iter().collect();
    rows.iter().map(|row| stands(store, row, &done, &first, new_per_day, today)).collect()
}

/// What was done, by day.
struct Done {
    by_measure: [BTreeMap<StudyDay, usize>; 3],
    active: BTreeSet<StudyDay>,
}

impl Done {
    fn of(tallies: &[Tally], readings: &[ReadingRow]) -> Self {
        let mut days: BTreeMap<StudyDay, Day> = BTreeMap::new();
        let (mut cards, mut terms) = (BTreeMap::new(), BTreeMap::new());
        for row in tallies {
            days.entry(row.day).or_default().answering += row.millis;
            if matches!(row.state.as_str(), "new" | "review") {
                *cards.entry(row.day).or_default() += row.answers;
            }
            if row.state == "new" {
                *terms.entry(row.day).or_default() += row.answers;
            }
        }
        for row in readings {
            days.entry(row.day).or_default().reading += row.millis;
        }
        let minutes =
            days.iter().map(|(day, of)| (*day, usize::try_from((of.answering + of.reading) / 60_000).unwrap_or(0)));
        Self { active: days.keys().copied().collect(), by_measure: [minutes.collect(), cards, terms] }
    }

    fn measured(&self, measure: Measure) -> &BTreeMap<StudyDay, usize> {
        let [minutes, cards, terms] = &self.by_measure;
        match measure {
            Measure::Minutes => minutes,
            Measure::Cards => cards,
            Measure::Terms => terms,
        }
    }
}

fn stands(
    store: &Store,
    row: &GoalRow,
    done: &Done,
    first: &HashSet<TermId>,
    limit: u32,
    today: StudyDay,
) -> Result<GoalStanding, TaskError> {
    let standing = match row.goal {
        Goal::Daily { measure, amount } => {
            Standing::Daily(DailyStanding::of(amount as usize, done.measured(measure), &done.active, today, REST))
        }
        Goal::Article { article, percent, by } => {
            let planned: Planned = plan(store, Some(article), None, usize::from(percent))?;
            let pace = Pace::of(done.measured(Measure::Terms), &done.active, today, REST);
            Standing::Article {
                title: store.title(article)?.unwrap_or_default(),
                now: planned.words.percent(),
                most: planned.after().percent(),
                by_day: ByDay::of(planned.gains.len(), today, by, pace, REST),
                not_first: planned.new_terms().iter().filter(|term| !first.contains(term)).count(),
                limit,
            }
        }
    };
    Ok(GoalStanding { id: row.id, goal: row.goal, standing })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::Settings;
    use crate::tasks::{add_ready_decks, invent_year};

    #[test]
    fn goals_over_a_year_tell_what_is_needed_and_what_is_done() {
        let now = Timestamp::from_millis(1_795_561_200_000);
        let calendar = Calendar::new(jiff::tz::TimeZone::UTC, 4);
        let today = calendar.day(now);
        let mut store = Store::in_memory().unwrap();
        add_ready_decks(&mut store, now).unwrap();
        invent_year(&mut store, &Settings::default(), &calendar, now).unwrap();
        let harder = |row: &&crate::store::ArticleRow| row.coverage.words.percent() < 80;
        let article = store.library(None).unwrap().iter().find(harder).unwrap().id;
        for goal in [
            Goal::Daily { measure: Measure::Terms, amount: 3 },
            Goal::Daily { measure: Measure::Cards, amount: 500 },
            Goal::Article { article, percent: 95, by: today.plus(2) },
            Goal::Article { article: crate::deck::ArticleId(article.0 + 1), percent: 95, by: today.plus(300) },
        ] {
            store.set_goal(&goal, now).unwrap();
        }
        let found = goals(&store, 10, &calendar, now).unwrap();
        assert_eq!(found[1].suffices(), Some(false));
        assert_eq!(found[2].suffices(), Some(false));
        assert_eq!(found[3].suffices(), Some(true));
        let text =
            |at: usize| found[at].said(&calendar).iter().map(|say| say.text(Lang::En)).collect::<Vec<_>>().join(" ");
        assert!(text(2).contains("it needs") && text(2).contains("at this pace on 2026-"), "{}", text(2));
        assert!(text(2).contains("do not stand first"), "{}", text(2));
        assert!(text(1).contains("it takes"), "{}", text(1));
        assert!(goals(&Store::in_memory().unwrap(), 10, &calendar, now).unwrap().is_empty());
    }
}
