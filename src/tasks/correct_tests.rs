//! Corrections over a store in memory, with the real analyzer. Texts, companies and people are invented.

use super::*;
use crate::deck::{Answer, Card, Due, Grade, Memory, Mode, State, Status, TermId};
use crate::tasks::{Importer, list_words};
use crate::time::StudyDay;

const NOW: Timestamp = Timestamp::from_millis(1_770_000_000_000);
const TODAY: StudyDay = StudyDay::new(20_485);

const TELECOM: &str = "한빛통신 해외진출 서둘러

한빛통신은 포화된 내수시장을 벗어나려고 올해부터 해외진출을 서두르고 있다.

증권가는 해외 진출이 실적에 보탬이 될 것으로 내다봤다.

통신과 방송의 컨버전스가 빠르게 이뤄지고 있다.
";

const BANKS: &str = "은행권 융합 서비스 확대

은행들은 금융과 기술의 융합으로 새로운 서비스를 내놓고 있다.

이런 융합이 이루어지면 고객의 부담이 줄어든다.
";

fn store() -> Store {
    let mut store = Store::in_memory().unwrap();
    let mut importer = Importer::new(&mut store, NOW);
    importer.text(TELECOM, "통신", "one", None).unwrap();
    importer.text(BANKS, "은행", "two", None).unwrap();
    store
}

/// Everything a learner can see of it: words with scores and examples, questions with ids, cards.
fn visible(store: &Store) -> String {
    let mut out = String::new();
    for deck in [None, store.deck_named("통신").unwrap(), store.deck_named("은행").unwrap()] {
        let words = list_words(store, deck).unwrap();
        for word in &words {
            out.push_str(&format!("{word:?}\n{:?}\n", store.questions(word.term.id, deck).unwrap()));
        }
        out.push_str(&format!("{:?}\n", store.deck_clozes(deck).unwrap()));
        out.push_str(&format!("{:?}\n", store.cards(deck).unwrap()));
        out.push_str(&format!("{:?}\n", store.new_cards(deck, TODAY).unwrap()));
        out.push_str(&format!("{:?}\n", store.reviews(deck).unwrap()));
    }
    for id in store.articles().unwrap() {
        out.push_str(&format!("{:?}\n", store.occurrences(id).unwrap()));
    }
    out.push_str(&format!("{:?}\n", store.decks(TODAY, NOW).unwrap()));
    out
}

fn term(store: &Store, term: &str) -> TermId {
    let known = store.terms_keyed(&TermKey::of(term)).unwrap();
    known.first().unwrap_or_else(|| panic!("no {term}")).id
}

fn count(store: &Store, term: &str) -> usize {
    let words = list_words(store, None).unwrap();
    words.iter().filter(|word| word.term.key == TermKey::of(term)).map(|word| word.count).sum()
}

/// Answers the card of `term` once more.
fn answer(store: &mut Store, of: &str) {
    let before = store.card(term(store, of)).unwrap().unwrap();
    let after = Card {
        state: State::Review,
        memory: Some(Memory { stability: 3.0, difficulty: 5.0 }),
        due: Some(Due::On(TODAY.plus(3))),
        last_review: Some(NOW),
        reps: before.reps + 1,
        ..before
    };
    let cloze = store.questions(before.term, None).unwrap()[0].cloze;
    let answer = Answer {
        before,
        after,
        cloze,
        grade: Grade::Good,
        proposed: None,
        mode: Mode::Reveal,
        typed: None,
        verdict: None,
        hints: 0,
        aid: crate::deck::Aid::default(),
        duration_ms: 1000,
        at: NOW,
        day: TODAY,
        zone_minutes: 540,
        interval_days: 3.0,
    };
    store.record(&answer).unwrap();
}

fn reps(store: &Store, of: &str) -> u32 {
    store.card(term(store, of)).unwrap().unwrap().reps
}

fn words(text: &str) -> Vec<String> {
    text.split(' ').map(str::to_owned).collect()
}

fn join(parts: &str) -> Correction {
    Correction::Join { parts: words(parts) }
}

fn split(parts: &str) -> Correction {
    Correction::Split { term: words(parts).concat(), parts: words(parts) }
}

fn lemma(term: &str, to: &str) -> Correction {
    Correction::Lemma { term: term.into(), to: to.into(), pos: None }
}

