//! An article laid out in lines, a paragraph at a time: as much of it as the screen holds, and no more.

use std::ops::Range;

use ratatui::style::{Modifier, Style};
use ratatui::text::Span;

use crate::article::Article;
use crate::reader::{Block, Composed, Mark, Place, compose};
use crate::tui::Theme;
use crate::tui::widgets::text::{cells, lines_at};

/// What a page is laid out from.
pub struct Page<'a> {
    pub article: &'a Article,
    pub blocks: &'a [Block],
    pub marks: &'a dyn Fn(usize) -> &'a [Mark],
    pub signs: bool,
    pub width: usize,
    /// Sentences from here on are not shown but as lines: they are heard first.
    pub hidden_from: usize,
}

/// A line of the article: of which block, and which of its lines; behind the last one stands the empty line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    pub block: usize,
    pub line: usize,
}

/// A block in lines.
pub struct Laid {
    composed: Composed,
    pub lines: Vec<Vec<Range<usize>>>,
    /// Lines with the empty one behind it.
    pub height: usize,
}

impl Page<'_> {
    pub fn lay(&self, block: usize) -> Laid {
        let Some(of) = self.blocks.get(block) else {
            return Laid { composed: Composed::default(), lines: Vec::new(), height: 0 };
        };
        let composed = compose(self.article, of, self.marks, self.signs);
        let lines = lines_at(&composed.text, &composed.seams, self.width);
        let goes_on = self.blocks.get(block + 1).is_none_or(|next| next.continues);
        let height = lines.len() + usize::from(!goes_on);
        Laid { composed, lines, height }
    }

    /// The block of a sentence.
    pub fn block_of(&self, sentence: usize) -> usize {
        self.blocks.partition_point(|block| block.sentences.end <= sentence).min(self.blocks.len().saturating_sub(1))
    }

    /// The line on which a place stands.
    pub fn find(&self, place: Place) -> At {
        let block = self.block_of(place.sentence);
        let laid = self.lay(block);
        At { block, line: laid.line_of(place) }
    }

    /// The line `count` lines on, empty ones counted; the last one where there are fewer.
    pub fn down(&self, from: At, count: usize) -> At {
        let mut at = from;
        let mut left = count;
        loop {
            let laid = self.lay(at.block);
            let last = at.block + 1 >= self.blocks.len();
            if at.line + left < laid.height || last {
                let line = (at.line + left).min(laid.lines.len().saturating_sub(1));
                return At { line, ..at };
            }
            left -= laid.height.saturating_sub(at.line).min(left);
            at = At { block: at.block + 1, line: 0 };
        }
    }

    /// The first line that a screen of `height` lines from `top` on does not show.
    pub fn down_over(&self, top: At, height: usize) -> At {
        let mut at = top;
        let mut left = height;
        while at.block < self.blocks.len() {
            let laid = self.lay(at.block);
            let rest = laid.height.saturating_sub(at.line);
            if left < rest {
                return At { line: at.line + left, ..at };
            }
            left -= rest;
            at = At { block: at.block + 1, line: 0 };
        }
        at
    }

    /// The line `count` lines back, or the first.
    pub fn up(&self, from: At, count: usize) -> At {
        let mut at = from;
        let mut left = count;
        while left > at.line {
            if at.block == 0 {
                return At::default();
            }
            left -= at.line;
            let block = at.block - 1;
            at = At { block, line: self.lay(block).height };
        }
        At { line: at.line - left, ..at }
    }

    /// The place of the word at a cell, so many lines below `top` and so many cells from the text's beginning; between
    /// words that of the sentence.
    pub fn word_at(&self, top: At, line: usize, cell: usize) -> Option<Place> {
        let mut at = top;
        let mut left = line;
        loop {
            let laid = self.lay(at.block);
            let rest = laid.height.saturating_sub(at.line);
            if left < rest {
                return laid.word_at(at.line + left, cell);
            }
            left -= rest;
            at = At { block: at.block + 1, line: 0 };
            if at.block >= self.blocks.len() {
                return None;
            }
        }
    }

    /// The first word that begins on a line or, where none does, the sentence that stands there.
    pub fn place_at(&self, at: At) -> Place {
        let laid = self.lay(at.block);
        let line = laid.lines.get(at.line.min(laid.lines.len().saturating_sub(1)));
        let (Some(first), Some(last)) = (line.and_then(|line| line.first()), line.and_then(|line| line.last())) else {
            let sentence = self.blocks.get(at.block).map_or(0, |block| block.sentences.start);
            return Place { sentence, word: 0 };
        };
        let on_line = |range: &Range<usize>| range.start >= first.start && range.start < last.end;
        let word = laid.composed.pieces.iter().find(|piece| piece.word.is_some() && on_line(&piece.range));
        let sentence = laid.composed.pieces.iter().find(|piece| piece.range.end > first.start);
        match (word, sentence) {
            (Some(piece), _) => Place { sentence: piece.sentence, word: piece.word.unwrap_or(0) },
            (None, Some(piece)) => Place { sentence: piece.sentence, word: 0 },
            (None, None) => Place::default(),
        }
    }
}

