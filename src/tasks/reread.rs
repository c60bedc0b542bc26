//! Articles that come back as re-readings.

use super::TaskError;
use crate::deck::ArticleId;
use crate::reader::Grown;
use crate::store::Store;
use crate::time::StudyDay;

/// An article to read again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rereading {
    pub article: ArticleId,
    pub title: String,
    pub grown: Grown,
}

/// The articles that were read to their end and whose terms are mature now, the most telling first.
pub fn rereadings(store: &Store, today: StudyDay) -> Result<Vec<Rereading>, TaskError> {
    let mut found: Vec<Rereading> = store
        .grown(today)?
        .into_iter()
        .filter(|(_, _, grown)| grown.is_ripe())
        .map(|(article, title, grown)| Rereading { article, title, grown })
        .collect();
    found.sort_by_key(|one| (one.grown.rank(), one.article));
    Ok(found)
}
