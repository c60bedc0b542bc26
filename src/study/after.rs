//! When a due word that was met in reading is asked.

use serde::Deserialize;

/// What becomes of due words when the paragraph that has them is read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AfterParagraph {
    /// They are offered: one key asks one of them, and going on reading passes it by.
    #[default]
    Offer,
    /// One of them is asked at once.
    Ask,
    /// They wait for the day's session, or for the key.
    Nothing,
}
