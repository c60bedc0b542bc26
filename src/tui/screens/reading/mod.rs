//! The reader: an article word by word, each coloured by what is known of it.
//!
//! Long because each of the many keys of reading has its arm here; the page and the sitting are files of their own.

mod listening;
mod offer;
mod page;
mod sitting;

use std::cell::Cell;
use std::collections::BTreeMap;

use crossterm::event::KeyEvent;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use self::listening::{Heard, Listening};
use self::page::{At, Page};
use self::sitting::Sitting;
use crate::article::Article;
use crate::deck::{ArticleId, Card, State, Status, Term, TermId};
use crate::korean::keyboard::Keyboard;
use crate::messages::{CheckLabel, Fault, Label, ReadingLabel as Say, printable};
use crate::reader::{Block, Coverage, Knowledge, Mark, Place, Step, blocks};
use crate::tasks::explain;
use crate::time::Timestamp;
use crate::tui::app::{Go, Shared, header};
use crate::tui::keymap::{Command, Context};
use crate::tui::screens::correcting::Correcting;
use crate::tui::screens::meaning::Looked;
use crate::tui::widgets::text::{clip, wrap};
use crate::vocab::Kind;
use crate::vocab::correct::Correction;

/// Cells of a line, between the 60 and 70 that are read most easily.
const MEASURE: u16 = 66;
/// Cells before the text: bookmark, what is due, and a space.
const MARGIN: u16 = 3;
/// Sentences whose terms are read from the store together: those around the place are always there, and more than a
/// screen shows.
const CHUNK: usize = 128;

/// The place is on disk after this time at the latest, and when the article is left: a write for each key would be felt.
const KEEP_MS: i64 = 10_000;

/// What F2 takes back.
enum Undone {
    /// The card as it was.
    Status(Card),
    First(TermId),
    Correction,
}

/// What the last frame showed: the page that keys turn is the one that is seen.
#[derive(Clone, Copy, Default)]
struct View {
    top: At,
    width: u16,
    height: u16,
    /// The first cell of the text, its margin left out.
    x: u16,
    y: u16,
}

pub struct Reading {
    id: ArticleId,
    article: Article,
    blocks: Vec<Block>,
    marks: BTreeMap<usize, Vec<Vec<Mark>>>,
    place: Place,
    bookmarks: Vec<usize>,
    /// The paragraph whose due words are offered.
    offer: Option<usize>,
    coverage: Coverage,
    sitting: Sitting,
    /// When the place was stored last.
    kept_at: Timestamp,
    undo: Vec<Undone>,
    correcting: Option<Correcting>,
    listening: Option<Listening>,
    signs: bool,
    /// The term under the cursor.
    term: Option<Term>,
    view: Cell<View>,
    /// Only looked at, out of a list of sentences: where the learner reads stays where it is.
    visited: bool,
}

impl Reading {
    /// The article at a term of a sentence.
    pub fn visit(shared: &mut Shared, id: ArticleId, sentence: usize, term: TermId) -> Result<Self, Fault> {
        let mut reading = Self::new(shared, id)?;
        reading.visited = true;
        reading.jump(Place { sentence, word: 0 }, shared)?;
        let word = reading.marks_of(sentence).iter().position(|mark| mark.term == term).unwrap_or(0);
        reading.jump(Place { sentence, word }, shared)?;
        Ok(reading)
    }

    pub fn new(shared: &mut Shared, id: ArticleId) -> Result<Self, Fault> {
        let article = shared.desk.article(id)?;
        let coverage = shared.desk.coverage(id)?;
        let place = shared.desk.place(id)?.unwrap_or_default();
        let mut reading = Self {
            id,
            blocks: blocks(&article.sentences),
            article,
            marks: BTreeMap::new(),
            place,
            bookmarks: shared.desk.bookmarks(id)?,
            offer: None,
            coverage,
            sitting: Sitting::new(coverage, shared.desk.now()),
            kept_at: shared.desk.now(),
            undo: Vec::new(),
            correcting: None,
            listening: None,
            signs: !shared.theme.is_coloured(),
            term: None,
            view: Cell::new(View::default()),
            visited: false,
        };
        reading.fetch(shared)?;
        reading.place = reading.place.within(0..reading.article.sentences.len(), |sentence| reading.words(sentence));
        reading.arrive(shared)?;
        if let Some(old) = shared.desk.last_coverage(id)?
            && old.percent() < coverage.words.percent()
        {
            let text = Say::Reread { old: old.percent(), now: coverage.words.percent() }.text(shared.lang);
            shared.notice = Some(Label::Note { text });
        }
        Ok(reading)
    }

