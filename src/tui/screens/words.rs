//! The words of a deck, best first.

use crossterm::event::KeyEvent;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::deck::{DeckId, State, Status, Term};
use crate::korean::keyboard::Keyboard;
use crate::messages::{Fault, Label, printable};
use crate::tasks::{WordRow, explain};
use crate::tui::app::{Go, Shared, header};
use crate::tui::keymap::{Command, Context};
use crate::tui::screens::correcting::Correcting;
use crate::tui::screens::meaning::Looked;
use crate::tui::screens::study::MEASURE;
use crate::tui::widgets::rows::Rows;
use crate::tui::widgets::text::{cells, fit, fit_right, rule, seams, wrap, wrap_at};
use crate::vocab::correct::Correction;
use crate::vocab::{Kind, TermKey};

/// Lines of the page that `PgUp` and `PgDn` turn.
const PAGE: usize = 15;

pub struct Words {
    deck: Option<DeckId>,
    name: String,
    rows: Vec<WordRow>,
    at: usize,
    seen: Rows,
    detail: bool,
    correcting: Option<Correcting>,
}

impl Words {
    pub fn new(shared: &Shared, deck: Option<DeckId>, name: &str) -> Result<Self, Fault> {
        let rows = rows(shared, deck)?;
        Ok(Self { deck, name: printable(name), rows, at: 0, seen: Rows::default(), detail: false, correcting: None })
    }

    /// The term under the cursor.
    pub fn term(&self) -> Option<&Term> {
        self.rows.get(self.at).map(|row| &row.term)
    }

