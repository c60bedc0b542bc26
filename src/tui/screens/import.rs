//! Bringing in an article: what it is, the work with its stages, and what it would cost before it is stored.

use std::path::PathBuf;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::deck_picker::{DeckPicker, Picked};
use super::import_summary::Summary;
use crate::korean::keyboard::Keyboard;
use crate::messages::{Fault, ImportLabel, Label, printable};
use crate::tasks::{FolderEntry, ImportJob, ImportProgress, Source, Stage, explain, folder_entries, source_of};
use crate::tui::app::{Go, Shared, header};
use crate::tui::keymap::{Command, Context};
use crate::tui::widgets::field::{self, Field};
use crate::tui::widgets::text::{fit, wrap};

/// What is longer than any address is a text, and not put into a line.
const LONG: usize = 150;

/// Rows that a page key moves by.
const PAGE: usize = 10;

#[derive(Default)]
pub struct Import {
    field: Field,
    /// A text that was pasted, instead of the field's.
    pasted: Option<String>,
    step: Step,
}

#[derive(Default)]
enum Step {
    #[default]
    Asking,
    Browsing(Browser),
    Working(ImportJob),
    Summary(Box<Summary>),
    /// Its decks are chosen.
    Decks(Box<Summary>, DeckPicker),
}

struct Browser {
    folder: PathBuf,
    entries: Vec<FolderEntry>,
    at: usize,
}

impl Browser {
    fn open(folder: PathBuf) -> Result<Self, Fault> {
        let entries = folder_entries(&folder).map_err(|e| explain::plain_task(&e))?;
        Ok(Self { folder, entries, at: 0 })
    }

    /// Where the learner is, or else their home.
    fn start() -> Result<Self, Fault> {
        let here = std::env::current_dir().ok().or_else(std::env::home_dir).unwrap_or_else(|| PathBuf::from("/"));
        Self::open(here)
    }
}

impl Import {
    pub const fn context(&self) -> Context {
        match self.step {
            Step::Asking => Context::Importing,
            Step::Browsing(_) => Context::Browsing,
            Step::Working(_) => Context::Working,
            Step::Summary(_) => Context::Summary,
            Step::Decks(..) => Context::PickingDecks,
        }
    }

    #[cfg(test)]
    pub fn browse_in(&mut self, folder: &std::path::Path) {
        self.step = Browser::open(folder.to_owned()).map(Step::Browsing).unwrap_or_default();
    }

    pub const fn is_working(&self) -> bool {
        matches!(self.step, Step::Working(_))
    }

    pub fn key(&mut self, event: &KeyEvent, keyboard: Keyboard) {
        match &mut self.step {
            Step::Asking => {}
            Step::Decks(_, picker) => return picker.key(event, keyboard),
            _ => return,
        }
        match (&mut self.pasted, event.code) {
            (Some(_), KeyCode::Backspace | KeyCode::Delete) => self.pasted = None,
            // The end of a paste that the terminal did not mark as one.
            (Some(text), KeyCode::Char(c)) if (event.modifiers - KeyModifiers::SHIFT).is_empty() => text.push(c),
            (Some(_), _) => {}
            (None, _) => {
                self.field.key(event, keyboard);
            }
        }
    }

    pub fn paste(&mut self, text: &str) {
        match &mut self.step {
            Step::Asking => {}
            Step::Decks(_, picker) => return picker.paste(text),
            _ => return,
        }
        match &mut self.pasted {
            Some(pasted) => pasted.push_str(text),
            None if text.trim_end().contains(['\n', '\r']) || text.chars().count() > LONG => {
                self.pasted = Some(self.field.text() + text);
                self.field.clear();
            }
            None => self.field.insert(text),
        }
    }

    /// Takes what the thread has told. Says whether there is something to show.
    pub fn poll(&mut self, shared: &mut Shared) -> bool {
        let Step::Working(job) = &mut self.step else { return false };
        let outcome = match job.poll() {
            ImportProgress::Same => return false,
            ImportProgress::Moved => return true,
            ImportProgress::Done(outcome) => outcome.map_err(|e| explain::plain_task(&e)),
        };
        self.step = match outcome.and_then(|harvest| Summary::new(shared, harvest)) {
            Ok(summary) => Step::Summary(Box::new(summary)),
            Err(fault) => {
                shared.fault = Some(fault);
                Step::Asking
            }
        };
        true
    }

    pub fn obey(&mut self, command: Command, shared: &mut Shared) -> Go {
        match self.try_obey(command, shared) {
            Ok(go) => go,
            Err(fault) => {
                shared.fault = Some(fault);
                Go::Stay
            }
        }
    }

