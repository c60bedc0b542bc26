//! Quotation marks, and what follows them: “… 한다”고 is a finished sentence with a particle of quotation behind it.

use super::{Morpheme, touches};
use crate::korean::tag::Tag;

pub fn mend(text: &str, morphemes: &mut [Morpheme]) {
    for at in 0..morphemes.len() {
        match morphemes[at].surface.as_str() {
            // The dictionary has the single ones as signs of no kind.
            "‘" => morphemes[at].tag = Tag::SSO,
            "’" => morphemes[at].tag = Tag::SSC,
            _ => {}
        }
        let [before, close, after, ..] = &mut morphemes[at..] else { continue };
        if close.tag != Tag::SSC && !matches!(close.surface.as_str(), "\"" | "'" | "’") {
            continue;
        }
        let glued = touches(before, close)
            && text.get(close.range.end..).is_some_and(|rest| {
                ["고", "라고", "라며", "며", "면서", "라면서", "는", "라는"].iter().any(|word| rest.starts_with(word))
            });
        if !glued {
            continue;
        }
        if before.tag == Tag::EC && before.surface.ends_with(['다', '자', '라', '냐', '까']) {
            before.tag = Tag::EF;
        }
        if after.surface == "고" && touches(close, after) {
            after.tag = Tag::JKQ;
        }
    }
}
