//! Figures of a text, and others that could stand in their place.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Chance;

/// A number in digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Without the commas: what two figures are compared by.
    pub value: String,
}

/// The digits of a text with the commas and points between them.
pub fn figures(text: &str) -> Vec<Figure> {
    let mut found: Vec<Figure> = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if !c.is_ascii_digit() {
            continue;
        }
        let mut end = start + 1;
        let mut value = String::from(c);
        while let Some((at, c)) = chars.peek().copied() {
            let joins = matches!(c, ',' | '.')
                && text.get(at + 1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
            if !c.is_ascii_digit() && !joins {
                break;
            }
            if c != ',' {
                value.push(c);
            }
            end = at + 1;
            chars.next();
        }
        found.push(Figure { range: start..end, value });
    }
    found
}

/// What is counted, with the most that there can be of it. Of units that begin alike the longer one comes first.
const UNITS: &[(&str, u64)] = &[
    ("분기", 4),
    ("시간", u64::MAX),
    ("월", 12),
    ("일", 28),
    ("시", 12),
    ("분", 59),
    ("초", 59),
    ("%", 100),
    ("퍼센트", 100),
    ("년", u64::MAX),
    ("조", u64::MAX),
    ("억", u64::MAX),
    ("만", u64::MAX),
    ("천", u64::MAX),
    ("원", u64::MAX),
    ("달러", u64::MAX),
    ("엔", u64::MAX),
    ("위안", u64::MAX),
    ("유로", u64::MAX),
    ("명", u64::MAX),
    ("개", u64::MAX),
    ("곳", u64::MAX),
    ("건", u64::MAX),
    ("대", u64::MAX),
    ("배", u64::MAX),
    ("톤", u64::MAX),
    ("척", u64::MAX),
    ("가구", u64::MAX),
    ("차례", u64::MAX),
    ("주", u64::MAX),
    ("위", u64::MAX),
    ("층", u64::MAX),
    ("회", u64::MAX),
    ("세", u64::MAX),
    ("살", u64::MAX),
    ("포인트", u64::MAX),
];

/// The unit that a figure of `text` has; none where it is a part of a name (5G, A-10), of a fraction (3분의 1) or of no
/// unit that we know.
pub fn unit(text: &str, figure: &Figure) -> Option<(&'static str, u64)> {
    let before = text.get(..figure.range.start)?.chars().next_back();
    if before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '/' | '~' | '+')) {
        return None;
    }
    let rest = text.get(figure.range.end..)?;
    let rest = rest.strip_prefix(' ').unwrap_or(rest);
    if rest.starts_with("분의") {
        return None;
    }
    UNITS.iter().copied().find(|(unit, _)| rest.starts_with(unit))
}

