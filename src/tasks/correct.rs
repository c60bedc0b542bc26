//! Corrections: made, undone and taken over from a deck file, with all that follows from them in what is stored.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::{ArticleWords, TaskError};
use crate::article::Article;
use crate::cloze;
use crate::deck::{ArticleId, CorrectionId, DeckId};
use crate::korean::analyzer::Analyzer;
use crate::store::{CorrectionRow, Reread, Revision, Store, StoreError};
use crate::time::Timestamp;
use crate::vocab::correct::{Concern, Correction, Corrections};
use crate::vocab::{ArticleTerm, Kind, Pos, TermKey};

/// A revision is worked out anew if another process stored something meanwhile; at the most so many times.
const ATTEMPTS: usize = 3;

/// What a correction did, or what its undoing did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corrected {
    pub row: CorrectionRow,
    /// Articles and sentences whose words are other ones now.
    pub articles: usize,
    pub sentences: usize,
}

/// Stores a correction and applies it to every article there is.
pub fn correct(store: &mut Store, correction: Correction, now: Timestamp) -> Result<Corrected, TaskError> {
    let correction = correction.checked()?;
    let standing = store.corrections()?;
    Corrections::of(standing.iter().map(|row| &row.correction)).check_cycle(&correction)?;
    let correction = completed(store, correction)?;
    check(store, &standing, &correction)?;
    let (ids, articles, sentences) = revise(store, std::slice::from_ref(&correction), None, now)?;
    let id = ids.first().copied().ok_or(StoreError::Inconsistent("a correction without a row"))?;
    Ok(Corrected { row: CorrectionRow { id, correction, at: now }, articles, sentences })
}

/// Undoes a correction, the last one where none is named.
pub fn undo_correction(store: &mut Store, id: Option<CorrectionId>, now: Timestamp) -> Result<Corrected, TaskError> {
    let mut standing = store.corrections()?;
    let row = match id {
        Some(id) => standing.into_iter().find(|row| row.id == id).ok_or(StoreError::NoCorrection(id))?,
        None => standing.pop().ok_or(TaskError::NothingToUndo)?,
    };
    let (_, articles, sentences) = revise(store, &[], Some(&row), now)?;
    Ok(Corrected { row, articles, sentences })
}

/// Takes over the corrections of a deck file and says how many were new. The learner's own word is last: what they have
/// decided otherwise, or undone, stays so.
pub fn take_over(store: &mut Store, list: &[Correction], now: Timestamp) -> Result<usize, TaskError> {
    let undone: Vec<Correction> = store.undone_corrections()?.into_iter().map(|row| row.correction).collect();
    let mut all: Vec<Correction> = store.corrections()?.into_iter().map(|row| row.correction).collect();
    let own: HashSet<Concern> = all.iter().map(Correction::concern).collect();
    let mut new = Vec::new();
    for correction in list {
        let correction = correction.clone().checked()?;
        let decided = own.contains(&correction.concern()) || undone.contains(&correction);
        if !decided && Corrections::of(&all).check_cycle(&correction).is_ok() {
            all.push(correction.clone());
            new.push(correction);
        }
    }
    if !new.is_empty() {
        revise(store, &new, None, now)?;
    }
    Ok(new.len())
}

/// The corrections that stand and have to do with the terms of a deck, oldest first.
pub fn corrections_of(store: &Store, deck: DeckId) -> Result<Vec<Correction>, TaskError> {
    let keys: HashSet<TermKey> = store.term_stats(Some(deck))?.into_iter().map(|row| row.term.key).collect();
    let articles = store.deck_articles(deck)?;
    let texts: Vec<TermKey> =
        articles.iter().flat_map(|(_, facts, text)| [&facts.title, text]).map(|text| TermKey::of(text)).collect();
    let concerns = |correction: &Correction| {
        let subject = correction.subject();
        match correction.concern() {
            Concern::Boundary(_) => {
                keys.contains(&subject) || texts.iter().any(|text| text.as_str().contains(subject.as_str()))
            }
            Concern::Identity(_) => {
                keys.contains(&subject) || correction.target().is_some_and(|into| keys.contains(&TermKey::of(into)))
            }
            Concern::Shelf(_) | Concern::Attention(_) => keys.contains(&subject),
        }
    };
    let rows = store.corrections()?;
    Ok(rows.into_iter().map(|row| row.correction).filter(concerns).collect())
}

