//! Content words of one sentence: morphemes joined to what a dictionary or a learner would call a word.

use std::ops::Range;

use super::generic;
use super::names;
use super::{Kind, Pos};
use crate::korean::analyzer::Morpheme;
use crate::korean::tag::Tag;
use crate::lexicon;

/// A content word where it stands in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The dictionary form.
    pub term: String,
    pub pos: Pos,
    pub kind: Kind,
    /// The nouns it is made of, where there are several.
    pub parts: Vec<String>,
    /// Bytes of the sentence from the word's first letter to the end of its stem: 모색하 of 모색하고.
    pub span: Range<usize>,
    /// Bytes of the term's own letters, the part that a cloze blanks: 모색 of 모색하고.
    pub own: Range<usize>,
    /// Whether nothing but a space stands between this word and the one before it.
    pub follows: bool,
}

/// The content words of a sentence, in order, names included.
pub fn words(text: &str, morphemes: &[Morpheme]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut at = 0;
    // Where the morpheme before the current one ended, if a content word ended with it.
    let mut last_end = None;
    while at < morphemes.len() {
        let (word, next) =
            noun_word(text, morphemes, at).or_else(|| predicate(text, morphemes, at)).unwrap_or((None, at + 1));
        if let Some(mut word) = word {
            let gap = last_end.and_then(|end: usize| text.get(end..word.span.start));
            word.follows = gap.is_some_and(|gap| !gap.is_empty() && gap.chars().all(char::is_whitespace));
            last_end = Some(word.span.end);
            words.push(word);
        }
        at = next.max(at + 1);
        // A particle or an ending after the word breaks the chain; `gap` above sees its letters.
    }
    words
}

type Read = Option<(Option<Word>, usize)>;

/// One unit of a run of nouns: a noun with its prefix and suffixes.
struct Unit {
    form: String,
    range: Range<usize>,
    tag: Tag,
    parts: Vec<String>,
    name: bool,
}

/// A run of nouns inside one eojeol, with the 하다 or 되다 behind it.
fn noun_word(text: &str, morphemes: &[Morpheme], start: usize) -> Read {
    let mut units: Vec<Unit> = Vec::new();
    let mut at = start;
    while let Some(m) = morphemes.get(at) {
        let glued = units.last().is_none_or(|unit| unit.range.end == m.range.start);
        if !glued {
            break;
        }
        if let Some((unit, next)) = latin(morphemes, at).or_else(|| derived(morphemes, at)) {
            units.push(unit);
            at = next;
        } else if units.last().is_some_and(|unit| is_noun_suffix(m, &unit.form)) {
            extend(&mut units, m);
            at += 1;
        } else {
            break;
        }
    }
    if units.is_empty() {
        return None;
    }
    let behind = morphemes.get(at).filter(|m| units.last().is_some_and(|unit| unit.range.end == m.range.start));
    // A number with its unit or a unit alone is not vocabulary: 2억 명, 10개.
    let after_digits = start
        .checked_sub(1)
        .and_then(|i| morphemes.get(i))
        .is_some_and(|m| matches!(m.tag, Tag::SN | Tag::NR) && m.range.end == units[0].range.start);
    if after_digits && units.len() == 1 && units[0].form.chars().count() == 1 {
        return Some((None, at));
    }
    if let Some(verb) = behind.filter(|m| is_verb_suffix(m, &units)) {
        return Some((Some(verb_of(&units, verb)), at + 1));
    }
    Some((noun_of(text, &units, behind), at))
}

/// The word that a run of nouns is.
fn noun_of(text: &str, units: &[Unit], behind: Option<&Morpheme>) -> Option<Word> {
    let span = units.first()?.range.start..units.last()?.range.end;
    // %p: a letter alone is no word.
    if let [Unit { form, tag: Tag::SL, .. }] = units
        && form.len() == 1
    {
        return None;
    }
    let term: String = units.iter().map(|unit| unit.form.as_str()).collect();
    // A bare root without its suffix (활발 before 히) is no word.
    if units.len() == 1 && units[0].tag == Tag::XR && !lexicon::contains(&term) {
        return None;
    }
    let name =
        names::is_name(&term, units.iter().map(|unit| (unit.form.as_str(), unit.tag, unit.name)), behind, text, &span);
    let (kind, parts) = if name { (Kind::Name, Vec::new()) } else { shape(units) };
    Some(Word { own: span.clone(), span, term, pos: Pos::Noun, kind, parts, follows: false })
}

