//! Morphological analysis: text in, morphemes out. lindera's only home.

mod dictionary;
mod expression;
mod offsets;
mod repair;
mod ties;

use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::Range;

use lindera::mode::Mode;
use lindera::segmenter::Segmenter;
use lindera_dictionary::viterbi::Lattice;
use serde::{Deserialize, Serialize};

use self::expression::Piece;
use self::offsets::Marked;
use super::tag::Tag;

/// What a dictionary entry names, where it names somebody or something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum NameClass {
    Person,
    Place,
    /// Another proper name that the dictionary marks.
    Other,
}

/// One morpheme of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Morpheme {
    /// The form: 하 and 았 for 했.
    pub surface: String,
    pub tag: Tag,
    /// The dictionary form: 모색하다 for the 하 of 모색하고, 두드리다 for 두드려, the form itself for the rest.
    pub lemma: String,
    /// Bytes of the text that was analyzed. The morphemes of one inflected entry (하 + 았) share the bytes of
    /// the whole (했).
    pub range: Range<usize>,
    /// Parts of a compound entry (통신 and 사업자 of 통신사업자), empty for others.
    pub parts: Vec<String>,
    pub class: Option<NameClass>,
    /// False where no dictionary entry stood for it.
    pub known: bool,
}

/// The analyzer could not be opened or failed on a text: a fault of this build, not of the user.
#[derive(Debug, thiserror::Error)]
#[error("morphological analysis failed: {0}")]
pub struct AnalyzerError(String);

impl AnalyzerError {
    #[expect(clippy::needless_pass_by_value, reason = "it is handed to map_err")]
    fn new(error: lindera::error::LinderaError) -> Self {
        Self(error.to_string())
    }
}

/// The embedded dictionary, ready. Opening it takes about two milliseconds.
pub struct Analyzer {
    segmenter: Segmenter,
    /// Kept from sentence to sentence, so that its memory is asked for once.
    lattice: RefCell<Lattice>,
}

impl Analyzer {
    pub fn open() -> Result<Self, AnalyzerError> {
        let dictionary = dictionary::load().map_err(AnalyzerError::new)?;
        Ok(Self { segmenter: Segmenter::new(Mode::Normal, dictionary, None), lattice: RefCell::default() })
    }

    /// The morphemes of `text`, in order. Ranges are bytes of `text`; spaces lie between them.
    pub fn analyze(&self, text: &str) -> Result<Vec<Morpheme>, AnalyzerError> {
        let marked = Marked::new(text);
        let tokens = self
            .segmenter
            .segment_with_lattice(Cow::Borrowed(marked.text()), &mut self.lattice.borrow_mut())
            .map_err(AnalyzerError::new)?;
        let mut morphemes = Vec::with_capacity(tokens.len() * 2);
        for token in tokens {
            let range = marked.original(token.byte_start..token.byte_end);
            let known = !token.word_id.is_unknown();
            let surface = text.get(range.clone()).unwrap_or_default();
            if surface.is_empty() {
                continue;
            }
            // Asked of the dictionary itself: the token would gather them in a list of its own.
            let id = token.word_id.id() as usize;
            let mut details = if known {
                token.dictionary.word_details_iter(id)
            } else {
                token.dictionary.unknown_word_details_iter(id)
            };
            let [tag, class, kind, expression] = std::array::from_fn(|_| details.next().unwrap_or_default());
            Entry { surface, range, known, tag, class, kind, expression }.push_to(&mut morphemes);
        }
        let mut morphemes = repair::repair(text, morphemes);
        set_lemmas(&mut morphemes);
        Ok(morphemes)
    }
}

/// A dictionary entry as it was met in the text.
struct Entry<'a> {
    surface: &'a str,
    range: Range<usize>,
    known: bool,
    tag: &'a str,
    class: &'a str,
    kind: &'a str,
    expression: &'a str,
}

impl Entry<'_> {
    fn push_to(self, morphemes: &mut Vec<Morpheme>) {
        // Most entries are one piece, and say nothing of it.
        let pieces = if self.kind.is_empty() { Vec::new() } else { expression::pieces(self.expression) };
        match self.kind {
            // One piece is another spelling of the same morpheme. A predicate takes the piece (만드 → 만들); for the
            // rest the dictionary knows no better than the text (it has 몰론 for 물론).
            "Inflect" | "Preanalysis" if pieces.len() == 1 => {
                let Some(piece) = pieces.into_iter().next() else { return };
                let keep = !piece.tag.is_predicate() || ties::is_raw_stem(self.surface);
                let form = if keep { self.surface.to_owned() } else { piece.form };
                morphemes.push(self.morpheme(form, piece.tag, self.range.clone(), Vec::new()));
            }
            // 했 = 하 + 았. Where the letters still stand side by side (것+이), each piece keeps its own bytes.
            "Inflect" | "Preanalysis" if !pieces.is_empty() => {
                let ranges = expression::ranges(self.surface, &pieces, self.range.clone());
                for (piece, range) in pieces.into_iter().zip(ranges) {
                    morphemes.push(self.morpheme(piece.form, piece.tag, range, Vec::new()));
                }
            }
            "Compound" => {
                let parts = pieces.into_iter().map(|Piece { form, .. }| form).collect();
                morphemes.push(self.morpheme(self.surface.to_owned(), self.first_tag(), self.range.clone(), parts));
            }
            _ => {
                morphemes.push(self.morpheme(
                    self.surface.to_owned(),
                    self.first_tag(),
                    self.range.clone(),
                    Vec::new(),
                ));
            }
        }
    }

    fn first_tag(&self) -> Tag {
        Tag::from_name(self.tag.split('+').next().unwrap_or_default())
    }

    fn morpheme(&self, surface: String, tag: Tag, range: Range<usize>, parts: Vec<String>) -> Morpheme {
        let class = match self.class {
            "인명" => Some(NameClass::Person),
            "지명" => Some(NameClass::Place),
            class if class.contains("인명") || class.contains("지명") || class.contains("기관") => {
                Some(NameClass::Other)
            }
            _ => None,
        };
        Morpheme { lemma: surface.clone(), surface, tag, range, parts, class, known: self.known }
    }
}

/// Dictionary forms: stem + 다; the noun or root before a suffix belongs to it (모색 + 하 → 모색하다).
fn set_lemmas(morphemes: &mut [Morpheme]) {
    for i in 0..morphemes.len() {
        let lemma = match morphemes[i].tag {
            Tag::VV | Tag::VA | Tag::VX | Tag::VCN | Tag::VCP => format!("{}다", morphemes[i].surface),
            Tag::XSV | Tag::XSA => {
                let start = morphemes[i].range.start;
                let before = i.checked_sub(1).map(|j| &morphemes[j]).filter(|m| m.range.end == start && is_root(m.tag));
                format!("{}{}다", before.map_or("", |m| m.surface.as_str()), morphemes[i].surface)
            }
            _ => continue,
        };
        morphemes[i].lemma = lemma;
    }
}

/// Tags on which 하다 and its like are built.
pub(crate) const fn is_root(tag: Tag) -> bool {
    matches!(tag, Tag::NNG | Tag::NNP | Tag::XR | Tag::XSN | Tag::MAG | Tag::NA | Tag::SL)
}

#[cfg(test)]
mod tests;
