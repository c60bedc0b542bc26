//! What to learn for texts that are not stored: a folder, a page, the news of a feed.

use super::feed_costs::source_of_entry;
use super::import_source::{Text, text_of};
use super::open_source::sources_in;
use super::{Importer, Planned, Source, TaskError, plan};
use crate::article::Article;
use crate::import::{Limits, Stop};
use crate::store::{FeedRow, Store};
use crate::time::Timestamp;

/// The deck that the texts are in while they are counted. No name that a learner gives has a control character.
const DECK: &str = "\u{1}plan";

/// A plan for texts, and what of them could not be read.
#[derive(Debug)]
pub struct TextsPlanned {
    pub planned: Planned,
    pub articles: usize,
    pub failed: Vec<TaskError>,
}

/// The smallest list of terms that takes the texts of a source together to `goal` per cent. Nothing of them is stored.
pub fn plan_source(
    store: &mut Store,
    source: &Source,
    goal: usize,
    limits: &Limits,
    now: Timestamp,
) -> Result<TextsPlanned, TaskError> {
    let mut texts = Texts::default();
    for source in sources_in(source, limits)? {
        texts.read(&source, limits);
    }
    texts.plan(store, goal, now)
}

/// The same for what a feed lists that was not imported, as far as `feed_articles` allows.
pub fn plan_feed(
    store: &mut Store,
    feed: &FeedRow,
    goal: usize,
    limits: &Limits,
    now: Timestamp,
) -> Result<TextsPlanned, TaskError> {
    let most = usize::try_from(limits.feed_articles).unwrap_or(usize::MAX);
    let mut texts = Texts::default();
    for entry in store.entries_left()?.into_iter().filter(|entry| entry.feed == feed.title).take(most) {
        let source = source_of_entry(store, &entry)?;
        let found = texts.read(&source, limits);
        // One that is imported later is not fetched again.
        if matches!(source, Source::Address(_)) && !found.is_empty() {
            store.keep_fetched(entry.id, &found.iter().collect::<Vec<_>>())?;
        }
    }
    texts.plan(store, goal, now)
}

/// What was read.
#[derive(Default)]
struct Texts {
    articles: Vec<Article>,
    failed: Vec<TaskError>,
}

impl Texts {
    /// Reads a source, and gives its articles.
    fn read(&mut self, source: &Source, limits: &Limits) -> &[Article] {
        let before = self.articles.len();
        match text_of(source, limits, &Stop::default()) {
            Ok(Text::Articles { articles, .. }) => self.articles.extend(articles),
            Ok(Text::Deck { name, .. }) => self.failed.push(TaskError::NotOneArticle { name, count: 0 }),
            Err(error) => self.failed.push(error),
        }
        self.articles.get(before..).unwrap_or_default()
    }

    /// Stores all in a transaction that is taken back: so they are counted by the very rows that an import would make.
    fn plan(self, store: &mut Store, goal: usize, now: Timestamp) -> Result<TextsPlanned, TaskError> {
        let articles = self.articles.len();
        store.begin_batch()?;
        let planned = counted(store, self.articles, goal, now);
        store.cancel_batch()?;
        let mut planned = planned?;
        for (unknown, _) in &mut planned.gains {
            // What no stored article has cannot wait in the queue yet.
            unknown.new &= store.terms_keyed(&unknown.term.key)?.iter().any(|term| term.id == unknown.term.id);
        }
        Ok(TextsPlanned { planned, articles, failed: self.failed })
    }
}

fn counted(store: &mut Store, articles: Vec<Article>, goal: usize, now: Timestamp) -> Result<Planned, TaskError> {
    let mut importer = Importer::new(store, now);
    for article in articles {
        importer.article(article, DECK)?;
    }
    match store.deck_named(DECK)? {
        Some(deck) => plan(store, None, Some(deck), goal),
        None => Ok(Planned { words: crate::reader::Share::default(), goal, gains: Vec::new() }),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const TEXT: &str =
        "한빛통신 해외진출 서둘러\n\n한빛통신은 해외진출을 서두르고 있다. 해외진출은 쉽지 않은 일이다.\n";

    #[test]
    fn texts_are_counted_as_an_import_would_count_them_and_nothing_is_left() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.txt"), TEXT).unwrap();
        fs::write(folder.path().join("b.txt"), "\n").unwrap();
        let source = Source::Path(folder.path().to_owned());
        let (limits, now) = (Limits::default(), Timestamp::from_millis(0));
        let mut store = Store::in_memory().unwrap();
        let found = plan_source(&mut store, &source, 100, &limits, now).unwrap();
        assert_eq!((found.articles, found.failed.len()), (1, 1), "{:?}", found.failed);
        assert!(found.planned.new_terms().is_empty(), "none of them is in the queue yet");
        assert_eq!((store.article_count().unwrap(), store.deck_named(DECK).unwrap().map_or(0, |_| 1)), (0, 0));

        let mut stored = Store::in_memory().unwrap();
        Importer::new(&mut stored, now).text(TEXT, "통신", "a.txt", None).unwrap();
        let planned = plan(&stored, None, None, 100).unwrap();
        let told = |planned: &Planned| -> Vec<(String, usize)> {
            planned.gains.iter().map(|(unknown, gain)| (unknown.term.term.clone(), gain.words)).collect()
        };
        assert_eq!((told(&found.planned), found.planned.words), (told(&planned), planned.words));
        // Of a text that is stored already the terms can be put first.
        let again = plan_source(&mut stored, &source, 100, &limits, now).unwrap();
        assert_eq!(again.planned.new_terms(), planned.new_terms());
    }
}
