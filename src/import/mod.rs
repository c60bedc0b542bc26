//! Bytes to an [`Article`](crate::article::Article): decoding, what belongs to the page, what belongs to the text.
//!
//! Reading never fails on a bad line: what is not recognised stays in the text.

mod body;
mod boilerplate;
mod decode;
mod ending;
mod plain;
#[cfg(test)]
mod tests;
mod wrap;

pub use body::{body, paragraphs};
pub use decode::{DecodeError, Decoded, clean, decode, looks_binary};
pub use plain::article;

/// Longest input in bytes. A newspaper's whole issue has about 1 MB.
pub const MAX_BYTES: u64 = 20_000_000;

/// Why a text became no article.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    #[error("no text")]
    Empty,
    #[error("no Korean text")]
    NoKorean,
    #[error("{bytes} bytes, the limit is {limit}")]
    TooLarge { bytes: u64, limit: u64 },
    #[error(transparent)]
    Decode(#[from] DecodeError),
}

/// Refuses what is too large to read, by its size alone.
pub const fn check_size(bytes: u64) -> Result<(), ImportError> {
    if bytes > MAX_BYTES { Err(ImportError::TooLarge { bytes, limit: MAX_BYTES }) } else { Ok(()) }
}
