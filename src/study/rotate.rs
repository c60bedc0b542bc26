//! Which sentence asks a term: anchor, then diversify.
//!
//! The first answers stay in the sentence in which the term was met; meeting a word in one context first and in
//! others later keeps both the old and the new contexts (Norman et al., QJEP 2023). Later answers come from other
//! articles, the least asked sentence first.

use crate::deck::{Card, Question, State};

/// Answers that stay with the anchor, at the least: a term that is still in its first steps stays as well.
const ANCHORED: u32 = 3;

/// Index of the question to ask. `questions` has the anchor first and is not empty.
pub fn choose(card: &Card, questions: &[Question]) -> usize {
    let Some(anchor) = questions.first() else { return 0 };
    let met = matches!(card.state, State::New | State::Learning { .. });
    if met || card.reps < ANCHORED || questions.len() == 1 {
        return 0;
    }
    let latest = questions.iter().filter_map(|question| question.last_asked).max();
    let order = |question: &Question| {
        let repeated = question.last_asked.is_some() && question.last_asked == latest;
        let home = question.article == anchor.article;
        (repeated, question.asked, home, question.last_asked)
    };
    let best = questions.iter().enumerate().min_by(|(i, a), (j, b)| {
        order(a).cmp(&order(b)).then_with(|| b.score.total_cmp(&a.score)).then_with(|| i.cmp(j))
    });
    best.map_or(0, |(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::super::queue::tests::item;
    use super::*;
    use crate::deck::ReviewId;

    #[test]
    fn the_first_answers_stay_with_the_anchor() {
        let item = item(1, &["낱말 하나.", "낱말 둘."]);
        for reps in 0..ANCHORED {
            assert_eq!(choose(&Card { reps, state: State::Review, ..item.card }, &item.questions), 0);
        }
        let learning = Card { reps: 9, state: State::Learning { step: 0 }, ..item.card };
        assert_eq!(choose(&learning, &item.questions), 0, "still in its first steps");
    }

    #[test]
    fn later_answers_come_from_other_articles_and_never_twice_from_one_sentence() {
        let mut item = item(1, &["낱말 하나.", "낱말 둘.", "낱말 셋."]);
        let mut asked = Vec::new();
        item.questions[0].asked = 3;
        item.questions[0].last_asked = Some(ReviewId(3));
        for n in 4..8 {
            let chosen = choose(&Card { reps: 3, state: State::Review, ..item.card }, &item.questions);
            item.questions[chosen].asked += 1;
            item.questions[chosen].last_asked = Some(ReviewId(n));
            asked.push(chosen);
        }
        assert_eq!(asked, [1, 2, 1, 2]);
        assert!(asked.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
