//! A correction that needs words: the line in which they are typed, and what it comes to.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::deck::Term;
use crate::korean::jamo;
use crate::messages::Label;
use crate::tui::app::Shared;
use crate::tui::keymap::Command;
use crate::tui::widgets::field::{self, Field};
use crate::vocab::TermKey;
use crate::vocab::correct::Correction;

/// What is being corrected, with the field for it.
pub struct Correcting {
    what: Command,
    term: String,
    pub field: Field,
    /// For a join: what follows the term in the articles, and which of them stands in the field.
    followers: Vec<String>,
    at: usize,
}

impl Correcting {
    /// For the commands `Join`, `Split` and `Rename`: the field begins with the term itself, for a join with what follows
    /// it most often, for a split with a space wherever its parts are known to meet.
    pub fn new(what: Command, term: &Term, followers: Vec<String>) -> Self {
        let parts = term.parts.join(" ");
        let mut correcting = Self { what, term: term.term.clone(), field: Field::default(), followers, at: 0 };
        match what {
            Command::Join => correcting.fill(),
            Command::Split if TermKey::of(&parts) == term.key => correcting.field.insert(&parts),
            _ => correcting.field.insert(&term.term),
        }
        correcting
    }

    /// Puts the next or the previous suggestion into the field.
    pub fn suggest(&mut self, next: bool) {
        if self.followers.is_empty() {
            return;
        }
        let count = self.followers.len();
        self.at = (self.at + if next { 1 } else { count - 1 }) % count;
        self.fill();
    }

    fn fill(&mut self) {
        let follower = self.followers.get(self.at).map_or("", String::as_str);
        self.field.clear();
        self.field.insert(&format!("{} {follower}", self.term));
    }

    /// The correction that the typed words are. `is_term` tells whether there is such a term: then two become one, else
    /// the dictionary form was wrong.
    pub fn correction(&self, is_term: impl Fn(&TermKey) -> bool) -> Correction {
        let typed = jamo::nfc(self.field.text().trim());
        let words = || typed.split_whitespace().map(str::to_owned).collect();
        match self.what {
            Command::Join => Correction::Join { parts: words() },
            Command::Split => Correction::Split { term: self.term.clone(), parts: words() },
            _ if is_term(&TermKey::of(&typed)) => {
                Correction::Merge { term: self.term.clone(), into: typed, pos: None, name: false }
            }
            _ => Correction::Lemma { term: self.term.clone(), to: typed, pos: None },
        }
    }

    /// What to type, and the field on a line of its own with nothing to its right.
    pub fn draw(&self, frame: &mut Frame, area: Rect, shared: &Shared) {
        let term = self.term.clone();
        let about = match self.what {
            Command::Join => Label::JoinAsk { term },
            Command::Split => Label::SplitAsk { term },
            _ => Label::RenameAsk { term },
        };
        let mut about = shared.say(&about);
        if self.followers.len() > 1 {
            about = format!("{about} {}", shared.say(&Label::JoinNext));
        }
        frame.render_widget(Span::styled(about, shared.theme.faint()), Rect { height: 1, ..area });
        field::draw(frame, Rect { y: area.y + 1, height: 1, ..area }, "", &self.field, shared);
    }
}
