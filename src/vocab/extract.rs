//! The terms of an article: its words, counted under one identity, with the compounds it also writes apart.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::chain::{deeds, joined, known_compounds, loose_pairs};
use super::word::Word;
use super::{ArticleTerm, Kind, Occurrence, Pos, TermKey, generic};
use crate::lexicon;

/// A part of a compound that stands nowhere alone is a term from this level of the lexicon on.
const PART_LEVEL: u8 = 3;

/// A sentence of an article, as its terms are gathered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    pub words: Vec<Word>,
    pub idioms: Vec<Word>,
    /// Short forms that the sentence introduces, each with its long form.
    pub abbreviations: Vec<(String, String)>,
    /// Whether it is a headline, a list item or a caption: its nouns stand side by side without being one term.
    pub headline: bool,
}

/// Gathers the terms of an article. `title` holds the words of its headline; occurrences carry the index into
/// `sentences`.
pub fn extract(title: Vec<Word>, sentences: Vec<Read>) -> Vec<ArticleTerm> {
    let compounds = known_compounds(&title, &sentences);
    let mut terms = Terms::default();
    let mut inside = Vec::new();
    let mut abbreviations = Vec::new();
    for (index, read) in sentences.into_iter().enumerate() {
        let words = joined(read.words, &compounds);
        let mut pairs = loose_pairs(&words, read.headline);
        pairs.extend(deeds(&words, &compounds, read.headline));
        for word in words.iter().chain(&pairs).chain(&read.idioms) {
            gather(&mut terms, word).occurrences.push(Occurrence { sentence: index, range: word.own.clone() });
        }
        for word in words {
            inside.extend(insides(&word).into_iter().map(|part| (part, index)));
        }
        abbreviations.extend(read.abbreviations);
    }
    for word in joined(title, &compounds) {
        if let Some(term) = terms.get_mut(&(TermKey::of(&word.term), word.pos)) {
            term.in_title = true;
        }
    }
    nest(&mut terms, inside);
    for (short, long) in abbreviations {
        let named = terms.get(&(TermKey::of(&long), Pos::Noun)).is_none_or(|long| long.kind == Kind::Name);
        if let Some(term) = terms.get_mut(&(TermKey::of(&short), Pos::Noun)) {
            // Letters of a word are a word: LLM of 대규모언어모델.
            if term.kind == Kind::Name && short.is_ascii() && !named {
                term.kind = Kind::Noun;
            }
            term.short_for.get_or_insert(long);
        }
    }
    let mut terms: Vec<ArticleTerm> =
        terms.into_iter().map(|((key, pos), gathered)| gathered.into_term(key, pos)).collect();
    terms.sort_unstable_by(|a, b| (&a.key, a.pos).cmp(&(&b.key, b.pos)));
    terms
}

type Terms = FxHashMap<(TermKey, Pos), Gathered>;

struct Gathered {
    kind: Kind,
    parts: Vec<String>,
    /// How often each stands there: mostly it is one.
    spellings: Vec<(String, usize)>,
    occurrences: Vec<Occurrence>,
    nested: usize,
    /// Its occurrences are all inside longer terms.
    only_nested: bool,
    in_title: bool,
    short_for: Option<String>,
}

impl Gathered {
    fn into_term(self, key: TermKey, pos: Pos) -> ArticleTerm {
        // The more frequent spelling; between equals the solid one, then the order of letters, so that it is settled.
        let spelling = self.spellings.into_iter().max_by(|(a, x), (b, y)| {
            x.cmp(y).then_with(|| b.contains(' ').cmp(&a.contains(' '))).then_with(|| b.cmp(a))
        });
        // A compound that stands alone as well is not one that stands only inside others.
        let alone = self.kind == Kind::Compound && !self.only_nested;
        let nested = if alone { self.nested.min(self.occurrences.len().saturating_sub(1)) } else { self.nested };
        ArticleTerm {
            term: spelling.map_or_else(|| key.as_str().to_owned(), |(term, _)| term),
            key,
            pos,
            kind: self.kind,
            parts: self.parts,
            occurrences: self.occurrences,
            nested,
            in_title: self.in_title,
            short_for: self.short_for,
        }
    }
}

