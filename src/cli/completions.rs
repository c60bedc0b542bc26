//! `dokpa completions` and `dokpa man`

use super::{Outcome, args, print};
use crate::messages::Fault;

pub fn completions(shell: clap_complete::Shell) -> Outcome {
    let mut out = Vec::new();
    clap_complete::generate(shell, &mut args::command(), "dokpa", &mut out);
    print(&String::from_utf8_lossy(&out))
}

pub fn man() -> Outcome {
    let mut out = Vec::new();
    let rendered = clap_mangen::Man::new(args::command()).render(&mut out);
    rendered.map_err(|e| Some(Fault::Output { reason: e.to_string() }))?;
    print(&String::from_utf8_lossy(&out))
}
