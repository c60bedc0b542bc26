//! Why a file is no dictionary that can be read, and why a record is left out.

use std::io;

use super::Limit;

/// Where in a dictionary something stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file inside an archive.
    pub member: Option<String>,
    pub at: At,
}

/// Positions count from 1, bytes from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    Line(u64),
    Record(u64),
    Byte(u64),
}

/// A record that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bad {
    pub place: Place,
    pub problem: Problem,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    NoWord,
    NoGloss,
    /// No Hangul in the headword, or another language by its own mark.
    NotKorean,
    NotUtf8,
    /// A line that is no JSON.
    NotJson,
    /// Not built as its format has it.
    Shape,
    /// A headword beyond the limit.
    LongWord,
    /// Seen before in the same dictionary.
    Repeated,
}

#[derive(Debug, thiserror::Error)]
pub enum DictionaryError {
    #[error(transparent)]
    Io(#[from] io::Error),
    #[error("empty")]
    Empty,
    #[error("no format that is known")]
    Unknown,
    /// `cp949` tells whether the bytes look like the old Korean encoding.
    #[error("not UTF-8 at byte {offset}")]
    NotUtf8 { offset: u64, cp949: bool },
    #[error("UTF-16")]
    Utf16,
    #[error("broken archive: {detail}")]
    Archive { member: Option<String>, detail: String },
    #[error("{name}: a path out of the archive")]
    PathTrick { name: String },
    #[error("{name}: encrypted")]
    Encrypted { name: String },
    #[error("over the limit {limit:?}")]
    Limit { limit: Limit, member: Option<String> },
    /// The file ends before the dictionary does.
    #[error("cut off at {place:?}")]
    Truncated { place: Place },
    #[error("{place:?}: {detail}")]
    Syntax { place: Place, detail: String },
    /// A Yomitan dictionary of another format than 3.
    #[error("format {found}")]
    Version { found: i64 },
    #[error("no file with the ending {ending} beside it")]
    MissingPart { ending: &'static str },
    #[error("no Korean")]
    NoKorean,
    /// No good record; with the first bad one.
    #[error("no entries")]
    Nothing { first: Option<Bad> },
    /// Whoever took the entries broke off.
    #[error("stopped")]
    Stopped,
}

impl DictionaryError {
    /// A failure to read out of an archive is a broken archive.
    pub(super) fn in_archive(self, member: Option<String>) -> Self {
        match self {
            Self::Io(error) => Self::Archive { member, detail: error.to_string() },
            other => other,
        }
    }
}
