//! One right answer and no other, whatever the text.

use proptest::prelude::*;

use super::*;

fn material(sentences: &[String]) -> Material {
    Material {
        title: "한빛통신 3년 만에 웃다".into(),
        text: sentences.join(" "),
        sentences: sentences.to_vec(),
        names: vec!["한빛통신".into(), "가온전자".into()],
        other_names: vec!["새벽통신".into(), "누리전자".into(), "한빛통신".into()],
        others: vec![
            "해솔물산은 지난해 직원 812명을 새로 뽑았다고 밝혔다.".into(),
            "시장은 조용했다는 말이 나온다.".into(),
        ],
    }
}

fn sentences() -> Vec<String> {
    [
        "한빛통신의 지난해 매출은 2,400억원으로 집계됐다.",
        "가온전자는 올해 수출이 12.5% 늘었다고 밝혔다.",
        "두 회사는 11월에 합작사를 세우기로 했다.",
        "직원은 모두 350명이고 공장은 4곳에 있다.",
        "증권가는 실적이 나아질 것으로 내다봤다.",
        "김가온 대표는 서두르지 않겠다고 말했다.",
        "현지 정부는 심사를 2027년에 마칠 계획이다.",
    ]
    .map(str::to_owned)
    .to_vec()
}

/// What holds for every question.
fn holds(material: &Material, question: &CheckQuestion) -> Result<(), TestCaseError> {
    let text = format!("{}\n{}", material.title, material.text);
    let says = |choice: &String| plain(&text).contains(&plain(choice));
    prop_assert!((LEAST..=CHOICES).contains(&question.choices.len()), "{question:?}");
    let different: BTreeSet<String> = question.choices.iter().map(|choice| choice.replace(' ', "")).collect();
    prop_assert_eq!(different.len(), question.choices.len(), "{:?}", question);
    let right = &question.choices[question.right];
    match question.kind {
        CheckKind::Said => {
            let true_ones: Vec<&String> = question.choices.iter().filter(|choice| says(choice)).collect();
            prop_assert_eq!(true_ones, vec![right]);
            prop_assert!(material.sentences.contains(right));
        }
        CheckKind::Number => {
            let all: Vec<String> = figures(&text).into_iter().map(|figure| figure.value).collect();
            let count = |choice: &String| all.iter().filter(|value| **value == choice.replace(',', "")).count();
            let counts: Vec<usize> = question.choices.iter().map(count).collect();
            prop_assert!(counts.iter().enumerate().all(|(at, count)| *count == usize::from(at == question.right)));
            prop_assert!(material.sentences.contains(&question.about[0].replacen(BLANK, right, 1)));
        }
        CheckKind::Order => {
            let place = |label: &str| {
                let at = LABELS.iter().position(|other| *other == label).unwrap();
                let sentence = plain(&question.about[at]);
                assert_eq!(plain(&text).matches(&sentence).count(), 1);
                plain(&text).find(&sentence).unwrap()
            };
            let sorted = |choice: &String| choice.split('-').map(place).is_sorted();
            let found: Vec<bool> = question.choices.iter().map(sorted).collect();
            prop_assert!(
                found.iter().enumerate().all(|(at, sorted)| *sorted == (at == question.right)),
                "{question:?}"
            );
        }
    }
    Ok(())
}

#[test]
fn an_article_gives_one_question_of_each_kind_and_a_seed_the_same_again() {
    let material = material(&sentences());
    let mut seen = BTreeSet::new();
    for seed in 0..200 {
        let made = questions(&material, seed);
        assert_eq!(made.iter().map(|question| question.kind).collect::<Vec<_>>(), CheckKind::ALL, "{made:?}");
        assert_eq!(questions(&material, seed), made);
        for question in &made {
            holds(&material, question).unwrap();
        }
        seen.insert(format!("{made:?}"));
    }
    assert!(seen.len() > 150, "chance gives other questions: {}", seen.len());
}

#[test]
fn what_is_false_is_not_still_true_in_another_way() {
    let all = [
        "가입자가 30% 이상 늘었다고 회사는 밝혔다.",
        "다른 회사는 가입자가 10% 줄었다고 한다.",
        "수출이 늘었고 수입도 줄었다고 본다.",
    ]
    .map(str::to_owned);
    let material = material(&all);
    let said = Said::of(&material);
    for seed in 0..50 {
        let mut chance = Chance::new(seed);
        assert_eq!(twist::twist(&all[0], &said, &mut chance), None, "more than 30% is more than 20% too");
        assert_eq!(twist::twist(&all[2], &said, &mut chance), None);
        let made = twist::twist(&all[1], &said, &mut chance).unwrap();
        let figure: u32 = figures(&made)[0].value.parse().unwrap();
        assert!(figure > 10 && figure != 30, "{made}");
    }
    assert!(twist::foreign(&material.others, &said) == [material.others[0].as_str()]);
}

#[test]
fn a_name_inside_a_longer_word_is_left_alone() {
    let mut material = material(&["새한빛통신은 서두르지 않겠다고 말했다.".to_owned()]);
    material.names = vec!["한빛통신".into()];
    let said = Said::of(&material);
    for seed in 0..20 {
        assert_eq!(twist::twist(&material.sentences[0], &said, &mut Chance::new(seed)), None);
    }
}

#[test]
fn a_text_that_is_too_short_gives_none() {
    assert!(questions(&material(&[]), 1).is_empty());
    assert!(
        questions(&material(&["그는 오지 않겠다고 말했다.".to_owned()]), 1)
            .iter()
            .all(|question| question.kind != CheckKind::Order)
    );
    let twice = vec!["그는 오지 않겠다고 말했다.".to_owned(); 9];
    assert!(
        questions(&material(&twice), 1).iter().all(|question| question.kind != CheckKind::Order),
        "no order among equals"
    );
}

/// Sentences out of pieces, so that figures, ways and names meet in every manner.
fn any_sentence() -> impl Strategy<Value = String> {
    let who = prop::sample::select(vec!["한빛통신은", "가온전자는", "정부는", "두 회사는", "업계는"]);
    let what = prop::sample::select(vec!["매출이", "수출이", "직원이", "공장이", "가격이"]);
    let unit = prop::sample::select(vec!["%", "억원", "명", "곳", "월", "년", "배", "G", "분의 1", "여 명", ""]);
    let vague = prop::sample::select(vec![" ", " 이상 ", " 가까이 ", " 모두 "]);
    let way = prop::sample::select(vec!["늘었다고", "줄었다고", "증가했다고", "감소했다고", "같다고"]);
    let end = prop::sample::select(vec!["밝혔다.", "전했다.", "내다봤다."]);
    (who, what, 1..3000_u32, unit, vague, way, end)
        .prop_map(|(who, what, number, unit, vague, way, end)| format!("{who} {what} {number}{unit}{vague}{way} {end}"))
}

proptest! {
    #[test]
    fn one_answer_is_right_and_the_text_has_none_of_the_others(
        sentences in proptest::collection::vec(any_sentence(), 0..14),
        seed in any::<u64>(),
    ) {
        let material = material(&sentences);
        for question in questions(&material, seed) {
            holds(&material, &question)?;
        }
    }

    #[test]
    fn no_text_makes_it_stumble(text in proptest::collection::vec("\\PC{0,60}", 0..8), seed in any::<u64>()) {
        let material = material(&text);
        for question in questions(&material, seed) {
            prop_assert!(question.right < question.choices.len());
        }
    }
}
