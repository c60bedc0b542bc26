//! Dictionaries that a user has on disk: their formats, one file each, told by content and never by a file's ending.
//!
//! Everything is read as a stream, one record at a time. A record that is bad is counted with its place and skipped; a
//! file that is broken as a whole is an error, and it is for the caller to keep nothing of it.

mod archive;
mod detect;
mod error;
mod json;
mod kaikki;
mod krdict;
pub mod limits;
mod pos;
mod source;
mod stardict;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod yomitan;

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::ControlFlow;
use std::rc::Rc;

use serde::Serialize;

pub use error::{At, Bad, DictionaryError, Place, Problem};
pub use limits::Limit;
pub use pos::{code, fits, term_pos};
pub use source::{Bytes, Meter};
pub use text::line;

use limits::ENTRIES;

/// A headword of a dictionary; homographs are entries of their own. All text is NFC, of one line and without anything
/// that a terminal would obey.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    pub word: String,
    pub hanja: Option<String>,
    /// The house lexicon's code (`n`, `v`, `a`, `adv` …); `None` where the dictionary says none that is known.
    pub pos: Option<&'static str>,
    /// 1 to 6; of a dictionary with three bands the upper level of each: 초급 2, 중급 4, 고급 6.
    pub level: Option<u8>,
    /// In Hangul, as the dictionary writes it.
    pub pronunciation: Option<String>,
    /// At least one.
    pub senses: Vec<Sense>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sense {
    /// The meaning in a few words: the English equivalent where there is one, else the definition.
    pub gloss: String,
    /// Explained in a sentence, in Korean where the dictionary has that.
    pub definition: Option<String>,
    pub example: Option<String>,
}

/// How frequent a word is, by a frequency bank.
#[derive(Debug, Clone, PartialEq)]
pub struct Frequency {
    pub word: String,
    /// Only good for comparing inside one dictionary: smaller is more frequent.
    pub rank: f64,
    /// As the bank shows it.
    pub shown: String,
}

/// What a dictionary is read into.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    Entry(Entry),
    Frequency(Frequency),
}

/// In the order in which files of an archive are preferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    KrdictXml,
    KrdictJson,
    Yomitan,
    Kaikki,
    Kengdic,
    Stardict,
    Table,
}

impl Format {
    /// The word in the store and in `--json`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::KrdictXml => "krdict-xml",
            Self::KrdictJson => "krdict-json",
            Self::Yomitan => "yomitan",
            Self::Kaikki => "kaikki",
            Self::Kengdic => "kengdic",
            Self::Stardict => "stardict",
            Self::Table => "table",
        }
    }
}

/// What a dictionary says of itself, known before its entries are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    pub format: Format,
    /// `None` where only the file's name can tell.
    pub title: Option<String>,
    pub licence: Option<String>,
    /// The language of the glosses: `en` most often.
    pub language: Option<String>,
}

impl Facts {
    /// What is known of a format's dictionaries without looking into one.
    fn of(format: Format) -> Self {
        let (title, licence) = match format {
            Format::KrdictXml | Format::KrdictJson => {
                (Some("KRDict"), Some("국립국어원 한국어기초사전, CC BY-SA 2.0 KR"))
            }
            Format::Kengdic => (Some("kengdic"), Some("MPL-2.0 or LGPL-2.0+")),
            Format::Kaikki => (Some("Wiktionary"), Some("Wiktionary, CC BY-SA and GFDL")),
            Format::Yomitan | Format::Stardict | Format::Table => (None, None),
        };
        let owned = |text: Option<&str>| text.map(str::to_owned);
        let language = (format != Format::Stardict && format != Format::Table).then(|| "en".to_owned());
        Self { format, title: owned(title), licence: owned(licence), language }
    }
}

/// How many bad records are kept with their places.
pub const SHOWN_BAD: usize = 5;

/// What reading came to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    pub entries: usize,
    pub frequencies: usize,
    /// Bad records, left out.
    pub skipped: usize,
    /// The first of them.
    pub first: Vec<Bad>,
}

/// A dictionary that was recognised and can be read.
pub struct Opened {
    facts: Facts,
    meter: Rc<Meter>,
    kind: Kind,
}

enum Kind {
    Plain(detect::Stream, Box<dyn Bytes>),
    Gzip(detect::Stream, Box<dyn Bytes>),
    Archive(archive::Members, Box<dyn Bytes>),
    Stardict(stardict::Parts),
}

