//! Idioms of a noun and its verb, where an article uses them so: 박차를 가하다, 쓴맛을 보다; and of two nouns: 삶의 질.

use super::word::Word;
use super::{Kind, Pos};
use crate::lexicon;

/// Particles of an idiom's noun, as the lexicon writes them; the article may have another, or none.
const PARTICLES: &[&str] = &["을", "를", "이", "가", "에", "의"];

/// The idioms of a sentence whose `words` these are: each with the bytes from its noun to the end of its verb, and as
/// its own letters those of the noun, which is what a question blanks.
pub fn idioms(text: &str, words: &[Word]) -> Vec<Word> {
    words
        .windows(2)
        .filter_map(|pair| idiom(text, &pair[0], &pair[1]).or_else(|| of_nouns(text, &pair[0], &pair[1])))
        .collect()
}

/// 삶의 질, 규모의 경제: a term of two nouns, all of whose letters are its own.
fn of_nouns(text: &str, first: &Word, second: &Word) -> Option<Word> {
    let own = first.own.start..second.own.end;
    let term = text.get(own.clone()).filter(|_| first.pos == Pos::Noun && second.pos == Pos::Noun)?;
    let linked = text.get(first.own.end..second.own.start) == Some("의 ");
    (linked && lexicon::entries(term).iter().any(|entry| matches!(entry.pos, "phrase" | "idiom"))).then(|| Word {
        term: term.to_owned(),
        pos: Pos::Noun,
        kind: Kind::Compound,
        parts: vec![first.term.clone(), second.term.clone()],
        span: own.clone(),
        own,
        follows: false,
    })
}

fn idiom(text: &str, noun: &Word, verb: &Word) -> Option<Word> {
    let ends_one = || matches!(verb.pos, Pos::Verb | Pos::Adjective) && lexicon::ends_idiom(&verb.term);
    if noun.pos != Pos::Noun || !ends_one() {
        return None;
    }
    let between = text.get(noun.span.end..verb.span.start)?;
    // A particle of one or two letters and the space, no more: anything else is another clause.
    let particle = between.trim();
    if !between.ends_with(' ') || particle.chars().count() > 2 || particle.contains(|c: char| !c.is_alphabetic()) {
        return None;
    }
    let own = PARTICLES.iter().filter(|p| **p == particle);
    let term = own.chain(PARTICLES).find_map(|particle| {
        let term = format!("{}{particle} {}", noun.term, verb.term);
        lexicon::entries(&term).iter().any(|entry| entry.pos == "idiom").then_some(term)
    })?;
    Some(Word {
        term,
        pos: Pos::Verb,
        kind: Kind::Idiom,
        parts: vec![noun.term.clone(), verb.term.clone()],
        span: noun.span.start..verb.span.end,
        own: noun.own.clone(),
        follows: false,
    })
}

#[cfg(test)]
mod tests {
    use super::super::word::words;
    use super::*;
    use crate::korean::analyzer::Analyzer;

    fn found(text: &str) -> Vec<String> {
        let words = words(text, &Analyzer::open().unwrap().analyze(text).unwrap());
        idioms(text, &words).into_iter().map(|word| word.term).collect()
    }

    #[test]
    fn a_noun_and_its_verb_are_an_idiom_where_the_lexicon_says_so() {
        assert_eq!(found("신사업 발굴에 박차를 가하고 있다."), ["박차를 가하다"]);
        assert_eq!(found("높은 금리가 성장의 발목을 잡았다."), ["발목을 잡다"]);
    }

    #[test]
    fn two_nouns_are_a_term_where_the_lexicon_says_so() {
        assert_eq!(found("기술은 삶의 질을 높인다."), ["삶의 질"]);
        assert!(found("회사의 계획을 높이 샀다.").is_empty());
    }

    #[test]
    fn another_clause_is_no_idiom() {
        assert!(found("박차는 있지만 힘을 가하지 않았다.").is_empty());
    }
}
