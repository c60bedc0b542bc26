//! A box over what is on the screen.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::ambiguous::{self, Ambiguous};
use super::text::{cells, clip};

/// Draws an empty box of at most `width` × `height` cells in the middle of `screen` and gives its inside.
pub fn draw(frame: &mut Frame, screen: Rect, (width, height): (u16, u16), title: &str, style: Style) -> Rect {
    let wide = ambiguous::get() == Ambiguous::Two;
    // Where the terminal moves what follows an ambiguous character, a box must have its rows for itself.
    let width = if wide { screen.width } else { width.min(screen.width) };
    let height = height.min(screen.height);
    let area =
        Rect { x: screen.x + (screen.width - width) / 2, y: screen.y + (screen.height - height) / 2, width, height };
    let buffer = frame.buffer_mut();
    clear(area, buffer);
    // The lines of boxes are ambiguous themselves.
    let [line, side, corners] = if wide { ["-", "|", "++++"] } else { ["─", "│", "┌┐└┘"] };
    let (Some(last), Some(bottom)) = (area.right().checked_sub(1), area.bottom().checked_sub(1)) else { return area };
    for x in area.left()..area.right() {
        buffer.set_string(x, area.y, line, style);
        buffer.set_string(x, bottom, line, style);
    }
    for y in area.top()..area.bottom() {
        buffer.set_string(area.x, y, side, style);
        buffer.set_string(last, y, side, style);
    }
    let places = [(area.x, area.y), (last, area.y), (area.x, bottom), (last, bottom)];
    for ((x, y), corner) in places.into_iter().zip(corners.chars()) {
        buffer.set_string(x, y, corner.to_string(), style);
    }
    let title = clip(title, usize::from(width.saturating_sub(6)));
    if cells(&title) > 0 {
        buffer.set_string(area.x + 2, area.y, format!(" {title} "), style);
    }
    let margin = 2.min(width / 2);
    Rect { x: area.x + margin, y: area.y + 1, width: width - 2 * margin, height: height.saturating_sub(2) }
}

/// Empties `area`. A wide character of which one half lies outside goes as a whole: its other half would eat the border.
pub fn clear(area: Rect, buffer: &mut Buffer) {
    let area = area.intersection(buffer.area);
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            let is_last = x + 1 == area.right();
            let reaches_out = is_last && buffer.cell((x, y)).is_some_and(|cell| cells(cell.symbol()) > 1);
            if reaches_out && let Some(cell) = buffer.cell_mut((x + 1, y)) {
                cell.reset();
            }
            if let Some(cell) = buffer.cell_mut((x, y)) {
                cell.reset();
            }
        }
        let left = area.left().checked_sub(1).filter(|x| *x >= buffer.area.left());
        if let Some(cell) = left.and_then(|x| buffer.cell_mut((x, y)))
            && cells(cell.symbol()) > 1
        {
            cell.set_symbol(" ");
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;
    use ratatui::text::Line;
    use ratatui::widgets::Paragraph;

    use super::*;

    /// Rows without the cells that wide characters cover.
    fn rows(buffer: &Buffer) -> Vec<String> {
        let row = |y| {
            let mut text = String::new();
            let mut x = 0;
            while x < buffer.area.width {
                let symbol = buffer[(x, y)].symbol();
                text.push_str(symbol);
                x += u16::try_from(cells(symbol).max(1)).unwrap();
            }
            text
        };
        (0..buffer.area.height).map(row).collect()
    }

    fn over_hangul(screen: (u16, u16), size: (u16, u16)) -> Vec<String> {
        let mut terminal = Terminal::new(TestBackend::new(screen.0, screen.1)).unwrap();
        let drawn = terminal
            .draw(|frame| {
                let hangul = vec![Line::raw("가나다라마바사아자차"); screen.1.into()];
                frame.render_widget(Paragraph::new(hangul), frame.area());
                let inside = draw(frame, frame.area(), size, "말", Style::new());
                frame.render_widget(Line::raw("해외"), inside);
            })
            .unwrap();
        rows(drawn.buffer)
    }

    #[test]
    fn pitfall_11_a_popup_at_an_odd_column_keeps_its_borders_over_hangul() {
        let rows = over_hangul((20, 4), (10, 3));
        assert_eq!(rows[0], "가나 ┌─ 말 ───┐ 자차", "{rows:?}");
        assert_eq!(rows[1], "가나 │ 해외   │ 자차");
        assert_eq!(rows[2], "가나 └────────┘ 자차");
        assert_eq!(rows[3], "가나다라마바사아자차");
    }

    #[test]
    fn pitfall_11_a_popup_at_an_even_column_loses_nothing_beside_it() {
        let rows = over_hangul((20, 3), (12, 3));
        assert_eq!(rows[1], "가나│ 해외     │자차");
    }

    #[test]
    fn a_popup_larger_than_the_screen_is_cut_to_it() {
        for (width, height) in [(0, 0), (1, 1), (3, 2), (200, 100)] {
            over_hangul((20, 4), (width, height));
        }
        ambiguous::set(Ambiguous::Two);
        assert_eq!(over_hangul((20, 3), (10, 3))[0], "+- 말 -------------+");
    }
}
