use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;
use crate::vocab::{Kind, Pos};
use Verdict::{Correct, CorrectOtherForm, FitsNotHere, Spelling, Wrong};

/// A blank that holds `answer` of the term; parts are given where the term is a compound.
struct Blank {
    answer: &'static str,
    after: &'static str,
    word: Word,
}

fn blank(answer: &'static str, term: &str, pos: Pos, parts: &[&str], after: &'static str) -> Blank {
    let kind = match pos {
        Pos::Noun if !parts.is_empty() => Kind::Compound,
        Pos::Noun => Kind::Noun,
        Pos::Verb => Kind::Verb,
        Pos::Adjective => Kind::Adjective,
        Pos::Adverb => Kind::Adverb,
    };
    let parts = parts.iter().map(|part| (*part).to_owned()).collect();
    Blank { answer, after, word: Word { term: term.to_owned(), pos, kind, parts } }
}

fn noun(answer: &'static str, parts: &[&str], after: &'static str) -> Blank {
    blank(answer, answer, Pos::Noun, parts, after)
}

impl Blank {
    fn judge(&self, own: &OwnWords, typed: &str) -> Judgement {
        judge(&Expected { answer: self.answer, after: self.after, word: &self.word }, own, typed)
    }
}

fn own() -> OwnWords {
    // A term of the reader's that no lexicon has.
    OwnWords::new(vec![Word { term: "해왜진출".into(), pos: Pos::Noun, kind: Kind::Noun, parts: vec![] }])
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn a_teachers_verdicts() {
    let compound = || noun("해외진출", &["해외", "진출"], "을 서두르고 있다.");
    let stake = || noun("지분참여", &["지분", "참여"], "를 통해 늘렸다.");
    let takeover = || noun("인수", &[], "를 마무리했다.");
    let root = || blank("모색", "모색하다", Pos::Verb, &[], "하고 있다.");
    let verb = || blank("두드려", "두드리다", Pos::Verb, &[], "야 한다.");
    let rise = || blank("올랐", "오르다", Pos::Verb, &[], "다.");
    let hard = || blank("어려운", "어렵다", Pos::Adjective, &[], " 상황이다.");
    let firm = || noun("기업", &[], "이 늘었다.");
    let accord = || noun("협력", &[], "을 넓힌다.");
    let latin = || noun("M&A", &[], "에 나설 계획이다.");
    let debt = || noun("빚", &[], "을 갚았다.");
    let idiom = || Blank {
        word: Word {
            term: "박차를 가하다".into(),
            pos: Pos::Verb,
            kind: Kind::Idiom,
            parts: vec!["박차".into(), "가하다".into()],
        },
        ..blank("박차", "", Pos::Verb, &[], "를 가하고 있다.")
    };
    let mut count = 0;
    let mut wrong = Vec::new();
    for (blank, cases) in [
        // The word itself, in every dress.
        (
            compound(),
            &[
                ("해외진출", Correct),
                ("해외 진출", Correct),
                (" 해외진출. ", Correct),
                ("‘해외진출’", Correct),
                ("“해외 진출”", Correct),
                ("해외·진출", Correct),
                ("해외진출을", Correct),
                ("해외 진출을", Correct),
                ("해외진출에서도", Correct),
                ("해외진출을 서두르고", Correct),
                ("해외진출을 서두르고 있다.", Correct),
                ("ㅎㅐㅇㅗㅣㅈㅣㄴㅊㅜㄹ", Correct),
                ("해외진추ㄹ", Correct),
                ("godhlwlscnf", Correct),
                ("godhl wlscnf", Correct),
                // Slips of fingers and spelling.
                ("해외진줄", Spelling),
                ("헤외진출", Spelling),
                ("해외진추", Spelling),
                ("해오진출", Spelling),
                ("해외진출출", Wrong),
                ("해외진줄을", Spelling),
                ("헤외진줄", Spelling),
                ("해외진춣", Spelling),
                ("godhlwlscn", Spelling),
                // Other words, whole or in the place of a part.
                ("해외투자", Wrong),
                ("해외지출", Wrong),
                ("해외직출", Spelling),
                ("국내진출", Wrong),
                ("시장진출", Wrong),
                ("진출", Wrong),
                ("해외", Wrong),
                ("수출", Wrong),
                ("overseas expansion", Wrong),
                ("", Wrong),
                ("   ", Wrong),
                ("???", Wrong),
            ][..],
        ),
        (
            stake(),
            &[
                ("지분 참여", Correct),
                ("지분참여를", Correct),
                ("지분참녀", Spelling),
                ("지븐참여", Spelling),
                ("지분참가", Wrong),
                ("지분투자", Wrong),
            ],
        ),
        (
            takeover(),
            &[
                ("인수", Correct),
                ("인수를", Correct),
                ("인상", Wrong),
                ("인사", Wrong),
                ("인쑤", Spelling),
                ("인스", Spelling),
                ("이수", Wrong),
                ("취득", FitsNotHere),
                ("취득을", FitsNotHere),
                ("매각", Wrong),
                ("매수", Wrong),
                ("dlstn", Correct),
                ("dlstkd", Wrong),
            ],
        ),
        (
            root(),
            &[
                ("모색", Correct),
                ("모색하고", Correct),
                ("모색하고 있다", Correct),
                ("모색하다", CorrectOtherForm),
                ("모색했다", CorrectOtherForm),
                ("모색한", CorrectOtherForm),
                ("모색되고", CorrectOtherForm),
                ("모섹", Spelling),
                ("모섹하고", Spelling),
                ("모집", Wrong),
                ("모집하고", Wrong),
                ("검색", Wrong),
                ("ahtor", Correct),
            ],
        ),
        (
            verb(),
            &[
                ("두드려", Correct),
                ("두드려야", Correct),
                ("두드려야 한다", Correct),
                ("두드리다", CorrectOtherForm),
                ("두드렸다", CorrectOtherForm),
                ("두드린", CorrectOtherForm),
                ("뚜드려", Spelling),
                ("두들여", Spelling),
                ("두근거려", Wrong),
                ("열어", Wrong),
            ],
        ),
        (
            rise(),
            &[
                ("올랐", Correct),
                ("올랐다", Correct),
                ("오르다", CorrectOtherForm),
                ("올라", CorrectOtherForm),
                ("오른다", CorrectOtherForm),
                ("올렸다", Wrong),
                ("올랏다", Spelling),
                ("오류", Wrong),
                ("내리다", Wrong),
            ],
        ),
        (
            hard(),
            &[
                ("어려운", Correct),
                ("어렵다", CorrectOtherForm),
                ("어려워", CorrectOtherForm),
                ("어러운", Spelling),
                ("쉬운", Wrong),
            ],
        ),
        (
            firm(),
            &[
                ("기업", Correct),
                ("기업이", Correct),
                ("기업가", Wrong),
                ("기압", Wrong),
                ("회사", Wrong),
                ("기헙", Spelling),
            ],
        ),
        (accord(), &[("협력", Correct), ("혐녁", Spelling), ("협럭", Spelling), ("합력", Spelling), ("협박", Wrong)]),
        (
            latin(),
            &[
                ("M&A", Correct),
                ("m&a", Correct),
                ("MA", Correct),
                ("ㅡ&ㅁ", Correct),
                ("M&A에", Correct),
                ("인수합병", FitsNotHere),
                ("IPO", Wrong),
            ],
        ),
        (
            debt(),
            &[
                ("빚", Correct),
                ("빚을", Correct),
                ("빛", Wrong),
                ("빗", Wrong),
                ("qlw", Correct),
                ("부채", FitsNotHere),
            ],
        ),
        (
            idiom(),
            &[
                ("박차", Correct),
                ("박차를", Correct),
                ("박차를 가하다", CorrectOtherForm),
                ("박자", Wrong),
                ("박찰", Spelling),
            ],
        ),
    ] {
        for (typed, expected) in cases {
            count += 1;
            let found = blank.judge(&OwnWords::default(), typed);
            if found.verdict != *expected {
                wrong.push(format!("{typed} for {}: {:?}, not {expected:?} ({found:?})", blank.answer, found.verdict));
            }
        }
    }
    assert!(count >= 80, "{count}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_word_that_only_looks_like_the_answer_with_something_behind_it_is_another() {
    for (blank, typed) in [
        (noun("투자", &[], "를 늘렸다."), "투자자"),
        (noun("투자", &[], "를 늘렸다."), "투자가"),
        (noun("소비", &[], "를 줄였다."), "소비자"),
        (blank("적", "적다", Pos::Adjective, &[], "었다."), "적자"),
        (blank("사", "사다", Pos::Verb, &[], "들였다."), "사실"),
        (blank("열", "열다", Pos::Verb, &[], "었다."), "열기"),
        (blank("하", "하다", Pos::Verb, &[], "기로 했다."), "할인"),
        (blank("써", "쓰다", Pos::Verb, &[], " 왔다."), "싸다"),
    ] {
        assert_eq!(blank.judge(&OwnWords::default(), typed).verdict, Wrong, "{typed} for {}", blank.answer);
    }
    // What stands in the sentence itself is never held against the answer.
    assert_eq!(noun("투자", &[], "가 늘었다.").judge(&OwnWords::default(), "투자가").verdict, Correct);
}

#[test]
fn an_answer_from_the_other_mode_says_how_it_was_read() {
    let compound = noun("해외진출", &[], "을 한다.");
    let read = |blank: &Blank, typed: &str| blank.judge(&OwnWords::default(), typed).read_as;
    assert_eq!(read(&compound, "godhlwlscnf").as_deref(), Some("해외진출"));
    assert_eq!(read(&noun("M&A", &[], ""), "ㅡ&ㅁ").as_deref(), Some("m&a"));
    assert_eq!(read(&compound, "해외진출"), None);
}

#[test]
fn a_term_of_the_readers_is_another_word_and_no_slip() {
    let compound = noun("해외진출", &["해외", "진출"], "을 한다.");
    assert_eq!(compound.judge(&OwnWords::default(), "해왜진출").slip, Some(Slip::OeWae));
    let judged = compound.judge(&own(), "해왜진출");
    assert_eq!((judged.verdict, judged.other.as_deref()), (Wrong, Some("해왜진출")));
}

#[test]
fn what_the_reader_accepted_is_right_from_then_on() {
    let compound = noun("해외진출", &["해외", "진출"], "을 서두른다.");
    let mut own = OwnWords::default();
    own.remark("해외진출", "해외 사업", Remark::Fits);
    assert_eq!(compound.judge(&own, "해외사업").verdict, FitsNotHere);
    own.remark("해외진출", "해외 사업", Remark::Accepted);
    assert_eq!(compound.judge(&own, "해외사업").verdict, Correct);
    assert_eq!(compound.judge(&own, "해외사업을").verdict, Correct);
}

#[test]
fn the_part_that_was_missed_is_told() {
    let compound = noun("해외진출", &["해외", "진출"], "을 서두른다.");
    let missed = |typed: &str| compound.judge(&OwnWords::default(), typed).missed;
    assert_eq!(missed("해외투자"), [1]);
    assert_eq!(missed("국내진출을"), [0]);
    assert_eq!(missed("해외"), [1]);
    assert_eq!(missed("금리"), Vec::<usize>::new(), "nothing was right");
    assert_eq!(compound.judge(&OwnWords::default(), "해외지출").other.as_deref(), Some("지출"));
}

#[test]
fn a_choice_is_judged_by_what_was_right() {
    let compound = noun("해외진출", &["해외", "진출"], "을 서두른다.");
    let expected = Expected { answer: compound.answer, after: compound.after, word: &compound.word };
    let own = OwnWords::default();
    assert_eq!(judge_choice(&expected, &own, "해외진출", "해외진출").verdict, Correct);
    let wrong = judge_choice(&expected, &own, "해외진출", "시장진출");
    assert_eq!((wrong.verdict, wrong.missed), (Wrong, vec![0]));
}

proptest! {
    #[test]
    fn the_answer_itself_is_right_in_every_dress(answer in "[가-힣]{1,6}") {
        let word = Word { term: answer.clone(), pos: Pos::Noun, kind: Kind::Noun, parts: vec![] };
        let expected = Expected { answer: &answer, after: "", word: &word };
        let decomposed: String = answer.nfd().collect();
        let spaced: String = answer.chars().flat_map(|c| [c, ' ']).collect();
        let loose: String = jamo::jamo(&answer).into_iter().collect();
        for typed in [answer.clone(), decomposed, spaced, keyboard::keys(&answer), loose] {
            prop_assert_eq!(judge(&expected, &own(), &typed).verdict, Correct, "{}", typed);
        }
    }

    #[test]
    fn no_answer_panics(typed in "\\PC*", answer in "\\PC{0,8}", term in "\\PC{0,8}", part in "[가-힣]{0,3}") {
        let word = Word { term, pos: Pos::Verb, kind: Kind::Verb, parts: vec![part.clone(), part] };
        let expected = Expected { answer: &answer, after: "를 본다.", word: &word };
        let judged = judge(&expected, &own(), &typed);
        prop_assert!(judged.slip.is_some() == (judged.verdict == Spelling));
        let _ = judge_choice(&expected, &own(), &answer, &typed);
    }
}
