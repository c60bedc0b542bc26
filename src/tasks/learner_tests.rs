//! A learner of chance against the real store, the real queue and the real session: every answer is a transaction.
//!
//! The learner's memory is FSRS-6 with weights that dokpa does not know. What is measured is what a learner would see:
//! answers a day, and how many of the answers in review were right.

use std::collections::HashMap;

use jiff::tz::TimeZone;

use super::{Limits, apply, begin};
use crate::article::{Article, Facts, Sentence, SentenceKind};
use crate::cloze::Cloze;
use crate::deck::{Grade, Memory, Mode, State, TermId};
use crate::schedule::optimize::{histories, optimize};
use crate::schedule::simulate::{Day, Learner};
use crate::schedule::{Scheduler, Settings};
use crate::store::Store;
use crate::study::{Action, Order, Phase};
use crate::time::{Calendar, StudyDay, Timestamp};
use crate::vocab::{ArticleTerm, Kind, Occurrence, Pos, TermKey};

pub const START: Timestamp = Timestamp::from_millis(1_767_225_600_000);
const TERMS_AN_ARTICLE: usize = 20;

/// A word that is none: three syllables that count.
fn word(number: usize) -> String {
    const SYLLABLES: [char; 20] = [
        '가', '노', '두', '레', '미', '버', '소', '유', '자', '초', '쿠', '태', '피', '호', '감', '논', '달', '룡',
        '맥', '빈',
    ];
    [number / 400, number / 20, number].iter().filter_map(|n| SYLLABLES.get(n % 20)).collect()
}

/// Articles of twenty sentences with a term each; every term stands in the next article once more.
pub fn library(articles: usize) -> Store {
    let mut store = Store::in_memory().unwrap();
    for number in 0..articles {
        let own = number * TERMS_AN_ARTICLE..(number + 1) * TERMS_AN_ARTICLE;
        let older = (number.saturating_sub(1)) * TERMS_AN_ARTICLE..number * TERMS_AN_ARTICLE;
        let mut article = Article {
            facts: Facts { title: format!("글 {number}"), ..Facts::default() },
            text: String::new(),
            sentences: vec![],
            removed: vec![],
        };
        let (mut terms, mut clozes) = (Vec::new(), Vec::new());
        for (sentence, term) in own.chain(older).enumerate() {
            let shown = word(term);
            let text = format!("{number}번째 글의 {sentence}번째 문장에 {shown} 있다.");
            let range = text.find(&shown).map(|start| start..start + shown.len()).unwrap();
            let start = article.text.len();
            article.sentences.push(Sentence {
                range: start..start + text.len(),
                kind: SentenceKind::Body,
                paragraph: 0,
            });
            article.text.push_str(&text);
            article.text.push(' ');
            clozes.push(Cloze { term: sentence, sentence, range: range.clone(), score: 0.9 });
            terms.push(ArticleTerm {
                key: TermKey::of(&shown),
                term: shown,
                pos: Pos::Noun,
                kind: Kind::Noun,
                parts: vec![],
                occurrences: vec![Occurrence { sentence, range }],
                nested: 0,
                in_title: false,
                short_for: None,
            });
        }
        store.save_article("덱", &article, &terms, &clozes, START).unwrap();
    }
    store
}

/// An article with a compound of the first two words of the library.
pub fn compound(store: &mut Store) {
    let parts = vec![word(0), word(1)];
    let shown = parts.concat();
    let text = format!("{shown} 있다.");
    let range = 0..shown.len();
    let article = Article {
        facts: Facts { title: "합성어".into(), ..Facts::default() },
        text: text.clone(),
        sentences: vec![Sentence { range: 0..text.len(), kind: SentenceKind::Body, paragraph: 0 }],
        removed: vec![],
    };
    let term = ArticleTerm {
        key: TermKey::of(&shown),
        term: shown,
        pos: Pos::Noun,
        kind: Kind::Compound,
        parts,
        occurrences: vec![Occurrence { sentence: 0, range: range.clone() }],
        nested: 0,
        in_title: false,
        short_for: None,
    };
    store.save_article("덱", &article, &[term], &[Cloze { term: 0, sentence: 0, range, score: 0.9 }], START).unwrap();
}

/// Weights that differ from the published ones: this learner forgets new words sooner, and old ones more slowly.
pub fn true_weights() -> Vec<f32> {
    let mut weights = fsrs_defaults();
    for (at, factor) in [(0, 0.8), (1, 0.85), (2, 0.85), (3, 0.9), (6, 1.1), (8, 1.06), (9, 0.9), (11, 1.1), (20, 1.1)]
    {
        weights[at] *= factor;
    }
    weights
}

fn fsrs_defaults() -> Vec<f32> {
    crate::schedule::default_parameters()
}

pub struct Outcome {
    days: Vec<Day>,
}

impl Outcome {
    /// The share of right answers in review from a day on.
    fn retention(&self, from: usize) -> f64 {
        let days = self.days.get(from..).unwrap_or_default();
        let (right, all) = days.iter().fold((0, 0), |(r, a), day| (r + day.recalled, a + day.reviews));
        f64::from(right) / f64::from(all.max(1))
    }
}

