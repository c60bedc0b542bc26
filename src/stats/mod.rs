//! What the answers and readings come to: pure counting, over rows that the store keeps.

mod calibration;
mod days;
mod goal;
mod growth;
mod hanja;
mod pace;
mod retention;

pub use calibration::{Bin, calibrated, recall};
pub use days::{Day, Streak, by_day, streak};
pub use goal::{Forecast, forecast, minutes_left, speed};
pub use growth::{Stock, growth, learned};
pub use hanja::{AnsweredWord, HardHanja, hardest};
pub use pace::{ByDay, DailyStanding, ENOUGH_DAYS, Pace, WINDOW};
pub use retention::{AGES, Retention, retention};
