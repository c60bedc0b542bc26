//! All decks and which articles stand in them, and what a learner can do with them. Pure: a step is worked out as edits,
//! the same edits turned round undo it, and the store only writes them down.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{ArticleId, DeckId};
use crate::time::Timestamp;

/// What is known of a deck besides its articles.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DeckFacts {
    pub name: String,
    pub created_at: Timestamp,
    /// The chance of recall that it wishes for; `None` for the usual one.
    pub retention: Option<f32>,
    /// Left out of the home screen and of the study of all decks.
    pub archived: bool,
}

/// A deck on the shelf.
#[derive(Debug, Clone, PartialEq)]
pub struct Shelved {
    pub facts: DeckFacts,
    pub articles: BTreeSet<ArticleId>,
}

/// All decks.
#[derive(Debug, Clone, PartialEq)]
pub struct Shelf {
    pub decks: BTreeMap<DeckId, Shelved>,
    /// A new deck's: an id is never given again, so that what was done to a deck that is gone stays what it was.
    pub next: DeckId,
}

/// What a learner wants done. Decks go by their names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Arrangement {
    New {
        deck: String,
    },
    Rename {
        deck: String,
        to: String,
    },
    Merge {
        deck: String,
        into: String,
    },
    Add {
        deck: String,
        article: ArticleId,
    },
    Move {
        deck: String,
        to: String,
        article: ArticleId,
    },
    Split {
        deck: String,
        new: String,
        articles: Vec<ArticleId>,
    },
    Archive {
        deck: String,
    },
    Unarchive {
        deck: String,
    },
    Delete {
        deck: String,
    },
    /// Articles come into a deck, which is made where there is none.
    Put {
        deck: String,
        articles: Vec<ArticleId>,
    },
    /// Articles leave a deck, or all of them: then they are asked and listed no more, and their cards and answers stay.
    TakeOut {
        deck: Option<String>,
        articles: Vec<ArticleId>,
    },
    /// Articles leave all their decks for an archived one, which is made where there is none.
    Shelve {
        deck: String,
        articles: Vec<ArticleId>,
    },
}

/// What happens to one deck. Without facts before it is made, without facts behind it is gone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Edit {
    pub deck: DeckId,
    pub before: Option<DeckFacts>,
    pub after: Option<DeckFacts>,
    pub gained: Vec<ArticleId>,
    pub lost: Vec<ArticleId>,
}

/// Why something cannot be done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ShelfError {
    #[error("no deck is called {0:?}")]
    UnknownDeck(String),
    #[error("{0:?} is taken")]
    Taken(String),
    #[error("a name is empty")]
    NoName,
    #[error("{0:?} is the same deck")]
    Same(String),
    #[error("the article does not stand in {0:?}")]
    NotIn(String),
    #[error("it is so already")]
    AlreadySo,
    /// To undo that a deck was made would leave its later articles in none.
    #[error("{0:?} holds articles that came later")]
    NotEmpty(String),
}

impl Arrangement {
    /// As it is called in the log.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::New { .. } => "new",
            Self::Rename { .. } => "rename",
            Self::Merge { .. } => "merge",
            Self::Add { .. } => "add",
            Self::Move { .. } => "move",
            Self::Split { .. } => "split",
            Self::Archive { .. } => "archive",
            Self::Unarchive { .. } => "unarchive",
            Self::Delete { .. } => "delete",
            Self::Put { .. } => "put",
            Self::TakeOut { .. } => "take-out",
            Self::Shelve { .. } => "shelve",
        }
    }
}

impl Shelf {
    /// What `wish` does to the decks; never nothing.
    pub fn arrange(&self, wish: &Arrangement, now: Timestamp) -> Result<Vec<Edit>, ShelfError> {
        let mut after = self.clone();
        after.carry_out(wish, now)?;
        let edits = self.edits_to(&after);
        if edits.is_empty() { Err(ShelfError::AlreadySo) } else { Ok(edits) }
    }

    /// What gives back the decks as they were before `edits`, and leaves alone what came to them since.
    pub fn undo(&self, edits: &[Edit]) -> Result<Vec<Edit>, ShelfError> {
        let mut after = self.clone();
        for edit in edits {
            after.take_back(edit)?;
        }
        let mut names = BTreeSet::new();
        for deck in after.decks.values() {
            if !names.insert(&deck.facts.name) {
                return Err(ShelfError::Taken(deck.facts.name.clone()));
            }
        }
        Ok(self.edits_to(&after))
    }

