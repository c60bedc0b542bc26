//! What is remembered: terms, the card of each, and the answers given.

mod article_listing;
mod card;
mod file;
mod listing;
mod mode;
mod review;
mod shelf;
mod term;

pub use article_listing::{ArticleFilter, ArticleSort, ReadState, Shelving};
pub use card::{Card, Due, Memory, State, Status};
pub use file::{DeckFile, DeckFileError, FileArticle};
pub use listing::{BadFilter, KINDS, WordFilter, WordSort, WordState, turned};
pub use mode::{Mode, ModeChoice};
pub use review::{Aid, Answer, Grade, Mark, Review};
pub use shelf::{Arrangement, DeckFacts, Edit, Shelf, ShelfError, Shelved};
pub use term::{Question, Term};

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);
    )*};
}

ids! {
    /// Row of a deck.
    DeckId,
    /// Row of an article.
    ArticleId,
    /// Row of what was done with articles; grows with every step.
    ArticleChangeId,
    /// Row of a sentence.
    SentenceId,
    /// Row of a term, and so of its card: one card a term.
    TermId,
    /// Row of a cloze.
    ClozeId,
    /// Row of a review; grows with every answer.
    ReviewId,
    /// Row of a correction; grows with every one.
    CorrectionId,
    /// Row of what was done with decks; grows with every step.
    DeckChangeId,
    /// Row of a goal; grows with every one.
    GoalId,
    /// Row of an imported dictionary.
    DictionaryId,
}
