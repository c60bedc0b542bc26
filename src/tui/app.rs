//! The application: a stack of screens over one desk.
//!
//! Long because each screen has its line in each of the few places where screens are told apart; nothing else stands here.

use std::collections::HashMap;

use crossterm::event::Event;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::Theme;
use super::desk::Desk;
use super::keymap::{self, Command, Context};
use super::screens::checking::Checking;
use super::screens::corrections::Corrections;
use super::screens::goals::Goals;
use super::screens::help::Help;
use super::screens::home::Home;
use super::screens::import::Import;
use super::screens::library::Library;
use super::screens::look_up::LookUp;
use super::screens::meaning::{Looked, Meaning};
use super::screens::placement::Placement;
use super::screens::planning::Planning;
use super::screens::progress::Progress;
use super::screens::reading::Reading;
use super::screens::study::Study;
use super::screens::words::Words;
use super::steps::{ArticleStep, WordStep};
use super::widgets::ambiguous::{self, Ambiguous};
use super::widgets::popup;
use super::widgets::text::{cells, fit, rule, wrap};
use crate::deck::{ArticleId, DeckId, ModeChoice, Term, TermId};
use crate::korean::keyboard::Keyboard;
use crate::messages::{CheckLabel, Fault, Label, Lang, Typing};
use crate::sound::Speaker;
use crate::study::{AfterParagraph, Session};
use crate::tasks::Practice;

/// Smaller than this nothing is drawn but a request for more.
const SMALLEST: (u16, u16) = (60, 16);

/// Where a sitting begins.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Start {
    pub mode: ModeChoice,
    /// Decks that are asked in a mode of their own.
    pub modes: HashMap<DeckId, ModeChoice>,
    /// Go straight into a deck, `Some(None)` being all of them, and leave the program with it.
    pub study: Option<Option<DeckId>>,
    /// Go straight into an article, and leave the program with it.
    pub read: Option<ArticleId>,
    /// Go straight into practice.
    pub practice: Option<Practice>,
    /// Offer the placement test first, where home is.
    pub placement: bool,
}

/// What the learner sits at.
#[derive(Debug, Default)]
pub struct Console {
    pub keyboard: Keyboard,
    pub ambiguous: Ambiguous,
    /// Who says the terms; `None`: nobody.
    pub speaker: Option<Speaker>,
    /// Clicks and the wheel are heard.
    pub mouse: bool,
    pub after_paragraph: AfterParagraph,
}

/// What all screens share.
pub struct Shared {
    pub desk: Desk,
    pub lang: Lang,
    pub theme: Theme,
    pub mode: ModeChoice,
    pub modes: HashMap<DeckId, ModeChoice>,
    /// What went wrong last; shown until the next key.
    pub fault: Option<Fault>,
    /// Good news, shown in the same place.
    pub notice: Option<Label>,
    /// Who turns letters into Hangul.
    pub keyboard: Keyboard,
    /// Clicks and the wheel are heard.
    pub mouse: bool,
    /// What becomes of due words when their paragraph was read.
    pub after_paragraph: AfterParagraph,
    /// A popup lies over the screen: the cursor of a field is not shown.
    pub covered: bool,
    /// What was done with words in this sitting, for undo.
    pub word_steps: Vec<WordStep>,
    /// What was done with articles and decks in this sitting, for undo.
    pub article_steps: Vec<ArticleStep>,
}

impl Shared {
    pub fn say(&self, label: &Label) -> String {
        label.text(self.lang)
    }

    /// How a deck is asked.
    pub fn mode_of(&self, deck: Option<DeckId>) -> ModeChoice {
        deck.and_then(|deck| self.modes.get(&deck).copied()).unwrap_or(self.mode)
    }

    /// Keeps, for this sitting, how a deck is asked: its own mode if it has one, else that of all.
    pub fn set_mode_of(&mut self, deck: Option<DeckId>, wish: ModeChoice) {
        match deck.and_then(|deck| self.modes.get_mut(&deck)) {
            Some(own) => *own = wish,
            None => self.mode = wish,
        }
    }
}

pub(super) enum Screen {
    Home(Home),
    Study(Box<Study>),
    Words(Box<Words>),
    Corrections(Corrections),
    Import(Box<Import>),
    LookUp(LookUp),
    Meaning(Box<Meaning>),
    Reading(Box<Reading>),
    Library(Box<Library>),
    Planning(Planning),
    Placement(Placement),
    Progress(Box<Progress>),
    Goals(Goals),
    Checking(Checking),
    Help(Help),
}

