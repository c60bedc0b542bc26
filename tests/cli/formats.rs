//! Every file of `tests/fixtures/articles` with what must come out of it. `tests/fixtures/articles/make.py` shows what is in them.

use std::borrow::Cow;
use std::collections::BTreeSet;

use dokpa::article::Article;
use dokpa::import::{Document, Limits, Note};
use dokpa::messages::Lang;
use dokpa::tasks::{Content, Source, explain, open_source};

use crate::support::{Bench, project};

const TITLE: &str = "한빛통신, 해외진출 서둘러";
const OTHER: &str = "가온식품, 새 공장 착공";

/// File, then for each of its articles title, outlet, reporter, date, sentences; an empty string for what is not known.
type Row = (&'static str, &'static [(&'static str, &'static str, &'static str, &'static str, usize)]);

const GOOD: &[Row] = &[
    ("txt/utf8.txt", &[(TITLE, "독파경제", "나독파", "2026-03-02", 5)]),
    ("txt/utf8-mark.txt", &[(TITLE, "독파경제", "나독파", "2026-03-02", 5)]),
    ("txt/utf16le.txt", &[(TITLE, "독파경제", "나독파", "2026-03-02", 5)]),
    ("txt/utf16be.txt", &[(TITLE, "독파경제", "나독파", "2026-03-02", 5)]),
    ("txt/cp949.txt", &[(TITLE, "독파경제", "나독파", "2026-03-02", 5)]),
    ("txt/cp949-only.txt", &[(TITLE, "독파경제", "나독파", "2026-03-02", 6)]),
    ("txt/nfd.txt", &[(TITLE, "독파경제", "나독파", "2026-03-02", 5)]),
    ("txt/wrapped-crlf.txt", &[(TITLE, "", "", "", 5)]),
    ("txt/furniture.txt", &[(TITLE, "독파경제", "나독파", "2026-03-02", 5)]),
    ("md/article.md", &[(TITLE, "", "", "", 4)]),
    ("md/front-matter.md", &[(TITLE, "독파경제", "나독파", "2026-03-02", 5)]),
    ("sub/news.srt", &[("news", "", "", "", 4)]),
    ("sub/cp949.srt", &[("cp949", "", "", "", 4)]),
    ("sub/rolling.vtt", &[("rolling", "", "", "", 4)]),
    ("html/portal.html", &[(TITLE, "독파경제", "나독파", "2026-03-02", 5)]),
    ("html/json-ld.html", &[(TITLE, "독파일보", "나독파", "2026-03-02", 5)]),
    ("html/economy.html", &[(TITLE, "독파경제", "나독파", "2026-03-02", 6)]),
    ("html/cms.html", &[(TITLE, "독파뉴스", "나독파", "2026-03-02", 5)]),
    ("html/wire.html", &[(TITLE, "독파통신사", "나독파", "2026-03-02", 5)]),
    ("html/broadcast.html", &[(TITLE, "독파TV", "", "2026-03-02", 9)]),
    ("html/old-tables.html", &[(TITLE, "독파신문", "나독파", "2026-03-02", 5)]),
    ("html/divs.html", &[(TITLE, "독파신문", "", "2026-03-02", 7)]),
    ("html/semantic.html", &[(TITLE, "독파통신사", "나독파", "2026-03-02", 5)]),
    ("html/cp949.html", &[(TITLE, "독파경제", "", "", 5)]),
    ("html/utf8-declared-euckr.html", &[(TITLE, "독파경제", "", "", 5)]),
    ("html/cp949-declared-utf8.html", &[(TITLE, "독파경제", "", "", 5)]),
    ("html/hostile.html", &[(TITLE, "", "", "", 5)]),
    ("html/fragment.html", &[("fragment", "", "", "", 5)]),
    ("html/page.txt", &[(OTHER, "독파경제", "", "", 4)]),
    (
        "epub/book.epub",
        &[
            ("첫째 마당: 해외진출", "독파출판", "나독파", "2026-03-02", 6),
            ("둘째 마당: 새 공장", "독파출판", "나독파", "2026-03-02", 5),
        ],
    ),
    ("epub/second.epub", &[("첫째 마당", "독파출판", "나독파", "2026-03-02", 6)]),
    (
        "epub/scrambled-fonts.epub",
        &[
            ("첫째 마당: 해외진출", "독파출판", "나독파", "2026-03-02", 6),
            ("둘째 마당: 새 공장", "독파출판", "나독파", "2026-03-02", 5),
        ],
    ),
    ("epub/paths.epub", &[("둘째 마당: 새 공장", "독파출판", "나독파", "2026-03-02", 5)]),
    ("office/article.docx", &[(TITLE, "", "나독파", "2026-03-02", 6)]),
    ("office/article.odt", &[(TITLE, "", "나독파", "2026-03-02", 5)]),
    ("office/article.hwpx", &[(TITLE, "", "나독파", "2026-03-02", 5)]),
    ("pdf/article.pdf", &[(TITLE, "", "나독파", "2026-03-02", 5)]),
    ("pdf/pages.pdf", &[(TITLE, "", "나독파", "2026-03-02", 9)]),
    ("pdf/columns.pdf", &[(TITLE, "", "나독파", "2026-03-02", 5)]),
    ("pdf/uniks.pdf", &[(TITLE, "", "나독파", "2026-03-02", 5)]),
    ("pdf/uhc.pdf", &[(TITLE, "", "나독파", "2026-03-02", 5)]),
    ("pdf/no-password.pdf", &[(TITLE, "", "", "", 5)]),
    (
        "feed/rss.xml",
        &[
            (TITLE, "독파경제", "나독파", "2026-03-02", 5),
            ("가온식품, 새 공장 착공 \"수출\"", "독파경제", "", "2026-03-03", 4),
        ],
    ),
    (
        "feed/cp949.xml",
        &[
            (TITLE, "독파경제", "나독파", "2026-03-02", 5),
            ("가온식품, 새 공장 착공 \"수출\"", "독파경제", "", "2026-03-03", 4),
        ],
    ),
    ("feed/atom.xml", &[(TITLE, "독파일보", "", "2026-03-02", 5)]),
];

