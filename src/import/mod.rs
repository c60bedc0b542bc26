//! From bytes to an article: decoding, the furniture of news pages, paragraphs, sentences.

mod body;
mod decode;
mod facts;
mod plain;

pub use body::{body, paragraphs};
pub use decode::{DecodeError, Decoded, decode};
pub use plain::article;

/// The largest text that is read, in bytes: some thousand articles, or a long book.
pub const MAX_BYTES: u64 = 20_000_000;

/// Fewer Hangul syllables than this make no article.
const FEWEST_SYLLABLES: usize = 4;

/// Why a text cannot become an article.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    #[error("empty")]
    Empty,
    #[error("no Korean")]
    NoKorean,
    #[error("{bytes} bytes, at most {limit}")]
    TooLarge { bytes: u64, limit: u64 },
}

/// Refuses a text that is larger than [`MAX_BYTES`], before it is read.
pub const fn check_size(bytes: u64) -> Result<(), ImportError> {
    if bytes > MAX_BYTES { Err(ImportError::TooLarge { bytes, limit: MAX_BYTES }) } else { Ok(()) }
}

/// Refuses a text without Korean.
fn check_korean(text: &str) -> Result<(), ImportError> {
    if text.trim().is_empty() {
        return Err(ImportError::Empty);
    }
    let syllables = text.chars().filter(|&c| crate::korean::jamo::is_syllable(c)).take(FEWEST_SYLLABLES).count();
    if syllables < FEWEST_SYLLABLES { Err(ImportError::NoKorean) } else { Ok(()) }
}
