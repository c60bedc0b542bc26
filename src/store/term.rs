//! Terms: what the articles hold, once each.

use std::borrow::Cow;

use rusqlite::{Connection, Row, named_params, params};

use super::at_hand::{AtHand, Held};
use super::values::size;
use super::{Store, StoreError, card};
use crate::deck::{DeckId, State, Status, Term, TermId};
use crate::reader::Knowledge;
use crate::vocab::{ArticleTerm, Kind, TermKey};

/// A term with what the articles of a deck, or all, tell of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermStats {
    pub term: Term,
    pub count: usize,
    /// Inside longer terms.
    pub nested: usize,
    /// In how many articles it is.
    pub articles: usize,
    /// In at least one title.
    pub in_title: bool,
    /// The long form, where any article introduced the term as short for one.
    pub short_for: Option<String>,
    /// Active and new for names, which have no card.
    pub status: Status,
    pub state: State,
    pub flagged: bool,
    /// The sentence of its best cloze, else of its first occurrence.
    pub example: Option<String>,
    /// Where it was met first: grows in reading order from article to article; only good for comparing.
    pub first_seen: usize,
}

impl Store {
    /// Every term of a deck, or of all articles, names included, in the order in which they were met.
    pub fn term_stats(&self, deck: Option<DeckId>) -> Result<Vec<TermStats>, StoreError> {
        self.rows(include_str!("term_stats.sql"), named_params! {":deck": deck}, stats_from)
    }
}

/// What the articles of a deck, or all, tell of a term that was never answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewTermCounts {
    pub term: TermId,
    pub count: usize,
    /// Inside longer terms.
    pub nested: usize,
    /// In at least one title.
    pub in_title: bool,
}

impl Store {
    /// Of [`Self::term_stats`], what ranking needs of the open cards that were never answered.
    pub fn new_term_counts(&self, deck: Option<DeckId>) -> Result<Vec<NewTermCounts>, StoreError> {
        self.rows(include_str!("new_term_counts.sql"), named_params! {":deck": deck}, |row| {
            Ok(NewTermCounts {
                term: row.get("term")?,
                count: size(row, "count")?,
                nested: size(row, "nested")?,
                in_title: row.get("in_title")?,
            })
        })
    }

    /// The compounds of all articles, with their parts.
    pub fn compounds(&self) -> Result<Vec<(TermId, Vec<String>)>, StoreError> {
        self.rows("SELECT id, parts FROM term WHERE kind = 'compound'", [], |row| {
            Ok((row.get("id")?, parts_from(&row.get::<_, String>("parts")?)?))
        })
    }

    /// How often a term occurs in a deck, or in all articles.
    pub fn occurrences_of(&self, term: TermId, deck: Option<DeckId>) -> Result<usize, StoreError> {
        let sql =
            "SELECT coalesce(sum(count), 0) AS count FROM article_term WHERE term = :term AND (:deck IS NULL OR EXISTS
            (SELECT 1 FROM deck_article WHERE deck = :deck AND deck_article.article = article_term.article))";
        Ok(self.first(sql, named_params! {":term": term, ":deck": deck}, |row| size(row, "count"))?.unwrap_or(0))
    }
}

impl Store {
    /// The sentence that asks a term best.
    pub fn example(&self, term: TermId) -> Result<Option<String>, StoreError> {
        let sql = "SELECT sentence.text FROM cloze JOIN sentence ON sentence.id = cloze.sentence WHERE cloze.term = ?1 AND NOT cloze.retired ORDER BY cloze.score DESC, cloze.id LIMIT 1";
        self.first(sql, [term], |row| Ok(row.get(0)?))
    }

    /// The long form of an abbreviation, by whichever article introduced it.
    pub fn short_for(&self, term: TermId) -> Result<Option<String>, StoreError> {
        let sql = "SELECT short_for FROM article_term WHERE term = ?1 AND short_for IS NOT NULL LIMIT 1";
        self.first(sql, [term], |row| Ok(row.get(0)?))
    }

    pub fn term(&self, id: TermId) -> Result<Option<Term>, StoreError> {
        let sql = "SELECT id AS term_id, key, pos, kind, term AS shown, parts FROM term WHERE id = ?1";
        self.first(sql, [id], term_from)
    }

