//! The content words of an article, before and after the learner's corrections.

use super::TaskError;
use crate::article::{Article, SentenceKind};
use crate::korean::analyzer::Analyzer;
use crate::vocab::ArticleTerm;
use crate::vocab::abbreviation::introduced;
use crate::vocab::correct::Corrections;
use crate::vocab::extract::{Read, extract};
use crate::vocab::idiom::idioms;
use crate::vocab::word::{Word, words};

/// The words of title and sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleWords {
    pub title: Vec<Word>,
    pub sentences: Vec<Read>,
}

impl ArticleWords {
    /// As the analyzer has them.
    pub fn read(analyzer: &Analyzer, article: &Article) -> Result<Self, TaskError> {
        let read = |text: &str| -> Result<Vec<Word>, TaskError> { Ok(words(text, &analyzer.analyze(text)?)) };
        let sentences = article.sentences.iter().map(|sentence| -> Result<Read, TaskError> {
            let (text, headline) = (article.sentence_text(sentence), sentence.kind == SentenceKind::Headline);
            Ok(with_idioms(text, read(text)?, headline))
        });
        Ok(Self { title: read(&article.facts.title)?, sentences: sentences.collect::<Result<_, _>>()? })
    }

    /// As the learner has them.
    #[must_use]
    pub fn corrected(&self, article: &Article, corrections: &Corrections) -> Self {
        let texts = article.sentences.iter().map(|sentence| article.sentence_text(sentence));
        let pairs = texts.zip(&self.sentences);
        Self {
            title: corrections.apply(&article.facts.title, self.title.clone()),
            sentences: pairs
                .map(|(text, read)| with_idioms(text, corrections.apply(text, read.words.clone()), read.headline))
                .collect(),
        }
    }

    pub fn terms(&self) -> Vec<ArticleTerm> {
        extract(&self.title, &self.sentences)
    }
}

fn with_idioms(text: &str, words: Vec<Word>, headline: bool) -> Read {
    Read { idioms: idioms(text, &words), abbreviations: introduced(text, &words), words, headline }
}
