//! Dates of publication, with their labels and times.

/// Labels of the moment a text was published, the longer before those they begin with.
const PUBLISHED: [&str; 34] = [
    "기사 입력",
    "기사입력",
    "기사 승인",
    "기사승인",
    "기사 작성",
    "기사 등록",
    "기사등록",
    "최초 입력",
    "최초입력",
    "최초 작성",
    "온라인 입력",
    "지면 게재",
    "입력일시",
    "입력시간",
    "입력일",
    "입력",
    "등록일시",
    "등록일",
    "등록",
    "발행일시",
    "발행일자",
    "발행일",
    "발행",
    "승인",
    "작성일",
    "작성",
    "게재일",
    "게재",
    "송고시간",
    "송고",
    "날짜",
    "일시",
    "Published",
    "Posted",
];
/// Labels of the moment it was changed last.
const CHANGED: [&str; 11] = [
    "최종 수정",
    "최종수정",
    "최종 업데이트",
    "최종업데이트",
    "기사 수정",
    "기사수정",
    "수정일",
    "수정",
    "업데이트",
    "Updated",
    "Modified",
];

#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Date {
    /// `YYYY-MM-DD`
    pub day: String,
    /// The text is older: this is when it was changed last.
    pub of_change: bool,
}

pub(super) struct Taken {
    pub date: Date,
    /// A label says that it is the date of the text.
    pub labelled: bool,
    /// What else stands on the line, without separators at its ends.
    pub rest: String,
}

/// Whether four digits stand side by side. Most paragraphs name no year, and need not be taken to words.
fn names_year(line: &str) -> bool {
    line.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit))
}

/// Whether a date in this line may have a label: a quick look, that [`take`] need not be asked.
pub(super) fn may_be_labelled(line: &str) -> bool {
    names_year(line) && PUBLISHED.iter().chain(&CHANGED).any(|label| line.contains(label))
}

/// Takes dates, times and labels out of a line; `None` where no date is left standing free of words.
pub(super) fn take(line: &str) -> Option<Taken> {
    if !names_year(line) {
        return None;
    }
    let mut rest = String::new();
    let mut text = line;
    let mut date: Option<Date> = None;
    let (mut labelled, mut of_change) = (false, false);
    while let Some(first) = text.chars().next() {
        if first.is_whitespace() {
            text = text.trim_start();
            rest.push(' ');
        } else if let Some((behind, change)) = label(text) {
            (text, labelled, of_change) = (behind, true, change);
        } else if let Some((day, behind)) = day(text) {
            if date.as_ref().is_none_or(|known| known.of_change && !of_change) {
                date = Some(Date { day, of_change });
            }
            text = behind;
        } else if let Some(behind) =
            time(text).or_else(|| weekday(text)).or_else(|| page(text)).filter(|_| labelled || date.is_some())
        {
            text = behind;
        } else {
            let end = text.char_indices().skip(1).find(|&(_, c)| !c.is_alphanumeric() || !first.is_alphanumeric());
            let (token, behind) = text.split_at(end.map_or(text.len(), |(at, _)| at));
            rest.push_str(token);
            text = behind;
        }
    }
    let separators = |c: char| c.is_whitespace() || "|│∣/·ㆍ,:：;()[]<>【】-–~▷▶■".contains(c);
    Some(Taken { date: date?, labelled, rest: rest.trim_matches(separators).to_owned() })
}

/// A label at the front: the text behind it, and whether it is of a change.
fn label(text: &str) -> Option<(&str, bool)> {
    let find = |labels: &[&str]| {
        labels.iter().find_map(|label| {
            let behind = text.strip_prefix(label)?;
            // 입력했다, 수정안: a word of its own, or with its number glued to it.
            (!behind.chars().next().is_some_and(char::is_alphabetic)).then_some(behind)
        })
    };
    find(&PUBLISHED).map(|behind| (behind, false)).or_else(|| find(&CHANGED).map(|behind| (behind, true)))
}

/// A day at the front: 2026-03-02, 2026.03.02., 2026. 3. 2, 2026/3/2, 2026년 3월 2일.
fn day(text: &str) -> Option<(String, &str)> {
    let (year, text) = number(text, 4, 4)?;
    let text = text.trim_start();
    let mark = text.chars().next().filter(|c| matches!(c, '-' | '.' | '/' | '년'))?;
    let (month, text) = number(text.strip_prefix(mark)?.trim_start(), 1, 2)?;
    let between = if mark == '년' { '월' } else { mark };
    let (day, text) = number(text.trim_start().strip_prefix(between)?.trim_start(), 1, 2)?;
    let text = match mark {
        '년' => text.trim_start().strip_prefix('일')?,
        '.' => text.strip_prefix('.').unwrap_or(text),
        _ => text,
    };
    // 2026년 3월 2일부터: part of a sentence.
    let free = !text.chars().next().is_some_and(|c| c.is_alphanumeric() && c != 'T');
    let days = match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (free && (1900..=2100).contains(&year) && (1..=days).contains(&day))
        .then(|| (format!("{year:04}-{month:02}-{day:02}"), text))
}

