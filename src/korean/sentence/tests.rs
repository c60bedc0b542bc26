use proptest::prelude::*;

use super::*;

#[track_caller]
fn case(sentences: &[&str]) {
    glued(&sentences.join(" "), sentences);
}

#[track_caller]
fn glued(text: &str, sentences: &[&str]) {
    let found: Vec<&str> = split(text).into_iter().map(|range| &text[range]).collect();
    assert_eq!(found, sentences, "{text}");
}

#[test]
fn plain_sentences_end_with_their_stop() {
    case(&["수출이 늘었다.", "내수는 줄었다."]);
    case(&["왜 줄었을까?", "환율 때문이다!", "그렇다."]);
    case(&["수출이 늘었습니다.", "고맙습니다."]);
}

#[test]
fn a_quotation_stays_in_its_sentence() {
    case(&["그는 “수출이 늘었다. 내수도 좋다”라고 말했다.", "시장은 조용했다."]);
    case(&["김 대표는 “내년에는 흑자를 낸다.”라며 “투자도 늘린다”고 밝혔다.", "주가는 올랐다."]);
    case(&["“수출이 늘었다. 내수도 좋다”라며 그는 웃었다."]);
    case(&["회사는 ‘늦지 않았다. 지금이다.’라는 구호를 내걸었다."]);
    case(&["그는 \"올해는 다르다. 믿어 달라\"고 했다.", "반응은 엇갈렸다."]);
    case(&["“올해는 다르다.” 김 대표는 이렇게 말했다.", "직원들은 박수를 쳤다."]);
    case(&["“올해는 다르다.”", "“정말 그렇다.” 두 사람은 이렇게 말했다."]);
}

#[test]
fn a_quotation_that_stands_alone_is_a_sentence() {
    case(&["“올해는 다르다.”", "공장 문에 붙은 표어다."]);
}

#[test]
fn brackets_hold_their_sentences() {
    case(&["매출이 늘었다(지난해에는 줄었다. 재작년도 그랬다).", "이익은 그대로다."]);
    case(&["공정거래위원회(공정위)가 조사에 나섰다.", "결과는 내달 나온다."]);
}

#[test]
fn numbers_dates_and_initials_do_not_end_a_sentence() {
    case(&["금리는 3.5%다.", "물가는 2.1% 올랐다."]);
    case(&["2011.11.8. 문을 열었다.", "2012년에 닫았다."]);
    case(&["2026. 3. 2. 발표했다.", "모두 놀랐다."]);
    case(&["1. 개요를 먼저 본다.", "그다음 표를 본다."]);
    case(&["U.S. 시장이 커졌다.", "J. P. 모건도 들어왔다."]);
    case(&["주소는 www.dokpa.kr이다.", "문의는 help@dokpa.co.kr로 한다."]);
}

#[test]
fn sentences_run_together_come_apart() {
    glued("수출이 늘 전망이다.5일 발표했다.", &["수출이 늘 전망이다.", "5일 발표했다."]);
    glued("실적을 밝혔다.한편 주가는 내렸다.", &["실적을 밝혔다.", "한편 주가는 내렸다."]);
    glued("시장이 커졌다.“더 커진다”는 말도 나온다.", &["시장이 커졌다.", "“더 커진다”는 말도 나온다."]);
    glued("시장이 커졌다.KT도 나섰다.", &["시장이 커졌다.", "KT도 나섰다."]);
    glued("값이 내렸다.[1] 수요가 줄었다.", &["값이 내렸다.[1]", "수요가 줄었다."]);
    glued("값이 내릴까?업계는 아니라고 본다.", &["값이 내릴까?", "업계는 아니라고 본다."]);
}

#[test]
fn an_ellipsis_ends_a_sentence_only_where_one_is_complete() {
    case(&["금리 동결…시장은 안도"]);
    case(&["그는 망설였다…", "결국 팔았다."]);
    case(&["글쎄... 아직은 모른다."]);
}

#[test]
fn lines_always_end_and_marks_belong_to_their_line() {
    glued(
        "금리 동결\n△ 물가 안정\n- 수출 회복\n\n한국은행이 동결했다.",
        &["금리 동결", "△ 물가 안정", "- 수출 회복", "한국은행이 동결했다."],
    );
    glued("\r\n  수출이 늘었다.  \r\n", &["수출이 늘었다."]);
    glued("", &[]);
}

#[test]
fn an_unclosed_quotation_swallows_nothing() {
    case(&["그는 “수출이 늘었다고 했다.", "내수는 줄었다."]);
    case(&["90년대 말’에도 그랬다.", "지금은 다르다."]);
}

#[test]
fn a_question_inside_a_sentence_goes_on() {
    case(&["‘왜 지금인가?’라는 물음에 답이 없다.", "모두 침묵했다."]);
    case(&["왜 지금인가?라는 물음이 남는다."]);
}

#[test]
fn a_long_line_is_read_in_one_pass() {
    let text = "“수출이 (늘었다. ".repeat(40_000);
    assert!(!split(&text).is_empty());
}

proptest! {
    #[test]
    fn no_character_is_lost(text in "[가다요 .!?…“”‘’()\\[\\]\"'\n0-9A-Za-z△-]{0,200}") {
        let mut at = 0;
        for range in split(&text) {
            prop_assert!(range.start >= at && range.end > range.start);
            prop_assert!(text[at..range.start].chars().all(char::is_whitespace));
            prop_assert_eq!(text[range.clone()].trim(), &text[range.clone()]);
            at = range.end;
        }
        prop_assert!(text[at..].chars().all(char::is_whitespace));
    }

    #[test]
    fn no_text_panics(text in "\\PC*") {
        let _ = split(&text);
    }
}
