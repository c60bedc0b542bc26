//! What each chart of progress says, in words: the same on the screen, in lines and on the page.

use super::Learned;
use super::progress::RECENT;
use crate::messages::{CheckLabel, Domain, Lang, ProgressLabel as Say};
use crate::reader::CheckKind;
use crate::stats::speed;
use crate::time::StudyDay;

/// One sentence for each chart.
pub struct Said {
    pub today: Say,
    pub year: Say,
    pub streak: Say,
    pub retention: Say,
    pub calibration: Option<Say>,
    pub forecast: Say,
    pub states: Say,
    pub words: Say,
    pub levels: Option<Say>,
    pub domains: Option<Say>,
    pub reading: Say,
    pub time: Say,
    pub hanja: Say,
}

pub fn said(progress: &Learned, lang: Lang) -> Said {
    let year = progress.days.range(progress.today.plus(-364)..);
    let (days, answers) = year.fold((0, 0), |(days, answers), (_, day)| (days + 1, answers + day.answers));
    let streak = progress.streak;
    let (peak_in, peak) = progress.forecast.peak();
    let counts = progress.counts;
    let known = progress.words.last().copied().unwrap_or(0);
    let before = progress.words.first().copied().unwrap_or(0);
    let syllables = progress.readings.iter().map(|row| row.syllables).sum();
    let millis = progress.readings.iter().map(|row| row.millis).sum();
    let level = (0..6).max_by_key(|at| progress.levels.get(*at).map(|level| level.known));
    Said {
        today: if progress.due + progress.new == 0 {
            Say::TodayDone
        } else {
            Say::TodayLeft { minutes: progress.minutes_left, due: progress.due, new: progress.new }
        },
        year: Say::YearSaid { days, answers },
        streak: if streak.current == 0 {
            Say::StreakNone { longest: streak.longest }
        } else {
            Say::StreakSaid { current: streak.current, longest: streak.longest, rested: streak.rested }
        },
        retention: progress.retained().percent().map_or(Say::RetentionNone, |percent| Say::RetentionSaid {
            percent,
            desired: whole(progress.desired * 100.0),
            answers: progress.retained().answers,
        }),
        calibration: progress.error.map(|error| Say::CalibrationSaid { points: format!("{:.1}", error * 100.0) }),
        forecast: if peak_in == 0 {
            Say::ForecastToday { a_day: progress.forecast.a_day(), peak }
        } else {
            Say::ForecastSaid { a_day: progress.forecast.a_day(), peak, ahead: peak_in }
        },
        states: Say::StatesSaid {
            learned: progress.learned(),
            mature: counts.mature,
            learning: counts.learning,
            new: counts.new,
        },
        words: Say::WordsSaid {
            percent: percent(known, progress.all_words),
            known,
            all: progress.all_words,
            before: percent(before, progress.all_words),
        },
        levels: level.and_then(|at| {
            let known = progress.levels.get(at)?.known;
            (known > 0).then_some(Say::LevelsSaid { level: at + 1, known })
        }),
        domains: progress
            .domains
            .first()
            .map(|(name, of)| Say::DomainsSaid { domain: Domain::named(name).text(lang), known: of.known }),
        reading: if progress.readings.is_empty() {
            Say::ReadingNone
        } else {
            Say::ReadingSaid {
                finished: progress.finished,
                articles: progress.articles,
                minutes: minutes(millis),
                speed: speed(syllables, millis),
            }
        },
        time: Say::TimeSaid {
            hours: format!("{:.1}", hours(progress.answering + progress.reading)),
            answering: minutes(progress.answering),
            reading: minutes(progress.reading),
        },
        hanja: progress.hanja.first().map_or(Say::HanjaNone, |hard| Say::HanjaSaid {
            character: hard.character,
            reading: hard.reading,
            percent: whole(hard.rate * 100.0),
        }),
    }
}

/// How much of what was read was understood; none where nothing was asked.
pub fn understood(progress: &Learned) -> Option<CheckLabel> {
    let sum = |since: StudyDay| {
        let rows = progress.checks.iter().filter(|row| row.day >= since);
        rows.fold((0, 0), |(answers, passed), row| (answers + row.answers, passed + row.passed))
    };
    let first = progress.checks.first()?.day;
    let ((answers, passed), (recent, lately)) = (sum(first), sum(progress.today.plus(-27)));
    Some(CheckLabel::Said { answers, percent: percent(passed, answers), recent, lately: percent(lately, recent) })
}

