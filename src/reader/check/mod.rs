//! Questions about an article that was read, made from the article itself, each with one right answer.
//!
//! Nothing is understood here: what is asked is what the text says word for word, and what is offered beside it is made so
//! that the text verifiably does not say it. Chance is a seed.

mod figure;
#[cfg(test)]
mod tests;
mod twist;

use std::collections::BTreeSet;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use figure::{Figure, figures, is_part, others, unit};

/// What stands in the place of a figure that is asked.
pub const BLANK: &str = "____";

/// What three sentences are called in the choices of their order.
pub const LABELS: [&str; 3] = ["가", "나", "다"];

/// Characters of a sentence that is shown: four of them fit on a small screen.
const LENGTH: std::ops::RangeInclusive<usize> = 12..=110;

/// Choices of a question; with fewer than the least it is not asked.
const CHOICES: usize = 4;
const LEAST: usize = 3;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CheckKind {
    /// Which of these did the article say?
    Said,
    /// Which figure stands in the blank?
    Number,
    /// In which order did the article say these?
    Order,
}

impl CheckKind {
    pub const ALL: [Self; 3] = [Self::Said, Self::Number, Self::Order];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Said => "said",
            Self::Number => "number",
            Self::Order => "order",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A question with its choices, exactly one of which is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckQuestion {
    pub kind: CheckKind,
    /// What it is about: the sentence with its blank, or three sentences, or nothing.
    pub about: Vec<String>,
    pub choices: Vec<String>,
    /// Index into `choices`.
    pub right: usize,
}

/// What questions are made from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Material {
    pub title: String,
    /// The whole text, sub-heads with it.
    pub text: String,
    /// Complete sentences in their order.
    pub sentences: Vec<String>,
    /// Names that stand in the text, and names of other articles.
    pub names: Vec<String>,
    pub other_names: Vec<String>,
    /// Sentences of other articles of the same subject.
    pub others: Vec<String>,
}

/// What the text says: all that a false sentence is held against.
struct Said {
    text: String,
    /// Letters and digits of the text alone.
    plain: String,
    figures: BTreeSet<String>,
    names: Vec<String>,
    strangers: Vec<String>,
}

impl Said {
    fn of(material: &Material) -> Self {
        let text = format!("{}\n{}", material.title, material.text);
        Self {
            plain: plain(&text),
            figures: figures(&text).into_iter().map(|figure| figure.value).collect(),
            names: material.names.clone(),
            strangers: material.other_names.clone(),
            text,
        }
    }

    /// Whether the text has these words in a row, whatever spaces and punctuation are between them.
    fn says(&self, sentence: &str) -> bool {
        self.plain.contains(&plain(sentence))
    }
}

/// Letters and digits alone, small.
fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The questions that an article gives, at most one of each kind: a seed gives the same ones again.
pub fn questions(material: &Material, seed: u64) -> Vec<CheckQuestion> {
    let mut chance = Chance::new(seed);
    let said = Said::of(material);
    let usable = |sentence: &&String| LENGTH.contains(&sentence.chars().count());
    let sentences: Vec<&str> = material.sentences.iter().filter(usable).map(String::as_str).collect();
    let number = number(&sentences, &said, &mut chance);
    // A sentence whose figure is asked must not be shown before.
    let asked = number.as_ref().map(|(at, _)| *at);
    let rest: Vec<&str> =
        sentences.iter().enumerate().filter(|(at, _)| Some(*at) != asked).map(|(_, sentence)| *sentence).collect();
    let which = which(&rest, &material.others, &said, &mut chance);
    let order = order(&sentences, &said, &mut chance);
    which.into_iter().chain(number.map(|(_, question)| question)).chain(order).collect()
}

