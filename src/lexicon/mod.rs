//! Glosses, hanja and levels of words: the house lexicon, embedded.

mod chars;
#[cfg(test)]
mod checks;
mod compounds;
mod generated;
mod search;
mod related;

use std::borrow::Cow;
use std::io::Read;
use std::sync::OnceLock;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

pub use self::chars::{Character, character, characters};
pub use self::compounds::{Compounds, compounds_of};
pub use self::generated::is_common;
pub use self::related::{Final, PartMeaning, mean_the_same, of_shape, parts_of, pos, predicates, share_a_sense};
use crate::korean::pronunciation::{Kind, Word, pronounce};
use crate::vocab::Pos;

pub use search::{by_chosung, by_english, by_hanja, by_key};

/// The files of `assets/lexicon`: word, part of speech, hanja, gloss, level, domain, note; tab-separated.
const FILES: [&str; 9] = [
    include_str!("../../assets/lexicon/finance.tsv"),
    include_str!("../../assets/lexicon/company.tsv"),
    include_str!("../../assets/lexicon/economy.tsv"),
    include_str!("../../assets/lexicon/markets.tsv"),
    include_str!("../../assets/lexicon/industry.tsv"),
    include_str!("../../assets/lexicon/society.tsv"),
    include_str!("../../assets/lexicon/predicates.tsv"),
    include_str!("../../assets/lexicon/common.tsv"),
    include_str!("../../assets/lexicon/letters.tsv"),
];

/// One sense of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    pub word: &'static str,
    /// As the file has it: `n`, `nv`, `v`, `a`, `abbr` …
    pub pos: &'static str,
    pub hanja: Option<&'static str>,
    pub gloss: &'static str,
    /// 1 (first words) to 6.
    pub level: u8,
    pub domain: &'static str,
    pub note: Option<&'static str>,
}

/// All entries of a word, spaces apart: those of business first, then the easiest; empty where there is none.
pub fn entries(word: &str) -> &'static [Entry] {
    table().get(without_spaces(word).as_ref()).map_or(&[], Vec::as_slice)
}

/// The entry that explains a term best: one of its own part of speech first, the noun of a 하다 verb last.
pub fn find(term: &str, pos: Pos) -> Option<&'static Entry> {
    let own = entries(term);
    own.iter().find(|entry| fits(entry.pos, pos)).or_else(|| own.first()).or_else(|| {
        let root = root(term)?;
        let of_root = entries(root);
        of_root.iter().find(|entry| entry.pos == "nv").or_else(|| of_root.first())
    })
}

/// A term's meaning as a learner is shown it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meaning {
    pub hanja: Option<String>,
    pub gloss: String,
    /// `None` where the meaning was put together from those of the parts.
    pub level: Option<u8>,
}

/// The embedded layers, in the order in which they speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    House,
    /// Put together from the meanings of a compound's parts.
    Parts,
    /// By the Japanese cognate, marked with ≈.
    Generated,
}

/// One meaning of a term with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub layer: Layer,
    /// The word that the layer has: 진출 for 진출하다.
    pub word: String,
    pub pos: Option<&'static str>,
    pub meaning: Meaning,
}

/// What a term means: by its own entry, else, for a compound, by those of all its parts (domestic demand + industry),
/// else by its Japanese cognate, marked with ≈.
pub fn meaning(term: &str, pos: Pos, parts: &[String]) -> Option<Meaning> {
    senses(term, Some(pos), parts).into_iter().next().map(|told| told.meaning)
}

/// All that the layers tell of a term, best first: entries of its own part of speech before others; the generated layer
/// only where the house has no word.
pub fn senses(term: &str, pos: Option<Pos>, parts: &[String]) -> Vec<Told> {
    let mut senses: Vec<Told> = house(term, pos).into_iter().map(told).collect();
    let has_word = !senses.is_empty();
    senses.extend(from_parts(term, parts));
    if !has_word && let Some(cognate) = generated::find(term).or_else(|| generated::find(root(term)?)) {
        // The sign says that the meaning is that of the Japanese cognate.
        let gloss = format!("≈ {}", cognate.gloss);
        let meaning = Meaning { hanja: Some(cognate.hanja.to_owned()), gloss, level: None };
        senses.push(Told { layer: Layer::Generated, word: term.to_owned(), pos: None, meaning });
    }
    senses
}