    /// The terms with this key that the articles have: one a part of speech.
    pub fn terms_keyed(&self, key: &TermKey) -> Result<Vec<Term>, StoreError> {
        let sql = "SELECT id AS term_id, key, pos, kind, term AS shown, parts FROM term WHERE key = ?1 AND EXISTS (SELECT 1 FROM article_term WHERE article_term.term = term.id) ORDER BY id";
        self.rows(sql, [key.as_str()], term_from)
    }

    /// The terms that stand right behind a term somewhere, as they are shown: the most frequent first, between equals the
    /// one that was met first.
    pub fn followers(&self, term: TermId) -> Result<Vec<String>, StoreError> {
        let found = self.rows(include_str!("neighbours.sql"), named_params! {":term": term}, |row| {
            let text: String = row.get("text")?;
            let gap = text.get(size(row, "behind")?..size(row, "before")?).map(str::trim);
            Ok((gap == Some("")).then_some(row.get::<_, String>("shown")?))
        })?;
        let mut counts: Vec<(String, usize)> = Vec::new();
        for shown in found.into_iter().flatten() {
            match counts.iter_mut().find(|(known, _)| *known == shown) {
                Some((_, count)) => *count += 1,
                None => counts.push((shown, 1)),
            }
        }
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        Ok(counts.into_iter().map(|(shown, _)| shown).collect())
    }

    /// In how many articles and sentences the terms with this key stand.
    pub fn places(&self, key: &TermKey) -> Result<(usize, usize), StoreError> {
        let places = self.first(include_str!("places.sql"), [key.as_str()], |row| {
            Ok((size(row, "articles")?, size(row, "sentences")?))
        })?;
        Ok(places.unwrap_or_default())
    }
}

/// A row with `term_id`, `key`, `pos`, `kind`, `shown` and `parts` side by side in this order: only the first is looked for
/// by its name, which costs more than a value.
pub(super) fn term_from(row: &Row<'_>) -> Result<Term, StoreError> {
    let first = row.as_ref().column_index("term_id")?;
    let key: String = row.get(first + 1)?;
    Ok(Term {
        id: row.get(first)?,
        key: TermKey::of(&key),
        pos: row.get(first + 2)?,
        kind: row.get(first + 3)?,
        term: row.get(first + 4)?,
        parts: parts_from(&row.get::<_, String>(first + 5)?)?,
    })
}

/// Most terms have none.
const NO_PARTS: &str = "[]";

/// Parts as they are stored, a JSON list.
pub(super) fn parts_from(parts: &str) -> Result<Vec<String>, StoreError> {
    if parts == NO_PARTS {
        return Ok(Vec::new());
    }
    serde_json::from_str(parts).map_err(|error| StoreError::Damaged(format!("parts: {error}")))
}

fn stats_from(row: &Row<'_>) -> Result<TermStats, StoreError> {
    let seen = row.get::<_, Option<i64>>("first_seen")?;
    Ok(TermStats {
        term: term_from(row)?,
        count: size(row, "count")?,
        nested: size(row, "nested")?,
        articles: size(row, "articles")?,
        short_for: row.get("short_for")?,
        in_title: row.get("in_title")?,
        status: row.get("status")?,
        state: card::state_from(row)?,
        flagged: row.get("flagged")?,
        example: row.get("example")?,
        // A term that only stands inside longer ones comes after all others.
        first_seen: seen.and_then(|id| usize::try_from(id).ok()).unwrap_or(usize::MAX),
    })
}

/// A term's parts as they are stored, a JSON list.
pub(super) fn parts_of(found: &ArticleTerm) -> Result<Cow<'static, str>, StoreError> {
    if found.parts.is_empty() {
        return Ok(Cow::Borrowed(NO_PARTS));
    }
    serde_json::to_string(&found.parts).map(Cow::Owned).map_err(|_| StoreError::Inconsistent("parts that are no text"))
}

