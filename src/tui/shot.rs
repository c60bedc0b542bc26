//! Pictures of the real screens: a frame's cells as SVG.

mod shapes;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use self::shapes::shape;
use super::app::App;
use super::widgets::text::cells;
use super::{Desk, Start, Theme};
use crate::messages::{Fault, Lang};

/// Units of a cell, and around the screen. A syllable is as wide as its font is high, and takes two cells: so letters
/// stand right even where a program does not keep to the length that is set.
const WIDTH: usize = 8;
const HEIGHT: usize = 20;
const FONT: usize = 2 * WIDTH;
const EDGE: usize = 14;
const INK: &str = "#d8dee9";
const PAPER: &str = "#1f242d";

/// A screen to be drawn: its file's name, the keys that lead to it, and its size in cells.
const SHOTS: [(&str, &[KeyCode], u16, u16); 4] = [
    ("reader", &[KeyCode::Left, KeyCode::Enter, KeyCode::Home, KeyCode::Down, KeyCode::Right, KeyCode::Right], 84, 26),
    ("study", &[KeyCode::Enter, KeyCode::Enter], 84, 22),
    ("words", &[KeyCode::Right], 84, 24),
    ("progress", &[KeyCode::Char('5')], 160, 70),
];

/// Pictures of reader, study, words and progress, each from a desk of its own: a name and an SVG.
pub fn shots(mut desk: impl FnMut() -> Result<Desk, Fault>, lang: Lang) -> Result<Vec<(&'static str, String)>, Fault> {
    let mut made = Vec::new();
    for (name, keys, width, height) in SHOTS {
        let mut app = App::new(desk()?, lang, Theme::new(true), Start::default())?;
        for key in keys {
            app.handle(&Event::Key(KeyEvent::new(*key, KeyModifiers::NONE)));
        }
        let screen = |e: std::convert::Infallible| Fault::Screen { reason: e.to_string() };
        let mut terminal = Terminal::new(TestBackend::new(width, height)).map_err(screen)?;
        terminal.draw(|frame| app.draw(frame)).map_err(screen)?;
        made.push((name, svg(terminal.backend().buffer())));
    }
    Ok(made)
}

/// A frame as a picture. Runs of one style are one text of a set length, so that columns stand whatever font there is.
fn svg(buffer: &Buffer) -> String {
    let (columns, rows) = (usize::from(buffer.area.width), usize::from(buffer.area.height));
    let (width, height) = (columns * WIDTH + 2 * EDGE, rows * HEIGHT + 2 * EDGE);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"10\" fill=\"{PAPER}\"/>\n\
         <g font-family=\"'D2Coding','Noto Sans Mono CJK KR','Sarasa Mono K','Nanum Gothic Coding',monospace\" font-size=\"{FONT}\">\n"
    );
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let Some(first) = buffer.cell((x, y)) else { break };
            if shape(first.symbol()).is_some() {
                x = block(&mut out, buffer, (x, y));
                continue;
            }
            let (mut text, mut end) = (String::new(), x);
            let wide = cells(first.symbol()) > 1;
            // Syllables and letters differ in how a font spaces them, and have runs of their own.
            while let Some(cell) = buffer.cell((end, y)).filter(|cell| same(first, cell)) {
                let size = cells(cell.symbol()).max(1);
                if (size > 1) != wide || shape(cell.symbol()).is_some() {
                    break;
                }
                text.push_str(cell.symbol());
                end += u16::try_from(size).unwrap_or(1);
            }
            run(&mut out, first, &text, usize::from(x)..usize::from(end), usize::from(y));
            x = end.max(x + 1);
        }
    }
    out.push_str("</g>\n</svg>\n");
    out
}

