//! Which sentences can ask which terms, and how well.

use std::ops::Range;

use super::{Cloze, Prompt};
use crate::article::{Article, SentenceKind};
use crate::vocab::{ArticleTerm, Kind};

/// At most this many questions a term from one article.
const MOST: usize = 5;

/// Below this a sentence is used only when the term has none above it.
pub const FLOOR: f32 = 0.35;

/// What a sentence begins with when it leans on the one before it.
const DANGLING: &[&str] = &[
    "이",
    "그",
    "이는",
    "이를",
    "이에",
    "이런",
    "이러한",
    "그런",
    "그러나",
    "그러면서",
    "그는",
    "그녀는",
    "그것은",
    "이것은",
    "이들은",
    "그들은",
    "이로써",
    "여기에",
    "이와",
    "이처럼",
    "때문에",
    "또",
    "또한",
    "하지만",
    "다만",
    "그래서",
    "따라서",
    "반면",
];

/// The questions an article can ask, best first within each term. Names are never asked.
pub fn build(article: &Article, terms: &[ArticleTerm]) -> Vec<Cloze> {
    let frames: Vec<Frame> =
        article.sentences.iter().map(|sentence| Frame::of(article.sentence_text(sentence), sentence.kind)).collect();
    let mut clozes = Vec::new();
    for (index, term) in terms.iter().enumerate().filter(|(_, term)| term.kind != Kind::Name) {
        let mut of_term: Vec<Cloze> = Vec::new();
        for occurrence in &term.occurrences {
            let Some(score) = frames.get(occurrence.sentence).and_then(|frame| frame.score(&occurrence.range, term))
            else {
                continue;
            };
            // Of two showings in one sentence one question is enough.
            match of_term.iter_mut().find(|cloze| cloze.sentence == occurrence.sentence) {
                Some(other) if other.score >= score => {}
                Some(other) => (other.range, other.score) = (occurrence.range.clone(), score),
                None => of_term.push(Cloze {
                    term: index,
                    sentence: occurrence.sentence,
                    range: occurrence.range.clone(),
                    score,
                }),
            }
        }
        of_term.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.sentence.cmp(&b.sentence)));
        let good = of_term.iter().filter(|cloze| cloze.score >= FLOOR).count();
        of_term.truncate(good.clamp(1, MOST));
        clozes.append(&mut of_term);
    }
    clozes
}

/// A sentence as a question, whatever it asks.
struct Frame<'a> {
    sentence: &'a str,
    /// 0 to 1: what its length, its end, its beginning and its quotations are worth.
    worth: f32,
}

impl<'a> Frame<'a> {
    fn of(sentence: &'a str, kind: SentenceKind) -> Self {
        let mut worth = length(sentence.split_whitespace().count());
        if kind == SentenceKind::Headline {
            worth *= 0.2;
        } else if !is_complete(sentence) {
            worth *= 0.4;
        }
        if DANGLING.contains(&sentence.split_whitespace().next().unwrap_or_default()) {
            worth *= 0.75;
        }
        if !quotes_pair(sentence) {
            worth *= 0.6;
        }
        Self { sentence, worth }
    }

    /// How good a question it is for a term at `range`, 0 to 1; `None` where the range does not fit the sentence.
    fn score(&self, range: &Range<usize>, term: &ArticleTerm) -> Option<f32> {
        let prompt = Prompt::cut(self.sentence, range.clone())?;
        if prompt.answer.is_empty() {
            return None;
        }
        let mut score = self.worth;
        if shows_again(&prompt) {
            score *= 0.4;
        } else if term
            .parts
            .iter()
            .any(|part| part.chars().count() >= 2 && (prompt.before.contains(part) || prompt.after.contains(part)))
        {
            score *= 0.8;
        }
        if prompt.answer.chars().count() == 1 {
            score *= 0.7;
        }
        Some(score.clamp(0.0, 1.0))
    }
}

/// Eight to twenty-five eojeol give enough to go by and can be read at a glance.
const fn length(eojeols: usize) -> f32 {
    match eojeols {
        0..=3 => 0.25,
        4..=5 => 0.5,
        6..=7 => 0.8,
        8..=25 => 1.0,
        26..=35 => 0.75,
        _ => 0.5,
    }
}

