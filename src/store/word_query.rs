//! The words of the list in some order, and which of them fit: each order is one index read from one end, each condition
//! a set of its own, so that whatever is combined costs no more than its parts.

use rusqlite::{Params, params, params_from_iter};

use super::listed::NO_LEVEL;
use super::term_set::TermSet;
use super::{Store, StoreError};
use crate::deck::{TermId, WordFilter, WordSort, WordState};
use crate::time::{StudyDay, Timestamp};

/// What words are wanted, and in which order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WordQuery {
    pub sort: WordSort,
    /// From the other end. Names stay behind the words, and what has no value behind what has one.
    pub reverse: bool,
    pub filter: WordFilter,
    /// Each of these bounds is met by one of a word's texts: see [`crate::vocab::find::wanted`].
    pub search: Vec<(String, String)>,
}

impl Store {
    /// All words in an order, names behind them; those that are in no open deck only where `closed`.
    pub fn word_order(
        &self,
        sort: WordSort,
        reverse: bool,
        closed: bool,
        now: Timestamp,
    ) -> Result<Vec<TermId>, StoreError> {
        let order = index(sort, reverse);
        let mut all = Vec::new();
        for shelf in 0..=1 {
            let first = all.len();
            let sql = format!("SELECT term FROM listed WHERE shelf = {shelf} AND (open OR {closed}) ORDER BY {order}");
            let mut statement = self.conn.prepare(&sql)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                all.push(row.get(0)?);
            }
            if shelf == 0 && matches!(sort, WordSort::Due | WordSort::Stability | WordSort::Recall) {
                let values = self.memory_values(sort, now)?;
                let words = all.split_off(first);
                all.extend(by_value(words, &values, reverse));
            }
        }
        Ok(all)
    }

    /// What cards are sorted by, for those that have it: the smallest is the first.
    fn memory_values(&self, sort: WordSort, now: Timestamp) -> Result<Vec<(TermId, f64)>, StoreError> {
        let sql = match sort {
            WordSort::Due => {
                "SELECT term, coalesce(due_at, due_day * 86400000) AS value FROM card WHERE state <> 'new'"
            }
            WordSort::Stability => "SELECT term, stability AS value FROM card WHERE state <> 'new'",
            // Of two memories that one is weaker of whose stability more has gone by.
            _ => "SELECT term, (last_review_at - ?1) / stability AS value FROM card WHERE state <> 'new'",
        };
        let now = now.as_millis();
        let now: &[i64] = if sort == WordSort::Recall { &[now] } else { &[] };
        let values = self.rows(sql, params_from_iter(now), |row| {
            let value: Option<f64> = row.get("value")?;
            Ok(value.map(|value| (row.get("term"), value)))
        })?;
        values.into_iter().flatten().map(|(term, value)| Ok((term?, value))).collect()
    }

    /// The words for which all conditions hold; `None` where there are none.
    pub fn words_that(
        &self,
        filter: &WordFilter,
        today: StudyDay,
        now: Timestamp,
    ) -> Result<Option<TermSet>, StoreError> {
        let WordFilter { state, kind, level, domain, deck, article } = filter;
        let mut all = None;
        if let Some(state) = state {
            let (today, now) = (today.number(), now.as_millis());
            let sql = format!("SELECT term FROM card WHERE {}", standing(*state, today, now));
            meet(&mut all, self.term_set(&sql, [])?);
            // A word that became a name keeps its card, but is no word any more.
            meet(&mut all, self.term_set("SELECT term FROM listed WHERE shelf = 0", [])?);
        }
        if let Some(kind) = kind {
            meet(&mut all, self.term_set("SELECT term FROM listed WHERE kind = ?1", [kind])?);
        }
        if let Some(level) = level {
            let level = if *level == 0 { NO_LEVEL } else { *level };
            meet(&mut all, self.term_set("SELECT term FROM listed WHERE shelf IN (0, 1) AND level = ?1", [level])?);
        }
        if let Some(domain) = domain {
            meet(&mut all, self.term_set("SELECT term FROM listed WHERE domain = ?1", [domain])?);
        }
        if let Some(deck) = deck {
            let sql = "SELECT article_term.term FROM deck_article CROSS JOIN article_term ON article_term.article = deck_article.article WHERE deck_article.deck = ?1";
            meet(&mut all, self.term_set(sql, [deck])?);
        }
        if let Some(article) = article {
            meet(&mut all, self.term_set("SELECT term FROM article_term WHERE article = ?1", [article])?);
        }
        Ok(all)
    }

    /// The words that a search finds; `None` where nothing is searched for.
    pub fn words_found_by(&self, search: &[(String, String)]) -> Result<Option<TermSet>, StoreError> {
        let mut all = None;
        for (from, until) in search {
            let sql = "SELECT term FROM found_by WHERE text >= ?1 AND text < ?2";
            meet(&mut all, self.term_set(sql, params![from, until])?);
        }
        Ok(all)
    }

    fn term_set(&self, sql: &str, params: impl Params) -> Result<TermSet, StoreError> {
        let mut statement = self.conn.prepare(sql)?;
        let mut rows = statement.query(params)?;
        let mut set = TermSet::default();
        while let Some(row) = rows.next()? {
            set.insert(row.get(0)?);
        }
        Ok(set)
    }
}

