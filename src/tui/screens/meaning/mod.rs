//! A word in full: what it means, what is remembered of it, and every sentence in which it was met.

mod met;
mod senses;

use std::cell::Cell;

use crossterm::event::KeyEvent;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

pub use self::senses::source;
use crate::deck::{State, Status, Term};
use crate::lexicon;
use crate::messages::{Fault, Label, ListLabel, ReadingLabel, Sense as Say, TermLabel};
use crate::tasks::{Family, MetSentences, Origin, Sense, TermView, WordAct, explain};
use crate::tui::app::{Go, Shared, header};
use crate::tui::keymap::{Command, Context};
use crate::tui::screens::correcting::Correcting;
use crate::tui::screens::reading::note;
use crate::tui::steps::WordStep;
use crate::tui::widgets::field::{self, Field};
use crate::vocab::correct::Correction;
use crate::vocab::{Kind, Pos, TermKey};

/// Sentences that `PgUp` and `PgDn` turn.
const PAGE: usize = 5;

/// A word as it is looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    pub term: String,
    pub pos: Pos,
    pub parts: Vec<String>,
}

impl Looked {
    /// The headword of a sense that a search found.
    pub fn of(sense: &Sense) -> Self {
        let pos = sense.term_pos();
        let parts = lexicon::split(&sense.word).map_or_else(Vec::new, |parts| parts.map(str::to_owned).to_vec());
        Self { term: sense.word.clone(), pos, parts }
    }

    pub fn term(term: &Term) -> Self {
        Self { term: term.term.clone(), pos: term.pos, parts: term.parts.clone() }
    }
}

/// What is typed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Writing {
    Gloss,
    Note,
}

/// How the last frame was laid out: the lines above the sentences, and how many lines are seen.
#[derive(Clone, Copy, Default)]
struct View {
    head: usize,
    height: usize,
}

pub struct Meaning {
    looked: Looked,
    senses: Vec<Sense>,
    /// The sense that is shown.
    at: usize,
    families: Vec<Family>,
    /// What is remembered, where the articles have the word.
    view: Option<TermView>,
    met: MetSentences,
    /// The sentence under the cursor, from 1; 0 is above the first.
    cursor: usize,
    /// Lines above the sentences that are scrolled away.
    scrolled: usize,
    laid: Cell<View>,
    writing: Option<(Writing, Field)>,
    correcting: Option<Correcting>,
    /// Below lies a question about a card, which must stay as the session knows it.
    held: bool,
}

impl Meaning {
    /// `held`: the card is under question, and only looked at.
    pub fn new(shared: &Shared, looked: Looked, held: bool) -> Result<Self, Fault> {
        let senses = shared.desk.look_up(&looked)?;
        let mut meaning = Self {
            looked,
            senses,
            at: 0,
            families: Vec::new(),
            view: None,
            met: MetSentences::default(),
            cursor: 0,
            scrolled: 0,
            laid: Cell::default(),
            writing: None,
            correcting: None,
            held,
        };
        meaning.find_families(shared)?;
        meaning.remember(shared)?;
        Ok(meaning)
    }

    pub const fn context(&self) -> Context {
        match (&self.writing, &self.correcting) {
            (Some(_), _) => Context::Glossing,
            (None, Some(_)) => Context::Correcting,
            (None, None) => Context::Meaning,
        }
    }

    /// The term, where the articles have it.
    pub fn term(&self) -> Option<&Term> {
        self.view.as_ref().map(|view| &view.term)
    }

    pub fn key(&mut self, event: &KeyEvent, shared: &Shared) {
        if let Some((_, field)) = &mut self.writing {
            field.key(event, shared.keyboard);
        } else if let Some(correcting) = &mut self.correcting {
            correcting.field.key(event, shared.keyboard);
        }
    }

    pub fn paste(&mut self, text: &str) {
        if let Some((_, field)) = &mut self.writing {
            field.insert(text);
        } else if let Some(correcting) = &mut self.correcting {
            correcting.field.insert(text);
        }
    }

    pub fn obey(&mut self, command: Command, shared: &mut Shared) -> Go {
        let done = match self.context() {
            Context::Glossing => self.write(command, shared).map(|()| Go::Stay),
            Context::Correcting => self.write_correction(command, shared).map(|()| Go::Stay),
            _ => self.act(command, shared),
        };
        done.unwrap_or_else(|fault| {
            shared.fault = Some(fault);
            Go::Stay
        })
    }

