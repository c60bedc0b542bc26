//! The expression column of mecab-ko-dic: `하/XSV/*+았/EP/*`.

use std::ops::Range;

use super::Tag;
use crate::korean::jamo;

/// One piece of an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub form: String,
    pub tag: Tag,
}

/// The pieces of an expression; empty when there is none. A third of the inflected entries write final ㄴ ㄹ ㅁ ㅂ
/// as conjoining jamo, which compare unequal to the letters: they are made letters here.
pub fn pieces(expression: &str) -> Vec<Piece> {
    expression
        .split('+')
        .filter_map(|piece| {
            let mut cells = piece.split('/');
            let form: String = cells.next()?.chars().map(jamo::compatibility).collect();
            let tag = Tag::from_name(cells.next()?);
            // A few carry the number that a dictionary tells homographs apart by: 정진7.
            let form = match form.trim_end_matches(|c: char| c.is_ascii_digit()) {
                letters if letters.ends_with(|c| matches!(c, '가'..='힣')) => letters.to_owned(),
                _ => form,
            };
            // A few entries write the vowel alone: 따지 + ㅓ.
            let form = match form.as_str() {
                "ㅏ" => "아".to_owned(),
                "ㅓ" => "어".to_owned(),
                "ㅏㅆ" => "았".to_owned(),
                "ㅓㅆ" => "었".to_owned(),
                _ => form,
            };
            (!form.is_empty()).then_some(Piece { form, tag })
        })
        .collect()
}

/// Bytes of each piece inside `whole`, the range of `surface`. Pieces whose letters stand as they are at the front or
/// the back get their own bytes. Of those that melted together the first has as many syllables as its form (두드려 of
/// 두드려야), and the others share what begins with the syllable where they melted (려야).
pub fn ranges(surface: &str, pieces: &[Piece], whole: Range<usize>) -> Vec<Range<usize>> {
    let (mut from, mut to) = (0, pieces.len());
    let mut ranges = vec![whole.clone(); pieces.len()];
    let mut rest = surface;
    let mut start = whole.start;
    while from < to
        && let Some(after) = rest.strip_prefix(pieces[from].form.as_str())
    {
        ranges[from] = start..start + pieces[from].form.len();
        start = ranges[from].end;
        rest = after;
        from += 1;
    }
    while to > from
        && let Some(before) = rest.strip_suffix(pieces[to - 1].form.as_str())
    {
        to -= 1;
        ranges[to] = start + before.len()..start + rest.len();
        rest = before;
    }
    if from == to {
        return ranges;
    }
    // Nothing is left for a piece that vanished (커 + 어 → 커): it shares the syllable before it.
    if rest.is_empty() {
        let shared = from.checked_sub(1).map_or(whole, |i| ranges[i].clone());
        for range in &mut ranges[from..to] {
            *range = shared.clone();
        }
        return ranges;
    }
    let end = start + rest.len();
    let stem = stem_length(rest, &pieces[from].form);
    let melted = rest.char_indices().take_while(|&(at, _)| at < stem).last().map_or(0, |(at, _)| at);
    ranges[from] = start..start + stem;
    for range in &mut ranges[from + 1..to] {
        *range = start + melted..end;
    }
    ranges
}

/// Bytes of `surface` that a melted stem takes up: as many syllables as `form` has, and one more where its final ㅂ
/// became a vowel (돕 + 아 → 도와).
fn stem_length(surface: &str, form: &str) -> usize {
    let syllables = form.chars().filter(|&c| jamo::is_syllable(c)).count().max(1);
    let bytes = |count: usize| surface.chars().take(count).map(char::len_utf8).sum::<usize>();
    let last = form.chars().last();
    let stands = last.is_some() && surface.chars().nth(syllables - 1) == last;
    let b_stem = last.and_then(jamo::decompose).is_some_and(|s| s.tail == B_FINAL);
    if b_stem && !stands { bytes(syllables + 1) } else { bytes(syllables) }
}

/// Index of final ㅂ among the 28 finals of Unicode's Hangul composition.
const B_FINAL: u8 = 17;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_inflected_entry_comes_apart() {
        let found = pieces("하/XSV/*+았/EP/*");
        assert_eq!(found.iter().map(|p| p.form.as_str()).collect::<Vec<_>>(), ["하", "았"]);
        assert_eq!(found[1].tag, Tag::EP);
        assert_eq!(ranges("했", &found, 6..9), [6..9, 6..9]);
    }

    #[test]
    fn conjoining_finals_become_letters() {
        assert_eq!(pieces("만들/VV/*+\u{11AB}/ETM/*")[1].form, "ㄴ");
    }

    #[test]
    fn pieces_that_stand_whole_keep_their_bytes() {
        let found = pieces("것/NNB/*+이/VCP/*+다/EF/*");
        assert_eq!(ranges("것이다", &found, 0..9), [0..3, 3..6, 6..9]);
        let found = pieces("두드리/VV/*+어야/EC/*");
        assert_eq!(ranges("두드려야", &found, 0..12), [0..9, 6..12]);
    }

    #[test]
    fn a_final_that_became_a_vowel_belongs_to_the_stem() {
        assert_eq!(ranges("도와", &pieces("돕/VV/*+아/EC/*"), 0..6), [0..6, 3..6]);
        assert_eq!(ranges("가까워", &pieces("가깝/VA/*+어/EC/*"), 0..9), [0..9, 6..9]);
        assert_eq!(ranges("커", &pieces("크/VA/*+어/EC/*"), 0..3), [0..3, 0..3]);
    }

    #[test]
    fn no_expression_has_no_pieces() {
        assert!(pieces("").is_empty());
        assert!(pieces("*").is_empty());
    }
}