/// Studies for so many days. `fit_every`: days after which the weights are fitted anew and taken if they are better.
pub fn study(days: u32, new_per_day: u32, truth: Vec<f32>, fit_every: Option<u32>) -> (Store, Outcome) {
    let articles = (days * new_per_day) as usize / TERMS_AN_ARTICLE + 1;
    let mut store = library(articles);
    let calendar = Calendar::new(TimeZone::UTC, 4);
    let settings = Settings::default();
    let truth = Scheduler::new(Settings { parameters: truth, ..settings.clone() }).unwrap();
    let mut learner = Learner::new(truth, 2026);
    let limits = Limits { new_per_day, reviews_per_day: 9999, questions: None, order: Order::Mixed };
    let mut memories: HashMap<TermId, (Memory, StudyDay)> = HashMap::new();
    let mut outcome = Outcome { days: Vec::new() };
    for number in 0..days {
        let today = calendar.day(START).plus(i32::try_from(number).unwrap());
        let mut now = calendar.start(today).plus_seconds(15 * 3600);
        let mut day = Day::default();
        let mut session = begin(&store, None, limits, settings.clone(), &calendar, Mode::Reveal.into(), now).unwrap();
        while !matches!(session.phase(), Phase::Finished) {
            let card = session.item().unwrap().card;
            let known = memories.get(&card.term).copied();
            let elapsed = known.map_or(0, |(_, last)| today.days_since(last).unsigned_abs());
            let memory = known.map(|(memory, _)| memory);
            let grade = learner.grade(memory, elapsed);
            memories.insert(card.term, (learner.remember(memory, elapsed, grade), today));
            day.answers += 1;
            day.new += u32::from(card.state == State::New);
            if card.state == State::Review {
                day.reviews += 1;
                day.recalled += u32::from(grade != Grade::Again);
            }
            session.update(Action::Reveal, now);
            now = now.plus_seconds(9);
            for effect in session.update(Action::Grade(grade), now) {
                let stored = apply(&mut store, &effect, now).unwrap();
                session.confirm(stored, now);
            }
        }
        day.kept = memories.values().map(|&(m, last)| learner.chance(m, today.days_since(last).unsigned_abs())).sum();
        outcome.days.push(day);
        if fit_every.is_some_and(|every| (number + 1) % every == 0) {
            let reviews = store.reviews(None).unwrap();
            let mut current = settings.clone();
            current.parameters = store.parameters().unwrap().unwrap_or_default();
            if let Ok(found) = optimize(&histories(&reviews), &current)
                && found.is_better()
            {
                store.set_parameters(&found.parameters).unwrap();
            }
        }
    }
    assert!(store.integrity().unwrap());
    (store, outcome)
}

fn draw(title: &str, outcome: &Outcome) {
    println!("\n{title}");
    println!("days      answers a day  in review  right    kept");
    for (month, days) in outcome.days.chunks(30).enumerate() {
        let count = f64::from(u32::try_from(days.len()).unwrap());
        let sum = |field: fn(&Day) -> u32| f64::from(days.iter().map(field).sum::<u32>());
        let (answers, reviews, right) = (sum(|d| d.answers), sum(|d| d.reviews), sum(|d| d.recalled));
        let bar = "█".repeat((1..=60).take_while(|n| f64::from(n * 5) <= answers / count).count());
        let kept = days.last().map_or(0.0, |day| day.kept);
        println!(
            "{:3}-{:3}   {:13.1}  {:9.1}  {:5.1} %  {kept:5.0}  {bar}",
            month * 30 + 1,
            month * 30 + days.len(),
            answers / count,
            reviews / count,
            100.0 * right / reviews.max(1.0)
        );
    }
    println!("right in review from day 31 on: {:.2} %", 100.0 * outcome.retention(30));
}

#[test]
fn a_learner_of_ten_weeks_keeps_what_was_wished_for() {
    let (_, outcome) = study(70, 12, fsrs_defaults(), None);
    // A word that was just forgotten cannot come back sooner than the next day: the first month lies lower.
    let retention = outcome.retention(30);
    assert!((retention - 0.9).abs() < 0.02, "{retention}");
    assert!(outcome.days.iter().all(|day| day.new <= 12), "never more new terms than a day may hold");
    assert!(outcome.days.iter().map(|day| day.new).sum::<u32>() >= 830, "and hardly ever fewer");
}

/// `just simulate`: a year of twenty new terms a day, under default settings and with weights fitted every month.
#[test]
#[ignore = "some minutes"]
fn a_learner_of_a_year() {
    let (_, plain) = study(365, 20, true_weights(), None);
    draw("A memory with other weights; default settings throughout", &plain);
    let (_, fitted) = study(365, 20, true_weights(), Some(30));
    draw("The same learner; weights fitted every thirty days and kept if better", &fitted);
    for outcome in [plain, fitted] {
        let retention = outcome.retention(30);
        assert!((retention - 0.9).abs() < 0.02, "{retention}");
    }
}
