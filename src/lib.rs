//! dokpa (독파): read Korean business news in a terminal, and keep its vocabulary.
//!
//! The modules in reading order; each may name only those that `tests/layers.rs` allows.

// A test that cuts a text of its own knows where its characters are.
#![cfg_attr(test, allow(clippy::string_slice))]

pub mod time; // moments and study days
pub mod clock; // the only place that asks what time it is
pub mod korean; // letters, keyboard, particles, sentences, morphemes
pub mod article; // one imported text
pub mod child; // other programs, run with an end
pub mod import; // bytes to articles
pub mod fetch; // addresses to bytes
pub mod clipboard; // what was copied
pub mod vocab; // morphemes to terms
pub mod lexicon; // glosses, hanja, levels
pub mod cloze; // terms to questions, answers to verdicts
pub mod dictionary; // dictionaries that a user has on disk
pub mod deck; // terms, cards, reviews, deck files
pub mod reader; // articles as they are read: coverage, places, what to learn
pub mod stats; // what the answers and readings come to
pub mod schedule; // when a card comes back
pub mod study; // the queue of a day and the session
pub mod store; // the data file
pub mod tasks; // the verbs that need store and pure parts together
pub mod messages; // all that users read, in Korean and English
pub mod config; // settings
pub mod sound; // terms, spoken by another program
pub mod tui; // the screens
pub mod cli; // the command line
