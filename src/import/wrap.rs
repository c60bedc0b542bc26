//! Joins lines that were broken at a fixed width.

use super::ending;

/// Wider than this, in columns, and nobody broke the line by hand or by mail.
const WIDEST: usize = 84;
/// Narrower than this, in columns, and the lines are a list or a poem.
const NARROWEST: usize = 30;
/// How much earlier than at its width, in columns, a careful program breaks a line.
const SLACK: usize = 6;
/// What ends a word that is not the last of a sentence, and seldom the last of a headline.
const LEANING: [&str; 17] =
    ["은", "는", "을", "를", "의", "이", "가", "고", "며", "와", "과", "한", "된", "할", "던", "지만", "면서"];
/// The same, for when nothing else speaks for a broken line.
const SURELY_LEANING: [&str; 7] = ["는", "을", "를", "의", "며", "지만", "면서"];

/// A line without white space at its ends, never empty.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    pub text: &'a str,
    pub indented: bool,
}

/// The paragraphs of each block. A block is lines without a blank one between; `blocks` are all of one text, because
/// a short paragraph is broken at the width that the longer ones show.
pub(super) fn paragraphs(blocks: &[Vec<Line>]) -> Vec<Vec<String>> {
    let columns = blocks.iter().flat_map(|block| runs(block)).filter_map(own_width).max();
    blocks.iter().map(|block| runs(block).flat_map(|run| join(run, columns)).collect()).collect()
}

/// Parts of a block that may be one broken paragraph or several: a wide line is a part of its own, an indented line
/// begins one.
fn runs<'a, 'b>(block: &'b [Line<'a>]) -> impl Iterator<Item = &'b [Line<'a>]> {
    block.chunk_by(|a, b| is_narrow(a) && is_narrow(b) && (a.indented || !b.indented))
}

fn is_narrow(line: &Line) -> bool {
    // Four bytes a character at most, of which none is narrower than a column; it spares counting long lines.
    line.text.len() <= WIDEST * 4 && ending::width(line.text) <= WIDEST
}

/// The width at which the run was broken, if it shows one by itself.
fn own_width(run: &[Line]) -> Option<usize> {
    let columns = run.iter().map(|line| ending::width(line.text)).max()?;
    if run.len() < 3
        || !(NARROWEST..=WIDEST).contains(&columns)
        || !run.iter().any(|line| ending::ends_in_stop(line.text))
    {
        return None;
    }
    let pairs = || run.iter().zip(run.iter().skip(1)).filter(|(line, _)| !ending::is_marked(line.text));
    let open = || pairs().filter(|(line, _)| !ending::ends_finally(line.text));
    let full = open().filter(|(line, next)| is_full(line, next, columns)).count();
    let speaking = open().filter(|(line, _)| speaks(line.text)).count();
    let stop_inside = run.iter().any(|line| line.text.contains("다. "));
    let most = |part: usize, all: usize| part * 2 > all;
    let broken = most(open().count(), pairs().count()) || pairs().all(|(line, next)| is_full(line, next, columns));
    // Headlines under each other can be as long as each other; but they do without most particles.
    let talks = stop_inside || speaking * 2 >= open().count();
    (broken && most(full, open().count()) && talks).then_some(columns)
}

fn join(run: &[Line], columns: Option<usize>) -> Vec<String> {
    let own = own_width(run);
    let mut paragraphs: Vec<String> = Vec::new();
    let mut last: Option<&Line> = None;
    for line in run {
        let goes_on = last.is_some_and(|last| {
            let apart = ending::is_marked(line.text) || ending::heading(last.text).is_some();
            let broken = match own.or(columns) {
                // A finished line is joined only where its paragraph is known to be broken.
                Some(columns) => is_full(last, line, columns) && (own.is_some() || !ending::ends_finally(last.text)),
                None => {
                    leans(last.text.rsplit(' ').next().unwrap_or_default(), &SURELY_LEANING)
                        && ending::ends_in_stop(line.text)
                }
            };
            !apart && broken
        });
        match paragraphs.last_mut() {
            Some(paragraph) if goes_on => {
                paragraph.push(' ');
                paragraph.push_str(line.text);
            }
            _ => paragraphs.push(line.text.to_owned()),
        }
        last = Some(line);
    }
    paragraphs
}

/// Whether the next line's first word had no room any more.
fn is_full(line: &Line, next: &Line, columns: usize) -> bool {
    let word = next.text.split(' ').next().unwrap_or_default();
    ending::width(line.text) + 1 + ending::width(word) + SLACK > columns
}

/// Whether the line reads like a part of a sentence, not like a headline.
fn speaks(line: &str) -> bool {
    line.ends_with(',')
        || line.split(' ').next_back().is_some_and(|word| leans(word, &LEANING))
        || line.split(' ').any(|word| leans(word, &SURELY_LEANING))
}

fn leans(word: &str, endings: &[&str]) -> bool {
    // 한은 is the central bank, and ends many a headline.
    word.chars().count() > 1 && word != "한은" && endings.iter().any(|ending| word.ends_with(ending))
}
