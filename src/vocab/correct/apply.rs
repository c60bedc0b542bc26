//! Corrections laid over the content words of a sentence.

use super::Corrections;
use super::set::Bound;
use crate::vocab::word::Word;
use crate::vocab::{Kind, Pos, TermKey};

/// Rounds until nothing changes. One is enough unless a term made by one correction is the matter of another.
const ROUNDS: usize = 8;

/// A word on its way, with its identity.
#[derive(Debug, Clone)]
struct Piece {
    word: Word,
    key: TermKey,
    /// The age of the split that keeps this word apart from the one before it; 0 where there is none.
    apart: usize,
}

impl Piece {
    fn new(word: Word) -> Self {
        Self { key: TermKey::of(&word.term), word, apart: 0 }
    }
}

impl Corrections {
    /// The words of the sentence `text` as the learner has them. Applying it twice is applying it once; every range lies
    /// on character boundaries of `text`, and none overlaps another, if that was so before.
    pub fn apply(&self, text: &str, words: Vec<Word>) -> Vec<Word> {
        let mut words = words;
        if self.is_empty() {
            return words;
        }
        for _ in 0..ROUNDS {
            let next = self.round(text, &words);
            if next == words {
                break;
            }
            words = next;
        }
        words
    }

    fn round(&self, text: &str, words: &[Word]) -> Vec<Word> {
        let mut pieces: Vec<Piece> = words.iter().cloned().map(Piece::new).collect();
        for bound in self.bounds.iter().filter(|bound| !bound.join) {
            split(text, &mut pieces, bound);
        }
        // The latest join takes its letters first.
        for bound in self.bounds.iter().filter(|bound| bound.join) {
            join(text, &mut pieces, bound, 1);
        }
        // A term written apart is the same term: the extraction would make one word of it only later.
        for key in self.whole() {
            join(text, &mut pieces, &Bound { key: key.clone(), parts: Vec::new(), join: true, age: 0 }, 2);
        }
        pieces.into_iter().map(|piece| self.shelve(self.rename_word(piece.word, &piece.key))).collect()
    }

    /// Terms that are renamed or put on the shelf of names, the longest first.
    fn whole(&self) -> Vec<&TermKey> {
        let renames = self.renames.iter().filter(|(from, rename)| **from != rename.key).map(|(from, _)| from);
        let names = self.shelf.iter().filter(|(_, name)| **name).map(|(key, _)| key);
        let mut keys: Vec<&TermKey> = renames.chain(names).collect();
        keys.sort_by(|a, b| b.as_str().len().cmp(&a.as_str().len()).then_with(|| a.cmp(b)));
        keys
    }

    fn rename_word(&self, word: Word, key: &TermKey) -> Word {
        let Some(end) = self.end(key) else { return word };
        let pos = if end.name { Pos::Noun } else { end.pos.unwrap_or(word.pos) };
        let kind = if end.name { Kind::Name } else { plain(pos) };
        // A later article may know its parts; here it is the whole term.
        let same = end.key == *key && pos == word.pos;
        if same { word } else { Word { term: end.term, pos, kind, parts: Vec::new(), ..word } }
    }

    fn shelve(&self, word: Word) -> Word {
        match self.shelf.get(&TermKey::of(&word.term)) {
            Some(true) => Word { pos: Pos::Noun, kind: Kind::Name, parts: Vec::new(), ..word },
            Some(false) if word.kind == Kind::Name => Word { pos: Pos::Noun, kind: Kind::Noun, ..word },
            _ => word,
        }
    }
}

pub(super) const fn plain(pos: Pos) -> Kind {
    match pos {
        Pos::Noun => Kind::Noun,
        Pos::Verb => Kind::Verb,
        Pos::Adjective => Kind::Adjective,
        Pos::Adverb => Kind::Adverb,
    }
}