/// The house's entries of a term, those of its own part of speech first; those of its noun where a 하다 verb has none.
fn house(term: &str, pos: Option<Pos>) -> Vec<&'static Entry> {
    let mut found: Vec<&Entry> = entries(term).iter().collect();
    if found.is_empty() {
        found = root(term).map_or(&[][..], entries).iter().collect();
        found.sort_by_key(|entry| entry.pos != "nv");
    } else if let Some(pos) = pos {
        found.sort_by_key(|entry| !fits(entry.pos, pos));
    }
    found
}

fn told(entry: &Entry) -> Told {
    let hanja = entry.hanja.map(str::to_owned);
    let meaning = Meaning { hanja, gloss: entry.gloss.to_owned(), level: Some(entry.level) };
    Told { layer: Layer::House, word: entry.word.to_owned(), pos: Some(entry.pos), meaning }
}

fn from_parts(term: &str, parts: &[String]) -> Option<Told> {
    let entries: Vec<_> = (0..parts.len()).map_while(|at| part(parts, at)).collect();
    if entries.is_empty() || entries.len() < parts.len() {
        return None;
    }
    let hanja = entries.iter().map(|entry| entry.hanja).collect::<Option<Vec<_>>>().map(|hanja| hanja.concat());
    let gloss = entries.iter().map(|entry| entry.gloss).collect::<Vec<_>>().join(" + ");
    Some(Told { layer: Layer::Parts, word: term.to_owned(), pos: None, meaning: Meaning { hanja, gloss, level: None } })
}

/// How a term is said, in Hangul: 혐녁 for 협력. What the lexicon has without hanja is native or borrowed.
pub fn pronunciation(term: &str, pos: Pos, parts: &[String]) -> String {
    let known = find(term, pos).map(|entry| entry.hanja.unwrap_or(term));
    let from_parts = || meaning(term, pos, parts).and_then(|meaning| meaning.hanja);
    let hanja = known.map(str::to_owned).or_else(from_parts);
    let kind = if matches!(pos, Pos::Verb | Pos::Adjective) { Kind::Predicate } else { Kind::Other };
    pronounce(&Word { form: term, hanja: hanja.as_deref(), parts, kind })
}

/// The entry of one of a term's parts: a single syllable at the front is a prefix before it is a noun, one at the end a
/// suffix. Of homographs the one that a longer word of the same syllables is written with (移動 of 이동통신업, as
/// 이동통신 is 移動通信), else the first, unless another is far commoner.
pub fn part(parts: &[String], at: usize) -> Option<&'static Entry> {
    let part = parts.get(at)?;
    let affix = match at {
        _ if part.chars().count() != 1 => "",
        0 => "pre",
        _ if at + 1 == parts.len() => "suf",
        _ => "",
    };
    let own = entries(part);
    let first = own.iter().find(|entry| entry.pos == affix).or_else(|| find(part, Pos::Noun))?;
    if own.iter().all(|entry| entry.hanja == first.hanja) {
        return Some(first);
    }
    let fit = |entry: &&Entry| if affix.is_empty() { fits(entry.pos, Pos::Noun) } else { entry.pos == first.pos };
    if let Some(written) = written_in(parts, at) {
        let found = own.iter().filter(fit).find(|entry| entry.hanja == Some(written.as_str()));
        return found.or(Some(first));
    }
    let common = own.iter().filter(fit).min_by_key(|entry| entry.level);
    common.filter(|entry| entry.level + COMMONER <= first.level).or(Some(first))
}

/// Levels by which a homograph must be easier to stand before one of business.
const COMMONER: u8 = 2;

