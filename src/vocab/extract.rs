//! The terms of an article: its words, counted under one identity, with the compounds it also writes apart.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use super::word::Word;
use super::{ArticleTerm, Kind, Occurrence, Pos, TermKey, generic};
use crate::lexicon;

/// A pair of nouns across a space is one term from this many times on.
const REPEATED: usize = 2;

/// Gathers the terms of an article. `title` holds the words of its headline, `sentences` those of each sentence;
/// occurrences carry the index into `sentences`.
pub fn extract(title: &[Word], sentences: &[Vec<Word>]) -> Vec<ArticleTerm> {
    let compounds = known_compounds(title, sentences);
    let mut terms: BTreeMap<(TermKey, Pos), Gathered> = BTreeMap::new();
    for (index, words) in sentences.iter().enumerate() {
        for word in joined(words, &compounds) {
            gather(&mut terms, &word).occurrences.push(Occurrence { sentence: index, range: word.own.clone() });
        }
    }
    for word in joined(title, &compounds) {
        if let Some(term) = terms.get_mut(&(TermKey::of(&word.term), word.pos)) {
            term.in_title = true;
        }
    }
    count_nested(&mut terms);
    terms.into_iter().map(|((key, pos), gathered)| gathered.into_term(key, pos)).collect()
}

struct Gathered {
    kind: Kind,
    parts: Vec<String>,
    spellings: HashMap<String, usize>,
    occurrences: Vec<Occurrence>,
    nested: usize,
    in_title: bool,
}

impl Gathered {
    fn into_term(self, key: TermKey, pos: Pos) -> ArticleTerm {
        // The more frequent spelling; between equals the solid one, then the order of letters, so that it is settled.
        let spelling = self.spellings.into_iter().max_by(|(a, x), (b, y)| {
            x.cmp(y).then_with(|| b.contains(' ').cmp(&a.contains(' '))).then_with(|| b.cmp(a))
        });
        ArticleTerm {
            term: spelling.map_or_else(|| key.as_str().to_owned(), |(term, _)| term),
            key,
            pos,
            kind: self.kind,
            parts: self.parts,
            occurrences: self.occurrences,
            nested: self.nested,
            in_title: self.in_title,
        }
    }
}

fn gather<'a>(terms: &'a mut BTreeMap<(TermKey, Pos), Gathered>, word: &Word) -> &'a mut Gathered {
    let gathered = terms.entry((TermKey::of(&word.term), word.pos)).or_insert_with(|| Gathered {
        kind: word.kind,
        parts: word.parts.clone(),
        spellings: HashMap::new(),
        occurrences: Vec::new(),
        nested: 0,
        in_title: false,
    });
    *gathered.spellings.entry(word.term.clone()).or_default() += 1;
    // What was once seen as a compound is one, even where the analyzer took it whole elsewhere.
    if word.kind == Kind::Compound && gathered.kind == Kind::Noun {
        gathered.kind = Kind::Compound;
        gathered.parts.clone_from(&word.parts);
    }
    gathered
}

/// Keys that two nouns across a space make a term of: written solid elsewhere in the article, in the lexicon, or
/// repeated.
fn known_compounds(title: &[Word], sentences: &[Vec<Word>]) -> HashSet<TermKey> {
    let mut known = HashSet::new();
    let mut pairs: HashMap<TermKey, usize> = HashMap::new();
    for words in sentences.iter().map(Vec::as_slice).chain([title]) {
        for word in words.iter().filter(|word| word.kind == Kind::Compound) {
            known.insert(TermKey::of(&word.term));
        }
        for (first, second) in neighbours(words) {
            let key = TermKey::of(&format!("{}{}", first.term, second.term));
            if lexicon::contains(key.as_str()) {
                known.insert(key);
            } else if may_repeat(first) && may_repeat(second) {
                *pairs.entry(key).or_default() += 1;
            }
        }
    }
    known.extend(pairs.into_iter().filter(|&(_, count)| count >= REPEATED).map(|(key, _)| key));
    known
}

