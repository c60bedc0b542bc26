//! The program from outside. One binary, because each links the dictionary.

#![allow(clippy::unwrap_used, reason = "a test's helpers are tests too")]

mod answering;
mod apart;
mod addresses;
mod bad_input;
mod clipboard;
mod corrections;
mod coverage;
mod decks;
mod dictionaries;
mod doctor;
mod field;
mod formats;
mod gold;
mod import;
mod memory;
mod kill;
mod library;
mod mutations;
mod reading;
mod screens;
#[cfg(unix)]
mod signals;
mod study;
mod support;
