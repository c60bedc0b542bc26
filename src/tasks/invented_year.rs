//! A year that nobody studied: answers and readings by chance, always the same, for charts to be drawn from in tests and
//! on the README's pictures. The learner forgets as FSRS thinks.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use super::TaskError;
use crate::cloze::Verdict;
use crate::deck::{Answer, ArticleId, Card, Due, Grade, Mode, State, Status, Term, TermId};
use crate::reader::{CheckKind, syllables};
use crate::schedule::{Scheduler, Settings};
use crate::stats::recall;
use crate::store::{NewReading, Store};
use crate::time::{Calendar, StudyDay, Timestamp};

const SEED: u64 = 20_261_124;
/// Part of the forgotten terms for which their neighbour is typed: whatever is met together is mixed up.
const MIXED_UP: f64 = 0.3;
/// Days of the year, and new terms on a day of study.
const DAYS: i32 = 365;
const NEW: usize = 3;
/// Answers on a day at the most.
const MOST: usize = 80;
/// The decay of the learner's forgetting: FSRS-6's published one.
const DECAY: f64 = 0.1542;

struct Chance(ChaCha8Rng);

impl Chance {
    fn part(&mut self) -> f64 {
        f64::from(self.0.next_u32()) / f64::from(u32::MAX)
    }

    fn millis(&mut self, most: f64) -> i64 {
        whole(self.part() * most)
    }

    fn below(&mut self, part: f64) -> bool {
        self.part() < part
    }
}

#[expect(clippy::cast_possible_truncation, reason = "milliseconds of an hour")]
const fn whole(millis: f64) -> i64 {
    millis.round() as i64
}

/// Fills a store that has articles with a year of answers and readings that ends the day before `now`.
pub fn invent_year(
    store: &mut Store,
    settings: &Settings,
    calendar: &Calendar,
    now: Timestamp,
) -> Result<(), TaskError> {
    let scheduler = Scheduler::new(settings.clone())?;
    let mut chance = Chance(ChaCha8Rng::seed_from_u64(SEED));
    let today = calendar.day(now);
    let mut articles: Vec<ArticleId> = store.library(None)?.into_iter().map(|row| row.id).collect();
    articles.reverse();
    for ago in (1..=DAYS).rev() {
        let day = today.plus(-ago);
        // A week off in summer, and Sundays more often than not.
        let off = (150..157).contains(&ago) || (day.number() % 7 == 3 && chance.below(0.6)) || chance.below(0.04);
        if off {
            continue;
        }
        let mut clock = calendar.start(day).plus_seconds(4 * 3600);
        study(store, &scheduler, calendar, day, &mut clock, &mut chance)?;
        if day.number() % 3 == 0 && chance.below(0.8) {
            read(store, &mut articles, calendar, ago, clock, &mut chance)?;
        }
    }
    Ok(())
}

fn study(
    store: &mut Store,
    scheduler: &Scheduler,
    calendar: &Calendar,
    day: StudyDay,
    clock: &mut Timestamp,
    chance: &mut Chance,
) -> Result<(), TaskError> {
    let mut waiting: Vec<(Term, Card)> = store.due_cards(None, day, *clock)?;
    waiting.truncate(MOST);
    waiting.extend(store.new_cards(None, day)?.into_iter().take(NEW));
    let known = chance.below(0.1);
    for (index, (term, mut card)) in waiting.into_iter().enumerate() {
        let Some(question) = store.questions(term.id, None)?.into_iter().next() else { continue };
        if known && index == 0 && card.state == State::New {
            store.set_status(&Card { status: Status::Known, ..card })?;
            continue;
        }
        loop {
            let millis = 4_000 + chance.millis(14_000.0);
            *clock = clock.plus_seconds(millis / 1000 + 1);
            let grade = grade(&card, *clock, chance);
            let typed = if grade == Grade::Again { neighbour(store, &term, *clock)? } else { None };
            let preview = scheduler.preview(&card, *clock, calendar);
            let next = preview.next(grade);
            let answer = Answer {
                before: card,
                after: next.card,
                cloze: question.cloze,
                grade,
                proposed: None,
                mode: if typed.is_some() { Mode::Type } else { Mode::Reveal },
                verdict: typed.is_some().then_some(Verdict::Wrong),
                typed,
                hints: 0,
                aid: crate::deck::Aid::default(),
                duration_ms: millis,
                at: *clock,
                day,
                zone_minutes: calendar.offset_minutes(*clock),
                interval_days: next.interval.days(),
            };
            store.record(&answer)?;
            card = next.card;
            if !matches!(card.due, Some(Due::At(_))) {
                break;
            }
        }
    }
    Ok(())
}

