//! What the learner sets out to do.

use crate::deck::ArticleId;
use crate::time::StudyDay;

/// What is counted by the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Minutes of answering and reading.
    Minutes,
    /// Cards answered, the repetitions in their steps not counted.
    Cards,
    /// Terms answered for the first time.
    Terms,
}

impl Measure {
    pub const ALL: [Self; 3] = [Self::Minutes, Self::Cards, Self::Terms];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Minutes => "minutes",
            Self::Cards => "cards",
            Self::Terms => "terms",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.name() == name)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// So much a day; `amount` is not 0.
    Daily { measure: Measure, amount: u32 },
    /// So many per cent of an article's running words known on a day.
    Article { article: ArticleId, percent: u8, by: StudyDay },
}

impl Goal {
    /// Whether a goal takes the place of another: there is one of each measure, and one for an article.
    pub fn replaces(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Daily { measure, .. }, Self::Daily { measure: other, .. }) => measure == other,
            (Self::Article { article, .. }, Self::Article { article: other, .. }) => article == other,
            _ => false,
        }
    }
}

/// The most that can be wished for in a day: more is a slip of the finger.
pub const MOST: u32 = 1440;

/// The per cent and the day that a text like `95 2026-12-15` names; the per cent may be left out and carry its sign.
pub fn aim(text: &str, usual: u8) -> Option<(u8, StudyDay)> {
    let mut words = text.split_whitespace();
    let (first, second, more) = (words.next()?, words.next(), words.next());
    let (percent, day) = match second {
        Some(day) => (first.trim_end_matches('%').parse().ok()?, day),
        None => (usual, first),
    };
    let fits = more.is_none() && (1..=100).contains(&percent);
    fits.then(|| StudyDay::from_iso(day)).flatten().map(|day| (percent, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_takes_the_place_of_one_of_its_kind() {
        let daily = |measure, amount| Goal::Daily { measure, amount };
        let of = |id| Goal::Article { article: ArticleId(id), percent: 95, by: StudyDay::new(1) };
        assert!(daily(Measure::Cards, 10).replaces(&daily(Measure::Cards, 20)));
        assert!(!daily(Measure::Cards, 10).replaces(&daily(Measure::Terms, 10)));
        assert!(of(1).replaces(&of(1)) && !of(1).replaces(&of(2)) && !of(1).replaces(&daily(Measure::Terms, 1)));
    }

    #[test]
    fn an_aim_is_a_per_cent_and_a_day() {
        let day = StudyDay::from_iso("2026-12-15").unwrap();
        assert_eq!(aim(" 95%  2026-12-15 ", 90), Some((95, day)));
        assert_eq!(aim("2026-12-15", 90), Some((90, day)));
        for wrong in ["", "95", "0 2026-12-15", "101 2026-12-15", "95 2026-13-15", "95 2026-12-15 x"] {
            assert_eq!(aim(wrong, 90), None, "{wrong}");
        }
    }
}
