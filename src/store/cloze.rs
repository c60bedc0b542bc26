//! Clozes, read as the questions they are.

use rusqlite::{Row, named_params};

use super::term::term_from;
use super::values::size;
use super::{Store, StoreError};
use crate::cloze::FLOOR;
use crate::deck::{DeckId, Question, Term, TermId};

/// A question with its term.
#[derive(Debug, Clone, PartialEq)]
pub struct ClozeRow {
    pub term: Term,
    pub question: Question,
}

impl Store {
    /// All questions of a term: first the best of the article in which the learner met it, then by score. That is the
    /// article of the first answer; before it, the first article of `deck` that has the term, or of all. Where the
    /// article has no question that is good enough, the best of all comes first.
    pub fn questions(&self, term: TermId, deck: Option<DeckId>) -> Result<Vec<Question>, StoreError> {
        let sql = concat!(include_str!("question.sql"), include_str!("question_of_term.sql"));
        self.rows(sql, named_params! {":term": term, ":deck": deck, ":floor": FLOOR}, question_from)
    }

    /// All questions that the articles of a deck, or all, can ask, in reading order.
    pub fn deck_clozes(&self, deck: Option<DeckId>) -> Result<Vec<ClozeRow>, StoreError> {
        let sql = concat!(include_str!("question.sql"), include_str!("question_of_deck.sql"));
        self.rows(sql, named_params! {":deck": deck}, |row| {
            Ok(ClozeRow { term: term_from(row)?, question: question_from(row)? })
        })
    }
}

fn question_from(row: &Row<'_>) -> Result<Question, StoreError> {
    let sentence: String = row.get("sentence")?;
    let range = size(row, "start")?..size(row, "end")?;
    if sentence.get(range.clone()).is_none() {
        return Err(StoreError::Damaged("a cloze outside its sentence".into()));
    }
    Ok(Question {
        cloze: row.get("cloze")?,
        article: row.get("article")?,
        title: row.get("title")?,
        outlet: row.get("outlet")?,
        sentence,
        range,
        score: row.get("score")?,
        asked: row.get("asked")?,
        last_asked: row.get("last_asked")?,
        passed: row.get("passed")?,
    })
}
