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
#[path = "apply_tests.rs"]
mod tests;
