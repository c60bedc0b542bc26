//! The National Institute's learners' dictionary (한국어기초사전), as its site hands it out: LMF, in XML or JSON.
//!
//! What real files do: one id is used for a word and for its idioms, so that an entry is known by id, kind and form
//! together; the pronunciation (발음) stands in the word form itself or one level below; a level may be 없음; eleven
//! languages stand side by side, of which English is taken and the Korean definition kept.

pub mod json;
pub mod xml;

use super::{Entry, Problem, Sense, Sink, pos};

/// An entry as the file has it, in either form.
#[derive(Debug, Default)]
struct Raw {
    id: String,
    lexical_unit: Option<String>,
    part_of_speech: Option<String>,
    origin: Option<String>,
    level: Option<String>,
    written_form: Option<String>,
    pronunciation: Option<String>,
    senses: Vec<RawSense>,
    /// Something in it was not built as it should be.
    broken: Option<Problem>,
}

#[derive(Debug, Default)]
struct RawSense {
    definition: Option<String>,
    example: Option<String>,
    english: Option<String>,
}

/// One translation of a sense.
#[derive(Debug, Default)]
struct Equivalent {
    language: Option<String>,
    lemma: Option<String>,
    definition: Option<String>,
}

impl RawSense {
    /// Takes the English one: its few words, else its sentence. (없음) stands where there is no word for it.
    fn take(&mut self, equivalent: Equivalent) {
        if self.english.is_some() || !matches!(equivalent.language.as_deref(), Some("영어" | "English")) {
            return;
        }
        let lemma = equivalent.lemma.filter(|lemma| !matches!(lemma.trim(), "" | "(없음)" | "없음"));
        self.english = lemma.or(equivalent.definition);
    }
}

impl Raw {
    /// What is known of it goes into the sink.
    fn settle(self, sink: &mut Sink<'_>) -> Result<Entry, Problem> {
        if let Some(problem) = self.broken {
            return Err(problem);
        }
        let word = self.written_form.ok_or(Problem::NoWord)?;
        if !self.id.is_empty() && !sink.first_time((&self.id, &self.lexical_unit, &word)) {
            return Err(Problem::Repeated);
        }
        let level = match self.level.as_deref().map(str::trim) {
            Some("초급") => Some(2),
            Some("중급") => Some(4),
            Some("고급") => Some(6),
            _ => None,
        };
        let named = |name: &Option<String>| name.as_deref().and_then(pos::code);
        let senses = self.senses.into_iter().map(|sense| Sense {
            gloss: sense.english.unwrap_or_default(),
            definition: sense.definition,
            example: sense.example,
        });
        Ok(Entry {
            word,
            hanja: self.origin,
            pos: named(&self.part_of_speech).or_else(|| named(&self.lexical_unit)),
            level,
            pronunciation: self.pronunciation,
            senses: senses.collect(),
        })
    }
}
