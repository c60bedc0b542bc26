//! Joints: places inside an eojeol, or at its end, where what the analyzer put side by side cannot stand so in Korean.
//! There it read a word as a phrase: 반 + 등 for 반등, 수 + 치 + 다 for 수치다.

use super::{Morpheme, known, touches};
use crate::korean::tag::Tag;

/// Stems that a noun takes without a space.
const LIGHT: &[&str] = &["하", "되", "시키", "받", "당하", "드리", "짓", "이", "아니"];
/// What prices are told in.
const CURRENCIES: &[&str] = &["원", "달러", "엔", "위안", "유로", "억", "조", "만"];

/// Signs that close a quotation.
const CLOSING: &[&str] = &["'", "’", "\"", "”"];

/// Whether no eojeol has `left` and `right` glued.
pub fn is_odd(left: &Morpheme, right: &Morpheme) -> bool {
    // What melted together came from one entry.
    if right.range.start < left.range.end {
        return false;
    }
    match left.tag {
        tag if tag.is_particle() => {
            let plural = right.surface == "들";
            !(right.tag.is_particle()
                || right.tag.is_ending()
                || right.tag == Tag::VCP
                || right.tag == Tag::VCN
                || plural)
        }
        Tag::ETM => !(matches!(right.tag, Tag::NNB | Tag::NNBC) || right.tag.is_particle()),
        Tag::EF => !(right.tag.is_particle() || right.tag.is_ending() || right.tag == Tag::VCP),
        Tag::EC => behind_connective(left, right),
        Tag::NNG if right.surface == "하" && matches!(right.tag, Tag::XSV | Tag::XSA) => !takes_hada(&left.surface),
        Tag::NNG | Tag::NNP | Tag::XR | Tag::XSN => match right.tag {
            Tag::NNB | Tag::NR | Tag::NP | Tag::MM | Tag::MAG | Tag::MAJ | Tag::IC => true,
            tag => tag.is_predicate() && !LIGHT.contains(&right.surface.as_str()),
        },
        Tag::XPN => !is_nominal(right.tag),
        Tag::NNB | Tag::NP | Tag::MAG | Tag::MAJ | Tag::MM | Tag::IC => match right.tag {
            // 이분, 한번: a determiner or a pronoun and what depends on it.
            Tag::NNB | Tag::NNBC => matches!(left.tag, Tag::NNB | Tag::MAG | Tag::MAJ | Tag::IC),
            tag if tag.is_predicate() => left.tag == Tag::NNB || !LIGHT.contains(&right.surface.as_str()),
            Tag::XPN | Tag::NR | Tag::MM | Tag::MAG | Tag::IC | Tag::NP => true,
            tag => is_nominal(tag),
        },
        Tag::NR => right.tag.is_predicate() || matches!(right.tag, Tag::NNG | Tag::NNP | Tag::XR),
        _ => false,
    }
}

/// Whether the lexicon has the noun with 하다.
pub fn takes_hada(noun: &str) -> bool {
    let verb = format!("{noun}하다");
    known::ACTIONS.has(noun) || known::ADJECTIVES.has(&verb) || known::VERBS.has(&verb)
}

/// Stems that are nouns far more often before 는: 금리 인하는, 서버 설치는.
const RARE_STEMS: &[&str] = &["인하", "설치"];

/// Whether the stem at `at` is a noun, and no verb that the lexicon has: 타개 + 는. Behind an object it is a verb.
pub fn is_no_stem(morphemes: &[Morpheme], at: usize) -> bool {
    let stem = &morphemes[at];
    if !matches!(stem.tag, Tag::VV | Tag::VA) || !known::NOUNS.has(&stem.surface) {
        return false;
    }
    let object = at.checked_sub(1).is_some_and(|before| morphemes[before].tag == Tag::JKO);
    let topic = morphemes.get(at + 1).is_some_and(|next| next.surface == "는" && touches(stem, next));
    let verb = format!("{}다", stem.surface);
    let known = known::VERBS.has(&verb) || known::ADJECTIVES.has(&verb);
    !object && (!known || topic && RARE_STEMS.contains(&stem.surface.as_str()))
}

