//! What is asked today, and in which order.

use crate::deck::{Card, Question, Term};

/// A card with all that asking it needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    pub term: Term,
    pub card: Card,
    /// The anchor first; never empty.
    pub questions: Vec<Question>,
}

/// The asking order: what is due, in the order given, with the new terms spread evenly among it; two items of one
/// sentence are moved apart where another waits.
pub fn order(due: Vec<Item>, new: Vec<Item>) -> Vec<Item> {
    let total = due.len() + new.len();
    let (mut due, mut new_items) = (due.into_iter(), new.into_iter());
    let new_count = new_items.len();
    let mut mixed = Vec::with_capacity(total);
    let mut placed = 0;
    for at in 0..total {
        // As many new ones as their share of what has been placed, the first after the first reviews.
        let turn = new_count > 0 && (placed + 1) * total <= (at + 1) * new_count;
        let item = if turn { new_items.next().inspect(|_| placed += 1).or_else(|| due.next()) } else { due.next() };
        mixed.extend(item.or_else(|| new_items.next().inspect(|_| placed += 1)));
    }
    apart(mixed)
}

fn apart(mut items: Vec<Item>) -> Vec<Item> {
    for at in 1..items.len() {
        if same_sentence(&items[at - 1], &items[at])
            && let Some(other) = (at + 1..items.len()).find(|&other| !same_sentence(&items[at - 1], &items[other]))
        {
            // The one that waits moves up; the rest keep their order.
            if let Some(range) = items.get_mut(at..=other) {
                range.rotate_right(1);
            }
        }
    }
    items
}

fn same_sentence(a: &Item, b: &Item) -> bool {
    match (a.questions.first(), b.questions.first()) {
        (Some(a), Some(b)) => a.article == b.article && a.sentence == b.sentence,
        _ => false,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::deck::{ArticleId, ClozeId, TermId};
    use crate::vocab::{Kind, Pos, TermKey};

    /// Sentences of which each holds 낱말 at its front.
    pub fn item(id: i64, sentences: &[&str]) -> Item {
        let question = |(n, sentence): (usize, &&str)| Question {
            cloze: ClozeId(id * 10 + i64::try_from(n).unwrap()),
            article: ArticleId(i64::try_from(n).unwrap()),
            title: "제목".into(),
            outlet: None,
            sentence: (*sentence).to_owned(),
            range: 0.."낱말".len(),
            score: 1.0,
            asked: 0,
            last_asked: None,
            passed: false,
        };
        Item {
            term: Term {
                id: TermId(id),
                key: TermKey::of("낱말"),
                term: "낱말".into(),
                pos: Pos::Noun,
                kind: Kind::Noun,
                parts: vec![],
            },
            card: Card::new(TermId(id)),
            questions: sentences.iter().enumerate().map(question).collect(),
        }
    }

    fn ids(items: &[Item]) -> Vec<i64> {
        items.iter().map(|item| item.term.id.0).collect()
    }

    fn items(range: std::ops::Range<i64>) -> Vec<Item> {
        range.map(|id| item(id, &[format!("낱말이 {id}번 나온다.").as_str()])).collect()
    }

    #[test]
    fn new_terms_are_spread_among_what_is_due() {
        assert_eq!(ids(&order(items(0..4), items(10..12))), [0, 1, 10, 2, 3, 11]);
        assert_eq!(ids(&order(vec![], items(10..12))), [10, 11]);
        assert_eq!(ids(&order(items(0..2), vec![])), [0, 1]);
    }

    #[test]
    fn two_terms_of_one_sentence_are_moved_apart() {
        let same = "낱말이 같은 문장에 있다.";
        let due = vec![item(1, &[same]), item(2, &[same]), item(3, &["낱말이 다른 문장에 있다."])];
        assert_eq!(ids(&order(due, vec![])), [1, 3, 2]);
    }
}
