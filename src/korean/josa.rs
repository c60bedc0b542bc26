//! Particles: which there are, which noun they may follow, and how they stack.

use super::jamo;

/// What must stand before a particle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum After {
    Consonant,
    Vowel,
    /// A vowel or ㄹ: 로.
    VowelOrRieul,
    /// A consonant other than ㄹ: 으로.
    OtherConsonant,
    Any,
}

use After::{Any, Consonant, OtherConsonant, Vowel, VowelOrRieul};

/// Particles that may stand right behind a noun.
const FIRST: &[(&str, After)] = &[
    ("이", Consonant),
    ("가", Vowel),
    ("을", Consonant),
    ("를", Vowel),
    ("은", Consonant),
    ("는", Vowel),
    ("과", Consonant),
    ("와", Vowel),
    ("으로", OtherConsonant),
    ("로", VowelOrRieul),
    ("으로서", OtherConsonant),
    ("로서", VowelOrRieul),
    ("으로써", OtherConsonant),
    ("로써", VowelOrRieul),
    ("이나", Consonant),
    ("나", Vowel),
    ("이라", Consonant),
    ("라", Vowel),
    ("이라고", Consonant),
    ("라고", Vowel),
    ("이라는", Consonant),
    ("라는", Vowel),
    ("이란", Consonant),
    ("란", Vowel),
    ("이며", Consonant),
    ("며", Vowel),
    ("이자", Consonant),
    ("자", Vowel),
    ("이고", Consonant),
    ("고", Vowel),
    ("이든", Consonant),
    ("든", Vowel),
    ("이랑", Consonant),
    ("랑", Vowel),
    ("이야", Consonant),
    ("야", Vowel),
    ("의", Any),
    ("에", Any),
    ("에서", Any),
    ("에게", Any),
    ("에게서", Any),
    ("께", Any),
    ("께서", Any),
    ("한테", Any),
    ("도", Any),
    ("만", Any),
    ("부터", Any),
    ("까지", Any),
    ("보다", Any),
    ("처럼", Any),
    ("마다", Any),
    ("조차", Any),
    ("마저", Any),
    ("밖에", Any),
    ("하고", Any),
    ("대로", Any),
    ("만큼", Any),
    ("뿐", Any),
    ("같이", Any),
    ("커녕", Any),
    ("이다", Any),
    ("다", Vowel),
    ("인", Any),
    ("였다", Vowel),
    ("이었다", Consonant),
];

/// Particles that may follow another particle.
const NEXT: &[&str] = &[
    "는",
    "은",
    "도",
    "만",
    "의",
    "를",
    "을",
    "이",
    "가",
    "나",
    "부터",
    "까지",
    "조차",
    "마저",
    "서",
    "로",
    "으로",
    "보다",
    "라도",
    "이라도",
    "야",
    "이다",
    "다",
];

/// Whether the whole of `text` is a particle or a stack of particles, whatever the noun before it.
pub fn is_josa(text: &str) -> bool {
    FIRST.iter().any(|(first, _)| text.strip_prefix(first).is_some_and(is_rest))
}

fn is_rest(rest: &str) -> bool {
    rest.is_empty() || NEXT.iter().any(|next| rest.strip_prefix(next).is_some_and(is_rest))
}

/// Whether `josa` may follow `noun`: 을 after a consonant, 로 after a vowel or ㄹ.
pub fn agrees(noun: &str, josa: &str) -> bool {
    FIRST.iter().any(|(first, after)| stands(noun, *after) && josa.strip_prefix(first).is_some_and(is_rest))
}

fn stands(noun: &str, after: After) -> bool {
    let Some(closed) = jamo::ends_in_consonant(noun) else { return after == Any };
    match after {
        Any => true,
        Consonant => closed,
        Vowel => !closed,
        VowelOrRieul => !closed || jamo::ends_in_rieul(noun),
        OtherConsonant => closed && !jamo::ends_in_rieul(noun),
    }
}

/// `word` itself, then what may stand before a particle at its end, the longest stem first.
pub fn strip_josa(word: &str) -> Vec<&str> {
    let mut stems = vec![word];
    for (at, _) in word.char_indices().skip(1).collect::<Vec<_>>().into_iter().rev() {
        if let (Some(stem), Some(josa)) = (word.get(..at), word.get(at..))
            && agrees(stem, josa)
        {
            stems.push(stem);
        }
    }
    stems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn particles_and_their_stacks_are_known() {
        for josa in ["을", "에서는", "으로만", "만으로는", "와의", "에서의", "까지도", "라고", "보다는", "로부터"]
        {
            assert!(is_josa(josa), "{josa}");
        }
        for other in ["", "시장", "을시장", "하다"] {
            assert!(!is_josa(other), "{other}");
        }
    }

    #[test]
    fn the_final_sound_decides() {
        assert!(agrees("진출", "을") && !agrees("진출", "를") && agrees("진출", "로") && !agrees("진출", "으로"));
        assert!(agrees("시장", "으로") && agrees("투자", "로") && agrees("M&A", "를"));
    }

    #[test]
    fn the_longest_stem_comes_first() {
        assert_eq!(strip_josa("해외진출을"), ["해외진출을", "해외진출"]);
        assert_eq!(strip_josa("시장에서는"), ["시장에서는", "시장에서", "시장"]);
        assert_eq!(strip_josa(""), [""]);
    }
}
