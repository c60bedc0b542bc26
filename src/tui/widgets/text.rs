//! Korean text on a grid of cells: measured, cut and wrapped.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Cells that a text takes up.
pub fn cells(text: &str) -> usize {
    text.width()
}

/// The front of `text` that fits into `width` cells.
pub fn clip(text: &str, width: usize) -> String {
    let mut used = 0;
    text.graphemes(true)
        .take_while(|grapheme| {
            used += cells(grapheme);
            used <= width
        })
        .collect()
}

/// `text` in exactly `width` cells.
pub fn fit(text: &str, width: usize) -> String {
    let clipped = clip(text, width);
    let pad = width.saturating_sub(cells(&clipped));
    clipped + &" ".repeat(pad)
}

/// `text` in exactly `width` cells, at their right end.
pub fn fit_right(text: &str, width: usize) -> String {
    let clipped = clip(text, width);
    " ".repeat(width.saturating_sub(cells(&clipped))) + &clipped
}

/// Wraps styled text at spaces, as Korean is set; an eojeol longer than a line is broken between characters.
pub fn wrap(spans: &[(String, Style)], width: usize) -> Vec<Line<'static>> {
    let width = width.max(2);
    let mut lines: Vec<Vec<(String, Style)>> = vec![Vec::new()];
    let mut used = 0;
    for eojeol in eojeols(spans) {
        let length: usize = eojeol.iter().map(|(text, _)| cells(text)).sum();
        let space = usize::from(used > 0);
        if used > 0 && used + space + length > width {
            lines.push(Vec::new());
            used = 0;
        } else if space > 0 {
            push(&mut lines, " ", Style::new());
            used += space;
        }
        for (grapheme, style) in eojeol {
            let size = cells(&grapheme);
            if used + size > width && used > 0 {
                lines.push(Vec::new());
                used = 0;
            }
            push(&mut lines, &grapheme, style);
            used += size;
        }
    }
    lines.into_iter().map(|spans| spans.into_iter().map(|(text, style)| Span::styled(text, style)).collect()).collect()
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

/// The eojeols of styled text, each as its graphemes.
fn eojeols(spans: &[(String, Style)]) -> Vec<Vec<(String, Style)>> {
    let mut eojeols: Vec<Vec<(String, Style)>> = vec![Vec::new()];
    for (text, style) in spans {
        for grapheme in text.graphemes(true) {
            if grapheme.chars().all(char::is_whitespace) {
                eojeols.push(Vec::new());
            } else if let Some(eojeol) = eojeols.last_mut() {
                eojeol.push((grapheme.to_owned(), *style));
            }
        }
    }
    eojeols.retain(|eojeol| !eojeol.is_empty());
    eojeols
}

/// Adds to the last line, to its last span where the style is the same.
fn push(lines: &mut [Vec<(String, Style)>], text: &str, style: Style) {
    let Some(line) = lines.last_mut() else { return };
    match line.last_mut() {
        Some((last, of_last)) if *of_last == style => last.push_str(text),
        _ => line.push((text.to_owned(), style)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn wrapped(text: &str, width: usize) -> Vec<String> {
        wrap(&[(text.to_owned(), Style::new())], width).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn lines_break_between_eojeols() {
        assert_eq!(wrapped("국내 통신사업자들의 해외진출이", 20), ["국내 통신사업자들의", "해외진출이"]);
    }

    #[test]
    fn an_eojeol_longer_than_a_line_is_broken_between_syllables() {
        assert_eq!(wrapped("온실가스배출권거래제", 9), ["온실가스", "배출권거", "래제"]);
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
    fn a_column_is_filled_in_cells() {
        assert_eq!(fit("해외", 6), "해외  ");
        assert_eq!(fit("해외진출", 5), "해외 ");
        assert_eq!(fit_right("12", 4), "  12");
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_asked_and_no_letter_is_lost(text in "[가-힣a-z“”. ]{0,120}", width in 2..40_usize) {
            let lines = wrapped(&text, width);
            prop_assert!(lines.iter().all(|line| cells(line) <= width));
            let letters = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
        }
    }
}