/// Where a command leads.
pub enum Go {
    Stay,
    Back,
    Quit,
    Study(Option<DeckId>),
    Words(Option<DeckId>, String),
    /// The words of an article, with its title.
    WordsOf(ArticleId, String),
    Corrections,
    Import,
    Meaning(Looked),
    Read(ArticleId),
    /// The reader at a term of a sentence; where the learner reads stays where it is.
    Visit {
        article: ArticleId,
        sentence: usize,
        term: TermId,
    },
    Library(Option<DeckId>),
    /// What to learn for an article, or for all of them, with the title to show.
    Plan(Option<ArticleId>, String),
    Progress,
    /// The goals, and one to be set for an article with this title.
    Goals(Option<(ArticleId, String)>),
    /// A few questions about an article with this title.
    Check(ArticleId, String),
    /// The placement test.
    Placement,
    /// A session that is there already.
    Ask(Box<Session>),
}

pub struct App {
    pub(super) shared: Shared,
    speaker: Option<Speaker>,
    pub(super) screens: Vec<Screen>,
    done: bool,
}

impl App {
    pub fn new(desk: Desk, lang: Lang, theme: Theme, start: Start) -> Result<Self, Fault> {
        let Start { mode, modes, study, read, practice, placement } = start;
        let mut shared = Shared {
            desk,
            lang,
            theme,
            mode,
            modes,
            fault: None,
            notice: None,
            keyboard: Keyboard::default(),
            mouse: false,
            after_paragraph: AfterParagraph::default(),
            covered: false,
            word_steps: Vec::new(),
            article_steps: Vec::new(),
        };
        let first = match study {
            _ if practice.is_some() => {
                Screen::Study(Box::new(Study::practising(&shared, practice.unwrap_or_default())?))
            }
            Some(deck) => Screen::Study(Box::new(Study::new(&shared, deck)?)),
            None if read.is_some() => {
                let article = read.unwrap_or(ArticleId(0));
                Screen::Reading(Box::new(Reading::new(&mut shared, article)?))
            }
            None => Screen::Home(Home::new(&shared)?),
        };
        let is_home = matches!(first, Screen::Home(_));
        let app = Self { shared, speaker: None, screens: vec![first], done: false };
        Ok(if placement && is_home { app.offering_placement() } else { app })
    }

    /// The app on a terminal that is not the usual one.
    #[must_use]
    pub fn on(mut self, console: Console) -> Self {
        ambiguous::set(console.ambiguous);
        self.shared.keyboard = console.keyboard;
        self.shared.mouse = console.mouse;
        self.shared.after_paragraph = console.after_paragraph;
        self.speaker = console.speaker;
        self
    }

    /// With the placement test offered before anything else.
    #[must_use]
    pub fn offering_placement(mut self) -> Self {
        self.screens.push(Screen::Placement(Placement::offered()));
        self
    }

    pub const fn is_done(&self) -> bool {
        self.done
    }

    /// Leaves as if the learner had quit.
    pub fn leave(&mut self) {
        self.go(Go::Quit);
    }

    /// Whether letters go to the field.
    pub fn is_typing(&self) -> bool {
        self.context().is_typing()
    }

    pub fn context(&self) -> Context {
        match self.screens.last() {
            Some(Screen::Study(study)) => study.context(),
            Some(Screen::Words(words)) => words.context(),
            Some(Screen::Corrections(_)) => Context::Corrections,
            Some(Screen::Import(import)) => import.context(),
            Some(Screen::LookUp(_)) => Context::LookingUp,
            Some(Screen::Meaning(meaning)) => meaning.context(),
            Some(Screen::Reading(reading)) => reading.context(),
            Some(Screen::Library(library)) => library.context(),
            Some(Screen::Planning(_)) => Context::Planning,
            Some(Screen::Placement(placement)) => placement.context(),
            Some(Screen::Progress(_)) => Context::Progress,
            Some(Screen::Goals(goals)) => goals.context(),
            Some(Screen::Checking(checking)) => checking.context(),
            Some(Screen::Help(_)) => Context::Help,
            Some(Screen::Home(_)) | None => Context::Home,
        }
    }

    /// Whether a term is being said or an import is at work, and nothing is typed that a redraw could disturb.
    pub fn is_listening(&self) -> bool {
        let at_work = |screen: &Screen| matches!(screen, Screen::Import(import) if import.is_working());
        let busy = self.speaker.as_ref().is_some_and(Speaker::is_busy) || self.screens.iter().any(at_work);
        let listens = matches!(self.screens.last(), Some(Screen::Reading(reading)) if reading.is_listening());
        !self.is_typing() && (busy || listens && self.speaker.is_some())
    }

