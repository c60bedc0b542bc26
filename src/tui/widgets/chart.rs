//! Charts of characters: bars and columns. Blocks are of ambiguous width: where the terminal draws them in two cells, ASCII
//! stands for them.

use super::ambiguous::{self, Ambiguous};

fn narrow() -> bool {
    ambiguous::get() == Ambiguous::One
}

/// A bar of `width` cells that is full to `part`, from 0 to 1; `|` at `mark`.
pub fn bar(part: f64, width: usize, mark: Option<f64>) -> String {
    let full = cells_of(part, width);
    let mark = mark.map(|mark| cells_of(mark, width).min(width.saturating_sub(1)));
    let (on, off) = if narrow() { ('█', '░') } else { ('#', '.') };
    let cell = |at: usize| match at {
        at if Some(at) == mark => '|',
        at if at < full => on,
        _ => off,
    };
    (0..width).map(cell).collect()
}

/// Columns of `height` rows, the top row first: one for each value, the highest of which fills its column. Each value is
/// a stack of parts from the bottom up; `shades` tells how each of them is drawn.
pub fn stacks(values: &[Vec<i64>], height: usize, shades: &[char]) -> Vec<String> {
    let most = values.iter().map(|parts| parts.iter().sum::<i64>()).max().unwrap_or(0).max(1);
    let rows = i64::try_from(height).unwrap_or(1);
    let row = |from_top: i64| -> String {
        let level = rows - 1 - from_top;
        values
            .iter()
            .map(|parts| {
                let mut below = 0;
                for (index, part) in parts.iter().enumerate() {
                    below += part;
                    // A row shows what reaches its middle, the lowest one whatever is there.
                    let reaches = if level == 0 { below > 0 } else { 2 * below * rows > (2 * level + 1) * most };
                    if reaches {
                        return shades.get(index).copied().unwrap_or('#');
                    }
                }
                ' '
            })
            .collect()
    };
    (0..rows).map(row).collect()
}

const EIGHTHS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// Columns of eighths of a cell.
pub fn columns(values: &[i64], height: usize) -> Vec<String> {
    if !narrow() {
        let stacked: Vec<Vec<i64>> = values.iter().map(|value| vec![*value]).collect();
        return stacks(&stacked, height, &['#']);
    }
    let most = values.iter().copied().max().unwrap_or(0).max(1);
    let rows = i64::try_from(height).unwrap_or(1);
    let cell = |value: i64, level: i64| {
        // Whatever is there is seen.
        let eighths = (value * rows * 8 / most).max(i64::from(value > 0));
        let here = (eighths - level * 8).clamp(0, 8);
        usize::try_from(here).ok().and_then(|at| EIGHTHS.get(at)).copied().unwrap_or(' ')
    };
    (0..rows).rev().map(|level| values.iter().map(|value| cell((*value).max(0), level)).collect()).collect()
}

/// What shades a stack from the bottom up, the best known first.
pub fn shades() -> [char; 3] {
    if narrow() { ['█', '▒', '░'] } else { ['#', '+', '-'] }
}

/// A cell of a heat map: 0 to 4.
pub fn heat(level: usize) -> char {
    let cells = if narrow() { ['.', '░', '▒', '▓', '█'] } else { ['.', '-', '+', '*', '#'] };
    cells.get(level).copied().unwrap_or('.')
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a few cells")]
fn cells_of(part: f64, width: usize) -> usize {
    (part.clamp(0.0, 1.0) * width as f64).round() as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_wide_as_asked_and_shows_its_mark() {
        assert_eq!(bar(0.5, 10, Some(0.9)), "█████░░░░|");
        assert_eq!(bar(2.0, 3, None), "███");
    }

    #[test]
    fn columns_fill_the_highest_and_show_the_least() {
        assert_eq!(columns(&[0, 1, 50, 100], 2), ["   █", " ▁██"]);
        assert_eq!(columns(&[], 2), ["", ""]);
    }

    #[test]
    fn stacks_are_drawn_from_the_bottom_up() {
        assert_eq!(stacks(&[vec![1, 1], vec![2, 2], vec![0, 0]], 4, &['#', '+']), [" + ", " + ", "+# ", "## "]);
    }

    #[test]
    fn pitfall_13_wide_terminals_get_ascii() {
        ambiguous::set(Ambiguous::Two);
        assert_eq!(bar(0.5, 4, None), "##..");
        assert!(columns(&[3, 5], 3).concat().is_ascii());
        ambiguous::set(Ambiguous::One);
    }
}
