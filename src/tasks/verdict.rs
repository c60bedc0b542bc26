//! An answer in words: why it was judged so, and what the term is made of. Screens and lines print the same.

use crate::cloze::{Hint, Judgement, Slip, Verdict, is_telling, marked};
use crate::deck::Term;
use crate::lexicon::{self, PartMeaning};
use crate::messages::{Answering, Label, Lang};
use crate::vocab::Pos;

/// The reasons of a verdict, one a line, the most helpful first; none for a plain right answer. `answer` is the blank's.
pub fn reasons(judgement: &Judgement, term: &Term, answer: &str, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(text) = judgement.read_as.clone() {
        lines.push(Label::ReadAs { text }.text(lang));
    }
    if let Some(slip) = judgement.slip {
        lines.push(of_slip(slip).text(lang));
    }
    let marks = matches!(judgement.verdict, Verdict::Spelling | Verdict::Wrong) && is_telling(&judgement.letters);
    if marks {
        let marks = marked(answer, &judgement.letters).into_iter().map(|piece| piece.text).collect();
        lines.push(Answering::Marks { marks }.text(lang));
    }
    if !judgement.missed.is_empty() {
        let parts: Vec<String> = lexicon::parts_of(&term.term, term.pos, &term.parts)
            .iter()
            .enumerate()
            .filter(|(at, _)| judgement.missed.contains(at))
            .map(|(_, part)| one_part(part))
            .collect();
        lines.push(Answering::MissedPart { parts: parts.join(" + ") }.text(lang));
    }
    if let Some(word) = judgement.other.clone() {
        let meaning = brief(&word, term.pos);
        let line = match judgement.verdict {
            Verdict::FitsNotHere | Verdict::Correct => Answering::FitsAsWell { word, meaning },
            _ => Answering::OtherWord { word, meaning },
        };
        lines.push(line.text(lang).trim_end().to_owned());
    }
    lines
}

/// What a term is made of: its parts with hanja and gloss, else its characters with their meanings.
pub fn composition(term: &Term, lang: Lang) -> Option<String> {
    if term.parts.len() > 1 {
        let parts: Vec<String> = lexicon::parts_of(&term.term, term.pos, &term.parts).iter().map(one_part).collect();
        return Some(Answering::Composition { parts: parts.join(" + ") }.text(lang));
    }
    let hanja = lexicon::meaning(&term.term, term.pos, &term.parts)?.hanja?;
    let hangul = lexicon::root(&term.term).unwrap_or(&term.term);
    let each = |(c, sound): (lexicon::Character, Option<char>)| {
        let (meaning, said) = c.reading(sound);
        match lang {
            Lang::Ko => format!("{} {meaning} {said}", c.hanja),
            Lang::En => format!("{} {}", c.hanja, first_sense(c.english)),
        }
    };
    let characters: Vec<String> = lexicon::characters(&hanja, hangul).into_iter().map(each).collect();
    if characters.is_empty() {
        return None;
    }
    Some(Answering::Characters { hanja: characters.join(", ") }.text(lang))
}

/// What a hint shows in the learner's language.
pub fn hint_text(hint: &Hint, lang: Lang) -> String {
    match hint {
        Hint::Length(count) => Label::HintLength { count: *count }.text(lang),
        Hint::Hanja(characters) => {
            let each = characters.iter().map(|c| match lang {
                Lang::Ko => format!("{} {}", c.character, c.korean),
                Lang::En => format!("{} {}", c.character, c.english),
            });
            each.collect::<Vec<_>>().join(", ")
        }
        other => other.text(),
    }
}

fn one_part(part: &PartMeaning) -> String {
    let pieces = [Some(part.part.as_str()), part.hanja.as_deref(), part.gloss.as_deref().map(first_sense)];
    pieces.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn first_sense(gloss: &str) -> &str {
    gloss.split([',', ';']).next().unwrap_or_default().trim()
}

/// Hanja and gloss of a word.
fn brief(word: &str, pos: Pos) -> String {
    let meaning = lexicon::meaning(word, lexicon::pos(word, pos), &[]);
    meaning.map_or_else(String::new, |meaning| {
        format!("{} {}", meaning.hanja.unwrap_or_default(), meaning.gloss).trim().to_owned()
    })
}

const fn of_slip(slip: Slip) -> Answering {
    match slip {
        Slip::AeE => Answering::SlipAeE,
        Slip::OeWae => Answering::SlipOeWae,
        Slip::Final => Answering::SlipFinal,
        Slip::Tense => Answering::SlipTense,
        Slip::Aspirate => Answering::SlipAspirate,
        Slip::AsSaid => Answering::SlipAsSaid,
        Slip::Finger => Answering::SlipFinger,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cloze::{Expected, OwnWords, judge};
    use crate::deck::TermId;
    use crate::vocab::{Kind, TermKey};

    fn term(word: &str, parts: &[&str]) -> Term {
        let parts = parts.iter().map(|part| (*part).to_owned()).collect();
        let kind = Kind::Compound;
        Term { id: TermId(1), key: TermKey::of(word), term: word.into(), pos: Pos::Noun, kind, parts }
    }

    fn told(term: &Term, typed: &str, lang: Lang) -> Vec<String> {
        let expected = Expected { answer: &term.term, after: "을 한다.", word: &term.word() };
        reasons(&judge(&expected, &OwnWords::default(), typed), term, &term.term, lang)
    }

    #[test]
    fn a_slip_is_named_and_shown() {
        let compound = term("해외진출", &["해외", "진출"]);
        assert_eq!(told(&compound, "해왜진출", Lang::Ko), ["ㅚ, ㅙ, ㅞ를 헷갈렸어요.", "글자: 해[ㅇ ㅙ→ㅚ]진출"]);
        assert!(told(&compound, "해외진출을", Lang::En).is_empty());
    }

    #[test]
    fn another_word_and_the_missed_part_are_explained() {
        let compound = term("해외진출", &["해외", "진출"]);
        let lines = told(&compound, "해외투자", Lang::En);
        assert!(lines.iter().any(|line| line.starts_with("The part that was missed: 진출 進出 ")), "{lines:?}");
        assert!(lines.iter().any(|line| line.starts_with("Another word: 투자 投資 ")), "{lines:?}");
        let lines = told(&term("인수", &[]), "인상", Lang::Ko);
        assert_eq!(lines.last().map(String::as_str), Some("다른 낱말: 인상 引上 raise, increase (of a rate or price)"));
    }

    #[test]
    fn a_term_is_taken_apart() {
        let parts = composition(&term("해외진출", &["해외", "진출"]), Lang::Ko).unwrap();
        assert!(parts.starts_with("짜임: 해외 海外 overseas + 진출 進出 "), "{parts}");
        assert_eq!(composition(&term("인수", &[]), Lang::Ko).as_deref(), Some("한자: 引 끌 인, 受 이을 수"));
        assert_eq!(composition(&term("텃밭", &[]), Lang::Ko), None);
    }
}
