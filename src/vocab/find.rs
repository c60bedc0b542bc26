//! What a term is found by while somebody types: its own beginning and that of each of its parts, their initial
//! consonants, its hanja, the words of its gloss. Search and index both come from here, so that they cannot differ.

use super::TermKey;
use crate::korean::jamo::{self, Syllable};

/// Words that stand in front of a gloss and tell nothing.
pub const EMPTY: [&str; 5] = ["to", "a", "an", "the", "of"];

/// Words of a gloss that are looked at: a learner's own may be a paragraph.
const GLOSS_WORDS: usize = 12;

/// The texts that find a term by their beginnings; sorted, each once. They tell themselves apart by their letters:
/// syllables, consonants, hanja, Latin.
pub fn texts(term: &str, parts: &[String], hanja: Option<&str>, gloss: Option<&str>) -> Vec<String> {
    let mut texts = Vec::new();
    for form in forms(term, parts) {
        let consonants = jamo::chosung(&form);
        if consonants != form {
            texts.push(consonants);
        }
        texts.push(form);
    }
    let hanja = hanja.unwrap_or_default();
    texts.extend(
        hanja.char_indices().filter(|(_, c)| is_hanja(*c)).filter_map(|(at, _)| hanja.get(at..)).map(str::to_owned),
    );
    texts.extend(english(gloss.unwrap_or_default()).into_iter().take(GLOSS_WORDS));
    texts.sort_unstable();
    texts.dedup();
    texts
}

/// The key from its beginning, and from where each of its parts begins: 해외진출 and 진출.
fn forms(term: &str, parts: &[String]) -> Vec<String> {
    let key = TermKey::of(term);
    let key = key.as_str();
    let mut forms = vec![key.to_owned()];
    let words = term.split_whitespace().map(str::to_owned);
    let mut from = 0;
    for part in if parts.is_empty() { words.collect() } else { parts.to_vec() } {
        let part = TermKey::of(&part);
        let Some(rest) = key.get(from..) else { break };
        let Some(at) = rest.find(part.as_str()).filter(|_| !part.as_str().is_empty()) else { continue };
        forms.extend(rest.get(at..).map(str::to_owned));
        from += at + part.as_str().len();
    }
    forms
}

/// The words of an English text in small letters without those that tell nothing; all of them where no other is there.
pub fn english(text: &str) -> Vec<String> {
    let lower = jamo::nfc(text).to_lowercase();
    let all: Vec<String> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    let telling: Vec<String> = all.iter().filter(|word| !EMPTY.contains(&word.as_str())).cloned().collect();
    if telling.is_empty() { all } else { telling }
}

/// What is looked for: a term is found if for each of these one of its texts is not before the first and before the
/// second. Nothing typed gives nothing, and so finds everything.
pub fn wanted(text: &str) -> Vec<(String, String)> {
    let words = text.split_whitespace().map(TermKey::of);
    words.filter_map(|word| Some(word.as_str()).filter(|word| !word.is_empty()).map(between)).collect()
}

/// Whether a term with these texts is found.
pub fn finds(wanted: &[(String, String)], texts: &[String]) -> bool {
    wanted.iter().all(|(from, until)| texts.iter().any(|text| (from..until).contains(&text)))
}

fn between(key: &str) -> (String, String) {
    if key.chars().all(is_consonant) {
        // ㄳ is ㄱ and ㅅ that the input method drew together.
        return range(&jamo::jamo(key).into_iter().collect::<String>());
    }
    begun(key).or_else(|| open(key)).unwrap_or_else(|| range(key))
}

/// A syllable that has only begun: 해외ㅈ goes on with every syllable from 자 to 짛.
pub fn begun(key: &str) -> Option<(String, String)> {
    let last = key.chars().next_back().filter(|last| is_consonant(*last))?;
    let whole = key.strip_suffix(last).filter(|whole| !whole.is_empty())?;
    let first = Syllable::from_letters(last, 'ㅏ', None)?;
    let end = Syllable { lead: first.lead + 1, ..first }.compose();
    let end = if end == char::REPLACEMENT_CHARACTER { '\u{D7A4}' } else { end };
    Some((format!("{whole}{}", first.compose()), format!("{whole}{end}")))
}

/// A last syllable without a final consonant may still get one, and ㅗ, ㅜ and ㅡ may still become ㅚ, ㅟ and ㅢ: 해오 goes on
/// with 해외, 해외지 with 해외진.
fn open(key: &str) -> Option<(String, String)> {
    let last = key.chars().next_back()?;
    let syllable = jamo::decompose(last).filter(|syllable| syllable.tail == 0)?;
    let whole = key.strip_suffix(last)?;
    // By Unicode's order: what two vowels make stands right behind the first of them.
    let vowel = match syllable.vowel {
        8..=10 => 11,
        13..=15 => 16,
        18 => 19,
        vowel => vowel,
    };
    let end = char::from_u32(u32::from(Syllable { vowel, tail: 27, ..syllable }.compose()) + 1)?;
    Some((key.to_owned(), format!("{whole}{end}")))
}

/// What begins with `prefix`: from it to before the text with its last letter raised.
pub fn range(prefix: &str) -> (String, String) {
    let mut until = prefix.to_owned();
    while let Some(last) = until.pop() {
        let next = (u32::from(last) + 1..=u32::from(char::MAX)).find_map(char::from_u32);
        if let Some(next) = next {
            until.push(next);
            break;
        }
    }
    (prefix.to_owned(), until)
}

pub const fn is_hanja(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}')
}

pub const fn is_consonant(c: char) -> bool {
    matches!(c, 'ㄱ'..='ㅎ')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn market() -> Vec<String> {
        let parts = ["해외".to_owned(), "진출".to_owned()];
        texts("해외 진출", &parts, Some("海外進出"), Some("advance into markets abroad"))
    }

    fn found(text: &str) -> bool {
        finds(&wanted(text), &market())
    }

    #[test]
    fn a_term_is_found_by_its_beginning_and_by_that_of_its_parts() {
        assert!(found("해외") && found("진출") && found("해외 진") && found("해외진출"));
        assert!(!found("외진") && !found("출") && !found("수출"));
    }

    #[test]
    fn a_term_is_found_by_initial_consonants_hanja_and_english() {
        assert!(
            found("ㅎㅇㅈ") && found("ㅈㅊ") && found("進") && found("外進出") && found("mark") && found("Abroad adv")
        );
        assert!(!found("ㅊㅎ") && !found("出進") && !found("arket"));
    }

    #[test]
    fn nothing_that_is_typed_on_the_way_to_a_syllable_loses_the_term() {
        for text in
            ["ㅎ", "해", "해ㅇ", "해오", "해외", "해외ㅈ", "해외지", "해외진", "해외진ㅊ", "해외진추", "해외진출"]
        {
            assert!(found(text), "{text}");
        }
    }

    #[test]
    fn nothing_typed_finds_everything() {
        assert!(found("") && found("  "));
    }

    proptest! {
        #[test]
        fn whatever_is_typed_its_range_is_one(text in "\\PC{0,6}") {
            for (from, until) in wanted(&text) {
                prop_assert!(until.is_empty() || from < until, "{from:?} {until:?}");
            }
        }

        #[test]
        fn a_term_is_found_by_every_beginning_of_its_key(term in "[가-힣]{1,6}", length in 1_usize..6) {
            let prefix: String = term.chars().take(length).collect();
            prop_assert!(finds(&wanted(&prefix), &texts(&term, &[], None, None)));
        }
    }
}
