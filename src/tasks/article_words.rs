//! The content words of an article, and the terms that they make with the learner's corrections.

use super::TaskError;
use crate::article::{Article, Sentence, SentenceKind};
use crate::korean::analyzer::Analyzer;
use crate::vocab::ArticleTerm;
use crate::vocab::abbreviation::introduced;
use crate::vocab::correct::Corrections;
use crate::vocab::extract::{Read, extract};
use crate::vocab::idiom::idioms;
use crate::vocab::word::{Word, words};

/// The words of title and sentences, as the analyzer has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleWords<'a> {
    article: &'a Article,
    title: Vec<Word>,
    sentences: Vec<Vec<Word>>,
}

impl<'a> ArticleWords<'a> {
    pub fn read(analyzer: &Analyzer, article: &'a Article) -> Result<Self, TaskError> {
        let read = |text: &str| -> Result<Vec<Word>, TaskError> { Ok(words(text, &analyzer.analyze(text)?)) };
        let sentences = article.sentences.iter().map(|sentence| read(article.sentence_text(sentence)));
        Ok(Self { article, title: read(&article.facts.title)?, sentences: sentences.collect::<Result<_, _>>()? })
    }

    /// The article's terms as the learner has them.
    pub fn terms(&self, corrections: &Corrections) -> Vec<ArticleTerm> {
        self.clone().into_terms(corrections)
    }

    /// The same, where nobody asks again with other corrections.
    pub fn into_terms(self, corrections: &Corrections) -> Vec<ArticleTerm> {
        let title = corrections.apply(&self.article.facts.title, self.title);
        let read = |(sentence, words): (&Sentence, Vec<Word>)| {
            let text = self.article.sentence_text(sentence);
            let words = corrections.apply(text, words);
            let (idioms, abbreviations) = (idioms(text, &words), introduced(text, &words));
            Read { idioms, abbreviations, words, headline: sentence.kind == SentenceKind::Headline }
        };
        let sentences = self.article.sentences.iter().zip(self.sentences).map(read).collect();
        corrections.settle(extract(title, sentences))
    }
}
