//! Nouns that stand apart and are one term: 해외 진출, 지분 확보.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::extract::Read;
use super::word::Word;
use super::{Kind, Pos, TermKey, generic};
use crate::lexicon;

/// A pair of nouns across a space is one term from this many times on, whatever else is known of it.
const REPEATED: usize = 2;

/// Longer than this, in syllables, a pair that nobody knows is a phrase.
const LONGEST_LOOSE: usize = 9;

/// Nouns that lean on what stands before them, or say when and how much: no term is made with them across a space.
const LEANING: &[&str] = &[
    "가량",
    "각종",
    "간",
    "개별",
    "개월",
    "걸림돌",
    "결국",
    "계속",
    "관계",
    "관련",
    "구간",
    "기간",
    "국내외",
    "그간",
    "기존",
    "기준",
    "내외",
    "누적",
    "다수",
    "단계",
    "당초",
    "당장",
    "대비",
    "대상",
    "덕택",
    "동기",
    "동반",
    "동월",
    "등지",
    "때문",
    "막판",
    "만큼",
    "매년",
    "매달",
    "별도",
    "부근",
    "부문",
    "사상",
    "사실",
    "사실상",
    "선두",
    "소식",
    "수준",
    "순",
    "실제",
    "아래",
    "안팎",
    "양측",
    "여파",
    "역대",
    "역시",
    "연간",
    "연속",
    "영향",
    "예정",
    "완전",
    "외에",
    "원래",
    "월간",
    "위주",
    "의견",
    "이래",
    "이상",
    "이외",
    "이후",
    "인근",
    "일대",
    "일로",
    "일정",
    "일환",
    "임시",
    "잠정",
    "장중",
    "전년",
    "전월",
    "전일",
    "전후",
    "정도",
    "제외",
    "조짐",
    "주간",
    "주변",
    "즉시",
    "직전",
    "직접",
    "진짜",
    "차원",
    "추세",
    "취지",
    "측면",
    "통상",
    "틈",
    "포함",
    "한때",
    "한창",
    "향후",
    "현재",
    "현지시간",
    "혹시",
    "활발",
    "효과적",
    "흔적",
];

/// Nouns that say of a deed when, by whom and how much: 연말 완공할 is no term.
const MANNER: &[&str] = &[
    "각자",
    "단기간",
    "대량",
    "만장일치",
    "매월",
    "매주",
    "스스로",
    "연내",
    "연말",
    "연초",
    "월말",
    "일괄",
    "일부",
    "일제",
    "장기간",
    "적극",
    "전국",
    "전량",
    "전액",
    "전원",
    "전체",
    "절반",
    "최근",
    "최대",
    "최소",
    "추가",
    "평균",
];

fn is_leaning(noun: &str) -> bool {
    static SET: LazyLock<FxHashSet<&str>> = LazyLock::new(|| LEANING.iter().copied().collect());
    SET.contains(noun)
}

/// The keys of pairs that are surely terms of this article: in the lexicon, written solid elsewhere, or repeated.
pub(super) fn known_compounds(title: &[Word], sentences: &[Read]) -> FxHashSet<TermKey> {
    let mut known = FxHashSet::default();
    let mut pairs: FxHashMap<TermKey, usize> = FxHashMap::default();
    for words in sentences.iter().map(|read| read.words.as_slice()).chain([title]) {
        for word in words.iter().filter(|word| word.kind == Kind::Compound) {
            known.insert(TermKey::of(&word.term));
        }
        for run in words.windows(3).filter(|run| run.windows(2).all(|pair| touching(&pair[0], &pair[1]))) {
            let key = TermKey::of(&run.iter().map(|word| word.term.as_str()).collect::<String>());
            if lexicon::contains(key.as_str()) {
                known.insert(key);
            } else if run.iter().all(may_pair) {
                *pairs.entry(key).or_default() += 1;
            }
        }
        for (first, second) in neighbours(words) {
            let key = pair_key(first, second);
            if lexicon::contains(key.as_str()) {
                known.insert(key);
            } else if may_pair(first) && may_pair(second) {
                *pairs.entry(key).or_default() += 1;
            }
        }
    }
    known.extend(pairs.into_iter().filter(|&(_, count)| count >= REPEATED).map(|(key, _)| key));
    known
}

/// The words of a sentence with sure pairs joined, from the left, so that they grow to the longest.
pub(super) fn joined(words: Vec<Word>, compounds: &FxHashSet<TermKey>) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::with_capacity(words.len());
    let mut rest = words.into_iter();
    while let Some(word) = rest.next() {
        // Three that belong together come before the two of them that do.
        if let [second, third, ..] = rest.as_slice()
            && touching(&word, second)
            && touching(second, third)
            && compounds.contains(&TermKey::of(&format!("{}{}{}", word.term, second.term, third.term)))
        {
            out.push(join(&join(&word, second), third));
            rest.nth(1);
            continue;
        }
        match out.last_mut() {
            Some(last) if touching(last, &word) && compounds.contains(&pair_key(last, &word)) => {
                *last = join(last, &word);
            }
            _ => out.push(word),
        }
    }
    out
}