/// The hanja of a part, out of the longest word around it that the lexicon has.
fn written_in(parts: &[String], at: usize) -> Option<String> {
    let whole: Vec<char> = parts.concat().chars().collect();
    let start: usize = parts.iter().take(at).map(|part| part.chars().count()).sum();
    let end = start + parts.get(at)?.chars().count();
    let mut spans: Vec<(usize, usize)> =
        (0..=start).flat_map(|from| (end..=whole.len()).map(move |to| (from, to))).collect();
    spans.sort_by_key(|(from, to)| std::cmp::Reverse(to - from));
    spans.into_iter().filter(|span| *span != (start, end)).find_map(|(from, to)| {
        let word: String = whole.get(from..to)?.iter().collect();
        let hanja: Vec<char> = entries(&word).iter().find_map(|entry| entry.hanja)?.chars().collect();
        (hanja.len() == to - from).then(|| hanja.get(start - from..end - from).unwrap_or_default().iter().collect())
    })
}

/// A number that is another one where the lexicon is another one: what was made with it can tell whether it is up to date.
pub fn stamp() -> u64 {
    use std::hash::Hasher as _;
    static STAMP: OnceLock<u64> = OnceLock::new();
    *STAMP.get_or_init(|| {
        let mut hasher = rustc_hash::FxHasher::default();
        for file in FILES {
            hasher.write(file.as_bytes());
        }
        hasher.finish()
    })
}

/// The words of a level that stand for themselves: nouns, verbs, adjectives and adverbs, in the order of the files.
pub fn words_of_level(level: u8) -> Vec<Entry> {
    let plain = |entry: &Entry| entry.level == level && matches!(entry.pos, "n" | "nv" | "na" | "v" | "a" | "adv");
    FILES.iter().flat_map(|file| file.lines()).filter_map(read).filter(plain).collect()
}

/// Whether the lexicon has `word` itself.
pub fn contains(word: &str) -> bool {
    !entries(word).is_empty()
}

/// Whether an idiom of the lexicon ends with this verb or adjective: 가하다 of 박차를 가하다.
pub fn ends_idiom(predicate: &str) -> bool {
    static LAST: OnceLock<FxHashSet<&str>> = OnceLock::new();
    let last = || {
        let idioms = table().values().flatten().filter(|entry| entry.pos == "idiom");
        idioms.filter_map(|entry| entry.word.rsplit(' ').next()).collect()
    };
    LAST.get_or_init(last).contains(predicate)
}

/// The two parts that the lexicon's note names for a compound: 가격제한 and 폭 of 가격제한폭.
pub fn split(word: &str) -> Option<[&'static str; 2]> {
    entries(word).iter().filter_map(|entry| entry.note).find_map(|note| {
        note.split([';', ' ', ',']).find_map(|item| {
            let (first, second) = item.split_once('+')?;
            (format!("{first}{second}") == without_spaces(word)).then_some([first, second])
        })
    })
}

/// The noun or root of a verb made with a suffix: 모색 of 모색하다.
pub fn root(term: &str) -> Option<&str> {
    ["하다", "되다", "시키다", "받다", "당하다"]
        .iter()
        .find_map(|suffix| term.strip_suffix(suffix))
        .filter(|root| !root.is_empty())
}

fn fits(entry: &str, pos: Pos) -> bool {
    match pos {
        Pos::Noun => matches!(entry, "n" | "nv" | "na" | "abbr"),
        Pos::Verb => matches!(entry, "v" | "idiom"),
        Pos::Adjective => entry == "a",
        Pos::Adverb => entry == "adv",
    }
}

fn without_spaces(word: &str) -> Cow<'_, str> {
    if word.contains(char::is_whitespace) {
        Cow::Owned(word.chars().filter(|c| !c.is_whitespace()).collect())
    } else {
        Cow::Borrowed(word)
    }
}

/// The text of an embedded zstd file; empty if this build is broken, which a test would tell.
fn unpacked(packed: &[u8]) -> String {
    let mut text = String::new();
    let read = ruzstd::decoding::StreamingDecoder::new(packed).map(|mut file| file.read_to_string(&mut text));
    if !matches!(read, Ok(Ok(_))) {
        text.clear();
    }
    text
}