/// Connective endings take auxiliary verbs, other verbs and particles; 고, 면 and 지 take 하다 and 되다 only behind a space.
fn behind_connective(left: &Morpheme, right: &Morpheme) -> bool {
    if right.tag.is_predicate() {
        let light =
            matches!(right.surface.as_str(), "하" | "되") && matches!(left.surface.as_str(), "고" | "면" | "지");
        // 체하다 and its kind follow an adnominal form.
        return light || matches!(right.surface.as_str(), "체하" | "직하");
    }
    !(right.tag.is_particle() || right.tag.is_ending() || right.tag == Tag::VCP)
}

const fn is_nominal(tag: Tag) -> bool {
    matches!(tag, Tag::NNG | Tag::NNP | Tag::XR | Tag::NA)
}

/// Whether the eojeol that ends with `morphemes[last]` cannot end so before what follows it: no particle stands before
/// 및, nothing but nouns and 는 before 중, and no text ends with a subject.
pub fn ends_oddly(morphemes: &[Morpheme], last: usize) -> bool {
    let Some(end) = morphemes.get(last) else { return false };
    let Some(next) = morphemes.get(last + 1) else { return end.tag == Tag::JKS };
    let listing = next.surface == "및" || next.tag == Tag::NNB && matches!(next.surface.as_str(), "등" | "중");
    match end.tag {
        Tag::JKS if is_price(morphemes.get(last + 1..).unwrap_or_default()) => end.surface == "가" || listing,
        Tag::JKS | Tag::JKG | Tag::JKO | Tag::JX | Tag::JKB if listing => true,
        Tag::EF => next.surface == "및",
        // ‘최저가’라고: what is quoted as a word carries no particle.
        Tag::JKS | Tag::JKG | Tag::JX if CLOSING.contains(&next.surface.as_str()) && touches(end, next) => true,
        Tag::JKS | Tag::JKG if next.surface == "·" => true,
        // 실수 + 이 + 오 for 실수요.
        Tag::EC if matches!(end.surface.as_str(), "오" | "요") => {
            let copula = last.checked_sub(1).is_some_and(|at| morphemes[at].tag == Tag::VCP);
            next.surface != "," && copula
        }
        // 합의 + 서: this 서 is of places, and a deed is none.
        Tag::JKB if end.surface == "서" => last
            .checked_sub(1)
            .and_then(|at| morphemes.get(at))
            .is_some_and(|noun| noun.range.end == end.range.start && known::ACTIONS.has(&noun.surface)),
        Tag::ETM if end.surface == "ㄴ" && listing => {
            let copula = last.checked_sub(1).and_then(|at| morphemes.get(at)).is_some_and(|stem| stem.tag == Tag::VCP);
            copula || next.surface == "중"
        }
        _ => false,
    }
}

/// What a particle of one syllable behind a noun is; 이 the subject's, 과 the one that joins.
pub fn particle_tag(letters: &str) -> Option<Tag> {
    Some(match letters {
        "은" | "는" | "도" | "만" => Tag::JX,
        "을" | "를" => Tag::JKO,
        "이" | "가" => Tag::JKS,
        "과" | "와" => Tag::JC,
        "의" => Tag::JKG,
        "에" | "로" => Tag::JKB,
        _ => return None,
    })
}

/// A number and what it counts money in.
fn is_price(morphemes: &[Morpheme]) -> bool {
    let mut numbers = morphemes.iter().skip_while(|m| matches!(m.tag, Tag::SN | Tag::NR));
    matches!(morphemes.first().map(|m| m.tag), Some(Tag::SN | Tag::NR))
        && numbers.next().is_some_and(|unit| CURRENCIES.contains(&unit.surface.as_str()))
}
