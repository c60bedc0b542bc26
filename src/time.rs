//! Moments and study days. Nothing here asks what time it is: see `clock`.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// A moment: milliseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(i64);

impl Timestamp {
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    pub const fn as_millis(self) -> i64 {
        self.0
    }

    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1000)))
    }

    /// Milliseconds from `earlier` to `self`; negative when the clock was set back.
    pub const fn millis_since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
}

/// A day of study, counted from 1970-01-01. It begins at the rollover hour of the local date it is named by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StudyDay(i32);

impl StudyDay {
    pub const fn new(days: i32) -> Self {
        Self(days)
    }

    /// The day of a date written like 2026-12-24.
    pub fn from_iso(text: &str) -> Option<Self> {
        text.trim().parse::<Date>().ok().map(|date| Self(days_from_epoch(date)))
    }

    pub const fn number(self) -> i32 {
        self.0
    }

    #[must_use]
    pub const fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// Whole days from `earlier` to `self`; negative when `earlier` lies ahead.
    pub const fn days_since(self, earlier: Self) -> i32 {
        self.0.saturating_sub(earlier.0)
    }
}

/// Turns moments into study days: a time zone and the hour at which the day begins.
#[derive(Debug, Clone)]
pub struct Calendar {
    zone: TimeZone,
    rollover_hour: i8,
}

impl Calendar {
    /// `rollover_hour` is clamped to 0..=23.
    pub fn new(zone: TimeZone, rollover_hour: i8) -> Self {
        Self { zone, rollover_hour: rollover_hour.clamp(0, 23) }
    }

    /// The study day that holds `at`. The wall clock decides, so that a day of 23 or 25 hours is one day.
    pub fn day(&self, at: Timestamp) -> StudyDay {
        let local = self.local(at).datetime();
        let date = if local.hour() < self.rollover_hour {
            local.date().saturating_sub(jiff::Span::new().days(1))
        } else {
            local.date()
        };
        StudyDay(days_from_epoch(date))
    }

    /// The moment at which `day` begins.
    pub fn start(&self, day: StudyDay) -> Timestamp {
        let at = self.date(day).at(self.rollover_hour, 0, 0, 0);
        let zoned = self.zone.to_ambiguous_zoned_datetime(at).compatible();
        Timestamp(zoned.map_or(0, |z| z.timestamp().as_millisecond()))
    }

    /// The local date by which `day` is named.
    pub fn date(&self, day: StudyDay) -> Date {
        Date::constant(1970, 1, 1)
            .saturating_add(jiff::Span::new().days(i64::from(day.number()).clamp(-100_000, 2_900_000)))
    }

    /// RFC 3339 with the local offset, to the second: `2026-02-03T04:00:00+09:00`.
    pub fn rfc3339(&self, at: Timestamp) -> String {
        self.local(at).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }

    /// Minutes east of Greenwich at `at`.
    pub fn offset_minutes(&self, at: Timestamp) -> i32 {
        self.local(at).offset().seconds() / 60
    }

    fn local(&self, at: Timestamp) -> jiff::ZonedDateTime {
        let moment = jiff::Timestamp::from_millisecond(at.as_millis()).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        moment.to_zoned_datetime(self.zone.clone())
    }
}

fn days_from_epoch(date: Date) -> i32 {
    date.duration_since(Date::constant(1970, 1, 1)).as_hours().div_euclid(24).try_into().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        Timestamp(text.parse::<jiff::Timestamp>().unwrap().as_millisecond())
    }

    fn seoul() -> Calendar {
        Calendar::new(TimeZone::fixed(jiff::tz::offset(9)), 4)
    }

    #[test]
    fn the_day_begins_at_four_in_the_morning() {
        let calendar = seoul();
        let evening = calendar.day(at("2026-01-31T23:00:00+09:00"));
        assert_eq!(calendar.day(at("2026-02-01T03:59:59+09:00")), evening);
        assert_eq!(calendar.day(at("2026-02-01T04:00:00+09:00")), evening.plus(1));
    }

    #[test]
    fn a_day_starts_where_its_first_moment_is() {
        let calendar = seoul();
        let day = calendar.day(at("2026-02-01T12:00:00+09:00"));
        assert_eq!(calendar.rfc3339(calendar.start(day)), "2026-02-01T04:00:00+09:00");
        assert_eq!(calendar.day(calendar.start(day)), day);
        assert_eq!(calendar.date(day).to_string(), "2026-02-01");
    }

    #[test]
    fn a_day_in_which_the_clock_changes_is_one_day() {
        let zone = TimeZone::get("America/New_York").unwrap_or(TimeZone::UTC);
        let calendar = Calendar::new(zone, 4);
        let before = calendar.day(at("2026-03-07T17:00:00Z"));
        let after = calendar.day(at("2026-03-08T16:00:00Z"));
        assert_eq!(after.days_since(before), 1);
    }
}
