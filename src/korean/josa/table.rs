//! The single particles: what each may follow, and how each stacks on others.

use Kind::{Case, Companion, Copula, Delimiter, Place, Quotative, Topic};
use Sound::{Any, Consonant, NotRieul, Vowel, VowelOrRieul};

/// The sound that must stand before a particle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sound {
    Consonant,
    Vowel,
    /// 로 after 투자 and 진출.
    VowelOrRieul,
    /// 으로 after 시장.
    NotRieul,
    Any,
}

/// Particles that stack alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// 이, 을, 의: nothing follows them.
    Case,
    /// 은, 도, 라도: nothing follows them either, but they stand on more than a case does.
    Topic,
    /// Where, whither, whence, as what: 에, 에서, 로.
    Place,
    /// With or compared to whom: 와, 보다, 처럼.
    Companion,
    /// 만, 까지, 부터.
    Delimiter,
    /// 이라고, 이라며: what is said or named.
    Quotative,
    /// Forms of 이다 that close a noun off.
    Copula,
}

impl Kind {
    /// Whether a particle of this kind may stand behind one of the kind `before`.
    pub(super) fn follows(self, before: Self) -> bool {
        match before {
            Case | Topic | Copula => false,
            Place => matches!(self, Topic | Companion | Delimiter | Copula | Quotative),
            Companion => matches!(self, Topic | Delimiter | Copula | Quotative),
            Delimiter => true,
            Quotative => matches!(self, Topic | Delimiter),
        }
    }
}

pub(super) struct Particle {
    pub form: &'static str,
    pub after: Sound,
    pub kind: Kind,
}

const fn of(form: &'static str, after: Sound, kind: Kind) -> Particle {
    Particle { form, after, kind }
}

/// Contracted forms with 는 (에선, 까진, 론) are not listed: they are undone before the table is asked.
pub(super) const PARTICLES: &[Particle] = &[
    of("이", Consonant, Case),
    of("가", Vowel, Case),
    of("을", Consonant, Case),
    of("를", Vowel, Case),
    of("의", Any, Case),
    of("은", Consonant, Topic),
    of("는", Vowel, Topic),
    of("도", Any, Topic),
    of("이나", Consonant, Topic),
    of("나", Vowel, Topic),
    of("이나마", Consonant, Topic),
    of("나마", Vowel, Topic),
    of("이라도", Consonant, Topic),
    of("라도", Vowel, Topic),
    of("이야", Consonant, Topic),
    of("야", Vowel, Topic),
    of("이야말로", Consonant, Topic),
    of("야말로", Vowel, Topic),
    of("은커녕", Consonant, Topic),
    of("는커녕", Vowel, Topic),
    of("커녕", Any, Topic),
    of("이든", Consonant, Topic),
    of("든", Vowel, Topic),
    of("이든지", Consonant, Topic),
    of("든지", Vowel, Topic),
    of("에", Any, Place),
    of("에서", Any, Place),
    of("에게", Any, Place),
    of("에게서", Any, Place),
    of("에게로", Any, Place),
    of("한테", Any, Place),
    of("한테서", Any, Place),
    of("께", Any, Place),
    of("께서", Any, Place),
    of("으로", NotRieul, Place),
    of("로", VowelOrRieul, Place),
    of("으로서", NotRieul, Place),
    of("로서", VowelOrRieul, Place),
    of("으로써", NotRieul, Place),
    of("로써", VowelOrRieul, Place),
    of("과", Consonant, Companion),
    of("와", Vowel, Companion),
    of("이랑", Consonant, Companion),
    of("랑", Vowel, Companion),
    of("하고", Any, Companion),
    of("보다", Any, Companion),
    of("처럼", Any, Companion),
    of("같이", Any, Companion),
    of("치고", Any, Companion),
    of("만", Any, Delimiter),
    of("부터", Any, Delimiter),
    of("까지", Any, Delimiter),
    of("마다", Any, Delimiter),
    of("조차", Any, Delimiter),
    of("마저", Any, Delimiter),
    of("밖에", Any, Delimiter),
    of("대로", Any, Delimiter),
    of("만큼", Any, Delimiter),
    of("뿐", Any, Delimiter),
    of("이라고", Consonant, Quotative),
    of("라고", Vowel, Quotative),
    of("이라며", Consonant, Quotative),
    of("라며", Vowel, Quotative),
    of("이라면서", Consonant, Quotative),
    of("라면서", Vowel, Quotative),
    of("이라", Consonant, Copula),
    of("라", Vowel, Copula),
    of("이라는", Consonant, Copula),
    of("라는", Vowel, Copula),
    of("이란", Consonant, Copula),
    of("란", Vowel, Copula),
    of("이라면", Consonant, Copula),
    of("라면", Vowel, Copula),
    of("이라서", Consonant, Copula),
    of("라서", Vowel, Copula),
    of("이며", Consonant, Copula),
    of("며", Vowel, Copula),
    of("이자", Consonant, Copula),
    of("자", Vowel, Copula),
    of("이고", Consonant, Copula),
    of("고", Vowel, Copula),
    of("이지만", Consonant, Copula),
    of("지만", Vowel, Copula),
    of("인", Any, Copula),
    of("이다", Any, Copula),
    of("다", Vowel, Copula),
    of("이던", Any, Copula),
    of("이었던", Consonant, Copula),
    of("였던", Vowel, Copula),
    of("이었다", Consonant, Copula),
    of("였다", Vowel, Copula),
    of("입니다", Any, Copula),
];
