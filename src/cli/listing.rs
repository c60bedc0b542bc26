//! How lists are sorted and filtered on the command line: by the same words as on the screens.

use super::args::ListArgs;
use super::context::Context;
use crate::deck::{ArticleFilter, ArticleSort, BadFilter, DeckId, WordFilter, WordSort};
use crate::messages::Fault;
use crate::store::WordQuery;
use crate::tasks::{self, ArticleQuery, explain};
use crate::vocab::find;

fn bad(error: BadFilter) -> Fault {
    match error {
        BadFilter::Name(name) => Fault::UnknownFilter { name },
        BadFilter::Value { name, value, values } => Fault::FilterValue { name, value, values },
    }
}

/// What words are wished.
pub fn words(context: &Context, deck: Option<DeckId>, list: &ListArgs) -> Result<WordQuery, Fault> {
    let sort = match list.sort.as_deref() {
        Some(name) => WordSort::from_name(name).ok_or_else(|| {
            let names = WordSort::ALL.map(WordSort::name).join(", ");
            Fault::UnknownSort { name: name.to_owned(), names }
        })?,
        None => WordSort::default(),
    };
    let mut filter = WordFilter { deck, ..WordFilter::default() };
    for condition in &list.filters {
        // An article goes by its title as well.
        match condition.split_once('=') {
            Some(("article", name)) => {
                let found = tasks::find_article(&context.store, Some(name));
                filter.article = Some(found.map_err(|error| explain::plain_task(&error))?);
            }
            _ => filter.set(condition).map_err(bad)?,
        }
    }
    let search = find::wanted(list.search.as_deref().unwrap_or_default());
    Ok(WordQuery { sort, reverse: list.reverse, filter, search })
}

/// What articles are wished.
pub fn articles(deck: Option<DeckId>, list: &ListArgs) -> Result<ArticleQuery, Fault> {
    let sort = match list.sort.as_deref() {
        Some(name) => ArticleSort::from_name(name).ok_or_else(|| {
            let names = ArticleSort::ALL.map(ArticleSort::name).join(", ");
            Fault::UnknownSort { name: name.to_owned(), names }
        })?,
        None => ArticleSort::default(),
    };
    let mut filter = ArticleFilter { deck, ..ArticleFilter::default() };
    for condition in &list.filters {
        filter.set(condition).map_err(bad)?;
    }
    let search = list.search.clone().unwrap_or_default();
    Ok(ArticleQuery { sort, reverse: list.reverse, filter, search })
}
