//! Lines of a news page that are no text: by-lines, dates, copyright, mail addresses, captions.

use jiff::civil::Date;

/// What a line of the page is, besides text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Furniture {
    Date(Option<Date>),
    Copyright {
        outlet: Option<String>,
    },
    Byline {
        outlet: Option<String>,
        reporter: Option<String>,
    },
    /// A caption, a mail address, an invitation to subscribe: nothing worth keeping.
    Other,
}

/// Words that name a date on a news page.
const DATE_WORDS: &[&str] =
    &["발행일", "입력", "등록", "수정", "기사입력", "기사수정", "최종수정", "승인", "게재", "작성", "업데이트", "송고"];
const COPYRIGHT: &[&str] = &[
    "무단전재",
    "무단 전재",
    "재배포 금지",
    "재배포금지",
    "저작권자",
    "Copyright",
    "copyright",
    "COPYRIGHT",
    "All rights reserved",
    "ⓒ",
    "©",
    "AI 학습 이용 금지",
    "AI학습 이용 금지",
];
const NOISE: &[&str] = &[
    "구독하기",
    "기사 제보",
    "기사제보",
    "제보하기",
    "관련기사",
    "관련 기사",
    "앱 다운로드",
    "카카오톡",
    "페이스북",
    "트위터",
    "공유하기",
    "글자크기",
    "글자 크기",
    "프린트",
    "댓글",
    "바로가기",
    "네이버에서 구독",
];
/// Who writes: behind the name.
const WRITERS: &[&str] =
    &["선임기자", "전문기자", "객원기자", "인턴기자", "수습기자", "기자", "특파원", "논설위원", "리포터", "통신원"];
/// Longest line, in characters, that can be furniture: anything longer is text.
const LONGEST: usize = 90;

/// What `line` is; `None` for text.
pub fn of_line(line: &str) -> Option<Furniture> {
    let line = line.trim();
    if line.chars().count() > LONGEST {
        return None;
    }
    if COPYRIGHT.iter().any(|word| line.contains(word)) && !line.ends_with("다.") {
        return Some(Furniture::Copyright { outlet: copyright_outlet(line) });
    }
    if let Some(date) = date_line(line) {
        return Some(date);
    }
    if let Some(byline) = byline(line) {
        return Some(byline);
    }
    let caption = line.starts_with("[사진")
        || line.starts_with("(사진")
        || line.starts_with('▲') && (line.contains("사진") || line.contains("제공"));
    let noise = line.chars().count() <= 40 && !line.ends_with('.') && NOISE.iter().any(|word| line.contains(word));
    let mail = line.split_whitespace().count() <= 2 && is_mail(line.split_whitespace().next_back().unwrap_or_default());
    (caption || noise || mail).then_some(Furniture::Other)
}

/// `발행일 2011-11-08 16:18:45`, `입력 2026.03.02. 오전 9:00 | 수정 …`, `2026년 3월 2일`: the first date on it.
fn date_line(line: &str) -> Option<Furniture> {
    let named = DATE_WORDS
        .iter()
        .any(|word| line.starts_with(word) || line.contains(&format!(" {word}")) || line.contains(&format!("|{word}")));
    let date = first_date(line);
    // A bare date is one only when nothing but numbers and their words stand on the line.
    let bare = date.is_some() && line.chars().all(|c| c.is_ascii_digit() || " .-:/년월일시분초오전후()|".contains(c));
    let ends_like_text = line.ends_with("다.") || line.ends_with('다');
    (bare || named && !ends_like_text && line.chars().any(|c| c.is_ascii_digit())).then_some(Furniture::Date(date))
}

/// The first year, month and day in `text`, written with dots, hyphens, slashes or 년 월 일.
pub fn first_date(text: &str) -> Option<Date> {
    let numbers: Vec<(&str, usize)> = numbers(text);
    numbers.windows(3).find_map(|window| {
        let [(year, _), (month, _), (day, _)] = window else { return None };
        if year.len() != 4 || month.len() > 2 || day.len() > 2 {
            return None;
        }
        Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
    })
}

