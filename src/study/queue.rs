//! What is asked today, and in which order.

use std::collections::HashSet;

use serde::Deserialize;

use super::choose;
use crate::deck::{ArticleId, Card, Question, Term, TermId};
use crate::vocab::TermKey;

/// A card with all that asking it needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    pub term: Term,
    pub card: Card,
    /// The anchor first; never empty.
    pub questions: Vec<Question>,
}

impl Item {
    /// In how many sentences the term was recalled, and in how many it can be asked.
    pub fn contexts(&self) -> (usize, usize) {
        (self.questions.iter().filter(|question| question.passed).count(), self.questions.len())
    }

    /// The question that stands next.
    fn next_question(&self) -> Option<&Question> {
        self.questions.get(choose(&self.card, &self.questions))
    }
}

/// In which order a day's cards are asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Order {
    /// What is due, with the new terms spread evenly among it.
    #[default]
    Mixed,
    /// What is due, then the new terms.
    Due,
    /// Article by article, in the order in which they came; in each, what is due before what is new.
    Article,
    /// First what the next article needs, then the rest, each mixed.
    Useful,
}

/// The asking order. `next` knows the terms of the article that the learner will read next; only [`Order::Useful`] asks.
pub fn order(due: Vec<Item>, new: Vec<Item>, order: Order, next: impl Fn(TermId) -> bool) -> Vec<Item> {
    let items = match order {
        Order::Mixed => mixed(due, new),
        Order::Due => due.into_iter().chain(new).collect(),
        Order::Article => {
            let mut items: Vec<Item> = due.into_iter().chain(new).collect();
            items.sort_by_key(|item| item.next_question().map(|question| question.article));
            return items;
        }
        Order::Useful => {
            let (due, due_later) = due.into_iter().partition(|item| next(item.term.id));
            let (new, new_later) = new.into_iter().partition(|item| next(item.term.id));
            mixed(due, new).into_iter().chain(mixed(due_later, new_later)).collect()
        }
    };
    apart(items)
}

fn mixed(due: Vec<Item>, new: Vec<Item>) -> Vec<Item> {
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
    mixed
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
    match (a.next_question(), b.next_question()) {
        (Some(a), Some(b)) => a.article == b.article && a.sentence == b.sentence,
        _ => false,
    }
}

/// What a day has met already: its sentences and its terms. Two terms of one sentence tell each other's answer, and so
/// do a compound and its part; such a pair is not asked on one day while another card waits.
#[derive(Debug, Default)]
pub struct Met {
    sentences: HashSet<(ArticleId, String)>,
    terms: HashSet<TermKey>,
    parts: HashSet<TermKey>,
}

impl Met {
    /// Counts a term as met in a sentence.
    pub fn add(&mut self, key: TermKey, parts: &[String], article: ArticleId, sentence: &str) {
        self.sentences.insert((article, sentence.to_owned()));
        self.parts.extend(parts.iter().map(|part| TermKey::of(part)));
        self.terms.insert(key);
    }

    fn add_item(&mut self, item: &Item) {
        if let Some(question) = item.next_question() {
            self.add(item.term.key.clone(), &item.term.parts, question.article, &question.sentence);
        }
    }

    fn clashes(&self, item: &Item) -> bool {
        let sentence = item
            .next_question()
            .is_some_and(|question| self.sentences.contains(&(question.article, question.sentence.clone())));
        let related = self.parts.contains(&item.term.key)
            || item.term.parts.iter().any(|part| self.terms.contains(&TermKey::of(part)));
        // A card that comes back in its steps meets itself.
        !self.terms.contains(&item.term.key) && (sentence || related)
    }
}

/// Cards chosen for a day: those to ask, and those to ask when nothing else waits.
#[derive(Debug, Default)]
pub struct Chosen {
    pub items: Vec<Item>,
    pub later: Vec<Item>,
}

