//! Everything that progress is told from, gathered once.

use std::collections::BTreeMap;

use super::own_words::{MixedUp, mixed_up_lately};
use super::{GoalStanding, TaskError, study_deck};
use crate::lexicon;
use crate::schedule::Settings;
use crate::stats::{
    AGES, AnsweredWord, Bin, Day, Forecast, HardHanja, Retention, Stock, Streak, by_day, calibrated, forecast, growth,
    hardest, learned, minutes_left, retention, streak,
};
use crate::store::{AnsweredTerm, CheckTally, HardTerm, ReadingRow, Store};
use crate::time::{Calendar, StudyDay, Timestamp};

/// Days of a year's charts: whole weeks.
pub const YEAR: i32 = 371;
/// Days ahead that the forecast looks.
pub const AHEAD: usize = 90;
/// Days back from which retention is counted.
pub const RECENT: i32 = 90;
/// Days off among any seven that break no streak.
pub const REST: usize = 1;
/// Lapses from which a term is one that does not want to stay.
const HARD: usize = 3;
/// Pairs that are mixed up, and characters, that are told.
const PAIRS: usize = 8;
const CHARACTERS: usize = 8;

/// Cards by what is known of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub new: usize,
    pub learning: usize,
    pub young: usize,
    pub mature: usize,
    /// Known without an answer.
    pub known: usize,
    pub ignored: usize,
    pub suspended: usize,
}

/// Terms of one kind: known ones, and all that were ever asked or known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Known {
    pub known: usize,
    pub met: usize,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    pub today: StudyDay,
    /// The first day with an answer or a reading.
    pub since: Option<StudyDay>,
    pub days: BTreeMap<StudyDay, Day>,
    pub streak: Streak,
    pub answers: usize,
    /// Milliseconds.
    pub answering: i64,
    pub reading: i64,
    /// Cards due today, new terms still to be met today, and the minutes that both take.
    pub due: usize,
    pub new: usize,
    pub minutes_left: usize,
    /// By age of the memory, over the last [`RECENT`] days.
    pub retention: [Retention; AGES.len()],
    /// The mean over the cards in review: decks may wish for one of their own.
    pub desired: f64,
    pub calibration: Vec<Bin>,
    /// The calibration's root mean square error.
    pub error: Option<f64>,
    pub forecast: Forecast,
    pub counts: Counts,
    /// On the evening of each of the last [`YEAR`] days.
    pub stocks: Vec<Stock>,
    /// Running words of all articles that were known on each of these days, by what the articles hold today.
    pub words: Vec<usize>,
    pub all_words: usize,
    /// Levels 1 to 6, then terms without one.
    pub levels: [Known; 7],
    /// By the lexicon's domains, the largest first; general words are not of one.
    pub domains: Vec<(&'static str, Known)>,
    pub articles: usize,
    /// Articles that were read to their end.
    pub finished: usize,
    pub readings: Vec<ReadingRow>,
    pub hard: Vec<HardTerm>,
    pub goals: Vec<GoalStanding>,
    /// Answers to questions about what was read, by day and kind.
    pub checks: Vec<CheckTally>,
    /// Terms that were given for one another, the most frequent pair first.
    pub mixed_up: Vec<MixedUp>,
    pub hanja: Vec<HardHanja>,
}

impl Progress {
    /// Over all ages.
    pub fn retained(&self) -> Retention {
        self.retention.iter().fold(Retention::default(), |sum, one| Retention {
            answers: sum.answers + one.answers,
            passed: sum.passed + one.passed,
        })
    }

    /// Terms in review or known.
    pub const fn learned(&self) -> usize {
        self.counts.young + self.counts.mature + self.counts.known
    }
}