fn merge(term: &str, into: &str) -> Correction {
    Correction::Merge { term: term.into(), into: into.into(), pos: None, name: false }
}

fn every_kind() -> Vec<Correction> {
    vec![
        join("새로운 서비스"),
        join("통신 방송"),
        join("금융 기술"),
        split("해외 진출"),
        split("내수 시장"),
        lemma("서두르다", "서둘다"),
        lemma("내다보다", "내놓다"),
        merge("컨버전스", "융합"),
        merge("융합", "컨버전스"),
        merge("해외진출", "서비스"),
        Correction::Name { term: "증권가".into() },
        Correction::Name { term: "해외진출".into() },
        Correction::Term { term: "한빛통신".into() },
        Correction::Ignore { term: "융합".into() },
    ]
}

#[test]
fn undo_brings_everything_back_answers_included() {
    let mut store = store();
    for of in ["융합", "해외진출", "컨버전스", "컨버전스", "증권가"] {
        answer(&mut store, of);
    }
    let before = visible(&store);
    for correction in every_kind() {
        let done = correct(&mut store, correction.clone(), NOW).unwrap();
        if !matches!(correction, Correction::Join { .. }) {
            assert!(done.sentences > 0, "{correction:?}");
            assert_ne!(visible(&store), before, "{correction:?}");
        }
        assert!(store.integrity().unwrap());
        let undone = undo_correction(&mut store, None, NOW).unwrap();
        assert_eq!((undone.row, undone.sentences), (done.row, done.sentences));
        assert_eq!(visible(&store), before, "{correction:?}");
    }
}

#[test]
fn many_are_undone_in_any_order() {
    let kinds = || every_kind().into_iter().filter(|one| *one != merge("융합", "컨버전스"));
    for step in [1, 3, 5] {
        let mut store = store();
        answer(&mut store, "컨버전스");
        let before = visible(&store);
        let mut ids: Vec<CorrectionId> = Vec::new();
        for correction in kinds() {
            // Some are about terms that an earlier one took away.
            if let Ok(done) = correct(&mut store, correction, NOW) {
                ids.push(done.row.id);
            }
        }
        assert!(ids.len() > 8);
        while !ids.is_empty() {
            let id = ids.remove(step % ids.len());
            undo_correction(&mut store, Some(id), NOW).unwrap();
            assert!(store.integrity().unwrap());
        }
        assert_eq!(visible(&store), before, "in steps of {step}");
    }
}

#[test]
fn words_are_joined_and_split_in_what_is_there_and_in_what_comes() {
    let mut store = store();
    let done = correct(&mut store, split("해외 진출"), NOW).unwrap();
    assert_eq!((done.articles, done.sentences), (1, 2), "written solid and apart");
    assert_eq!((count(&store, "해외진출"), count(&store, "해외"), count(&store, "진출")), (0, 2, 2));
    Importer::new(&mut store, NOW).text("은행의 해외진출이 늘었다.", "은행", "three", None).unwrap();
    assert_eq!((count(&store, "해외진출"), count(&store, "진출")), (0, 3));
    correct(&mut store, join("해외 진출"), NOW).unwrap();
    assert_eq!(
        (count(&store, "해외진출"), count(&store, "진출")),
        (3, 3),
        "the later word counts, and its part stands inside it"
    );
    let word = list_words(&store, None).unwrap().into_iter().find(|word| word.term.key == TermKey::of("해외진출"));
    assert_eq!(word.map(|word| (word.term.kind, word.term.parts)), Some((Kind::Compound, words("해외 진출"))));
}

#[test]
fn what_only_the_extraction_makes_is_corrected_too() {
    let mut store = store();
    let text = "가온산업이 신사업 발굴에 박차를 가하고 있다. 반도체 웨이퍼 수요가 늘어난 덕분이다.";
    Importer::new(&mut store, NOW).text(text, "산업", "three", None).unwrap();
    let before = visible(&store);
    for (correction, gone) in [
        (merge("웨이퍼", "융합"), "웨이퍼"),
        (lemma("박차를 가하다", "박차 더하다"), "박차를가하다"),
        (split("반도체 웨이퍼"), "반도체웨이퍼"),
    ] {
        assert!(count(&store, gone) > 0, "{gone} is no term any more: choose another");
        let done = correct(&mut store, correction.clone(), NOW).unwrap();
        assert_eq!((count(&store, gone), done.sentences), (0, 1), "{correction:?}");
        undo_correction(&mut store, None, NOW).unwrap();
        assert_eq!(visible(&store), before, "{correction:?}");
    }
}