    /// Whether the sound failed or an import moved on, which is shown with the next frame.
    pub fn hears_trouble(&mut self) -> bool {
        let trouble = self.speaker.as_mut().and_then(Speaker::trouble);
        if let Some(trouble) = &trouble {
            let (program, reason) = (trouble.program.clone(), trouble.reason.clone());
            self.shared.fault = Some(Fault::Sound { program, reason });
        }
        let mut moved = false;
        for screen in &mut self.screens {
            if let Screen::Import(import) = screen {
                moved |= import.poll(&mut self.shared);
            }
        }
        trouble.is_some() || moved || self.listens_on()
    }

    /// Where an article is listened to and its sentence was said, the next is, or the text is shown.
    fn listens_on(&mut self) -> bool {
        let (Some(speaker), Some(Screen::Reading(reading))) = (&self.speaker, self.screens.last_mut()) else {
            return false;
        };
        if !reading.is_listening() || speaker.is_busy() {
            return false;
        }
        if speaker.has_failed() {
            reading.stop_listening();
        } else if reading.heard(&mut self.shared) {
            self.say_sentence();
        }
        true
    }

    fn say_sentence(&self) {
        if let (Some(speaker), Some(Screen::Reading(reading))) = (&self.speaker, self.screens.last())
            && let Some(text) = reading.spoken()
        {
            speaker.say(&text);
        }
    }

    /// What was being said is not wanted any more.
    fn hush(&mut self) {
        if let Some(Screen::Reading(reading)) = self.screens.last_mut() {
            reading.stop_listening();
        }
        if let Some(speaker) = &self.speaker {
            speaker.hush();
        }
    }

    /// Takes one event of the terminal.
    pub fn handle(&mut self, event: &Event) {
        let before = self.context();
        self.take(event);
        self.shared.covered = matches!(self.screens.last(), Some(Screen::Help(_)));
        self.hears_trouble();
        // What was answered is said; what was only covered by the help is not said again.
        if before != Context::Help && before != self.context() && self.context() == Context::Answered {
            self.hear();
        }
    }

    /// Says the term that is before the learner.
    fn hear(&mut self) {
        let term = match self.screens.last() {
            Some(Screen::Study(study)) => study.term(),
            Some(Screen::Words(words)) => words.term(),
            Some(Screen::Reading(reading)) => reading.term(),
            Some(Screen::Meaning(meaning)) => meaning.term(),
            _ => None,
        };
        if let (Some(speaker), Some(term)) = (&self.speaker, term) {
            speaker.say(&pronounced(term));
        }
    }

    fn take(&mut self, event: &Event) {
        match event {
            Event::Key(key) => match keymap::command(self.context(), key) {
                Some(command) => self.obey(command),
                // Any other key stops it.
                None if self.context() == Context::Listening && !key.is_release() => self.hush(),
                None if !key.is_release() => match self.screens.last_mut() {
                    Some(Screen::Study(study)) => study.key(key, self.shared.keyboard),
                    Some(Screen::Words(words)) => words.key(key, &mut self.shared),
                    Some(Screen::LookUp(look_up)) => look_up.key(key, &mut self.shared),
                    Some(Screen::Import(import)) => import.key(key, self.shared.keyboard),
                    Some(Screen::Meaning(meaning)) => meaning.key(key, &self.shared),
                    Some(Screen::Reading(reading)) => reading.key(key, self.shared.keyboard),
                    Some(Screen::Library(library)) => library.key(key, &mut self.shared),
                    Some(Screen::Goals(goals)) => goals.key(key, self.shared.keyboard),
                    _ => {}
                },
                None => {}
            },
            Event::Mouse(mouse) => self.point(*mouse),
            Event::Paste(text) => match self.screens.last_mut() {
                Some(Screen::Study(study)) => study.paste(text),
                Some(Screen::Words(words)) => words.paste(text, &mut self.shared),
                Some(Screen::LookUp(look_up)) => look_up.paste(text, &mut self.shared),
                Some(Screen::Import(import)) => import.paste(text),
                Some(Screen::Meaning(meaning)) => meaning.paste(text),
                Some(Screen::Reading(reading)) => reading.paste(text),
                Some(Screen::Library(library)) => library.paste(text, &mut self.shared),
                Some(Screen::Goals(goals)) => goals.paste(text),
                _ => {}
            },
            _ => {}
        }
    }

