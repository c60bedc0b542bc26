//! Pieces of pages; whole pages stand in `tests/fixtures/articles`.

use proptest::prelude::*;

use super::*;
use crate::import::limits::Limits;

#[test]
fn blocks_and_breaks_are_lines_and_menus_are_apart() {
    let html = "<ul><li><a href=/>홈</a></li><li><a href=/1>경제</a></li></ul><h2>전망</h2><p>물가가\n <b>올랐다</b>.<br>환율도 올랐다.</p><ul><li>수출이 늘었다.</li></ul><p hidden>숨은 글.</p>";
    let document = fragment(html);
    assert_eq!(document.text, "## 전망\n\n물가가 올랐다.\n환율도 올랐다.\n\n- 수출이 늘었다.");
    assert_eq!(document.removed, ["- 홈", "- 경제"]);
}

#[test]
fn the_declared_encoding_is_found_in_every_form() {
    for (head, label) in [
        ("<meta charset=\"EUC-KR\">", Some("euc-kr")),
        ("<META http-equiv=Content-Type content='text/html; charset=ks_c_5601-1987'>", Some("ks_c_5601-1987")),
        ("<?xml version=\"1.0\" encoding=\"euc-kr\"?><html>", Some("euc-kr")),
        ("<meta name=viewport content=width>", None),
    ] {
        assert_eq!(meta_charset(head.as_bytes()).as_deref(), label, "{head}");
    }
}

#[test]
fn headlines_lose_their_outlet() {
    for (title, outlet, headline, suffix) in [
        ("금리 동결 | 독파경제", None, "금리 동결", Some("독파경제")),
        ("금리 동결 - 독파", Some("독파"), "금리 동결", Some("독파")),
        ("금리 동결 | 경제 | 독파일보", None, "금리 동결", Some("독파일보")),
        ("금리 동결 < 금융 < 기사본문 - 독파신문", None, "금리 동결", Some("독파신문")),
        ("물가 - 환율 - 수출", None, "물가 - 환율 - 수출", None),
    ] {
        let found = facts::headline(title, outlet);
        assert_eq!(found, (headline.to_owned(), suffix.map(str::to_owned)), "{title}");
    }
}

#[test]
fn fields_side_by_side_stay_apart_and_comments_are_no_text() {
    let html = "<div><span>독파경제</span><span>나독파 기자</span></div><p><b>한빛</b>이 올랐다.</p>\
        <div>독자1 좋다.<span>2026.03.05. 12:01</span></div><div>독자2 좋다.<span>2026.03.05. 12:02</span></div>";
    let document = fragment(html);
    assert_eq!(document.text, "독파경제 나독파 기자\n\n한빛이 올랐다.");
    assert_eq!(document.removed.len(), 2, "{:?}", document.removed);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_page_panics(html in "(\\PC|<p>|<div|</|>|<a href=|\"|<script>|<meta charset=|&#x1b;|<br>|다\\. ){0,120}") {
        if let Ok(reading) = read(html.as_bytes(), None, &Limits::default()) {
            for document in reading.documents {
                prop_assert!(!document.text.contains(|c: char| c.is_control() && c != '\n'));
            }
        }
    }
}
