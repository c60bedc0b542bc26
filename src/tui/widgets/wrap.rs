//! Wrapping as Korean is set: between eojeols, punctuation with its word, no particle alone at the start of a line.

use std::collections::HashSet;
use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;

use super::text::cells;
use crate::korean::josa;

/// A grapheme cluster in its style.
struct Glyph {
    text: String,
    /// Bytes of the whole text before it.
    at: usize,
    style: Style,
    /// Morphemes meet before it.
    seam: bool,
}

type Eojeol = Vec<Glyph>;

/// Wraps styled text between eojeols. An eojeol longer than a line is broken between syllables.
pub fn wrap(spans: &[(String, Style)], width: usize) -> Vec<Line<'static>> {
    wrap_at(spans, &[], width)
}

/// The same with `seams`, bytes of the whole text at which morphemes meet: there an eojeol that is longer than a line is
/// broken, if it has to be.
pub fn wrap_at(spans: &[(String, Style)], seams: &[usize], width: usize) -> Vec<Line<'static>> {
    page(spans, seams, width).into_iter().map(|eojeols| line(&eojeols)).collect()
}

/// The lines of a plain text: for each the bytes of the eojeols, or pieces of them, that stand in it with a space between.
pub fn lines_at(text: &str, seams: &[usize], width: usize) -> Vec<Vec<Range<usize>>> {
    let range = |eojeol: Eojeol| {
        let (first, last) = (eojeol.first()?, eojeol.last()?);
        Some(first.at..last.at + last.text.len())
    };
    let lines = page(&[(text.to_owned(), Style::new())], seams, width);
    lines.into_iter().map(|eojeols| eojeols.into_iter().filter_map(range).collect()).collect()
}

/// The eojeols of each line, or the pieces of those that are longer than a line.
fn page(spans: &[(String, Style)], seams: &[usize], width: usize) -> Vec<Vec<Eojeol>> {
    let mut page = Page { lines: vec![Vec::new()], used: 0, width: width.max(2) };
    let seams: HashSet<usize> = seams.iter().copied().collect();
    let seams = &seams;
    for group in groups(eojeols(spans, seams)) {
        let together = group.iter().map(|eojeol| length(eojeol)).sum::<usize>() + group.len() - 1;
        if page.used > 0 && page.used + 1 + together > page.width && together <= page.width {
            page.turn();
        }
        for eojeol in group {
            page.put(eojeol);
        }
    }
    page.lines
}

/// Glyphs of one style make a span; the space between two eojeols is plain, and goes with the plain text before it.
fn line(eojeols: &[Eojeol]) -> Line<'static> {
    let mut spans: Vec<(String, Style)> = Vec::new();
    let mut write = |text: &str, style: Style| match spans.last_mut() {
        Some((last, of_last)) if *of_last == style => last.push_str(text),
        _ => spans.push((text.to_owned(), style)),
    };
    for (index, eojeol) in eojeols.iter().enumerate() {
        if index > 0 {
            write(" ", Style::new());
        }
        for glyph in eojeol {
            write(&glyph.text, glyph.style);
        }
    }
    spans.into_iter().map(|(text, style)| Span::styled(text, style)).collect()
}

/// The bytes of `text` at which the parts of a term meet, wherever it stands in the text, written solid.
pub fn seams(text: &str, parts: &[String]) -> Vec<usize> {
    let whole = parts.concat();
    if parts.len() < 2 || whole.is_empty() {
        return Vec::new();
    }
    let places = text.match_indices(&whole).map(|(at, _)| at);
    let inside = |at: usize| {
        parts.iter().scan(at, |end, part| {
            *end += part.len();
            Some(*end)
        })
    };
    places.flat_map(|at| inside(at).take(parts.len() - 1)).collect()
}

