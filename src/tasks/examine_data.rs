//! The data file, looked at as a whole.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::explain;
use crate::messages::Fault;
use crate::store::{Check, Store};
use crate::time::Timestamp;

/// Folder beside the data file in which copies of it are looked for.
const BACKUPS: &str = "backups";

/// What there is of the learner's data.
#[derive(Debug, Clone, PartialEq)]
pub enum Data {
    /// There is none yet.
    Missing,
    /// It was read whole.
    Read { bytes: u64, check: Check },
    /// It could not be opened or read.
    Unreadable(Fault),
}

impl Data {
    pub const fn is_sound(&self) -> bool {
        match self {
            Self::Missing => true,
            Self::Read { check, .. } => check.is_sound(),
            Self::Unreadable(_) => false,
        }
    }
}

/// The latest copy of the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    pub path: PathBuf,
    /// Whole days since it was written; 0 where it comes from the future.
    pub days: i64,
}

/// Reads all of the data file at `path`. Makes none where there is none.
pub fn examine_data(path: &Path) -> Data {
    if !path.exists() {
        return Data::Missing;
    }
    match Store::open(path).and_then(|store| store.check()) {
        Ok(check) => Data::Read { bytes: fs::metadata(path).map_or(0, |facts| facts.len()), check },
        Err(error) => Data::Unreadable(explain::store(&error, path)),
    }
}

/// The copy of the data file at `path` that was written last, if there is one: in the folder `backups` beside it.
pub fn latest_backup(path: &Path, now: Timestamp) -> Option<Backup> {
    let copies = fs::read_dir(path.parent()?.join(BACKUPS)).ok()?.flatten();
    let written = |path: &Path| {
        let facts = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
        let since = facts.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        i64::try_from(since.as_millis()).ok().map(Timestamp::from_millis)
    };
    let dated = copies.filter_map(|copy| Some((written(&copy.path())?, copy.path())));
    let (at, path) = dated.max_by_key(|(at, _)| at.as_millis())?;
    Some(Backup { path, days: now.millis_since(at).max(0) / 86_400_000 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_is_missing_sound_or_damaged_and_never_made() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("dokpa.sqlite3");
        assert_eq!(examine_data(&path), Data::Missing);
        assert!(!path.exists());
        drop(Store::open(&path).unwrap());
        assert!(examine_data(&path).is_sound());
        fs::write(&path, "no database, by no means").unwrap();
        let damaged = examine_data(&path);
        assert!(matches!(damaged, Data::Unreadable(Fault::StoreDamaged { .. })), "{damaged:?}");
        assert!(!damaged.is_sound());
    }

    #[test]
    fn the_latest_backup_is_found_with_its_age() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("dokpa.sqlite3");
        let now = Timestamp::from_millis(4_000_000_000_000);
        assert_eq!(latest_backup(&path, now), None);
        fs::create_dir(folder.path().join("backups")).unwrap();
        fs::create_dir(folder.path().join("backups/no copy")).unwrap();
        assert_eq!(latest_backup(&path, now), None);
        let copy = folder.path().join("backups/1.sqlite3");
        fs::write(&copy, "").unwrap();
        let written = fs::metadata(&copy).unwrap().modified().unwrap().duration_since(UNIX_EPOCH).unwrap();
        let later = Timestamp::from_millis(i64::try_from(written.as_millis()).unwrap() + 3 * 86_400_000);
        assert_eq!(latest_backup(&path, later), Some(Backup { path: copy, days: 3 }));
        assert_eq!(latest_backup(&path, Timestamp::from_millis(0)).unwrap().days, 0);
    }
}
