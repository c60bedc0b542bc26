//! Zip archives, opened with care: nothing is written anywhere, names are only compared, and what comes out is counted
//! while it comes out, whatever the archive says of its sizes.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::ImportError;
use super::limits::{Limit, Limits};

/// An archive within its limits.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Bytes that may still come out.
    left: u64,
    limits: &'a Limits,
}

impl<'a> Archive<'a> {
    pub fn open(bytes: &'a [u8], limits: &'a Limits) -> Result<Self, ImportError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ImportError::Malformed)?;
        if zip.len() as u64 > limits.archive_entries {
            return Err(limits.passed(Limit::Entries));
        }
        Ok(Self { zip, left: limits.unpacked_bytes(), limits })
    }

    pub fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// The bytes of a file; `None` where there is none of that name.
    pub fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, ImportError> {
        let Some(at) = self.zip.index_for_name(name) else { return Ok(None) };
        self.at(at).map(Some)
    }

    /// The text of a file that is XML in UTF-8 or UTF-16, as office formats and books have it.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, ImportError> {
        let Some(bytes) = self.bytes(name)? else { return Ok(None) };
        let (text, ..) = encoding_rs::UTF_8.decode(&bytes);
        Ok(Some(text.into_owned()))
    }

    /// Unpacks everything and keeps nothing: behind it a library may read the archive by its own means.
    pub fn check(&mut self) -> Result<(), ImportError> {
        for at in 0..self.zip.len() {
            self.at(at)?;
        }
        Ok(())
    }

    fn at(&mut self, at: usize) -> Result<Vec<u8>, ImportError> {
        let mut file = self.zip.by_index(at).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(what) if what == zip::result::ZipError::PASSWORD_REQUIRED => {
                ImportError::Encrypted
            }
            _ => ImportError::Malformed,
        })?;
        let mut bytes = Vec::new();
        let read = file.by_ref().take(self.left.saturating_add(1)).read_to_end(&mut bytes);
        let read = read.map_err(|_| ImportError::Malformed)? as u64;
        match self.left.checked_sub(read) {
            Some(left) => self.left = left,
            None => return Err(self.limits.passed(Limit::Unpacked)),
        }
        Ok(bytes)
    }
}
