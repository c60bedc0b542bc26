//! Corrections over words cut by hand: no analyzer has a say here.

use proptest::prelude::*;

use super::super::tests::{join, lemma, merge, split};
use super::super::{Correction, Corrections};
use super::*;

/// Words of letters between spaces and signs; `|` cuts one eojeol into several words and is left out of the text.
fn sentence(marked: &str) -> (String, Vec<Word>) {
    let (mut text, mut words) = (String::new(), Vec::<Word>::new());
    let mut start = None;
    let mut end_word = |text: &str, start: &mut Option<usize>| {
        if let Some(start) = start.take() {
            let range = start..text.len();
            let gap = words.last().and_then(|last| text.get(last.span.end..start)).unwrap_or_default();
            let follows = !gap.is_empty() && gap.chars().all(char::is_whitespace);
            let term = text.get(range.clone()).unwrap_or_default().to_owned();
            let (span, own) = (range.clone(), range);
            words.push(Word { term, pos: Pos::Noun, kind: Kind::Noun, parts: vec![], span, own, follows });
        }
    };
    for c in marked.chars() {
        if c.is_alphanumeric() {
            start.get_or_insert(text.len());
            text.push(c);
        } else {
            end_word(&text, &mut start);
            if c != '|' {
                text.push(c);
            }
        }
    }
    end_word(&text, &mut start);
    (text, words)
}

/// The words after the corrections, parts of compounds in brackets.
fn after(marked: &str, list: &[Correction]) -> String {
    let (text, words) = sentence(marked);
    let words = Corrections::of(list).apply(&text, words);
    let show = |word: &Word| {
        assert!(text.get(word.own.clone()).is_some());
        let parts = if word.parts.is_empty() { String::new() } else { format!("[{}]", word.parts.join("+")) };
        format!("{}{parts}", word.term)
    };
    words.iter().map(show).collect::<Vec<_>>().join(" / ")
}

#[test]
fn neighbours_are_joined_whatever_stands_between() {
    let list = [join(&["해외", "진출"])];
    assert_eq!(after("국내 해외 진출", &list), "국내 / 해외 진출[해외+진출]");
    assert_eq!(after("해외|진출", &list), "해외진출[해외+진출]");
    assert_eq!(after("해외진출", &list), "해외진출[해외+진출]", "what is one word gets its parts");
    assert_eq!(after("해외, 진출", &list), "해외 / 진출");
    assert_eq!(after("진출 해외", &list), "진출 / 해외");
}

#[test]
fn three_words_are_joined_however_they_were_cut() {
    let list = [join(&["온실가스", "배출권", "거래제"])];
    assert_eq!(after("온실가스 배출권 거래제", &list), "온실가스 배출권 거래제[온실가스+배출권+거래제]");
    assert_eq!(after("온실가스배출권 거래제", &list), "온실가스배출권 거래제[온실가스+배출권+거래제]");
}

#[test]
fn a_term_is_split_wherever_it_stands() {
    let list = [split(&["해외진출", "측면"])];
    let (text, words) = sentence("기업 해외진출측면 분석");
    let words = Corrections::of(&list).apply(&text, words);
    let cut: Vec<_> = words.iter().map(|word| (&text[word.own.clone()], word.follows)).collect();
    assert_eq!(cut, [("기업", false), ("해외진출", true), ("측면", false), ("분석", true)]);
    assert_eq!(after("해외|진출|측면", &list), "해외 / 진출 / 측면", "finer words stay");
}

#[test]
fn a_part_keeps_the_parts_that_spell_it() {
    let (text, mut words) = sentence("해외진출측면");
    words[0].kind = Kind::Compound;
    words[0].parts = vec!["해외".into(), "진출".into(), "측면".into()];
    let words = Corrections::of(&[split(&["해외진출", "측면"])]).apply(&text, words);
    assert_eq!((words[0].kind, words[0].parts.join("+").as_str()), (Kind::Compound, "해외+진출"));
    assert_eq!((words[1].kind, words[1].parts.len()), (Kind::Noun, 0));
}

#[test]
fn a_split_keeps_apart_what_stands_apart() {
    let (text, words) = sentence("해외 진출 전략");
    let words = Corrections::of(&[split(&["해외", "진출"])]).apply(&text, words);
    assert_eq!(words.iter().map(|word| word.follows).collect::<Vec<_>>(), [false, false, true]);
}