/// Whether a figure is written as a part of another: the 5000 of 2조5000억, and the 2.
pub fn is_part(text: &str, figure: &Figure) -> bool {
    let steps = ['조', '억', '만', '천'];
    let before = text.get(..figure.range.start).unwrap_or_default();
    let behind = text.get(figure.range.end..).unwrap_or_default();
    let rest = behind.strip_prefix(steps).map(str::trim_start);
    before.trim_end().ends_with(steps) && before.trim_end().chars().rev().nth(1).is_some_and(|c| c.is_ascii_digit())
        || rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// Up to `count` figures like this one, written alike, none of them in `taken`. `up` wants larger ones alone.
pub fn others(
    text: &str,
    figure: &Figure,
    taken: &BTreeSet<String>,
    up: bool,
    count: usize,
    chance: &mut Chance,
) -> Vec<String> {
    let Some((unit, most)) = unit(text, figure) else { return Vec::new() };
    let written = text.get(figure.range.clone()).unwrap_or_default();
    let decimals = figure.value.split_once('.').map_or(0, |(_, behind)| behind.len());
    let digits: String = figure.value.chars().filter(char::is_ascii_digit).collect();
    let (true, Ok(number)) = (digits.len() <= 12 && figure.value.matches('.').count() <= 1, digits.parse::<u64>())
    else {
        return Vec::new();
    };
    // 3,000 becomes 4,000 and not 3,417: a figure that is less round than the others would give itself away.
    let mut step = 1;
    while decimals == 0 && number > 0 && number % (step * 10) == 0 {
        step *= 10;
    }
    let scale = 10_u64.pow(u32::try_from(decimals).unwrap_or(0));
    let is_year = unit == "년" && decimals == 0 && (1900..2100).contains(&number);
    let step = if is_year { 1 } else { step };
    let lead = number / step;
    let reach = if is_year { 5 } else { (lead / 2).clamp(3, 40) };
    let low = if up { lead + 1 } else { lead.saturating_sub(reach).max(1) };
    let ceiling = if unit_caps(most, number, scale) { most.saturating_mul(scale) } else { u64::MAX };
    let mut all: Vec<u64> = (low..=lead + reach)
        .filter(|other| *other != lead)
        .map(|other| other * step)
        .filter(|other| *other <= ceiling)
        .collect();
    chance.shuffle(&mut all);
    let written = |other: u64| spelled(other, decimals, written.contains(','));
    all.into_iter().map(written).filter(|other| !taken.contains(&other.replace(',', ""))).take(count).collect()
}

/// Whether what is counted has an upper end: 112% has none.
const fn unit_caps(most: u64, number: u64, scale: u64) -> bool {
    most != u64::MAX && number <= most.saturating_mul(scale)
}

fn spelled(number: u64, decimals: usize, commas: bool) -> String {
    let digits = format!("{number:0width$}", width = decimals + 1);
    let (whole, behind) = digits.split_at_checked(digits.len() - decimals).unwrap_or((&digits, ""));
    let mut out = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if commas && at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !behind.is_empty() {
        out.push('.');
        out.push_str(behind);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<String> {
        figures(text).into_iter().map(|figure| figure.value).collect()
    }

    #[test]
    fn a_figure_of_several_steps_is_one() {
        let parts = |text: &str| figures(text).iter().map(|figure| is_part(text, figure)).collect::<Vec<_>>();
        assert_eq!(parts("매출 2조5000억 원"), [true, true]);
        assert_eq!(parts("3만 5000명"), [true, true]);
        assert_eq!(parts("2조 원, 5000억 원"), [false, false]);
        assert_eq!(parts("16% 줄어 300억"), [false, false]);
    }

    #[test]
    fn figures_are_found_with_commas_and_points() {
        assert_eq!(values("매출 3조2,000억원, 12.5% 늘어 2026년."), ["3", "2000", "12.5", "2026"]);
        assert_eq!(values("5G는 3, 4번"), ["5", "3", "4"]);
    }

    #[test]
    fn names_and_fractions_are_no_figures_to_ask() {
        let asked = |text: &str| {
            figures(text).iter().filter_map(|figure| unit(text, figure)).map(|(unit, _)| unit).collect::<Vec<_>>()
        };
        assert_eq!(asked("5G 가입자 3분의 1, A-10대, 30여 명, 1.5~2배, 12 명"), ["명"]);
        assert_eq!(asked("3분기 12월 2000억 원 7시간"), ["분기", "월", "억", "시간"]);
    }

    #[test]
    fn others_are_written_alike_and_keep_within_what_there_can_be() {
        let mut chance = Chance::new(7);
        let taken = BTreeSet::from(["4000".to_owned()]);
        let mut of = |text: &str, up| others(text, &figures(text)[0], &taken, up, 9, &mut chance);
        for other in of("3,000억원", false) {
            assert!(other.ends_with(",000") && !["3,000", "4,000"].contains(&other.as_str()), "{other}");
        }
        assert!(of("11월", true) == ["12"] && of("12월", true).is_empty());
        assert!(of("12.5% 늘어", true).iter().all(|other| other.parse::<f64>().unwrap() > 12.5));
        assert!(of("2026년", false).iter().all(|other| (2021..=2031).contains(&other.parse::<i32>().unwrap())));
        assert!(of("99.9%", true).iter().all(|other| other.parse::<f64>().unwrap() <= 100.0));
    }
}