    pub const fn context(&self) -> Context {
        match (&self.correcting, self.listening) {
            (Some(_), _) => Context::Correcting,
            (None, Some(_)) => Context::Listening,
            (None, None) => Context::Reading,
        }
    }

    /// The sentence with the cursor, as it is said.
    pub fn spoken(&self) -> Option<String> {
        listening::spoken(&self.article, self.place.sentence)
    }

    /// Whether it goes on by itself when the sentence was said.
    pub fn is_listening(&self) -> bool {
        self.listening.is_some_and(|listening| listening.heard() != Heard::Wait)
    }

    pub const fn stop_listening(&mut self) {
        self.listening = None;
    }

    /// The sentence was said to its end. Whether the next is to be said now.
    pub fn heard(&mut self, shared: &mut Shared) -> bool {
        match self.listening.map(Listening::heard) {
            Some(Heard::Show) => {
                self.listening = Some(Listening { hidden: true, shown: true });
                false
            }
            Some(Heard::GoOn) => self.listen_on(shared),
            Some(Heard::Wait) | None => false,
        }
    }

    /// On to the next sentence. Whether there is one to be said.
    pub fn listen_on(&mut self, shared: &mut Shared) -> bool {
        self.sitting.tick(shared.desk.now());
        self.sitting.read(self.place.sentence..self.place.sentence + 1);
        let next = self.place.sentence + 1;
        if next >= self.article.sentences.len() {
            self.listening = None;
            shared.notice = Some(Label::Note { text: CheckLabel::Offer.text(shared.lang) });
            return false;
        }
        self.listening = self.listening.map(|listening| Listening { shown: false, ..listening });
        if let Err(fault) = self.jump(Place { sentence: next, word: 0 }, shared) {
            shared.fault = Some(fault);
            self.listening = None;
        }
        self.listening.is_some()
    }

    pub const fn term(&self) -> Option<&Term> {
        self.term.as_ref()
    }

    pub fn key(&mut self, event: &KeyEvent, keyboard: Keyboard) {
        if let Some(correcting) = &mut self.correcting {
            correcting.field.key(event, keyboard);
        }
    }

    pub fn paste(&mut self, text: &str) {
        if let Some(correcting) = &mut self.correcting {
            correcting.field.insert(text);
        }
    }

    fn marks_of(&self, sentence: usize) -> &[Mark] {
        let chunk = self.marks.get(&(sentence / CHUNK));
        chunk.and_then(|chunk| chunk.get(sentence % CHUNK)).map_or(&[], Vec::as_slice)
    }

    fn words(&self, sentence: usize) -> usize {
        self.marks_of(sentence).len()
    }

    fn mark(&self) -> Option<&Mark> {
        self.marks_of(self.place.sentence).get(self.place.word)
    }

    /// Reads the terms around the place, as far as they are not read yet.
    fn fetch(&mut self, shared: &Shared) -> Result<(), Fault> {
        let here = self.place.sentence / CHUNK;
        for chunk in here.saturating_sub(1)..=here + 1 {
            if chunk * CHUNK < self.article.sentences.len().max(1) && !self.marks.contains_key(&chunk) {
                self.marks.insert(chunk, shared.desk.marks(self.id, chunk * CHUNK, CHUNK)?);
            }
        }
        Ok(())
    }

    /// What is known has changed.
    fn refetch(&mut self, shared: &Shared) -> Result<(), Fault> {
        self.marks.clear();
        self.coverage = shared.desk.coverage(self.id)?;
        self.fetch(shared)?;
        self.place = self.place.within(0..self.article.sentences.len(), |sentence| self.words(sentence));
        self.arrive(shared)
    }

    /// After each motion: the terms of the new place, and the one under the cursor.
    fn arrive(&mut self, shared: &Shared) -> Result<(), Fault> {
        self.fetch(shared)?;
        self.term = match self.mark().map(|mark| mark.term) {
            Some(term) => shared.desk.term(term)?,
            None => None,
        };
        Ok(())
    }

    pub fn obey(&mut self, command: Command, shared: &mut Shared) -> Go {
        self.sitting.tick(shared.desk.now());
        match self.act(command, shared) {
            Ok(go) => go,
            Err(fault) => {
                shared.fault = Some(fault);
                Go::Stay
            }
        }
    }

