//! How much of anything an import takes on. Each limit can be set in the settings, under `[limits]`, by the name of its
//! field; a message about a limit names it so.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// Bytes in a megabyte, as file managers count them.
pub const MEGABYTE: u64 = 1_000_000;

/// The limits of one import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Longest file, standard input or answer of a server.
    pub file_megabytes: u64,
    /// Longest text of a source, whatever it was packed in. A newspaper's whole issue has about 1 MB.
    pub text_megabytes: u64,
    /// What an archive (EPUB, DOCX, ODT, HWPX) may come to when it is unpacked.
    pub unpacked_megabytes: u64,
    /// Files in an archive.
    pub archive_entries: u64,
    /// Depth to which elements of HTML and XML stand in each other.
    pub nesting: u64,
    /// Articles of one source: chapters of a book, entries of a feed.
    pub articles: u64,
    /// Pages of a PDF.
    pub pages: u64,
    /// Seconds for taking a source apart.
    pub parse_seconds: u64,
    /// Memory for taking apart one source of a heavy format (PDF, EPUB, DOCX, ODT, HWPX, long HTML), where the system
    /// allows to limit it.
    pub memory_megabytes: u64,
    /// Seconds until the program that knows the clipboard has answered.
    pub clipboard_seconds: u64,
    /// Seconds until a server has sent everything.
    pub fetch_seconds: u64,
    /// Seconds until a server is reached.
    pub connect_seconds: u64,
    /// How often a server may send on to another address.
    pub redirects: u32,
    /// New entries of feeds whose articles are fetched to tell what they cost, the newest first.
    pub feed_articles: u64,
    /// Seconds for fetching all of them.
    pub feed_seconds: u64,
    /// Files of a folder.
    pub folder_files: u64,
    /// Depth of folders in a folder.
    pub folder_depth: u64,
    /// Whether addresses inside of this machine or its own network are read. A page on the internet could otherwise
    /// send dokpa there.
    pub private_addresses: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_megabytes: 64,
            text_megabytes: 20,
            unpacked_megabytes: 256,
            archive_entries: 10_000,
            nesting: 256,
            articles: 1_000,
            pages: 2_000,
            parse_seconds: 30,
            memory_megabytes: 1_024,
            clipboard_seconds: 3,
            fetch_seconds: 30,
            connect_seconds: 10,
            redirects: 5,
            feed_articles: 60,
            feed_seconds: 60,
            folder_files: 20_000,
            folder_depth: 32,
            private_addresses: false,
        }
    }
}

impl Limits {
    pub const fn file_bytes(&self) -> u64 {
        self.file_megabytes.saturating_mul(MEGABYTE)
    }

    pub const fn text_bytes(&self) -> u64 {
        self.text_megabytes.saturating_mul(MEGABYTE)
    }

    pub const fn unpacked_bytes(&self) -> u64 {
        self.unpacked_megabytes.saturating_mul(MEGABYTE)
    }

    pub const fn memory_bytes(&self) -> u64 {
        self.memory_megabytes.saturating_mul(MEGABYTE)
    }

    pub const fn parse_time(&self) -> Duration {
        Duration::from_secs(self.parse_seconds)
    }

    pub const fn clipboard_time(&self) -> Duration {
        Duration::from_secs(self.clipboard_seconds)
    }

    pub const fn fetch_time(&self) -> Duration {
        Duration::from_secs(self.fetch_seconds)
    }

    pub const fn feed_time(&self) -> Duration {
        Duration::from_secs(self.feed_seconds)
    }

    pub const fn connect_time(&self) -> Duration {
        Duration::from_secs(self.connect_seconds)
    }

    /// How much a limit allows, in its own unit.
    pub const fn of(&self, limit: Limit) -> u64 {
        match limit {
            Limit::File => self.file_megabytes,
            Limit::Text => self.text_megabytes,
            Limit::Unpacked => self.unpacked_megabytes,
            Limit::Entries => self.archive_entries,
            Limit::Nesting => self.nesting,
            Limit::Articles => self.articles,
            Limit::Pages => self.pages,
            Limit::Parsing => self.parse_seconds,
            Limit::Memory => self.memory_megabytes,
            Limit::FolderFiles => self.folder_files,
            Limit::FolderDepth => self.folder_depth,
        }
    }

    /// The error that this limit is passed.
    pub(super) const fn passed(&self, limit: Limit) -> super::ImportError {
        super::ImportError::Limit { limit, allowed: self.of(limit) }
    }
}

/// A limit that a source can pass. Those of the network are `fetch`'s own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Limit {
    File,
    Text,
    Unpacked,
    Entries,
    Nesting,
    Articles,
    Pages,
    Parsing,
    Memory,
    FolderFiles,
    FolderDepth,
}

impl Limit {
    /// Its name in the settings.
    pub const fn key(self) -> &'static str {
        match self {
            Self::File => "file_megabytes",
            Self::Text => "text_megabytes",
            Self::Unpacked => "unpacked_megabytes",
            Self::Entries => "archive_entries",
            Self::Nesting => "nesting",
            Self::Articles => "articles",
            Self::Pages => "pages",
            Self::Parsing => "parse_seconds",
            Self::Memory => "memory_megabytes",
            Self::FolderFiles => "folder_files",
            Self::FolderDepth => "folder_depth",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_limit_is_a_key_of_the_settings() {
        let limits = [
            Limit::File,
            Limit::Text,
            Limit::Unpacked,
            Limit::Entries,
            Limit::Nesting,
            Limit::Articles,
            Limit::Pages,
            Limit::Parsing,
            Limit::Memory,
            Limit::FolderFiles,
            Limit::FolderDepth,
        ];
        for limit in limits {
            let set: Limits = serde_json::from_value(serde_json::json!({ limit.key(): 7 })).unwrap();
            assert_eq!(set.of(limit), 7, "{limit:?}");
        }
    }
}
