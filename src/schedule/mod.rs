//! When a card comes back: FSRS-6 for days, steps for minutes, fuzz and load so that days do not clump.

mod fuzz;
mod load;
pub mod optimize;
mod scheduler;
mod settings;
pub mod simulate;
mod steps;
mod waits;

pub use load::Load;
pub use scheduler::{Next, Preview, Scheduler, Traits, default_parameters};
pub use settings::{BadSettings, Grading, RETENTIONS, Settings};
pub use waits::Interval;
