//! `dokpa stats`

use std::path::Path;

use super::Outcome;
use super::args::Args;
use super::context::Context;

pub fn run(_context: &Context, _json: bool, _html: Option<&Path>) -> Outcome {
    Ok(())
}

pub fn demo(_args: &Args, _folder: &Path) -> Outcome {
    Ok(())
}
