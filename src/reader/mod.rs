//! Reading an article: what the reader knows of it, where they are, and what it would take to read more of it.
//!
//! Nothing here knows a screen: lines are broken where their width is known.

mod block;
mod check;
mod compose;
mod coverage;
mod goal;
mod knowledge;
mod mark;
mod pace;
mod payoff;
mod place;
mod reread;

pub use block::{Block, blocks};
pub use check::{BLANK, CheckKind, CheckQuestion, LABELS, Material, questions};
pub use compose::{Composed, Piece, compose};
pub use coverage::{Coverage, Share};
pub use goal::{Goal, MOST, Measure, aim};
pub use knowledge::{Knowledge, MATURE};
pub use mark::{Mark, Outermost, outermost};
pub use pace::{PAUSE_MS, Pace, syllables};
pub use payoff::{Gain, payoff};
pub use place::{Place, Step};
pub use reread::Grown;
