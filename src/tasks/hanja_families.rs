//! Hanja families: the words of the reader's own articles that share a character. 進 in 진출, 추진 and 진입.

use super::{TaskError, list_anew};
use crate::deck::Term;
use crate::lexicon::{self, Character};
use crate::store::Store;
use crate::vocab::{TermKey, find};

/// Relatives that are shown of one character.
const MOST: usize = 6;

/// A character with the words of the articles that are written with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Family {
    pub character: Character,
    /// The syllable that it stands for in the word that was asked.
    pub sound: Option<char>,
    pub members: Vec<Member>,
}

/// A word of a family, with a sentence in which it was met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    pub term: String,
    pub hanja: String,
    pub gloss: String,
    pub sentence: Option<String>,
}

/// The families of the characters of `word`, which is written `hanja`, in their order and each once; the word itself is
/// no member. The hanja of the relatives are those of the embedded layers.
pub fn hanja_families(store: &Store, word: &str, hanja: &str) -> Result<Vec<Family>, TaskError> {
    let mut characters = lexicon::characters(hanja, word);
    let mut seen = Vec::new();
    characters.retain(|(character, _)| {
        let first = !seen.contains(&character.hanja);
        seen.push(character.hanja);
        first
    });
    if characters.is_empty() {
        return Ok(Vec::new());
    }
    list_anew(store)?;
    let own = TermKey::of(word);
    let family = |(character, sound): (Character, Option<char>)| {
        let (from, until) = find::range(&character.hanja.to_string());
        let related = store.words_found(&from, &until)?.into_iter().filter(|term| term.key != own);
        let mut written: Vec<(Term, String, String)> = related.filter_map(written).collect();
        // A short word shows its character best; 해외진출 says no more of 進 than 진출 does.
        written.sort_by_key(|(term, hanja, _)| (hanja.chars().count(), term.id));
        let relatives = written.iter().filter(|(_, hanja, _)| hanja.contains(character.hanja)).take(MOST);
        let member = |(term, hanja, gloss): &(Term, String, String)| -> Result<Member, TaskError> {
            let sentence = store.example(term.id)?;
            Ok(Member { term: term.term.clone(), hanja: hanja.clone(), gloss: gloss.clone(), sentence })
        };
        Ok(Family { character, sound, members: relatives.map(member).collect::<Result<_, TaskError>>()? })
    };
    characters.into_iter().map(family).collect()
}

/// A term with its hanja and gloss; none for those that have no hanja, and for verbs, whose nouns have the same.
fn written(term: Term) -> Option<(Term, String, String)> {
    let meaning = lexicon::meaning(&term.term, term.pos, &term.parts)?;
    let hanja = meaning.hanja?;
    Some((term, hanja, meaning.gloss))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tasks::Importer;
    use crate::time::Timestamp;

    #[test]
    fn relatives_share_a_character_and_come_with_their_sentence() {
        let mut store = Store::in_memory().unwrap();
        let text = "한빛통신이 해외진출을 서두르고 있다. 정부는 규제 완화를 추진하고 있다. 시장 진입이 쉬워졌다.";
        Importer::new(&mut store, Timestamp::from_millis(0)).text(text, "통신", "test", None).unwrap();
        let families = hanja_families(&store, "진출", "進出").unwrap();
        assert_eq!(families.iter().map(|family| family.character.hanja).collect::<Vec<_>>(), ['進', '出']);
        let [advance, _] = families.as_slice() else { panic!("{families:?}") };
        let members: Vec<&str> = advance.members.iter().map(|member| member.term.as_str()).collect();
        assert!(members.contains(&"진입") && members.contains(&"추진하다"), "{members:?}");
        assert!(members.iter().all(|member| *member != "진출"));
        let entry = advance.members.iter().find(|member| member.term == "진입").unwrap();
        assert_eq!((entry.hanja.as_str(), entry.sentence.as_deref()), ("進入", Some("시장 진입이 쉬워졌다.")));
        assert_eq!(advance.sound, Some('진'));
    }

    #[test]
    fn a_word_without_hanja_has_no_family() {
        assert_eq!(hanja_families(&Store::in_memory().unwrap(), "텃밭", "").unwrap(), []);
    }
}
