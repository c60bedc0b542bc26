//! Weights of FSRS fitted to one's own answers, and how well weights foretell answers.
//!
//! The last fifth of the answers is held back: weights are fitted to the others and judged by those. Only weights that
//! foretell them better are offered, and these are then fitted to all answers.
//!
//! Cards that began with a head start teach the weights nothing: the crate lets every card begin with the stability that
//! the weights give for its first grade, so that a fit would take their better memory for that of all. They are judged by,
//! with their head start, as they are scheduled.

use std::collections::BTreeMap;

use fsrs::{ComputeParametersInput, FSRSItem, FSRSReview, compute_parameters};

use super::{BadSettings, Scheduler, Settings};
use crate::deck::{Grade, Memory, Review, ReviewId, TermId};
use crate::time::StudyDay;

/// Answers a day or more after the one before that a fit needs: with fewer, the crate gives the published weights back.
pub const ENOUGH: usize = 400;

/// One in so many answers is held back, the latest.
const HELD_BACK: usize = 5;

/// Upper ends of the bins in which foretold chances are compared with what happened.
const BINS: [f32; 7] = [0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0];

/// The answers of one card from its first on. A card that was reset begins a new history.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    pub term: TermId,
    /// It began easier, because the parts of its compound were known.
    pub head_start: bool,
    /// Oldest first.
    pub answers: Vec<(ReviewId, StudyDay, Grade)>,
}

/// How chances that were foretold between two bounds turned out.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Bin {
    pub to: f32,
    pub answers: usize,
    /// Mean of what was foretold.
    pub foretold: f32,
    /// Share that was recalled.
    pub recalled: f32,
}

/// How well weights foretell answers.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Fit {
    /// Mean negative logarithm of the chance given to what happened; less is better.
    pub log_loss: f32,
    pub answers: usize,
    pub bins: Vec<Bin>,
}

/// What an attempt to fit came to. All fits are those of the answers held back.
#[derive(Debug, Clone, PartialEq)]
pub struct Optimized {
    pub parameters: Vec<f32>,
    pub before: Fit,
    pub after: Fit,
}

impl Optimized {
    pub fn is_better(&self) -> bool {
        self.after.log_loss < self.before.log_loss
    }
}

#[derive(Debug, thiserror::Error)]
pub enum OptimizeError {
    /// Answers a day or more apart.
    #[error("{found} answers, {needed} needed")]
    TooFew { found: usize, needed: usize },
    #[error(transparent)]
    Settings(#[from] BadSettings),
    #[error("{0}")]
    Fit(String),
}

/// The histories of all cards, by what stands in the review log.
pub fn histories(reviews: &[Review]) -> Vec<History> {
    let mut current: BTreeMap<TermId, History> = BTreeMap::new();
    let mut done = Vec::new();
    for review in reviews {
        let begun = || History { term: review.term, head_start: review.head_start, answers: Vec::new() };
        let history = current.entry(review.term).or_insert_with(begun);
        if review.was_new && !history.answers.is_empty() {
            done.push(std::mem::replace(history, begun()));
        }
        history.answers.push((review.id, review.day, review.grade));
    }
    done.extend(current.into_values());
    done
}

impl History {
    /// Days before each answer; 0 for the first, and where the clock was set back.
    fn gaps(&self) -> impl Iterator<Item = (ReviewId, u32, Grade)> + '_ {
        let before = std::iter::once(None).chain(self.answers.iter().map(|&(_, day, _)| Some(day)));
        self.answers.iter().zip(before).map(|(&(id, day, grade), before)| {
            (id, before.map_or(0, |before| day.days_since(before).max(0).unsigned_abs()), grade)
        })
    }

    /// The memory after all answers.
    pub fn memory(&self, scheduler: &Scheduler) -> Option<Memory> {
        self.gaps().fold(None, |memory, (_, gap, grade)| Some(self.next(memory, gap, grade, scheduler)))
    }

    fn next(&self, memory: Option<Memory>, gap: u32, grade: Grade, scheduler: &Scheduler) -> Memory {
        match memory {
            None if self.head_start => scheduler.begin_easier(grade),
            memory => scheduler.remember(memory, gap, grade),
        }
    }
}

