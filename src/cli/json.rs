//! `--json`: one object a line, the fields as DESIGN.md names them.

use serde::Serialize;

use super::{Outcome, print};
use crate::messages::Fault;

/// Prints `rows` as JSON Lines.
pub fn lines<T: Serialize>(rows: impl IntoIterator<Item = T>) -> Outcome {
    let mut out = String::new();
    for row in rows {
        out.push_str(&line(&row)?);
    }
    print(&out)
}

/// One object and its line end. JSON escapes control characters itself.
pub fn line<T: Serialize>(row: &T) -> Result<String, Option<Fault>> {
    let mut text = serde_json::to_string(row).map_err(|e| Some(Fault::Output { reason: e.to_string() }))?;
    text.push('\n');
    Ok(text)
}

/// A part of one with four digits behind the point: more would be noise.
pub fn rounded(part: f64) -> f64 {
    (part * 10_000.0).round() / 10_000.0
}
