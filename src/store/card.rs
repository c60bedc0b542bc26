//! Cards: the memory of each term.

use std::collections::HashMap;

use rusqlite::{Connection, Row, named_params, params};

use super::term::term_from;
use super::{Store, StoreError};
use crate::deck::{ArticleId, Card, DeckId, Due, Memory, State, Term, TermId};
use crate::time::{StudyDay, Timestamp};
use crate::vocab::TermKey;

/// A card in its steps may be asked this many seconds before its moment.
pub(super) const AHEAD: i64 = 20 * 60;

impl Store {
    /// Cards to be asked again: open, and due by today or, while in steps, within the next 20 minutes.
    /// Those of days first, each the longest overdue first.
    pub fn due_cards(
        &self,
        deck: Option<DeckId>,
        today: StudyDay,
        now: Timestamp,
    ) -> Result<Vec<(Term, Card)>, StoreError> {
        let sql = concat!(include_str!("card.sql"), include_str!("card_asked.sql"), include_str!("card_due.sql"));
        let until = now.plus_seconds(AHEAD);
        self.rows(sql, named_params! {":deck": deck, ":today": today, ":until": until}, both_from)
    }

    /// Cards that were never answered and can be asked, in the order in which their terms were stored.
    pub fn new_cards(&self, deck: Option<DeckId>, today: StudyDay) -> Result<Vec<(Term, Card)>, StoreError> {
        let sql = concat!(include_str!("card.sql"), include_str!("card_asked.sql"), include_str!("card_new.sql"));
        self.rows(sql, named_params! {":deck": deck, ":today": today}, both_from)
    }

    /// Every card of a term that the articles have, whatever its state.
    pub fn cards(&self, deck: Option<DeckId>) -> Result<Vec<(Term, Card)>, StoreError> {
        let sql = concat!(include_str!("card.sql"), include_str!("card_met.sql"), "ORDER BY card.term");
        self.rows(sql, named_params! {":deck": deck}, both_from)
    }

    /// Cards that can be practised, of a deck, an article or all: the weakest memories first, new ones last.
    pub fn practice_cards(
        &self,
        deck: Option<DeckId>,
        article: Option<ArticleId>,
    ) -> Result<Vec<(Term, Card)>, StoreError> {
        let sql = concat!(include_str!("card.sql"), include_str!("card_asked.sql"), include_str!("card_practice.sql"));
        self.rows(sql, named_params! {":deck": deck, ":article": article}, both_from)
    }

    /// Cards of terms that were stored behind `term` and were never answered nor set aside.
    pub fn new_cards_since(&self, term: TermId) -> Result<Vec<(Term, Card)>, StoreError> {
        let sql = concat!(
            include_str!("card.sql"),
            "AND card.term > :since AND card.state = 'new' AND card.status = 'active' ORDER BY card.term"
        );
        self.rows(sql, named_params! {":since": term}, both_from)
    }

    /// The term that was stored last; 0 before the first.
    pub fn last_term(&self) -> Result<TermId, StoreError> {
        let last = self.first("SELECT coalesce(max(id), 0) AS id FROM term", [], |row| Ok(row.get("id")?))?;
        Ok(last.unwrap_or(TermId(0)))
    }

    pub fn card(&self, term: TermId) -> Result<Option<Card>, StoreError> {
        self.first("SELECT *, term AS term_id FROM card WHERE term = ?1", [term], card_from)
    }

    /// Stores all of a card without an answer: for a card that tests begin with.
    #[cfg(test)]
    pub fn put_card(&mut self, card: &Card) -> Result<(), StoreError> {
        update(&self.conn, card)
    }

    /// Stores the card's status, its marks and how long it is buried; its memory stays as it is.
    pub fn set_status(&mut self, card: &Card) -> Result<(), StoreError> {
        let changed = self
            .conn
            .prepare_cached("UPDATE card SET status = ?2, buried_until = ?3, leech = ?4, flagged = ?5 WHERE term = ?1")?
            .execute(params![card.term, card.status, card.buried_until, card.leech, card.flagged])?;
        if changed == 0 { Err(StoreError::NoCard(card.term)) } else { Ok(()) }
    }

    /// Stores cards whole, all or none: a card that begins anew, or is given another day.
    pub fn put_cards(&mut self, cards: &[Card]) -> Result<(), StoreError> {
        let tx = self.conn.transaction()?;
        for card in cards {
            update(&tx, card)?;
        }
        Ok(tx.commit()?)
    }

    /// How many open cards are due on each of these days.
    pub fn due_by_day(&self, from: StudyDay, to: StudyDay) -> Result<HashMap<StudyDay, u32>, StoreError> {
        let sql = "SELECT due_day, count(*) AS cards FROM card WHERE status = 'active' AND due_day BETWEEN ?1 AND ?2 GROUP BY due_day";
        let rows = self.rows(sql, params![from, to], |row| Ok((row.get("due_day")?, row.get("cards")?)))?;
        Ok(rows.into_iter().collect())
    }

