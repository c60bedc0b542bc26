//! The placement test: its words, and what comes of it. Words of the articles that need not be taught are marked as
//! known, and so are those of later articles as they come, until the test is taken back.

use std::collections::HashSet;

use super::TaskError;
use crate::deck::{Card, State, Status, Term, TermId};
use crate::lexicon::{self, Entry};
use crate::store::Store;
use crate::study::placement::{Asked, Placed, Step, next, pick, result};

/// The terms that the last test marked, in `meta`.
const MARKED: &str = "placed";
/// The level up to which words count as known, in `meta`; absent or 0 for none.
const LEVEL: &str = "placed_level";
/// The last term that was looked at, in `meta`: only younger ones are marked as they come, so that a word that the
/// learner asked for again is not marked behind their back.
const THROUGH: &str = "placed_through";
/// Whether the test was declined or taken, in `meta`: it is offered once.
const OFFER: &str = "placement_offer";

/// So many words of a level are tried for one that was not asked yet.
const TRIES: usize = 50;

/// A test under way. Nothing of it is stored, so that breaking it off leaves nothing.
#[derive(Debug, Clone)]
pub struct PlacementTest {
    seed: u64,
    answers: Vec<(Entry, bool)>,
    current: Option<Entry>,
}

impl PlacementTest {
    /// The same `seed` makes the same test for the same answers.
    pub fn new(seed: u64) -> Self {
        let mut test = Self { seed, answers: Vec::new(), current: None };
        test.current = test.choose();
        test
    }

    /// The word that is asked; `None` behind the last one.
    pub const fn word(&self) -> Option<&Entry> {
        self.current.as_ref()
    }

    /// Words that were answered.
    pub fn answered(&self) -> usize {
        self.answers.len()
    }

    /// The word that was answered last, and whether it was known.
    pub fn last(&self) -> Option<&(Entry, bool)> {
        self.answers.last()
    }

    pub fn answer(&mut self, known: bool) {
        if let Some(word) = self.current.take() {
            self.answers.push((word, known));
            self.current = self.choose();
        }
    }

    /// Asks the word that was answered last again. Says whether there was one.
    pub fn take_back(&mut self) -> bool {
        let last = self.answers.pop();
        let found = last.is_some();
        if let Some((word, _)) = last {
            self.current = Some(word);
        }
        found
    }

    /// Words that were said to be known.
    pub fn known(&self) -> usize {
        self.answers.iter().filter(|(_, known)| *known).count()
    }

    /// What the answers so far come to.
    pub fn placed(&self) -> Placed {
        result(&self.asked())
    }

    fn asked(&self) -> Vec<Asked> {
        self.answers.iter().map(|(word, known)| (word.level, *known)).collect()
    }

    fn choose(&self) -> Option<Entry> {
        let Step::Ask(level) = next(&self.asked()) else { return None };
        let words = lexicon::words_of_level(level);
        let number = self.answers.len() * 2 * TRIES;
        let tried = (0..TRIES).filter_map(|at| words.get(pick(self.seed, number + at, words.len())));
        let is_new = |entry: &&Entry| self.answers.iter().all(|(word, _)| word.word != entry.word);
        tried.into_iter().find(is_new).copied()
    }
}

/// Whether the test is to be offered: nothing was answered yet, and it was neither taken nor declined.
pub fn offers_placement(store: &Store) -> Result<bool, TaskError> {
    Ok(store.meta(OFFER)?.is_none() && store.review_count()? == 0)
}

/// The test is not offered again by itself.
pub fn decline_placement(store: &mut Store) -> Result<(), TaskError> {
    Ok(store.set_meta(OFFER, "declined")?)
}

