//! The decks that are there on first start, made from `seeds/` and embedded.

use super::{Importer, TaskError};
use crate::deck::DeckFile;
use crate::store::Store;
use crate::time::Timestamp;

/// The files of `decks/`.
pub const READY: &[&str] = &[
    include_str!("../../decks/1-companies.toml"),
    include_str!("../../decks/2-finance.toml"),
    include_str!("../../decks/3-industry.toml"),
    include_str!("../../decks/4-living.toml"),
];

/// Remembers that the decks were offered, so that a deck the user removed stays removed.
const OFFERED: &str = "ready_decks";

/// Imports the ready decks into a store that never had them. Says whether it did.
pub fn add_ready_decks(store: &mut Store, now: Timestamp) -> Result<bool, TaskError> {
    if store.meta(OFFERED)?.is_some() {
        return Ok(false);
    }
    let mut importer = Importer::new(store, now);
    for (number, text) in READY.iter().enumerate() {
        let name = format!("decks/{}", number + 1);
        let file = DeckFile::parse(text).map_err(|source| TaskError::DeckFile { name: name.clone(), source })?;
        importer.deck_file(&file, None, &name)?;
    }
    super::mark_newcomers(store)?;
    store.set_meta(OFFERED, "1")?;
    Ok(true)
}
