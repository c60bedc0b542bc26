//! Which verb a bare stem belongs to, where the dictionary has two and the ending tells them apart.

use super::{Morpheme, touches};
use crate::korean::tag::Tag;

/// Stems that lost their ㅅ, with the verb they come from. 지어 is 짓다, while 지다 and 어 melt to 져.
const LOST_SIOT: &[(&str, &str)] =
    &[("지", "짓"), ("이", "잇"), ("부", "붓"), ("저", "젓"), ("그", "긋"), ("나", "낫"), ("자", "잣")];
/// Stems whose final ㄷ became ㄹ, with the verb they come from. 물은 is 묻다, for 물다 has 문.
const CHANGED_DIGEUT: &[(&str, &str)] =
    &[("물", "묻"), ("들", "듣"), ("걸", "걷"), ("실", "싣"), ("깨달", "깨닫"), ("일컬", "일컫")];
/// Of those the stems that are the other verb before 어 as well: 책임을 물어, 짐을 실었다.
const DIGEUT_BEFORE_EO: &[&str] = &["물", "실", "깨달", "일컬"];

pub fn mend(text: &str, morphemes: &mut [Morpheme]) {
    for at in 0..morphemes.len() {
        let [stem, ending, ..] = &morphemes[at..] else { break };
        if !stem.tag.is_predicate() || !touches(stem, ending) {
            continue;
        }
        let letters = text.get(stem.range.start..ending.range.end).unwrap_or_default();
        let vowel = |with: &[&str]| {
            letters.strip_prefix(stem.surface.as_str()).is_some_and(|rest| with.iter().any(|v| rest.starts_with(v)))
        };
        let find = |table: &[(&str, &'static str)]| {
            table.iter().find(|(short, _)| *short == stem.surface).map(|(_, verb)| *verb)
        };
        // 안는다 as 알 + 는다: only ㄴ melts with 알 to 안.
        let found = if stem.surface == "알" && letters.starts_with('안') && !ending.surface.starts_with('ㄴ') {
            Some("안")
        } else if let Some(verb) = find(LOST_SIOT).filter(|_| vowel(&["어", "아", "었", "았", "으", "은", "을"]))
        {
            Some(verb)
        } else if let Some(verb) = find(CHANGED_DIGEUT) {
            let eo = DIGEUT_BEFORE_EO.contains(&stem.surface.as_str()) && vowel(&["어", "었", "아", "았"]);
            (eo || vowel(&["으", "은", "을"])).then_some(verb)
        } else {
            None
        };
        if let Some(verb) = found {
            verb.clone_into(&mut morphemes[at].surface);
            if morphemes[at].tag == Tag::VX {
                morphemes[at].tag = Tag::VV;
            }
        }
    }
}
