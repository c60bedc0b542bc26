use proptest::prelude::*;

use super::*;

/// Sentences joined by a space must come apart again.
#[track_caller]
fn case(sentences: &[&str]) {
    text(&sentences.join(" "), sentences);
}

#[track_caller]
fn text(text: &str, sentences: &[&str]) {
    let found: Vec<&str> = split(text).into_iter().map(|range| text.get(range).unwrap()).collect();
    assert_eq!(found, sentences, "{text}");
}

#[test]
fn plain_sentences_end_with_their_stop() {
    case(&["수출이 두 달째 늘었다.", "내수는 줄었다."]);
    case(&["왜 줄었을까?", "환율 때문이다!", "그렇다."]);
    case(&["수출이 늘었습니다.", "고맙습니다.", "내년도 좋을까요?", "그럴 거예요."]);
    case(&["상반기 실적 공개됨.", "하반기는 미정임.", "투자 계획 없음.", "세부 내용은 추후 공지."]);
    case(&["정말?!", "믿기 어렵다!!", "그래도 사실이다."]);
    case(&["홍길동 기자.", "매출은 5% 늘었다."]);
    case(&["은행은 지점을 줄였다.", "은 가격도 올랐다.", "가 볼 만한 곳이다."]);
    case(&["새 라인을 깔았다.", "고 김철수 회장의 뜻이었다."]);
}

#[test]
fn a_quotation_stays_in_its_sentence() {
    case(&["그는 “수출이 늘었다. 내수도 좋다”라고 말했다.", "시장은 조용했다."]);
    case(&["박 대표는 “내년에는 흑자를 낸다.”라며 “투자도 늘린다.”고 밝혔다.", "주가는 올랐다."]);
    case(&["“수출이 늘었다. 내수도 좋다”라며 그는 웃었다.", "직원들도 웃었다."]);
    case(&["회사는 ‘늦지 않았다. 지금이다.’라는 구호를 내걸었다.", "반응은 좋다."]);
    case(&["그는 \"올해는 다르다. 믿어 달라\"고 했다.", "반응은 엇갈렸다."]);
    case(&["정부는 '속도를 낸다. 늦추지 않는다.'는 방침이다.", "업계는 반긴다."]);
    case(&["이 사장은 “‘안 된다.’는 말은 듣지 않겠다. ‘된다.’고 하라”고 주문했다.", "모두 놀랐다."]);
    case(&["그는 「시장을 보라. 고객을 보라」는 글을 남겼다.", "책도 냈다."]);
    case(&["“이제 시작이다.” 라고 그는 말했다.", "박수가 나왔다."]);
    case(&["“이제 시작이다.” 고 회사는 전했다.", "계획도 내놨다."]);
    case(&["“더는 못 버틴다.” 등의 반응이 나왔다.", "정부는 침묵했다."]);
    case(&["“값이 또 오르나?” 하는 걱정이 크다.", "대책은 없다."]);
    case(&["그는 “투자한다.” 그렇게 말했다.", "끝이었다."]);
}

#[test]
fn a_quotation_and_its_speaker_are_one_sentence() {
    case(&["“올해는 다르다.” 박 대표는 이렇게 말했다.", "직원들은 박수를 쳤다."]);
    case(&["“올해는 다르다.” 그가 밝혔다."]);
    case(&["“주문이 끊겼어요.” 시장 상인의 하소연이다.", "손님은 드물었다."]);
    case(&["“버틸 수 있을까요?” 한 직원이 물었다.", "답은 없었다."]);
    case(&["\"곧 회복된다.\" 연구원은 이같이 내다봤다.", "이유는 두 가지다."]);
    case(&["“올해는 다르다.” “내년은 더 좋다.” 두 사람은 입을 모아 말했다.", "근거는 있다."]);
}

#[test]
fn a_quotation_that_nobody_takes_up_is_a_sentence() {
    case(&["“올해는 다르다.”", "공장 문에 붙은 표어다."]);
    case(&["“값이 또 오르나?”", "장을 보던 주부는 발길을 돌렸다."]);
    case(&["“올해는 다르다.”", "박 대표는 수출이 늘 것이라고 말했다."]);
    case(&["“늦었다.”", "“아직 아니다.”", "회의장은 시끄러웠다."]);
    case(&["회사의 답은 짧았다.", "“검토하지 않았다.”", "시장은 실망했다."]);
    case(&["답은 하나다: “판다.”", "이사회는 곧 움직였다."]);
    case(&["“올해는 다르다.”[2]", "공장 문에 붙은 표어다."]);
    case(&["[대전] “올해는 다르다.”", "공장 문에 붙은 표어다."]);
}