    pub(super) fn obey(&mut self, command: Command) {
        self.shared.fault = None;
        self.shared.notice = None;
        if command == Command::Help {
            self.screens.push(Screen::Help(Help::new(self.context())));
            return;
        }
        let listening = self.context() == Context::Listening;
        let shared = &mut self.shared;
        match command {
            Command::Keyboard => {
                shared.keyboard = shared.keyboard.other();
                let on = shared.keyboard == Keyboard::Dubeolsik;
                let text = if on { Typing::KeyboardOn } else { Typing::KeyboardOff };
                shared.notice = Some(Label::Note { text: text.text(shared.lang) });
                return;
            }
            Command::LookUp => {
                self.screens.push(Screen::LookUp(LookUp::default()));
                return;
            }
            Command::HearSentence | Command::Listen if self.speaker.is_none() => {
                shared.notice = Some(Label::Note { text: Typing::SoundOff.text(shared.lang) });
                return;
            }
            Command::HearSentence => return self.say_sentence(),
            Command::Back if listening => return self.hush(),
            Command::Hear if !listening => {
                if self.speaker.is_none() {
                    shared.notice = Some(Label::Note { text: Typing::SoundOff.text(shared.lang) });
                }
                self.hear();
                return;
            }
            _ => {}
        }
        let go = match self.screens.last_mut() {
            _ if command == Command::Quit => Go::Quit,
            Some(Screen::Home(home)) => home.obey(command, shared),
            Some(Screen::Study(study)) => study.obey(command, shared),
            Some(Screen::Words(words)) => words.obey(command, shared),
            Some(Screen::Corrections(corrections)) => corrections.obey(command, shared),
            Some(Screen::LookUp(look_up)) => look_up.obey(command),
            Some(Screen::Import(import)) => import.obey(command, shared),
            Some(Screen::Meaning(meaning)) => meaning.obey(command, shared),
            Some(Screen::Reading(reading)) => reading.obey(command, shared),
            Some(Screen::Library(library)) => library.obey(command, shared),
            Some(Screen::Planning(planning)) => planning.obey(command, shared),
            Some(Screen::Placement(placement)) => placement.obey(command, shared),
            Some(Screen::Progress(progress)) => progress.obey(command),
            Some(Screen::Goals(goals)) => goals.obey(command, shared),
            Some(Screen::Checking(checking)) => checking.obey(command, shared),
            Some(Screen::Help(help)) => help.obey(command),
            None => Go::Quit,
        };
        let says = match command {
            Command::Listen | Command::Hear => true,
            Command::GoOn => match self.screens.last_mut() {
                Some(Screen::Reading(reading)) => reading.listen_on(&mut self.shared),
                _ => false,
            },
            _ => false,
        };
        self.go(go);
        if says && self.context() == Context::Listening {
            self.say_sentence();
        }
    }