/// A time at the front: 16:18:45, 오후 3:05, 14시 30분, T10:00:00+09:00.
fn time(text: &str) -> Option<&str> {
    const HALVES: [&str; 6] = ["오전", "오후", "AM", "PM", "am", "pm"];
    let half = |text: &'_ str| HALVES.iter().find_map(|half| text.strip_prefix(half).map(str::len));
    let behind = |text: &'_ str, length: Option<usize>| length.map_or(0, |length| text.len() - length);
    let text = text.strip_prefix('T').unwrap_or(text);
    let text = text.get(behind(text, half(text))..)?.trim_start();
    let (_, mut text) = number(text, 1, 2)?;
    if let Some(rest) = text.strip_prefix('시') {
        text = rest;
        for unit in ['분', '초'] {
            if let Some(rest) = number(text.trim_start(), 1, 2).and_then(|(_, rest)| rest.strip_prefix(unit)) {
                text = rest;
            }
        }
    } else {
        (_, text) = number(text.strip_prefix(':')?, 2, 2)?;
        if let Some((_, rest)) = text.strip_prefix(':').and_then(|rest| number(rest, 2, 2)) {
            text = rest;
        }
        if let Some(rest) = text.strip_prefix('.') {
            text = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        }
    }
    let trimmed = text.trim_start();
    if let Some(length) =
        half(trimmed).or_else(|| ["KST", "Z"].iter().find_map(|zone| trimmed.strip_prefix(zone).map(str::len)))
    {
        text = trimmed.get(trimmed.len() - length..)?;
    }
    if let Some((_, rest)) = text.strip_prefix('+').and_then(|rest| number(rest, 2, 4)) {
        text = rest.strip_prefix(":00").unwrap_or(rest);
    }
    (!text.chars().next().is_some_and(char::is_alphanumeric)).then_some(text)
}

/// `(월)`, `월요일`
fn weekday(text: &str) -> Option<&str> {
    let (open, inside) = text.strip_prefix('(').map_or((false, text), |inside| (true, inside));
    let behind = inside.strip_prefix(['월', '화', '수', '목', '금', '토', '일'])?;
    let full = behind.strip_prefix("요일");
    if open { full.unwrap_or(behind).strip_prefix(')') } else { full }
}

/// `지면 A12면`, `12면`
fn page(text: &str) -> Option<&str> {
    let text = text.strip_prefix("지면").unwrap_or(text).trim_start();
    let text = text.strip_prefix(['A', 'B', 'C', 'D']).unwrap_or(text);
    let behind = number(text, 1, 2)?.1.strip_prefix('면')?;
    (!behind.chars().next().is_some_and(char::is_alphanumeric)).then_some(behind)
}

/// A number of so many digits at the front, and no more.
fn number(text: &str, least: usize, most: usize) -> Option<(u32, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if !(least..=most).contains(&digits) {
        return None;
    }
    let (number, rest) = text.split_at_checked(digits)?;
    Some((number.parse().ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(line: &str, day: &str, rest: &str) {
        let taken = take(line).expect(line);
        assert_eq!((taken.date.day.as_str(), taken.rest.as_str()), (day, rest), "{line}");
    }

    #[test]
    fn dates_are_read_in_every_dress() {
        case("발행일 2011-11-08 16:18:45", "2011-11-08", "");
        case("입력 2026.03.02. 오전 10:05", "2026-03-02", "");
        case("2026년 3월 2일 월요일 14시 30분", "2026-03-02", "");
        case("기사입력 : 2026. 3. 2. 10:05", "2026-03-02", "");
        case("등록 2026/03/02 (월) 10:05 PM", "2026-03-02", "");
        case("입력2026.03.02 10:05", "2026-03-02", "");
        case("승인 2026-03-02T10:05:00+09:00", "2026-03-02", "");
        case("입력 2026-03-02 10:05 지면 A12면", "2026-03-02", "");
        case("수정 2026.03.03 09:00 | 입력 2026.03.02 10:00", "2026-03-02", "");
        case("홍길동 기자 2026-03-02 10:05", "2026-03-02", "홍길동 기자");
    }

    #[test]
    fn no_date_is_read_where_none_is() {
        for line in
            ["2026-13-02", "2026.02.29", "12026-03-02", "2026년 3월", "2026년 3월 2일부터", "1.5.2", "2026-03-022", ""]
        {
            assert!(take(line).is_none(), "{line}");
        }
        assert_eq!(take("2024.02.29").unwrap().date.day, "2024-02-29");
    }
}