fn gather<'a>(terms: &'a mut Terms, word: &Word) -> &'a mut Gathered {
    let gathered = terms.entry((TermKey::of(&word.term), word.pos)).or_insert_with(|| Gathered {
        kind: word.kind,
        parts: word.parts.clone(),
        spellings: Vec::new(),
        occurrences: Vec::new(),
        nested: 0,
        only_nested: false,
        in_title: false,
        short_for: None,
    });
    match gathered.spellings.iter_mut().find(|(spelling, _)| *spelling == word.term) {
        Some((_, count)) => *count += 1,
        None => gathered.spellings.push((word.term.clone(), 1)),
    }
    // What was once seen as a compound is one, even where the analyzer took it whole elsewhere.
    if word.kind == Kind::Compound && gathered.kind == Kind::Noun {
        gathered.kind = Kind::Compound;
        gathered.parts.clone_from(&word.parts);
    }
    gathered
}

/// Something that stands inside a compound.
struct Inside {
    form: String,
    parts: Vec<String>,
    range: Range<usize>,
}

/// The parts of a compound with the bytes of the sentence that are theirs, and, of three nouns apart, the last two and
/// those that are compounds themselves; none where the letters do not add up.
fn insides(word: &Word) -> Vec<Inside> {
    let mut parts: Vec<Inside> = Vec::new();
    let mut at = word.own.start;
    let mut rest = word.term.as_str();
    for part in word.parts.iter().filter(|_| word.kind == Kind::Compound) {
        at += rest.len() - rest.trim_start().len();
        let Some(behind) = rest.trim_start().strip_prefix(part.as_str()) else { return Vec::new() };
        parts.push(Inside { form: part.clone(), parts: Vec::new(), range: at..at + part.len() });
        at += part.len();
        rest = behind;
    }
    if !rest.is_empty() || at != word.own.end || parts.len() < 2 {
        return Vec::new();
    }
    let longer = longer_insides(word, &parts);
    parts.extend(longer);
    parts
}

/// What stands inside a compound and is one itself: of nouns apart each that is made of parts, the last two of three, and
/// the first two where the lexicon has them; of three parts or more that stand solid the front (생명공학 of 생명공학연구소),
/// for Korean compounds grow to the right.
fn longer_insides(word: &Word, parts: &[Inside]) -> Vec<Inside> {
    let mut longer: Vec<(String, Range<usize>)> = Vec::new();
    let nouns: Vec<&str> = word.term.split(' ').collect();
    let mut start = word.own.start;
    for (index, noun) in nouns.iter().enumerate() {
        let range = start..start + noun.len();
        start = range.end + 1;
        let own: Vec<&Inside> = parts.iter().filter(|part| range.contains(&part.range.start)).collect();
        if nouns.len() > 1 && own.len() > 1 {
            longer.push(((*noun).to_owned(), range.clone()));
        }
        if let [front @ .., last] = own.as_slice()
            && front.len() > 1
            && front.iter().all(|part| part.form.chars().count() > 1 && lexicon::contains(&part.form))
        {
            let front = range.start..last.range.start;
            longer.push((noun.get(..front.len()).unwrap_or_default().to_owned(), front));
        }
        let Some(next) = nouns.get(index + 1).filter(|_| nouns.len() > 2) else { continue };
        let pair = format!("{noun} {next}");
        if index + 2 == nouns.len() || index == 0 && lexicon::contains(&pair) {
            let end = range.end + 1 + next.len();
            longer.push((pair, range.start..end));
        }
    }
    let inside = longer.into_iter().map(|(form, range)| {
        let own = parts.iter().filter(|part| range.contains(&part.range.start)).map(|part| part.form.clone());
        Inside { form, parts: own.collect(), range }
    });
    inside.collect()
}

