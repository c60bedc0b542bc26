//! A sentence made false: another figure, the other way, or another name, so that the text verifiably does not say it.

use std::collections::BTreeSet;

use super::figure::{figures, others};
use super::{Chance, Said};

/// With these a figure speaks of more than itself: who has more than 30 has more than 20 as well, so that another figure
/// might still be true. With the last ones it hangs on other figures of the sentence (절반인 40명), which would tell that it
/// is another.
const VAGUE: &[&str] = &[
    "이상",
    "이하",
    "초과",
    "미만",
    "최소",
    "최대",
    "최고",
    "최저",
    "넘",
    "가까",
    "안팎",
    "약 ",
    "남짓",
    "육박",
    "웃도",
    "웃돌",
    "웃돈",
    "밑도",
    "밑돌",
    "밑돈",
    "적어도",
    "이내",
    "안에",
    "안으로",
    "내에",
    "안 되",
    "안 된",
    "미치",
    "이르",
    "가량",
    "정도",
    "쯤",
    "아래",
    "밑",
    "그치",
    "그쳤",
    "까지",
    "돌파",
    "상회",
    "하회",
    "절반",
    "배로",
    "가운데",
    "나머지",
    "합쳐",
    "합하",
    "합해",
    "각각",
    "씩",
];

/// Words that say the opposite of each other and take the same endings and particles.
const WAYS: &[(&str, &str)] = &[
    ("늘었", "줄었"),
    ("늘어났", "줄어들었"),
    ("증가", "감소"),
    ("급증", "급감"),
    ("상승", "하락"),
    ("급등", "급락"),
    ("높였", "낮췄"),
    ("높아졌", "낮아졌"),
    ("흑자", "적자"),
    ("확대", "축소"),
    ("상향", "하향"),
    ("강세", "약세"),
    ("인상했", "인하했"),
    ("인상한", "인하한"),
    ("개선됐", "악화됐"),
    ("빨라졌", "느려졌"),
];

/// One way of making a sentence false.
type Way = fn(&str, &Said, &mut Chance) -> Option<String>;

/// The same, but only from the first to the second: 값을 내렸다 would have to become 값을 올렸다.
const ONE_WAY: &[(&str, &str)] = &[("올랐", "내렸")];

/// A false version of `sentence`; none where none is certainly false.
pub fn twist(sentence: &str, said: &Said, chance: &mut Chance) -> Option<String> {
    let mut ways: [Way; 3] = [other_figure, other_way, other_name];
    chance.shuffle(&mut ways);
    ways.into_iter().find_map(|way| way(sentence, said, chance).filter(|made| !said.says(made)))
}

/// Larger, because most of what is counted holds less of itself: five stores are three stores as well.
fn other_figure(sentence: &str, said: &Said, chance: &mut Chance) -> Option<String> {
    if VAGUE.iter().any(|word| sentence.contains(word)) {
        return None;
    }
    let mut all = figures(sentence);
    chance.shuffle(&mut all);
    all.into_iter().find_map(|figure| {
        let other = others(sentence, &figure, &said.figures, true, 1, chance).pop()?;
        let mut made = sentence.to_owned();
        made.replace_range(figure.range, &other);
        Some(made)
    })
}

/// Only where the text never goes the other way, so that nothing else in it can make the sentence true.
fn other_way(sentence: &str, said: &Said, chance: &mut Chance) -> Option<String> {
    let mut found: Vec<(&str, &str)> = WAYS
        .iter()
        .flat_map(|(one, other)| [(*one, *other), (*other, *one)])
        .chain(ONE_WAY.iter().copied())
        .filter(|(from, to)| sentence.matches(from).count() == 1 && !said.text.contains(to))
        .collect();
    // Of two ways in one sentence, turning one round might say the same of something else.
    let turns =
        WAYS.iter().chain(ONE_WAY).filter(|(one, other)| sentence.contains(one) || sentence.contains(other)).count();
    chance.shuffle(&mut found);
    let (from, to) = found.pop().filter(|_| turns == 1)?;
    Some(sentence.replacen(from, to, 1))
}

/// A name that the text does not have, of the same kind by its end: another 통신 in the place of a 통신, so that the particle
/// behind it fits and nothing is said of a bank that only a person does.
fn other_name(sentence: &str, said: &Said, chance: &mut Chance) -> Option<String> {
    let end = |name: &str| {
        let letters: Vec<char> = name.chars().collect();
        let end = letters.len().checked_sub(2).filter(|at| *at > 0);
        end.and_then(|at| letters.get(at..).map(<[char]>::to_vec))
    };
    let mut here: Vec<&String> = said.names.iter().filter(|name| stands_alone(sentence, name)).collect();
    chance.shuffle(&mut here);
    here.into_iter().find_map(|name| {
        let mut fit: Vec<&String> = said
            .strangers
            .iter()
            .filter(|other| end(name).is_some_and(|of_name| end(other) == Some(of_name)))
            .filter(|other| !said.text.contains(other.as_str()))
            .collect();
        chance.shuffle(&mut fit);
        fit.pop().map(|other| sentence.replacen(name.as_str(), other, 1))
    })
}

/// Whether a name stands once in a sentence, and not inside a longer word.
fn stands_alone(sentence: &str, name: &str) -> bool {
    let mut found = sentence.match_indices(name);
    let (Some((at, _)), None) = (found.next(), found.next()) else { return false };
    let before = sentence.get(..at).and_then(|before| before.chars().next_back());
    !before.is_some_and(char::is_alphanumeric)
}

/// Sentences of other texts that name a figure which this text does not have: it cannot have said them.
pub fn foreign<'a>(others: &'a [String], said: &Said) -> Vec<&'a str> {
    let news = |sentence: &&'a String| {
        let values: BTreeSet<String> = figures(sentence).into_iter().map(|figure| figure.value).collect();
        values.iter().any(|value| !said.figures.contains(value)) && !said.says(sentence)
    };
    others.iter().filter(news).map(String::as_str).collect()
}
