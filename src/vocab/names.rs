//! Which nouns name somebody or something: the shelf that is never asked and never counted.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::gazetteer;
use crate::korean::analyzer::Morpheme;
use crate::korean::tag::Tag;
use crate::lexicon;

/// What a company's name ends with. Behind an unknown or proper noun it makes a name: 한빛텔레콤.
const COMPANY: &[&str] = &[
    "그룹",
    "홀딩스",
    "텔레콤",
    "전자",
    "증권",
    "은행",
    "카드",
    "생명",
    "화재",
    "중공업",
    "조선",
    "해양",
    "모터스",
    "바이오",
    "제약",
    "건설",
    "에너지",
    "물산",
    "상사",
    "화학",
    "반도체",
    "통신",
    "유통",
    "식품",
    "항공",
    "해운",
    "캐피탈",
    "벤처스",
    "파트너스",
    "테크",
    "소프트",
    "네트웍스",
    "시스템즈",
    "엔진",
    "머티리얼즈",
    "솔루션",
    "플래닛",
    "자산운용",
    "투자증권",
    "경제연구원",
    "연구소",
    "리서치",
    "셀",
    "연구원",
    "대학교",
    "대",
    "신문",
    "일보",
    "경제",
    "데일리",
    "저널",
    "타임스",
    "제철",
    "테크놀로지",
    "로보틱스",
    "인베스트먼트",
    "이노베이션",
    "이노베이터",
    "엔터테인먼트",
    "게임즈",
    "스튜디오",
    "보험",
    "저축은행",
    "금융지주",
    "지주",
    "조선해양",
    "정밀",
    "제과",
    "푸드",
    "백화점",
    "마트",
    "렌터카",
    "타이어",
    "시멘트",
    "제지",
    "섬유",
    "공업",
    "산업개발",
    "인터내셔널",
    "코리아",
    "글로벌",
];

/// Titles that stand behind a person's name, a space between.
const TITLES: &[&str] = &[
    "회장",
    "부회장",
    "사장",
    "부사장",
    "대표",
    "대표이사",
    "전무",
    "상무",
    "이사",
    "본부장",
    "부장",
    "팀장",
    "센터장",
    "연구원",
    "연구위원",
    "애널리스트",
    "교수",
    "장관",
    "차관",
    "의원",
    "총재",
    "위원장",
    "위원",
    "기자",
    "특파원",
    "원장",
    "씨",
];

/// Whether a run of nouns is a name. `units` are its forms with tag and whether the dictionary marks them as a
/// name; `behind` is the morpheme glued to it; `text` and `span` show what follows.
pub fn is_name<'a>(
    term: &str,
    units: impl Iterator<Item = (&'a str, Tag, bool)>,
    behind: Option<&Morpheme>,
    text: &str,
    span: &Range<usize>,
) -> bool {
    let listed = gazetteer::find(term);
    // What the lexicon explains is vocabulary, whatever the analyzer's list of names holds (마켓, 솔루션), unless it
    // explains a name (한전).
    if lexicon::contains(term) {
        return listed.is_some_and(|name| name.explained);
    }
    if listed.is_some_and(|name| !name.homograph) {
        return true;
    }
    let units: Vec<_> = units.collect();
    // 한화솔루션, 현대제철: what a group's name begins.
    if let [(first, ..), .., (last, ..)] = units.as_slice()
        && let Some(group) = gazetteer::find(first).filter(|name| name.begins_companies)
        && (!group.homograph || is_company_suffix(last))
    {
        return true;
    }
    let marked = |&(form, tag, marked): &(&str, Tag, bool)| {
        tag == Tag::NNP && (marked || units.len() > 1 && is_company_suffix(form)) && !lexicon::contains(form)
    };
    let odd =
        |&(form, tag, _): &(&str, Tag, bool)| matches!(tag, Tag::NNP | Tag::NA | Tag::SL) && !lexicon::contains(form);
    if units.iter().any(marked) {
        return true;
    }
    // An entry that the dictionary lists as a name and the lexicon does not explain: 삼성물산.
    if let [(form, Tag::NNP, _)] = units.as_slice()
        && !lexicon::contains(form)
    {
        return true;
    }
    // Letters alone name a company as often as a thing: without the lexicon's word for it, it stays on the shelf.
    if units.iter().all(|&(form, tag, _)| tag == Tag::SL || form.chars().all(|c| c.is_ascii_alphabetic())) {
        return true;
    }
    // T스토어, 누리반도체: letters or a word that the lexicon does not know, before what companies are called by.
    if let [first, .., last] = units.as_slice()
        && (first.1 == Tag::SL && odd(first) || !lexicon::contains(first.0) && is_company_suffix(last.0))
    {
        return true;
    }
    behind.is_none() && units.len() == 1 && units.iter().all(odd) && stands_before_title(text, span)
}

fn is_company_suffix(form: &str) -> bool {
    static SET: LazyLock<FxHashSet<&str>> = LazyLock::new(|| COMPANY.iter().copied().collect());
    SET.contains(form)
}

/// 홍길동 한빛텔레콤 사장 is left to the company's own name; 홍길동 사장 is seen here.
fn stands_before_title(text: &str, span: &Range<usize>) -> bool {
    let Some(rest) = text.get(span.end..) else { return false };
    let Some(rest) = rest.strip_prefix(' ') else { return false };
    TITLES.iter().any(|title| rest.starts_with(title))
}
