//! What the streams of a PDF come to when they are unpacked, before a library without limits unpacks them.

use std::io::Read;

use flate2::read::{DeflateDecoder, ZlibDecoder};

use crate::import::ImportError;
use crate::import::limits::{Limit, Limits};

/// How much of what stands in front of a stream is its dictionary, in bytes.
const DICTIONARY: usize = 1_000;
/// Filters of one stream. More are no document but a trap.
const FILTERS: usize = 8;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Filter {
    Flate,
    Lzw,
    RunLength,
    Hex,
    Ascii85,
}

const NAMES: [(&[u8], Filter); 5] = [
    (b"/FlateDecode", Filter::Flate),
    (b"/LZWDecode", Filter::Lzw),
    (b"/RunLengthDecode", Filter::RunLength),
    (b"/ASCIIHexDecode", Filter::Hex),
    (b"/ASCII85Decode", Filter::Ascii85),
];

/// Refuses a file whose streams together unpack to more than the limit. Streams are found by their keyword, not by the
/// file's own table: what the table hides is weighed as well. Encrypted streams are told by nothing but their keyword, and are
/// weighed by [`check_streams`] when the file is open.
pub(super) fn check(bytes: &[u8], limits: &Limits) -> Result<(), ImportError> {
    let passed = || limits.passed(Limit::Unpacked);
    let mut left = limits.unpacked_bytes();
    let mut from = 0;
    while let Some(at) = find(bytes.get(from..).unwrap_or_default(), b"stream").map(|at| from + at) {
        let head = bytes.get(from.max(at.saturating_sub(DICTIONARY))..at).unwrap_or_default();
        from = at + b"stream".len();
        if head.ends_with(b"end") {
            continue;
        }
        let rest = bytes.get(from..).unwrap_or_default();
        let rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
        let mut filters = filters(head);
        if filters.len() > FILTERS {
            return Err(passed());
        }
        if filters.is_empty() && is_zlib(rest) {
            filters.push(Filter::Flate);
        }
        left = left.checked_sub(weight(rest, &filters, left)).ok_or_else(passed)?;
    }
    Ok(())
}

/// Whether the file says anywhere that it is encrypted. Its streams are, its dictionaries are not.
pub(super) fn is_encrypted(bytes: &[u8]) -> bool {
    find(bytes, b"/Encrypt").is_some()
}

/// The same for streams that were decrypted, each with its filters.
pub(super) fn check_streams<'a>(
    streams: impl Iterator<Item = (std::borrow::Cow<'a, [u8]>, Vec<Filter>)>,
    limits: &Limits,
) -> Result<(), ImportError> {
    let passed = || limits.passed(Limit::Unpacked);
    let mut left = limits.unpacked_bytes();
    for (data, filters) in streams {
        if filters.len() > FILTERS {
            return Err(passed());
        }
        left = left.checked_sub(weight(&data, &filters, left)).ok_or_else(passed)?;
    }
    Ok(())
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

/// The filters that a dictionary names, in their order.
fn filters(head: &[u8]) -> Vec<Filter> {
    // Behind the last object's end only.
    let start = head.windows(4).rposition(|window| window == b" obj").unwrap_or(0);
    let head = head.get(start..).unwrap_or_default();
    let named = |at: usize| {
        let rest = head.get(at..).unwrap_or_default();
        NAMES.iter().find(|(name, _)| rest.starts_with(name)).map(|&(_, filter)| filter)
    };
    (0..head.len()).filter_map(named).collect()
}

/// Whether the bytes begin as zlib's do (RFC 1950, 2.2).
fn is_zlib(data: &[u8]) -> bool {
    matches!(data, [first, second, ..] if first & 0x0F == 8 && (u16::from(*first) << 8 | u16::from(*second)).is_multiple_of(31))
}

/// How many bytes come out of all filters together; more than `most` where it is too much.
fn weight(data: &[u8], filters: &[Filter], most: u64) -> u64 {
    let mut sum = 0;
    let mut unpacked: Option<Vec<u8>> = None;
    for filter in filters {
        let input = unpacked.as_deref().unwrap_or(data);
        let room = most.saturating_sub(sum).saturating_add(1);
        let out = match filter {
            Filter::Flate => flate(input, room),
            Filter::RunLength => run_length(input, room),
            Filter::Hex => hex(input, room),
            Filter::Ascii85 => ascii85(input, room),
            // Nothing stands behind it but in traps, and those are refused for their length.
            Filter::Lzw => return sum.saturating_add(lzw(input)),
        };
        sum += out.len() as u64;
        if sum > most {
            return sum;
        }
        unpacked = Some(out);
    }
    sum
}

fn flate(data: &[u8], room: u64) -> Vec<u8> {
    let mut out = Vec::new();
    // What breaks off has come out all the same.
    let _ = if is_zlib(data) {
        ZlibDecoder::new(data).take(room).read_to_end(&mut out)
    } else {
        DeflateDecoder::new(data).take(room).read_to_end(&mut out)
    };
    out
}

fn run_length(data: &[u8], room: u64) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = data;
    while let [length, behind @ ..] = rest {
        match *length {
            128 => break,
            length @ 0..128 => {
                let copied = behind.get(..usize::from(length) + 1).unwrap_or(behind);
                out.extend_from_slice(copied);
                rest = behind.get(copied.len()..).unwrap_or_default();
            }
            length => {
                let Some((byte, behind)) = behind.split_first() else { break };
                out.resize(out.len() + 257 - usize::from(length), *byte);
                rest = behind;
            }
        }
        if out.len() as u64 > room {
            break;
        }
    }
    out
}

