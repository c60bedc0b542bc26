//! What a learner can set about the schedule.

use serde::{Deserialize, Serialize};

use crate::deck::Grade;

/// The grades a learner can give. With two, what was recalled is Good: FSRS is as exact with them, and a learner who
/// takes Hard for a failure cannot spoil the schedule.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Grading {
    #[default]
    Four,
    /// Again and Good.
    Two,
}

impl Grading {
    pub const fn grades(self) -> &'static [Grade] {
        match self {
            Self::Four => &Grade::ALL,
            Self::Two => &[Grade::Again, Grade::Good],
        }
    }

    /// `grade` as it counts.
    pub const fn settle(self, grade: Grade) -> Grade {
        match (self, grade) {
            (Self::Four, grade) => grade,
            (Self::Two, Grade::Again) => Grade::Again,
            (Self::Two, _) => Grade::Good,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// The chance of recall at which a card comes back, 0.70 to 0.97.
    pub desired_retention: f32,
    /// Seconds between the first answers, before a card is counted in days.
    pub learning_steps: Vec<i64>,
    /// Seconds between the answers after a lapse.
    pub relearning_steps: Vec<i64>,
    /// Days.
    pub minimum_interval: u32,
    /// Days.
    pub maximum_interval: u32,
    pub fuzz: bool,
    /// Inside the window that fuzz allows, prefer the days that hold less.
    pub load_balance: bool,
    /// Share of the usual load on each weekday, Monday first: 1 for a full day, 0 for none. Empty for full days.
    pub easy_days: Vec<f32>,
    /// Lapses at which a card counts as a leech, and again after each half as many; 0 for never.
    pub leech_lapses: u32,
    /// How many grades a learner gives.
    pub grading: Grading,
    /// FSRS-6's 21 weights; none for the published defaults.
    pub parameters: Vec<f32>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            desired_retention: 0.9,
            learning_steps: vec![60, 600],
            relearning_steps: vec![600],
            minimum_interval: 1,
            maximum_interval: 36_500,
            fuzz: true,
            load_balance: true,
            easy_days: Vec::new(),
            leech_lapses: 8,
            grading: Grading::Four,
            parameters: Vec::new(),
        }
    }
}

/// Chances of recall that can be wished for: below, most is forgotten; above, the work has no end.
pub const RETENTIONS: std::ops::RangeInclusive<f32> = 0.70..=0.97;

/// The setting that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadSettings {
    #[error("desired_retention: 0.70-0.97")]
    Retention,
    #[error("learning_steps, relearning_steps: 1-86399 s, at most 10")]
    Steps,
    #[error("1 <= minimum_interval <= maximum_interval <= 36500")]
    Intervals,
    #[error("parameters: 21 numbers")]
    Parameters,
    #[error("easy_days: 7 numbers from 0 to 1, Monday first")]
    EasyDays,
}

impl Settings {
    pub(super) fn validate(&self) -> Result<(), BadSettings> {
        let steps = |steps: &[i64]| steps.len() <= 10 && steps.iter().all(|step| (1..86_400).contains(step));
        if !RETENTIONS.contains(&self.desired_retention) {
            Err(BadSettings::Retention)
        } else if !steps(&self.learning_steps) || !steps(&self.relearning_steps) {
            Err(BadSettings::Steps)
        } else if !(1..=36_500).contains(&self.minimum_interval)
            || !(self.minimum_interval..=36_500).contains(&self.maximum_interval)
        {
            Err(BadSettings::Intervals)
        } else if !(self.parameters.is_empty() || self.parameters.len() == 21) {
            Err(BadSettings::Parameters)
        } else if !(self.easy_days.is_empty() || self.easy_days.len() == 7)
            || !self.easy_days.iter().all(|share| (0.0..=1.0).contains(share))
        {
            Err(BadSettings::EasyDays)
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_are_good_and_slips_are_found() {
        assert_eq!(Settings::default().validate(), Ok(()));
        let bad = |change: fn(&mut Settings)| {
            let mut settings = Settings::default();
            change(&mut settings);
            settings.validate()
        };
        assert_eq!(bad(|s| s.desired_retention = 1.0), Err(BadSettings::Retention));
        assert_eq!(bad(|s| s.learning_steps = vec![0]), Err(BadSettings::Steps));
        assert_eq!(bad(|s| s.maximum_interval = 0), Err(BadSettings::Intervals));
        assert_eq!(bad(|s| s.parameters = vec![1.0]), Err(BadSettings::Parameters));
        assert_eq!(bad(|s| s.easy_days = vec![1.0; 6]), Err(BadSettings::EasyDays));
        assert_eq!(bad(|s| s.easy_days = vec![2.0; 7]), Err(BadSettings::EasyDays));
    }

    #[test]
    fn with_two_grades_what_was_recalled_is_good() {
        let settled = Grade::ALL.map(|grade| Grading::Two.settle(grade));
        assert_eq!(settled, [Grade::Again, Grade::Good, Grade::Good, Grade::Good]);
        assert_eq!(Grade::ALL.map(|grade| Grading::Four.settle(grade)), Grade::ALL);
    }
}
