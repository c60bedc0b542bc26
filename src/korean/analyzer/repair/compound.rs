//! Verbs of two verbs that the dictionary has no entry for: 넘겨받다, 이뤄내다, 길어지다, 내다보다.

use super::{Morpheme, known, made, touches};
use crate::korean::tag::Tag;

/// Verbs with 어지다 that dictionaries list as words, whatever the lexicon has of them.
const BECOMING: &[&str] = &[
    "가까워지다",
    "갖춰지다",
    "강해지다",
    "거세지다",
    "굳어지다",
    "길어지다",
    "깊어지다",
    "꺼지다",
    "끊어지다",
    "나빠지다",
    "나아지다",
    "낮아지다",
    "넓어지다",
    "높아지다",
    "느려지다",
    "늦어지다",
    "달라지다",
    "두꺼워지다",
    "많아지다",
    "만들어지다",
    "멀어지다",
    "무거워지다",
    "믿어지다",
    "밝아지다",
    "밝혀지다",
    "벌어지다",
    "빨라지다",
    "쉬워지다",
    "알려지다",
    "약해지다",
    "얇아지다",
    "어려워지다",
    "여겨지다",
    "옅어지다",
    "이루어지다",
    "이뤄지다",
    "이어지다",
    "작아지다",
    "적어지다",
    "전해지다",
    "정해지다",
    "젊어지다",
    "좁아지다",
    "좋아지다",
    "주어지다",
    "지워지다",
    "지켜지다",
    "짙어지다",
    "짧아지다",
    "차가워지다",
    "치러지다",
    "커지다",
    "켜지다",
    "합쳐지다",
    "흐려지다",
    "힘들어지다",
];

/// Verbs with 내다, 가다, 오다 and the like that dictionaries list as words.
const COMPOUND: &[&str] = &[
    "거둬들이다",
    "건너다보다",
    "걸어오다",
    "끌어내다",
    "끌어내리다",
    "끌어들이다",
    "끌어안다",
    "끌어올리다",
    "나아가다",
    "내다보다",
    "내려가다",
    "내려다보다",
    "내려오다",
    "내려앉다",
    "넘겨받다",
    "넘겨주다",
    "넘어가다",
    "넘어서다",
    "넘어오다",
    "다가가다",
    "다가서다",
    "다가오다",
    "도려내다",
    "돌려받다",
    "돌려주다",
    "돌아가다",
    "돌아보다",
    "돌아서다",
    "돌아오다",
    "되돌아가다",
    "되돌아보다",
    "되돌아오다",
    "드러나다",
    "드러내다",
    "들어가다",
    "들어내다",
    "들어맞다",
    "들어서다",
    "들어오다",
    "들여다보다",
    "들여오다",
    "따라가다",
    "따라오다",
    "따라잡다",
    "떠나가다",
    "떠오르다",
    "뛰어나다",
    "뛰어넘다",
    "뛰어들다",
    "만들어내다",
    "몰아내다",
    "몰아붙이다",
    "몰아치다",
    "물러나다",
    "물러서다",
    "물려받다",
    "물려주다",
    "밀어내다",
    "밀어붙이다",
    "밀려나다",
    "밀려오다",
    "바라다보다",
    "받아내다",
    "받아들이다",
    "벗어나다",
    "불어나다",
    "빠져나가다",
    "빠져나오다",
    "빼어나다",
    "사들이다",
    "살아가다",
    "살아나다",
    "살아남다",
    "살펴보다",
    "솟아오르다",
    "쏟아붓다",
    "쏟아내다",
    "알아내다",
    "알아듣다",
    "알아보다",
    "알아차리다",
    "앞서가다",
    "얻어내다",
    "올라가다",
    "올라서다",
    "올라오다",
    "올려다보다",
    "올려놓다",
    "이끌어내다",
    "이루어내다",
    "이뤄내다",
    "이어가다",
    "이어받다",
    "이어오다",
    "일어나다",
    "일어서다",
    "자라나다",
    "잡아당기다",
    "잡아먹다",
    "지나가다",
    "지켜보다",
    "집어넣다",
    "짚어보다",
    "짜내다",
    "쫓아가다",
    "찾아가다",
    "찾아내다",
    "찾아보다",
    "찾아오다",
    "쳐다보다",
    "쳐들어오다",
    "타고나다",
    "털어내다",
    "털어놓다",
    "튀어나오다",
    "파고들다",
    "팔아넘기다",
    "풀어내다",
    "피어나다",
    "해내다",
    "헤어나다",
    "흘러가다",
    "흘러나오다",
    "흘러들다",
    "사고팔다",
];

