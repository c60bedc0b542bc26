//! The order in which new terms are met: that of the deck's list of words, without reading all of the list.

use std::collections::{HashMap, HashSet};

use crate::deck::{Card, DeckId, Term, TermId};
use crate::store::{Store, StoreError};
use crate::vocab::Kind;
use crate::vocab::rank::{Features, scores_among};

/// The rank of each of `new`, open cards that were never answered, among themselves: as `list_words` orders them.
pub fn ranks(store: &Store, deck: Option<DeckId>, new: &[(Term, Card)]) -> Result<HashMap<TermId, usize>, StoreError> {
    if new.is_empty() {
        return Ok(HashMap::new());
    }
    let counts: HashMap<TermId, _> =
        store.new_term_counts(deck)?.into_iter().map(|counts| (counts.term, counts)).collect();
    let counted: Vec<_> = new.iter().filter_map(|(term, _)| Some((term, counts.get(&term.id)?))).collect();
    let compounds = kindred(store, deck, new)?;
    let features: Vec<Features> = counted
        .iter()
        .map(|(term, counts)| Features {
            term: &term.term,
            pos: term.pos,
            kind: term.kind,
            parts: &term.parts,
            count: counts.count,
            nested: counts.nested,
            in_title: counts.in_title,
        })
        .collect();
    let compounds = compounds.iter().map(|(parts, count)| (parts.as_slice(), *count));
    let mut ranked: Vec<(f64, TermId)> = scores_among(&features, compounds)
        .into_iter()
        .zip(&counted)
        .map(|(score, (term, _))| (score.total, term.id))
        .collect();
    ranked.sort_by(|(a, one), (b, other)| b.total_cmp(a).then(one.cmp(other)));
    Ok(ranked.into_iter().enumerate().map(|(rank, (_, term))| (term, rank)).collect())
}

/// Every compound that has a part in common with one of `new`, with its occurrences: they speak for each other.
fn kindred(store: &Store, deck: Option<DeckId>, new: &[(Term, Card)]) -> Result<Vec<(Vec<String>, usize)>, StoreError> {
    let new = new.iter().filter(|(term, _)| term.kind == Kind::Compound);
    let parts: HashSet<&str> = new.flat_map(|(term, _)| &term.parts).map(String::as_str).collect();
    if parts.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for (term, of_term) in store.compounds()? {
        if of_term.iter().any(|part| parts.contains(part.as_str())) {
            found.push((of_term, store.occurrences_of(term, deck)?));
        }
    }
    Ok(found)
}