/// Whether a sentence ends as one: with its full stop, or with what closes a quotation.
fn is_complete(sentence: &str) -> bool {
    let bare = sentence.trim_end_matches(['”', '’', '"', '\'', ')', ']', '」', '』', '》', '>']);
    bare.ends_with(['.', '!', '?', '…']) || bare.ends_with('다') || bare.ends_with('요')
}

fn quotes_pair(sentence: &str) -> bool {
    let count = |c: char| sentence.chars().filter(|&x| x == c).count();
    count('“') == count('”') && count('‘') == count('’') && count('(') == count(')') && count('"') % 2 == 0
}

/// Whether the answer can be read elsewhere in the question, whatever its spacing.
fn shows_again(prompt: &Prompt) -> bool {
    let sides = [prompt.before, prompt.after];
    let mut letters = prompt.answer.chars().filter(|c| !c.is_whitespace());
    let Some(first) = letters.next() else { return false };
    let rest: Vec<char> = letters.collect();
    // One syllable is found in half of all sentences; there it says nothing unless it stands as a word.
    if rest.is_empty() {
        return sides.iter().any(|side| side.split_whitespace().any(|word| word.starts_with(first)));
    }
    sides.iter().any(|side| {
        side.match_indices(first).any(|(at, found)| {
            let behind = side.get(at + found.len()..).unwrap_or_default();
            let mut behind = behind.chars().filter(|c| !c.is_whitespace());
            rest.iter().all(|&letter| behind.next() == Some(letter))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Facts, Sentence};
    use crate::vocab::{Occurrence, Pos, TermKey};

    /// An article of the given lines, and the term `word` wherever it stands in them.
    fn setup(lines: &[(&str, SentenceKind)], word: &str) -> (Article, Vec<ArticleTerm>) {
        let text = lines.iter().map(|(line, _)| *line).collect::<Vec<_>>().join("\n");
        let mut start = 0;
        let mut sentences = Vec::new();
        let mut occurrences = Vec::new();
        for (index, (line, kind)) in lines.iter().enumerate() {
            sentences.push(Sentence { range: start..start + line.len(), kind: *kind, paragraph: index });
            start += line.len() + 1;
            occurrences.extend(
                line.match_indices(word).map(|(at, _)| Occurrence { sentence: index, range: at..at + word.len() }),
            );
        }
        let term = ArticleTerm {
            key: TermKey::of(word),
            term: word.into(),
            pos: Pos::Noun,
            kind: Kind::Compound,
            parts: vec![],
            occurrences,
            nested: 0,
            in_title: false,
            short_for: None,
        };
        (Article { facts: Facts::default(), text, sentences, removed: vec![] }, vec![term])
    }

    const GOOD: &str = "국내 통신사들은 포화된 시장을 벗어나려고 지난해부터 해외진출을 서두르고 있다.";

    #[test]
    fn a_headline_is_not_asked_while_a_sentence_exists() {
        let lines = [("통신사 해외진출 박차", SentenceKind::Headline), (GOOD, SentenceKind::Body)];
        let (article, terms) = setup(&lines, "해외진출");
        let clozes = build(&article, &terms);
        assert_eq!(clozes.iter().map(|c| c.sentence).collect::<Vec<_>>(), [1]);
        let (article, terms) = setup(&lines[..1], "해외진출");
        assert_eq!(build(&article, &terms).len(), 1, "better a headline than no question");
    }

    #[test]
    fn a_sentence_that_shows_the_answer_again_ranks_below_one_that_does_not() {
        let twice = "해외진출을 서두르던 통신사들은 올해 들어 다시 한번 해외 진출을 미루기로 했다.";
        let (article, terms) = setup(&[(twice, SentenceKind::Body), (GOOD, SentenceKind::Body)], "해외진출");
        let clozes = build(&article, &terms);
        assert_eq!(clozes[0].sentence, 1);
    }

    #[test]
    fn a_name_is_never_asked() {
        let (article, mut terms) = setup(&[(GOOD, SentenceKind::Body)], "해외진출");
        terms[0].kind = Kind::Name;
        assert!(build(&article, &terms).is_empty());
    }

    #[test]
    fn one_sentence_asks_a_term_once() {
        let (article, terms) = setup(
            &[("해외진출이 늘고 해외진출이 쉬워졌지만 통신사들은 아직 망설이고 있다.", SentenceKind::Body)],
            "해외진출",
        );
        assert_eq!(build(&article, &terms).len(), 1);
    }
}
