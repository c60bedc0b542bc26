//! The rows of an article: what `article` writes, a table each.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::ops::Range;

use rusqlite::{Connection, named_params, params};

use super::at_hand::AtHand;
use super::bulk::Table;
use super::values::number;
use super::{StoreError, term};
use crate::article::Article;
use crate::cloze::Cloze;
use crate::deck::{ArticleId, SentenceId, TermId};
use crate::reader::{Coverage, Outermost};
use crate::time::Timestamp;
use crate::vocab::ArticleTerm;

const TERMS: Table = Table {
    insert: "INSERT OR FAIL INTO article_term (article, term, count, nested, in_title, kind, shown, parts, short_for, running)",
    columns: 10,
};

const OCCURRENCES: Table =
    Table { insert: "INSERT OR IGNORE INTO occurrence (sentence, start, end, term)", columns: 4 };

const CLOZES: Table = Table { insert: "INSERT OR FAIL INTO cloze (term, sentence, start, end, score)", columns: 5 };

/// What storing an article's terms came to.
pub(super) struct TermRows {
    /// In the order of the terms.
    pub ids: Vec<TermId>,
    /// Cards made.
    pub new_terms: usize,
    /// `None` where two of the terms are one row.
    pub coverage: Option<Coverage>,
}

pub(super) fn insert_facts(
    conn: &Connection,
    article: &Article,
    fingerprint: &str,
    now: Timestamp,
) -> Result<ArticleId, StoreError> {
    let facts = &article.facts;
    conn.prepare_cached(include_str!("article_insert.sql"))?.execute(named_params! {
        ":fingerprint": fingerprint,
        ":title": facts.title,
        ":outlet": facts.outlet,
        ":reporter": facts.reporter,
        ":date": facts.date,
        ":copyright": facts.copyright,
        ":source": facts.source,
        ":text": article.text,
        ":removed": article.removed.join("\n"),
        ":imported_at": now,
    })?;
    Ok(ArticleId(conn.last_insert_rowid()))
}

pub(super) fn insert_sentences(
    conn: &Connection,
    id: ArticleId,
    article: &Article,
) -> Result<Vec<SentenceId>, StoreError> {
    let mut insert = conn.prepare_cached(
        "INSERT INTO sentence (article, position, start, end, kind, paragraph, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    let mut ids = Vec::with_capacity(article.sentences.len());
    for (position, sentence) in article.sentences.iter().enumerate() {
        let range = &sentence.range;
        let text = article.text.get(range.clone()).ok_or(StoreError::Inconsistent("a sentence outside its article"))?;
        let (start, end, paragraph) = (number(range.start), number(range.end), number(sentence.paragraph));
        insert.execute(params![id, number(position), start, end, sentence.kind, paragraph, text])?;
        ids.push(SentenceId(conn.last_insert_rowid()));
    }
    Ok(ids)
}

/// Stores an article's terms with their occurrences.
pub(super) fn insert_terms(
    conn: &Connection,
    at_hand: &mut AtHand,
    id: ArticleId,
    sentences: &[SentenceId],
    terms: &[ArticleTerm],
) -> Result<TermRows, StoreError> {
    let places = places(terms);
    let mut ids = Vec::with_capacity(terms.len());
    let mut new_terms = 0;
    let mut coverage = Coverage::default();
    let mut rows = Vec::with_capacity(terms.len());
    for (found, running) in terms.iter().zip(running(terms.len(), &places)) {
        let parts = term::parts_of(found)?;
        let (held, is_new) = term::find_or_insert(conn, at_hand, found, &parts)?;
        new_terms += usize::from(is_new);
        coverage.add(held.knowledge, running);
        ids.push(held.id);
        let (count, nested, in_title) = (found.occurrences.len(), found.nested, found.in_title);
        rows.push(Row { term: held.id, count, nested, in_title, running, found, parts });
    }
    // By their ids, so that the table grows at its end.
    rows.sort_by_key(|row| row.term);
    rows.dedup_by(|row, before| before.unite(row));
    TERMS.insert_all(conn, &rows, |values, row| {
        values.add(id)?;
        values.add(row.term)?;
        values.add(number(row.count))?;
        values.add(number(row.nested))?;
        values.add(row.in_title)?;
        values.add(row.found.kind)?;
        values.add(&row.found.term)?;
        values.add(&row.parts)?;
        values.add(&row.found.short_for)?;
        values.add(number(row.running))
    })?;
    insert_occurrences(conn, sentences, &ids, &places)?;
    let coverage = (rows.len() == terms.len()).then_some(coverage);
    Ok(TermRows { ids, new_terms, coverage })
}

/// A row of `article_term`.
struct Row<'a> {
    term: TermId,
    count: usize,
    nested: usize,
    in_title: bool,
    running: usize,
    found: &'a ArticleTerm,
    parts: Cow<'static, str>,
}

