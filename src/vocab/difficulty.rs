//! How hard an article is for one reader, 1 (easy) to 6, with what makes it so.

use serde::Serialize;

use super::Pos;
use crate::lexicon;

/// A term that no dictionary lists and whose parts none lists either: rare, and so hard.
const UNLISTED: f64 = 5.0;

/// A term of the article as the reader has it.
#[derive(Debug, Clone, Copy)]
pub struct Word<'a> {
    pub term: &'a str,
    pub pos: Pos,
    pub parts: &'a [String],
    /// How often it stands there.
    pub count: usize,
    pub known: bool,
}

/// What difficulty is made of.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Measures {
    /// The part of the running terms, names apart, that the reader knows: 0 to 1.
    pub coverage: f64,
    /// Eojeols a sentence.
    pub sentence_length: f64,
    /// The part of the different terms that are Sino-Korean: 0 to 1.
    pub sino_share: f64,
    /// The mean level of the different terms that are not known, 1 to 6; 0 where all are.
    pub unknown_level: f64,
}

/// One reason with what it adds, from 0 to its weight.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Reason {
    pub reason: Cause,
    /// As it was measured.
    pub value: f64,
    pub points: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    Coverage,
    SentenceLength,
    SinoShare,
    UnknownLevel,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Difficulty {
    /// 1 to 6.
    pub level: u8,
    /// The sum of the reasons, 0 to 1.
    pub points: f64,
    /// What weighs most stands first.
    pub reasons: Vec<Reason>,
}

/// What measures are made of, added up word by word: so that a word that was learned can be told of without reading all.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Sums {
    /// Occurrences of terms, names apart, and of those that the reader knows.
    pub running: usize,
    pub known: usize,
    /// Different terms, and those of them that are Sino-Korean.
    pub different: usize,
    pub sino: usize,
    /// Different terms that the reader does not know, and the sum of their levels.
    pub unknown: usize,
    pub levels: f64,
    pub sentences: usize,
    pub eojeols: usize,
}

impl Sums {
    pub fn add(&mut self, word: &Word) {
        self.running += word.count;
        self.different += 1;
        self.sino += usize::from(is_sino(word));
        if word.known {
            self.known += word.count;
        } else {
            self.unknown += 1;
            self.levels += level(word);
        }
    }

    pub fn measures(&self) -> Measures {
        Measures {
            coverage: if self.running == 0 { 1.0 } else { ratio(self.known, self.running) },
            sentence_length: ratio(self.eojeols, self.sentences),
            sino_share: ratio(self.sino, self.different),
            unknown_level: if self.unknown == 0 { 0.0 } else { self.levels / ratio(self.unknown, 1) },
        }
    }
}

/// Measures a text of so many sentences and eojeols.
pub fn measure<'a>(words: impl IntoIterator<Item = Word<'a>>, sentences: usize, eojeols: usize) -> Measures {
    let mut sums = Sums { sentences, eojeols, ..Sums::default() };
    words.into_iter().for_each(|word| sums.add(&word));
    sums.measures()
}

/// The level that the measures come to.
///
/// With 98 of 100 words known one reads without help, below 95 with trouble (Hu & Nation 2000; Laufer &
/// Ravenhorst-Kalovski 2010); at 70 the text is a puzzle. Terms are only the content words, so that the bounds here lie
/// somewhat lower. A sentence of news has 8 to 25 eojeols. Unknown words weigh by their level only as far as there are any.
pub fn difficulty(measures: &Measures) -> Difficulty {
    let unknown = between(1.0 - measures.coverage, 0.02, 0.60);
    let hard = between(measures.unknown_level, 1.0, 6.0) * between(1.0 - measures.coverage, 0.0, 0.10);
    let reason = |reason, value, points| Reason { reason, value, points };
    let mut reasons = vec![
        reason(Cause::Coverage, measures.coverage, 0.5 * unknown),
        reason(Cause::SentenceLength, measures.sentence_length, 0.2 * between(measures.sentence_length, 8.0, 25.0)),
        reason(Cause::UnknownLevel, measures.unknown_level, 0.2 * hard),
        reason(Cause::SinoShare, measures.sino_share, 0.1 * between(measures.sino_share, 0.4, 0.9)),
    ];
    reasons.sort_by(|a, b| b.points.total_cmp(&a.points));
    let points: f64 = reasons.iter().map(|reason| reason.points).sum();
    let level = 1 + [1.0, 2.0, 3.0, 4.0, 5.0].iter().filter(|&&bound| points * 6.0 >= bound).map(|_| 1_u8).sum::<u8>();
    Difficulty { level, points, reasons }
}

