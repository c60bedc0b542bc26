//! Copyright lines.

use super::super::ending;
use super::Found;

/// Longest copyright line, in characters.
const LONGEST: usize = 200;
/// Signs, in small letters without spaces.
const SIGNS: [&str; 4] = ["ⓒ", "©", "저작권자", "copyright"];
/// What is forbidden, and how, in small letters without spaces.
const FORBIDDEN: [&str; 6] = ["무단전재", "무단복제", "무단배포", "재배포", "ai학습", "무단도용"];
const FORBIDS: [&str; 7] = ["금지", "금함", "금지합니다", "금지됩니다", "금합니다", "금지한다", "금한다"];

/// Reads a line that is a copyright line as a whole.
pub(super) fn read(line: &str) -> Option<Found> {
    if line.chars().count() > LONGEST {
        return None;
    }
    let squeezed: String = line.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    let squeezed = squeezed.trim_matches(is_frame);
    let forbids =
        FORBIDS.iter().any(|end| squeezed.ends_with(end)) && FORBIDDEN.iter().any(|word| squeezed.contains(word));
    let reserved = squeezed.contains("allrightsreserved");
    let circle = squeezed.contains(['ⓒ', '©']) || squeezed.contains("(c)");
    let begins = SIGNS.iter().any(|sign| squeezed.starts_with(sign)) || squeezed.starts_with("(c)");
    let prose = ending::ends_finally(line);
    // 무단 전재를 금지하는 법안이 통과됐다: news about copyright ends as a sentence and shows no sign.
    let is_line = forbids || reserved || begins && circle;
    let is_news = prose && !forbids && line.contains("다.") || follows_news(line);
    (is_line && !is_news).then(|| Found {
        outlet: outlet(line),
        copyright: Some(line.trim_matches(|c: char| is_frame(c) || c.is_whitespace()).to_owned()),
        ..Found::default()
    })
}

/// Whether a sentence stands in front, of which the copyright is only the tail.
fn follows_news(line: &str) -> bool {
    let before = start(line).and_then(|at| line.get(..at)).unwrap_or_default();
    before.contains("다.") && !before.contains("저작권")
}

/// Where a copyright line may begin within a tail, in bytes.
pub(super) fn start(tail: &str) -> Option<usize> {
    [
        "<저작권자",
        "[저작권자",
        "저작권자",
        "Copyright",
        "COPYRIGHT",
        "<ⓒ",
        "[ⓒ",
        "(ⓒ",
        "ⓒ",
        "©",
        "무단전재",
        "무단 전재",
        "<무단",
    ]
    .iter()
    .filter_map(|sign| tail.find(sign))
    .min()
}

/// The name behind the sign: `Copyright ⓒ 2026 독파경제. 무단전재 금지`.
fn outlet(line: &str) -> Option<String> {
    let (_, behind) =
        line.split_once(['ⓒ', '©']).or_else(|| line.split_once("(c)")).or_else(|| line.split_once("(C)"))?;
    let end = behind.find(['.', ',', '<', '>', '|', '(', ')', ']', '[', '/', ':', '"']).unwrap_or(behind.len());
    let mut name = String::new();
    for word in behind.get(..end)?.split_whitespace() {
        let lower = word.to_lowercase();
        if ["무단", "all", "저작권", "금지", "재배포", "ai", "rights", "본", "&"]
            .iter()
            .any(|stop| lower.starts_with(stop))
        {
            break;
        }
        if lower == "copyright" || word.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '~' | '–')) {
            continue;
        }
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(word.trim_matches(['\'', '‘', '’', '“', '”']));
    }
    (2..=20).contains(&name.chars().count()).then_some(name)
}

/// Marks around a copyright line.
const fn is_frame(c: char) -> bool {
    matches!(
        c,
        '<' | '>'
            | '['
            | ']'
            | '〈'
            | '〉'
            | '《'
            | '》'
            | '【'
            | '】'
            | '▶'
            | '※'
            | '■'
            | '-'
            | '*'
            | '.'
            | '"'
            | '|'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copyright_lines_are_known_with_their_outlet() {
        for (line, name) in [
            ("Copyright ⓒ 독파경제. 무단전재 및 재배포 금지", Some("독파경제")),
            ("<저작권자 © 독파일보, 무단 전재 및 재배포 금지>", Some("독파일보")),
            ("ⓒ 2026 독파경제 All rights reserved.", Some("독파경제")),
            ("Copyright © 2011-2026 독파뉴스 무단전재, 재배포, AI 학습 이용 금지", Some("독파뉴스")),
            ("무단 전재-재배포, AI 학습 및 활용 금지", None),
            ("이 기사의 저작권은 독파경제에 있으며 무단 전재와 재배포를 금지합니다.", None),
            ("[ⓒ 독파비즈, 무단전재 배포금지]", Some("독파비즈")),
            ("(c) 독파경제", Some("독파경제")),
        ] {
            assert_eq!(read(line).expect(line).outlet.as_deref(), name, "{line}");
        }
    }

    #[test]
    fn news_about_copyright_is_no_copyright_line() {
        for line in [
            "출판사는 무단 전재를 막으려고 소송을 냈다.",
            "무단 전재를 금지하는 법안이 통과됐다.",
            "저작권자가 소송을 냈다.",
            "Copyright 소송 본격화",
            "그는 ⓒ 표시를 붙였다.",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