/// What was never asked, stands in the lexicon up to `level`, and would be marked: the easiest first. What an earlier test
/// marked is open again, because a new one takes its place.
pub fn easy_terms(store: &Store, level: u8) -> Result<Vec<(Term, Card)>, TaskError> {
    let mut found: Vec<(u8, Term, Card)> = Vec::new();
    let before: HashSet<TermId> = marked(store)?.into_iter().collect();
    for (term, mut card) in store.cards(None)? {
        if card.status == Status::Known && before.contains(&card.term) {
            card.status = Status::Active;
        }
        found.extend(level_of(&term, &card).filter(|own| *own <= level).map(|own| (own, term, card)));
    }
    found.sort_by_key(|(own, term, _)| (*own, term.id));
    Ok(found.into_iter().map(|(_, term, card)| (term, card)).collect())
}

/// The level of a term that can be marked; `None` where it was asked, set aside, or is in no list.
fn level_of(term: &Term, card: &Card) -> Option<u8> {
    let open = card.state == State::New && card.status == Status::Active;
    let meaning = open.then(|| lexicon::meaning(&term.term, term.pos, &term.parts)).flatten();
    meaning.and_then(|meaning| meaning.level)
}

/// Marks as known what was never asked and stands in the lexicon up to `level`, and, from here on, what comes with later
/// articles; what an earlier test marked beyond that is open again. Gives how many terms are marked now. A `level` of 0
/// marks nothing.
pub fn mark_known(store: &mut Store, level: u8) -> Result<usize, TaskError> {
    store.set_meta(OFFER, "taken")?;
    unmark_known(store)?;
    if level == 0 {
        return Ok(0);
    }
    let easy = easy_terms(store, level)?;
    store.set_meta(LEVEL, &level.to_string())?;
    mark(store, Vec::new(), easy.into_iter().map(|(_, card)| card))
}

/// Marks what came with new articles since, by the level that the test found. Gives how many terms.
pub fn mark_newcomers(store: &mut Store) -> Result<usize, TaskError> {
    let level: u8 = store.meta(LEVEL)?.and_then(|text| text.parse().ok()).unwrap_or(0);
    if level == 0 {
        return Ok(0);
    }
    let through = TermId(store.meta(THROUGH)?.and_then(|text| text.parse().ok()).unwrap_or(0));
    let newcomers = store.new_cards_since(through)?;
    if newcomers.is_empty() {
        return Ok(0);
    }
    let easy = |(term, card): &(Term, Card)| level_of(term, card).is_some_and(|own| own <= level);
    let easy: Vec<Card> = newcomers.into_iter().filter(easy).map(|(_, card)| card).collect();
    let before = marked(store)?;
    mark(store, before, easy.into_iter())
}

/// Marks cards and adds them to those that were marked `before`.
fn mark(store: &mut Store, before: Vec<TermId>, cards: impl Iterator<Item = Card>) -> Result<usize, TaskError> {
    let cards: Vec<Card> = cards.map(|card| Card { status: Status::Known, ..card }).collect();
    // What can be taken back is written first: of a test that is cut off here nothing stays marked for good.
    let all: Vec<TermId> = before.into_iter().chain(cards.iter().map(|card| card.term)).collect();
    store.set_meta(MARKED, &serde_json::json!(all).to_string())?;
    let through = store.last_term()?;
    store.set_meta(THROUGH, &through.0.to_string())?;
    store.put_cards(&cards)?;
    Ok(cards.len())
}

/// Takes back what the last placement test marked, as far as it is still so, and marks no newcomers any more. Says how
/// many terms that are.
pub fn unmark_known(store: &mut Store) -> Result<usize, TaskError> {
    let mut cards = Vec::new();
    for term in marked(store)? {
        let card = store.card(term)?.filter(|card| card.status == Status::Known && card.state == State::New);
        cards.extend(card.map(|card| Card { status: Status::Active, ..card }));
    }
    store.put_cards(&cards)?;
    store.set_meta(LEVEL, "0")?;
    store.set_meta(MARKED, "[]")?;
    Ok(cards.len())
}