/// How many pieces from `at` on stand next to each other and spell `key`.
fn run(text: &str, pieces: &[Piece], at: usize, key: &TermKey) -> Option<usize> {
    let mut rest = key.as_str();
    for (length, piece) in pieces.get(at..)?.iter().enumerate() {
        let before = length.checked_sub(1).and_then(|before| pieces.get(at + before));
        if before.is_some_and(|before| !touches(text, &before.word, &piece.word)) {
            return None;
        }
        rest = rest.strip_prefix(piece.key.as_str())?;
        if rest.is_empty() {
            return Some(length + 1);
        }
    }
    None
}

/// Whether nothing but white space stands between two words.
fn touches(text: &str, first: &Word, second: &Word) -> bool {
    text.get(first.span.end..second.span.start).is_some_and(|gap| gap.chars().all(char::is_whitespace))
}

/// Cuts every run of nouns that spells the term at the ends of its parts, and marks the parts as standing apart.
/// Finer cuts that are there already stay.
fn split(text: &str, pieces: &mut Vec<Piece>, bound: &Bound) {
    let mut at = 0;
    while at < pieces.len() {
        let nouns = |length: &usize| pieces.iter().skip(at).take(*length).all(|piece| piece.word.pos == Pos::Noun);
        let Some(length) = run(text, pieces, at, &bound.key).filter(nouns) else {
            at += 1;
            continue;
        };
        let mut cut: Vec<Piece> = Vec::new();
        // Letters of the key before the piece, and where the parts end.
        let mut before = 0;
        let ends = ends(&bound.parts);
        for piece in pieces.drain(at..at + length) {
            let size = piece.key.as_str().len();
            let inner: Vec<usize> =
                ends.iter().filter(|end| **end > before && **end < before + size).map(|end| end - before).collect();
            let apart = before > 0 && ends.contains(&before);
            let cuttings = cuttings(text, &piece.word, &piece.key, &inner).unwrap_or_else(|| vec![piece.word.clone()]);
            for (number, word) in cuttings.into_iter().enumerate() {
                let mut new = Piece { apart: piece.apart, ..Piece::new(word) };
                if number > 0 || apart {
                    new.apart = if number > 0 { bound.age } else { piece.apart.max(bound.age) };
                    // The extraction joins what follows across a space; this it must not.
                    new.word.follows = false;
                }
                cut.push(new);
            }
            before += size;
        }
        let count = cut.len();
        pieces.splice(at..at, cut);
        at += count;
    }
}

/// Bytes of the key at which its parts end, the last one apart.
fn ends(parts: &[String]) -> Vec<usize> {
    let mut end = 0;
    let mut ends: Vec<usize> = parts
        .iter()
        .map(|part| {
            end += TermKey::of(part).as_str().len();
            end
        })
        .collect();
    ends.pop();
    ends
}

/// A noun cut at these bytes of its key; `None` where there is nothing to cut, or where the sentence spells it otherwise.
fn cuttings(text: &str, word: &Word, key: &TermKey, at: &[usize]) -> Option<Vec<Word>> {
    let letters = text.get(word.own.clone())?;
    if at.is_empty() || TermKey::of(letters) != *key {
        return None;
    }
    let mut words: Vec<Word> = Vec::new();
    let mut start = word.own.start;
    for cut in at {
        let end = word.own.start + place(letters, *cut)?;
        words.push(cutting(text, word, start, end)?);
        start = end;
    }
    words.push(cutting(text, word, start, word.own.end)?);
    let last = words.last_mut()?;
    last.span.end = word.span.end;
    let first = words.first_mut()?;
    (first.span.start, first.follows) = (word.span.start, word.follows);
    Some(words)
}

/// Where in `letters` the first `bytes` of their key end.
fn place(letters: &str, bytes: usize) -> Option<usize> {
    let mut seen = 0;
    for (at, c) in letters.char_indices() {
        if seen >= bytes {
            return (seen == bytes).then_some(at);
        }
        if !c.is_whitespace() {
            seen += c.to_lowercase().map(char::len_utf8).sum::<usize>();
        }
    }
    None
}