/// `new_per_day` is what the learner allows.
pub fn progress(
    store: &Store,
    settings: &Settings,
    new_per_day: u32,
    calendar: &Calendar,
    now: Timestamp,
) -> Result<Progress, TaskError> {
    let today = calendar.day(now);
    let tallies = store.tallies()?;
    let readings = store.readings(None)?;
    let answers = tallies.iter().map(|row| {
        let new = if row.state == "new" { row.answers } else { 0 };
        (row.day, row.answers, new, row.millis)
    });
    let days = by_day(answers, readings.iter().map(|row| (row.day, row.millis)));
    let all = store.all_decks(today, now)?;
    let (due, new) = all.as_ref().map_or((0, 0), |all| {
        let room = (new_per_day as usize).saturating_sub(all.new_today);
        (all.due, all.new.min(room))
    });
    let recent = tallies.iter().filter(|row| row.day > today.plus(-30));
    let (millis, cards) = recent.fold((0, 0), |(millis, cards), row| {
        let begun = if matches!(row.state.as_str(), "new" | "review") { row.answers } else { 0 };
        (millis + row.millis, cards + begun)
    });
    let reviews = tallies.iter().filter(|row| row.state == "review");
    let retention = retention(reviews.map(|row| (row.day, row.age, row.answers, row.passed)), today.plus(1 - RECENT));
    // Recall is foretold by the weights that study uses, fitted ones where there are any.
    let decay = f64::from(study_deck::scheduler(store, None, settings.clone(), today)?.decay());
    let (calibration, error) =
        calibrated(store.calibration()?.into_iter().map(|row| (row.part, row.answers, row.passed)), decay);
    let flows: Vec<(StudyDay, Stock)> = store
        .flows()?
        .into_iter()
        .map(|flow| (flow.day, Stock { learning: flow.learning, young: flow.young, mature: flow.mature }))
        .collect();
    let usual = settings.desired_retention;
    let library = store.library_size()?;
    let answered = store.answered_terms()?;
    let (levels, domains) = kinds(&answered);
    Ok(Progress {
        today,
        since: days.keys().next().copied(),
        streak: streak(days.keys().copied(), today, REST),
        answers: days.values().map(|day| day.answers).sum(),
        answering: days.values().map(|day| day.answering).sum(),
        reading: days.values().map(|day| day.reading).sum(),
        days,
        due,
        new,
        minutes_left: minutes_left(due, new, millis, cards),
        retention,
        desired: store.wished_retention(usual)?.unwrap_or(f64::from(usual)),
        calibration,
        error,
        forecast: forecast(&store.due_counts(today, now)?, today, AHEAD),
        counts: counts(store)?,
        stocks: growth(&flows, today, YEAR),
        words: learned(&store.words_learned()?, today, YEAR),
        all_words: library.1,
        levels,
        domains,
        articles: library.0,
        finished: store.finished_articles()?,
        readings,
        hard: store.hard_terms(HARD, 10)?,
        checks: store.check_tallies()?,
        goals: super::goals(store, new_per_day, calendar, now)?,
        mixed_up: mixed_up_lately(store, PAIRS)?,
        hanja: hard_hanja(&answered),
    })
}

fn counts(store: &Store) -> Result<Counts, TaskError> {
    let mut counts = Counts::default();
    for (status, state, cards) in store.state_counts()? {
        let of = match (status.as_str(), state.as_str()) {
            ("known", _) => &mut counts.known,
            ("ignored", _) => &mut counts.ignored,
            ("suspended", _) => &mut counts.suspended,
            (_, "learning") => &mut counts.learning,
            (_, "young") => &mut counts.young,
            (_, "mature") => &mut counts.mature,
            _ => &mut counts.new,
        };
        *of += cards;
    }
    Ok(counts)
}

type Kinds = ([Known; 7], Vec<(&'static str, Known)>);

fn hard_hanja(answered: &[AnsweredTerm]) -> Vec<HardHanja> {
    let words = answered.iter().filter_map(|of| {
        let hanja = lexicon::find(&of.term, of.pos)?.hanja?;
        Some(AnsweredWord { word: &of.term, hanja, answers: of.answers, lapses: of.lapses })
    });
    hardest(words, CHARACTERS)
}

fn kinds(answered: &[AnsweredTerm]) -> Kinds {
    let mut levels = [Known::default(); 7];
    let mut domains: BTreeMap<&'static str, Known> = BTreeMap::new();
    for AnsweredTerm { term, pos, known, .. } in answered {
        let entry = lexicon::find(term, *pos);
        let level = entry.map_or(6, |entry| usize::from(entry.level.clamp(1, 6)) - 1);
        let domain = entry.map(|entry| entry.domain).filter(|domain| *domain != "general");
        for of in levels.get_mut(level).into_iter().chain(domain.map(|domain| domains.entry(domain).or_default())) {
            of.met += 1;
            of.known += usize::from(*known);
        }
    }
    let mut domains: Vec<_> = domains.into_iter().collect();
    domains.sort_by_key(|(name, of)| (std::cmp::Reverse(of.met), *name));
    (levels, domains)
}
