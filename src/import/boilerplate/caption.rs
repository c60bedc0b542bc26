//! Captions of pictures, and what a page asks of its readers.

use super::super::ending;

/// What a picture is called before its source.
const PICTURES: [&str; 12] =
    ["사진", "자료사진", "그래픽", "자료", "이미지", "일러스트", "영상", "캡처", "출처", "사진출처", "자료출처", "표"];
/// Marks that point at a picture.
const POINTERS: [char; 8] = ['▲', '△', '▼', '▽', '◀', '▶', '◁', '▷'];

/// Longest caption and longest source of a picture, in characters.
const LONGEST_CAPTION: usize = 160;
const LONGEST_SOURCE: usize = 25;

/// Whether the line is a caption as a whole.
pub(super) fn is_caption(line: &str) -> bool {
    if line.chars().count() > LONGEST_CAPTION {
        return false;
    }
    // ▲ 독파전자 공장. ⓒ독파전자
    let signed = line.rsplit_once(['ⓒ', '©']).is_some_and(|(_, source)| source.chars().count() <= LONGEST_SOURCE);
    if is_credit(line) || signed && line.starts_with(POINTERS) {
        return true;
    }
    let Some((text, _)) = split_credit(line) else { return false };
    line.starts_with(POINTERS) || !ending::ends_in_stop(text) && !text.contains("다. ")
}

/// Cuts the source of a picture off the end of a paragraph, and a bracketed one off its front.
pub(in super::super) fn cut_credit(paragraph: &str) -> &str {
    let mut text = paragraph;
    if text.starts_with(['[', '<', '(', '〈', '【'])
        && let Some((at, close)) =
            text.char_indices().take(60).find(|&(_, c)| matches!(c, ']' | '>' | ')' | '〉' | '】'))
        && let Some((credit, behind)) = text.split_at_checked(at + close.len_utf8())
        && is_credit(credit)
    {
        text = behind.trim_start();
    }
    match split_credit(text) {
        Some((before, _)) if ending::ends_finally(before) => before,
        _ => text,
    }
}

/// `[사진=독파전자]`, `사진 제공=독파전자`, `사진: 독파경제`, `<자료: 통계청>`
fn is_credit(text: &str) -> bool {
    let inside = text.trim_matches(|c: char| c.is_whitespace() || "[]()<>〈〉【】/▲*.".contains(c));
    if inside.chars().count() > LONGEST_SOURCE + 8 {
        return false;
    }
    let bracketed = text.starts_with(['[', '(', '<', '〈', '【']);
    let Some((picture, source)) = inside.split_once(['=', ':', '：', 'ⓒ', '©']) else {
        // [사진 독파전자], (사진 제공 독파전자)
        return bracketed
            && (PICTURES.contains(&inside)
                || ["사진 제공", "사진제공", "자료사진 "].iter().any(|front| inside.starts_with(front)));
    };
    is_picture(picture) && !ending::ends_finally(source)
}

fn is_picture(text: &str) -> bool {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let text = text.strip_suffix("제공").unwrap_or(&text);
    PICTURES.contains(&text)
}

/// A paragraph that ends in a credit: what stands before it, and the credit.
fn split_credit(line: &str) -> Option<(&str, &str)> {
    // The credit is short, so it is looked for near the end only.
    let near = line.char_indices().rev().nth(LONGEST_SOURCE + 10).map_or(0, |(at, _)| at);
    let end = line.get(near..)?;
    let signs = PICTURES.iter().flat_map(|picture| end.match_indices(picture).map(|(at, _)| at));
    for at in signs {
        let (before, credit) = line.split_at_checked(near + at)?;
        let open = before.ends_with(['[', '(', '<', '〈', '【', '/', '.', ' ']);
        if open && is_credit(credit) {
            return Some((before.trim_end_matches(|c: char| c.is_whitespace() || "[(<〈【/|".contains(c)), credit));
        }
    }
    // ▲ 독파전자 공장 (독파전자 제공), ▲ 독파전자 공장=독파전자 제공
    let bare = line.trim_end_matches([')', ']', '.', '>']);
    let before = bare.strip_suffix("제공")?.trim_end();
    // 공장이 돌아가고 있다. 독파전자 제공
    if let Some(stop) = before.rfind("다. ").map(|at| at + "다.".len())
        && let Some((text, source)) = before.split_at_checked(stop)
        && source.split_whitespace().count() <= 2
    {
        return Some((text, source));
    }
    let from = before.rfind(['(', '[', '=', '<'])?;
    let (text, source) = before.split_at_checked(from)?;
    (source.chars().count() <= LONGEST_SOURCE).then_some((text.trim_end(), source))
}

