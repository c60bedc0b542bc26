//! The counts that progress is drawn from: kept by triggers, so that a million reviews are read in a moment.

use rusqlite::named_params;

use super::values::size;
use super::{Store, StoreError};
use crate::time::{StudyDay, Timestamp};

/// The answers of one day to cards of one state and age.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    pub day: StudyDay,
    /// Before the answer: new, learning, review, relearning.
    pub state: String,
    /// 0 for a stability below 7 days, 1 below 21, 2 below 90, 3 from there on.
    pub age: usize,
    pub answers: usize,
    /// Not graded again.
    pub passed: usize,
    pub millis: i64,
}

/// Reviews after about the same part of their stability had gone by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parts {
    pub answers: usize,
    pub passed: usize,
    /// Time since the answer before, in stabilities: the mean.
    pub part: f64,
}

/// By how many the terms in each state grew on a day; negative where they became fewer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flow {
    pub day: StudyDay,
    pub learning: i64,
    pub young: i64,
    pub mature: i64,
}

/// A term that is forgotten again and again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HardTerm {
    pub term: String,
    pub lapses: usize,
    pub reps: usize,
}

/// A term that was answered at least once or is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnsweredTerm {
    /// The form under which the lexicon has it.
    pub term: String,
    pub pos: crate::vocab::Pos,
    pub known: bool,
    pub answers: usize,
    pub lapses: usize,
}

impl Store {
    /// All days on which something was answered, in their order.
    pub fn tallies(&self) -> Result<Vec<Tally>, StoreError> {
        self.rows("SELECT * FROM answer_tally WHERE answers > 0 ORDER BY day, state, age", [], |row| {
            Ok(Tally {
                day: row.get("day")?,
                state: row.get("state")?,
                age: size(row, "age")?,
                answers: size(row, "answers")?,
                passed: size(row, "passed")?,
                millis: row.get("millis")?,
            })
        })
    }

    pub fn calibration(&self) -> Result<Vec<Parts>, StoreError> {
        let sql = "SELECT answers, passed, parts / answers AS part FROM calibration_tally WHERE answers > 0 ORDER BY calibration_tally.part";
        self.rows(sql, [], |row| {
            Ok(Parts { answers: size(row, "answers")?, passed: size(row, "passed")?, part: row.get("part")? })
        })
    }

    pub fn flows(&self) -> Result<Vec<Flow>, StoreError> {
        self.rows("SELECT * FROM state_flow ORDER BY day", [], |row| {
            Ok(Flow {
                day: row.get("day")?,
                learning: row.get("learning")?,
                young: row.get("young")?,
                mature: row.get("mature")?,
            })
        })
    }

    /// How many cards are due on each day from `today` on, overdue ones on `today`.
    pub fn due_counts(&self, today: StudyDay, now: Timestamp) -> Result<Vec<(StudyDay, usize)>, StoreError> {
        let sql = include_str!("due_counts.sql");
        self.rows(sql, named_params! {":today": today, ":now": now}, |row| Ok((row.get("day")?, size(row, "cards")?)))
    }

    /// How many cards there are of each state, by status and state.
    pub fn state_counts(&self) -> Result<Vec<(String, String, usize)>, StoreError> {
        self.rows(include_str!("state_counts.sql"), [], |row| {
            Ok((row.get("status")?, row.get("state")?, size(row, "cards")?))
        })
    }

    /// Terms that were answered at least once or are known.
    pub fn answered_terms(&self) -> Result<Vec<AnsweredTerm>, StoreError> {
        let sql = "SELECT term.term AS shown, pos, card.status = 'known' OR card.state = 'review' AS known, reps, lapses FROM card JOIN term ON term.id = card.term WHERE term.kind <> 'name' AND (card.state <> 'new' OR card.status = 'known') AND card.status <> 'ignored'";
        self.rows(sql, [], |row| {
            Ok(AnsweredTerm {
                term: row.get(0)?,
                pos: row.get(1)?,
                known: row.get(2)?,
                answers: size(row, "reps")?,
                lapses: size(row, "lapses")?,
            })
        })
    }

    /// The terms that were forgotten most often, at least `lapses` times.
    pub fn hard_terms(&self, lapses: usize, most: usize) -> Result<Vec<HardTerm>, StoreError> {
        let sql = "SELECT term.term AS shown, lapses, reps FROM card JOIN term ON term.id = card.term WHERE lapses >= ?1 AND term.kind <> 'name' AND card.status <> 'ignored' ORDER BY lapses DESC, reps DESC, term.id LIMIT ?2";
        let params = [super::values::number(lapses), super::values::number(most)];
        self.rows(sql, params, |row| {
            Ok(HardTerm { term: row.get("shown")?, lapses: size(row, "lapses")?, reps: size(row, "reps")? })
        })
    }

    /// Running words of all articles that are known from some day on: the day on which each term came into review for the
    /// first time, with the words it stands for. Those known without an answer come first, under `None`.
    pub fn words_learned(&self) -> Result<Vec<(Option<StudyDay>, usize)>, StoreError> {
        self.rows(include_str!("words_learned.sql"), [], |row| Ok((row.get("day")?, size(row, "words")?)))
    }
}

impl Store {
    /// How many articles there are, and how many running words they hold, names and ignored terms apart.
    pub fn library_size(&self) -> Result<(usize, usize), StoreError> {
        let sql = "SELECT (SELECT count(*) FROM present_article) AS articles, coalesce(sum(running), 0) AS words FROM article_term JOIN term ON term.id = article_term.term LEFT JOIN card ON card.term = term.id WHERE term.kind <> 'name' AND coalesce(card.status <> 'ignored', 1)";
        let found = self.first(sql, [], |row| Ok((size(row, "articles")?, size(row, "words")?)))?;
        Ok(found.unwrap_or_default())
    }

    /// How many articles were read to their end.
    pub fn finished_articles(&self) -> Result<usize, StoreError> {
        let sql = "SELECT count(DISTINCT article) AS articles FROM reading WHERE finished";
        Ok(self.first(sql, [], |row| size(row, "articles"))?.unwrap_or(0))
    }
}