/// Answers and right ones for each kind of question.
pub fn understood_by_kind(progress: &Learned) -> Vec<(CheckLabel, usize, usize)> {
    let of = |kind| {
        let rows = progress.checks.iter().filter(|row| row.kind == kind);
        let label = match kind {
            CheckKind::Said => CheckLabel::KindSaid,
            CheckKind::Number => CheckLabel::KindNumber,
            CheckKind::Order => CheckLabel::KindOrder,
        };
        rows.fold((label, 0, 0), |(label, answers, passed), row| (label, answers + row.answers, passed + row.passed))
    };
    CheckKind::ALL.into_iter().map(of).collect()
}

/// Per cent of the questions that were answered rightly in each week, the oldest first; 0 where none was asked.
pub fn understood_by_week(progress: &Learned, weeks: i32) -> Vec<i64> {
    let sums = |of: fn(&crate::store::CheckTally) -> usize| {
        by_week(weeks, progress.today, |day| {
            let rows = progress.checks.iter().filter(|row| row.day == day);
            i64::try_from(rows.map(of).sum::<usize>()).unwrap_or(0)
        })
    };
    let (passed, answers) = (sums(|row| row.passed), sums(|row| row.answers));
    passed.into_iter().zip(answers).map(|(passed, answers)| (passed * 100).checked_div(answers).unwrap_or(0)).collect()
}

/// The terms that are forgotten again and again, in one line.
pub fn hard(progress: &Learned, lang: Lang) -> String {
    let told = progress.hard.iter().map(|hard| Say::HardTerm { term: hard.term.clone(), lapses: hard.lapses });
    listed(told, &Say::HardNone, lang)
}

/// The terms that are given for one another, in one line.
pub fn mixed_up(progress: &Learned, lang: Lang) -> String {
    let told = progress.mixed_up.iter().cloned();
    let told = told.map(|pair| Say::MixedUpPair { one: pair.one, other: pair.other, times: pair.times });
    listed(told, &Say::MixedUpNone, lang)
}

fn listed(told: impl Iterator<Item = Say>, none: &Say, lang: Lang) -> String {
    let told: Vec<String> = told.map(|one| one.text(lang)).collect();
    if told.is_empty() { none.text(lang) } else { told.join(", ") }
}

/// The label of an age of [`crate::stats::AGES`].
pub const fn age(at: usize) -> Say {
    match at {
        0 => Say::Age0,
        1 => Say::Age1,
        2 => Say::Age2,
        _ => Say::Age3,
    }
}

/// A value for each week up to today, the oldest first: the sum of `of` over its days.
pub fn by_week(weeks: i32, today: StudyDay, of: impl Fn(StudyDay) -> i64) -> Vec<i64> {
    let week = |ago: i32| (0..7).map(|day| of(today.plus(-7 * ago - day))).sum();
    (0..weeks).rev().map(week).collect()
}

/// Syllables a minute in each week, the oldest first; 0 where nothing was read.
pub fn speed_by_week(progress: &Learned, weeks: i32) -> Vec<i64> {
    let of_day = |day: StudyDay, of: fn(&crate::store::ReadingRow) -> i64| {
        progress.readings.iter().filter(|row| row.day == day).map(of).sum::<i64>()
    };
    let syllables = by_week(weeks, progress.today, |day| of_day(day, |row| i64::try_from(row.syllables).unwrap_or(0)));
    let millis = by_week(weeks, progress.today, |day| of_day(day, |row| row.millis));
    syllables
        .into_iter()
        .zip(millis)
        .map(|(syllables, millis)| (syllables * 60_000).checked_div(millis).unwrap_or(0))
        .collect()
}

/// Minutes a day in each week, the oldest first.
pub fn minutes_by_week(progress: &Learned, weeks: i32) -> Vec<i64> {
    let spent = |day| progress.days.get(&day).map_or(0, |day| day.answering + day.reading);
    by_week(weeks, progress.today, spent).into_iter().map(|millis| millis / 7 / 60_000).collect()
}

pub fn percent(part: usize, all: usize) -> usize {
    (part * 100).checked_div(all).unwrap_or(0)
}

fn minutes(millis: i64) -> usize {
    usize::try_from(millis / 60_000).unwrap_or(0)
}

#[expect(clippy::cast_precision_loss, reason = "shown with one digit")]
fn hours(millis: i64) -> f64 {
    millis as f64 / 3_600_000.0
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a percentage")]
pub fn whole(value: f64) -> usize {
    value.round().max(0.0) as usize
}

const _: () = assert!(RECENT == 90, "the sentence about retention says so");
