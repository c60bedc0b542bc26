//! What the entries say, kept once.
//!
//! Most entries say the same few things (a common noun of one piece), and lindera's builder writes them for each. The
//! analyzer reads them for every morpheme, at random among 48 MB; kept once they are a fraction of it, and the common ones
//! stand in the processor's cache.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use crate::Outcome;

/// Rewrites `dict.words` (for each entry the length of what it says, four bytes, and the text) and `dict.wordsidx` (where
/// each entry's begins, four bytes), so that entries that say the same share it.
pub fn share(folder: &Path) -> Outcome<()> {
    let (words, index) = (folder.join("dict.words"), folder.join("dict.wordsidx"));
    let (told, begins) = (fs::read(&words)?, fs::read(&index)?);
    let mut known: HashMap<&[u8], u32> = HashMap::new();
    let mut shared = Vec::new();
    let mut shared_begins = Vec::with_capacity(begins.len());
    for begin in begins.as_chunks().0 {
        let begin = usize::try_from(u32::from_le_bytes(*begin))?;
        let record = record(&told, begin).ok_or("dict.wordsidx names what dict.words lacks")?;
        let next = u32::try_from(shared.len())?;
        let at = *known.entry(record).or_insert(next);
        if at == next {
            shared.extend_from_slice(record);
        }
        shared_begins.extend_from_slice(&at.to_le_bytes());
    }
    fs::write(words, shared)?;
    fs::write(index, shared_begins)?;
    Ok(())
}

/// The length and the text that begin at a byte.
fn record(told: &[u8], begin: usize) -> Option<&[u8]> {
    let length = told.get(begin..)?.first_chunk()?;
    let end = begin + 4 + usize::try_from(u32::from_le_bytes(*length)).ok()?;
    told.get(begin..end)
}