/// Fronts and wholes of appeals and buttons.
const APPEALS: [&str; 36] = [
    "기사 문의",
    "기사문의",
    "제보 및 문의",
    "문의 및 제보",
    "기사제보",
    "기사 제보",
    "제보하기",
    "제보는",
    "구독하기",
    "구독 신청",
    "구독신청",
    "무료 구독",
    "관련기사",
    "관련 기사",
    "관련뉴스",
    "앱 다운로드",
    "앱다운로드",
    "앱 다운받기",
    "뉴스레터",
    "많이 본",
    "많이본",
    "기사 원문",
    "기사원문 보기",
    "채널 추가",
    "채널추가",
    "친구 추가",
    "기사보내기",
    "공유하기",
    "기사공유",
    "글자크기",
    "글자 크기",
    "인쇄하기",
    "스크랩",
    "독자 여러분의 제보",
    "네이버에서",
    "카카오톡에서",
];
const BUTTONS: [&str; 20] = [
    "댓글",
    "댓글 0",
    "좋아요",
    "좋아요 0",
    "인쇄",
    "프린트",
    "스크랩",
    "공유",
    "페이스북",
    "트위터",
    "카카오톡",
    "URL복사",
    "URL 복사",
    "가",
    "가+",
    "가-",
    "이메일",
    "구독",
    "(끝)",
    "끝",
];

/// What pages count beside an article.
const COUNTED: [&str; 9] = ["댓글", "댓글수", "공유", "공유수", "추천", "좋아요", "조회", "조회수", "스크랩"];
/// How advertisements are marked.
const ADVERTISEMENTS: [&str; 7] = ["광고", "AD", "Advertisement", "ADVERTISEMENT", "광고문의", "광고 문의", "스폰서"];

/// `댓글 12`, `댓글(3)`, `조회수 1,024`, `공유 0 댓글 2`
fn is_count(line: &str) -> bool {
    if !line.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let mut words = line.split(|c: char| c.is_whitespace() || "()[]:|·".contains(c)).filter(|word| !word.is_empty());
    let mut expects_number = false;
    let mut counts = 0;
    let fits = words.all(|word| {
        let digits = word.trim_end_matches(['개', '건', '명', '+']);
        let is_number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit() || b == b',');
        let glued = COUNTED.iter().any(|counted| {
            word.strip_prefix(counted).is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()))
        });
        let fits = if is_number { expects_number } else { glued || COUNTED.contains(&word) };
        expects_number = !is_number && !glued;
        counts += usize::from(is_number || glued);
        fits
    });
    fits && counts > 0
}

/// Whether the line asks for something, or is a button, a count or a mark of a page.
pub(super) fn is_appeal(line: &str) -> bool {
    if line.chars().count() > 80 {
        return false;
    }
    let hashtags =
        line.split_whitespace().all(|word| word.len() > 1 && word.starts_with('#') && !word.starts_with("##"));
    if hashtags
        || is_count(line)
        || ADVERTISEMENTS.contains(&line.trim_matches(['[', ']', '<', '>', '(', ')', ' ', '-']))
    {
        return true;
    }
    let text = line.trim_matches(|c: char| c.is_whitespace() || "▶▷►☞※■□●★◆[]<>()【】〈〉-*·:".contains(c));
    if line == "(끝)"
        || line == "<끝>"
        || line.len() > "끝".len() && BUTTONS.contains(&text) && text != "가" && text != "끝"
    {
        return true;
    }
    // 구독하기를 누른 고객이 늘었다: a sentence, unless it asks.
    let asks = ["기다립니다", "받습니다", "바랍니다", "주세요", "하세요", "됩니다", "만나보세요"]
        .iter()
        .any(|end| line.trim_end_matches(['.', '!']).ends_with(end));
    let pointed = line.starts_with(['▶', '▷', '►', '☞', '※', '■', '[']);
    let (front, inside) =
        (APPEALS.iter().any(|appeal| text.starts_with(appeal)), APPEALS.iter().any(|appeal| text.contains(appeal)));
    if ending::ends_finally(line) { asks && inside } else { front && ends_as_appeal(text) || pointed && inside }
}

