//! How a word sounds: the standard pronunciation (표준 발음법, the second part of the standard-language rules of 1988 in
//! their present wording), written in Hangul. 협력 is said 혐녁, 증권 증꿘.
//!
//! Two kinds of rules make it:
//! - the general ones (`regular`), which hold wherever two syllables meet: neutralisation (articles 8 to 11), ㅎ (12),
//!   linking (13 to 15), palatalisation (17), nasals and ㄹ (18 to 20), tensing behind an obstruent (23, 25), and the
//!   vowels of article 5;
//! - the lexical ones (`lexical`), which ask what the word is made of: ㄴ before ㄹ between parts (20, proviso), tensing
//!   of verb stems (24), of Sino-Korean ㄹ + ㄷㅅㅈ (26) and of second parts (28), ㄴ-insertion (29), sai-siot (30).
//!
//! What follows from neither stands in `exceptions`. The first of several permitted forms is given; vowel length, which
//! Hangul does not show, is not.

mod exceptions;
mod lexical;
mod morphemes;
mod regular;
mod sound;
#[cfg(test)]
mod tests;
mod word;

/// What part a word plays, as far as its sound depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// A verb or adjective: its stem makes the ending tense (신다 is said 신따), and its ㅅ is no sai-siot. Of a phrase
    /// only the last word is meant: 허리띠를 졸라매다.
    Predicate,
    /// Everything else.
    #[default]
    Other,
}

/// A word or a term of several words, with what is known of it. The more is known, the better the answer.
#[derive(Debug, Clone, Copy, Default)]
pub struct Word<'a> {
    /// As it is written, NFC.
    pub form: &'a str,
    /// Syllable by syllable, with Hangul for what has no hanja (`에너지貯藏裝置`); 하다 and its like may be left out.
    /// `None` or an empty text says that nothing is known; the form itself says that the word is native or a loan.
    pub hanja: Option<&'a str>,
    /// The parts of a compound in their order, or only the form itself if it is known to be none. Empty says that
    /// nothing is known, and so does a list that does not add up to the form; then the parts are guessed.
    pub parts: &'a [String],
    pub kind: Kind,
}

/// The standard pronunciation, in Hangul. Each eojeol is said apart and the spaces stay; whatever is no Hangul syllable
/// passes through.
#[must_use]
pub fn pronounce(word: &Word<'_>) -> String {
    let mut said = String::with_capacity(word.form.len());
    let runs = word::read(word);
    for run in runs {
        match run {
            word::Run::Other(c) => said.push(c),
            word::Run::Syllables { mut sounds, predicate } => {
                lexical::apply(&mut sounds, predicate);
                regular::apply(&mut sounds);
                said.extend(sounds.into_iter().map(sound::Sound::compose));
            }
        }
    }
    said
}
