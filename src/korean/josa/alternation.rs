//! Particles with two forms, for messages that name a word the program does not know beforehand.

use super::agrees;

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

    const ALL: [Self; 14] = [
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
    fn every_form_is_a_particle() {
        for pair in Alternation::ALL {
            assert!(super::super::is_josa(pair.after_consonant) && super::super::is_josa(pair.after_vowel));
            assert_eq!(Alternation::of(pair.both), Some(pair));
        }
    }
}
