use proptest::prelude::*;

use super::*;
use crate::article::{Facts, Sentence, SentenceKind};

fn article(sentences: &[&str]) -> Article {
    let mut text = String::new();
    let mut units = Vec::new();
    for sentence in sentences {
        let start = text.len();
        text.push_str(sentence);
        units.push(Sentence { range: start..text.len(), kind: SentenceKind::Body, paragraph: 0 });
        text.push(' ');
    }
    Article { facts: Facts::default(), text, sentences: units, removed: vec![] }
}

const WIRE: [&str; 4] = [
    "한빛통신이 포화된 내수시장을 벗어나려고 올해부터 해외진출을 서두르고 있다.",
    "지난해까지 이 회사는 국내 가입자를 지키는 데 힘을 쏟았다.",
    "한빛통신은 베트남 통신사에 대한 지분참여를 통해 현지 가입자를 늘릴 방안을 모색하고 있다.",
    "증권가는 해외 진출이 실적에 보탬이 되기까지 3년은 걸릴 것으로 내다봤다.",
];

fn both_ways(one: &Article, other: &Article) -> (bool, bool) {
    (Sketch::of(one).copied_part(&Sketch::of(other)).is_some(), Shingles::of(one).overlap(&Shingles::of(other)) >= COPY)
}

#[test]
fn the_same_story_with_another_beginning_and_order_is_a_copy() {
    let other = article(&[
        "통신업계에 따르면 한빛통신이 포화된 내수시장을 벗어나려고 올해부터 해외 진출을 서두르고 있다.",
        WIRE[3],
        WIRE[1],
        "회사 관계자는 말을 아꼈다.",
    ]);
    assert_eq!(both_ways(&article(&WIRE), &other), (true, true));
}

#[test]
fn an_updated_version_holds_the_first_one() {
    let mut longer = WIRE.to_vec();
    longer.extend([
        "새벽은행은 상반기 순이익이 두 배로 늘었다고 밝혔다.",
        "정부는 다음 달 수출 대책을 내놓을 예정이다.",
        "업계는 원자재 가격이 내려 숨통이 트일 것으로 기대한다.",
    ]);
    assert_eq!(both_ways(&article(&WIRE), &article(&longer)), (true, true));
}

#[test]
fn another_story_about_the_same_company_is_none() {
    let other = article(&[
        "한빛통신이 3분기에 영업이익 1200억 원을 올렸다고 공시했다.",
        "요금제 개편으로 가입자 한 명에게서 버는 돈이 늘었기 때문이다.",
        "회사는 연말에 주주에게 배당을 늘리겠다고 했다.",
    ]);
    assert!(!both_ways(&article(&WIRE), &other).1);
}

#[test]
fn a_line_or_two_are_like_nothing() {
    let short = article(&["회사는 말을 아꼈다."]);
    assert_eq!(both_ways(&short, &short), (false, false));
    assert_eq!(both_ways(&article(&[]), &article(&[])), (false, false));
}

/// Sketches are stored: another hash would find no copies of what is there.
#[test]
fn hashes_stay_what_they_are() {
    assert_eq!(hash(&['해', '외', '진', '출', '을']), 273_890_193);
}

fn sentences() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec("[가-힣]{2,5}( [가-힣]{1,4}){3,9}다\\.", 3..12)
}

fn made(sentences: &[String]) -> Article {
    article(&sentences.iter().map(String::as_str).collect::<Vec<_>>())
}

proptest! {
    #[test]
    fn likeness_is_the_same_from_both_sides_and_whole_with_itself(one in sentences(), other in sentences()) {
        let (one, other) = (made(&one), made(&other));
        let (a, b) = (Sketch::of(&one), Sketch::of(&other));
        prop_assert!((a.contained(&b) - b.contained(&a)).abs() < 1e-9);
        prop_assert!((a.contained(&a) - 1.0).abs() < 1e-9);
        prop_assert!((0.0..=1.0).contains(&Shingles::of(&one).overlap(&Shingles::of(&other))));
        prop_assert!(a.hashes.len() <= KEPT && a.hashes.is_sorted());
    }

    #[test]
    fn what_may_be_a_copy_shares_at_least_what_it_must(one in sentences(), other in sentences(), kept in 0..12_usize) {
        // A text with a part of the other in it, so that some are copies and some are none.
        let some = other.iter().take(kept).chain(&one).cloned().collect::<Vec<_>>();
        let (a, b) = (Sketch::of(&made(&some)), Sketch::of(&made(&other)));
        let shared = a.hashes.iter().filter(|hash| b.hashes.contains(hash)).count();
        if a.copied_part(&b).is_some() {
            prop_assert!(shared >= a.shared_at_least(&b), "{} {}", shared, a.shared_at_least(&b));
        }
    }

    #[test]
    fn order_and_spacing_do_not_matter(one in sentences()) {
        let mut turned: Vec<String> = one.iter().map(|sentence| sentence.replace(' ', "")).collect();
        turned.reverse();
        prop_assert_eq!(Sketch::of(&made(&one)), Sketch::of(&made(&turned)));
    }

    #[test]
    fn what_holds_all_of_the_other_is_noticed(one in sentences(), more in sentences()) {
        let longer: Vec<String> = one.iter().chain(&more).cloned().collect();
        let (short, long) = (made(&one), made(&longer));
        if Sketch::of(&short).shingles >= FEWEST && one.len() * 2 >= more.len() {
            prop_assert!(Shingles::of(&short).overlap(&Shingles::of(&long)) > 0.999);
            prop_assert!(Sketch::of(&short).copied_part(&Sketch::of(&long)).is_some());
        }
    }

    #[test]
    fn no_text_panics(texts in prop::collection::vec(".{0,40}", 0..5)) {
        let all = made(&texts);
        Sketch::of(&all).copied_part(&Sketch::of(&all));
    }
}