/// The part of `word` from `start` to `end`, without white space at its ends.
fn cutting(text: &str, word: &Word, start: usize, end: usize) -> Option<Word> {
    let slice = text.get(start..end)?;
    let start = start + (slice.len() - slice.trim_start().len());
    let term = slice.trim();
    let own = start..start + term.len();
    let parts = parts_of(term, &word.parts);
    let kind = if parts.is_empty() { Kind::Noun } else { Kind::Compound };
    (!term.is_empty()).then(|| Word {
        term: term.to_owned(),
        kind,
        parts,
        span: own.clone(),
        own,
        follows: false,
        ..word.clone()
    })
}

/// Those neighbours among `parts` that spell `term`, if there are several.
fn parts_of(term: &str, parts: &[String]) -> Vec<String> {
    let key = TermKey::of(term);
    for start in 0..parts.len() {
        for end in start + 2..=parts.len() {
            let Some(some) = parts.get(start..end) else { continue };
            if TermKey::of(&some.concat()) == key {
                return some.to_vec();
            }
        }
    }
    Vec::new()
}

/// Makes one term of every run of at least so many words that spells it, unless a later split keeps it apart.
fn join(text: &str, pieces: &mut Vec<Piece>, bound: &Bound, least: usize) {
    let mut at = 0;
    while at < pieces.len() {
        if let Some(length) = run(text, pieces, at, &bound.key).filter(|length| *length >= least)
            && let Some(piece) = joined(text, pieces.get(at..at + length).unwrap_or_default(), bound)
        {
            pieces.splice(at..at + length, [piece]);
        }
        at += 1;
    }
}

