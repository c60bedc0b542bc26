//! The reader's words with what they said of them and mixed up, out of the store.

use std::collections::HashMap;

use crate::cloze::OwnWords;
use crate::deck::{Mark, Term, TermId};
use crate::korean::josa;
use crate::store::{Store, StoreError};
use crate::study::Session;
use crate::vocab::TermKey;

/// Occurrences that are looked through for what stands behind a term: some fifty articles, so that a large library is not
/// read at each start.
const READ: usize = 20_000;

/// Everything that judging and choosing ask of the store. The terms are moved, and looked up by the place that they have
/// among all: of a hundred thousand, each copy and each further index would be waited for.
pub fn own_words(store: &Store) -> Result<OwnWords, StoreError> {
    let terms = store.own_terms()?;
    // None of them is a name, so the places are those of the words; they are in the order of their ids.
    let ids: Vec<TermId> = terms.iter().map(|term| term.id).collect();
    let mut own = OwnWords::keyed(terms.into_iter().map(Term::into_word));
    let name = |own: &OwnWords, id: TermId| {
        let at = ids.binary_search(&id).ok()?;
        own.words().get(at).map(|word| word.term.clone())
    };
    for (term, word, remark) in store.remarks()? {
        if let Some(name) = name(&own, term) {
            own.remark(&name, &word, remark);
        }
    }
    for (term, choices) in store.choices_shown()? {
        if let Some(name) = name(&own, term) {
            own.show(&name, &choices);
        }
    }
    for (term, after) in store.followings(READ)? {
        if let Some(name) = name(&own, term) {
            own.follow(&name, &after);
        }
    }
    let counted = counted(|key| own.position(key).and_then(|at| ids.get(at)).copied(), &store.wrong_answers()?);
    for ((one, other), _) in counted {
        if let (Some(one), Some(other)) = (name(&own, one), name(&own, other)) {
            own.mix_up(&one, &other);
        }
    }
    Ok(own)
}

/// Gives a session the reader's words if it cannot go on without them. To be called after each step that it takes.
pub fn bring_words(store: &Store, session: &mut Session) -> Result<(), StoreError> {
    if session.lacks_words() {
        session.learn(own_words(store)?);
    }
    Ok(())
}

/// The own terms that `term` was mixed up with by `mark`, the most frequent first; as [`OwnWords::mixed_up_with`] tells of
/// all, but only what concerns this term is read.
pub fn mixed_up_with(store: &Store, term: &Term, mark: Mark) -> Result<Vec<String>, StoreError> {
    let key = TermKey::of(&term.term);
    let mut terms = store.own_terms_keyed(&key)?;
    let ids: Vec<TermId> = terms.iter().map(|term| term.id).collect();
    let answers = store.wrong_answers_about(&ids, &key, mark)?;
    for (asked, typed) in &answers {
        terms.extend(store.own_term(*asked)?);
        for reading in josa::strip_josa(typed.trim()) {
            terms.extend(store.own_terms_keyed(&TermKey::of(reading))?);
        }
    }
    terms.sort_by_key(|term| term.id);
    terms.dedup_by_key(|term| term.id);
    let names: HashMap<TermId, &str> = terms.iter().map(|term| (term.id, term.term.as_str())).collect();
    let mut own = OwnWords::new(terms.iter().map(Term::word).collect());
    for (one, other) in pairs(&terms, &answers) {
        if let (Some(one), Some(other)) = (names.get(&one), names.get(&other)) {
            own.mix_up(one, other);
        }
    }
    Ok(own.mixed_up_with(&term.term).into_iter().map(|word| word.term.clone()).collect())
}

/// Pairs of terms of which one was given for the other, the most frequent first, between equals the latest.
pub fn mixed_up(store: &Store) -> Result<Vec<(TermId, TermId)>, StoreError> {
    Ok(pairs(&store.own_terms()?, &store.wrong_answers()?))
}

/// Two terms that a learner takes for one another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MixedUp {
    pub one: String,
    pub other: String,
    pub times: usize,
}

/// Wrong answers that are looked through for what is mixed up nowadays.
const LATELY: usize = 2_000;

/// The `most` pairs of [`mixed_up`] that happened more than once in the last answers; only the terms concerned are read.
pub fn mixed_up_lately(store: &Store, most: usize) -> Result<Vec<MixedUp>, StoreError> {
    let answers = store.wrong_answers_lately(LATELY)?;
    let mut keys: Vec<TermKey> = Vec::new();
    let mut terms: Vec<Term> = Vec::new();
    for (asked, typed) in &answers {
        if !terms.iter().any(|term| term.id == *asked) {
            terms.extend(store.own_term(*asked)?);
        }
        for key in josa::strip_josa(typed.trim()).iter().map(|reading| TermKey::of(reading)) {
            if !keys.contains(&key) {
                terms.extend(store.own_terms_keyed(&key)?);
                keys.push(key);
            }
        }
    }
    terms.sort_by_key(|term| term.id);
    terms.dedup_by_key(|term| term.id);
    let name = |id: TermId| terms.iter().find(|term| term.id == id).map(|term| term.term.clone());
    let found = counted(of_key(&terms), &answers).into_iter().filter(|(_, times)| *times > 1).take(most);
    Ok(found
        .filter_map(|((one, other), times)| Some(MixedUp { one: name(one)?, other: name(other)?, times }))
        .collect())
}

fn pairs(terms: &[Term], answers: &[(TermId, String)]) -> Vec<(TermId, TermId)> {
    counted(of_key(terms), answers).into_iter().map(|(pair, _)| pair).collect()
}

/// The term with a key; of several the last one.
fn of_key(terms: &[Term]) -> impl Fn(&TermKey) -> Option<TermId> + use<> {
    let by_key: HashMap<TermKey, TermId> = terms.iter().map(|term| (term.key.clone(), term.id)).collect();
    move |key| by_key.get(key).copied()
}

/// Each pair with how often one was given for the other.
fn counted(
    of_key: impl Fn(&TermKey) -> Option<TermId>,
    answers: &[(TermId, String)],
) -> Vec<((TermId, TermId), usize)> {
    // A particle may have been typed along.
    let given = |text: &str| josa::strip_josa(text).iter().find_map(|reading| of_key(&TermKey::of(reading)));
    let mut counts: HashMap<(TermId, TermId), (usize, usize)> = HashMap::new();
    for (at, (term, text)) in answers.iter().enumerate() {
        let Some(other) = given(text.trim()).filter(|other| other != term) else { continue };
        let (count, last) = counts.entry(((*term).min(other), (*term).max(other))).or_default();
        (*count, *last) = (*count + 1, at);
    }
    let mut pairs: Vec<_> = counts.into_iter().collect();
    pairs.sort_by_key(|(pair, (count, last))| (std::cmp::Reverse((*count, *last)), *pair));
    pairs.into_iter().map(|(pair, (count, _))| (pair, count)).collect()
}
