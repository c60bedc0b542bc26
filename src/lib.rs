//! dokpa (독파): read Korean business news in a terminal, and keep its vocabulary.
//!
//! The modules in reading order; each may name only those that `tests/layers.rs` allows.

pub mod article; // one imported text
pub mod clock; // the only place that asks what time it is
pub mod cloze; // terms to questions, answers to verdicts
pub mod deck;
pub mod import; // bytes to articles
pub mod korean; // jamo, keyboard, particles, sentences, morphemes
pub mod lexicon; // glosses, hanja, levels
pub mod messages; // all that users read, in Korean and English
pub mod schedule; // when a card comes back
pub mod store;
pub mod time; // moments and study days
pub mod vocab; // morphemes to terms // terms, cards, reviews, deck files // the data file
