//! Every way in which a file can be bad.

use proptest::prelude::*;

use super::*;

#[test]
fn a_gzip_file_that_is_cut_says_so() {
    let gzip = gzipped(&fixture("krdict.xml"));
    let error = read(&gzip[..gzip.len() - 40]).unwrap_err();
    assert!(matches!(error, DictionaryError::Archive { .. } | DictionaryError::Truncated { .. }), "{error}");
}

#[test]
fn a_broken_zip_says_so() {
    let zip = yomitan(INDEX, BANK, META);
    assert!(matches!(read(&zip[..zip.len() / 2]), Err(DictionaryError::Archive { .. })));
    assert!(matches!(read(b"PK\x03\x04 and nothing else"), Err(DictionaryError::Archive { .. })));
    // One bit of what is packed: the checksum tells, and the file's name is known.
    let text = "증자\tcapital increase\n".repeat(2000);
    let mut zip = zipped(&[("words.tsv", text.as_bytes())]);
    zip[60] ^= 0x10;
    match read(&zip) {
        Err(DictionaryError::Archive { member, .. }) => assert_eq!(member.as_deref(), Some("words.tsv")),
        other => panic!("{other:?}"),
    }
}

#[test]
fn names_that_lead_out_of_a_zip_are_refused() {
    for name in ["../words.tsv", "a/../../words.tsv", "/etc/words.tsv", "..\\words.tsv"] {
        let zip = zipped(&[("words.tsv", b"a\tb\n"), (name, b"x")]);
        assert!(matches!(read(&zip), Err(DictionaryError::PathTrick { .. })), "{name}");
    }
}

#[test]
fn a_zip_bomb_is_stopped_on_the_way() {
    let line = format!("증자\t{}\n", "a".repeat(100_000)).repeat(10);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("words.tsv", deflated()).unwrap();
    for _ in 0..20 {
        zip.write_all(line.as_bytes()).unwrap();
    }
    let zip = zip.finish().unwrap().into_inner();
    assert!(zip.len() < 100_000, "{}", zip.len());
    match read(&zip) {
        Err(DictionaryError::Limit { limit: Limit::Ratio, member }) => assert_eq!(member.as_deref(), Some("words.tsv")),
        other => panic!("{:?}", other.map(|read| read.2)),
    }
    let many: Vec<String> = (0..=limits::MEMBERS).map(|number| number.to_string()).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert!(matches!(read(&zipped(&many)), Err(DictionaryError::Limit { limit: Limit::Members, .. })));
}

#[test]
fn one_endless_record_does_not_fill_the_memory() {
    let long = "x".repeat(usize::try_from(limits::RECORD).unwrap() + 1_000_000);
    for text in [
        format!("증자\t{long}\n"),
        format!("<LexicalResource><LexicalEntry val=\"{long}\"/></LexicalResource>"),
        format!("{{\"LexicalResource\":{{\"LexicalEntry\":[\"{long}\"]}}}}"),
        format!("{{\"word\":\"{long}\"}}\n"),
    ] {
        let error = read(text.as_bytes()).unwrap_err();
        assert!(matches!(error, DictionaryError::Limit { limit: Limit::Record, .. }), "{error}");
    }
}