    fn act(&mut self, command: Command, shared: &mut Shared) -> Result<Go, Fault> {
        let count = self.senses.len();
        match command {
            Command::Back => return Ok(Go::Back),
            Command::Next if count > 0 => self.turn((self.at + 1) % count, shared)?,
            Command::Previous if count > 0 => self.turn((self.at + count - 1) % count, shared)?,
            Command::ChooseSense => self.choose(shared)?,
            Command::Gloss => self.writing = Some((Writing::Gloss, self.own_gloss())),
            Command::Visit => return Ok(self.visit()),
            Command::Up | Command::Down | Command::PageUp | Command::PageDown | Command::First | Command::Last => {
                self.scroll(command, shared)?;
            }
            _ => self.of_term(command, shared)?,
        }
        Ok(Go::Stay)
    }

    /// What is done with a term of the articles.
    fn of_term(&mut self, command: Command, shared: &mut Shared) -> Result<(), Fault> {
        let Some(view) = &self.view else {
            shared.notice = Some(Label::Note { text: TermLabel::MetNowhere.text(shared.lang) });
            return Ok(());
        };
        let term = view.term.clone();
        if command == Command::Note {
            let mut field = Field::default();
            field.insert(view.note.as_deref().unwrap_or_default());
            self.writing = Some((Writing::Note, field));
            return Ok(());
        }
        if self.held {
            shared.notice = Some(Label::Note { text: TermLabel::Held.text(shared.lang) });
            return Ok(());
        }
        let card = view.card.as_ref().map(|row| row.card);
        let name = term.term.clone();
        match (command, card) {
            (Command::Join | Command::Split | Command::Rename, _) => {
                let followers = if command == Command::Join { shared.desk.followers(term.id)? } else { Vec::new() };
                self.correcting = Some(Correcting::new(command, &term, followers));
            }
            (Command::Name, _) if term.kind == Kind::Name => self.correct(Correction::Term { term: name }, shared)?,
            (Command::Name, _) => self.correct(Correction::Name { term: name }, shared)?,
            (Command::Undo, _) => {
                shared.take_back_step()?;
                self.remember(shared)?;
            }
            (Command::Known | Command::Ignore | Command::Learn, None) => note(shared, &ReadingLabel::NamesHaveNoCard),
            (Command::Known, Some(card)) if card.status == Status::Known => self.change(WordAct::Wake, shared)?,
            (Command::Known, Some(_)) => self.change(WordAct::Known, shared)?,
            (Command::Ignore, Some(card)) if card.status == Status::Ignored => self.change(WordAct::Wake, shared)?,
            (Command::Ignore, Some(_)) => self.change(WordAct::Ignore, shared)?,
            (Command::Learn, Some(card)) if card.status != Status::Active => self.change(WordAct::Wake, shared)?,
            (Command::Learn, Some(card)) if card.state == State::New => self.change(WordAct::First, shared)?,
            _ => {}
        }
        Ok(())
    }

    fn change(&mut self, act: WordAct, shared: &mut Shared) -> Result<(), Fault> {
        let Some(term) = self.term().cloned() else { return Ok(()) };
        let acted = shared.desk.act_on_words(&[term.id], act)?;
        let what = act.name().text(shared.lang);
        let said = match acted.changed {
            0 => ListLabel::NothingChanged { what },
            _ => ListLabel::ActedOne { what, term: term.term },
        };
        if acted.changed > 0 {
            shared.word_steps.push(WordStep::Act(acted));
        }
        shared.notice = Some(Label::Note { text: said.text(shared.lang) });
        self.remember(shared)
    }

    fn write_correction(&mut self, command: Command, shared: &mut Shared) -> Result<(), Fault> {
        match (&mut self.correcting, command) {
            (_, Command::Back) => self.correcting = None,
            (Some(correcting), Command::Previous | Command::Next) => correcting.suggest(command == Command::Next),
            (Some(correcting), Command::Submit) => {
                let correction = correcting.correction(|key: &TermKey| shared.desk.is_term(key));
                self.correct(correction, shared)?;
            }
            _ => {}
        }
        Ok(())
    }

    /// Stores a correction; what was typed stays where it could not be.
    fn correct(&mut self, correction: Correction, shared: &mut Shared) -> Result<(), Fault> {
        let done = shared.desk.correct(correction)?;
        let what = explain::decision(&done.row.correction, shared.lang);
        shared.notice = Some(Label::Corrected { what, articles: done.articles, sentences: done.sentences });
        shared.word_steps.push(WordStep::Correction(done.row.id));
        self.correcting = None;
        self.remember(shared)
    }

    /// Shows another sense, with the families of its own hanja.
    fn turn(&mut self, at: usize, shared: &Shared) -> Result<(), Fault> {
        (self.at, self.scrolled, self.cursor) = (at, 0, 0);
        self.find_families(shared)
    }

    fn find_families(&mut self, shared: &Shared) -> Result<(), Fault> {
        let hanja = self.senses.get(self.at).and_then(|sense| sense.hanja.clone());
        self.families = match hanja {
            Some(hanja) => shared.desk.families(&self.looked.term, &hanja)?,
            None => Vec::new(),
        };
        Ok(())
    }