    pub const fn context(&self) -> Context {
        if self.correcting.is_some() { Context::Correcting } else { Context::Words }
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

    pub fn obey(&mut self, command: Command, shared: &mut Shared) -> Go {
        match (&self.correcting, command) {
            (Some(_), Command::Back) => self.correcting = None,
            (Some(correcting), Command::Submit) => {
                let known = |key: &TermKey| self.rows.iter().any(|row| row.term.key == *key);
                let correction = correcting.correction(known);
                self.correct(correction, shared);
            }
            (Some(_), Command::Previous | Command::Next) => {
                if let Some(correcting) = &mut self.correcting {
                    correcting.suggest(command == Command::Next);
                }
            }
            (Some(_), _) => {}
            (None, command) => return self.turn(command, shared),
        }
        Go::Stay
    }

    fn turn(&mut self, command: Command, shared: &mut Shared) -> Go {
        let row = self.rows.get(self.at);
        let term = row.map(|row| row.term.term.clone());
        match (command, term) {
            (Command::Join | Command::Split | Command::Rename, Some(_)) => {
                let Some(term) = row.map(|row| &row.term) else { return Go::Stay };
                match if command == Command::Join { shared.desk.followers(term.id) } else { Ok(Vec::new()) } {
                    Ok(followers) => self.correcting = Some(Correcting::new(command, term, followers)),
                    Err(fault) => shared.fault = Some(fault),
                }
            }
            (Command::Corrections, _) => return Go::Corrections,
            (Command::Meaning, Some(_)) => {
                if let Some(term) = self.term() {
                    return Go::Meaning(Looked::term(term));
                }
            }
            (Command::Name, Some(term)) => {
                let named = self.rows.get(self.at).is_some_and(|row| row.term.kind == Kind::Name);
                self.correct(if named { Correction::Term { term } } else { Correction::Name { term } }, shared);
            }
            (Command::Ignore, Some(term)) => {
                let ignored = self.rows.get(self.at).is_some_and(|row| row.status == Status::Ignored);
                self.correct(if ignored { Correction::Unignore { term } } else { Correction::Ignore { term } }, shared);
            }
            (Command::Undo, _) => match shared.desk.undo_correction(None) {
                Ok(done) => {
                    let what = explain::decision(&done.row.correction, shared.lang);
                    shared.notice = Some(Label::Uncorrected { what });
                    self.refresh_or_say(shared);
                }
                Err(fault) => shared.fault = Some(fault),
            },
            (command, _) => return self.scroll(command),
        }
        Go::Stay
    }

    /// Stores a correction; what was typed stays where it could not be.
    fn correct(&mut self, correction: Correction, shared: &mut Shared) {
        match shared.desk.correct(correction) {
            Ok(done) => {
                let what = explain::decision(&done.row.correction, shared.lang);
                let (articles, sentences) = (done.articles, done.sentences);
                shared.notice = Some(Label::Corrected { what, articles, sentences });
                self.correcting = None;
                self.refresh_or_say(shared);
            }
            Err(fault) => shared.fault = Some(fault),
        }
    }

    /// Reads the words anew; the cursor stays with its term, or in its place where the term is gone.
    pub fn refresh(&mut self, shared: &Shared) -> Result<(), Fault> {
        let under = self.rows.get(self.at).map(|row| row.term.id);
        self.rows = rows(shared, self.deck)?;
        let found = self.rows.iter().position(|row| Some(row.term.id) == under);
        self.at = found.unwrap_or(self.at).min(self.rows.len().saturating_sub(1));
        Ok(())
    }

    fn refresh_or_say(&mut self, shared: &mut Shared) {
        if let Err(fault) = self.refresh(shared) {
            shared.fault = Some(fault);
        }
    }

    fn scroll(&mut self, command: Command) -> Go {
        let last = self.rows.len().saturating_sub(1);
        match command {
            Command::Up => self.at = self.at.saturating_sub(1),
            Command::Down => self.at = (self.at + 1).min(last),
            Command::PageUp => self.at = self.at.saturating_sub(PAGE),
            Command::PageDown => self.at = (self.at + PAGE).min(last),
            Command::First => self.at = 0,
            Command::Last => self.at = last,
            Command::Detail => self.detail = !self.detail,
            Command::Back => return Go::Back,
            _ => {}
        }
        Go::Stay
    }

    /// Chooses the row on a line of the screen. Whether it was chosen before.
    pub fn click(&mut self, y: u16) -> bool {
        let Some(row) = self.seen.at(y) else { return false };
        std::mem::replace(&mut self.at, row) == row
    }

    pub fn draw(&self, frame: &mut Frame, area: Rect, shared: &Shared) {
        let title = shared.say(&Label::WordsTitle { deck: self.name.clone(), count: self.rows.len() });
        let place = Label::Position { at: (self.at + 1).min(self.rows.len()), of: self.rows.len() };
        header(frame, area, shared, &title, &shared.say(&place));
        let width = usize::from(area.width);
        if self.rows.is_empty() {
            let text = wrap(&[(shared.say(&Label::WordsEmpty), shared.theme.strong())], width);
            frame.render_widget(
                Paragraph::new(text),
                Rect { y: area.y + 3, height: area.height.saturating_sub(3), ..area },
            );
            return;
        }
        let mut area = area;
        if let Some(correcting) = &self.correcting {
            area.height = area.height.saturating_sub(2);
            correcting.draw(frame, Rect { y: area.y + area.height, height: 2, ..area }, shared);
        }
        let columns = Columns::new(shared);
        let heading = Span::styled(columns.heading(width, shared), shared.theme.faint());
        frame.render_widget(heading, Rect { y: area.y + 2, height: 1, ..area });
        let body = Rect { y: area.y + 3, height: area.height.saturating_sub(3), ..area };
        let row = self.rows.get(self.at).filter(|_| self.detail);
        let below = row.map_or_else(Vec::new, |row| details(row, width, shared));
        let detail = u16::try_from(below.len()).unwrap_or(u16::MAX).min(body.height / 2);
        let height = usize::from(body.height - detail);
        // The cursor keeps to the middle while there is more on both sides.
        let first = self.at.saturating_sub(height / 2).min(self.rows.len().saturating_sub(height));
        self.seen.show(body.y, first, height.min(self.rows.len() - first));
        let lines: Vec<Line> = self
            .rows
            .iter()
            .enumerate()
            .skip(first)
            .take(height)
            .map(|(index, row)| columns.line(row, index == self.at, width, shared))
            .collect();
        frame.render_widget(Paragraph::new(lines), Rect { height: body.height - detail, ..body });
        let place = Rect { y: body.y + body.height - detail, height: detail, ..body };
        frame.render_widget(Paragraph::new(below), place);
    }
}

/// The terms of a deck; names have a shelf of their own, below the words.
fn rows(shared: &Shared, deck: Option<DeckId>) -> Result<Vec<WordRow>, Fault> {
    let mut rows = shared.desk.words(deck)?;
    rows.sort_by_key(|row| row.term.kind == Kind::Name);
    Ok(rows)
}

/// Cells of the columns whose words depend on the language.
struct Columns {
    kind: usize,
    state: usize,
}

const KINDS: [Kind; 7] =
    [Kind::Compound, Kind::Noun, Kind::Verb, Kind::Adjective, Kind::Adverb, Kind::Idiom, Kind::Name];

const STATES: [Label; 6] = [
    Label::StateNew,
    Label::StateLearning,
    Label::StateReview,
    Label::StatusSuspended,
    Label::StatusKnown,
    Label::StatusIgnored,
];

impl Columns {
    fn new(shared: &Shared) -> Self {
        let widest = |labels: &[Label]| labels.iter().map(|label| cells(&shared.say(label))).max().unwrap_or(0);
        Self { kind: widest(&KINDS.map(kind)), state: widest(&STATES) }
    }

    fn heading(&self, width: usize, shared: &Shared) -> String {
        let say = |label| shared.say(label);
        let level = say(&Label::ColumnLevel);
        let names = [&Label::ColumnTerm, &Label::ColumnKind, &Label::ColumnCount];
        let [term, kind, count] = names.map(say);
        let [state, hanja, gloss] = [&Label::ColumnState, &Label::ColumnHanja, &Label::ColumnGloss].map(say);
        self.row("    ", [&term, &kind, &count, &level, &state, &hanja, &gloss], width)
    }

