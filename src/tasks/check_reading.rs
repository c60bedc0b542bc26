//! Questions about an article that was read.

use super::{TaskError, article_to_read};
use crate::article::SentenceKind;
use crate::deck::ArticleId;
use crate::messages::CheckLabel;
use crate::reader::{CheckKind, CheckQuestion, Material, questions};
use crate::store::Store;

/// Sentences of other articles that are looked at.
const BESIDE: usize = 120;

/// The questions that an article gives; none where it is too short. The same seed gives the same ones.
pub fn check_reading(store: &Store, id: ArticleId, seed: u64) -> Result<Vec<CheckQuestion>, TaskError> {
    let article = article_to_read(store, id)?;
    let complete = article.sentences.iter().filter(|sentence| sentence.kind == SentenceKind::Body);
    let material = Material {
        sentences: complete.map(|sentence| article.sentence_text(sentence).to_owned()).collect(),
        names: store.names(id, true)?,
        other_names: store.names(id, false)?,
        others: store.sentences_beside(id, BESIDE)?,
        title: article.facts.title,
        text: article.text,
    };
    Ok(questions(&material, seed))
}

/// What is asked in a question of a kind.
pub const fn asked(kind: CheckKind) -> CheckLabel {
    match kind {
        CheckKind::Said => CheckLabel::AskSaid,
        CheckKind::Number => CheckLabel::AskNumber,
        CheckKind::Order => CheckLabel::AskOrder,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tasks::add_ready_decks;
    use crate::time::Timestamp;

    #[test]
    fn every_article_of_the_ready_decks_can_be_asked_about() {
        let mut store = Store::in_memory().unwrap();
        add_ready_decks(&mut store, Timestamp::from_millis(0)).unwrap();
        let mut asked = 0;
        let rows = store.library(None).unwrap();
        for row in &rows {
            for seed in 0..3 {
                let made = check_reading(&store, row.id, seed).unwrap();
                assert!(!made.is_empty(), "{}", row.title);
                assert!(made.iter().all(|question| question.right < question.choices.len()));
                asked += made.len();
            }
        }
        assert!(asked >= rows.len() * 3 * 2, "{asked} questions of {} articles", rows.len());
    }
}
