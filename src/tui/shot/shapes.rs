//! Block elements and lines as rectangles: drawn as letters, they would leave gaps or overlap in most fonts.

/// Where a shape stands in its cell, in eighths of the cell's width and height, and how dense it is, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shape {
    /// Left, top, width and height.
    pub eighths: [f32; 4],
    pub opacity: f32,
}

/// The shape of a block element or a line (Unicode's charts 2500 and 2580); `None` for everything that is written.
pub fn shape(symbol: &str) -> Option<Shape> {
    let mut chars = symbol.chars();
    let (Some(c), None) = (chars.next(), chars.next()) else { return None };
    let solid = |eighths| Some(Shape { eighths, opacity: 1.0 });
    let shade = |opacity| Some(Shape { eighths: [0.4, 0.4, 7.2, 7.2], opacity });
    let nth =
        |first: char| u32::from(c).checked_sub(u32::from(first)).and_then(|n| u8::try_from(n).ok()).map(f32::from);
    match c {
        '█' => solid([0.0, 0.0, 8.0, 8.0]),
        '▁'..='▇' => nth('▁').and_then(|n| solid([0.0, 7.0 - n, 8.0, 1.0 + n])),
        '▉'..='▏' => nth('▉').and_then(|n| solid([0.0, 0.0, 7.0 - n, 8.0])),
        '░' => shade(0.2),
        '▒' => shade(0.45),
        '▓' => shade(0.7),
        '─' => solid([0.0, 3.8, 8.0, 0.4]),
        '│' => solid([3.6, 0.0, 0.8, 8.0]),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn eighths(symbol: &str) -> [f32; 4] {
        shape(symbol).unwrap().eighths
    }

    #[test]
    fn lower_blocks_grow_from_the_floor_and_left_blocks_from_the_left() {
        assert_eq!((eighths("▁"), eighths("▇")), ([0.0, 7.0, 8.0, 1.0], [0.0, 1.0, 8.0, 7.0]));
        assert_eq!((eighths("▏"), eighths("▉")), ([0.0, 0.0, 1.0, 8.0], [0.0, 0.0, 7.0, 8.0]));
    }

    #[test]
    fn shades_grow_denser_and_letters_have_no_shape() {
        let opacity = |symbol| shape(symbol).unwrap().opacity;
        assert!(opacity("░") < opacity("▒") && opacity("▒") < opacity("▓") && opacity("▓") < opacity("█"));
        for written in ["해", "a", " ", "", "██"] {
            assert_eq!(shape(written), None);
        }
    }
}