fn hex(data: &[u8], room: u64) -> Vec<u8> {
    let digits = data.iter().take_while(|&&b| b != b'>').filter_map(|&b| char::from(b).to_digit(16));
    let digits: Vec<u32> = digits.take(usize::try_from(room.saturating_mul(2)).unwrap_or(usize::MAX)).collect();
    let byte = |pair: &[u32]| pair.iter().fold(0u8, |byte, &digit| byte << 4 | u8::try_from(digit).unwrap_or(0));
    digits.chunks(2).map(byte).collect()
}

fn ascii85(data: &[u8], room: u64) -> Vec<u8> {
    let mut out = Vec::new();
    let (mut group, mut count) = (0u32, 0);
    for &b in data.iter().take_while(|&&b| b != b'~') {
        match b {
            b'z' if count == 0 => out.extend([0; 4]),
            b'!'..=b'u' => {
                group = group.wrapping_mul(85).wrapping_add(u32::from(b - b'!'));
                count += 1;
                if count == 5 {
                    out.extend(group.to_be_bytes());
                    (group, count) = (0, 0);
                }
            }
            _ => {}
        }
        if out.len() as u64 > room {
            break;
        }
    }
    out
}

/// How long the output of LZW is. Only lengths are followed: a code stands for one byte more than the code before it had.
fn lzw(data: &[u8]) -> u64 {
    const CLEAR: usize = 256;
    const END: usize = 257;
    let mut lengths: Vec<u64> = vec![1; END + 1];
    let (mut bits, mut held, mut width, mut sum) = (0usize, 0usize, 9, 0u64);
    let mut last: Option<u64> = None;
    for &byte in data {
        bits = bits << 8 | usize::from(byte);
        held += 8;
        if held < width {
            continue;
        }
        held -= width;
        let code = bits >> held & ((1 << width) - 1);
        bits &= (1 << held) - 1;
        match code {
            CLEAR => {
                lengths.truncate(END + 1);
                last = None;
            }
            END => break,
            code => {
                let known = lengths.get(code).copied();
                let length = known.or_else(|| last.map(|last| last + 1)).unwrap_or(1);
                if let Some(last) = last.filter(|_| lengths.len() < 4096) {
                    lengths.push(last + 1);
                }
                sum += length;
                last = Some(length);
            }
        }
        width = match lengths.len() {
            0..511 => 9,
            511..1023 => 10,
            1023..2047 => 11,
            _ => 12,
        };
    }
    sum
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::{DeflateEncoder, ZlibEncoder};
    use proptest::prelude::*;

    use super::*;

    fn zlib(data: &[u8]) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(data).unwrap();
        encoder.finish().unwrap()
    }

    fn file(filter: &str, data: &[u8]) -> Vec<u8> {
        [b"%PDF-1.7\n1 0 obj\n<</Filter", filter.as_bytes(), b">>\nstream\n", data, b"\nendstream"].concat()
    }

    #[test]
    fn bombs_are_heavy_in_every_wrapping() {
        let limits = Limits { unpacked_megabytes: 1, ..Limits::default() };
        let heavy = |filter: &str, data: &[u8]| check(&file(filter, data), &limits).is_err();
        let zeros = vec![0; 2_000_000];
        let packed = zlib(&zeros);
        assert!(heavy("/FlateDecode", &packed));
        assert!(heavy("[/FlateDecode/FlateDecode]", &zlib(&packed)));
        let mut raw = DeflateEncoder::new(Vec::new(), Compression::best());
        raw.write_all(&zeros).unwrap();
        assert!(heavy("/FlateDecode", &raw.finish().unwrap()), "without zlib's head");
        let digits = packed.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        let hex: Vec<u8> = digits.map(|digit| b"0123456789abcdef"[usize::from(digit)]).collect();
        assert!(heavy("[/ASCIIHexDecode /FlateDecode]", &hex));
        assert!(heavy("/RunLengthDecode", &[129, 0].repeat(20_000)));
        // CLEAR, 0, then each code stands for one byte more than the last: 9 bits at first.
        let mut bits = String::from("100000000000000000");
        for code in 258..4096 {
            let width = if code < 511 {
                9
            } else if code < 1023 {
                10
            } else if code < 2047 {
                11
            } else {
                12
            };
            bits += &format!("{code:0width$b}");
        }
        let lzw: Vec<u8> =
            bits.as_bytes().chunks(8).map(|byte| byte.iter().fold(0, |b, bit| b << 1 | (bit - b'0'))).collect();
        assert!(heavy("/LZWDecode", &lzw), "{} bytes", super::lzw(&lzw));
        assert!(!heavy("/FlateDecode", &zlib(&zeros[..900_000])));
        assert!(!heavy("/DCTDecode", &packed[2..]));
    }

    #[test]
    fn what_was_packed_in_letters_comes_out() {
        assert_eq!(ascii85(b"87cURD]i,\"Ebo80~>", 100), b"Hello World!");
        assert_eq!(hex(b"48 65 6C>", 100), b"Hel");
        assert_eq!(run_length(&[1, b'a', b'b', 254, b'c', 128], 100), b"abccc");
    }

    proptest! {
        #[test]
        fn no_bytes_panic(data in prop::collection::vec(any::<u8>(), 0..300), names in prop::collection::vec(0..5usize, 0..4)) {
            let filters: Vec<Filter> = names.iter().map(|&at| NAMES[at].1).collect();
            let _ = weight(&data, &filters, 1_000);
            let _ = check(&data, &Limits::default());
        }
    }
}