/// Draws the block or line at `at` and all of its like that follow it, and gives the column behind them.
fn block(out: &mut String, buffer: &Buffer, at: (u16, u16)) -> u16 {
    let (x, y) = at;
    let Some((first, shape)) = buffer.cell(at).and_then(|cell| Some((cell, shape(cell.symbol())?))) else {
        return x + 1;
    };
    let like = |column: &u16| {
        buffer.cell((*column, y)).is_some_and(|cell| same(first, cell) && cell.symbol() == first.symbol())
    };
    let end = (x + 1..buffer.area.width).find(|column| !like(column)).unwrap_or(buffer.area.width);
    #[expect(clippy::cast_precision_loss, reason = "units of a picture")]
    let [width, height, edge] = [WIDTH, HEIGHT, EDGE].map(|units| units as f32);
    let [left, top, wide, high] = shape.eighths;
    let (top, high) = (edge + (f32::from(y) + top / 8.0) * height, high / 8.0 * height);
    let left = |column: u16| edge + (f32::from(column) + left / 8.0) * width;
    // What fills its cells from side to side is one rectangle; shades are a square each.
    let squares = if wide >= 8.0 {
        vec![(left(x), f32::from(end - x) * width)]
    } else {
        (x..end).map(|column| (left(column), wide / 8.0 * width)).collect()
    };
    let square = |(left, wide): &(f32, f32)| format!("M{left:.1} {top:.1}h{wide:.1}v{high:.1}h-{wide:.1}z");
    let path = squares.iter().map(square).collect::<Vec<_>>().concat();
    let opacity = if shape.opacity < 1.0 { format!(" opacity=\"{}\"", shape.opacity) } else { String::new() };
    out.push_str(&format!("<path d=\"{path}\" fill=\"{}\"{opacity}/>\n", colour(first.fg)));
    end
}

fn same(a: &Cell, b: &Cell) -> bool {
    a.fg == b.fg && a.bg == b.bg && a.modifier == b.modifier
}

fn run(out: &mut String, cell: &Cell, text: &str, columns: std::ops::Range<usize>, row: usize) {
    let reversed = cell.modifier.contains(Modifier::REVERSED);
    let (x, y) = (EDGE + columns.start * WIDTH, EDGE + row * HEIGHT);
    let length = columns.len() * WIDTH;
    let ink = colour(cell.fg);
    if reversed {
        out.push_str(&format!("<rect x=\"{x}\" y=\"{y}\" width=\"{length}\" height=\"{HEIGHT}\" fill=\"{ink}\"/>\n"));
    }
    let bold = if cell.modifier.contains(Modifier::BOLD) { " font-weight=\"bold\"" } else { "" };
    let italic = if cell.modifier.contains(Modifier::ITALIC) { " font-style=\"italic\"" } else { "" };
    let line = if cell.modifier.contains(Modifier::UNDERLINED) { " text-decoration=\"underline\"" } else { "" };
    let fill = if reversed { PAPER } else { ink };
    let base = y + HEIGHT * 3 / 4;
    // Not every program keeps spaces: each word has its own place.
    let mut column = columns.start;
    for word in text.split(' ') {
        let size = cells(word);
        if size > 0 {
            let (x, length) = (EDGE + column * WIDTH, size * WIDTH);
            out.push_str(&format!(
                "<text x=\"{x}\" y=\"{base}\" textLength=\"{length}\" lengthAdjust=\"spacingAndGlyphs\" fill=\"{fill}\"{bold}{italic}{line}>{}</text>\n",
                crate::messages::escaped(word)
            ));
        }
        column += size + 1;
    }
}

const fn colour(colour: Color) -> &'static str {
    match colour {
        Color::Cyan => "#7fd1d6",
        Color::Green => "#9ccc8c",
        Color::Yellow => "#e7c677",
        Color::Red => "#e0787f",
        Color::Magenta => "#c79bd8",
        Color::LightBlue | Color::Blue => "#82b1ff",
        Color::DarkGray => "#7b8494",
        _ => INK,
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn blocks_of_one_kind_are_one_shape_over_all_their_cells() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 6, 1));
        buffer.set_string(0, 0, "███░░a", Style::new());
        let picture = svg(&buffer);
        assert!(picture.contains("<path d=\"M14.0 14.0h24.0v20.0h-24.0z\" fill"), "{picture}");
        assert!(picture.contains("v18.0h-7.2zM") && picture.contains("opacity=\"0.2\""), "{picture}");
        assert_eq!(picture.matches("<text").count(), 1, "{picture}");
    }

    #[test]
    fn a_picture_has_every_text_of_its_screen_and_escapes_it() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 2));
        buffer.set_string(0, 0, "해외진출 <b>&", Style::new().fg(Color::Green));
        let picture = svg(&buffer);
        assert!(picture.contains(">해외진출</text>") && picture.contains("&lt;b&gt;&amp;"), "{picture}");
        assert!(picture.contains("textLength=\"64\"") && !picture.contains("<b>"), "{picture}");
    }
}
