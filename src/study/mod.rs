//! Study: the queue of a day and the session, a state machine without a screen.

mod after;
mod hint;
pub mod placement;
mod queue;
mod rotate;
mod session;

pub use after::AfterParagraph;
pub use queue::{Chosen, Item, Met, Order, order, select};
pub use rotate::choose;
pub use session::{Action, Attempt, Effect, Left, Outcome, Phase, Session, Stored, Tally};

pub use crate::cloze::Hint;
pub use crate::schedule::{Interval, Next, Preview};
