//! Every format; what can be bad about a file stands in `bad`. The dictionaries stand in `tests/fixtures/dictionaries`.

mod bad;

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

type Read = (Facts, Vec<Item>, Tally);

fn read(bytes: &[u8]) -> Result<Read, DictionaryError> {
    read_beside(bytes, &[])
}

fn read_beside(bytes: &[u8], beside: &[(&str, &[u8])]) -> Result<Read, DictionaryError> {
    let find = |ending: &str| {
        let found = beside.iter().find(|(name, _)| *name == ending);
        Ok(found.map(|(_, bytes)| Box::new(Cursor::new(bytes.to_vec())) as Box<dyn Bytes>))
    };
    let opened = open(Box::new(Cursor::new(bytes.to_vec())), &find)?;
    let facts = opened.facts().clone();
    let mut items = Vec::new();
    let tally = opened.read(&mut |item| {
        items.push(item);
        ControlFlow::Continue(())
    })?;
    Ok((facts, items, tally))
}

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/fixtures/dictionaries/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn entries(items: &[Item]) -> Vec<&Entry> {
    items
        .iter()
        .filter_map(|item| match item {
            Item::Entry(entry) => Some(entry),
            Item::Frequency(_) => None,
        })
        .collect()
}

fn words(items: &[Item]) -> Vec<&str> {
    entries(items).into_iter().map(|entry| entry.word.as_str()).collect()
}

fn problems(tally: &Tally) -> Vec<(At, Problem)> {
    tally.first.iter().map(|bad| (bad.place.at, bad.problem)).collect()
}

fn deflated() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated)
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, deflated()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(bytes).unwrap();
    gzip.finish().unwrap()
}

#[test]
fn the_learners_dictionary_in_xml_with_all_its_traps() {
    let (facts, items, tally) = read(&fixture("krdict.xml")).unwrap();
    assert_eq!((facts.format, facts.language.as_deref()), (Format::KrdictXml, Some("en")));
    assert_eq!(words(&items), ["증자", "내딛다", "첫발을 내딛다", "장터"]);
    let all = entries(&items);
    let first = Entry {
        word: "증자".into(),
        hanja: Some("增資".into()),
        pos: Some("n"),
        level: Some(6),
        pronunciation: Some("증자".into()),
        senses: vec![Sense {
            gloss: "capital increase".into(),
            definition: Some("회사가 밑천을 늘림.".into()),
            example: Some("증자를 결정하다.".into()),
        }],
    };
    assert_eq!(*all[0], first);
    assert_eq!((all[1].pronunciation.as_deref(), all[1].level, all[1].pos), (Some("내딛따"), None, Some("v")));
    assert_eq!(all[1].senses[0].definition.as_deref(), Some("<발을> 앞으로 옮기다."));
    assert_eq!(all[1].senses[1].gloss, "To begin with R&D.");
    assert_eq!((all[2].pos, all[3].level), (Some("idiom"), Some(2)));
    assert_eq!(all[3].senses[0].gloss, "장이 서는 자리.", "without English the definition is the gloss");
    assert_eq!(problems(&tally), [(At::Record(5), Problem::NoWord), (At::Record(6), Problem::Repeated)]);
}

#[test]
fn the_learners_dictionary_in_json() {
    let (facts, items, tally) = read(&fixture("krdict.json")).unwrap();
    assert_eq!(facts.format, Format::KrdictJson);
    let all = entries(&items);
    assert_eq!(words(&items), ["증자", "내딛다"]);
    assert_eq!((all[0].hanja.as_deref(), all[0].senses[0].gloss.as_str()), (Some("增資"), "capital increase"));
    assert_eq!((all[1].pronunciation.as_deref(), all[1].senses.len()), (Some("내딛따"), 2));
    assert_eq!(problems(&tally), [(At::Record(3), Problem::NoWord), (At::Record(4), Problem::Shape)]);
}

