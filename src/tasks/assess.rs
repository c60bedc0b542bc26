//! What an article would cost this reader, before it is stored: for the summary of an import.

use std::collections::BTreeMap;

use super::{Meanings, Prepared, TaskError, days, is_known};
use crate::deck::{State, Status};
use crate::store::Store;
use crate::vocab::difficulty::{Difficulty, Measures, Word, difficulty, measure};
use crate::vocab::rank::{Features, scores};
use crate::vocab::{ArticleTerm, Kind, Pos, TermKey};

/// The terms that are shown to be taken or left.
const BEST: usize = 10;

/// A term that is worth learning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BestTerm {
    pub term: String,
    pub key: TermKey,
    pub gloss: Option<String>,
    pub count: usize,
}

/// What several articles, read together, come to.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    pub sentences: usize,
    pub eojeols: usize,
    pub measures: Measures,
    pub difficulty: Difficulty,
    /// Different terms, names apart.
    pub terms: usize,
    /// Of these, never answered and neither known nor ignored.
    pub new_terms: usize,
    /// Different names.
    pub names: usize,
    /// Days that the new terms take at the usual pace.
    pub days: usize,
    /// The new terms that are worth most, best first.
    pub best: Vec<BestTerm>,
}

/// A term, how often it stands there, and its card if it has one already.
type Weighed = (ArticleTerm, usize, Option<(Status, State)>);

/// Assesses articles; what is stored already says nothing here.
pub fn assess(store: &Store, articles: &[&Prepared], new_per_day: u32) -> Result<Assessment, TaskError> {
    let mut all: BTreeMap<(TermKey, Pos), (ArticleTerm, usize)> = BTreeMap::new();
    for term in articles.iter().flat_map(|article| &article.terms) {
        let (found, count) = all.entry((term.key.clone(), term.pos)).or_insert_with(|| (term.clone(), 0));
        *count += term.occurrences.len();
        found.in_title |= term.in_title;
    }
    let names = all.values().filter(|(term, _)| term.kind == Kind::Name).count();
    let mut terms: Vec<Weighed> = Vec::with_capacity(all.len());
    for ((key, pos), (term, count)) in all.into_iter().filter(|(_, (term, _))| term.kind != Kind::Name) {
        let cards = store.cards_keyed(&key)?;
        let card = cards.iter().find(|(term, _)| term.pos == pos).map(|(_, card)| (card.status, card.state));
        terms.push((term, count, card));
    }
    let sentences = articles.iter().map(|one| one.article.sentences.len()).sum();
    let eojeols = articles.iter().map(|one| one.article.text.split_whitespace().count()).sum();
    let words = terms.iter().map(|(term, count, card)| Word {
        term: &term.term,
        pos: term.pos,
        parts: &term.parts,
        count: *count,
        known: is_known(*card),
    });
    let measures = measure(words, sentences, eojeols);
    let new_terms = terms.iter().filter(|(_, _, card)| is_new(*card)).count();
    Ok(Assessment {
        sentences,
        eojeols,
        difficulty: difficulty(&measures),
        measures,
        terms: terms.len(),
        new_terms,
        names,
        days: days(new_terms, new_per_day),
        best: best(store, &terms)?,
    })
}

/// A term without a card is new to all articles.
fn is_new(card: Option<(Status, State)>) -> bool {
    card.is_none_or(|card| card == (Status::Active, State::New))
}

fn best(store: &Store, terms: &[Weighed]) -> Result<Vec<BestTerm>, TaskError> {
    let features: Vec<Features> = terms
        .iter()
        .map(|(term, count, _)| Features {
            term: &term.term,
            pos: term.pos,
            kind: term.kind,
            parts: &term.parts,
            count: *count,
            nested: term.nested,
            in_title: term.in_title,
        })
        .collect();
    let mut ranked: Vec<(f64, &ArticleTerm, usize)> = scores(&features)
        .iter()
        .zip(terms)
        .filter(|(_, (_, _, card))| is_new(*card))
        .map(|(score, (term, count, _))| (score.total, term, *count))
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.key.cmp(&b.1.key)));
    let meanings = Meanings::of(store)?;
    let told = |(_, term, count): (f64, &ArticleTerm, usize)| {
        let sense = meanings.look_up(&term.term, Some(term.pos), &term.parts)?.into_iter().next();
        Ok(BestTerm { term: term.term.clone(), key: term.key.clone(), gloss: sense.map(|sense| sense.gloss), count })
    };
    ranked.into_iter().take(BEST).map(told).collect()
}