/// Compound or plain noun, and what it is made of.
fn shape(units: &[Unit]) -> (Kind, Vec<String>) {
    if let [unit] = units {
        // The dictionary took it whole; the lexicon knows its seam.
        if let Some(parts) = lexicon::split(&unit.form).filter(|parts| parts.iter().all(|p| p.chars().count() >= 2)) {
            return (Kind::Compound, parts.map(str::to_owned).to_vec());
        }
        let whole = unit.parts.iter().all(|part| part.chars().count() >= 2);
        let kind = if unit.parts.len() >= 2 && whole { Kind::Compound } else { Kind::Noun };
        return (kind, unit.parts.clone());
    }
    let parts: Vec<String> = units.iter().map(|unit| unit.form.clone()).collect();
    // 플랫 + 폼: a word that the lexicon has and whose pieces it has not was only broken by the analyzer.
    let whole = lexicon::contains(&parts.concat());
    if whole && !parts.iter().all(|part| lexicon::contains(part)) {
        return (Kind::Noun, Vec::new());
    }
    (Kind::Compound, parts)
}

/// 모색 + 하: a verb or an adjective by its noun. A compound before 하다 stays a noun: 해외진출하다 is not taught.
fn verb_of(units: &[Unit], verb: &Morpheme) -> Word {
    let own = units[0].range.start..units[units.len() - 1].range.end;
    let noun: String = units.iter().map(|unit| unit.form.as_str()).collect();
    if units.len() > 1 && !lexicon::contains(&format!("{noun}{}다", verb.surface)) {
        let (kind, parts) = shape(units);
        return Word { term: noun, pos: Pos::Noun, kind, parts, span: own.clone(), own, follows: false };
    }
    let term = format!("{noun}{}다", verb.surface);
    // The analyzer takes 치열하 for a verb: the lexicon knows better where it knows the word.
    let adjective = lexicon::entries(&term).first().map_or(verb.tag == Tag::XSA, |entry| entry.pos == "a");
    let (pos, kind) = if adjective { (Pos::Adjective, Kind::Adjective) } else { (Pos::Verb, Kind::Verb) };
    let span = own.start..verb.range.end.max(own.end);
    Word { term, pos, kind, parts: Vec::new(), span, own, follows: false }
}

/// M&A, MVNO, SK플래닛, u-시티: Latin letters, with what is glued to them by a sign.
fn latin(morphemes: &[Morpheme], at: usize) -> Option<(Unit, usize)> {
    let first = morphemes.get(at).filter(|m| m.tag == Tag::SL)?;
    let mut unit =
        Unit { form: first.surface.clone(), range: first.range.clone(), tag: Tag::SL, parts: Vec::new(), name: false };
    let mut next = at + 1;
    while let [sign, letters, ..] = morphemes.get(next..).unwrap_or_default() {
        let joins =
            matches!(sign.surface.as_str(), "&" | "-" | "/") && matches!(letters.tag, Tag::SL | Tag::NNG | Tag::NNP);
        if !(joins && sign.range.start == unit.range.end && letters.range.start == sign.range.end) {
            break;
        }
        unit.form.push_str(&sign.surface);
        unit.form.push_str(&letters.surface);
        unit.range.end = letters.range.end;
        next += 2;
    }
    Some((unit, next))
}

/// A noun, with the prefix before it.
fn derived(morphemes: &[Morpheme], at: usize) -> Option<(Unit, usize)> {
    let first = morphemes.get(at)?;
    if first.tag == Tag::XPN {
        let noun = morphemes.get(at + 1).filter(|m| is_noun(m.tag) && m.range.start == first.range.end)?;
        let parts = vec![first.surface.clone(), noun.surface.clone()];
        let form = format!("{}{}", first.surface, noun.surface);
        let range = first.range.start..noun.range.end;
        return Some((Unit { form, range, tag: noun.tag, parts, name: false }, at + 2));
    }
    is_noun(first.tag).then(|| {
        let unit = Unit {
            form: first.surface.clone(),
            range: first.range.clone(),
            tag: first.tag,
            parts: first.parts.clone(),
            name: first.class.is_some() && first.tag == Tag::NNP,
        };
        (unit, at + 1)
    })
}