    /// Cards that were forgotten again and again and are still asked.
    pub fn leeches(&self) -> Result<Vec<(Term, Card)>, StoreError> {
        let sql =
            concat!(include_str!("card.sql"), include_str!("card_asked.sql"), "AND card.leech ORDER BY card.term");
        self.rows(sql, named_params! {":deck": None::<DeckId>}, both_from)
    }

    /// The cards of the terms with this key, one a part of speech.
    pub fn cards_keyed(&self, key: &TermKey) -> Result<Vec<(Term, Card)>, StoreError> {
        let sql =
            concat!(include_str!("card.sql"), include_str!("card_met.sql"), "AND term.key = :key ORDER BY card.term");
        self.rows(sql, named_params! {":deck": None::<DeckId>, ":key": key.as_str()}, both_from)
    }
}

/// A row with `state` and `step`.
pub(super) fn state_from(row: &Row<'_>) -> Result<State, StoreError> {
    let name: String = row.get("state")?;
    State::from_parts(&name, row.get("step")?).ok_or_else(|| no_state(&name))
}

fn no_state(name: &str) -> StoreError {
    StoreError::Damaged(format!("no state is called {name:?}"))
}

/// A row with `term_id`, and the other columns of `card` side by side in their order: by their places, because looking for
/// a name costs more than the value where there are thousands of cards.
fn card_from(row: &Row<'_>) -> Result<Card, StoreError> {
    let first = row.as_ref().column_index("state")?;
    let name: String = row.get(first)?;
    let state = State::from_parts(&name, row.get(first + 1)?).ok_or_else(|| no_state(&name))?;
    let memory = match (row.get(first + 2)?, row.get(first + 3)?) {
        (Some(stability), Some(difficulty)) => Some(Memory { stability, difficulty }),
        _ => None,
    };
    let due = match (row.get(first + 4)?, row.get(first + 5)?) {
        (Some(at), _) => Some(Due::At(at)),
        (None, Some(day)) => Some(Due::On(day)),
        (None, None) => None,
    };
    Ok(Card {
        term: row.get("term_id")?,
        state,
        memory,
        due,
        last_review: row.get(first + 6)?,
        reps: row.get(first + 7)?,
        lapses: row.get(first + 8)?,
        status: row.get(first + 9)?,
        buried_until: row.get(first + 10)?,
        leech: row.get(first + 11)?,
        flagged: row.get(first + 12)?,
    })
}

fn both_from(row: &Row<'_>) -> Result<(Term, Card), StoreError> {
    Ok((term_from(row)?, card_from(row)?))
}

/// A card's values as its columns have them.
pub(super) struct Columns {
    pub state: &'static str,
    pub step: u8,
    pub stability: Option<f32>,
    pub difficulty: Option<f32>,
    pub due_at: Option<Timestamp>,
    pub due_day: Option<StudyDay>,
}

impl Columns {
    pub fn of(card: &Card) -> Self {
        let (due_at, due_day) = match card.due {
            Some(Due::At(at)) => (Some(at), None),
            Some(Due::On(day)) => (None, Some(day)),
            None => (None, None),
        };
        Self {
            state: card.state.name(),
            step: card.state.step(),
            stability: card.memory.map(|memory| memory.stability),
            difficulty: card.memory.map(|memory| memory.difficulty),
            due_at,
            due_day,
        }
    }
}

/// The card of a term met for the first time. Says whether it had none.
pub(super) fn insert_new(conn: &Connection, term: TermId) -> Result<bool, StoreError> {
    let card = Card::new(term);
    let sql = "INSERT OR IGNORE INTO card (term, state, step, reps, lapses, status) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let values = params![term, card.state.name(), card.state.step(), card.reps, card.lapses, card.status];
    Ok(conn.prepare_cached(sql)?.execute(values)? > 0)
}

/// Stores all of `card`. Runs inside the caller's transaction.
pub(super) fn update(conn: &Connection, card: &Card) -> Result<(), StoreError> {
    let columns = Columns::of(card);
    let changed = conn.prepare_cached(include_str!("card_update.sql"))?.execute(named_params! {
        ":term": card.term,
        ":state": columns.state,
        ":step": columns.step,
        ":stability": columns.stability,
        ":difficulty": columns.difficulty,
        ":due_at": columns.due_at,
        ":due_day": columns.due_day,
        ":last_review_at": card.last_review,
        ":reps": card.reps,
        ":lapses": card.lapses,
        ":status": card.status,
        ":buried_until": card.buried_until,
        ":leech": card.leech,
        ":flagged": card.flagged,
    })?;
    if changed == 0 { Err(StoreError::NoCard(card.term)) } else { Ok(()) }
}
