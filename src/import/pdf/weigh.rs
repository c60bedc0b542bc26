//! What the streams of a PDF come to when they are unpacked, before a library unpacks them.

use std::io::Read;

use flate2::read::ZlibDecoder;

use crate::import::ImportError;
use crate::import::limits::{Limit, Limits};

/// How often a stream is looked into that is packed in itself again.
const LAYERS: usize = 4;

/// Refuses a file whose streams together unpack to more than the limit. Streams are found by their keyword, not by the
/// file's own table: what the table hides is weighed as well. An encrypted stream is no zlib data and weighs nothing.
pub(super) fn check(bytes: &[u8], limits: &Limits) -> Result<(), ImportError> {
    let mut left = limits.unpacked_bytes();
    let mut rest = bytes;
    while let Some(at) = rest.windows(6).position(|window| window == b"stream") {
        rest = rest.get(at + 6..).unwrap_or_default();
        let data = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
        if data.first() != Some(&0x78) {
            continue;
        }
        left = left.checked_sub(weight(data, left)).ok_or_else(|| limits.passed(Limit::Unpacked))?;
    }
    Ok(())
}

/// How many bytes come out, over all layers; one more than `most` where it is too much.
fn weight(data: &[u8], most: u64) -> u64 {
    let mut sum = 0;
    for layers in 1..=LAYERS {
        let mut reader: Box<dyn Read + '_> = Box::new(data);
        for _ in 0..layers {
            reader = Box::new(ZlibDecoder::new(reader));
        }
        let (count, first) = drain(reader.as_mut(), most.saturating_sub(sum) + 1);
        sum += count;
        if sum > most || first != Some(0x78) {
            break;
        }
    }
    sum
}

/// Reads up to `most` bytes; how many there were, and the first.
fn drain(reader: &mut dyn Read, most: u64) -> (u64, Option<u8>) {
    let mut buffer = [0; 16_384];
    let (mut count, mut first) = (0, None);
    while count < most {
        let Ok(read @ 1..) = reader.read(&mut buffer) else { break };
        first = first.or(buffer.first().copied());
        count += read as u64;
    }
    (count, first)
}