fn marked(store: &Store) -> Result<Vec<TermId>, TaskError> {
    Ok(store.meta(MARKED)?.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tasks::Importer;
    use crate::time::Timestamp;

    #[test]
    fn a_later_test_takes_the_place_of_the_earlier_one() {
        let mut store = Store::in_memory().unwrap();
        import(&mut store, ONE);
        let many = mark_known(&mut store, 6).unwrap();
        let few = mark_known(&mut store, 1).unwrap();
        assert!(few < many, "{few} {many}");
        assert_eq!(known(&store), few, "what is above the new level is open again");
        assert_eq!(easy_terms(&store, 6).unwrap().len(), many, "and all of it can be marked once more");
        assert_eq!(mark_known(&mut store, 0).unwrap(), 0);
        assert_eq!(known(&store), 0);
        assert_eq!(mark_newcomers(&mut store).unwrap(), 0, "nor is what comes later");
    }

    const ONE: &str = "첫 글\n\n정부는 올해 경제 정책을 발표하고 시장을 지원하기로 했다.\n";
    const TWO: &str = "둘째 글\n\n회사는 새로운 기술을 개발하고 사람을 더 뽑기로 했다.\n";

    fn import(store: &mut Store, text: &str) {
        Importer::new(store, Timestamp::from_millis(1_772_492_400_000)).text(text, "통신", "test", None).unwrap();
    }

    fn known(store: &Store) -> usize {
        store.cards(None).unwrap().iter().filter(|(_, card)| card.status == Status::Known).count()
    }

    #[test]
    fn a_test_asks_no_word_twice_ends_within_two_minutes_and_goes_back_step_by_step() {
        let mut test = PlacementTest::new(7);
        let first = test.word().unwrap().word;
        let mut seen = std::collections::HashSet::new();
        while let Some(word) = test.word() {
            assert!(seen.insert(word.word), "{}", word.word);
            test.answer(true);
        }
        assert!(test.answered() <= crate::study::placement::MOST && test.placed().known_up_to >= 4);
        while test.take_back() {}
        assert_eq!((test.word().unwrap().word, test.placed().known_up_to), (first, 0));
    }

    #[test]
    fn what_is_easy_is_marked_now_and_as_it_comes_and_all_of_it_is_taken_back() {
        let mut store = Store::in_memory().unwrap();
        import(&mut store, ONE);
        let marked = mark_known(&mut store, 6).unwrap();
        assert!(marked > 2 && known(&store) == marked);
        import(&mut store, TWO);
        assert_eq!(known(&store), marked);
        let newcomers = mark_newcomers(&mut store).unwrap();
        assert!(newcomers > 2 && known(&store) == marked + newcomers);
        assert_eq!(mark_newcomers(&mut store).unwrap(), 0, "each comes once");
        assert_eq!(unmark_known(&mut store).unwrap(), marked + newcomers);
        assert_eq!((known(&store), mark_newcomers(&mut store).unwrap()), (0, 0));
    }

    #[test]
    fn a_word_that_was_asked_for_again_is_not_marked_with_later_articles() {
        let mut store = Store::in_memory().unwrap();
        import(&mut store, ONE);
        mark_known(&mut store, 6).unwrap();
        let (_, card) = store.cards(None).unwrap().into_iter().find(|(_, card)| card.status == Status::Known).unwrap();
        store.set_status(&Card { status: Status::Active, ..card }).unwrap();
        import(&mut store, TWO);
        mark_newcomers(&mut store).unwrap();
        assert_eq!(store.card(card.term).unwrap().unwrap().status, Status::Active);
    }

    #[test]
    fn it_is_offered_once() {
        let mut store = Store::in_memory().unwrap();
        assert!(offers_placement(&store).unwrap());
        decline_placement(&mut store).unwrap();
        assert!(!offers_placement(&store).unwrap());
        let mut store = Store::in_memory().unwrap();
        mark_known(&mut store, 0).unwrap();
        assert!(!offers_placement(&store).unwrap());
    }
}
