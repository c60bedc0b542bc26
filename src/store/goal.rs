//! Goals: append-only. One that is replaced or taken back is struck out.

use rusqlite::{Row, params};

use super::{Store, StoreError};
use crate::deck::GoalId;
use crate::reader::{Goal, Measure};
use crate::time::Timestamp;

/// A goal that stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GoalRow {
    pub id: GoalId,
    pub goal: Goal,
    pub at: Timestamp,
}

impl Store {
    /// The goals that stand, oldest first. One for an article that was deleted waits until that is undone.
    pub fn goals(&self) -> Result<Vec<GoalRow>, StoreError> {
        let sql = "SELECT * FROM standing_goal WHERE article IS NULL OR article IN (SELECT id FROM present_article) ORDER BY id";
        self.rows(sql, [], goal_from)
    }

    /// Sets a goal, in the place of the one that it replaces if there is one.
    pub fn set_goal(&mut self, goal: &Goal, now: Timestamp) -> Result<GoalId, StoreError> {
        let replaced: Vec<GoalId> =
            self.goals()?.iter().filter(|row| goal.replaces(&row.goal)).map(|row| row.id).collect();
        let (measure, amount, article, by) = match goal {
            Goal::Daily { measure, amount } => (measure.name(), *amount, None, None),
            Goal::Article { article, percent, by } => (ARTICLE, u32::from(*percent), Some(*article), Some(*by)),
        };
        let tx = self.conn.transaction()?;
        for goal in replaced {
            tx.execute("INSERT OR IGNORE INTO goal_removed (goal, at) VALUES (?1, ?2)", params![goal, now])?;
        }
        tx.execute(
            "INSERT INTO goal (measure, amount, article, by_day, at) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![measure, amount, article, by, now],
        )?;
        let id = GoalId(tx.last_insert_rowid());
        tx.commit()?;
        Ok(id)
    }

    /// Takes a goal back. Says whether it stood.
    pub fn remove_goal(&mut self, goal: GoalId, now: Timestamp) -> Result<bool, StoreError> {
        let sql = "INSERT INTO goal_removed (goal, at) SELECT id, ?2 FROM standing_goal WHERE id = ?1";
        Ok(self.conn.execute(sql, params![goal, now])? > 0)
    }
}

/// What a goal for an article has in the place of a measure.
const ARTICLE: &str = "article";

fn goal_from(row: &Row<'_>) -> Result<GoalRow, StoreError> {
    let (measure, amount): (String, u32) = (row.get("measure")?, row.get("amount")?);
    let goal = match Measure::from_name(&measure) {
        Some(measure) => Goal::Daily { measure, amount },
        None if measure == ARTICLE => Goal::Article {
            article: row.get("article")?,
            percent: u8::try_from(amount).map_err(|_| StoreError::Damaged(format!("a goal of {amount}%")))?,
            by: row.get("by_day")?,
        },
        None => return Err(StoreError::Damaged(format!("a goal of {measure}"))),
    };
    Ok(GoalRow { id: row.get("id")?, goal, at: row.get("at")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_for_an_article_that_was_deleted_waits_for_it() {
        let mut store = Store::in_memory().unwrap();
        crate::store::tests::telecom().save(&mut store, "통신");
        let article = store.library(None).unwrap()[0].id;
        let goal = Goal::Article { article, percent: 95, by: crate::time::StudyDay::new(20_000) };
        store.set_goal(&goal, Timestamp::from_millis(0)).unwrap();
        store.conn.execute("UPDATE article SET gone = 1", []).unwrap();
        assert!(store.goals().unwrap().is_empty() && store.grown(crate::time::StudyDay::new(1)).unwrap().is_empty());
        store.conn.execute("UPDATE article SET gone = 0", []).unwrap();
        assert_eq!(store.goals().unwrap().len(), 1);
    }

    #[test]
    fn goals_are_set_replaced_and_taken_back_and_none_is_erased() {
        let mut store = Store::in_memory().unwrap();
        let at = Timestamp::from_millis;
        let daily = |measure, amount| Goal::Daily { measure, amount };
        store.set_goal(&daily(Measure::Cards, 30), at(1)).unwrap();
        let minutes = store.set_goal(&daily(Measure::Minutes, 20), at(2)).unwrap();
        store.set_goal(&daily(Measure::Cards, 40), at(3)).unwrap();
        let goals: Vec<Goal> = store.goals().unwrap().iter().map(|row| row.goal).collect();
        assert_eq!(goals, [daily(Measure::Minutes, 20), daily(Measure::Cards, 40)]);
        assert!(store.remove_goal(minutes, at(4)).unwrap() && !store.remove_goal(minutes, at(5)).unwrap());
        assert_eq!(store.goals().unwrap().len(), 1);
        let kept: i64 = store.conn.query_row("SELECT count(*) FROM goal", [], |row| row.get(0)).unwrap();
        assert_eq!(kept, 3);
        assert!(store.conn.execute("UPDATE goal SET amount = 1", []).is_err());
        assert!(store.conn.execute("DELETE FROM goal_removed", []).is_err());
    }
}