/// The term's row, and whether a card was made for it: for a new term, and for one that was a mere name until now.
/// `parts` are the term's own, as they are stored.
pub(super) fn find_or_insert(
    conn: &Connection,
    at_hand: &mut AtHand,
    found: &ArticleTerm,
    parts: &str,
) -> Result<(Held, bool), StoreError> {
    let held = at_hand.get(&found.key, found.pos);
    let known = match held {
        Some(held) => Some(held),
        None => look_up(conn, found)?,
    };
    let asked = found.kind != Kind::Name;
    let apart = found.term.contains(' ');
    let id = match known {
        Some(Held { id, kind: Kind::Name, .. }) if asked => {
            conn.prepare_cached("UPDATE term SET kind = ?2, term = ?3, parts = ?4 WHERE id = ?1")?
                .execute(params![id, found.kind, found.term, parts])?;
            id
        }
        Some(known) => {
            let refined = refine(conn, known, found, parts)?;
            if held != Some(refined) {
                at_hand.put(&found.key, found.pos, refined);
            }
            return Ok((refined, false));
        }
        None => {
            conn.prepare_cached("INSERT INTO term (key, pos, kind, term, parts) VALUES (?1, ?2, ?3, ?4, ?5)")?
                .execute(params![found.key.as_str(), found.pos, found.kind, found.term, parts])?;
            TermId(conn.last_insert_rowid())
        }
    };
    let is_new = asked && card::insert_new(conn, id)?;
    // A name that had a card once still has it.
    let held = if asked && !is_new { look_up(conn, found)? } else { None };
    let knowledge = if asked { Knowledge::New } else { Knowledge::Name };
    let held = held.unwrap_or(Held { id, kind: found.kind, apart, knowledge });
    at_hand.put(&found.key, found.pos, held);
    Ok((held, is_new))
}

/// The row of a term and of its card.
fn look_up(conn: &Connection, found: &ArticleTerm) -> Result<Option<Held>, StoreError> {
    let mut find = conn.prepare_cached(include_str!("term_held.sql"))?;
    let mut rows = find.query(params![found.key.as_str(), found.pos])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let (id, kind, apart) = (row.get(0)?, row.get(1)?, row.get(2)?);
    let card = match row.get::<_, Option<Status>>("status")? {
        Some(status) => Some((status, card::state_from(row)?)),
        None => None,
    };
    Ok(Some(Held { id, kind, apart, knowledge: Knowledge::of(kind, card, None) }))
}

/// What an article, or all of them, tell of a term.
struct Told {
    kind: Kind,
    shown: String,
    parts: String,
}

/// Tells a term anew by its articles in the order in which they came, as `find_or_insert` does when it meets them one
/// after another. A term that no article has any more stays as it is.
pub(super) fn tell_anew(conn: &Connection, id: TermId) -> Result<(), StoreError> {
    conn.prepare_cached("INSERT OR IGNORE INTO unlisted_term VALUES (?1)")?.execute([id])?;
    let mut select =
        conn.prepare_cached("SELECT kind, shown, parts FROM article_term WHERE term = ?1 ORDER BY article")?;
    let rows = select.query_and_then([id], |row| -> Result<Told, StoreError> {
        Ok(Told { kind: row.get("kind")?, shown: row.get("shown")?, parts: row.get("parts")? })
    })?;
    let mut all: Option<Told> = None;
    for row in rows {
        let found = row?;
        all = Some(match all {
            None => found,
            Some(told) if told.kind == Kind::Name && found.kind != Kind::Name => found,
            Some(mut told) => {
                if told.kind == Kind::Noun && found.kind == Kind::Compound {
                    (told.kind, told.parts) = (found.kind, found.parts);
                }
                if told.shown.contains(' ') && !found.shown.contains(' ') {
                    told.shown = found.shown;
                }
                told
            }
        });
    }
    let Some(Told { kind, shown, parts }) = all else { return Ok(()) };
    conn.prepare_cached("UPDATE term SET kind = ?2, term = ?3, parts = ?4 WHERE id = ?1")?
        .execute(params![id, kind, shown, parts])?;
    if kind != Kind::Name {
        card::insert_new(conn, id)?;
    }
    Ok(())
}

/// What a later article knows better: that a noun is made of others, and that a term is also written solid. Solid is how
/// a term is shown as soon as one article writes it so, whatever came first.
fn refine(conn: &Connection, known: Held, found: &ArticleTerm, parts: &str) -> Result<Held, StoreError> {
    let mut held = known;
    if known.kind == Kind::Noun && found.kind == Kind::Compound {
        conn.prepare_cached("UPDATE term SET kind = ?2, parts = ?3 WHERE id = ?1")?
            .execute(params![known.id, found.kind, parts])?;
        held.kind = found.kind;
    }
    if known.apart && !found.term.contains(' ') {
        conn.prepare_cached("UPDATE term SET term = ?2 WHERE id = ?1")?.execute(params![known.id, found.term])?;
        held.apart = false;
    }
    Ok(held)
}
