use proptest::prelude::*;

use super::*;
use crate::article::SentenceKind;

fn sentences(article: &Article) -> Vec<&str> {
    article.sentences.iter().map(|s| article.sentence_text(s)).collect()
}

const PAGE: &str = "산업
한빛통신 해외진출 서둘러
독파경제
발행일 2026-03-02 16:18:45
- 한빛통신, 베트남에 합작사 설립
[독파경제 나독파기자] 한빛통신이 해외진출을 서두르고 있다. 내수시장이 좁아졌기 때문이다.
김 대표는 “늦지 않았다. 지금이다”라며 “투자를 늘리겠다”고 말했다.
<나독파 기자>na@dokpa.kr
Copyright ⓒ 독파경제. 무단전재 및 재배포 금지";

#[test]
fn a_news_page_gives_its_facts_and_its_sentences() {
    let article = article(PAGE, Some("page")).unwrap();
    let facts = &article.facts;
    assert_eq!(facts.title, "한빛통신 해외진출 서둘러");
    assert_eq!(facts.outlet.as_deref(), Some("독파경제"));
    assert_eq!(facts.reporter.as_deref(), Some("나독파"));
    assert_eq!(facts.date.as_deref(), Some("2026-03-02"));
    assert!(facts.copyright.as_deref().is_some_and(|line| line.contains("무단전재")));
    assert_eq!(
        sentences(&article),
        [
            "- 한빛통신, 베트남에 합작사 설립",
            "한빛통신이 해외진출을 서두르고 있다.",
            "내수시장이 좁아졌기 때문이다.",
            "김 대표는 “늦지 않았다. 지금이다”라며 “투자를 늘리겠다”고 말했다.",
        ]
    );
    assert_eq!(article.sentences[0].kind, SentenceKind::Headline);
    assert_eq!(article.sentences[1].kind, SentenceKind::Body);
}

#[test]
fn a_seed_gives_its_facts() {
    let article = article(
        "배터리 업계, 증설 미뤄\n독파경제\n발행일 2026-04-28\n\n전기차 수요가 줄었다.\n\n업계는 증설을 미뤘다.\n",
        None,
    )
    .unwrap();
    assert_eq!(article.facts.title, "배터리 업계, 증설 미뤄");
    assert_eq!(article.facts.outlet.as_deref(), Some("독파경제"));
    assert_eq!(sentences(&article), ["전기차 수요가 줄었다.", "업계는 증설을 미뤘다."]);
}

#[test]
fn a_headline_may_end_like_a_sentence() {
    let article = article(
        "배터리업계, 저장장치로 눈 돌린다\n독파경제\n2026-04-28\n\n전기차 수요가 줄었다.\n\n업계는 증설을 미뤘다.",
        None,
    )
    .unwrap();
    assert_eq!(
        (article.facts.title.as_str(), article.facts.outlet.as_deref()),
        ("배터리업계, 저장장치로 눈 돌린다", Some("독파경제"))
    );
    assert_eq!(sentences(&article).len(), 2);
}

#[test]
fn prose_without_furniture_comes_through_whole() {
    let article = article("수출이 늘었다. 내수는 줄었다.\n전망은 밝다.", Some("일기")).unwrap();
    assert_eq!(article.facts.title, "일기");
    assert_eq!(article.text, "수출이 늘었다. 내수는 줄었다.\n전망은 밝다.");
}

#[test]
fn a_single_sentence_or_a_single_headline_is_an_article() {
    assert_eq!(sentences(&article("수출이 늘었다.", None).unwrap()), ["수출이 늘었다."]);
    assert_eq!(sentences(&article("통신사 해외진출 박차", None).unwrap()), ["통신사 해외진출 박차"]);
    assert_eq!(article("수출이 늘었다.", None).unwrap().facts.title, "수출이 늘었다.");
}

#[test]
fn a_markdown_heading_is_the_title() {
    let article = article("# 환율과 수출\n\n원화 약세가 이어지고 있다.", None).unwrap();
    assert_eq!(article.facts.title, "환율과 수출");
}

#[test]
fn lines_wrapped_by_hand_are_joined() {
    let text = "한빛통신은 좁아진 내수시장을 벗어나려고 올해 안에\n베트남과 인도네시아에 합작사를 세우고 현지 통신사의\n지분을 사들이기로 했다.";
    assert_eq!(sentences(&article(text, None).unwrap()).len(), 1);
}

#[test]
fn what_has_no_korean_is_refused() {
    assert_eq!(article("only English here", None), Err(ImportError::NoKorean));
    assert_eq!(article("  \n", None), Err(ImportError::Empty));
}

#[test]
fn final_endings_are_told_from_headlines() {
    for text in ["수출이 늘었다.", "수출이 늘었다", "왜일까?", "“그렇다.”", "고맙습니다", "그렇죠."]
    {
        assert!(has_final_ending(text), "{text}");
    }
    for text in ["통신사 해외진출 박차", "금리 동결…시장 안도", "2026.03.02.", "주말마다"] {
        assert!(!has_final_ending(text), "{text}");
    }
}

proptest! {
    #[test]
    fn every_letter_of_the_text_lies_in_a_sentence(text in "[가-힣다요 .!?“”()\n0-9A-Za-z\\[\\]-]{0,300}") {
        if let Ok(article) = article(&text, None) {
            let mut at = 0;
            for sentence in &article.sentences {
                prop_assert!(sentence.range.start >= at && article.text.get(sentence.range.clone()).is_some());
                prop_assert!(article.text[at..sentence.range.start].chars().all(char::is_whitespace));
                at = sentence.range.end;
            }
            prop_assert!(article.text[at..].chars().all(char::is_whitespace));
        }
    }

    #[test]
    fn no_text_panics(text in "\\PC*") {
        let _ = article(&text, None);
    }
}