/// Recognises a dictionary by its first bytes. `beside` opens the file that has the same name with another ending, for
/// the formats that consist of several.
pub fn open(main: Box<dyn Bytes>, beside: &source::Beside<'_>) -> Result<Opened, DictionaryError> {
    let meter = Rc::new(Meter::default());
    let mut main = source::measured(main, &meter)?;
    let head = source::head(&mut main)?;
    if head.starts_with(b"PK") {
        let (members, facts, main) = archive::open(main, &meter)?;
        return Ok(Opened { facts, meter, kind: Kind::Archive(members, main) });
    }
    if head.starts_with(&[0x1F, 0x8B]) {
        let stream = detect::stream(&source::gzip_head(&mut main)?)?;
        return Ok(Opened { facts: Facts::of(stream.format()), meter, kind: Kind::Gzip(stream, main) });
    }
    if head.starts_with(stardict::MAGIC) {
        let (parts, facts) = stardict::open(main, beside, &meter)?;
        return Ok(Opened { facts, meter, kind: Kind::Stardict(parts) });
    }
    let stream = detect::stream(&head)?;
    Ok(Opened { facts: Facts::of(stream.format()), meter, kind: Kind::Plain(stream, main) })
}

impl Opened {
    pub const fn facts(&self) -> &Facts {
        &self.facts
    }

    /// How far reading has come, for a progress bar.
    pub fn meter(&self) -> Rc<Meter> {
        Rc::clone(&self.meter)
    }

    /// Reads it to its end and gives every good record to `take`, which may break off.
    pub fn read(self, take: &mut dyn FnMut(Item) -> ControlFlow<()>) -> Result<Tally, DictionaryError> {
        let meter = self.meter;
        let mut sink = Sink { take, tally: Tally::default(), korean: false, seen: HashSet::new(), member: None };
        let read = match self.kind {
            Kind::Plain(stream, main) => stream.read(&mut source::plain(main, &meter), &mut sink),
            Kind::Gzip(stream, main) => {
                stream.read(&mut source::gzip(main, &meter), &mut sink).map_err(|error| error.in_archive(None))
            }
            Kind::Archive(members, main) => members.read(main, &meter, &mut sink),
            Kind::Stardict(parts) => parts.read(&meter, &mut sink),
        };
        // A reader that met a limit fails with an error of its own; the limit is what the user has to know.
        match (read, meter.broken()) {
            (Err(DictionaryError::Stopped), _) => Err(DictionaryError::Stopped),
            (Err(_), Some(limit)) => Err(DictionaryError::Limit { limit, member: sink.member }),
            (Err(error), None) => Err(error),
            (Ok(()), _) => sink.finish(),
        }
    }
}

/// Counts what the formats read and hands on what is good.
struct Sink<'a> {
    take: &'a mut dyn FnMut(Item) -> ControlFlow<()>,
    tally: Tally,
    /// Whether any headword had Hangul.
    korean: bool,
    /// Hashes of the identities of records of formats that repeat some.
    seen: HashSet<u64>,
    /// The file of an archive that is being read.
    member: Option<String>,
}

impl Sink<'_> {
    /// One record: an entry, or why it is none.
    fn record(&mut self, at: At, record: Result<Entry, Problem>) -> Result<(), DictionaryError> {
        match record.and_then(text::checked) {
            Ok(entry) => {
                self.korean |= text::has_hangul(&entry.word);
                self.tally.entries += 1;
                if self.tally.entries > ENTRIES {
                    return Err(DictionaryError::Limit { limit: Limit::Entries, member: self.member.clone() });
                }
                self.hand_on(Item::Entry(entry))
            }
            Err(problem) => {
                self.tally.skipped += 1;
                if self.tally.first.len() < SHOWN_BAD {
                    self.tally.first.push(Bad { place: self.place(at), problem });
                }
                Ok(())
            }
        }
    }

    fn frequency(&mut self, frequency: Frequency) -> Result<(), DictionaryError> {
        self.korean = true;
        self.tally.frequencies += 1;
        self.hand_on(Item::Frequency(frequency))
    }

    fn hand_on(&mut self, item: Item) -> Result<(), DictionaryError> {
        match (self.take)(item) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(DictionaryError::Stopped),
        }
    }

    /// Whether a record of this identity comes for the first time.
    fn first_time(&mut self, identity: impl Hash) -> bool {
        let mut hasher = DefaultHasher::new();
        identity.hash(&mut hasher);
        self.seen.insert(hasher.finish())
    }

    fn place(&self, at: At) -> Place {
        Place { member: self.member.clone(), at }
    }

    fn finish(self) -> Result<Tally, DictionaryError> {
        if self.tally.entries + self.tally.frequencies == 0 {
            let all_foreign = self.tally.first.iter().all(|bad| bad.problem == Problem::NotKorean);
            return Err(match self.tally.first.into_iter().next() {
                Some(_) if all_foreign => DictionaryError::NoKorean,
                first => DictionaryError::Nothing { first },
            });
        }
        if self.korean { Ok(self.tally) } else { Err(DictionaryError::NoKorean) }
    }
}