    fn act(&mut self, command: Command, shared: &mut Shared) -> Result<Go, Fault> {
        if self.correcting.is_some() {
            self.write_correction(command, shared)?;
            return Ok(Go::Stay);
        }
        match command {
            Command::Back if self.listening.is_some() => self.stop_listening(),
            Command::Back => return self.leave(shared).map(|()| Go::Back),
            Command::Meaning => {
                if let Some(term) = &self.term {
                    self.sitting.look_up(term.id);
                    return Ok(Go::Meaning(Looked::term(term)));
                }
            }
            Command::Plan => return Ok(Go::Plan(Some(self.id), self.article.facts.title.clone())),
            Command::Ask => return self.ask(shared),
            Command::Check => return Ok(Go::Check(self.id, self.article.facts.title.clone())),
            Command::Signs => self.signs = !self.signs,
            Command::Listen => self.listening = Some(Listening::default()),
            Command::Hide => {
                self.listening = self.listening.map(|listening| Listening { hidden: !listening.hidden, shown: false });
            }
            Command::Hear => self.listening = self.listening.map(|listening| Listening { shown: false, ..listening }),
            Command::Learn => self.learn(shared)?,
            Command::Known => self.toggle_known(shared)?,
            Command::Name | Command::Ignore => self.set_apart(command, shared)?,
            Command::Join | Command::Split | Command::Rename => {
                if let Some(term) = &self.term {
                    let followers = if command == Command::Join { shared.desk.followers(term.id)? } else { Vec::new() };
                    self.correcting = Some(Correcting::new(command, term, followers));
                }
            }
            Command::Undo => self.take_back(shared)?,
            Command::Bookmark => {
                let set = shared.desk.toggle_bookmark(self.id, self.place.sentence)?;
                self.bookmarks = shared.desk.bookmarks(self.id)?;
                note(shared, &if set { Say::BookmarkSet } else { Say::BookmarkGone });
            }
            Command::NextBookmark => {
                let next = self.bookmarks.iter().find(|at| **at > self.place.sentence).or(self.bookmarks.first());
                match next {
                    Some(sentence) => self.jump(Place { sentence: *sentence, word: 0 }, shared)?,
                    None => note(shared, &Say::NoBookmark),
                }
            }
            motion => return self.go(motion, shared),
        }
        Ok(Go::Stay)
    }

    fn go(&mut self, motion: Command, shared: &mut Shared) -> Result<Go, Fault> {
        let words = |sentence: usize| self.words(sentence);
        let end = self.article.sentences.len();
        let on = |step| self.place.forward(step, &self.blocks, words);
        let back = |step| self.place.back(step, &self.blocks, words);
        let to = match motion {
            Command::WordOn => on(Step::Word),
            Command::WordBack => back(Step::Word),
            Command::Down => on(Step::Sentence),
            Command::Up => back(Step::Sentence),
            Command::ParagraphDown => on(Step::Paragraph),
            Command::ParagraphUp => back(Step::Paragraph),
            Command::PageDown | Command::PageUp => self.turn(motion == Command::PageDown),
            Command::First => Place::default(),
            Command::Last => Place { sentence: end.saturating_sub(1), word: 0 },
            _ => return Ok(Go::Stay),
        };
        let before = self.block_at();
        let reads = !matches!(motion, Command::First | Command::Last);
        if reads && to > self.place {
            self.sitting.read(self.place.sentence..to.sentence);
        } else if reads && to == self.place && matches!(motion, Command::Down | Command::PageDown | Command::WordOn) {
            // There is no further to go: what is here was read.
            self.sitting.read(self.place.sentence..self.place.sentence + 1);
            shared.notice = Some(Label::Note { text: CheckLabel::Offer.text(shared.lang) });
            self.jump(to, shared)?;
            return self.end(shared);
        }
        self.jump(to, shared)?;
        if reads {
            return self.pass(before, shared);
        }
        self.offer = None;
        Ok(Go::Stay)
    }

    fn jump(&mut self, to: Place, shared: &mut Shared) -> Result<(), Fault> {
        self.place = to;
        self.arrive(shared)?;
        let now = shared.desk.now();
        if !self.visited && now.millis_since(self.kept_at) >= KEEP_MS {
            self.kept_at = now;
            shared.desk.set_place(self.id, to)?;
        }
        Ok(())
    }

