//! What a learner can set about the schedule.

use serde::{Deserialize, Serialize};

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
            parameters: Vec::new(),
        }
    }
}

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
}

impl Settings {
    pub(super) fn validate(&self) -> Result<(), BadSettings> {
        let steps = |steps: &[i64]| steps.len() <= 10 && steps.iter().all(|step| (1..86_400).contains(step));
        if !(0.70..=0.97).contains(&self.desired_retention) {
            Err(BadSettings::Retention)
        } else if !steps(&self.learning_steps) || !steps(&self.relearning_steps) {
            Err(BadSettings::Steps)
        } else if !(1..=36_500).contains(&self.minimum_interval)
            || !(self.minimum_interval..=36_500).contains(&self.maximum_interval)
        {
            Err(BadSettings::Intervals)
        } else if !(self.parameters.is_empty() || self.parameters.len() == 21) {
            Err(BadSettings::Parameters)
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
    }
}
