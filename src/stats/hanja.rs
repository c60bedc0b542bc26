//! The characters in whose words a learner errs most.

use std::collections::HashMap;

/// Answers of the average learner of these words that are added to each character's own, so that a character with a few
/// answers is not told by chance: the rate is `(forgotten + PRIOR · mean) / (answers + PRIOR)`, the posterior mean under
/// a beta distribution of that weight.
const PRIOR: f64 = 20.0;

/// Answers and words that a character must have to be told of.
const ANSWERS: usize = 10;
const WORDS: usize = 2;

/// A word with its hanja and how it was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnsweredWord<'a> {
    pub word: &'a str,
    pub hanja: &'a str,
    pub answers: usize,
    /// How often it was forgotten after it had been learned.
    pub lapses: usize,
}

/// A character that does not want to stay.
#[derive(Debug, Clone, PartialEq)]
pub struct HardHanja {
    pub character: char,
    /// As it is read in the word that was forgotten most often.
    pub reading: char,
    pub answers: usize,
    pub lapses: usize,
    /// Shrunk towards the mean of all.
    pub rate: f64,
    /// Its words that were forgotten most often, at most three.
    pub words: Vec<String>,
}

/// The `most` hardest characters that are worse than the mean, the hardest first. Words that are not hanja throughout are
/// left out, because which syllable is which character is not told of them.
pub fn hardest<'a>(words: impl Iterator<Item = AnsweredWord<'a>>, most: usize) -> Vec<HardHanja> {
    let mut by_character: HashMap<char, Vec<(char, AnsweredWord<'a>)>> = HashMap::new();
    let (mut answers, mut lapses) = (0, 0);
    for word in words {
        let syllables: Vec<char> = word.word.chars().filter(|c| !c.is_whitespace()).collect();
        let characters: Vec<char> = word.hanja.chars().collect();
        let native = |c: &char| matches!(c, '가'..='힣') || c.is_ascii();
        if word.answers == 0 || syllables.len() != characters.len() || characters.iter().any(native) {
            continue;
        }
        answers += word.answers;
        lapses += word.lapses;
        for (at, (reading, character)) in syllables.into_iter().zip(&characters).enumerate() {
            if !characters[..at].contains(character) {
                by_character.entry(*character).or_default().push((reading, word));
            }
        }
    }
    let mean = part(lapses, answers);
    let mut hard: Vec<HardHanja> = by_character
        .into_iter()
        .filter_map(|(character, words)| of_words(character, words, mean))
        .filter(|hard| hard.lapses > 0 && hard.rate > mean)
        .collect();
    hard.sort_by(|a, b| b.rate.total_cmp(&a.rate).then(a.character.cmp(&b.character)));
    hard.truncate(most);
    hard
}

fn of_words(character: char, mut words: Vec<(char, AnsweredWord<'_>)>, mean: f64) -> Option<HardHanja> {
    let answers: usize = words.iter().map(|(_, word)| word.answers).sum();
    let lapses: usize = words.iter().map(|(_, word)| word.lapses).sum();
    if answers < ANSWERS || words.len() < WORDS {
        return None;
    }
    words.sort_by(|(_, a), (_, b)| b.lapses.cmp(&a.lapses).then(b.answers.cmp(&a.answers)).then(a.word.cmp(b.word)));
    let reading = words.first()?.0;
    let rate = (number(lapses) + PRIOR * mean) / (number(answers) + PRIOR);
    let words = words.iter().take(3).map(|(_, word)| word.word.to_owned()).collect();
    Some(HardHanja { character, reading, answers, lapses, rate, words })
}

fn part(part: usize, all: usize) -> f64 {
    if all == 0 { 0.0 } else { number(part) / number(all) }
}

#[expect(clippy::cast_precision_loss, reason = "counts of answers")]
const fn number(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const fn word<'a>(word: &'a str, hanja: &'a str, answers: usize, lapses: usize) -> AnsweredWord<'a> {
        AnsweredWord { word, hanja, answers, lapses }
    }

    #[test]
    fn the_character_of_forgotten_words_is_told_with_its_reading_and_words() {
        let words = [
            word("지분", "持分", 20, 8),
            word("유지", "維持", 20, 6),
            word("분할", "分割", 20, 1),
            word("분리", "分離", 20, 1),
            word("시장", "市場", 20, 0),
        ];
        let hard = hardest(words.into_iter(), 5);
        let first = &hard[0];
        assert_eq!((first.character, first.reading, first.answers, first.lapses), ('持', '지', 40, 14));
        assert_eq!(first.words, ["지분", "유지"]);
        // 16 of 100 were forgotten: (14 + 20 · 0.16) / (40 + 20).
        assert!((first.rate - 17.2 / 60.0).abs() < 1e-9);
        assert!(!hard.iter().any(|hard| hard.character == '市'), "one word says nothing of its character");
    }

    #[test]
    fn a_character_with_few_answers_is_not_told_by_chance() {
        let few = [word("가치", "價値", 2, 2), word("가격", "價格", 3, 2)];
        let many = [word("지분", "持分", 200, 60), word("유지", "維持", 200, 60)];
        assert!(hardest(few.into_iter(), 5).is_empty());
        let all: Vec<char> = hardest(few.into_iter().chain(many), 5).into_iter().map(|hard| hard.character).collect();
        assert!(!all.contains(&'價'), "five answers are fewer than ten");
    }

    #[test]
    fn words_that_are_partly_native_are_left_out() {
        let words = [word("한계값", "限界값", 30, 20), word("한계점", "限界", 30, 20), word("한도", "限度", 0, 0)];
        assert!(hardest(words.into_iter(), 5).is_empty());
    }

    proptest! {
        #[test]
        fn rates_lie_between_none_and_all_and_above_the_mean(
            words in prop::collection::vec(("[가-다]{2}", "[甲-男]{2}", 0_usize..50, 0_usize..50), 0..30)
        ) {
            let words: Vec<AnsweredWord> =
                words.iter().map(|(w, h, answers, lapses)| word(w, h, *answers, *lapses.min(answers))).collect();
            let hard = hardest(words.into_iter(), 4);
            prop_assert!(hard.len() <= 4);
            prop_assert!(hard.iter().all(|hard| hard.rate > 0.0 && hard.rate <= 1.0 && !hard.words.is_empty()));
            prop_assert!(hard.is_sorted_by(|a, b| a.rate >= b.rate));
        }
    }
}
