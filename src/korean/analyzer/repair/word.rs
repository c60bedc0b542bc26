//! Words that the dictionary does not know and the analyzer broke into pieces of other words.

use super::joint::particle_tag;
use super::{Morpheme, known, made};
use crate::korean::josa;
use crate::korean::tag::Tag;

/// What is tagged as a noun and yet is glued to what precedes it: 돌릴수록, 2억 달러어치.
const GLUED: &[&str] = &[
    "수록", "어치", "가량", "만큼", "뿐", "쯤", "때", "대", "치", "것", "수", "줄", "데", "바", "채", "듯", "중", "후",
    "뒤", "전", "시", "내", "외", "등", "간", "적", "만", "밖",
];

pub fn mend(text: &str, mut morphemes: Vec<Morpheme>) -> Vec<Morpheme> {
    let mut out: Vec<Morpheme> = Vec::with_capacity(morphemes.len());
    let mut at = 0;
    while let Some(first) = morphemes.get(at) {
        if let Some([noun, particle]) = swallowed(&morphemes[at..]) {
            out.extend([noun, particle]);
            at += 1;
            continue;
        }
        if let Some((taken, company)) = company(&morphemes[at..], out.last()) {
            out.extend(company);
            at += taken;
            continue;
        }
        let opens = out.last().is_none_or(|before| before.range.end < first.range.start || before.tag.is_symbol());
        let end = if opens { broken_front(&morphemes, at) } else { particle_inside(&morphemes, at, out.last()) };
        match end {
            Some(next) if opens => {
                out.push(whole(text, first, &morphemes[next - 1]));
                at = next;
            }
            Some(next) => {
                if let Some(noun) = out.pop() {
                    out.push(whole(text, &noun, &morphemes[next - 1]));
                }
                at = next;
            }
            None => {
                // No rule looks back at what was taken: a copy would be dropped unread.
                out.push(std::mem::replace(&mut morphemes[at], made("", Tag::NA, 0..0)));
                at += 1;
            }
        }
    }
    out
}

/// Where the front of an eojeol ends that is one unknown word: 한/MM + 빛, 어/IC + 닝쇼크, 해/NNB + 운사, 팔/VV +
/// ㄴ/ETM + 촉비. In Korean none of these is ever glued to a noun, so that both are one.
fn broken_front(morphemes: &[Morpheme], at: usize) -> Option<usize> {
    let first = morphemes.get(at)?;
    let mut next = at + 1;
    match first.tag {
        Tag::MM | Tag::IC | Tag::NNB | Tag::NNBC => {}
        // An adnominal form that melted with its stem, and verbs before it: 너르 + ㄴ, 나르 + 아 + 오 + ㄴ.
        Tag::VV | Tag::VA => {
            while let [stem, ending, ..] = morphemes.get(next - 1..)?
                && ending.range.start < stem.range.end
            {
                next += 1;
                if ending.tag == Tag::ETM {
                    break;
                }
                if ending.tag != Tag::EC || !morphemes.get(next)?.tag.is_predicate() {
                    return None;
                }
                next += 1;
            }
            if morphemes.get(next - 1)?.tag != Tag::ETM {
                return None;
            }
        }
        _ => return None,
    }
    let last = morphemes.get(next - 1)?;
    let noun = morphemes.get(next)?;
    let joins = matches!(noun.tag, Tag::NNG | Tag::NNP | Tag::XSN) && noun.range.start == last.range.end;
    // 것들: the plural of what cannot stand alone.
    let plural = noun.surface == "들" && first.tag == Tag::NNB;
    (joins && !plural && !GLUED.contains(&noun.surface.as_str())).then_some(next + 1)
}

/// The end of a noun that the analyzer broke at a syllable that looks like a particle: 개발 + 도 + 상국. Inside an
/// eojeol no noun stands behind a particle of one syllable.
fn particle_inside(morphemes: &[Morpheme], at: usize, before: Option<&Morpheme>) -> Option<usize> {
    let [particle, noun, ..] = morphemes.get(at..)? else { return None };
    let glued = before?.range.end == particle.range.start && particle.range.end == noun.range.start;
    let one = particle.surface.chars().count() == 1;
    let front = matches!(before?.tag, Tag::NNG | Tag::NNP | Tag::NR | Tag::XSN);
    let inside = particle.tag.is_particle() && front && matches!(noun.tag, Tag::NNG | Tag::NNP);
    (glued && one && inside).then_some(at + 2)
}