/// Pairs of nouns that may be terms although nothing confirms it: in each run of nouns two neighbours that the lexicon
/// knows, the first of them often the end of a pair that was joined (수익률 behind 장기 국채), the second its beginning (시장
/// of 단일 시장 규모). `words` are joined ones; those of the pairs stay terms of their own. The nouns of a headline lean on
/// nothing, but for those in 적.
pub(super) fn loose_pairs(words: &[Word], headline: bool) -> Vec<Word> {
    let pairs = words.windows(2).filter(|pair| touching(&pair[0], &pair[1]));
    let pairs = pairs.filter_map(|pair| {
        let [first, second] = [outer_noun(&pair[0], End::Last), outer_noun(&pair[1], End::First)];
        // The end of one compound and the beginning of another meet by chance: 해외 진출 + 시장 규모.
        let chance = pair.iter().all(|word| word.term.contains(' '));
        let fits = !chance && is_loose_pair(&first, &second) && (!headline || first.term.ends_with('적'));
        fits.then(|| join(&first, &second))
    });
    pairs.collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    First,
    Last,
}

/// The first or the last of the nouns that a word is made of which stand apart; the word itself where it is one.
fn outer_noun(word: &Word, end: End) -> Cow<'_, Word> {
    let split = if end == End::First { word.term.split_once(' ') } else { word.term.rsplit_once(' ') };
    let Some((front, back)) = split else { return Cow::Borrowed(word) };
    let (noun, start) = if end == End::First { (front, word.own.start) } else { (back, word.own.end - back.len()) };
    // The parts that lie inside the noun are its own.
    let mut letters = 0;
    let mut is_own = |part: &&String| {
        letters += part.len();
        letters <= noun.len()
    };
    let parts: Vec<String> = if end == End::First {
        word.parts.iter().take_while(&mut is_own).cloned().collect()
    } else {
        let own = word.parts.iter().rev().take_while(&mut is_own).count();
        word.parts[word.parts.len() - own..].to_vec()
    };
    let range = start..start + noun.len();
    Cow::Owned(Word {
        term: noun.to_owned(),
        pos: word.pos,
        kind: if parts.len() > 1 { Kind::Compound } else { Kind::Noun },
        parts: if parts.len() > 1 { parts } else { Vec::new() },
        span: range.clone(),
        own: range,
        follows: end == End::Last || word.follows,
    })
}

/// Nouns before a verb of 하다 or 되다 with which they are a compound that is known, 공동 개발 of 공동 개발한, or may be one as
/// any two nouns may: 고속 성장 of 고속 성장할. In a headline no such thing is guessed.
pub(super) fn deeds(words: &[Word], compounds: &FxHashSet<TermKey>, headline: bool) -> Vec<Word> {
    let deeds = words.windows(2).filter_map(|pair| {
        let (noun, verb) = (&pair[0], &pair[1]);
        let root = ["하다", "되다", "시키다"].into_iter().find_map(|suffix| verb.term.strip_suffix(suffix))?;
        // Most verbs stand behind a particle: they cost no more than this.
        if !(verb.follows && verb.pos == Pos::Verb && is_noun(noun) && root.len() == verb.own.len()) {
            return None;
        }
        let key = TermKey::of(&format!("{}{root}", noun.term));
        let deed = Word { term: root.to_owned(), pos: Pos::Noun, kind: Kind::Noun, parts: Vec::new(), ..verb.clone() };
        let known = lexicon::contains(key.as_str()) || compounds.contains(&key);
        let manner = || MANNER.contains(&noun.term.as_str());
        let may_be = || known || !headline && noun.kind == Kind::Noun && !manner() && is_loose_pair(noun, &deed);
        may_be().then(|| Word { span: noun.span.start..verb.own.end, ..join(noun, &deed) })
    });
    deeds.collect()
}

fn is_loose_pair(first: &Word, second: &Word) -> bool {
    // 편의 + 성: what the lexicon has with a suffix is as good as known.
    let derived = |word: &Word| matches!(word.parts.as_slice(), [noun, suffix] if suffix.chars().count() == 1 && lexicon::contains(noun));
    let fits = |word: &Word| {
        let known =
            lexicon::contains(&word.term) || word.term.ends_with('적') && word.parts.len() == 2 || derived(word);
        known && !word.term.contains(' ') && word.term.chars().count() >= 2
    };
    let syllables = first.term.chars().count() + second.term.chars().count();
    let telling = (is_telling(first) || generic::opens_terms(&first.term)) && is_telling(second);
    fits(first) && fits(second) && telling && syllables <= LONGEST_LOOSE
}

/// Nouns with nothing but a space between them.
fn neighbours(words: &[Word]) -> impl Iterator<Item = (&Word, &Word)> {
    words.windows(2).filter_map(|pair| match pair {
        [first, second] if touching(first, second) => Some((first, second)),
        _ => None,
    })
}

fn touching(first: &Word, second: &Word) -> bool {
    second.follows && is_noun(first) && is_noun(second)
}

fn is_noun(word: &Word) -> bool {
    word.pos == Pos::Noun && word.kind != Kind::Name
}

fn may_pair(word: &Word) -> bool {
    is_telling(word) && word.kind == Kind::Noun && word.term.chars().count() >= 2
}

fn is_telling(word: &Word) -> bool {
    !generic::is_generic(&word.term) && !is_leaning(&word.term)
}

fn pair_key(first: &Word, second: &Word) -> TermKey {
    TermKey::of(&format!("{}{}", first.term, second.term))
}

fn join(first: &Word, second: &Word) -> Word {
    let parts = |word: &Word| if word.kind == Kind::Compound { word.parts.clone() } else { vec![word.term.clone()] };
    Word {
        term: format!("{} {}", first.term, second.term),
        pos: Pos::Noun,
        kind: Kind::Compound,
        parts: [parts(first), parts(second)].concat(),
        span: first.span.start..second.span.end,
        own: first.own.start..second.own.end,
        follows: first.follows,
    }
}
