//! The verbs: what needs the store and the pure parts together.

mod article_words;
mod correct;
mod error;
pub mod explain;
mod explain_source;
mod export_deck;
mod feeds;
mod import_article;
mod import_source;
mod list_words;
mod open_source;
mod ready_decks;
mod study_deck;

pub use article_words::ArticleWords;
pub use correct::{Corrected, correct, corrections_of, take_over, undo_correction};
pub use error::TaskError;
pub use export_deck::export_deck;
pub use feeds::{Choice, add_feed, chosen, feed_named, update_feeds};
pub use import_article::{Imported, Importer};
pub use import_source::{Failure, Source, import_sources};
pub use list_words::{WordRow, list_words};
pub use open_source::{Content, Opened, open_source};
pub use ready_decks::{READY, add_ready_decks};
pub use study_deck::{Limits, apply, begin};
