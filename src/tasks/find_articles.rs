//! The articles that are wanted, in the order that is wanted. Thousands of rows are few enough to be kept together.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::{TaskError, list_anew};
use crate::deck::{ArticleFilter, ArticleId, ArticleSort, ReadState, Shelving};
use crate::korean::jamo;
use crate::store::{ArticleRow, Store};
use crate::vocab::difficulty::difficulty;
use crate::vocab::{TermKey, find};

/// What articles are wanted, and in which order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ArticleQuery {
    pub sort: ArticleSort,
    /// From the other end.
    pub reverse: bool,
    pub filter: ArticleFilter,
    /// What was typed.
    pub search: String,
}

/// What a search compares: title and outlet without spaces in small letters, and their initial consonants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchKeys([String; 2]);

impl SearchKeys {
    pub fn of(row: &ArticleRow) -> Self {
        let outlet = row.outlet.as_deref().unwrap_or_default();
        let letters = format!("{} {}", TermKey::of(&row.title).as_str(), TermKey::of(outlet).as_str());
        Self([jamo::chosung(&letters), letters])
    }

    /// Whether each of the texts stands in it somewhere.
    fn have(&self, wanted: &[(String, String)]) -> bool {
        let inside = |text: &str, (from, until): &(String, String)| {
            text.char_indices()
                .any(|(at, _)| text.get(at..).is_some_and(|rest| (from.as_str()..until.as_str()).contains(&rest)))
        };
        wanted.iter().all(|bounds| self.0.iter().any(|text| inside(text, bounds)))
    }
}

/// Where an article stands.
pub const fn shelving(row: &ArticleRow) -> Shelving {
    match (row.open, row.in_decks.is_empty()) {
        (true, _) => Shelving::Open,
        (false, false) => Shelving::Archived,
        (false, true) => Shelving::Gone,
    }
}

pub const fn read_state(row: &ArticleRow) -> ReadState {
    match (row.finished, row.place) {
        (true, _) => ReadState::Finished,
        (false, Some(_)) => ReadState::Begun,
        (false, None) => ReadState::Unread,
    }
}

/// Indexes of the rows that are wanted, in their order. `keys` are needed where something is searched for; `by_terms` are articles that have a term which the search means.
pub fn find_articles(
    rows: &[ArticleRow],
    keys: &[SearchKeys],
    query: &ArticleQuery,
    by_terms: &BTreeSet<ArticleId>,
) -> Vec<usize> {
    let wanted = find::wanted(&query.search);
    let fits = |at: &usize| {
        let Some(row) = rows.get(*at) else { return false };
        let ArticleFilter { deck, subject, outlet, read, shelving: shelf } = &query.filter;
        deck.is_none_or(|deck| row.in_decks.contains(&deck))
            && subject.as_ref().is_none_or(|subject| row.subjects.contains(subject))
            && outlet.as_ref().is_none_or(|outlet| row.outlet.as_ref() == Some(outlet))
            && read.is_none_or(|read| read_state(row) == read)
            && shelf.is_none_or(|shelf| shelving(row) == shelf)
            && (wanted.is_empty() || keys.get(*at).is_some_and(|keys| keys.have(&wanted)) || by_terms.contains(&row.id))
    };
    let mut found: Vec<usize> = (0..rows.len()).filter(fits).collect();
    let hardness: Vec<f64> = match query.sort {
        ArticleSort::Difficulty => rows.iter().map(|row| difficulty(&row.measures).points).collect(),
        _ => Vec::new(),
    };
    found.sort_by(|one, other| {
        let (Some(a), Some(b)) = (rows.get(*one), rows.get(*other)) else { return Ordering::Equal };
        let order = match query.sort {
            ArticleSort::Recent => (b.read_at, b.imported_at, b.id).cmp(&(a.read_at, a.imported_at, a.id)),
            ArticleSort::Date => (&b.date, b.id).cmp(&(&a.date, a.id)),
            ArticleSort::Title => (&a.title, a.id).cmp(&(&b.title, b.id)),
            ArticleSort::Coverage => b.coverage.words.part().total_cmp(&a.coverage.words.part()).then(a.id.cmp(&b.id)),
            ArticleSort::Difficulty => {
                let points = |at: usize| hardness.get(at).copied().unwrap_or_default();
                points(*one).total_cmp(&points(*other)).then(a.id.cmp(&b.id))
            }
            ArticleSort::Length => (a.eojeols, a.id).cmp(&(b.eojeols, b.id)),
            ArticleSort::Unread => (a.finished, a.read_at, a.id).cmp(&(b.finished, b.read_at, b.id)),
        };
        if query.reverse { order.reverse() } else { order }
    });
    found
}

