//! Shapes of news, all invented, and what must come out of them.

use proptest::prelude::*;

use super::*;
use crate::article::{Article, SentenceKind};

/// Title, outlet, reporter, date, text; an empty string where nothing must be known.
#[track_caller]
fn case(page: &str, [title, outlet, reporter, date]: [&str; 4], text: &str) -> Article {
    let article = article(page, None).unwrap();
    let facts = &article.facts;
    let known = |fact: &Option<String>| fact.clone().unwrap_or_default();
    assert_eq!(
        [facts.title.clone(), known(&facts.outlet), known(&facts.reporter), known(&facts.date)],
        [title, outlet, reporter, date].map(str::to_owned),
        "{page}"
    );
    assert_eq!(article.text, text, "{page}");
    article
}

/// The article's sub-heads and other lines that are no sentences.
fn headlines(article: &Article) -> Vec<&str> {
    let headlines = article.sentences.iter().filter(|sentence| sentence.kind == SentenceKind::Headline);
    headlines.map(|sentence| article.sentence_text(sentence)).collect()
}

const BODY: &str = "한국은행이 기준금리를 동결했다. 물가가 아직 높다는 이유에서다.\n시장은 동결을 예상하고 있었다.";

#[test]
fn a_seed_is_headline_outlet_date_and_paragraphs() {
    let page = format!("기준금리 동결…물가에 무게\n독파경제\n발행일 2026-03-02\n\n{}\n", BODY.replace('\n', "\n\n"));
    let article = case(&page, ["기준금리 동결…물가에 무게", "독파경제", "", "2026-03-02"], BODY);
    let places: Vec<_> = article.sentences.iter().map(|s| (s.paragraph, s.kind)).collect();
    assert_eq!(places, [(0, SentenceKind::Body), (0, SentenceKind::Body), (1, SentenceKind::Body)]);
}

#[test]
fn a_whole_page_is_taken_apart() {
    let page = format!(
        "마켓일반\n독파전자, 해외에서 길 찾는다는데\n독파데일리\n발행일 2026-03-02 16:18:45\n- 홍대표 “수출에 승부”\n- 하반기 새 공장 착공\n[독파데일리 홍길동기자] {BODY}\n<홍길동 기자>hong@dokpa.co.kr\nCopyright ⓒ 독파데일리. 무단전재 및 재배포 금지"
    );
    let text = format!("- 홍대표 “수출에 승부”\n- 하반기 새 공장 착공\n{BODY}");
    let article = case(&page, ["독파전자, 해외에서 길 찾는다는데", "독파데일리", "홍길동", "2026-03-02"], &text);
    assert_eq!(headlines(&article), ["- 홍대표 “수출에 승부”", "- 하반기 새 공장 착공"]);
    assert_eq!(article.facts.copyright.as_deref(), Some("Copyright ⓒ 독파데일리. 무단전재 및 재배포 금지"));
}

#[test]
fn heads_of_pages_become_facts() {
    let title = "기준금리 동결";
    let dated = [title, "독파경제", "홍길동", "2026-03-02"];
    for head in [
        "기준금리 동결\n독파경제\n홍길동 기자\n입력 2026.03.02 10:00",
        "기준금리 동결\n독파경제 | 홍길동 기자 | 입력 2026.03.02. 오전 10:00",
        "기준금리 동결\n홍길동 기자 독파경제\n등록 2026/03/02 (월) 10:00",
        "기준금리 동결\n\n독파경제 홍길동 기자 hong@dokpa.kr\n2026년 3월 2일",
        "기준금리 동결\n독파경제\n기자명 홍길동 · 승인 2026.03.02 10:00 · 댓글 0",
        "기준금리 동결\n독파경제 홍길동 기자\n기사입력 2026.03.02 10:00 | 최종수정 2026.03.03 11:00",
        "기준금리 동결\n독파경제 홍길동 기자\n수정 2026.03.03 11:00 입력 2026.03.02 10:00",
        "경제\n기준금리 동결\n독파경제\n홍길동 기자\n2026-03-02",
        "홈 > 경제 > 금융\n기준금리 동결\n독파경제\n홍길동 기자\n2026-03-02",
        "독파경제\n기준금리 동결 결정\n홍길동 기자\n2026-03-02",
        "제목: 기준금리 동결\n매체: 독파경제\n기자: 홍길동 기자\n날짜: 2026-03-02",
        "기준금리 동결 | 독파경제\n독파경제=홍길동 기자\n2026-03-02 10:00",
    ] {
        let page = format!("{head}\n\n{BODY}");
        let expected =
            if head.contains("결정") { ["기준금리 동결 결정", dated[1], dated[2], dated[3]] } else { dated };
        case(&page, expected, BODY);
    }
}

