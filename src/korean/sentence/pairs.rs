//! Which quotation marks and brackets of a line belong together.

/// Further apart than this, in characters, two marks do not belong together: one of them is a slip.
const REACH: usize = 400;

/// The mark that closes `open`; `None` where it opens nothing, or where opening and closing look alike.
pub(super) const fn closer(open: char) -> Option<char> {
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
        '【' => '】',
        '〔' => '〕',
        '（' => '）',
        '［' => '］',
        '＜' => '＞',
        '｢' => '｣',
        _ => return None,
    })
}

pub(super) const fn is_closer(c: char) -> bool {
    matches!(
        c,
        '”' | '’' | '"' | '\'' | ')' | ']' | '>' | '」' | '』' | '》' | '〉' | '】' | '〕' | '）' | '］' | '＞' | '｣'
    )
}

/// Marks around speech, as against brackets.
pub(super) const fn is_quote(open: char) -> bool {
    matches!(open, '“' | '‘' | '"' | '\'' | '「' | '『' | '｢')
}

const fn is_straight(c: char) -> bool {
    matches!(c, '"' | '\'')
}

/// For each character, given with its byte offset, the character offset of the mark that closes it. Pairs lie in one
/// another or apart. A mark without its partner opens nothing, so an unclosed quotation cannot swallow the line.
pub(super) fn partners(chars: &[(usize, char)]) -> Vec<Option<usize>> {
    let mut partners = vec![None; chars.len()];
    // Opening marks that may still be closed, with their closing marks. The front is dropped when it is out of reach,
    // so that a search in it is short even in a line of opening marks only.
    let mut open = std::collections::VecDeque::<(usize, char)>::new();
    for (at, &(_, c)) in chars.iter().enumerate() {
        while open.front().is_some_and(|&(from, _)| at - from > REACH) {
            open.pop_front();
        }
        let around = Around {
            before: at.checked_sub(1).and_then(|i| chars.get(i)).map(|&(_, c)| c),
            after: chars.get(at + 1).map(|&(_, c)| c),
        };
        if let Some(close) = closer(c) {
            if opens(c, around) {
                open.push_back((at, close));
            }
        } else if is_closer(c) && closes(c, around) {
            match open.iter().rposition(|&(_, close)| close == c) {
                Some(found) => {
                    let from = open.get(found).map_or(at, |&(from, _)| from);
                    // What was opened inside and not closed there is forgotten.
                    open.truncate(found);
                    if let Some(partner) = partners.get_mut(from) {
                        *partner = Some(at);
                    }
                }
                None if is_straight(c) && opens(c, around) => open.push_back((at, c)),
                None => {}
            }
        } else if is_straight(c) && opens(c, around) {
            open.push_back((at, c));
        }
    }
    partners
}

#[derive(Clone, Copy)]
struct Around {
    before: Option<char>,
    after: Option<char>,
}

impl Around {
    fn behind_space(self) -> bool {
        self.before.is_none_or(char::is_whitespace)
    }

    fn before_year(self) -> bool {
        self.behind_space() && self.after.is_some_and(|c| c.is_ascii_digit())
    }

    fn ends(self) -> bool {
        self.after.is_none_or(char::is_whitespace)
    }

    fn in_latin_word(self) -> bool {
        self.before.is_some_and(|c| c.is_ascii_alphanumeric()) && self.after.is_some_and(|c| c.is_ascii_alphanumeric())
    }
}

fn opens(c: char, around: Around) -> bool {
    match c {
        // A sign of comparison: 3 < 5.
        '<' => !around.ends() && around.after != Some('='),
        // Inches, minutes, and marks left over from a pair across lines.
        '"' => !around.ends(),
        '\'' => !around.ends() && !around.in_latin_word(),
        _ => true,
    }
}

fn closes(c: char, around: Around) -> bool {
    match c {
        // An apostrophe stands in a word (Moody’s) or before a year (’11년).
        '’' => !around.in_latin_word() && !around.before_year(),
        // Behind white space and before a letter it opens anew: the one before was never closed.
        '"' => around.ends() || !around.behind_space(),
        '\'' => (around.ends() || !around.behind_space()) && !around.in_latin_word(),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The depth at each character, both marks of a pair inside.
    #[track_caller]
    fn case(text: &str, depths: &str) {
        let chars: Vec<_> = text.char_indices().collect();
        let partners = partners(&chars);
        let depth =
            |at: usize| partners.iter().enumerate().filter(|&(i, p)| p.is_some_and(|p| i <= at && at <= p)).count();
        let found: String = (0..chars.len()).map(|at| depth(at).to_string()).collect();
        assert_eq!(found, depths, "{text}");
    }

    #[test]
    fn pairs_are_found_in_one_another() {
        case("가“나”다", "01110");
        case("“가‘나’”", "112221");
        case("\"가\" 나", "11100");
        case("(가)(나)", "111111");
        case("가 '나' 다", "0011100");
    }

    #[test]
    fn a_mark_without_its_partner_opens_nothing() {
        case("“가나", "000");
        case("가’ 나”", "00000");
        case("“가 “나” 다", "00011100");
        case("\"가 \"나\" 다", "00011100");
        case("1) 가 (나)", "00000111");
        case("(“가)", "1111");
    }

    #[test]
    fn apostrophes_inches_and_comparisons_are_no_quotations() {
        case("it's 'a'", "00000111");
        case("‘M’s 가’", "1111111");
        case("‘가 ’11년 나’", "1111111111");
        case("24\" 가 24\" 나", "00000000000");
        case("3 < 5 > 4", "000000000");
    }

    #[test]
    fn marks_too_far_apart_are_strangers() {
        let near = format!("“{}”", "가".repeat(REACH - 1));
        let far = format!("“{}”", "가".repeat(REACH));
        let pair = |text: &str| partners(&text.char_indices().collect::<Vec<_>>()).first().copied().flatten();
        assert_eq!((pair(&near), pair(&far)), (Some(REACH), None));
    }
}