const fn is_noun(tag: Tag) -> bool {
    matches!(tag, Tag::NNG | Tag::NNP | Tag::XR | Tag::NA)
}

/// Suffixes that make another noun; 들, 님, 씨 and 별 only mark one, except where the lexicon has the whole: 손님.
fn is_noun_suffix(m: &Morpheme, noun: &str) -> bool {
    m.tag == Tag::XSN
        && (!matches!(m.surface.as_str(), "들" | "님" | "씨" | "별")
            || lexicon::contains(&format!("{noun}{}", m.surface)))
}

fn extend(units: &mut [Unit], suffix: &Morpheme) {
    let Some(unit) = units.last_mut() else { return };
    if unit.parts.is_empty() {
        unit.parts.push(unit.form.clone());
    }
    unit.parts.push(suffix.surface.clone());
    unit.form.push_str(&suffix.surface);
    unit.range.end = suffix.range.end;
}

/// 하, 되, 시키 behind a noun, tagged as a suffix or, behind an adverb-like root, as a verb.
fn is_verb_suffix(m: &Morpheme, units: &[Unit]) -> bool {
    let plain = matches!(m.surface.as_str(), "하" | "되" | "시키");
    match m.tag {
        Tag::XSV | Tag::XSA => true,
        Tag::VV => plain && units.len() == 1,
        _ => false,
    }
}

/// A verb, an adjective or an adverb of content.
fn predicate(text: &str, morphemes: &[Morpheme], at: usize) -> Read {
    let m = morphemes.get(at)?;
    match m.tag {
        Tag::VV | Tag::VA => {
            let (term, next) = inchoative(text, morphemes, at).unwrap_or_else(|| (m.lemma.clone(), at + 1));
            let adjective = m.tag == Tag::VA && next == at + 1;
            let (pos, kind) = if adjective { (Pos::Adjective, Kind::Adjective) } else { (Pos::Verb, Kind::Verb) };
            let range = m.range.start..morphemes.get(next - 1)?.range.end.max(m.range.end);
            let own = if next == at + 1 { m.range.clone() } else { range };
            let word = Word { term, pos, kind, parts: Vec::new(), span: own.clone(), own, follows: false };
            Some((Some(word), next))
        }
        // 분명 + 하 after a root that the analyzer takes for an adverb.
        Tag::MAG => {
            let suffix = morphemes.get(at + 1).filter(|n| n.range.start == m.range.end && n.surface == "하");
            let Some(suffix) = suffix.filter(|n| matches!(n.tag, Tag::VV | Tag::XSA | Tag::XSV)) else {
                let plain = m.surface.chars().count() >= 2 && !generic::is_generic(&m.surface);
                let word = Word {
                    term: m.surface.clone(),
                    pos: Pos::Adverb,
                    kind: Kind::Adverb,
                    parts: Vec::new(),
                    span: m.range.clone(),
                    own: m.range.clone(),
                    follows: false,
                };
                return Some((plain.then_some(word), at + 1));
            };
            let word = Word {
                term: format!("{}하다", m.surface),
                pos: Pos::Adjective,
                kind: Kind::Adjective,
                parts: Vec::new(),
                span: m.range.start..suffix.range.end,
                own: m.range.clone(),
                follows: false,
            };
            Some((Some(word), at + 2))
        }
        _ => None,
    }
}

