//! Bytes under guard: every reader counts what comes out of it and stops at a limit, so that no packed file can fill
//! the memory or keep the program busy for hours.

use std::cell::Cell;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::rc::Rc;

use flate2::read::MultiGzDecoder;

use super::DictionaryError;
use super::limits::{Limit, RATIO, RATIO_FROM, RECORD, UNPACKED};

/// How much of a file is looked at to tell its format, in bytes.
const HEAD: u64 = 64 * 1024;
const BUFFER: usize = 256 * 1024;
/// Stands for a byte that is no UTF-8: neither XML nor JSON minds it, and no text has it.
pub(super) const INVALID: u8 = 0x7F;

/// A file, or bytes in memory.
pub trait Bytes: Read + Seek {}
impl<T: Read + Seek> Bytes for T {}

/// Opens the file that stands beside the main one under the same name with another ending.
pub type Beside<'a> = dyn Fn(&str) -> io::Result<Option<Box<dyn Bytes>>> + 'a;

/// Counts the bytes of a dictionary while it is read.
#[derive(Debug, Default)]
pub struct Meter {
    total: Cell<u64>,
    read: Cell<u64>,
    /// Bytes that have come out of all readers.
    unpacked: Cell<u64>,
    /// Of these, since the last record began.
    record: Cell<u64>,
    broken: Cell<Option<Limit>>,
}

impl Meter {
    /// Bytes of the files as they are on disk.
    pub fn total(&self) -> u64 {
        self.total.get()
    }

    /// How many of them have been read.
    pub fn read(&self) -> u64 {
        self.read.get().min(self.total())
    }

    /// The limit that was met, if one was.
    pub(super) fn broken(&self) -> Option<Limit> {
        self.broken.get()
    }

    /// A new record begins.
    pub(super) fn next_record(&self) {
        self.record.set(0);
    }

    pub(super) fn fail(&self, limit: Limit) -> io::Error {
        self.broken.set(Some(limit));
        io::Error::other("over a limit")
    }
}

/// Counts what is read from the disk.
struct Measured {
    inner: Box<dyn Bytes>,
    meter: Rc<Meter>,
}

impl Read for Measured {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.meter.read.set(self.meter.read.get() + count as u64);
        Ok(count)
    }
}

impl Seek for Measured {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}

pub(super) fn measured(mut inner: Box<dyn Bytes>, meter: &Rc<Meter>) -> io::Result<Box<dyn Bytes>> {
    let size = inner.seek(SeekFrom::End(0))?;
    inner.rewind()?;
    meter.total.set(meter.total.get() + size);
    Ok(Box::new(Measured { inner, meter: Rc::clone(meter) }))
}

/// The first bytes; the reader stands at its start again afterwards.
pub(super) fn head(main: &mut Box<dyn Bytes>) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    main.by_ref().take(HEAD).read_to_end(&mut head)?;
    main.rewind()?;
    Ok(head)
}

/// The first bytes of what a gzip file holds.
pub(super) fn gzip_head(main: &mut Box<dyn Bytes>) -> Result<Vec<u8>, DictionaryError> {
    let mut head = Vec::new();
    let read = MultiGzDecoder::new(&mut *main).take(HEAD).read_to_end(&mut head);
    main.rewind()?;
    match read {
        Err(error) if head.is_empty() => Err(DictionaryError::Archive { member: None, detail: error.to_string() }),
        _ => Ok(head),
    }
}

/// The first bytes of any reader.
pub(super) fn head_of(reader: impl Read) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    reader.take(HEAD).read_to_end(&mut head)?;
    Ok(head)
}

pub(super) fn plain(main: Box<dyn Bytes>, meter: &Rc<Meter>) -> Guard<'static> {
    Guard::new(main, meter, None)
}

pub(super) fn gzip(main: Box<dyn Bytes>, meter: &Rc<Meter>) -> Guard<'static> {
    Guard::new(MultiGzDecoder::new(main), meter, Some(meter.total()))
}

