//! By-lines: who wrote it, for which outlet, from where.

use super::super::ending;
use super::person::{is_desk, is_role, is_team, name_before, role_glued};
use super::{Found, outlet};

/// Longest by-line, in characters.
const LONGEST: usize = 90;
/// How far into a paragraph its by-line may reach, in bytes.
const FRONT: usize = 240;
/// What else stands in a by-line.
const LABELS: [&str; 24] = [
    "글",
    "사진",
    "영상",
    "그래픽",
    "정리",
    "취재",
    "대담",
    "촬영",
    "편집",
    "글쓴이",
    "작성자",
    "이메일",
    "메일",
    "email",
    "Email",
    "E-mail",
    "by",
    "By",
    "구독",
    "구독하기",
    "기자페이지",
    "다른기사",
    "다른기사보기",
    "보기",
];
/// Reads a line, or the inside of a bracket, that is a by-line as a whole.
pub(super) fn read(text: &str) -> Option<Found> {
    if text.chars().count() > LONGEST || ending::ends_finally(without_address(text)) {
        return None;
    }
    let framed = text.starts_with(['[', '<', '(', '【', '〈', '/', '=']) || text.contains(['=', '|']);
    Parts::of(text).read(framed)
}

/// Reads the by-line in front of a paragraph; what stands behind it is the news.
pub(in super::super) fn front(paragraph: &str) -> Option<(Found, &str)> {
    let mut found: Option<Found> = None;
    let mut rest = paragraph;
    while let Some((inside, behind)) = bracket(rest) {
        let Some(read) = read_bracket(inside) else { break };
        found.get_or_insert_default().add(read);
        rest = behind.trim_start();
    }
    // (서울=독파) 홍길동 기자 = …
    if let Some((head, behind)) = rest.split_once('=').filter(|(head, _)| head.len() <= FRONT)
        && let Some(read) = Parts::of(head).read(true)
    {
        found.get_or_insert_default().add(read);
        rest = behind.trim_start();
    }
    found.map(|found| (found, rest))
}

/// A bracket at the front: its inside, and what stands behind it.
fn bracket(text: &str) -> Option<(&str, &str)> {
    let open = text.chars().next()?;
    let close = match open {
        '[' => ']',
        '(' => ')',
        '<' => '>',
        '【' => '】',
        '〈' => '〉',
        '（' => '）',
        '［' => '］',
        _ => return None,
    };
    let (inside, behind) = text.strip_prefix(open)?.split_once(close)?;
    (inside.len() <= FRONT).then_some((inside.trim(), behind))
}

fn read_bracket(inside: &str) -> Option<Found> {
    let outlet = |name: &str| Some(Found { outlet: Some(name.to_owned()), ..Found::default() });
    if inside.chars().count() > LONGEST {
        return None;
    }
    if let Some(found) = Parts::of(inside).read(true) {
        return Some(found);
    }
    match inside.split_once('=').map(|(left, right)| (left.trim(), right.trim())) {
        Some((left, right)) if !right.is_empty() && outlet::is_place(left) && is_short(right) => outlet(right),
        Some((left, right)) if !left.is_empty() && outlet::is_place(right) && is_short(left) => outlet(left),
        Some((_, right)) if outlet::looks_like_outlet(right) => outlet(right),
        Some((left, right)) if outlet::looks_like_outlet(left) && is_short(right) => outlet(left),
        None if outlet::looks_like_outlet(inside) => outlet(inside),
        _ => None,
    }
}

fn is_short(text: &str) -> bool {
    text.chars().count() <= 14 && text.split_whitespace().count() <= 2
}

/// A by-line taken apart.
struct Parts<'a> {
    tokens: Vec<&'a str>,
    has_address: bool,
    /// 기자명 stands in front of the name.
    named: bool,
}

impl<'a> Parts<'a> {
    fn of(text: &'a str) -> Self {
        let mut parts = Self { tokens: Vec::new(), has_address: false, named: false };
        let apart = |c: char| c.is_whitespace() || "[](){}<>【】〈〉《》（）［］=·ㆍ,/|│∣:：;▶■☞*".contains(c);
        for mut token in text.split(apart) {
            if is_address(token) {
                parts.has_address = true;
                // 기자hong@dokpa.kr
                let name = token.trim_start_matches(|c: char| !c.is_ascii());
                token = token.strip_suffix(name).unwrap_or_default();
            }
            token = token.trim_matches(|c: char| !c.is_alphanumeric());
            match token {
                "" => {}
                "기자명" => parts.named = true,
                token if LABELS.contains(&token) => {}
                token => parts.tokens.push(token),
            }
        }
        parts
    }