/// The articles with a term that is written with the hanja, or means the English, that was typed; none where it was
/// Hangul, which titles are searched for.
pub fn articles_by_terms(store: &Store, text: &str) -> Result<BTreeSet<ArticleId>, TaskError> {
    let key = TermKey::of(text);
    let letters = key.as_str();
    let foreign = letters.chars().any(find::is_hanja) || (letters.chars().count() > 1 && letters.is_ascii());
    if !foreign || letters.chars().any(jamo::is_hangul) {
        return Ok(BTreeSet::new());
    }
    list_anew(store)?;
    Ok(store.articles_found(&find::wanted(text))?.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tasks::Importer;
    use crate::time::Timestamp;

    const NOW: Timestamp = Timestamp::from_millis(1_770_000_000_000);

    fn found(store: &Store, query: &ArticleQuery) -> Vec<String> {
        let rows = store.library(None).unwrap();
        let keys: Vec<SearchKeys> = rows.iter().map(SearchKeys::of).collect();
        let by_terms = articles_by_terms(store, &query.search).unwrap();
        find_articles(&rows, &keys, query, &by_terms).into_iter().map(|at| rows[at].title.clone()).collect()
    }

    fn store() -> Store {
        let mut store = Store::in_memory().unwrap();
        for (title, outlet, date, text, deck) in [
            ("한빛통신 해외진출 서둘러", "독파경제", "2026-03-02", "한빛통신은 해외진출을 서두르고 있다.", "통신"),
            (
                "반도체 수출 늘어",
                "새벽일보",
                "2026-03-05",
                "반도체 수출이 늘었다. 업황이 좋아졌기 때문이다. 증권가는 더 늘 것으로 본다.",
                "반도체",
            ),
            ("가계 빚 줄어", "독파경제", "2026-02-01", "가계 빚이 처음으로 줄었다. 금리가 올랐기 때문이다.", "통신"),
        ] {
            let text = format!("{title}\n{outlet}\n발행일 {date}\n\n{text}\n");
            Importer::new(&mut store, NOW).text(&text, deck, "test", None).unwrap();
        }
        store
    }

    #[test]
    fn articles_are_sorted_from_either_end() {
        let store = store();
        let first = |sort, reverse| found(&store, &ArticleQuery { sort, reverse, ..Default::default() }).remove(0);
        assert_eq!(first(ArticleSort::Date, false), "반도체 수출 늘어");
        assert_eq!(first(ArticleSort::Date, true), "가계 빚 줄어");
        assert_eq!(first(ArticleSort::Title, false), "가계 빚 줄어");
        assert_eq!(first(ArticleSort::Length, true), "반도체 수출 늘어");
        for sort in ArticleSort::ALL {
            let all = |reverse| found(&store, &ArticleQuery { sort, reverse, ..Default::default() });
            let mut back = all(true);
            back.reverse();
            assert_eq!(all(false), back, "{sort:?}");
        }
    }

    #[test]
    fn articles_are_found_by_title_outlet_consonants_hanja_and_english() {
        let store = store();
        let found = |text: &str| found(&store, &ArticleQuery { search: text.into(), ..Default::default() });
        for text in ["해외", "외진", "ㅎㅇㅈㅊ", "해외 ㅅ", "한빛통신해", "進出", "overseas"] {
            assert_eq!(found(text), ["한빛통신 해외진출 서둘러"], "{text}");
        }
        assert_eq!(found("독파").len(), 2);
        assert_eq!(found("ㄷㅍㄱㅈ").len(), 2);
        assert!(found("없는 글").is_empty() && found("zebra").is_empty());
    }

    #[test]
    fn articles_are_filtered_by_what_is_said_of_them() {
        let store = store();
        let with = |condition: &str| {
            let mut filter = ArticleFilter::default();
            filter.set(condition).unwrap();
            found(&store, &ArticleQuery { filter, ..Default::default() }).len()
        };
        assert_eq!((with("outlet=독파경제"), with("read=unread"), with("read=finished")), (2, 3, 0));
        assert_eq!((with("shelf=open"), with("shelf=gone")), (3, 0));
        let deck = store.deck_named("반도체").unwrap();
        let filter = ArticleFilter { deck, ..Default::default() };
        assert_eq!(found(&store, &ArticleQuery { filter, ..Default::default() }), ["반도체 수출 늘어"]);
    }
}
