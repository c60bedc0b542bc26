//! Cards: the memory of each term.

use rusqlite::{OptionalExtension, Row, Transaction, named_params};

use super::{Store, StoreError, term};
use crate::deck::{Card, DeckId, Due, Memory, State, Status, Term, TermId};
use crate::time::{StudyDay, Timestamp};

/// Cards in steps are offered this much before their moment, when nothing else is left.
const LEARN_AHEAD_SECONDS: i64 = 20 * 60;

/// The latest moment that counts as due at `now`.
pub(super) const fn soon(now: Timestamp) -> Timestamp {
    now.plus_seconds(LEARN_AHEAD_SECONDS)
}

impl Store {
    pub fn card(&self, term: TermId) -> Result<Option<Card>, StoreError> {
        let mut query = self.connection.prepare_cached("SELECT *, term AS term_id FROM card WHERE term = ?1")?;
        Ok(query.query_row([term.0], read).optional()?)
    }

    /// Cards that were answered before and are due at `now` or on `today`, the longest due first.
    pub fn due_cards(
        &self,
        deck: Option<DeckId>,
        today: StudyDay,
        now: Timestamp,
    ) -> Result<Vec<(Term, Card)>, StoreError> {
        let mut query = self.connection.prepare_cached(include_str!("due_cards.sql"))?;
        let deck = deck.map(|deck| deck.0);
        let parameters = named_params! { ":deck": deck, ":today": today.number(), ":soon": soon(now).as_millis() };
        let rows = query.query_map(parameters, |row| Ok((term::read(row)?, read(row)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Cards that were never answered and can be asked, in the order in which their terms were met.
    pub fn new_cards(&self, deck: Option<DeckId>, today: StudyDay) -> Result<Vec<(Term, Card)>, StoreError> {
        let mut query = self.connection.prepare_cached(include_str!("new_cards.sql"))?;
        let parameters = named_params! { ":deck": deck.map(|deck| deck.0), ":today": today.number() };
        let rows = query.query_map(parameters, |row| Ok((term::read(row)?, read(row)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Stores what the learner decided about a term: status and how long it is put off.
    pub fn set_status(&mut self, card: &Card) -> Result<(), StoreError> {
        let transaction = self.connection.transaction()?;
        write(&transaction, card)?;
        Ok(transaction.commit()?)
    }
}

/// Writes every column of a card.
pub(super) fn write(transaction: &Transaction, card: &Card) -> Result<(), StoreError> {
    let mut update = transaction.prepare_cached(include_str!("write_card.sql"))?;
    let (due_at, due_day) = due_columns(card.due);
    update.execute(named_params! {
        ":term": card.term.0,
        ":state": card.state.name(),
        ":step": card.state.step(),
        ":stability": card.memory.map(|memory| f64::from(memory.stability)),
        ":difficulty": card.memory.map(|memory| f64::from(memory.difficulty)),
        ":due_at": due_at,
        ":due_day": due_day,
        ":last_review": card.last_review.map(Timestamp::as_millis),
        ":reps": card.reps,
        ":lapses": card.lapses,
        ":status": card.status.name(),
        ":buried_until": card.buried_until.map(StudyDay::number),
    })?;
    Ok(())
}

/// A due date as the columns `due_at` and `due_day`.
pub(super) const fn due_columns(due: Option<Due>) -> (Option<i64>, Option<i32>) {
    match due {
        Some(Due::At(at)) => (Some(at.as_millis()), None),
        Some(Due::On(day)) => (None, Some(day.number())),
        None => (None, None),
    }
}

/// A card from the columns of the table.
pub(super) fn read(row: &Row) -> rusqlite::Result<Card> {
    let state: String = row.get("state")?;
    let status: String = row.get("status")?;
    let memory = match (row.get::<_, Option<f64>>("stability")?, row.get::<_, Option<f64>>("difficulty")?) {
        #[expect(clippy::cast_possible_truncation, reason = "they were stored from f32")]
        (Some(stability), Some(difficulty)) => {
            Some(Memory { stability: stability as f32, difficulty: difficulty as f32 })
        }
        _ => None,
    };
    let due = match (row.get::<_, Option<i64>>("due_at")?, row.get::<_, Option<i32>>("due_day")?) {
        (Some(at), _) => Some(Due::At(Timestamp::from_millis(at))),
        (None, Some(day)) => Some(Due::On(StudyDay::new(day))),
        (None, None) => None,
    };
    Ok(Card {
        term: TermId(row.get("term_id")?),
        state: State::from_parts(&state, row.get("step")?).ok_or_else(|| term::unknown(&state))?,
        memory,
        due,
        last_review: row.get::<_, Option<i64>>("last_review")?.map(Timestamp::from_millis),
        reps: row.get("reps")?,
        lapses: row.get("lapses")?,
        status: Status::from_name(&status).ok_or_else(|| term::unknown(&status))?,
        buried_until: row.get::<_, Option<i32>>("buried_until")?.map(StudyDay::new),
    })
}