    fn try_obey(&mut self, command: Command, shared: &mut Shared) -> Result<Go, Fault> {
        match (&mut self.step, command) {
            (Step::Asking, Command::Submit) => {
                let text = self.pasted.clone().unwrap_or_else(|| self.field.text());
                if !text.trim().is_empty() {
                    self.step = Step::Working(shared.desk.begin_import(source_of(&text))?);
                }
            }
            (Step::Asking, Command::Clipboard) => {
                self.step = Step::Working(shared.desk.begin_import(Source::Clipboard)?);
            }
            (Step::Asking, Command::Browse) => self.step = Step::Browsing(Browser::start()?),
            (Step::Asking, Command::Back) => return Ok(Go::Back),
            (Step::Browsing(browser), command) => {
                if let Some(step) = browse(browser, command, shared)? {
                    self.step = step;
                }
            }
            // What is at work is dropped, and with it everything that it read.
            (Step::Working(_) | Step::Summary(_), Command::Back) => self.step = Step::Asking,
            (Step::Summary(summary), Command::Store) => {
                let done = summary.store(shared);
                // What was read is spent, whatever became of it.
                self.step = Step::Asking;
                shared.notice = Some(Label::Note { text: done? });
                return Ok(Go::Back);
            }
            (Step::Summary(summary), Command::Decks) if summary.asks_for_decks() => {
                let picker = DeckPicker::new(shared, summary.decks())?;
                if let Step::Summary(summary) = std::mem::take(&mut self.step) {
                    self.step = Step::Decks(summary, picker);
                }
            }
            (Step::Summary(summary), command) => summary.obey(command),
            (Step::Decks(_, picker), command) => {
                let picked = picker.obey(command);
                if !matches!(picked, Picked::Open)
                    && let Step::Decks(mut summary, _) = std::mem::take(&mut self.step)
                {
                    if let Picked::Decks(decks) = picked {
                        summary.set_decks(decks);
                    }
                    self.step = Step::Summary(summary);
                }
            }
            _ => {}
        }
        Ok(Go::Stay)
    }

    pub fn draw(&self, frame: &mut Frame, area: Rect, shared: &Shared) {
        let say = |label: &ImportLabel| label.text(shared.lang);
        let body = Rect { y: area.y + 4, height: area.height.saturating_sub(4), ..area };
        let width = usize::from(area.width);
        match &self.step {
            Step::Asking => {
                header(frame, area, shared, &say(&ImportLabel::Title), "");
                let line = Rect { y: area.y + 2, height: 1, ..area };
                field::draw(frame, line, &say(&ImportLabel::FieldLabel), &self.field, shared);
                let help = match &self.pasted {
                    Some(text) => {
                        (say(&ImportLabel::Pasted { characters: text.chars().count() }), shared.theme.strong())
                    }
                    None => (say(&ImportLabel::Help), shared.theme.faint()),
                };
                frame.render_widget(Paragraph::new(wrap(&[help], width)), body);
            }
            Step::Browsing(browser) => {
                let folder = printable(&browser.folder.display().to_string());
                header(frame, area, shared, &say(&ImportLabel::Title), "");
                let line = Rect { y: area.y + 2, height: 1, ..area };
                frame.render_widget(Line::styled(fit(&folder, width), shared.theme.strong()), line);
                frame.render_widget(Paragraph::new(listing(browser, body, shared)), body);
            }
            Step::Working(job) => {
                header(frame, area, shared, &say(&ImportLabel::Title), "");
                let stage = match job.stage() {
                    Stage::Reading => ImportLabel::Reading,
                    Stage::Analyzing { done, of } => ImportLabel::Analyzing { done, of },
                };
                let lines = vec![
                    Line::styled(say(&stage), shared.theme.strong()),
                    Line::default(),
                    Line::styled(say(&ImportLabel::Stages), shared.theme.faint()),
                ];
                frame.render_widget(Paragraph::new(lines), body);
            }
            Step::Summary(summary) => summary.draw(frame, area, shared),
            Step::Decks(_, picker) => picker.draw(frame, area, shared),
        }
    }
}

/// What a command does in the browser; the step that comes next, if another does.
fn browse(browser: &mut Browser, command: Command, shared: &mut Shared) -> Result<Option<Step>, Fault> {
    let last = browser.entries.len().saturating_sub(1);
    match command {
        Command::Up => browser.at = browser.at.saturating_sub(1),
        Command::Down => browser.at = (browser.at + 1).min(last),
        Command::PageUp => browser.at = browser.at.saturating_sub(PAGE),
        Command::PageDown => browser.at = (browser.at + PAGE).min(last),
        Command::First => browser.at = 0,
        Command::Last => browser.at = last,
        Command::Parent => {
            if let Some(parent) = browser.folder.parent() {
                *browser = Browser::open(parent.to_owned())?;
            }
        }
        Command::Open => match browser.entries.get(browser.at) {
            Some(entry) if entry.is_folder => *browser = Browser::open(entry.path.clone())?,
            Some(entry) => {
                let source = Source::Path(entry.path.clone());
                return Ok(Some(Step::Working(shared.desk.begin_import(source)?)));
            }
            None => {}
        },
        Command::Back => return Ok(Some(Step::Asking)),
        _ => {}
    }
    Ok(None)
}

fn listing(browser: &Browser, body: Rect, shared: &Shared) -> Vec<Line<'static>> {
    if browser.entries.is_empty() {
        return vec![Line::styled(ImportLabel::EmptyFolder.text(shared.lang), shared.theme.faint())];
    }
    let (height, width) = (usize::from(body.height), usize::from(body.width));
    let first = browser.at.saturating_sub(height / 2).min(browser.entries.len().saturating_sub(height));
    let line = |(index, entry): (usize, &FolderEntry)| {
        let selected = index == browser.at;
        let name = printable(&entry.name) + if entry.is_folder { "/" } else { "" };
        let sign = if selected { ">" } else { " " };
        let style = if selected { shared.theme.selected() } else { Style::new() };
        Line::styled(format!("{sign} {}", fit(&name, width.saturating_sub(2))), style)
    };
    browser.entries.iter().enumerate().skip(first).take(height).map(line).collect()
}