/// Fits weights to the histories; `settings` has those that are in use.
pub fn optimize(histories: &[History], settings: &Settings) -> Result<Optimized, OptimizeError> {
    let items = items(histories);
    if items.len() < ENOUGH {
        return Err(OptimizeError::TooFew { found: items.len(), needed: ENOUGH });
    }
    let split = items.len() - items.len() / HELD_BACK;
    let from = items.get(split).map_or(ReviewId(i64::MAX), |item| item.at);
    let early = fitted(items.iter().take(split), settings)?;
    let with = |parameters| Scheduler::new(Settings { parameters, ..settings.clone() });
    let before = fit(histories, &with(settings.parameters.clone())?, from);
    let after = fit(histories, &with(early)?, from);
    let parameters = fitted(items.iter(), settings)?;
    Ok(Optimized { parameters, before, after })
}

/// A stretch of a history that ends with an answer a day or more behind the one before.
struct Item {
    at: ReviewId,
    term: TermId,
    reviews: Vec<FSRSReview>,
}

/// In the order of their last answers; without cards that began with a head start.
fn items(histories: &[History]) -> Vec<Item> {
    let mut items = Vec::new();
    for history in histories.iter().filter(|history| !history.head_start) {
        let mut reviews = Vec::new();
        for (at, gap, grade) in history.gaps() {
            reviews.push(FSRSReview { rating: u32::from(grade.number()), delta_t: gap });
            if gap > 0 {
                items.push(Item { at, term: history.term, reviews: reviews.clone() });
            }
        }
    }
    items.sort_by_key(|item| item.at);
    items
}

fn fitted<'a>(items: impl Iterator<Item = &'a Item>, settings: &Settings) -> Result<Vec<f32>, OptimizeError> {
    let (train_set, card_ids) = items.map(|item| (FSRSItem { reviews: item.reviews.clone() }, item.term.0)).unzip();
    compute_parameters(ComputeParametersInput {
        train_set,
        card_ids: Some(card_ids),
        num_relearning_steps: Some(settings.relearning_steps.len()),
        ..ComputeParametersInput::default()
    })
    .map_err(|error| OptimizeError::Fit(error.to_string()))
}

/// How well the scheduler's weights foretell the answers from `from` on that came a day or more behind the one before.
pub fn fit(histories: &[History], scheduler: &Scheduler, from: ReviewId) -> Fit {
    let mut sums = [(0_usize, 0.0_f64, 0_usize); BINS.len()];
    let mut loss = 0.0;
    for history in histories {
        let mut memory: Option<Memory> = None;
        for (at, gap, grade) in history.gaps() {
            if let Some(memory) = memory
                && gap > 0
                && at >= from
            {
                let chance = f64::from(scheduler.recall(memory, gap)).clamp(1e-6, 1.0 - 1e-6);
                let recalled = grade != Grade::Again;
                loss -= if recalled { chance.ln() } else { (1.0 - chance).ln() };
                let bin = BINS.iter().position(|&to| chance <= f64::from(to)).unwrap_or(BINS.len() - 1);
                if let Some((answers, foretold, right)) = sums.get_mut(bin) {
                    *answers += 1;
                    *foretold += chance;
                    *right += usize::from(recalled);
                }
            }
            memory = Some(history.next(memory, gap, grade, scheduler));
        }
    }
    let answers = sums.iter().map(|(answers, ..)| answers).sum();
    let bins = BINS.into_iter().zip(sums).filter(|(_, (answers, ..))| *answers > 0).map(|(to, sum)| {
        let (answers, foretold, right) = sum;
        Bin { to, answers, foretold: mean(foretold, answers), recalled: mean(count(right), answers) }
    });
    Fit { log_loss: mean(loss, answers), answers, bins: bins.collect() }
}

#[expect(clippy::cast_possible_truncation, reason = "a mean of chances or of their logarithms")]
fn mean(sum: f64, of: usize) -> f32 {
    if of == 0 { 0.0 } else { (sum / count(of)) as f32 }
}

