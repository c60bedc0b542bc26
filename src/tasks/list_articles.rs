//! The articles with what they are about, and the same of decks.

use std::collections::HashMap;

use super::TaskError;
use crate::article::Facts;
use crate::deck::{ArticleId, DeckId, Term};
use crate::store::Store;
use crate::vocab::subject::subjects;

/// An article in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleRow {
    pub id: ArticleId,
    pub facts: Facts,
    pub decks: Vec<String>,
    /// Its subjects, as the lexicon's codes.
    pub tags: Vec<&'static str>,
}

/// The articles of a deck, or all, in the order in which they were imported.
pub fn list_articles(store: &Store, deck: Option<DeckId>) -> Result<Vec<ArticleRow>, TaskError> {
    let mut words: HashMap<ArticleId, Vec<(Term, usize)>> = HashMap::new();
    for spread in store.spread_terms()? {
        for (article, count) in spread.articles {
            words.entry(article).or_default().push((spread.term.clone(), count));
        }
    }
    let row = |row: crate::store::LibraryRow| {
        let own = words.get(&row.id).map(Vec::as_slice).unwrap_or_default();
        let tags = subjects(own.iter().map(|(term, count)| (term.term.as_str(), term.pos, *count)));
        ArticleRow { id: row.id, facts: row.facts, decks: row.decks, tags }
    };
    Ok(store.articles_listed(deck)?.into_iter().map(row).collect())
}

/// The subjects of each deck, from the terms of all its articles.
pub fn deck_subjects(store: &Store) -> Result<HashMap<DeckId, Vec<&'static str>>, TaskError> {
    let mut words: HashMap<DeckId, Vec<(Term, usize)>> = HashMap::new();
    let shelf = store.shelf()?;
    for spread in store.spread_terms()? {
        let counts: HashMap<ArticleId, usize> = spread.articles.iter().copied().collect();
        for (deck, held) in &shelf.decks {
            let count: usize = if held.articles.len() < counts.len() {
                held.articles.iter().filter_map(|article| counts.get(article)).sum()
            } else {
                spread.articles.iter().filter(|(article, _)| held.articles.contains(article)).map(|(_, n)| n).sum()
            };
            if count > 0 {
                words.entry(*deck).or_default().push((spread.term.clone(), count));
            }
        }
    }
    let tags = |own: Vec<(Term, usize)>| subjects(own.iter().map(|(term, n)| (term.term.as_str(), term.pos, *n)));
    Ok(words.into_iter().map(|(deck, own)| (deck, tags(own))).collect())
}

#[cfg(test)]
mod tests {
    use crate::lexicon;
    use crate::messages::Subject;

    #[test]
    fn every_field_of_the_lexicon_has_a_name() {
        for entry in lexicon::by_key("가", "힣") {
            assert!(entry.domain == "general" || Subject::of(entry.domain).is_some(), "{}", entry.domain);
        }
    }
}
