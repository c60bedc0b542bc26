//! Parts of speech by the house lexicon's codes, whatever a dictionary calls them.

use crate::vocab::Pos;

/// The code of a part of speech by its Korean or English name, or its abbreviation.
pub fn code(name: &str) -> Option<&'static str> {
    let name = name.trim().trim_end_matches('.').to_lowercase();
    Some(match name.as_str() {
        "명사" | "의존 명사" | "n" | "noun" | "명" | "name" | "proper noun" | "root" => "n",
        "nv" => "nv",
        "na" => "na",
        "동사" | "보조 동사" | "v" | "verb" | "동" | "vi" | "vt" => "v",
        "형용사" | "보조 형용사" | "a" | "adj" | "adjective" | "형" => "a",
        "부사" | "adv" | "adverb" | "부" => "adv",
        "관형사" | "det" | "determiner" | "관" => "det",
        "대명사" | "pron" | "pronoun" | "대" => "pron",
        "수사" | "num" | "numeral" | "number" | "수" => "num",
        "감탄사" | "intj" | "interj" | "interjection" | "감" => "intj",
        "조사" | "particle" | "postp" | "postposition" => "part",
        "어미" | "ending" => "end",
        "접미사" | "suf" | "suffix" => "suf",
        "접두사" | "pre" | "prefix" => "pre",
        "접사" | "affix" => "affix",
        "관용구" | "속담" | "idiom" | "exp" | "proverb" => "idiom",
        "구" | "phrase" => "phrase",
        "약어" | "abbr" | "abbreviation" => "abbr",
        "접속사" | "conj" | "conjunction" => "conj",
        _ => return None,
    })
}

/// Whether a dictionary's part of speech may be that of a term. What says none, or is no word class, fits all.
pub fn fits(code: Option<&str>, pos: Pos) -> bool {
    match code {
        Some("n" | "nv" | "na" | "abbr" | "pron" | "num") => pos == Pos::Noun,
        Some("v" | "idiom") => pos == Pos::Verb,
        Some("a") => pos == Pos::Adjective,
        Some("adv") => pos == Pos::Adverb,
        Some("phrase") | None => true,
        Some(_) => false,
    }
}

/// The part of speech of a headword with this code; a noun where the code says nothing.
pub fn term_pos(code: Option<&str>) -> Pos {
    let own = |pos: &Pos| code.is_some() && fits(code, *pos);
    [Pos::Noun, Pos::Verb, Pos::Adjective, Pos::Adverb].into_iter().find(own).unwrap_or(Pos::Noun)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_both_languages_have_one_code() {
        assert_eq!((code("명사"), code("Noun"), code("adj.")), (Some("n"), Some("n"), Some("a")));
        assert_eq!(code("품사 없음"), None);
    }

    #[test]
    fn a_verb_is_no_adjective() {
        assert!(fits(Some("v"), Pos::Verb) && !fits(Some("v"), Pos::Adjective) && fits(None, Pos::Adverb));
    }
}