/// A rare noun that is really a common one with its particle: 금과 달러.
fn swallowed(morphemes: &[Morpheme]) -> Option<[Morpheme; 2]> {
    let noun = morphemes.first().filter(|m| m.tag == Tag::NNG)?;
    let alone = morphemes.get(1).is_none_or(|next| next.range.start > noun.range.end || next.tag.is_symbol());
    let (at, _) = noun.surface.char_indices().next_back()?;
    let (stem, josa) = noun.surface.split_at(at);
    let tag =
        particle_tag(josa).filter(|tag| matches!(tag, Tag::JC | Tag::JX | Tag::JKO) && !matches!(josa, "도" | "만"))?;
    if !alone || known(&noun.surface) || !known(stem) || !josa::agrees(stem, josa) {
        return None;
    }
    let seam = noun.range.end - josa.len();
    Some([made(stem, Tag::NNG, noun.range.start..seam), made(josa, tag, seam..noun.range.end)])
}

/// 사 behind a noun is a company: 파트너사인 holds no signature (사인), 파트너사는 does not buy (사 + 는), and 파트너사도
/// is no apostle (사도). Gives how many morphemes are mended.
fn company(morphemes: &[Morpheme], before: Option<&Morpheme>) -> Option<(usize, Vec<Morpheme>)> {
    let first = morphemes.first().filter(|m| m.surface.starts_with('사'))?;
    let noun = before.filter(|b| b.range.end == first.range.start && matches!(b.tag, Tag::NNG | Tag::NNP))?;
    let glued = |at: usize| morphemes.get(at).filter(|m| m.range.start <= morphemes[at - 1].range.end);
    let seam = first.range.start + "사".len();
    let suffix = made("사", Tag::XSN, first.range.start..seam);
    let copula = |end: usize| {
        ["이", "ㄴ"].into_iter().zip([Tag::VCP, Tag::ETM]).map(move |(form, tag)| made(form, tag, seam..end))
    };
    match (first.surface.as_str(), first.tag, glued(1)) {
        ("사인", Tag::NNG, None) => Some((1, [suffix].into_iter().chain(copula(first.range.end)).collect())),
        ("사이", Tag::NNG, Some(topic)) if topic.surface == "ㄴ" && glued(2).is_none() => {
            Some((2, [suffix].into_iter().chain(copula(topic.range.end)).collect()))
        }
        ("사", Tag::VV, Some(ending)) if ending.surface == "는" && known(&noun.surface) => {
            Some((2, vec![suffix, made("는", Tag::JX, ending.range.clone())]))
        }
        // The number four, where nothing is counted.
        ("사", Tag::NR, next) if noun.surface.chars().count() > 1 => {
            let counts = next.is_some_and(|m| matches!(m.tag, Tag::NR | Tag::NNBC | Tag::SN | Tag::NNG));
            (!counts).then(|| (1, vec![suffix]))
        }
        ("사도" | "사로" | "사만" | "사의", Tag::NNG, None) if known(&noun.surface) => {
            let form = first.surface.strip_prefix('사')?;
            let tag = particle_tag(form)?;
            Some((1, vec![suffix, made(form, tag, seam..first.range.end)]))
        }
        _ => None,
    }
}

fn known(noun: &str) -> bool {
    known::NOUNS.has(noun)
}

/// One unknown noun over the bytes of both. It is a common noun where its front was one.
fn whole(text: &str, first: &Morpheme, last: &Morpheme) -> Morpheme {
    let range = first.range.start..last.range.end;
    let surface = text.get(range.clone()).unwrap_or_default().to_owned();
    let tag = if first.tag == Tag::NNG { Tag::NNG } else { Tag::NNP };
    Morpheme { known: false, ..made(&surface, tag, range) }
}