    fn go(&mut self, go: Go) {
        let opened = match go {
            Go::Stay => return,
            Go::Quit => {
                self.done = true;
                // A sitting that is broken off was one. What cannot be stored now can be told to nobody any more.
                for screen in &mut self.screens {
                    if let Screen::Reading(reading) = screen {
                        let _ = reading.leave(&mut self.shared);
                    }
                }
                return;
            }
            Go::Back => {
                self.screens.pop();
                self.done = self.screens.is_empty();
                // What was studied shows in the counts, what was taken back in the words.
                match self.screens.last_mut() {
                    Some(Screen::Home(home)) => home.refresh(&self.shared).map(|()| None),
                    Some(Screen::Words(words)) => words.refresh(&self.shared).map(|()| None),
                    Some(Screen::Reading(reading)) => reading.refresh(&self.shared).map(|()| None),
                    Some(Screen::Library(library)) => library.refresh(&self.shared).map(|()| None),
                    Some(Screen::Goals(goals)) => goals.refresh(&self.shared).map(|()| None),
                    Some(Screen::Progress(progress)) => progress.refresh(&self.shared).map(|()| None),
                    Some(Screen::Meaning(meaning)) => meaning.refresh(&self.shared).map(|()| None),
                    _ => Ok(None),
                }
            }
            Go::Study(deck) => Study::new(&self.shared, deck).map(|study| Some(Screen::Study(Box::new(study)))),
            Go::Meaning(looked) => {
                let held = self.screens.iter().any(|screen| matches!(screen, Screen::Study(_)));
                Meaning::new(&self.shared, looked, held).map(|meaning| Some(Screen::Meaning(Box::new(meaning))))
            }
            Go::Visit { article, sentence, term } => Reading::visit(&mut self.shared, article, sentence, term)
                .map(|reading| Some(Screen::Reading(Box::new(reading)))),
            Go::Import => Ok(Some(Screen::Import(Box::default()))),
            Go::Corrections => Corrections::new(&self.shared).map(|list| Some(Screen::Corrections(list))),
            Go::Read(article) => {
                Reading::new(&mut self.shared, article).map(|reading| Some(Screen::Reading(Box::new(reading))))
            }
            Go::Library(deck) => {
                Library::new(&self.shared, deck).map(|library| Some(Screen::Library(Box::new(library))))
            }
            Go::Plan(article, title) => {
                Planning::new(&self.shared, article, &title).map(|planning| Some(Screen::Planning(planning)))
            }
            Go::Placement => Ok(Some(Screen::Placement(Placement::begun(&self.shared)))),
            Go::Progress => Progress::new(&self.shared).map(|progress| Some(Screen::Progress(Box::new(progress)))),
            Go::Goals(article) => Goals::new(&self.shared, article).map(|goals| Some(Screen::Goals(goals))),
            Go::Check(article, title) => Checking::new(&self.shared, article, &title).map(|checking| {
                if checking.is_none() {
                    let text = CheckLabel::TooShort.text(self.shared.lang);
                    self.shared.notice = Some(Label::Note { text });
                }
                checking.map(Screen::Checking)
            }),
            Go::Ask(session) => Ok(Some(Screen::Study(Box::new(Study::over(*session, None))))),
            Go::WordsOf(article, title) => {
                Words::of_article(&self.shared, article, &title).map(|words| Some(Screen::Words(Box::new(words))))
            }
            Go::Words(deck, name) => {
                Words::new(&self.shared, deck, &name).map(|words| Some(Screen::Words(Box::new(words))))
            }
        };
        match opened {
            Ok(screen) => self.screens.extend(screen),
            Err(fault) => self.shared.fault = Some(fault),
        }
    }

    pub fn draw(&self, frame: &mut Frame) {
        let area = frame.area();
        let (width, height) = SMALLEST;
        if area.width < width || area.height < height {
            let text = self.shared.say(&Label::TooSmall { width, height });
            frame.render_widget(Line::raw(super::widgets::text::clip(&text, area.width.into())), area);
            return;
        }
        let said = self.said(usize::from(area.width - 4));
        let rows = u16::try_from(said.len()).unwrap_or(1);
        let inner = Rect { x: area.x + 2, y: area.y, width: area.width - 4, height: area.height - 1 - rows };
        let behind = self.screens.iter().rev().find(|screen| !matches!(screen, Screen::Help(_)));
        match behind {
            Some(Screen::Home(home)) => home.draw(frame, inner, &self.shared),
            Some(Screen::Study(study)) => study.draw(frame, inner, &self.shared),
            Some(Screen::Words(words)) => words.draw(frame, inner, &self.shared),
            Some(Screen::Corrections(corrections)) => corrections.draw(frame, inner, &self.shared),
            Some(Screen::LookUp(look_up)) => look_up.draw(frame, inner, &self.shared),
            Some(Screen::Import(import)) => import.draw(frame, inner, &self.shared),
            Some(Screen::Meaning(meaning)) => meaning.draw(frame, inner, &self.shared),
            Some(Screen::Reading(reading)) => reading.draw(frame, inner, &self.shared),
            Some(Screen::Library(library)) => library.draw(frame, inner, &self.shared),
            Some(Screen::Planning(planning)) => planning.draw(frame, inner, &self.shared),
            Some(Screen::Placement(placement)) => placement.draw(frame, inner, &self.shared),
            Some(Screen::Progress(progress)) => progress.draw(frame, inner, &self.shared),
            Some(Screen::Goals(goals)) => goals.draw(frame, inner, &self.shared),
            Some(Screen::Checking(checking)) => checking.draw(frame, inner, &self.shared),
            Some(Screen::Help(_)) | None => {}
        }
        let last = area.y + area.height - 1;
        frame.render_widget(Paragraph::new(said), Rect { y: last - rows, height: rows, ..inner });
        frame.render_widget(self.footer(inner.width.into()), Rect { y: last, height: 1, ..inner });
        if let Some(Screen::Help(help)) = self.screens.last() {
            let size = help.size(&self.shared);
            let title = self.shared.say(if size.1 > inner.height { &Label::HelpMore } else { &Label::HelpTitle });
            let inside = popup::draw(frame, inner, size, &title, self.shared.theme.title());
            help.draw(frame, inside, &self.shared);
        }
        ambiguous::widen(frame.buffer_mut());
    }

