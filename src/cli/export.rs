//! `dokpa export`

use std::io::Write;
use std::path::Path;

use super::context::Context;
use super::{Outcome, explain, print};
use crate::messages::{Fault, Line};
use crate::tasks;

pub fn run(context: &Context, deck: &str, file: &Path) -> Outcome {
    let Some(id) = context.deck(Some(deck))? else { return Err(Some(Fault::UnknownDeck { name: deck.to_owned() })) };
    let shown = file.display().to_string();
    if file.extension().is_none_or(|ending| !ending.eq_ignore_ascii_case("toml")) {
        return Err(Some(Fault::UnknownFormat { path: shown }));
    }
    let deck_file = tasks::export_deck(&context.store, id, deck).map_err(|e| explain::plain_task(&e))?;
    write(file, deck_file.to_text().as_bytes())
        .map_err(|e| Some(Fault::Unwritable { path: shown.clone(), reason: explain::io(&e, context.lang) }))?;
    if context.quiet { Ok(()) } else { print(&format!("{}\n", Line::Exported { path: shown }.text(context.lang))) }
}

/// Writes beside the target and renames, so that a failure leaves what was there.
fn write(target: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut beside = target.as_os_str().to_owned();
    beside.push(".part");
    let beside = Path::new(&beside);
    let outcome = std::fs::File::create(beside)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| std::fs::rename(beside, target));
    if outcome.is_err() {
        let _ = std::fs::remove_file(beside);
    }
    outcome
}
