//! Parts of speech that a neighbour decides.

use super::{Morpheme, known, touches};
use crate::korean::tag::Tag;

pub fn mend(text: &str, morphemes: &mut [Morpheme]) {
    for at in 0..morphemes.len() {
        suffix(morphemes, at);
        appear(text, morphemes, at);
        put_out(morphemes, at);
        verb_of_adverb(morphemes, at);
        prefixed(&mut morphemes[at]);
        if morphemes[at].tag == Tag::MAJ && matches!(morphemes[at].surface.as_str(), "오히려" | "역시") {
            morphemes[at].tag = Tag::MAG;
        }
    }
}

/// 하 behind a noun: the dictionary takes 조사하다 for an adjective and 치열하다 for a verb as often as not.
fn suffix(morphemes: &mut [Morpheme], at: usize) {
    let [root, suffix, ..] = &mut morphemes[at..] else { return };
    let hada = suffix.surface == "하" && matches!(suffix.tag, Tag::XSV | Tag::XSA | Tag::VV) && touches(root, suffix);
    if !hada || !matches!(root.tag, Tag::NNG | Tag::NNP | Tag::XR | Tag::MAG) {
        return;
    }
    if known::ADJECTIVES.has(&format!("{}하다", root.surface)) {
        suffix.tag = Tag::XSA;
        // 분명/MAG + 하: before 하 it is the root.
        if root.tag == Tag::MAG {
            root.tag = Tag::XR;
        }
    } else if known::ACTIONS.has(&root.surface) {
        suffix.tag = Tag::XSV;
        if root.tag == Tag::NNP {
            root.tag = Tag::NNG;
        }
    }
}

/// Prefixes that are no family's name.
const PREFIXES: &[char] = &['저', '초', '비', '탈', '친', '재', '준', '무', '미', '불'];

/// 저신용 taken for somebody's name: a prefix and a noun of the lexicon are a noun.
fn prefixed(morpheme: &mut Morpheme) {
    let mut letters = morpheme.surface.chars();
    let prefix = letters.next().is_some_and(|c| PREFIXES.contains(&c));
    let noun = letters.as_str();
    if morpheme.tag == Tag::NNP && prefix && noun.chars().nth(1).is_some() && known::NOUNS.has(noun) {
        morpheme.tag = Tag::NNG;
        morpheme.class = None;
    }
}

/// 나서 read as 나 + 서 (pronoun and particle, or verb and ending), where no 고 stands before it: 시장 공략에 나서.
fn appear(text: &str, morphemes: &mut [Morpheme], at: usize) {
    let (before, here) = morphemes.split_at_mut(at);
    let [stem, ending, ..] = here else { return };
    let split = stem.surface == "나"
        && matches!(stem.tag, Tag::NP | Tag::VV | Tag::VX)
        && ending.surface == "서"
        && matches!(ending.tag, Tag::JKB | Tag::EC | Tag::JKS)
        && stem.range.end == ending.range.start;
    let after_go = || before.last().is_some_and(|before| before.tag == Tag::EC && before.surface == "고");
    let alone = || text.get(ending.range.end..).is_none_or(|rest| !rest.starts_with(char::is_alphabetic));
    if split && !after_go() && alone() {
        stem.range.end = ending.range.end;
        "나서".clone_into(&mut stem.surface);
        stem.tag = Tag::VV;
        "어".clone_into(&mut ending.surface);
        ending.tag = Tag::EC;
    }
}

/// 늘/MAG + 어 and 들썩/MAG + 이/VCP + ㄴ다: an adverb takes no ending, and the copula no ㄴ다. Both are verbs.
fn verb_of_adverb(morphemes: &mut [Morpheme], at: usize) {
    let [adverb, second, ..] = &mut morphemes[at..] else { return };
    if adverb.tag != Tag::MAG || adverb.range.end != second.range.start {
        return;
    }
    if adverb.surface == "늘" && matches!(second.surface.as_str(), "어" | "고" | "며" | "지" | "자") {
        adverb.tag = Tag::VV;
        second.tag = Tag::EC;
    }
}

/// 내는 read as the pronoun 내 and a particle, behind an object: 성과를 내는.
fn put_out(morphemes: &mut [Morpheme], at: usize) {
    let [object, stem, ending, ..] = &mut morphemes[at..] else { return };
    if object.tag == Tag::JKO && stem.surface == "내" && stem.tag == Tag::NP && ending.surface == "는" {
        stem.tag = Tag::VV;
        ending.tag = Tag::ETM;
    }
}
