//! What an import would cost, before it is stored; terms are taken or left.

use std::collections::BTreeSet;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use crate::messages::{Fault, ImportLabel, printable};
use crate::tasks::{self, Assessment, CopyOf, Harvest, Taking, explain};
use crate::tui::app::{Shared, header};
use crate::tui::keymap::Command;
use crate::tui::widgets::text::{fit, wrap};

/// Cells of a term.
const TERM: usize = 18;

pub struct Summary {
    /// Gone once it is stored.
    harvest: Option<Harvest>,
    found: Assessment,
    copy_of: Option<CopyOf>,
    /// The copy goes in the place of that article.
    in_place: bool,
    /// The decks that the learner chose; empty: none yet.
    decks: Vec<String>,
    /// The decks that it goes into otherwise, and those that are archived.
    usual: Vec<String>,
    archived: Vec<String>,
    /// Rows of terms that are left.
    left: BTreeSet<usize>,
    at: usize,
}

impl Summary {
    pub fn new(shared: &mut Shared, harvest: Harvest) -> Result<Self, Fault> {
        let (found, copy_of) = shared.desk.assess(&harvest)?;
        let usual = match &harvest {
            Harvest::Articles { book, .. } => book.as_ref().unwrap_or(&shared.desk.intake.deck),
            Harvest::Deck { file, .. } => &file.name,
        };
        let usual = vec![usual.clone()];
        let archived = shared.desk.decks()?.into_iter().filter(|row| row.archived).map(|row| row.name).collect();
        Ok(Self {
            harvest: Some(harvest),
            found,
            copy_of,
            in_place: false,
            decks: Vec::new(),
            usual,
            archived,
            left: BTreeSet::new(),
            at: 0,
        })
    }

    /// Where it goes.
    pub fn decks(&self) -> &[String] {
        if self.decks.is_empty() { &self.usual } else { &self.decks }
    }

    /// Whether the learner may say where it goes: a deck file says it itself.
    pub fn asks_for_decks(&self) -> bool {
        matches!(self.harvest, Some(Harvest::Articles { .. }))
    }

    pub fn set_decks(&mut self, decks: Vec<String>) {
        self.decks = decks;
    }

    pub fn obey(&mut self, command: Command) {
        match command {
            Command::Up => self.at = self.at.saturating_sub(1),
            Command::Down => self.at = (self.at + 1).min(self.found.best.len().saturating_sub(1)),
            Command::Take if self.left.remove(&self.at) => {}
            Command::Take if self.at < self.found.best.len() => {
                self.left.insert(self.at);
            }
            Command::InPlace => self.in_place = self.copy_of.is_some() && !self.in_place,
            _ => {}
        }
    }

    /// Stores what was read and says what came of it.
    pub fn store(&mut self, shared: &mut Shared) -> Result<String, Fault> {
        let Some(harvest) = self.harvest.take() else { return Ok(String::new()) };
        let best = self.found.best.iter().enumerate();
        let left: Vec<String> =
            best.filter(|(index, _)| self.left.contains(index)).map(|(_, term)| term.key.as_str().to_owned()).collect();
        let done = shared.desk.take_in(harvest, Taking { left: &left, update: self.in_place, decks: &self.decks })?;
        let new = done.iter().map(|one| one.new_terms).sum();
        let deck = printable(&self.decks().join(", "));
        let mut open: Vec<String> = done.iter().flat_map(|one| &one.unarchived).map(|name| printable(name)).collect();
        open.dedup();
        let label = match done.as_slice() {
            [only] => ImportLabel::Done { title: printable(&only.title), deck, new },
            several => ImportLabel::DoneMany { count: several.len(), deck, new },
        };
        let mut text = label.text(shared.lang);
        if !open.is_empty() {
            text = format!("{text} · {}", ImportLabel::Unarchived { decks: open.join(", ") }.text(shared.lang));
        }
        Ok(text)
    }