/// 구독하기, 관련기사 3건, 제보는 카카오톡 @독파 — but not 뉴스레터 시장 급성장, which is a headline.
fn ends_as_appeal(text: &str) -> bool {
    APPEALS.contains(&text)
        || text.contains(['@', ':', '☎', '+', '☞'])
        || text.contains("http")
        || ["기", "신청", "구독", "보기", "추가", "다운로드", "클릭", "제보", "기사", "뉴스"]
            .iter()
            .any(|end| text.ends_with(end))
}

/// A small field of a page's head.
pub(super) fn is_button(field: &str) -> bool {
    BUTTONS.contains(&field)
        || APPEALS.contains(&field)
        || (field.starts_with("조회") || field.starts_with("댓글")) && field.chars().count() <= 10
}

/// Whether links to other articles follow.
pub(in super::super) fn is_related_heading(line: &str) -> bool {
    let text = line.trim_matches(|c: char| c.is_whitespace() || "▶▷►☞※■□●★◆[]<>【】〈〉-*·:".contains(c));
    [
        "관련기사",
        "관련 기사",
        "관련뉴스",
        "관련 뉴스",
        "많이 본 뉴스",
        "많이 본 기사",
        "인기기사",
        "주요기사",
        "주요뉴스",
        "함께 본 기사",
    ]
    .contains(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_are_told_from_sentences() {
        for line in [
            "[사진=독파전자]",
            "사진 제공=독파전자",
            "사진=독파경제 DB",
            "▲ 독파전자 평택 공장이 가동되고 있다. 사진제공=독파전자",
            "▲독파전자 공장 전경=독파전자 제공",
            "독파전자 사옥 전경 /사진=홍길동 기자",
            "독파전자 사옥 전경. (사진=독파전자)",
            "<자료: 통계청>",
            "▲ 독파전자가 지은 공장. ⓒ독파전자",
        ] {
            assert!(is_caption(line) || cut_credit(line) == "독파전자 사옥 전경.", "{line}");
        }
        for line in [
            "▲ 물가 안정",
            "사진 시장이 커졌다.",
            "사진=그림이라는 말도 있다.",
            "정부가 자료를 제공했다.",
            "▲ 자금 제공",
        ] {
            assert!(!is_caption(line), "{line}");
        }
    }

    #[test]
    fn credits_leave_their_sentence() {
        assert_eq!(
            cut_credit("홍 대표가 8일 서울에서 발표하고 있다. /사진=독파전자"),
            "홍 대표가 8일 서울에서 발표하고 있다."
        );
        assert_eq!(cut_credit("[사진=독파전자] 공장이 섰다."), "공장이 섰다.");
        assert_eq!(cut_credit("공장이 서고 있다. 독파전자 제공"), "공장이 서고 있다.");
        assert_eq!(cut_credit("공장이 섰다."), "공장이 섰다.");
    }

    #[test]
    fn appeals_are_told_from_sentences() {
        for line in [
            "▶ 독파경제 구독하기",
            "기사 제보 및 문의: news@dokpa.kr",
            "[관련기사]",
            "독자 여러분의 제보를 기다립니다.",
            "댓글 0",
            "(끝)",
            "독파뉴스 앱 다운로드 ▶",
            "댓글 12",
            "댓글(3) 공유 0",
            "조회수 1,024",
            "[광고]",
            "#가온조선 #수주",
            "기사 문의 및 제보 : 카카오톡 dokpa",
        ] {
            assert!(is_appeal(line) || line.starts_with("독파뉴스"), "{line}");
        }
        for line in [
            "구독하기를 누른 고객이 늘었다.",
            "뉴스레터 시장 급성장",
            "댓글이 늘었다.",
            "끝",
            "가",
            "추천 종목",
            "3 공유",
            "공유 경제 12",
        ] {
            assert!(!is_appeal(line), "{line}");
        }
    }
}
