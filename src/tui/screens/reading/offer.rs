//! What may be asked about the paragraph that was just read: a due word in its own sentence, as its review.

use super::{Reading, Say, note};
use crate::deck::TermId;
use crate::messages::Fault;
use crate::study::AfterParagraph;
use crate::tui::app::{Go, Shared};

impl Reading {
    /// Which paragraph the place is in.
    pub(super) fn block_at(&self) -> usize {
        self.blocks.partition_point(|block| block.sentences.end <= self.place.sentence)
    }

    /// Due terms of a paragraph, with their sentences.
    fn due_in(&self, block: usize) -> Vec<(TermId, usize)> {
        let sentences = self.blocks.get(block).map_or(0..0, |block| block.sentences.clone());
        let due =
            |sentence| self.marks_of(sentence).iter().filter(|mark| mark.due).map(move |mark| (mark.term, sentence));
        sentences.flat_map(due).collect()
    }

    pub(super) fn due_here(&self) -> Vec<(TermId, usize)> {
        self.due_in(self.block_at())
    }

    /// How many words of the paragraph that was just read are offered.
    pub(super) fn offered(&self) -> usize {
        self.offer.map_or(0, |block| self.due_in(block).len())
    }

    /// The reader has gone on from the paragraph `before`. An offer stands until the next paragraph is left.
    pub(super) fn pass(&mut self, before: usize, shared: &mut Shared) -> Result<Go, Fault> {
        let here = self.block_at();
        if here <= before || shared.after_paragraph == AfterParagraph::Nothing {
            self.offer = self.offer.filter(|_| here == before);
            return Ok(Go::Stay);
        }
        self.offer = (before..here).rev().find(|block| !self.due_in(*block).is_empty());
        match shared.after_paragraph {
            AfterParagraph::Ask if self.offer.is_some() => self.ask(shared),
            _ => Ok(Go::Stay),
        }
    }

    /// The last paragraph was read: nothing lies behind it that could be gone on to.
    pub(super) fn end(&mut self, shared: &mut Shared) -> Result<Go, Fault> {
        if self.due_here().is_empty() || shared.after_paragraph == AfterParagraph::Nothing {
            return Ok(Go::Stay);
        }
        self.offer = Some(self.block_at());
        if shared.after_paragraph == AfterParagraph::Ask { self.ask(shared) } else { Ok(Go::Stay) }
    }

    /// Asks a due term in its own sentence: of the paragraph that is offered, else of the one with the cursor.
    pub(super) fn ask(&mut self, shared: &mut Shared) -> Result<Go, Fault> {
        let offered = self.offer.take().map_or_else(Vec::new, |block| self.due_in(block));
        for (term, sentence) in offered.into_iter().chain(self.due_here()) {
            if let Some(session) = shared.desk.ask_here(term, self.id, sentence, &self.article, shared.mode_of(None))? {
                return Ok(Go::Ask(Box::new(session)));
            }
        }
        note(shared, &Say::NothingDueHere);
        Ok(Go::Stay)
    }
}