/// Files that are read with a warning: the article's sentences, and what the warning counts.
const WARNED: &[(&str, usize, Note)] = &[
    ("txt/utf16-broken.txt", 6, Note::Broken { count: 1, encoding: Cow::Borrowed("UTF-16LE") }),
    ("txt/cp949-broken.txt", 6, Note::Broken { count: 3, encoding: Cow::Borrowed("EUC-KR") }),
    ("txt/utf8-broken.txt", 5, Note::Broken { count: 1, encoding: Cow::Borrowed("UTF-8") }),
    ("html/cp949-broken.html", 5, Note::Broken { count: 1, encoding: Cow::Borrowed("EUC-KR") }),
    ("txt/hostile.txt", 4, Note::Dropped { count: 6 }),
    ("pdf/half-scanned.pdf", 5, Note::PagesWithoutText { count: 1 }),
];

/// Files that give nothing, and a part of the line that says why.
const BAD: &[(&str, &str)] = &[
    ("txt/empty.txt", "it is empty"),
    ("txt/binary.txt", "binary file"),
    ("txt/noise.txt", "encoding is not known"),
    ("txt/english.txt", "no Korean"),
    ("html/scripts.html", "shows its text by scripts"),
    ("html/list.html", "no article on this page"),
    ("html/deep.html", "at most 256 levels; nesting under [limits]"),
    ("epub/drm.epub", "DRM"),
    ("epub/bomb.epub", "at most 2 MB; unpacked_megabytes under [limits]"),
    ("epub/not-a-book.epub", "damaged"),
    ("epub/cut.epub", "damaged"),
    ("office/entities.docx", "entities of its own"),
    ("office/deep.docx", "nesting under [limits]"),
    ("office/locked.odt", "password"),
    ("office/locked.hwpx", "password"),
    ("office/locked.docx", "password"),
    ("office/old.hwp", "save it as HWPX or PDF"),
    ("office/old.doc", "save it as DOCX"),
    ("office/other.zip", "no EPUB, DOCX, ODT or HWPX"),
    ("pdf/scanned.pdf", "scanned PDF"),
    ("pdf/locked.pdf", "password"),
    ("pdf/shapes.pdf", "hold only shapes"),
    ("pdf/bomb.pdf", "unpacked_megabytes under [limits]"),
    ("pdf/no-password-bomb.pdf", "unpacked_megabytes under [limits]"),
    ("pdf/cut.pdf", "damaged"),
    ("feed/links.xml", "dokpa feed add"),
    ("feed/entities.xml", "entities of its own"),
    ("feed/cut.xml", "damaged"),
    ("feed/other.xml", "XML, but of no known kind"),
];

/// So low that the corpus can stay small.
fn limits() -> Limits {
    Limits { unpacked_megabytes: 2, ..Limits::default() }
}

fn open(name: &str) -> Result<(Vec<Article>, Vec<Note>), String> {
    let source = Source::Path(project("tests/fixtures/articles").join(name));
    let opened = open_source(&source, &limits(), &dokpa::import::Stop::default())
        .map_err(|e| explain::plain_task(&e).text(Lang::En))?;
    let Content::Reading(reading) = opened.content else { return Err("a deck file".into()) };
    let articles = reading.documents.iter().map(Document::article);
    let articles = articles.collect::<Result<_, _>>().map_err(|e| explain::import(&opened.name, &e).text(Lang::En))?;
    Ok((articles, reading.notes))
}

