//! Listening to an article, sentence by sentence. Who speaks is the app's; this is where it stands.

use crate::article::Article;

/// Characters that are said at once: a pipe holds as many, and nobody listens to more in one breath.
const MOST: usize = 1000;

/// Going on by itself, from the sentence with the cursor.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Listening {
    /// Listen first, then show.
    pub hidden: bool,
    /// The sentence was heard and is shown; the learner says when to go on.
    pub shown: bool,
}

/// What comes when a sentence was said to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    Show,
    GoOn,
    /// It waits for a key.
    Wait,
}

impl Listening {
    pub const fn heard(self) -> Heard {
        match (self.hidden, self.shown) {
            (true, false) => Heard::Show,
            (true, true) => Heard::Wait,
            (false, _) => Heard::GoOn,
        }
    }
}

/// A sentence as it is said.
pub fn spoken(article: &Article, sentence: usize) -> Option<String> {
    let sentence = article.sentences.get(sentence)?;
    Some(article.sentence_text(sentence).chars().take(MOST).collect())
}