    /// What went wrong, else what went well, in one to three lines: a path may be long, and what to do stands behind it.
    fn said(&self, width: usize) -> Vec<Line<'static>> {
        let shared = &self.shared;
        let mut lines = match (&shared.fault, &shared.notice) {
            (Some(fault), _) => {
                let text = crate::messages::printable(&fault.text(shared.lang));
                wrap(&[(format!("! {text}"), shared.theme.bad())], width)
            }
            (None, Some(notice)) => wrap(&[(shared.say(notice), shared.theme.good())], width),
            (None, None) => vec![Line::default()],
        };
        lines.truncate(3);
        lines
    }

    /// The keys that work now, as many as fit.
    fn footer(&self, width: usize) -> Line<'static> {
        let mut spans: Vec<Span> = Vec::new();
        let mut used = 0;
        for (command, keys) in keymap::bindings(self.context()) {
            let is_off =
                matches!(command, Command::Hear | Command::HearSentence | Command::Listen) && self.speaker.is_none();
            let works = match self.screens.last() {
                _ if is_off => false,
                Some(Screen::Study(study)) => study.works(command),
                Some(Screen::Placement(placement)) => placement.works(command),
                _ => true,
            };
            let Some(key) = keys.first().filter(|_| works && !is_plain(command)) else { continue };
            let label = self.shared.say(&keymap::label_in(self.context(), command));
            let size = cells(key) + 1 + cells(&label) + 3;
            if used + size > width {
                continue;
            }
            used += size;
            spans.push(Span::styled(key.clone(), self.shared.theme.strong()));
            spans.push(Span::styled(format!(" {label}   "), self.shared.theme.faint()));
        }
        spans.into()
    }
}

/// Arrows explain themselves; grades have buttons; choices, what can be practised and what can be read again stand with
/// their keys.
const fn is_plain(command: Command) -> bool {
    use Command as C;
    keymap::is_motion(command)
        || matches!(command, C::Choose(_) | C::Again | C::Hard | C::Good | C::Easy | C::AcceptWord | C::Fits)
        || matches!(
            command,
            C::Reread | C::PracticeDeck | C::PracticeArticle | C::PracticeMistakes | C::PracticeMixedUp
        )
}

/// How a term is said, without brackets.
fn pronounced(term: &Term) -> String {
    crate::lexicon::pronunciation(&term.term, term.pos, &term.parts)
}

/// A title at the left and a note at the right end of a line, and a rule under them.
pub fn header(frame: &mut Frame, area: Rect, shared: &Shared, title: &str, note: &str) {
    let width = usize::from(area.width);
    let room = width.saturating_sub(cells(note) + 1);
    let line = Line::from(vec![
        Span::styled(fit(title, room), shared.theme.title()),
        Span::raw(" "),
        Span::styled(note.to_owned(), shared.theme.faint()),
    ]);
    frame.render_widget(line, Rect { height: 1, ..area });
    let rule = Span::styled(rule(width), shared.theme.faint());
    frame.render_widget(rule, Rect { y: area.y + 1, height: 1, ..area });
}

#[cfg(test)]
#[path = "answering_tests.rs"]
mod answering_tests;
#[cfg(test)]
#[path = "import_tests.rs"]
mod import_tests;
#[cfg(test)]
#[path = "library_tests.rs"]
mod library_tests;
#[cfg(test)]
#[path = "meaning_tests.rs"]
mod meaning_tests;
#[cfg(test)]
#[path = "question_tests.rs"]
mod question_tests;
#[cfg(test)]
#[path = "app_tests.rs"]
mod tests;
#[cfg(test)]
#[path = "words_tests.rs"]
mod words_tests;

#[cfg(test)]
#[path = "placement_tests.rs"]
mod placement_tests;

#[cfg(test)]
#[path = "listening_tests.rs"]
mod listening_tests;
#[cfg(test)]
#[path = "reading_tests.rs"]
mod reading_tests;

#[cfg(test)]
#[path = "pointing_tests.rs"]
mod pointing_tests;

#[cfg(test)]
#[path = "checking_tests.rs"]
mod checking_tests;

#[cfg(test)]
#[path = "goals_tests.rs"]
mod goals_tests;

#[cfg(test)]
#[path = "progress_tests.rs"]
mod progress_tests;