/// 이루 + 어 + 지: a verb with 어지다 is a word of its own. Gives its dictionary form and where it ends.
fn inchoative(text: &str, morphemes: &[Morpheme], at: usize) -> Option<(String, usize)> {
    let [stem, ending, auxiliary, ..] = morphemes.get(at..)? else { return None };
    let joined = ending.tag == Tag::EC
        && matches!(ending.surface.as_str(), "아" | "어" | "여")
        && auxiliary.tag == Tag::VX
        && auxiliary.surface == "지"
        && auxiliary.range.start <= ending.range.end;
    if !joined {
        return None;
    }
    // The text shows how stem and ending melt (알려, 가까워); where 지 melted with them as well, the stem's own letters
    // hold it (커 of 커졌다).
    let front = text.get(stem.range.start..stem.range.end.max(auxiliary.range.start))?;
    let front = front.strip_suffix("뤄").map_or_else(|| front.to_owned(), |head| format!("{head}루어"));
    Some((format!("{front}지다"), at + 3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::korean::analyzer::Analyzer;

    fn found(text: &str) -> Vec<(String, Kind)> {
        let morphemes = Analyzer::open().unwrap().analyze(text).unwrap();
        words(text, &morphemes).into_iter().map(|word| (word.term, word.kind)).collect()
    }

    #[track_caller]
    fn case(text: &str, term: &str, kind: Kind, own: &str) {
        let morphemes = Analyzer::open().unwrap().analyze(text).unwrap();
        let words = words(text, &morphemes);
        let word = words.iter().find(|word| word.term == term).unwrap_or_else(|| panic!("{term} not in {words:?}"));
        assert_eq!((word.kind, &text[word.own.clone()]), (kind, own), "{text}");
    }

    #[test]
    fn nouns_written_solid_are_one_compound() {
        case("해외진출이 활발하다.", "해외진출", Kind::Compound, "해외진출");
        case("내수산업으로 분류돼 왔다.", "내수산업", Kind::Compound, "내수산업");
    }

    #[test]
    fn a_verb_has_its_dictionary_form_and_leaves_its_ending_standing() {
        case("방안을 모색하고 있다.", "모색하다", Kind::Verb, "모색");
        case("시장 문을 두드려야 한다.", "두드리다", Kind::Verb, "두드려");
        case("대표 업종으로 분류돼 왔다.", "분류되다", Kind::Verb, "분류");
        case("협소한 시장을 벗어났다.", "협소하다", Kind::Adjective, "협소");
    }

    #[test]
    fn what_the_analyzer_takes_for_a_verb_is_an_adjective_where_the_lexicon_says_so() {
        case("경쟁도 치열하다.", "치열하다", Kind::Adjective, "치열");
    }

    #[test]
    fn a_particle_inside_a_noun_is_mended() {
        case("개발도상국을 제외했다.", "개발도상국", Kind::Noun, "개발도상국");
    }

    #[test]
    fn a_verb_with_its_auxiliary_of_becoming_is_one_word() {
        case("값이 비싸 사기 어려워졌다.", "어려워지다", Kind::Verb, "어려워졌");
        case("협력이 이뤄졌다.", "이루어지다", Kind::Verb, "이뤄졌");
        case("고민도 커져 갔다.", "커지다", Kind::Verb, "커져");
    }

    #[test]
    fn auxiliaries_are_no_words() {
        let found = found("시장을 넓혀 가고 있다.");
        assert!(!found.iter().any(|(term, _)| term == "있다" || term == "가다"), "{found:?}");
    }

    #[test]
    fn a_word_that_the_analyzer_broke_is_whole_again() {
        case("해운사들은 배를 주문했다.", "해운사", Kind::Noun, "해운사");
        case("판촉비를 쏟아부었다.", "판촉비", Kind::Noun, "판촉비");
        case("어닝쇼크를 냈다.", "어닝쇼크", Kind::Noun, "어닝쇼크");
        let found = found("돌릴수록 2억 달러어치를 판다.");
        assert!(
            !found.iter().any(|(term, _)| term.contains("수록") && term.len() > 6 || term.contains("달러어치")),
            "{found:?}"
        );
        // A determiner and an adnominal form stand apart from their noun.
        case("한 회사가 큰 시장을 찾았다.", "회사", Kind::Noun, "회사");
        case("한 회사가 큰 시장을 찾았다.", "시장", Kind::Noun, "시장");
    }

    #[test]
    fn a_letter_alone_and_what_cannot_stand_alone_are_no_words() {
        let found = found("금리가 0.2%p 오른 것들이 늘었다.");
        assert!(!found.iter().any(|(term, _)| term == "p" || term == "것들"), "{found:?}");
    }

    #[test]
    fn latin_letters_keep_their_signs() {
        case("M&A에 나설 계획이다.", "M&A", Kind::Noun, "M&A");
    }
}
