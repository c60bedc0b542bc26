//! Zip archives. Nothing is ever unpacked to disk; names that lead out of the archive are refused all the same, for a
//! file that has one was made to do harm.

use std::io::Read;
use std::rc::Rc;

use zip::ZipArchive;
use zip::result::ZipError;

use super::detect::{self, Stream};
use super::limits::{Limit, MEMBERS};
use super::source::{Bytes, Guard, Meter, head_of, whole};
use super::{DictionaryError, Facts, Format, Sink, yomitan};

/// What of an archive is read, in this order.
pub struct Members {
    list: Vec<Member>,
    /// Yomitan's frequencies are counts and no ranks.
    counts: bool,
}

struct Member {
    index: usize,
    name: String,
    packed: u64,
    kind: Kind,
}

#[derive(Clone, Copy)]
enum Kind {
    Stream(Stream),
    Terms,
    AboutTerms,
}

type Zip = ZipArchive<Box<dyn Bytes>>;

/// Looks through an archive and gives its reader back.
pub fn open(main: Box<dyn Bytes>, meter: &Rc<Meter>) -> Result<(Members, Facts, Box<dyn Bytes>), DictionaryError> {
    let mut zip = ZipArchive::new(main).map_err(|error| broken(None, &error))?;
    if zip.len() > MEMBERS {
        return Err(DictionaryError::Limit { limit: Limit::Members, member: None });
    }
    let files = files(&mut zip)?;
    let is_index = |name: &str| name == "index.json" || name.ends_with("/index.json");
    let has_banks = files.iter().any(|file| yomitan::bank(&file.name).is_some());
    let (members, facts) = match files.iter().find(|file| is_index(&file.name)) {
        Some(index) if has_banks => yomitan_members(&mut zip, index, &files, meter)?,
        _ => streams(&mut zip, files)?,
    };
    Ok((members, facts, zip.into_inner()))
}

struct File {
    index: usize,
    name: String,
    packed: u64,
}

/// The files of the archive by name, the numbers in the names in their order: 1_5000.xml before 10001_15000.xml.
fn files(zip: &mut Zip) -> Result<Vec<File>, DictionaryError> {
    let mut files = Vec::new();
    for index in 0..zip.len() {
        let file = zip.by_index_raw(index).map_err(|error| broken(None, &error))?;
        let name = String::from_utf8_lossy(file.name_raw()).into_owned();
        if leads_out(&name) {
            return Err(DictionaryError::PathTrick { name });
        }
        if file.encrypted() {
            return Err(DictionaryError::Encrypted { name });
        }
        let hidden = name.rsplit('/').next().is_some_and(|last| last.starts_with('.')) || name.starts_with("__MACOSX/");
        if !file.is_dir() && !hidden {
            files.push(File { index, name, packed: file.compressed_size() });
        }
    }
    let number = |name: &str| {
        let digits: String = name.chars().filter(char::is_ascii_digit).take(18).collect();
        digits.parse::<u64>().unwrap_or_default()
    };
    files.sort_by(|a, b| (a.name.len(), number(&a.name), &a.name).cmp(&(b.name.len(), number(&b.name), &b.name)));
    Ok(files)
}

/// Absolute, with a drive, or up past the archive's own folder.
fn leads_out(name: &str) -> bool {
    let name = name.replace('\\', "/");
    let drive = name.chars().nth(1) == Some(':');
    name.starts_with('/') || drive || name.contains('\0') || name.split('/').any(|part| part == "..")
}

fn yomitan_members(
    zip: &mut Zip,
    index: &File,
    files: &[File],
    meter: &Rc<Meter>,
) -> Result<(Members, Facts), DictionaryError> {
    let member = || Some(index.name.clone());
    let described = {
        let file = zip.by_index(index.index).map_err(|error| broken(member(), &error))?;
        whole(file, Limit::Description, meter)
    };
    let described = described.map_err(|error| match meter.broken() {
        Some(limit) => DictionaryError::Limit { limit, member: member() },
        None => DictionaryError::Archive { member: member(), detail: error.to_string() },
    })?;
    let (facts, counts) = yomitan::index(&described)?;
    let banks = files.iter().filter_map(|file| {
        let kind = if yomitan::bank(&file.name)? { Kind::Terms } else { Kind::AboutTerms };
        Some(Member { index: file.index, name: file.name.clone(), packed: file.packed, kind })
    });
    Ok((Members { list: banks.collect(), counts }, facts))
}

/// The files that are a dictionary by their first bytes, all of one format: a read-me may look like a table of words, but
/// not like the learners' dictionary.
fn streams(zip: &mut Zip, files: Vec<File>) -> Result<(Members, Facts), DictionaryError> {
    let mut list: Vec<Member> = Vec::new();
    let mut format: Option<Format> = None;
    let mut trouble = None;
    for File { index, name, packed } in files {
        let head = {
            let file = zip.by_index(index).map_err(|error| broken(Some(name.clone()), &error))?;
            head_of(file)
                .map_err(|error| DictionaryError::Archive { member: Some(name.clone()), detail: error.to_string() })?
        };
        let stream = match detect::stream(&head) {
            Ok(stream) => stream,
            // A read-me or a picture beside the dictionary is nothing to complain of, unless there is nothing else.
            Err(error) => {
                let telling = matches!(error, DictionaryError::NotUtf8 { .. } | DictionaryError::Utf16);
                if telling {
                    trouble.get_or_insert(error);
                }
                continue;
            }
        };
        if format.is_none_or(|known| stream.format() < known) {
            format = Some(stream.format());
            list.clear();
        }
        if format == Some(stream.format()) {
            list.push(Member { index, name, packed, kind: Kind::Stream(stream) });
        }
    }
    match format {
        Some(format) => Ok((Members { list, counts: false }, Facts::of(format))),
        None => Err(trouble.unwrap_or(DictionaryError::Unknown)),
    }
}

impl Members {
    pub fn read(self, main: Box<dyn Bytes>, meter: &Rc<Meter>, sink: &mut Sink<'_>) -> Result<(), DictionaryError> {
        let mut zip = ZipArchive::new(main).map_err(|error| broken(None, &error))?;
        for member in self.list {
            sink.member = Some(member.name.clone());
            let file = zip.by_index(member.index).map_err(|error| broken(sink.member.clone(), &error))?;
            // What the archive claims of a file's size is no more than the archive has.
            let packed = member.packed.min(meter.total());
            let mut input = Guard::new(file, meter, Some(packed));
            let read = match member.kind {
                Kind::Stream(stream) => stream.read(&mut input, sink),
                Kind::Terms => yomitan::terms(&mut input, sink),
                Kind::AboutTerms => yomitan::about_terms(&mut input, self.counts, sink),
            };
            read.and_then(|()| drain(&mut input)).map_err(|error| error.in_archive(sink.member.clone()))?;
        }
        sink.member = None;
        Ok(())
    }
}

/// To the end, where the checksum is compared.
fn drain(input: &mut Guard<'_>) -> Result<(), DictionaryError> {
    input.next_record();
    std::io::copy(&mut input.take(super::limits::RECORD), &mut std::io::sink())?;
    Ok(())
}

fn broken(member: Option<String>, error: &ZipError) -> DictionaryError {
    DictionaryError::Archive { member, detail: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_lead_out_are_known() {
        for name in ["../x", "a/../../x", "/etc/x", "..\\x", "C:\\x", "c:x"] {
            assert!(leads_out(name), "{name}");
        }
        assert!(!leads_out("a/b..c/1_5000.xml"));
    }
}
