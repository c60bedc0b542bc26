//! One word and all that is known of its meaning: the senses of every source as tabs, the learner's own gloss, the parts,
//! and the families of its hanja.

use crossterm::event::KeyEvent;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use crate::deck::Term;
use crate::lexicon;
use crate::messages::{Fault, Label, Sense as Say};
use crate::tasks::{Family, Origin, Sense};
use crate::tui::app::{Go, Shared, header};
use crate::tui::keymap::{Command, Context};
use crate::tui::widgets::field::{self, Field};
use crate::tui::widgets::text::{clip, wrap};
use crate::vocab::Pos;

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

pub struct Meaning {
    looked: Looked,
    senses: Vec<Sense>,
    /// The sense that is shown.
    at: usize,
    families: Vec<Family>,
    /// Lines that are scrolled away.
    scrolled: usize,
    /// The learner's own gloss, while it is typed.
    glossing: Option<Field>,
}

impl Meaning {
    pub fn new(shared: &Shared, looked: Looked) -> Result<Self, Fault> {
        let senses = shared.desk.look_up(&looked)?;
        let mut meaning = Self { looked, senses, at: 0, families: Vec::new(), scrolled: 0, glossing: None };
        meaning.find_families(shared)?;
        Ok(meaning)
    }

    pub const fn context(&self) -> Context {
        if self.glossing.is_some() { Context::Glossing } else { Context::Meaning }
    }

    pub fn key(&mut self, event: &KeyEvent, shared: &Shared) {
        if let Some(field) = &mut self.glossing {
            field.key(event, shared.keyboard);
        }
    }

    pub fn paste(&mut self, text: &str) {
        if let Some(field) = &mut self.glossing {
            field.insert(text);
        }
    }

    pub fn obey(&mut self, command: Command, shared: &mut Shared) -> Go {
        let count = self.senses.len();
        let done = match (&self.glossing, command) {
            (Some(_), Command::Back) => {
                self.glossing = None;
                Ok(())
            }
            (Some(field), Command::Submit) => {
                let gloss = field.text();
                self.set_gloss(&gloss, shared)
            }
            (Some(_), _) => Ok(()),
            (None, Command::Next) if count > 0 => self.turn((self.at + 1) % count, shared),
            (None, Command::Previous) if count > 0 => self.turn((self.at + count - 1) % count, shared),
            (None, Command::ChooseSense) => self.choose(shared),
            (None, Command::Gloss) => {
                self.glossing = Some(self.own_gloss());
                Ok(())
            }
            (None, Command::Up) => {
                self.scrolled = self.scrolled.saturating_sub(1);
                Ok(())
            }
            (None, Command::Down) => {
                self.scrolled += 1;
                Ok(())
            }
            (None, Command::Back) => return Go::Back,
            (None, _) => Ok(()),
        };
        if let Err(fault) = done {
            shared.fault = Some(fault);
        }
        Go::Stay
    }

