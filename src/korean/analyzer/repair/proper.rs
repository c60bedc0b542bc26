//! Names of companies and people that the analyzer read as phrases: 둘 + 이 + 조선 for 두리조선, 윤 + 서리 + ㄴ for 윤서린.

use std::ops::Range;

use super::joint::{is_odd, particle_tag};
use super::listed::{LONGEST_EOJEOL, eojeol_end};
use super::{Found, Morpheme, known, made, replaced};
use crate::korean::tag::Tag;
use crate::korean::{josa, naming};

/// Syllables of what stands before 전자, 증권 and their like in a company's name.
const SHORTEST_FRONT: usize = 2;
const LONGEST_FRONT: usize = 4;
/// Syllables of the longest of what companies are called.
const LONGEST_SUFFIX: usize = 6;
/// Syllables of a person's name, the family's with it.
const PERSON: usize = 3;
/// Characters of the longest name with letters that is looked for.
const LONGEST_MIXED: usize = 16;

pub fn mend(text: &str, morphemes: Vec<Morpheme>) -> Vec<Morpheme> {
    let mut found = Vec::new();
    let mut start = 0;
    while start < morphemes.len() {
        let end = eojeol_end(&morphemes, start);
        // Most eojeols are as they should be.
        let mixed = (morphemes[start].tag == Tag::SL).then(|| mixed(text, &morphemes, start..end)).flatten();
        let joints = || (start..end - 1).any(|at| is_odd(&morphemes[at], &morphemes[at + 1]));
        let odd = mixed.is_none() && (is_single(&morphemes[start]) || joints());
        found.extend(mixed);
        if (2..=LONGEST_EOJEOL).contains(&(end - start)) && odd {
            found.extend(company(text, &morphemes, start..end).or_else(|| person(text, &morphemes, start..end)));
        }
        start = end;
    }
    replaced(morphemes, found)
}

/// A name of the gazetteer that begins with letters: LG + 에 + 너지 + 솔루션, SK + 온과.
fn mixed(text: &str, morphemes: &[Morpheme], eojeol: Range<usize>) -> Option<Found> {
    let start = morphemes[eojeol.start].range.start;
    let letters = text.get(start..morphemes[eojeol.end - 1].range.end)?;
    let ends: Vec<usize> = letters.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST_MIXED).collect();
    ends.into_iter().rev().filter(|&end| letters.get(..end).is_some_and(|name| known::MIXED_NAMES.has(name))).find_map(
        |end| {
            let (at, end) = (start + end, end);
            let clean = eojeol.clone().find(|&index| morphemes[index].range.start == at);
            let (next, tail) = match clean {
                Some(next) => (next, Vec::new()),
                None => behind(text, morphemes, &eojeol, at)?,
            };
            let name = made(letters.get(..end)?, Tag::NNP, start..at);
            Some((eojeol.start..next, [vec![name], tail].concat()))
        },
    )
}

/// A company by what its name ends with, before which something stands that is no word and was read as several.
fn company(text: &str, morphemes: &[Morpheme], eojeol: Range<usize>) -> Option<Found> {
    let start = morphemes[eojeol.start].range.start;
    let stop = morphemes[eojeol.end - 1].range.end;
    let letters = text.get(start..stop)?;
    let seams: Vec<usize> = letters.char_indices().map(|(at, _)| at).chain([letters.len()]).collect();
    for (at, &front_end) in seams.iter().enumerate().skip(SHORTEST_FRONT).take(LONGEST_FRONT - SHORTEST_FRONT + 1) {
        for &end in seams.iter().skip(at + 1).take(LONGEST_SUFFIX) {
            let (Some(front), Some(suffix)) = (letters.get(..front_end), letters.get(front_end..end)) else { continue };
            // 대 and 셀 end other words as well.
            if suffix.chars().nth(1).is_some()
                && naming::is_company_suffix(suffix)
                && front.chars().all(|c| matches!(c, '가'..='힣'))
                && (!known(front) || is_long(suffix))
                && !letters.get(..end).is_some_and(known)
                && is_broken(&morphemes[eojeol.clone()], start + front_end..start + end, suffix)
                && let Some((next, tail)) = behind(text, morphemes, &eojeol, start + end)
            {
                let name = made(letters.get(..end)?, Tag::NNP, start..start + end);
                let words = [vec![Morpheme { known: false, ..name }], tail].concat();
                return Some((eojeol.start..next, words));
            }
        }
    }
    None
}