    fn carry_out(&mut self, wish: &Arrangement, now: Timestamp) -> Result<(), ShelfError> {
        match wish {
            Arrangement::New { deck } => {
                self.make(deck, now)?;
            }
            Arrangement::Rename { deck, to } => {
                let id = self.named(deck)?;
                if deck == to {
                    return Err(ShelfError::AlreadySo);
                }
                self.free(to)?;
                self.at(id, deck)?.facts.name.clone_from(to);
            }
            Arrangement::Merge { deck, into } => {
                let (from, to) = self.two(deck, into)?;
                let gone = self.decks.remove(&from).map(|deck| deck.articles).unwrap_or_default();
                self.at(to, into)?.articles.extend(gone);
            }
            Arrangement::Add { deck, article } => {
                let id = self.named(deck)?;
                self.at(id, deck)?.articles.insert(*article);
            }
            Arrangement::Move { deck, to, article } => {
                let (from, target) = self.two(deck, to)?;
                self.take(from, deck, *article)?;
                self.at(target, to)?.articles.insert(*article);
            }
            Arrangement::Split { deck, new, articles } => {
                let from = self.named(deck)?;
                let target = self.make(new, now)?;
                for article in articles.iter().collect::<BTreeSet<_>>() {
                    self.take(from, deck, *article)?;
                    self.at(target, new)?.articles.insert(*article);
                }
            }
            Arrangement::Archive { deck } | Arrangement::Unarchive { deck } => {
                let id = self.named(deck)?;
                self.at(id, deck)?.facts.archived = matches!(wish, Arrangement::Archive { .. });
            }
            Arrangement::Delete { deck } => {
                let id = self.named(deck)?;
                self.decks.remove(&id);
            }
            Arrangement::Put { deck, articles } => {
                let id = self.named(deck).or_else(|_| self.make(deck, now))?;
                self.at(id, deck)?.articles.extend(articles);
            }
            Arrangement::TakeOut { deck: Some(deck), articles } => {
                let id = self.named(deck)?;
                let gone: BTreeSet<&ArticleId> = articles.iter().collect();
                self.at(id, deck)?.articles.retain(|article| !gone.contains(article));
            }
            Arrangement::TakeOut { deck: None, articles } => self.take_everywhere(articles),
            Arrangement::Shelve { deck, articles } => {
                self.take_everywhere(articles);
                let id = match self.named(deck) {
                    Ok(id) => id,
                    Err(_) => {
                        let id = self.make(deck, now)?;
                        self.at(id, deck)?.facts.archived = true;
                        id
                    }
                };
                self.at(id, deck)?.articles.extend(articles);
            }
        }
        Ok(())
    }

    fn take_back(&mut self, edit: &Edit) -> Result<(), ShelfError> {
        match (&edit.before, &edit.after) {
            (Some(before), Some(after)) => {
                let deck = self.at(edit.deck, &after.name)?;
                // Only what the step changed: the retention, say, may have been set since.
                if before.name != after.name {
                    deck.facts.name.clone_from(&before.name);
                }
                if before.archived != after.archived {
                    deck.facts.archived = before.archived;
                }
                deck.articles.retain(|article| !edit.gained.contains(article));
                deck.articles.extend(&edit.lost);
            }
            (Some(before), None) => {
                let articles = edit.lost.iter().copied().collect();
                self.decks.insert(edit.deck, Shelved { facts: before.clone(), articles });
            }
            (None, Some(after)) => {
                let deck = self.at(edit.deck, &after.name)?;
                if deck.articles.iter().any(|article| !edit.gained.contains(article)) {
                    return Err(ShelfError::NotEmpty(deck.facts.name.clone()));
                }
                self.decks.remove(&edit.deck);
            }
            (None, None) => {}
        }
        Ok(())
    }

    fn named(&self, name: &str) -> Result<DeckId, ShelfError> {
        let mut all = self.decks.iter();
        all.find(|(_, deck)| deck.facts.name == name)
            .map(|(id, _)| *id)
            .ok_or_else(|| ShelfError::UnknownDeck(name.to_owned()))
    }

    fn two(&self, one: &str, other: &str) -> Result<(DeckId, DeckId), ShelfError> {
        if one == other { Err(ShelfError::Same(one.to_owned())) } else { Ok((self.named(one)?, self.named(other)?)) }
    }

    fn at(&mut self, id: DeckId, name: &str) -> Result<&mut Shelved, ShelfError> {
        self.decks.get_mut(&id).ok_or_else(|| ShelfError::UnknownDeck(name.to_owned()))
    }

    fn take_everywhere(&mut self, articles: &[ArticleId]) {
        let gone: BTreeSet<&ArticleId> = articles.iter().collect();
        for deck in self.decks.values_mut() {
            deck.articles.retain(|article| !gone.contains(article));
        }
    }

    fn take(&mut self, id: DeckId, name: &str, article: ArticleId) -> Result<(), ShelfError> {
        if self.at(id, name)?.articles.remove(&article) { Ok(()) } else { Err(ShelfError::NotIn(name.to_owned())) }
    }

    fn free(&self, name: &str) -> Result<(), ShelfError> {
        if name.trim().is_empty() {
            return Err(ShelfError::NoName);
        }
        if self.named(name).is_ok() { Err(ShelfError::Taken(name.to_owned())) } else { Ok(()) }
    }

    fn make(&mut self, name: &str, now: Timestamp) -> Result<DeckId, ShelfError> {
        self.free(name)?;
        let id = self.next;
        self.next = DeckId(id.0 + 1);
        let facts = DeckFacts { name: name.to_owned(), created_at: now, retention: None, archived: false };
        self.decks.insert(id, Shelved { facts, articles: BTreeSet::new() });
        Ok(id)
    }

    /// The decks that differ, in the order of their ids.
    fn edits_to(&self, after: &Self) -> Vec<Edit> {
        let ids: BTreeSet<DeckId> = self.decks.keys().chain(after.decks.keys()).copied().collect();
        let edit = |deck| {
            let (old, new) = (self.decks.get(&deck), after.decks.get(&deck));
            let articles = |of: Option<&Shelved>| of.map(|deck| deck.articles.clone()).unwrap_or_default();
            let (had, has) = (articles(old), articles(new));
            (old != new).then(|| Edit {
                deck,
                before: old.map(|deck| deck.facts.clone()),
                after: new.map(|deck| deck.facts.clone()),
                gained: has.difference(&had).copied().collect(),
                lost: had.difference(&has).copied().collect(),
            })
        };
        ids.into_iter().filter_map(edit).collect()
    }
}

#[cfg(test)]
#[path = "shelf_tests.rs"]
mod tests;
