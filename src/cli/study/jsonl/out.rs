//! The lines of the protocol. Names and fields are relied on by other programs: they are added to, never changed.

use serde::{Deserialize, Serialize};

use crate::cloze::{Judgement, Letter, Verdict};
use crate::deck::{Grade, Mode};
use crate::lexicon::{self, Meaning};
use crate::study::Session;

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Out {
    Question {
        id: String,
        deck: Option<String>,
        prompt: String,
        mode: Mode,
        choices: Option<Vec<String>>,
        hints: Vec<&'static str>,
        left: usize,
        practice: bool,
        flagged: bool,
    },
    Answer {
        id: String,
        /// Sentences in which the term was recalled, and in which it can be asked.
        contexts: (usize, usize),
        answer: String,
        #[serde(flatten)]
        facts: Facts,
        proposed: Grade,
        intervals: Vec<f64>,
    },
    Hint {
        id: String,
        hint: String,
        name: &'static str,
    },
    Result {
        id: String,
        verdict: Verdict,
        answer: String,
        grade: Grade,
        due: Option<String>,
        interval_days: f64,
        stored: bool,
        mode: Mode,
        practice: bool,
        typed: Option<String>,
        /// Names of the hints taken.
        hints: Vec<String>,
        #[serde(flatten)]
        reasons: Reasons,
        #[serde(flatten)]
        facts: Option<Facts>,
    },
    /// What was said of a word for good: `accepted` or `fits`.
    Remark {
        id: String,
        remark: &'static str,
        word: String,
        stored: bool,
    },
    Undone {
        id: String,
    },
    Set {
        id: String,
        status: &'static str,
        stored: bool,
    },
    Error {
        message: String,
    },
    Done {
        answered: usize,
        again: usize,
    },
}

/// Why a verdict.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Reasons {
    read_as: Option<String>,
    slip: Option<&'static str>,
    /// The other word that was given.
    other: Option<String>,
    /// Parts of the compound that were missed.
    missed: Vec<String>,
    letters: Vec<Mark>,
}

/// A letter of the answer beside what was typed.
#[derive(Debug, Clone, Serialize)]
struct Mark {
    sign: &'static str,
    right: Option<char>,
    typed: Option<char>,
    /// Index of the answer's character.
    of: usize,
}

impl Reasons {
    pub fn of(judgement: Option<&Judgement>, parts: &[String]) -> Self {
        let Some(judgement) = judgement else { return Self::default() };
        let mark = |letter: &Letter| Mark {
            sign: letter.sign.name(),
            right: letter.right,
            typed: letter.typed,
            of: letter.of,
        };
        Self {
            read_as: judgement.read_as.clone(),
            slip: judgement.slip.map(crate::cloze::Slip::name),
            other: judgement.other.clone(),
            missed: judgement.missed.iter().filter_map(|at| parts.get(*at).cloned()).collect(),
            letters: judgement.letters.iter().map(mark).collect(),
        }
    }
}

/// What is told of a term after the attempt, never before.
#[derive(Debug, Clone, Serialize)]
pub struct Facts {
    term: String,
    sentence: String,
    pronunciation: String,
    hanja: Option<String>,
    gloss: Option<String>,
    parts: Vec<Part>,
    source: Source,
}

#[derive(Debug, Clone, Serialize)]
struct Part {
    #[serde(rename = "part")]
    text: String,
    hanja: Option<String>,
    gloss: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct Source {
    article: i64,
    title: String,
    outlet: Option<String>,
}

impl Facts {
    /// Of the question that stands; `meaning` is that of its term.
    pub fn of(session: &Session, meaning: Option<Meaning>) -> Option<Self> {
        let (item, question) = (session.item()?, session.question()?);
        let term = &item.term;
        let parts = lexicon::parts_of(&term.term, term.pos, &term.parts);
        Some(Self {
            term: term.term.clone(),
            sentence: question.sentence.clone(),
            pronunciation: lexicon::pronunciation(&term.term, term.pos, &term.parts),
            hanja: meaning.as_ref().and_then(|meaning| meaning.hanja.clone()),
            gloss: meaning.map(|meaning| meaning.gloss),
            parts: parts
                .into_iter()
                .map(|part| Part { text: part.part, hanja: part.hanja, gloss: part.gloss })
                .collect(),
            source: Source {
                article: question.article.0,
                title: question.title.clone(),
                outlet: question.outlet.clone(),
            },
        })
    }

    pub fn part_names(&self) -> Vec<String> {
        self.parts.iter().map(|part| part.text.clone()).collect()
    }
}

/// One line in. Exactly one field is expected.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "the protocol's fields")]
pub struct In {
    pub answer: Option<String>,
    /// Number of a choice, from 1.
    pub choice: Option<usize>,
    pub reveal: bool,
    pub grade: Option<Grade>,
    pub hint: bool,
    /// The other word that was given last is as right, for good.
    pub accept: bool,
    /// Number of a choice that fits as well, from 1.
    pub fits: Option<usize>,
    /// Another mode from here on, by its name.
    pub mode: Option<crate::deck::ModeChoice>,
    pub undo: bool,
    pub redo: bool,
    pub suspend: bool,
    pub bury: bool,
    pub known: bool,
    /// A flag on the card of the question that stands, or none any more.
    pub flag: bool,
    pub quit: bool,
    /// Behind the last question, wait for as long as it takes.
    pub stay: bool,
}
