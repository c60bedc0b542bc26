//! Particles with two forms, for messages that name a word the program does not know beforehand.

use super::{agrees, is_josa};
use crate::korean::jamo;

/// A particle with one form after a consonant and one after a vowel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alternation {
    pub after_consonant: &'static str,
    pub after_vowel: &'static str,
    /// As written where the noun is unknown: 을(를), (으)로.
    pub both: &'static str,
}

impl Alternation {
    pub const SUBJECT: Self = Self::new("이", "가", "이(가)");
    pub const OBJECT: Self = Self::new("을", "를", "을(를)");
    pub const TOPIC: Self = Self::new("은", "는", "은(는)");
    pub const WITH: Self = Self::new("과", "와", "과(와)");
    pub const TOWARD: Self = Self::new("으로", "로", "(으)로");
    pub const AS: Self = Self::new("으로서", "로서", "(으)로서");
    pub const BY: Self = Self::new("으로써", "로써", "(으)로써");
    pub const OR: Self = Self::new("이나", "나", "(이)나");
    pub const NAMED: Self = Self::new("이라는", "라는", "(이)라는");
    pub const QUOTED: Self = Self::new("이라고", "라고", "(이)라고");
    pub const SAYING: Self = Self::new("이라며", "라며", "(이)라며");
    pub const MEANING: Self = Self::new("이란", "란", "(이)란");
    pub const EVEN: Self = Self::new("이라도", "라도", "(이)라도");
    pub const AND: Self = Self::new("이랑", "랑", "(이)랑");
    pub const BEING: Self = Self::new("이며", "며", "(이)며");
    pub const IS: Self = Self::new("이다", "다", "(이)다");
    pub const WAS: Self = Self::new("이었다", "였다", "이었다(였다)");
    pub const BUT: Self = Self::new("이지만", "지만", "(이)지만");
    pub const ALSO: Self = Self::new("이자", "자", "(이)자");

    const ALL: [Self; 19] = [
        Self::SUBJECT,
        Self::OBJECT,
        Self::TOPIC,
        Self::WITH,
        Self::TOWARD,
        Self::AS,
        Self::BY,
        Self::OR,
        Self::NAMED,
        Self::QUOTED,
        Self::SAYING,
        Self::MEANING,
        Self::EVEN,
        Self::AND,
        Self::BEING,
        Self::IS,
        Self::WAS,
        Self::BUT,
        Self::ALSO,
    ];

    const fn new(after_consonant: &'static str, after_vowel: &'static str, both: &'static str) -> Self {
        Self { after_consonant, after_vowel, both }
    }

    /// The alternation that `josa` is a form of; `None` for particles with one form, like 에서.
    #[must_use]
    pub fn of(josa: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pair| [pair.after_consonant, pair.after_vowel, pair.both].contains(&josa))
    }
}

/// Both forms as one writes them where the noun is unknown: 을(를) for 을 and for 를; `None` for particles with one
/// form.
#[must_use]
pub fn both_forms(josa: &str) -> Option<&'static str> {
    Alternation::of(josa).map(|pair| pair.both)
}

/// The form that `stem` asks for: 를 for 투자, 로 for 진출. Where its sound is unknown, both: 을(를) for Apple.
#[must_use]
pub fn pick(pair: Alternation, stem: &str) -> &'static str {
    match (agrees(stem, pair.after_consonant), agrees(stem, pair.after_vowel)) {
        (true, false) => pair.after_consonant,
        (false, true) => pair.after_vowel,
        _ => pair.both,
    }
}

/// What stands behind a noun that is hidden, with a particle at its front in both forms: 을 서두르고 gives 을(를)
/// 서두르고, so that the particle does not tell whether the noun ends in a consonant. `None` where the text begins with
/// no particle of two forms.
#[must_use]
pub fn conceal(after: &str) -> Option<String> {
    let end = after.find(|c: char| !jamo::is_syllable(c)).unwrap_or(after.len());
    let (run, rest) = (after.get(..end)?, after.get(end..)?);
    let pairs = Alternation::ALL.into_iter().flat_map(|pair| [(pair.after_consonant, pair), (pair.after_vowel, pair)]);
    let fitting = pairs.filter(|(form, _)| {
        run.strip_prefix(form).is_some_and(|stacked| stacked.is_empty() || is_josa(stacked) && is_josa(run))
    });
    let (form, pair) = fitting.max_by_key(|(form, _)| form.len())?;
    Some(format!("{}{}{rest}", pair.both, run.strip_prefix(form)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_named_from_either() {
        for (josa, both) in [
            ("을", Some("을(를)")),
            ("를", Some("을(를)")),
            ("가", Some("이(가)")),
            ("는", Some("은(는)")),
            ("와", Some("과(와)")),
            ("로", Some("(으)로")),
            ("으로", Some("(으)로")),
            ("에서", None),
            ("", None),
        ] {
            assert_eq!(both_forms(josa), both, "{josa}");
        }
    }

    #[test]
    fn the_stem_picks_its_form() {
        assert_eq!(pick(Alternation::OBJECT, "해외진출"), "을");
        assert_eq!(pick(Alternation::OBJECT, "투자"), "를");
        assert_eq!(pick(Alternation::TOWARD, "진출"), "로");
        assert_eq!(pick(Alternation::TOWARD, "시장"), "으로");
        assert_eq!(pick(Alternation::SUBJECT, "LTE"), "가");
        assert_eq!(pick(Alternation::TOPIC, "Apple"), "은(는)");
        assert_eq!(pick(Alternation::TOPIC, ""), "은(는)");
    }

    #[test]
    fn a_particle_behind_a_hidden_noun_shows_both_forms() {
        for (after, shown) in [
            ("을 서두른다", Some("을(를) 서두른다")),
            ("가 늘었다", Some("이(가) 늘었다")),
            ("로의 길", Some("(으)로의 길")),
            ("으로는 부족하다", Some("(으)로는 부족하다")),
            ("이라는 말", Some("(이)라는 말")),
            ("와", Some("과(와)")),
            ("에서 본다", None),
            ("가격이 올랐다", None),
            (" 은", None),
            ("", None),
        ] {
            assert_eq!(conceal(after).as_deref(), shown, "{after}");
        }
    }

    #[test]
    fn every_form_is_a_particle() {
        for pair in Alternation::ALL {
            assert!(super::super::is_josa(pair.after_consonant) && super::super::is_josa(pair.after_vowel));
            assert_eq!(Alternation::of(pair.both), Some(pair));
        }
    }
}
