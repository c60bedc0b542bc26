//! Finding an article to read, asking in it, and what to learn for it.

use super::{TaskError, study_deck};
use crate::article::Article;
use crate::deck::{ArticleId, DeckId, ModeChoice, TermId};
use crate::reader::{Gain, Share, payoff};
use crate::schedule::Settings;
use crate::store::{Store, Unknown};
use crate::study::{Item, Session};
use crate::time::{Calendar, Timestamp};

pub fn article_to_read(store: &Store, id: ArticleId) -> Result<Article, TaskError> {
    store.article(id)?.ok_or_else(|| TaskError::NoArticle { name: id.0.to_string() })
}

/// The article that `name` means: its number, its title, a part of one title, or the last one read.
pub fn find_article(store: &Store, name: Option<&str>) -> Result<ArticleId, TaskError> {
    let Some(name) = name.map(|name| crate::korean::jamo::nfc(name.trim())) else {
        let last = store.last_read()?;
        return last.ok_or_else(|| TaskError::NoArticle { name: String::new() });
    };
    if let Ok(id) = name.parse::<i64>().map(ArticleId)
        && store.title(id)?.is_some()
    {
        return Ok(id);
    }
    let found = store.titles_with(&name)?;
    match found.iter().find(|(_, title)| *title == name).or(found.first()) {
        Some((id, title)) if found.len() == 1 || *title == name => Ok(*id),
        Some(_) => Err(TaskError::ManyArticles {
            name,
            found: found.into_iter().take(5).map(|(id, title)| format!("{} {title}", id.0)).collect(),
        }),
        None => Err(TaskError::NoArticle { name }),
    }
}

/// What to learn for a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Running words that are known today.
    pub words: Share,
    /// In per cent.
    pub goal: usize,
    /// The smallest list of terms that reaches the goal, each with what it is worth.
    pub gains: Vec<(Unknown, Gain<TermId>)>,
}

impl Planned {
    /// The coverage when all of them are known.
    pub fn after(&self) -> Share {
        self.gains.last().map_or(self.words, |(_, gain)| gain.after)
    }

    /// Those that can be put first: the others are being learned already.
    pub fn new_terms(&self) -> Vec<TermId> {
        self.gains.iter().filter(|(unknown, _)| unknown.new).map(|(unknown, _)| unknown.term.id).collect()
    }
}

/// The smallest list of terms that takes an article, a deck or all articles to `goal` per cent of the running words.
pub fn plan(
    store: &Store,
    article: Option<ArticleId>,
    deck: Option<DeckId>,
    goal: usize,
) -> Result<Planned, TaskError> {
    let rows = match article {
        Some(article) => store.article_row(article)?.into_iter().collect(),
        None => store.library(deck)?,
    };
    let words = rows.iter().fold(Share::default(), |sum, row| Share {
        known: sum.known + row.coverage.words.known,
        all: sum.all + row.coverage.words.all,
    });
    let unknown = store.unknown(article, deck)?;
    let worth: Vec<(usize, usize)> = unknown.iter().map(|unknown| unknown.words).enumerate().collect();
    #[expect(clippy::cast_precision_loss, reason = "a percentage")]
    let gains = payoff(words, &worth, goal as f64 / 100.0)
        .into_iter()
        .filter_map(|gain| {
            let unknown = unknown.get(gain.term)?.clone();
            let gain = Gain { term: unknown.term.id, words: gain.words, after: gain.after };
            Some((unknown, gain))
        })
        .collect();
    Ok(Planned { words, goal, gains })
}

/// A term in a sentence of an article.
pub struct Asked<'a> {
    pub term: TermId,
    pub article: ArticleId,
    pub sentence: &'a str,
}

/// A session of one question. It is a review like any other. `None` where the term has no question in that sentence.
pub fn ask_here(
    store: &Store,
    place: &Asked<'_>,
    settings: Settings,
    calendar: &Calendar,
    wish: ModeChoice,
    now: Timestamp,
) -> Result<Option<Session>, TaskError> {
    let (Some(term), Some(card)) = (store.term(place.term)?, store.card(place.term)?) else { return Ok(None) };
    let mut questions = store.questions(place.term, None)?;
    questions.retain(|question| question.article == place.article && question.sentence == place.sentence);
    if questions.is_empty() {
        return Ok(None);
    }
    let item = Item { term, card, questions };
    let scheduler = study_deck::scheduler(store, None, settings, calendar.day(now))?;
    let scheduler = study_deck::with_head_starts(store, scheduler, std::iter::once(&item))?;
    let session = Session::new(vec![item], scheduler, calendar.clone(), wish, now);
    study_deck::with_words(store, session, now).map(Some)
}