#[test]
fn many_files_in_one_zip_are_one_dictionary() {
    let one = String::from_utf8(fixture("krdict.xml")).unwrap();
    let two = one.replace("증자", "감자").replace("val=\"1\"", "val=\"11\"");
    let zip = zipped(&[
        ("README.txt", b"a, b, c\nd, e\n"),
        ("x/2_5001.xml", two.as_bytes()),
        ("x/1_5000.xml", one.as_bytes()),
        ("x/picture.png", b"\x89PNG\0"),
    ]);
    let (facts, items, tally) = read(&zip).unwrap();
    assert_eq!(facts.format, Format::KrdictXml);
    assert_eq!(words(&items), ["증자", "내딛다", "첫발을 내딛다", "장터", "감자"]);
    assert_eq!(tally.first[0].place.member.as_deref(), Some("x/1_5000.xml"));
    let (_, items, _) = read(&zipped(&[("a.json", &fixture("krdict.json"))])).unwrap();
    assert_eq!(words(&items), ["증자", "내딛다"]);
}

#[test]
fn wiktionary_line_by_line() {
    for bytes in [fixture("kaikki.jsonl"), gzipped(&fixture("kaikki.jsonl"))] {
        let (facts, items, tally) = read(&bytes).unwrap();
        assert_eq!(facts.format, Format::Kaikki);
        let all = entries(&items);
        assert_eq!(words(&items), ["증자", "내딛다"]);
        assert_eq!((all[0].hanja.as_deref(), all[0].pronunciation.as_deref()), (Some("增資"), Some("증자")));
        let sense = &all[0].senses[0];
        assert_eq!((sense.gloss.as_str(), sense.example.as_deref()), ("a raising of new capital", Some("증자를 하다")));
        let bad = [(At::Line(3), Problem::NotJson), (At::Line(4), Problem::NotKorean), (At::Line(6), Problem::NoGloss)];
        assert_eq!(problems(&tally), bad);
    }
}

#[test]
fn kengdic_with_null_glosses_and_mixed_hanja() {
    let (facts, items, tally) = read(&fixture("kengdic.tsv")).unwrap();
    assert_eq!(facts.format, Format::Kengdic);
    let all = entries(&items);
    assert_eq!(words(&items), ["증자", "내딛다", "진보하다"]);
    assert_eq!((all[0].level, all[1].hanja.as_deref(), all[2].hanja.as_deref()), (Some(6), None, Some("進步")));
    assert_eq!(all[1].senses[0].gloss, "to put a foot \"forward");
    assert_eq!(problems(&tally), [(At::Line(3), Problem::NoGloss)]);
}

#[test]
fn tables_with_a_header_and_without() {
    let (_, items, tally) = read(&fixture("words.csv")).unwrap();
    let all = entries(&items);
    assert_eq!(all[0].senses[0].gloss, "capital increase, by new shares");
    assert_eq!((all[0].senses[0].example.as_deref(), all.len()), (Some("증자를 결정했다."), 2));
    assert_eq!(problems(&tally), [(At::Line(4), Problem::NoWord)]);
    let (facts, items, _) = read(&fixture("words.tsv")).unwrap();
    assert_eq!((facts.format, facts.title), (Format::Table, None));
    assert_eq!((words(&items), entries(&items)[0].hanja.as_deref()), (vec!["증자", "장터"], Some("增資")));
}

#[test]
fn decomposed_text_and_invisible_characters_are_cleaned() {
    let (_, items, _) =
        read("\u{FEFF}\u{110C}\u{1173}\u{11BC}\u{200B}자\tcapital\u{1B}[31m increase\n".as_bytes()).unwrap();
    assert_eq!((words(&items)[0], entries(&items)[0].senses[0].gloss.as_str()), ("증자", "capital [31m increase"));
}

fn yomitan(index: &str, bank: &str, meta: &str) -> Vec<u8> {
    zipped(&[
        ("index.json", index.as_bytes()),
        ("term_bank_1.json", bank.as_bytes()),
        ("term_meta_bank_1.json", meta.as_bytes()),
        ("styles.css", b"{}"),
    ])
}

const INDEX: &str =
    r#"{"title":"시험 사전","format":3,"revision":"1","attribution":"made for tests","targetLanguage":"en"}"#;
