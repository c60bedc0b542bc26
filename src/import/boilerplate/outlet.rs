//! Names of outlets, sections and places.

/// What names of outlets end in.
const ENDINGS: [&str; 44] = [
    "일보",
    "신문",
    "신문사",
    "경제",
    "뉴스",
    "뉴스통신",
    "데일리",
    "투데이",
    "타임스",
    "타임즈",
    "미디어",
    "저널",
    "방송",
    "방송국",
    "통신",
    "통신사",
    "비즈",
    "비즈니스",
    "위클리",
    "매거진",
    "리뷰",
    "포스트",
    "헤럴드",
    "리포트",
    "프레스",
    "이코노미",
    "이코노미스트",
    "닷컴",
    "인사이트",
    "와이어",
    "조선",
    "중앙",
    "매일",
    "트리뷴",
    "플러스",
    "마켓",
    "TV",
    "뉴스룸",
    "워치",
    "가제트",
    "팩트",
    "경향",
    "NEWS",
    "News",
];
/// Words that end like an outlet and are none.
const NO_OUTLETS: [&str; 30] = [
    "이동통신",
    "정보통신",
    "방송통신",
    "국내방송",
    "생활경제",
    "한국 경제",
    "국민경제",
    "세계경제",
    "시장경제",
    "실물경제",
    "지역경제",
    "거시경제",
    "창조경제",
    "공유경제",
    "디지털경제",
    "수소경제",
    "순환경제",
    "플랫폼경제",
    "북한경제",
    "중국경제",
    "미국경제",
    "일본경제",
    "국가경제",
    "가짜뉴스",
    "최신뉴스",
    "주요뉴스",
    "속보뉴스",
    "종합뉴스",
    "전체뉴스",
    "인기뉴스",
];

/// Sections of a newspaper.
const CATEGORIES: [&str; 75] = [
    "홈",
    "뉴스",
    "경제",
    "정치",
    "사회",
    "산업",
    "금융",
    "증권",
    "부동산",
    "국제",
    "문화",
    "스포츠",
    "IT",
    "과학",
    "오피니언",
    "사설",
    "칼럼",
    "기업",
    "재계",
    "생활",
    "생활경제",
    "유통",
    "통신",
    "방송",
    "자동차",
    "전자",
    "반도체",
    "에너지",
    "바이오",
    "의료",
    "제약",
    "보험",
    "은행",
    "글로벌",
    "세계",
    "중기",
    "중소기업",
    "벤처",
    "스타트업",
    "노동",
    "교육",
    "환경",
    "경제일반",
    "산업일반",
    "종합",
    "라이프",
    "연예",
    "인터뷰",
    "기획",
    "특집",
    "전체기사",
    "최신기사",
    "속보",
    "마켓",
    "재테크",
    "정책",
    "테크",
    "헬스",
    "건설",
    "건설부동산",
    "금융증권",
    "해외",
    "지역",
    "전국",
    "시황",
    "모바일",
    "게임",
    "인터넷",
    "소비자",
    "무역",
    "물류",
    "조선",
    "철강",
    "화학",
    "기획특집",
];

/// Where reporters write from.
const PLACES: [&str; 68] = [
    "서울",
    "부산",
    "대구",
    "인천",
    "광주",
    "대전",
    "울산",
    "세종",
    "경기",
    "강원",
    "충북",
    "충남",
    "전북",
    "전남",
    "경북",
    "경남",
    "제주",
    "수원",
    "성남",
    "용인",
    "고양",
    "의정부",
    "춘천",
    "원주",
    "강릉",
    "청주",
    "천안",
    "전주",
    "군산",
    "목포",
    "여수",
    "순천",
    "포항",
    "구미",
    "안동",
    "창원",
    "김해",
    "진주",
    "거제",
    "평택",
    "화성",
    "이천",
    "안양",
    "과천",
    "판교",
    "워싱턴",
    "뉴욕",
    "샌프란시스코",
    "로스앤젤레스",
    "LA",
    "도쿄",
    "오사카",
    "베이징",
    "상하이",
    "홍콩",
    "타이베이",
    "하노이",
    "방콕",
    "싱가포르",
    "뉴델리",
    "런던",
    "파리",
    "베를린",
    "프랑크푸르트",
    "브뤼셀",
    "제네바",
    "모스크바",
    "두바이",
];

/// Whether a word, alone or with a Latin one before it, can be an outlet's name.
pub(in super::super) fn looks_like_outlet(text: &str) -> bool {
    let length = text.chars().count();
    let words: Vec<&str> = text.split(' ').collect();
    let solid = match words.as_slice() {
        [_] => true,
        [first, _] => {
            first.chars().all(|c| c.is_ascii_alphanumeric()) && first.starts_with(|c: char| c.is_ascii_uppercase())
        }
        _ => false,
    };
    solid
        && (3..=14).contains(&length)
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '&' | '-'))
        && !NO_OUTLETS.contains(&text)
        && !CATEGORIES.contains(&text)
        && ENDINGS.iter().any(|ending| text.ends_with(ending) && text.len() > ending.len())
}

/// `경제`, `IT/과학`, `홈 > 경제 > 금융`
pub(in super::super) fn is_category(line: &str) -> bool {
    line.len() <= 90
        && line
            .split(['>', '/', '·', 'ㆍ', '|', '&', ',', '›', '»'])
            .map(str::trim)
            .all(|word| CATEGORIES.contains(&word))
}

/// `서울`, `서울·세종`, `뉴욕 특파원` not.
pub(super) fn is_place(text: &str) -> bool {
    text.split(['·', 'ㆍ', ' ', ',', '/']).filter(|word| !word.is_empty()).all(|word| PLACES.contains(&word))
        && !text.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outlets_are_told_from_sections_and_subjects() {
        for outlet in ["독파경제", "독파일보", "디지털독파뉴스", "IT독파뉴스", "독파TV", "K 비즈니스"]
        {
            assert!(looks_like_outlet(outlet), "{outlet}");
        }
        for other in ["경제", "이동통신", "국내 경제", "금리 동결", "생활경제", "", "독파경제."] {
            assert!(!looks_like_outlet(other), "{other}");
        }
    }

    #[test]
    fn sections_are_known_with_their_path() {
        for section in ["경제", "IT/과학", "홈 > 경제 > 금융", "금융·증권"] {
            assert!(is_category(section), "{section}");
        }
        for other in ["경제 성장", "해외진출", "", "경제 > 금리 동결"] {
            assert!(!is_category(other), "{other}");
        }
        assert!(is_place("서울·세종") && !is_place("독파") && !is_place(""));
    }
}