/// Narrows `all` by another condition.
fn meet(all: &mut Option<TermSet>, own: TermSet) {
    match all {
        Some(all) => all.intersect(&own),
        None => *all = Some(own),
    }
}

/// Words with a value first, the smallest or the greatest in front; equals, and what has none, as they stood.
fn by_value(words: Vec<TermId>, values: &[(TermId, f64)], reverse: bool) -> Vec<TermId> {
    let last = values.iter().filter_map(|(term, _)| usize::try_from(term.0).ok()).max().map_or(0, |last| last + 1);
    let mut by_term = vec![f64::NAN; last];
    for (term, value) in values {
        if let Some(slot) = usize::try_from(term.0).ok().and_then(|at| by_term.get_mut(at)) {
            *slot = *value;
        }
    }
    let value = |term: &TermId| usize::try_from(term.0).ok().and_then(|at| by_term.get(at)).copied();
    let mut valued: Vec<(f64, TermId)> = Vec::with_capacity(values.len());
    let mut others = Vec::with_capacity(words.len());
    for term in words {
        match value(&term).filter(|value| !value.is_nan()) {
            Some(value) => valued.push((value, term)),
            None => others.push(term),
        }
    }
    valued.sort_by(|(a, _), (b, _)| if reverse { b.total_cmp(a) } else { a.total_cmp(b) });
    valued.into_iter().map(|(_, term)| term).chain(others).collect()
}

/// The order of an index, forwards or backwards; by rank where cards decide.
const fn index(sort: WordSort, reverse: bool) -> &'static str {
    match (sort, reverse) {
        (WordSort::Rank, true) => "score, term DESC",
        (WordSort::Count, false) => "count DESC, term",
        (WordSort::Count, true) => "count, term DESC",
        (WordSort::Alphabet, false) => "key, term",
        (WordSort::Alphabet, true) => "key DESC, term DESC",
        (WordSort::Added, false) => "term DESC",
        (WordSort::Added, true) => "term",
        (WordSort::Level, false) => "level, score DESC, term",
        // What has no level comes last from either end.
        (WordSort::Level, true) => "level = 9, level DESC, score DESC, term",
        (WordSort::Rank, false) | (WordSort::Due | WordSort::Stability | WordSort::Recall, _) => "score DESC, term",
    }
}

/// A condition on cards. Only words of this file and numbers stand in it.
fn standing(state: WordState, today: i32, now: i64) -> String {
    let open = "status = 'active'";
    match state {
        WordState::New => format!("{open} AND state = 'new'"),
        WordState::Learning => format!("{open} AND state IN ('learning', 'relearning')"),
        WordState::Young => format!("{open} AND state = 'review' AND stability < 21"),
        WordState::Mature => format!("{open} AND state = 'review' AND stability >= 21"),
        WordState::Known => "status = 'known'".to_owned(),
        WordState::Ignored => "status = 'ignored'".to_owned(),
        WordState::Suspended => "status = 'suspended'".to_owned(),
        WordState::Due => format!("{open} AND state <> 'new' AND (due_day <= {today} OR due_at <= {now})"),
        WordState::Leech => "leech".to_owned(),
        WordState::Flagged => "flagged".to_owned(),
    }
}
