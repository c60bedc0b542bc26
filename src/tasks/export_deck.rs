//! A deck as a file that diffs well.

use super::TaskError;
use crate::article::Article;
use crate::deck::{DeckFile, DeckId, FileArticle};
use crate::import;
use crate::store::Store;

/// The deck's articles with one sentence a line and a blank line between paragraphs.
pub fn export_deck(store: &Store, deck: DeckId, name: &str) -> Result<DeckFile, TaskError> {
    let mut articles = Vec::new();
    for (_, mut facts, text) in store.deck_articles(deck)? {
        // Where a text came from on this machine is nobody else's business; an address is.
        facts.source = facts.source.filter(|source| source.contains("://"));
        let article =
            import::paragraphs(&text, facts).map_err(|source| TaskError::Import { name: name.to_owned(), source })?;
        articles.push(FileArticle { text: lines(&article), facts: article.facts });
    }
    Ok(DeckFile { corrections: super::corrections_of(store, deck)?, ..DeckFile::new(name, articles) })
}

/// The article's sentences, a line each, with a blank line between paragraphs.
fn lines(article: &Article) -> String {
    let mut text = String::new();
    let mut paragraph = 0;
    for sentence in &article.sentences {
        if !text.is_empty() {
            text.push_str(if sentence.paragraph == paragraph { "\n" } else { "\n\n" });
        }
        paragraph = sentence.paragraph;
        text.push_str(article.sentence_text(sentence));
    }
    text
}
