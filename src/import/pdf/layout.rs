//! From glyphs on a page to lines, and from lines to paragraphs.

use std::collections::HashMap;

/// One character where it stands. Points, from the page's lower left corner.
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    pub text: String,
    pub x: f64,
    pub y: f64,
    /// Where the next one begins.
    pub end: f64,
    pub size: f64,
}

/// One line of a column.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub text: String,
    left: f64,
    right: f64,
    y: f64,
    size: f64,
}

/// A gap of so much of the letters' size is a space,
const SPACE: f64 = 0.15;
/// and one of so much of it parts two columns.
const COLUMN: f64 = 1.8;
/// Baselines that differ by less of the size are one.
const LEVEL: f64 = 0.35;
/// Lines further apart than so many sizes begin a paragraph.
const APART: f64 = 2.1;

/// The lines of a page, in the order in which they were drawn, which is the order of reading far more often than their
/// places are: columns, boxes and tables come one behind the other.
pub(super) fn lines(glyphs: Vec<Glyph>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for glyph in glyphs {
        if !(glyph.x.is_finite() && glyph.y.is_finite() && glyph.end.is_finite() && glyph.size > 0.0) {
            continue;
        }
        if let Some(line) = lines.last_mut() {
            let level = (glyph.y - line.y).abs() < LEVEL * line.size.max(glyph.size);
            let gap = glyph.x - line.right;
            if level && gap > -COLUMN * line.size && gap < COLUMN * line.size {
                // Bold letters that are made by drawing them twice.
                let again = gap < -0.5 * glyph.size && line.text.ends_with(glyph.text.as_str());
                if again {
                    continue;
                }
                if gap > SPACE * glyph.size && !line.text.ends_with(' ') && !glyph.text.starts_with(' ') {
                    line.text.push(' ');
                }
                line.text.push_str(&glyph.text);
                line.right = glyph.end.max(line.right);
                continue;
            }
        }
        lines.push(Line { text: glyph.text, left: glyph.x, right: glyph.end, y: glyph.y, size: glyph.size });
    }
    lines.retain(|line| !line.text.trim().is_empty());
    lines
}

/// The text of all pages. What stands at the top or bottom of most pages (names, numbers) is left out; a paragraph goes on
/// over the end of a line, a column and a page.
pub(super) fn text(mut pages: Vec<Vec<Line>>) -> String {
    drop_running_lines(&mut pages);
    let mut text = String::new();
    let mut last: Option<Line> = None;
    for page in pages {
        let mut new_page = true;
        for line in page {
            if let Some(last) = &last {
                text.push_str(between(last, &line, new_page));
            }
            text.push_str(line.text.trim());
            last = Some(line);
            new_page = false;
        }
    }
    text
}

/// What stands between two lines: nothing, a space, a line break or a paragraph's end.
fn between(last: &Line, line: &Line, new_page: bool) -> &'static str {
    let size = last.size.max(1.0);
    let below = (last.y - line.y) / size;
    let same_size = (last.size - line.size).abs() < 0.12 * size;
    let same_column = !new_page && (0.0..APART).contains(&below) && (last.left - line.left).abs() < 3.0 * size;
    let ended = last.text.trim_end().ends_with(['.', '?', '!', '”', '"', ')', '…', ':']);
    if !same_size {
        return "\n\n";
    }
    if same_column {
        let indented = line.left - last.left > 0.7 * size;
        let short = last.right + 2.5 * size < line.right;
        return if (indented || short) && ended { "\n\n" } else { "\n" };
    }
    // A new column or page: the sentence goes on if it was not finished.
    let moved_on = new_page || below < 0.0;
    if moved_on && !ended { "\n" } else { "\n\n" }
}

/// Page numbers, and what most pages have in common at their ends.
fn drop_running_lines(pages: &mut [Vec<Line>]) {
    // Digits differ from page to page.
    let key = |line: &Line| line.text.chars().filter(|c| !c.is_ascii_digit() && !c.is_whitespace()).collect::<String>();
    let mut counts: HashMap<String, usize> = HashMap::new();
    for page in pages.iter() {
        let mut seen: Vec<String> = page.first().into_iter().chain(page.last()).map(key).collect();
        seen.dedup();
        for key in seen {
            *counts.entry(key).or_default() += 1;
        }
    }
    let many = pages.len().max(3) / 2 + 1;
    let is_number = |line: &Line| {
        let bare: String = line.text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '—')).collect();
        !bare.is_empty() && bare.len() <= 4 && bare.bytes().all(|b| b.is_ascii_digit())
    };
    for page in pages.iter_mut() {
        let runs = |line: &Line| is_number(line) || counts.get(&key(line)).is_some_and(|&count| count >= many);
        while page.last().is_some_and(runs) {
            page.pop();
        }
        let front = page.iter().take_while(|line| runs(line)).count();
        page.drain(..front);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str, x: f64, y: f64) -> Vec<Glyph> {
        let mut at = x;
        let mut glyphs = Vec::new();
        for c in text.chars() {
            if c != ' ' {
                glyphs.push(Glyph { text: c.into(), x: at, y, end: at + 10.0, size: 10.0 });
            }
            at += if c == ' ' { 3.0 } else { 10.0 };
        }
        glyphs
    }

    fn read(pages: &[Vec<Vec<Glyph>>]) -> String {
        text(pages.iter().map(|page| lines(page.concat())).collect())
    }

    #[test]
    fn gaps_are_spaces_and_lines_go_on() {
        let page = vec![drawn("한빛통신이 해외로", 50.0, 700.0), drawn("나간다.", 50.0, 685.0)];
        assert_eq!(read(&[page]), "한빛통신이 해외로\n나간다.");
    }

    #[test]
    fn columns_and_pages_go_on_where_the_sentence_does() {
        let first = vec![drawn("왼쪽 단의 끝은", 50.0, 100.0), drawn("오른쪽 단에서", 300.0, 700.0)];
        let second = vec![drawn("끝난다.", 50.0, 700.0), drawn("새 문단이다.", 50.0, 600.0)];
        assert_eq!(read(&[first, second]), "왼쪽 단의 끝은\n오른쪽 단에서\n끝난다.\n\n새 문단이다.");
    }

    #[test]
    fn running_heads_and_numbers_are_left_out() {
        let page = |number: &str, body: &str| {
            vec![drawn("독파 보고서", 50.0, 800.0), drawn(body, 50.0, 700.0), drawn(number, 280.0, 20.0)]
        };
        let pages = [page("- 1 -", "첫 쪽이다."), page("- 2 -", "둘째 쪽이다."), page("- 3 -", "셋째 쪽이다.")];
        assert_eq!(read(&pages), "첫 쪽이다.\n\n둘째 쪽이다.\n\n셋째 쪽이다.");
    }

    #[test]
    fn letters_drawn_twice_are_one() {
        let glyphs = [drawn("가", 50.0, 700.0), drawn("가", 50.3, 700.0), drawn("나", 60.0, 700.0)].concat();
        assert_eq!(lines(glyphs)[0].text, "가나");
    }
}
