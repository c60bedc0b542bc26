//! Every article with its decks, and its terms with what the learner knows of them.

use std::collections::HashMap;

use rusqlite::named_params;

use super::term::term_from;
use super::values::size;
use super::{Store, StoreError, article, card};
use crate::article::Facts;
use crate::deck::{ArticleId, DeckId, State, Status, Term};

/// An article in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LibraryRow {
    pub id: ArticleId,
    pub facts: Facts,
    /// The decks in which it stands, the oldest first.
    pub decks: Vec<String>,
    /// Whether one of them is not archived.
    pub open: bool,
    /// Sentences of the body.
    pub sentences: usize,
    /// What stands between spaces, in the body.
    pub eojeols: usize,
}

/// A term, what the learner knows of it, and how often each article has it.
#[derive(Debug, Clone, PartialEq)]
pub struct SpreadTerm {
    pub term: Term,
    /// `None` for names, which have no card.
    pub card: Option<(Status, State)>,
    pub articles: Vec<(ArticleId, usize)>,
}

impl Store {
    /// The articles of a deck, or all, in the order in which they were imported.
    pub fn articles_listed(&self, deck: Option<DeckId>) -> Result<Vec<LibraryRow>, StoreError> {
        let mut decks: HashMap<ArticleId, (Vec<String>, bool)> = HashMap::new();
        let sql = "SELECT article, name, archived FROM deck_article JOIN deck ON deck.id = deck ORDER BY deck.id";
        let links = self.rows(sql, [], |row| {
            Ok((row.get::<_, ArticleId>("article")?, row.get::<_, String>("name")?, row.get::<_, bool>("archived")?))
        })?;
        for (article, name, archived) in links {
            let (names, open) = decks.entry(article).or_default();
            names.push(name);
            *open |= !archived;
        }
        self.rows(include_str!("articles_listed.sql"), named_params! {":deck": deck}, |row| {
            let (facts, text) = article::facts_and_text(row)?;
            let id = row.get("id")?;
            let (decks, open) = decks.get(&id).cloned().unwrap_or_default();
            let (sentences, eojeols) = (size(row, "sentences")?, text.split_whitespace().count());
            Ok(LibraryRow { id, facts, decks, open, sentences, eojeols })
        })
    }

    /// Every term that an article has, with the articles.
    pub fn spread_terms(&self) -> Result<Vec<SpreadTerm>, StoreError> {
        let mut articles: HashMap<_, Vec<(ArticleId, usize)>> = HashMap::new();
        let counts = self.rows("SELECT term, article, count FROM article_term", [], |row| {
            Ok((row.get::<_, crate::deck::TermId>("term")?, row.get("article")?, size(row, "count")?))
        })?;
        for (term, article, count) in counts {
            articles.entry(term).or_default().push((article, count));
        }
        let sql = "SELECT term.id AS term_id, term.key, term.pos, term.kind, term.term AS shown, term.parts, card.status, card.state, card.step FROM term LEFT JOIN card ON card.term = term.id AND term.kind <> 'name' ORDER BY term.id";
        let mut terms = self.rows(sql, [], |row| {
            let term = term_from(row)?;
            let card = match row.get::<_, Option<Status>>("status")? {
                Some(status) => Some((status, card::state_from(row)?)),
                None => None,
            };
            Ok(SpreadTerm { articles: articles.remove(&term.id).unwrap_or_default(), term, card })
        })?;
        terms.retain(|term| !term.articles.is_empty());
        Ok(terms)
    }
}
