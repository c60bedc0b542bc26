//! The content words of an article, before and after the learner's corrections.

use super::TaskError;
use crate::article::Article;
use crate::korean::analyzer::Analyzer;
use crate::vocab::ArticleTerm;
use crate::vocab::correct::Corrections;
use crate::vocab::extract::extract;
use crate::vocab::word::{Word, words};

/// The words of title and sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleWords {
    pub title: Vec<Word>,
    pub sentences: Vec<Vec<Word>>,
}

impl ArticleWords {
    /// As the analyzer has them.
    pub fn read(analyzer: &Analyzer, article: &Article) -> Result<Self, TaskError> {
        let read = |text: &str| -> Result<Vec<Word>, TaskError> { Ok(words(text, &analyzer.analyze(text)?)) };
        let sentences = article.sentences.iter().map(|sentence| read(article.sentence_text(sentence)));
        Ok(Self { title: read(&article.facts.title)?, sentences: sentences.collect::<Result<_, _>>()? })
    }

    /// As the learner has them.
    pub fn corrected(&self, article: &Article, corrections: &Corrections) -> Self {
        let texts = article.sentences.iter().map(|sentence| article.sentence_text(sentence));
        let pairs = texts.zip(&self.sentences);
        Self {
            title: corrections.apply(&article.facts.title, self.title.clone()),
            sentences: pairs.map(|(text, words)| corrections.apply(text, words.clone())).collect(),
        }
    }

    pub fn terms(&self) -> Vec<ArticleTerm> {
        extract(&self.title, &self.sentences)
    }
}
