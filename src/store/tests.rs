//! The store against real files and the real schema. Builders first; the tests stand by subject below.

mod answering;
mod articles;
mod corrections;
mod dictionaries;
mod feeds;
mod files;
mod plan;
mod reading;
mod reviews;
mod shelf;
mod study;
mod updates;

use super::*;
use crate::article::{Article, Facts, Sentence, SentenceKind};
use crate::cloze::{Cloze, Verdict};
use crate::deck::{Answer, ArticleId, Card, ClozeId, DeckId, Due, Grade, Memory, Mode, State, Status, TermId};
use crate::time::{StudyDay, Timestamp};
use crate::vocab::{ArticleTerm, Kind, Occurrence, Pos, TermKey};

const NOW: Timestamp = Timestamp::from_millis(1_770_000_000_000);
const TODAY: StudyDay = StudyDay::new(20_485);

/// An article of one paragraph, with its terms and one cloze an occurrence; earlier occurrences score better.
pub(super) struct Sample {
    article: Article,
    terms: Vec<ArticleTerm>,
    clozes: Vec<Cloze>,
}

fn sample(title: &str, sentences: &[&str]) -> Sample {
    let mut article = Article {
        facts: Facts { title: title.into(), outlet: Some("독파경제".into()), ..Facts::default() },
        text: sentences.join(" "),
        sentences: vec![],
        removed: vec!["무단전재 금지".into()],
    };
    let mut start = 0;
    for text in sentences {
        let range = start..start + text.len();
        start = range.end + 1;
        article.sentences.push(Sentence { range, kind: SentenceKind::Body, paragraph: 0 });
    }
    Sample { article, terms: vec![], clozes: vec![] }
}

impl Sample {
    /// Adds a term wherever its letters stand.
    fn with(mut self, term: &str, kind: Kind) -> Self {
        let mut occurrences = Vec::new();
        for (sentence, unit) in self.article.sentences.iter().enumerate() {
            if let Some(start) = self.article.sentence_text(unit).find(term) {
                occurrences.push(Occurrence { sentence, range: start..start + term.len() });
            }
        }
        if kind != Kind::Name {
            for (i, at) in occurrences.iter().enumerate() {
                let score = 1.0 / (1.0 + f32::from(u8::try_from(i).unwrap()));
                let range = at.range.clone();
                self.clozes.push(Cloze { term: self.terms.len(), sentence: at.sentence, range, score });
            }
        }
        self.terms.push(ArticleTerm {
            key: TermKey::of(term),
            term: term.into(),
            pos: Pos::Noun,
            kind,
            parts: if kind == Kind::Compound { vec!["해외".into(), "진출".into()] } else { vec![] },
            occurrences,
            nested: 1,
            in_title: self.article.facts.title.contains(term),
            short_for: None,
        });
        self
    }

    pub(super) fn save(&self, store: &mut Store, deck: &str) -> Saved {
        store.save_article(deck, &self.article, &self.terms, &self.clozes, NOW).unwrap()
    }
}

/// 해외진출 (twice), 통신사 (once) and the name 한빛 in one article.
pub(super) fn telecom() -> Sample {
    sample("통신사 해외진출", &["한빛 등 통신사들의 해외진출이 활발하다.", "해외진출은 쉽지 않다.", "그래도 간다."])
        .with("해외진출", Kind::Compound)
        .with("통신사", Kind::Noun)
        .with("한빛", Kind::Name)
}

/// 해외진출 again, and 은행.
fn banks() -> Sample {
    sample("은행", &["은행의 해외진출이 늘었다."]).with("해외진출", Kind::Compound).with("은행", Kind::Noun)
}

fn store_with(samples: &[(&str, Sample)]) -> Store {
    let mut store = Store::in_memory().unwrap();
    for (deck, sample) in samples {
        sample.save(&mut store, deck);
    }
    store
}

fn term_id(store: &Store, term: &str) -> TermId {
    store.term_stats(None).unwrap().into_iter().find(|stats| stats.term.term == term).unwrap().term.id
}

/// The card after an answer that brings it back on `due`.
fn reviewed(before: Card, due: Due) -> Card {
    Card {
        state: match due {
            Due::At(_) => State::Learning { step: 1 },
            Due::On(_) => State::Review,
        },
        memory: Some(Memory { stability: 3.127_3, difficulty: 5.3 }),
        due: Some(due),
        last_review: Some(NOW),
        reps: before.reps + 1,
        ..before
    }
}

/// An answer to `before` on its first question.
fn answer(store: &Store, before: Card, due: Due) -> Answer {
    let cloze: ClozeId = store.questions(before.term, None).unwrap()[0].cloze;
    Answer {
        before,
        after: reviewed(before, due),
        cloze,
        grade: Grade::Good,
        proposed: Some(Grade::Good),
        mode: Mode::Type,
        typed: Some("해외진출".into()),
        verdict: Some(Verdict::Correct),
        hints: 1,
        aid: crate::deck::Aid::default(),
        duration_ms: 4200,
        at: NOW,
        day: TODAY,
        zone_minutes: 540,
        interval_days: 3.0,
    }
}

/// Answers the card of `term` as it stands.
fn record(store: &mut Store, term: &str, due: Due) -> crate::deck::ReviewId {
    let card = store.card(term_id(store, term)).unwrap().unwrap();
    let answer = answer(store, card, due);
    store.record(&answer).unwrap()
}

fn shown(cards: Vec<(crate::deck::Term, Card)>) -> Vec<String> {
    cards.into_iter().map(|(term, _)| term.term).collect()
}

/// The number of rows of every table that an import writes.
fn counts(store: &Store) -> Vec<i64> {
    ["article", "sentence", "term", "article_term", "occurrence", "cloze", "card", "review"]
        .iter()
        .map(|table| store.conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap())
        .collect()
}

fn deck(store: &Store, name: &str) -> Option<DeckId> {
    let found = store.deck_named(name).unwrap();
    assert!(found.is_some(), "no deck {name}");
    found
}
