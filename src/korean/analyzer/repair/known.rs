//! The lexicon's words by what they are, and names with letters, as the build script wrote them.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

mod lists {
    include!(concat!(env!("OUT_DIR"), "/known.rs"));
}

/// Words of one kind. A set, for every eojeol is asked about.
pub struct Words {
    /// In the order of their letters.
    #[cfg(test)]
    pub sorted: &'static [&'static str],
    set: LazyLock<FxHashSet<&'static str>>,
}

impl Words {
    pub fn has(&self, word: &str) -> bool {
        self.set.contains(word)
    }
}

macro_rules! words {
    ($($name:ident: $about:literal),+ $(,)?) => {$(
        #[doc = $about]
        pub static $name: Words = Words {
            #[cfg(test)]
            sorted: lists::$name,
            set: LazyLock::new(|| lists::$name.iter().copied().collect()),
        };
    )+};
}

words! {
    VERBS: "Dictionary forms of verbs.",
    ADJECTIVES: "Dictionary forms of adjectives.",
    ACTIONS: "Nouns that take 하다 or 되다.",
    NOUNS: "All nouns.",
    MIXED_NAMES: "Names that begin with Latin letters and go on in Hangul.",
}
