//! Whether the schedule is right: the recall that it predicted, beside the recall that there was.

/// Recall after `part` stabilities had gone by: FSRS-6's forgetting curve, (1 + factor × part)^-decay, with the factor
/// that makes it nine in ten after one. `decay` is the last of the 21 weights.
pub fn recall(part: f64, decay: f64) -> f64 {
    let factor = 0.9_f64.powf(-1.0 / decay) - 1.0;
    (1.0 + factor * part.max(0.0)).powf(-decay)
}

/// Reviews of about the same predicted recall.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bin {
    pub predicted: f64,
    pub actual: f64,
    pub answers: usize,
}

/// In bins of five per cent of predicted recall, the least likely first, and the error over all of them: the root of the
/// mean square of the difference, weighted by answers. `rows` are (mean part of the stability, answers, passed).
#[expect(clippy::cast_precision_loss, reason = "counts of answers are far below 2^52")]
pub fn calibrated(rows: impl IntoIterator<Item = (f64, usize, usize)>, decay: f64) -> (Vec<Bin>, Option<f64>) {
    let mut sums = [(0.0, 0.0, 0_usize); 20];
    for (part, answers, passed) in rows {
        let predicted = recall(part, decay);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "recall is from 0 to 1")]
        let bin = ((predicted * 20.0) as usize).min(19);
        if let Some((sum, right, count)) = sums.get_mut(bin) {
            *sum += predicted * answers as f64;
            *right += passed as f64;
            *count += answers;
        }
    }
    let bins: Vec<Bin> = sums
        .into_iter()
        .filter(|(_, _, answers)| *answers > 0)
        .map(|(sum, right, answers)| Bin { predicted: sum / answers as f64, actual: right / answers as f64, answers })
        .collect();
    let all: usize = bins.iter().map(|bin| bin.answers).sum();
    let error: f64 = bins.iter().map(|bin| (bin.predicted - bin.actual).powi(2) * bin.answers as f64).sum();
    (bins, (all > 0).then(|| (error / all as f64).sqrt()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recall_is_nine_in_ten_after_one_stability() {
        for decay in [0.1, 0.1542, 0.5] {
            assert!((recall(1.0, decay) - 0.9).abs() < 1e-12);
            assert!((recall(0.0, decay) - 1.0).abs() < 1e-12);
            assert!(recall(3.0, decay) < recall(2.0, decay));
        }
    }

    #[test]
    fn what_was_predicted_stands_beside_what_was() {
        let (bins, error) = calibrated([(1.0, 100, 90), (1.01, 100, 80)], 0.1542);
        assert_eq!(bins.iter().map(|bin| bin.answers).sum::<usize>(), 200);
        assert!(bins.iter().all(|bin| (bin.predicted - 0.9).abs() < 0.01), "{bins:?}");
        assert!(error.is_some_and(|error| error > 0.0 && error < 0.11), "{error:?}");
        assert_eq!(calibrated([], 0.1542), (vec![], None));
    }
}
