//! The Korean language: letters, keyboard, particles, sentences, morphemes.

pub mod analyzer;
pub mod jamo;
pub mod tag;
