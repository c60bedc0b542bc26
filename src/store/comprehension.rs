//! Answers to questions about articles that were read: append-only, and no reviews.

use rusqlite::params;

use super::values::size;
use super::{Store, StoreError};
use crate::deck::ArticleId;
use crate::reader::CheckKind;
use crate::time::{StudyDay, Timestamp};

/// The answers of one day to questions of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CheckTally {
    pub day: StudyDay,
    pub kind: CheckKind,
    pub answers: usize,
    pub passed: usize,
}

impl Store {
    pub fn record_check(
        &mut self,
        article: ArticleId,
        kind: CheckKind,
        passed: bool,
        day: StudyDay,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO check_answer (article, at, day, kind, passed) VALUES (?1, ?2, ?3, ?4, ?5)";
        self.conn.prepare_cached(sql)?.execute(params![article, at, day, kind.name(), passed])?;
        Ok(())
    }

    /// By day and kind, in the order of days.
    pub fn check_tallies(&self) -> Result<Vec<CheckTally>, StoreError> {
        let sql = "SELECT day, kind, count(*) AS answers, sum(passed) AS passed FROM check_answer GROUP BY day, kind ORDER BY day, kind";
        self.rows(sql, [], |row| {
            let kind: String = row.get("kind")?;
            let kind =
                CheckKind::from_name(&kind).ok_or_else(|| StoreError::Damaged(format!("a question of {kind}")))?;
            Ok(CheckTally { day: row.get("day")?, kind, answers: size(row, "answers")?, passed: size(row, "passed")? })
        })
    }

    /// Complete sentences of other articles in the decks of this one, the latest articles first.
    pub fn sentences_beside(&self, article: ArticleId, most: usize) -> Result<Vec<String>, StoreError> {
        let sql = include_str!("sentences_beside.sql");
        self.rows(sql, params![article, super::values::number(most)], |row| Ok(row.get("text")?))
    }

    /// Names that stand in the article, or those of all other articles.
    pub fn names(&self, article: ArticleId, here: bool) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT DISTINCT term.term FROM term JOIN article_term ON article_term.term = term.id WHERE term.kind = 'name' AND (article_term.article = ?1) = ?2 ORDER BY term.id LIMIT 1000";
        self.rows(sql, params![article, here], |row| Ok(row.get("term")?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::telecom;

    #[test]
    fn answers_are_counted_by_day_and_kind_and_never_changed() {
        let mut store = Store::in_memory().unwrap();
        telecom().save(&mut store, "통신");
        let article = store.library(None).unwrap()[0].id;
        let day = StudyDay::new;
        for (on, kind, passed) in [
            (1, CheckKind::Said, true),
            (1, CheckKind::Said, false),
            (1, CheckKind::Order, true),
            (2, CheckKind::Said, true),
        ] {
            store.record_check(article, kind, passed, day(on), Timestamp::from_millis(0)).unwrap();
        }
        let found: Vec<_> =
            store.check_tallies().unwrap().iter().map(|row| (row.day, row.kind, row.answers, row.passed)).collect();
        assert_eq!(
            found,
            [(day(1), CheckKind::Order, 1, 1), (day(1), CheckKind::Said, 2, 1), (day(2), CheckKind::Said, 1, 1)]
        );
        assert!(store.conn.execute("UPDATE check_answer SET passed = 1", []).is_err());
        assert!(store.conn.execute("DELETE FROM check_answer", []).is_err());
        assert!(store.sentences_beside(article, 9).unwrap().is_empty());
    }
}