/// The pieces as one. What is one word already gets the parts that the learner named.
fn joined(text: &str, pieces: &[Piece], bound: &Bound) -> Option<Piece> {
    let (first, last) = (pieces.first()?, pieces.last()?);
    if pieces.iter().skip(1).any(|piece| piece.apart > bound.age) {
        return None;
    }
    let mut term = first.word.term.clone();
    for pair in pieces.windows(2) {
        let [before, after] = pair else { continue };
        if before.word.span.end < after.word.span.start {
            term.push(' ');
        }
        term.push_str(&after.word.term);
    }
    let noun = last.word.pos == Pos::Noun;
    let word = Word {
        term,
        pos: last.word.pos,
        // What ends in a verb is a verb; only nouns make compounds.
        kind: if noun { Kind::Compound } else { plain(last.word.pos) },
        parts: if noun { bound.parts.clone() } else { Vec::new() },
        span: first.word.span.start..last.word.span.end,
        own: first.word.own.start..last.word.own.end,
        ..first.word.clone()
    };
    text.get(word.own.clone())?;
    Some(Piece { apart: first.apart, ..Piece::new(word) })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tests::{join, lemma, merge, split};
    use super::super::{Correction, Corrections};
    use super::*;

    /// Words of letters between spaces and signs; `|` cuts one eojeol into several words and is left out of the text.
    fn sentence(marked: &str) -> (String, Vec<Word>) {
        let (mut text, mut words) = (String::new(), Vec::<Word>::new());
        let mut start = None;
        let mut end_word = |text: &str, start: &mut Option<usize>| {
            if let Some(start) = start.take() {
                let range = start..text.len();
                let gap = words.last().and_then(|last| text.get(last.span.end..start)).unwrap_or_default();
                let follows = !gap.is_empty() && gap.chars().all(char::is_whitespace);
                let term = text.get(range.clone()).unwrap_or_default().to_owned();
                let (span, own) = (range.clone(), range);
                words.push(Word { term, pos: Pos::Noun, kind: Kind::Noun, parts: vec![], span, own, follows });
            }
        };
        for c in marked.chars() {
            if c.is_alphanumeric() {
                start.get_or_insert(text.len());
                text.push(c);
            } else {
                end_word(&text, &mut start);
                if c != '|' {
                    text.push(c);
                }
            }
        }
        end_word(&text, &mut start);
        (text, words)
    }

    /// The words after the corrections, parts of compounds in brackets.
    fn after(marked: &str, list: &[Correction]) -> String {
        let (text, words) = sentence(marked);
        let words = Corrections::of(list).apply(&text, words);
        let show = |word: &Word| {
            assert!(text.get(word.own.clone()).is_some());
            let parts = if word.parts.is_empty() { String::new() } else { format!("[{}]", word.parts.join("+")) };
            format!("{}{parts}", word.term)
        };
        words.iter().map(show).collect::<Vec<_>>().join(" / ")
    }

    #[test]
    fn neighbours_are_joined_whatever_stands_between() {
        let list = [join(&["해외", "진출"])];
        assert_eq!(after("국내 해외 진출", &list), "국내 / 해외 진출[해외+진출]");
        assert_eq!(after("해외|진출", &list), "해외진출[해외+진출]");
        assert_eq!(after("해외진출", &list), "해외진출[해외+진출]", "what is one word gets its parts");
        assert_eq!(after("해외, 진출", &list), "해외 / 진출");
        assert_eq!(after("진출 해외", &list), "진출 / 해외");
    }

    #[test]
    fn three_words_are_joined_however_they_were_cut() {
        let list = [join(&["온실가스", "배출권", "거래제"])];
        assert_eq!(after("온실가스 배출권 거래제", &list), "온실가스 배출권 거래제[온실가스+배출권+거래제]");
        assert_eq!(after("온실가스배출권 거래제", &list), "온실가스배출권 거래제[온실가스+배출권+거래제]");
    }

    #[test]
    fn a_term_is_split_wherever_it_stands() {
        let list = [split(&["해외진출", "측면"])];
        let (text, words) = sentence("기업 해외진출측면 분석");
        let words = Corrections::of(&list).apply(&text, words);
        let cut: Vec<_> = words.iter().map(|word| (&text[word.own.clone()], word.follows)).collect();
        assert_eq!(cut, [("기업", false), ("해외진출", true), ("측면", false), ("분석", true)]);
        assert_eq!(after("해외|진출|측면", &list), "해외 / 진출 / 측면", "finer words stay");
    }

    #[test]
    fn a_part_keeps_the_parts_that_spell_it() {
        let (text, mut words) = sentence("해외진출측면");
        words[0].kind = Kind::Compound;
        words[0].parts = vec!["해외".into(), "진출".into(), "측면".into()];
        let words = Corrections::of(&[split(&["해외진출", "측면"])]).apply(&text, words);
        assert_eq!((words[0].kind, words[0].parts.join("+").as_str()), (Kind::Compound, "해외+진출"));
        assert_eq!((words[1].kind, words[1].parts.len()), (Kind::Noun, 0));
    }

    #[test]
    fn a_split_keeps_apart_what_stands_apart() {
        let (text, words) = sentence("해외 진출 전략");
        let words = Corrections::of(&[split(&["해외", "진출"])]).apply(&text, words);
        assert_eq!(words.iter().map(|word| word.follows).collect::<Vec<_>>(), [false, false, true]);
    }

    #[test]
    fn the_later_claim_has_the_letters() {
        assert_eq!(after("가 나 다", &[join(&["가", "나"]), join(&["나", "다"])]), "가 / 나 다[나+다]");
        assert_eq!(after("가나|다", &[split(&["가나", "다"]), join(&["가나", "다"])]), "가나다[가나+다]");
        assert_eq!(after("가 나 다", &[join(&["나", "다"]), split(&["가나", "다"])]), "가 / 나 / 다");
        assert_eq!(after("가 나 다", &[split(&["가나", "다"]), join(&["나", "다"])]), "가 / 나 다[나+다]");
    }

    #[test]
    fn words_go_to_the_right_form_and_to_the_term_they_are_one_with() {
        assert_eq!(after("쓸다 컨버전스", &[lemma("쓸다", "쓰다"), merge("컨버전스", "융합")]), "쓰다 / 융합");
        let (text, words) = sentence("컨버전스");
        let words = Corrections::of(&[merge("컨버전스", "융합")]).apply(&text, words);
        assert_eq!(&text[words[0].own.clone()], "컨버전스", "the sentence stays as it is written");
    }

    #[test]
    fn what_is_written_apart_is_the_same_term() {
        assert_eq!(after("해외 진출", &[merge("해외진출", "국외진출")]), "국외진출");
        assert_eq!(after("가온 통신", &[Correction::Name { term: "가온통신".into() }]), "가온 통신");
        let list = [split(&["해외", "진출"]), merge("해외진출", "국외진출")];
        assert_eq!(after("해외 진출", &list), "해외 / 진출", "a split term is never one");
    }

    #[test]
    fn a_made_term_is_the_matter_of_the_next() {
        let list = [join(&["해외", "진출"]), merge("해외진출", "국외진출")];
        assert_eq!(after("해외 진출", &list), "국외진출");
        assert_eq!(
            after("컨버전스 시대", &[merge("컨버전스", "융합"), join(&["융합", "시대"])]),
            "융합 시대[융합+시대]"
        );
    }

    #[test]
    fn names_go_to_their_shelf_and_come_back() {
        let kinds = |list: &[Correction]| {
            let (text, words) = sentence("비키");
            let word = Corrections::of(list).apply(&text, words).remove(0);
            (word.kind, word.pos)
        };
        let name = Correction::Name { term: "비키".into() };
        let term = Correction::Term { term: "비키".into() };
        assert_eq!(kinds(std::slice::from_ref(&name)), (Kind::Name, Pos::Noun));
        assert_eq!(kinds(&[name, term]), (Kind::Noun, Pos::Noun));
    }

    #[test]
    fn a_join_with_a_verb_is_a_verb() {
        let (text, mut words) = sentence("박차 가하");
        words[1] = Word { term: "가하다".into(), pos: Pos::Verb, kind: Kind::Verb, ..words[1].clone() };
        let words = Corrections::of(&[join(&["박차", "가하다"])]).apply(&text, words);
        assert_eq!((words[0].term.as_str(), words[0].kind, words.len()), ("박차 가하다", Kind::Verb, 1));
    }

    fn term() -> impl Strategy<Value = String> {
        "[가나A]{1,3}"
    }

    fn correction() -> impl Strategy<Value = Correction> {
        let parts = || proptest::collection::vec(term(), 2..4);
        prop_oneof![
            parts().prop_map(|parts| Correction::Join { parts }),
            parts().prop_map(|parts| Correction::Split { term: parts.concat(), parts }),
            (term(), term()).prop_map(|(term, to)| Correction::Lemma { term, to, pos: None }),
            (term(), term(), any::<bool>()).prop_map(|(term, into, name)| Correction::Merge {
                term,
                into,
                pos: Some(Pos::Noun),
                name
            }),
            term().prop_map(|term| Correction::Name { term }),
            term().prop_map(|term| Correction::Term { term }),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn twice_is_once_and_ranges_stay_sound(
            marked in "[가나A ,|]{0,16}",
            list in proptest::collection::vec(correction(), 0..5),
        ) {
            let (text, words) = sentence(&marked);
            let corrections = Corrections::of(&list);
            let once = corrections.apply(&text, words);
            prop_assert_eq!(corrections.apply(&text, once.clone()), once.clone());
            let mut end = 0;
            for word in &once {
                for range in [&word.own, &word.span] {
                    prop_assert!(text.get(range.clone()).is_some_and(|own| !own.is_empty()), "{:?}", word);
                }
                prop_assert!(word.span.start >= end && word.own.start >= word.span.start, "{:?}", once);
                end = word.span.end.max(word.own.end);
            }
        }
    }
}
