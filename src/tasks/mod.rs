//! The verbs: what needs the store and the pure parts together.

mod article_words;
mod correct;
mod error;
pub mod explain;
mod export_deck;
mod import_article;
mod import_source;
#[cfg(test)]
mod learner_tests;
mod list_words;
mod memory;
mod own_words;
mod practice;
mod ready_decks;
mod study_deck;
#[cfg(test)]
mod study_deck_tests;
mod verdict;

pub use article_words::ArticleWords;
pub use correct::{Corrected, correct, corrections_of, take_over, undo_correction};
pub use error::TaskError;
pub use export_deck::export_deck;
pub use import_article::{Imported, Importer};
pub use import_source::{Failure, Source, import_sources};
pub use list_words::{WordRow, list_words};
pub use memory::{
    CardChange, CardRow, OptimizeReport, cards_of, change_cards, forecast, leeches, mark_known, optimize_weights,
    should_optimize, unmark_known,
};
pub use own_words::{mixed_up, own_words};
pub use practice::{Practice, PracticeOf, practise};
pub use ready_decks::{READY, add_ready_decks};
pub use study_deck::{Limits, apply, begin};
pub use verdict::{composition, hint_text, reasons};

#[cfg(test)]
mod judging_tests;
