//! Corrections laid over the terms of an article: what only the extraction makes, idioms, pairs written apart and parts
//! of compounds, is corrected here, after the same rules as the words.

use std::collections::BTreeMap;

use super::Corrections;
use super::apply::plain;
use crate::vocab::{ArticleTerm, Kind, Pos, TermKey};

impl Corrections {
    /// The terms of an article as the learner has them, in the order of their keys.
    pub fn settle(&self, terms: Vec<ArticleTerm>) -> Vec<ArticleTerm> {
        if self.is_empty() {
            return terms;
        }
        let mut settled: BTreeMap<(TermKey, Pos), ArticleTerm> = BTreeMap::new();
        for term in terms.into_iter().filter(|term| !self.is_split(term)) {
            let term = self.shelve_term(self.rename_term(term));
            match settled.get_mut(&(term.key.clone(), term.pos)) {
                Some(same) => unite(same, term),
                None => {
                    settled.insert((term.key.clone(), term.pos), term);
                }
            }
        }
        settled.into_values().collect()
    }

    fn is_split(&self, term: &ArticleTerm) -> bool {
        term.pos == Pos::Noun && self.bounds.iter().any(|bound| !bound.join && bound.key == term.key)
    }

    fn rename_term(&self, term: ArticleTerm) -> ArticleTerm {
        let (key, pos) = self.identity(&term.key, term.pos);
        let Some(end) = self.end(&term.key).filter(|_| (&key, pos) != (&term.key, term.pos)) else { return term };
        let kind = if end.name { Kind::Name } else { plain(pos) };
        ArticleTerm { key, term: end.term, pos, kind, parts: Vec::new(), ..term }
    }

    fn shelve_term(&self, term: ArticleTerm) -> ArticleTerm {
        match self.shelf.get(&term.key) {
            Some(true) => ArticleTerm { pos: Pos::Noun, kind: Kind::Name, parts: Vec::new(), ..term },
            Some(false) if term.kind == Kind::Name => ArticleTerm { pos: Pos::Noun, kind: Kind::Noun, ..term },
            _ => term,
        }
    }
}

/// Two terms that are one: each place counts once, and what was seen as a compound anywhere is one.
fn unite(term: &mut ArticleTerm, other: ArticleTerm) {
    let better = term.kind == Kind::Name || term.kind == Kind::Noun && other.kind == Kind::Compound;
    if better && other.kind != Kind::Name {
        (term.kind, term.parts) = (other.kind, other.parts);
    }
    term.occurrences.extend(other.occurrences);
    term.occurrences.sort_by_key(|at| (at.sentence, at.range.start, at.range.end));
    term.occurrences.dedup();
    term.nested += other.nested;
    term.in_title |= other.in_title;
    term.short_for = term.short_for.take().or(other.short_for);
}

#[cfg(test)]
mod tests {
    use super::super::Correction;
    use super::super::tests::{merge, split};
    use super::*;
    use crate::vocab::Occurrence;

    fn term(term: &str, pos: Pos, kind: Kind, at: &[usize]) -> ArticleTerm {
        ArticleTerm {
            key: TermKey::of(term),
            term: term.into(),
            pos,
            kind,
            parts: vec![],
            occurrences: at.iter().map(|start| Occurrence { sentence: 0, range: *start..start + 6 }).collect(),
            nested: 1,
            in_title: false,
            short_for: None,
        }
    }

    fn settled(terms: Vec<ArticleTerm>, list: &[Correction]) -> Vec<(String, Kind, usize)> {
        let terms = Corrections::of(list).settle(terms);
        terms.into_iter().map(|term| (term.term, term.kind, term.occurrences.len())).collect()
    }

    #[test]
    fn terms_that_are_one_share_their_places() {
        let terms = vec![term("웨이퍼", Pos::Noun, Kind::Noun, &[0, 9]), term("기판", Pos::Noun, Kind::Noun, &[0, 30])];
        assert_eq!(settled(terms, &[merge("웨이퍼", "기판")]), [("기판".to_owned(), Kind::Noun, 3)]);
    }

    #[test]
    fn what_the_extraction_made_is_split_and_shelved_too() {
        let terms = vec![
            term("해외 진출", Pos::Noun, Kind::Compound, &[0]),
            term("박차를 가하다", Pos::Verb, Kind::Idiom, &[9]),
            term("비키", Pos::Noun, Kind::Noun, &[20]),
        ];
        let list = [split(&["해외", "진출"]), Correction::Name { term: "비키".into() }];
        let expected = [("박차를 가하다".to_owned(), Kind::Idiom, 1), ("비키".to_owned(), Kind::Name, 1)];
        assert_eq!(settled(terms, &list), expected);
    }
}