type Table = FxHashMap<Cow<'static, str>, Vec<Entry>>;

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table::with_capacity_and_hasher(20_000, FxBuildHasher);
        for entry in FILES.iter().flat_map(|file| file.lines()).filter_map(read) {
            table.entry(without_spaces(entry.word)).or_default().push(entry);
        }
        // Of homographs the one that business news means, then the one that a learner meets first: 선물 futures before
        // 선물 a present, 시장 the market before 시장 the mayor.
        for entries in table.values_mut() {
            entries.sort_by_key(|entry| (entry.domain == "general", entry.level));
        }
        table
    })
}

/// One line as an entry; `None` for a comment or a line without its seven columns.
fn read(line: &'static str) -> Option<Entry> {
    let mut cells = line.split('\t');
    let mut next = || cells.next();
    let (word, pos, hanja, gloss, level, domain, note) =
        (next()?, next()?, next()?, next()?, next()?, next()?, next()?);
    let some = |cell: &'static str| (!cell.is_empty()).then_some(cell);
    (!word.starts_with('#')).then_some(Entry {
        word,
        pos,
        hanja: some(hanja),
        gloss,
        level: level.parse().ok()?,
        domain,
        note: some(note),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_the_homograph_that_a_longer_word_is_written_with() {
        let hanja = |parts: &[&str], at: usize| {
            let parts: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
            part(&parts, at).and_then(|entry| entry.hanja)
        };
        assert_eq!(hanja(&["이동", "통신업"], 0), Some("移動"));
        assert_eq!(hanja(&["이동", "경로"], 0), Some("移動"), "far commoner than 異動");
        assert_eq!(hanja(&["내수", "산업"], 0), Some("內需"));
    }

    #[test]
    fn every_line_of_the_files_is_an_entry() {
        for file in FILES {
            for line in file.lines() {
                let entry = read(line).unwrap_or_else(|| panic!("{line}"));
                assert!((1..=6).contains(&entry.level) && !entry.gloss.is_empty(), "{line}");
            }
        }
    }

    #[test]
    fn a_compound_is_found_whatever_its_spacing() {
        assert_eq!(find("해외 진출", Pos::Noun).map(|e| e.hanja), Some(Some("海外進出")));
    }

    #[test]
    fn a_verb_is_explained_by_its_noun() {
        assert_eq!(find("진출하다", Pos::Verb).map(|e| e.word), Some("진출"));
        assert_eq!(find("쓰다", Pos::Verb).map(|e| e.pos), Some("v"));
        assert_eq!(find("쓰다", Pos::Adjective).map(|e| e.pos), Some("a"));
    }

    #[test]
    fn a_compound_without_an_entry_is_explained_by_its_parts() {
        let parts = ["내수".to_owned(), "산업".to_owned()];
        let meaning = meaning("내수산업", Pos::Noun, &parts).unwrap();
        assert_eq!((meaning.gloss.as_str(), meaning.level), ("domestic demand + industry", None));
        assert_eq!(super::meaning("없는산업", Pos::Noun, &["없는".to_owned(), "산업".to_owned()]), None);
    }

    #[test]
    fn a_term_is_said_as_the_standard_has_it() {
        let said = |term: &str, pos, parts: &[&str]| {
            pronunciation(term, pos, &parts.iter().map(|part| (*part).to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(said("협력", Pos::Noun, &[]), "혐녁");
        assert_eq!(said("증권", Pos::Noun, &[]), "증꿘");
        assert_eq!(said("해외 진출", Pos::Noun, &["해외", "진출"]), "해외 진출");
        assert_eq!(said("급증하다", Pos::Verb, &[]), "급쯩하다");
    }

    #[test]
    fn the_easier_homograph_comes_first() {
        assert_eq!(find("시장", Pos::Noun).map(|entry| entry.gloss), Some("market"));
    }

    #[test]
    fn a_word_that_nobody_wrote_is_not_found() {
        assert_eq!(find("없는낱말이다", Pos::Noun), None);
    }
}
