//! How much of what a file may bring. Real dictionaries stay far below; what goes over is refused with the limit's name.

/// Bytes that all files of a dictionary may unpack to. The learners' dictionary has 0.4 GB.
pub const UNPACKED: u64 = 8_000_000_000;
/// A packed file may unpack to so many times its size; text reaches ten to thirty times.
pub const RATIO: u64 = 200;
/// Up to so many bytes the ratio is not looked at: small files of the same letter are harmless.
pub const RATIO_FROM: u64 = 16_000_000;
/// Bytes of one record: an entry, a line, an element of a list.
pub const RECORD: u64 = 8_000_000;
/// Files in an archive.
pub const MEMBERS: usize = 10_000;
/// Entries of one dictionary.
pub const ENTRIES: usize = 3_000_000;
/// Bytes of a file that has to be held in memory whole: StarDict's packed texts.
pub const IN_MEMORY: u64 = 256_000_000;
/// Bytes of a file that describes others: Yomitan's index, StarDict's ifo.
pub const DESCRIPTION: u64 = 1_000_000;
/// Levels of nested content.
pub const NESTING: usize = 64;
/// Letters of a headword; proverbs are headwords too.
pub const WORD: usize = 100;
/// Letters of a gloss, a definition or an example; what is longer is cut.
pub const TEXT: usize = 2_000;
/// Senses of an entry; what is more is left out.
pub const SENSES: usize = 60;

/// A limit that a file broke.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    Unpacked,
    Ratio,
    Record,
    Members,
    Entries,
    InMemory,
    Description,
}

impl Limit {
    /// The limit itself: bytes, times or a number of things.
    pub const fn value(self) -> u64 {
        match self {
            Self::Unpacked => UNPACKED,
            Self::Ratio => RATIO,
            Self::Record => RECORD,
            Self::Members => MEMBERS as u64,
            Self::Entries => ENTRIES as u64,
            Self::InMemory => IN_MEMORY,
            Self::Description => DESCRIPTION,
        }
    }
}