/// A buffered reader that keeps to the limits. Control bytes that no text has become spaces on the way: real files have
/// backspaces in them, and neither JSON nor XML allows that. What comes out is UTF-8.
pub(super) struct Guard<'a> {
    inner: Box<dyn Read + 'a>,
    buffer: Vec<u8>,
    /// The beginning of a character whose rest has not been read yet.
    carried: Vec<u8>,
    at: usize,
    meter: Rc<Meter>,
    packed: Option<u64>,
    /// Of this reader alone.
    unpacked: u64,
}

impl<'a> Guard<'a> {
    /// `packed` is the size on disk of what `inner` unpacks.
    pub fn new(inner: impl Read + 'a, meter: &Rc<Meter>, packed: Option<u64>) -> Self {
        meter.next_record();
        Self {
            inner: Box::new(inner),
            buffer: Vec::new(),
            carried: Vec::new(),
            at: 0,
            meter: Rc::clone(meter),
            packed,
            unpacked: 0,
        }
    }

    /// A new record begins.
    pub fn next_record(&self) {
        self.meter.next_record();
    }

    pub fn meter(&self) -> Rc<Meter> {
        Rc::clone(&self.meter)
    }

    fn refill(&mut self) -> io::Result<()> {
        let meter = Rc::clone(&self.meter);
        if meter.record.get() > RECORD {
            return Err(meter.fail(Limit::Record));
        }
        let carried = std::mem::take(&mut self.carried);
        self.buffer.clear();
        self.buffer.extend(carried);
        let kept = self.buffer.len();
        self.buffer.resize(BUFFER, 0);
        self.at = 0;
        let into = self.buffer.get_mut(kept..).unwrap_or_default();
        let count = self.inner.read(into).inspect_err(|_| self.buffer.clear())?;
        self.buffer.truncate(kept + count);
        for byte in &mut self.buffer {
            if matches!(*byte, 0..0x20 | INVALID) && !matches!(*byte, b'\t' | b'\n' | b'\r') {
                *byte = b' ';
            }
        }
        self.mark_invalid(count == 0);
        self.unpacked += count as u64;
        meter.unpacked.set(meter.unpacked.get() + count as u64);
        let inflated = |packed: u64| self.unpacked > RATIO_FROM && self.unpacked > packed.saturating_mul(RATIO);
        if self.packed.is_some_and(inflated) {
            return Err(meter.fail(Limit::Ratio));
        }
        if meter.unpacked.get() > UNPACKED {
            return Err(meter.fail(Limit::Unpacked));
        }
        Ok(())
    }

    /// Puts [`INVALID`] in the place of what is no UTF-8. A character that the end of the buffer cuts waits for the rest.
    fn mark_invalid(&mut self, last: bool) {
        let mut from = 0;
        while let Some(Err(error)) = self.buffer.get(from..).map(std::str::from_utf8) {
            let start = from + error.valid_up_to();
            match error.error_len() {
                None if !last => {
                    self.carried = self.buffer.split_off(start);
                    return;
                }
                length => {
                    from = length.map_or(self.buffer.len(), |length| start + length);
                    self.buffer.get_mut(start..from).unwrap_or_default().fill(INVALID);
                }
            }
        }
    }
}

impl BufRead for Guard<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.at >= self.buffer.len() {
            self.refill()?;
            if self.buffer.is_empty() && self.carried.is_empty() {
                break;
            }
        }
        Ok(self.buffer.get(self.at..).unwrap_or_default())
    }

    fn consume(&mut self, count: usize) {
        self.at += count;
        self.meter.record.set(self.meter.record.get() + count as u64);
    }
}

impl Read for Guard<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let available = self.fill_buf()?;
        let count = available.len().min(into.len());
        if let (Some(to), Some(from)) = (into.get_mut(..count), available.get(..count)) {
            to.copy_from_slice(from);
        }
        self.consume(count);
        Ok(count)
    }
}

/// The reader all at once, up to `limit`.
pub(super) fn whole(reader: impl Read, limit: Limit, meter: &Meter) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(limit.value() + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit.value() { Err(meter.fail(limit)) } else { Ok(bytes) }
}

/// A buffered reader of bytes that are no text.
pub(super) fn buffered(inner: Box<dyn Bytes>) -> BufReader<Box<dyn Bytes>> {
    BufReader::with_capacity(BUFFER, inner)
}
