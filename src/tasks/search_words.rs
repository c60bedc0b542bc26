//! Search for a word by its beginning, its initial consonants, its hanja or its English, in imported dictionaries and the house
//! lexicon.

use std::collections::{HashMap, HashSet};

use super::look_up::{Origin, imported};
use super::{Sense, TaskError};
use crate::korean::jamo;
use crate::lexicon;
use crate::store::Store;
use crate::vocab::TermKey;
use crate::vocab::find::{EMPTY, begun, english, is_consonant, is_hanja, range};

/// A query, by its letters.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Query {
    /// Keys from the first to before the second.
    Keys(String, String),
    Chosung(String, String),
    Hanja(String),
    English(Vec<String>),
}

/// The senses that `text` finds, best first: a word that is spelled so before longer ones; of English the gloss that says
/// just this before those in which it stands; between equals imported dictionaries by priority.
pub fn search_words(store: &Store, text: &str, limit: usize) -> Result<Vec<Sense>, TaskError> {
    let Some(query) = query(text) else { return Ok(Vec::new()) };
    let has_dictionaries = store.beside()?.dictionaries;
    let rows = match &query {
        _ if !has_dictionaries => Vec::new(),
        Query::Keys(from, until) => store.search_keys(from, until, limit)?,
        Query::Chosung(from, until) => store.search_chosung(from, until, limit)?,
        Query::Hanja(hanja) => store.search_hanja(hanja, limit)?,
        Query::English(words) => store.search_english(words, limit)?,
    };
    let mut senses: Vec<Sense> = rows.into_iter().map(imported).collect();
    match &query {
        Query::Keys(from, until) => senses.extend(best(lexicon::by_key(from, until), &query, limit)),
        Query::Chosung(from, until) => senses.extend(best(lexicon::by_chosung(from, until), &query, limit)),
        Query::Hanja(hanja) => senses.extend(best(lexicon::by_hanja(hanja), &query, limit)),
        Query::English(words) => {
            senses.extend(best(lexicon::by_english(words), &query, limit));
            // An abbreviation is written in Latin letters too: GDP.
            let (from, until) = range(TermKey::of(text).as_str());
            if has_dictionaries {
                senses.extend(store.search_keys(&from, &until, limit)?.into_iter().map(imported));
            }
            senses.extend(best(lexicon::by_key(&from, &until), &Query::Keys(from.clone(), until.clone()), limit));
        }
    }
    // All senses of a word stand together, in the order of their sources, by the lowest level that any of them gives it.
    let mut levels: HashMap<TermKey, u8> = HashMap::new();
    for sense in &senses {
        let level = sense.level.unwrap_or(u8::MAX);
        levels.entry(TermKey::of(&sense.word)).and_modify(|known| *known = level.min(*known)).or_insert(level);
    }
    senses.sort_by_cached_key(|sense| {
        let key = TermKey::of(&sense.word);
        let (class, length) = rank(key.as_str(), &sense.gloss, &query);
        (class, length, levels.get(&key).copied(), key)
    });
    let mut seen = HashSet::new();
    senses.retain(|sense| seen.insert((sense.word.clone(), sense.gloss.clone(), sense.source.name().to_owned())));
    senses.truncate(limit);
    Ok(senses)
}

/// Smaller is better: how exactly, how long.
fn rank(key: &str, gloss: &str, query: &Query) -> (u8, usize) {
    match query {
        Query::Keys(..) | Query::Chosung(..) | Query::Hanja(_) => {
            (0, key.chars().filter(|c| !c.is_whitespace()).count())
        }
        Query::English(words) => {
            let wanted = words.join(" ");
            let gloss = gloss.to_lowercase();
            let pieces = || gloss.split([',', ';']).map(meat);
            let class = if key == wanted {
                0
            } else if pieces().next().is_some_and(|piece| piece == wanted) {
                1
            } else if pieces().any(|piece| piece == wanted) {
                2
            } else if pieces().any(|piece| piece.starts_with(&wanted)) {
                3
            } else {
                4
            };
            (class, gloss.chars().count())
        }
    }
}

/// The house's best entries: a single letter finds thousands, and only these are made ready to show.
fn best(found: impl Iterator<Item = &'static lexicon::Entry>, query: &Query, limit: usize) -> Vec<Sense> {
    let mut found: Vec<_> = found.map(|entry| (rank(entry.word, entry.gloss, query), entry.level, entry)).collect();
    found.sort_by_key(|(rank, level, _)| (*rank, *level));
    found.into_iter().take(limit).map(|(_, _, entry)| house(entry)).collect()
}

/// A piece of a gloss without the word in front that tells nothing.
fn meat(piece: &str) -> &str {
    let piece = piece.trim();
    match piece.split_once(' ') {
        Some((first, rest)) if EMPTY.contains(&first) => rest,
        _ => piece,
    }
}

/// What is searched for; `None` where nothing is.
fn query(text: &str) -> Option<Query> {
    let key = TermKey::of(text);
    let key = key.as_str();
    if key.is_empty() {
        return None;
    }
    if key.chars().all(is_consonant) {
        // ㄳ is ㄱ and ㅅ that the input method drew together.
        let (from, until) = range(&jamo::jamo(key).into_iter().collect::<String>());
        return Some(Query::Chosung(from, until));
    }
    if key.chars().all(is_hanja) {
        return Some(Query::Hanja(key.to_owned()));
    }
    if !key.chars().any(jamo::is_hangul) {
        let words = english(text);
        return (!words.is_empty()).then_some(Query::English(words));
    }
    let (from, until) = begun(key).unwrap_or_else(|| range(key));
    Some(Query::Keys(from, until))
}

fn house(entry: &lexicon::Entry) -> Sense {
    Sense {
        word: entry.word.to_owned(),
        pos: Some(entry.pos.to_owned()),
        hanja: entry.hanja.map(str::to_owned),
        gloss: entry.gloss.to_owned(),
        level: Some(entry.level),
        definition: None,
        example: None,
        source: Origin::House,
        chosen: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let store = Store::in_memory().unwrap();
        search_words(&store, text, 20).unwrap().into_iter().map(|sense| sense.word).collect()
    }

    #[test]
    fn a_word_is_found_by_its_beginning() {
        assert!(found("해외진").contains(&"해외진출".to_owned()));
        assert!(found("해외 ㅈ").contains(&"해외진출".to_owned()));
        assert_eq!(found("시장")[0], "시장");
    }

    #[test]
    fn words_are_found_by_their_hanja() {
        let found = found("進");
        assert!(["진출", "추진"].iter().all(|word| found.contains(&(*word).to_owned())), "{found:?}");
    }

    #[test]
    fn a_word_is_found_by_its_consonants() {
        assert!(found("ㅎㅇㅈㅊ").contains(&"해외진출".to_owned()));
        assert_eq!(query("ㄳ"), query("ㄱㅅ"));
    }

    #[test]
    fn a_word_is_found_by_its_english() {
        assert_eq!(found("interest rate")[0], "금리");
        assert_eq!(found("market")[0], "시장");
        assert_eq!(found("GDP")[0], "GDP");
    }

    #[test]
    fn nothing_finds_nothing() {
        assert!(found(" ").is_empty() && found("!?").is_empty() && found("ㅏ").is_empty());
    }
}
