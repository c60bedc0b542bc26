//! The only place that asks what time it is.

use jiff::tz::TimeZone;

use crate::time::Timestamp;

/// The environment variable that pins the clock, in RFC 3339: `2026-01-31T08:00:00+09:00`.
pub const PIN: &str = "DOKPA_NOW";

/// A running clock, or one pinned to a moment for tests and demonstrations.
#[derive(Debug, Clone)]
pub struct Clock {
    pinned: Option<Timestamp>,
    zone: TimeZone,
}

/// What `DOKPA_NOW` holds is no moment.
#[derive(Debug, thiserror::Error)]
#[error("{PIN}={value} is not a moment")]
pub struct BadPin {
    pub value: String,
}

impl Clock {
    /// The system's clock and zone, unless the environment pins both: a pinned moment carries its own offset.
    pub fn from_environment() -> Result<Self, BadPin> {
        match std::env::var(PIN) {
            Ok(value) if !value.is_empty() => Self::pinned(&value),
            _ => Ok(Self { pinned: None, zone: TimeZone::system() }),
        }
    }

    /// A clock that stands still at `value`.
    pub fn pinned(value: &str) -> Result<Self, BadPin> {
        let bad = || BadPin { value: value.to_owned() };
        let pieces = jiff::fmt::temporal::DateTimeParser::new().parse_pieces(value).map_err(|_| bad())?;
        let moment: jiff::Timestamp = value.parse().map_err(|_| bad())?;
        let zone = pieces.to_numeric_offset().map_or(TimeZone::UTC, TimeZone::fixed);
        Ok(Self { pinned: Some(Timestamp::from_millis(moment.as_millisecond())), zone })
    }

    pub fn now(&self) -> Timestamp {
        #[expect(clippy::disallowed_methods, reason = "this is the clock")]
        self.pinned.unwrap_or_else(|| Timestamp::from_millis(jiff::Timestamp::now().as_millisecond()))
    }

    pub fn zone(&self) -> TimeZone {
        self.zone.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pinned_clock_stands_still_in_its_own_zone() {
        let clock = Clock::pinned("2026-01-31T08:00:00+09:00").unwrap();
        assert_eq!(clock.now(), clock.now());
        let calendar = crate::time::Calendar::new(clock.zone(), 4);
        assert_eq!(calendar.rfc3339(clock.now()), "2026-01-31T08:00:00+09:00");
    }

    #[test]
    fn a_pin_that_is_no_moment_is_refused() {
        assert!(Clock::pinned("yesterday").is_err());
        assert!(Clock::pinned("2026-01-31").is_err());
    }
}