    /// A page on or back: the last line of the one stays as the first of the other.
    fn turn(&self, on: bool) -> Place {
        let view = self.view.get();
        let of = |sentence: usize| self.marks_of(sentence);
        let page = self.page(&of, view.width);
        let count = usize::from(view.height.saturating_sub(1)).max(1);
        let here = page.find(self.place);
        let to = if on { page.down(here, count) } else { page.up(here, count) };
        let found = page.place_at(to);
        // A page in the middle of a long sentence must not lead back to its beginning.
        if on && found <= self.place {
            return self.place.forward(Step::Sentence, &self.blocks, |sentence| self.words(sentence));
        }
        found
    }

    /// Some lines on or back, the cursor with them.
    pub fn scroll(&mut self, on: bool, lines: usize, shared: &mut Shared) {
        self.sitting.tick(shared.desk.now());
        let view = self.view.get();
        let of = |sentence: usize| self.marks_of(sentence);
        let page = self.page(&of, view.width);
        let here = page.find(self.place);
        let found = page.place_at(if on { page.down(here, lines) } else { page.up(here, lines) });
        // On an empty line, and in the middle of a long sentence, a line is the place of what is before it.
        let words = |sentence: usize| self.words(sentence);
        let to = match on {
            true if found <= self.place => self.place.forward(Step::Sentence, &self.blocks, words),
            false if found >= self.place => self.place.back(Step::Sentence, &self.blocks, words),
            _ => found,
        };
        if to > self.place {
            self.sitting.read(self.place.sentence..to.sentence);
        }
        if let Err(fault) = self.jump(to, shared) {
            shared.fault = Some(fault);
        }
    }

    /// Goes to the word at a cell of the screen. Whether it stood there before.
    pub fn click(&mut self, x: u16, y: u16, shared: &mut Shared) -> bool {
        self.sitting.tick(shared.desk.now());
        let view = self.view.get();
        let (Some(x), Some(line)) = (x.checked_sub(view.x), y.checked_sub(view.y).filter(|line| *line < view.height))
        else {
            return false;
        };
        let of = |sentence: usize| self.marks_of(sentence);
        let found = self.page(&of, view.width).word_at(view.top, usize::from(line), usize::from(x));
        let Some(to) = found else { return false };
        if to == self.place {
            return self.term.is_some();
        }
        if let Err(fault) = self.jump(to, shared) {
            shared.fault = Some(fault);
        }
        false
    }