impl Row<'_> {
    /// Counts another row with this one, if it is of the same term: two terms of an article may be one row of `term`.
    fn unite(&mut self, other: &Self) -> bool {
        let same = self.term == other.term;
        if same {
            self.count += other.count;
            self.nested += other.nested;
            self.in_title |= other.in_title;
            self.running += other.running;
        }
        same
    }
}

/// Where a term stands.
struct Place {
    /// Index into `Article::sentences`.
    sentence: usize,
    /// Bytes of the sentence.
    range: Range<usize>,
    /// Index into the article's terms.
    term: usize,
}

/// Where the terms of an article stand, in reading order, the longer before what lies in it.
fn places(terms: &[ArticleTerm]) -> Vec<Place> {
    let of_term = |(term, found)| {
        let found: &ArticleTerm = found;
        found.occurrences.iter().map(move |at| Place { sentence: at.sentence, range: at.range.clone(), term })
    };
    let mut places: Vec<Place> = terms.iter().enumerate().flat_map(of_term).collect();
    places.sort_unstable_by_key(|at| (at.sentence, at.range.start, Reverse(at.range.end), at.term));
    places
}

/// For each of so many terms how often it stands inside no longer one.
fn running(terms: usize, places: &[Place]) -> Vec<usize> {
    let mut counts = vec![0; terms];
    for sentence in places.chunk_by(|a, b| a.sentence == b.sentence) {
        let mut outermost = Outermost::default();
        for place in sentence.iter().filter(|place| outermost.is_next(&place.range)) {
            if let Some(count) = counts.get_mut(place.term) {
                *count += 1;
            }
        }
    }
    counts
}

fn insert_occurrences(
    conn: &Connection,
    sentences: &[SentenceId],
    ids: &[TermId],
    places: &[Place],
) -> Result<(), StoreError> {
    let mut rows = Vec::with_capacity(places.len());
    for Place { sentence, range, term } in places {
        let (Some(sentence), Some(term)) = (sentences.get(*sentence), ids.get(*term)) else {
            return Err(StoreError::Inconsistent("an occurrence without its sentence"));
        };
        rows.push((sentence, range, term));
    }
    Ok(OCCURRENCES.insert_all(conn, &rows, |values, (sentence, range, term)| {
        values.add(sentence)?;
        values.add(number(range.start))?;
        values.add(number(range.end))?;
        values.add(term)
    })?)
}

pub(super) fn insert_clozes(
    conn: &Connection,
    sentences: &[SentenceId],
    clozes: &[Cloze],
    ids: &[TermId],
) -> Result<(), StoreError> {
    // In reading order, so that one of the two indexes only grows at its end.
    let mut order: Vec<&Cloze> = clozes.iter().collect();
    order.sort_by_key(|cloze| (cloze.sentence, cloze.range.start));
    let mut rows = Vec::with_capacity(order.len());
    for cloze in order {
        let (Some(term), Some(sentence)) = (ids.get(cloze.term), sentences.get(cloze.sentence)) else {
            return Err(StoreError::Inconsistent("a cloze without its term or sentence"));
        };
        rows.push((term, sentence, cloze));
    }
    Ok(CLOZES.insert_all(conn, &rows, |values, (term, sentence, cloze)| {
        values.add(term)?;
        values.add(sentence)?;
        values.add(number(cloze.range.start))?;
        values.add(number(cloze.range.end))?;
        values.add(cloze.score)
    })?)
}