/// Nouns with nothing but a space between them.
fn neighbours(words: &[Word]) -> impl Iterator<Item = (&Word, &Word)> {
    words.windows(2).filter_map(|pair| match pair {
        [first, second] if second.follows && is_noun(first) && is_noun(second) => Some((first, second)),
        _ => None,
    })
}

fn is_noun(word: &Word) -> bool {
    word.pos == Pos::Noun && word.kind != Kind::Name
}

fn may_repeat(word: &Word) -> bool {
    !generic::is_generic(&word.term) && word.kind == Kind::Noun && word.term.chars().count() >= 2
}

/// The words of a sentence with known compounds joined over the space.
fn joined(words: &[Word], compounds: &HashSet<TermKey>) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::with_capacity(words.len());
    for word in words {
        if let Some(last) = out.last_mut()
            && word.follows
            && is_noun(last)
            && is_noun(word)
            && compounds.contains(&TermKey::of(&format!("{}{}", last.term, word.term)))
        {
            *last = join(last, word);
        } else {
            out.push(word.clone());
        }
    }
    out
}

fn join(first: &Word, second: &Word) -> Word {
    let parts = |word: &Word| if word.kind == Kind::Compound { word.parts.clone() } else { vec![word.term.clone()] };
    Word {
        term: format!("{} {}", first.term, second.term),
        pos: Pos::Noun,
        kind: Kind::Compound,
        parts: [parts(first), parts(second)].concat(),
        span: first.span.start..second.span.end,
        own: first.own.start..second.own.end,
        follows: first.follows,
    }
}

/// Adds to each term how often it stands inside a longer one of the article.
fn count_nested(terms: &mut BTreeMap<(TermKey, Pos), Gathered>) {
    let longer: Vec<(Vec<TermKey>, usize)> = terms
        .values()
        .filter(|term| term.kind == Kind::Compound)
        .map(|term| (term.parts.iter().map(|part| TermKey::of(part)).collect(), term.occurrences.len()))
        .collect();
    for (parts, count) in longer {
        for part in parts {
            if let Some(term) = terms.get_mut(&(part, Pos::Noun)) {
                term.nested += count;
            }
        }
    }
}

/// Bytes that two occurrences share, if any: used by tests and by the cloze builder.
pub fn overlaps(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::korean::analyzer::Analyzer;
    use crate::vocab::word::words;

    fn terms(sentences: &[&str]) -> Vec<ArticleTerm> {
        let analyzer = Analyzer::open().unwrap();
        let read = |text: &&str| words(text, &analyzer.analyze(text).unwrap());
        extract(&[], &sentences.iter().map(read).collect::<Vec<_>>())
    }

    fn find<'a>(terms: &'a [ArticleTerm], term: &str) -> &'a ArticleTerm {
        terms.iter().find(|t| t.key == TermKey::of(term)).unwrap_or_else(|| panic!("{term} not in {terms:?}"))
    }

    #[test]
    fn one_identity_whatever_the_spacing() {
        let terms = terms(&["해외진출이 늘었다.", "해외 진출을 서두른다.", "해외진출은 어렵다."]);
        let term = find(&terms, "해외진출");
        assert_eq!((term.term.as_str(), term.kind, term.occurrences.len()), ("해외진출", Kind::Compound, 3));
        assert_eq!(term.parts, ["해외", "진출"]);
    }

    #[test]
    fn a_pair_that_is_neither_known_nor_repeated_stays_two() {
        let terms = terms(&["지난해 매출이 늘었다."]);
        assert!(terms.iter().all(|term| term.kind != Kind::Compound), "{terms:?}");
    }

    #[test]
    fn parts_know_how_often_they_are_nested() {
        let terms = terms(&["해외진출이 늘었다.", "진출이 쉽지 않다."]);
        assert_eq!(find(&terms, "진출").nested, 1);
    }

    #[test]
    fn names_are_kept_apart() {
        let terms = terms(&["시스코가 서울에서 합작사를 설립했다."]);
        assert_eq!(find(&terms, "시스코").kind, Kind::Name);
        assert_eq!(find(&terms, "합작사").kind, Kind::Noun);
    }
}