#[test]
fn by_lines_leave_the_first_sentence() {
    for (front, outlet, reporter) in [
        ("(서울=독파) 홍길동 기자 = ", "독파", "홍길동"),
        ("[서울=독파뉴스] 홍길동 기자 = ", "독파뉴스", "홍길동"),
        ("[독파일보=홍길동 기자] ", "독파일보", "홍길동"),
        ("[독파=홍길동 기자] ", "독파", "홍길동"),
        ("【독파일보 홍길동·김철수 기자】", "독파일보", "홍길동·김철수"),
        ("(워싱턴=독파) 홍길동 특파원 = ", "독파", "홍길동"),
        ("홍길동 기자 = ", "", "홍길동"),
        ("[독파비즈] ", "독파비즈", ""),
    ] {
        case(&format!("기준금리 동결\n\n{front}{BODY}"), ["기준금리 동결", outlet, reporter, ""], BODY);
    }
}

#[test]
fn ends_of_pages_become_facts() {
    for (end, outlet, reporter) in [
        ("\n홍길동 기자 hong@dokpa.kr", "", "홍길동"),
        ("\n/홍길동 기자 hong@dokpa.kr", "", "홍길동"),
        (" 홍길동 기자 hong@dokpa.kr", "", "홍길동"),
        ("/홍길동 기자", "", "홍길동"),
        (" <저작권자 ⓒ 독파경제, 무단전재 및 재배포 금지>", "독파경제", ""),
        (" 홍길동 기자 hong@dokpa.kr <저작권자 ⓒ 독파경제, 무단전재 및 재배포 금지>", "독파경제", "홍길동"),
        ("\n글·사진 홍길동 기자\nⓒ 독파일보 & dokpa.kr, 무단 전재 및 재배포 금지", "독파일보", "홍길동"),
        ("\n홍길동 논설위원\n무단 전재-재배포, AI 학습 및 활용 금지", "", "홍길동"),
        ("\n▶ 독파경제 구독하기\n▶ 기사 제보: news@dokpa.kr\n(끝)", "", ""),
        ("\n\n[관련기사]\n독파전자, 새 공장 착공\n환율 1400원 돌파\n\n홍길동 기자", "", "홍길동"),
        ("\n독자 여러분의 제보를 기다립니다.", "", ""),
        ("\nhong@dokpa.kr", "", ""),
    ] {
        case(&format!("기준금리 동결\n\n{BODY}{end}"), ["기준금리 동결", outlet, reporter, ""], BODY);
    }
}

#[test]
fn captions_are_left_out() {
    for caption in [
        "[사진=독파전자]",
        "▲ 홍길동 총재가 2일 서울에서 말하고 있다. 사진제공=한국독파은행",
        "▲ 홍길동 총재 (한국독파은행 제공)",
        "한국독파은행 본점 /사진=홍길동 기자",
        "사진=게티독파뱅크",
    ] {
        case(&format!("기준금리 동결\n\n{caption}\n\n{BODY}"), ["기준금리 동결", "", "", ""], BODY);
    }
}

#[test]
fn prose_comes_through_whole() {
    for text in [
        "물가가 올랐다.",
        "국내 기업이 해외로 나간다",
        BODY,
        "2026년 3월 2일 공장이 섰다. 직원은 300명이다.\n그해 매출이 늘었다.",
        "출판사는 무단 전재를 막으려고 소송을 냈다.\n홍길동 기자는 이를 취재했다.\n사진은 실리지 않았다.\n법원은 신중하다.",
        "경제가 어렵다.\n구독하기를 누른 고객이 늘었다.\n문의는 help@dokpa.kr로 하면 된다.",
        "그는 [독파경제]를 읽는다.",
        "안녕하세요,\n지난주에 말씀드린 견적을 보냅니다.",
    ] {
        let article = article(text, Some("메모")).unwrap();
        assert_eq!((article.text.as_str(), article.facts.title.as_str()), (text, "메모"));
        assert!(article.facts.reporter.is_none() && article.facts.outlet.is_none() && article.facts.date.is_none());
    }
}