    /// `framed`: brackets or marks say that this is a by-line, so that less is asked of its words.
    fn read(&self, framed: bool) -> Option<Found> {
        let sure = framed || self.has_address || self.named;
        let mut names: Vec<&str> = Vec::new();
        let mut others: Vec<&str> = Vec::new();
        let mut team = None;
        for token in &self.tokens {
            if let Some(name) = role_glued(token) {
                names.extend(name_before(name, sure));
                if names.last() != Some(&name) {
                    return None;
                }
            } else if is_role(token) {
                // Names stand right before the role, a department or a city at most between.
                while others.last().is_some_and(|last| is_desk(last)) {
                    others.pop();
                }
                let from = others.iter().rposition(|word| name_before(word, sure).is_none()).map_or(0, |at| at + 1);
                let found = others.split_off(from);
                if found.is_empty() && names.is_empty() {
                    return None;
                }
                names.extend(found);
            } else if is_team(token) {
                team = Some(*token);
            } else {
                others.push(token);
            }
        }
        if names.is_empty() && (self.named || self.has_address) {
            let at =
                others.iter().position(|word| name_before(word, true).is_some() && !outlet::looks_like_outlet(word));
            names.extend(at.map(|at| others.remove(at)));
        }
        let alone = names.is_empty() && team.is_none();
        if alone && !(self.has_address && others.iter().all(|word| is_desk(word) || outlet::looks_like_outlet(word))) {
            return None;
        }
        others.retain(|word| !is_desk(word));
        // A word too many and this is a headline about a reporter; the one in front may be an outlet nobody knows.
        let outlet = match others.as_slice() {
            [] => None,
            [name] if sure || outlet::looks_like_outlet(name) => Some((*name).to_owned()),
            [name, _] if sure && outlet::looks_like_outlet(name) => Some((*name).to_owned()),
            _ => return None,
        };
        names.truncate(6);
        let reporter = if names.is_empty() { team.map(str::to_owned) } else { Some(names.join("·")) };
        Some(Found { outlet, reporter, ..Found::default() })
    }
}

fn is_address(token: &str) -> bool {
    token.split_once('@').is_some_and(|(name, host)| {
        name.ends_with(|c: char| c.is_ascii_alphanumeric() || "._-+".contains(c))
            && (host.contains('.') && host.is_ascii())
    })
}

/// The text before an address at its end, without which every by-line would end in a host's name.
fn without_address(text: &str) -> &str {
    text.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || "@._-+<>()[] ".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, outlet: &str, reporter: &str) {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let found = read(text).map(|found| (found.outlet, found.reporter));
        assert_eq!(found, Some((some(outlet), some(reporter))), "{text}");
    }

    #[test]
    fn by_lines_are_read_in_every_dress() {
        case("홍길동 기자", "", "홍길동");
        case("홍길동기자", "", "홍길동");
        case("홍길동 기자 hong@dokpa.kr", "", "홍길동");
        case("<홍길동 기자>hong@dokpa.co.kr", "", "홍길동");
        case("/홍길동 기자 hong@dokpa.kr", "", "홍길동");
        case("글·사진 홍길동 기자", "", "홍길동");
        case("글 홍길동 기자 사진 김철수 기자", "", "홍길동·김철수");
        case("홍길동·김철수 기자", "", "홍길동·김철수");
        case("홍길동 선임기자", "", "홍길동");
        case("홍길동 의학전문기자", "", "홍길동");
        case("홍길동 경제부 기자", "", "홍길동");
        case("워싱턴=홍길동 특파원", "", "홍길동");
        case("홍길동 논설위원", "", "홍길동");
        case("독파경제 홍길동 기자", "독파경제", "홍길동");
        case("독파경제 | 홍길동 기자", "독파경제", "홍길동");
        case("[독파=홍길동 기자]", "독파", "홍길동");
        case("기자명 홍길동", "", "홍길동");
        case("기자명 홍길동 기자", "", "홍길동");
        case("홍길동 hong@dokpa.kr", "", "홍길동");
        case("hong@dokpa.kr", "", "");
        case("남궁길동 기자", "", "남궁길동");
        case("온라인뉴스팀", "", "온라인뉴스팀");
    }

    #[test]
    fn news_about_reporters_is_no_by_line() {
        for text in [
            "기자",
            "홍길동 기자는 말했다.",
            "새 기자",
            "어제 만난 김철수 기자",
            "기자 간담회",
            "금리 동결",
            "문의는 help@dokpa.kr로 하면 된다.",
            "",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn the_front_of_a_paragraph_gives_its_by_line() {
        for (text, outlet, reporter) in [
            ("[독파경제 홍길동기자] 국내 증시가 올랐다.", "독파경제", "홍길동"),
            ("[독파경제=홍길동 기자] 국내 증시가 올랐다.", "독파경제", "홍길동"),
            ("(서울=독파) 홍길동 기자 = 국내 증시가 올랐다.", "독파", "홍길동"),
            ("【서울=독파뉴스】홍길동 김철수 기자 = 국내 증시가 올랐다.", "독파뉴스", "홍길동·김철수"),
            ("(서울·세종=독파) 국내 증시가 올랐다.", "독파", ""),
            ("[독파경제] 국내 증시가 올랐다.", "독파경제", ""),
            ("홍길동 기자 = 국내 증시가 올랐다.", "", "홍길동"),
            ("[뉴욕=홍길동 특파원] 국내 증시가 올랐다.", "", "홍길동"),
        ] {
            let (found, rest) = front(text).unwrap();
            assert_eq!(rest, "국내 증시가 올랐다.", "{text}");
            assert_eq!(
                (found.outlet.unwrap_or_default().as_str(), found.reporter.unwrap_or_default().as_str()),
                (outlet, reporter),
                "{text}"
            );
        }
        for text in [
            "[단독] 독파전자, 해외로",
            "(매출=이익) 늘었다.",
            "[앵커] 증시가 올랐다.",
            "국내 증시 = 상승",
            "“[독파경제]",
        ] {
            assert!(front(text).is_none(), "{text}");
        }
    }
}
