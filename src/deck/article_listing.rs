//! How the list of articles is sorted and what of it is shown: the same on screen and command line.

use super::DeckId;
use super::listing::{BadFilter, split};
use crate::vocab::with_names;

/// By what articles are sorted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum ArticleSort {
    /// Last read first, then last imported.
    #[default]
    Recent,
    Date,
    Title,
    /// What is known best first: it is read most easily.
    Coverage,
    /// The easiest first.
    Difficulty,
    /// The shortest first.
    Length,
    /// What was never read through first.
    Unread,
}

/// How far an article was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReadState {
    Unread,
    Begun,
    Finished,
}

/// Where an article stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shelving {
    /// In a deck that is not archived.
    Open,
    /// In archived decks only.
    Archived,
    /// In no deck.
    Gone,
}

with_names!(ArticleSort { Recent = "recent", Date = "date", Title = "title", Coverage = "coverage", Difficulty = "difficulty", Length = "length", Unread = "unread" });
with_names!(ReadState { Unread = "unread", Begun = "begun", Finished = "finished" });
with_names!(Shelving { Open = "open", Archived = "archived", Gone = "gone" });

impl ArticleSort {
    pub const ALL: [Self; 7] =
        [Self::Recent, Self::Date, Self::Title, Self::Coverage, Self::Difficulty, Self::Length, Self::Unread];
}

impl ReadState {
    pub const ALL: [Self; 3] = [Self::Unread, Self::Begun, Self::Finished];
}

impl Shelving {
    pub const ALL: [Self; 3] = [Self::Open, Self::Archived, Self::Gone];
}

/// What articles are shown: those for which all that is said here holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct ArticleFilter {
    pub deck: Option<DeckId>,
    /// The lexicon's short name of a field.
    pub subject: Option<String>,
    pub outlet: Option<String>,
    pub read: Option<ReadState>,
    pub shelving: Option<Shelving>,
}

const ARTICLE_CONDITIONS: &str = "subject, outlet, read, shelf";

impl ArticleFilter {
    /// Adds a condition as it is written on the command line: `read=unread`, `subject=finance`.
    pub fn set(&mut self, condition: &str) -> Result<(), BadFilter> {
        let (name, value) = split(condition, ARTICLE_CONDITIONS)?;
        let bad = |values: String| BadFilter::Value { name: name.to_owned(), value: value.to_owned(), values };
        match name {
            "subject" => self.subject = Some(value.to_owned()),
            "outlet" => self.outlet = Some(value.to_owned()),
            "read" => {
                let states = || ReadState::ALL.map(ReadState::name).join(", ");
                self.read = Some(ReadState::from_name(value).ok_or_else(|| bad(states()))?);
            }
            "shelf" => {
                let shelves = || Shelving::ALL.map(Shelving::name).join(", ");
                self.shelving = Some(Shelving::from_name(value).ok_or_else(|| bad(shelves()))?);
            }
            _ => return Err(BadFilter::Name(format!("{name} ({ARTICLE_CONDITIONS})"))),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_read_as_they_are_written() {
        let mut filter = ArticleFilter::default();
        for condition in ["read=finished", "shelf=archived", "subject=finance", "outlet = 독파경제"] {
            filter.set(condition).unwrap();
        }
        assert_eq!((filter.read, filter.shelving), (Some(ReadState::Finished), Some(Shelving::Archived)));
        assert_eq!((filter.subject.as_deref(), filter.outlet.as_deref()), (Some("finance"), Some("독파경제")));
        for bad in ["read=half", "shelf=lost", "colour=red", "read"] {
            assert!(filter.set(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn names_are_read_as_they_are_written() {
        assert!(ArticleSort::ALL.iter().all(|sort| ArticleSort::from_name(sort.name()) == Some(*sort)));
    }
}
