//! Particles: which there are, how they stack, and which form a noun asks for.

mod alternation;
mod table;

use self::table::{Kind, PARTICLES, Particle, Sound};
use super::jamo::{self, Syllable};

pub use self::alternation::{Alternation, both_forms, conceal, pick};

/// The longest stack looked at, in characters (에게서까지만이라도 has nine). A limit keeps hostile text from being
/// searched for ever.
const LONGEST: usize = 12;
/// The tail index of ㄴ.
const NIEUN: u8 = 4;

/// Whether the whole of `text` is a particle or a stack of particles, whatever the noun before it.
#[must_use]
pub fn is_josa(text: &str) -> bool {
    any_reading(text, |josa| stacks(josa, &|_| true))
}

/// Whether `josa`, a particle or a stack, may follow `stem`: 을 after a consonant, 로 after a vowel or ㄹ. Where the
/// sound of the stem is unknown (`Apple`, a closing quotation mark) both forms may.
#[must_use]
pub fn agrees(stem: &str, josa: &str) -> bool {
    any_reading(josa, |josa| stacks(josa, &|first| sounds(stem, first.after)))
}

/// `word` itself, then what stands before a particle at its end, the longest stem first. The stems are guesses from
/// the spelling alone: 투자가 gives 투자 too.
#[must_use]
pub fn strip_josa(word: &str) -> Vec<&str> {
    let mut stems = vec![word];
    for (at, _) in word.char_indices().rev().take(LONGEST) {
        if let (Some(stem), Some(josa)) = (word.get(..at), word.get(at..))
            && !stem.is_empty()
            && agrees(stem, josa)
        {
            stems.push(stem);
        }
    }
    stems
}

/// Asks for the text as it stands and with a contracted 는 undone: 에선 is 에서는, 론 is 로는.
fn any_reading(text: &str, is_stack: impl Fn(&str) -> bool) -> bool {
    text.chars().nth(LONGEST).is_none() && (is_stack(text) || expanded(text).is_some_and(|text| is_stack(&text)))
}

fn expanded(text: &str) -> Option<String> {
    let mut chars = text.chars();
    let last = jamo::decompose(chars.next_back()?).filter(|syllable| syllable.tail == NIEUN)?;
    let open = Syllable { tail: 0, ..last }.compose();
    Some(chars.chain([open, '는']).collect())
}

/// Whether `text` is a particle that `fits`, alone or with others stacked on it.
fn stacks(text: &str, fits: &dyn Fn(&Particle) -> bool) -> bool {
    PARTICLES.iter().filter(|particle| fits(particle)).any(|particle| {
        text.strip_prefix(particle.form)
            .is_some_and(|rest| rest.is_empty() || stacks(rest, &|next| may_stack(particle, next)))
    })
}

fn may_stack(before: &Particle, next: &Particle) -> bool {
    let genitive = next.form == "의" && matches!(before.kind, Kind::Place | Kind::Companion);
    (genitive || next.kind.follows(before.kind)) && sounds(before.form, next.after) && before.form != next.form
}