#[test]
fn brackets_hold_their_sentences() {
    case(&["매출이 늘었다(지난해에는 줄었다. 재작년도 그랬다).", "이익은 그대로다."]);
    case(&["공정거래위원회(공정위)가 조사에 나섰다.", "결과는 내달 나온다."]);
    case(&["실적은 좋다.", "(자세한 수치는 표를 보라.)", "전망도 밝다."]);
    case(&["(서울=대한경제) 홍길동 기자 = 물가가 올랐다.", "금리는 그대로다."]);
    case(&["저서 《시장은 말한다. 나는 듣는다》가 나왔다.", "벌써 2쇄다."]);
    case(&["<표 1. 연도별 수출>을 보면 흐름이 뚜렷하다.", "증가세다."]);
}

#[test]
fn numbers_and_dates_end_no_sentence() {
    case(&["금리는 3.5%다.", "물가는 2.1% 올랐다."]);
    case(&["2011.11.8. 문을 열었다.", "2012년에 닫았다."]);
    case(&["2026. 3. 2. 발표했다.", "모두 놀랐다."]);
    case(&["지난 2026. 3. 2. 발표했다.", "모두 놀랐다."]);
    case(&["계약은 2026.3.2.부터 유효하다.", "갱신도 된다."]);
    case(&["1. 개요를 먼저 본다.", "2. 그다음 표를 본다."]);
    case(&["2.1. 시장 규모를 본다.", "2.2. 점유율도 본다."]);
    case(&["가. 개요를 먼저 본다.", "나. 표를 본다."]);
    case(&["제1장. 총칙을 고친다.", "제2장. 벌칙도 고친다."]);
    case(&["경기는 3:3.", "승부는 나지 않았다."]);
    case(&["코스피는 2,500.", "코스닥은 800대다."]);
}

#[test]
fn initials_abbreviations_and_addresses_end_no_sentence() {
    case(&["U.S. 시장이 커졌다.", "J. P. 모건도 들어왔다."]);
    case(&["한빛 Co., Ltd. 공장이 섰다.", "규모는 작다."]);
    case(&["한빛 대 Nuri Inc. 소송이 끝났다.", "승자는 없다."]);
    case(&["야후! 재팬이 손을 잡았다.", "조건은 비밀이다."]);
    case(&["주소는 www.dokpa.kr이다.", "문의는 help@dokpa.co.kr로 한다."]);
    case(&["자료는 https://dokpa.kr/a.php?id=3&b=1.2 에 있다.", "누구나 본다."]);
    case(&["핵심은 M&A.", "시장은 이를 반긴다."]);
    case(&["이제는 5G.", "속도가 다르다."]);
    case(&["홍길동 기자 gildong.hong@dokpa.co.kr"]);
}

#[test]
fn sentences_run_together_come_apart() {
    text("수출이 늘 전망이다.5일 발표했다.", &["수출이 늘 전망이다.", "5일 발표했다."]);
    text("실적을 밝혔다.한편 주가는 내렸다.", &["실적을 밝혔다.", "한편 주가는 내렸다."]);
    text("실적을 밝혔다.이 회사는 커졌다.", &["실적을 밝혔다.", "이 회사는 커졌다."]);
    text("시장이 커졌다.“더 커진다”는 말도 나온다.", &["시장이 커졌다.", "“더 커진다”는 말도 나온다."]);
    text("시장이 커졌다.\"더 커진다\"는 말도 나온다.", &["시장이 커졌다.", "\"더 커진다\"는 말도 나온다."]);
    text("시장이 커졌다.KT도 나섰다.", &["시장이 커졌다.", "KT도 나섰다."]);
    text("시장이 커졌다.u-시티도 나왔다.", &["시장이 커졌다.", "u-시티도 나왔다."]);
    text("시장이 커졌다.△ 물가 안정", &["시장이 커졌다.", "△ 물가 안정"]);
    text("값이 내렸다.[1] 수요가 줄었다.", &["값이 내렸다.[1]", "수요가 줄었다."]);
    text("값이 내렸다.[1][23]수요가 줄었다.", &["값이 내렸다.[1][23]", "수요가 줄었다."]);
    text("값이 내릴까?업계는 아니라고 본다.", &["값이 내릴까?", "업계는 아니라고 본다."]);
    text("값이 내렸다(표 참조).한편 수요는 늘었다.", &["값이 내렸다(표 참조).", "한편 수요는 늘었다."]);
    text("그는 “내린다”고 했어요.그리고 떠났죠.", &["그는 “내린다”고 했어요.", "그리고 떠났죠."]);
}

#[test]
fn a_full_stop_for_a_middle_dot_ends_nothing() {
    case(&["수요.공급이 맞지 않는다.", "중소.중견기업도 어렵다."]);
    case(&["미국.캐나다.멕시코가 손잡았다.", "관세는 없다."]);
    case(&["새 주소는 바다.com이다.", "접속은 쉽다."]);
}

