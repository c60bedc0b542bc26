//! Which stored article a new text is a copy of.

use std::collections::VecDeque;

use rustc_hash::FxHashMap;

use super::TaskError;
use crate::article::likeness::{self, Shingles, Sketch};
use crate::deck::ArticleId;
use crate::store::Store;

/// Shingles of the last texts that are kept, together: an outlet's page and the agency's are mostly imported side by side.
const KEPT: usize = 200_000;

/// An article that a new one is a copy of.
#[derive(Debug, Clone, PartialEq)]
pub struct CopyOf {
    pub article: ArticleId,
    pub title: String,
    pub outlet: Option<String>,
    /// The part of the shorter text that stands in the other, 0 to 1.
    pub share: f64,
}

/// What all stored articles are like.
#[derive(Debug, Default)]
pub struct Copies {
    sketches: FxHashMap<ArticleId, Sketch>,
    /// Articles by each hash of their sketches: a text is compared with those that share one, not with all.
    by_hash: FxHashMap<u32, Vec<ArticleId>>,
    recent: VecDeque<(ArticleId, Shingles)>,
}

impl Copies {
    /// Reads all sketches. Articles that came in before there were any get theirs now.
    pub fn read(store: &mut Store) -> Result<Self, TaskError> {
        for id in store.unsketched()? {
            if let Some(article) = store.article(id)? {
                store.put_sketch(id, &Sketch::of(&article))?;
            }
        }
        let mut copies = Self::default();
        for (id, sketch) in store.sketches()? {
            copies.insert(id, sketch);
        }
        Ok(copies)
    }

    /// Stores what an article's text is like, in place of what an earlier text of it was like.
    pub fn put(&mut self, store: &mut Store, id: ArticleId, shingles: Shingles) -> Result<(), TaskError> {
        let sketch = shingles.sketch();
        store.put_sketch(id, &sketch)?;
        self.insert(id, sketch);
        self.recent.retain(|(known, _)| *known != id);
        self.recent.push_back((id, shingles));
        while self.recent.iter().map(|(_, shingles)| shingles.len()).sum::<usize>() > KEPT {
            self.recent.pop_front();
        }
        Ok(())
    }

    fn insert(&mut self, id: ArticleId, sketch: Sketch) {
        for hash in &sketch.hashes {
            self.by_hash.entry(*hash).or_default().push(id);
        }
        self.sketches.insert(id, sketch);
    }

    /// The stored article that is most like a text, if that is a copy of it.
    pub fn of(&self, store: &Store, shingles: &Shingles) -> Result<Option<CopyOf>, TaskError> {
        let Some(id) = self.closest(&shingles.sketch()) else { return Ok(None) };
        // The closest by its sketch is compared letter by letter: of many copies one is enough to tell of.
        let share = match self.recent.iter().find(|(known, _)| *known == id) {
            Some((_, other)) => shingles.overlap(other),
            None => store.article(id)?.map_or(0.0, |other| shingles.overlap(&Shingles::of(&other))),
        };
        if share < likeness::COPY {
            return Ok(None);
        }
        let facts = store.facts(id)?;
        Ok(facts.map(|facts| CopyOf { article: id, title: facts.title, outlet: facts.outlet, share }))
    }

    /// The last of those that look most alike.
    fn closest(&self, sketch: &Sketch) -> Option<ArticleId> {
        let mut sharing: FxHashMap<ArticleId, usize> = FxHashMap::default();
        for id in sketch.hashes.iter().filter_map(|hash| self.by_hash.get(hash)).flatten() {
            *sharing.entry(*id).or_default() += 1;
        }
        let alike = sharing.into_iter().filter_map(|(id, shared)| {
            let other = self.sketches.get(&id).filter(|other| shared >= sketch.shared_at_least(other))?;
            Some((sketch.copied_part(other)?, id))
        });
        alike.max_by(|(a, one), (b, two)| a.total_cmp(b).then(one.cmp(two))).map(|(_, id)| id)
    }
}
