//! One screen a file: its state, what commands do to it, how it is drawn.

pub mod answer;
pub mod checking;
pub mod correcting;
pub mod corrections;
pub mod deck_picker;
pub mod goals;
pub mod help;
pub mod home;
pub mod library;
pub mod import;
mod import_summary;
pub mod look_up;
pub mod meaning;
pub mod placement;
pub mod planning;
pub mod progress;
pub mod reading;
pub mod study;
pub mod words;