#[expect(clippy::cast_precision_loss, reason = "no learner answers 2^52 times")]
const fn count(number: usize) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::ClozeId;
    use crate::time::Timestamp;

    fn review(id: i64, term: i64, day: i32, grade: Grade, was_new: bool) -> Review {
        let at = Timestamp::from_millis(i64::from(day) * 86_400_000);
        Review {
            id: ReviewId(id),
            term: TermId(term),
            cloze: ClozeId(1),
            grade,
            at,
            day: StudyDay::new(day),
            was_new,
            head_start: false,
        }
    }

    #[test]
    fn a_reset_card_begins_a_new_history() {
        let reviews = [
            review(1, 1, 10, Grade::Good, true),
            review(2, 2, 10, Grade::Good, true),
            review(3, 1, 14, Grade::Again, false),
            review(4, 1, 20, Grade::Easy, true),
        ];
        let lengths: Vec<_> = histories(&reviews).iter().map(|h| (h.term.0, h.answers.len())).collect();
        assert_eq!(lengths, [(1, 2), (1, 1), (2, 1)]);
    }

    #[test]
    fn too_few_answers_are_said_to_be_too_few() {
        let reviews = [review(1, 1, 10, Grade::Good, true), review(2, 1, 14, Grade::Good, false)];
        let error = optimize(&histories(&reviews), &Settings::default()).unwrap_err();
        assert!(matches!(error, OptimizeError::TooFew { found: 1, needed: ENOUGH }));
    }

    #[test]
    fn the_fit_counts_what_was_foretold_and_what_happened() {
        let scheduler = Scheduler::new(Settings::default()).unwrap();
        let reviews = [
            review(1, 1, 10, Grade::Good, true),
            review(2, 1, 12, Grade::Good, false),
            review(3, 1, 12, Grade::Good, false),
        ];
        let fit = fit(&histories(&reviews), &scheduler, ReviewId(0));
        assert_eq!((fit.answers, fit.bins.len(), fit.bins[0].recalled.to_bits()), (1, 1, 1.0_f32.to_bits()));
        assert!((fit.log_loss + fit.bins[0].foretold.ln()).abs() < 1e-5);
    }

    /// Reviews of `count` cards from the `first` term on, answered for four intervals by a learner whose memory has
    /// `stability` days after the first answer and doubles with each right one.
    fn learned(first: i64, count: i64, stability: f64) -> Vec<Review> {
        let mut dice = 1_u64;
        let mut reviews = Vec::new();
        for term in first..first + count {
            let (mut day, mut memory) = (0, stability);
            reviews.push(review(0, term, day, Grade::Good, true));
            for gap in [2, 4, 9, 20] {
                dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let luck = f64::from(u32::try_from(dice >> 33).unwrap()) / f64::from(1_u32 << 31);
                let right = luck < (1.0 + f64::from(gap) / (9.0 * memory)).recip();
                day += gap;
                reviews.push(review(0, term, day, if right { Grade::Good } else { Grade::Again }, false));
                memory = if right { memory * 2.0 } else { 1.0 };
            }
        }
        reviews
    }

    fn in_order(mut reviews: Vec<Review>) -> Vec<Review> {
        reviews.sort_by_key(|review| (review.day, review.term));
        for (id, review) in (1..).zip(&mut reviews) {
            review.id = ReviewId(id);
        }
        reviews
    }

    #[test]
    fn cards_with_a_head_start_do_not_teach_the_weights_that_all_are_easy() {
        let plain = learned(1, 300, 2.0);
        let eased = |head_start| {
            let begun = move |review: Review| Review { head_start: head_start && review.was_new, ..review };
            learned(1000, 300, 40.0).into_iter().map(begun)
        };
        let fit = |reviews: Vec<Review>| optimize(&histories(&in_order(reviews)), &Settings::default()).unwrap();
        let alone = fit(plain.clone());
        let told = fit(plain.iter().cloned().chain(eased(true)).collect());
        let untold = fit(plain.into_iter().chain(eased(false)).collect());
        let good = |found: &Optimized| found.parameters[2];
        assert_eq!(told.parameters, alone.parameters, "as if they were not there");
        assert!(good(&untold) > 1.5 * good(&told), "{} {}", good(&untold), good(&told));
        assert!(told.after.answers > alone.after.answers, "but they are judged by");
    }

    #[test]
    fn a_memory_that_is_worked_out_anew_keeps_its_head_start() {
        let scheduler = Scheduler::new(Settings::default()).unwrap();
        let memory = |head_start, grade| {
            let reviews = [Review { head_start, ..review(1, 1, 10, grade, true) }];
            histories(&reviews)[0].memory(&scheduler).unwrap()
        };
        let (eased, plain) = (memory(true, Grade::Good), memory(false, Grade::Good));
        assert!((eased.stability / plain.stability - 1.5).abs() < 1e-6);
        assert_eq!(memory(true, Grade::Again), memory(false, Grade::Again));
    }
}