fn numbers(text: &str) -> Vec<(&str, usize)> {
    let mut found = Vec::new();
    let mut rest = text;
    let mut at = 0;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let tail = rest.get(start..).unwrap_or_default();
        let length = tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len());
        found.push((tail.get(..length).unwrap_or_default(), at + start));
        at += start + length;
        rest = tail.get(length..).unwrap_or_default();
    }
    found
}

/// A line that only says who wrote: `홍길동 기자 hong@dokpa.kr`, `<홍길동 기자>hong@dokpa.kr`, `독파경제 | 홍길동 기자`.
fn byline(line: &str) -> Option<Furniture> {
    let bare: String = line.chars().map(|c| if "<>[]()|/=·,:＝".contains(c) { ' ' } else { c }).collect();
    let words: Vec<&str> = bare.split_whitespace().filter(|word| !is_mail(word)).collect();
    let words: Vec<&str> =
        words.into_iter().skip_while(|word| matches!(*word, "글" | "사진" | "기자명" | "글사진" | "작성자")).collect();
    let marked = line.starts_with("기자명");
    if words.is_empty() || words.len() > 4 {
        return None;
    }
    let (outlet, reporter) =
        writer(&words).or_else(|| marked.then(|| (None, words.first().map(|w| (*w).to_owned()))))?;
    Some(Furniture::Byline { outlet, reporter })
}

/// Outlet and name before the word for a writer; the words must end with it.
fn writer(words: &[&str]) -> Option<(Option<String>, Option<String>)> {
    let (last, front) = words.split_last()?;
    let title = WRITERS.iter().find(|title| last.ends_with(*title))?;
    let glued = last.strip_suffix(*title).filter(|name| !name.is_empty());
    let (name, front) = match (glued, front) {
        (Some(name), front) => (name, front),
        (None, [front @ .., name]) => (*name, front),
        (None, []) => return None,
    };
    if !is_person(name) {
        return None;
    }
    let outlet = front.iter().rev().find(|word| is_outlet(word) || front.len() == 1).map(|word| (*word).to_owned());
    Some((outlet, Some(name.to_owned())))
}

fn is_person(name: &str) -> bool {
    (2..=5).contains(&name.chars().count()) && name.chars().all(crate::korean::jamo::is_syllable)
}

/// Whether a word looks like the name of a newspaper or a broadcaster.
pub fn is_outlet(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "일보",
        "신문",
        "경제",
        "뉴스",
        "데일리",
        "투데이",
        "타임스",
        "타임즈",
        "미디어",
        "저널",
        "방송",
        "매일",
        "비즈",
        "이코노미",
        "포스트",
        "헤럴드",
        "통신",
        "와이어",
    ];
    word.split_whitespace().count() <= 2
        && word.chars().count() <= 14
        && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

fn is_mail(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && word.is_ascii())
}

/// `Copyright ⓒ 독파경제. 무단전재 …`: the name behind the sign.
fn copyright_outlet(line: &str) -> Option<String> {
    let (_, rest) = line.split_once(['ⓒ', '©'])?;
    let name = rest.trim_start_matches([' ', ':']).split(['.', ',', '(', ')', '무', '<', '>', '|']).next()?.trim();
    let words: Vec<&str> = name.split_whitespace().filter(|word| !word.chars().any(|c| c.is_ascii_digit())).collect();
    (!words.is_empty() && words.len() <= 2).then(|| words.join(" "))
}

/// A by-line at the front of a paragraph: `[독파경제 홍길동 기자] 본문`, `(서울=독파경제) 홍길동 기자 = 본문`. Gives what
/// it says and the text behind it.
pub fn leading_byline(line: &str) -> Option<(Option<String>, Option<String>, &str)> {
    let close = match line.chars().next()? {
        '[' => ']',
        '(' => ')',
        '【' => '】',
        _ => return None,
    };
    let (inside, rest) = line.get(line.chars().next()?.len_utf8()..)?.split_once(close)?;
    if inside.chars().count() > 30 {
        return None;
    }
    let bare: String = inside.chars().map(|c| if "=＝|/·,".contains(c) { ' ' } else { c }).collect();
    let words: Vec<&str> = bare.split_whitespace().collect();
    if let Some((outlet, reporter)) = writer(&words) {
        return Some((outlet, reporter, trim_sign(rest)));
    }
    // (서울=독파경제) 홍길동 기자 = …
    let outlet = inside.split_once(['=', '＝']).map(|(_, outlet)| outlet.trim().to_owned())?;
    let (front, text) = rest.split_once(['=', '＝'])?;
    let words: Vec<&str> = front.split_whitespace().collect();
    let (_, reporter) = writer(&words)?;
    Some((Some(outlet), reporter, trim_sign(text)))
}

