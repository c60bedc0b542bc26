//! What hints cost.

use crate::cloze::Hint;
use crate::deck::Grade;

/// The best grade that may be proposed after a hint. Its length is little; with its consonants, a part or a meaning the
/// word was found, not recalled. It was found all the same: no hint makes a lapse of it.
const fn price(hint: &Hint) -> Grade {
    match hint {
        Hint::Length(_) => Grade::Good,
        Hint::Chosung(_) | Hint::Hanja(_) | Hint::Part(_) | Hint::Gloss(_) | Hint::First(_) => Grade::Hard,
    }
}

/// The best grade that may be proposed after these hints.
pub fn cap(taken: &[Hint]) -> Grade {
    taken.iter().map(price).min().unwrap_or(Grade::Easy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_hint_caps_the_grade_and_the_dearest_counts() {
        assert_eq!(cap(&[]), Grade::Easy);
        assert_eq!(cap(&[Hint::Length(4)]), Grade::Good);
        assert_eq!(cap(&[Hint::Length(4), Hint::Gloss("x".into())]), Grade::Hard);
    }
}
