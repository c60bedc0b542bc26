//! What choosing and judging ask of the store: the reader's terms, their remarks, what they mixed up and were shown.

use rusqlite::{Row, params};

use super::term::term_from;
use super::values::{number, size};
use super::{Store, StoreError};
use crate::cloze::Remark;
use crate::deck::{Mark, ReviewId, Term, TermId};
use crate::time::{StudyDay, Timestamp};
use crate::vocab::TermKey;

impl Store {
    /// Every term that has a card and that some article holds, those that are ignored apart.
    pub fn own_terms(&self) -> Result<Vec<Term>, StoreError> {
        self.rows(concat!(include_str!("own_terms.sql"), " ORDER BY term.id"), [], term_from)
    }

    /// Of [`Self::own_terms`], those with this key.
    pub fn own_terms_keyed(&self, key: &TermKey) -> Result<Vec<Term>, StoreError> {
        let sql = concat!(include_str!("own_terms.sql"), " AND term.key = ?1 ORDER BY term.id");
        self.rows(sql, [key.as_str()], term_from)
    }

    /// Of [`Self::own_terms`], the one with this id.
    pub fn own_term(&self, term: TermId) -> Result<Option<Term>, StoreError> {
        self.first(concat!(include_str!("own_terms.sql"), " AND term.id = ?1"), [term], term_from)
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
        let sql =
            "SELECT term, typed, at, 0 AS practice, id FROM standing WHERE verdict = 'wrong' AND typed IS NOT NULL
            UNION ALL SELECT term, typed, at, 1, id FROM standing_practice WHERE verdict = 'wrong' AND typed IS NOT NULL
            ORDER BY at, practice, id";
        self.rows(sql, [], |row| Ok((row.get("term")?, row.get("typed")?)))
    }

    /// Of [`Self::wrong_answers`], the last `most` of reviews, oldest first.
    pub fn wrong_answers_lately(&self, most: usize) -> Result<Vec<(TermId, String)>, StoreError> {
        let sql =
            "SELECT term, typed FROM standing WHERE verdict = 'wrong' AND typed IS NOT NULL ORDER BY id DESC LIMIT ?1";
        let mut last = self.rows(sql, [number(most)], |row| Ok((row.get("term")?, row.get("typed")?)))?;
        last.reverse();
        Ok(last)
    }

    /// Of [`Self::wrong_answers`] up to `mark`: those that were given for one of `terms`, and those whose text begins with
    /// `key`, whatever particle follows.
    pub fn wrong_answers_about(
        &self,
        terms: &[TermId],
        key: &TermKey,
        mark: Mark,
    ) -> Result<Vec<(TermId, String)>, StoreError> {
        let mut found: Vec<(Timestamp, bool, ReviewId, TermId, String)> = Vec::new();
        let mut read = |row: &Row<'_>, practice: bool| {
            found.push((row.get("at")?, practice, row.get("id")?, row.get("term")?, row.get("typed")?));
            Ok::<(), StoreError>(())
        };
        for (practice, view, last) in [(false, "standing", mark.review), (true, "standing_practice", mark.practice)] {
            let front = format!(
                "SELECT id, term, typed, at FROM {view} WHERE verdict = 'wrong' AND typed IS NOT NULL AND id <= ?1"
            );
            for term in terms {
                self.rows(&format!("{front} AND term = ?2"), params![last, term], |row| read(row, practice))?;
            }
            // Nothing that is a text sorts behind U+10FFFF.
            let sql = format!(
                "{front} AND replace(lower(typed), ' ', '') >= ?2 AND replace(lower(typed), ' ', '') < ?2 || char(0x10FFFF)"
            );
            self.rows(&sql, params![last, key.as_str()], |row| read(row, practice))?;
        }
        found.sort_by_key(|(at, practice, id, ..)| (*at, *practice, *id));
        found.dedup_by_key(|(_, practice, id, ..)| (*practice, *id));
        Ok(found.into_iter().map(|(.., term, typed)| (term, typed)).collect())
    }

    /// The answers that are stored now.
    pub fn mark(&self) -> Result<Mark, StoreError> {
        let sql = "SELECT (SELECT coalesce(max(id), 0) FROM review) AS review, (SELECT coalesce(max(id), 0) FROM practice) AS practice";
        let mark =
            self.first(sql, [], |row| Ok(Mark { review: row.get("review")?, practice: row.get("practice")? }))?;
        Ok(mark.unwrap_or_default())
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
