//! Characters that some terminals draw in one cell and others in two: “ ” … · △ ▲ — and the lines of boxes. Unicode
//! calls their width ambiguous (UAX #11); which it is, is a property of the terminal, like its size.

use std::cell::Cell;
use std::num::NonZero;

use ratatui::buffer::{Buffer, Cell as BufferCell, CellDiffOption};
use unicode_width::UnicodeWidthStr;

/// Cells of an ambiguous character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ambiguous {
    #[default]
    One,
    Two,
}

thread_local! {
    // Every measure of every screen depends on it, and it does not change while the terminal is open.
    static AMBIGUOUS: Cell<Ambiguous> = const { Cell::new(Ambiguous::One) };
}

/// Says what the terminal of this thread does; to be called when it is opened.
pub fn set(ambiguous: Ambiguous) {
    AMBIGUOUS.set(ambiguous);
}

pub fn get() -> Ambiguous {
    AMBIGUOUS.get()
}

/// Cells that a text takes up on this thread's terminal.
pub fn cells(text: &str) -> usize {
    match get() {
        Ambiguous::One => text.width(),
        Ambiguous::Two => text.width_cjk(),
    }
}

/// ratatui takes ambiguous characters for narrow. Where the terminal draws them in two cells, what follows in a row moves
/// to the right, as it will on the terminal, and what no longer fits is left out.
pub fn widen(buffer: &mut Buffer) {
    if get() == Ambiguous::One {
        return;
    }
    let area = buffer.area;
    for y in area.top()..area.bottom() {
        let row: Vec<BufferCell> = (area.left()..area.right()).filter_map(|x| buffer.cell((x, y)).cloned()).collect();
        if row.iter().all(|cell| width(cell).1 == width(cell).0) {
            continue;
        }
        let mut wide = Vec::with_capacity(row.len());
        let mut cells = row.iter();
        while let Some(cell) = cells.next() {
            let (narrow, real) = width(cell);
            if wide.len() + usize::from(real) > row.len() {
                break;
            }
            let mut cell = cell.clone();
            if narrow < real
                && let Some(real) = NonZero::new(real)
            {
                cell.set_diff_option(CellDiffOption::ForcedWidth(real));
            }
            let mut behind = cell.clone();
            behind.set_symbol(" ").set_diff_option(CellDiffOption::None);
            wide.push(cell);
            wide.extend((1..real).map(|_| behind.clone()));
            // The cells behind a character that is wide for ratatui too are in the row already.
            cells.by_ref().take(usize::from(narrow.saturating_sub(1))).for_each(drop);
        }
        wide.resize(row.len(), BufferCell::default());
        for (x, cell) in (area.left()..area.right()).zip(wide) {
            buffer[(x, y)] = cell;
        }
    }
}

/// Cells of a symbol for ratatui, and on this terminal; at least one.
fn width(cell: &BufferCell) -> (u16, u16) {
    let at_least_one = |width: usize| u16::try_from(width).unwrap_or(1).max(1);
    (at_least_one(cell.symbol().width()), at_least_one(cells(cell.symbol())))
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    /// The row as a terminal with wide ambiguous characters shows it: each symbol is drawn where the buffer has it.
    fn drawn(before: &Buffer, after: &Buffer, width: u16) -> String {
        let mut screen = vec![String::from(" "); width.into()];
        for (x, _, cell) in before.diff(after) {
            let x = usize::from(x);
            screen[x] = cell.symbol().to_owned();
            for behind in 1..cells(cell.symbol()) {
                screen[x + behind] = String::new();
            }
        }
        screen.concat()
    }

    #[test]
    fn pitfall_13_ambiguous_characters_are_one_cell_or_two_as_the_setting_says() {
        assert_eq!(["“", "…", "·", "▲", "—", "㈜", "％", "가", "a"].map(cells), [1, 1, 1, 1, 1, 2, 2, 2, 1]);
        set(Ambiguous::Two);
        assert_eq!(["“", "…", "·", "▲", "—", "㈜", "％", "가", "a"].map(cells), [2, 2, 2, 2, 2, 2, 2, 2, 1]);
    }

    #[test]
    fn pitfall_13_a_row_is_moved_where_its_terminal_will_draw_it() {
        let area = Rect::new(0, 0, 16, 1);
        let row = |text: &str| {
            let mut buffer = Buffer::empty(area);
            buffer.set_string(0, 0, text, Style::new());
            buffer
        };
        let mut narrow = row("“가”·나 ab");
        widen(&mut narrow);
        assert_eq!(narrow, row("“가”·나 ab"), "nothing to do where they are narrow");
        set(Ambiguous::Two);
        let mut wide = row("“가”·나 ab");
        widen(&mut wide);
        assert_eq!(drawn(&Buffer::empty(area), &wide, 16), "“가”·나 ab   ");
        assert_eq!(wide[(2, 0)].symbol(), "가");
        assert_eq!((wide[(11, 0)].symbol(), wide[(12, 0)].symbol()), ("a", "b"));
        let mut rule = row("────────────────");
        widen(&mut rule);
        assert_eq!(drawn(&Buffer::empty(area), &rule, 16), "────────");
        // The terminal empties the other half of what is drawn over, as it does for Hangul.
        let next = row("ab");
        assert_eq!(
            wide.diff(&next).iter().take(2).map(|(x, _, cell)| (*x, cell.symbol())).collect::<Vec<_>>(),
            [(0, "a"), (1, "b")]
        );
    }
}
