//! Sejong tags, as mecab-ko-dic has them.

macro_rules! tags {
    ($($(#[$doc:meta])* $tag:ident),* $(,)?) => {
        /// A Sejong tag. `NA` stands for a word of unknown kind.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[allow(clippy::upper_case_acronyms, reason = "the tags' own names")]
        pub enum Tag { $($(#[$doc])* $tag),* }

        impl Tag {
            pub const fn name(self) -> &'static str {
                match self { $(Self::$tag => stringify!($tag)),* }
            }

            /// Unknown names become `NA`.
            pub fn from_name(name: &str) -> Self {
                match name { $(stringify!($tag) => Self::$tag,)* _ => Self::NA }
            }
        }
    };
}

tags! {
    /// Common noun.
    NNG,
    /// Proper noun.
    NNP,
    /// Dependent noun: 것, 수.
    NNB,
    /// Unit: 명, 원.
    NNBC,
    /// Numeral.
    NR,
    /// Pronoun.
    NP,
    /// Verb.
    VV,
    /// Adjective.
    VA,
    /// Auxiliary predicate.
    VX,
    /// Copula 이다.
    VCP,
    /// Negative copula 아니다.
    VCN,
    /// Determiner.
    MM,
    /// Adverb.
    MAG,
    /// Conjunctive adverb.
    MAJ,
    /// Interjection.
    IC,
    /// Subject particle.
    JKS,
    /// Complement particle.
    JKC,
    /// Genitive particle.
    JKG,
    /// Object particle.
    JKO,
    /// Adverbial particle.
    JKB,
    /// Vocative particle.
    JKV,
    /// Quotative particle.
    JKQ,
    /// Auxiliary particle.
    JX,
    /// Conjunctive particle.
    JC,
    /// Prefinal ending: 았, 시.
    EP,
    /// Final ending.
    EF,
    /// Connective ending.
    EC,
    /// Nominal ending.
    ETN,
    /// Adnominal ending.
    ETM,
    /// Prefix of a noun.
    XPN,
    /// Suffix that makes a noun.
    XSN,
    /// Suffix that makes a verb: 하, 되, 시키.
    XSV,
    /// Suffix that makes an adjective: 하, 롭, 스럽.
    XSA,
    /// Root.
    XR,
    /// Full stop, question mark, exclamation mark.
    SF,
    /// Ellipsis.
    SE,
    /// Opening bracket or quote.
    SSO,
    /// Closing bracket or quote.
    SSC,
    /// Comma, colon, middle dot, slash.
    SC,
    /// Other symbol.
    SY,
    /// Latin letters.
    SL,
    /// Hanja.
    SH,
    /// Digits.
    SN,
    /// Space.
    SP,
    NA,
}

impl Tag {
    pub const fn is_particle(self) -> bool {
        matches!(
            self,
            Self::JKS | Self::JKC | Self::JKG | Self::JKO | Self::JKB | Self::JKV | Self::JKQ | Self::JX | Self::JC
        )
    }

    pub const fn is_ending(self) -> bool {
        matches!(self, Self::EP | Self::EF | Self::EC | Self::ETN | Self::ETM)
    }

    /// Verbs, adjectives and auxiliaries, the copulas apart.
    pub const fn is_predicate(self) -> bool {
        matches!(self, Self::VV | Self::VA | Self::VX)
    }

    pub const fn is_symbol(self) -> bool {
        matches!(self, Self::SF | Self::SE | Self::SSO | Self::SSC | Self::SC | Self::SY | Self::SP)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for tag in [Tag::NNG, Tag::VV, Tag::JKO, Tag::XSV, Tag::SN, Tag::NA] {
            assert_eq!(Tag::from_name(tag.name()), tag);
        }
        assert_eq!(Tag::from_name("UNKNOWN"), Tag::NA);
    }
}
