//! Words of the lexicon that the analyzer read as phrases, where the phrase cannot be: see `joint`. What could be either
//! (보고, 수도, 안도) is left as it was read.

use super::joint::{ends_oddly, is_no_stem, is_odd, particle_tag, takes_hada};
use super::{Found, Morpheme, bare, finite, known, made, replaced, touches};
use crate::korean::tag::Tag;
use crate::korean::{josa, naming};

/// Letters of the longest noun that is looked for.
const LONGEST: usize = 8;
/// Morphemes of an eojeol; what is longer is no Korean, and each rule looks at all of them.
pub(super) const LONGEST_EOJEOL: usize = 64;

pub fn mend(text: &str, morphemes: Vec<Morpheme>) -> Vec<Morpheme> {
    let mut found = Vec::new();
    let mut start = 0;
    while start < morphemes.len() {
        let end = eojeol_end(&morphemes, start);
        let eojeol = Eojeol { text, morphemes: &morphemes, start, end };
        if end - start <= LONGEST_EOJEOL {
            eojeol.words(&mut found);
        }
        start = end;
    }
    replaced(morphemes, found)
}

/// Where the run of glued morphemes ends that `start` begins. A symbol is a run of its own.
pub(super) fn eojeol_end(morphemes: &[Morpheme], start: usize) -> usize {
    let mut end = start + 1;
    while let Some(next) = morphemes.get(end)
        && !next.tag.is_symbol()
        && !morphemes[end - 1].tag.is_symbol()
        && touches(&morphemes[end - 1], next)
    {
        end += 1;
    }
    end
}

struct Eojeol<'a> {
    text: &'a str,
    morphemes: &'a [Morpheme],
    /// Its morphemes, as indices.
    start: usize,
    end: usize,
}

