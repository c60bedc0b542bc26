//! What a word means, in the one order that everything asks: the learner's own gloss, imported dictionaries by their
//! priority, the house lexicon, a compound's parts, the generated layer.
//!
//! Senses of the term's part of speech stand before others whatever their source; a sense that the learner chose stands
//! first of all.

use super::TaskError;
use crate::deck::Term;
use crate::dictionary;
use crate::korean::analyzer::Analyzer;
use crate::lexicon::{self, Layer, Meaning, Told};
use crate::store::{Beside, Choice, SenseRow, Store};
use crate::time::Timestamp;
use crate::vocab::word::{Word, words};
use crate::vocab::{Pos, TermKey};

/// Who says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The learner.
    Own,
    /// An imported dictionary, by its name.
    Dictionary(String),
    House,
    Parts,
    Generated,
}

impl Origin {
    /// As scripts read it: a dictionary's name, or that of a layer.
    pub fn name(&self) -> &str {
        match self {
            Self::Own => "own",
            Self::Dictionary(name) => name,
            Self::House => "house",
            Self::Parts => "parts",
            Self::Generated => "generated",
        }
    }

    /// As a choice remembers it: a dictionary may be called like a layer.
    fn stored(&self) -> String {
        match self {
            Self::Dictionary(name) => format!("dictionary:{name}"),
            layer => layer.name().to_owned(),
        }
    }
}

/// One meaning of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sense {
    /// The headword that has it: 진출 for 진출하다.
    pub word: String,
    /// The house lexicon's codes; `None` where the source says none.
    pub pos: Option<String>,
    pub hanja: Option<String>,
    pub gloss: String,
    pub level: Option<u8>,
    /// Explained in a sentence, mostly in Korean.
    pub definition: Option<String>,
    pub example: Option<String>,
    pub source: Origin,
    /// The learner said that this one is meant.
    pub chosen: bool,
}

impl Sense {
    /// The part of speech of its headword as a term; a noun where the source says nothing.
    pub fn term_pos(&self) -> Pos {
        dictionary::term_pos(self.pos.as_deref())
    }
}

/// Looks words up. Made for a list of terms: what there is nothing of is not asked for at every one.
#[derive(Debug)]
pub struct Meanings<'a> {
    store: &'a Store,
    beside: Beside,
}

impl<'a> Meanings<'a> {
    pub fn of(store: &'a Store) -> Result<Self, TaskError> {
        Ok(Self { store, beside: store.beside()? })
    }

    /// A term's meaning as a learner is shown it: that of its first sense. Where that one names no hanja or level, the
    /// other sources lend theirs, if it is clear which.
    pub fn meaning(&self, term: &Term) -> Result<Option<Meaning>, TaskError> {
        let senses = self.look_up(&term.term, Some(term.pos), &term.parts)?;
        let Some((first, others)) = senses.split_first() else { return Ok(None) };
        let fitting = || others.iter().filter(|sense| dictionary::fits(sense.pos.as_deref(), term.pos));
        let hanja = first.hanja.clone().or_else(|| {
            let mut all = fitting().filter_map(|sense| sense.hanja.clone());
            let one = all.next()?;
            all.all(|other| other == one).then_some(one)
        });
        let level = first.level.or_else(|| {
            if first.source == Origin::Parts || first.source == Origin::Generated {
                return None;
            }
            fitting().find(|sense| sense.hanja == hanja).and_then(|sense| sense.level)
        });
        Ok(Some(Meaning { hanja, gloss: first.gloss.clone(), level }))
    }

    /// All senses of a word. Without a part of speech those of all are given, in the order of their sources.
    pub fn look_up(&self, word: &str, pos: Option<Pos>, parts: &[String]) -> Result<Vec<Sense>, TaskError> {
        let key = TermKey::of(word);
        let mut senses = self.own(word, &key, pos)?;
        if self.beside.dictionaries {
            let mut rows = self.store.senses(&key)?;
            if rows.is_empty()
                && let Some(root) = lexicon::root(key.as_str())
            {
                rows = self.store.senses(&TermKey::of(root))?;
                // The noun that a verb is made of explains the verb.
                senses.extend(
                    rows.drain(..)
                        .filter(|row| row.pos.as_deref().is_none_or(|pos| pos == "n"))
                        .map(|row| Sense { pos: None, ..imported(row) }),
                );
            }
            senses.extend(rows.into_iter().map(imported));
        }
        senses.extend(lexicon::senses(word, pos, parts).into_iter().map(|told| embedded(told, word)));
        if let Some(pos) = pos {
            senses.sort_by_key(|sense| !dictionary::fits(sense.pos.as_deref(), pos));
        }
        self.chosen_first(&key, pos, &mut senses)?;
        Ok(senses)
    }

