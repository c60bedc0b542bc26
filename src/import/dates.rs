//! Days from dates as machines write them.

use jiff::Timestamp;
use jiff::tz::Offset;

use super::boilerplate;

/// Korea is nine hours ahead of UTC, always.
const KOREA: i8 = 9;

/// The day in Korea, `YYYY-MM-DD`: of `2026-03-02T09:00:00+09:00`, `20260302090000`, `2026.03.02 09:00`,
/// `Mon, 02 Mar 2026 00:30:00 GMT`.
pub(super) fn day(text: &str) -> Option<String> {
    let text = text.trim();
    // A moment: it is known where on earth.
    let moment =
        text.parse::<Timestamp>().ok().or_else(|| jiff::fmt::rfc2822::parse(text).ok().map(|at| at.timestamp()));
    if let Some(moment) = moment {
        return Some(of_moment(moment));
    }
    let digits = text.get(..8).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
    if let Some(digits) =
        digits.filter(|_| text.bytes().all(|b| b.is_ascii_digit()) && [8, 12, 14].contains(&text.len()))
    {
        let (year, rest) = digits.split_at_checked(4)?;
        let (month, day) = rest.split_at_checked(2)?;
        return boilerplate::day_of(&format!("{year}-{month}-{day}"));
    }
    boilerplate::day_of(text)
}

/// The day in Korea at a moment.
pub(super) fn of_moment(moment: Timestamp) -> String {
    Offset::constant(KOREA).to_datetime(moment).date().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_korea() {
        for text in [
            "2026-03-02T09:00:00+09:00",
            "2026-03-01T23:30:00Z",
            "20260302090000",
            "20260302",
            "2026.03.02 09:00",
            "2026-03-02 09:00:00",
            "2026-03-02T09:00:00",
            "Mon, 02 Mar 2026 00:30:00 GMT",
            "Mon, 02 Mar 2026 09:30:00 +0900",
        ] {
            assert_eq!(day(text).as_deref(), Some("2026-03-02"), "{text}");
        }
        for text in ["", "어제", "20261302", "2026"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
