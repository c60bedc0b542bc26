//! What choosing and judging ask of the store: the reader's terms, their remarks, what they mixed up and were shown.

use rusqlite::params;

use super::term::term_from;
use super::values::{number, size};
use super::{Store, StoreError};
use crate::cloze::Remark;
use crate::deck::{Term, TermId};
use crate::time::{StudyDay, Timestamp};
use crate::vocab::TermKey;

impl Store {
    /// Every term that has a card and that some article holds, those that are ignored apart.
    pub fn own_terms(&self) -> Result<Vec<Term>, StoreError> {
        self.rows(include_str!("own_terms.sql"), [], term_from)
    }

    /// Terms with what stands behind them in the sentences they were read in, the last `most` of all.
    pub fn followings(&self, most: usize) -> Result<Vec<(TermId, String)>, StoreError> {
        let sql = "SELECT occurrence.term, sentence.text, occurrence.end FROM occurrence
            JOIN sentence ON sentence.id = occurrence.sentence ORDER BY occurrence.sentence DESC, occurrence.start DESC LIMIT ?1";
        self.rows(sql, [number(most)], |row| {
            let text: String = row.get("text")?;
            let after = text.get(size(row, "end")?..).unwrap_or_default();
            Ok((row.get("term")?, after.to_owned()))
        })
    }

    /// Says of a word that it may stand for a term, or takes that back.
    pub fn remark(
        &mut self,
        term: TermId,
        word: &str,
        remark: Remark,
        stands: bool,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO remark (term, word, kind, stands, at) VALUES (?1, ?2, ?3, ?4, ?5)";
        let word = TermKey::of(word);
        self.conn.prepare_cached(sql)?.execute(params![term, word.as_str(), remark, stands, now])?;
        Ok(())
    }

    /// The remarks that stand, oldest first.
    pub fn remarks(&self) -> Result<Vec<(TermId, String, Remark)>, StoreError> {
        let sql = "SELECT term, word, kind FROM standing_remark ORDER BY id";
        self.rows(sql, [], |row| Ok((row.get("term")?, row.get("word")?, row.get("kind")?)))
    }

    /// Wrong answers that were given for terms, in reviews and in practice, oldest first.
    pub fn wrong_answers(&self) -> Result<Vec<(TermId, String)>, StoreError> {
        let sql = "SELECT term, typed, at FROM standing WHERE verdict = 'wrong' AND typed IS NOT NULL
            UNION ALL SELECT term, typed, at FROM standing_practice WHERE verdict = 'wrong' AND typed IS NOT NULL
            ORDER BY at";
        self.rows(sql, [], |row| Ok((row.get("term")?, row.get("typed")?)))
    }

    /// The sets of choices that terms were asked with.
    pub fn choices_shown(&self) -> Result<Vec<(TermId, Vec<String>)>, StoreError> {
        let sql = "SELECT review.term, review_aid.choices FROM review_aid JOIN review ON review.id = review WHERE choices <> '[]'
            UNION ALL SELECT term, choices FROM practice WHERE choices <> '[]'";
        self.rows(sql, [], |row| {
            let choices: String = row.get("choices")?;
            let choices = serde_json::from_str(&choices).map_err(|e| StoreError::Damaged(format!("choices: {e}")))?;
            Ok((row.get("term")?, choices))
        })
    }

    /// The terms that were answered wrong on `today`, or graded again, in the order in which that happened first.
    pub fn mistakes(&self, today: StudyDay) -> Result<Vec<TermId>, StoreError> {
        let sql = "SELECT term FROM standing WHERE day = ?1 AND (grade = 1 OR verdict = 'wrong')
            GROUP BY term ORDER BY min(id)";
        self.rows(sql, [today], |row| Ok(row.get("term")?))
    }
}