    fn own(&self, word: &str, key: &TermKey, pos: Option<Pos>) -> Result<Vec<Sense>, TaskError> {
        if !self.beside.own {
            return Ok(Vec::new());
        }
        let glosses = match pos {
            Some(pos) => self.store.own_gloss(key, pos)?.map(|gloss| (pos, gloss)).into_iter().collect(),
            None => self.store.own_glosses(key)?,
        };
        let sense = |(pos, gloss)| Sense {
            word: word.to_owned(),
            pos: Some(code_of(pos).to_owned()),
            hanja: None,
            gloss,
            level: None,
            definition: None,
            example: None,
            source: Origin::Own,
            chosen: false,
        };
        Ok(glosses.into_iter().map(sense).collect())
    }

    /// Puts what was chosen in front. A dictionary's newer version may say it in other words: then the first sense of the
    /// same source and hanja is taken.
    fn chosen_first(&self, key: &TermKey, pos: Option<Pos>, senses: &mut [Sense]) -> Result<(), TaskError> {
        if !self.beside.chosen || senses.is_empty() {
            return Ok(());
        }
        let among = match pos {
            Some(pos) => vec![pos],
            None => vec![Pos::Adverb, Pos::Adjective, Pos::Verb, Pos::Noun],
        };
        for pos in among {
            let Some(choice) = self.store.chosen(key, pos)? else { continue };
            let near = |sense: &Sense| sense.source.stored() == choice.source && sense.hanja == choice.hanja;
            let exact = senses.iter().position(|sense| near(sense) && sense.gloss == choice.gloss);
            if let Some(at) = exact.or_else(|| senses.iter().position(near))
                && let Some(before) = senses.get_mut(..=at)
            {
                before.rotate_right(1);
                before.iter_mut().take(1).for_each(|sense| sense.chosen = true);
            }
        }
        Ok(())
    }
}

/// What a word is made of, by the analyzer: 통신 and 시장 of 통신시장, 운영 and 자 of 운영자. Empty where it is one piece or
/// more than one word.
pub fn parts_of(word: &str) -> Result<Vec<String>, TaskError> {
    let morphemes = Analyzer::open()?.analyze(word)?;
    let whole = |found: &Word| found.span.start == 0 && found.span.end == word.len();
    Ok(words(word, &morphemes).into_iter().find(whole).map_or_else(Vec::new, |found| found.parts))
}

/// Remembers which of its senses a term has; `None` forgets it.
pub fn choose_sense(
    store: &mut Store,
    term: &str,
    pos: Pos,
    sense: Option<&Sense>,
    now: Timestamp,
) -> Result<(), TaskError> {
    let choice = sense.map(|sense| Choice {
        source: sense.source.stored(),
        hanja: sense.hanja.clone(),
        gloss: sense.gloss.clone(),
    });
    Ok(store.choose(&TermKey::of(term), pos, choice.as_ref(), now)?)
}

/// Sets the learner's own gloss of a term: one clean line. An empty one takes it back.
pub fn set_gloss(store: &mut Store, term: &str, pos: Pos, gloss: &str, now: Timestamp) -> Result<(), TaskError> {
    let gloss = dictionary::line(gloss);
    let gloss = Some(gloss.as_str()).filter(|gloss| !gloss.is_empty());
    Ok(store.set_own_gloss(&TermKey::of(term), pos, gloss, now)?)
}

pub(super) fn imported(row: SenseRow) -> Sense {
    Sense {
        word: row.word,
        pos: row.pos,
        hanja: row.hanja,
        gloss: row.gloss,
        level: row.level,
        definition: row.definition,
        example: row.example,
        source: Origin::Dictionary(row.dictionary),
        chosen: false,
    }
}

fn embedded(told: Told, word: &str) -> Sense {
    // The noun of a 하다 verb explains the verb.
    let own = TermKey::of(&told.word) == TermKey::of(word);
    Sense {
        pos: told.pos.filter(|_| own).map(str::to_owned),
        word: told.word,
        hanja: told.meaning.hanja,
        gloss: told.meaning.gloss,
        level: told.meaning.level,
        definition: None,
        example: None,
        source: match told.layer {
            Layer::House => Origin::House,
            Layer::Parts => Origin::Parts,
            Layer::Generated => Origin::Generated,
        },
        chosen: false,
    }
}

/// The lexicon's code of a term's part of speech.
const fn code_of(pos: Pos) -> &'static str {
    match pos {
        Pos::Noun => "n",
        Pos::Verb => "v",
        Pos::Adjective => "a",
        Pos::Adverb => "adv",
    }
}

#[cfg(test)]
mod tests;