#[test]
fn what_was_there_is_as_if_it_came_after_the_corrections() {
    let told = |store: &Store| {
        let mut words: Vec<String> = list_words(store, None)
            .unwrap()
            .into_iter()
            .map(|word| {
                let term = &word.term;
                let about = (&term.key, term.pos, term.kind, &term.term, &term.parts, word.count, word.status);
                format!("{about:?} {:?} {:?}", word.score, word.example)
            })
            .collect();
        words.sort();
        words
    };
    let mut before = store();
    for correction in every_kind() {
        let _ = correct(&mut before, correction, NOW);
    }
    let list: Vec<Correction> = before.corrections().unwrap().into_iter().map(|row| row.correction).collect();
    assert!(list.len() > 8);
    let mut after = Store::in_memory().unwrap();
    assert_eq!(take_over(&mut after, &list, NOW).unwrap(), list.len());
    let mut importer = Importer::new(&mut after, NOW);
    importer.text(TELECOM, "통신", "one", None).unwrap();
    importer.text(BANKS, "은행", "two", None).unwrap();
    assert_eq!(told(&before), told(&after));
}

#[test]
fn the_card_with_more_answers_is_kept() {
    let mut store = store();
    answer(&mut store, "컨버전스");
    answer(&mut store, "컨버전스");
    answer(&mut store, "융합");
    let kept = term(&store, "컨버전스");
    correct(&mut store, merge("컨버전스", "융합"), NOW).unwrap();
    assert_eq!((term(&store, "융합"), reps(&store, "융합")), (kept, 2));
    assert_eq!((count(&store, "융합"), count(&store, "컨버전스")), (3, 0));
    assert_eq!(store.reviews(None).unwrap().len(), 3, "nothing is lost");
    answer(&mut store, "융합");
    Importer::new(&mut store, NOW).text("기술의 컨버전스와 융합이 화제다.", "은행", "three", None).unwrap();
    assert_eq!((term(&store, "융합"), count(&store, "융합")), (kept, 5));
    undo_correction(&mut store, None, NOW).unwrap();
    assert_eq!((reps(&store, "컨버전스"), reps(&store, "융합")), (3, 1), "answers given since go with their card");
    assert_eq!((count(&store, "융합"), count(&store, "컨버전스")), (3, 2));
}

#[test]
fn a_chain_of_merges_keeps_one_card() {
    let mut store = store();
    answer(&mut store, "융합");
    let before = visible(&store);
    let first = correct(&mut store, merge("컨버전스", "융합"), NOW).unwrap();
    let second = correct(&mut store, merge("융합", "서비스"), NOW).unwrap();
    assert_eq!((count(&store, "서비스"), reps(&store, "서비스")), (4, 1));
    assert!(matches!(correct(&mut store, merge("서비스", "컨버전스"), NOW), Err(TaskError::Correction(_))));
    undo_correction(&mut store, Some(first.row.id), NOW).unwrap();
    assert_eq!((count(&store, "서비스"), count(&store, "컨버전스")), (3, 1));
    undo_correction(&mut store, Some(second.row.id), NOW).unwrap();
    assert_eq!(visible(&store), before);
}

#[test]
fn a_wrong_dictionary_form_goes_to_one_that_nobody_had_with_its_card() {
    let mut store = store();
    answer(&mut store, "내다보다");
    let id = term(&store, "내다보다");
    correct(&mut store, lemma("내다보다", "내려다보다"), NOW).unwrap();
    assert_eq!((term(&store, "내려다보다"), reps(&store, "내려다보다")), (id, 1));
    let question = &store.questions(id, None).unwrap()[0];
    assert_eq!(question.sentence.get(question.range.clone()), Some("내다봤"), "the sentence stays as it is written");
    assert_eq!(question.asked, 1, "it is the same question");
}