#[test]
fn a_file_that_ends_too_early_says_where() {
    let xml = fixture("krdict.xml");
    let json = fixture("krdict.json");
    for cut in [xml.len() - 20, xml.len() / 2, 400] {
        let error = read(&xml[..cut]).unwrap_err();
        assert!(matches!(error, DictionaryError::Truncated { .. }), "{cut}: {error}");
    }
    match read(&json[..json.len() / 2]) {
        Err(DictionaryError::Truncated { place }) => assert!(matches!(place.at, At::Line(2 | 3)), "{place:?}"),
        other => panic!("{other:?}"),
    }
    let broken = String::from_utf8(json).unwrap().replace("\"val\":2", "\"val\":!");
    match read(broken.as_bytes()) {
        Err(DictionaryError::Syntax { place, .. }) => assert_eq!(place.at, At::Line(3)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn other_encodings_are_named() {
    // 증자, 장터 in CP949.
    let cp949 = b"\xC1\xF5\xC0\xDA\tcapital increase\n\xC0\xE5\xC5\xCD\tmarket place\n";
    assert!(matches!(read(cp949), Err(DictionaryError::NotUtf8 { offset: 0, cp949: true })));
    assert!(matches!(read(&zipped(&[("a.tsv", cp949)])), Err(DictionaryError::NotUtf8 { cp949: true, .. })));
    let utf16: Vec<u8> = "\u{FEFF}증자\tx\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(matches!(read(&utf16), Err(DictionaryError::Utf16)));
}

#[test]
fn a_stray_byte_spoils_its_record_alone() {
    let mut table = fixture("words.tsv");
    table.extend(b"\xEA\xB0\x80\xFF\tbad\n\xEB\x82\x98\tgood\n");
    let (_, items, tally) = read(&table).unwrap();
    assert_eq!(words(&items), ["증자", "장터", "나"]);
    assert_eq!(problems(&tally), [(At::Line(4), Problem::NotUtf8)]);
    let xml = fixture("krdict.xml");
    let at = xml.windows(6).position(|bytes| bytes == "장터".as_bytes()).unwrap();
    let mut xml = xml;
    xml[at + 1] = b'x';
    let (_, items, tally) = read(&xml).unwrap();
    assert_eq!(words(&items), ["증자", "내딛다", "첫발을 내딛다", "장터"], "the copy behind it is whole");
    assert!(problems(&tally).contains(&(At::Record(4), Problem::NotUtf8)), "{tally:?}");
}

#[test]
fn a_dictionary_of_no_korean_is_refused() {
    assert!(matches!(read(b"house\tmaison\nwater\teau\n"), Err(DictionaryError::NoKorean)));
    let bank = r#"[["house","","n","",0,["maison"],1,""]]"#;
    assert!(matches!(read(&yomitan(INDEX, bank, "[]")), Err(DictionaryError::NoKorean)));
    assert!(matches!(read(b"GDP\tgross domestic product\nETF\tfund\n"), Err(DictionaryError::NoKorean)));
}

#[test]
fn a_dictionary_of_nothing_good_says_what_is_wrong_first() {
    match read("증자\t\n장터\t\n".as_bytes()) {
        Err(DictionaryError::Nothing { first: Some(bad) }) => assert_eq!(bad.problem, Problem::NoGloss),
        other => panic!("{other:?}"),
    }
    assert!(matches!(read(b""), Err(DictionaryError::Empty)));
    assert!(matches!(read(&yomitan(INDEX, "[]", "[]")), Err(DictionaryError::Nothing { first: None })));
}

#[test]
fn whoever_takes_the_entries_may_stop() {
    let opened = open(Box::new(Cursor::new(fixture("krdict.xml"))), &|_| Ok(None)).unwrap();
    let mut taken = 0;
    let stopped = opened.read(&mut |_| {
        taken += 1;
        ControlFlow::Break(())
    });
    assert!(matches!(stopped, Err(DictionaryError::Stopped)) && taken == 1);
}

#[test]
fn deep_nesting_is_no_way_to_the_end_of_the_stack() {
    let deep = format!("{{\"LexicalResource\":{}", "[".repeat(100_000));
    assert!(read(deep.as_bytes()).is_err());
    let xml = format!("<LexicalResource>{}</LexicalResource>", "<a>".repeat(100_000));
    assert!(read(xml.as_bytes()).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), start in 0..9_usize) {
        let starts: [&[u8]; 9] = [
            b"", b"PK\x03\x04", b"\x1F\x8B\x08", b"<LexicalResource><LexicalEntry ", b"{\"LexicalEntry\":[",
            b"{\"word\":", b"id\tsurface\thanja\tgloss\n", "증자\t".as_bytes(), IFO.as_bytes(),
        ];
        let all = [starts[start], &bytes].concat();
        let _ = read_beside(&all, &[("idx", &bytes), ("dict", &bytes), ("syn", &bytes)]);
    }

    /// A real file with some bytes of it changed: whatever is read of it is clean.
    #[test]
    fn no_damage_panics(which in 0..7_usize, at in any::<prop::sample::Index>(), with in prop::collection::vec(any::<u8>(), 1..8)) {
        let (index, texts) = stardict(&[("내딛다", "to step"), ("증자", "capital")]);
        let files = ["krdict.xml", "krdict.json", "kaikki.jsonl", "kengdic.tsv", "words.csv"];
        let mut bytes = match files.get(which) {
            Some(name) => fixture(name),
            None if which == 5 => yomitan(INDEX, BANK, META),
            None => index.clone(),
        };
        let at = at.index(bytes.len());
        let end = (at + with.len()).min(bytes.len());
        bytes.splice(at..end, with);
        let found = match which {
            6 => read_beside(IFO.as_bytes(), &[("idx", &bytes), ("dict", &texts)]),
            _ => read(&bytes),
        };
        if let Ok((_, items, tally)) = found {
            prop_assert_eq!(entries(&items).len(), tally.entries);
            for entry in entries(&items) {
                prop_assert!(!entry.senses.is_empty() && text::line(&entry.word) == entry.word);
                prop_assert!(entry.senses.iter().all(|sense| text::line(&sense.gloss) == sense.gloss));
            }
        }
    }
}