/// Whether the morphemes before the bytes `own` of a suffix are the ruins of a word: one reaches over its
/// seam, they are single syllables, or an ending or a particle stands where none can. A known word with its particle or
/// a predicate before a noun was only written without a space.
fn is_broken(eojeol: &[Morpheme], own: Range<usize>, suffix: &str) -> bool {
    let Range { start: seam, end } = own;
    let reaches = |at: usize| eojeol.iter().any(|m| m.range.start < at && m.range.end > at);
    let front: Vec<&Morpheme> = eojeol.iter().filter(|m| m.range.start < seam).collect();
    let Some((first, last)) = front.first().zip(front.last()) else { return false };
    // 인베스트먼트 in pieces is no other word.
    let pieces = eojeol.iter().filter(|m| m.range.start >= seam && m.range.end <= end).count();
    if reaches(seam) || reaches(end) && front.len() > 1 || is_long(suffix) && pieces > 1 {
        return true;
    }
    let nominal = |m: &&Morpheme| matches!(m.tag, Tag::NNG | Tag::NNP | Tag::XPN | Tag::XSN | Tag::NR | Tag::NNB);
    if front.len() > 1 && front.iter().all(|m| is_single(m)) && front.iter().all(nominal) {
        return true;
    }
    let stands_alone = first.tag.is_predicate() || !is_single(first) || last.tag == Tag::ETM;
    !stands_alone && !front.iter().all(nominal)
}

/// What stands behind a name that ends at the byte `end`: the first morpheme that stays, and a particle made of letters that
/// a piece held besides. `None` where no noun ends there.
fn behind(text: &str, morphemes: &[Morpheme], eojeol: &Range<usize>, end: usize) -> Option<(usize, Vec<Morpheme>)> {
    let stop = morphemes[eojeol.end - 1].range.end;
    if end == stop {
        return Some((eojeol.end, Vec::new()));
    }
    let at = eojeol.clone().find(|&at| morphemes[at].range.end > end)?;
    let piece = &morphemes[at];
    if piece.range.start >= end && (piece.tag.is_particle() || piece.tag == Tag::VCP) {
        return Some((at, Vec::new()));
    }
    let letters = text.get(end..stop)?;
    particle_tag(letters).map(|tag| (eojeol.end, vec![made(letters, tag, end..stop)]))
}

/// A person's name before a title, or before a company's name and a title.
fn person(text: &str, morphemes: &[Morpheme], eojeol: Range<usize>) -> Option<Found> {
    let (first, last) = (&morphemes[eojeol.start], &morphemes[eojeol.end - 1]);
    let range = first.range.start..last.range.end;
    let word = text.get(range.clone())?;
    let named = word.chars().count() == PERSON && word.chars().next().is_some_and(naming::is_family) && !known(word);
    // 정부측 대표가, 원하는 대표가: a noun of two syllables with one more, or a verb.
    let noun = word.char_indices().nth(2).and_then(|(at, _)| word.get(..at)).is_some_and(known);
    let verb = morphemes[eojeol.clone()].iter().any(|m| matches!(m.tag, Tag::XSV | Tag::XSA));
    let ends = matches!(last.tag, Tag::JKG | Tag::JKO | Tag::EC | Tag::EF | Tag::NNB | Tag::XSN);
    let ends = ends || last.tag == Tag::ETM && last.surface != "ㄴ";
    if !named || noun || verb || ends || is_single(first) && first.tag.is_predicate() {
        return None;
    }
    let mut behind = text.get(range.end..)?.split(' ').skip(1);
    let next = behind.next().filter(|next| !next.is_empty())?;
    let titled = is_titled(next) || is_company(next) && behind.next().is_some_and(is_titled);
    let space = text.get(range.end..)?.starts_with(' ');
    (titled && space).then(|| {
        let name = Morpheme { known: false, ..made(word, Tag::NNP, range) };
        (eojeol, vec![name])
    })
}

fn is_long(suffix: &str) -> bool {
    suffix.chars().count() >= 4
}

fn is_single(morpheme: &Morpheme) -> bool {
    morpheme.surface.chars().nth(1).is_none()
}

fn is_titled(word: &str) -> bool {
    // 대표는, and no 대표적 or 이사회.
    let mut behind = naming::TITLES.iter().filter_map(|title| word.strip_prefix(title));
    behind.any(|rest| rest.is_empty() || josa::is_josa(rest) || !rest.starts_with(char::is_alphanumeric))
}

fn is_company(word: &str) -> bool {
    word.char_indices().skip(1).any(|(at, _)| word.get(at..).is_some_and(naming::is_company_suffix))
}

fn known(word: &str) -> bool {
    known::NOUNS.has(word)
}