/// The correction with what the articles tell of the term that it leads to.
fn completed(store: &Store, correction: Correction) -> Result<Correction, TaskError> {
    Ok(match correction {
        Correction::Merge { term, into, .. } => {
            let (pos, name) =
                known_as(store, &term, &into)?.ok_or_else(|| TaskError::UnknownTerm { term: into.clone() })?;
            Correction::Merge { term, into, pos: Some(pos), name }
        }
        Correction::Lemma { term, to, pos: None } => {
            let pos = known_as(store, &term, &to)?.map(|(pos, _)| pos);
            Correction::Lemma { term, to, pos }
        }
        other => other,
    })
}

/// Part of speech of `into`, and whether it is a name: that of `term` where it has several.
fn known_as(store: &Store, term: &str, into: &str) -> Result<Option<(Pos, bool)>, TaskError> {
    let pos = store.terms_keyed(&TermKey::of(term))?.first().map(|known| known.pos);
    let known = store.terms_keyed(&TermKey::of(into))?;
    let found = known.iter().find(|known| Some(known.pos) == pos).or_else(|| known.first());
    Ok(found.map(|known| (known.pos, known.kind == Kind::Name)))
}

/// Whether the correction is about terms that are there and changes something about them.
fn check(store: &Store, standing: &[CorrectionRow], correction: &Correction) -> Result<(), TaskError> {
    let before = standing.iter().rev().find(|row| row.correction.concern() == correction.concern());
    if before.is_some_and(|row| row.correction == *correction) {
        return Err(TaskError::AlreadySo { correction: correction.clone() });
    }
    let known = store.terms_keyed(&correction.subject())?;
    let unknown = |term: &str| TaskError::UnknownTerm { term: term.to_owned() };
    let already = |so: bool| if so { Err(TaskError::AlreadySo { correction: correction.clone() }) } else { Ok(()) };
    match correction {
        Correction::Join { parts } if before.is_none() && known.is_empty() => joinable(store, parts),
        Correction::Join { .. } => Ok(()),
        // What was decided about a term that is none any more may be decided anew.
        Correction::Split { term, .. } | Correction::Lemma { term, .. } | Correction::Merge { term, .. }
            if known.is_empty() && before.is_none() =>
        {
            Err(unknown(term))
        }
        Correction::Split { term, .. } if known.iter().all(|known| known.pos != Pos::Noun) && !known.is_empty() => {
            Err(TaskError::NotNoun { term: term.clone() })
        }
        Correction::Split { .. } | Correction::Lemma { .. } | Correction::Merge { .. } => Ok(()),
        Correction::Name { term } | Correction::Term { term } | Correction::Ignore { term } if known.is_empty() => {
            Err(unknown(term))
        }
        Correction::Name { .. } => already(known.iter().all(|known| known.kind == Kind::Name)),
        Correction::Term { .. } => already(known.iter().all(|known| known.kind != Kind::Name)),
        Correction::Ignore { .. } => Ok(()),
        Correction::Unignore { term } if known.is_empty() && before.is_none() => Err(unknown(term)),
        Correction::Unignore { .. } => already(before.is_none()),
    }
}

/// A join of words that no article has is a slip of the keys, unless their letters stand together somewhere.
fn joinable(store: &Store, parts: &[String]) -> Result<(), TaskError> {
    for part in parts {
        if store.terms_keyed(&TermKey::of(part))?.is_empty() {
            let whole = TermKey::of(&parts.concat());
            for id in store.articles()? {
                let article = store.article(id)?;
                if article.is_some_and(|article| TermKey::of(&article.text).as_str().contains(whole.as_str())) {
                    return Ok(());
                }
            }
            return Err(TaskError::UnknownTerm { term: part.clone() });
        }
    }
    Ok(())
}

type Revised = (Vec<CorrectionId>, usize, usize);

fn revise(
    store: &mut Store,
    add: &[Correction],
    undo: Option<&CorrectionRow>,
    now: Timestamp,
) -> Result<Revised, TaskError> {
    for _ in 1..ATTEMPTS {
        match revise_once(store, add, undo, now) {
            Err(TaskError::Store(StoreError::Changed)) => {}
            other => return other,
        }
    }
    revise_once(store, add, undo, now)
}

