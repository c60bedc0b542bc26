//! When a card comes back: FSRS-6 for days, steps for minutes, fuzz so that days do not clump.

mod fuzz;
mod scheduler;
mod settings;

pub use scheduler::{Interval, Next, Preview, Scheduler};
pub use settings::{BadSettings, Settings};