/// One sentence of the text among others that are not.
fn which(sentences: &[&str], others: &[String], said: &Said, chance: &mut Chance) -> Option<CheckQuestion> {
    let mut order: Vec<&str> = sentences.to_vec();
    chance.shuffle(&mut order);
    let right = order.pop()?;
    let mut wrong: Vec<String> = Vec::new();
    for sentence in order {
        if wrong.len() + 1 == CHOICES {
            break;
        }
        wrong.extend(twist::twist(sentence, said, chance).filter(|made| !wrong.contains(made)));
    }
    let usable = |sentence: &&str| LENGTH.contains(&sentence.chars().count());
    let mut strangers: Vec<&str> = twist::foreign(others, said).into_iter().filter(usable).collect();
    chance.shuffle(&mut strangers);
    while wrong.len() + 1 < CHOICES
        && let Some(stranger) = strangers.pop()
    {
        if !wrong.iter().any(|other| plain(other) == plain(stranger)) {
            wrong.push(stranger.to_owned());
        }
    }
    question(CheckKind::Said, Vec::new(), right.to_owned(), wrong, chance)
}

/// A figure that stands once in the text, beside others that it does not have. With the index of its sentence.
fn number(sentences: &[&str], said: &Said, chance: &mut Chance) -> Option<(usize, CheckQuestion)> {
    let all = figures(&said.text);
    let once = |figure: &Figure| all.iter().filter(|other| other.value == figure.value).count() == 1;
    let mut found: Vec<(usize, &str, Figure)> = sentences
        .iter()
        .enumerate()
        .flat_map(|(at, sentence)| figures(sentence).into_iter().map(move |figure| (at, *sentence, figure)))
        .filter(|(_, sentence, figure)| unit(sentence, figure).is_some() && !is_part(sentence, figure) && once(figure))
        .collect();
    chance.shuffle(&mut found);
    found.into_iter().find_map(|(at, sentence, figure)| {
        let wrong = others(sentence, &figure, &said.figures, false, CHOICES - 1, chance);
        let right = sentence.get(figure.range.clone())?.to_owned();
        let mut about = sentence.to_owned();
        about.replace_range(figure.range, BLANK);
        Some((at, question(CheckKind::Number, vec![about], right, wrong, chance)?))
    })
}

/// Three sentences that stand far apart and nowhere twice: in which order the text says them is a matter of fact.
fn order(sentences: &[&str], said: &Said, chance: &mut Chance) -> Option<CheckQuestion> {
    let once = |sentence: &&&str| said.plain.matches(&plain(sentence)).count() == 1;
    let all: Vec<&str> = sentences.iter().filter(once).copied().collect();
    let apart = (all.len() / 5).max(1);
    let room = all.len().checked_sub(2 * apart + 1)?;
    let first = chance.below(room + 1);
    let second = first + apart + chance.below(room + 1 - first);
    let third = second + apart + chance.below(room + 1 + apart - second);
    let told = [*all.get(first)?, *all.get(second)?, *all.get(third)?];
    // `shown[i]` is which of the three stands at place i.
    let mut shown = [0, 1, 2];
    chance.shuffle(&mut shown);
    let name = |order: [usize; 3]| {
        let labels: Vec<&str> =
            order.iter().filter_map(|of| LABELS.get(shown.iter().position(|at| at == of)?).copied()).collect();
        labels.join("-")
    };
    let mut wrong = vec![[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
    chance.shuffle(&mut wrong);
    let about = shown.iter().filter_map(|at| told.get(*at)).map(|sentence| (*sentence).to_owned()).collect();
    let wrong = wrong.into_iter().take(CHOICES - 1).map(name).collect();
    question(CheckKind::Order, about, name([0, 1, 2]), wrong, chance)
}

fn question(
    kind: CheckKind,
    about: Vec<String>,
    right: String,
    wrong: Vec<String>,
    chance: &mut Chance,
) -> Option<CheckQuestion> {
    if wrong.len() + 1 < LEAST {
        return None;
    }
    let at = chance.below(wrong.len() + 1);
    let mut choices = wrong;
    choices.insert(at, right);
    Some(CheckQuestion { kind, about, choices, right: at })
}

/// Chance by a seed.
struct Chance(ChaCha8Rng);

impl Chance {
    fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// A number below `count`, which is not 0.
    fn below(&mut self, count: usize) -> usize {
        let count = u64::try_from(count.max(1)).unwrap_or(u64::MAX);
        usize::try_from(self.0.next_u64() % count).unwrap_or(0)
    }

    /// Fisher and Yates's.
    fn shuffle<T>(&mut self, all: &mut [T]) {
        for at in (1..all.len()).rev() {
            let other = self.below(at + 1);
            all.swap(at, other);
        }
    }
}
