//! Bytes of any format to [`Article`](crate::article::Article)s: telling the format, decoding, what belongs to the page,
//! what belongs to the text. One file a format.
//!
//! Reading never fails on a bad line: what is not recognised stays in the text, and what is taken out is kept aside.

mod apart;
mod archive;
mod body;
mod boilerplate;
mod dates;
mod decode;
mod document;
mod docx;
mod ending;
mod epub;
mod feed;
mod format;
mod guard;
mod html;
mod hwpx;
mod limits;
mod markdown;
mod odt;
mod office;
mod pdf;
mod plain;
mod read;
mod stop;
mod subtitle;
#[cfg(test)]
mod tests;
mod wrap;
mod xml;

pub use apart::{COMMAND as PARSE_COMMAND, parse_apart, run_parsers_apart};
pub use body::{body, paragraphs};
pub use decode::{DecodeError, Decoded, clean, decode, looks_binary};
pub use document::{Document, Format, Note, Reading};
pub use feed::{Feed, Listed, feed_link, listed};
pub use limits::{Limit, Limits, MEGABYTE};
pub use plain::article;
pub use read::read;
pub use stop::Stop;

/// Endings by which a folder's files are known for something to read.
pub const ENDINGS: [&str; 18] = [
    "txt", "text", "md", "markdown", "toml", "htm", "html", "xhtml", "epub", "pdf", "docx", "odt", "hwpx", "srt",
    "vtt", "rss", "atom", "xml",
];

/// Why a source became no article.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, serde::Serialize, serde::Deserialize)]
pub enum ImportError {
    #[error("no text")]
    Empty,
    #[error("no Korean text")]
    NoKorean,
    #[error("{bytes} bytes, the limit is {limit}")]
    TooLarge { bytes: u64, limit: u64 },
    /// Passed while reading, so that nobody knows by how much.
    #[error("more than {} of {}", allowed, limit.key())]
    Limit { limit: Limit, allowed: u64 },
    #[error(transparent)]
    Decode(#[from] DecodeError),
    /// The file does not keep to its own format, or its parser gave up.
    #[error("damaged")]
    Malformed,
    #[error("a zip archive of something else")]
    OtherArchive,
    #[error("XML of something else")]
    OtherXml,
    /// HWP 5, before HWPX.
    #[error("HWP 5")]
    OldHangul,
    #[error("a file of an old office program")]
    OldOffice,
    #[error("encrypted")]
    Encrypted,
    /// DRM.
    #[error("locked by a shop")]
    Locked,
    /// Pictures of pages.
    #[error("scanned")]
    Scanned,
    /// Fonts that do not tell their characters.
    #[error("fonts without characters")]
    Shapes,
    /// XML that defines entities of its own.
    #[error("entities")]
    Entities,
    /// The page is empty until its scripts have run.
    #[error("needs scripts")]
    NeedsScripts,
    #[error("no article on this page")]
    NoArticle,
    #[error("no feed")]
    NoFeed,
    /// A feed whose entries are no articles by themselves.
    #[error("only links")]
    OnlyLinks,
    /// Nobody waited for it any more.
    #[error("stopped")]
    Stopped,
}

/// Refuses what is too large to read, by its size alone.
pub const fn check_size(bytes: u64, limits: &Limits) -> Result<(), ImportError> {
    let limit = limits.file_bytes();
    if bytes > limit { Err(ImportError::TooLarge { bytes, limit }) } else { Ok(()) }
}
