//! What the answers and readings come to.

/// Syllables a minute; none where no time went by.
pub fn speed(syllables: usize, millis: i64) -> usize {
    let millis = usize::try_from(millis).unwrap_or(0);
    (syllables * 60_000).checked_div(millis).unwrap_or(0)
}
