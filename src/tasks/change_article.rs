//! A single article: a newer version in its place, and what was done with articles taken back.

use super::import_source::{Source, Text, text_of};
use super::{Prepared, TaskError};
use crate::article::likeness::Sketch;
use crate::cloze;
use crate::deck::{ArticleChangeId, ArticleId};
use crate::import::{Limits, Note, Stop};
use crate::korean::analyzer::Analyzer;
use crate::store::{ArticleChange, Reread, Revision, Store, StoreError, Updated};
use crate::time::Timestamp;
use crate::vocab::correct::Corrections;

/// What became of a newer version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renewed {
    pub title: String,
    /// `None`: the text is the same.
    pub updated: Option<Updated>,
    pub notes: Vec<Note>,
}

/// Puts the one article of `source` in the place of `id`, however much it differs: the learner said so.
pub fn renew_article(
    store: &mut Store,
    id: ArticleId,
    source: &Source,
    limits: &Limits,
    now: Timestamp,
) -> Result<Renewed, TaskError> {
    let (mut articles, notes) = match text_of(source, limits, &Stop::default())? {
        Text::Articles { articles, notes, .. } => (articles, notes),
        Text::Deck { name, .. } => return Err(TaskError::NotOneArticle { name, count: 0 }),
    };
    let count = articles.len();
    let Some(article) = articles.pop().filter(|_| count == 1) else {
        return Err(TaskError::NotOneArticle { name: articles_name(source), count });
    };
    let title = article.facts.title.clone();
    match store.fingerprint_known(&article.fingerprint())? {
        Some(same) if same == id => return Ok(Renewed { title, updated: None, notes }),
        Some(article) => return Err(StoreError::SameText { article }.into()),
        None => {}
    }
    let Prepared { article, terms, clozes, shingles } =
        Prepared::read(&Analyzer::open()?, article, &corrections(store)?)?;
    let updated = store.update_article(id, &article, terms, clozes, now)?;
    if let Some(shingles) = shingles {
        store.put_sketch(id, &shingles.sketch())?;
    }
    Ok(Renewed { title, updated: Some(updated), notes })
}

/// Takes back what was done with an article, the last step where none is named. Where corrections were made since, the
/// terms of the text that came back are found anew, as these want them.
pub fn undo_article_change(
    store: &mut Store,
    id: Option<ArticleChangeId>,
    now: Timestamp,
) -> Result<ArticleChange, TaskError> {
    let change = store.undo_article_change(id, now)?;
    if change.stale
        && let Some(article) = store.article(change.article)?
    {
        let since = store.stamp()?;
        let terms = super::ArticleWords::read(&Analyzer::open()?, &article)?.into_terms(&corrections(store)?);
        let clozes = cloze::build(&article, &terms);
        let articles = vec![Reread { article: change.article, terms, clozes }];
        store.revise(since, &Revision { add: Vec::new(), undo: None, articles }, now)?;
        store.put_sketch(change.article, &Sketch::of(&article))?;
    }
    Ok(change)
}

fn corrections(store: &Store) -> Result<Corrections, TaskError> {
    let rows = store.corrections()?;
    Ok(Corrections::of(rows.iter().map(|row| &row.correction)))
}

fn articles_name(source: &Source) -> String {
    match source {
        Source::Path(path) => path.display().to_string(),
        Source::Address(address) => address.clone(),
        Source::StandardInput | Source::Text(_) | Source::Clipboard | Source::Read { .. } => "-".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tasks::{Importer, correct};
    use crate::vocab::correct::Correction;

    const NOW: Timestamp = Timestamp::from_millis(1_770_000_000_000);
    const OLD: &str = "새벽은행, 해외진출 서둘러\n\n새벽은행은 내수시장을 벗어나려고 해외진출을 서두르고 있다.\n";

    fn words(store: &Store) -> Vec<String> {
        store.term_stats(None).unwrap().into_iter().map(|stats| stats.term.term).collect()
    }

    #[test]
    fn undo_knows_the_corrections_that_were_made_since() {
        let mut store = Store::in_memory().unwrap();
        Importer::new(&mut store, NOW).text(OLD, "은행", "-", None).unwrap();
        let before = words(&store);
        assert!(before.contains(&"내수시장".to_owned()), "{before:?}");
        let newer = Source::Text(OLD.replace("내수시장을", "국내를"));
        let done = renew_article(&mut store, ArticleId(1), &newer, &Limits::default(), NOW).unwrap();
        assert_eq!(done.updated.map(|one| (one.new, one.gone)), Some((1, 1)));
        assert!(!words(&store).contains(&"내수시장".to_owned()));
        assert_eq!(renew_article(&mut store, ArticleId(1), &newer, &Limits::default(), NOW).unwrap().updated, None);
        let split = Correction::Split { term: "내수시장".into(), parts: vec!["내수".into(), "시장".into()] };
        let parts = correct(&mut store, split, NOW);
        // A term that stands nowhere cannot be split; it is then enough that another correction was made.
        let done = parts.is_ok() || correct(&mut store, Correction::Ignore { term: "서두르다".into() }, NOW).is_ok();
        assert!(done);
        let change = undo_article_change(&mut store, None, NOW).unwrap();
        assert!(change.stale);
        let article = store.article(ArticleId(1)).unwrap().unwrap();
        assert!(article.text.contains("내수시장"));
        assert_eq!(words(&store).contains(&"내수시장".to_owned()), parts.is_err());
        assert_eq!(store.sketches().unwrap().len(), 1);
    }
}
