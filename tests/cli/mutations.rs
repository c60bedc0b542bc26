//! Fixtures with bytes changed: nothing panics past its guard, nothing outruns its limits.

use std::time::{Duration, Instant};

use dokpa::import::{self, ImportError, Limit, Limits};
use proptest::prelude::*;

use crate::support::project;

/// One of each format, and of each way to be read.
const SEEDS: [&str; 16] = [
    "txt/cp949.txt",
    "txt/utf16le.txt",
    "md/article.md",
    "sub/news.srt",
    "sub/rolling.vtt",
    "html/portal.html",
    "html/json-ld.html",
    "epub/book.epub",
    "epub/second.epub",
    "office/article.docx",
    "office/article.odt",
    "office/article.hwpx",
    "pdf/article.pdf",
    "pdf/uhc.pdf",
    "feed/rss.xml",
    "feed/atom.xml",
];

/// What is done to the bytes.
#[derive(Debug, Clone)]
enum Change {
    Set(prop::sample::Index, u8),
    Cut(prop::sample::Index),
    Repeat(prop::sample::Index, prop::sample::Index, u8),
    Insert(prop::sample::Index, &'static [u8]),
}

fn change() -> impl Strategy<Value = Change> {
    let index = any::<prop::sample::Index>;
    prop_oneof![
        4 => (index(), any::<u8>()).prop_map(|(at, byte)| Change::Set(at, byte)),
        1 => index().prop_map(Change::Cut),
        1 => (index(), index(), 1..9u8).prop_map(|(from, to, times)| Change::Repeat(from, to, times)),
        2 => (index(), prop::sample::select(vec![&b"<div>"[..], b"</", b"\"", b"]]>", b"&#x1b;", b"\xff\xfe", b"obj", b"endstream", b"\0\0\0\0", b"999999999"]))
            .prop_map(|(at, bytes)| Change::Insert(at, bytes)),
    ]
}

fn apply(bytes: &mut Vec<u8>, change: &Change) {
    if bytes.is_empty() {
        return;
    }
    match change {
        Change::Set(at, byte) => {
            let at = at.index(bytes.len());
            bytes[at] = *byte;
        }
        Change::Cut(at) => bytes.truncate(at.index(bytes.len())),
        Change::Repeat(from, to, times) => {
            let (from, to) = (from.index(bytes.len()), to.index(bytes.len()));
            let part = bytes[from.min(to)..from.max(to)].to_vec();
            for _ in 0..*times {
                bytes.extend_from_slice(&part);
            }
        }
        Change::Insert(at, part) => {
            let at = at.index(bytes.len());
            bytes.splice(at..at, part.iter().copied());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_changed_file_gets_past_its_limits(
        seed in prop::sample::select(SEEDS.to_vec()),
        changes in prop::collection::vec(change(), 1..6),
    ) {
        let mut bytes = std::fs::read(project("tests/fixtures/articles").join(seed)).unwrap();
        for change in &changes {
            apply(&mut bytes, change);
        }
        let limits = Limits { parse_seconds: 10, unpacked_megabytes: 4, ..Limits::default() };
        let begun = Instant::now();
        let outcome = import::read(bytes, None, &limits, &import::Stop::default());
        prop_assert!(begun.elapsed() < Duration::from_secs(12), "{seed}: {:?}", begun.elapsed());
        prop_assert!(!matches!(outcome, Err(ImportError::Limit { limit: Limit::Parsing, .. })), "{seed}: too slow");
        for document in outcome.map(|reading| reading.documents).unwrap_or_default() {
            if let Ok(article) = document.article() {
                let all = format!("{}{}{}", article.facts.title, article.text, article.removed.join(""));
                prop_assert!(!all.contains(|c: char| c.is_control() && c != '\n'), "{seed}: {all:?}");
                for sentence in &article.sentences {
                    prop_assert!(article.text.get(sentence.range.clone()).is_some());
                }
            }
        }
    }
}
