//! Steps of minutes: before a card is counted in days, and after it was forgotten.

use crate::deck::Grade;

/// The next step and its seconds; `None` where the steps are over. Hard on the first step waits for the mean of the
/// first two, or half as long again where there is one only, and repeats a later step (Anki's rule).
pub fn after(steps: &[i64], step: u8, grade: Grade) -> Option<(u8, i64)> {
    let first = *steps.first()?;
    let at = usize::from(step).min(steps.len() - 1);
    match grade {
        Grade::Again => Some((0, first)),
        Grade::Hard if at == 0 => {
            let seconds = steps.get(1).map_or(first + first / 2, |second| i64::midpoint(first, *second));
            Some((0, seconds))
        }
        Grade::Hard => Some((step, steps[at])),
        Grade::Good => steps.get(at + 1).map(|&seconds| (step.saturating_add(1), seconds)),
        Grade::Easy => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hard_on_the_first_step_is_between_again_and_good() {
        assert_eq!(after(&[60, 600], 0, Grade::Hard), Some((0, 330)));
        assert_eq!(after(&[60], 0, Grade::Hard), Some((0, 90)));
        assert_eq!(after(&[60, 600], 1, Grade::Hard), Some((1, 600)));
    }

    #[test]
    fn steps_that_were_shortened_meanwhile_end_at_the_last() {
        assert_eq!(after(&[60], 5, Grade::Good), None);
        assert_eq!(after(&[], 0, Grade::Again), None);
    }
}