/// The term that was met beside a forgotten one, if it is typed in its place. Chance of its own, so that the rest of the year
/// does not hang on it.
fn neighbour(store: &Store, term: &Term, at: Timestamp) -> Result<Option<String>, TaskError> {
    let seed = SEED ^ at.as_millis().unsigned_abs();
    if !Chance(ChaCha8Rng::seed_from_u64(seed)).below(MIXED_UP) {
        return Ok(None);
    }
    let beside = store.own_term(TermId(term.id.0 ^ 1))?.filter(|beside| beside.pos == term.pos);
    Ok(beside.map(|beside| beside.term))
}

fn grade(card: &Card, now: Timestamp, chance: &mut Chance) -> Grade {
    let remembered = match (card.state, card.memory, card.last_review) {
        (State::New, _, _) => 0.55,
        (State::Review, Some(memory), Some(last)) => {
            #[expect(clippy::cast_precision_loss, reason = "milliseconds of a year")]
            let days = now.millis_since(last) as f64 / 86_400_000.0;
            recall(days / f64::from(memory.stability), DECAY)
        }
        _ => 0.85,
    };
    if !chance.below(remembered) {
        Grade::Again
    } else if chance.below(0.12) {
        Grade::Hard
    } else if chance.below(0.1) {
        Grade::Easy
    } else {
        Grade::Good
    }
}

/// Faster as the year goes on.
fn read(
    store: &mut Store,
    articles: &mut [ArticleId],
    calendar: &Calendar,
    ago: i32,
    at: Timestamp,
    chance: &mut Chance,
) -> Result<(), TaskError> {
    let Some(id) = articles.first().copied() else { return Ok(()) };
    let Some(article) = store.article(id)? else { return Ok(()) };
    let speed = 150.0 + f64::from(DAYS - ago) * 0.25 + chance.part() * 30.0;
    let finished = chance.below(0.7);
    let count = if finished { article.sentences.len() } else { article.sentences.len() / 2 };
    let read = article.sentences.iter().take(count).map(|sentence| syllables(article.sentence_text(sentence))).sum();
    #[expect(clippy::cast_precision_loss, reason = "syllables of an article")]
    let millis = whole(read as f64 / speed * 60_000.0);
    store.record_reading(&NewReading {
        article: id,
        at,
        day: calendar.day(at),
        millis,
        syllables: read,
        read: std::iter::once(0..count).collect(),
        finished,
        coverage: store.coverage(id)?,
        looked_up: Vec::new(),
    })?;
    if finished {
        articles.rotate_left(1);
        // A chance of its own, so that the rest of the year does not depend on what is asked here.
        let mut understood = Chance(ChaCha8Rng::seed_from_u64(SEED ^ at.as_millis().unsigned_abs()));
        for kind in CheckKind::ALL {
            let passed = understood.below(0.9 - f64::from(ago) * 0.001);
            store.record_check(id, kind, passed, calendar.day(at), at)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tasks::{add_ready_decks, progress};

    #[test]
    fn the_year_fills_every_chart_and_is_always_the_same() {
        let now = Timestamp::from_millis(1_795_561_200_000);
        let calendar = Calendar::new(jiff::tz::TimeZone::UTC, 4);
        let mut made = Vec::new();
        for _ in 0..2 {
            let mut store = Store::in_memory().unwrap();
            add_ready_decks(&mut store, now).unwrap();
            invent_year(&mut store, &Settings::default(), &calendar, now).unwrap();
            made.push(progress(&store, &Settings::default(), 10, &calendar, now).unwrap());
        }
        let year = &made[0];
        assert_eq!(made[0], made[1]);
        assert!(year.answers > 5_000 && year.learned() > 500, "{} {}", year.answers, year.learned());
        assert!(year.retention.iter().all(|of| of.answers > 0), "{:?}", year.retention);
        assert!(year.retained().percent().is_some_and(|percent| (80..97).contains(&percent)), "{:?}", year.retained());
        assert!(year.error.is_some_and(|error| error < 0.05), "{:?} {:?}", year.error, year.calibration);
        assert!(year.forecast.days.iter().filter(|cards| **cards > 0).count() > 60);
        assert!(year.streak.longest > 20 && year.finished > 10 && year.domains.len() > 10);
        assert!(year.levels.iter().take(6).all(|level| level.known > 0), "{:?}", year.levels);
        assert!(!year.hard.is_empty() && year.mixed_up.len() > 3 && year.hanja.len() > 3, "{:?}", year.hanja);
        let last = year.stocks.last().copied().unwrap();
        let counts = year.counts;
        let known = [counts.learning, counts.young, counts.mature].map(|count| i64::try_from(count).unwrap());
        assert_eq!([last.learning, last.young, last.mature], known, "flows add up");
        assert!(year.words.windows(2).all(|pair| pair[0] <= pair[1]) && year.words.last() > year.words.first());
    }
}