impl Laid {
    fn line_of(&self, place: Place) -> usize {
        let of_sentence = || self.composed.pieces.iter().filter(|piece| piece.sentence == place.sentence);
        let exact = of_sentence().find(|piece| piece.word == Some(place.word));
        let Some(piece) = exact.or_else(|| of_sentence().next()) else { return 0 };
        let at = piece.range.start;
        let holds = |line: &Vec<Range<usize>>| line.last().is_some_and(|last| at < last.end);
        self.lines.iter().position(holds).unwrap_or(0)
    }

    fn word_at(&self, line: usize, cell: usize) -> Option<Place> {
        let mut right = 0;
        for (index, range) in self.lines.get(line)?.iter().enumerate() {
            right += usize::from(index > 0);
            let text = self.composed.text.get(range.clone())?;
            for (at, c) in text.char_indices() {
                right += cells(c.encode_utf8(&mut [0; 4]));
                if cell < right {
                    let byte = range.start + at;
                    let piece = self.composed.pieces.iter().find(|piece| piece.range.contains(&byte))?;
                    return Some(Place { sentence: piece.sentence, word: piece.word.unwrap_or(0) });
                }
            }
        }
        None
    }

    /// The sentences that stand on a line.
    pub fn sentences(&self, line: usize) -> impl Iterator<Item = usize> {
        let range = self.lines.get(line).and_then(|line| Some(line.first()?.start..line.last()?.end)).unwrap_or(0..0);
        let on = move |piece: &&crate::reader::Piece| piece.range.start < range.end && range.start < piece.range.end;
        self.composed.pieces.iter().filter(on).map(|piece| piece.sentence)
    }

    /// A line in its colours, the word under the cursor reversed.
    pub fn spans(&self, line: usize, page: &Page, place: Place, heading: bool, theme: Theme) -> Vec<Span<'static>> {
        let Some(ranges) = self.lines.get(line) else { return Vec::new() };
        let mut spans: Vec<Span<'static>> = Vec::new();
        for (index, range) in ranges.iter().enumerate() {
            if index > 0 {
                spans.push(Span::raw(" "));
            }
            for piece in &self.composed.pieces {
                let (start, end) = (piece.range.start.max(range.start), piece.range.end.min(range.end));
                let Some(text) = self.composed.text.get(start..end).filter(|text| !text.is_empty()) else { continue };
                if piece.sentence >= page.hidden_from {
                    spans.push(Span::raw(covered(text)));
                    continue;
                }
                let mut style = Style::new();
                if let Some(word) = piece.word {
                    let known = (page.marks)(piece.sentence).get(word).map(|mark| mark.knowledge);
                    style = known.map_or(style, |known| theme.knowledge(known));
                    if piece.sentence == place.sentence && word == place.word {
                        style = style.add_modifier(Modifier::REVERSED);
                    }
                }
                if heading {
                    style = style.add_modifier(Modifier::BOLD);
                }
                spans.push(Span::styled(text.to_owned(), style));
            }
        }
        spans
    }
}

/// A line in the place of each word, as wide as it.
fn covered(text: &str) -> String {
    text.split(' ').map(|word| "_".repeat(cells(word))).collect::<Vec<_>>().join(" ")
}
