//! All that follows from an article's text: made without the store, on any thread.

use super::{ArticleWords, TaskError};
use crate::article::Article;
use crate::article::likeness::Shingles;
use crate::cloze::{self, Cloze};
use crate::korean::analyzer::Analyzer;
use crate::vocab::ArticleTerm;
use crate::vocab::correct::Corrections;

/// An article, ready to be stored.
#[derive(Debug, Clone, PartialEq)]
pub struct Prepared {
    pub article: Article,
    pub terms: Vec<ArticleTerm>,
    pub clozes: Vec<Cloze>,
    /// For noticing copies; `None` where the text is known.
    pub shingles: Option<Shingles>,
}

impl Prepared {
    /// Analyzes `article` and finds its terms as the learner's corrections want them.
    pub fn read(analyzer: &Analyzer, article: Article, corrections: &Corrections) -> Result<Self, TaskError> {
        let terms = ArticleWords::read(analyzer, &article)?.into_terms(corrections);
        let clozes = cloze::build(&article, &terms);
        let shingles = Some(Shingles::of(&article));
        Ok(Self { article, terms, clozes, shingles })
    }

    /// An article that is stored already: its text was found known and is not analyzed again.
    pub fn known(article: Article) -> Self {
        Self { article, terms: Vec::new(), clozes: Vec::new(), shingles: None }
    }
}
