//! Words of by-lines: roles, names of people, departments.

use super::super::ending;
use super::outlet;

/// Who writes. A longer role such as 의학전문기자 ends in one of them.
const ROLES: [&str; 17] = [
    "선임기자",
    "전문기자",
    "객원기자",
    "인턴기자",
    "수습기자",
    "대기자",
    "기자",
    "특파원",
    "논설위원",
    "논설실장",
    "편집위원",
    "해설위원",
    "통신원",
    "리포터",
    "칼럼니스트",
    "에디터",
    "편집장",
];
/// Who writes without a name.
const TEAMS: [&str; 8] = ["뉴스팀", "뉴스부", "뉴스룸", "취재팀", "편집국", "편집부", "보도국", "이슈팀"];
/// Surnames of one syllable. They tell a name from most other words.
const SURNAMES: &str = "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구나민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부가복태목형피두감음빈동온호범좌팽승간라";
const LONG_SURNAMES: [&str; 6] = ["남궁", "황보", "제갈", "선우", "사공", "독고"];

/// 기자, 의학전문기자
pub(super) fn is_role(token: &str) -> bool {
    ROLES.contains(&token)
        || ["전문기자", "선임기자"].iter().any(|role| {
            token.strip_suffix(role).is_some_and(|field| field.chars().count() <= 5 && role_glued(token).is_none())
        })
}

/// The name in 홍길동기자.
pub(super) fn role_glued(token: &str) -> Option<&str> {
    ROLES.iter().find_map(|role| token.strip_suffix(role)).filter(|name| name_before(name, false).is_some())
}

/// A name of two to four syllables. Where nothing else says that this is a by-line it must be as common names are.
pub(super) fn name_before(word: &str, sure: bool) -> Option<&str> {
    let length = word.chars().count();
    let hangul = ending::syllables(word) == length;
    let long = LONG_SURNAMES.iter().any(|surname| word.starts_with(surname));
    let likely = match length {
        2 => sure,
        3 => true,
        4 => long || sure && !outlet::looks_like_outlet(word),
        _ => false,
    };
    let surname = long || word.starts_with(|c| SURNAMES.contains(c));
    (hangul && likely && surname && !is_desk(word) && !(length > 2 && outlet::looks_like_outlet(word))).then_some(word)
}

/// Department, city or the like: 경제부, 세종, 워싱턴.
pub(super) fn is_desk(word: &str) -> bool {
    let length = word.chars().count();
    outlet::is_place(word)
        || outlet::is_category(word)
        || (3..=8).contains(&length)
            && [
                "경제부",
                "산업부",
                "사회부",
                "정치부",
                "국제부",
                "금융부",
                "증권부",
                "문화부",
                "과학부",
                "부동산부",
                "유통부",
                "취재본부",
                "지국",
                "본부",
                "센터",
            ]
            .iter()
            .any(|end| word.ends_with(end))
}

/// 온라인뉴스팀
pub(super) fn is_team(word: &str) -> bool {
    TEAMS.iter().any(|end| word.ends_with(end))
}