#[test]
fn an_ellipsis_ends_a_sentence_only_where_one_is_complete() {
    case(&["금리 동결…시장은 안도"]);
    case(&["금리 동결… 시장은 안도"]);
    case(&["값 오른다...업계 비상"]);
    case(&["그는 망설였다…", "결국 팔았다."]);
    case(&["그는 망설였다...", "결국 팔았다."]);
    case(&["글쎄... 아직은 모른다.", "두고 볼 일이다."]);
    case(&["…그리고 아무도 사지 않았다.", "끝이다."]);
}

#[test]
fn lines_always_end_and_marks_belong_to_their_line() {
    text(
        "금리 동결\n△ 물가 안정\n▲ 고용 회복\n- KT, 해외로\n· 환율\n\n한국은행이 동결했다.",
        &["금리 동결", "△ 물가 안정", "▲ 고용 회복", "- KT, 해외로", "· 환율", "한국은행이 동결했다."],
    );
    text("■ 물가가 올랐다. ■ 금리는 그대로다.", &["■ 물가가 올랐다.", "■ 금리는 그대로다."]);
    text("◆ 전망\r\n  수출이 늘었다.  \r\n\t○ 환율\r\n", &["◆ 전망", "수출이 늘었다.", "○ 환율"]);
    text("그는 “수출이\n늘었다. 내수도”라고 했다.", &["그는 “수출이", "늘었다.", "내수도”라고 했다."]);
    text("", &[]);
    text(" \n\u{3000}\n", &[]);
    text("수출이 늘었다.\u{3000}내수는\u{a0}줄었다.", &["수출이 늘었다.", "내수는\u{a0}줄었다."]);
}

#[test]
fn an_unclosed_quotation_swallows_nothing() {
    case(&["그는 “수출이 늘었다고 했다.", "내수는 줄었다."]);
    case(&["90년대 말’에도 그랬다.", "지금은 다르다."]);
    case(&["그는 \"수출이 늘었다고 했다.", "업계는 \"글쎄\"라며 웃었다.", "끝이다."]);
    case(&["수출이 늘었다.”", "내수는 줄었다.\"", "물가도 내렸다.)", "끝이다."]);
    case(&["Moody's는 낮췄다.", "S&P's 판단은 '안정적'이다.", "차이는 작다."]);
    case(&["’11년에는 늘었다.", "’12년에는 줄었다."]);
    case(&["27\" 화면이 팔린다.", "32\" 화면은 남는다."]);
}

#[test]
fn a_quotation_too_long_is_no_pair() {
    let long = format!("“{}", "값이 오른다. ".repeat(80));
    assert_eq!(split(&format!("{long}”고 했다.")).len(), 81);
    let short = format!("“{}", "값이 오른다. ".repeat(40));
    assert_eq!(split(&format!("{short}”고 했다.")).len(), 1);
}

#[test]
fn a_question_inside_a_sentence_goes_on() {
    case(&["‘왜 지금인가?’라는 물음에 답이 없다.", "모두 침묵했다."]);
    case(&["왜 지금인가?라는 물음이 남는다.", "답은 없다."]);
    case(&["왜 지금인가? 라는 물음이 남는다.", "답은 없다."]);
    case(&["누가 이길 것인가?를 두고 말이 많다.", "결과는 모른다."]);
    case(&["값이 내린다!는 소문이 돌았다.", "사실이 아니다."]);
}

#[test]
fn hostile_long_lines_are_read_in_one_pass() {
    for piece in [
        "“수출이 (늘었다. ",
        "((((]",
        "\"'",
        ".)",
        ". ",
        "1.",
        "1. ",
        "다",
        "다.",
        "“가.”",
        "“가.” ",
        "[1]",
        "…",
        "?)",
        " ",
        "가.\u{3000}",
        "제1",
        "“가.” 말",
        "’",
        "ab.",
        "“",
    ] {
        let line = piece.repeat(400_000 / piece.len());
        let covered: usize = split(&line).iter().map(ExactSizeIterator::len).sum();
        assert!(covered <= line.len(), "{piece}");
    }
}

proptest! {
    #[test]
    fn no_character_is_lost(text in "[가다요까라고 .!?…“”‘’()\\[\\]<>\"'\n0-9A-Za-z△:,-]{0,200}") {
        let mut at = 0;
        for range in split(&text) {
            prop_assert!(range.start >= at && range.end > range.start);
            prop_assert!(text.get(at..range.start).unwrap().chars().all(char::is_whitespace));
            let sentence = text.get(range.clone()).unwrap();
            prop_assert_eq!(sentence.trim(), sentence);
            prop_assert!(!sentence.contains('\n'));
            at = range.end;
        }
        prop_assert!(text.get(at..).unwrap().chars().all(char::is_whitespace));
    }

    #[test]
    fn no_text_panics(text in "\\PC*") {
        let _ = split(&text);
    }
}
