//! The list of words is at each moment what reading everything would make it.

use super::*;
use crate::deck::{Arrangement, ArticleId, Card, Due, Memory, State, Status, WordFilter, WordSort, WordState};
use crate::store::WordQuery;
use crate::tasks::{Importer, add_ready_decks, correct, find_words, list_words, set_gloss, undo_correction};
use crate::time::{StudyDay, Timestamp};
use crate::vocab::correct::Correction;
use crate::vocab::{Pos, TermKey};

const NOW: Timestamp = Timestamp::from_millis(1_770_000_000_000);
const TODAY: StudyDay = StudyDay::new(20_486);

fn listed(store: &Store, query: &WordQuery) -> Vec<TermId> {
    find_words(store, query, TODAY, NOW).unwrap()
}

fn names(store: &Store, query: &WordQuery) -> Vec<String> {
    listed(store, query).into_iter().map(|id| store.term(id).unwrap().unwrap().term).collect()
}

/// Everything by rank, as the list and as a reading of all has it.
fn assert_true(store: &Store) {
    let mut whole = list_words(store, None).unwrap();
    whole.sort_by_key(|row| row.term.kind == Kind::Name);
    let whole: Vec<TermId> = whole.into_iter().map(|row| row.term.id).collect();
    assert_eq!(listed(store, &WordQuery::default()), whole);
}

const ARTICLE: &str = "내수산업 다시 보기
독파경제
발행일 2026-03-02

내수산업은 내수시장이 커져야 살아난다. 한빛통신은 내수용 단말기를 늘리고 해외진출도 서두르고 있다.

통신사들은 지분참여를 통해 가입자를 늘릴 방안을 모색하고 있다.
";

fn import(store: &mut Store, text: &str, deck: &str) {
    Importer::new(store, NOW).text(text, deck, "test", None).unwrap();
}

#[test]
fn the_list_follows_imports_corrections_glosses_and_decks() {
    let mut store = Store::in_memory().unwrap();
    add_ready_decks(&mut store, NOW).unwrap();
    assert_true(&store);
    import(&mut store, ARTICLE, "내 글");
    assert_true(&store);
    correct(&mut store, Correction::Name { term: "가입자".into() }, NOW).unwrap();
    correct(&mut store, Correction::Split { term: "지분참여".into(), parts: vec!["지분".into(), "참여".into()] }, NOW)
        .unwrap();
    assert_true(&store);
    correct(
        &mut store,
        Correction::Merge { term: "내수용".into(), into: "내수시장".into(), pos: None, name: false },
        NOW,
    )
    .unwrap();
    assert_true(&store);
    for _ in 0..3 {
        undo_correction(&mut store, None, NOW).unwrap();
        assert_true(&store);
    }
    store.arrange(&Arrangement::Archive { deck: "내 글".into() }, NOW).unwrap();
    assert_true(&store);
    store.arrange(&Arrangement::Delete { deck: "내 글".into() }, NOW).unwrap();
    assert_true(&store);
    store.undo_arrangement(None, NOW).unwrap();
    store.undo_arrangement(None, NOW).unwrap();
    assert_true(&store);
    let search = |text: &str| WordQuery { search: find::wanted(text), ..WordQuery::default() };
    assert!(names(&store, &search("zebra")).is_empty());
    set_gloss(&mut store, "가입자", Pos::Noun, "one who owns a zebra", NOW).unwrap();
    assert_eq!(names(&store, &search("zeb")), ["가입자"]);
    set_gloss(&mut store, "가입자", Pos::Noun, "", NOW).unwrap();
    assert!(names(&store, &search("zebra")).is_empty());
}

fn small() -> Store {
    let mut store = Store::in_memory().unwrap();
    import(&mut store, ARTICLE, "내 글");
    let mut set = |term: &str, change: &dyn Fn(&mut Card)| {
        let id = store.terms_keyed(&TermKey::of(term)).unwrap()[0].id;
        let mut card = store.card(id).unwrap().unwrap();
        change(&mut card);
        store.put_cards(&[card]).unwrap();
    };
    let review = |card: &mut Card, stability, days: i32, due| {
        card.state = State::Review;
        card.memory = Some(Memory { stability, difficulty: 5.0 });
        card.last_review = Some(NOW.plus_seconds(-86_400 * i64::from(days)));
        card.due = Some(Due::On(TODAY.plus(due)));
    };
    set("지분참여", &|card| review(card, 40.0, 80, -2));
    set("해외진출", &|card| review(card, 5.0, 1, 4));
    set("내수시장", &|card| {
        review(card, 5.0, 1, 0);
        card.state = State::Relearning { step: 0 };
        card.leech = true;
    });
    set("방안", &|card| card.status = Status::Known);
    set("통신사", &|card| card.status = Status::Suspended);
    set("단말기", &|card| card.flagged = true);
    store
}

