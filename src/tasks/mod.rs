//! The verbs: what needs the store and the pure parts together.

mod act_on_words;
mod add_dictionary;
mod article_words;
mod assess;
mod check_reading;
mod copies;
mod change_article;
mod correct;
mod error;
mod examine_data;
pub mod explain;
mod explain_source;
mod find_articles;
mod export_deck;
mod gloss_coverage;
mod feed_costs;
mod feeds;
mod goals;
mod explain_dictionary;
mod hanja_families;
mod import_article;
mod import_job;
mod import_source;
mod import_files;
mod invented_year;
mod open_source;
mod plan_texts;
mod prepare;
mod progress;
pub mod progress_said;
mod look_up;
#[cfg(test)]
mod learner_tests;
mod list_anew;
mod list_articles;
mod list_words;
mod memory;
mod own_words;
mod placement;
mod practice;
mod read_article;
mod read_next;
mod rank_new;
mod ready_decks;
mod reread;
mod search_words;
mod study_deck;
#[cfg(test)]
mod study_deck_tests;
mod term_view;
mod verdict;
mod word_lines;

pub use act_on_words::{Acted, WordAct, act_on_words, practise_words, take_back_act};
pub use add_dictionary::{Added, NewName, Progress, add_dictionary, dictionary_named};
pub use article_words::ArticleWords;
pub use assess::{Assessment, BestTerm, assess};
pub use change_article::{Renewed, renew_article, undo_article_change};
pub use check_reading::{asked, check_reading};
pub use copies::CopyOf;
pub use correct::{Corrected, correct, corrections_of, take_over, undo_correction};
pub use error::TaskError;
pub use examine_data::{Backup, Data, examine_data, latest_backup};
pub use explain_dictionary::{bad_record, fault as dictionary_fault};
pub use export_deck::export_deck;
pub use feed_costs::{EntryCost, cost_entries, source_of_entry};
pub use feeds::{Choice, add_feed, chosen, feed_named, update_feeds};
pub use find_articles::{ArticleQuery, SearchKeys, articles_by_terms, find_articles, read_state, shelving};
pub use gloss_coverage::{GlossCoverage, gloss_coverage};
pub use goals::{GoalStanding, Standing, goals};
pub use hanja_families::{Family, Member, hanja_families};
pub use import_article::{Imported, Importer};
pub use import_job::{
    FolderEntry, Harvest, ImportJob, Intake, Progress as ImportProgress, Stage, Taking, copy_in, folder_entries,
    source_of, store_harvest,
};
pub use import_source::{Failure, Source, Wish, import_sources};
pub use invented_year::invent_year;
pub use list_anew::list_anew;
pub use list_articles::{ArticleRow, deck_subjects, list_articles};
pub use list_words::{WordRow, list_words};
pub use look_up::{Meanings, Origin, Sense, choose_sense, parts_of, set_gloss};
pub use memory::{
    CardChange, CardRow, OptimizeReport, cards_of, change_cards, forecast, leeches, optimize_weights, should_optimize,
};
pub use open_source::{Content, Opened, open_source};
pub use own_words::{bring_words, mixed_up, mixed_up_with, own_words};
pub use placement::{
    PlacementTest, decline_placement, easy_terms, mark_known, mark_newcomers, offers_placement, unmark_known,
};
pub use plan_texts::{TextsPlanned, plan_feed, plan_source};
pub use practice::{Practice, PracticeOf, practise};
pub use prepare::Prepared;
pub use progress::{AHEAD, Counts, Known, Progress as Learned, RECENT, REST, YEAR, progress};
pub use read_article::{Asked, Planned, article_to_read, ask_here, find_article, plan};
pub use read_next::{NextRow, days, is_known, read_next, why};
pub use ready_decks::{READY, add_ready_decks};
pub use reread::{Rereading, rereadings};
pub use search_words::search_words;
pub use study_deck::{Limits, apply, begin};
pub use term_view::{MetSentences, TermView, memory_said, set_note, term_view};
pub use verdict::{composition, hint_text, reasons};
pub use word_lines::{WordFinder, WordLine, find_words, word_lines};

#[cfg(test)]
mod judging_tests;
#[cfg(test)]
mod library_tests;
#[cfg(test)]
mod opening_tests;