/// At most `height` of the lines, around the first that has something in `style`.
pub fn around(lines: Vec<Line<'static>>, style: Style, height: usize) -> Vec<Line<'static>> {
    if lines.len() <= height {
        return lines;
    }
    let holds = |line: &Line| line.spans.iter().any(|span| span.style == style);
    let focus = lines.iter().position(holds).unwrap_or(0);
    let first = focus.saturating_sub(height / 2).min(lines.len() - height);
    lines.into_iter().skip(first).take(height).collect()
}

struct Page {
    lines: Vec<Vec<Eojeol>>,
    /// Cells of the last line that are full.
    used: usize,
    width: usize,
}

impl Page {
    fn turn(&mut self) {
        self.lines.push(Vec::new());
        self.used = 0;
    }

    fn put(&mut self, eojeol: Eojeol) {
        if self.used > 0 && self.used + 1 + length(&eojeol) > self.width {
            self.turn();
        } else if self.used > 0 {
            self.used += 1;
        }
        let mut rest = eojeol;
        while self.used + length(&rest) > self.width {
            let behind = rest.split_off(break_of(&rest, self.width));
            self.write(rest);
            self.turn();
            rest = behind;
        }
        self.write(rest);
    }

    fn write(&mut self, eojeol: Eojeol) {
        self.used += length(&eojeol);
        if let Some(line) = self.lines.last_mut() {
            line.push(eojeol);
        }
    }
}

/// After how many glyphs an eojeol that is longer than `width` is broken: at the last seam that fits, else where words
/// and punctuation stay whole, else where the line is full. At least one.
fn break_of(eojeol: &[Glyph], width: usize) -> usize {
    let mut used = 0;
    let fits = |glyph: &&Glyph| {
        used += cells(&glyph.text);
        used <= width
    };
    let full = eojeol.iter().take_while(fits).count().max(1);
    let good = |at: &usize| may_break(eojeol, *at);
    let is_seam = |at: &usize| eojeol.get(*at).is_some_and(|glyph| glyph.seam);
    let seam = (1..=full).rev().filter(is_seam).find(good);
    seam.or_else(|| (1..=full).rev().find(good)).unwrap_or(full)
}

fn may_break(eojeol: &[Glyph], at: usize) -> bool {
    let (Some(before), Some(after)) = (at.checked_sub(1).and_then(|at| eojeol.get(at)), eojeol.get(at)) else {
        return false;
    };
    let in_word = |glyph: &Glyph| glyph.text.chars().all(|c| c.is_ascii_alphanumeric() || "_.,".contains(c));
    let rest: String = eojeol.iter().skip(at).map(|glyph| glyph.text.as_str()).collect();
    let in_words = in_word(before) && in_word(after);
    !(is_opening(&before.text) || is_closing(&after.text) || in_words || is_particle(&rest))
}

/// Whether `text` is a particle and nothing else: 를, 에서는, 을(를), (으)로.
fn is_particle(text: &str) -> bool {
    let mut depth = 0;
    let outside = text.chars().filter(|c| {
        depth += i32::from(*c == '(');
        let outside = depth == 0;
        depth -= i32::from(*c == ')');
        outside
    });
    let letters: String = outside.filter(|c| c.is_alphanumeric() || *c == '_').collect();
    josa::is_josa(&letters)
}

fn is_opening(text: &str) -> bool {
    text.chars().all(|c| "“‘「『《〈([{<【".contains(c))
}

/// Punctuation that stays with the word before it.
fn is_closing(text: &str) -> bool {
    text.chars().all(|c| !c.is_alphanumeric() && c != '_') && !is_opening(text)
}

fn length(eojeol: &[Glyph]) -> usize {
    eojeol.iter().map(|glyph| cells(&glyph.text)).sum()
}

/// The eojeols of styled text.
fn eojeols(spans: &[(String, Style)], seams: &HashSet<usize>) -> Vec<Eojeol> {
    let mut eojeols: Vec<Eojeol> = vec![Vec::new()];
    let mut at = 0;
    for (text, style) in spans {
        for grapheme in text.graphemes(true) {
            if grapheme.chars().all(char::is_whitespace) {
                eojeols.push(Vec::new());
            } else if let Some(eojeol) = eojeols.last_mut() {
                eojeol.push(Glyph { text: grapheme.to_owned(), at, style: *style, seam: seams.contains(&at) });
            }
            at += grapheme.len();
        }
    }
    eojeols.retain(|eojeol| !eojeol.is_empty());
    eojeols
}

/// Eojeols that stay together: punctuation with spaces around it goes with the word before, an opening mark with the
/// word behind.
fn groups(eojeols: Vec<Eojeol>) -> Vec<Vec<Eojeol>> {
    let all = |eojeol: &Eojeol, is: fn(&str) -> bool| eojeol.iter().all(|glyph| is(&glyph.text));
    let mut groups: Vec<Vec<Eojeol>> = Vec::new();
    for eojeol in eojeols {
        let opened = groups.last().and_then(|group| group.last()).is_some_and(|last| all(last, is_opening));
        match groups.last_mut() {
            Some(group) if opened || all(&eojeol, is_closing) => group.push(eojeol),
            _ => groups.push(vec![eojeol]),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn wrapped_at(text: &str, seams: &[usize], width: usize) -> Vec<String> {
        wrap_at(&[(text.to_owned(), Style::new())], seams, width).iter().map(ToString::to_string).collect()
    }

    fn wrapped(text: &str, width: usize) -> Vec<String> {
        wrapped_at(text, &[], width)
    }

    #[test]
    fn pitfall_14_lines_break_between_eojeols() {
        assert_eq!(wrapped("국내 통신사업자들의 해외진출이", 20), ["국내 통신사업자들의", "해외진출이"]);
    }

    #[test]
    fn pitfall_14_an_eojeol_longer_than_a_line_is_broken_between_syllables() {
        assert_eq!(wrapped("온실가스배출권거래제", 9), ["온실가스", "배출권거", "래제"]);
    }

    #[test]
    fn pitfall_14_an_eojeol_longer_than_a_line_is_broken_at_a_seam_that_is_given() {
        let text = "정부는 온실가스배출권거래제를 고친다";
        let parts = ["온실가스", "배출권", "거래제"].map(str::to_owned);
        let seams = seams(text, &parts);
        assert_eq!(wrapped_at(text, &seams, 18), ["정부는", "온실가스배출권", "거래제를 고친다"]);
        assert_eq!(wrapped_at(text, &seams, 12), ["정부는", "온실가스", "배출권", "거래제를", "고친다"]);
    }

    #[test]
    fn pitfall_14_no_particle_stands_alone_at_the_start_of_a_line() {
        assert_eq!(wrapped("온실가스배출권거래제를", 20), ["온실가스배출권거래", "제를"]);
        assert_eq!(wrapped("온실가스배출권거래제에서는,", 20), ["온실가스배출권거래", "제에서는,"]);
        assert_eq!(wrapped("온실가스배출____을(를)", 16), ["온실가스배출", "____을(를)"]);
        // A seam before the particle is no place to break either.
        let text = "온실가스배출권거래제를";
        assert_eq!(
            wrapped_at(text, &["온실가스".len(), "온실가스배출권거래제".len()], 20),
            ["온실가스", "배출권거래제를"]
        );
    }

    #[test]
    fn pitfall_14_punctuation_stays_with_its_word() {
        assert_eq!(wrapped("온실가스배출권거래제”…", 20), ["온실가스배출권거래", "제”…"]);
        assert_eq!(wrapped("국내 통신사 ― 해외", 11), ["국내", "통신사 ―", "해외"]);
        assert_eq!(wrapped("국내 통신사 “ 해외 ” 로", 12), ["국내 통신사", "“ 해외 ” 로"]);
        assert_eq!(wrapped("한국전자통신연구원2026년", 20), ["한국전자통신연구원", "2026년"]);
    }

    #[test]
    fn styles_survive_wrapping() {
        let bold = Style::new().bold();
        let lines =
            wrap(&[("국내 ".into(), Style::new()), ("____".into(), bold), ("이 활발하다".into(), Style::new())], 8);
        let spans: Vec<Vec<(&str, Style)>> = lines
            .iter()
            .map(|line| line.spans.iter().map(|span| (span.content.as_ref(), span.style)).collect())
            .collect();
        let plain = Style::new();
        assert_eq!(spans, [vec![("국내", plain)], vec![("____", bold), ("이", plain)], vec![("활발하다", plain)]]);
    }

    #[test]
    fn lines_are_left_out_far_from_the_blank() {
        let bold = Style::new().bold();
        let style = |n| if n == 6 { bold } else { Style::new() };
        let lines: Vec<Line> = (0..9).map(|n| Span::styled(n.to_string(), style(n)).into()).collect();
        let shown = |height| around(lines.clone(), bold, height).iter().map(ToString::to_string).collect::<String>();
        assert_eq!((shown(3).as_str(), shown(9).as_str()), ("567", "012345678"));
    }

    #[test]
    fn a_paragraph_of_two_thousand_eojeols_is_wrapped() {
        let text = "한빛통신이 해외진출을 서두르고 있다. ".repeat(500);
        let lines = wrapped(&text, 40);
        assert!(lines.iter().all(|line| cells(line) <= 40));
        assert_eq!(lines.join(" "), text.trim());
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_asked_and_no_letter_is_lost(
            text in "[가-힣a-z0-9“”‘(),.·…_를은 ]{0,120}",
            seams in proptest::collection::vec(0..360_usize, 0..6),
            width in 2..40_usize,
        ) {
            let lines = wrapped_at(&text, &seams, width);
            prop_assert!(lines.iter().all(|line| cells(line) <= width));
            let letters = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
            let pieces = |line: Vec<Range<usize>>| line.into_iter().map(|range| &text[range]).collect::<Vec<_>>().join(" ");
            let ranges: Vec<String> = lines_at(&text, &seams, width).into_iter().map(pieces).collect();
            prop_assert_eq!(ranges, lines);
        }
    }
}