#[test]
fn every_file_gives_its_articles() {
    let mut wrong = Vec::new();
    for (name, rows) in GOOD {
        let found: Vec<_> = match open(name) {
            Ok((articles, _)) => articles,
            Err(error) => {
                wrong.push(error);
                continue;
            }
        };
        let facts: Vec<_> = found
            .iter()
            .map(|article| {
                let known = |fact: &Option<String>| fact.clone().unwrap_or_default();
                let facts = &article.facts;
                let (outlet, reporter, date) = (known(&facts.outlet), known(&facts.reporter), known(&facts.date));
                (facts.title.clone(), outlet, reporter, date, article.sentences.len())
            })
            .collect();
        let wanted: Vec<_> =
            rows.iter().map(|&(t, o, r, d, n)| (t.to_owned(), o.to_owned(), r.to_owned(), d.to_owned(), n)).collect();
        if facts != wanted {
            let texts: Vec<_> = found.iter().map(|article| &article.text).collect();
            wrong.push(format!("{name}\n  {wanted:?}\n  {facts:?}\n{texts:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_furniture_is_left_in_a_text_and_what_is_removed_is_kept() {
    for name in ["txt/furniture.txt", "html/portal.html", "html/economy.html", "html/cms.html", "html/wire.html"] {
        let article = open(name).unwrap().0.remove(0);
        for furniture in [
            "기자",
            "무단",
            "Copyright",
            "관련기사",
            "많이 본",
            "댓글",
            "카카오톡",
            "구독",
            "입력",
            "승인",
            "사진",
            "착공",
            "물가 내림세",
            "첫 달",
            "사옥 전경",
        ] {
            assert!(!article.text.contains(furniture), "{name}: {furniture}\n{}", article.text);
        }
        assert!(article.text.starts_with("한빛통신이 포화된"), "{name}\n{}", article.text);
        let removed = article.removed.join("\n");
        assert!(
            removed.contains("나독파")
                && removed.contains("무단") | removed.contains("댓글") | removed.contains("독파구"),
            "{name}\n{removed}"
        );
    }
}

#[test]
fn what_is_odd_but_readable_comes_with_one_warning() {
    let mut wrong = Vec::new();
    for (name, sentences, note) in WARNED {
        match open(name) {
            Ok((articles, notes)) if notes == [note.clone()] && articles[0].sentences.len() == *sentences => {}
            other => wrong.push(format!("{name}: {other:#?}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_a_terminal_would_obey_gets_into_an_article() {
    for name in ["txt/hostile.txt", "html/hostile.html"] {
        let article = open(name).unwrap().0.remove(0);
        let all = format!("{}{}{}", article.facts.title, article.text, article.removed.join(""));
        assert!(
            !all.contains(['\u{1b}', '\u{9b}', '\u{7}', '\u{202e}', '\u{2066}', '\u{200b}', '\u{e000}']),
            "{all:?}"
        );
        assert!(!article.text.contains("숨은") && !article.text.contains("악성"), "{}", article.text);
    }
}

#[test]
fn what_cannot_be_read_says_why() {
    let mut wrong = Vec::new();
    for (name, part) in BAD {
        match open(name) {
            Err(line) if line.contains(part) && line.lines().count() == 1 => {}
            other => wrong.push(format!("{name}: {other:?}, wanted: {part}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_fixture_stands_in_a_table() {
    let named = GOOD.iter().map(|row| row.0).chain(WARNED.iter().map(|row| row.0)).chain(BAD.iter().map(|row| row.0));
    let named: BTreeSet<String> = named.map(str::to_owned).collect();
    let root = project("tests/fixtures/articles");
    let mut found = BTreeSet::new();
    for folder in std::fs::read_dir(&root).unwrap().flatten().filter(|entry| entry.path().is_dir()) {
        for file in std::fs::read_dir(folder.path()).unwrap().flatten() {
            found.insert(file.path().strip_prefix(&root).unwrap().to_str().unwrap().to_owned());
        }
    }
    assert_eq!(found, named);
    assert!(found.len() >= 40);
}

#[test]
fn the_whole_corpus_is_imported_by_one_command() {
    let bench = Bench::new();
    let config = bench.write("config.toml", "[limits]\nunpacked_megabytes = 2\n");
    let root = project("tests/fixtures/articles");
    let output = bench.run(["--config", config.to_str().unwrap(), "import", "--json", root.to_str().unwrap()]);
    let rows = crate::support::lines(&String::from_utf8(output.stdout).unwrap());
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "some of it cannot be read");
    let articles: usize = GOOD.iter().map(|row| row.1.len()).sum::<usize>() + WARNED.len();
    assert_eq!(rows.len(), articles, "{errors}");
    // Files of foreign endings are passed over in a folder.
    let foreign = BAD.iter().filter(|(name, _)| [".hwp", ".doc", ".zip"].iter().any(|end| name.ends_with(end))).count();
    assert_eq!(errors.lines().count(), BAD.len() - foreign, "{errors}");
    assert!(!errors.contains("panicked"), "{errors}");
    let books = rows.iter().filter(|row| row["deck"] == "독파 경제 읽기").count();
    assert_eq!(books, 6, "a deck a book");
    assert!(rows.iter().any(|row| row["warnings"][0].as_str().is_some_and(|text| text.contains("EUC-KR"))));
}
