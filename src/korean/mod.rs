//! The Korean language: letters, keyboard, particles, sentences, morphemes.

pub mod analyzer;
pub mod jamo;
pub mod josa;
pub mod keyboard;
pub mod naming;
pub mod pronunciation;
pub mod sentence;
pub mod tag;