    /// Reads anew what is remembered of the term and where it was met.
    fn remember(&mut self, shared: &Shared) -> Result<(), Fault> {
        self.view = shared.desk.term_view(&self.looked)?;
        self.met = match &self.view {
            Some(view) => shared.desk.met(&view.term)?,
            None => MetSentences::default(),
        };
        self.cursor = self.cursor.min(self.met.read.len());
        Ok(())
    }

    /// The screen is back from what lay over it.
    pub fn refresh(&mut self, shared: &Shared) -> Result<(), Fault> {
        let (cursor, scrolled) = (self.cursor, self.scrolled);
        self.remember(shared)?;
        if let Some(view) = &self.view {
            shared.desk.more_met(&mut self.met, &view.term, cursor)?;
        }
        (self.cursor, self.scrolled) = (cursor.min(self.met.read.len()), scrolled);
        Ok(())
    }

    /// The sense that is shown is the one that the term has from now on.
    fn choose(&mut self, shared: &mut Shared) -> Result<(), Fault> {
        let Some(sense) = self.senses.get(self.at).cloned() else { return Ok(()) };
        shared.desk.choose_sense(&self.looked, &sense)?;
        let text = Say::ChosenNow { gloss: sense.gloss }.text(shared.lang);
        shared.notice = Some(Label::Note { text });
        self.read_again(shared)
    }

    /// The field with the learner's gloss as it is, or with what the first sense says, to begin from.
    fn own_gloss(&self) -> Field {
        let own = self.senses.iter().find(|sense| sense.source == Origin::Own);
        let mut field = Field::default();
        field.insert(own.or_else(|| self.senses.first()).map_or("", |sense| sense.gloss.as_str()));
        field
    }

    fn write(&mut self, command: Command, shared: &mut Shared) -> Result<(), Fault> {
        match (&self.writing, command) {
            (_, Command::Back) => self.writing = None,
            (Some((Writing::Gloss, field)), Command::Submit) => {
                let text = field.text();
                self.set_gloss(&text, shared)?;
            }
            (Some((Writing::Note, field)), Command::Submit) => {
                let text = field.text();
                self.set_note(&text, shared)?;
            }
            _ => {}
        }
        Ok(())
    }

    fn set_gloss(&mut self, gloss: &str, shared: &mut Shared) -> Result<(), Fault> {
        shared.desk.set_gloss(&self.looked, gloss)?;
        let said = if gloss.trim().is_empty() {
            Say::GlossCleared
        } else {
            Say::GlossSet { gloss: crate::messages::printable(gloss.trim()) }
        };
        shared.notice = Some(Label::Note { text: said.text(shared.lang) });
        self.writing = None;
        self.read_again(shared)
    }

    fn set_note(&mut self, text: &str, shared: &mut Shared) -> Result<(), Fault> {
        let Some(term) = self.term().cloned() else { return Ok(()) };
        shared.desk.set_note(&term, text)?;
        let said = if text.trim().is_empty() { TermLabel::NoteCleared } else { TermLabel::NoteSet };
        shared.notice = Some(Label::Note { text: said.text(shared.lang) });
        self.writing = None;
        self.remember(shared)
    }

    fn read_again(&mut self, shared: &Shared) -> Result<(), Fault> {
        self.senses = shared.desk.look_up(&self.looked)?;
        self.turn(0, shared)
    }

    pub fn draw(&self, frame: &mut Frame, area: Rect, shared: &Shared) {
        let Looked { term, pos, parts } = &self.looked;
        let said = lexicon::pronunciation(term, *pos, parts);
        let place = Say::Choice { at: (self.at + 1).min(self.senses.len()), of: self.senses.len() };
        header(frame, area, shared, &format!("{term} [{said}]"), &place.text(shared.lang));
        let mut body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        if self.writing.is_some() || self.correcting.is_some() {
            body.height = body.height.saturating_sub(2);
        }
        let row = Rect { y: body.y + body.height, height: 1, ..area };
        if let Some((what, field)) = &self.writing {
            let term = term.clone();
            let about = match what {
                Writing::Gloss => Say::GlossAsk { term }.text(shared.lang),
                Writing::Note => TermLabel::NoteAsk { term }.text(shared.lang),
            };
            frame.render_widget(Line::styled(about, shared.theme.faint()), row);
            field::draw(frame, Rect { y: row.y + 1, ..row }, "", field, shared);
        } else if let Some(correcting) = &self.correcting {
            correcting.draw(frame, Rect { height: 2, ..row }, shared);
        }
        self.draw_body(frame, body, shared);
    }
}