const BANK: &str = r#"[["증자","","n","",0,["capital increase"],1,"고급"],
["내딛다","","v","v",0,[{"type":"structured-content","content":{"tag":"ul","content":[{"tag":"li","content":"to step"},{"tag":"li","content":["to ",{"tag":"b","content":"begin"}]}]}}],2,""],
["increase","","n","",0,["x"],3,""],["장터"]]"#;
const META: &str =
    r#"[["증자","freq",{"value":1520,"displayValue":"1520★"}],["내딛다","freq",3000],["내딛다","ipa",{}]]"#;

#[test]
fn a_yomitan_dictionary_with_frequencies() {
    let (facts, items, tally) = read(&yomitan(INDEX, BANK, META)).unwrap();
    assert_eq!((facts.title.as_deref(), facts.licence.as_deref()), (Some("시험 사전"), Some("made for tests")));
    assert_eq!(words(&items), ["증자", "내딛다"]);
    assert_eq!(entries(&items)[1].senses[0].gloss, "to step; to begin");
    assert_eq!((tally.entries, tally.frequencies, tally.skipped), (2, 2, 2));
    let frequency = Frequency { word: "증자".into(), rank: 1520.0, shown: "1520★".into() };
    assert!(items.contains(&Item::Frequency(frequency)));
}

#[test]
fn another_format_of_yomitan_is_named() {
    let zip = yomitan(&INDEX.replace("\"format\":3", "\"format\":1"), BANK, META);
    assert!(matches!(read(&zip), Err(DictionaryError::Version { found: 1 })));
}

/// An index and texts of StarDict for words with their texts, in the order given.
fn stardict(words: &[(&str, &str)]) -> (Vec<u8>, Vec<u8>) {
    let (mut index, mut texts) = (Vec::new(), Vec::new());
    for (word, text) in words {
        index.extend(word.as_bytes());
        index.push(0);
        index.extend(u32::try_from(texts.len()).unwrap().to_be_bytes());
        index.extend(u32::try_from(text.len()).unwrap().to_be_bytes());
        texts.extend(text.as_bytes());
    }
    (index, texts)
}

const IFO: &str = "StarDict's dict ifo file\nversion=2.4.2\nbookname=시험\nwordcount=2\nsametypesequence=h\n";

#[test]
fn a_stardict_dictionary_plain_and_packed() {
    let (index, texts) = stardict(&[("내딛다", "<b>to step</b><br>2. to begin"), ("증자", "capital &amp; increase")]);
    let (packed_index, packed_texts) = (gzipped(&index), gzipped(&texts));
    let synonyms = [&b"\xEC\x84\xAC\0"[..], &1_u32.to_be_bytes(), "없는\0".as_bytes(), &9_u32.to_be_bytes()].concat();
    let plain: &[(&str, &[u8])] = &[("idx", &index), ("dict", &texts), ("syn", &synonyms)];
    let packed: &[(&str, &[u8])] = &[("idx.gz", &packed_index), ("dict.dz", &packed_texts), ("syn", &synonyms)];
    for beside in [plain, packed] {
        let (facts, items, tally) = read_beside(IFO.as_bytes(), beside).unwrap();
        assert_eq!((facts.format, facts.title.as_deref()), (Format::Stardict, Some("시험")));
        assert_eq!(words(&items), ["내딛다", "증자", "섬"]);
        let glosses: Vec<&str> = entries(&items)[0].senses.iter().map(|sense| sense.gloss.as_str()).collect();
        assert_eq!(glosses, ["to step", "to begin"]);
        assert_eq!(entries(&items)[2].senses[0].gloss, "capital & increase");
        assert_eq!(problems(&tally), [(At::Record(4), Problem::Shape)]);
    }
    let missing = read_beside(IFO.as_bytes(), &[("idx", &index)]);
    assert!(matches!(missing, Err(DictionaryError::MissingPart { ending: ".dict" })));
    let cut = read_beside(IFO.as_bytes(), &[("idx", &index[..index.len() - 3]), ("dict", &texts)]);
    assert!(matches!(cut, Err(DictionaryError::Truncated { .. })));
    let short = read_beside(IFO.as_bytes(), &[("idx", &index), ("dict", &texts[..texts.len() - 3])]).unwrap();
    assert_eq!(short.2.skipped, 1, "a text that is not there spoils its entry alone");
}