#[test]
fn a_title_is_found_or_stood_in_for() {
    case(
        "# 반도체 시장\n\n물가가 올랐다.\n\n## 전망\n\n- 수출 회복",
        ["반도체 시장", "", "", ""],
        "물가가 올랐다.\n전망\n- 수출 회복",
    );
    case("장보기\n- 우유 사기\n- 달걀 사기", ["장보기", "", "", ""], "- 우유 사기\n- 달걀 사기");
    case(
        "전기요금 인상 압력 커진다\n독파경제\n\n유가가 올랐다.",
        ["전기요금 인상 압력 커진다", "독파경제", "", ""],
        "유가가 올랐다.",
    );
    case("전기요금, 또 오를까?\n\n유가가 올랐다.", ["전기요금, 또 오를까?", "", "", ""], "유가가 올랐다.");
    case("반도체 수출 회복세", ["반도체 수출 회복세", "", "", ""], "반도체 수출 회복세");
    case(
        "반도체 수출 회복세\n독파경제\n발행일 2026-03-02",
        ["반도체 수출 회복세", "독파경제", "", "2026-03-02"],
        "반도체 수출 회복세",
    );
    let long = "국내 통신사업자들이 해외에서 새로운 길을 활발하게 찾고 있다.";
    case(long, ["국내 통신사업자들이 해외에서 새로운 길을 활발하게 찾고", "", "", ""], long);
    assert_eq!(article("- 우유 사기\n- 달걀 사기", Some(" 장\n보기 ")).unwrap().facts.title, "장 보기");
}

#[test]
fn sub_heads_stay_as_headlines() {
    let page = "기준금리 동결\n독파경제\n\n■ 물가가 변수다\n한국은행이 기준금리를 동결했다.\n시장 반응은 차분\n코스피는 소폭 올랐다.";
    let article = article(page, None).unwrap();
    assert_eq!(headlines(&article), ["■ 물가가 변수다", "시장 반응은 차분"]);
    assert_eq!(article.sentences.len(), 4);
}

#[test]
fn lines_broken_at_a_width_are_joined() {
    let paragraph = "국내 통신사업자들이 해외에서 새로운 길을 찾고 있다. 네트워크를 운영하던 방식에서 벗어나 솔루션과 컨설팅으로 사업 방향을 바꾸고 다시 도전에 나서 성공 여부에 관심이 모인다. 시장이 포화 상태에 이르렀기 때문이다.";
    let short = "업계는 이 같은 움직임을 두고 오래전부터 예고된 변화라고 한다는 평가를 내놓는다.";
    let broken = |text: &str, columns: usize| {
        let mut lines = vec![String::new()];
        for word in text.split(' ') {
            let line = lines.last_mut().unwrap();
            if line.is_empty() {
                line.push_str(word);
            } else if ending::width(line) + 1 + ending::width(word) <= columns {
                line.push(' ');
                line.push_str(word);
            } else {
                lines.push(word.to_owned());
            }
        }
        lines.join("\n")
    };
    for columns in [40, 60, 72, 80] {
        let (first, second) = (broken(paragraph, columns), broken(short, columns));
        let text = format!("{paragraph}\n{short}\n- 새 공장 착공\n- 수출 회복");
        let page = format!("통신사의 선택\n독파경제\n2026-03-02\n\n{first}\n\n{second}\n\n- 새 공장 착공\n- 수출 회복");
        case(&page, ["통신사의 선택", "독파경제", "", "2026-03-02"], &text);
        case(&format!("통신사의 선택\n\n{first}"), ["통신사의 선택", "", "", ""], paragraph);
        assert_eq!(article(&first, Some("글")).unwrap().text, paragraph);
        let indented = format!("  {first}\n  {first}");
        assert_eq!(article(&indented, Some("글")).unwrap().text, format!("{paragraph}\n{paragraph}"));
    }
    assert_eq!(
        article("국내 기업들은 해외로 나가는 길을\n찾고 있다.", None).unwrap().text,
        "국내 기업들은 해외로 나가는 길을 찾고 있다."
    );
}

#[test]
fn headlines_and_lists_are_not_joined() {
    for lines in [
        "반도체 수출 석 달째 회복\n자동차 수출은 제자리걸음\n배터리 수출 큰 폭 감소\n수출 기업의 표정이 엇갈린다.",
        "- 반도체 수출 석 달째 회복하고\n- 자동차 수출은 제자리걸음이고\n- 배터리 수출은 큰 폭으로 줄어",
    ] {
        let page = format!("{BODY}\n\n{lines}");
        assert_eq!(article(&page, Some("글")).unwrap().text, page.replace("\n\n", "\n"));
    }
}

