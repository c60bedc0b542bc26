//! A dictionary's whole way: file, fingerprint, records, one transaction.

use std::fs::File;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::TaskError;
use crate::dictionary::{self, Bytes, DictionaryError, Item, Tally};
use crate::korean::jamo;
use crate::store::{DictionaryRow, NewDictionary, Store, StoreError};
use crate::time::Timestamp;

/// Letters of a dictionary's name.
const NAME: usize = 80;
/// Records between two tellings of how far it is.
const STEP: usize = 256;
/// The files of which a StarDict dictionary consists, `.ifo` apart.
const STARDICT: [&str; 5] = ["idx", "idx.gz", "dict", "dict.dz", "syn"];

/// What the user says of a dictionary, instead of what it says itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct NewName<'a> {
    pub name: Option<&'a str>,
    pub licence: Option<&'a str>,
    /// Whether it takes the place of a dictionary of the same name.
    pub replace: bool,
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    pub entries: usize,
    /// Bytes of the file, of which so many have been read.
    pub read: u64,
    pub total: u64,
}

/// What was brought in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    pub row: DictionaryRow,
    pub tally: Tally,
    /// It took the place of one of the same name.
    pub replaced: bool,
}

/// Brings in the dictionary at `path`. `tell` hears of it every few hundred records and may break it off; whatever goes
/// wrong, nothing of it stays.
pub fn add_dictionary(
    store: &mut Store,
    path: &Path,
    new: &NewName<'_>,
    now: Timestamp,
    tell: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Added, TaskError> {
    let path = &main_file(path);
    let shown = jamo::nfc(&path.to_string_lossy());
    let io = |source| TaskError::Io { path: path.clone(), source };
    if !std::fs::metadata(path).map_err(io)?.is_file() {
        return Err(TaskError::NoFile { path: shown });
    }
    let wrong = |source| TaskError::Dictionary { name: shown.clone(), source };
    let beside = |ending: &str| opened(&path.with_extension(ending));
    let main: Box<dyn Bytes> = Box::new(File::open(path).map_err(io)?);
    let opened = dictionary::open(main, &beside).map_err(wrong)?;
    let facts = opened.facts().clone();
    let is_stardict = facts.format == dictionary::Format::Stardict;
    let fingerprint = fingerprint(path, if is_stardict { &STARDICT } else { &[] }).map_err(io)?;

    let known = store.dictionaries()?;
    if let Some(same) = known.iter().find(|row| row.fingerprint == fingerprint) {
        return Err(TaskError::SameDictionary { path: shown, name: same.name.clone() });
    }
    let name = name(new.name, facts.title.as_deref(), path);
    let old = known.iter().find(|row| row.name == name).map(|row| row.id);
    if old.is_some() && !new.replace {
        return Err(TaskError::DictionaryName { path: shown, name });
    }
    let licence = new.licence.map(dictionary::line).filter(|line| !line.is_empty()).or(facts.licence);
    let meter = opened.meter();
    let filling = store.fill_dictionary(
        &NewDictionary {
            name: &name,
            licence: licence.as_deref(),
            format: facts.format.name(),
            fingerprint: &fingerprint,
            language: facts.language.as_deref(),
        },
        old,
        now,
    )?;
    let mut failed: Option<StoreError> = None;
    let mut count = 0_usize;
    let read = opened.read(&mut |item: Item| {
        if let Err(error) = filling.put(&item) {
            failed = Some(error);
            return ControlFlow::Break(());
        }
        count += 1;
        if count.is_multiple_of(STEP) {
            tell(Progress { entries: count, read: meter.read(), total: meter.total() })?;
        }
        ControlFlow::Continue(())
    });
    if let Some(error) = failed {
        return Err(error.into());
    }
    let tally = read.map_err(|source| wrong_source(path, &shown, source))?;
    let id = filling.finish(tally.entries, tally.skipped)?;
    let row = store.dictionaries()?.into_iter().find(|row| row.id == id);
    let row = row.ok_or(StoreError::Inconsistent("a dictionary that is gone"))?;
    Ok(Added { row, tally, replaced: old.is_some() })
}

/// The dictionary of this name.
pub fn dictionary_named(store: &Store, name: &str) -> Result<DictionaryRow, TaskError> {
    let name = dictionary::line(name);
    let found = store.dictionaries()?.into_iter().find(|row| row.name == name);
    found.ok_or(TaskError::NoDictionary { name })
}

/// A disk that cannot be read is no fault of the dictionary.
fn wrong_source(path: &Path, shown: &str, source: DictionaryError) -> TaskError {
    match source {
        DictionaryError::Io(source) if source.raw_os_error().is_some() => {
            TaskError::Io { path: path.to_owned(), source }
        }
        source => TaskError::Dictionary { name: shown.to_owned(), source },
    }
}

/// Whichever of its files is named, a StarDict dictionary is opened by its `.ifo`.
fn main_file(path: &Path) -> PathBuf {
    let name = path.to_string_lossy();
    let ending = STARDICT.iter().find_map(|ending| name.strip_suffix(&format!(".{ending}")));
    let ifo = ending.map(|stem| PathBuf::from(format!("{stem}.ifo")));
    ifo.filter(|ifo| ifo.is_file()).unwrap_or_else(|| path.to_owned())
}

fn opened(path: &Path) -> io::Result<Option<Box<dyn Bytes>>> {
    match File::open(path) {
        Ok(file) => Ok(Some(Box::new(file))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// SHA-256 of the file's bytes and of those beside it.
fn fingerprint(path: &Path, beside: &[&str]) -> io::Result<String> {
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    let others = beside.iter().map(|ending| path.with_extension(ending));
    for path in std::iter::once(path.to_owned()).chain(others.filter(|path| path.is_file())) {
        let mut file = File::open(path)?;
        loop {
            match file.read(&mut buffer)? {
                0 => break,
                count => hash.update(buffer.get(..count).unwrap_or_default()),
            }
        }
    }
    Ok(hash.finalize().iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}")))
}

/// What to call it: as the user says, as it says itself, or by the file's name.
fn name(said: Option<&str>, title: Option<&str>, path: &Path) -> String {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let all = [said.map(str::to_owned), title.map(str::to_owned), stem, Some("?".to_owned())];
    let mut names = all.into_iter().flatten().map(|name| dictionary::line(&name)).filter(|name| !name.is_empty());
    names.next().unwrap_or_default().chars().take(NAME).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_millis(1_770_000_000_000);

    #[test]
    fn what_is_broken_off_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("big.tsv");
        let lines: Vec<String> = ('가'..='힣').take(2000).map(|word| format!("{word}\tgloss")).collect();
        std::fs::write(&path, lines.join("\n")).unwrap();
        let mut store = Store::in_memory().unwrap();
        let mut heard = Vec::new();
        let stopped = add_dictionary(&mut store, &path, &NewName::default(), NOW, &mut |progress| {
            heard.push(progress.entries);
            if heard.len() == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert!(matches!(stopped, Err(TaskError::Dictionary { source: DictionaryError::Stopped, .. })));
        assert_eq!(heard, [STEP, 2 * STEP, 3 * STEP]);
        assert!(store.dictionaries().unwrap().is_empty());
        let added =
            add_dictionary(&mut store, &path, &NewName::default(), NOW, &mut |_| ControlFlow::Continue(())).unwrap();
        assert_eq!((added.row.name.as_str(), added.row.entries), ("big", 2000));
    }

    #[test]
    fn any_file_of_a_stardict_dictionary_names_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        std::fs::write(path("x.ifo"), "StarDict's dict ifo file\nbookname=별\nsametypesequence=m\n").unwrap();
        let text = "capital increase";
        let index = ["증자\0".as_bytes(), &0_u32.to_be_bytes(), &16_u32.to_be_bytes()].concat();
        std::fs::write(path("x.idx"), index).unwrap();
        std::fs::write(path("x.dict"), text).unwrap();
        let mut store = Store::in_memory().unwrap();
        let go_on = &mut |_| ControlFlow::Continue(());
        let added = add_dictionary(&mut store, &path("x.idx"), &NewName::default(), NOW, go_on).unwrap();
        assert_eq!((added.row.name.as_str(), added.row.format.as_str()), ("별", "stardict"));
        let again = add_dictionary(&mut store, &path("x.ifo"), &NewName::default(), NOW, go_on);
        assert!(matches!(again, Err(TaskError::SameDictionary { .. })));
    }
}
