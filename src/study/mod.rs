//! Study: the queue of a day and the session, a state machine without a screen.

mod hint;
mod queue;
mod rotate;
mod session;

pub use queue::{Item, order};
pub use rotate::choose;
pub use session::{Action, Attempt, Effect, Left, Outcome, Phase, Session, Stored, Tally};

pub use crate::cloze::Hint;
pub use crate::schedule::{Interval, Next, Preview};
