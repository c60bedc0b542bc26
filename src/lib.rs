//! dokpa (독파): read Korean business news in a terminal, and keep its vocabulary.
//!
//! The modules in reading order; each may name only those that `tests/layers.rs` allows.

pub mod time; // moments and study days
pub mod clock; // the only place that asks what time it is
pub mod korean; // jamo, keyboard, particles, sentences, morphemes
pub mod article; // one imported text
pub mod vocab; // morphemes to terms
pub mod cloze; // terms to questions, answers to verdicts
pub mod deck; // terms, cards, reviews, deck files
pub mod schedule; // when a card comes back
