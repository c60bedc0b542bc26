//! The program from outside. One binary, because each links the dictionary.

mod bad_input;
mod decks;
mod import;
mod kill;
mod screens;
mod study;
mod support;