#[test]
fn the_later_claim_has_the_letters() {
    assert_eq!(after("가 나 다", &[join(&["가", "나"]), join(&["나", "다"])]), "가 / 나 다[나+다]");
    assert_eq!(after("가나|다", &[split(&["가나", "다"]), join(&["가나", "다"])]), "가나다[가나+다]");
    assert_eq!(after("가 나 다", &[join(&["나", "다"]), split(&["가나", "다"])]), "가 / 나 / 다");
    assert_eq!(after("가 나 다", &[split(&["가나", "다"]), join(&["나", "다"])]), "가 / 나 다[나+다]");
}

#[test]
fn words_go_to_the_right_form_and_to_the_term_they_are_one_with() {
    assert_eq!(after("쓸다 컨버전스", &[lemma("쓸다", "쓰다"), merge("컨버전스", "융합")]), "쓰다 / 융합");
    let (text, words) = sentence("컨버전스");
    let words = Corrections::of(&[merge("컨버전스", "융합")]).apply(&text, words);
    assert_eq!(&text[words[0].own.clone()], "컨버전스", "the sentence stays as it is written");
}

#[test]
fn what_is_written_apart_is_the_same_term() {
    assert_eq!(after("해외 진출", &[merge("해외진출", "국외진출")]), "국외진출");
    assert_eq!(after("가온 통신", &[Correction::Name { term: "가온통신".into() }]), "가온 통신");
    let list = [split(&["해외", "진출"]), merge("해외진출", "국외진출")];
    assert_eq!(after("해외 진출", &list), "해외 / 진출", "a split term is never one");
}

#[test]
fn a_made_term_is_the_matter_of_the_next() {
    let list = [join(&["해외", "진출"]), merge("해외진출", "국외진출")];
    assert_eq!(after("해외 진출", &list), "국외진출");
    assert_eq!(after("컨버전스 시대", &[merge("컨버전스", "융합"), join(&["융합", "시대"])]), "융합 시대[융합+시대]");
}

#[test]
fn names_go_to_their_shelf_and_come_back() {
    let kinds = |list: &[Correction]| {
        let (text, words) = sentence("비키");
        let word = Corrections::of(list).apply(&text, words).remove(0);
        (word.kind, word.pos)
    };
    let name = Correction::Name { term: "비키".into() };
    let term = Correction::Term { term: "비키".into() };
    assert_eq!(kinds(std::slice::from_ref(&name)), (Kind::Name, Pos::Noun));
    assert_eq!(kinds(&[name, term]), (Kind::Noun, Pos::Noun));
}

#[test]
fn a_join_with_a_verb_is_a_verb() {
    let (text, mut words) = sentence("박차 가하");
    words[1] = Word { term: "가하다".into(), pos: Pos::Verb, kind: Kind::Verb, ..words[1].clone() };
    let words = Corrections::of(&[join(&["박차", "가하다"])]).apply(&text, words);
    assert_eq!((words[0].term.as_str(), words[0].kind, words.len()), ("박차 가하다", Kind::Verb, 1));
}

fn term() -> impl Strategy<Value = String> {
    "[가나A]{1,3}"
}

fn correction() -> impl Strategy<Value = Correction> {
    let parts = || proptest::collection::vec(term(), 2..4);
    prop_oneof![
        parts().prop_map(|parts| Correction::Join { parts }),
        parts().prop_map(|parts| Correction::Split { term: parts.concat(), parts }),
        (term(), term()).prop_map(|(term, to)| Correction::Lemma { term, to, pos: None }),
        (term(), term(), any::<bool>()).prop_map(|(term, into, name)| Correction::Merge {
            term,
            into,
            pos: Some(Pos::Noun),
            name
        }),
        term().prop_map(|term| Correction::Name { term }),
        term().prop_map(|term| Correction::Term { term }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn twice_is_once_and_ranges_stay_sound(
        marked in "[가나A ,|]{0,16}",
        list in proptest::collection::vec(correction(), 0..5),
    ) {
        let (text, words) = sentence(&marked);
        let corrections = Corrections::of(&list);
        let once = corrections.apply(&text, words);
        prop_assert_eq!(corrections.apply(&text, once.clone()), once.clone());
        let mut end = 0;
        for word in &once {
            for range in [&word.own, &word.span] {
                prop_assert!(text.get(range.clone()).is_some_and(|own| !own.is_empty()), "{:?}", word);
            }
            prop_assert!(word.span.start >= end && word.own.start >= word.span.start, "{:?}", once);
            end = word.span.end.max(word.own.end);
        }
    }
}
