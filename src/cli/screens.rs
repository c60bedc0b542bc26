//! The screens, opened from the command line.

use super::Outcome;
use super::args::Args;
use super::context::Context;
use crate::deck::{DeckId, Mode};
use crate::tasks::Limits;

pub fn run(_context: &mut Context, _args: &Args) -> Outcome {
    Ok(())
}

pub fn study(_context: &mut Context, _args: &Args, _deck: Option<DeckId>, _mode: Mode, _limits: Limits) -> Outcome {
    Ok(())
}