fn trim_sign(text: &str) -> &str {
    text.trim_start_matches([' ', '=', '＝'])
}

/// The text before a by-line at the end of a paragraph: `… 밝혔다. /홍길동 기자 hong@dokpa.kr`.
pub fn trailing_byline(line: &str) -> Option<(&str, Option<String>)> {
    let end = line.rfind("다.").map(|at| at + "다.".len())?;
    let (text, rest) = (line.get(..end)?, line.get(end..)?);
    if rest.trim().is_empty() || rest.chars().count() > 60 {
        return None;
    }
    match byline(rest.trim()) {
        Some(Furniture::Byline { reporter, .. }) => Some((text, reporter)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reporter(line: &str) -> Option<String> {
        match of_line(line) {
            Some(Furniture::Byline { reporter, .. }) => reporter,
            other => panic!("{line}: {other:?}"),
        }
    }

    #[test]
    fn who_wrote_is_found_in_many_shapes() {
        for line in [
            "나독파 기자",
            "나독파기자",
            "<나독파 기자>na@dokpa.kr",
            "독파경제 나독파 기자 na@dokpa.kr",
            "독파경제 | 나독파 기자",
            "글·사진 나독파 기자",
            "/나독파 특파원",
            "기자명 나독파",
            "나독파 선임기자",
        ] {
            assert_eq!(reporter(line).as_deref(), Some("나독파"), "{line}");
        }
    }

    #[test]
    fn dates_are_read_in_many_shapes() {
        for line in [
            "발행일 2026-03-02 16:18:45",
            "입력 2026.03.02. 오전 9:10",
            "등록 2026/3/2 | 수정 2026/3/3",
            "2026년 3월 2일",
            "기사입력: 2026-03-02",
        ] {
            assert_eq!(of_line(line), Some(Furniture::Date(Date::new(2026, 3, 2).ok())), "{line}");
        }
    }

    #[test]
    fn copyright_names_its_outlet() {
        let line = "Copyright ⓒ 독파경제. 무단전재 및 재배포 금지";
        assert_eq!(of_line(line), Some(Furniture::Copyright { outlet: Some("독파경제".into()) }));
        assert_eq!(of_line("저작권자 (c) 모두, 무단 전재-재배포 금지"), Some(Furniture::Copyright { outlet: None }));
    }

    #[test]
    fn text_is_no_furniture() {
        for line in [
            "기자간담회를 열고 합작사를 세우기로 했다.",
            "회사는 2026년 3월 2일 상장했다.",
            "수출이 늘었다.",
            "정부는 저작권자를 보호한다.",
            "통신사 해외진출 박차",
        ] {
            assert_eq!(of_line(line), None, "{line}");
        }
    }

    #[test]
    fn a_byline_before_or_behind_the_text_is_cut_off() {
        let front = leading_byline("[독파경제 나독파기자] 수출이 늘었다.").unwrap();
        assert_eq!(front, (Some("독파경제".into()), Some("나독파".into()), "수출이 늘었다."));
        let wire = leading_byline("(서울=독파경제) 나독파 기자 = 수출이 늘었다.").unwrap();
        assert_eq!(wire, (Some("독파경제".into()), Some("나독파".into()), "수출이 늘었다."));
        assert_eq!(leading_byline("(단독) 수출이 늘었다."), None);
        assert_eq!(
            trailing_byline("수출이 늘었다. /나독파 기자 na@dokpa.kr"),
            Some(("수출이 늘었다.", Some("나독파".into())))
        );
        assert_eq!(trailing_byline("수출이 늘었다. 내수는 줄었다."), None);
    }
}
