//! Coverage and difficulty of every article, kept beside them: an answer only notes whose card changed, and what that
//! means for the articles is worked out when somebody looks at them.

use rusqlite::{Row, named_params, params};

use super::term::term_from;
use super::values::{number, size};
use super::{Store, StoreError};
use crate::deck::{ArticleId, Term};
use crate::reader::{Coverage, Share};
use crate::vocab::Kind;
use crate::vocab::difficulty::{Sums, Word, level};
use crate::vocab::subject::subjects;

/// What a card's status and state mean for counting.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Class {
    /// It counts at all: it is not ignored.
    counts: bool,
    /// Known, as coverage has it.
    known: bool,
    /// Nothing to learn, as difficulty has it.
    easy: bool,
}

impl Class {
    /// Of a word without a card: it counts and is not known.
    fn of(status: Option<&str>, state: Option<&str>) -> Self {
        let (ignored, known) = (status == Some("ignored"), status == Some("known") || state == Some("review"));
        Self { counts: !ignored, known, easy: ignored || known }
    }

    /// Known words, words, known terms, terms, ignored words, for a term that stands `running` times for itself.
    fn share(self, running: i64) -> [i64; 5] {
        let stands = i64::from(running > 0);
        match (self.counts, self.known) {
            (true, true) => [running, running, stands, stands, 0],
            (true, false) => [0, running, 0, stands, 0],
            (false, _) => [0, 0, 0, 0, running],
        }
    }
}

impl Store {
    /// Brings coverage up to date. Where another process is writing, or the disk is full, what stands
    /// there has to do.
    pub(super) fn settle_coverage(&self) -> Result<(), StoreError> {
        let waits = "SELECT EXISTS (SELECT 1 FROM flipped) OR EXISTS (SELECT 1 FROM uncovered) AS waits";
        if !self.first(waits, [], |row| Ok(row.get::<_, bool>("waits")?))?.unwrap_or(false) {
            return Ok(());
        }
        let done = self.at_once(|| {
            self.apply_flips()?;
            for article in self.rows("SELECT article FROM uncovered ORDER BY article", [], |row| Ok(row.get(0)?))? {
                self.cover(article)?;
            }
            self.conn.execute("DELETE FROM uncovered", [])?;
            Ok(())
        });
        match done {
            Err(StoreError::Locked | StoreError::Full) => Ok(()),
            other => other,
        }
    }

    /// Moves the counts of the articles by what changed of each card.
    fn apply_flips(&self) -> Result<(), StoreError> {
        let sql = "SELECT flipped.status AS old_status, flipped.state AS old_state, card.status, card.state, term.id AS term_id, term.key, term.pos, term.kind, term.term AS shown, term.parts FROM flipped JOIN card ON card.term = flipped.term JOIN term ON term.id = flipped.term";
        let flips = self.rows(sql, [], |row| {
            let class = |status: &str, state: &str| -> Result<Class, StoreError> {
                let [status, state] = [row.get::<_, String>(status)?, row.get::<_, String>(state)?];
                Ok(Class::of(Some(&status), Some(&state)))
            };
            Ok((term_from(row)?, class("old_status", "old_state")?, class("status", "state")?))
        })?;
        for (term, old, new) in flips {
            if old != new && term.kind != Kind::Name {
                self.apply_flip(&term, old, new)?;
            }
        }
        self.conn.execute("DELETE FROM flipped", [])?;
        Ok(())
    }