/// Counts for each term how often it stands inside a compound. What stands nowhere alone and is worth knowing becomes
/// a term where it stands: 웨이퍼 of 반도체 웨이퍼.
fn nest(terms: &mut Terms, inside: Vec<(Inside, usize)>) {
    for (Inside { form, parts, range }, sentence) in inside {
        let occurrence = Occurrence { sentence, range };
        let key = (TermKey::of(&form), Pos::Noun);
        if let Some(term) = terms.get_mut(&key) {
            term.nested += 1;
            if term.only_nested {
                term.occurrences.push(occurrence);
            }
            continue;
        }
        let telling = lexicon::find(&form, Pos::Noun).is_some_and(|entry| entry.level >= PART_LEVEL);
        if (telling || !parts.is_empty()) && form.chars().count() >= 2 && !generic::is_generic(&form) {
            terms.insert(
                key,
                Gathered {
                    kind: if parts.is_empty() { Kind::Noun } else { Kind::Compound },
                    parts,
                    spellings: vec![(form, 1)],
                    occurrences: vec![occurrence],
                    nested: 1,
                    only_nested: true,
                    in_title: false,
                    short_for: None,
                },
            );
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

    fn read(text: &str) -> Read {
        Read {
            words: words(text, &Analyzer::open().unwrap().analyze(text).unwrap()),
            idioms: Vec::new(),
            abbreviations: Vec::new(),
            headline: false,
        }
    }

    fn terms(sentences: &[&str]) -> Vec<ArticleTerm> {
        extract(Vec::new(), sentences.iter().map(|text| read(text)).collect())
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
    fn a_compound_that_stands_alone_too_is_told_from_one_that_does_not() {
        let texts = ["생명공학 투자를 늘린다.", "생명공학연구소에 수출했다."];
        let [both, inside] = [&texts[..], &texts[1..]].map(|texts| {
            let terms = terms(texts);
            let term = find(&terms, "생명공학");
            (term.occurrences.len(), term.nested)
        });
        assert_eq!((both, inside), ((1, 0), (1, 1)));
    }

    #[test]
    fn what_stands_inside_a_long_compound_is_a_term_too() {
        let solid = terms(&["생명공학연구소에 수출했다."]);
        assert_eq!(find(&solid, "생명공학").parts, ["생명", "공학"]);
        let apart = terms(&["물가 상승 압력이 크다."]);
        assert!(apart.iter().any(|term| term.key == TermKey::of("물가상승")), "{apart:?}");
    }

    #[test]
    fn a_noun_and_its_verb_are_a_compound_that_the_lexicon_has() {
        let text = "두 회사가 공동 개발한 장비다.";
        let terms = terms(&[text]);
        let term = find(&terms, "공동개발");
        assert_eq!(&text[term.occurrences[0].range.clone()], "공동 개발");
        assert_eq!(find(&terms, "개발하다").kind, Kind::Verb);
    }

    #[test]
    fn the_end_of_a_pair_makes_one_with_what_follows() {
        let text = "장기 국채 수익률이 올랐다.";
        let terms = terms(&[text]);
        let term = find(&terms, "국채수익률");
        assert_eq!((&text[term.occurrences[0].range.clone()], term.parts.len()), ("국채 수익률", 2));
    }

    #[test]
    fn three_nouns_apart_are_the_compound_that_the_lexicon_has() {
        assert_eq!(find(&terms(&["매출이 전년 동기 대비 줄었다."]), "전년동기대비").kind, Kind::Compound);
    }

    #[test]
    fn the_beginning_of_a_pair_makes_one_with_what_precedes() {
        let text = "단일 시장 규모가 크다.";
        let terms = terms(&[text]);
        assert_eq!(&text[find(&terms, "단일시장").occurrences[0].range.clone()], "단일 시장");
        assert_eq!(&text[find(&terms, "시장규모").occurrences[0].range.clone()], "시장 규모");
    }

    #[test]
    fn neighbours_by_chance_are_no_pair() {
        let terms = terms(&["임원이 전원 참석한 회의다.", "해외 진출 시장 규모가 늘었다."]);
        let chance = |term: &&ArticleTerm| ["전원참석", "진출시장"].contains(&term.key.as_str());
        assert_eq!(terms.iter().find(chance), None);
    }

    #[test]
    fn letters_of_a_word_are_a_word() {
        let read = Read {
            abbreviations: vec![("XLM".to_owned(), "언어모델".to_owned())],
            ..read("언어모델(XLM)이 나왔다. ABC도 냈다.")
        };
        let terms = extract(Vec::new(), vec![read]);
        assert_eq!([find(&terms, "XLM").kind, find(&terms, "ABC").kind], [Kind::Noun, Kind::Name]);
    }

    #[test]
    fn names_are_kept_apart() {
        let terms = terms(&["시스코가 서울에서 합작사를 설립했다."]);
        assert_eq!(find(&terms, "시스코").kind, Kind::Name);
        assert_eq!(find(&terms, "합작사").kind, Kind::Noun);
    }
}