    pub fn draw(&self, frame: &mut Frame, area: Rect, shared: &Shared) {
        header(frame, area, shared, &ImportLabel::SummaryTitle.text(shared.lang), "");
        let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        let width = usize::from(area.width);
        let mut lines = self.facts(shared, width);
        let height = usize::from(body.height);
        let room = height.saturating_sub(lines.len() + 2);
        let best = &self.found.best;
        if !best.is_empty() && room > 0 {
            lines.push(Line::default());
            lines.push(Line::styled(fit(&ImportLabel::Best.text(shared.lang), width), shared.theme.faint()));
            let first = self.at.saturating_sub(room / 2).min(best.len().saturating_sub(room));
            for (index, term) in best.iter().enumerate().skip(first).take(room) {
                let sign = if index == self.at { ">" } else { " " };
                let mark = if self.left.contains(&index) { "[ ]" } else { "[x]" };
                let gloss = printable(term.gloss.as_deref().unwrap_or_default());
                let row = format!("{sign} {mark} {} {gloss}", fit(&printable(&term.term), TERM));
                let style = if index == self.at { shared.theme.selected() } else { Style::new() };
                lines.push(Line::styled(fit(&row, width), style));
            }
        }
        frame.render_widget(Paragraph::new(lines), body);
    }

    /// What is known of the whole.
    fn facts(&self, shared: &Shared, width: usize) -> Vec<Line<'static>> {
        let theme = &shared.theme;
        let mut texts: Vec<(String, Style)> = Vec::new();
        let mut say = |label: ImportLabel, style| texts.push((label.text(shared.lang), style));
        let found = &self.found;
        match &self.harvest {
            Some(Harvest::Deck { file, .. }) => {
                say(
                    ImportLabel::DeckFile { name: printable(&file.name), articles: file.articles.len() },
                    theme.strong(),
                );
            }
            Some(Harvest::Articles { prepared, notes, .. }) => {
                let known = prepared.iter().filter(|one| one.shingles.is_none()).count();
                let title = prepared.first().map(|one| printable(&one.article.facts.title)).unwrap_or_default();
                let why = found.difficulty.reasons.iter().filter(|reason| reason.points > 0.0).take(2);
                let why = why.map(|reason| tasks::why(reason).text(shared.lang)).collect::<Vec<_>>().join(", ");
                if prepared.len() > 1 {
                    say(ImportLabel::Articles { count: prepared.len() }, theme.strong());
                }
                if known > 0 {
                    say(ImportLabel::Duplicate { count: known }, theme.strong());
                }
                let Assessment { sentences, eojeols, new_terms: new, terms, names, days, .. } = *found;
                say(ImportLabel::Length { sentences, eojeols }, Style::new());
                if known < prepared.len() {
                    let percent = found.measures.coverage * 100.0;
                    say(ImportLabel::Known { percent, level: found.difficulty.level, why }, Style::new());
                    say(ImportLabel::Cost { new, terms, names, days }, Style::new());
                }
                if let Some(copy) = &self.copy_of {
                    let title = printable(&copy.title);
                    say(ImportLabel::CopyOf { title, percent: copy.share * 100.0 }, theme.strong());
                    say(if self.in_place { ImportLabel::InPlace } else { ImportLabel::Beside }, theme.strong());
                }
                // What takes an article's place stays in its decks, if no others are chosen.
                if !self.in_place || !self.decks.is_empty() {
                    let decks = printable(&self.decks().join(", "));
                    let archived = self.decks().iter().any(|name| self.archived.contains(name));
                    let label =
                        if archived { ImportLabel::IntoArchived { decks } } else { ImportLabel::Into { decks } };
                    say(label, Style::new());
                }
                texts.extend(notes.iter().map(|note| (explain::note(note, shared.lang), theme.strong())));
                texts.insert(0, (title, theme.title()));
            }
            None => {}
        }
        texts.into_iter().flat_map(|text| wrap(&[text], width)).collect()
    }
}