fn revise_once(
    store: &mut Store,
    add: &[Correction],
    undo: Option<&CorrectionRow>,
    now: Timestamp,
) -> Result<Revised, TaskError> {
    let stamp = store.stamp()?;
    let standing = store.corrections()?;
    let before = Corrections::of(standing.iter().map(|row| &row.correction));
    let kept = standing.iter().filter(|row| undo.is_none_or(|undo| undo.id != row.id)).map(|row| &row.correction);
    let after = Corrections::of(kept.chain(add));
    let changed: Vec<&Correction> = add.iter().chain(undo.map(|row| &row.correction)).collect();
    let (mut rereads, mut sentences, mut articles) = (Vec::new(), 0, 0);
    let mut analyzer = None;
    for (id, must) in candidates(store, &changed, &before, &after)? {
        let Some(article) = store.article(id)? else { continue };
        let analyzer = match &mut analyzer {
            Some(analyzer) => analyzer,
            none => none.insert(Analyzer::open()?),
        };
        let read = ArticleWords::read(analyzer, &article)?;
        let (old, terms) = (read.terms(&before), read.terms(&after));
        sentences += differing(&article, &old, &terms);
        articles += usize::from(old != terms);
        if must || old != terms {
            let clozes = cloze::build(&article, &terms);
            rereads.push(Reread { article: id, terms, clozes });
        }
    }
    let ids =
        store.revise(stamp, &Revision { add: add.to_vec(), undo: undo.map(|row| row.id), articles: rereads }, now)?;
    // To ignore a term changes no sentence, but those that have it are what it is about.
    for correction in changed.iter().filter(|one| matches!(one.concern(), Concern::Attention(_))) {
        let (of_term, in_sentences) = store.places(&correction.subject())?;
        articles += of_term;
        sentences += in_sentences;
    }
    Ok((ids, articles, sentences))
}

/// How many sentences have other terms, or terms of another kind, than they had.
fn differing(article: &Article, old: &[ArticleTerm], new: &[ArticleTerm]) -> usize {
    let places = |terms: &[ArticleTerm]| {
        let mut places: Vec<BTreeSet<_>> = vec![BTreeSet::new(); article.sentences.len()];
        for term in terms {
            for at in &term.occurrences {
                if let Some(place) = places.get_mut(at.sentence) {
                    place.insert((at.range.start, at.range.end, term.key.clone(), term.pos, term.kind));
                }
            }
        }
        places
    };
    places(old).iter().zip(&places(new)).filter(|(old, new)| old != new).count()
}

/// Articles in which the corrections may change something, and whether they must be stored anew even if their words are
/// the same: where terms become one or part again, the row of the term may be another.
fn candidates(
    store: &Store,
    changed: &[&Correction],
    before: &Corrections,
    after: &Corrections,
) -> Result<BTreeMap<ArticleId, bool>, TaskError> {
    let (mut keys, mut moving) = (BTreeSet::new(), BTreeSet::new());
    for correction in changed.iter().filter(|one| !matches!(one.concern(), Concern::Attention(_))) {
        let own = std::iter::once(correction.subject()).chain(correction.target().map(TermKey::of));
        for key in own {
            let ends = [before, after].map(|all| all.identity(&key, Pos::Noun).0);
            let all: Vec<TermKey> = std::iter::once(key).chain(ends).collect();
            if matches!(correction.concern(), Concern::Identity(_)) {
                moving.extend(all.iter().cloned());
            }
            keys.extend(all);
        }
        // Words that a join makes one may be verbs, whose dictionary form no text has.
        if let Correction::Join { parts } = correction
            && let Some(last) = parts.last()
        {
            keys.insert(TermKey::of(last));
        }
    }
    let mut found: BTreeMap<ArticleId, bool> = BTreeMap::new();
    if keys.is_empty() {
        return Ok(found);
    }
    for key in &keys {
        for id in store.articles_with(key, true)? {
            found.entry(id).or_default();
        }
    }
    for key in &moving {
        for id in store.articles_with(key, false)? {
            found.insert(id, true);
        }
    }
    for id in store.articles()? {
        if let Some(article) = store.article(id)? {
            let texts = [TermKey::of(&article.facts.title), TermKey::of(&article.text)];
            if keys.iter().any(|key| texts.iter().any(|text| text.as_str().contains(key.as_str()))) {
                found.entry(id).or_default();
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
#[path = "correct_tests.rs"]
mod tests;