/// Where a value lies between two bounds, 0 to 1.
fn between(value: f64, low: f64, high: f64) -> f64 {
    ((value - low) / (high - low)).clamp(0.0, 1.0)
}

fn ratio(part: usize, whole: usize) -> f64 {
    let number = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    if whole == 0 { 0.0 } else { number(part) / number(whole) }
}

fn is_sino(word: &Word) -> bool {
    match lexicon::find(word.term, word.pos) {
        Some(entry) => entry.hanja.is_some(),
        None => {
            !word.parts.is_empty()
                && word.parts.iter().all(|part| lexicon::find(part, Pos::Noun).is_some_and(|one| one.hanja.is_some()))
        }
    }
}

/// 1 to 6: a compound that is not listed is as hard as the hardest of its parts.
pub fn level(word: &Word) -> f64 {
    let of = |term: &str, pos| lexicon::find(term, pos).map(|entry| f64::from(entry.level));
    of(word.term, word.pos)
        .or_else(|| word.parts.iter().filter_map(|part| of(part, Pos::Noun)).reduce(f64::max))
        .unwrap_or(UNLISTED)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn word(term: &str, known: bool) -> Word<'_> {
        Word { term, pos: Pos::Noun, parts: &[], count: 1, known }
    }

    #[test]
    fn who_knows_all_words_of_short_sentences_reads_with_ease() {
        let measures = measure(["회사", "시장", "나라"].map(|term| word(term, true)), 3, 18);
        assert!((measures.coverage - 1.0).abs() < 1e-9 && measures.unknown_level == 0.0);
        assert_eq!(difficulty(&measures).level, 1);
    }

    #[test]
    fn who_knows_nothing_of_long_sentences_does_not() {
        let terms = ["내수산업", "지분참여", "유상증자", "공매도"].map(|term| word(term, false));
        let found = difficulty(&measure(terms, 2, 60));
        assert_eq!(found.level, 6);
        assert_eq!(found.reasons[0].reason, Cause::Coverage);
    }

    #[test]
    fn an_empty_text_is_easy() {
        assert_eq!(difficulty(&measure([], 0, 0)).level, 1);
    }

    fn measures() -> impl Strategy<Value = Measures> {
        (0.0..=1.0, 0.0..40.0, 0.0..=1.0, 0.0..=6.0).prop_map(
            |(coverage, sentence_length, sino_share, unknown_level)| Measures {
                coverage,
                sentence_length,
                sino_share,
                unknown_level,
            },
        )
    }

    proptest! {
        #[test]
        fn a_level_is_one_to_six_and_the_sum_of_its_reasons(measures in measures()) {
            let found = difficulty(&measures);
            let sum: f64 = found.reasons.iter().map(|reason| reason.points).sum();
            prop_assert!((1..=6).contains(&found.level) && (0.0..=1.0 + 1e-9).contains(&found.points));
            prop_assert!((sum - found.points).abs() < 1e-9);
        }

        #[test]
        fn more_known_or_shorter_is_never_harder(one in measures(), more in 0.0..0.5_f64, shorter in 0.0..20.0_f64) {
            let easier = Measures {
                coverage: (one.coverage + more).min(1.0),
                sentence_length: (one.sentence_length - shorter).max(0.0),
                ..one
            };
            prop_assert!(difficulty(&easier).points <= difficulty(&one).points + 1e-9);
        }
    }
}