    fn page<'a>(&'a self, marks: &'a dyn Fn(usize) -> &'a [Mark], width: u16) -> Page<'a> {
        Page {
            article: &self.article,
            blocks: &self.blocks,
            marks,
            signs: self.signs,
            width: usize::from(width.max(20)),
            hidden_from: self.hidden_from(),
        }
    }

    /// The first sentence that is not shown: listen first, then see.
    fn hidden_from(&self) -> usize {
        match self.listening {
            Some(Listening { hidden: true, shown }) => self.place.sentence + usize::from(shown),
            _ => usize::MAX,
        }
    }

    fn card(&self, shared: &mut Shared) -> Result<Option<(Term, Card)>, Fault> {
        let Some(term) = &self.term else {
            note(shared, &Say::NoWord);
            return Ok(None);
        };
        let card = if term.kind == Kind::Name { None } else { shared.desk.card(term.id)? };
        if card.is_none() {
            note(shared, &Say::NamesHaveNoCard);
        }
        Ok(card.map(|card| (term.clone(), card)))
    }

    /// A new term comes first; one that was known, ignored or set aside is learned again.
    fn learn(&mut self, shared: &mut Shared) -> Result<(), Fault> {
        let Some((term, card)) = self.card(shared)? else { return Ok(()) };
        let said = if card.status != Status::Active {
            shared.desk.set_status(&Card { status: Status::Active, buried_until: None, ..card })?;
            self.undo.push(Undone::Status(card));
            Say::LearnAgain { term: term.term }
        } else if card.state == State::New {
            shared.desk.learn_first(&[term.id])?;
            self.undo.push(Undone::First(term.id));
            Say::LearnFirst { term: term.term }
        } else {
            return Ok(());
        };
        note(shared, &said);
        self.refetch(shared)
    }

    fn toggle_known(&mut self, shared: &mut Shared) -> Result<(), Fault> {
        let Some((term, card)) = self.card(shared)? else { return Ok(()) };
        let known = card.status == Status::Known;
        let status = if known { Status::Active } else { Status::Known };
        shared.desk.set_status(&Card { status, ..card })?;
        self.undo.push(Undone::Status(card));
        let term = term.term;
        note(shared, &if known { Say::NotKnown { term } } else { Say::MarkedKnown { term } });
        self.refetch(shared)
    }

    fn set_apart(&mut self, command: Command, shared: &mut Shared) -> Result<(), Fault> {
        let Some(knowledge) = self.mark().map(|mark| mark.knowledge) else { return Ok(()) };
        let Some(term) = self.term.as_ref().map(|term| term.term.clone()) else { return Ok(()) };
        self.correct(
            match (command, knowledge) {
                (Command::Name, Knowledge::Name) => Correction::Term { term },
                (Command::Name, _) => Correction::Name { term },
                (_, Knowledge::Ignored) => Correction::Unignore { term },
                _ => Correction::Ignore { term },
            },
            shared,
        )
    }

    fn write_correction(&mut self, command: Command, shared: &mut Shared) -> Result<(), Fault> {
        match (&mut self.correcting, command) {
            (_, Command::Back) => self.correcting = None,
            (Some(correcting), Command::Previous | Command::Next) => correcting.suggest(command == Command::Next),
            (Some(correcting), Command::Submit) => {
                let correction = correcting.correction(|key| shared.desk.is_term(key));
                self.correct(correction, shared)?;
            }
            _ => {}
        }
        Ok(())
    }

    fn correct(&mut self, correction: Correction, shared: &mut Shared) -> Result<(), Fault> {
        let done = shared.desk.correct(correction)?;
        let what = explain::decision(&done.row.correction, shared.lang);
        shared.notice = Some(Label::Corrected { what, articles: done.articles, sentences: done.sentences });
        self.correcting = None;
        self.undo.push(Undone::Correction);
        self.refetch(shared)
    }

    fn take_back(&mut self, shared: &mut Shared) -> Result<(), Fault> {
        match self.undo.pop() {
            None => {
                note(shared, &Say::NothingToUndo);
                return Ok(());
            }
            Some(Undone::Status(card)) => shared.desk.set_status(&card)?,
            Some(Undone::First(term)) => shared.desk.learn_in_turn(&[term])?,
            Some(Undone::Correction) => {
                shared.desk.undo_correction(None)?;
            }
        }
        note(shared, &Say::TakenBack);
        self.refetch(shared)
    }

    /// The screen is back from what lay over it: answers and meanings change what is known.
    pub fn refresh(&mut self, shared: &Shared) -> Result<(), Fault> {
        self.offer = None;
        self.refetch(shared)
    }

    /// Stores the sitting; where nothing was read, there was none.
    pub fn leave(&mut self, shared: &mut Shared) -> Result<(), Fault> {
        if !self.visited {
            shared.desk.set_place(self.id, self.place)?;
        }
        if let Some(reading) = self.sitting.end(self.id, &self.article, &shared.desk) {
            if reading.millis >= 60_000 {
                let minutes = usize::try_from(reading.millis / 60_000).unwrap_or(0);
                let speed = crate::stats::speed(reading.syllables, reading.millis);
                note(shared, &Say::Speed { minutes, speed });
            }
            shared.desk.record_reading(&reading)?;
        }
        Ok(())
    }

    pub fn draw(&self, frame: &mut Frame, area: Rect, shared: &Shared) {
        let say = |text: &Say| text.text(shared.lang);
        let coverage =
            Say::CoverageShort { words: self.coverage.words.percent(), terms: self.coverage.terms.percent() };
        header(frame, area, shared, &printable(&self.article.facts.title), &say(&coverage));
        let mut body = Rect { y: area.y + 2, height: area.height.saturating_sub(3), ..area };
        let foot = Rect { y: area.y + area.height.saturating_sub(1), height: 1, ..area };
        if let Some(correcting) = &self.correcting {
            body.height = body.height.saturating_sub(1);
            correcting.draw(frame, Rect { y: foot.y.saturating_sub(1), height: 2, ..foot }, shared);
        } else {
            frame.render_widget(self.foot(shared, usize::from(foot.width)), foot);
        }
        if self.article.sentences.is_empty() {
            frame.render_widget(Paragraph::new(wrap(&[(say(&Say::Empty), shared.theme.strong())], 60)), body);
            return;
        }
        let measure = MEASURE.min(body.width.saturating_sub(MARGIN));
        let left = body.x + (body.width - measure - MARGIN) / 2;
        let body = Rect { x: left, width: measure + MARGIN, ..body };
        let of = |sentence: usize| self.marks_of(sentence);
        let page = self.page(&of, measure);
        let top = self.top(&page, usize::from(body.height));
        self.view.set(View { top, width: measure, height: body.height, x: body.x + MARGIN, y: body.y });
        frame.render_widget(Paragraph::new(self.lines(&page, top, usize::from(body.height), shared)), body);
    }

    /// The first line to show: the one of the last frame while the cursor can be seen from there.
    fn top(&self, page: &Page, height: usize) -> At {
        let here = page.find(self.place);
        let top = self.view.get().top.min(At { block: self.blocks.len().saturating_sub(1), line: usize::MAX });
        let seen = top <= here && here < page.down_over(top, height);
        if seen {
            return top;
        }
        // Going on, what comes next is to be seen; going back, what came before.
        page.up(here, if here < top { height * 2 / 3 } else { height / 4 })
    }

    fn lines(&self, page: &Page, top: At, height: usize, shared: &Shared) -> Vec<Line<'static>> {
        let mut lines = Vec::with_capacity(height);
        let mut at = top;
        while lines.len() < height && at.block < self.blocks.len() {
            let laid = page.lay(at.block);
            let heading = self.blocks.get(at.block).is_some_and(|block| block.heading);
            for line in at.line..laid.height {
                if lines.len() == height {
                    break;
                }
                let mut spans = vec![Span::styled(self.margin(laid.sentences(line)), shared.theme.fair())];
                spans.extend(laid.spans(line, page, self.place, heading, shared.theme));
                lines.push(Line::from(spans));
            }
            at = At { block: at.block + 1, line: 0 };
        }
        lines
    }

    /// `#` where a sentence has a bookmark, `!` where a term is due, `>` at the sentence with the cursor.
    fn margin(&self, sentences: impl Iterator<Item = usize>) -> String {
        let (mut bookmark, mut due, mut here) = (' ', ' ', ' ');
        for sentence in sentences {
            if self.bookmarks.contains(&sentence) {
                bookmark = '#';
            }
            if self.marks_of(sentence).iter().any(|mark| mark.due) {
                due = '!';
            }
            if sentence == self.place.sentence {
                here = '>';
            }
        }
        let first = if bookmark == ' ' { due } else { bookmark };
        format!("{first}{here} ")
    }

    /// The word under the cursor with what is known of it, and the place in the article.
    fn foot(&self, shared: &Shared, width: usize) -> Line<'static> {
        let say = |text: &Say| text.text(shared.lang);
        let place = say(&Say::Sentence { at: self.place.sentence + 1, of: self.article.sentences.len() });
        let hidden = self.hidden_from() == self.place.sentence;
        let mut text = match (&self.term, self.mark()) {
            _ if hidden => say(&Say::Listen),
            (Some(term), Some(mark)) => {
                let due = if mark.due { format!(" · {}", say(&Say::Due)) } else { String::new() };
                let sign = mark.knowledge.sign().map_or_else(String::new, |sign| format!("{sign} "));
                format!("{} · {sign}{}{due}", term.term, say(&knowledge(mark.knowledge)))
            }
            _ => say(&Say::NoWord),
        };
        text = format!("{text} · {place}");
        let (due, offered) = (self.due_here().len(), self.offered());
        if offered > 0 && !hidden {
            let text = format!("{} · {place}", say(&Say::Offered { count: offered }));
            return Line::styled(clip(&text, width), shared.theme.fair());
        }
        if due > 0 && !hidden {
            text = format!("{text} · {}", say(&Say::DueHere { count: due }));
        }
        Line::styled(clip(&text, width), shared.theme.faint())
    }
}

pub const fn knowledge(knowledge: Knowledge) -> Say {
    match knowledge {
        Knowledge::New => Say::New,
        Knowledge::Learning => Say::Learning,
        Knowledge::Young => Say::Young,
        Knowledge::Mature => Say::Mature,
        Knowledge::Known => Say::Known,
        Knowledge::Ignored => Say::Ignored,
        Knowledge::Name => Say::Name,
    }
}

pub fn note(shared: &mut Shared, said: &Say) {
    shared.notice = Some(Label::Note { text: said.text(shared.lang) });
}
