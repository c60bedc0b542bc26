//! `dokpa stats --json`: one object, its fields as README names them.

use serde_json::{Value, json};

use super::super::json::rounded;
use crate::stats::AGES;
use crate::tasks::{Known, Learned};
use crate::time::{Calendar, StudyDay};

pub fn object(learned: &Learned, calendar: &Calendar) -> Value {
    let date = |day: StudyDay| calendar.date(day).to_string();
    let known = |of: &Known| json!({"known": of.known, "met": of.met});
    let counts = learned.counts;
    let streak = learned.streak;
    let last = learned.stocks.len();
    let ago = |at: usize| i32::try_from(last - 1 - at).unwrap_or(0);
    json!({
        "date": date(learned.today),
        "since": learned.since.map(date),
        "answers": learned.answers,
        "reviews": learned.retained().answers,
        "streak": {
            "current": streak.current, "longest": streak.longest, "rested": streak.rested, "today": streak.today,
        },
        "today": {"due": learned.due, "new": learned.new, "minutes_left": learned.minutes_left},
        "checks": learned.checks.iter().map(|row| json!({
            "date": date(row.day), "kind": row.kind.name(), "answers": row.answers, "right": row.passed,
        })).collect::<Vec<_>>(),
        "goals": learned.goals.iter().map(|found| super::super::goal::row(found, calendar)).collect::<Vec<_>>(),
        "retention": {
            "desired": rounded(learned.desired),
            "true": learned.retained().part().map(rounded),
            "by_age": learned.retention.iter().zip(AGES).map(|(of, from)| json!({
                "from_days": from, "answers": of.answers, "passed": of.passed, "true": of.part().map(rounded),
            })).collect::<Vec<_>>(),
        },
        "calibration": {
            "error": learned.error.map(rounded),
            "bins": learned.calibration.iter().map(|bin| json!({
                "predicted": rounded(bin.predicted), "true": rounded(bin.actual), "answers": bin.answers,
            })).collect::<Vec<_>>(),
        },
        "forecast": learned.forecast.days.iter().enumerate().map(|(ahead, cards)| json!({
            "date": date(learned.today.plus(i32::try_from(ahead).unwrap_or(0))), "cards": cards,
        })).collect::<Vec<_>>(),
        "states": {
            "new": counts.new, "learning": counts.learning, "young": counts.young, "mature": counts.mature,
            "known": counts.known, "ignored": counts.ignored, "suspended": counts.suspended,
        },
        "history": learned.stocks.iter().zip(&learned.words).enumerate().map(|(at, (stock, words))| json!({
            "date": date(learned.today.plus(-ago(at))), "learning": stock.learning, "young": stock.young,
            "mature": stock.mature, "known_words": words,
        })).collect::<Vec<_>>(),
        "levels": learned.levels.iter().enumerate().map(|(at, of)| {
            let mut level = known(of);
            level["level"] = if at < 6 { json!(at + 1) } else { Value::Null };
            level
        }).collect::<Vec<_>>(),
        "domains": learned.domains.iter().map(|(name, of)| {
            let mut domain = known(of);
            domain["domain"] = json!(name);
            domain
        }).collect::<Vec<_>>(),
        "words": {"known": learned.words.last(), "all": learned.all_words},
        "articles": {"all": learned.articles, "finished": learned.finished},
        "readings": learned.readings.iter().map(|row| json!({
            "date": date(row.day), "title": row.title, "minutes": rounded(minutes(row.millis)),
            "syllables": row.syllables, "syllables_per_minute": crate::stats::speed(row.syllables, row.millis),
            "finished": row.finished, "coverage_tokens": rounded(row.words.part()),
            "coverage_terms": rounded(row.terms.part()),
        })).collect::<Vec<_>>(),
        "time": {"answering_minutes": rounded(minutes(learned.answering)), "reading_minutes": rounded(minutes(learned.reading))},
        "days": learned.days.iter().map(|(day, done)| json!({
            "date": date(*day), "answers": done.answers, "new": done.new,
            "answering_minutes": rounded(minutes(done.answering)), "reading_minutes": rounded(minutes(done.reading)),
        })).collect::<Vec<_>>(),
        "hard": learned.hard.iter().map(|hard| json!({
            "term": hard.term, "lapses": hard.lapses, "answers": hard.reps,
        })).collect::<Vec<_>>(),
        "mixed_up": learned.mixed_up.iter().map(|pair| json!({
            "terms": [pair.one, pair.other], "times": pair.times,
        })).collect::<Vec<_>>(),
        "hanja": learned.hanja.iter().map(|hard| json!({
            "character": hard.character, "reading": hard.reading, "answers": hard.answers, "lapses": hard.lapses,
            "rate": rounded(hard.rate), "words": hard.words,
        })).collect::<Vec<_>>(),
    })
}

#[expect(clippy::cast_precision_loss, reason = "milliseconds of some years")]
fn minutes(millis: i64) -> f64 {
    millis as f64 / 60_000.0
}
