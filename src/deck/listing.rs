//! How long lists of words and articles are sorted and what of them is shown: the same on screens and command lines.

use super::{ArticleId, DeckId};
use crate::vocab::{Kind, with_names};

/// By what words are sorted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum WordSort {
    /// What is best worth learning first.
    #[default]
    Rank,
    /// What is asked soonest first, what is never asked last.
    Due,
    /// The weakest memory first.
    Stability,
    /// What is recalled least probably today first.
    Recall,
    Alphabet,
    /// What was met last first.
    Added,
    /// What was met most often first.
    Count,
    /// The easiest first.
    Level,
}

/// Where a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WordState {
    New,
    Learning,
    Young,
    Mature,
    Known,
    Ignored,
    Suspended,
    Due,
    Leech,
    Flagged,
}

with_names!(WordSort { Rank = "rank", Due = "due", Stability = "stability", Recall = "recall", Alphabet = "alphabet", Added = "added", Count = "count", Level = "level" });
with_names!(WordState { New = "new", Learning = "learning", Young = "young", Mature = "mature", Known = "known", Ignored = "ignored", Suspended = "suspended", Due = "due", Leech = "leech", Flagged = "flagged" });

impl WordSort {
    pub const ALL: [Self; 8] =
        [Self::Rank, Self::Due, Self::Stability, Self::Recall, Self::Alphabet, Self::Added, Self::Count, Self::Level];
}

impl WordState {
    pub const ALL: [Self; 10] = [
        Self::New,
        Self::Learning,
        Self::Young,
        Self::Mature,
        Self::Known,
        Self::Ignored,
        Self::Suspended,
        Self::Due,
        Self::Leech,
        Self::Flagged,
    ];
}

/// What words are shown: those for which all that is said here holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct WordFilter {
    pub state: Option<WordState>,
    pub kind: Option<Kind>,
    /// 1 to 6; 0 for words of which no dictionary tells the level.
    pub level: Option<u8>,
    /// The lexicon's short name of a field.
    pub domain: Option<String>,
    /// `None`: all decks that are not archived.
    pub deck: Option<DeckId>,
    pub article: Option<ArticleId>,
}

/// A condition that was not understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadFilter {
    /// It is none of the names here.
    #[error("no condition is called {0:?}")]
    Name(String),
    /// There is no such value; those that there are.
    #[error("{name} has no value {value:?}, but {values}")]
    Value { name: String, value: String, values: String },
}

/// The names of conditions on words.
const WORD_CONDITIONS: &str = "state, kind, level, domain, article";

impl WordFilter {
    /// Adds a condition as it is written on the command line: `state=new`, `level=5`.
    pub fn set(&mut self, condition: &str) -> Result<(), BadFilter> {
        let (name, value) = split(condition, WORD_CONDITIONS)?;
        let bad = |values: String| BadFilter::Value { name: name.to_owned(), value: value.to_owned(), values };
        match name {
            "state" => {
                let states = || WordState::ALL.map(WordState::name).join(", ");
                self.state = Some(WordState::from_name(value).ok_or_else(|| bad(states()))?);
            }
            "kind" => {
                let kinds = || KINDS.map(Kind::name).join(", ");
                self.kind = Some(Kind::from_name(value).ok_or_else(|| bad(kinds()))?);
            }
            "level" => {
                let level = value.parse().ok().filter(|level| *level <= 6);
                self.level = Some(level.ok_or_else(|| bad("0–6".to_owned()))?);
            }
            "domain" => self.domain = Some(value.to_owned()),
            "article" => self.article = Some(number(value).ok_or_else(|| bad("1, 2, 3 …".to_owned()))?),
            _ => return Err(BadFilter::Name(format!("{name} ({WORD_CONDITIONS})"))),
        }
        Ok(())
    }
}

/// All kinds of terms, in the order in which they are offered.
pub const KINDS: [Kind; 7] =
    [Kind::Compound, Kind::Noun, Kind::Verb, Kind::Adjective, Kind::Adverb, Kind::Idiom, Kind::Name];

pub(super) fn split<'a>(condition: &'a str, names: &str) -> Result<(&'a str, &'a str), BadFilter> {
    let found = condition.split_once('=').map(|(name, value)| (name.trim(), value.trim()));
    found.ok_or_else(|| BadFilter::Name(format!("{condition} ({names})")))
}

fn number(value: &str) -> Option<ArticleId> {
    value.parse().ok().map(ArticleId)
}

/// The value behind `now` among `values`, `None` standing before the first and behind the last; or the one before it.
pub fn turned<T: Clone + PartialEq>(now: Option<&T>, values: &[T], on: bool) -> Option<T> {
    let at = now.and_then(|now| values.iter().position(|value| value == now));
    match (at, on) {
        (None, true) => values.first().cloned(),
        (None, false) => values.last().cloned(),
        (Some(at), true) => values.get(at + 1).cloned(),
        (Some(at), false) => at.checked_sub(1).and_then(|at| values.get(at)).cloned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_read_as_they_are_written() {
        let mut filter = WordFilter::default();
        for condition in ["state=leech", "kind = compound", "level=0", "domain=finance", "article=7"] {
            filter.set(condition).unwrap();
        }
        assert_eq!(filter.state, Some(WordState::Leech));
        assert_eq!((filter.kind, filter.level), (Some(Kind::Compound), Some(0)));
        assert_eq!((filter.domain.as_deref(), filter.article), (Some("finance"), Some(ArticleId(7))));
    }

    #[test]
    fn what_is_no_condition_is_told_with_those_that_there_are() {
        let mut filter = WordFilter::default();
        for bad in ["state=old", "level=7", "colour=red", "state", "article=x"] {
            assert!(filter.set(bad).is_err(), "{bad}");
        }
        assert_eq!(filter, WordFilter::default());
    }

    #[test]
    fn turning_goes_through_all_values_and_back_to_none() {
        let values = [1, 2, 3];
        let mut now = None;
        for expected in [Some(1), Some(2), Some(3), None] {
            now = turned(now.as_ref(), &values, true);
            assert_eq!(now, expected);
        }
        assert_eq!(turned(None, &values, false), Some(3));
        assert_eq!(turned(Some(&1), &values, false), None);
    }

    #[test]
    fn names_are_read_as_they_are_written() {
        assert!(WordSort::ALL.iter().all(|sort| WordSort::from_name(sort.name()) == Some(*sort)));
        assert!(WordState::ALL.iter().all(|state| WordState::from_name(state.name()) == Some(*state)));
    }
}
