//! Which nouns name somebody or something: the shelf that is never asked and never counted.

use std::ops::Range;

use super::gazetteer;
use crate::korean::analyzer::Morpheme;
use crate::korean::naming;
use crate::korean::tag::Tag;
use crate::lexicon;

/// Whether a run of nouns is a name. `units` are its forms with tag and whether the dictionary marks them as a
/// name; `behind` is the morpheme glued to it; `text` and `span` show what follows.
pub fn is_name<'a>(
    term: &str,
    units: impl Iterator<Item = (&'a str, Tag, bool)>,
    behind: Option<&Morpheme>,
    text: &str,
    span: &Range<usize>,
) -> bool {
    let listed = gazetteer::find(term);
    // What the lexicon explains is vocabulary, whatever the analyzer's list of names holds (마켓, 솔루션), unless it
    // explains a name (한전).
    if lexicon::contains(term) {
        return listed.is_some_and(|name| name.explained);
    }
    if listed.is_some_and(|name| !name.homograph) {
        return true;
    }
    let units: Vec<_> = units.collect();
    // 한화솔루션, 현대제철: what a group's name begins.
    if let [(first, ..), .., (last, ..)] = units.as_slice()
        && let Some(group) = gazetteer::find(first).filter(|name| name.begins_companies)
        && (!group.homograph || naming::is_company_suffix(last))
    {
        return true;
    }
    let marked = |&(form, tag, marked): &(&str, Tag, bool)| {
        tag == Tag::NNP && (marked || units.len() > 1 && naming::is_company_suffix(form)) && !lexicon::contains(form)
    };
    let odd =
        |&(form, tag, _): &(&str, Tag, bool)| matches!(tag, Tag::NNP | Tag::NA | Tag::SL) && !lexicon::contains(form);
    if units.iter().any(marked) {
        return true;
    }
    // An entry that the dictionary lists as a name and the lexicon does not explain: 삼성물산.
    if let [(form, Tag::NNP, _)] = units.as_slice()
        && !lexicon::contains(form)
    {
        return true;
    }
    // Letters alone name a company as often as a thing: without the lexicon's word for it, it stays on the shelf.
    if units.iter().all(|&(form, tag, _)| tag == Tag::SL || form.chars().all(|c| c.is_ascii_alphabetic())) {
        return true;
    }
    // T스토어, 누리반도체: letters or a word that the lexicon does not know, before what companies are called by.
    if let [first, .., last] = units.as_slice()
        && (first.1 == Tag::SL && odd(first) || !lexicon::contains(first.0) && naming::is_company_suffix(last.0))
    {
        return true;
    }
    behind.is_none() && units.len() == 1 && units.iter().all(odd) && stands_before_title(text, span)
}

/// 홍길동 한빛텔레콤 사장 is left to the company's own name; 홍길동 사장 is seen here.
fn stands_before_title(text: &str, span: &Range<usize>) -> bool {
    let Some(rest) = text.get(span.end..) else { return false };
    let Some(rest) = rest.strip_prefix(' ') else { return false };
    naming::TITLES.iter().any(|title| rest.starts_with(title))
}