#[test]
fn what_is_a_name_keeps_its_card_for_the_day_it_comes_back() {
    let mut store = store();
    answer(&mut store, "증권가");
    correct(&mut store, Correction::Name { term: "증권가".into() }, NOW).unwrap();
    let id = term(&store, "증권가");
    assert!(store.due_cards(None, TODAY.plus(9), NOW).unwrap().iter().all(|(term, _)| term.id != id));
    assert!(store.questions(id, None).unwrap().is_empty());
    correct(&mut store, Correction::Term { term: "증권가".into() }, NOW).unwrap();
    assert_eq!((reps(&store, "증권가"), store.due_cards(None, TODAY.plus(9), NOW).unwrap().len()), (1, 1));
    correct(&mut store, Correction::Term { term: "한빛통신".into() }, NOW).unwrap();
    assert!(store.card(term(&store, "한빛통신")).unwrap().is_some(), "no name after all: it is asked");
}

#[test]
fn what_is_ignored_stays_so_and_comes_back_as_it_was() {
    let mut store = store();
    let card = store.card(term(&store, "융합")).unwrap().unwrap();
    store.set_status(&Card { status: Status::Suspended, ..card }).unwrap();
    let done = correct(&mut store, Correction::Ignore { term: "융합".into() }, NOW).unwrap();
    assert_eq!((done.articles, done.sentences), (1, 2));
    let status = |store: &Store, of: &str| store.card(term(store, of)).unwrap().unwrap().status;
    assert_eq!(status(&store, "융합"), Status::Ignored);
    Importer::new(&mut store, NOW).text("융합의 시대가 왔다.", "은행", "three", None).unwrap();
    assert_eq!(status(&store, "융합"), Status::Ignored);
    correct(&mut store, Correction::Unignore { term: "융합".into() }, NOW).unwrap();
    assert_eq!(status(&store, "융합"), Status::Suspended);
}

#[test]
fn what_makes_no_sense_is_refused_and_leaves_nothing() {
    let mut store = store();
    let before = visible(&store);
    for correction in [
        join("해외"),
        join("없는말 해외"),
        split("없는 말"),
        merge("융합", "없는말"),
        merge("없는말", "융합"),
        lemma("없는말이다", "있다"),
        Correction::Split { term: "해외진출".into(), parts: words("해외 진학") },
        Correction::Split { term: "서두르다".into(), parts: words("서두 르다") },
        Correction::Name { term: "한빛통신".into() },
        Correction::Term { term: "융합".into() },
        Correction::Unignore { term: "융합".into() },
    ] {
        assert!(correct(&mut store, correction.clone(), NOW).is_err(), "{correction:?}");
    }
    assert!(matches!(undo_correction(&mut store, None, NOW), Err(TaskError::NothingToUndo)));
    assert!(matches!(
        undo_correction(&mut store, Some(CorrectionId(9)), NOW),
        Err(TaskError::Store(StoreError::NoCorrection(_)))
    ));
    assert_eq!(visible(&store), before);
    correct(&mut store, split("해외 진출"), NOW).unwrap();
    assert!(matches!(correct(&mut store, split("해외 진출"), NOW), Err(TaskError::AlreadySo { .. })));
    assert_eq!(store.corrections().unwrap().len(), 1);
}

#[test]
fn corrections_are_taken_over_once_and_never_against_the_learners_word() {
    let mut store = store();
    let list = [split("해외 진출"), merge("컨버전스", "융합"), Correction::Ignore { term: "아직없는말".into() }];
    assert_eq!(take_over(&mut store, &list, NOW).unwrap(), 3);
    let after = visible(&store);
    assert_eq!(take_over(&mut store, &list, NOW).unwrap(), 0);
    assert_eq!(visible(&store), after);
    undo_correction(&mut store, None, NOW).unwrap();
    assert_eq!(take_over(&mut store, &list, NOW).unwrap(), 0, "what was undone stays undone");
    assert_eq!(take_over(&mut store, &[join("해외 진출"), merge("융합", "컨버전스")], NOW).unwrap(), 0);
}

#[test]
fn a_deck_has_the_corrections_of_its_own_terms() {
    let mut store = store();
    for correction in [split("해외 진출"), Correction::Ignore { term: "고객".into() }] {
        correct(&mut store, correction, NOW).unwrap();
    }
    let kinds = |deck: &str| {
        let deck = store.deck_named(deck).unwrap().unwrap();
        corrections_of(&store, deck).unwrap().iter().map(Correction::kind).collect::<Vec<_>>()
    };
    assert_eq!(kinds("통신"), ["split"]);
    assert_eq!(kinds("은행"), ["ignore"]);
}
