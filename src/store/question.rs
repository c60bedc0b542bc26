//! Clozes with their sentences and articles: what a question needs.

use rusqlite::{Row, params};

use super::{Store, StoreError, term};
use crate::cloze::FLOOR;
use crate::deck::{ArticleId, ClozeId, DeckId, Question, ReviewId, Term, TermId};

/// A question of a deck and the term it asks.
#[derive(Debug, Clone, PartialEq)]
pub struct ClozeRow {
    pub term: Term,
    pub question: Question,
}

impl Store {
    /// The questions on a term, the anchor first: the best of the article in which the term was met first. Where
    /// that article has none that is good enough, the best of all is the anchor.
    pub fn questions(&self, term: TermId) -> Result<Vec<Question>, StoreError> {
        let mut query = self.connection.prepare_cached(include_str!("questions.sql"))?;
        let rows = query.query_map(params![term.0, Option::<i64>::None], read)?;
        let mut questions: Vec<Question> = rows.collect::<Result<_, _>>()?;
        let first_article = questions.iter().map(|question| question.article).min();
        let anchor = questions.iter().position(|q| Some(q.article) == first_article && q.score >= FLOOR);
        if let Some(anchor) = anchor {
            questions.get_mut(..=anchor).unwrap_or_default().rotate_right(1);
        }
        Ok(questions)
    }

    /// All questions of a deck, or of all decks: term by term, the best first.
    pub fn deck_clozes(&self, deck: Option<DeckId>) -> Result<Vec<ClozeRow>, StoreError> {
        let mut query = self.connection.prepare_cached(include_str!("questions.sql"))?;
        let rows = query.query_map(params![Option::<i64>::None, deck.map(|deck| deck.0)], |row| {
            Ok(ClozeRow { term: term::read(row)?, question: read(row)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn read(row: &Row) -> rusqlite::Result<Question> {
    #[expect(clippy::cast_possible_truncation, reason = "it was stored from f32")]
    let score = row.get::<_, f64>("score")? as f32;
    Ok(Question {
        cloze: ClozeId(row.get("cloze_id")?),
        article: ArticleId(row.get("article")?),
        title: row.get("title")?,
        outlet: row.get("outlet")?,
        sentence: row.get("sentence_text")?,
        range: row.get("start")?..row.get("end")?,
        score,
        asked: row.get("asked")?,
        last_asked: row.get::<_, Option<i64>>("last_asked")?.map(ReviewId),
    })
}
