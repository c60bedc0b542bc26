//! The program from outside. One binary, because each links the dictionary.

#![allow(clippy::unwrap_used, reason = "a test's helpers are tests too")]

mod answering;
mod bad_input;
mod corrections;
mod decks;
mod dictionaries;
mod doctor;
mod field;
mod gold;
mod import;
mod kill;
mod reading;
mod screens;
mod study;
mod support;