    fn line(&self, row: &WordRow, selected: bool, width: usize, shared: &Shared) -> Line<'static> {
        let (sign, state) = state(row);
        let front = format!("{} {sign} ", if selected { ">" } else { " " });
        let level = row.level.map_or_else(String::new, |level| level.to_string());
        let (hanja, gloss) = (row.hanja.as_deref().unwrap_or_default(), row.gloss.as_deref().unwrap_or_default());
        let (kind, count) = (shared.say(&kind(row.term.kind)), row.count.to_string());
        let text = self.row(&front, [&row.term.term, &kind, &count, &level, &shared.say(&state), hanja, gloss], width);
        Line::styled(text, if selected { shared.theme.selected() } else { Style::new() })
    }

    /// Term, kind, count, level, state, hanja, gloss; the gloss has what is left.
    fn row(&self, front: &str, [term, kind, count, level, state, hanja, gloss]: [&str; 7], width: usize) -> String {
        let text = format!(
            "{front}{} {} {} {} {} {} {gloss}",
            fit(term, 18),
            fit(kind, self.kind),
            fit_right(count, 4),
            fit_right(level, 2),
            fit(state, self.state),
            fit(hanja, 9),
        );
        fit(&text, width)
    }
}

/// The term under the cursor in full.
fn details(row: &WordRow, width: usize, shared: &Shared) -> Vec<Line<'static>> {
    let theme = shared.theme;
    let mut lines = vec![Line::styled(rule(width), theme.faint())];
    let mut head = vec![(row.term.term.clone(), theme.title())];
    head.push((format!(" {}", shared.desk.pronunciation(&row.term)), theme.faint()));
    if let Some(hanja) = &row.hanja {
        head.push((format!(" {hanja}"), Style::new()));
    }
    if let Some(level) = row.level {
        head.push((format!(" {}", shared.say(&Label::LevelShown { level })), theme.faint()));
    }
    head.push((format!(" {}", shared.say(&Label::Count { count: row.count })), theme.faint()));
    if !row.term.parts.is_empty() {
        head.push((format!(" {}", shared.say(&Label::Parts { parts: row.term.parts.join(" + ") })), theme.faint()));
    }
    if let Some(long) = row.short_for.clone() {
        head.push((format!(" {}", shared.say(&Label::ShortFor { long })), Style::new()));
    }
    lines.extend(wrap(&head, width));
    let gloss = row.gloss.clone().unwrap_or_else(|| shared.say(&Label::NoGloss));
    lines.extend(wrap(&[(gloss, Style::new())], width));
    if let Some(example) = &row.example {
        let seams = seams(example, &row.term.parts);
        let example = marked(example, &row.term.term, theme.answer());
        lines.extend(wrap_at(&example, &seams, width.min(MEASURE.into())));
    }
    lines
}

/// The example with the term marked where its letters stand; a verb is looked for by its stem.
fn marked(example: &str, term: &str, style: Style) -> Vec<(String, Style)> {
    let stem = |ending| term.strip_suffix(ending);
    let found = [Some(term), stem("하다"), stem("되다"), stem("다")].into_iter().flatten().find_map(|part| {
        let (before, after) = example.split_once(part).filter(|_| !part.is_empty())?;
        Some(vec![(before.to_owned(), Style::new()), (part.to_owned(), style), (after.to_owned(), Style::new())])
    });
    found.unwrap_or_else(|| vec![(example.to_owned(), Style::new())])
}

pub const fn kind(kind: Kind) -> Label {
    match kind {
        Kind::Compound => Label::KindCompound,
        Kind::Noun => Label::KindNoun,
        Kind::Verb => Label::KindVerb,
        Kind::Adjective => Label::KindAdjective,
        Kind::Adverb => Label::KindAdverb,
        Kind::Idiom => Label::KindIdiom,
        Kind::Name => Label::KindName,
    }
}

/// Where a term stands, as a sign and in words.
fn state(row: &WordRow) -> (Span<'static>, Label) {
    let (sign, label) = match (row.status, row.state) {
        (Status::Suspended, _) => ("-", Label::StatusSuspended),
        (Status::Known, _) => ("=", Label::StatusKnown),
        (Status::Ignored, _) => ("-", Label::StatusIgnored),
        (Status::Active, _) if row.term.kind == Kind::Name => ("@", Label::KindName),
        (Status::Active, State::New) => (" ", Label::StateNew),
        (Status::Active, State::Learning { .. } | State::Relearning { .. }) => ("~", Label::StateLearning),
        (Status::Active, State::Review) => ("+", Label::StateReview),
    };
    (Span::raw(sign), label)
}