fn sounds(stem: &str, after: Sound) -> bool {
    let Some(closed) = jamo::ends_in_consonant(stem) else { return true };
    let rieul = jamo::ends_in_rieul(stem);
    match after {
        Sound::Any => true,
        Sound::Consonant => closed,
        Sound::Vowel => !closed,
        // No noun ends in 으: it belongs to 으로.
        Sound::VowelOrRieul => (!closed || rieul) && !stem.ends_with('으'),
        Sound::NotRieul => closed && !rieul,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn particles_are_known() {
        let singles = "이 가 을 를 은 는 의 에 에서 에게 께 께서 로 으로 와 과 도 만 부터 까지 보다 처럼 마다 조차 마저 \
                       밖에 이나 나 이라 라 이라고 라고 이라는 라는 이란 란 로서 으로서 로써 으로써 대로 만큼 뿐 이며 며 \
                       이자 이고 하고 이랑 랑 인 이다 라도 야말로";
        for josa in singles.split_whitespace() {
            assert!(is_josa(josa), "{josa}");
        }
    }

    #[test]
    fn stacks_of_particles_are_known() {
        let stacks = "에는 에도 에서는 에서도 와의 과의 만으로는 로의 으로의 께서는 에서의 까지도 보다는 로부터 으로부터의 \
                      에서부터 에서까지 만이라도 까지만 만을 뿐만 뿐이다 밖에는 에서와 로서의 에게로 부터가 까지가 만에 \
                      라고는 라고도 이라고까지 에서처럼 대로만 마다의 에선 에겐 엔 까진 부턴 보단 론 으론 로선 이라곤 에서다";
        for josa in stacks.split_whitespace() {
            assert!(is_josa(josa), "{josa}");
        }
    }

    #[test]
    fn what_no_noun_takes_is_no_particle() {
        for other in [
            "",
            " ",
            "시장",
            "을시장",
            "하다",
            "은을",
            "가는",
            "나는",
            "이는",
            "에서은",
            "만를",
            "를도",
            "간",
            "난",
            "의는",
            "를 ",
        ] {
            assert!(!is_josa(other), "{other}");
        }
    }

    #[test]
    fn the_final_sound_decides() {
        for (stem, yes, no) in [
            (
                "진출",
                "을 이 은 과 로 로써 이나 이라고 이며 로는 이란 에선",
                "를 가 는 와 으로 으로써 나 라고 며 으로는 란",
            ),
            ("투자", "를 가 는 와 로 로서 나 라고 며 론", "을 이 은 과 으로 으로서 이나 이라고 이며 으론"),
            ("시장", "을 으로 으로만 이라는 은커녕 뿐만", "를 로 로만 라는 는커녕"),
            ("M&A", "를 가 로", "을 이 으로"),
            ("10", "으로 은", "로 는"),
            ("8", "로 은", "으로 는"),
            ("iPhone", "을 를 은 는 로 으로", "하다"),
            ("'상생'", "이라는 라는", ""),
        ] {
            assert!(yes.split_whitespace().all(|josa| agrees(stem, josa)), "{stem}: {yes}");
            assert!(!no.split_whitespace().any(|josa| agrees(stem, josa)), "{stem}: {no}");
        }
        assert!(!agrees("진출", ""));
    }

    #[test]
    fn stems_come_longest_first_behind_the_word_itself() {
        assert_eq!(strip_josa("해외진출을"), ["해외진출을", "해외진출"]);
        assert_eq!(strip_josa("해외진출를"), ["해외진출를"]);
        assert_eq!(strip_josa("시장에서는"), ["시장에서는", "시장에서", "시장"]);
        assert_eq!(strip_josa("자회사로"), ["자회사로", "자회사"]);
        assert_eq!(strip_josa("솔루션만으로는"), ["솔루션만으로는", "솔루션만으로", "솔루션만", "솔루션"]);
        assert_eq!(strip_josa("통신업계에선"), ["통신업계에선", "통신업계"]);
        assert_eq!(strip_josa("KT가"), ["KT가", "KT"]);
        assert_eq!(strip_josa("시장"), ["시장"]);
        assert_eq!(strip_josa("을"), ["을"]);
        assert_eq!(strip_josa(""), [""]);
    }

    #[test]
    fn a_long_word_of_particles_is_given_up_early() {
        assert!(!is_josa(&"만".repeat(100_000)));
        assert!(strip_josa(&"까지만".repeat(100_000)).len() <= LONGEST + 1);
    }

    proptest! {
        #[test]
        fn every_stem_is_the_front_of_its_word(word in "[가-힣A-Z0-9]{0,6}(을|를|에서는|으로|로|까지도|만|이라고)?") {
            let stems = strip_josa(&word);
            prop_assert_eq!(stems[0], word.as_str());
            prop_assert!(stems.windows(2).all(|pair| pair[1].len() < pair[0].len()));
            for stem in &stems[1..] {
                prop_assert!(!stem.is_empty() && is_josa(word.strip_prefix(stem).unwrap()));
            }
        }

        #[test]
        fn no_text_panics(stem in "\\PC*", josa in "\\PC*") {
            let _ = (is_josa(&josa), agrees(&stem, &josa), strip_josa(&stem).len());
        }
    }
}
