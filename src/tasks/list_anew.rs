//! Brings the list of words up to date: the terms that something touched since it was opened last, and the compounds that
//! share a telling part with one of these, whose rank depends on it.

use std::collections::{BTreeMap, BTreeSet};

use super::{Meanings, TaskError};
use crate::deck::TermId;
use crate::lexicon;
use crate::store::{ListedFacts, NewListed, Store, StoreError};
use crate::vocab::rank::{Features, is_telling, scores_among};
use crate::vocab::{Kind, find};

/// Raised whenever a list is made otherwise, so that those in the learners' files are made anew.
const VERSION: u32 = 4;

/// Makes the list tell what the articles and dictionaries tell. Costs what has changed; the first time, and after another
/// dictionary, that is everything. Where another process is
/// writing, or the disk is full, the list is shown as it is.
pub fn list_anew(store: &Store) -> Result<(), TaskError> {
    let stamp = format!("{VERSION} {:x}", lexicon::stamp());
    if store.unlisted(&stamp)?.is_empty() {
        return Ok(());
    }
    let done = store.at_once(|| {
        let touched = store.unlisted(&stamp)?;
        let parts = relist(store, &touched)?;
        rank(store, &touched, &parts)?;
        Ok::<_, TaskError>(store.set_listed(&stamp)?)
    });
    match done {
        Err(TaskError::Store(StoreError::Locked | StoreError::Full)) => Ok(()),
        other => other,
    }
}

/// Puts the terms on the list as they are now, and gives the telling parts that they have or had.
fn relist(store: &Store, touched: &[TermId]) -> Result<BTreeSet<String>, TaskError> {
    let meanings = Meanings::of(store)?;
    let mut parts = BTreeSet::new();
    for id in touched {
        parts.extend(store.unlist(*id)?);
        let Some(facts) = store.listed_facts(*id)? else { continue };
        let term = &facts.term;
        let meaning = meanings.meaning(term)?;
        let (hanja, gloss) = meaning.as_ref().map_or((None, None), |m| (m.hanja.as_deref(), Some(m.gloss.as_str())));
        let compound = if term.kind == Kind::Compound { term.parts.as_slice() } else { &[] };
        let telling: Vec<&str> = compound.iter().map(String::as_str).filter(|part| is_telling(part)).collect();
        parts.extend(telling.iter().map(|part| (*part).to_owned()));
        let new = NewListed {
            level: meaning.as_ref().and_then(|meaning| meaning.level),
            domain: lexicon::find(&term.term, term.pos).map_or("", |entry| entry.domain),
            texts: find::texts(&term.term, &term.parts, hanja, gloss),
            telling,
            facts: &facts,
        };
        store.list(&new)?;
    }
    Ok(parts)
}

/// Scores the terms, and what shares one of `parts` with them.
fn rank(store: &Store, touched: &[TermId], parts: &BTreeSet<String>) -> Result<(), TaskError> {
    let mut ranked: BTreeSet<TermId> = touched.iter().copied().collect();
    for part in parts {
        ranked.extend(store.kin(part)?.into_iter().map(|(term, ..)| term));
    }
    let mut all: Vec<ListedFacts> = Vec::with_capacity(ranked.len());
    for id in ranked {
        all.extend(store.listed_facts(id)?);
    }
    let compounds = all.iter().filter(|facts| facts.term.kind == Kind::Compound);
    let telling: BTreeSet<&str> =
        compounds.flat_map(|facts| &facts.term.parts).map(String::as_str).filter(|part| is_telling(part)).collect();
    let mut kin: BTreeMap<TermId, (Vec<String>, usize)> = BTreeMap::new();
    for part in telling {
        kin.extend(store.kin(part)?.into_iter().map(|(term, parts, count)| (term, (parts, count))));
    }
    let features: Vec<Features> = all
        .iter()
        .map(|ListedFacts { term, count, nested, in_title, .. }| Features {
            term: &term.term,
            pos: term.pos,
            kind: term.kind,
            parts: &term.parts,
            count: *count,
            nested: *nested,
            in_title: *in_title,
        })
        .collect();
    let scores = scores_among(&features, kin.values().map(|(parts, count)| (parts.as_slice(), *count)));
    for (facts, score) in all.iter().zip(scores) {
        store.set_score(facts.term.id, score.total)?;
    }
    Ok(())
}

#[cfg(test)]
#[path = "list_anew_tests.rs"]
mod tests;