/// Takes up to `most` of the candidates in their order; one that clashes with what is met already only if there are
/// not enough others. Looks at no more candidates than it must.
pub fn select<E>(candidates: impl Iterator<Item = Result<Item, E>>, most: usize, met: &mut Met) -> Result<Chosen, E> {
    let mut chosen = Chosen::default();
    if most == 0 {
        return Ok(chosen);
    }
    for candidate in candidates {
        let item = candidate?;
        if met.clashes(&item) {
            chosen.later.push(item);
        } else {
            met.add_item(&item);
            chosen.items.push(item);
            if chosen.items.len() == most {
                chosen.later.clear();
                break;
            }
        }
    }
    chosen.later.truncate(most - chosen.items.len());
    Ok(chosen)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::deck::ClozeId;
    use crate::vocab::{Kind, Pos};

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
                key: TermKey::of(&format!("낱말{id}")),
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
        let mixed = |due, new| ids(&order(due, new, Order::Mixed, |_| false));
        assert_eq!(mixed(items(0..4), items(10..12)), [0, 1, 10, 2, 3, 11]);
        assert_eq!(mixed(vec![], items(10..12)), [10, 11]);
        assert_eq!(mixed(items(0..2), vec![]), [0, 1]);
    }

    #[test]
    fn the_other_orders_go_by_what_is_due_by_article_and_by_what_is_read_next() {
        let next = |id: TermId| id.0 == 3 || id.0 == 11;
        let by = |kind| ids(&order(items(0..4), items(10..12), kind, next));
        assert_eq!(by(Order::Due), [0, 1, 2, 3, 10, 11]);
        assert_eq!(by(Order::Useful), [3, 11, 0, 1, 2, 10]);
        let mut later = items(0..2);
        later[0].questions[0].article = ArticleId(9);
        assert_eq!(ids(&order(later, items(10..11), Order::Article, next)), [1, 10, 0]);
    }

    fn selected(candidates: Vec<Item>, most: usize) -> (Vec<i64>, Vec<i64>) {
        let all = candidates.into_iter().map(Ok::<_, ()>);
        let chosen = select(all, most, &mut Met::default()).unwrap();
        (ids(&chosen.items), ids(&chosen.later))
    }

    #[test]
    fn of_one_sentence_a_day_asks_one_term_while_another_card_waits() {
        let same = "낱말이 같은 문장에 있다.";
        let all = || vec![named(item(1, &[same]), "가", &[]), named(item(2, &[same]), "나", &[]), item(3, &["낱말."])];
        assert_eq!(selected(all(), 2), (vec![1, 3], vec![]), "2 waits for tomorrow");
        assert_eq!(selected(all(), 3), (vec![1, 3], vec![2]), "nothing else waits");
        assert_eq!(selected(all(), 0), (vec![], vec![]));
    }

    #[test]
    fn a_compound_and_its_part_are_not_asked_on_one_day() {
        let compound = || named(item(1, &["낱말 하나."]), "해외진출", &["해외", "진출"]);
        let part = || named(item(2, &["낱말 둘."]), "진출", &[]);
        assert_eq!(selected(vec![compound(), part()], 1), (vec![1], vec![]));
        assert_eq!(selected(vec![compound(), part(), item(3, &["낱말 셋."])], 2), (vec![1, 3], vec![]));
        assert_eq!(selected(vec![part(), compound(), item(3, &["낱말 셋."])], 2), (vec![2, 3], vec![]));
    }

    fn named(mut item: Item, term: &str, parts: &[&str]) -> Item {
        item.term.key = TermKey::of(term);
        item.term.parts = parts.iter().map(|part| (*part).to_owned()).collect();
        item
    }

    #[test]
    fn two_terms_of_one_sentence_are_moved_apart() {
        let same = "낱말이 같은 문장에 있다.";
        let due = vec![item(1, &[same]), item(2, &[same]), item(3, &["낱말이 다른 문장에 있다."])];
        assert_eq!(ids(&order(due, vec![], Order::Mixed, |_| false)), [1, 3, 2]);
    }
}