#[test]
fn an_address_is_the_source() {
    let article = article(&format!("기준금리 동결\nhttps://dokpa.kr/news/1?a=b\n\n{BODY}"), None).unwrap();
    assert_eq!((article.facts.source.as_deref(), article.text.as_str()), (Some("https://dokpa.kr/news/1?a=b"), BODY));
}

#[test]
fn what_is_no_korean_text_is_refused() {
    assert_eq!(article("", None), Err(ImportError::Empty));
    assert_eq!(article(" \n\u{200B}\n", None), Err(ImportError::Empty));
    assert_eq!(article("The quick brown fox.", None), Err(ImportError::NoKorean));
    assert_eq!(article("금리 3.5%", None), Err(ImportError::NoKorean));
    assert_eq!(article("Copyright ⓒ 독파경제. 무단전재 및 재배포 금지", None), Err(ImportError::NoKorean));
    let limits = Limits::default();
    assert_eq!(check_size(limits.file_bytes(), &limits), Ok(()));
    let error = check_size(limits.file_bytes() + 1, &limits).unwrap_err();
    assert_eq!(error.to_string(), "64000001 bytes, the limit is 64000000");
}

#[test]
fn decomposed_text_and_other_line_breaks_make_no_difference() {
    use unicode_normalization::UnicodeNormalization as _;
    let page = format!("기준금리 동결\n독파경제\n발행일 2026-03-02\n\n{BODY}");
    let mac: String = page.nfd().collect();
    let expected = article(&page, None);
    assert_eq!(article(&mac, None), expected);
    assert_eq!(article(&page.replace('\n', "\r\n"), None), expected);
}

#[test]
fn a_large_text_is_read_in_one_pass() {
    let news = format!("{}\n\n", BODY.repeat(20));
    for text in [
        news.repeat(1_000_000 / news.len()),
        BODY.replace('\n', " ").repeat(1_000_000 / BODY.len()),
        "국내 통신사의 해외 진출이\n".repeat(30_000),
        "(사진=".repeat(100_000),
        "[가=".repeat(100_000),
        "2026.03.02 기자 ".repeat(40_000),
        "다.\n".repeat(200_000),
        format!("{}기자\n", "다.".repeat(130)).repeat(2000),
        "사진".repeat(150_000),
        "홍길동 기자 hong@dokpa.kr 2026.03.02\n".repeat(20_000),
        "\n".repeat(1_000_000) + BODY,
    ] {
        let start = std::time::Instant::now();
        let _ = article(&text, None);
        // No measure of speed: reading in squares would take minutes, whatever the machine.
        assert!(start.elapsed().as_secs() < 60, "{:?} for {:.20}", start.elapsed(), text);
    }
}

/// Pieces that news is made of, put together at random.
fn pages() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "기준금리 동결",
        "독파경제",
        "발행일 2026-03-02",
        "홍길동 기자",
        "hong@dokpa.kr",
        "[독파경제 홍길동 기자] ",
        "(서울=독파) ",
        " = ",
        "[사진=독파] ",
        "▲ ",
        "- ",
        "# ",
        "물가가 올랐다.",
        "물가가 올랐다",
        "“값이 또 오를까?”",
        "ⓒ 독파경제 무단전재 금지",
        "관련기사",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "\u{200B}",
        "|",
        "=",
        "[",
        "]",
        ".",
        "…",
        "다",
        "국내 통신사의 해외 진출이",
        "https://dokpa.kr",
        "\u{1100}",
        "\u{301}",
        "제공",
        "/사진=",
        "입력 ",
        "2026. 3. 2.",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let Ok(article) = article(text, None) else { return Ok(()) };
    prop_assert!(!article.facts.title.is_empty());
    prop_assert!(!article.text.contains("\n\n") && article.text.trim() == article.text);
    let mut at = 0;
    for sentence in &article.sentences {
        let range = sentence.range.clone();
        prop_assert!(range.start >= at && range.end > range.start);
        prop_assert!(article.text.get(range.clone()).is_some());
        prop_assert!(article.text.get(at..range.start).unwrap().chars().all(char::is_whitespace));
        prop_assert_eq!(sentence.paragraph, article.text.get(..range.start).unwrap().matches('\n').count());
        at = range.end;
    }
    prop_assert!(article.text.get(at..).unwrap().chars().all(char::is_whitespace));
    Ok(())
}

proptest! {
    #[test]
    fn any_page_becomes_sentences_that_cover_it(page in pages()) {
        check(&page)?;
    }

    #[test]
    fn no_text_panics(text in any::<String>()) {
        check(&text)?;
    }
}