    fn apply_flip(&self, term: &Term, old: Class, new: Class) -> Result<(), StoreError> {
        let sql = "SELECT article, running, count FROM article_term WHERE term = ?1 AND article NOT IN uncovered";
        let stands = self.rows(sql, [term.id], |row| {
            Ok((row.get::<_, ArticleId>("article")?, row.get::<_, i64>("running")?, row.get::<_, i64>("count")?))
        })?;
        let learned = i64::from(new.easy) - i64::from(old.easy);
        let word = Word { term: &term.term, pos: term.pos, parts: &term.parts, count: 0, known: false };
        let levels = if learned == 0 { 0.0 } else { level(&word) * if learned > 0 { -1.0 } else { 1.0 } };
        for (article, running, count) in stands {
            let (before, after) = (old.share(running), new.share(running));
            let [known_words, words, known_terms, terms, ignored] =
                std::array::from_fn(|at| after.get(at).copied().unwrap_or(0) - before.get(at).copied().unwrap_or(0));
            self.conn.prepare_cached(include_str!("covered_move.sql"))?.execute(named_params! {
                ":article": article,
                ":known_words": known_words,
                ":words": words,
                ":known_terms": known_terms,
                ":terms": terms,
                ":ignored": ignored,
                ":known_running": learned * count,
                ":unknown": -learned,
                ":unknown_levels": levels,
            })?;
        }
        Ok(())
    }

    /// Counts one article anew.
    fn cover(&self, article: ArticleId) -> Result<(), StoreError> {
        let sql = "SELECT article.text, (SELECT count(*) FROM sentence WHERE sentence.article = article.id AND sentence.position >= 0 AND sentence.kind = 'body') AS sentences FROM article WHERE id = ?1";
        let found = self.first(sql, [article], |row| {
            Ok((row.get::<_, String>("text")?.split_whitespace().count(), size(row, "sentences")?))
        })?;
        let Some((eojeols, sentences)) = found else { return Ok(()) };
        let sql = "SELECT term.id AS term_id, term.key, term.pos, term.kind, term.term AS shown, term.parts, article_term.running, article_term.count, card.status, card.state FROM article_term JOIN term ON term.id = article_term.term LEFT JOIN card ON card.term = term.id WHERE article_term.article = ?1";
        let terms = self.rows(sql, [article], |row| {
            let [status, state] = [row.get::<_, Option<String>>("status")?, row.get::<_, Option<String>>("state")?];
            let class = Class::of(status.as_deref(), state.as_deref());
            Ok((term_from(row)?, class, row.get::<_, i64>("running")?, size(row, "count")?))
        })?;
        let (mut coverage, mut names) = ([0_i64; 5], 0);
        let mut sums = Sums { sentences, eojeols, ..Sums::default() };
        for (term, class, running, count) in &terms {
            if term.kind == Kind::Name {
                names += running;
                continue;
            }
            let own = class.share(*running);
            coverage.iter_mut().zip(own).for_each(|(sum, own)| *sum += own);
            let Term { term, pos, parts, .. } = term;
            sums.add(&Word { term, pos: *pos, parts, count: *count, known: class.easy });
        }
        let of = subjects(terms.iter().map(|(term, _, _, count)| (term.term.as_str(), term.pos, *count)));
        let [known_words, words, known_terms, all_terms, ignored] = coverage;
        let sql = "INSERT OR REPLACE INTO covered VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)";
        self.conn.prepare_cached(sql)?.execute(params![
            article,
            known_words,
            words,
            known_terms,
            all_terms,
            names,
            ignored,
            number(sums.running),
            number(sums.known),
            number(sums.different),
            number(sums.sino),
            number(sums.unknown),
            sums.levels,
            number(sentences),
            number(eojeols),
            of.join(" "),
        ])?;
        Ok(())
    }
}

/// What a row of `covered` counts.
pub(super) fn coverage_from(row: &Row<'_>) -> Result<Coverage, StoreError> {
    Ok(Coverage {
        words: Share { known: size(row, "known_words")?, all: size(row, "words")? },
        terms: Share { known: size(row, "known_terms")?, all: size(row, "terms")? },
        names: size(row, "names")?,
        ignored: size(row, "ignored")?,
    })
}

pub(super) fn sums_from(row: &Row<'_>) -> Result<Sums, StoreError> {
    Ok(Sums {
        running: size(row, "running")?,
        known: size(row, "known_running")?,
        different: size(row, "different")?,
        sino: size(row, "sino")?,
        unknown: size(row, "unknown")?,
        levels: row.get("unknown_levels")?,
        sentences: size(row, "body_sentences")?,
        eojeols: size(row, "eojeols")?,
    })
}