    /// Shows another sense, with the families of its own hanja.
    fn turn(&mut self, at: usize, shared: &Shared) -> Result<(), Fault> {
        (self.at, self.scrolled) = (at, 0);
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

    fn set_gloss(&mut self, gloss: &str, shared: &mut Shared) -> Result<(), Fault> {
        shared.desk.set_gloss(&self.looked, gloss)?;
        let said = if gloss.trim().is_empty() {
            Say::GlossCleared
        } else {
            Say::GlossSet { gloss: crate::messages::printable(gloss.trim()) }
        };
        shared.notice = Some(Label::Note { text: said.text(shared.lang) });
        self.glossing = None;
        self.read_again(shared)
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
        if let Some(field) = &self.glossing {
            body.height = body.height.saturating_sub(2);
            let about = Say::GlossAsk { term: term.clone() }.text(shared.lang);
            let row = Rect { y: body.y + body.height, height: 1, ..area };
            frame.render_widget(Line::styled(about, shared.theme.faint()), row);
            field::draw(frame, Rect { y: row.y + 1, ..row }, "", field, shared);
        }
        let lines = self.lines(usize::from(area.width), shared);
        let most = lines.len().saturating_sub(usize::from(body.height));
        let shown: Vec<Line> = lines.into_iter().skip(self.scrolled.min(most)).collect();
        frame.render_widget(Paragraph::new(shown), body);
    }

    fn lines(&self, width: usize, shared: &Shared) -> Vec<Line<'static>> {
        let theme = shared.theme;
        let say = |text: &Say| text.text(shared.lang);
        let Some(sense) = self.senses.get(self.at) else {
            return wrap(&[(say(&Say::NoMeaning), theme.strong())], width);
        };
        let mut lines = wrap(&self.tabs(shared), width);
        lines.push(Line::raw(""));
        let mut head = vec![(sense.word.clone(), theme.title())];
        if let Some(hanja) = &sense.hanja {
            head.push((format!(" {hanja}"), Style::new()));
        }
        if let Some(level) = sense.level {
            head.push((format!(" {}", shared.say(&Label::LevelShown { level })), theme.faint()));
        }
        if sense.chosen {
            head.push((format!(" * {}", say(&Say::Chosen)), theme.good()));
        }
        lines.extend(wrap(&head, width));
        lines.extend(wrap(&[(sense.gloss.clone(), theme.strong())], width));
        for text in [&sense.definition, &sense.example].into_iter().flatten() {
            lines.extend(wrap(&[(text.clone(), Style::new())], width));
        }
        if self.looked.parts.len() > 1 {
            let parts = (0..self.looked.parts.len()).map(|at| part(&self.looked.parts, at)).collect::<Vec<_>>();
            let parts = Label::Parts { parts: parts.join(" + ") };
            lines.extend(wrap(&[(shared.say(&parts), Style::new())], width));
        }
        if !self.families.is_empty() {
            lines.push(Line::raw(""));
            lines.push(Line::styled(say(&Say::Families), theme.faint()));
        }
        for family in &self.families {
            lines.extend(of_family(family, width, shared));
        }
        lines
    }

    /// The sources of the senses; the one that is shown stands in brackets.
    fn tabs(&self, shared: &Shared) -> Vec<(String, Style)> {
        let tab = |(at, sense): (usize, &Sense)| {
            let name = format!("{} {}", at + 1, source(&sense.source, shared));
            if at == self.at {
                (format!("[{name}] "), shared.theme.strong())
            } else {
                (format!(" {name}  "), shared.theme.faint())
            }
        };
        self.senses.iter().enumerate().map(tab).collect()
    }
}

/// A character with its name and meaning, and its relatives with a sentence each.
fn of_family(family: &Family, width: usize, shared: &Shared) -> Vec<Line<'static>> {
    let theme = shared.theme;
    let (meaning, sound) = family.character.reading(family.sound);
    let head = format!("{} {meaning} {sound}", family.character.hanja);
    let english = format!(" · {}", family.character.english);
    let mut lines = wrap(&[(head, theme.strong()), (english, theme.faint())], width);
    if family.members.is_empty() {
        lines.push(Line::styled(format!("  {}", Say::NoFamily.text(shared.lang)), theme.faint()));
    }
    for member in &family.members {
        let told = format!("  {} {} · {}", member.term, member.hanja, member.gloss);
        lines.push(Line::raw(clip(&told, width)));
        if let Some(sentence) = &member.sentence {
            lines.push(Line::styled(clip(&format!("    {sentence}"), width), theme.faint()));
        }
    }
    lines
}

/// A part of a compound with its hanja and gloss, as far as the lexicon has them.
fn part(parts: &[String], at: usize) -> String {
    let form = parts.get(at).map_or("", String::as_str);
    match lexicon::part(parts, at) {
        Some(entry) => [Some(form), entry.hanja, Some(entry.gloss)].into_iter().flatten().collect::<Vec<_>>().join(" "),
        None => form.to_owned(),
    }
}

/// Who says a sense, as the learner reads it.
pub fn source(origin: &Origin, shared: &Shared) -> String {
    match origin {
        Origin::Own => Say::SourceOwn.text(shared.lang),
        Origin::Dictionary(name) => crate::messages::printable(name),
        Origin::House => Say::SourceHouse.text(shared.lang),
        Origin::Parts => Say::SourceParts.text(shared.lang),
        Origin::Generated => Say::SourceGenerated.text(shared.lang),
    }
}