#[test]
fn words_are_filtered_by_where_they_stand() {
    let store = small();
    let of = |state| {
        names(
            &store,
            &WordQuery { filter: WordFilter { state: Some(state), ..Default::default() }, ..Default::default() },
        )
    };
    assert_eq!(of(WordState::Mature), ["지분참여"]);
    assert_eq!(of(WordState::Young), ["해외진출"]);
    assert_eq!(of(WordState::Learning), ["내수시장"]);
    assert_eq!(of(WordState::Leech), ["내수시장"]);
    assert_eq!(of(WordState::Known), ["방안"]);
    assert_eq!(of(WordState::Suspended), ["통신사"]);
    assert_eq!(of(WordState::Flagged), ["단말기"]);
    let mut due = of(WordState::Due);
    due.sort();
    assert_eq!(due, ["내수시장", "지분참여"]);
    let new = of(WordState::New);
    assert!(
        new.contains(&"단말기".to_owned())
            && !new.contains(&"방안".to_owned())
            && !new.contains(&"한빛통신".to_owned())
    );
    let filter = |condition: &str| {
        let mut filter = WordFilter::default();
        filter.set(condition).unwrap();
        names(&store, &WordQuery { filter, ..Default::default() })
    };
    assert_eq!(filter("kind=name"), ["한빛통신"]);
    assert!(filter("kind=compound").contains(&"내수산업".to_owned()));
    assert!(filter("level=0").contains(&"내수산업".to_owned()));
    assert!(filter("domain=telecom").contains(&"통신사".to_owned()));
    assert!(filter("article=1").len() > 10 && filter("article=2").is_empty());
}

#[test]
fn words_are_sorted_from_either_end_and_what_has_no_value_stays_behind() {
    let store = small();
    let by = |sort, reverse| names(&store, &WordQuery { sort, reverse, ..Default::default() });
    let first = |sort, reverse| by(sort, reverse).into_iter().take(3).collect::<Vec<_>>();
    assert_eq!(first(WordSort::Due, false), ["지분참여", "내수시장", "해외진출"]);
    assert_eq!(first(WordSort::Due, true), ["해외진출", "내수시장", "지분참여"]);
    assert_eq!(first(WordSort::Stability, true)[0], "지분참여");
    assert_eq!(first(WordSort::Recall, false)[0], "지분참여");
    for sort in WordSort::ALL {
        for reverse in [false, true] {
            assert_eq!(by(sort, reverse).last().map(String::as_str), Some("한빛통신"), "{sort:?} {reverse}");
        }
    }
    let mut sorted = by(WordSort::Alphabet, false);
    sorted.pop();
    assert!(sorted.is_sorted());
    let last = WordQuery { sort: WordSort::Added, ..Default::default() };
    let ids = listed(&store, &last);
    assert!(ids.iter().rev().skip(1).is_sorted(), "the name stands behind the words");
}

#[test]
fn words_are_found_by_hangul_consonants_hanja_and_english() {
    let store = small();
    let found = |text: &str| names(&store, &WordQuery { search: find::wanted(text), ..Default::default() });
    for text in ["진출", "ㅎㅇㅈ", "進出", "overseas expa", "해외 ㅈ"] {
        assert!(found(text).contains(&"해외진출".to_owned()), "{text}: {:?}", found(text));
    }
    assert!(found("없는말").is_empty());
}

/// The words of a deck stand in the order of all, be the deck archived or not.
#[test]
fn the_words_of_a_deck_and_of_an_archived_one_are_found() {
    let mut store = small();
    import(&mut store, "다른 글\n\n반도체 수출이 크게 늘었다. 반도체 업황이 좋다.\n", "다른 덱");
    let of = |store: &Store, deck: &str| {
        let deck = store.deck_named(deck).unwrap();
        names(store, &WordQuery { filter: WordFilter { deck, ..Default::default() }, ..Default::default() })
    };
    assert!(
        of(&store, "다른 덱").contains(&"반도체".to_owned()) && !of(&store, "내 글").contains(&"반도체".to_owned())
    );
    store.arrange(&Arrangement::Archive { deck: "다른 덱".into() }, NOW).unwrap();
    assert!(of(&store, "다른 덱").contains(&"반도체".to_owned()));
    assert!(!names(&store, &WordQuery::default()).contains(&"반도체".to_owned()));
    assert_eq!(store.articles().unwrap(), [ArticleId(1), ArticleId(2)]);
}
