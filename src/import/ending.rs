//! How a line looks from outside: how it ends, how it begins, how wide it is.

use crate::korean::jamo;

/// Nouns that end like a verb, and the particle 마다.
const NOUNS: [&str; 9] = ["캐나다", "르완다", "우간다", "바다", "혼다", "마쓰다", "람다", "소다", "마다"];
/// What stands before 요 at the end of a sentence; 수요 and 중요 are nouns.
const BEFORE_YO: &str = "어아해예에세네군까나데래게대여셔려져봐와돼되켜쳐줘든거걸지이";
/// The tail indices of ㅆ and ㅄ in a syllable.
const PAST_TAILS: [u8; 2] = [20, 18];

/// Whether the line ends in a full stop, a question mark, an exclamation mark or an ellipsis, closing marks aside.
pub(super) fn ends_in_stop(line: &str) -> bool {
    bare(line).ends_with(['.', '!', '?', '…', '‥', '。', '！', '？'])
}

/// Whether the line ends as a sentence does: with a stop, or with a final ending such as 다, 요, 까. A date or a number
/// is none, with its stop or without.
pub(super) fn ends_finally(line: &str) -> bool {
    ends_in_stop(line) && line.contains(char::is_alphabetic) || ends_in_predicate(bare(line))
}

fn ends_in_predicate(text: &str) -> bool {
    let mut chars = text.chars().rev();
    let (Some(last), Some(before)) = (chars.next(), chars.next()) else { return false };
    match last {
        '다' => jamo::is_syllable(before) && !NOUNS.iter().any(|noun| text.ends_with(noun)),
        '까' | '죠' | '됨' => jamo::is_syllable(before),
        '요' => BEFORE_YO.contains(before),
        '오' => before == '시',
        // 있음, 없음, 했음; not 다음, 마음.
        '음' => jamo::decompose(before).is_some_and(|syllable| PAST_TAILS.contains(&syllable.tail)),
        _ => false,
    }
}

/// The line without the marks that close a quotation or a bracket, and without a reference like `[1]`.
fn bare(line: &str) -> &str {
    let line = line.trim_end();
    let line = match line.strip_suffix(']').and_then(|line| line.rsplit_once('[')) {
        Some((before, number)) if number.chars().all(|c| c.is_ascii_digit()) => before,
        _ => line,
    };
    line.trim_end_matches(|c: char| c.is_whitespace() || is_closer(c))
}

const fn is_closer(c: char) -> bool {
    matches!(c, '”' | '’' | '"' | '\'' | ')' | ']' | '>' | '」' | '』' | '》' | '〉' | '】' | '）' | '］' | '*' | '_')
}

/// Whether the line is an item of a list or a heading by its front: `- KT`, `■ 전망`, `1. 개요`, `① 물가`.
pub(super) fn is_marked(line: &str) -> bool {
    let mut chars = line.chars();
    let Some(first) = chars.next() else { return false };
    let next = chars.next();
    match first {
        '-' | '–' | '—' | '*' | '·' | 'ㆍ' | '>' | '+' | '=' => {
            next.is_some_and(|c| c.is_whitespace() || c.is_alphabetic())
        }
        '#' => heading(line).is_some(),
        '①'..='⑳'
        | '㉠'..='㉭'
        | 'Ⅰ'..='Ⅹ'
        | '•'
        | '‣'
        | '▲'
        | '△'
        | '▼'
        | '▽'
        | '■'
        | '□'
        | '▣'
        | '◆'
        | '◇'
        | '●'
        | '○'
        | '◎'
        | '▶'
        | '▷'
        | '►'
        | '◀'
        | '☞'
        | '※'
        | '★'
        | '☆' => true,
        c if c.is_ascii_digit() => {
            let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
            line.len() - rest.len() <= 2 && [". ", ") "].iter().any(|mark| rest.starts_with(mark))
        }
        _ => false,
    }
}

/// The text of a Markdown heading.
pub(super) fn heading(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches('#');
    let depth = line.len() - rest.len();
    let text = rest.trim().trim_end_matches('#').trim_end();
    ((1..=6).contains(&depth) && rest.starts_with(' ') && !text.is_empty()).then_some(text)
}

/// Columns on a screen with letters of one width: Hangul and what is as wide take two.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(|c| if matches!(c, '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FF60}') { 2 } else { 1 }).sum()
}

/// Hangul syllables in the text.
pub(super) fn syllables(text: &str) -> usize {
    text.chars().filter(|&c| jamo::is_syllable(c)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn final_endings_are_told_from_nouns() {
        for line in [
            "물가가 올랐다",
            "물가가 올랐다.",
            "“올랐어요”",
            "왜 올랐을까?",
            "효과 없음",
            "글쎄…",
            "값이 내렸다.[1]",
            "그렇죠",
            "보십시오",
        ] {
            assert!(ends_finally(line), "{line}");
        }
        for line in [
            "금리 동결",
            "반도체 수요",
            "이제는 캐나다",
            "다음",
            "요",
            "다",
            "",
            "한은 “인하 신중”",
            "[1]",
            "2026.03.02.",
            "해마다",
        ] {
            assert!(!ends_finally(line), "{line}");
        }
    }

    #[test]
    fn marks_of_lists_are_seen() {
        for line in ["- KT, 해외로", "-물가 안정", "■ 전망", "1. 개요", "2) 배경", "① 물가", "## 전망", "▲물가"]
        {
            assert!(is_marked(line), "{line}");
        }
        for line in ["-3%로 떨어졌다.", "2026. 3. 2.", "1.5%로 올랐다.", "#해시태그", "물가", "", "300) 가"]
        {
            assert!(!is_marked(line), "{line}");
        }
        assert_eq!(heading("## 전망 ##"), Some("전망"));
    }

    #[test]
    fn hangul_takes_two_columns() {
        assert_eq!((width("금리 3.5%"), width("漢字"), width("“")), (9, 4, 1));
    }
}
