//! What a learner does with many words at once, and how the whole of it is taken back.

use super::TaskError;
use super::memory::CardChange;
use super::study_deck::{items, scheduler, with_words};
use crate::deck::{Card, CorrectionId, ModeChoice, State, Status, TermId};
use crate::schedule::Settings;
use crate::store::{Revision, Store, StoreError};
use crate::study::{Item, Session};
use crate::time::{Calendar, StudyDay, Timestamp};
use crate::vocab::Kind;
use crate::vocab::correct::Correction;

/// Words of one practice: more than anybody goes through at a sitting.
const PRACTISED: usize = 200;

/// What is done with words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordAct {
    Known,
    Ignore,
    Suspend,
    /// Ask them again: neither known nor ignored nor suspended nor put off.
    Wake,
    /// As if they had never been answered; the answers stay in the log.
    Reset,
    /// Before all other new words.
    First,
}

impl WordAct {
    pub const ALL: [Self; 6] = [Self::Known, Self::Ignore, Self::Suspend, Self::Wake, Self::Reset, Self::First];
}

/// What was done, as far as taking it back needs it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Acted {
    /// Cards as they were and as they are.
    cards: Vec<(Card, Card)>,
    first: Vec<TermId>,
    corrections: Vec<CorrectionId>,
    /// Words that are otherwise than they were.
    pub changed: usize,
}

/// Does it with all of them. Names have no card and are left alone, as is what is so already.
pub fn act_on_words(
    store: &mut Store,
    words: &[TermId],
    act: WordAct,
    today: StudyDay,
    now: Timestamp,
) -> Result<Acted, TaskError> {
    let mut cards = Vec::with_capacity(words.len());
    for id in words {
        if store.term(*id)?.is_some_and(|term| term.kind != Kind::Name) {
            cards.extend(store.card(*id)?);
        }
    }
    let mut acted = Acted::default();
    match act {
        WordAct::Known => acted.cards = changed(&cards, CardChange::Known, today),
        WordAct::Suspend => acted.cards = changed(&cards, CardChange::Suspend, today),
        WordAct::Reset => acted.cards = changed(&cards, CardChange::Reset, today),
        WordAct::Wake => {
            // What is ignored is so by a decision about the word, and comes back by another.
            let ignored = cards.iter().filter(|card| card.status == Status::Ignored).map(|card| card.term);
            acted.corrections = decide(store, &ignored.collect::<Vec<_>>(), |term| Correction::Unignore { term }, now)?;
            acted.changed = acted.corrections.len();
            acted.cards = changed(&cards, CardChange::Wake, today);
        }
        WordAct::Ignore => {
            let open = cards.iter().filter(|card| card.status != Status::Ignored).map(|card| card.term);
            acted.corrections = decide(store, &open.collect::<Vec<_>>(), |term| Correction::Ignore { term }, now)?;
            acted.changed = acted.corrections.len();
        }
        WordAct::First => {
            let wanted = store.wanted_first()?;
            let new = cards.iter().filter(|card| card.status == Status::Active && card.state == State::New);
            acted.first = new.map(|card| card.term).filter(|term| !wanted.contains(term)).collect();
            store.learn_first(&acted.first)?;
        }
    }
    let after: Vec<Card> = acted.cards.iter().map(|(_, after)| *after).collect();
    store.put_cards(&after)?;
    acted.changed += acted.cards.len() + acted.first.len();
    Ok(acted)
}

/// The cards that a change makes otherwise. Those that a decision about the word holds back are not among them.
fn changed(cards: &[Card], change: CardChange, today: StudyDay) -> Vec<(Card, Card)> {
    let open = cards.iter().filter(|card| card.status != Status::Ignored);
    open.map(|card| (*card, change.of(*card, today))).filter(|(before, after)| before != after).collect()
}

/// Stores a decision about each of the words, all at once. It changes no article.
fn decide(
    store: &mut Store,
    words: &[TermId],
    decision: impl Fn(String) -> Correction,
    now: Timestamp,
) -> Result<Vec<CorrectionId>, TaskError> {
    let mut add = Vec::with_capacity(words.len());
    for id in words {
        add.extend(store.term(*id)?.map(|term| decision(term.term)));
    }
    if add.is_empty() {
        return Ok(Vec::new());
    }
    let stamp = store.stamp()?;
    Ok(store.revise(stamp, &Revision { add, undo: None, articles: Vec::new() }, now)?)
}