impl Eojeol<'_> {
    fn words(&self, found: &mut Vec<Found>) {
        if bare::is_noun(self.text, self.morphemes, self.start, self.end) || self.is_a_year() {
            let range = self.morphemes[self.start].range.start..self.morphemes[self.end - 1].range.end;
            let word = self.text.get(range.clone()).unwrap_or_default();
            found.push((self.start..self.end, vec![made(word, Tag::NNG, range)]));
            return;
        }
        let joints: Vec<usize> = (self.start..self.end - 1)
            .filter(|&at| is_odd(&self.morphemes[at], &self.morphemes[at + 1]) || is_no_stem(self.morphemes, at))
            .collect();
        let open_end = ends_oddly(self.morphemes, self.end - 1);
        if let Some(adnominal) = self.adnominal_copula().or_else(|| self.adnominal_deed()) {
            found.push(adnominal);
            return;
        }
        let nominal = self.morphemes[self.start].tag.is_predicate()
            && self.morphemes[self.start..self.end].iter().any(|m| m.tag == Tag::ETN);
        if joints.is_empty() && !open_end && !nominal && !self.is_stray() {
            return;
        }
        let mut at = self.start;
        while at < self.end {
            let glued_to_noun = at > self.start && matches!(self.morphemes[at - 1].tag, Tag::NNG | Tag::NNP | Tag::XSN);
            if (at == self.start || glued_to_noun)
                && let Some((next, words)) = self.noun(at, &joints, open_end)
            {
                found.push((at..next, words));
                at = next;
                continue;
            }
            if at == self.start
                && let Some((next, verb)) = self.adnominal_verb().or_else(|| self.verb(&joints))
            {
                found.push((at..next, verb));
                at = next;
                continue;
            }
            at += 1;
        }
    }

    /// 연 before a number, which a rate of interest is told by: 연 3.5%.
    fn is_a_year(&self) -> bool {
        let [first, .., last] = &self.morphemes[self.start..self.end] else { return false };
        let number = self.morphemes.get(self.end).is_some_and(|next| next.tag == Tag::SN);
        number && self.text.get(first.range.start..last.range.end) == Some("연")
    }

    /// The longest noun that begins with `morphemes[at]` and resolves what is odd; with it what its last piece held besides.
    fn noun(&self, at: usize, joints: &[usize], open_end: bool) -> Option<(usize, Vec<Morpheme>)> {
        let first = &self.morphemes[at];
        let start = first.range.start;
        let stop = self.morphemes[self.end - 1].range.end;
        let letters = self.text.get(start..stop)?;
        let ends = letters.char_indices().map(|(offset, c)| offset + c.len_utf8()).take(LONGEST);
        let ends: Vec<usize> = ends.skip(1).collect();
        ends.into_iter().rev().find_map(|offset| {
            let end = start + offset;
            let word = letters.get(..offset)?;
            let alone = first.range.end == end && matches!(first.tag, Tag::NNG | Tag::NNP);
            let inside = |&joint: &usize| joint >= at && self.morphemes[joint].range.start < end;
            let resolves = joints.iter().any(inside)
                || open_end && end == stop
                || at == self.start && (self.is_nominal(word, end) || self.is_stray());
            if alone || !resolves || !known::NOUNS.has(word) {
                return None;
            }
            let (next, rest) = self.behind(word, end)?;
            Some((next, [vec![made(word, Tag::NNG, start..end)], rest].concat()))
        })
    }

    /// Whether the eojeol begins with 대, an auxiliary of 아 and 어, behind another ending: 민감하고 대면.
    fn is_stray(&self) -> bool {
        let first = &self.morphemes[self.start];
        let ending = self.start.checked_sub(1).map(|at| &self.morphemes[at]);
        first.tag == Tag::VX
            && first.surface == "대"
            && ending.is_some_and(|m| m.tag == Tag::EC && !m.surface.ends_with(['아', '어', '여', 'ㅏ', 'ㅓ']))
    }

    /// Whether `word`, which ends at the byte `end`, is a verb made a noun, and stands as one: 돌봄, 갈아타기. An object
    /// or an adverb before it says that it is still a verb, and so does a subject where it is no object itself; 적기 and 사기
    /// are more often one than not.
    fn is_nominal(&self, word: &str, end: usize) -> bool {
        let ending = self.morphemes[self.start..self.end].iter().any(|m| m.tag == Tag::ETN && m.range.end == end);
        let before = self.start.checked_sub(1).map(|at| self.morphemes[at].tag);
        let object = self.morphemes[self.start..self.end].last().is_some_and(|m| m.tag == Tag::JKO);
        ending
            && (!word.ends_with('기') || word.chars().count() > 2)
            && !matches!(before, Some(Tag::JKO | Tag::MAG))
            && (before != Some(Tag::JKS) || object)
    }

    /// What stands behind a noun that ends at the byte `end`: the first morpheme that stays, and those made of the letters
    /// that the noun leaves of its last piece. `None` where no noun can stand before it.
    fn behind(&self, noun: &str, end: usize) -> Option<(usize, Vec<Morpheme>)> {
        let at = (self.start..self.end).find(|&at| self.morphemes[at].range.end > end).unwrap_or(self.end);
        let Some(piece) = self.morphemes[..self.end].get(at) else { return Some((at, Vec::new())) };
        let last = &self.morphemes[self.end - 1];
        let rest = end..last.range.end;
        let letters = self.text.get(rest.clone())?;
        // 수 + 치 + 다, 중심 + 가 + 다, 속 + 보다: the copula, which leaves no letter behind a vowel.
        let closes = self.morphemes.get(self.end).is_none_or(|next| next.tag.is_symbol());
        if letters == "다" && closes && (last.tag.is_ending() || last.surface == "보다") {
            return Some((self.end, vec![made("이", Tag::VCP, rest.clone()), made("다", Tag::EF, rest)]));
        }
        let particle = particle_tag(letters).filter(|_| josa::agrees(noun, letters));
        if piece.range.start >= end {
            return match piece.tag {
                // 국가 + 안 + 보 + 는: a particle that was taken for the ending of a verb.
                tag if tag.is_ending() => particle.map(|tag| (self.end, vec![made(letters, tag, rest)])),
                // 장부 + 가 + 보다: an adverb is not glued to a particle.
                Tag::MAG if piece.surface == "보다" => {
                    Some((at + 1, vec![made("보다", Tag::JKB, piece.range.clone())]))
                }
                Tag::VCP | Tag::VCN | Tag::XSN | Tag::XSV | Tag::XSA | Tag::NNG | Tag::NNP | Tag::XR | Tag::NNB => {
                    Some((at, Vec::new()))
                }
                tag if tag.is_particle() => Some((at, Vec::new())),
                // Behind a verb 하 is an auxiliary, behind a noun the noun's suffix.
                tag if tag.is_predicate() => match piece.surface.as_str() {
                    "하" | "되" | "시키" => {
                        Some((at + 1, vec![made(&piece.surface, Tag::XSV, piece.range.clone())]))
                    }
                    "받" | "당하" => Some((at, Vec::new())),
                    _ => None,
                },
                _ => None,
            };
        }
        let held = self.text.get(piece.range.start..end)?;
        if piece.tag.is_predicate() {
            // 안 + 정하: the noun and 하다.
            let hada = piece.surface.strip_suffix('하') == Some(held) && takes_hada(noun);
            return hada.then(|| (at + 1, vec![made("하", Tag::XSV, end..piece.range.end)]));
        }
        // 중간선 + 거의: a particle that was taken for the end of a word.
        let word = at + 1 == self.end && !piece.tag.is_particle() && !piece.tag.is_ending();
        particle.filter(|_| word).map(|tag| (self.end, vec![made(letters, tag, rest)]))
    }

    /// 주도 + 주인 for 주도주인: the noun with its copula before another word, where the lexicon knows it and not the whole.
    fn adnominal_copula(&self) -> Option<Found> {
        let next = self.morphemes.get(self.end).filter(|next| !next.tag.is_symbol() && !next.tag.is_particle())?;
        let pieces = &self.morphemes[self.start..self.end];
        let [first, .., last] = pieces else { return None };
        let whole = first.range.start..last.range.end;
        let word = self.text.get(whole.clone())?;
        let noun = word.strip_suffix('인')?;
        let end = whole.start + noun.len();
        let known = |word: &str| known::NOUNS.has(word);
        // 연대 + 보증인 is somebody.
        let somebody = word.char_indices().skip(1).filter_map(|(at, _)| word.get(at..));
        if somebody.take_while(|end| end.chars().count() > 2).any(known) {
            return None;
        }
        let nouns = pieces.iter().all(|m| matches!(m.tag, Tag::NNG | Tag::NNP)) && last.range.start < end;
        (nouns && next.range.start > last.range.end && known(noun) && !known(word)).then(|| {
            let copula = ["이", "ㄴ"].into_iter().zip([Tag::VCP, Tag::ETM]);
            let copula = copula.map(|(form, tag)| made(form, tag, end..whole.end));
            (self.start..self.end, [made(noun, Tag::NNG, whole.start..end)].into_iter().chain(copula).collect())
        })
    }

    /// 이주한 read as somebody's name, behind an object or a place.
    fn adnominal_deed(&self) -> Option<Found> {
        let [name] = &self.morphemes[self.start..self.end] else { return None };
        let noun = name.surface.strip_suffix('한').filter(|noun| known::ACTIONS.has(noun))?;
        let before = self.morphemes[..self.start].last()?;
        let next = self.morphemes.get(self.end).filter(|next| !next.tag.is_symbol())?;
        let seam = name.range.start + noun.len();
        let titled = naming::TITLES.contains(&next.surface.as_str());
        let deed = !titled
            && name.tag == Tag::NNP
            && matches!(before.tag, Tag::JKO | Tag::JKB)
            && next.range.start > name.range.end;
        deed.then(|| {
            let suffix = ["하", "ㄴ"].into_iter().zip([Tag::XSV, Tag::ETM]);
            let suffix = suffix.map(|(form, tag)| made(form, tag, seam..name.range.end));
            (self.start..self.end, [made(noun, Tag::NNG, name.range.start..seam)].into_iter().chain(suffix).collect())
        })
    }

    /// 쪼 + 그라 + 든 for 쪼그라들 + ㄴ: all of the eojeol is a verb of the lexicon.
    fn adnominal_verb(&self) -> Option<(usize, Vec<Morpheme>)> {
        let (first, last) = (&self.morphemes[self.start], &self.morphemes[self.end - 1]);
        let range = first.range.start..last.range.end;
        let word = self.text.get(range.clone()).filter(|word| word.chars().count() > 2)?;
        let (stem, melted) = (finite::stem(word)?, word.chars().next_back()?.len_utf8());
        let ending = made("ㄴ", Tag::ETM, range.end - melted..range.end);
        Some((self.end, vec![made(&stem, Tag::VV, range), ending]))
    }

    /// A verb or an adjective whose front was read as a word of its own: 밑 + 돌다, 별 + 다르다, 발 + 빠르다.
    fn verb(&self, joints: &[usize]) -> Option<(usize, Vec<Morpheme>)> {
        let eojeol = &self.morphemes[self.start..self.end];
        // 끝 + 나 + 는: the verb 나 was read as the pronoun.
        let is_stem = |m: &Morpheme| m.tag.is_predicate() || m.tag == Tag::NP && m.surface == "나";
        let at = self.start + eojeol.iter().skip(1).position(is_stem)? + 1;
        let stem = &self.morphemes[at];
        let front = self.text.get(eojeol[0].range.start..stem.range.start)?;
        if !joints.contains(&(at - 1)) {
            return None;
        }
        let surface = format!("{front}{}", stem.surface);
        let lemma = format!("{surface}다");
        let tag = if known::VERBS.has(&lemma) {
            Tag::VV
        } else if known::ADJECTIVES.has(&lemma) {
            Tag::VA
        } else {
            return None;
        };
        let verb = made(&surface, tag, eojeol[0].range.start..stem.range.end);
        match self.morphemes[..self.end].get(at + 1) {
            Some(ending) if stem.tag == Tag::NP => {
                let form = matches!(ending.surface.as_str(), "는" | "ㄴ").then_some(ending)?;
                Some((at + 2, vec![verb, made(&form.surface, Tag::ETM, form.range.clone())]))
            }
            _ => Some((at + 1, vec![verb])),
        }
    }
}
