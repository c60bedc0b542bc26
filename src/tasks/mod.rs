//! The verbs: what needs the store and the pure parts together.

mod article_words;
mod correct;
mod error;
mod examine_data;
pub mod explain;
mod export_deck;
mod import_article;
mod import_source;
mod import_files;
mod list_words;
mod prepare;
mod ready_decks;
mod study_deck;

pub use article_words::ArticleWords;
pub use correct::{Corrected, correct, corrections_of, take_over, undo_correction};
pub use error::TaskError;
pub use examine_data::{Backup, Data, examine_data, latest_backup};
pub use export_deck::export_deck;
pub use import_article::{Imported, Importer};
pub use import_source::{Failure, Source, import_sources};
pub use list_words::{WordRow, list_words};
pub use prepare::Prepared;
pub use ready_decks::{READY, add_ready_decks};
pub use study_deck::{Limits, apply, begin};