/// Takes all of it back in one step and says of how many words. A card that was answered since stays as it is.
pub fn take_back_act(store: &mut Store, acted: &Acted, now: Timestamp) -> Result<usize, TaskError> {
    let mut cards = Vec::with_capacity(acted.cards.len());
    for (before, after) in &acted.cards {
        cards.extend(store.card(before.term)?.filter(|card| card == after).map(|_| *before));
    }
    let count = cards.len() + acted.first.len() + acted.corrections.len();
    if !cards.is_empty() {
        store.put_cards(&cards)?;
    }
    if !acted.first.is_empty() {
        store.learn_in_turn(&acted.first)?;
    }
    if !acted.corrections.is_empty() {
        store.undo_attention(&acted.corrections, now)?;
    }
    Ok(count)
}

/// A session over these words that moves no dates.
pub fn practise_words(
    store: &Store,
    words: &[TermId],
    settings: Settings,
    calendar: &Calendar,
    wish: ModeChoice,
    now: Timestamp,
) -> Result<Session, TaskError> {
    let scheduler = scheduler(store, None, settings, calendar.day(now))?;
    let mut cards = Vec::new();
    for id in words.iter().take(PRACTISED) {
        if let (Some(term), Some(card)) = (store.term(*id)?, store.card(*id)?)
            && term.kind != Kind::Name
        {
            cards.push((term, card));
        }
    }
    let queue: Vec<Item> = items(store, None, cards).collect::<Result<_, StoreError>>()?;
    with_words(store, Session::new(queue, scheduler, calendar.clone(), wish, now).practising(), now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::WordQuery;
    use crate::tasks::{Importer, find_words};

    const NOW: Timestamp = Timestamp::from_millis(1_770_000_000_000);
    const TODAY: StudyDay = StudyDay::new(20_486);
    const ARTICLE: &str =
        "통신 글\n\n한빛통신은 지분참여를 통해 해외진출을 서두르고 있다. 가입자를 늘릴 방안도 찾고 있다.\n";

    fn store() -> (Store, Vec<TermId>) {
        let mut store = Store::in_memory().unwrap();
        Importer::new(&mut store, NOW).text(ARTICLE, "덱", "test", None).unwrap();
        let all = find_words(&store, &WordQuery::default(), TODAY, NOW).unwrap();
        (store, all)
    }

    fn cards(store: &Store, words: &[TermId]) -> Vec<Card> {
        words.iter().filter_map(|id| store.card(*id).unwrap()).collect()
    }

    #[test]
    fn every_act_is_taken_back_whole() {
        let (mut store, all) = store();
        let some = &all[1..3];
        act_on_words(&mut store, some, WordAct::Suspend, TODAY, NOW).unwrap();
        act_on_words(&mut store, &all[3..4], WordAct::Ignore, TODAY, NOW).unwrap();
        let before = cards(&store, &all);
        for act in WordAct::ALL {
            let acted = act_on_words(&mut store, &all, act, TODAY, NOW).unwrap();
            assert!(acted.changed > 0, "{act:?}");
            let again = act_on_words(&mut store, &all, act, TODAY, NOW).unwrap();
            assert_eq!(again.changed, 0, "{act:?} is so already");
            assert_eq!(take_back_act(&mut store, &acted, NOW).unwrap(), acted.changed, "{act:?}");
            assert_eq!(cards(&store, &all), before, "{act:?}");
            assert!(store.wanted_first().unwrap().is_empty());
        }
    }

    #[test]
    fn what_was_answered_since_is_not_taken_back() {
        let (mut store, all) = store();
        let acted = act_on_words(&mut store, &all, WordAct::Known, TODAY, NOW).unwrap();
        let card = Card { status: Status::Active, reps: 1, ..cards(&store, &all)[0] };
        store.put_cards(&[card]).unwrap();
        assert_eq!(take_back_act(&mut store, &acted, NOW).unwrap(), acted.changed - 1);
        assert_eq!(store.card(card.term).unwrap(), Some(card));
    }

    #[test]
    fn the_words_themselves_are_practised() {
        let (store, all) = store();
        let calendar = Calendar::new(jiff::tz::TimeZone::UTC, 4);
        let session = practise_words(&store, &all[..1], Settings::default(), &calendar, ModeChoice::Auto, NOW).unwrap();
        assert_eq!(session.item().map(|item| item.term.id), all.first().copied());
    }
}
