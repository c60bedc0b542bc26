//! Which quotation marks and brackets of a line belong together.

/// Further apart than this, in characters, two marks do not belong together: one of them is a slip.
const REACH: usize = 400;

/// The mark that closes `open`; `None` where it opens nothing, or where opening and closing look alike.
pub const fn closer(open: char) -> Option<char> {
    Some(match open {
        '“' => '”',
        '‘' => '’',
        '(' => ')',
        '[' => ']',
        '<' => '>',
        '「' => '」',
        '『' => '』',
        '《' => '》',
        '〈' => '〉',
        _ => return None,
    })
}

/// For every character of a line how many pairs are open at it, both marks of a pair counted as inside; one entry
/// more than characters, for the end. A mark without its partner opens nothing.
pub fn depths(chars: &[(usize, char)]) -> Vec<u16> {
    let mut change = vec![0_i32; chars.len() + 2];
    let mut pair = |open: usize, close: usize| {
        if close - open <= REACH {
            change[open] += 1;
            change[close + 1] -= 1;
        }
    };
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut straight: Option<usize> = None;
    let mut single: Option<usize> = None;
    for (at, &(_, c)) in chars.iter().enumerate() {
        if let Some(close) = closer(c) {
            open.push((at, close));
        } else if let Some(found) = open.iter().rposition(|&(_, close)| close == c) {
            // What was opened inside and never closed is forgotten with it.
            let (from, _) = open[found];
            open.truncate(found);
            pair(from, at);
        } else if c == '"' {
            match straight.take() {
                Some(from) => pair(from, at),
                None => straight = Some(at),
            }
        } else if c == '\'' {
            let starts = at == 0
                || chars.get(at - 1).is_some_and(|&(_, b)| b.is_whitespace() || closer(b).is_some() || b == '"');
            match single.take() {
                Some(from) => pair(from, at),
                // An apostrophe stands inside a word: it's.
                None if starts => single = Some(at),
                None => {}
            }
        }
        // A line of opening marks only must not make every search long.
        if open.first().is_some_and(|&(from, _)| at - from > REACH) {
            open.remove(0);
        }
    }
    let mut depth = 0;
    change
        .iter()
        .take(chars.len() + 1)
        .map(|change| {
            depth += change;
            u16::try_from(depth).unwrap_or(0)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inside(text: &str) -> String {
        let chars: Vec<_> = text.char_indices().collect();
        depths(&chars).iter().take(chars.len()).map(|d| char::from_digit(u32::from(*d), 10).unwrap()).collect()
    }

    #[test]
    fn pairs_are_inside_with_their_marks() {
        assert_eq!(inside("가“나”다"), "01110");
        assert_eq!(inside("“가‘나’”"), "112221");
        assert_eq!(inside("\"가\" 나"), "11100");
    }

    #[test]
    fn a_mark_without_its_partner_opens_nothing() {
        assert_eq!(inside("“가나"), "000");
        assert_eq!(inside("가’ 나"), "0000");
        assert_eq!(inside("it's"), "0000");
    }
}