pub fn join(text: &str, morphemes: Vec<Morpheme>) -> Vec<Morpheme> {
    let morphemes = swaying(morphemes);
    let mut out: Vec<Morpheme> = Vec::with_capacity(morphemes.len());
    let mut rest = morphemes.into_iter();
    while let Some(first) = rest.next() {
        if !first.tag.is_predicate() {
            out.push(first);
            continue;
        }
        let joined = match rest.as_slice() {
            [ending, second, ..] => two(text, &first, ending, second),
            _ => None,
        };
        match joined {
            Some(verb) => {
                rest.next();
                rest.next();
                out.push(verb);
            }
            None => out.push(first),
        }
    }
    out
}

/// 들썩/MAG + 이/VCP + ㄴ다: the copula takes no ㄴ다, so 이 is the end of a verb's stem. So it is with other endings where
/// the lexicon has the verb: 술렁/XR + 이/VCP + ㄴ.
fn swaying(morphemes: Vec<Morpheme>) -> Vec<Morpheme> {
    let mut out: Vec<Morpheme> = Vec::with_capacity(morphemes.len());
    for morpheme in morphemes {
        let verbal = matches!(morpheme.surface.as_str(), "ㄴ다" | "ㄴ다고" | "ㄴ다는" | "는");
        let verb = match out.as_slice() {
            [.., root, copula] if morpheme.tag.is_ending() && copula.tag == Tag::VCP && copula.surface == "이" => {
                let glued = root.range.end == copula.range.start;
                let stem = || format!("{}이", root.surface);
                let is_verb = match root.tag {
                    Tag::MAG | Tag::XR => verbal || known::VERBS.has(&format!("{}다", stem())),
                    Tag::NNG => verbal,
                    _ => false,
                };
                (glued && is_verb).then(|| made(&stem(), Tag::VV, root.range.start..copula.range.end))
            }
            _ => None,
        };
        if let Some(verb) = verb {
            out.truncate(out.len() - 2);
            out.push(verb);
        }
        out.push(morpheme);
    }
    out
}

/// The verb that a stem, an ending and another stem are, if they are one.
fn two(text: &str, first: &Morpheme, ending: &Morpheme, second: &Morpheme) -> Option<Morpheme> {
    let shape = matches!(first.tag, Tag::VV | Tag::VA | Tag::VX)
        && ending.tag == Tag::EC
        && matches!(ending.surface.as_str(), "아" | "어" | "여" | "ㅏ" | "ㅓ" | "다" | "어다" | "고" | "")
        && second.tag.is_predicate()
        && touches(first, ending)
        && touches(ending, second);
    if !shape {
        return None;
    }
    let front = text.get(first.range.start..second.range.start.max(first.range.end))?;
    let surface = format!("{front}{}", second.surface);
    let lemma = format!("{surface}다");
    let full = lemma.replacen('뤄', "루어", 1);
    let known = |word: &str| BECOMING.contains(&word) || COMPOUND.contains(&word) || known::VERBS.has(word);
    let surface = if known(&full) {
        full.strip_suffix('다').map(str::to_owned)?
    } else if known(&lemma) {
        surface
    } else {
        return None;
    };
    Some(made(&surface, Tag::VV, first.range.start..second.range.end))
}
